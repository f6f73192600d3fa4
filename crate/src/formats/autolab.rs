//! Metrohm Autolab and Eco Chemie: the FRA's `.dfr` and `.P00`, and NOVA's text export.

use num_complex::Complex64;

use super::{
    Format, Reading, Source, generic, note, number, stamp, sweep,
    sweep::Point,
    table,
    table::{Delimiter, Layout},
};
use crate::error::{Code, Error, Result};

/// FRA data files: one number a line, nine lines a point.
pub const DFR: Format = Format { id: "autolab-dfr", label: "Autolab FRA (.dfr)", recognise: is_dfr, read: read_dfr };

/// FRA exports: a column row, the number of points, rows.
pub const P00: Format = Format { id: "autolab-p00", label: "Autolab FRA (.P00)", recognise: is_p00, read: read_p00 };

/// NOVA's text export.
pub const NOVA: Format = Format { id: "nova", label: "Metrohm NOVA text", recognise: is_nova, read: read_nova };

fn is_dfr(source: &Source) -> bool {
    source.first_line().starts_with("VERSION")
        && source.lines().nth(1).is_some_and(|l| l.text.trim().parse::<usize>().is_ok())
}

fn read_dfr(source: &Source) -> Result<Reading> {
    /// Numbers of one point: frequency, Re, -Im, and six more.
    const LINES: usize = 9;
    let mut reading = Reading::new(DFR.id);
    let declared: usize = source.lines().nth(1).and_then(|l| l.text.trim().parse().ok()).unwrap_or_default();
    let mut evidence = number::Evidence::default();
    let body = || source.lines().skip(3);
    body().take(200).for_each(|l| evidence.see(l.text));
    let mut points = Vec::new();
    let mut values = [0.0; LINES];
    let mut lines = body();
    'points: while points.len() < declared {
        for value in &mut values {
            let Some(line) = lines.next() else { break 'points };
            let parsed = number::parse(line.text, evidence.decimal());
            if parsed.is_none() && points.is_empty() || parsed.is_none() && line.ended && lines.clone().next().is_some()
            {
                return Err(Error::new(Code::BadNumber, format!("“{}” is not a number.", line.text.trim()))
                    .at_line(line.number));
            }
            let Some(parsed) = parsed else { break 'points };
            if !line.ended {
                break 'points;
            }
            *value = parsed;
        }
        let [frequency, re, minus_im, ..] = values;
        if frequency > 0.0 {
            points.push(Point { frequency, impedance: Complex64::new(re, -minus_im), ..Point::default() });
        }
    }
    let mut spectrum = source.spectrum();
    if let Some(date) = lines.take(400).find_map(|l| stamp::parse(l.text.trim(), stamp::Order::DayFirst)) {
        spectrum.meta.insert("started".into(), date);
    }
    sweep::split(&points, &spectrum, false, &mut reading)?;
    reading.announced(declared);
    reading.understood =
        format!("nine numbers a point: f, Re, −Im, …; Hz; Ω; {}", sweep::count_label(&reading.spectra));
    Ok(reading)
}

/// The column row of a `.P00` file.
fn p00_header<'a>(source: &'a Source) -> Option<super::text::Line<'a>> {
    source.lines().take(60).find(|l| l.text.trim_start().starts_with("f/Hz") && l.text.contains("-Z''/Ohm"))
}

fn is_p00(source: &Source) -> bool {
    p00_header(source)
        .is_some_and(|header| source.lines().nth(header.number).is_some_and(|l| l.text.trim().parse::<usize>().is_ok()))
}

fn read_p00(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(P00.id);
    let mut spectrum = source.spectrum();
    let header = p00_header(source).ok_or_else(|| Error::new(Code::Damaged, "the column row is missing."))?;
    if let Some(procedure) = source.first_line().strip_prefix("Procedure :") {
        note(&mut spectrum.meta, "title", procedure);
    }
    if let Some(line) = source.lines().nth(1) {
        let begin = line.text.split(" - ").next().unwrap_or_default();
        stamp::note_start(&mut spectrum.meta, begin, stamp::Order::DayFirst);
    }
    let declared: usize =
        source.lines().nth(header.number).and_then(|l| l.text.trim().parse().ok()).unwrap_or_default();
    let rows = || source.lines().skip(header.number + 1);
    let layout = Layout::of_instrument(
        Delimiter::Tab,
        table::decimal_of(rows(), Delimiter::Tab).decimal(),
        Layout::columns_of_header(header.text, Delimiter::Tab),
    );
    table::read_spectra(rows(), layout, &spectrum, &mut reading)?;
    reading.announced(declared);
    Ok(reading)
}

fn is_nova(source: &Source) -> bool {
    let first = source.first_line();
    first.contains("Frequency (Hz)") && first.contains("Z' (Ω)") && first.contains("-Z'' (Ω)")
}

fn read_nova(source: &Source) -> Result<Reading> {
    generic::read_as(&NOVA, source, source.spectrum())
}
