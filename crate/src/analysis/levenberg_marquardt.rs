//! Non-linear least squares: Levenberg and Marquardt's method with Householder QR, a trust region and simple bounds.
//!
//! Our own because bounds are met by projection (a parameter on its bound is left out of the step while the data push
//! it outwards), and because the same QR serves the covariance; sources: Moré, Lect. Notes Math. 630, 105 (1978);
//! Nielsen, IMM-REP-1999-05 (1999) for the damping; Kanzow, Yamashita, Fukushima, J. Comput. Appl. Math. 172, 375
//! (2004) for the projection.

use super::least_squares::{add_scaled, dot};
use crate::math;

/// Residuals and their derivatives by the variables.
pub trait Residuals {
    /// Number of residuals.
    fn count(&self) -> usize;
    /// The residuals at `x` into `r`.
    fn residuals(&mut self, x: &[f64], r: &mut [f64]);
    /// The residuals into `r` and their derivatives into `j`, one column of `count()` per variable.
    fn jacobian(&mut self, x: &[f64], r: &mut [f64], j: &mut [f64]);
}

/// Where the search ended.
#[derive(Debug, Clone, PartialEq)]
pub struct Minimum {
    /// Variables.
    pub x: Vec<f64>,
    /// Sum of squared residuals.
    pub chi_square: f64,
    /// Steps tried.
    pub iterations: usize,
    /// Whether no further step would lower the sum by more than one part in 10¹².
    pub converged: bool,
}

/// Most steps tried before giving up.
const MOST_ITERATIONS: usize = 200;
/// Predicted relative reduction of the sum at which the search ends.
const TOLERANCE: f64 = 1e-12;
/// Largest change of a variable in one step; variables are logarithms or exponents.
const LONGEST_STEP: f64 = 2.0;

/// The minimum of the sum of squares that is reached from `start` within `lower <= x <= upper`.
pub fn minimise(problem: &mut impl Residuals, start: &[f64], lower: &[f64], upper: &[f64]) -> Minimum {
    let (m, n) = (problem.count(), start.len());
    let inside = |i: usize, x: f64| x.max(lower[i]).min(upper[i]);
    let mut x: Vec<f64> = start.iter().enumerate().map(|(i, &x)| inside(i, x)).collect();
    let (mut r, mut j) = (vec![0.0; m], vec![0.0; m * n]);
    problem.jacobian(&x, &mut r, &mut j);
    let mut chi_square = sum_of_squares(&r);
    let mut result = Minimum { x: x.clone(), chi_square, iterations: 0, converged: n == 0 };
    if !chi_square.is_finite() {
        result.chi_square = f64::MAX;
        return result;
    }
    let (mut damping, mut growth) = (1e-3, 2.0);
    let mut trial = vec![0.0; n];
    let mut trial_r = vec![0.0; m];
    // Variables on a bound that the step from this point would leave it through.
    let mut blocked = vec![false; n];
    while result.iterations < MOST_ITERATIONS && !result.converged {
        // Variables that lie on a bound and are pushed outwards stay where they are.
        let free: Vec<usize> = (0..n)
            .filter(|&i| {
                let slope = dot(&j[i * m..(i + 1) * m], &r);
                !(blocked[i] || x[i] <= lower[i] && slope >= 0.0 || x[i] >= upper[i] && slope <= 0.0)
            })
            .collect();
        let k = free.len();
        if k == 0 {
            result.converged = true;
            break;
        }
        let mut scale = vec![0.0; k];
        let mut a = vec![0.0; m * (k + 1)];
        for (c, &i) in free.iter().enumerate() {
            let column = &j[i * m..(i + 1) * m];
            let norm = sum_of_squares(column).sqrt();
            scale[c] = if norm > 1e-150 { 1.0 / norm } else { 1.0 };
            for (to, from) in a[c * m..(c + 1) * m].iter_mut().zip(column) {
                *to = from * scale[c];
            }
        }
        a[k * m..].copy_from_slice(&r);
        triangulate(&mut a, m, k);
        let rhs: Vec<f64> = (0..k).map(|row| if row < m { a[k * m + row] } else { 0.0 }).collect();
        // Steps from this point, ever shorter, until one lowers the sum.
        loop {
            result.iterations += 1;
            let step = damped_step(&a, m, k, &rhs, damping);
            let change = |c: usize| -step[c] * scale[c];
            let mut outwards = false;
            for (c, &i) in free.iter().enumerate() {
                if x[i] <= lower[i] && change(c) < 0.0 || x[i] >= upper[i] && change(c) > 0.0 {
                    (blocked[i], outwards) = (true, true);
                }
            }
            if outwards {
                break;
            }
            // As far as the nearest bound, and not too far.
            let mut share = 1.0_f64;
            for (c, &i) in free.iter().enumerate() {
                let room = if change(c) < 0.0 { x[i] - lower[i] } else { upper[i] - x[i] };
                share = share.min(room.min(LONGEST_STEP) / change(c).abs().max(1e-300));
            }
            trial.copy_from_slice(&x);
            for (c, &i) in free.iter().enumerate() {
                trial[i] = inside(i, x[i] + share * change(c));
                let (bound, room) =
                    if change(c) < 0.0 { (lower[i], x[i] - lower[i]) } else { (upper[i], upper[i] - x[i]) };
                // The variable that meets its bound lies on it to the last digit.
                if room <= share * change(c).abs() * (1.0 + 1e-12) {
                    trial[i] = bound;
                }
            }
            // What the linear model promises for the step as it was cut.
            let taken: Vec<f64> = free.iter().enumerate().map(|(c, &i)| (trial[i] - x[i]) / scale[c]).collect();
            let predicted: f64 = (0..k.min(m))
                .map(|row| {
                    let change: f64 = (row..k).map(|c| a[c * m + row] * taken[c]).sum();
                    -change * (2.0 * rhs[row] + change)
                })
                .sum();
            let moved = free.iter().map(|&i| (trial[i] - x[i]).abs()).fold(0.0, f64::max);
            problem.residuals(&trial, &mut trial_r);
            let trial_chi = sum_of_squares(&trial_r);
            let gain = (chi_square - trial_chi) / predicted;
            let accepted = trial_chi.is_finite() && trial_chi < chi_square && gain > 1e-4;
            let finished = share == 1.0 && predicted.abs() <= TOLERANCE * chi_square || moved < 1e-14;
            if accepted {
                x.copy_from_slice(&trial);
                blocked.fill(false);
                let ease = 2.0 * gain - 1.0;
                damping = (damping * (1.0 - ease * ease * ease).max(1.0 / 5.0)).max(1e-12);
                growth = 2.0;
                problem.jacobian(&x, &mut r, &mut j);
                chi_square = sum_of_squares(&r);
            } else {
                damping *= growth;
                growth *= 2.0;
            }
            if finished || chi_square <= 1e-30 * m as f64 {
                result.converged = true;
                break;
            }
            if accepted || result.iterations >= MOST_ITERATIONS {
                break;
            }
            if damping > 1e20 {
                // No direction leads down: the rounding of the sum has been reached.
                result.converged = true;
                break;
            }
        }
    }
    result.x = x;
    result.chi_square = chi_square;
    result
}

/// `(JᵀJ)⁻¹` of the columns in `j`, scaled column by column so that badly scaled parameters lose nothing. Directions
/// that the residuals do not see get a variance that is huge but finite.
pub fn inverse_normal_matrix(j: &[f64], m: usize, n: usize) -> Vec<f64> {
    /// Smallest singular value that is told from zero, relative to a column of length 1.
    const RIDGE: f64 = 1e-9;
    let rows = m + n;
    let mut a = vec![0.0; rows * (n + 1)];
    let mut scale = vec![1.0; n];
    for c in 0..n {
        let column = &j[c * m..(c + 1) * m];
        let norm = sum_of_squares(column).sqrt();
        if norm > 1e-150 {
            scale[c] = 1.0 / norm;
        }
        for (to, from) in a[c * rows..].iter_mut().zip(column) {
            *to = from * scale[c];
        }
        a[c * rows + m + c] = RIDGE;
    }
    triangulate(&mut a, rows, n);
    // R⁻¹ column by column, then R⁻¹R⁻ᵀ.
    let mut inverse = vec![0.0; n * n];
    for c in 0..n {
        for row in (0..=c).rev() {
            let mut sum = if row == c { 1.0 } else { 0.0 };
            for i in row + 1..=c {
                sum -= a[i * rows + row] * inverse[c * n + i];
            }
            inverse[c * n + row] = sum / a[row * rows + row];
        }
    }
    let mut covariance = vec![0.0; n * n];
    for p in 0..n {
        for q in 0..n {
            let sum: f64 = (p.max(q)..n).map(|c| inverse[c * n + p] * inverse[c * n + q]).sum();
            covariance[p * n + q] = sum * scale[p] * scale[q];
        }
    }
    covariance
}

fn sum_of_squares(v: &[f64]) -> f64 {
    dot(v, v)
}

/// Householder's reflections: the first `k` columns (of `m` rows) become upper triangular, the one after them follows.
fn triangulate(a: &mut [f64], m: usize, k: usize) {
    let columns = a.len() / m;
    for c in 0..k.min(m) {
        let (head, tail) = a.split_at_mut((c + 1) * m);
        let v = &mut head[c * m + c..];
        let norm = sum_of_squares(v).sqrt();
        if norm == 0.0 {
            continue;
        }
        let diagonal = if v[0] > 0.0 { -norm } else { norm };
        v[0] -= diagonal;
        let factor = 1.0 / (diagonal * v[0]);
        for other in tail.chunks_exact_mut(m).take(columns - c - 1) {
            let other = &mut other[c..];
            let share = factor * dot(v, other);
            add_scaled(other, share, v);
        }
        v[0] = diagonal;
    }
}

/// The least-squares solution of `[R; sqrt(damping) 1] s = [rhs; 0]`, with R in the first `k` columns of `a`.
fn damped_step(a: &[f64], m: usize, k: usize, rhs: &[f64], damping: f64) -> Vec<f64> {
    let rows = 2 * k;
    let mut b = vec![0.0; rows * (k + 1)];
    for c in 0..k {
        for row in 0..=c.min(m - 1) {
            b[c * rows + row] = a[c * m + row];
        }
        b[c * rows + k + c] = math::sqrt(damping);
    }
    b[k * rows..k * rows + k].copy_from_slice(rhs);
    triangulate(&mut b, rows, k);
    let mut step = vec![0.0; k];
    for row in (0..k).rev() {
        let known: f64 = (row + 1..k).map(|c| b[c * rows + row] * step[c]).sum();
        step[row] = (b[k * rows + row] - known) / b[row * rows + row];
    }
    step
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Rosenbrock's valley, by residuals `10 (y - x²)` and `1 - x`.
    struct Rosenbrock;

    impl Residuals for Rosenbrock {
        fn count(&self) -> usize {
            2
        }
        fn residuals(&mut self, x: &[f64], r: &mut [f64]) {
            r.copy_from_slice(&[10.0 * (x[1] - x[0] * x[0]), 1.0 - x[0]]);
        }
        fn jacobian(&mut self, x: &[f64], r: &mut [f64], j: &mut [f64]) {
            self.residuals(x, r);
            j.copy_from_slice(&[-20.0 * x[0], -1.0, 10.0, 0.0]);
        }
    }

    #[test]
    fn rosenbrock() {
        let free = minimise(&mut Rosenbrock, &[-1.2, 1.0], &[-9.0; 2], &[9.0; 2]);
        assert!(free.converged && (free.x[0] - 1.0).abs() < 1e-9 && (free.x[1] - 1.0).abs() < 1e-9, "{free:?}");
        // With x <= 1/2 the best is x = 1/2, y = 1/4.
        let bounded = minimise(&mut Rosenbrock, &[-1.2, 1.0], &[-9.0; 2], &[0.5, 9.0]);
        assert!(bounded.converged && bounded.x[0] == 0.5 && (bounded.x[1] - 0.25).abs() < 1e-9, "{bounded:?}");
    }

    #[test]
    fn covariance_of_a_straight_line() {
        // y = a + b t at t = 0, 1, 2, 3: (JᵀJ) = [4 6; 6 14], inverse [0.7 -0.3; -0.3 0.2].
        let j = [1.0, 1.0, 1.0, 1.0, 0.0, 1.0, 2.0, 3.0];
        let c = inverse_normal_matrix(&j, 4, 2);
        for (got, want) in c.iter().zip([0.7, -0.3, -0.3, 0.2]) {
            assert!((got - want).abs() < 1e-12, "{c:?}");
        }
        let blind = inverse_normal_matrix(&[1.0, 1.0, 0.0, 0.0], 2, 2);
        assert!(blind.iter().all(|v| v.is_finite()) && blind[3] > 1e15, "{blind:?}");
    }
}
