//! Our own tables: CSV that holds everything a spectrum has, and the plainer ones that impedance.py and pyimpspec read.
//! All three begin with the name of the program, and are read back from that.

use num_complex::Complex64;

use super::{
    Format, MAX_SPECTRA, Reading, Source, plural, sweep,
    table::Delimiter,
    writing::{self, cell, number},
};
use crate::{
    Spectrum, Unit,
    error::{Code, Error, Result},
};

/// Tables that this program wrote.
pub const FORMAT: Format = Format { id: "csv", label: "Interphase CSV", recognise, read };

const MARK: &str = "# Interphase ";

/// All spectra, one block each: comment lines for what it is, a header, the rows; blank lines between the blocks.
pub fn write(spectra: &[Spectrum]) -> Result<String> {
    let mut out = format!("# {}\n", writing::program());
    for (i, spectrum) in spectra.iter().enumerate() {
        if i > 0 {
            out.push('\n');
        }
        let mut comment =
            |key: &str, value: &str| out.push_str(&format!("{}\n", cell(&format!("# {key}: {}", escaped(value)))));
        comment("name", &spectrum.name);
        comment("geometry", writing::geometry(spectrum));
        comment("area", &writing::area(spectrum.area_cm2));
        for (key, value) in [("time/s", spectrum.time_s), ("bias/V", spectrum.bias_v)] {
            if let Some(value) = value {
                comment(key, &number(value));
            }
        }
        for (key, value) in &spectrum.meta {
            comment(&format!("meta {}", escaped(key).replace(':', "\\c")), value);
        }
        let unit = writing::unit(spectrum.unit);
        out.push_str(&format!("freq/Hz,Re(Z)/{unit},Im(Z)/{unit}\n"));
        rows(spectrum, &mut out);
    }
    Ok(out)
}

/// impedance.py's `readCSV`: comment lines, then rows without a header.
pub fn write_impedance_py(spectra: &[Spectrum]) -> Result<String> {
    let spectrum = writing::only(spectra, "impedance.py CSV")?;
    let mut out = format!("# {}\n", writing::program());
    // A separator within the comment would make cells of it in a spreadsheet.
    let plain = |text: &str| text.replace([',', ';', '\t', '\n', '\r'], " ");
    out.push_str(&format!("# geometry: {}\n", plain(writing::geometry(spectrum))));
    out.push_str(&format!("# area: {}\n", writing::area(spectrum.area_cm2)));
    out.push_str(&format!("# columns: frequency in Hz and Re Z and Im Z in {}\n", writing::unit(spectrum.unit)));
    rows(spectrum, &mut out);
    Ok(out)
}

/// pyimpspec's `parse_csv`: no comment may stand in the file, so what it is stands in a column of its own.
pub fn write_pyimpspec(spectra: &[Spectrum]) -> Result<String> {
    let spectrum = writing::only(spectra, "pyimpspec CSV")?;
    let about = format!(
        "{MARK}{}; geometry {}; area {}; impedance in {}",
        writing::program().trim_start_matches("Interphase "),
        writing::geometry(spectrum),
        writing::area(spectrum.area_cm2),
        writing::unit(spectrum.unit)
    );
    let mut out = String::from("frequency,real,imaginary,about\n");
    for (i, (f, z)) in spectrum.frequency.iter().zip(&spectrum.impedance).enumerate() {
        let about = if i == 0 { cell(&about) } else { String::new() };
        out.push_str(&format!("{},{},{},{about}\n", number(*f), number(z.re), number(z.im)));
    }
    Ok(out)
}

fn rows(spectrum: &Spectrum, out: &mut String) {
    for (f, z) in spectrum.frequency.iter().zip(&spectrum.impedance) {
        out.push_str(&format!("{},{},{}\n", number(*f), number(z.re), number(z.im)));
    }
}

/// Line ends, control characters and backslashes written out, so that a text stays on its line.
fn escaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    for c in text.chars() {
        match c {
            '\\' => out.push_str("\\\\"),
            '\n' => out.push_str("\\n"),
            c if c.is_control() || c == '\u{feff}' => out.push_str(&format!("\\u{{{:x}}}", u32::from(c))),
            ' ' if out.is_empty() => out.push_str("\\u{20}"),
            c => out.push(c),
        }
    }
    if let Some(trimmed) = out.strip_suffix(char::is_whitespace) {
        let last = out.chars().last().map_or(0, u32::from);
        out = format!("{trimmed}\\u{{{last:x}}}");
    }
    out
}

/// The text that `escaped` wrote.
fn unescaped(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('\\') {
        out.push_str(before);
        let code = after.strip_prefix("u{").and_then(|a| a.split_once('}'));
        let character =
            code.and_then(|(hex, after)| Some((char::from_u32(u32::from_str_radix(hex, 16).ok()?)?, after)));
        let (c, after) = match (after.chars().next(), character) {
            (_, Some(found)) => found,
            (Some('n'), _) => ('\n', after.get(1..).unwrap_or_default()),
            (Some('c'), _) => (':', after.get(1..).unwrap_or_default()),
            (Some('\\'), _) => ('\\', after.get(1..).unwrap_or_default()),
            _ => ('\\', after),
        };
        out.push(c);
        rest = after;
    }
    out.push_str(rest);
    out
}

fn recognise(source: &Source) -> bool {
    let text = source.text();
    text.starts_with(MARK) || is_pyimpspec(source)
}

/// Whether it is the table for pyimpspec: the mark stands in the first row, in the column of its own.
fn is_pyimpspec(source: &Source) -> bool {
    source.text().starts_with("frequency,real,imaginary,about")
        && source.lines().nth(1).is_some_and(|l| l.text.contains(MARK))
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut spectrum = source.spectrum();
    if is_pyimpspec(source) {
        let about = source.lines().nth(1).and_then(|l| Delimiter::Comma.cells(l.text).nth(3)).unwrap_or_default();
        for part in about.split("; ") {
            match part.split_once(' ') {
                Some(("area", area)) => spectrum.area_cm2 = area_of(area),
                Some(("geometry", geometry)) if geometry != "not stated" => {
                    spectrum.meta.insert("geometry".into(), geometry.into());
                }
                Some(("impedance", unit)) => spectrum.unit = unit_of(unit),
                _ => {}
            }
        }
    }
    let mut in_rows = false;
    for line in source.lines() {
        let mut cells = Delimiter::Comma.cells(line.text);
        let first = cells.next().unwrap_or_default();
        if let Some(comment) = first.strip_prefix("# ") {
            if in_rows {
                finish(&mut spectrum, source, &mut reading)?;
                in_rows = false;
            }
            // What `cell` did not quote may still hold a separator in impedance.py's comments.
            let comment =
                if line.text.starts_with('"') { comment } else { line.text.trim_end().get(2..).unwrap_or_default() };
            let Some((key, value)) = comment.split_once(':') else { continue };
            let value = value.strip_prefix(' ').unwrap_or(value);
            match key {
                "name" => spectrum.name = unescaped(value),
                "area" => spectrum.area_cm2 = area_of(value),
                "time/s" => spectrum.time_s = finite(value),
                "bias/V" => spectrum.bias_v = finite(value),
                "columns" => spectrum.unit = unit_of(value),
                "geometry" if value != "not stated" => {
                    spectrum.meta.insert("geometry".into(), unescaped(value));
                }
                _ => {
                    if let Some(key) = key.strip_prefix("meta ") {
                        spectrum.meta.insert(unescaped(key), unescaped(value));
                    }
                }
            }
            continue;
        }
        if first.is_empty() || first == "frequency" {
            continue;
        }
        if first == "freq/Hz" {
            spectrum.unit = unit_of(&cells.next().unwrap_or_default());
            in_rows = true;
            continue;
        }
        in_rows = true;
        let (re, im) = (cells.next().and_then(|c| finite(&c)), cells.next().and_then(|c| finite(&c)));
        match (finite(&first), re, im) {
            // A number cut off at the end of the file would be another number.
            (Some(f), Some(re), Some(im)) if line.ended => {
                spectrum.frequency.push(f);
                spectrum.impedance.push(Complex64::new(re, im));
            }
            _ if !line.ended => reading.warn(format!("Line {} is cut off and was left out.", line.number)),
            _ => {
                let sentence = "a row of this table has three numbers: frequency, Re and Im.";
                return Err(Error::new(Code::BadNumber, sentence).at_line(line.number));
            }
        }
    }
    finish(&mut spectrum, source, &mut reading)?;
    if reading.spectra.is_empty() {
        return Err(Error::new(Code::Empty, "the file holds no impedance point."));
    }
    reading.understood = format!("columns 1, 2, 3; Im; Hz; {}", plural(reading.spectra.len(), "spectrum", "spectra"));
    Ok(reading)
}

/// Keeps a spectrum that is complete and begins the next one.
fn finish(spectrum: &mut Spectrum, source: &Source, reading: &mut Reading) -> Result<()> {
    let done = core::mem::replace(spectrum, source.spectrum());
    if !done.is_empty() {
        reading.spectra.push(done);
    }
    if reading.spectra.len() > MAX_SPECTRA { Err(sweep::too_many()) } else { Ok(()) }
}

fn finite(text: &str) -> Option<f64> {
    text.trim().parse::<f64>().ok().filter(|x| x.is_finite())
}

fn area_of(text: &str) -> Option<f64> {
    finite(text.strip_suffix("cm2")?).filter(|&a| a > 0.0)
}

fn unit_of(text: &str) -> Unit {
    if text.ends_with("cm2") { Unit::OhmCm2 } else { Unit::Ohm }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn texts_come_back() {
        for text in
            ["", "a", " a ", "=1+1", "a\\nb", "a\nb\r\n\t", "\u{feff}\u{0}", "\\u{41}", "ä, \"b\"; c: d", "\u{2028} "]
        {
            assert_eq!(unescaped(&escaped(text)), text, "{text:?}");
        }
    }
}
