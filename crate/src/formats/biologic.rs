//! BioLogic EC-Lab: the text export (`.mpt`, often `.txt`).

use super::{
    Format, Reading, Source, generic, header_number, note, stamp,
    table::{self, Delimiter, Layout},
    text::Line,
};
use crate::error::{Code, Error, Result};

/// EC-Lab's text export, with its header or without.
pub const MPT: Format = Format { id: "biologic-mpt", label: "BioLogic EC-Lab text", recognise, read };

fn recognise(source: &Source) -> bool {
    let first = source.first_line();
    first.starts_with("EC-Lab ASCII FILE") || first.starts_with("BT-Lab ASCII FILE") || is_column_row(first)
}

/// The row that names the columns, wherever the header says it is.
fn header_row<'a>(source: &'a Source) -> Option<Line<'a>> {
    /// Lines among which it stands; headers of many steps have some thousand.
    const LINES: usize = 20_000;
    source.lines().take(LINES).find(|l| {
        let may_be = l.text.contains('\t') && l.text.to_ascii_lowercase().contains("freq");
        may_be && Layout::is_complete(&Layout::columns_of_header(l.text, Delimiter::Tab))
    })
}

fn no_columns(source: &Source, declared: Option<usize>) -> Error {
    match declared {
        Some(lines) if source.lines().count() < lines => {
            Error::new(Code::Damaged, format!("the header should have {lines} lines, but the file ends before them."))
        }
        _ => Error::new(
            Code::NoImpedanceColumns,
            "no column row with freq/Hz and Re(Z)/Ohm or |Z|/Ohm: is it an impedance measurement?",
        ),
    }
}

/// Columns as EC-Lab names them.
fn is_column_row(line: &str) -> bool {
    line.split('\t').any(|cell| cell.trim() == "freq/Hz")
        && line.split('\t').any(|cell| matches!(cell.trim(), "Re(Z)/Ohm" | "|Z|/Ohm"))
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(MPT.id);
    let mut spectrum = source.spectrum();
    let declared = source
        .lines()
        .take(5)
        .find_map(|l| l.text.split_once("header lines")?.1.trim_matches([' ', ':', '\t']).parse::<usize>().ok());
    let Some(header) = header_row(source) else {
        // Re-saved by a spreadsheet, with other signs between the cells.
        return generic::read_as(&MPT, source, spectrum).map_err(|_| no_columns(source, declared));
    };
    if declared.is_some_and(|n| n != header.number) {
        reading.warn(format!("The column row stands in line {}, not where the header says.", header.number));
    }
    for (i, line) in source.lines().take_while(|l| l.number < header.number).enumerate() {
        if i == 3 {
            note(&mut spectrum.meta, "technique", line.text);
        }
        let Some((key, value)) = line.text.split_once(':') else { continue };
        match key.trim() {
            "Acquisition started on" => stamp::note_start(&mut spectrum.meta, value, stamp::Order::MonthFirst),
            "Technique started on" => stamp::note_start(&mut spectrum.meta, value, stamp::Order::MonthFirst),
            "Electrode surface area" => spectrum.area_cm2 = area_cm2(value),
            "Device" => note(&mut spectrum.meta, "device", value),
            "Electrolyte" => note(&mut spectrum.meta, "electrolyte", value),
            "Electrode material" => note(&mut spectrum.meta, "electrode", value),
            "Comments" => note(&mut spectrum.meta, "comment", value),
            _ => {}
        }
    }
    let columns = Layout::columns_of_header(header.text, Delimiter::Tab);
    let rows = || source.lines().skip(header.number);
    let decimal = table::decimal_of(rows(), Delimiter::Tab).decimal();
    let layout = Layout::of_instrument(Delimiter::Tab, decimal, columns);
    table::read_spectra(rows(), layout, &spectrum, &mut reading)?;
    Ok(reading)
}

/// "0.785 cm²"; EC-Lab writes 0.001 or 0.000 where nobody entered one.
fn area_cm2(value: &str) -> Option<f64> {
    let (number, unit) = value.trim().split_once(' ')?;
    let factor = match unit.trim().replace('²', "2").as_str() {
        "cm2" => 1.0,
        "mm2" => 1e-2,
        "m2" => 1e4,
        "µm2" | "μm2" => 1e-8,
        _ => return None,
    };
    header_number(number).map(|a| a * factor).filter(|&a| a > 0.001)
}
