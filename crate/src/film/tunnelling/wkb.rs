//! Tunnelling at a temperature: the supply function of Tsu and Esaki, Appl. Phys. Lett. 22, 562 (1973), times the WKB
//! transmission of the tilted barrier. It contains thermionic emission over the barrier, which Simmons leaves out.
//!
//! `J = (4 pi m e³/h³) Int kT [ln(1 + exp(-E/kT)) - ln(1 + exp(-(E + V)/kT))] D(E) dE`, energies in eV from the emitter's
//! Fermi level, from the bottom of the band ([`BAND_EV`]) upwards. The action of the tilted barrier is known in closed form; what lies above the barrier (`D = 1`) is a
//! dilogarithm; the rest is one adaptive quadrature over `sqrt(phi - E)`, in which the integrand has no root left.

use super::Barrier;
use super::quadrature::integrate;
use crate::constants::{BOLTZMANN, ELECTRON_MASS, ELEMENTARY_CHARGE, PLANCK};
use crate::math::{exp, exp_in_loop, expm1, ln_1p, softplus};
use core::f64::consts::PI;

/// Depth of the occupied band below the Fermi level of the collector, eV: a band has a bottom, and over thin light barriers
/// it counts. An assumption: magnesium's own 7.1 eV would carry 0.5 % more at 2 nm, 1.6 eV, m = 0.1, and 64 % more at 0.5 nm,
/// 4 eV, m = 0.05; nothing more at the study's films.
pub const BAND_EV: f64 = 3.0;

/// Conductance at `V = 0` and the part of it that goes over the barrier, S/m².
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Conductance {
    /// Through and over the barrier.
    pub total: f64,
    /// Over the barrier only.
    pub thermionic: f64,
}

/// `dJ/dV` at `V = 0`: `(4 pi m e³/h³) Int D(E)/(1 + exp(E/kT)) dE`.
pub fn conductance(b: &Barrier, temperature: f64) -> Conductance {
    let kt = thermal_volt(temperature);
    let (phi, decay) = (b.height, b.decay());
    let fermi = |e: f64| {
        let x = exp_in_loop(-e.abs() / kt);
        (if e > 0.0 { x } else { 1.0 }) / (1.0 + x)
    };
    // E = phi - u², so that exp(-B sqrt(phi - E)) is exp(-B u).
    let top = (phi + BAND_EV).sqrt();
    let through = integrate(
        |u| [2.0 * u * exp_in_loop(-decay * u) * fermi(phi - u * u), 0.0],
        &breaks(0.0, top, &|e| if phi > e { (phi - e).sqrt() } else { 0.0 }, &[0.0], kt, decay),
    );
    let over = kt * softplus(-phi / kt);
    let k = prefactor(b.mass);
    Conductance { total: k * (through[0] + over), thermionic: k * over }
}

/// Current density, A/m², and its derivative, S/m², at `v > 0` volt.
pub fn current(b: &Barrier, v: f64, temperature: f64) -> (f64, f64) {
    let kt = thermal_volt(temperature);
    let (phi, decay) = (b.height, b.decay());
    let supply = |e: f64| {
        // kT ln(1 + exp(-e/kT)) - kT ln(1 + exp(-(e + v)/kT)), written on either side of the Fermi level so as not to cancel.
        let s = if e > 0.0 {
            kt * ln_1p(-exp(-e / kt) * expm1(-v / kt) / (1.0 + exp(-(e + v) / kt)))
        } else {
            v + kt * (softplus(e / kt) - softplus((e + v) / kt))
        };
        let x = exp(-(e + v).abs() / kt);
        (s, if e + v > 0.0 { x / (1.0 + x) } else { 1.0 / (1.0 + x) })
    };
    let value = |e: f64, action: f64, slope: f64, jacobian: f64| {
        let (s, f) = supply(e);
        let d = exp(-action) * jacobian;
        [s * d, (f - s * slope) * d]
    };
    // Between the two ends of the tilted barrier: E = phi - u², a^(3/2) = u³ and nothing is left behind the far end.
    let tilted = integrate(
        |u| {
            let action = 2.0 / 3.0 * decay * u * u * u / v;
            value(phi - u * u, action, -action / v, 2.0 * u)
        },
        &breaks(0.0, v.sqrt(), &|e| if phi > e { (phi - e).sqrt() } else { 0.0 }, &[0.0, -v], kt, decay),
    );
    // Below both ends: E = phi - v - w², b = w².
    let top = (phi + BAND_EV).sqrt();
    let below = |w: f64, jacobian: f64| {
        let (p, q) = ((v + w * w).sqrt(), w);
        let sum = p + q;
        let action = 2.0 / 3.0 * decay * (p * p + p * q + q * q) / sum;
        value(phi - v - w * w, action, -decay / 3.0 * (2.0 * p + q) / (sum * sum), jacobian)
    };
    let whole = integrate(
        |w| below(w, 2.0 * w),
        &breaks(0.0, top, &|e| if phi - v > e { (phi - v - e).sqrt() } else { 0.0 }, &[0.0, -v], kt, decay),
    );
    let (x, y) = (exp(-phi / kt), exp(-(phi + v) / kt));
    let over = [kt * kt * (dilogarithm(x) - dilogarithm(y)), kt * softplus(-(phi + v) / kt)];
    let k = prefactor(b.mass);
    // The bottom of the band moves with the voltage: the derivative has its edge too.
    let edge = below(top, 1.0)[0];
    (k * (tilted[0] + whole[0] + over[0]), k * (tilted[1] + whole[1] + over[1] + edge))
}

/// `kT/e`, V.
fn thermal_volt(temperature: f64) -> f64 {
    BOLTZMANN * temperature / ELEMENTARY_CHARGE
}

/// `4 pi m e³/h³`, A/(m² eV²).
fn prefactor(mass: f64) -> f64 {
    let e_h = ELEMENTARY_CHARGE / PLANCK;
    4.0 * PI * mass * ELECTRON_MASS * e_h * e_h * e_h
}

/// `-Li2(-x) = x - x²/4 + x³/9 - …` for `0 <= x < 0.6`.
fn dilogarithm(x: f64) -> f64 {
    let (mut sum, mut power, mut k) = (0.0, x, 1.0);
    while power.abs() > 1e-18 * x && k < 100.0 {
        sum += power / (k * k);
        power *= -x;
        k += 1.0;
    }
    sum
}

/// Ends of the first panels in the variable of integration: the range, each Fermi level, and a few thermal widths about it; a few
/// decay lengths below the top of the barrier, where a hot metal's electrons pass: in a wide panel both rules may miss them alike.
fn breaks(lower: f64, upper: f64, of_energy: &dyn Fn(f64) -> f64, levels: &[f64], kt: f64, decay: f64) -> Vec<f64> {
    let mut points = vec![lower, upper];
    let mut add = |x: f64| {
        let at = points.partition_point(|p| *p < x);
        if x > lower && x < upper && points.get(at) != Some(&x) {
            points.insert(at, x);
        }
    };
    for lengths in [8.0, 24.0] {
        add(lengths / decay);
    }
    for level in levels {
        for widths in [-12.0, -4.0, 0.0, 4.0, 12.0, 36.0] {
            add(of_energy(level + widths * kt));
        }
    }
    points
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The double integral as it is written: brute force over energy and, for the action, over the barrier's width.
    fn brute_force(b: &Barrier, v: f64, temperature: f64) -> f64 {
        let kt = thermal_volt(temperature);
        // Simpson in the cube root's variable between all kinks, so that neither root nor Fermi edge spoils the order.
        let mut kinks: Vec<f64> = vec![-BAND_EV - v, -v, 0.0, b.height - v, b.height, b.height + 60.0 * kt];
        for level in [0.0, -v] {
            kinks.extend((1..20).flat_map(|i| [level + 3.0 * i as f64 * kt, level - 3.0 * i as f64 * kt]));
        }
        kinks.retain(|e| (-BAND_EV - v..=b.height + 60.0 * kt).contains(e));
        kinks.sort_by(f64::total_cmp);
        let integrand = |e: f64| {
            let (a, c) = ((b.height - e).max(0.0), (b.height - v - e).max(0.0));
            let action = 2.0 / 3.0 * b.decay() / v * (a * a.sqrt() - c * c.sqrt());
            let (x, y) = (-e / kt, -(e + v) / kt);
            kt * (softplus(x) - softplus(y)) * exp(-action)
        };
        let mut sum = 0.0;
        for pair in kinks.windows(2) {
            let (from, to) = (pair[0], pair[1]);
            // e = from + (to - from) s²(3 - 2s): flat at both ends.
            const N: usize = 400;
            let f = |i: usize| {
                let s = i as f64 / N as f64;
                integrand(from + (to - from) * s * s * (3.0 - 2.0 * s)) * (to - from) * 6.0 * s * (1.0 - s)
            };
            let inner: f64 = (1..N).map(|i| if i % 2 == 1 { 4.0 } else { 2.0 } * f(i)).sum();
            sum += (f(0) + inner + f(N)) / (3.0 * N as f64);
        }
        prefactor(b.mass) * sum
    }

    /// A barrier over which two rules agreed by chance on a wrong integral in a wide panel.
    #[test]
    fn electrons_near_the_top_are_counted() {
        let b = Barrier::new(9.037507171361673e-9, 3.903376233070821, 0.726100301675404).unwrap();
        let (g, j) = (conductance(&b, 283.035585645328).total, current(&b, 1e-6, 283.035585645328).0);
        // The integral with 110 digits (mpmath).
        assert!((g / 1.800_588_358_069_362_6e-55 - 1.0).abs() < 1e-9, "{g:e}");
        assert!((j / 1e-6 / g - 1.0).abs() < 1e-9, "{j:e}");
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(300))]
        #[test]
        fn holds_a_millionth_over_the_whole_domain(
            d in 0.5e-9..10e-9f64, phi in 0.05..4.0f64, mass in 0.05..1.0f64, v in 0.01..3.0f64, temperature in 200.0..400.0f64,
        ) {
            let b = Barrier::new(d, phi, mass).unwrap();
            let (j, slope) = current(&b, v, temperature);
            let reference = brute_force(&b, v, temperature);
            prop_assert!((j / reference - 1.0).abs() < 1e-6, "{} against {}", j, reference);
            let h = 1e-4 * v;
            let difference = (current(&b, v + h, temperature).0 - current(&b, v - h, temperature).0) / (2.0 * h);
            prop_assert!((slope / difference - 1.0).abs() < 1e-4, "slope {} against {}", slope, difference);
        }

        #[test]
        fn conductance_is_the_current_at_small_voltage(
            d in 0.5e-9..10e-9f64, phi in 0.05..4.0f64, mass in 0.05..1.0f64, temperature in 200.0..400.0f64,
        ) {
            let b = Barrier::new(d, phi, mass).unwrap();
            let g = conductance(&b, temperature).total;
            let (j, slope) = current(&b, 1e-6, temperature);
            prop_assert!((j / 1e-6 / g - 1.0).abs() < 1e-6, "{} against {}", j / 1e-6, g);
            prop_assert!((slope / g - 1.0).abs() < 1e-6);
        }
    }
}
