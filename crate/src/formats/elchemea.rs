//! Elchemea (`.i2b`): lines of free text, the number of points, then rows of frequency, Re, Im.

use super::{
    Format, Reading, Source,
    column::{Column, Quantity},
    note, number, table,
    table::{Delimiter, Layout},
};
use crate::{Spectrum, error::Result};

/// Elchemea files.
pub const FORMAT: Format = Format { id: "elchemea", label: "Elchemea", recognise, read };

/// Lines of free text that may stand before the number of points.
const HEAD: usize = 100;

/// Line of the number of points, and that number: it stands alone, and three blank-separated numbers follow.
fn count_line(source: &Source) -> Option<(usize, usize)> {
    let mut lines = source.lines().take(HEAD).peekable();
    while let Some(line) = lines.next() {
        let Ok(count) = line.text.trim().parse::<usize>() else { continue };
        let next = lines.peek()?.text;
        let is_row =
            Delimiter::Blank.cells(next).filter(|c| number::parse(c, number::Decimal::Point).is_some()).count() == 3;
        return (is_row && Delimiter::Blank.cells(next).count() == 3).then_some((line.number, count));
    }
    None
}

fn recognise(source: &Source) -> bool {
    !source.is_binary() && count_line(source).is_some()
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let (line, declared) = count_line(source).unwrap_or_default();
    let mut spectrum = source.spectrum();
    let comment: Vec<&str> = source.lines().take_while(|l| l.number < line).map(|l| l.text.trim()).collect();
    note(&mut spectrum.meta, "comment", comment.join(" ").trim());
    let columns = [Quantity::Frequency, Quantity::Real, Quantity::Imaginary].into_iter().enumerate();
    let columns =
        columns.map(|(index, quantity)| Column { index, quantity, factor: 1.0, per_area: false, unit_given: true });
    let rows = || source.lines().skip(line);
    let layout = Layout::of_instrument(
        Delimiter::Blank,
        table::decimal_of(rows(), Delimiter::Blank).decimal(),
        columns.collect(),
    );
    table::read_spectra(rows(), layout, &spectrum, &mut reading)?;
    let read: usize = reading.spectra.iter().map(Spectrum::len).sum();
    if read != declared {
        reading.warn(format!("The header announces {declared} points, the file holds {read}."));
    }
    Ok(reading)
}
