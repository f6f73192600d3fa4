//! The frequency at which an element is asked for its impedance.

use num_complex::Complex64;

use super::dual::{Dual, constant};

/// One angular frequency.
#[derive(Debug, Clone, Copy)]
pub struct Frequency {
    /// Angular frequency w, rad/s.
    pub w: f64,
    /// Its natural logarithm.
    pub ln_w: f64,
}

impl Frequency {
    /// `jw`.
    pub fn jw(self) -> Dual {
        constant(Complex64::new(0.0, self.w))
    }

    /// `(jw)^p`.
    pub fn jw_pow(self, p: Dual) -> Dual {
        (p * constant(Complex64::new(self.ln_w, core::f64::consts::FRAC_PI_2))).exp()
    }
}
