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

/// `exp(x)` without a branch or a table, so that a loop over it is vectorised (2 numbers at a time in WebAssembly);
/// within 1 ulp for `|x| <= 708`, beyond that the value at the bound.
pub fn exp_in_loop(x: f64) -> f64 {
    // Adding 1.5 * 2^52 rounds to an integer and leaves it in the low bits of the mantissa.
    const ROUND: f64 = 6_755_399_441_055_744.0;
    const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
    const LN_2_LOW: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);
    let x = if x < 708.0 { x } else { 708.0 };
    let x = if x > -708.0 { x } else { -708.0 };
    let k = x * core::f64::consts::LOG2_E + ROUND;
    let n = k - ROUND;
    let r = (x - n * LN_2_HIGH) - n * LN_2_LOW;
    // Taylor's series to r^13; |r| <= ln 2 / 2 leaves 4e-18.
    let high = 1.0 / 5_040.0
        + r * (1.0 / 40_320.0
            + r * (1.0 / 362_880.0
                + r * (1.0 / 3_628_800.0
                    + r * (1.0 / 39_916_800.0 + r * (1.0 / 479_001_600.0 + r * (1.0 / 6_227_020_800.0))))));
    let series = 0.5 + r * (1.0 / 6.0 + r * (1.0 / 24.0 + r * (1.0 / 120.0 + r * (1.0 / 720.0 + r * high))));
    let power_of_two = f64::from_bits((k.to_bits() << 52).wrapping_add(1023 << 52));
    (1.0 + (r + r * r * series)) * power_of_two
}

/// `ln(x)` of a positive normal number without a branch, for loops; within 2 ulp.
pub fn ln_in_loop(x: f64) -> f64 {
    const LN_2_HIGH: f64 = f64::from_bits(0x3fe6_2e42_fee0_0000);
    const LN_2_LOW: f64 = f64::from_bits(0x3dea_39ef_3579_3c76);
    // The bits of sqrt(1/2): the mantissa m is taken from sqrt(1/2) to sqrt(2).
    const SQRT_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
    const ONE: u64 = 0x3ff0_0000_0000_0000;
    let shifted = x.to_bits().wrapping_sub(SQRT_HALF).wrapping_add(ONE);
    // The exponent as a number: placed in the mantissa of 2^52, which is then taken off.
    let e = f64::from_bits(0x4330_0000_0000_0000 | (shifted >> 52)) - (4_503_599_627_370_496.0 + 1023.0);
    let m = f64::from_bits((shifted & 0x000f_ffff_ffff_ffff).wrapping_add(SQRT_HALF));
    let s = (m - 1.0) / (m + 1.0);
    let q = s * s;
    let series = q
        * (1.0 / 3.0
            + q * (1.0 / 5.0
                + q * (1.0 / 7.0
                    + q * (1.0 / 9.0
                        + q * (1.0 / 11.0
                            + q * (1.0 / 13.0
                                + q * (1.0 / 15.0 + q * (1.0 / 17.0 + q * (1.0 / 19.0 + q * (1.0 / 21.0))))))))));
    e * LN_2_HIGH + (2.0 * s + (2.0 * s * series + e * LN_2_LOW))
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

    #[test]
    fn loop_functions_agree_with_libm() {
        for i in 0..200_000 {
            let x = -700.0 + 1400.0 * f64::from(i) / 200_000.0;
            let (ours, theirs) = (exp_in_loop(x), exp(x));
            assert!((ours - theirs).abs() <= 4.5e-16 * theirs, "exp({x}) = {ours}, libm {theirs}");
            let y = 0.7 * theirs;
            let (ours, theirs) = (ln_in_loop(y), ln(y));
            assert!((ours - theirs).abs() <= 4.5e-16 * theirs.abs().max(0.25), "ln({y}) = {ours}, libm {theirs}");
        }
        assert_eq!(exp_in_loop(0.0), 1.0);
        assert_eq!(ln_in_loop(1.0), 0.0);
    }
}
