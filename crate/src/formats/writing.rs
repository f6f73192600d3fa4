//! What the writers share: every export names the package, the model, the geometry and the area.

use crate::{
    MODEL_VERSION, PACKAGE_VERSION, Spectrum, Unit,
    error::{Code, Error, Result},
};

/// The one spectrum of a format that holds no more.
pub fn only<'a>(spectra: &'a [Spectrum], format: &str) -> Result<&'a Spectrum> {
    match spectra {
        [spectrum] => Ok(spectrum),
        _ => Err(Error::new(
            Code::BadArgument,
            format!("A {format} file holds one spectrum, not {}; write one file for each.", spectra.len()),
        )),
    }
}

/// "Interphase 0.1.0; model 1".
pub fn program() -> String {
    format!("Interphase {PACKAGE_VERSION}; model {MODEL_VERSION}")
}

/// Whether the impedance is that of a cell or of one electrode, as far as it is known.
pub fn geometry(spectrum: &Spectrum) -> &str {
    spectrum.meta.get("geometry").map_or("not stated", String::as_str)
}

/// "0.785 cm2".
pub fn area(area_cm2: Option<f64>) -> String {
    area_cm2.map_or("not stated".into(), |a| format!("{} cm2", number(a)))
}

/// "Ohm" or "Ohm.cm2", for headers.
pub const fn unit(unit: Unit) -> &'static str {
    match unit {
        Unit::Ohm => "Ohm",
        Unit::OhmCm2 => "Ohm.cm2",
    }
}

/// The shortest digits that read back as the same number.
pub fn number(x: f64) -> String {
    if x == 0.0 || (1e-5..1e15).contains(&x.abs()) { x.to_string() } else { format!("{x:e}") }
}

/// A text cell on one line that no spreadsheet takes for a formula: where it begins with = + - @ an apostrophe stands
/// before it, and a semicolon, which cuts cells where the comma is the decimal sign, becomes a comma.
pub fn guarded(text: &str) -> String {
    let line: String = text
        .chars()
        .map(|c| {
            if c.is_control() {
                ' '
            } else if c == ';' {
                ','
            } else {
                c
            }
        })
        .collect();
    if line.trim_start().starts_with(['=', '+', '-', '@', '＝', '＋', '－', '＠']) {
        format!("'{line}")
    } else {
        line
    }
}

/// A cell of a comma-separated table: in quotes where it must be (RFC 4180).
pub fn cell(text: &str) -> String {
    if text.contains([',', ';', '"', '\t', '\n', '\r']) || text != text.trim() {
        format!("\"{}\"", text.replace('"', "\"\""))
    } else {
        text.into()
    }
}
