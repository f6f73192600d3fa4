//! Intervals from the profile of chi².

use super::data::Data;
use super::outcome::{Fit, Profile};
use super::plan::{Plan, Slot};
use super::weighted::Weighted;
use crate::analysis::levenberg_marquardt::minimise;
use crate::circuit::{Circuit, Grid};
use crate::math;

/// The interval in which chi², minimised over all other parameters, stays within 1.96² s² of its minimum (s² = 1 where the
/// noise is given).
pub(super) fn profile(circuit: &Circuit, grid: &Grid, data: &Data, plan: &Plan, fit: &Fit, index: usize) -> Profile {
    let name = fit.names[index].clone();
    let Slot::Free(k) = plan.slots[index] else { return Profile { name, lower: None, upper: None } };
    let centre = plan.variables(&fit.values);
    let limit = fit.chi_square + 3.8415 * data.variance(fit.reduced_chi_square);
    let mut problem = Weighted::new(circuit, grid, data, plan);
    let step = fit.scaled_covariance[index * circuit.len() + index].sqrt().clamp(1e-8, 2.0) * 1.96;
    let mut end = |sign: f64| -> Option<f64> {
        let mut at = |distance: f64, near: &[f64]| {
            let (mut lower, mut upper, mut x) = (plan.lower.clone(), plan.upper.clone(), near.to_vec());
            x[k] = centre[k] + sign * distance;
            (lower[k], upper[k]) = (x[k], x[k]);
            minimise(&mut problem, &x, &lower, &upper)
        };
        let room = if sign < 0.0 { centre[k] - plan.lower[k] } else { plan.upper[k] - centre[k] };
        let (mut inside, mut outside, mut near) = (0.0, step, centre.clone());
        // Outwards until chi² exceeds the limit …
        loop {
            if outside >= room {
                return None;
            }
            let there = at(outside, &near);
            if there.chi_square > limit {
                break;
            }
            (inside, near) = (outside, there.x);
            outside *= 1.7;
        }
        // … and back to where it crosses.
        for _ in 0..40 {
            let middle = 0.5 * (inside + outside);
            let there = at(middle, &near);
            if there.chi_square > limit {
                outside = middle;
            } else {
                (inside, near) = (middle, there.x);
            }
            if outside - inside < 1e-4 * outside {
                break;
            }
        }
        let x = centre[k] + sign * 0.5 * (inside + outside);
        Some(if plan.logarithmic[k] { math::exp(x) } else { x })
    };
    Profile { lower: end(-1.0), upper: end(1.0), name }
}
