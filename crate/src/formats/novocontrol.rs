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
    if let Some(line) = source.lines().take(8).find(|l| l.text.contains("Diameter[mm]:")) {
        let diameter =
            line.text.split("Diameter[mm]:").nth(1).and_then(|v| header_number(v.split_whitespace().next()?));
        spectrum.area_cm2 = diameter.filter(|&d| d > 0.0).map(|mm| PI / 4.0 * (mm / 10.0) * (mm / 10.0));
    }
    generic::read_as(&FORMAT, source, spectrum).map_err(|e| match e.code {
        Code::NoImpedanceColumns => Error::new(
            Code::NoImpedanceColumns,
            "this export has no impedance; export Zs'[ohm] and Zs''[ohm] from WinDETA.",
        ),
        _ => e,
    })
}
