//! Overpotential of a reaction that carries a current, and how steep it is there.

use crate::constants::{FARADAY, GAS};
use crate::math::{exp, expm1, ln_1p};

/// Current density at which a threshold is given, A/cm².
pub const THRESHOLD_CURRENT: f64 = 1e-3;

/// The law between overpotential (V) and current density (A/cm²), both counted positive.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Kinetics {
    /// Butler-Volmer: `j = j0 [exp(alpha f eta) - exp(-(1-alpha) f eta)]`, `f = nF/RT`.
    ButlerVolmer {
        /// Exchange current density, A/cm².
        exchange: f64,
        /// Charge-transfer coefficient.
        alpha: f64,
        /// `nF/RT`, 1/V.
        f: f64,
    },
    /// A multi-step reaction: hardly any current up to a threshold, then an exponential with the steepest slope that n
    /// electrons allow: `j = j_1 [exp(f eta) - 1] exp(-f eta_1)`, with the threshold `eta_1` taken at 1 mA·cm⁻².
    Threshold {
        /// Threshold, V.
        threshold: f64,
        /// `nF/RT`, 1/V.
        f: f64,
    },
}

/// `nF/RT`, 1/V.
pub fn slope(n: f64, temperature: f64) -> f64 {
    n * FARADAY / (GAS * temperature)
}

impl Kinetics {
    /// Current density, A/cm², at an overpotential (V, not negative).
    pub fn current(&self, eta: f64) -> f64 {
        match *self {
            Kinetics::ButlerVolmer { exchange, alpha, f } => {
                exchange * (exp(alpha * f * eta) - exp(-(1.0 - alpha) * f * eta))
            }
            Kinetics::Threshold { threshold, f } => THRESHOLD_CURRENT * expm1(f * eta) * exp(-f * threshold),
        }
    }

    /// Overpotential, V, of a current density (A/cm², not negative), and its derivative, Ω·cm².
    pub fn overpotential(&self, current: f64) -> (f64, f64) {
        match *self {
            Kinetics::Threshold { threshold, f } => {
                let ratio = current / THRESHOLD_CURRENT * exp(f * threshold);
                (ln_1p(ratio) / f, 1.0 / (f * (current + THRESHOLD_CURRENT * exp(-f * threshold))))
            }
            Kinetics::ButlerVolmer { exchange, alpha, f } => {
                // j/j0 >= exp(alpha f eta) - 1 bounds eta from above.
                let eta = root(0.0, ln_1p(current / exchange) / (alpha * f), |eta| self.current(eta) - current);
                let steep = alpha * exp(alpha * f * eta) + (1.0 - alpha) * exp(-(1.0 - alpha) * f * eta);
                (eta, 1.0 / (exchange * f * steep))
            }
        }
    }
}

/// Concentration overpotential, V, of a current below its limit, and its derivative, Ω·cm²: ions used up in front of a plated
/// electrode (`-ln(1 - j/j_lim)/f`), heaped up in front of a stripped one (`ln(1 + j/j_lim)/f`).
pub fn concentration(current: f64, limit: f64, plating: bool, f: f64) -> (f64, f64) {
    if plating {
        (-ln_1p(-current / limit) / f, 1.0 / (f * (limit - current)))
    } else {
        (ln_1p(current / limit) / f, 1.0 / (f * (limit + current)))
    }
}

/// Where a rising function crosses zero between two ends.
pub(crate) fn root(mut low: f64, mut high: f64, rising: impl Fn(f64) -> f64) -> f64 {
    for _ in 0..200 {
        let middle = (low + high) / 2.0;
        if middle <= low || middle >= high {
            break;
        }
        if rising(middle) < 0.0 { low = middle } else { high = middle }
    }
    (low + high) / 2.0
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn each_law_undoes_itself() {
        let f = slope(2.0, 298.0);
        for law in
            [Kinetics::ButlerVolmer { exchange: 1e-6, alpha: 0.3, f }, Kinetics::Threshold { threshold: 0.51, f }]
        {
            for j in [1e-9, 1e-6, 1e-3, 1e-2] {
                let (eta, steep) = law.overpotential(j);
                assert!((law.current(eta) / j - 1.0).abs() < 1e-9, "{law:?} {j}");
                let difference = (law.overpotential(j * 1.0001).0 - law.overpotential(j * 0.9999).0) / (2e-4 * j);
                assert!((steep / difference - 1.0).abs() < 1e-5, "{law:?} {j}");
            }
        }
        // At small currents Butler-Volmer is the charge-transfer resistance RT/(nF j0).
        let (eta, _) = Kinetics::ButlerVolmer { exchange: 1e-6, alpha: 0.3, f }.overpotential(1e-12);
        assert!((eta / 1e-12 * 1e-6 * f - 1.0).abs() < 1e-5);
    }
}
