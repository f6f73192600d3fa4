//! BioLogic EC-Lab's binary file (`.mpr`): modules, of which "VMP data" holds a table of packed columns.
//!
//! Column numbers are not documented by the maker. A column that is not known here has no known width, so it can only
//! stand behind the columns that are read; the width of a whole row follows from the module's length.

use num_complex::Complex64;

use super::{Format, Reading, Source, plural, stamp, sweep, sweep::Point, table};
use crate::error::{Code, Error, Result};

/// EC-Lab's binary files.
pub const FORMAT: Format = Format { id: "biologic-mpr", label: "BioLogic EC-Lab binary", recognise, read };

const MAGIC: &[u8] = b"BIO-LOGIC MODULAR FILE";
/// Where the first module begins.
const FIRST_MODULE: usize = 52;

fn recognise(source: &Source) -> bool {
    source.bytes.starts_with(MAGIC)
}

/// One module: its name, version, date and what it holds.
struct Module<'a> {
    name: &'a [u8],
    version: u32,
    date: &'a [u8],
    body: &'a [u8],
    is_whole: bool,
}

fn u32_at(bytes: &[u8], at: usize) -> Option<u32> {
    bytes.get(at..)?.first_chunk::<4>().map(|b| u32::from_le_bytes(*b))
}

/// The module at the start of `bytes` and what follows it.
fn module(bytes: &[u8]) -> Option<(Module<'_>, &[u8])> {
    let head = bytes.strip_prefix(b"MODULE")?;
    let name = head.get(..10)?;
    let fields = head.get(35..)?;
    // From EC-Lab 11.50 on a field of ones stands first and one more follows the length.
    let (length, version, date_at) = match u32_at(fields, 0)? {
        u32::MAX => (u32_at(fields, 4)?, u32_at(fields, 12)?, 16),
        length => (length, u32_at(fields, 4)?, 8),
    };
    let date = fields.get(date_at..date_at + 8)?;
    let rest = fields.get(date_at + 8..)?;
    let length = length as usize;
    let is_whole = length <= rest.len();
    let (body, after) = rest.split_at(length.min(rest.len()));
    Some((Module { name, version, date, body, is_whole }, after))
}

/// Columns that are read, and the width of those that may stand before them.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Kind {
    /// float32
    Single,
    /// float64
    Double,
    /// uint16
    Short,
    /// uint32
    Long,
    /// uint8
    Byte,
    /// One bit or more of a byte that all such columns share.
    Flag,
}

/// How a column is stored, by its number.
fn kind(id: u16) -> Option<Kind> {
    Some(match id {
        1 | 2 | 3 | 21 | 31 | 65 => Kind::Flag,
        4 | 7 | 11 | 13 | 23 | 24 | 74 | 123..=126 | 182 | 211 | 467 | 498..=502 => Kind::Double,
        39 | 131 => Kind::Short,
        212 | 213 | 468 | 469 => Kind::Long,
        509 => Kind::Byte,
        5
        | 6
        | 8
        | 9
        | 16
        | 17
        | 19
        | 20
        | 26
        | 27
        | 32..=38
        | 69
        | 70
        | 75..=78
        | 96
        | 98..=101
        | 163
        | 168
        | 169
        | 172..=174
        | 178
        | 179
        | 185
        | 215
        | 217..=221
        | 223
        | 224
        | 230..=239
        | 241
        | 242
        | 271..=275
        | 301..=305
        | 331..=335
        | 361..=365
        | 391..=395
        | 422..=425
        | 430..=435
        | 441
        | 462
        | 471
        | 473..=497
        | 505 => Kind::Single,
        _ => return None,
    })
}

const FREQUENCY: u16 = 32;
const MODULUS: u16 = 36;
const PHASE_DEGREES: u16 = 35;
const REAL: u16 = 37;
const MINUS_IMAGINARY: u16 = 38;
const TIME: u16 = 4;
const CYCLE: u16 = 24;
const POTENTIAL: u16 = 77;

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut spectrum = source.spectrum();
    let mut rest = source.bytes.get(FIRST_MODULE..).unwrap_or_default();
    let mut points = None;
    let mut columns = String::new();
    while let Some((module, after)) = module(rest) {
        rest = after;
        if module.name.starts_with(b"VMP data") {
            if !module.is_whole {
                reading.warn("The file ends within its data; what is there was read.".into());
            }
            let (found, described) = data(&module, &mut reading)?;
            points = Some(found);
            columns = described;
        } else if module.name.starts_with(b"VMP LOG") {
            // Days since 1899-12-30 stand at one of these places, by version.
            let ole = [465, 469, 473, 585].iter().find_map(|&at| {
                let bytes = module.body.get(at..)?.first_chunk::<8>()?;
                Some(f64::from_le_bytes(*bytes)).filter(|days| (30_000.0..70_000.0).contains(days))
            });
            if let Some(days) = ole {
                spectrum.meta.insert("started".into(), stamp::of_seconds((days - 25_569.0) * 86_400.0));
            }
        }
        if !spectrum.meta.contains_key("started") {
            stamp::note_start(&mut spectrum.meta, &String::from_utf8_lossy(module.date), stamp::Order::MonthFirst);
        }
    }
    let points = points.ok_or_else(|| Error::new(Code::Damaged, "the file ends before its data."))?;
    sweep::split(&points, &spectrum, false, &mut reading)?;
    reading.understood = format!("columns {columns}; Hz; Ω; {}", sweep::count_label(&reading.spectra));
    Ok(reading)
}

/// The rows of "VMP data", and which columns they were read from.
fn data(module: &Module<'_>, reading: &mut Reading) -> Result<(Vec<Point>, String)> {
    let damaged = |what: &str| Error::new(Code::Damaged, format!("the data module {what}."));
    let declared = u32_at(module.body, 0).ok_or_else(|| damaged("has no rows"))? as usize;
    let width = usize::from(*module.body.get(4).ok_or_else(|| damaged("has no columns"))?);
    let ids: Vec<u16> = if module.version == 0 {
        module.body.iter().skip(5).take(width).map(|&b| u16::from(b)).collect()
    } else {
        let (pairs, _) = module.body.get(5..).unwrap_or_default().as_chunks::<2>();
        let big_endian = module.version >= 10;
        let id = |b: &[u8; 2]| if big_endian { u16::from_be_bytes(*b) } else { u16::from_le_bytes(*b) };
        pairs.iter().take(width).map(id).collect()
    };
    let start = match module.version {
        0 => 100,
        2 => 405,
        3 => 406,
        10 | 11 => 1007,
        other => {
            return Err(damaged(&format!(
                "has version {other}, which is not known here; export the measurement as text"
            )));
        }
    };
    let rows = module.body.get(start..).ok_or_else(|| damaged("ends before its rows"))?;

    // Where the columns stand in a row.
    let mut places: Vec<(u16, usize, Kind)> = Vec::new();
    let mut at = 0;
    let mut has_flags = false;
    let mut unknown = None;
    for &id in &ids {
        let Some(kind) = kind(id) else {
            unknown = Some(id);
            break;
        };
        let size = match kind {
            Kind::Single | Kind::Long => 4,
            Kind::Double => 8,
            Kind::Short => 2,
            Kind::Byte => 1,
            Kind::Flag if has_flags => 0,
            Kind::Flag => 1,
        };
        has_flags |= kind == Kind::Flag;
        places.push((id, at, kind));
        at += size;
    }
    let place = |id: u16| places.iter().find(|p| p.0 == id).map(|&(_, at, kind)| (at, kind));
    let cartesian = place(REAL).zip(place(MINUS_IMAGINARY));
    let polar = place(MODULUS).zip(place(PHASE_DEGREES));
    let (Some(frequency), true) = (place(FREQUENCY), cartesian.is_some() || polar.is_some()) else {
        return Err(match unknown {
            Some(id) => damaged(&format!(
                "has a column of number {id}, which is not known here, before its impedance; export the measurement as text"
            )),
            None => Error::new(
                Code::NoImpedanceColumns,
                "no frequency and impedance among the columns: is it an impedance measurement?",
            ),
        });
    };
    let row_size = match unknown {
        None => at,
        // All rows are equally long, so the length of the module tells it.
        Some(_) if module.is_whole && declared > 0 && rows.len() % declared == 0 && rows.len() / declared > at => {
            rows.len() / declared
        }
        Some(id) => {
            return Err(damaged(&format!(
                "has a column of number {id}, which is not known here; export the measurement as text"
            )));
        }
    };
    if let Some(id) = unknown {
        reading.warn(format!("Column number {id} is not known here; it and those behind it were passed over."));
    }
    if module.is_whole && (declared.checked_mul(row_size) != Some(rows.len()) || row_size == 0) {
        return Err(damaged(&format!(
            "announces {} of {row_size} bytes but holds {} bytes; export the measurement as text",
            plural(declared, "row", "rows"),
            rows.len()
        )));
    }
    let mut points = Vec::new();
    let mut dropped = 0;
    for row in rows.chunks_exact(row_size.max(1)).take(declared) {
        let value = |(at, kind): (usize, Kind)| number(row, at, kind);
        let Some(f) = value(frequency) else { continue };
        let impedance = match (cartesian, polar) {
            (Some((re, im)), _) => value(re).zip(value(im)).map(|(re, im)| Complex64::new(re, -im)),
            (None, Some((r, phi))) => value(r).zip(value(phi)).map(|(r, phi)| table::polar(r, phi.to_radians())),
            _ => None,
        };
        match impedance {
            Some(impedance) if f > 0.0 => points.push(Point {
                frequency: f,
                impedance,
                time: place(TIME).and_then(value),
                bias: place(POTENTIAL).and_then(value),
                cycle: place(CYCLE).and_then(value),
                ..Point::default()
            }),
            _ => dropped += 1,
        }
    }
    if dropped > 0 {
        reading.warn(format!("{} at zero frequency (DC) left out.", plural(dropped, "row", "rows")));
    }
    let described = if cartesian.is_some() { "freq, Re(Z), −Im(Z)" } else { "freq, |Z|, phase in degrees" };
    Ok((points, described.into()))
}

/// A finite number in a row.
fn number(row: &[u8], at: usize, kind: Kind) -> Option<f64> {
    let bytes = row.get(at..)?;
    let value = match kind {
        Kind::Single => f64::from(f32::from_le_bytes(*bytes.first_chunk()?)),
        Kind::Double => f64::from_le_bytes(*bytes.first_chunk()?),
        Kind::Short => f64::from(u16::from_le_bytes(*bytes.first_chunk()?)),
        Kind::Long => f64::from(u32::from_le_bytes(*bytes.first_chunk()?)),
        Kind::Byte | Kind::Flag => f64::from(*bytes.first()?),
    };
    value.is_finite().then_some(value)
}
