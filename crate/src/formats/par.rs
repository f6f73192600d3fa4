//! Princeton Applied Research: VersaStudio (`.par`), and the text of PARSTAT and PowerSuite.

use super::{
    Format, Reading, Source, generic, header_number, note, stamp,
    table::{self, Delimiter, Layout, Tables},
};
use crate::error::Result;

/// VersaStudio files: sections in angle brackets, the data in `<Segment1>` and on.
pub const VERSASTUDIO: Format =
    Format { id: "versastudio", label: "VersaStudio", recognise: is_versastudio, read: read_versastudio };

/// The text that PARSTAT and PowerSuite export: one header row, then the rows.
pub const TEXT: Format = Format { id: "par-text", label: "PAR text", recognise: is_text, read: read_text };

fn is_versastudio(source: &Source) -> bool {
    let first = source.first_line();
    first == "<Application>" && source.lines().take(4).any(|l| l.text.contains("VersaStudio"))
        // Without the sections before the data.
        || first.starts_with('<') && source.lines().any(|l| l.text.starts_with("Definition=Segment #"))
}

fn read_versastudio(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(VERSASTUDIO.id);
    let mut spectrum = source.spectrum();
    let (mut date, mut time) = ("", "");
    let mut tables = Tables::default();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let Some((key, value)) = line.text.split_once('=') else { continue };
        match key.trim() {
            "TimeAcquired" => time = value,
            "DateAcquired" => date = value,
            "Working Electrode Area (cm2)" => spectrum.area_cm2 = header_number(value).filter(|&a| a > 0.0),
            "Model" => note(&mut spectrum.meta, "device", value),
            "Name" => note(&mut spectrum.meta, "technique", value),
            "Definition" => {
                let columns = Layout::columns_of_header(value, Delimiter::Comma);
                if !Layout::is_complete(&columns) {
                    continue;
                }
                let rows = || lines.clone().take_while(|l| !l.text.trim_start().starts_with('<'));
                let decimal = table::decimal_of(rows(), Delimiter::Comma).decimal();
                tables.add(rows(), Layout::of_instrument(Delimiter::Comma, decimal, columns), &mut reading)?;
            }
            _ => {}
        }
    }
    stamp::note_start(&mut spectrum.meta, &format!("{date} {time}"), stamp::Order::MonthFirst);
    let missing = "no segment with Frequency(Hz), Z Real and Z Imag: is it an impedance measurement?";
    tables.split(&spectrum, missing, &mut reading)?;
    reading.warn("The impedance in a .par file is not calibrated; data copied out of VersaStudio are.".into());
    Ok(reading)
}

fn is_text(source: &Source) -> bool {
    let first = source.first_line();
    let has = |name: &str| first.split('\t').any(|c| c.trim() == name);
    has("Frequency (Hz)") && has("Zre (ohms)") && has("Zim (ohms)") || has("Frequency") && has("Zre") && has("Zimg")
}

fn read_text(source: &Source) -> Result<Reading> {
    generic::read_as(&TEXT, source, source.spectrum())
}
