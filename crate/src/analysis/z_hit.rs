//! Z-HIT: the modulus that belongs to the measured phase.
//!
//! Phase and modulus of a valid impedance determine each other, and the phase suffers less from drift. To first order
//! `ln|Z(w)| = const + 2/pi Int phi d ln w - pi/6 dphi/d ln w` (Ehm, Göhr, Kaus, Röseler, Schiller, ACH Models in
//! Chemistry 137, 145, 2000). Unlike the Kramers-Kronig integrals it needs no frequencies beyond the measured ones;
//! being the start of a series it is good to about two per cent where the phase turns
//! quickly.
//!
//! Phase and slope at each point come from a parabola in `ln w` through the points within a quarter of a decade (at least
//! two on each side), weighted with the tricube of their distance: enough to calm noise in the slope, short
//! against the width of any relaxation (1.14 decades). The integral is the trapezoid rule with its first end
//! correction, which uses the slopes. The constant is the mean of the distance to the measured modulus over a window
//! of medium frequencies, with a Hann weight in `ln w`: high frequencies suffer from inductance, low ones from drift.

use core::f64::consts::{FRAC_2_PI, LN_10, PI, TAU};

use super::least_squares::System;
use super::sweep::Sweep;
use crate::error::{Error, Result};
use crate::math::{atan2, cos, exp, ln, norm};
use crate::spectrum::Spectrum;

/// The modulus from the phase; arrays in the order of measurement.
#[derive(Debug, Clone, PartialEq)]
pub struct ZHit {
    /// `|Z|` reconstructed at each frequency, in the unit of the spectrum.
    pub modulus: Vec<f64>,
    /// Measured minus reconstructed modulus, as a share of the measured one.
    pub deviation: Vec<f64>,
    /// Frequencies between which the constant was adjusted, Hz.
    pub window: [f64; 2],
    /// Mean deviation over the lowest decade: away from zero when the cell changed while low frequencies were measured.
    pub low_frequency_deviation: f64,
}

/// Fewest points.
const MIN_POINTS: usize = 10;
/// Half the width of the smoothing, decades.
const REACH: f64 = 0.25;
/// Window for the constant unless another is asked for, Hz.
const WINDOW: [f64; 2] = [1.0, 1000.0];

/// Reconstructs the modulus. `window` in Hz; by default 1 Hz to 1 kHz, or the middle half of a sweep with fewer than five
/// points there.
///
/// # Errors
/// `UnfitData` for fewer than ten points, for frequencies that are not positive, finite and distinct and for impedances
/// that are zero or not finite; `OutOfRange` for a window that holds no point of the sweep.
pub fn z_hit(spectrum: &Spectrum, window: Option<[f64; 2]>) -> Result<ZHit> {
    let sweep = Sweep::new(spectrum, MIN_POINTS, "Z-HIT")?;
    let n = sweep.len();
    let x: Vec<f64> = sweep.omega.iter().map(|&omega| ln(omega)).collect();
    let (phase, slope) = smooth(&x, &unwrapped_phase(&sweep));

    let mut integral = 0.0;
    let mut shape = vec![0.0; n];
    for i in 0..n {
        if i > 0 {
            let step = x[i] - x[i - 1];
            integral += step * (0.5 * (phase[i] + phase[i - 1]) + step / 12.0 * (slope[i - 1] - slope[i]));
        }
        shape[i] = FRAC_2_PI * integral - PI / 6.0 * slope[i];
    }

    let measured: Vec<f64> = sweep.z.iter().map(|z| ln(norm(*z))).collect();
    let window = window.map_or_else(|| default_window(&x), |w| [ln(TAU * w[0]), ln(TAU * w[1])]);
    let (mut sum, mut weights) = (0.0, 0.0);
    for i in 0..n {
        let place = (x[i] - window[0]) / (window[1] - window[0]);
        if (0.0..=1.0).contains(&place) {
            // Never quite zero, so that a single point at the edge counts.
            let weight = 1.001 - cos(TAU * place);
            sum += weight * (measured[i] - shape[i]);
            weights += weight;
        }
    }
    let window = [exp(window[0]) / TAU, exp(window[1]) / TAU];
    if weights <= 0.0 {
        let [low, high] = [sweep.omega[n - 1] / TAU, sweep.omega[0] / TAU];
        return Err(Error::out_of_range(
            "The Z-HIT window (its middle)",
            (window[0] * window[1]).sqrt(),
            low,
            high,
            "Hz",
        ));
    }
    let constant = sum / weights;
    let modulus: Vec<f64> = shape.iter().map(|s| exp(s + constant)).collect();
    let deviation: Vec<f64> = modulus.iter().zip(&sweep.z).map(|(m, z)| 1.0 - m / norm(*z)).collect();
    let low: Vec<f64> = (0..n).filter(|&i| x[i] <= x[n - 1] + LN_10).map(|i| deviation[i]).collect();
    Ok(ZHit {
        low_frequency_deviation: low.iter().sum::<f64>() / low.len() as f64,
        modulus: sweep.as_measured(&modulus),
        deviation: sweep.as_measured(&deviation),
        window,
    })
}

/// Phase of each point, rad, without jumps of a full turn.
fn unwrapped_phase(sweep: &Sweep) -> Vec<f64> {
    let mut turns = 0.0;
    let mut before = 0.0;
    let mut phase = Vec::with_capacity(sweep.len());
    for z in &sweep.z {
        let angle = atan2(z.im, z.re);
        if !phase.is_empty() {
            turns -= ((angle - before) / TAU).round();
        }
        before = angle;
        phase.push(angle + TAU * turns);
    }
    phase
}

/// Value and slope at each point of a parabola through its neighbours.
fn smooth(x: &[f64], y: &[f64]) -> (Vec<f64>, Vec<f64>) {
    let n = x.len();
    let mut values = Vec::with_capacity(n);
    let mut slopes = Vec::with_capacity(n);
    for i in 0..n {
        let inside = |k: usize| (x[k] - x[i]).abs() <= REACH * LN_10;
        // Two points on each side at least, and five in all at the ends.
        let mut first = (0..i).find(|&k| inside(k)).unwrap_or(i).min(i.saturating_sub(2));
        let mut last = (i..n).rfind(|&k| inside(k)).unwrap_or(i).max((i + 2).min(n - 1));
        while last - first < 4 {
            if first > 0 {
                first -= 1;
            } else {
                last += 1;
            }
        }
        let reach = 1.1 * (x[first] - x[i]).abs().max((x[last] - x[i]).abs());
        // A weighted a + b t + c t², |t| <= 1.
        let near = || {
            (first..=last).map(|k| {
                let t = (x[k] - x[i]) / reach;
                let cube = 1.0 - (t * t * t).abs();
                (t, (cube * cube * cube).sqrt(), y[k])
            })
        };
        let mut parabola = System::new(near().map(|(_, w, y)| w * y).collect());
        parabola.push(near().map(|(_, w, _)| w));
        parabola.push(near().map(|(t, w, _)| w * t));
        parabola.push(near().map(|(t, w, _)| w * t * t));
        let parabola = parabola.solve().x;
        values.push(parabola[0]);
        slopes.push(parabola[1] / reach);
    }
    (values, slopes)
}

/// 1 Hz to 1 kHz where the sweep has five points there, else its middle half; `ln w`.
fn default_window(x: &[f64]) -> [f64; 2] {
    let window = [ln(TAU * WINDOW[0]), ln(TAU * WINDOW[1])];
    if x.iter().filter(|&&x| x >= window[0] && x <= window[1]).count() >= 5 {
        return window;
    }
    let (low, high) = (x[x.len() - 1], x[0]);
    [low + 0.25 * (high - low), high - 0.25 * (high - low)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Complex64;
    use crate::math::pow;

    fn spectrum(z: impl Fn(usize, f64) -> Complex64) -> Spectrum {
        let f: Vec<f64> = (0..71).map(|i| pow(10.0, 5.0 - 0.1 * f64::from(i))).collect();
        let z = f.iter().enumerate().map(|(i, f)| z(i, TAU * f)).collect();
        Spectrum::new(f, z)
    }

    /// R-(R||CPE).
    fn arc(w: f64) -> Complex64 {
        100.0 + 900.0 / (1.0 + 0.02 * (Complex64::I * w).powf(0.85))
    }

    fn largest(values: &[f64]) -> f64 {
        values.iter().fold(0.0, |a, b| a.max(b.abs()))
    }

    #[test]
    fn exact_for_a_constant_phase() {
        let found = z_hit(&spectrum(|_, w| (Complex64::I * w).powf(-0.7) * 1e4), None).unwrap();
        assert!(largest(&found.deviation) < 1e-12, "{:?}", found.deviation);
    }

    #[test]
    fn an_arc_as_well_as_two_terms_of_the_series_can() {
        let found = z_hit(&spectrum(|_, w| arc(w)), None).unwrap();
        // The two terms alone, with the exact phase at 200 points per decade, are off by 1.55 %.
        assert!((largest(&found.deviation) - 0.0155).abs() < 0.002, "{}", largest(&found.deviation));
        assert!(found.low_frequency_deviation.abs() < 0.005);
    }

    #[test]
    fn drift_shows_at_low_frequencies() {
        let found = z_hit(&spectrum(|i, w| arc(w) * (1.0 + 0.2 * pow(i as f64 / 70.0, 8.0))), None).unwrap();
        assert!((0.05..0.2).contains(&found.low_frequency_deviation), "{}", found.low_frequency_deviation);
    }

    #[test]
    fn the_window() {
        let s = spectrum(|_, w| arc(w));
        assert_eq!(z_hit(&s, Some([1e6, 1e7])).unwrap_err().code, crate::Code::OutOfRange);
        assert_eq!(z_hit(&s, Some([f64::NAN, 1e7])).unwrap_err().code, crate::Code::OutOfRange);
        let found = z_hit(&s, Some([10.0, 1e4])).unwrap();
        assert!((found.window[0] / 10.0 - 1.0).abs() < 1e-12);
    }
}
