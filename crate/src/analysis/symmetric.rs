//! Symmetric positive matrices, dense and of a hundred rows or so: as they are, and in
//! tridiagonal form. All loops run down columns, so that they take two numbers at a time in wasm as natively.

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
pub(super) mod tests {
    use super::super::cholesky::Cholesky;
    use super::*;
    use crate::math::{exp, sin};

    /// `A' A + ridge` and `A' b` of a smooth kernel.
    pub fn kernel(ridge: f64) -> (Square, Vec<f64>) {
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

    /// `d' (M + s)⁻¹ d` is the same before and after.
    #[test]
    fn tridiagonal_form_keeps_what_it_must() {
        let (m, c) = kernel(1e-3);
        let before: f64 = Cholesky::new(&m, &c).solve().iter().zip(&c).map(|(x, c)| x * c).sum();
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
        let after: f64 = Cholesky::new(&t, &d).solve().iter().zip(&d).map(|(x, c)| x * c).sum();
        assert!((after / before - 1.0).abs() < 1e-9, "{after} {before}");
    }
}
