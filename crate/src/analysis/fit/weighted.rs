//! The residuals that are minimised, with their derivatives.

use num_complex::Complex64;

use super::data::Data;
use super::plan::{Plan, Slot};
use crate::analysis::levenberg_marquardt::Residuals;
use crate::circuit::{Circuit, Derivatives, Grid};

/// The weighted residuals of a circuit: real parts first, then imaginary parts.
pub(super) struct Weighted<'a> {
    circuit: &'a Circuit,
    grid: &'a Grid,
    data: &'a Data,
    plan: &'a Plan,
    impedance: Vec<Complex64>,
    pub(super) derivatives: Derivatives,
}

impl<'a> Weighted<'a> {
    pub(super) fn new(circuit: &'a Circuit, grid: &'a Grid, data: &'a Data, plan: &'a Plan) -> Self {
        let impedance = Vec::with_capacity(data.len());
        Weighted { circuit, grid, data, plan, impedance, derivatives: Derivatives::default() }
    }
}

/// Weighted differences between a curve and the data.
pub(super) fn differences(data: &Data, curve: &[Complex64], r: &mut [f64]) {
    let (re, im) = r.split_at_mut(data.len());
    for (k, ((curve, z), (a, b))) in curve.iter().zip(&data.z).zip(&data.weight).enumerate() {
        re[k] = (curve.re - z.re) * a;
        im[k] = (curve.im - z.im) * b;
    }
}

impl Residuals for Weighted<'_> {
    fn count(&self) -> usize {
        2 * self.data.len()
    }

    fn residuals(&mut self, x: &[f64], r: &mut [f64]) {
        self.circuit.evaluate(self.grid, &self.plan.values(x), &mut self.impedance);
        differences(self.data, &self.impedance, r);
    }

    fn jacobian(&mut self, x: &[f64], r: &mut [f64], j: &mut [f64]) {
        let values = self.plan.values(x);
        self.circuit.derive(self.grid, &values, &mut self.derivatives);
        differences(self.data, &self.derivatives.impedance, r);
        j.fill(0.0);
        let n = self.data.len();
        for (i, column) in self.derivatives.by_parameter.chunks_exact(n).enumerate() {
            let Slot::Free(k) = self.plan.slots[i] else { continue };
            let inner = if self.plan.logarithmic[k] { values[i] } else { 1.0 };
            let (re, im) = j[2 * n * k..2 * n * (k + 1)].split_at_mut(n);
            for (p, (d, (a, b))) in column.iter().zip(&self.data.weight).enumerate() {
                re[p] += d.re * inner * a;
                im[p] += d.im * inner * b;
            }
        }
    }
}
