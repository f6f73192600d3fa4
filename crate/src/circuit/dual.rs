//! A complex number with its derivative by one parameter: what lets each element's formula be written once and still
//! give exact derivatives.

use core::ops::{Add, Div, Mul, Neg, Sub};

use num_complex::Complex64;

use crate::math;

/// Value and derivative.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Dual {
    /// Value.
    pub v: Complex64,
    /// Derivative by the chosen parameter.
    pub d: Complex64,
}

/// A number that does not depend on the parameter.
pub fn constant(v: impl Into<Complex64>) -> Dual {
    Dual { v: v.into(), d: Complex64::ZERO }
}

/// `exp(z) - 1` without cancellation near zero.
fn expm1(z: Complex64) -> Complex64 {
    let (sin, cos) = math::sincos(z.im);
    let half = math::sin(0.5 * z.im);
    Complex64::new(math::expm1(z.re) * cos - 2.0 * half * half, math::exp(z.re) * sin)
}

impl Dual {
    /// The exponential.
    pub fn exp(self) -> Dual {
        let v = math::exp_complex(self.v);
        Dual { v, d: self.d * v }
    }

    /// The principal logarithm.
    pub fn ln(self) -> Dual {
        let v = Complex64::new(math::ln(math::norm(self.v)), math::atan2(self.v.im, self.v.re));
        Dual { v, d: self.d / self.v }
    }

    /// Power with an exponent that may itself be the parameter.
    pub fn pow(self, exponent: Dual) -> Dual {
        (exponent * self.ln()).exp()
    }

    /// The principal square root.
    pub fn sqrt(self) -> Dual {
        let v = math::sqrt_complex(self.v);
        Dual { v, d: self.d / (v + v) }
    }

    /// Hyperbolic tangent for `Re >= 0`, without overflow.
    pub fn tanh(self) -> Dual {
        let t = expm1(self.v * -2.0);
        let v = -t / (t + 2.0);
        // 1 - tanh² = 4 e / (1 + e)² with e = exp(-2x).
        let e = t + 1.0;
        Dual { v, d: self.d * (e * 4.0 / ((e + 1.0) * (e + 1.0))) }
    }

    /// `1 / sinh` for `Re >= 0`, without overflow.
    pub fn csch(self) -> Dual {
        let v = math::exp_complex(-self.v) * -2.0 / expm1(self.v * -2.0);
        Dual { v, d: -self.d * v / self.tanh().v }
    }
}

impl Add for Dual {
    type Output = Dual;
    fn add(self, o: Dual) -> Dual {
        Dual { v: self.v + o.v, d: self.d + o.d }
    }
}

impl Sub for Dual {
    type Output = Dual;
    fn sub(self, o: Dual) -> Dual {
        Dual { v: self.v - o.v, d: self.d - o.d }
    }
}

impl Mul for Dual {
    type Output = Dual;
    fn mul(self, o: Dual) -> Dual {
        Dual { v: self.v * o.v, d: self.d * o.v + self.v * o.d }
    }
}

impl Div for Dual {
    type Output = Dual;
    fn div(self, o: Dual) -> Dual {
        let v = self.v / o.v;
        Dual { v, d: (self.d - v * o.d) / o.v }
    }
}

impl Neg for Dual {
    type Output = Dual;
    fn neg(self) -> Dual {
        Dual { v: -self.v, d: -self.d }
    }
}
