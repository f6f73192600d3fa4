//! Linear least squares by Householder QR on scaled columns: small, dense, and the same to the bit everywhere.

/// A system of equations, stored column by column, beside its right-hand side.
#[derive(Debug, Clone)]
pub(crate) struct System {
    rows: usize,
    columns: Vec<f64>,
    rhs: Vec<f64>,
}

/// What the factorised system tells.
#[derive(Debug, Clone)]
pub(crate) struct Solution {
    /// One value per column.
    pub x: Vec<f64>,
    /// Sum of the squared residuals.
    pub chi_square: f64,
    /// Variance of the last unknown for residuals of unit variance.
    pub last_variance: f64,
}

/// A column whose part outside the columns before it is smaller than this share of it tells nothing new.
const DEPENDENT: f64 = 1e-13;

impl System {
    /// A system without unknowns.
    pub fn new(rhs: Vec<f64>) -> Self {
        System { rows: rhs.len(), columns: Vec::new(), rhs }
    }

    /// One more unknown with its coefficient in each equation.
    pub fn push(&mut self, column: impl IntoIterator<Item = f64>) {
        self.columns.extend(column);
        debug_assert_eq!(self.columns.len() % self.rows, 0);
    }

    /// Least-squares solution; an unknown that cannot be told from those before it is zero.
    pub fn solve(self) -> Solution {
        self.solve_without_each(false).0
    }

    /// As `solve`; if asked for, by how much chi-square falls without each point, whose two equations are `i` and
    /// `i + rows/2`. Unlike a residual that tells a point which bends the curve towards itself.
    pub fn solve_without_each(self, asked: bool) -> (Solution, Vec<f64>) {
        let System { rows, columns: mut a, mut rhs } = self;
        let n = a.len() / rows.max(1);
        let mut scale = vec![0.0; n];
        for (column, scale) in a.chunks_exact_mut(rows).zip(&mut scale) {
            let norm = dot(column, column).sqrt();
            *scale = if norm > 0.0 { 1.0 / norm } else { 0.0 };
            for value in column {
                *value *= *scale;
            }
        }
        let mut diagonal = vec![0.0; n];
        let mut rank = 0; // equations used up so far
        let mut first = vec![0; n]; // the equation that settles each unknown
        for k in 0..n {
            let (head, rest) = a.split_at_mut((k + 1) * rows);
            let v = &mut head[k * rows + rank..];
            let norm = dot(v, v).sqrt();
            first[k] = rank;
            if norm <= DEPENDENT || rank >= rows {
                continue;
            }
            let pivot = if v[0] > 0.0 { -norm } else { norm };
            diagonal[k] = pivot;
            v[0] -= pivot;
            let half = -pivot * v[0]; // |v|^2 / 2
            let targets = rest.chunks_exact_mut(rows).chain(core::iter::once(&mut rhs[..]));
            for target in targets {
                let target = &mut target[rank..];
                let factor = dot(v, target) / half;
                add_scaled(target, -factor, v);
            }
            rank += 1;
        }
        let residual = &rhs[rank..];
        let chi_square = dot(residual, residual);
        let mut x = vec![0.0; n];
        for k in (0..n).rev() {
            if diagonal[k] == 0.0 {
                continue;
            }
            let row = first[k];
            let known: f64 = (k + 1..n).map(|j| a[j * rows + row] * x[j]).sum();
            x[k] = (rhs[row] - known) / diagonal[k];
        }
        let last_variance = match (diagonal.last(), scale.last()) {
            (Some(&d), Some(&s)) if d != 0.0 => (s / d) * (s / d),
            _ => f64::INFINITY,
        };
        for (x, scale) in x.iter_mut().zip(&scale) {
            *x *= scale;
        }
        let solution = Solution { x, chi_square, last_variance };
        if !asked {
            return (solution, Vec::new());
        }
        // Turned back: the unit vectors of the equations used up, which are what the unknowns can follow, and what is left.
        let mut back = vec![0.0; (rank + 1) * rows];
        back.iter_mut().step_by(rows + 1).take(rank).for_each(|one| *one = 1.0);
        back[rank * rows + rank..].copy_from_slice(&rhs[rank..]);
        for k in (0..n).rev().filter(|&k| diagonal[k] != 0.0) {
            let v = &a[k * rows + first[k]..(k + 1) * rows];
            let half = -diagonal[k] * v[0];
            for target in back.chunks_exact_mut(rows).skip(first[k]) {
                let target = &mut target[first[k]..];
                let factor = dot(v, target) / half;
                add_scaled(target, -factor, v);
            }
        }
        let (followed, left) = back.split_at(rank * rows);
        let without = |i: usize| {
            let j = i + rows / 2;
            let (mut ii, mut ij, mut jj) = (1.0, 0.0, 1.0);
            for q in followed.chunks_exact(rows) {
                ii -= q[i] * q[i];
                ij -= q[i] * q[j];
                jj -= q[j] * q[j];
            }
            let determinant = ii * jj - ij * ij;
            // A point that the others say nothing of cannot be far from them.
            let free = determinant > 1e-9;
            if free {
                (jj * left[i] * left[i] - 2.0 * ij * left[i] * left[j] + ii * left[j] * left[j]) / determinant
            } else {
                0.0
            }
        };
        (solution, (0..rows / 2).map(without).collect())
    }
}

/// Inner product in four interleaved sums: twice as fast as one, and in a fixed order. Not inlined, nor is `add_scaled`: a
/// call costs less than its share of the download.
#[inline(never)]
pub(crate) fn dot(a: &[f64], b: &[f64]) -> f64 {
    let mut sums = [0.0; 4];
    let (a4, b4) = (a.chunks_exact(4), b.chunks_exact(4));
    let tail: f64 = a4.remainder().iter().zip(b4.remainder()).map(|(a, b)| a * b).sum();
    for (a, b) in a4.zip(b4) {
        for i in 0..4 {
            sums[i] += a[i] * b[i];
        }
    }
    (sums[0] + sums[1]) + (sums[2] + sums[3]) + tail
}

/// `a += factor b`.
#[inline(never)]
pub(crate) fn add_scaled(a: &mut [f64], factor: f64, b: &[f64]) {
    for (a, b) in a.iter_mut().zip(b) {
        *a += factor * b;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_straight_line() {
        // y = 2 + 3 x with residuals (1, -2, 1), which no line sees.
        let mut system = System::new(vec![2.0 + 1.0, 5.0 - 2.0, 8.0 + 1.0]);
        system.push([1.0, 1.0, 1.0]);
        system.push([0.0, 1.0, 2.0]);
        let s = system.solve();
        assert!((s.x[0] - 2.0).abs() < 1e-14 && (s.x[1] - 3.0).abs() < 1e-14, "{:?}", s.x);
        assert!((s.chi_square - 6.0).abs() < 1e-13);
        assert!((s.last_variance - 0.5).abs() < 1e-14, "variance of a slope is 1 / sum (x - mean)^2");
    }

    #[test]
    fn chi_square_without_each_point() {
        // A row of values with a slip in the third, and a slope: the same with the equations of the point left out.
        let (a, b) = ([1.0, 2.0, 9.0, 4.0, 5.5, 6.0], [0.5, 1.5, -1.0, 1.0, 2.0, 1.0]);
        let chi_square = |out: Option<usize>| {
            let keep = |values: &[f64]| -> Vec<f64> {
                (0..6).filter(|&k| out.is_none_or(|out| k % 3 != out)).map(|k| values[k]).collect()
            };
            let mut system = System::new(keep(&a));
            system.push(keep(&[1.0; 6]));
            system.push(keep(&b));
            system.solve_without_each(true)
        };
        let (all, falls) = chi_square(None);
        for (out, fall) in falls.into_iter().enumerate() {
            let expected = all.chi_square - chi_square(Some(out)).0.chi_square;
            assert!((fall - expected).abs() < 1e-12, "{fall} {expected}");
        }
    }

    #[test]
    fn a_repeated_column_is_left_out() {
        let mut system = System::new(vec![1.0, 2.0, 4.0]);
        for _ in 0..2 {
            system.push([1.0, 2.0, 4.0]);
        }
        system.push([0.0, 0.0, 0.0]);
        system.push([1.0, 0.0, 0.0]);
        let s = system.solve();
        assert!(s.chi_square < 1e-28, "{s:?}");
        assert!((s.x[0] - 1.0).abs() < 1e-14 && s.x[1] == 0.0 && s.x[2] == 0.0 && s.x[3].abs() < 1e-14, "{s:?}");
    }
}
