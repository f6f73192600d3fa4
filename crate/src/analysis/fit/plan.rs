//! From a circuit's parameters to the variables of the search, and back.

use super::options::{FitOptions, Fixed};
use crate::circuit::{Circuit, Scale};
use crate::error::{Code, Error, Result};
use crate::math;

/// Which parameters are free, where they may lie, and how they hang together.
pub(super) struct Plan {
    pub(super) slots: Vec<Slot>,
    /// The free parameters, by their place in the circuit.
    pub(super) free: Vec<usize>,
    pub(super) logarithmic: Vec<bool>,
    pub(super) lower: Vec<f64>,
    pub(super) upper: Vec<f64>,
    /// Limits of the values themselves: a logarithm's way back may miss them by a digit.
    limits: Vec<(f64, f64)>,
    /// Parameters that the user has said something of: they may not change places.
    pub(super) touched: Vec<bool>,
    pub(super) initial: Option<Vec<f64>>,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Slot {
    Free(usize),
    Fixed(f64),
}

impl Plan {
    pub(super) fn new(circuit: &Circuit, options: &FitOptions) -> Result<Plan> {
        let n = circuit.len();
        let given: Vec<_> = circuit.given().collect();
        if let Some(initial) = &options.initial {
            circuit.check(initial)?;
        }
        let known = |i: usize| options.initial.as_ref().map(|v| v[i]).or(given[i].value);
        let mut fixed: Vec<Option<f64>> = vec![None; n];
        let no_value = |i: usize| {
            let sentence = format!("{} is fixed, but has no value: give initial values.", circuit.names()[i]);
            Error::new(Code::BadArgument, sentence)
        };
        match &options.fixed {
            None => (),
            Some(Fixed::Names(names)) => {
                for name in names {
                    let i = circuit.index_of(name)?;
                    fixed[i] = Some(known(i).ok_or_else(|| no_value(i))?);
                }
            }
            Some(Fixed::Values(values)) => {
                for (name, &value) in values {
                    fixed[circuit.index_of(name)?] = Some(value);
                }
            }
        }
        for (i, g) in given.iter().enumerate() {
            if g.fixed && fixed[i].is_none() {
                fixed[i] = Some(known(i).ok_or_else(|| no_value(i))?);
            }
        }
        let mut leader: Vec<usize> = (0..n).collect();
        for (follower, lead) in &options.tied {
            leader[circuit.index_of(follower)?] = circuit.index_of(lead)?;
        }
        let mut limits: Vec<(Option<f64>, Option<f64>)> = given.iter().map(|g| (g.lower, g.upper)).collect();
        for (name, &value) in &options.lower {
            limits[circuit.index_of(name)?].0 = Some(value);
        }
        for (name, &value) in &options.upper {
            limits[circuit.index_of(name)?].1 = Some(value);
        }
        let mut plan = Plan {
            slots: vec![Slot::Fixed(0.0); n],
            free: Vec::new(),
            logarithmic: Vec::new(),
            lower: Vec::new(),
            upper: Vec::new(),
            limits: Vec::new(),
            touched: vec![false; n],
            initial: options.initial.clone().or_else(|| given.iter().map(|g| g.value).collect()),
        };
        let parameters: Vec<_> = circuit.parameters().collect();
        for (i, (part, p)) in parameters.iter().enumerate() {
            let name = || format!("{}.{}", part.name, p.name);
            plan.touched[i] = fixed[i].is_some()
                || leader[i] != i
                || limits[i] != (None, None)
                || leader.iter().enumerate().any(|(k, &l)| l == i && k != i);
            if leader[i] != i {
                continue;
            }
            if let Some(value) = fixed[i] {
                if !(p.lower()..=p.upper()).contains(&value) {
                    return Err(Error::out_of_range(&name(), value, p.lower(), p.upper(), p.unit));
                }
                plan.slots[i] = Slot::Fixed(value);
                continue;
            }
            let (lower, upper) =
                (limits[i].0.unwrap_or(p.lower()).max(p.lower()), limits[i].1.unwrap_or(p.upper()).min(p.upper()));
            if lower.is_nan() || upper.is_nan() || lower >= upper {
                let sentence =
                    format!("The lower limit of {} ({lower}) must be below the upper one ({upper}).", name());
                return Err(Error::new(Code::OutOfRange, sentence));
            }
            let logarithmic = !matches!(p.scale, Scale::Exponent(_));
            let scaled = |v: f64| if logarithmic { math::ln(v.clamp(1e-25, 1e25)) } else { v.clamp(0.0, 1.0) };
            plan.slots[i] = Slot::Free(plan.free.len());
            plan.free.push(i);
            plan.logarithmic.push(logarithmic);
            plan.lower.push(scaled(lower));
            plan.upper.push(scaled(upper));
            plan.limits.push((lower, upper));
        }
        for i in 0..n {
            // A chain of ties ends at the first parameter that is not tied itself.
            let mut lead = leader[i];
            for _ in 0..n {
                lead = leader[lead];
            }
            if leader[lead] != lead {
                let sentence = format!("{} is tied in a circle.", circuit.names()[i]);
                return Err(Error::new(Code::BadArgument, sentence));
            }
            plan.slots[i] = plan.slots[lead];
        }
        Ok(plan)
    }

    pub(super) fn values(&self, x: &[f64]) -> Vec<f64> {
        let value = |k: usize| {
            let (lower, upper) = self.limits[k];
            (if self.logarithmic[k] { math::exp(x[k]) } else { x[k] }).max(lower).min(upper)
        };
        self.slots
            .iter()
            .map(|slot| match slot {
                Slot::Free(k) => value(*k),
                Slot::Fixed(v) => *v,
            })
            .collect()
    }

    pub(super) fn variables(&self, values: &[f64]) -> Vec<f64> {
        self.free
            .iter()
            .zip(&self.logarithmic)
            .map(|(&i, &logarithmic)| if logarithmic { math::ln(values[i].clamp(1e-25, 1e25)) } else { values[i] })
            .collect()
    }
}
