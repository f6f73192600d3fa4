//! BioLogic EC-Lab's binary file (`.mpr`): modules, of which "VMP data" holds a table of packed columns.
//!
//! Column numbers are not documented by the maker. The width of a column that is not known here follows from the
//! module's length, as all rows are equally long; where that is not enough, the file is refused.

use num_complex::Complex64;

use super::{Format, Reading, Source, plural, stamp, sweep, sweep::Point, table};
use crate::error::{Code, Error, Result};

/// EC-Lab's binary files.
pub const FORMAT: Format = Format { id: "biologic-mpr", label: "BioLogic EC-Lab binary", recognise, read };

const MAGIC: &[u8] = b"BIO-LOGIC MODULAR FILE";
/// Bytes among which the first module begins; in all files seen it is byte 52.
const HEAD: usize = 256;

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
        | 230..=242
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
/// <Ewe> by two numbers, Ewe.
const POTENTIALS: [u16; 3] = [77, 174, 6];

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut spectrum = source.spectrum();
    let first = source.bytes.windows(6).take(HEAD).position(|w| w == b"MODULE").unwrap_or(0);
    let mut rest = source.bytes.get(first..).unwrap_or_default();
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
        0 => Some(100),
        2 => Some(405),
        3 => Some(406),
        10 | 11 => Some(1007),
        _ => None,
    };
    let unknown: Vec<u16> = ids.iter().copied().filter(|&id| kind(id).is_none()).collect();
    // Said only where something had to be inferred: a column is not known, or else the version.
    let refused = || {
        damaged(&match unknown.first() {
            Some(id) => format!("has a column of number {id}, which is not known here; export the measurement as text"),
            None => format!("has version {}, which is not known here; export the measurement as text", module.version),
        })
    };
    let known_size = places(&ids, 0).last().map_or(0, |p| p.at + p.size);
    // All rows are equally long and end with the module.
    let (start, row_size) = match start {
        Some(start) if unknown.is_empty() => (start, known_size),
        Some(start) => {
            let length = module.body.len().checked_sub(start).filter(|n| module.is_whole && n % declared.max(1) == 0);
            (start, length.map(|n| n / declared.max(1)).filter(|&n| n >= known_size).ok_or_else(refused)?)
        }
        None if unknown.is_empty() && module.is_whole => {
            let rows = declared.checked_mul(known_size).and_then(|n| module.body.len().checked_sub(n));
            (rows.filter(|&start| start >= 5 + 2 * width && declared > 0).ok_or_else(refused)?, known_size)
        }
        None => return Err(refused()),
    };
    let rows = module.body.get(start..).ok_or_else(|| damaged("ends before its rows"))?;
    let spare = row_size - known_size;
    let each = if unknown.is_empty() { 0 } else { spare / unknown.len() };
    let mut places = places(&ids, each);
    if !unknown.is_empty() && each * unknown.len() != spare {
        // Their widths differ: only what stands before the first of them can be told.
        places.truncate(ids.iter().position(|&id| kind(id).is_none()).unwrap_or(ids.len()));
    }
    let place = |id: u16| places.iter().find(|p| p.id == id).copied();
    let cartesian = place(REAL).zip(place(MINUS_IMAGINARY));
    let polar = place(MODULUS).zip(place(PHASE_DEGREES));
    let (Some(frequency), true) = (place(FREQUENCY), cartesian.is_some() || polar.is_some()) else {
        return Err(if unknown.is_empty() {
            Error::new(
                Code::NoImpedanceColumns,
                "no frequency and impedance among the columns: is it an impedance measurement?",
            )
        } else {
            refused()
        });
    };
    if module.is_whole && (declared.checked_mul(row_size) != Some(rows.len()) || row_size == 0) {
        return Err(damaged(&format!(
            "announces {} of {row_size} bytes but holds {} bytes; export the measurement as text",
            plural(declared, "row", "rows"),
            rows.len()
        )));
    }
    let is_inferred = !unknown.is_empty() || !matches!(module.version, 0 | 2 | 3 | 10 | 11);
    if is_inferred && !is_consistent(rows.chunks_exact(row_size.max(1)).take(declared), frequency, cartesian, polar) {
        return Err(refused());
    }
    if !unknown.is_empty() {
        let numbers: Vec<String> = unknown.iter().map(u16::to_string).collect();
        reading.warn(format!(
            "Column number {} is not known here; its width was told from the length of the rows.",
            numbers.join(", ")
        ));
    } else if is_inferred {
        reading.warn(format!(
            "Version {} of the data module is not known here; where its rows begin was told from their length.",
            module.version
        ));
    }
    let mut points = Vec::new();
    let mut dropped = 0;
    for row in rows.chunks_exact(row_size.max(1)).take(declared) {
        let value = |place: Place| number(row, place);
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
                bias: POTENTIALS.iter().find_map(|&id| place(id)).and_then(value),
                cycle: place(CYCLE).and_then(value),
                ..Point::default()
            }),
            _ => dropped += 1,
        }
    }
    if dropped > 0 {
        let rows = plural(dropped, "row", "rows");
        reading.warn(format!("{rows} at zero frequency (DC) left out."));
    }
    let described = if cartesian.is_some() { "freq, Re(Z), −Im(Z)" } else { "freq, |Z|, phase in degrees" };
    Ok((points, described.into()))
}

/// Where a column stands in a row.
#[derive(Debug, Clone, Copy)]
struct Place {
    id: u16,
    at: usize,
    size: usize,
    /// Nothing for a column that is not known here.
    kind: Option<Kind>,
}

/// The columns of a row, with `unknown` bytes for each that is not known here.
fn places(ids: &[u16], unknown: usize) -> Vec<Place> {
    let (mut at, mut has_flags) = (0, false);
    let mut places = Vec::with_capacity(ids.len());
    for &id in ids {
        let kind = kind(id);
        let size = match kind {
            Some(Kind::Single | Kind::Long) => 4,
            Some(Kind::Double) => 8,
            Some(Kind::Short) => 2,
            Some(Kind::Byte) => 1,
            // One byte holds all flags.
            Some(Kind::Flag) => usize::from(!has_flags),
            None => unknown,
        };
        has_flags |= kind == Some(Kind::Flag);
        places.push(Place { id, at, size, kind });
        at += size;
    }
    places
}

/// Whether what was read where the widths had to be inferred is an impedance: frequencies are, and |Z| is that of Re
/// and Im where the file has both.
fn is_consistent<'a>(
    rows: impl Iterator<Item = &'a [u8]>,
    frequency: Place,
    cartesian: Option<(Place, Place)>,
    polar: Option<(Place, Place)>,
) -> bool {
    let (mut all, mut sound) = (0usize, 0usize);
    for row in rows {
        let value = |place| number(row, place).unwrap_or(f64::NAN);
        all += 1;
        let f = value(frequency);
        let agrees = match (cartesian, polar) {
            (Some((re, im)), Some((r, _))) => {
                let (re, im, r) = (value(re), value(im), value(r));
                ((re * re + im * im).sqrt() - r).abs() <= 1e-3 * r.abs()
            }
            _ => true,
        };
        sound += usize::from((f == 0.0 || (1e-7..=1e9).contains(&f)) && agrees);
    }
    sound * 10 >= all * 9
}

/// A finite number in a row.
fn number(row: &[u8], place: Place) -> Option<f64> {
    let bytes = row.get(place.at..)?;
    let value = match place.kind? {
        Kind::Single => f64::from(f32::from_le_bytes(*bytes.first_chunk()?)),
        Kind::Double => f64::from_le_bytes(*bytes.first_chunk()?),
        Kind::Short => f64::from(u16::from_le_bytes(*bytes.first_chunk()?)),
        Kind::Long => f64::from(u32::from_le_bytes(*bytes.first_chunk()?)),
        Kind::Byte | Kind::Flag => f64::from(*bytes.first()?),
    };
    value.is_finite().then_some(value)
}
