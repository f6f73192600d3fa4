//! Zahner Thales (`.ism`): big-endian arrays of frequency, |Z|, phase (rad) and time, then texts with upper and lower
//! case swapped.

use super::{Format, Reading, Source, note, plural, stamp, table};
use crate::{
    Spectrum,
    error::{Code, Error, Result},
};

/// Thales impedance files.
pub const FORMAT: Format = Format { id: "zahner", label: "Zahner ISM", recognise, read };

/// Bytes before the arrays: version and number of samples, six bytes each.
const HEAD: usize = 12;
/// Bytes of one sample: four float64 and one int16.
const SAMPLE: usize = 4 * 8 + 2;
/// Seconds from 1970 to 1980, where Thales' clock begins.
const EPOCH_1980: f64 = 315_532_800.0;

/// Number of samples, if the head is one of an `.ism` file.
fn samples(bytes: &[u8]) -> Option<usize> {
    let (head, _) = bytes.split_at_checked(HEAD)?;
    let (version, count) = head.split_at_checked(6)?;
    // A 48-bit number: small, or small and negative in its lower 32 bits.
    let small = matches!(version, [0, 0, 0xFF, 0xFF, 0xFF, _] | [0, 0, 0, 0, 0, _] | [0xFF, 0xFF, 0xFF, 0xFF, 0xFF, _]);
    let count = count.iter().fold(0u64, |n, &b| n << 8 | u64::from(b));
    (small && count < 10_000_000).then_some(count as usize + 1)
}

fn recognise(source: &Source) -> bool {
    let Some(count) = samples(source.bytes) else { return false };
    let frequency = array(source.bytes, 0, count);
    let first = frequency.first().copied().unwrap_or_default();
    (1e-7..=1e9).contains(&first)
}

/// The big-endian array number `index`, as much of it as the file holds.
fn array(bytes: &[u8], index: usize, count: usize) -> Vec<f64> {
    let start = HEAD + index * count * 8;
    let end = (start + count * 8).min(bytes.len());
    let (numbers, _) = bytes.get(start..end).unwrap_or_default().as_chunks::<8>();
    numbers.iter().map(|&b| f64::from_be_bytes(b)).collect()
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let count = samples(source.bytes).unwrap_or_default();
    if source.bytes.len() < HEAD + count * SAMPLE {
        return Err(Error::new(
            Code::Damaged,
            format!(
                "{} announced, which take {} bytes, but the file ends after {}.",
                plural(count, "sample", "samples"),
                HEAD + count * SAMPLE,
                source.bytes.len()
            ),
        ));
    }
    let [frequency, modulus, phase, time] = [0, 1, 2, 3].map(|i| array(source.bytes, i, count));
    if let Some(bad) = frequency.iter().position(|&f| !(f > 0.0 && f < 1e12)) {
        return Err(Error::new(Code::Damaged, format!("sample {} has no sensible frequency.", bad + 1)));
    }
    if modulus.iter().chain(&phase).any(|x| !x.is_finite() || x.abs() > 1e100) {
        return Err(Error::new(Code::Damaged, "a sample has no sensible impedance."));
    }
    let mut spectrum = source.spectrum();
    texts(source.bytes.get(HEAD + count * SAMPLE..).unwrap_or_default(), &mut spectrum);
    if let Some(&start) = time.first().filter(|t| t.is_finite() && **t > 0.0) {
        spectrum.meta.insert("started".into(), stamp::of_seconds(start + EPOCH_1980));
    }
    // The sweep begins somewhere in the middle, so that part of it is measured twice: only the part between the ends
    // of the range counts. Spectra are given in ascending order.
    let ends = |better: fn(f64, f64) -> bool| {
        let mut at = 0;
        for (i, &f) in frequency.iter().enumerate() {
            if frequency.get(at).is_some_and(|&best| better(f, best)) {
                at = i;
            }
        }
        at
    };
    let (lowest, highest) = (ends(|a, b| a < b), ends(|a, b| a > b));
    let range = lowest.min(highest)..=lowest.max(highest);
    let kept = range.clone().count();
    let mut order: Vec<usize> = range.collect();
    if lowest > highest {
        order.reverse();
    }
    for i in order {
        if let (Some(&f), Some(&r), Some(&phi)) = (frequency.get(i), modulus.get(i), phase.get(i)) {
            spectrum.frequency.push(f);
            spectrum.impedance.push(table::polar(r, phi));
        }
    }
    if kept < count {
        reading.warn(format!("{} of the overlapping start left out.", plural(count - kept, "sample", "samples")));
    }
    reading.spectra.push(spectrum);
    reading.understood = "frequency, |Z| and phase in radians; Hz; Ω; 1 spectrum".into();
    Ok(reading)
}

/// The texts after the arrays; each has its length before it.
fn texts(mut bytes: &[u8], spectrum: &mut Spectrum) {
    const KEYS: [&str; 11] = [
        "",
        "system",
        "potential",
        "current",
        "temperature",
        "",
        "comment",
        "comment 2",
        "comment 3",
        "comment 4",
        "area",
    ];
    for key in KEYS {
        let Some((length, rest)) = bytes.split_first_chunk::<2>() else { return };
        let length = usize::from(u16::from_be_bytes(*length));
        let Some((text, rest)) = rest.split_at_checked(length).filter(|_| length < 4096) else { return };
        bytes = rest;
        let swapped: String = text.iter().map(|&b| char::from(b)).map(swap_case).collect();
        match key {
            "" => {}
            "potential" => {
                // "0.9995V, Ampl: 10mV"
                let volts = swapped.split_once('V').and_then(|(v, _)| super::header_number(v));
                spectrum.bias_v = volts;
            }
            "area" => spectrum.area_cm2 = super::header_number(&swapped).filter(|&a| a > 0.0),
            key => note(&mut spectrum.meta, key, &swapped),
        }
    }
}

fn swap_case(c: char) -> char {
    if c.is_ascii_uppercase() { c.to_ascii_lowercase() } else { c.to_ascii_uppercase() }
}
