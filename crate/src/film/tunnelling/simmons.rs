//! Simmons' law for a rectangular barrier: J. G. Simmons, J. Appl. Phys. 34, 1793 (1963).
//!
//! `J(V) = J0 [p1 exp(-A sqrt p1) - p2 exp(-A sqrt p2)]`, `J0 = e/(2 pi h s²)`, `A = (4 pi s/h) sqrt(2m)`, with
//! `p1 = e(phi - V/2)`, `p2 = e(phi + V/2)`, `s = d` below the barrier's height and, above it, the part of the barrier
//! that is left: `s = d phi/V`, `p1 = e phi/2`, `p2 = e(phi/2 + V)`.

use super::Barrier;
use crate::constants::{ELEMENTARY_CHARGE, PLANCK};
use crate::math::exp;
use core::f64::consts::PI;

/// `A sqrt(e phi)`: where it is 2 or less, the formula's own approximation has failed and its conductance is not positive.
pub fn validity(b: &Barrier) -> f64 {
    b.decay() * b.height.sqrt()
}

/// `dJ/dV` at `V = 0`, S/m²; not positive where [`validity`] is 2 or less.
pub fn conductance(b: &Barrier) -> f64 {
    let a = validity(b);
    prefactor(b.thickness) * ELEMENTARY_CHARGE * (a / 2.0 - 1.0) * exp(-a)
}

/// Current density, A/m², and its derivative, S/m², at `v >= 0` volt.
pub fn current(b: &Barrier, v: f64) -> (f64, f64) {
    let phi = b.height;
    // Each half of the formula with p in eV, and its derivative with respect to p; A in 1/sqrt(eV).
    let half = |a: f64, p: f64| (p * exp(-a * p.sqrt()), (1.0 - a * p.sqrt() / 2.0) * exp(-a * p.sqrt()));
    if v < phi {
        let j0 = prefactor(b.thickness) * ELEMENTARY_CHARGE;
        let (f1, d1) = half(b.decay(), phi - v / 2.0);
        let (f2, d2) = half(b.decay(), phi + v / 2.0);
        (j0 * (f1 - f2), -j0 * (d1 + d2) / 2.0)
    } else {
        let share = phi / v;
        let a = b.decay() * share;
        let (p1, p2) = (phi / 2.0, phi / 2.0 + v);
        let j0 = prefactor(b.thickness * share) * ELEMENTARY_CHARGE;
        let (f1, _) = half(a, p1);
        let (f2, d2) = half(a, p2);
        // d ln j0/dv = 2/v, dA/dv = -A/v.
        let d = 2.0 / v * (f1 - f2) + a / v * (p1.sqrt() * f1 - p2.sqrt() * f2) - d2;
        (j0 * (f1 - f2), j0 * d)
    }
}

/// `e/(2 pi h s²)`.
fn prefactor(s: f64) -> f64 {
    ELEMENTARY_CHARGE / (2.0 * PI * PLANCK * s * s)
}
