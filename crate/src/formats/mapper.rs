//! A table whose columns cannot be told: what the page shows of it, and the reading once a person has chosen.

use serde::{Deserialize, Serialize};

use super::{
    Reading, Source, check_size,
    column::{self, Column, Quantity},
    generic,
    number::Decimal,
    table::{self, Delimiter, Layout},
};
use crate::error::{Code, Error, Result};

/// Rows shown.
const ROWS: usize = 30;
/// Cells of a row shown, and characters of a cell.
const CELLS: usize = 60;
const CHARACTERS: usize = 60;

/// How a table is to be read: chosen by a person, or guessed for them to change.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Mapping {
    /// Between cells.
    pub delimiter: Delimiter,
    /// Between whole and fraction.
    pub decimal: Decimal,
    /// First line of numbers, from 1.
    pub first_line: usize,
    /// What the columns hold; those not named are not read.
    pub columns: Vec<Choice>,
}

/// What one column holds.
#[derive(Debug, Clone, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Choice {
    /// Place in the row, from 0.
    pub index: usize,
    /// What it holds.
    pub quantity: Quantity,
    /// "Hz", "kHz", "Ω", "mΩ", "Ω cm2", "deg", "rad", "s" …; nothing for the cycle.
    #[serde(default)]
    pub unit: String,
    /// Whether the sign is turned, as in a column of −Im.
    #[serde(default)]
    pub negate: bool,
}

/// What a table looks like.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Preview {
    /// Names of the columns, as the header has them; empty where there is none.
    pub header: Vec<String>,
    /// The first rows, cut into cells.
    pub rows: Vec<Vec<String>>,
    /// Number of cells in the widest of them.
    pub width: usize,
    /// What is guessed; complete or not.
    pub guess: Mapping,
    /// Whether the guess has a frequency and an impedance.
    pub complete: bool,
    /// The same for files of the same shape, so that a choice can be remembered.
    pub shape: String,
}

/// Looks at a table; `delimiter` and `decimal` are found where they are not given.
///
/// # Errors
/// `too-large`, `empty`, and `unknown-format` for a file that is no text.
pub fn preview(name: &str, bytes: &[u8], delimiter: Option<Delimiter>, decimal: Option<Decimal>) -> Result<Preview> {
    let source = Source::new(name, bytes);
    check_size(&source)?;
    let found = match delimiter {
        Some(delimiter) => generic::find_with(&source, delimiter),
        None => generic::find(&source),
    };
    if source.is_binary() {
        return Err(Error::new(Code::UnknownFormat, format!("{} is not a text.", source.name)));
    }
    let mut found = found.unwrap_or_else(|| generic::nothing_found(delimiter.unwrap_or(Delimiter::Comma)));
    found.layout.decimal = decimal.unwrap_or(found.layout.decimal);
    let delimiter = found.layout.delimiter;
    let cells = |line: &str| -> Vec<String> {
        delimiter.cells(line).take(CELLS).map(|c| c.chars().take(CHARACTERS).collect()).collect()
    };
    let first_line = found.start.or(found.first_row).unwrap_or(1);
    let header_line = found.header.or_else(|| {
        // The line before the numbers names the columns, if it has as many cells as they.
        let before = first_line.checked_sub(1).filter(|&n| n > 0)?;
        let width = source.lines().nth(first_line - 1).map(|l| cells(l.text).len());
        let names = source.lines().nth(before - 1).map(|l| cells(l.text).len());
        (names.is_some() && names == width).then_some(before)
    });
    let mut header = header_line.and_then(|n| source.lines().nth(n - 1)).map(|l| cells(l.text)).unwrap_or_default();
    let rows: Vec<Vec<String>> = source
        .lines()
        .skip(first_line - 1)
        .filter(|l| !l.text.trim().is_empty())
        .take(ROWS)
        .map(|l| cells(l.text))
        .collect();
    let width = rows.iter().map(Vec::len).max().unwrap_or(0);
    // More signs between the names than between the numbers.
    if header.len() > width && header.iter().filter(|name| !name.is_empty()).count() == width {
        header.retain(|name| !name.is_empty());
    }
    let mut columns: Vec<Choice> = found.layout.columns.iter().map(choice).collect();
    if columns.is_empty() {
        // What single headers say, even where they do not make an impedance.
        columns = header.iter().enumerate().filter_map(|(i, h)| column::understand(h, i)).map(|c| choice(&c)).collect();
    }
    let shape = format!(
        "{}|{}|{}|{}",
        delimiter.label(),
        if found.layout.decimal == Decimal::Comma { "," } else { "." },
        width,
        header.join("|")
    );
    let guess = Mapping { delimiter, decimal: found.layout.decimal, first_line, columns };
    Ok(Preview { complete: found.start.is_some(), header, rows, width, guess, shape })
}

/// A column as a choice that a person can change.
fn choice(column: &Column) -> Choice {
    let candidates: &[&str] = match column.quantity {
        Quantity::Frequency => &["Hz", "kHz", "MHz", "mHz", "rad/s"],
        Quantity::Real | Quantity::Imaginary | Quantity::Modulus if column.per_area => {
            &["Ω cm2", "mΩ cm2", "kΩ cm2", "Ω m2"]
        }
        Quantity::Real | Quantity::Imaginary | Quantity::Modulus => &["Ω", "mΩ", "kΩ", "MΩ", "GΩ", "µΩ"],
        Quantity::Phase => &["deg", "rad", "mrad"],
        Quantity::Time => &["s", "ms", "min", "h"],
        Quantity::Bias => &["V", "mV"],
        Quantity::Temperature => &["°C"],
        Quantity::Cycle => &[""],
    };
    let fits = |unit: &&&str| column::unit_factor(column.quantity, unit).is_some_and(|(f, _)| f == column.factor.abs());
    let unit = candidates.iter().find(fits).copied().unwrap_or_default();
    Choice { index: column.index, quantity: column.quantity, unit: unit.into(), negate: column.factor < 0.0 }
}

/// Reads a table as chosen.
///
/// # Errors
/// As `read`; `bad-argument` for a choice that names a unit of another quantity, and `no-impedance-columns` for one
/// without frequency and impedance.
pub fn read(name: &str, bytes: &[u8], mapping: &Mapping) -> Result<Reading> {
    let source = Source::new(name, bytes);
    check_size(&source)?;
    let mut columns: Vec<Column> = Vec::new();
    for choice in &mapping.columns {
        let (factor, per_area) = match (choice.quantity, choice.unit.trim()) {
            (Quantity::Cycle, _) => (1.0, false),
            (quantity, unit) => column::unit_factor(quantity, unit).ok_or_else(|| {
                Error::new(Code::BadArgument, format!("Column {} cannot have the unit “{unit}”.", choice.index + 1))
            })?,
        };
        if columns.iter().any(|c| c.quantity == choice.quantity) {
            let sentence = format!("Column {} holds what another column holds already.", choice.index + 1);
            return Err(Error::new(Code::BadArgument, sentence));
        }
        let factor = if choice.negate { -factor } else { factor };
        columns.push(Column { index: choice.index, quantity: choice.quantity, factor, per_area, unit_given: true });
    }
    if !Layout::is_complete(&columns) {
        return Err(Error::new(
            Code::NoImpedanceColumns,
            "Choose a column for the frequency, and either Re and Im or |Z| and phase.",
        ));
    }
    let layout = Layout {
        delimiter: mapping.delimiter,
        decimal: mapping.decimal,
        columns,
        split_by_cycle: true,
        keep_zero_frequency: true,
        follow_headers: false,
    };
    let mut reading = Reading::new("table");
    let rows = source.lines().skip_while(|l| l.number < mapping.first_line);
    table::read_spectra(rows, layout, &source.spectrum(), &mut reading)?;
    super::name_spectra(&source, "table", &mut reading);
    reading.understood = format!("{}-separated {}", mapping.delimiter.label(), reading.understood);
    Ok(reading)
}
