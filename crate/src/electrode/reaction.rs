//! Reactions on the film's outer surface: charge-transfer resistances, and the surface's constant-phase element.

use crate::constants::{FARADAY, GAS};
use crate::math::{exp, ln, pow};

/// Exchange current density of a metal and its ion, A/cm²: `n F k0 c` with k0 in cm/s and c in mol/cm³.
pub fn exchange_current(n: f64, rate: f64, concentration: f64) -> f64 {
    n * FARADAY * rate * concentration
}

/// `R_ct = R T/(n F j0 theta)`, Ω·cm², where the share `theta` of the surface is active.
pub fn charge_transfer_resistance(n: f64, exchange_current: f64, share: f64, temperature: f64) -> f64 {
    GAS * temperature / (n * FARADAY * exchange_current * share)
}

/// The rate k0, cm/s, that gives a charge-transfer resistance (Ω·cm²) on a wholly active surface.
pub fn rate(n: f64, resistance: f64, concentration: f64, temperature: f64) -> f64 {
    GAS * temperature / (n * n * FARADAY * FARADAY * resistance * concentration)
}

/// Share of the surface sites still active after a time at rest: `d theta/dt = -theta²/t_s`, so `1/(1 + t/t_s)` and a
/// charge-transfer resistance that grows linearly. Both times in one unit.
pub fn active_share(time: f64, site_loss_time: f64) -> f64 {
    1.0 / (1.0 + time / site_loss_time)
}

/// Polysulfide's charge-transfer resistance: its exchange current goes with the square root of the concentration.
pub fn polysulfide_resistance(at_reference: f64, reference: f64, concentration: f64) -> f64 {
    at_reference / (concentration / reference).sqrt()
}

/// T of the CPE whose effective capacitance with a resistance is `c` (F/cm²): the study's Eq. 1 (Hsu and Mansfeld,
/// Corrosion 57, 747 (2001)) turned round, `T = C^P R^(P-1)`, S s^P/cm².
pub fn cpe_from_capacitance(c: f64, resistance: f64, p: f64) -> f64 {
    pow(c, p) * pow(resistance, p - 1.0)
}

/// Effective capacitance, F or F/cm², of an R || CPE arc: `C = R^((1-P)/P) T^(1/P)`, the study's Eq. 1.
pub fn capacitance(resistance: f64, t: f64, p: f64) -> f64 {
    exp(((1.0 - p) * ln(resistance) + ln(t)) / p)
}

/// Where an R || CPE arc is highest, Hz: `1/(2 pi (R T)^(1/P))`.
pub fn peak_hz(resistance: f64, t: f64, p: f64) -> f64 {
    1.0 / (2.0 * core::f64::consts::PI * pow(resistance * t, 1.0 / p))
}
