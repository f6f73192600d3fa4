//! Scribner ZPlot and ZView (`.z`), the older quoted layout, and the `.z60` of other programs in the same layout.
//! Fields 1, 5 and 6 of a row are frequency, Z' and Z''.

use super::{
    Format, Reading, Source,
    column::{Column, Quantity},
    header_number, note, stamp,
    table::{self, Delimiter, Layout},
    text::Line,
    writing,
};
use crate::{
    Spectrum, Unit,
    error::{Code, Error, Result},
};

/// ZPlot and ZView data.
pub const FORMAT: Format = Format { id: "zview", label: "ZView", recognise, read };

/// What the first line begins with, in any case.
const TITLES: [&str; 6] = [
    "ZPLOT2 ASCII",
    "ZPlotW Data File",
    "ZPlot Data File",
    "Z60W Data File",
    "ZView Calculated Data File",
    "ZView Data File",
];

fn recognise(source: &Source) -> bool {
    let first = source.first_line().trim_start_matches('"');
    TITLES.iter().any(|title| first.get(..title.len()).is_some_and(|start| start.eq_ignore_ascii_case(title)))
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut spectrum = source.spectrum();
    let (mut date, mut time) = (String::new(), String::new());
    let mut declared = None;
    let mut start = None;
    let mut in_comments = false;
    for line in source.lines().take(2000) {
        let text = line.text.trim().trim_matches('"').trim();
        // What a person wrote says nothing about the measurement.
        in_comments =
            (in_comments || text.starts_with("Begin User Comments")) && !text.starts_with("End User Comments");
        if in_comments {
            continue;
        }
        if let Some((key, value)) = text.split_once(':') {
            match key.trim() {
                "Date" => {
                    // The older layout has the time on the same line.
                    let (d, t) = value.split_once("Time:").unwrap_or((value, ""));
                    date = d.trim().into();
                    time = if t.is_empty() { time } else { t.trim().into() };
                }
                "Time" => time = value.trim().into(),
                "Surface Area" => spectrum.area_cm2 = header_number(value).filter(|&a| a > 0.0),
                "Potential-DC" => spectrum.bias_v = header_number(value),
                "Experiment Type" => note(&mut spectrum.meta, "technique", value),
                "Data Points" => declared = value.trim().parse::<usize>().ok(),
                _ => {}
            }
        } else if let Ok(count) = text.parse::<usize>() {
            declared = Some(count);
        }
        if text.starts_with("End Comments") {
            start = Some(line.number);
            break;
        }
        let names = text.to_ascii_lowercase();
        if names.starts_with("freq") && (names.contains("z'") || names.contains("zprime")) {
            start = Some(line.number);
        } else if start.is_some() {
            // The column row of the newer layout stands before "End Comments", that of the older before the rows.
            break;
        }
    }
    let start = start.ok_or_else(|| Error::new(Code::Damaged, "the file ends before its column row."))?;
    stamp::note_start(&mut spectrum.meta, &format!("{date} {time}"), stamp::Order::MonthFirst);
    let rows = || source.lines().skip(start);
    let between = |sign: char| rows().filter(is_row).take(3).any(|l| l.text.contains(sign));
    let signs = [('\t', Delimiter::Tab), (';', Delimiter::Semicolon), (',', Delimiter::Comma)];
    let delimiter = signs.into_iter().find(|(sign, _)| between(*sign)).map_or(Delimiter::Blank, |(_, d)| d);
    let column = |index, quantity| Column { index, quantity, factor: 1.0, per_area: false, unit_given: true };
    let columns = [
        column(0, Quantity::Frequency),
        column(4, Quantity::Real),
        column(5, Quantity::Imaginary),
        column(3, Quantity::Time),
    ];
    let decimal = table::decimal_of(rows().take_while(is_row), delimiter).decimal();
    let layout = Layout::of_instrument(delimiter, decimal, columns.into());
    table::read_spectra(rows(), layout, &spectrum, &mut reading)?;
    if let Some(declared) = declared.filter(|&n| n > 0) {
        reading.announced(declared);
    }
    Ok(reading)
}

fn is_row(line: &Line<'_>) -> bool {
    line.text.trim_start().starts_with(|c: char| c.is_ascii_digit())
}

/// A `.z` file of the newer layout.
pub fn write(spectra: &[Spectrum]) -> Result<String> {
    let spectrum = writing::only(spectra, "ZView")?;
    if spectrum.unit == Unit::OhmCm2 && spectrum.area_cm2.is_none() {
        // ZView knows ohm and an area; ohm cm2 stand for an area of 1 cm2.
        return self::write(&[Spectrum { area_cm2: Some(1.0), unit: Unit::Ohm, ..spectrum.clone() }]);
    }
    let scale = match (spectrum.unit, spectrum.area_cm2) {
        (Unit::OhmCm2, Some(area)) => 1.0 / area,
        _ => 1.0,
    };
    let comment = format!(
        "{}; geometry {}; area {}",
        writing::program(),
        writing::geometry(spectrum),
        writing::area(spectrum.area_cm2)
    );
    let mut out = String::from("ZPLOT2 ASCII\n");
    let mut line = |key: &str, value: &str| out.push_str(&format!("  {:<28}{}\n", format!("{key}:"), value));
    line("Experiment Type", "Sweep Frequency, Control Voltage");
    if let Some((date, time)) = spectrum.meta.get("started").and_then(|s| s.split_once('T')) {
        let mut parts = date.split('-');
        let (year, month, day) =
            (parts.next().unwrap_or_default(), parts.next().unwrap_or_default(), parts.next().unwrap_or_default());
        line("Date", &format!("{month}-{day}-{year}"));
        line("Time", time);
    }
    line("Begin User Comments", "1");
    line("", &comment.replace(['\n', '\r', '\t'], " "));
    line("End User Comments", "1");
    if let Some(bias) = spectrum.bias_v {
        line("Potential-DC", &writing::number(bias));
    }
    line("Surface Area", &writing::number(spectrum.area_cm2.unwrap_or(0.0)));
    line("Data Points", &spectrum.len().to_string());
    out.push_str("  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange\nEnd Comments\n");
    for (f, z) in spectrum.frequency.iter().zip(&spectrum.impedance) {
        let [f, re, im] = [*f, z.re * scale, z.im * scale].map(writing::number);
        out.push_str(&format!("{f}\t0\t0\t0\t{re}\t{im}\t0\t0\t0\n"));
    }
    Ok(out)
}
