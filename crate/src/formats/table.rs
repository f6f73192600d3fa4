//! Tables of numbers: cells, headers, rows. Instrument texts end in one; a spreadsheet is nothing else.

use std::borrow::Cow;

use num_complex::Complex64;
use serde::{Deserialize, Serialize};

use super::{
    MAX_WARNINGS, Reading, column,
    column::{Column, Quantity},
    number::{self, Decimal},
    plural,
    sweep::{self, Point},
    text::Line,
};
use crate::{
    Spectrum, Unit,
    error::{Code, Error, Result},
    math,
};

/// Cells of a header that are looked at; no instrument writes as many columns.
const MOST_COLUMNS: usize = 300;
/// Lines of text among the rows that are looked at for a header; beyond, they are only counted.
const MOST_HEADERS: usize = 10_000;

/// What stands between two cells.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Delimiter {
    /// A tab.
    Tab,
    /// A semicolon.
    Semicolon,
    /// A comma.
    Comma,
    /// One or more blanks or tabs.
    Blank,
}

impl Delimiter {
    /// All of them; where two cut a table equally well, the first is taken.
    pub const ALL: [Delimiter; 4] = [Delimiter::Tab, Delimiter::Semicolon, Delimiter::Comma, Delimiter::Blank];

    /// For people: "tab", "semicolon", "comma", "blank".
    pub const fn label(self) -> &'static str {
        match self {
            Delimiter::Tab => "tab",
            Delimiter::Semicolon => "semicolon",
            Delimiter::Comma => "comma",
            Delimiter::Blank => "blank",
        }
    }

    /// The cells of a line, trimmed; a cell in double quotes may hold the delimiter and doubled quotes (RFC 4180).
    pub fn cells(self, line: &str) -> Cells<'_> {
        Cells { rest: Some(line.trim_end_matches(['\0', ' '])), delimiter: self }
    }
}

/// The cells of one line.
#[derive(Debug, Clone)]
pub struct Cells<'a> {
    rest: Option<&'a str>,
    delimiter: Delimiter,
}

impl<'a> Iterator for Cells<'a> {
    type Item = Cow<'a, str>;

    #[inline(never)]
    fn next(&mut self) -> Option<Cow<'a, str>> {
        let rest = self.rest?;
        if self.delimiter == Delimiter::Blank {
            let rest = rest.trim_start();
            if rest.is_empty() {
                self.rest = None;
                return None;
            }
            if rest.starts_with('"') {
                return Some(self.quoted(rest, |c| c.is_whitespace()));
            }
            let (cell, after) = rest.split_once(char::is_whitespace).map_or((rest, None), |(c, a)| (c, Some(a)));
            self.rest = after;
            return Some(Cow::Borrowed(cell));
        }
        let sign = match self.delimiter {
            Delimiter::Tab => '\t',
            Delimiter::Semicolon => ';',
            _ => ',',
        };
        let start = rest.trim_start_matches(' ');
        if start.starts_with('"') {
            return Some(self.quoted(start, |c| c == sign));
        }
        let (cell, after) = rest.split_once(sign).map_or((rest, None), |(c, a)| (c, Some(a)));
        self.rest = after;
        Some(Cow::Borrowed(cell.trim()))
    }
}

impl<'a> Cells<'a> {
    /// A cell that begins with a quote, up to the delimiter after its closing quote.
    fn quoted(&mut self, cell: &'a str, delimits: impl Fn(char) -> bool) -> Cow<'a, str> {
        let mut text = String::new();
        let mut inside = false;
        let mut chars = cell.char_indices().peekable();
        self.rest = None;
        while let Some((at, c)) = chars.next() {
            if c == '"' {
                if inside && chars.peek().is_some_and(|&(_, next)| next == '"') {
                    chars.next();
                    text.push('"');
                } else {
                    inside = !inside;
                }
            } else if !inside && delimits(c) {
                self.rest = cell.get(at + c.len_utf8()..);
                break;
            } else {
                text.push(c);
            }
        }
        Cow::Owned(text.trim().to_string())
    }
}

/// How a table is to be read.
#[derive(Debug, Clone, PartialEq)]
pub struct Layout {
    /// Between cells.
    pub delimiter: Delimiter,
    /// Between whole and fraction.
    pub decimal: Decimal,
    /// The columns that matter.
    pub columns: Vec<Column>,
    /// Whether a change in the cycle column begins a new spectrum.
    pub split_by_cycle: bool,
    /// Whether a few rows at 0 Hz are kept as a user's table has them; an instrument's DC rows never are.
    pub keep_zero_frequency: bool,
    /// Whether a header among the rows names the columns anew; not where a person chose them.
    pub follow_headers: bool,
}

impl Layout {
    /// Columns of an instrument's table: sweeps are told by the frequency alone, and DC rows are left out.
    pub fn of_instrument(delimiter: Delimiter, decimal: Decimal, columns: Vec<Column>) -> Layout {
        let (split_by_cycle, keep_zero_frequency, follow_headers) = (false, false, false);
        Layout { delimiter, decimal, columns, split_by_cycle, keep_zero_frequency, follow_headers }
    }

    /// The columns a header row names; the first of each quantity counts.
    pub fn columns_of_header(header: &str, delimiter: Delimiter) -> Vec<Column> {
        Self::first_of_each(&Self::named(delimiter.cells(header)))
    }

    /// All columns whose header says what they hold.
    pub fn named<'a>(header: impl Iterator<Item = Cow<'a, str>>) -> Vec<Column> {
        let cells: Vec<Cow<'a, str>> = header.take(MOST_COLUMNS).collect();
        let mut columns: Vec<Column> = cells
            .iter()
            .enumerate()
            .filter_map(|(index, cell)| column::understand(without_count(cell, &cells), index))
            .collect();
        let has = |columns: &[Column], q| columns.iter().any(|c| c.quantity == q);
        if !has(&columns, Quantity::Real) && !has(&columns, Quantity::Imaginary) {
            // R and X are the impedance where they stand together, and nothing else does.
            let of = |letter: char, name: &str| {
                cells.iter().enumerate().find_map(|(index, cell)| {
                    let unit = cell.strip_prefix(letter)?;
                    column::understand(&format!("{name}{}", unit.strip_prefix('s').unwrap_or(unit)), index)
                })
            };
            columns.extend(of('R', "Re").zip(of('X', "Im")).into_iter().flat_map(|(re, im)| [re, im]));
        }
        // Excel takes "-Im(Z)/Ohm" for a formula and leaves this in its place.
        let damaged = cells.iter().position(|c| c == "#NAME?").and_then(|index| {
            let real = columns.iter().rfind(|c| c.index < index).filter(|c| c.quantity == Quantity::Real)?;
            Some(Column { index, quantity: Quantity::Imaginary, factor: -real.factor, ..real.clone() })
        });
        if !has(&columns, Quantity::Imaginary) {
            columns.extend(damaged);
        }
        columns
    }

    /// The first column of each quantity.
    pub fn first_of_each(columns: &[Column]) -> Vec<Column> {
        let mut first: Vec<Column> = Vec::new();
        for column in columns {
            if !first.iter().any(|c| c.quantity == column.quantity) {
                first.push(column.clone());
            }
        }
        first
    }

    /// Tables that stand side by side: one for each frequency, or for each Re and Im beside the one frequency. Where
    /// they are not all of one kind, only the first counts; the number of the others stands beside it.
    pub fn side_by_side(columns: &[Column]) -> (Vec<Vec<Column>>, usize) {
        let of = |q: Quantity| columns.iter().filter(move |c| c.quantity == q);
        let starts: Vec<usize> = of(Quantity::Frequency).map(|c| c.index).collect();
        let groups: Vec<Vec<Column>> = match starts.as_slice() {
            [] => Vec::new(),
            [_] => {
                let pairs = of(Quantity::Real).zip(of(Quantity::Imaginary));
                let even = of(Quantity::Real).count() == of(Quantity::Imaginary).count();
                let others = Self::first_of_each(columns);
                let others = others.iter().filter(|c| !matches!(c.quantity, Quantity::Real | Quantity::Imaginary));
                // |Z| and phase belong to one of the pairs, nobody knows which.
                let others = others.filter(|c| !matches!(c.quantity, Quantity::Modulus | Quantity::Phase));
                pairs.filter(|_| even).map(|(re, im)| others.clone().chain([re, im]).cloned().collect()).collect()
            }
            _ => starts
                .iter()
                .enumerate()
                .map(|(i, &start)| {
                    let end = starts.get(i + 1).copied().unwrap_or(usize::MAX);
                    let own: Vec<Column> =
                        columns.iter().filter(|c| (start..end).contains(&c.index)).cloned().collect();
                    Self::first_of_each(&own)
                })
                .collect(),
        };
        let kind = |group: &[Column]| -> Vec<(Quantity, u64, bool)> {
            group.iter().map(|c| (c.quantity, c.factor.to_bits(), c.per_area)).collect()
        };
        let alike = groups.len() > 1
            && groups.iter().all(|g| Self::is_complete(g) && groups.first().is_some_and(|f| kind(f) == kind(g)));
        if alike {
            return (groups, 0);
        }
        let others = groups.iter().skip(1).filter(|g| Self::is_complete(g)).count();
        (vec![Self::first_of_each(columns)], others)
    }

    /// Gives Re or Im without a unit that of the other, if it has one with a prefix or an area; says so.
    pub fn share_unit(columns: &mut [Column]) -> Option<&'static str> {
        let of = |q: Quantity| columns.iter().position(|c| c.quantity == q);
        let (real, imaginary) = of(Quantity::Real).zip(of(Quantity::Imaginary))?;
        let has = |index: usize| columns.get(index).is_some_and(|c| c.unit_given);
        let (from, to, said) = match (has(real), has(imaginary)) {
            (true, false) => (real, imaginary, "Im has no unit; that of Re was taken."),
            (false, true) => (imaginary, real, "Re has no unit; that of Im was taken."),
            _ => return None,
        };
        let (factor, per_area) = columns.get(from).map(|c| (c.factor.abs(), c.per_area))?;
        let column = columns.get_mut(to)?;
        column.unit_given = true;
        column.factor = factor * column.factor.signum();
        column.per_area = per_area;
        (factor != 1.0 || per_area).then_some(said)
    }

    /// Whether the columns give a frequency and an impedance.
    pub fn is_complete(columns: &[Column]) -> bool {
        let has = |q| columns.iter().any(|c| c.quantity == q);
        has(Quantity::Frequency)
            && (has(Quantity::Real) && has(Quantity::Imaginary) || has(Quantity::Modulus) && has(Quantity::Phase))
    }

    fn column(&self, quantity: Quantity) -> Option<&Column> {
        self.columns.iter().find(|c| c.quantity == quantity)
    }

    /// Unit of the impedance.
    pub fn unit(&self) -> Unit {
        column::impedance_unit(&self.columns)
    }

    /// One line for people: "columns 1, 2, 3; −Im; Hz; Ω".
    pub fn describe(&self) -> String {
        let (first, second) =
            if self.is_polar() { (Quantity::Modulus, Quantity::Phase) } else { (Quantity::Real, Quantity::Imaginary) };
        let used = [Quantity::Frequency, first, second].map(|q| self.column(q));
        let numbers: Vec<String> = used.iter().flatten().map(|c| (c.index + 1).to_string()).collect();
        let sign = if used.last().copied().flatten().is_some_and(|c| c.factor < 0.0) { "−" } else { "" };
        let values = match used.last().copied().flatten() {
            Some(c) if self.is_polar() && c.factor.abs() == 1.0 => format!("|Z| and {sign}phase in radians"),
            Some(_) if self.is_polar() => format!("|Z| and {sign}phase in degrees"),
            _ => format!("{sign}Im"),
        };
        let frequency = scale_label(used.first().copied().flatten(), "Hz");
        let area = if self.unit() == Unit::OhmCm2 { "·cm²" } else { "" };
        let impedance = scale_label(used.get(1).copied().flatten(), "Ω");
        let decimal = if self.decimal == Decimal::Comma { "; decimal comma" } else { "" };
        format!("columns {}; {values}; {frequency}; {impedance}{area}{decimal}", numbers.join(", "))
    }

    /// Whether the table is a person's and no instrument's, whose headers need no doubt.
    const fn is_persons(&self) -> bool {
        self.split_by_cycle
    }

    fn is_polar(&self) -> bool {
        self.column(Quantity::Real).is_none() || self.column(Quantity::Imaginary).is_none()
    }
}

/// A name without the count that pandas gives it where another column has the same: `Z'.1` is the second `Z'`.
fn without_count<'a>(name: &'a str, names: &[Cow<'_, str>]) -> &'a str {
    match name.rsplit_once('.') {
        Some((first, count)) if count.bytes().all(|b| b.is_ascii_digit()) && names.iter().any(|n| n == first) => first,
        _ => name,
    }
}

fn scale_label(column: Option<&Column>, unit: &str) -> String {
    let factor = column.map_or(1.0, |c| c.factor.abs());
    let prefix = [(1e-9, "n"), (1e-6, "µ"), (1e-3, "m"), (1.0, ""), (1e3, "k"), (1e6, "M"), (1e9, "G")]
        .iter()
        .find(|(f, _)| *f == factor)
        .map(|(_, p)| *p);
    match prefix {
        Some(prefix) => format!("{prefix}{unit}"),
        None => format!("× {factor} {unit}"),
    }
}

/// Several tables of one file, such as Gamry's ZCURVE1 and ZCURVE2 or VersaStudio's segments; each begins a spectrum.
#[derive(Debug, Default)]
pub struct Tables {
    points: Vec<Point>,
    layout: Option<Layout>,
}

impl Tables {
    /// Reads the rows of one more table.
    pub fn add<'a>(
        &mut self,
        mut rows: impl Iterator<Item = Line<'a>>,
        mut layout: Layout,
        reading: &mut Reading,
    ) -> Result<()> {
        let block = self.points.len();
        let mut points = read_lines(&mut rows, &mut layout, reading)?;
        points.iter_mut().for_each(|p| p.block = block);
        self.points.append(&mut points);
        self.layout = Some(layout);
        Ok(())
    }

    /// Cuts them into spectra; `missing` is said where there was no table.
    pub fn split(self, template: &Spectrum, missing: &str, reading: &mut Reading) -> Result<()> {
        let layout = self.layout.ok_or_else(|| Error::new(Code::NoImpedanceColumns, missing))?;
        sweep::split(&self.points, template, false, reading)?;
        reading.understood = format!("{}; {}", layout.describe(), sweep::count_label(&reading.spectra));
        Ok(())
    }
}

/// Finds the decimal sign of a table from its first rows.
pub fn decimal_of<'a>(mut lines: impl Iterator<Item = Line<'a>>, delimiter: Delimiter) -> number::Evidence {
    decimal_of_lines(&mut lines, delimiter)
}

fn decimal_of_lines(lines: &mut dyn Iterator<Item = Line<'_>>, delimiter: Delimiter) -> number::Evidence {
    let mut evidence = number::Evidence::default();
    for line in lines.take(400) {
        // A comma between cells says nothing about the one within them.
        delimiter
            .cells(line.text)
            .filter(|c| delimiter != Delimiter::Comma || c.contains(',') || c.contains('.'))
            .for_each(|c| evidence.see(&c));
    }
    evidence
}

/// What happened while rows were read.
#[derive(Debug, Default)]
struct Tally {
    without_frequency: usize,
    missing: usize,
    text: Option<(usize, usize)>,
    same_sign: usize,
    other_sign: usize,
    positive: usize,
    largest_phase: f64,
}

/// Reads rows. Blank lines and repeated headers begin a new block; text between the rows is passed over with a warning;
/// rows at zero frequency (DC) are left out with one, unless the layout keeps a few. One copy of the loop for all
/// readers keeps the package small.
fn read_lines<'a>(
    lines: &mut dyn Iterator<Item = Line<'a>>,
    layout: &mut Layout,
    reading: &mut Reading,
) -> Result<Vec<Point>> {
    let mut points: Vec<Point> = Vec::new();
    let mut tally = Tally::default();
    let mut block = 0;
    let mut cells: Vec<Cow<'_, str>> = Vec::new();
    let mut before = String::new();
    let mut lines = lines.peekable();
    while let Some(line) = lines.next() {
        if line.text.trim_matches(|c: char| c.is_whitespace() || c.is_control()).is_empty() {
            block += 1;
            continue;
        }
        cells.clear();
        cells.extend(layout.delimiter.cells(line.text));
        if cells.iter().all(|c| c.is_empty()) {
            block += 1;
            continue;
        }
        let is_last = lines.peek().is_none();
        match row(&cells, layout, &mut tally) {
            Row::Point(point) => {
                if is_last && !line.ended && may_be_cut(&cells, &before, layout) {
                    reading.warn(format!(
                        "Line {} is the last and has no line end; if the file was cut off there, its last number may be \
                         too.",
                        line.number
                    ));
                }
                before = cells.last().map_or(String::new(), |c| c.to_string());
                points.push(Point { block, ..point });
            }
            Row::NegativeFrequency => tally.missing += 1,
            Row::Missing => tally.missing += 1,
            Row::Text => {
                let seldom = tally.text.is_none_or(|(_, count)| count < MOST_HEADERS);
                let mut columns = if layout.follow_headers && seldom {
                    Layout::columns_of_header(line.text, layout.delimiter)
                } else {
                    Vec::new()
                };
                if Layout::is_complete(&columns) {
                    if let Some(said) = Layout::share_unit(&mut columns) {
                        reading.warn(said.into());
                    }
                    layout.columns = columns;
                    block += 1;
                } else {
                    let (_, count) = tally.text.get_or_insert((line.number, 0));
                    *count += 1;
                }
            }
            Row::Bad(_) if is_last => {
                reading.warn(format!("Line {} ends in the middle of a row and was left out.", line.number));
            }
            Row::Bad(index) => {
                let cell = cells.get(index).map_or("", |c| c.as_ref());
                let shown: String = cell.chars().take(30).collect();
                return Err(Error::new(
                    Code::BadNumber,
                    if shown.is_empty() {
                        format!("the row has no cell {}, but the header names one.", index + 1)
                    } else {
                        format!("“{shown}” in cell {} is not a number.", index + 1)
                    },
                )
                .at_line(line.number));
            }
        }
    }
    finish(&mut points, layout, &tally, reading);
    Ok(points)
}

/// Says what was left out, and settles sign and unit of angle where the header does not.
fn finish(points: &mut Vec<Point>, layout: &mut Layout, tally: &Tally, reading: &mut Reading) {
    if tally.without_frequency > 0 {
        let rows = plural(tally.without_frequency, "row", "rows");
        if layout.keep_zero_frequency && tally.without_frequency * 10 <= points.len() {
            reading.warn(format!("{rows} at zero frequency kept as the file has them; leave them out before fitting."));
        } else {
            points.retain(|p| p.frequency > 0.0);
            reading.warn(format!("{rows} at zero frequency (DC) left out."));
        }
    }
    if tally.missing > 0 {
        reading.warn(format!("{} without a usable value left out.", plural(tally.missing, "row", "rows")));
    }
    if let Some((line, count)) = tally.text {
        reading.warn(format!(
            "{} of text among the numbers passed over, the first at line {line}.",
            plural(count, "line", "lines")
        ));
    }
    let turned = layout.column(Quantity::Imaginary).is_some_and(|c| c.factor < 0.0);
    let inductive = tally.positive * 10 > points.len() * 9 && points.len() > 4;
    if layout.is_polar() {
        let phase = layout.column(Quantity::Phase);
        let turned = phase.is_some_and(|c| c.factor < 0.0);
        let radians = phase.is_some_and(|c| c.unit_given && c.factor.abs() == 1.0);
        if radians && layout.is_persons() && tally.largest_phase > core::f64::consts::TAU {
            reading.warn(
                "The phase is said to be in radians, but is larger than 2π: if it is in degrees, choose so in the \
                 table reader."
                    .into(),
            );
        } else if inductive && layout.is_persons() {
            reading.warn(if turned {
                "With −phase as the column says, nearly all phases are positive (inductive). If it holds the phase \
                 itself, choose so in the table reader."
                    .into()
            } else {
                "Nearly all phases are positive (inductive). If the column holds −phase, choose so in the table reader."
                    .into()
            });
        }
        if let Some(phase) = layout.column(Quantity::Phase).filter(|c| !c.unit_given) {
            // |phase| <= 90 degrees for a passive cell: a column that never exceeds pi/2 is in radians.
            let largest = tally.largest_phase / phase.factor.abs();
            if largest > 0.0 && largest <= core::f64::consts::FRAC_PI_2 * 1.02 {
                let factor = phase.factor.signum() / phase.factor.abs();
                for point in points.iter_mut() {
                    let (r, phi) = point.impedance.to_polar();
                    point.impedance = polar(r, phi * factor.abs());
                }
                let index = phase.index;
                if let Some(phase) = layout.columns.iter_mut().find(|c| c.index == index) {
                    phase.factor = phase.factor.signum();
                }
                reading.warn("The phase has no unit; as it stays within ±π/2 it was taken for radians.".into());
            } else {
                reading.warn("The phase has no unit; it was taken for degrees.".into());
            }
        }
    } else if tally.other_sign > 4 * tally.same_sign {
        if turned {
            reading.warn("The signs of −Im and of the phase contradict each other; −Im was believed.".into());
        } else {
            for point in points.iter_mut() {
                point.impedance.im = -point.impedance.im;
            }
            if let Some(imaginary) = layout.columns.iter_mut().find(|c| c.quantity == Quantity::Imaginary) {
                imaginary.factor = -imaginary.factor;
            }
            reading.warn(
                "The imaginary column has the sign opposite to the phase: it was read as −Im, as the phase says."
                    .into(),
            );
        }
    } else if !turned && 4 * tally.other_sign >= tally.same_sign && tally.other_sign > 0 {
        reading.warn(
            "At some frequencies the signs of Im and of the phase contradict each other; Im was believed.".into(),
        );
    } else if turned && tally.same_sign == 0 && inductive && layout.is_persons() {
        reading.warn(
            "With −Im as the column says, nearly all imaginary parts are positive (inductive). If it holds Im itself, \
             choose so in the table reader."
                .into(),
        );
    } else if !turned && tally.same_sign == 0 && inductive {
        reading.warn(
            "Nearly all imaginary parts are positive (inductive). If the column holds −Im, choose so in the table reader.".into(),
        );
    }
}

/// Whether the last row of a file without a last line end may lack digits: its last cell is one that is read, and not
/// written to a fixed width as in the row before.
fn may_be_cut(cells: &[Cow<'_, str>], before: &str, layout: &Layout) -> bool {
    let Some((last, index)) = cells.last().zip(cells.len().checked_sub(1)) else { return false };
    let fixed_width = last.contains(['e', 'E']) && last.len() == before.len();
    layout.columns.iter().any(|c| c.index == index) && !fixed_width
}

enum Row {
    Point(Point),
    NegativeFrequency,
    Missing,
    Text,
    Bad(usize),
}

/// Numbers of one row.
fn row(cells: &[Cow<'_, str>], layout: &Layout, tally: &mut Tally) -> Row {
    let mut point = Point::default();
    let (mut modulus, mut phase) = (None, None);
    let (mut real, mut imaginary) = (None, None);
    let (mut numbers, mut bad, mut missing) = (0, None, false);
    for column in &layout.columns {
        let needed = match column.quantity {
            Quantity::Frequency => true,
            Quantity::Real | Quantity::Imaginary => !layout.is_polar(),
            Quantity::Modulus | Quantity::Phase => layout.is_polar(),
            _ => false,
        };
        let cell = cells.get(column.index).map_or("", |c| c.as_ref());
        let Some(value) = number::parse(cell, layout.decimal).map(|x| x * column.factor).filter(|x| x.is_finite())
        else {
            if needed && is_missing(cell) && column.index < cells.len() {
                missing = true;
            } else if needed {
                bad = bad.or(Some(column.index));
            }
            continue;
        };
        numbers += usize::from(needed);
        match column.quantity {
            Quantity::Frequency => point.frequency = value,
            Quantity::Real => real = Some(value),
            Quantity::Imaginary => imaginary = Some(value),
            Quantity::Modulus => modulus = Some(value),
            Quantity::Phase => phase = Some(value),
            Quantity::Time => point.time = Some(value),
            Quantity::Bias => point.bias = Some(value),
            Quantity::Temperature => point.temperature = Some(value),
            Quantity::Cycle => point.cycle = Some(value),
        }
    }
    let impedance = match (layout.is_polar(), real, imaginary, modulus, phase) {
        (false, Some(re), Some(im), ..) => Some(Complex64::new(re, im)),
        (true, .., Some(r), Some(phi)) => Some(polar(r, phi)),
        _ => None,
    };
    match (impedance, bad) {
        (_, Some(_)) if numbers == 0 => Row::Text,
        (_, Some(index)) => Row::Bad(index),
        (Some(impedance), None) if !missing => {
            if point.frequency < 0.0 {
                return Row::NegativeFrequency;
            }
            tally.without_frequency += usize::from(point.frequency == 0.0);
            if let Some(phi) = phase {
                tally.largest_phase = tally.largest_phase.max(phi.abs());
                if !layout.is_polar() && phi.abs() > 0.01 && impedance.im != 0.0 {
                    let same = (phi > 0.0) == (impedance.im > 0.0);
                    tally.same_sign += usize::from(same);
                    tally.other_sign += usize::from(!same);
                }
            }
            tally.positive += usize::from(impedance.im > 0.0);
            Row::Point(Point { impedance, ..point })
        }
        _ if numbers == 0 => Row::Text,
        _ => Row::Missing,
    }
}

/// |Z| and phase (rad) as a complex number.
pub fn polar(modulus: f64, phase: f64) -> Complex64 {
    let (sin, cos) = math::sincos(phase);
    Complex64::new(modulus * cos, modulus * sin)
}

/// What programs write where there is no value.
fn is_missing(cell: &str) -> bool {
    let cell = cell.trim();
    let bare = cell.trim_start_matches(['-', '+']);
    // "1.#QNAN0", "-1.#IND", "#N/A", "-nan(ind)".
    cell.is_empty()
        || cell.contains('#')
        || bare.get(..3).is_some_and(|start| start.eq_ignore_ascii_case("nan"))
        || ["na", "n/a", "null", "inf", "infinity", "∞", "", "*", "overload", "overflow", "ovl", "ol", "none"]
            .contains(&bare.to_ascii_lowercase().as_str())
}

/// The usual end of a text reader: rows, cut into sweeps, and a line that says what was understood.
pub fn read_spectra<'a>(
    mut lines: impl Iterator<Item = Line<'a>>,
    layout: Layout,
    template: &Spectrum,
    reading: &mut Reading,
) -> Result<()> {
    read_lines_as_spectra(&mut lines, layout, template, reading)
}

fn read_lines_as_spectra(
    lines: &mut dyn Iterator<Item = Line<'_>>,
    mut layout: Layout,
    template: &Spectrum,
    reading: &mut Reading,
) -> Result<()> {
    let points = read_lines(lines, &mut layout, reading)?;
    let template = Spectrum { unit: layout.unit(), ..template.clone() };
    sweep::split(&points, &template, layout.split_by_cycle, reading)?;
    reading.understood = format!("{}; {}", layout.describe(), sweep::count_label(&reading.spectra));
    reading.warnings.truncate(MAX_WARNINGS);
    Ok(())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cells_follow_rfc_4180() {
        let cells = |d: Delimiter, line: &'static str| d.cells(line).collect::<Vec<_>>();
        assert_eq!(cells(Delimiter::Comma, r#"1, 2 ,"a, ""b""", ,3"#), ["1", "2", "a, \"b\"", "", "3"]);
        assert_eq!(cells(Delimiter::Comma, r#"Z'/ohm, Z"/ohm, "x"#), ["Z'/ohm", "Z\"/ohm", "x"]);
        assert_eq!(cells(Delimiter::Tab, "a\t\tb\t"), ["a", "", "b", ""]);
        assert_eq!(cells(Delimiter::Semicolon, "1,5; 2,5"), ["1,5", "2,5"]);
        assert_eq!(cells(Delimiter::Blank, "  1   2\t3 "), ["1", "2", "3"]);
        assert_eq!(cells(Delimiter::Comma, ""), [""]);
    }
}
