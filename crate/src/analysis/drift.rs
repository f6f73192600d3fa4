//! Drift told apart from noise: did the cell change while it was measured?
//!
//! A cell whose impedance grows evenly by the share `c` during the sweep shows `Z(w) (1 + c u)`, where `u` runs from
//! 0 to 1 in the order of measurement. `u` is real and grows with frequency's logarithm (or piles up at the lowest
//! frequencies, which take longest), so the product breaks the tie between `Z'` and `Z''`: noise has no such pattern,
//! and no Kramers-Kronig-valid impedance can imitate it over many decades. `c` is fitted together with the
//! RC elements of the linear Kramers-Kronig test, as one more linear unknown.

use num_complex::Complex64;

use super::chain::Chain;
use super::least_squares::System;
use super::sweep::Sweep;

/// How the time of a measurement is shared among its points.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Clock {
    /// Every point takes as long (settling and overhead rule).
    Points,
    /// Every point takes as many periods (the low frequencies rule).
    Periods,
}

/// A change of the impedance during the sweep.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Drift {
    /// Relative change of the impedance from the first to the last measured point, at most 9.
    pub change: f64,
    /// Standard error of `change`.
    pub error: f64,
    /// The clock by which the change is even.
    pub clock: Clock,
    /// Sum of squared relative residuals that is left once this drift is allowed for.
    pub(crate) chi_square: f64,
}

/// Fits of the drift, each to a share of the impedance that the one before has found.
const PASSES: usize = 3;

/// The even drift that explains the sweep best. `x` is the joint solution without drift, `noise` the relative standard
/// deviation of one component.
pub(crate) fn drift(sweep: &Sweep, chain: &Chain, x: &[f64], noise: f64) -> Drift {
    let with = |clock: Clock| {
        let elapsed = elapsed(sweep, clock);
        // The share is one of the fitted impedance: noise in the measured one would look like drift (its square is never
        // negative). That fit has not seen the drift at first.
        let mut smooth: Vec<Complex64> = sweep.omega.iter().map(|&omega| chain.impedance(x, omega)).collect();
        let mut found = Drift { change: 0.0, error: 0.0, clock, chi_square: 0.0 };
        for _ in 0..PASSES {
            let mut system = chain.joint(sweep);
            push(&mut system, sweep, &smooth, &elapsed);
            let solution = system.solve();
            // Z(w) = fitted (1 - a u), so that the whole change is 1/(1 - a) - 1; beyond tenfold it is no drift any more.
            let a = solution.x.last().copied().unwrap_or(0.0).min(0.9);
            found.change = a / (1.0 - a);
            found.error = noise * solution.last_variance.sqrt() / ((1.0 - a) * (1.0 - a));
            found.chi_square = solution.chi_square;
            for ((z, &omega), u) in smooth.iter_mut().zip(&sweep.omega).zip(&elapsed) {
                *z = chain.impedance(&solution.x, omega) + *z * (a * u);
            }
        }
        found
    };
    let (points, periods) = (with(Clock::Points), with(Clock::Periods));
    if periods.chi_square < points.chi_square { periods } else { points }
}

/// Z' and Z'' with room for a drift by either clock: what it leaves over is no drift.
pub(crate) fn joint_with_drift(sweep: &Sweep, chain: &Chain) -> System {
    let mut system = chain.joint(sweep);
    for clock in [Clock::Points, Clock::Periods] {
        push(&mut system, sweep, &sweep.z, &elapsed(sweep, clock));
    }
    system
}

/// One more unknown: the share of `z` by which the impedance has changed at the end.
#[inline(never)]
fn push(system: &mut System, sweep: &Sweep, z: &[Complex64], elapsed: &[f64]) {
    let weighted =
        |part: fn(&Complex64) -> f64| z.iter().zip(&sweep.weight).zip(elapsed).map(move |((z, w), u)| part(z) * w * u);
    system.push(weighted(|z| z.re).chain(weighted(|z| z.im)));
}

/// Share of the measurement that is over when each point is taken, 0 at the first and 1 at the last.
fn elapsed(sweep: &Sweep, clock: Clock) -> Vec<f64> {
    let order = sweep.order_of_measurement();
    let mut u = vec![0.0; sweep.len()];
    let mut time = 0.0;
    for pair in order.windows(2) {
        time += match clock {
            Clock::Points => 1.0,
            Clock::Periods => 1.0 / sweep.omega[pair[1]],
        };
        u[pair[1]] = time;
    }
    for u in &mut u {
        *u /= time;
    }
    u
}
