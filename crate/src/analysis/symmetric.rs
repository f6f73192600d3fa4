//! Symmetric positive matrices, dense and of a hundred rows or so: solved, solved without negative unknowns, and brought
//! to tridiagonal form. All loops run down columns, so that they take two numbers at a time in wasm as natively.

use super::least_squares::{add_scaled, dot};

/// What counts as nothing beside the trace.
const NOTHING: f64 = 1e-15;

/// A square matrix, column by column.
#[derive(Debug, Clone)]
pub(crate) struct Square {
    /// Number of rows and of columns.
    pub n: usize,
    /// Elements.
    pub a: Vec<f64>,
}

impl Square {
    /// All zero.
    pub fn zero(n: usize) -> Square {
        Square { n, a: vec![0.0; n * n] }
    }

    /// One column.
    pub fn column(&self, k: usize) -> &[f64] {
        &self.a[k * self.n..(k + 1) * self.n]
    }

    /// One column, to change.
    pub fn column_mut(&mut self, k: usize) -> &mut [f64] {
        &mut self.a[k * self.n..(k + 1) * self.n]
    }

    /// Rows and columns changed places.
    pub fn transposed(&self) -> Square {
        let n = self.n;
        let mut to = Square::zero(n);
        for (i, column) in self.a.chunks_exact(n.max(1)).enumerate() {
            for (j, a) in column.iter().enumerate() {
                to.a[j * n + i] = *a;
            }
        }
        to
    }

    /// Solution with the unknowns that are not `free` held at zero (Cholesky); all zero where the matrix is not positive.
    fn solve(&self, c: &[f64], free: &[bool]) -> Vec<f64> {
        let places: Vec<usize> = (0..self.n).filter(|&i| free[i]).collect();
        let n = places.len();
        let mut l = vec![0.0; n * n];
        let mut y: Vec<f64> = places.iter().map(|&i| c[i]).collect();
        let mut x = vec![0.0; self.n];
        for k in 0..n {
            let (before, rest) = l.split_at_mut(k * n);
            let column = &mut rest[k..n];
            let from = self.column(places[k]);
            for (to, &i) in column.iter_mut().zip(&places[k..]) {
                *to = from[i];
            }
            for earlier in before.chunks_exact(n) {
                add_scaled(column, -earlier[k], &earlier[k..]);
            }
            let pivot = column[0];
            if pivot.is_nan() || pivot <= 0.0 {
                return x;
            }
            let scale = 1.0 / pivot.sqrt();
            column.iter_mut().for_each(|a| *a *= scale);
            y[k] /= column[0];
            let value = y[k];
            add_scaled(&mut y[k + 1..], -value, &column[1..]);
        }
        for k in (0..n).rev() {
            let column = &l[k * n + k..(k + 1) * n];
            y[k] = (y[k] - dot(&column[1..], &y[k + 1..])) / column[0];
            x[places[k]] = y[k];
        }
        x
    }

    /// Minimum of `x' M x / 2 - c' x` over `x >= 0` (Lawson and Hanson 1974), started where the unknowns that `free` names
    /// are free and the negative ones are dropped together.
    pub fn non_negative(&self, c: &[f64], mut free: Vec<bool>) -> Vec<f64> {
        let n = self.n;
        let mut x = loop {
            let x = self.solve(c, &free);
            let mut dropped = false;
            for (free, x) in free.iter_mut().zip(&x) {
                if *free && *x <= 0.0 {
                    *free = false;
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
            let pull = |i: usize| c[i] - dot(self.column(i), &x);
            let candidates = (0..n).filter(|&i| !free[i] && !barred[i]).map(|i| (pull(i), i));
            let Some((_, entering)) = candidates.filter(|p| p.0 > tolerance).max_by(|a, b| a.0.total_cmp(&b.0)) else {
                break;
            };
            free[entering] = true;
            loop {
                let next = self.solve(c, &free);
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

    /// The tridiagonal matrix `Q' M Q` of Householder's reflections `Q`, as its diagonal and what stands beside it; `d`
    /// becomes `Q' d`.
    pub fn tridiagonal(mut self, d: &mut [f64]) -> (Vec<f64>, Vec<f64>) {
        let n = self.n;
        let (mut diagonal, mut beside) = (vec![0.0; n], vec![0.0; n.saturating_sub(1)]);
        let nothing = NOTHING * (0..n).map(|i| self.a[i * n + i]).sum::<f64>();
        for k in 0..n {
            diagonal[k] = self.a[k * n + k];
            if k + 1 == n {
                break;
            }
            // Smooth problems have far fewer directions than unknowns: where nothing is left, nothing needs turning.
            let left = |i: usize| self.a[i * n + i] + self.a[k * n + i].abs();
            if (k + 1..n).map(left).sum::<f64>() <= nothing {
                (k + 1..n).for_each(|i| diagonal[i] = self.a[i * n + i]);
                break;
            }
            let (head, rest) = self.a.split_at_mut((k + 1) * n);
            let v = &mut head[k * n + k + 1..];
            let norm = dot(v, v).sqrt();
            beside[k] = v[0];
            if k + 2 == n || norm == 0.0 {
                continue;
            }
            let pivot = if v[0] > 0.0 { -norm } else { norm };
            beside[k] = pivot;
            v[0] -= pivot;
            let factor = -1.0 / (pivot * v[0]); // 2 / |v|²
            let along = factor * dot(v, &d[k + 1..]);
            add_scaled(&mut d[k + 1..], -along, v);
            // w = factor M v, from the lower half of M alone.
            let mut w = vec![0.0; v.len()];
            for (j, column) in rest.chunks_exact(n).enumerate() {
                let below = &column[k + 2 + j..];
                w[j] += column[k + 1 + j] * v[j] + dot(below, &v[j + 1..]);
                add_scaled(&mut w[j + 1..], v[j], below);
            }
            w.iter_mut().for_each(|w| *w *= factor);
            let half = 0.5 * factor * dot(v, &w);
            add_scaled(&mut w, -half, v);
            for (j, column) in rest.chunks_exact_mut(n).enumerate() {
                let column = &mut column[k + 1 + j..];
                let (a, b) = (w[j], v[j]);
                for ((c, v), w) in column.iter_mut().zip(&v[j..]).zip(&w[j..]) {
                    *c -= a * v + b * w;
                }
            }
        }
        (diagonal, beside)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{exp, sin};

    /// `A' A + ridge` and `A' b` of a smooth kernel.
    fn kernel(ridge: f64) -> (Square, Vec<f64>) {
        let at = |i: usize, j: usize| exp(-0.01 * (i as f64 - 1.6 * j as f64) * (i as f64 - 1.6 * j as f64));
        let mut m = Square::zero(25);
        for j in 0..25 {
            for i in 0..25 {
                m.a[j * 25 + i] = (0..40).map(|k| at(k, i) * at(k, j)).sum::<f64>() + if i == j { ridge } else { 0.0 };
            }
        }
        let c = (0..25).map(|j| (0..40).map(|k| at(k, j) * (sin(0.4 * k as f64) + 0.2)).sum()).collect();
        (m, c)
    }

    /// The minimum over `x >= 0` is where the gradient vanishes on what is free and points outwards on the rest.
    #[test]
    fn non_negative_least_squares_meets_its_conditions() {
        let (m, c) = kernel(1e-6);
        for free in [vec![true; 25], vec![false; 25], (0..25).map(|i| i % 3 == 0).collect()] {
            let x = m.non_negative(&c, free);
            for (i, &xi) in x.iter().enumerate() {
                let g = dot(m.column(i), &x) - c[i];
                assert!(xi >= 0.0 && g > -1e-9 && (xi * g).abs() < 1e-8, "{xi} {g}");
            }
            assert!(x.contains(&0.0) && x.iter().any(|x| *x > 0.0));
        }
    }

    /// `d' (M + s)⁻¹ d` is the same before and after.
    #[test]
    fn tridiagonal_form_keeps_what_it_must() {
        let (m, c) = kernel(1e-3);
        let before: f64 = m.solve(&c, &[true; 25]).iter().zip(&c).map(|(x, c)| x * c).sum();
        let trace: f64 = (0..25).map(|i| m.a[i * 26]).sum();
        let mut d = c.clone();
        let (diagonal, beside) = m.tridiagonal(&mut d);
        assert!((diagonal.iter().sum::<f64>() / trace - 1.0).abs() < 1e-12);
        let mut t = Square::zero(25);
        for k in 0..25 {
            t.a[k * 26] = diagonal[k];
            if k < 24 {
                (t.a[k * 26 + 1], t.a[k * 26 + 25]) = (beside[k], beside[k]);
            }
        }
        let after: f64 = t.solve(&d, &[true; 25]).iter().zip(&d).map(|(x, c)| x * c).sum();
        assert!((after / before - 1.0).abs() < 1e-9, "{after} {before}");
    }
}
