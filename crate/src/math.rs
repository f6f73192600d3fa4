//! Elementary functions of the engine: always `libm`, so that native tests and the browser agree to the bit
//! (the platform's own `exp`, `ln`, `pow` differ in the last place between systems).

use core::f64::consts::FRAC_PI_2;

use num_complex::Complex64;

pub use libm::{
    atan, atan2, cbrt, cos, cosh, erfc, exp, exp2, expm1, log as ln, log1p as ln_1p, log2, log10, pow, sin, sincos,
    sinh, tan, tanh,
};

/// The square root: one instruction, exact to the last bit on every machine. (`libm` computes it in integers for WebAssembly,
/// which made it a tenth of a fit.)
pub fn sqrt(x: f64) -> f64 {
    x.sqrt()
}

/// `sqrt(a² + b²)` without overflow, by the root above.
#[inline(never)]
pub fn hypot(a: f64, b: f64) -> f64 {
    let (a, b) = (a.abs(), b.abs());
    let (small, large) = if a < b { (a, b) } else { (b, a) };
    if (1e-140..1e150).contains(&large) {
        return (a * a + b * b).sqrt();
    }
    if large == 0.0 || large.is_infinite() {
        return large;
    }
    let ratio = small / large;
    large * (1.0 + ratio * ratio).sqrt()
}

/// `|z|`, as `hypot` has it.
pub fn norm(z: Complex64) -> f64 {
    hypot(z.re, z.im)
}

/// The places `0..count` in the order that `compare` gives them; equal ones stay as they are. One sort for all who need
/// no haste, because each one of its own adds 5 kB to the package.
#[inline(never)]
pub fn order_of(count: usize, compare: &dyn Fn(usize, usize) -> core::cmp::Ordering) -> Vec<usize> {
    let mut order: Vec<usize> = (0..count).collect();
    order.sort_by(|&a, &b| compare(a, b));
    order
}

/// `exp(z)`.
pub fn exp_complex(z: Complex64) -> Complex64 {
    let (s, c) = sincos(z.im);
    let r = exp(z.re);
    Complex64::new(r * c, r * s)
}

/// The square root with a non-negative real part.
pub fn sqrt_complex(z: Complex64) -> Complex64 {
    let r = norm(z);
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

/// `(jw)^n` of one exponent at many frequencies: its direction `j^n` is found once.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PowJ {
    exponent: f64,
    direction: Complex64,
}

impl PowJ {
    /// For an exponent from 0 to 1.
    pub fn new(exponent: f64) -> PowJ {
        let (sin, cos) = sincos(FRAC_PI_2 * exponent);
        // A pure capacitance has no real part, not even a rounded one.
        PowJ { exponent, direction: if exponent == 1.0 { Complex64::I } else { Complex64::new(cos, sin) } }
    }

    /// The exponent.
    pub fn exponent(self) -> f64 {
        self.exponent
    }

    /// The power at an angular frequency `w` (rad/s, not negative).
    pub fn at(self, w: f64) -> Complex64 {
        let magnitude = if self.exponent == 1.0 || w == 0.0 {
            pow(w, self.exponent)
        } else {
            exp_in_loop(self.exponent * ln_in_loop(w))
        };
        self.direction * magnitude
    }
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
    // exp(r) = 1 + r + r² q(r), q of least relative error for |r| <= ln 2 / 2: it leaves 4e-18. Even and odd powers apart,
    // so that two chains run at once.
    let square = r * r;
    let even = 0.500_000_000_000_001_1
        + square
            * (0.041_666_666_666_530_267
                + square
                    * (0.001_388_888_894_360_543_5
                        + square * (2.480_149_312_334_195_7e-5 + square * 2.763_023_964_185_111_6e-7)));
    let odd = 0.166_666_666_666_664_1
        + square
            * (0.008_333_333_333_494_796
                + square
                    * (0.000_198_412_695_062_849_34
                        + square * (2.755_758_638_134_615_6e-6 + square * 2.500_011_269_957_642_7e-8)));
    let power_of_two = f64::from_bits((k.to_bits() << 52).wrapping_add(1023 << 52));
    (1.0 + (r + square * (even + r * odd))) * power_of_two
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
    // ln(m) = 2 s (1 + q p(q)), p of least error for |s| <= 3 - sqrt(8): it leaves 1.3e-18. Even and odd powers apart.
    let square = q * q;
    let even = 0.333_333_333_333_336_7
        + square * (0.142_857_143_711_938_9 + square * (0.090_917_821_630_374_76 + square * 0.073_979_747_521_526_74));
    let odd = 0.199_999_999_997_073_38 + square * (0.111_110_992_865_885_66 + square * 0.076_570_252_815_685_98);
    let series = q * (even + q * odd);
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
        let root = PowJ::new(0.5).at(2.0);
        assert!((root * root - Complex64::new(0.0, 2.0)).norm() < 1e-15);
        assert_eq!(PowJ::new(1.0).at(3.0), Complex64::new(0.0, 3.0));
        assert_eq!((PowJ::new(0.0).at(0.0), PowJ::new(0.4).at(0.0)), (Complex64::ONE, Complex64::ZERO));
    }

    #[test]
    fn hypot_agrees_with_libm() {
        let numbers = [0.0, 1e-320, 3e-200, -1e-100, 0.7, -4.0, 1e100, 3e200, 1.7e308, f64::INFINITY];
        for a in numbers {
            for b in numbers {
                let (ours, theirs) = (hypot(a, b), libm::hypot(a, b));
                assert!(ours == theirs || (ours - theirs).abs() <= 4.5e-16 * theirs, "{a} {b}: {ours} or {theirs}");
            }
        }
        assert!(hypot(f64::NAN, 1.0).is_nan() && hypot(1.0, f64::NAN).is_nan());
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
