//! Instrument files and tables: one file per format, each with `recognise` (by content) and `read`.
//!
//! Every reader stands on the same layer: `text` (bytes to lines), `number`, `column` (what a header says), `table`
//! (rows), `sweep` (rows to spectra). Readers take what is sound, say in `warnings` what they left out, and never guess
//! in silence.

use core::cell::OnceCell;
use std::{borrow::Cow, collections::BTreeMap};

use crate::{
    Spectrum,
    error::{Code, Error, Result},
};

mod autolab;
mod biologic;
mod biologic_binary;
mod chi;
pub mod column;
mod csv;
mod elchemea;
pub mod filters;
pub mod fit_report;
mod gamry;
mod generic;
mod ivium;
mod json;
mod json_table;
pub mod mapper;
mod novocontrol;
pub mod number;
pub mod order;
mod origalys;
mod own_json;
mod palmsens;
mod par;
mod relaxis;
mod stamp;
mod sweep;
pub mod table;
mod text;
mod writing;
mod zahner;
mod zview;
mod zview_model;

/// Largest file that is read, bytes.
pub const MAX_BYTES: usize = 50 * 1024 * 1024;
/// Most spectra in one file or series.
pub const MAX_SPECTRA: usize = 10_000;
/// Most warnings of one file; a person reads no more.
const MAX_WARNINGS: usize = 20;

/// What a file holds.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Reading {
    /// Which format it is, such as "biologic-mpt".
    pub format: &'static str,
    /// The spectra, in file order.
    pub spectra: Vec<Spectrum>,
    /// What was left out or had to be assumed, one sentence each.
    pub warnings: Vec<String>,
    /// What was understood, such as "columns 1, 3, 4; −Im; Hz; 3 spectra".
    pub understood: String,
    /// A circuit with values, where the file is a model and not a measurement.
    pub circuit: Option<String>,
}

impl Reading {
    fn new(format: &'static str) -> Self {
        Reading { format, ..Reading::default() }
    }

    fn warn(&mut self, sentence: String) {
        if self.warnings.len() < MAX_WARNINGS {
            self.warnings.push(sentence);
        }
    }

    /// Says where a header announces another number of points than the file holds.
    fn announced(&mut self, declared: usize) {
        let read: usize = self.spectra.iter().map(Spectrum::len).sum();
        if read != declared {
            self.warn(format!("The header announces {declared} points, the file holds {read}."));
        }
    }
}

/// A format: how to tell it, and how to read it.
struct Format {
    id: &'static str,
    label: &'static str,
    recognise: fn(&Source) -> bool,
    read: fn(&Source) -> Result<Reading>,
}

/// All formats, in the order they are tried; any table comes last.
const FORMATS: &[Format] = &[
    biologic_binary::FORMAT,
    zahner::FORMAT,
    palmsens::SESSION,
    own_json::FORMAT,
    csv::FORMAT,
    biologic::MPT,
    gamry::FORMAT,
    zview::FORMAT,
    zview_model::FORMAT,
    autolab::DFR,
    autolab::P00,
    autolab::NOVA,
    par::VERSASTUDIO,
    par::TEXT,
    chi::FORMAT,
    ivium::FORMAT,
    palmsens::CSV,
    novocontrol::FORMAT,
    relaxis::FORMAT,
    elchemea::FORMAT,
    origalys::FORMAT,
    generic::FORMAT,
];

/// A file to read.
struct Source<'a> {
    name: &'a str,
    bytes: &'a [u8],
    text: OnceCell<Cow<'a, str>>,
}

impl<'a> Source<'a> {
    fn new(name: &'a str, bytes: &'a [u8]) -> Self {
        // Only the name itself, whatever folders stand before it.
        let name = name.rsplit(['/', '\\']).next().unwrap_or(name);
        Source { name, bytes, text: OnceCell::new() }
    }

    fn text(&self) -> &str {
        self.text.get_or_init(|| text::decode(self.bytes))
    }

    fn lines(&self) -> text::Lines<'_> {
        text::lines(self.text())
    }

    /// The first line that is not blank, trimmed.
    fn first_line(&self) -> &str {
        self.lines().map(|l| l.text.trim()).find(|l| !l.is_empty()).unwrap_or_default()
    }

    /// Whether the file is something other than text: zero bytes and control characters stand among the first.
    fn is_binary(&self) -> bool {
        let odd = |c: &char| c.is_control() && !matches!(c, '\t' | '\n' | '\r' | '\u{c}' | '\u{1a}');
        self.text().chars().take(2000).filter(odd).count() > 4
    }

    /// An empty spectrum that bears the file's name.
    fn spectrum(&self) -> Spectrum {
        Spectrum { name: self.name.into(), ..Spectrum::default() }
    }
}

/// Reads one file. The content decides which format it is; the name only names the spectra.
///
/// # Errors
/// `too-large` above [`MAX_BYTES`] or [`MAX_SPECTRA`], `empty`, `unknown-format`, `no-impedance-columns` (a table whose
/// columns must be chosen by hand), `bad-number` and `damaged` with the line.
pub fn read(name: &str, bytes: &[u8]) -> Result<Reading> {
    let source = Source::new(name, bytes);
    check_size(&source)?;
    let format = FORMATS.iter().find(|f| (f.recognise)(&source)).ok_or_else(|| {
        let reason = match bytes {
            [b'P', b'K', 3, 4, ..] => "is a spreadsheet or an archive; save its sheet as CSV",
            [0xD0, 0xCF, 0x11, 0xE0, ..] => "is an old Excel file; save it as .xlsx or CSV",
            _ => "is neither a text nor an instrument's binary file that is known here",
        };
        Error::new(Code::UnknownFormat, format!("{} {reason}.", source.name))
    })?;
    read_with(format, &source)
}

/// The names of all formats, as `read_as` takes them.
pub fn names() -> impl Iterator<Item = &'static str> {
    FORMATS.iter().map(|f| f.id)
}

/// Reads one file as the format of that name, whatever its content looks like.
///
/// # Errors
/// `unknown-name` for the format; else as [`read`].
pub fn read_as(format: &str, name: &str, bytes: &[u8]) -> Result<Reading> {
    let known = FORMATS.iter().find(|f| f.id == format);
    let format = known.ok_or_else(|| Error::new(Code::UnknownName, format!("There is no format “{format}”.")))?;
    let source = Source::new(name, bytes);
    check_size(&source)?;
    read_with(format, &source)
}

fn read_with(format: &Format, source: &Source) -> Result<Reading> {
    let mut reading = (format.read)(source).map_err(|e| in_file(e, source, format))?;
    name_spectra(source, format.label, &mut reading);
    Ok(reading)
}

/// Gives several spectra of one file a number each, and every one the format it came from.
fn name_spectra(source: &Source, format: &str, reading: &mut Reading) {
    let several = reading.spectra.len() > 1;
    for (i, spectrum) in reading.spectra.iter_mut().enumerate() {
        if several && spectrum.name == source.name {
            spectrum.name = format!("{} · {}", source.name, i + 1);
        }
        spectrum.meta.entry("format".into()).or_insert_with(|| format.into());
    }
}

fn check_size(source: &Source) -> Result<()> {
    if source.bytes.len() > MAX_BYTES {
        let size = source.bytes.len() / (1024 * 1024);
        return Err(Error::new(
            Code::TooLarge,
            format!("{} has {size} MB; files up to {} MB are read.", source.name, MAX_BYTES / (1024 * 1024)),
        ));
    }
    if source.bytes.iter().all(|b| b.is_ascii_whitespace() || *b == 0) {
        return Err(Error::new(Code::Empty, format!("{} is empty.", source.name)));
    }
    Ok(())
}

/// The error with the file's name before it, unless the sentence has it already.
fn in_file(mut error: Error, source: &Source, format: &Format) -> Error {
    if !error.message.contains(source.name) {
        error.message = format!("{} ({}): {}", source.name, format.label, error.message);
    }
    error
}

/// "1 row", "2 rows".
fn plural(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}

/// Keeps a header value that says something.
#[inline(never)]
fn note(meta: &mut BTreeMap<String, String>, key: &str, value: &str) {
    let value = value.trim();
    if !value.is_empty() {
        meta.insert(key.into(), value.chars().filter(|c| !c.is_control()).take(200).collect());
    }
}

/// A number in a header, whichever decimal sign it has.
#[inline(never)]
fn header_number(value: &str) -> Option<f64> {
    let value = value.trim();
    let mut evidence = number::Evidence::default();
    evidence.see(value);
    number::parse(value, evidence.decimal())
}

/// A way to write spectra.
struct Writer {
    id: &'static str,
    write: fn(&[Spectrum]) -> Result<String>,
}

const WRITERS: &[Writer] = &[
    Writer { id: "csv", write: csv::write },
    Writer { id: "json", write: own_json::write },
    Writer { id: "zview", write: zview::write },
    Writer { id: "impedance-py-csv", write: csv::write_impedance_py },
    Writer { id: "pyimpspec-csv", write: csv::write_pyimpspec },
];

/// Spectra in the format `format`: "csv" and "json" hold any number and lose nothing; "zview", "impedance-py-csv" and
/// "pyimpspec-csv" hold one each.
///
/// # Errors
/// `unknown-name` for the format; `bad-argument` for more spectra than it holds, none, or a value that is no number.
pub fn write(format: &str, spectra: &[Spectrum]) -> Result<String> {
    let writer = WRITERS.iter().find(|w| w.id == format).ok_or_else(|| {
        let known: Vec<&str> = WRITERS.iter().map(|w| w.id).collect();
        Error::new(
            Code::UnknownName,
            format!("There is no format “{format}” to write; there are {}.", known.join(", ")),
        )
    })?;
    if spectra.is_empty() {
        return Err(Error::new(Code::BadArgument, "There is no spectrum to write."));
    }
    for spectrum in spectra {
        let optional = [spectrum.area_cm2, spectrum.time_s, spectrum.bias_v].into_iter().flatten();
        let parts = spectrum.impedance.iter().flat_map(|z| [z.re, z.im]);
        if !spectrum.frequency.iter().copied().chain(parts).chain(optional).all(f64::is_finite) {
            let sentence = format!("The spectrum “{}” holds a value that is not a finite number.", spectrum.name);
            return Err(Error::new(Code::BadArgument, sentence));
        }
        if spectrum.frequency.len() != spectrum.impedance.len() {
            let sentence = format!("The spectrum “{}” has not as many impedances as frequencies.", spectrum.name);
            return Err(Error::new(Code::BadArgument, sentence));
        }
    }
    (writer.write)(spectra)
}
