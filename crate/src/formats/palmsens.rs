//! PalmSens: PSTrace sessions (`.pssession`, JSON in UTF-16) and PSTrace's text export.

use num_complex::Complex64;

use super::{
    Format, Reading, Source, generic,
    json::{self, Json},
    note, stamp, sweep,
};
use crate::{
    Spectrum,
    error::{Code, Error, Result},
};

/// PSTrace sessions.
pub const SESSION: Format = Format { id: "palmsens", label: "PalmSens session", recognise, read };

/// PSTrace's comma-separated export.
pub const CSV: Format = Format { id: "pstrace-csv", label: "PSTrace text", recognise: is_csv, read: read_csv };

fn recognise(source: &Source) -> bool {
    let start = source.text().trim_start_matches(['\u{feff}', ' ', '\n', '\r', '\t']).chars().take(400);
    let start = start.collect::<String>().to_ascii_lowercase();
    // Our own JSON may tell of a session it was read from.
    start.starts_with('{') && start.contains("palmsens") && !start.starts_with("{\"format\":\"interphase")
}

fn read(source: &Source) -> Result<Reading> {
    let session = json::parse(source.text())?;
    let mut reading = Reading::new(SESSION.id);
    let measurements = json::list(json::field(&session, "Measurements"));
    let mut others = 0;
    for measurement in measurements {
        let mut spectrum = source.spectrum();
        if let Some(title) = json::text(json::field(measurement, "Title")) {
            note(&mut spectrum.meta, "technique", title);
        }
        if let Some(device) = json::text(json::field(measurement, "DeviceSerial")) {
            note(&mut spectrum.meta, "device", device);
        }
        // Ticks of 100 ns since the year 1.
        if let Some(ticks) = json::number(json::field(measurement, "TimeStamp")).filter(|t| *t > 6.2e17) {
            spectrum.meta.insert("started".into(), stamp::of_seconds(ticks / 1e7 - 62_135_596_800.0));
        }
        let before = reading.spectra.len();
        for data in json::list(json::field(measurement, "EISDataList")) {
            eis_data(data, &spectrum, &mut reading)?;
        }
        // Sessions without EISDataList keep the table of the measurement alone.
        if reading.spectra.len() == before
            && let Some(set) = json::field(measurement, "DataSet")
        {
            data_set(set, &spectrum, &mut reading)?;
        }
        others += usize::from(reading.spectra.len() == before);
    }
    if reading.spectra.is_empty() {
        return Err(Error::new(Code::Empty, "the session holds no impedance measurement."));
    }
    if others > 0 {
        reading.warn(format!("{} of other kinds passed over.", super::plural(others, "measurement", "measurements")));
    }
    reading.understood = format!("Frequency, ZRe, ZIm (−Im); Hz; Ω; {}", sweep::count_label(&reading.spectra));
    Ok(reading)
}

/// One entry of EISDataList: its own table, or one for each DC potential.
fn eis_data(data: &Json, template: &Spectrum, reading: &mut Reading) -> Result<()> {
    let title = |json: &Json| json::text(json::field(json, "Title")).unwrap_or_default().trim().to_string();
    let scans = json::list(json::field(data, "SubScans"));
    let before = reading.spectra.len();
    for scan in scans {
        let mut spectrum = template.clone();
        spectrum.name = [template.name.as_str(), &title(data), &title(scan)].join(" · ");
        if let Some(set) = json::field(scan, "DataSet") {
            data_set(set, &spectrum, reading)?;
        }
    }
    if reading.spectra.len() == before
        && let Some(set) = json::field(data, "DataSet")
    {
        let mut spectrum = template.clone();
        note(&mut spectrum.meta, "title", &title(data));
        data_set(set, &spectrum, reading)?;
    }
    Ok(())
}

/// A table of columns with a description each; ZIm has the sign turned.
fn data_set(set: &Json, template: &Spectrum, reading: &mut Reading) -> Result<()> {
    let column = |name: &str| {
        let named = |c: &&Json| json::text(json::field(c, "Description")).is_some_and(|d| d.eq_ignore_ascii_case(name));
        let column = json::list(json::field(set, "Values")).iter().find(named)?;
        let values = json::list(json::field(column, "DataValues")).iter();
        Some(values.map(|v| json::number(json::field(v, "V"))).collect::<Vec<Option<f64>>>())
    };
    let (Some(frequency), Some(re), Some(im)) = (column("Frequency"), column("ZRe"), column("ZIm")) else {
        return Ok(());
    };
    if re.len() != frequency.len() || im.len() != frequency.len() {
        return Err(Error::new(
            Code::Damaged,
            format!("{} frequencies, {} ZRe and {} ZIm stand side by side.", frequency.len(), re.len(), im.len()),
        ));
    }
    let (time, bias) = (column("time"), column("Edc").or_else(|| column("E dc")));
    let at = |values: &Option<Vec<Option<f64>>>, i: usize| values.as_ref().and_then(|v| v.get(i).copied().flatten());
    let mut points = Vec::with_capacity(frequency.len());
    for (i, ((f, re), im)) in frequency.iter().zip(&re).zip(&im).enumerate() {
        if let (Some(frequency), Some(re), Some(im)) = (*f, *re, *im)
            && frequency > 0.0
        {
            points.push(sweep::Point {
                frequency,
                impedance: Complex64::new(re, -im),
                time: at(&time, i),
                bias: at(&bias, i),
                ..sweep::Point::default()
            });
        }
    }
    if points.is_empty() {
        return Ok(());
    }
    if points.len() < frequency.len() {
        reading.warn(format!(
            "{} without a value left out.",
            super::plural(frequency.len() - points.len(), "point", "points")
        ));
    }
    sweep::split(&points, template, false, reading)
}

fn is_csv(source: &Source) -> bool {
    source.lines().take(60).any(|l| {
        // Some copies have quotes around whole lines.
        let line = l.text.trim_start_matches('"').to_ascii_lowercase();
        line.starts_with("freq / hz") && line.contains("neg. phase")
    })
}

fn read_csv(source: &Source) -> Result<Reading> {
    let mut spectrum = source.spectrum();
    for line in source.lines().take(40) {
        let Some((key, value)) = line.text.trim_matches('"').split_once(',') else { continue };
        match key.trim().trim_end_matches(':') {
            "File date" | "Date and time measurement" | "Date and time" => {
                stamp::note_start(&mut spectrum.meta, value, stamp::Order::MonthFirst);
            }
            "Measurement" => note(&mut spectrum.meta, "technique", value.trim_end_matches(',')),
            _ => {}
        }
    }
    // PSTrace writes -Im under "Z''", as it writes the negative phase.
    let text = source.text().replace(",Z'' /", ",-Z'' /");
    generic::read_as(&CSV, &Source::new(source.name, text.as_bytes()), spectrum)
}
