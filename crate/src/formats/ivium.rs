//! Ivium: one measurement (`.idf`) or several, one after another (`.ids`). Text with binary bytes in between; after
//! `primary_data` stand the number of columns, the number of rows, and rows of Z', Z'', frequency.

use num_complex::Complex64;

use super::{
    Format, Reading, Source, header_number, note, number, plural, stamp, sweep, sweep::Point, table::Delimiter,
};
use crate::{
    Spectrum,
    error::{Code, Error, Result},
};

/// IviumSoft files.
pub const FORMAT: Format = Format { id: "ivium", label: "Ivium", recognise, read };

fn recognise(source: &Source) -> bool {
    let has = |key: &str| source.lines().take(20_000).any(|l| bare(l.text).starts_with(key));
    has("primary_data") && has("Technique=")
}

/// A line without the zero bytes and control characters around it.
fn bare(text: &str) -> &str {
    text.trim_matches(|c: char| c.is_whitespace() || c.is_control())
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut spectrum = source.spectrum();
    let mut other_methods = 0;
    let mut lines = source.lines();
    while let Some(line) = lines.next() {
        let text = bare(line.text);
        if let Some((key, value)) = text.split_once('=') {
            match key.trim() {
                "starttime" => stamp::note_start(&mut spectrum.meta, value, stamp::Order::DayFirst),
                "Method" => note(&mut spectrum.meta, "technique", value),
                "Title" => note(&mut spectrum.meta, "title", value),
                "E start" => spectrum.bias_v = header_number(value),
                "Data Options.Area" => spectrum.area_cm2 = header_number(value).filter(|&a| a > 0.0),
                "Data Options.Temperature" => {
                    if let Some(kelvin) = header_number(value) {
                        spectrum.meta.insert("temperature".into(), format!("{kelvin} K"));
                    }
                }
                _ => {}
            }
        }
        if text != "primary_data" {
            continue;
        }
        let is_impedance = spectrum.meta.get("technique").is_none_or(|m| m.to_ascii_lowercase().contains("impedance"));
        if is_impedance {
            block(&mut lines, &spectrum, &mut reading)?;
        } else {
            other_methods += 1;
        }
    }
    if other_methods > 0 {
        reading.warn(format!(
            "{} that hold no impedance passed over.",
            plural(other_methods, "measurement", "measurements")
        ));
    }
    if reading.spectra.is_empty() {
        return Err(Error::new(Code::Empty, "the file holds no impedance measurement."));
    }
    reading.understood =
        format!("columns 3, 1, 2 of primary_data; Im; Hz; Ω; {}", sweep::count_label(&reading.spectra));
    Ok(reading)
}

/// The rows after `primary_data`.
fn block(lines: &mut super::text::Lines<'_>, template: &Spectrum, reading: &mut Reading) -> Result<()> {
    let damaged = |what: &str, line: usize| {
        let error = Error::new(Code::Damaged, format!("after primary_data {what}."));
        if line > 0 { error.at_line(line) } else { error }
    };
    let mut count = |what: &str| {
        let line = lines.next();
        let value = line.and_then(|l| bare(l.text).parse::<usize>().ok());
        value.ok_or_else(|| damaged(&format!("the number of {what} is missing"), line.map_or(0, |l| l.number)))
    };
    let columns = count("columns")?;
    let declared = count("rows")?;
    if columns < 3 {
        return Err(damaged(&format!("stand {columns} columns instead of the three of an impedance"), 0));
    }
    let mut points = Vec::new();
    let mut ahead = lines.clone();
    while points.len() < declared {
        let Some(line) = ahead.next() else { break };
        let mut evidence = number::Evidence::default();
        Delimiter::Blank.cells(bare(line.text)).for_each(|c| evidence.see(&c));
        let mut values = Delimiter::Blank.cells(bare(line.text)).map(|c| number::parse(&c, evidence.decimal()));
        let (Some(Some(re)), Some(Some(im)), Some(Some(frequency))) = (values.next(), values.next(), values.next())
        else {
            break;
        };
        if frequency <= 0.0 {
            return Err(damaged(&format!("a row has the frequency {frequency} Hz"), line.number));
        }
        if !line.ended && ahead.clone().next().is_none() {
            reading
                .warn(format!("Line {} is the last and has no line end; the file may be cut off there.", line.number));
        }
        points.push(Point { frequency, impedance: Complex64::new(re, im), ..Point::default() });
        *lines = ahead.clone();
    }
    if points.len() != declared {
        reading.warn(format!("{} announced, {} found.", plural(declared, "row", "rows"), points.len()));
    }
    sweep::split(&points, template, false, reading)
}
