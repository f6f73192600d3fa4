//! The compact film as two rails, one of ions and one of electrons, coupled along its thickness by the chemical capacitance:
//! J. Jamnik and J. Maier, Phys. Chem. Chem. Phys. 3, 1668 (2001).
//!
//! With `u = phi_ion - phi_el`, `u'' = g² u`, `g² = jw C_chem (R_ion + R_el)`, the line between its four ends is a mesh of six
//! admittances, none of which is ever a difference of large numbers: nothing overflows, nothing cancels.

use num_complex::Complex64;

use crate::math::{exp_complex, sqrt_complex};

/// The six admittances, S/cm², between the four ends of the line.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Mesh {
    /// Along the ion rail, end to end.
    pub ions: Complex64,
    /// Along the electron rail, end to end (the film's dielectric capacitance not counted).
    pub electrons: Complex64,
    /// Between the rails at one end, and at the other.
    pub same_end: Complex64,
    /// Between an end of one rail and the far end of the other.
    pub across: Complex64,
}

/// The line at an angular frequency `w` (rad/s), from the rails' resistances (Ω·cm²) and the chemical capacitance (F/cm²).
pub fn mesh(r_ion: f64, r_el: f64, c_chem: f64, w: f64) -> Mesh {
    let sum = r_ion + r_el;
    let square = Complex64::new(0.0, w * c_chem * sum);
    let (coth, sinh) = excess(square);
    Mesh {
        ions: (r_el / r_ion + 1.0 - sinh) / sum,
        electrons: (r_ion / r_el + 1.0 - sinh) / sum,
        same_end: coth / sum,
        across: sinh / sum,
    }
}

impl Mesh {
    /// How the six admittances change at an angular frequency `w` with the rails' resistances and the chemical capacitance:
    /// their derivative in the direction `change`. `self` is the mesh of these `values`, in the order of [`mesh`].
    pub fn slope(&self, [r_ion, r_el, c_chem]: [f64; 3], [by_ion, by_el, by_chem]: [f64; 3], w: f64) -> Mesh {
        let (sum, by_sum) = (r_ion + r_el, by_ion + by_el);
        let square = Complex64::new(0.0, w * c_chem * sum);
        let by_square = Complex64::new(0.0, w * (by_chem * sum + c_chem * by_sum));
        // With x = g coth g - 1 and y = 1 - g/sinh g: dx/dg² = (x + 2y - y²)/(2 g²) and dy/dg² = x (1 - y)/(2 g²).
        let (x, y) = (self.same_end * sum, self.across * sum);
        let (by_x, by_y) = if square == Complex64::ZERO {
            (by_square / 3.0, by_square / 6.0)
        } else {
            let half = by_square / (2.0 * square);
            ((x + 2.0 * y - y * y) * half, x * (1.0 - y) * half)
        };
        let ratio = |a: f64, b: f64, by_a: f64, by_b: f64| (by_a - a / b * by_b) / b;
        Mesh {
            ions: (ratio(r_el, r_ion, by_el, by_ion) - by_y - self.ions * by_sum) / sum,
            electrons: (ratio(r_ion, r_el, by_ion, by_el) - by_y - self.electrons * by_sum) / sum,
            same_end: (by_x - self.same_end * by_sum) / sum,
            across: (by_y - self.across * by_sum) / sum,
        }
    }
}

/// `g coth g - 1` and `1 - g/sinh g` from `g²`: by their series where they would cancel, by scaled exponentials elsewhere.
fn excess(square: Complex64) -> (Complex64, Complex64) {
    if square.norm_sqr() < 0.05 * 0.05 {
        let horner = |c: [f64; 6]| c.iter().rev().fold(Complex64::from(0.0), |sum, c| (sum + c) * square);
        return (
            horner([1.0 / 3.0, -1.0 / 45.0, 2.0 / 945.0, -1.0 / 4725.0, 2.0 / 93_555.0, -1382.0 / 638_512_875.0]),
            horner([
                1.0 / 6.0,
                -7.0 / 360.0,
                31.0 / 15_120.0,
                -127.0 / 604_800.0,
                73.0 / 3_421_440.0,
                -1_414_477.0 / 653_837_184_000.0,
            ]),
        );
    }
    let g = sqrt_complex(square);
    let e = exp_complex(-g);
    let e2 = e * e;
    (g * (1.0 + e2) / (1.0 - e2) - 1.0, 1.0 - 2.0 * g * e / (1.0 - e2))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn series_and_exponentials_meet() {
        let (a, b) = (excess(Complex64::new(0.0, 0.049_999_999)), excess(Complex64::new(0.0, 0.050_000_001)));
        let slope = |x: Complex64, y: Complex64| ((y - x) / (x * 4e-8) - 1.0).norm();
        assert!((a.0 - b.0).norm() / a.0.norm() < 5e-8 && (a.1 - b.1).norm() / a.1.norm() < 5e-8);
        assert!(slope(a.0, b.0) < 0.02 && slope(a.1, b.1) < 0.02);
    }
}
