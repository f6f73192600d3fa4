//! Novocontrol WinDETA: the text export, where it holds impedance (`Zs'`, `Zs''`).

use core::f64::consts::PI;

use super::{Format, Reading, Source, generic, header_number, note, stamp};
use crate::error::{Code, Error, Result};

/// WinDETA text exports.
pub const FORMAT: Format = Format { id: "novocontrol", label: "Novocontrol WinDETA text", recognise, read };

fn recognise(source: &Source) -> bool {
    let mut lines = source.lines().take(8).map(|l| l.text);
    lines.clone().any(|l| l.trim_start().starts_with("Freq."))
        && lines.any(|l| l.contains("[mm]") || l.contains("Fixed value"))
}

fn read(source: &Source) -> Result<Reading> {
    let mut spectrum = source.spectrum();
    let first = source.first_line();
    if let Some((sample, date)) = first.split_once(',') {
        note(&mut spectrum.meta, "sample", sample);
        stamp::note_start(&mut spectrum.meta, date, stamp::Order::DayFirst);
    }
    let head = || source.lines().take(8).map(|l| l.text);
    // Some versions write "Diameter[mm]: 8.84", some leave the colon out.
    let diameter = head().find_map(|l| header_value(l, "Diameter[mm]")).filter(|&d| d > 0.0);
    spectrum.area_cm2 = diameter.map(|mm| PI / 4.0 * (mm / 10.0) * (mm / 10.0));
    if let Some(kelvin) = head().filter(|l| l.contains("Fixed value")).find_map(|l| header_value(l, "Temp. [K]")) {
        spectrum.meta.insert("temperature".into(), format!("{kelvin} K"));
    }
    generic::read_as(&FORMAT, source, spectrum).map_err(|e| match e.code {
        Code::NoImpedanceColumns => Error::new(
            Code::NoImpedanceColumns,
            "this export has no impedance; export Zs'[ohm] and Zs''[ohm] from WinDETA.",
        ),
        _ => e,
    })
}

/// The number after `key`, with a colon, an equals sign or nothing between.
fn header_value(line: &str, key: &str) -> Option<f64> {
    let (_, after) = line.split_once(key)?;
    header_number(after.trim_start_matches([':', '=', ' ']).split_whitespace().next()?)
}
