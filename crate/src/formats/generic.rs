//! Any table: the separator, the decimal sign, the header and the sign of the imaginary part find themselves.

use super::{
    Format, Reading, Source,
    column::{self, Column, Quantity},
    number,
    table::{self, Delimiter, Layout},
    text::Line,
};
use crate::{
    Spectrum,
    error::{Code, Error, Result},
};

/// Tables of every kind; tried last.
pub const FORMAT: Format = Format { id: "table", label: "table", recognise, read };

fn recognise(source: &Source) -> bool {
    !source.is_binary()
}

fn read(source: &Source) -> Result<Reading> {
    read_as(&FORMAT, source, source.spectrum())
}

/// Reads the table that a text ends in, whatever the program; `spectrum` bears what its header said.
pub fn read_as(format: &Format, source: &Source, spectrum: Spectrum) -> Result<Reading> {
    let mut found = find(source).ok_or_else(|| {
        Error::new(
            Code::UnknownFormat,
            format!(
                "{} is neither an instrument file known here nor a table of numbers with frequency and impedance.",
                source.name
            ),
        )
    })?;
    let mut reading = Reading::new(format.id);
    let Some(start) = found.start else {
        return Err(Error::new(
            Code::NoImpedanceColumns,
            format!(
                "{} is a table, but no header names a frequency and an impedance (such as “freq/Hz, Re(Z)/Ohm, \
                 -Im(Z)/Ohm”). Choose its columns by hand.",
                source.name
            ),
        ));
    };
    reading.warnings.append(&mut found.warnings);
    found.layout.keep_zero_frequency = format.id == FORMAT.id;
    let delimiter = found.layout.delimiter.label();
    table::read_spectra(source.lines().skip_while(|l| l.number < start), found.layout, &spectrum, &mut reading)?;
    reading.understood = format!("{delimiter}-separated {}", reading.understood);
    Ok(reading)
}

/// What was found out about a table.
pub struct Found {
    /// Separator, decimal sign and the columns understood.
    pub layout: Layout,
    /// Line of the header, if one was found.
    pub header: Option<usize>,
    /// First line that is a row of numbers.
    pub first_row: Option<usize>,
    /// First line to read, where the columns are known.
    pub start: Option<usize>,
    /// What had to be guessed.
    pub warnings: Vec<String>,
}

/// Lines looked at to find out how the table is laid out.
const LOOKED_AT: usize = 2000;

/// A table in which nothing was understood.
pub fn nothing_found(delimiter: Delimiter) -> Found {
    let mut layout = Layout::of_instrument(delimiter, number::Decimal::Point, Vec::new());
    layout.follow_headers = true;
    Found { layout, header: None, first_row: None, start: None, warnings: Vec::new() }
}

/// How the table is laid out if `delimiter` stands between its cells.
pub fn find_with(source: &Source, delimiter: Delimiter) -> Option<Found> {
    rows_of_numbers(source, delimiter).map(|(first_row, _)| layout(source, delimiter, first_row))
}

/// How the table is laid out, or nothing where there are no rows of numbers.
pub fn find(source: &Source) -> Option<Found> {
    let mut best: Option<Found> = None;
    let mut best_score = 0;
    for delimiter in Delimiter::ALL {
        let Some((first_row, score)) = rows_of_numbers(source, delimiter) else { continue };
        let found = layout(source, delimiter, first_row);
        // A header that is understood says more than any count.
        let score = score + if found.header.is_some() { 1_000_000 } else { 0 };
        if score > best_score {
            best_score = score;
            best = Some(found);
        }
    }
    best
}

/// First row of numbers and how many numbers stand in rows as wide as most are.
fn rows_of_numbers(source: &Source, delimiter: Delimiter) -> Option<(usize, usize)> {
    let mut widths = [0usize; 64];
    let mut first = None;
    for line in source.lines().take(LOOKED_AT) {
        let (numbers, cells) = count_numbers(line.text, delimiter);
        if numbers >= 2 && numbers * 2 >= cells {
            first = first.or(Some(line.number));
            if let Some(width) = widths.get_mut(numbers) {
                *width += 1;
            }
        }
    }
    let (width, rows) = widths.iter().enumerate().max_by_key(|(width, rows)| *width * **rows)?;
    Some((first?, width * rows))
}

fn count_numbers(line: &str, delimiter: Delimiter) -> (usize, usize) {
    let mut counts = (0, 0);
    for cell in delimiter.cells(line).filter(|c| !c.is_empty()) {
        counts.1 += 1;
        let is_number =
            [number::Decimal::Point, number::Decimal::Comma].iter().any(|&d| number::parse(&cell, d).is_some());
        counts.0 += usize::from(is_number);
    }
    counts
}

/// The header nearest before the rows, the decimal sign, and the columns.
fn layout(source: &Source, delimiter: Delimiter, first_row: usize) -> Found {
    let header = source.lines().take(LOOKED_AT).find(|l| {
        count_numbers(l.text, delimiter).0 < 2 && Layout::is_complete(&Layout::columns_of_header(l.text, delimiter))
    });
    let rows = || source.lines().skip_while(move |l| l.number < header.map_or(first_row, |h| h.number + 1));
    let evidence = table::decimal_of(rows(), delimiter);
    let mut warnings = Vec::new();
    if evidence.is_guess() {
        warnings.push(
            "Numbers such as “1,234” could have a decimal comma or grouped thousands; a decimal comma was taken."
                .into(),
        );
    }
    let mut layout = Layout {
        delimiter,
        decimal: evidence.decimal(),
        columns: Vec::new(),
        split_by_cycle: true,
        keep_zero_frequency: false,
        follow_headers: true,
    };
    let mut start = None;
    if let Some(header) = header {
        layout.columns = columns(header, source, delimiter);
        start = Some(header.number + 1);
    } else if !names_stand_above(source, delimiter, first_row)
        && let Some(columns) = without_header(&mut rows(), &layout)
    {
        layout.columns = columns;
        start = Some(first_row);
        warnings.push("The table has no header: its columns were taken for frequency (Hz), Re and Im (Ω).".into());
    }
    Found { layout, header: header.map(|h| h.number), first_row: Some(first_row), start, warnings }
}

/// Columns of a header row; a row of units below it fills in what the names leave open.
fn columns(header: Line<'_>, source: &Source, delimiter: Delimiter) -> Vec<Column> {
    let mut columns = Layout::columns_of_header(header.text, delimiter);
    if let Some(units) = source.lines().nth(header.number) {
        let units: Vec<_> = delimiter.cells(units.text).collect();
        for column in columns.iter_mut().filter(|c| !c.unit_given) {
            let unit = units.get(column.index).and_then(|u| column::unit_factor(column.quantity, u));
            if let Some((factor, per_area)) = unit {
                column.factor = factor * column.factor.signum();
                column.per_area = per_area;
                column.unit_given = true;
            }
        }
    }
    columns
}

/// Whether the row above the numbers names three columns, in words not known here: then nothing is assumed of them.
fn names_stand_above(source: &Source, delimiter: Delimiter, first_row: usize) -> bool {
    let above = source.lines().take(first_row.saturating_sub(1)).filter(|l| !l.text.trim().is_empty()).last();
    above.is_some_and(|l| !l.text.starts_with('#') && delimiter.cells(l.text).filter(|c| !c.is_empty()).count() == 3)
}

/// Three bare columns are frequency, Re, Im, as several programs write them: if the first is a sweep.
fn without_header(rows: &mut dyn Iterator<Item = Line<'_>>, layout: &Layout) -> Option<Vec<Column>> {
    let mut frequencies: Vec<f64> = Vec::new();
    for line in rows.take(LOOKED_AT) {
        if line.text.trim().is_empty() {
            continue;
        }
        let mut cells = layout.delimiter.cells(line.text);
        let mut next = || cells.next().and_then(|c| number::parse(&c, layout.decimal));
        let (Some(f), Some(_), Some(_)) = (next(), next(), next()) else {
            // The last line may be cut off.
            if line.ended {
                return None;
            }
            break;
        };
        if cells.any(|c| !c.is_empty()) || f <= 0.0 {
            return None;
        }
        frequencies.push(f);
    }
    let steps = frequencies.windows(2).filter(|w| w.first() != w.last()).count();
    let down = frequencies.windows(2).filter(|w| w.last() < w.first()).count();
    let is_sweep = frequencies.len() >= 3 && steps > 0 && (down * 5 <= steps || down * 5 >= steps * 4);
    is_sweep.then(|| {
        [Quantity::Frequency, Quantity::Real, Quantity::Imaginary]
            .into_iter()
            .enumerate()
            .map(|(index, quantity)| Column { index, quantity, factor: 1.0, per_area: false, unit_given: true })
            .collect()
    })
}
