//! The points of one sweep, checked and sorted from high to low frequency: what every validity test starts from.

use core::f64::consts::TAU;

use num_complex::Complex64;

use crate::error::{Code, Error, Result};
use crate::spectrum::Spectrum;

/// A spectrum whose every point is finite, with positive and distinct frequencies, sorted from high to low.
#[derive(Debug, Clone)]
pub(crate) struct Sweep {
    /// Angular frequency, rad/s, falling.
    pub omega: Vec<f64>,
    /// Impedance at each angular frequency, in the unit of the spectrum; never zero.
    pub z: Vec<Complex64>,
    /// `1/|Z|` of each point, the weight of its residual.
    pub weight: Vec<f64>,
    /// Place of each point in the order of measurement.
    pub place: Vec<usize>,
}

impl Sweep {
    /// Checks a spectrum. `purpose` names the analysis in the message, which needs `at_least` points.
    ///
    /// # Errors
    /// `BadArgument` when the arrays differ in length, `UnfitData` for too few points, a frequency that is zero,
    /// negative, not finite or repeated, and an impedance that is zero or not finite.
    pub fn new(spectrum: &Spectrum, at_least: usize, purpose: &str) -> Result<Sweep> {
        let n = spectrum.frequency.len();
        if spectrum.impedance.len() != n {
            let message = format!("{n} frequencies, but {} impedances: each needs its own.", spectrum.impedance.len());
            return Err(Error::new(Code::BadArgument, message));
        }
        let unfit = |message: String| Err(Error::new(Code::UnfitData, message));
        if n < at_least {
            return unfit(format!("{purpose} needs at least {at_least} points; this spectrum has {n}."));
        }
        let mut points: Vec<(f64, Complex64, usize)> = Vec::with_capacity(n);
        for (place, (&f, &z)) in spectrum.frequency.iter().zip(&spectrum.impedance).enumerate() {
            let point = place + 1;
            if !(f.is_finite() && f > 0.0) {
                return unfit(format!("Point {point} has the frequency {f} Hz. {purpose} needs positive ones."));
            }
            // Squares must neither overflow nor vanish.
            if !(z.norm_sqr().is_normal()) {
                return unfit(format!("Point {point} ({f} Hz) has the impedance {} + {}j: leave it out.", z.re, z.im));
            }
            points.push((f, z, place));
        }
        let order = crate::math::order_of(points.len(), &|a, b| points[b].0.total_cmp(&points[a].0));
        let points: Vec<_> = order.into_iter().map(|i| points[i]).collect();
        if let Some(pair) = points.windows(2).find(|pair| pair[0].0 == pair[1].0) {
            return unfit(format!(
                "The frequency {} Hz occurs twice (points {} and {}): take one sweep at a time.",
                pair[0].0,
                pair[0].2 + 1,
                pair[1].2 + 1
            ));
        }
        Ok(Sweep {
            omega: points.iter().map(|p| TAU * p.0).collect(),
            z: points.iter().map(|p| p.1).collect(),
            weight: points.iter().map(|p| 1.0 / crate::math::norm(p.1)).collect(),
            place: points.iter().map(|p| p.2).collect(),
        })
    }

    /// Number of points.
    pub fn len(&self) -> usize {
        self.omega.len()
    }

    /// Leaves a point out and tells its place in the order of measurement.
    pub fn remove(&mut self, point: usize) -> usize {
        self.omega.remove(point);
        self.z.remove(point);
        self.weight.remove(point);
        self.place.remove(point)
    }

    /// Decades between the lowest and the highest frequency.
    pub fn decades(&self) -> f64 {
        crate::math::log10(self.omega[0] / self.omega[self.len() - 1])
    }

    /// Where the points of this sweep stand in it, from the first measured to the last.
    pub fn order_of_measurement(&self) -> Vec<usize> {
        crate::math::order_of(self.len(), &|a, b| self.place[a].cmp(&self.place[b]))
    }

    /// Values in the order of this sweep put back into the order of measurement.
    pub fn as_measured<T: Copy>(&self, values: &[T]) -> Vec<T> {
        self.order_of_measurement().into_iter().map(|i| values[i]).collect()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn spectrum(frequency: &[f64]) -> Spectrum {
        Spectrum::new(frequency.to_vec(), vec![Complex64::new(1.0, -1.0); frequency.len()])
    }

    #[test]
    fn sorts_and_puts_back() {
        let sweep = Sweep::new(&spectrum(&[1.0, 100.0, 10.0]), 3, "The test").unwrap();
        assert_eq!(sweep.place, [1, 2, 0]);
        assert_eq!(sweep.as_measured(&[100.0, 10.0, 1.0]), [1.0, 100.0, 10.0]);
        assert!((sweep.decades() - 2.0).abs() < 1e-12);
    }

    #[test]
    fn refuses_what_no_analysis_can_use() {
        let code = |s: &Spectrum| Sweep::new(s, 3, "The test").unwrap_err().code;
        for frequency in [&[1.0, 2.0][..], &[1.0, 0.0, 2.0], &[1.0, -1.0, 2.0], &[1.0, f64::NAN, 2.0], &[1.0, 1.0, 2.0]]
        {
            assert_eq!(code(&spectrum(frequency)), Code::UnfitData, "{frequency:?}");
        }
        for z in [f64::NAN, f64::INFINITY, 1e300] {
            let mut bad = spectrum(&[1.0, 2.0, 3.0]);
            bad.impedance[1].re = z;
            assert_eq!(code(&bad), Code::UnfitData, "{z}");
        }
        let mut bad = spectrum(&[1.0, 2.0, 3.0]);
        bad.impedance[1] = Complex64::ZERO;
        assert_eq!(code(&bad), Code::UnfitData);
        bad.impedance.pop();
        assert_eq!(code(&bad), Code::BadArgument);
    }
}
