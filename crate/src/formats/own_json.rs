//! Our own JSON: spectra as the JavaScript API has them, with the versions beside.

use num_complex::Complex64;

use super::{
    Format, MAX_SPECTRA, Reading, Source,
    json::{self, Json},
    json_table, sweep, writing,
};
use crate::{
    Spectrum, Unit,
    error::{Code, Error, Result},
};

/// JSON of this program; also a bare spectrum or an array of them.
pub const FORMAT: Format = Format { id: "json", label: "Interphase JSON", recognise, read };

/// All spectra, with everything they have.
pub fn write(spectra: &[Spectrum]) -> Result<String> {
    let entries: Vec<String> = spectra.iter().map(entry).collect();
    Ok(format!(
        "{{\"format\":\"interphase-spectra\",\"package\":{},\"model\":{},\"spectra\":[\n{}\n]}}\n",
        quoted(crate::PACKAGE_VERSION),
        quoted(crate::MODEL_VERSION),
        entries.join(",\n")
    ))
}

fn entry(spectrum: &Spectrum) -> String {
    let unit = match spectrum.unit {
        Unit::Ohm => "ohm",
        Unit::OhmCm2 => "ohm cm2",
    };
    let mut fields = vec![
        format!("\"name\":{}", quoted(&spectrum.name)),
        format!("\"geometry\":{}", quoted(writing::geometry(spectrum))),
        format!("\"unit\":{}", quoted(unit)),
    ];
    for (key, value) in [("areaCm2", spectrum.area_cm2), ("timeS", spectrum.time_s), ("biasV", spectrum.bias_v)] {
        if let Some(value) = value {
            fields.push(format!("\"{key}\":{}", writing::number(value)));
        }
    }
    let meta: Vec<String> = spectrum.meta.iter().map(|(k, v)| format!("{}:{}", quoted(k), quoted(v))).collect();
    fields.push(format!("\"meta\":{{{}}}", meta.join(",")));
    fields.push(format!("\"frequency\":[{}]", list(spectrum.frequency.iter().copied())));
    fields.push(format!("\"re\":[{}]", list(spectrum.impedance.iter().map(|z| z.re))));
    fields.push(format!("\"im\":[{}]", list(spectrum.impedance.iter().map(|z| z.im))));
    format!("{{{}}}", fields.join(","))
}

fn list(values: impl Iterator<Item = f64>) -> String {
    values.map(writing::number).collect::<Vec<_>>().join(",")
}

/// A JSON string.
pub fn quoted(text: &str) -> String {
    let mut out = String::with_capacity(text.len() + 2);
    out.push('"');
    for c in text.chars() {
        match c {
            '"' => out.push_str("\\\""),
            '\\' => out.push_str("\\\\"),
            c if c.is_control() || matches!(c, '\u{2028}' | '\u{2029}' | '\u{feff}') => {
                out.push_str(&format!("\\u{:04x}", u32::from(c)));
            }
            c => out.push(c),
        }
    }
    out.push('"');
    out
}

fn recognise(source: &Source) -> bool {
    let start: String = source.text().trim_start().chars().take(300).filter(|c| !c.is_whitespace()).collect();
    start.starts_with("{\"") || start.starts_with("[{\"")
}

fn read(source: &Source) -> Result<Reading> {
    let document = json::parse(source.text())?;
    let mut reading = Reading::new(FORMAT.id);
    let entries = match (&document, json::field(&document, "spectra")) {
        (_, Some(Json::Array(entries))) | (Json::Array(entries), _) => entries.as_slice(),
        _ => core::slice::from_ref(&document),
    };
    if entries.len() > MAX_SPECTRA {
        return Err(sweep::too_many());
    }
    let is_ours = entries.first().is_some_and(has_arrays);
    if !is_ours && let Some(table) = json_table::read(&document, source) {
        return table;
    }
    for (i, entry) in entries.iter().enumerate() {
        reading.spectra.push(
            spectrum(entry, source)
                .map_err(|e| Error { message: format!("spectrum {}: {}", i + 1, e.message), ..e })?,
        );
    }
    if reading.spectra.is_empty() {
        return Err(Error::new(Code::Empty, "the file holds no spectrum."));
    }
    reading.understood = format!("frequency, re, im; Im; Hz; {}", sweep::count_label(&reading.spectra));
    Ok(reading)
}

const FREQUENCY: [&str; 3] = ["frequency", "frequencies", "freq"];
const REAL: [&str; 3] = ["re", "real", "real_impedances"];
const IMAGINARY: [&str; 3] = ["im", "imaginary", "imaginary_impedances"];

/// Whether an entry is a spectrum as this program (or pyimpspec) writes it.
fn has_arrays(entry: &Json) -> bool {
    [FREQUENCY, REAL, IMAGINARY]
        .iter()
        .all(|names| names.iter().any(|n| matches!(json::field(entry, n), Some(Json::Array(_)))))
}

fn spectrum(entry: &Json, source: &Source) -> Result<Spectrum> {
    let numbers = |names: [&str; 3]| -> Result<Vec<f64>> {
        let found = names
            .iter()
            .find_map(|n| json::field(entry, n))
            .ok_or_else(|| Error::new(Code::NoImpedanceColumns, format!("the array “{}” is missing.", names[0])))?;
        let list = json::list(Some(found)).iter();
        let number = |(i, x)| {
            let sentence =
                || Error::new(Code::BadNumber, format!("entry {} of “{}” is not a finite number.", i + 1, names[0]));
            json::number(Some(x)).ok_or_else(sentence)
        };
        list.enumerate().map(number).collect()
    };
    let frequency = numbers(FREQUENCY)?;
    let re = numbers(REAL)?;
    let im = numbers(IMAGINARY)?;
    if re.len() != frequency.len() || im.len() != frequency.len() {
        let sentence =
            format!("{} frequencies, {} re and {} im stand side by side.", frequency.len(), re.len(), im.len());
        return Err(Error::new(Code::Damaged, sentence));
    }
    if frequency.is_empty() {
        return Err(Error::new(Code::Empty, "no impedance point."));
    }
    let number = |name| json::number(json::field(entry, name));
    let unit = match json::text(json::field(entry, "unit")) {
        Some("ohm cm2") => Unit::OhmCm2,
        _ => Unit::Ohm,
    };
    let mut spectrum = Spectrum {
        name: json::text(json::field(entry, "name")).unwrap_or(source.name).into(),
        frequency,
        impedance: re.into_iter().zip(im).map(|(re, im)| Complex64::new(re, im)).collect(),
        unit,
        area_cm2: number("areaCm2").filter(|&a| a > 0.0),
        time_s: number("timeS"),
        bias_v: number("biasV"),
        ..Spectrum::default()
    };
    if let Some(Json::Object(meta)) = json::field(entry, "meta") {
        let texts = meta.iter().filter_map(|(k, v)| Some((k.clone(), json::text(Some(v))?.to_string())));
        spectrum.meta.extend(texts);
    }
    Ok(spectrum)
}
