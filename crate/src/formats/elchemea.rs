//! Elchemea (`.i2b`): lines of free text, the number of points, then rows of frequency, Re, Im.

use super::{
    Format, Reading, Source,
    column::{Column, Quantity},
    generic, note, table,
    table::{Delimiter, Layout},
};
use crate::error::Result;

/// Elchemea files.
pub const FORMAT: Format = Format { id: "elchemea", label: "Elchemea", recognise, read };

/// Line of the number of points, and that number.
fn count_line(source: &Source) -> Option<(usize, usize)> {
    generic::count_line(source, Delimiter::Blank, 3)
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
    reading.announced(declared);
    Ok(reading)
}
