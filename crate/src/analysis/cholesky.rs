//! The Cholesky factor of part of a symmetric positive matrix, to which unknowns are added and from which they are taken:
//! a step costs the square of their number, not the cube.

use super::least_squares::{add_scaled, dot};
use super::symmetric::Square;

/// `L` of the rows and columns of `M` that are free, and `L⁻¹ c`.
pub(crate) struct Cholesky<'a> {
    m: &'a Square,
    c: &'a [f64],
    /// The free unknowns, in the order in which they came.
    free: Vec<usize>,
    /// The rows of `L` one after the other, each with one over its diagonal element at its end.
    l: Vec<f64>,
    /// `L⁻¹ c`.
    y: Vec<f64>,
}

/// Where a row of `L` starts.
const fn start(row: usize) -> usize {
    row * (row + 1) / 2
}

impl<'a> Cholesky<'a> {
    /// All unknowns free that the matrix can tell from each other.
    pub fn new(m: &'a Square, c: &'a [f64]) -> Cholesky<'a> {
        let mut factor = Cholesky { m, c, free: Vec::new(), l: Vec::with_capacity(start(m.n)), y: Vec::new() };
        for unknown in 0..m.n {
            factor.add(unknown);
        }
        factor
    }

    /// The free unknowns.
    pub fn free(&self) -> &[usize] {
        &self.free
    }

    /// Makes one more unknown free, unless the matrix cannot tell it from those that are.
    pub fn add(&mut self, unknown: usize) -> bool {
        let from = self.m.column(unknown);
        let new = self.l.len();
        for (k, &other) in self.free.iter().enumerate() {
            let (rows, own) = self.l.split_at(new);
            let row = &rows[start(k)..start(k + 1)];
            self.l.push((from[other] - dot(&row[..k], own)) * row[k]);
        }
        let own = &self.l[new..];
        let pivot = from[unknown] - dot(own, own);
        if pivot.is_nan() || pivot <= 0.0 {
            self.l.truncate(new);
            return false;
        }
        let inverse = 1.0 / pivot.sqrt();
        self.y.push((self.c[unknown] - dot(own, &self.y)) * inverse);
        self.l.push(inverse);
        self.free.push(unknown);
        true
    }

    /// Holds at zero all unknowns but those to `keep`.
    pub fn retain(&mut self, keep: impl Fn(usize) -> bool) {
        let unchanged = self.free.iter().take_while(|&&unknown| keep(unknown)).count();
        let later = self.free.split_off(unchanged);
        self.l.truncate(start(unchanged));
        self.y.truncate(unchanged);
        for unknown in later.into_iter().filter(|&unknown| keep(unknown)) {
            self.add(unknown);
        }
    }

    /// The solution of `M x = c` where the unknowns are free, zero elsewhere.
    pub fn solve(&self) -> Vec<f64> {
        let mut x = vec![0.0; self.m.n];
        let mut y = self.y.clone();
        for (k, &unknown) in self.free.iter().enumerate().rev() {
            let row = &self.l[start(k)..start(k + 1)];
            let value = y[k] * row[k];
            x[unknown] = value;
            add_scaled(&mut y[..k], -value, &row[..k]);
        }
        x
    }
}
