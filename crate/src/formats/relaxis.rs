//! RelaxIS: the text of a spectrum export.

use super::{Format, Reading, Source, generic, stamp};
use crate::error::Result;

/// RelaxIS spectrum exports.
pub const FORMAT: Format = Format { id: "relaxis", label: "RelaxIS text", recognise, read };

fn recognise(source: &Source) -> bool {
    let first = source.first_line();
    first.starts_with("RelaxIS") && first.contains("export")
}

fn read(source: &Source) -> Result<Reading> {
    let mut spectrum = source.spectrum();
    if let Some(date) = source.lines().take(5).find_map(|l| l.text.strip_prefix("Date:")) {
        stamp::note_start(&mut spectrum.meta, date, stamp::Order::MonthFirst);
    }
    generic::read_as(&FORMAT, source, spectrum)
}
