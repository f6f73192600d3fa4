//! The arcs of a circuit: their order, and what each of them says.

use super::outcome::{ArcValues, Fit};
use super::plan::Plan;
use crate::circuit::element::Fast;
use crate::circuit::{Circuit, Node};
use crate::electrode::reaction::{capacitance, peak_hz};
use crate::math;

/// Put series siblings that are built alike in the order of their time constants, the fastest first.
pub(super) fn sort_arcs(circuit: &Circuit, node: &Node, plan: &Plan, values: &mut [f64]) {
    let (Node::Series(children) | Node::Parallel(children)) = node else { return };
    children.iter().for_each(|child| sort_arcs(circuit, child, plan, values));
    if matches!(node, Node::Parallel(_)) {
        return;
    }
    let span = |child: &Node| circuit.span(child);
    for (i, child) in children.iter().enumerate() {
        let shape = circuit.shape(child);
        if children[..i].iter().any(|c| circuit.shape(c) == shape) {
            continue;
        }
        let alike: Vec<_> = children[i..].iter().filter(|c| circuit.shape(c) == shape).collect();
        let touched = alike.iter().any(|c| plan.touched[span(c)].iter().any(|t| *t));
        let keyed: Vec<(f64, Vec<f64>)> =
            alike.iter().filter_map(|c| Some((circuit.time_constant(c, values)?, values[span(c)].to_vec()))).collect();
        if touched || keyed.len() < alike.len() {
            continue;
        }
        let order = math::order_of(keyed.len(), &|a, b| keyed[a].0.total_cmp(&keyed[b].0));
        for (c, i) in alike.iter().zip(order) {
            values[span(c)].copy_from_slice(&keyed[i].1);
        }
    }
}

/// The arcs below a node: a C or CPE beside an R (or beside a branch that begins with one), and elements that are arcs.
pub(super) fn arcs(circuit: &Circuit, node: &Node, fit: &Fit, found: &mut Vec<ArcValues>) {
    let part = |node: &Node| match node {
        Node::Part(i) => circuit.parts().get(*i),
        _ => None,
    };
    let is = |node: &Node, kinds: &[Fast]| part(node).is_some_and(|p| kinds.contains(&p.element.fast));
    match node {
        Node::Part(_) => {
            let Some(part) = part(node).filter(|p| matches!(p.element.name, "Zarc" | "K")) else { return };
            // Of resistance R and time constant tau: C = tau/R.
            let (r, tau) = (part.first, part.first + 1);
            let (resistance, time) = (fit.values[r], fit.values[tau]);
            let peak = 1.0 / (core::f64::consts::TAU * time);
            let name = part.name.clone();
            found.extend(fit.arc(name, r, time / resistance, &[(tau, 1.0), (r, -1.0)], peak, &[(tau, 1.0)]));
        }
        Node::Series(children) => children.iter().for_each(|child| arcs(circuit, child, fit, found)),
        Node::Parallel(children) => {
            let capacitor = children.iter().find(|c| is(c, &[Fast::C, Fast::Cpe])).and_then(part);
            let head = |c: &Node| match c {
                Node::Series(inner) => inner.iter().find(|n| is(n, &[Fast::R])).and_then(part),
                c => part(c).filter(|p| p.element.fast == Fast::R),
            };
            if let (Some(c), Some(r)) = (capacitor, children.iter().find_map(head)) {
                let ideal = c.element.fast == Fast::C;
                let (ir, it) = (r.first, c.first);
                let p = if ideal { 1.0 } else { fit.values[it + 1] };
                let (resistance, t) = (fit.values[ir], fit.values[it]);
                let by_exponent = -(math::ln(resistance) + math::ln(t)) / (p * p);
                let mut of_c = vec![(ir, (1.0 - p) / p), (it, 1.0 / p)];
                let mut of_tau = vec![(ir, 1.0 / p), (it, 1.0 / p)];
                if !ideal {
                    of_c.push((it + 1, by_exponent));
                    of_tau.push((it + 1, by_exponent));
                }
                let (c, peak, name) =
                    (capacitance(resistance, t, p), peak_hz(resistance, t, p), format!("{}||{}", r.name, c.name));
                found.extend(fit.arc(name, ir, c, &of_c, peak, &of_tau));
            }
            children
                .iter()
                .filter(|c| !is(c, &[Fast::R, Fast::C, Fast::L, Fast::Cpe]))
                .for_each(|child| arcs(circuit, child, fit, found));
        }
    }
}

impl Fit {
    /// Standard error of the logarithm of a quantity whose logarithm has these derivatives by the logarithms of the
    /// parameters (by the values, for exponents), given as place and slope; from the full covariance.
    fn propagate(&self, slopes: &[(usize, f64)]) -> f64 {
        let n = self.values.len();
        let covariance = |i: usize, k: usize| self.scaled_covariance.get(i * n + k).copied().unwrap_or(0.0);
        let variance: f64 =
            slopes.iter().map(|&(i, a)| slopes.iter().map(|&(k, b)| a * b * covariance(i, k)).sum::<f64>()).sum();
        variance.max(0.0).sqrt()
    }

    /// An arc from its resistance (place), capacitance and peak frequency, the latter two with their slopes;
    /// none where an exponent near zero leaves no arc.
    fn arc(
        &self,
        name: String,
        r: usize,
        capacitance: f64,
        of_c: &[(usize, f64)],
        peak_frequency: f64,
        of_tau: &[(usize, f64)],
    ) -> Option<ArcValues> {
        let arc = ArcValues {
            name,
            resistance: self.values[r],
            resistance_error: self.standard_errors[r],
            capacitance,
            capacitance_error: capacitance * self.propagate(of_c),
            peak_frequency,
            peak_frequency_error: peak_frequency * self.propagate(of_tau),
        };
        let numbers = [arc.capacitance, arc.capacitance_error, arc.peak_frequency, arc.peak_frequency_error];
        (numbers.iter().all(|v| v.is_finite()) && capacitance > 0.0 && peak_frequency > 0.0).then_some(arc)
    }
}
