//! OrigaLys OrigaMaster (`.crv`): the method and its settings, the number of points, then rows of nine numbers, of which
//! the first, seventh and eighth are frequency, Z' and -Z''.

use super::{
    Format, Reading, Source,
    column::{Column, Quantity},
    generic, note,
    table::{self, Delimiter, Layout},
    text::Line,
};
use crate::error::Result;

/// OrigaMaster curves.
pub const FORMAT: Format = Format { id: "origalys", label: "OrigaLys OrigaMaster", recognise, read };

/// Line of the number of points, and that number.
fn count_line(source: &Source) -> Option<(usize, usize)> {
    generic::count_line(source, Delimiter::Tab, 9)
}

/// The name of the method, "Pot. Dynamic EIS (Impedance)".
fn method<'a>(source: &'a Source) -> Option<Line<'a>> {
    source.lines().take(6).find(|l| l.text.contains("EIS (Impedance)"))
}

fn recognise(source: &Source) -> bool {
    method(source).is_some() && count_line(source).is_some()
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut spectrum = source.spectrum();
    if let Some(method) = method(source) {
        note(&mut spectrum.meta, "technique", method.text);
    }
    let (line, declared) = count_line(source).unwrap_or_default();
    let column = |(index, quantity, factor)| Column { index, quantity, factor, per_area: false, unit_given: true };
    let columns = [(0, Quantity::Frequency, 1.0), (6, Quantity::Real, 1.0), (7, Quantity::Imaginary, -1.0)].map(column);
    // Whatever stands below the rows is not of the curve.
    let rows = || source.lines().skip(line).take(declared);
    let decimal = table::decimal_of(rows(), Delimiter::Tab).decimal();
    let layout = Layout::of_instrument(Delimiter::Tab, decimal, columns.into());
    table::read_spectra(rows(), layout, &spectrum, &mut reading)?;
    reading.announced(declared);
    Ok(reading)
}
