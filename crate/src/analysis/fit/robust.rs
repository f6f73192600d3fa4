//! Weights that follow the fit: outliers weighted down, and each part by its own size.

use num_complex::Complex64;

use super::data::{Data, by_parts};
use super::plan::Plan;
use super::weighted::{Weighted, differences};
use crate::analysis::levenberg_marquardt::{Minimum, minimise};
use crate::circuit::{Circuit, Grid};
use crate::math;

/// Weights by the size of each part as it is fitted. As measured, a part would weigh the more the smaller noise has made it, and
/// pull the curve towards zero.
pub(super) fn by_fitted_parts(circuit: &Circuit, grid: &Grid, data: &mut Data, plan: &Plan, best: Minimum) -> Minimum {
    iterate(circuit, grid, data, plan, best, &mut |data, curve| {
        data.weight = curve.iter().zip(&data.z).map(|(curve, z)| by_parts(*curve, *z)).collect();
        true
    })
}

/// Cauchy's weights, `1/(1 + (r/c)²)` with c = 2.385 robust standard deviations.
pub(super) fn reweight(circuit: &Circuit, grid: &Grid, data: &mut Data, plan: &Plan, best: Minimum) -> Minimum {
    let original = data.weight.clone();
    let mut r = vec![0.0; 2 * data.len()];
    iterate(circuit, grid, data, plan, best, &mut |data, curve| {
        data.weight.clone_from(&original);
        differences(data, curve, &mut r);
        let n = data.len();
        let size: Vec<f64> = (0..n).map(|k| math::hypot(r[k], r[n + k])).collect();
        let mut sorted = size.clone();
        sorted.sort_by(f64::total_cmp);
        // The median of |residual| of a complex Gaussian is 1.1774 standard deviations of one part.
        let c = 2.385 * sorted[n / 2] / 1.1774;
        if c.is_nan() || c <= 0.0 {
            return false;
        }
        for (weight, size) in data.weight.iter_mut().zip(&size) {
            let factor = 1.0 / (1.0 + (size / c) * (size / c)).sqrt();
            *weight = (weight.0 * factor, weight.1 * factor);
        }
        true
    })
}

/// Weighs the data by the fitted curve and fits anew, until nothing moves or `weigh` ends it.
fn iterate(
    circuit: &Circuit,
    grid: &Grid,
    data: &mut Data,
    plan: &Plan,
    mut best: Minimum,
    weigh: &mut dyn FnMut(&mut Data, &[Complex64]) -> bool,
) -> Minimum {
    for _ in 0..12 {
        let mut curve = Vec::new();
        circuit.evaluate(grid, &plan.values(&best.x), &mut curve);
        if !weigh(data, &curve) {
            break;
        }
        let next = minimise(&mut Weighted::new(circuit, grid, data, plan), &best.x, &plan.lower, &plan.upper);
        let moved = next.x.iter().zip(&best.x).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        best = Minimum { iterations: best.iterations + next.iterations, ..next };
        if moved < 1e-8 {
            break;
        }
    }
    best
}
