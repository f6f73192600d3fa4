//! CH Instruments: the text of an "A.C. Impedance" measurement.

use super::{Format, Reading, Source, generic, note, stamp};
use crate::error::Result;

/// CH Instruments' text files.
pub const FORMAT: Format = Format { id: "chi", label: "CH Instruments text", recognise, read };

fn recognise(source: &Source) -> bool {
    let mut top = source.lines().take(12).map(|l| l.text.trim());
    let title = |l: &str| l.starts_with("A.C. Impedance") || l.starts_with("Impedance - ");
    // "Convert to text" leaves out what stands before the settings.
    let settings = ["Init E (V)", "High Frequency (Hz)"].map(|key| top.clone().any(|l| l.starts_with(key)));
    settings == [true; 2]
        || top.clone().any(title) && top.any(|l| l.starts_with("Instrument Model") || l.starts_with("Data Source"))
}

fn read(source: &Source) -> Result<Reading> {
    let mut spectrum = source.spectrum();
    stamp::note_start(&mut spectrum.meta, source.first_line(), stamp::Order::MonthFirst);
    for line in source.lines().take(60) {
        let Some((key, value)) = line.text.split_once([':', '=']) else { continue };
        match key.trim() {
            "Instrument Model" => note(&mut spectrum.meta, "device", value),
            "Note" => note(&mut spectrum.meta, "comment", value),
            "Init E (V)" => spectrum.bias_v = super::header_number(value),
            _ => {}
        }
    }
    spectrum.meta.insert("technique".into(), "A.C. Impedance".into());
    generic::read_as(&FORMAT, source, spectrum)
}
