//! All that is said of a minimum: values, errors, correlations, and what to know before believing them.

use num_complex::Complex64;

use super::data::{Data, by_parts};
use super::options::Weighting;
use super::outcome::{Curve, Fit};
use super::plan::{Plan, Slot};
use super::weighted::Weighted;
use crate::analysis::levenberg_marquardt::{Minimum, Residuals, inverse_normal_matrix};
use crate::analysis::words::significant;
use crate::circuit::{Circuit, Grid};
use crate::math;
use crate::spectrum::Unit;

/// Root mean square of the relative residuals of a part beyond which a fit is called poor.
const POOR: f64 = 0.1;
/// The same in units of a given sigma.
const SIGMA_MISFIT: f64 = 1.5;

/// Everything that is said of a fit.
pub(super) fn describe(
    circuit: &Circuit,
    grid: &Grid,
    data: &Data,
    plan: &Plan,
    x: &[f64],
    best: &Minimum,
    unit: Unit,
) -> Fit {
    let (m, p, all) = (2 * data.len(), x.len(), circuit.len());
    let mut problem = Weighted::new(circuit, grid, data, plan);
    let (mut r, mut j) = (vec![0.0; m], vec![0.0; m * p]);
    problem.jacobian(x, &mut r, &mut j);
    let chi_square: f64 = r.iter().map(|r| r * r).sum();
    let dof = m - p;
    let s2 = chi_square / dof as f64;
    let inverse = inverse_normal_matrix(&j, m, p);
    let values = plan.values(x);
    let names = circuit.names();
    let mut warnings = data.warnings.clone();
    let proportional = data.weighting == Weighting::Proportional;
    let covariance = if proportional {
        sandwich(&inverse, &j, &r)
    } else {
        inverse.iter().map(|value| data.variance(s2) * value).collect()
    };
    let mut scaled_covariance = vec![0.0; all * all];
    for a in 0..all {
        for b in 0..all {
            if let (Slot::Free(k), Slot::Free(l)) = (plan.slots[a], plan.slots[b]) {
                scaled_covariance[a * all + b] = covariance[k * p + l];
            }
        }
    }
    let scaled = |i: usize| scaled_covariance[i * all + i].sqrt();
    let standard_errors: Vec<f64> = (0..all)
        .map(|i| match plan.slots[i] {
            Slot::Free(k) if plan.logarithmic[k] => scaled(i) * values[i],
            _ => scaled(i),
        })
        .collect();
    let correlation: Vec<Vec<f64>> = (0..all)
        .map(|a| {
            (0..all)
                .map(|b| {
                    let size = scaled(a) * scaled(b);
                    if a == b {
                        1.0
                    } else if size > 0.0 {
                        (scaled_covariance[a * all + b] / size).clamp(-1.0, 1.0)
                    } else {
                        0.0
                    }
                })
                .collect()
        })
        .collect();
    if !best.converged {
        warnings.push("The search stopped before it reached a minimum; the values are the best it found.".into());
    }
    warnings.extend(misfit(data.weighting, s2.sqrt()));
    for (k, &i) in plan.free.iter().enumerate() {
        let unknown = if plan.logarithmic[k] { scaled(i) > 0.7 } else { scaled(i) > 0.3 };
        let (low, high) = (x[k] <= plan.lower[k], x[k] >= plan.upper[k]);
        if low || high {
            let which = if low { "lower" } else { "upper" };
            let value = significant(values[i]);
            warnings.push(format!("{} lies on its {which} limit, {value}.", names[i]));
        } else if unknown {
            warnings.push(format!(
                "{} is not identifiable from these data: its standard error is {:.0} % of its value.",
                names[i],
                (100.0 * standard_errors[i] / values[i].abs().max(1e-300)).min(1e9)
            ));
        }
    }
    for (n, &a) in plan.free.iter().enumerate() {
        for &b in &plan.free[n + 1..] {
            if correlation[a][b].abs() > 0.999 {
                let (a, b, r) = (&names[a], &names[b], correlation[a][b]);
                warnings.push(format!("{a} and {b} can hardly be told apart (correlation {r:.4})."));
            }
        }
    }
    let (n, k) = (m as f64, (p + 1) as f64);
    // Weights that follow the fit are part of its likelihood.
    let weights = |(curve, z): (&Complex64, &Complex64)| {
        let (re, im) = by_parts(*curve, *z);
        math::ln(re * im) + 2.0 * math::ln(math::norm(*z))
    };
    let curve = problem.derivatives.impedance.iter().zip(&data.z);
    let likelihood = if proportional { curve.map(weights).sum() } else { 0.0 };
    let aicc = n * math::ln((chi_square / n).max(1e-300)) - 2.0 * likelihood
        + 2.0 * k
        + 2.0 * k * (k + 1.0) / (n - k - 1.0).max(1.0);
    let mut fitted = Curve { frequency: vec![0.0; data.len()], impedance: vec![Complex64::ZERO; data.len()] };
    for (k, &place) in data.order.iter().enumerate() {
        fitted.frequency[place] = data.frequency[k];
        fitted.impedance[place] = problem.derivatives.impedance[k];
    }
    Fit {
        circuit: circuit.to_impedance_py(),
        units: circuit
            .parameters()
            .map(|(_, p)| if unit == Unit::OhmCm2 { p.unit_per_area() } else { p.unit.to_string() })
            .collect(),
        names,
        values,
        standard_errors,
        correlation,
        chi_square,
        reduced_chi_square: s2,
        aicc,
        degrees_of_freedom: dof,
        iterations: best.iterations,
        converged: best.converged,
        warnings,
        arcs: Vec::new(),
        profiles: Vec::new(),
        fitted,
        scaled_covariance,
    }
}

/// What to say of residuals that are larger than they should be; `size` is their root mean square, weighted.
fn misfit(weighting: Weighting, size: f64) -> Option<String> {
    match weighting {
        Weighting::Modulus if size > POOR => Some(format!(
            "The circuit stays {:.0} % of |Z| away from the data: it is not the right one, or the data are not right.",
            (100.0 * size).min(1e9)
        )),
        Weighting::Sigma if size > SIGMA_MISFIT => Some(format!(
            "The residuals are {:.1} times as large as the given sigma: the circuit is not the right one, or sigma is \
             too small. The standard errors follow sigma and are too small then.",
            size.min(1e9)
        )),
        _ => None,
    }
}

/// Covariance from the residuals as they are (White, Econometrica 48, 817, 1980): right also where the noise is not in proportion
/// to each part, as the weights have it, and a part much smaller than |Z| is mostly noise.
fn sandwich(inverse: &[f64], j: &[f64], r: &[f64]) -> Vec<f64> {
    let m = r.len();
    let p = j.len() / m;
    let (mut covariance, mut pull) = (vec![0.0; p * p], vec![0.0; p]);
    for (k, r) in r.iter().enumerate() {
        for (a, pull) in pull.iter_mut().enumerate() {
            *pull = r * (0..p).map(|b| inverse[a * p + b] * j[b * m + k]).sum::<f64>();
        }
        for (ab, covariance) in covariance.iter_mut().enumerate() {
            *covariance += pull[ab / p] * pull[ab % p] * m as f64 / (m - p) as f64;
        }
    }
    covariance
}
