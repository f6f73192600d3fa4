//! Distribution of relaxation times: which processes, how fast, how large, without choosing a circuit first.
//!
//! `Z(w) = R + jwL + 1/(jwC) + Int gamma(tau)/(1 + jw tau) d ln tau` with `gamma >= 0` in Ω (or Ω·cm²). The integral is
//! a sum over points evenly spaced in `ln tau`: its kernel is so smooth there that ten points per decade leave no
//! error in double precision.
//!
//! Finding `gamma` is ill-posed, so the sum of the squared residuals relative to |Z| is minimised together with
//! `lambda Int (gamma''/s)² d ln tau` (Tikhonov). With a constant `s` that rounds the peaks and leaves ripples on
//! their flanks; here `s` follows `gamma` itself, known roughly from a first pass with a constant one: what counts is
//! curvature relative to height, which is small for the exponential flanks of every CPE. Non-negative least squares
//! after Lawson and Hanson (1974). `lambda` by hand, or by generalised cross-validation (Golub, Heath, Wahba,
//! Technometrics 21, 215, 1979) of the same problem without the sign constraint, where each degree of freedom counts
//! one and a half times, which keeps it from following noise (Kim and Gu, J. R. Stat. Soc. B 66, 337, 2004).
//! For relaxation times in electrochemistry see Wan, Saccoccio, Chen, Ciucci, Electrochim. Acta 184, 483 (2015),
//! 10.1016/j.electacta.2015.09.097.

use nalgebra::{DMatrix, DVector};
use num_complex::Complex64;

use super::sweep::Sweep;
use crate::error::{Code, Error, Result};
use crate::math::{exp, ln, pow};
use crate::spectrum::Spectrum;

/// How to compute the distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Options {
    /// Weight of the smoothness, 1e-9 to 1e3; by generalised cross-validation when absent.
    pub lambda: Option<f64>,
    /// Points per decade of `tau`, 5 to 30.
    pub points_per_decade: usize,
    /// Whether a series inductance is fitted; when absent, if the highest frequencies show one.
    pub inductance: Option<bool>,
    /// Whether a series capacitance is fitted (blocking electrodes).
    pub capacitance: bool,
}

impl Default for Options {
    fn default() -> Self {
        Options { lambda: None, points_per_decade: 10, inductance: None, capacitance: false }
    }
}

/// One process of the distribution.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Peak {
    /// Relaxation time at the maximum, s.
    pub tau: f64,
    /// Resistance between the valleys on both sides, in the unit of the spectrum.
    pub resistance: f64,
}

/// The distribution, and what it leaves over.
#[derive(Debug, Clone, PartialEq)]
pub struct Distribution {
    /// Relaxation times, s, rising: the measured range and one decade beyond on both sides.
    pub tau: Vec<f64>,
    /// Resistance per unit of `ln tau` at each of them, in the unit of the spectrum.
    pub gamma: Vec<f64>,
    /// The weight of the smoothness that was used.
    pub lambda: f64,
    /// Series resistance, in the unit of the spectrum.
    pub series_resistance: f64,
    /// Series inductance, H (H·cm² for a spectrum in Ω·cm²); zero when not fitted.
    pub inductance: f64,
    /// One over the series capacitance, 1/F (cm²/F); zero when not fitted.
    pub elastance: f64,
    /// Sum of all relaxing resistances.
    pub polarisation: f64,
    /// Peaks with `tau` in the measured range, fastest first.
    pub peaks: Vec<Peak>,
    /// Relative residual `(Z - fit)/|Z|` of each point, in the order of measurement.
    pub residual: Vec<Complex64>,
    /// What to keep in mind, one sentence each.
    pub warnings: Vec<String>,
}

/// Fewest points a distribution can be drawn from.
const MIN_POINTS: usize = 10;
/// Most grid points: more only cost time.
const MAX_GRID: usize = 500;
/// The grid reaches so many decades beyond the measured range.
const BEYOND: f64 = 1.0;
/// Weight of the smoothness in the first pass, which only has to find where gamma is high.
const FIRST_LAMBDA: f64 = 1e-3;
/// Height below which curvature is not punished more, as a share of the highest.
const FLOOR: f64 = 0.005;
/// How many times each degree of freedom counts in cross-validation.
const CAUTION: f64 = 1.5;
/// Range in which lambda is looked for (decimal exponents).
const SEARCH: [f64; 2] = [-9.0, 1.0];
/// A peak with a smaller share of the whole is left out.
const SMALLEST_SHARE: f64 = 0.01;

/// Computes the distribution of relaxation times.
///
/// # Errors
/// `UnfitData` for fewer than ten points, for frequencies that are not positive, finite and distinct, for impedances
/// that are zero or not finite, and for a spectrum whose real part does not change; `OutOfRange` for options.
pub fn relaxation_times(spectrum: &Spectrum, options: &Options) -> Result<Distribution> {
    if let Some(lambda) = options.lambda.filter(|l| !(1e-9..=1e3).contains(l)) {
        return Err(Error::out_of_range("lambda", lambda, 1e-9, 1e3, ""));
    }
    if !(5..=30).contains(&options.points_per_decade) {
        return Err(Error::out_of_range(
            "The number of points per decade",
            options.points_per_decade as f64,
            5.0,
            30.0,
            "",
        ));
    }
    let sweep = Sweep::new(spectrum, MIN_POINTS, "The distribution of relaxation times")?;
    let (low, high) = sweep.z.iter().fold((f64::INFINITY, f64::NEG_INFINITY), |(l, h), z| (l.min(z.re), h.max(z.re)));
    let span = high - low;
    if span <= 1e-9 * high.abs().max(low.abs()) {
        return Err(Error::new(
            Code::UnfitData,
            "The real part of the impedance does not change: nothing relaxes here.",
        ));
    }
    let grid = Grid::new(&sweep, options.points_per_decade)?;
    let problem = Problem::new(&sweep, &grid, span, options);
    let rough = problem.non_negative(FIRST_LAMBDA, &vec![1.0; grid.tau.len()]);
    let scale = problem.height(&rough);
    let lambda = options.lambda.unwrap_or_else(|| problem.cross_validated(&scale));
    let x = problem.non_negative(lambda, &scale);
    Ok(problem.distribution(&sweep, &grid, lambda, &x))
}

/// Relaxation times evenly spaced in their logarithm.
struct Grid {
    tau: Vec<f64>,
    step: f64,
}

impl Grid {
    fn new(sweep: &Sweep, points_per_decade: usize) -> Result<Grid> {
        let intervals = ((sweep.decades() + 2.0 * BEYOND) * points_per_decade as f64).ceil();
        if intervals > MAX_GRID as f64 {
            let message = format!("{intervals} relaxation times are too many: take fewer than {MAX_GRID} in all.");
            return Err(Error::new(Code::OutOfRange, message));
        }
        let first = ln(1.0 / sweep.omega[0]) - BEYOND * core::f64::consts::LN_10;
        let last = ln(1.0 / sweep.omega[sweep.len() - 1]) + BEYOND * core::f64::consts::LN_10;
        let step = (last - first) / intervals;
        Ok(Grid { tau: (0..=intervals as usize).map(|k| exp(first + step * k as f64)).collect(), step })
    }
}

/// The normal equations. Unknowns: the series elements, each scaled to unit norm, then `gamma/S` on the grid.
struct Problem {
    /// Norm of the column of each series element.
    series: Vec<f64>,
    /// Which of R, L, 1/C the series elements are.
    kinds: Vec<usize>,
    /// `A' A`.
    normal: DMatrix<f64>,
    /// `A' b`.
    rhs: DVector<f64>,
    /// `b' b`.
    total: f64,
    /// Number of equations.
    rows: usize,
    /// Span of Z', the unit of gamma.
    span: f64,
    /// Step of the grid in `ln tau`.
    step: f64,
}

impl Problem {
    fn new(sweep: &Sweep, grid: &Grid, span: f64, options: &Options) -> Problem {
        let n = sweep.len();
        let kinds: Vec<usize> = [true, options.inductance.unwrap_or_else(|| inductive(sweep)), options.capacitance]
            .iter()
            .enumerate()
            .filter(|k| *k.1)
            .map(|k| k.0)
            .collect();
        let first = kinds.len();
        let mut a = DMatrix::zeros(2 * n, first + grid.tau.len());
        for (i, (&omega, z)) in sweep.omega.iter().zip(&sweep.z).enumerate() {
            let weight = 1.0 / z.norm();
            for (k, &kind) in kinds.iter().enumerate() {
                let value = series_element(kind, omega) * weight;
                (a[(i, k)], a[(n + i, k)]) = (value.re, value.im);
            }
            for (k, &tau) in grid.tau.iter().enumerate() {
                let value = debye(omega * tau) * (weight * span * grid.step);
                (a[(i, first + k)], a[(n + i, first + k)]) = (value.re, value.im);
            }
        }
        let mut series = Vec::with_capacity(first);
        for k in 0..first {
            let norm = a.column(k).norm();
            a.column_mut(k).unscale_mut(norm);
            series.push(norm);
        }
        let b = DVector::from_iterator(
            2 * n,
            sweep.z.iter().map(|z| z.re / z.norm()).chain(sweep.z.iter().map(|z| z.im / z.norm())),
        );
        Problem {
            series,
            kinds,
            normal: a.tr_mul(&a),
            rhs: a.tr_mul(&b),
            total: b.norm_squared(),
            rows: 2 * n,
            span,
            step: grid.step,
        }
    }

    /// Number of series elements.
    fn first(&self) -> usize {
        self.series.len()
    }

    /// Number of grid points.
    fn grid(&self) -> usize {
        self.normal.nrows() - self.first()
    }

    /// Scale of the second difference, so that its squares sum up to the integral of `gamma''` squared.
    fn roughness(&self) -> f64 {
        1.0 / (self.step * self.step.sqrt())
    }

    /// Height of gamma around each grid point, about `FLOOR` to 1.
    fn height(&self, x: &[f64]) -> Vec<f64> {
        let gamma = &x[self.first()..];
        let highest = gamma.iter().fold(f64::MIN_POSITIVE, |a: f64, &b| a.max(b));
        let around = |k: usize| &gamma[k.saturating_sub(1)..(k + 2).min(gamma.len())];
        (0..gamma.len()).map(|k| around(k).iter().sum::<f64>() / (3.0 * highest) + FLOOR).collect()
    }

    /// `lambda` with the smallest `|r|² / (rows - degrees of freedom)²`; `scale` is the height of gamma.
    ///
    /// The series elements are eliminated, the unknowns changed to the punished differences, and the matrix brought to
    /// tridiagonal form once; each `lambda` then costs a few operations per unknown (after Eldén, BIT 17, 134, 1977).
    fn cross_validated(&self, scale: &[f64]) -> f64 {
        let (first, grid) = (self.first(), self.grid());
        // Eliminate the series elements by their Cholesky factor (Gauss on a symmetric matrix).
        let (mut normal, mut rhs, mut total) = (self.normal.clone(), self.rhs.clone(), self.total);
        let mut settled = 0;
        for k in 0..first {
            let pivot = normal[(k, k)];
            if pivot <= 1e-12 {
                continue;
            }
            settled += 1;
            let row: DVector<f64> = normal.column(k) / pivot;
            let value = rhs[k];
            total -= value * value / pivot;
            for j in k + 1..first + grid {
                rhs[j] -= row[j] * value;
                let factor = row[j] * pivot;
                for i in k + 1..first + grid {
                    normal[(i, j)] -= row[i] * factor;
                }
            }
        }
        // gamma = D^-1 y, D the second difference with zero outside, from both sides.
        let mut g = normal.view((first, first), (grid, grid)).into_owned();
        let mut d = rhs.rows(first, grid).into_owned();
        let undo = |x: &mut [f64]| {
            undo_second_difference(x, self.roughness());
            x.iter_mut().zip(scale).for_each(|(x, scale)| *x *= scale);
        };
        for _side in 0..2 {
            g.column_iter_mut().for_each(|mut column| undo(column.as_mut_slice()));
            g.transpose_mut();
        }
        undo(d.as_mut_slice());
        let (q, diagonal, beside) = nalgebra::linalg::SymmetricTridiagonal::new(g).unpack();
        let d = q.tr_mul(&d);

        let score = |exponent: f64| {
            let lambda = pow(10.0, exponent);
            let (y, trace) = shifted_tridiagonal(diagonal.as_slice(), beside.as_slice(), d.as_slice(), lambda);
            let residual = total - y.dot(&d) - lambda * y.norm_squared();
            let spent = (settled + grid) as f64 - lambda * trace;
            let freedom = (self.rows as f64 - CAUTION * spent).max(1e-3);
            ln(residual.max(1e-30 * self.total)) - 2.0 * ln(freedom)
        };
        let steps = 60;
        let at = |i: usize| SEARCH[0] + (SEARCH[1] - SEARCH[0]) * i as f64 / steps as f64;
        let best =
            (0..=steps).map(|i| (score(at(i)), i)).min_by(|a, b| a.0.total_cmp(&b.0)).map_or(steps, |best| best.1);
        pow(10.0, at(best))
    }

    /// The non-negative minimum for one `lambda`; `scale` is the height of gamma.
    fn non_negative(&self, lambda: f64, scale: &[f64]) -> Vec<f64> {
        let (first, grid) = (self.first(), self.grid());
        let mut m = self.normal.clone();
        for (k, scale) in scale.iter().enumerate() {
            let weight = lambda * (self.roughness() / scale) * (self.roughness() / scale);
            let row = [(k.wrapping_sub(1), 1.0), (k, -2.0), (k + 1, 1.0)];
            for (i, a) in row.into_iter().filter(|p| p.0 < grid) {
                for (j, b) in row.into_iter().filter(|p| p.0 < grid) {
                    m[(first + i, first + j)] += weight * a * b;
                }
            }
        }
        non_negative_least_squares(&m, self.rhs.as_slice())
    }

    fn distribution(&self, sweep: &Sweep, grid: &Grid, lambda: f64, x: &[f64]) -> Distribution {
        let mut series = [0.0; 3];
        for ((&kind, norm), value) in self.kinds.iter().zip(&self.series).zip(x) {
            series[kind] = value / norm;
        }
        let gamma: Vec<f64> = x[self.first()..].iter().map(|g| g * self.span).collect();
        let residual: Vec<Complex64> = sweep
            .omega
            .iter()
            .zip(&sweep.z)
            .map(|(&omega, z)| {
                let rest = (0..3).map(|kind| series_element(kind, omega) * series[kind]).sum::<Complex64>();
                let relaxing: Complex64 = grid.tau.iter().zip(&gamma).map(|(&t, &g)| debye(omega * t) * g).sum();
                (z - rest - relaxing * grid.step) / z.norm()
            })
            .collect();
        let polarisation = gamma.iter().sum::<f64>() * grid.step;
        let (fast, slow) = (1.0 / sweep.omega[0], 1.0 / sweep.omega[sweep.len() - 1]);
        let mut peaks = peaks(grid, &gamma);
        peaks.retain(|p| p.tau >= fast && p.tau <= slow && p.resistance > SMALLEST_SHARE * polarisation);
        let mut warnings = Vec::new();
        let rms = (residual.iter().map(Complex64::norm_sqr).sum::<f64>() / residual.len() as f64).sqrt();
        if rms > 0.03 {
            warnings.push(format!(
                "No sum of relaxations comes closer than {:.1} % of |Z|: an inductive loop, a blocking electrode or invalid \
                 data.",
                100.0 * rms
            ));
        }
        let outside: f64 = grid.tau.iter().zip(&gamma).filter(|(t, _)| **t > slow).map(|(_, g)| g * grid.step).sum();
        if outside > 0.1 * polarisation {
            warnings.push(format!(
                "{:.0} % of the resistance relaxes more slowly than the lowest frequency: its peaks and size are guesses.",
                100.0 * outside / polarisation
            ));
        }
        Distribution {
            tau: grid.tau.clone(),
            lambda,
            series_resistance: series[0],
            inductance: series[1],
            elastance: series[2],
            polarisation,
            peaks,
            residual: sweep.as_measured(&residual),
            warnings,
            gamma,
        }
    }
}

/// Whether Z'' of the five highest frequencies is positive beyond doubt.
fn inductive(sweep: &Sweep) -> bool {
    let share: Vec<f64> = sweep.z.iter().take(5).map(|z| z.im / z.norm()).collect();
    let mean = share.iter().sum::<f64>() / 5.0;
    let variance = share.iter().map(|s| (s - mean) * (s - mean)).sum::<f64>() / 4.0;
    mean > 4.0 * (variance / 5.0).sqrt()
}

/// Impedance of a series element of unit size: R, L, 1/C.
fn series_element(kind: usize, omega: f64) -> Complex64 {
    match kind {
        0 => Complex64::new(1.0, 0.0),
        1 => Complex64::new(0.0, omega),
        _ => Complex64::new(0.0, -1.0 / omega),
    }
}

/// `1/(1 + jx)`.
fn debye(x: f64) -> Complex64 {
    let re = 1.0 / (1.0 + x * x);
    Complex64::new(re, -x * re)
}

/// Maxima with the resistance between the valleys beside them.
fn peaks(grid: &Grid, gamma: &[f64]) -> Vec<Peak> {
    let mut peaks = Vec::new();
    let mut valley = 0;
    let n = gamma.len();
    let mut k = 1;
    while k + 1 < n {
        if gamma[k] > gamma[k - 1] && gamma[k] >= gamma[k + 1] {
            let mut end = k + 1;
            while end + 1 < n && (gamma[end + 1] < gamma[end] || (gamma[end] > 0.0 && gamma[end + 1] == gamma[end])) {
                end += 1;
            }
            // A valley point belongs to both sides by half; outside the grid nothing is.
            let inner: f64 = gamma[valley + 1..end].iter().sum();
            let resistance = (inner + 0.5 * (gamma[valley] + gamma[end])) * grid.step;
            let (a, b, c) = (gamma[k - 1], gamma[k], gamma[k + 1]);
            // A parabola through a wide peak; the centre of gravity of one too narrow for it (equal where they meet).
            let shift = if a + c < b { (c - a) / (a + b + c) } else { 0.5 * (a - c) / (a - 2.0 * b + c) };
            peaks.push(Peak { tau: exp(ln(grid.tau[k]) + shift * grid.step), resistance });
            valley = end;
            k = end;
        }
        k += 1;
    }
    peaks
}

/// Solves `scale (y[k-1] - 2 y[k] + y[k+1]) = x[k]` with zeros outside, in place.
fn undo_second_difference(x: &mut [f64], scale: f64) {
    let n = x.len();
    let mut pivot = vec![0.0; n];
    pivot[0] = -2.0;
    x[0] /= scale;
    for k in 1..n {
        let factor = 1.0 / pivot[k - 1];
        pivot[k] = -2.0 - factor;
        x[k] = x[k] / scale - factor * x[k - 1];
    }
    x[n - 1] /= pivot[n - 1];
    for k in (0..n - 1).rev() {
        x[k] = (x[k] - x[k + 1]) / pivot[k];
    }
}

/// Solution of `(T + shift) y = d` and the trace of the inverse, for a positive tridiagonal `T`.
fn shifted_tridiagonal(diagonal: &[f64], beside: &[f64], d: &[f64], shift: f64) -> (DVector<f64>, f64) {
    let n = diagonal.len();
    let mut down = vec![0.0; n];
    let mut y = DVector::from_column_slice(d);
    for k in 0..n {
        down[k] = diagonal[k] + shift;
        if k > 0 {
            let factor = beside[k - 1] / down[k - 1];
            down[k] -= factor * beside[k - 1];
            y[k] -= factor * y[k - 1];
        }
        // Rounding of the smallest eigenvalues must not turn the sign.
        down[k] = down[k].max(0.5 * shift);
    }
    let mut trace = 0.0;
    let mut up = 0.0;
    for k in (0..n).rev() {
        y[k] /= down[k];
        up = diagonal[k] + shift - if k + 1 < n { beside[k] * beside[k] / up } else { 0.0 };
        up = f64::max(up, 0.5 * shift);
        if k + 1 < n {
            y[k] -= beside[k] / down[k] * y[k + 1];
        }
        trace += 1.0 / (down[k] + up - diagonal[k] - shift);
    }
    (y, trace)
}

/// Minimum of `x' M x / 2 - c' x` over `x >= 0` (Lawson and Hanson 1974), started where all unknowns are free and the
/// negative ones are dropped together.
fn non_negative_least_squares(m: &DMatrix<f64>, c: &[f64]) -> Vec<f64> {
    let n = c.len();
    let mut free = vec![true; n];
    let mut x = loop {
        let x = unconstrained(m, c, &free);
        let mut dropped = false;
        for i in 0..n {
            if free[i] && x[i] <= 0.0 {
                free[i] = false;
                dropped = true;
            }
        }
        if !dropped {
            break x;
        }
    };
    let tolerance = 1e-11 * c.iter().fold(0.0, |largest: f64, c| largest.max(c.abs()));
    let mut barred = vec![false; n];
    for _ in 0..3 * n {
        let pull = |i: usize| c[i] - m.column(i).iter().zip(&x).map(|(m, x)| m * x).sum::<f64>();
        let candidates = (0..n).filter(|&i| !free[i] && !barred[i]).map(|i| (pull(i), i));
        let Some((_, entering)) = candidates.filter(|p| p.0 > tolerance).max_by(|a, b| a.0.total_cmp(&b.0)) else {
            break;
        };
        free[entering] = true;
        loop {
            let next = unconstrained(m, c, &free);
            let step =
                (0..n).filter(|&i| free[i] && next[i] <= 0.0).map(|i| x[i] / (x[i] - next[i])).fold(1.0, f64::min);
            if step >= 1.0 {
                x = next;
                barred.fill(false);
                break;
            }
            for i in 0..n {
                x[i] += step * (next[i] - x[i]);
                if free[i] && next[i] <= 0.0 && x[i] <= 1e-14 {
                    (x[i], free[i]) = (0.0, false);
                }
            }
            // Rounding alone let it in: it waits until another unknown has moved.
            barred[entering] = !free[entering];
        }
    }
    x
}

/// Minimum over the free unknowns, the others being zero.
fn unconstrained(m: &DMatrix<f64>, c: &[f64], free: &[bool]) -> Vec<f64> {
    let places: Vec<usize> = (0..c.len()).filter(|&i| free[i]).collect();
    let sub = DMatrix::from_fn(places.len(), places.len(), |i, j| m[(places[i], places[j])]);
    let rhs = DVector::from_iterator(places.len(), places.iter().map(|&i| c[i]));
    let mut x = vec![0.0; c.len()];
    if let Some(factor) = sub.cholesky() {
        for (&i, &value) in places.iter().zip(factor.solve(&rhs).iter()) {
            x[i] = value;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::log10;
    use core::f64::consts::TAU;

    fn spectrum(z: impl Fn(f64) -> Complex64) -> Spectrum {
        let f: Vec<f64> = (0..71).map(|i| pow(10.0, 5.0 - 0.1 * f64::from(i))).collect();
        let z = f.iter().map(|f| z(TAU * f)).collect();
        Spectrum::new(f, z)
    }

    #[test]
    fn two_relaxations_with_inductance() {
        let s = spectrum(|w| Complex64::new(5.0, w * 1e-5) + debye(w * 1e-3) * 20.0 + debye(w * 0.3) * 80.0);
        let d = relaxation_times(&s, &Options::default()).unwrap();
        assert_eq!(d.peaks.len(), 2, "{:?}", d.peaks);
        for (peak, (tau, resistance)) in d.peaks.iter().zip([(1e-3, 20.0), (0.3, 80.0)]) {
            assert!(
                log10(peak.tau / tau).abs() < 0.01 && (peak.resistance / resistance - 1.0).abs() < 0.01,
                "{peak:?}"
            );
        }
        assert!((d.inductance / 1e-5 - 1.0).abs() < 0.01 && (d.series_resistance / 5.0 - 1.0).abs() < 0.01);
        assert!(d.warnings.is_empty() && d.gamma.iter().all(|g| *g >= 0.0));
    }

    #[test]
    fn a_blocking_electrode() {
        let s = spectrum(|w| Complex64::new(5.0, -1.0 / (w * 1e-3)) + debye(w * 1e-3) * 20.0);
        let d = relaxation_times(&s, &Options { capacitance: true, ..Options::default() }).unwrap();
        assert!((d.elastance / 1e3 - 1.0).abs() < 0.01, "{}", d.elastance);
        assert!((d.peaks[0].resistance / 20.0 - 1.0).abs() < 0.02, "{:?}", d.peaks);
    }

    #[test]
    fn an_inductive_loop_is_no_sum_of_relaxations() {
        let s = spectrum(|w| 5.0 + debye(w * 1e-4) * 100.0 - debye(w * 0.1) * 40.0);
        let d = relaxation_times(&s, &Options::default()).unwrap();
        assert!(!d.warnings.is_empty());
    }

    #[test]
    fn refuses_bad_options_and_data() {
        let good = spectrum(|w| 5.0 + debye(w * 1e-4) * 100.0);
        for options in [
            Options { lambda: Some(f64::NAN), ..Options::default() },
            Options { lambda: Some(0.0), ..Options::default() },
            Options { points_per_decade: 0, ..Options::default() },
        ] {
            assert_eq!(relaxation_times(&good, &options).unwrap_err().code, Code::OutOfRange);
        }
        let constant = spectrum(|_| Complex64::new(5.0, 0.0));
        assert_eq!(relaxation_times(&constant, &Options::default()).unwrap_err().code, Code::UnfitData);
    }

    /// The minimum over `x >= 0` is where the gradient vanishes on what is free and points outwards on the rest.
    #[test]
    fn non_negative_least_squares_meets_its_conditions() {
        let a =
            DMatrix::from_fn(40, 25, |i, j| exp(-0.01 * ((i as f64) - 1.6 * j as f64) * ((i as f64) - 1.6 * j as f64)));
        let b = DVector::from_fn(40, |i, _| crate::math::sin(0.4 * i as f64) + 0.2);
        let (m, c) = (a.tr_mul(&a) + DMatrix::identity(25, 25) * 1e-6, a.tr_mul(&b));
        let x = non_negative_least_squares(&m, c.as_slice());
        let gradient = &m * DVector::from_column_slice(&x) - &c;
        for (x, g) in x.iter().zip(gradient.iter()) {
            assert!(*x >= 0.0 && *g > -1e-9 && (x * g).abs() < 1e-8, "{x} {g}");
        }
        assert!(x.contains(&0.0) && x.iter().any(|x| *x > 0.0));
    }
}
