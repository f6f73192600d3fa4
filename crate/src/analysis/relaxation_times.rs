//! Distribution of relaxation times: which processes, how fast, how large, without choosing a circuit first.
//!
//! `Z(w) = R + jwL + 1/(jwC) + Int gamma(tau)/(1 + jw tau) d ln tau` with `gamma >= 0` in Ω (or Ω·cm²). The integral is
//! a sum over points evenly spaced in `ln tau`: its kernel is so smooth there that ten points per decade leave no
//! error in double precision.
//!
//! Finding `gamma` is ill-posed, so the sum of the squared residuals relative to |Z| is minimised together with
//! `lambda Int ((gamma'' - q gamma)/s)² d ln tau` (Tikhonov). With `q = 0` and a constant `s` that rounds the peaks and
//! leaves ripples on their flanks. Here both follow `gamma` itself, known from the pass before (the first one has them
//! constant): `q` is the square of the slope of `ln gamma`, so that the exponential flanks of every CPE cost nothing, and
//! `s` is high where `gamma` is high and where it bends, so that a peak may be as sharp and as skew as it is. Non-negative
//! least squares after Lawson and Hanson (1974). `lambda` by hand, or by generalised cross-validation (Golub, Heath,
//! Wahba, Technometrics 21, 215, 1979) of the same problem without the sign constraint. Each degree of freedom counts
//! more than once there, which keeps it from following noise (Kim and Gu, J. R. Stat. Soc. B 66, 337, 2004, take 1.4);
//! three times, because the penalty has seen the data already, and less often where the points are few.
//!
//! What is reached with noise of 0.5 % of |Z| on 81 points over eight decades, in simulations (tests/golden/validity.rs):
//! the whole area within 1 %; the peaks of RC, RQ and two RQ within 0.03 decade in 97 cases of 100, of a skew
//! Havriliak-Negami relaxation (alpha 0.8, beta 0.7) in about 90, and with twice the points per decade in 98. A
//! relaxation with an almost vertical flank (Havriliak-Negami with alpha 0.9, beta 0.6) is drawn 0.06 decade too fast:
//! smoothing rounds the edge, and taking the smoothing relative to what was found before (iterated Tikhonov) mends 0.003 of it.
//! For relaxation times in electrochemistry see Wan, Saccoccio, Chen, Ciucci, Electrochim. Acta 184, 483 (2015),
//! 10.1016/j.electacta.2015.09.097.

use num_complex::Complex64;

use super::chain::debye;
use super::least_squares::{add_scaled, dot};
use super::non_negative::non_negative;
use super::sweep::Sweep;
use super::symmetric::Square;
use crate::error::{Code, Error, Result};
use crate::math::{exp, ln, log10, norm, pow};
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
/// Passes after that; in each the penalty follows what the one before has found.
const PASSES: usize = 3;
/// What the curvature of `ln gamma` is raised by and to in the scale of the penalty; chosen on simulated spectra.
const BEND_FLOOR: f64 = 0.2;
const BEND_POWER: f64 = 0.75;
/// How many times each degree of freedom counts in cross-validation.
const CAUTION: f64 = 3.0;
/// The same for few points; Kim and Gu (2004).
const LEAST_CAUTION: f64 = 1.4;
/// Equations for each such count: from fifty points on it is the whole.
const FEW: f64 = 33.0;
/// Range in which lambda is looked for (decimal exponents).
const SEARCH: [f64; 2] = [-9.0, 1.0];
/// Steps of that search.
const STEPS: usize = 60;
/// Steepest flank that is taken as such: the square of the slope of `ln gamma` by `ln tau`.
const STEEPEST: f64 = 4.0;
/// Data that are followed so closely, relative to |Z|, show no noise: what is left is the grid's.
const NOISELESS: f64 = 1e-3;
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
    // From what a constant scale shows to ever better ones.
    let n = grid.tau.len();
    let flat = Roughness { scale: vec![1.0; n], lean: vec![0.0; n] };
    let mut x = problem.non_negative(FIRST_LAMBDA, &flat);
    let mut lambda = FIRST_LAMBDA;
    for pass in 0..PASSES {
        let roughness = problem.roughness(&x);
        // What the first pass chooses serves those between; the last one, whose penalty is the best, chooses anew.
        if pass == 0 || pass + 1 == PASSES {
            lambda = options.lambda.unwrap_or_else(|| problem.cross_validated(&roughness));
        }
        x = problem.non_negative(lambda, &roughness);
    }
    let mut found = problem.distribution(&sweep, &grid, lambda, &x);
    if options.lambda.is_none() {
        found.warnings.extend(limit_reached(lambda, rms(&found.residual)));
    }
    Ok(found)
}

/// Root mean square of the sizes.
fn rms(residual: &[Complex64]) -> f64 {
    (residual.iter().map(Complex64::norm_sqr).sum::<f64>() / residual.len() as f64).sqrt()
}

/// What to say of a large rest: noise jumps from point to point, what a sum of relaxations cannot follow does not.
/// The residuals stand in the order of frequency.
fn misfit(residual: &[Complex64]) -> Option<String> {
    let rms = rms(residual);
    if rms <= 0.03 {
        return None;
    }
    let jumps = residual.windows(2).map(|pair| (pair[1] - pair[0]).norm_sqr()).sum::<f64>();
    // Von Neumann (1941): one for noise, with one over the root of the number of values as its standard deviation.
    let ratio = jumps / (2.0 * (residual.len() - 1) as f64 * rms * rms);
    let smooth = ratio < 1.0 - 4.0 / ((2 * residual.len()) as f64).sqrt();
    let percent = 100.0 * rms;
    Some(if smooth {
        format!(
            "No sum of relaxations comes closer than {percent:.1} % of |Z|: an inductive loop, a blocking electrode or invalid \
             data."
        )
    } else {
        format!(
            "What is left over, {percent:.1} % of |Z|, jumps from point to point, as noise does or too few points do: small \
             peaks, and those close to each other, cannot be trusted."
        )
    })
}

/// What to say where cross-validation would have gone on; `rms` is what is left over.
fn limit_reached(lambda: f64, rms: f64) -> Option<String> {
    let exponent = log10(lambda);
    if exponent <= SEARCH[0] + 1e-9 && rms > NOISELESS {
        return Some(format!(
            "The automatic lambda is the smallest of its range, {lambda:.0e}: something as sharp as the peak of an ideal RC \
             asks for it. Set a larger lambda by hand if other peaks look ragged."
        ));
    }
    if exponent <= SEARCH[0] + 1e-9 {
        return Some(format!(
            "The automatic lambda is the smallest of its range, {lambda:.0e}: these data show no noise, as simulated ones. \
             Peaks are as sharp as the kernel allows; set a larger lambda by hand if they look ragged."
        ));
    }
    (exponent >= SEARCH[1] - 1e-9).then(|| {
        format!(
            "The automatic lambda is the largest of its range, {lambda:.0}: the data are too noisy or too few to tell \
             peaks apart. Set lambda by hand and see which peaks stay, or measure with less noise."
        )
    })
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
    normal: Square,
    /// `A' b`.
    rhs: Vec<f64>,
    /// `b' b`.
    total: f64,
    /// Number of equations.
    rows: usize,
    /// Span of Z', the unit of gamma.
    span: f64,
    /// Step of the grid in `ln tau`.
    step: f64,
}

/// What counts as rough: `(gamma'' - q gamma)/s` at each point of the grid.
struct Roughness {
    /// `s`, in the unit of gamma.
    scale: Vec<f64>,
    /// `q`, in units of the step: the curvature that a flank has anyway.
    lean: Vec<f64>,
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
        let columns = first + grid.tau.len();
        // Real parts above imaginary parts, column by column.
        let mut a = vec![0.0; columns * 2 * n];
        for (k, column) in a.chunks_exact_mut(2 * n).enumerate() {
            let (re, im) = column.split_at_mut(n);
            for (i, (&omega, weight)) in sweep.omega.iter().zip(&sweep.weight).enumerate() {
                let value = match k.checked_sub(first) {
                    None => series_element(kinds[k], omega) * *weight,
                    Some(k) => debye(omega * grid.tau[k]) * (weight * span * grid.step),
                };
                (re[i], im[i]) = (value.re, value.im);
            }
        }
        let mut series = Vec::with_capacity(first);
        for column in a.chunks_exact_mut(2 * n).take(first) {
            let norm = dot(column, column).sqrt();
            column.iter_mut().for_each(|value| *value /= norm);
            series.push(norm);
        }
        let weighted = || sweep.z.iter().zip(&sweep.weight);
        let b: Vec<f64> = weighted().map(|(z, w)| z.re * w).chain(weighted().map(|(z, w)| z.im * w)).collect();
        let column = |k: usize| &a[k * 2 * n..(k + 1) * 2 * n];
        let mut normal = Square::zero(columns);
        for k in 0..columns {
            for i in k..columns {
                let value = match k.checked_sub(first) {
                    None => dot(column(k), column(i)),
                    // With d = 1/(1 + jw tau) the real part of conj(d_i) d_k is (tau_i Re d_i + tau_k Re d_k)/(tau_i + tau_k):
                    // what each has in common with the series resistance, the first column, tells what any two have.
                    Some(grid_k) => {
                        let (tau_k, tau_i) = (grid.tau[grid_k], grid.tau[i - first]);
                        let shared = tau_k * normal.a[k] + tau_i * normal.a[i];
                        span * grid.step * series[0] * shared / (tau_k + tau_i)
                    }
                };
                (normal.a[k * columns + i], normal.a[i * columns + k]) = (value, value);
            }
        }
        let rhs = a.chunks_exact(2 * n).map(|column| dot(column, &b)).collect();
        Problem { series, kinds, normal, rhs, total: dot(&b, &b), rows: 2 * n, span, step: grid.step }
    }

    /// Number of series elements.
    fn first(&self) -> usize {
        self.series.len()
    }

    /// Number of grid points.
    fn grid(&self) -> usize {
        self.normal.n - self.first()
    }

    /// Scale of the second difference, so that its squares sum up to the integral of `gamma''` squared.
    fn difference(&self) -> f64 {
        1.0 / (self.step * self.step.sqrt())
    }

    /// What is rough beside a distribution that is known roughly.
    fn roughness(&self, x: &[f64]) -> Roughness {
        let gamma = &x[self.first()..];
        let n = gamma.len();
        let highest = gamma.iter().fold(f64::MIN_POSITIVE, |a: f64, &b| a.max(b));
        let mean = |values: &[f64], k: usize| values[k.saturating_sub(1)..(k + 2).min(n)].iter().sum::<f64>() / 3.0;
        let height: Vec<f64> = (0..n).map(|k| mean(gamma, k) / highest + FLOOR).collect();
        // Slope and curvature of the logarithm.
        let beside = |k: usize| (height[k.saturating_sub(1)], height[k], height[(k + 1).min(n - 1)]);
        let slope = |k: usize| {
            let (before, here, after) = beside(k);
            (after - before) / (2.0 * self.step * here)
        };
        let bend: Vec<f64> = (0..n)
            .map(|k| {
                let (before, here, after) = beside(k);
                let curvature = (before - 2.0 * here + after) / (self.step * self.step * here);
                (curvature - slope(k) * slope(k)).abs()
            })
            .collect();
        Roughness {
            scale: (0..n).map(|k| height[k] * pow(mean(&bend, k) + BEND_FLOOR, BEND_POWER)).collect(),
            lean: (0..n).map(|k| (slope(k) * slope(k)).min(STEEPEST) * self.step * self.step).collect(),
        }
    }

    /// `lambda` with the smallest `|r|² / (rows - degrees of freedom)²`.
    ///
    /// The series elements are eliminated, the unknowns changed to the punished differences, and the matrix brought to
    /// tridiagonal form once; each `lambda` then costs a few operations per unknown (after Eldén, BIT 17, 134, 1977).
    fn cross_validated(&self, roughness: &Roughness) -> f64 {
        let (first, grid, all) = (self.first(), self.grid(), self.normal.n);
        // Eliminate the series elements by their Cholesky factor (Gauss on a symmetric matrix).
        let (mut normal, mut rhs, mut total) = (self.normal.clone(), self.rhs.clone(), self.total);
        let mut settled = 0;
        for k in 0..first {
            let row = normal.column(k).to_vec();
            let pivot = row[k];
            if pivot <= 1e-12 {
                continue;
            }
            settled += 1;
            let value = rhs[k] / pivot;
            total -= value * rhs[k];
            for j in k + 1..all {
                rhs[j] -= row[j] * value;
                add_scaled(&mut normal.column_mut(j)[k + 1..], -row[j] / pivot, &row[k + 1..]);
            }
        }
        // gamma = D^-1 y, D the punished difference with zero outside, from both sides.
        let mut g =
            Square { n: grid, a: (first..all).map(|k| &normal.column(k)[first..]).collect::<Vec<_>>().concat() };
        let undo = Undo::new(roughness, self.difference());
        for _side in 0..2 {
            undo.apply(&mut g.a);
            g = g.transposed();
        }
        let mut d = rhs.split_off(first);
        undo.apply(&mut d);
        let (diagonal, beside) = g.tridiagonal(&mut d);

        // Of few equations that would leave none for the peaks.
        let caution = CAUTION.min(self.rows as f64 / FEW).max(LEAST_CAUTION);
        let score = |exponent: f64| {
            let lambda = pow(10.0, exponent);
            let (y, trace) = shifted_tridiagonal(&diagonal, &beside, &d, lambda);
            let residual = total - dot(&y, &d) - lambda * dot(&y, &y);
            let spent = (settled + grid) as f64 - lambda * trace;
            let freedom = (self.rows as f64 - caution * spent).max(1e-3);
            ln(residual.max(1e-30 * self.total)) - 2.0 * ln(freedom)
        };
        let at = |i: usize| SEARCH[0] + (SEARCH[1] - SEARCH[0]) * i as f64 / STEPS as f64;
        let best =
            (0..=STEPS).map(|i| (score(at(i)), i)).min_by(|a, b| a.0.total_cmp(&b.0)).map_or(STEPS, |best| best.1);
        pow(10.0, at(best))
    }

    /// The non-negative minimum for one `lambda`.
    fn non_negative(&self, lambda: f64, roughness: &Roughness) -> Vec<f64> {
        let (first, grid, all) = (self.first(), self.grid(), self.normal.n);
        let mut m = self.normal.clone();
        for (k, (scale, lean)) in roughness.scale.iter().zip(&roughness.lean).enumerate() {
            let weight = lambda * (self.difference() / scale) * (self.difference() / scale);
            let row = [(k.wrapping_sub(1), 1.0), (k, -2.0 - lean), (k + 1, 1.0)];
            for (i, a) in row.into_iter().filter(|p| p.0 < grid) {
                for (j, b) in row.into_iter().filter(|p| p.0 < grid) {
                    m.a[(first + i) * all + first + j] += weight * a * b;
                }
            }
        }
        non_negative(&m, &self.rhs)
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
                (z - rest - relaxing * grid.step) / norm(*z)
            })
            .collect();
        let polarisation = gamma.iter().sum::<f64>() * grid.step;
        let (fast, slow) = (1.0 / sweep.omega[0], 1.0 / sweep.omega[sweep.len() - 1]);
        let mut peaks = peaks(grid, &gamma);
        peaks.retain(|p| p.tau >= fast && p.tau <= slow && p.resistance > SMALLEST_SHARE * polarisation);
        let mut warnings = Vec::new();
        warnings.extend(misfit(&residual));
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
    let share: Vec<f64> = sweep.z.iter().take(5).map(|z| z.im / norm(*z)).collect();
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

/// Solves `difference (y[k-1] - (2 + lean) y[k] + y[k+1])/scale[k] = x[k]` from the left, with zeros outside.
struct Undo<'a> {
    roughness: &'a Roughness,
    difference: f64,
    /// One over the pivots of the elimination.
    inverse: Vec<f64>,
}

impl Undo<'_> {
    fn new(roughness: &Roughness, difference: f64) -> Undo<'_> {
        let mut inverse = Vec::with_capacity(roughness.lean.len());
        let mut before = 0.0;
        for lean in &roughness.lean {
            before = 1.0 / (-2.0 - lean - before);
            inverse.push(before);
        }
        Undo { roughness, difference, inverse }
    }

    /// `D'⁻¹ X`, in place: `X` row by row, a vector or a matrix, whose columns are worked on side by side.
    fn apply(&self, x: &mut [f64]) {
        let n = self.inverse.len();
        let width = x.len() / n;
        for (k, inverse) in self.inverse.iter().enumerate() {
            let (before, rest) = x.split_at_mut(k * width);
            let row = &mut rest[..width];
            row.iter_mut().for_each(|x| *x *= inverse / self.difference);
            add_scaled(row, -inverse, before.rchunks(width).next().unwrap_or_default());
        }
        for (k, inverse) in self.inverse.iter().enumerate().rev() {
            let (rest, after) = x.split_at_mut((k + 1) * width);
            add_scaled(&mut rest[k * width..], -inverse, after);
        }
        for (row, scale) in x.chunks_exact_mut(width).zip(&self.roughness.scale) {
            row.iter_mut().for_each(|x| *x *= scale);
        }
    }
}

/// Solution of `(T + shift) y = d` and the trace of the inverse, for a positive tridiagonal `T`. The trace is the derivative
/// of `ln det (T + shift)` by the shift, and so the sum of what each pivot of the elimination gives.
fn shifted_tridiagonal(diagonal: &[f64], beside: &[f64], d: &[f64], shift: f64) -> (Vec<f64>, f64) {
    let n = diagonal.len();
    let mut inverse = vec![0.0; n];
    let mut y = d.to_vec();
    let mut trace = 0.0;
    let mut slope = 1.0; // of the pivot by the shift
    for k in 0..n {
        let mut pivot = diagonal[k] + shift;
        if let Some(j) = k.checked_sub(1) {
            let factor = beside[j] * inverse[j];
            pivot -= beside[j] * beside[j] * inverse[j];
            y[k] -= factor * y[j];
            slope = 1.0 + factor * factor * slope;
        }
        // Rounding of the smallest eigenvalues must not turn the sign.
        inverse[k] = 1.0 / pivot.max(0.5 * shift);
        trace += slope * inverse[k];
    }
    for k in (0..n).rev() {
        let after = if k + 1 < n { beside[k] * y[k + 1] } else { 0.0 };
        y[k] = (y[k] - after) * inverse[k];
    }
    (y, trace)
}

#[cfg(test)]
mod tests {
    use super::*;
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
        assert!(d.gamma.iter().all(|g| *g >= 0.0));
        // Without any noise there is nothing to weigh lambda against, and that is all there is to say.
        assert!(d.warnings.len() == 1 && d.warnings[0].contains("show no noise"), "{:?}", d.warnings);
        let d = relaxation_times(&s, &Options { lambda: Some(1e-6), ..Options::default() }).unwrap();
        assert!(d.warnings.is_empty(), "{:?}", d.warnings);
    }

    #[test]
    fn a_blocking_electrode() {
        let s = spectrum(|w| Complex64::new(5.0, -1.0 / (w * 1e-3)) + debye(w * 1e-3) * 20.0);
        let d = relaxation_times(&s, &Options { capacitance: true, ..Options::default() }).unwrap();
        assert!((d.elastance / 1e3 - 1.0).abs() < 0.01, "{}", d.elastance);
        assert!((d.peaks[0].resistance / 20.0 - 1.0).abs() < 0.02, "{:?}", d.peaks);
    }

    /// R-(R||CPE) or R-(R||C) of 4 kΩ with noise, over six decades.
    fn noisy(exponent: f64, points: usize, sigma: f64, seed: u64) -> Spectrum {
        let mut random = crate::analysis::fit::Random(seed);
        let mut normal = || random.normal();
        let f: Vec<f64> = (0..points).map(|i| pow(10.0, 5.0 - 6.0 * i as f64 / (points - 1) as f64)).collect();
        let z = f.iter().map(|f| {
            let z = 10.0 + 4e3 / (1.0 + 0.04 * (Complex64::I * TAU * f).powf(exponent));
            z + norm(z) * sigma * Complex64::new(normal(), normal())
        });
        Spectrum::new(f.clone(), z.collect())
    }

    #[test]
    fn noise_is_no_false_circuit() {
        for (points, sigma) in [(71, 0.02), (71, 0.1), (12, 0.001), (12, 0.1)] {
            for seed in 1..=10 {
                let d = relaxation_times(&noisy(0.9, points, sigma, seed), &Options::default()).unwrap();
                assert!(!d.warnings.iter().any(|w| w.contains("No sum of relaxations")), "{:?}", d.warnings);
                assert!(sigma < 0.1 || d.warnings.iter().any(|w| w.contains("noise")), "{:?}", d.warnings);
            }
        }
    }

    #[test]
    fn few_points_keep_the_whole_area() {
        for seed in 1..=10 {
            for points in [10, 12, 15, 20] {
                let d = relaxation_times(&noisy(0.9, points, 1e-3, seed), &Options::default()).unwrap();
                assert!((d.polarisation / 4e3 - 1.0).abs() < 0.01, "{points} points: {}", d.polarisation);
                assert!(d.peaks.len() == 1 && d.warnings.is_empty(), "{points} points: {:?}", d.warnings);
            }
        }
    }

    #[test]
    fn noise_is_not_denied() {
        let said = |sigma: f64, seed: u64| {
            let d = relaxation_times(&noisy(1.0, 71, sigma, seed), &Options::default()).unwrap();
            d.warnings.iter().any(|w| w.contains("show no noise"))
        };
        assert!(!(1..=20).any(|seed| said(0.005, seed)));
    }

    #[test]
    fn an_inductive_loop_is_no_sum_of_relaxations() {
        let s = spectrum(|w| 5.0 + debye(w * 1e-4) * 100.0 - debye(w * 0.1) * 40.0);
        let d = relaxation_times(&s, &Options::default()).unwrap();
        assert!(d.warnings.iter().any(|w| w.contains("No sum of relaxations")), "{:?}", d.warnings);
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
}
