//! The points that a fit uses, and their weights.

use num_complex::Complex64;

use super::options::{FitOptions, Weighting};
use crate::circuit::Circuit;
use crate::circuit::element::Fast;
use crate::error::{Code, Error, Result};
use crate::math;
use crate::spectrum::{Spectrum, is_usable};

/// The points that are used, from high to low frequency.
pub(super) struct Data {
    pub(super) frequency: Vec<f64>,
    pub(super) z: Vec<Complex64>,
    /// Weights of real and imaginary parts.
    pub(super) weight: Vec<(f64, f64)>,
    /// Where each stands among the points used, in the order of measurement.
    pub(super) order: Vec<usize>,
    /// What the weights say: whether they are relative to |Z|, or the noise itself.
    pub(super) weighting: Weighting,
    pub(super) warnings: Vec<String>,
}

impl Data {
    pub(super) fn new(circuit: &Circuit, spectrum: &Spectrum, options: &FitOptions, free: usize) -> Result<Data> {
        let (f, z) = (&spectrum.frequency, &spectrum.impedance);
        let unfit = |sentence: String| Err(Error::new(Code::UnfitData, sentence));
        if f.len() != z.len() {
            let sentence = format!("The spectrum has {} frequencies, but {} impedances.", f.len(), z.len());
            return Err(Error::new(Code::BadArgument, sentence));
        }
        let sigma = match (options.weighting, &options.sigma) {
            (Weighting::Sigma, Some(sigma)) if sigma.len() == f.len() => Some(sigma),
            (Weighting::Sigma, _) => {
                let sentence = "Sigma weighting needs sigma, the standard deviation of every point.";
                return Err(Error::new(Code::BadArgument, sentence));
            }
            _ => None,
        };
        let mut warnings = circuit.notes.clone();
        let (low, high) = match options.range {
            Some((a, b)) if a.is_finite() && b.is_finite() => (a.min(b) * (1.0 - 1e-9), a.max(b) * (1.0 + 1e-9)),
            Some(_) => return Err(Error::new(Code::BadArgument, "The range must be two frequencies in Hz.")),
            None => (0.0, f64::MAX),
        };
        let usable = |i: usize| is_usable(f[i], z[i]) && sigma.is_none_or(|s| s[i] > 0.0 && s[i].is_finite());
        let dropped = (0..f.len()).filter(|&i| !usable(i)).count();
        if dropped > 0 {
            warnings.push(format!(
                "{dropped} of {} points were left out: they have no positive frequency or no finite impedance.",
                f.len()
            ));
        }
        let used: Vec<usize> = (0..f.len()).filter(|&i| usable(i) && f[i] >= low && f[i] <= high).collect();
        let n = used.len();
        if 2 * n <= free {
            return unfit(format!("Usable points: {n} ({} numbers), too few for {free} free parameters.", 2 * n));
        }
        // Sorted, so that the order of measurement changes nothing, not even the last digit.
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by(|&a, &b| {
            let (a, b) = (used[a], used[b]);
            f[b].total_cmp(&f[a]).then(z[a].re.total_cmp(&z[b].re)).then(z[a].im.total_cmp(&z[b].im))
        });
        let frequency: Vec<f64> = order.iter().map(|&i| f[used[i]]).collect();
        let sorted: Vec<Complex64> = order.iter().map(|&i| z[used[i]]).collect();
        let distinct = 1 + frequency.windows(2).filter(|p| p[0] != p[1]).count();
        if 2 * distinct <= free {
            return unfit(format!(
                "The points stand at {distinct} different frequencies, too few for {free} free parameters."
            ));
        }
        if distinct < n {
            warnings.push(format!(
                "{n} points stand at {distinct} different frequencies: all are used, the repeated ones as often as they occur."
            ));
        }
        if let Some(first) = sorted.first() {
            let constant = sorted.iter().all(|z| math::norm(z - first) <= 1e-12 * math::norm(*first));
            if constant && free > 1 {
                return unfit("All impedances are the same: nothing but one resistance can be read from them.".into());
            }
        }
        let has_inductance = circuit.parts().iter().any(|p| p.element.fast == Fast::L || p.element.name == "La");
        let positive = sorted.iter().filter(|z| z.im > 0.01 * math::norm(**z)).count();
        if !has_inductance && 2 * positive > n {
            warnings.push(format!(
                "{positive} of {n} points have a positive imaginary part (inductive). If this is a capacitive sample, \
                 the column holds -Z'': change its sign."
            ));
        }
        let weight = order
            .iter()
            .zip(&sorted)
            .map(|(&i, z)| match (options.weighting, sigma) {
                (Weighting::Sigma, Some(sigma)) => (1.0 / sigma[used[i]], 1.0 / sigma[used[i]]),
                (Weighting::Proportional, _) => by_parts(*z, *z),
                (Weighting::Unit, _) => (1.0, 1.0),
                _ => (1.0 / math::norm(*z), 1.0 / math::norm(*z)),
            })
            .collect();
        Ok(Data { frequency, z: sorted, weight, order, weighting: options.weighting, warnings })
    }

    pub(super) fn len(&self) -> usize {
        self.z.len()
    }

    /// Variance of a residual: as the residuals show it, or 1 where the weights are one over the noise.
    pub(super) fn variance(&self, reduced_chi_square: f64) -> f64 {
        if self.weighting == Weighting::Sigma { 1.0 } else { reduced_chi_square }
    }
}

/// One over the size of each part of `curve`, between a hundredth and the whole of what was measured.
pub(super) fn by_parts(curve: Complex64, measured: Complex64) -> (f64, f64) {
    let size = math::norm(measured);
    let weight = |part: f64| 1.0 / part.abs().clamp(0.01 * size, size);
    (weight(curve.re), weight(curve.im))
}
