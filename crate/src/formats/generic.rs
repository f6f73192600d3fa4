//! Any table: the separator, the decimal sign, the header and the sign of the imaginary part find themselves.

use std::borrow::Cow;

use super::{
    Format, Reading, Source,
    column::{self, Column, Quantity},
    number, plural,
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
    if let Some(text) = unquoted(source) {
        return read_as(format, &Source::new(source.name, text.as_bytes()), spectrum);
    }
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
        return Err(found.refusal.unwrap_or_else(|| {
            Error::new(
                Code::NoImpedanceColumns,
                format!(
                    "{} is a table, but no header names a frequency and an impedance (such as “freq/Hz, Re(Z)/Ohm, \
                     -Im(Z)/Ohm”). Choose its columns by hand.",
                    source.name
                ),
            )
        }));
    };
    reading.warnings.append(&mut found.warnings);
    found.layout.keep_zero_frequency = format.id == FORMAT.id;
    let delimiter = found.layout.delimiter;
    let rows = || source.lines().skip_while(|l| l.number < start);
    if found.beside.is_empty() {
        table::read_spectra(rows(), found.layout, &spectrum, &mut reading)?;
        reading.understood = format!("{}-separated {}", delimiter.label(), reading.understood);
        return Ok(reading);
    }
    let tables = found.beside.len() + 1;
    for columns in core::iter::once(found.layout.columns.clone()).chain(found.beside) {
        let places: Vec<usize> = columns.iter().map(|c| c.index).collect();
        // The tables need not be equally long.
        let own = rows().filter(|l| {
            l.text.trim().is_empty()
                || delimiter.cells(l.text).enumerate().any(|(i, c)| places.contains(&i) && !c.is_empty())
        });
        let layout = Layout { columns, follow_headers: false, ..found.layout.clone() };
        table::read_spectra(own, layout, &spectrum, &mut reading)?;
    }
    let mut said = Vec::new();
    reading.warnings.retain(|w| {
        !said.contains(w) && {
            said.push(w.clone());
            true
        }
    });
    let beside = format!("{tables} tables side by side");
    reading.understood = format!("{}-separated {}", delimiter.label(), reading.understood);
    reading.understood = [beside, reading.understood].join("; ");
    Ok(reading)
}

/// The text without the quotes that some programs put around a whole row, the signs between its cells within them; nothing
/// where no row is so.
fn unquoted(source: &Source) -> Option<String> {
    fn inside(line: &str) -> Option<&str> {
        line.trim().strip_prefix('"')?.strip_suffix('"').filter(|inside| !inside.contains('"'))
    }
    let is_row = |line: Line<'_>| {
        let inside = inside(line.text)?;
        Delimiter::ALL.iter().find(|&&delimiter| count_numbers(inside, delimiter).0 >= 3)
    };
    source.lines().take(LOOKED_AT).find_map(is_row)?;
    let lines = source.lines().map(|l| [inside(l.text).unwrap_or(l.text), if l.ended { "\n" } else { "" }].concat());
    Some(lines.collect())
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
    /// Columns of the tables that stand beside the first.
    pub beside: Vec<Vec<Column>>,
    /// Why the table is not read although its header is understood.
    pub refusal: Option<Error>,
    /// What had to be guessed.
    pub warnings: Vec<String>,
}

/// Lines looked at to find out how the table is laid out.
const LOOKED_AT: usize = 2000;

/// A table in which nothing was understood.
pub fn nothing_found(delimiter: Delimiter) -> Found {
    let mut layout = Layout::of_instrument(delimiter, number::Decimal::Point, Vec::new());
    layout.follow_headers = true;
    Found {
        layout,
        header: None,
        first_row: None,
        start: None,
        beside: Vec::new(),
        refusal: None,
        warnings: Vec::new(),
    }
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

/// Line of the number of points, and that number: it stands alone, and a row of `width` numbers follows.
pub fn count_line(source: &Source, delimiter: Delimiter, width: usize) -> Option<(usize, usize)> {
    /// Lines among which it stands.
    const HEAD: usize = 200;
    let mut lines = source.lines().take(HEAD).peekable();
    while let Some(line) = lines.next() {
        let followed = lines.peek().is_some_and(|next| count_numbers(next.text, delimiter) == (width, width));
        if let Ok(count) = line.text.trim().parse()
            && followed
        {
            return Some((line.number, count));
        }
    }
    None
}

/// How many cells of a line are numbers, with a decimal sign of either kind, and how many are not empty.
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
    let header = header(source, delimiter);
    let from = header.as_ref().map_or(first_row, |h| h.line + 1);
    let rows = || source.lines().skip_while(|l| l.number < from);
    let evidence = table::decimal_of(rows(), delimiter);
    let mut warnings = Vec::new();
    let mut layout = Layout {
        delimiter,
        decimal: evidence.decimal(),
        columns: Vec::new(),
        split_by_cycle: true,
        keep_zero_frequency: false,
        follow_headers: true,
    };
    let (mut start, mut refusal, mut beside) = (None, None, Vec::new());
    let line = header.as_ref().map(|h| h.line);
    if let Some(mut header) = header {
        with_units_below(&mut header, source, delimiter);
        let unread;
        (beside, unread) = Layout::side_by_side(&header.columns);
        let said: Vec<&str> = beside.iter_mut().filter_map(|columns| Layout::share_unit(columns)).collect();
        warnings.extend(said.first().map(|said| said.to_string()));
        layout.columns = beside.remove(0);
        if unread > 0 {
            warnings.push(format!(
                "{} beside the first not read, as the columns differ in quantity or unit: save each as a file of its own.",
                plural(unread, "further table", "further tables")
            ));
        }
        if header.shifted {
            warnings.push("The rows have a name before the first column of the header.".into());
        }
        match header.refusal {
            Some(error) => refusal = Some(error),
            None => start = Layout::is_complete(&layout.columns).then_some(header.line + 1),
        }
    } else if !names_stand_above(source, delimiter, first_row)
        && let Some(columns) = without_header(&mut rows(), &layout)
    {
        layout.columns = columns;
        start = Some(first_row);
        warnings.push("The table has no header: its columns were taken for frequency (Hz), Re and Im (Ω).".into());
    }
    warnings.extend(settle_groups(source, from, &evidence, &mut layout).map(String::from));
    Found { layout, header: line, first_row: Some(first_row), start, beside, refusal, warnings }
}

/// Where every sign within the numbers could be that of thousandths or group thousands, the frequencies tell which: read
/// rightly, they follow each other. Gives what is to be said of it.
fn settle_groups(
    source: &Source,
    from: usize,
    evidence: &number::Evidence,
    layout: &mut Layout,
) -> Option<&'static str> {
    if !evidence.is_guess() && !evidence.may_group_by_points() {
        return None;
    }
    let frequency = layout.columns.iter().find(|c| c.quantity == Quantity::Frequency).map_or(usize::MAX, |c| c.index);
    let [point, comma] = [number::Decimal::Point, number::Decimal::Comma].map(|decimal| {
        layout.decimal = decimal;
        look_at_column(source, from, frequency, layout).0
    });
    layout.decimal = evidence.decimal();
    if evidence.is_guess() {
        if point < comma {
            layout.decimal = number::Decimal::Point;
            return Some(
                "Numbers such as “1,234” were taken for grouped thousands, as the frequencies follow each other then.",
            );
        }
        return Some(
            "Numbers such as “1,234” could have a decimal comma or grouped thousands; a decimal comma was taken.",
        );
    }
    if comma < point {
        layout.decimal = number::Decimal::Comma;
        return Some(
            "Numbers such as “1.234” were taken for grouped thousands, as the frequencies follow each other then.",
        );
    }
    // Programs write all numbers of a column with as many places, or cut zeros at their end: then some have fewer than three.
    let is_mixed = |c: &Column| look_at_column(source, from, c.index, layout).1;
    (comma == point && layout.columns.iter().any(is_mixed)).then_some(
        "Numbers such as “1.234” could have a decimal point or grouped thousands; a decimal point was taken.",
    )
}

/// How often the numbers of a column turn round, and whether some have a point and some do not.
#[inline(never)]
fn look_at_column(source: &Source, from: usize, index: usize, layout: &Layout) -> (usize, bool) {
    let (mut turns, mut direction, mut before) = (0, 0.0, None);
    let (mut with_point, mut without) = (false, false);
    for line in source.lines().take(from + LOOKED_AT) {
        let cell = if line.number < from { None } else { layout.delimiter.cells(line.text).nth(index) };
        let Some(cell) = cell else { continue };
        let Some(value) = number::parse(&cell, layout.decimal) else { continue };
        let step = before.map_or(0.0, |before| value - before);
        turns += usize::from(step * direction < 0.0);
        direction = if step == 0.0 { direction } else { step };
        before = Some(value);
        with_point |= cell.contains('.');
        without |= !cell.contains('.');
    }
    (turns, with_point && without)
}

/// A header that names a frequency and an impedance.
struct Header {
    line: usize,
    columns: Vec<Column>,
    /// Whether the rows have one cell more before the first.
    shifted: bool,
    refusal: Option<Error>,
}

/// The first line whose cells name a frequency and an impedance and stand over the columns of the row below.
fn header(source: &Source, delimiter: Delimiter) -> Option<Header> {
    /// Lines below a header among which the first row stands.
    const BELOW: usize = 8;
    let mut lines = source.lines().take(LOOKED_AT);
    while let Some(line) = lines.next() {
        if count_numbers(line.text, delimiter).0 >= 2 {
            continue;
        }
        let mut ways = header_cells(line.text, delimiter);
        ways.retain(|cells| Layout::is_complete(&Layout::named(cells.iter().cloned())));
        let Some(first) = ways.first() else { continue };
        let mut rows = Vec::new();
        for (below, l) in lines.clone().enumerate() {
            if count_numbers(l.text, delimiter).0 >= 2 {
                rows.push(cells_of(l.text, delimiter));
            } else if rows.is_empty() && below + 1 >= BELOW || !rows.is_empty() && !l.text.trim().is_empty() {
                break;
            }
        }
        let row = rows.first().map_or(&[][..], Vec::as_slice);
        let fits = ways.iter().find(|cells| row.is_empty() || cells.len() == row.len());
        let shifted = fits.is_none() && first.len() + 1 == row.len() && have_names(&rows);
        if delimiter == Delimiter::Blank && fits.is_none() && !shifted {
            // Names of several words: which of them stand over which column, nobody knows.
            continue;
        }
        let mut columns = Layout::named(fits.unwrap_or(first).iter().cloned());
        columns.iter_mut().for_each(|c| c.index += usize::from(shifted));
        let both = delimiter == Delimiter::Comma && !shifted && have_commas_within(&rows, fits.unwrap_or(first).len());
        let refusal = both.then(|| {
            let sentence = "commas stand between the cells and within the numbers, so that nobody can tell them \
                            apart; save the table with tabs or semicolons.";
            Error::new(Code::BadNumber, sentence).at_line(line.number + 1)
        });
        return Some(Header { line: line.number, columns, shifted, refusal });
    }
    None
}

/// The cells of a line without those that are empty at its end.
fn cells_of<'a>(line: &'a str, delimiter: Delimiter) -> Vec<Cow<'a, str>> {
    let mut cells: Vec<Cow<'a, str>> = delimiter.cells(line).collect();
    while cells.last().is_some_and(|c| c.is_empty()) {
        cells.pop();
    }
    cells
}

/// Signs that begin a comment.
const COMMENT: [char; 3] = ['#', '%', '!'];

/// Every way in which a header can be cut into cells: as the rows are; without a comment sign before it; with more signs
/// between the names than between the numbers; and where blanks stand between the cells, at double blanks, or with the
/// units in brackets kept beside their names.
fn header_cells<'a>(header: &'a str, delimiter: Delimiter) -> Vec<Vec<Cow<'a, str>>> {
    let bare = header.trim_start().trim_start_matches(COMMENT);
    let mut ways = vec![cells_of(header, delimiter)];
    if bare.len() < header.trim_start().len() {
        ways.push(cells_of(bare, delimiter));
    }
    let named = |cells: &Vec<Cow<'a, str>>| cells.iter().filter(|c| !c.is_empty()).cloned().collect::<Vec<_>>();
    ways.extend(ways.first().filter(|cells| cells.iter().any(|c| c.is_empty())).map(named));
    if delimiter == Delimiter::Blank {
        let wide = |text: &'a str| {
            text.split(['\t'])
                .flat_map(|t| t.split("  "))
                .map(str::trim)
                .filter(|c| !c.is_empty())
                .map(Cow::Borrowed)
                .collect()
        };
        ways.push(wide(header));
        ways.push(wide(bare));
        let mut joined: Vec<Cow<'a, str>> = Vec::new();
        let (mut in_bracket, mut after_stroke) = (false, false);
        for cell in cells_of(bare, delimiter) {
            let opens = cell.starts_with(['(', '[']);
            let is_unit = in_bracket || after_stroke || opens || cell.starts_with('/');
            in_bracket = (in_bracket || opens) && !cell.ends_with([')', ']']);
            after_stroke = cell == "/";
            match joined.last_mut().filter(|_| is_unit) {
                Some(last) => *last = Cow::Owned(format!("{last} {cell}")),
                None => joined.push(cell),
            }
        }
        ways.push(joined);
    }
    ways
}

/// Whether the first cell of the rows is their name or number, as R writes them without naming the column.
fn have_names(rows: &[Vec<Cow<'_, str>>]) -> bool {
    /// Rows looked at: 0,1 and 1,0 and 10,0 are numbers with a comma.
    const COUNTED: usize = 3;
    let number = |row: &Vec<Cow<'_, str>>| row.first().and_then(|c| c.parse::<u32>().ok());
    let Some(first) = rows.first() else { return false };
    match number(first) {
        Some(count) => {
            count <= 1 && rows.len() > 1 && (count..).zip(rows.iter().take(COUNTED)).all(|(n, r)| number(r) == Some(n))
        }
        None => first.first().is_some_and(|c| !c.bytes().any(|b| b.is_ascii_digit())),
    }
}

/// Whether commas stand within the numbers of a comma-separated table: some rows have more cells than the header, and
/// each of these could be cut at a decimal comma (no cell has a point) or at grouped thousands. Columns without a name
/// make rows wider too, but few of them could.
fn have_commas_within(rows: &[Vec<Cow<'_, str>>], width: usize) -> bool {
    let whole = |c: &Cow<'_, str>| number::parse(c, number::Decimal::Point).is_some() && !c.contains(['.', ',']);
    let groups = |pair: &[Cow<'_, str>]| {
        let [a, b] = pair else { return false };
        let digits = |text: &str| text.bytes().all(|b| b.is_ascii_digit());
        let before = a.trim_start_matches(['-', '+', '−']);
        let after = b.split('.').next().unwrap_or_default();
        matches!(before.len(), 1..=3) && digits(before) && !before.starts_with('0') && after.len() == 3 && digits(after)
    };
    let mut wider = rows.iter().filter(|row| row.iter().filter(|c| !c.is_empty()).count() > width).peekable();
    wider.peek().is_some() && wider.all(|row| row.iter().all(whole) || row.windows(2).any(groups))
}

/// A row of units below the header fills in what the names leave open.
fn with_units_below(header: &mut Header, source: &Source, delimiter: Delimiter) {
    let Some(units) = source.lines().nth(header.line) else { return };
    let units: Vec<_> = delimiter.cells(units.text).collect();
    header.columns.retain_mut(|column| {
        let unit = units.get(column.index).filter(|_| !column.unit_given);
        let Some((unit, (factor, per_area))) = unit.zip(unit.and_then(|u| column::unit_factor(column.quantity, u)))
        else {
            return true;
        };
        let angular = column.quantity == Quantity::Frequency && column.factor != 1.0;
        let factor = if angular { column::angular_factor(unit) } else { Some(factor) };
        column.factor = factor.unwrap_or(column.factor) * column.factor.signum();
        column.per_area = per_area;
        column.unit_given = true;
        factor.is_some()
    });
}

/// Whether the row above the numbers names three columns, in words not known here: then nothing is assumed of them.
fn names_stand_above(source: &Source, delimiter: Delimiter, first_row: usize) -> bool {
    let above = source.lines().take(first_row.saturating_sub(1)).filter(|l| !l.text.trim().is_empty()).last();
    above
        .is_some_and(|l| !l.text.starts_with(COMMENT) && delimiter.cells(l.text).filter(|c| !c.is_empty()).count() == 3)
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
