//! Points that a person may want to leave out: offered with a reason, never left out in silence.

use serde::Serialize;

use crate::{Complex64, Spectrum, math};

/// Why points are offered.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Kind {
    /// Frequency zero: no impedance.
    ZeroFrequency,
    /// The real part is negative.
    NegativeReal,
    /// Beside 50 or 60 Hz or a multiple, and off the line of its neighbours.
    Mains,
    /// The same value again and again: the instrument's range was exceeded.
    Saturation,
}

/// Points offered for leaving out.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Filter {
    /// Why.
    pub kind: Kind,
    /// Which points, from 0.
    pub indices: Vec<usize>,
    /// Why, in a sentence.
    pub reason: String,
}

/// Distance to a multiple of the mains frequency that still disturbs, as a share of it.
const MAINS_WIDTH: f64 = 0.03;
/// Harmonics that disturb measurements.
const HARMONICS: u32 = 5;
/// How far beside the line of its neighbours a point must lie: this share of |Z| …
const MAINS_OFFSET: f64 = 0.01;
/// … and this many times what is usual in the spectrum.
const MAINS_TIMES: f64 = 4.0;

/// What can be said against single points of a spectrum.
pub fn suggest(spectrum: &Spectrum) -> Vec<Filter> {
    let points = || spectrum.frequency.iter().zip(&spectrum.impedance).enumerate();
    let mut filters = Vec::new();
    let mut offer = |kind, indices: Vec<usize>, reason: &str| {
        if !indices.is_empty() {
            filters.push(Filter { kind, indices, reason: reason.into() });
        }
    };
    let zero = points().filter(|(_, (f, _))| **f <= 0.0).map(|(i, _)| i).collect();
    offer(Kind::ZeroFrequency, zero, "At zero frequency there is no impedance to fit.");
    let negative = points().filter(|(_, (f, z))| **f > 0.0 && z.re < 0.0).map(|(i, _)| i).collect();
    offer(
        Kind::NegativeReal,
        negative,
        "The real part is negative; in a passive cell that is an artefact of cables or of the instrument.",
    );
    offer(
        Kind::Mains,
        mains(spectrum),
        "The frequency is a multiple of the mains' 50 or 60 Hz, and the point lies off the line of its neighbours.",
    );
    offer(
        Kind::Saturation,
        saturated(spectrum),
        "The same value stands at three frequencies or more in a row, as when the instrument's range is exceeded.",
    );
    filters
}

fn mains(spectrum: &Spectrum) -> Vec<usize> {
    let offsets: Vec<f64> = (0..spectrum.len()).map(|i| offset(spectrum, i).unwrap_or(0.0)).collect();
    let mut sorted: Vec<f64> = offsets.iter().copied().filter(|&x| x > 0.0).collect();
    sorted.sort_by(f64::total_cmp);
    let usual = sorted.get(sorted.len() / 2).copied().unwrap_or(0.0);
    let near_mains = |f: f64| {
        [50.0, 60.0].iter().any(|mains| (1..=HARMONICS).any(|n| (f / (mains * f64::from(n)) - 1.0).abs() < MAINS_WIDTH))
    };
    let is_off = |(i, &x): (usize, &f64)| {
        let near = spectrum.frequency.get(i).is_some_and(|&f| near_mains(f));
        (near && x > MAINS_OFFSET && x > MAINS_TIMES * usual).then_some(i)
    };
    offsets.iter().enumerate().filter_map(is_off).collect()
}

/// How far a point lies from the line between its neighbours (over the logarithm of frequency), as a share of |Z|.
fn offset(spectrum: &Spectrum, i: usize) -> Option<f64> {
    let at = |i: usize| Some((*spectrum.frequency.get(i)?, *spectrum.impedance.get(i)?));
    let ((f0, z0), (f, z), (f1, z1)) = (at(i.checked_sub(1)?)?, at(i)?, at(i + 1)?);
    if f0 <= 0.0 || f <= 0.0 || f1 <= 0.0 || f0 == f1 {
        return None;
    }
    let share = math::ln(f / f0) / math::ln(f1 / f0);
    let between: Complex64 = z0 + (z1 - z0) * share;
    let size = math::norm(between);
    (size > 0.0).then(|| math::norm(z - between) / size)
}

fn saturated(spectrum: &Spectrum) -> Vec<usize> {
    let mut indices = Vec::new();
    let mut start = 0;
    for run in spectrum.impedance.chunk_by(|a, b| a == b) {
        let frequencies = spectrum.frequency.get(start..start + run.len()).unwrap_or_default();
        if run.len() >= 3 && frequencies.first() != frequencies.last() {
            indices.extend(start..start + run.len());
        }
        start += run.len();
    }
    indices
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_is_suspect_is_offered() {
        let frequency: Vec<f64> = (0..40).map(|i| 10f64.powf(4.0 - f64::from(i) / 10.0)).collect();
        let rc =
            |f: f64| Complex64::new(5.0, 0.0) + 100.0 / Complex64::new(1.0, 2.0 * core::f64::consts::PI * f * 1e-3);
        let impedance: Vec<Complex64> = frequency.iter().map(|&f| rc(f)).collect();
        let clean = Spectrum::new(frequency, impedance);
        assert_eq!(suggest(&clean), []);

        let mut spoiled = clean.clone();
        let at_50 = spoiled.frequency.iter().position(|f| (f - 50.1).abs() < 1.0).unwrap();
        spoiled.impedance[at_50] *= 1.2;
        spoiled.impedance[0].re = -1.0;
        for z in &mut spoiled.impedance[30..34] {
            *z = Complex64::new(105.0, -1.0);
        }
        spoiled.frequency[39] = 0.0;
        let kinds: Vec<_> = suggest(&spoiled).into_iter().map(|f| (f.kind, f.indices)).collect();
        assert_eq!(
            kinds,
            [
                (Kind::ZeroFrequency, vec![39]),
                (Kind::NegativeReal, vec![0]),
                (Kind::Mains, vec![at_50]),
                (Kind::Saturation, vec![30, 31, 32, 33]),
            ]
        );
    }
}
