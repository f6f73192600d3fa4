//! Least squares without negative unknowns.

use super::cholesky::Cholesky;
use super::least_squares::dot;
use super::symmetric::Square;

/// Minimum of `x' M x / 2 - c' x` over `x >= 0` (Lawson and Hanson 1974), started where all unknowns are free and the
/// negative ones are dropped together: of a smooth distribution most stay.
pub(crate) fn non_negative(m: &Square, c: &[f64]) -> Vec<f64> {
    let n = m.n;
    let mut factor = Cholesky::new(m, c);
    let mut x = factor.solve();
    while factor.free().iter().any(|&i| x[i] <= 0.0) {
        factor.retain(|i| x[i] > 0.0);
        x = factor.solve();
    }
    let tolerance = 1e-11 * c.iter().fold(0.0, |largest: f64, c| largest.max(c.abs()));
    let mut barred = vec![false; n];
    for _ in 0..3 * n {
        let mut closed = barred.clone();
        factor.free().iter().for_each(|&i| closed[i] = true);
        let pulls = (0..n).filter(|&i| !closed[i]).map(|i| (c[i] - dot(m.column(i), &x), i));
        let Some((_, entering)) = pulls.filter(|p| p.0 > tolerance).max_by(|a, b| a.0.total_cmp(&b.0)) else {
            break;
        };
        if !factor.add(entering) {
            barred[entering] = true;
            continue;
        }
        loop {
            let next = factor.solve();
            let free = factor.free().iter();
            let step = free.filter(|&&i| next[i] <= 0.0).map(|&i| x[i] / (x[i] - next[i])).fold(1.0, f64::min);
            if step >= 1.0 {
                x = next;
                barred.fill(false);
                break;
            }
            for &i in factor.free() {
                x[i] += step * (next[i] - x[i]);
                if next[i] <= 0.0 && x[i] <= 1e-14 {
                    x[i] = 0.0;
                }
            }
            factor.retain(|i| x[i] > 0.0);
            // Rounding alone let it in: it waits until another unknown has moved.
            barred[entering] = x[entering] == 0.0;
        }
    }
    x
}

#[cfg(test)]
mod tests {
    use super::super::symmetric::tests::kernel;
    use super::*;

    /// The minimum over `x >= 0` is where the gradient vanishes on what is free and points outwards on the rest.
    #[test]
    fn non_negative_least_squares_meets_its_conditions() {
        let (m, c) = kernel(1e-6);
        let turned: Vec<f64> = c.iter().rev().copied().collect();
        let rough: Vec<f64> = c.iter().enumerate().map(|(i, c)| if i % 3 == 0 { -c } else { *c }).collect();
        for c in [c, turned, rough] {
            let x = non_negative(&m, &c);
            for (i, &xi) in x.iter().enumerate() {
                let g = dot(m.column(i), &x) - c[i];
                assert!(xi >= 0.0 && g > -1e-9 && (xi * g).abs() < 1e-8, "{xi} {g}");
            }
            assert!(x.contains(&0.0) && x.iter().any(|x| *x > 0.0));
        }
        assert!(non_negative(&m, &[-1.0; 25]).iter().all(|x| *x == 0.0));
    }
}
