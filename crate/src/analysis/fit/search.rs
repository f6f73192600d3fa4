//! The search from several starting values, until the best minimum has been found twice.

use super::data::Data;
use super::options::FitOptions;
use super::plan::Plan;
use super::weighted::Weighted;
use crate::analysis::levenberg_marquardt::{Minimum, minimise};
use crate::analysis::start;
use crate::circuit::{Circuit, Grid, Scale};
use crate::math;

/// The best minimum from all starting values.
pub(super) fn search(circuit: &Circuit, grid: &Grid, data: &Data, plan: &Plan, options: &FitOptions) -> Minimum {
    let most = options.starts.unwrap_or(12).max(1);
    let mut problem = Weighted::new(circuit, grid, data, plan);
    let mut from = |values: &[f64]| minimise(&mut problem, &plan.variables(values), &plan.lower, &plan.upper);
    if let Some(initial) = &plan.initial {
        let best = from(initial);
        if options.starts.is_none() && best.converged || most == 1 {
            return best;
        }
        return explore(circuit, grid, data, &mut from, most, Some(best));
    }
    explore(circuit, grid, data, &mut from, most, None)
}

fn explore(
    circuit: &Circuit,
    grid: &Grid,
    data: &Data,
    from: &mut impl FnMut(&[f64]) -> Minimum,
    most: usize,
    first: Option<Minimum>,
) -> Minimum {
    let weight: Vec<f64> = data.weight.iter().map(|(a, b)| (a * b).sqrt()).collect();
    let starts = start::from_data(circuit, grid, &data.z, &weight, most.min(4));
    let mut iterations = 0;
    let mut best: Option<Minimum> = first;
    let mut random = Random(1);
    let simple = start::is_simple(circuit);
    for k in 0..most {
        let values = match starts.get(k) {
            Some(values) => values.clone(),
            None => scatter(circuit, &starts[k % starts.len()], &mut random),
        };
        let found = from(&values);
        iterations += found.iterations;
        let again = best.as_ref().is_some_and(|b| (found.chi_square - b.chi_square).abs() <= 1e-6 * b.chi_square);
        let better = best.as_ref().is_none_or(|b| found.chi_square < b.chi_square);
        let converged = found.converged;
        if better {
            best = Some(found);
        }
        if converged && (again || simple) {
            break;
        }
    }
    let mut best = best.unwrap_or_else(|| from(&starts[0]));
    best.iterations = iterations;
    best
}

/// Starting values scattered around others: positive ones within a factor 30, exponents between 1/2 and 1.
fn scatter(circuit: &Circuit, around: &[f64], random: &mut Random) -> Vec<f64> {
    circuit
        .parameters()
        .zip(around)
        .map(|((_, p), &value)| match p.scale {
            Scale::Positive { .. } => value * math::exp(6.8 * (random.next() - 0.5)),
            Scale::Material(lower, upper, _) => lower * math::exp(math::ln(upper / lower) * random.next()),
            Scale::Exponent(_) => 0.5 + 0.5 * random.next(),
        })
        .collect()
}

/// Vigna's splitmix64: the same numbers on every machine.
pub(in crate::analysis) struct Random(pub u64);

impl Random {
    /// A number from 0 to 1.
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }

    /// A normally distributed number of unit variance (Box and Muller), for noise in tests.
    #[cfg(test)]
    pub fn normal(&mut self) -> f64 {
        let (a, b) = (self.next(), self.next());
        (-2.0 * math::ln(1.0 - a)).sqrt() * math::cos(core::f64::consts::TAU * b)
    }
}
