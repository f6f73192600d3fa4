//! Elementary functions of the engine: always `libm`, so that native tests and the browser agree to the bit
//! (the platform's own `exp`, `ln`, `pow` differ in the last place between systems).

use core::f64::consts::FRAC_PI_2;

use num_complex::Complex64;

pub use libm::{
    atan, atan2, cbrt, cos, cosh, erfc, exp, exp2, expm1, hypot, log as ln, log1p as ln_1p, log2, log10, pow, sin,
    sincos, sinh, sqrt, tan, tanh,
};

/// `exp(z)`.
pub fn exp_complex(z: Complex64) -> Complex64 {
    let (s, c) = sincos(z.im);
    let r = exp(z.re);
    Complex64::new(r * c, r * s)
}

/// The square root with a non-negative real part.
pub fn sqrt_complex(z: Complex64) -> Complex64 {
    let r = hypot(z.re, z.im);
    if r == 0.0 {
        return Complex64::new(0.0, 0.0);
    }
    // The larger of the two parts first, the other by division: nothing cancels.
    let t = sqrt((z.re.abs() + r) / 2.0);
    if z.re >= 0.0 {
        Complex64::new(t, z.im / (2.0 * t))
    } else {
        Complex64::new(z.im.abs() / (2.0 * t), if z.im < 0.0 { -t } else { t })
    }
}

/// `tanh(z)/z` for `Re z >= 0`, without overflow and without cancellation at 0.
pub fn tanh_over(z: Complex64) -> Complex64 {
    if z.norm_sqr() < 1e-8 {
        return 1.0 - z * z / 3.0;
    }
    let e = exp_complex(-2.0 * z);
    (1.0 - e) / ((1.0 + e) * z)
}

/// `(jw)^n` for an angular frequency `w` (rad/s).
pub fn pow_j(w: f64, n: f64) -> Complex64 {
    if n == 1.0 {
        return Complex64::new(0.0, w);
    }
    let (s, c) = sincos(FRAC_PI_2 * n);
    let r = pow(w, n);
    Complex64::new(r * c, r * s)
}

/// `ln(1 + exp(x))` without overflow.
pub fn softplus(x: f64) -> f64 {
    if x > 0.0 { x + ln_1p(exp(-x)) } else { ln_1p(exp(x)) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn complex_functions_agree_with_their_definitions() {
        for (re, im) in [(3.0, 4.0), (-3.0, 4.0), (-3.0, -1e-9), (0.0, 2.0), (1e-200, -1e-200), (-5.0, 0.0)] {
            let z = Complex64::new(re, im);
            let r = sqrt_complex(z);
            assert!(r.re >= 0.0 && (r * r - z).norm() <= 1e-15 * z.norm(), "{z}");
        }
        let z = Complex64::new(0.3, 0.7);
        let e = exp_complex(z);
        let f = exp_complex(-z);
        assert!((tanh_over(z) - (e - f) / (e + f) / z).norm() < 1e-15);
        assert!((tanh_over(Complex64::new(900.0, 900.0)) * 900.0 * Complex64::new(1.0, 1.0) - 1.0).norm() < 1e-12);
        assert!((pow_j(2.0, 0.5) * pow_j(2.0, 0.5) - Complex64::new(0.0, 2.0)).norm() < 1e-15);
    }
}
