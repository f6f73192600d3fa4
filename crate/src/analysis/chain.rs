//! The series of RC elements with fixed time constants (and R, L, C) that can follow every valid impedance.

use num_complex::Complex64;

use super::least_squares::System;
use super::sweep::Sweep;
use crate::math::{exp, ln};

/// Time constants reach this factor beyond the measured range on both sides.
const BEYOND: f64 = 3.162_277_660_168_379_5;

/// The time constants of the RC elements, evenly spaced in their logarithm.
#[derive(Debug, Clone)]
pub(crate) struct Chain {
    /// Time constants, s.
    pub tau: Vec<f64>,
}

impl Chain {
    /// As many elements, over the measured range and a little beyond.
    pub fn new(sweep: &Sweep, elements: usize) -> Self {
        let (slowest, fastest) = (sweep.omega[sweep.len() - 1], sweep.omega[0]);
        let (low, high) = (ln(1.0 / (fastest * BEYOND)), ln(BEYOND / slowest));
        let step = (high - low) / (elements.max(2) - 1) as f64;
        Chain { tau: (0..elements).map(|k| exp(low + step * k as f64)).collect() }
    }

    /// Z' and Z'' together: unknowns R, L, 1/C and the resistances of the elements.
    pub fn joint(&self, sweep: &Sweep) -> System {
        let zeros = || sweep.omega.iter().map(|_| 0.0);
        let w = || sweep.omega.iter().copied().zip(sweep.weight.iter().copied());
        let mut system = System::new(relative(sweep, |z| z.re).chain(relative(sweep, |z| z.im)).collect());
        system.push(w().map(|(_, w)| w).chain(zeros()));
        system.push(zeros().chain(w().map(|(omega, w)| omega * w)));
        system.push(zeros().chain(w().map(|(omega, w)| -w / omega)));
        for &tau in &self.tau {
            system.push(w().map(|(o, w)| debye(o * tau).re * w).chain(w().map(|(o, w)| debye(o * tau).im * w)));
        }
        system
    }

    /// Z' alone: unknowns R and the resistances.
    pub fn real(&self, sweep: &Sweep) -> System {
        let w = || sweep.omega.iter().copied().zip(sweep.weight.iter().copied());
        let mut system = System::new(relative(sweep, |z| z.re).collect());
        system.push(w().map(|(_, w)| w));
        for &tau in &self.tau {
            system.push(w().map(|(o, w)| debye(o * tau).re * w));
        }
        system
    }

    /// Z'' alone: unknowns L, 1/C and the resistances.
    pub fn imaginary(&self, sweep: &Sweep) -> System {
        let w = || sweep.omega.iter().copied().zip(sweep.weight.iter().copied());
        let mut system = System::new(relative(sweep, |z| z.im).collect());
        system.push(w().map(|(omega, w)| omega * w));
        system.push(w().map(|(omega, w)| -w / omega));
        for &tau in &self.tau {
            system.push(w().map(|(o, w)| debye(o * tau).im * w));
        }
        system
    }

    /// Impedance at one angular frequency, from the unknowns of `joint`.
    pub fn impedance(&self, x: &[f64], omega: f64) -> Complex64 {
        let start = Complex64::new(x[0], x[1] * omega - x[2] / omega);
        self.tau.iter().zip(&x[3..]).fold(start, |z, (&tau, &r)| z + debye(omega * tau) * r)
    }
}

/// One component of each point divided by |Z|.
fn relative(sweep: &Sweep, part: fn(&Complex64) -> f64) -> impl Iterator<Item = f64> {
    sweep.z.iter().zip(&sweep.weight).map(move |(z, w)| part(z) * w)
}

/// `1/(1 + jx)`.
pub(crate) fn debye(x: f64) -> Complex64 {
    let re = 1.0 / (1.0 + x * x);
    Complex64::new(re, -x * re)
}
