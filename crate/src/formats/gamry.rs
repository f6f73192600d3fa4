//! Gamry Framework (`.DTA`): labelled header lines, then tables whose rows begin with a tab.

use super::{
    Format, Reading, Source, header_number, note, plural, stamp,
    table::{self, Delimiter, Layout, Tables},
    text::{Line, Lines},
};
use crate::error::{Code, Error, Result};

/// Gamry's text files.
pub const FORMAT: Format = Format { id: "gamry", label: "Gamry DTA", recognise, read };

fn recognise(source: &Source) -> bool {
    let mut lines = source.lines().map(|l| l.text.trim()).filter(|l| !l.is_empty()).take(5);
    lines.any(|l| l.starts_with("TAG\t"))
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut spectrum = source.spectrum();
    let (mut date, mut time) = ("", "");
    let mut tables = Tables::default();
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let mut fields = line.text.split('\t').map(str::trim);
        let (label, kind) = (fields.next().unwrap_or_default(), fields.next().unwrap_or_default());
        let value = fields.next().unwrap_or_default();
        match label {
            "TAG" => note(&mut spectrum.meta, "technique", kind),
            "TITLE" => note(&mut spectrum.meta, "title", value),
            "DATE" => date = value,
            "TIME" => time = value,
            "PSTAT" => note(&mut spectrum.meta, "device", value),
            "AREA" => spectrum.area_cm2 = header_number(value).filter(|&a| a > 0.0),
            "VDC" => spectrum.bias_v = header_number(value),
            "EXPERIMENTABORTED" => reading.warn("The measurement was aborted; what was measured was read.".into()),
            // ZCURVE, and ZCURVE1, ZCURVE2 … where a file holds several.
            _ if kind == "TABLE" && label.starts_with("ZCURVE") => {
                let layout = curve(lines.clone(), line.number, &mut reading)?;
                tables.add(lines.clone().skip(2).take_while(is_row), layout, &mut reading)?;
            }
            _ => {}
        }
    }
    stamp::note_start(&mut spectrum.meta, &format!("{date} {time}"), stamp::Order::MonthFirst);
    tables.split(&spectrum, "no ZCURVE table: the file holds no impedance measurement.", &mut reading)?;
    Ok(reading)
}

fn is_row(line: &Line<'_>) -> bool {
    line.text.starts_with('\t')
}

/// How the table after the line `number` is laid out: a row of names, a row of units.
fn curve(lines: Lines<'_>, number: usize, reading: &mut Reading) -> Result<Layout> {
    let names = lines
        .clone()
        .next()
        .filter(is_row)
        .ok_or_else(|| Error::new(Code::Damaged, "the ZCURVE table has no column names.").at_line(number))?;
    let columns = Layout::columns_of_header(names.text, Delimiter::Tab);
    if !Layout::is_complete(&columns) {
        return Err(
            Error::new(Code::NoImpedanceColumns, "the ZCURVE table lacks Freq, Zreal or Zimag.").at_line(names.number)
        );
    }
    let rows = || lines.clone().skip(2).take_while(is_row);
    let evidence = table::decimal_of(rows(), Delimiter::Tab);
    let first = rows().next().and_then(|l| l.text.split('\t').nth(1)?.trim().parse::<usize>().ok());
    if let Some(missing) = first.filter(|&n| n > 0) {
        reading.warn(format!(
            "The table begins at point {missing}: {} missing before it.",
            plural(missing, "point is", "points are")
        ));
    }
    Ok(Layout::of_instrument(Delimiter::Tab, evidence.decimal(), columns))
}
