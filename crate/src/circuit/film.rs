//! The films of the engine as circuit elements. They are per area: use them with impedances in Ω·cm².

use num_complex::Complex64;

use super::dual::{Dual, constant};
use super::frequency::Frequency;
use crate::electrode::two_rail::{Interface, TwoRailFilm};
use crate::film::dielectric;
use crate::film::tunnelling::{Barrier, simmons};

/// One S/m² in S/cm².
const PER_CM2: f64 = 1e-4;

/// The compact film, `1/(G + jw C)`: Simmons' conductance and `C = eps0 eps_r / d`, from d (nm), phi (eV), the effective
/// mass and eps_r. Where Simmons' formula has failed the result is not a number, and is refused as such.
pub fn compact(f: Frequency, p: &[Dual]) -> Dual {
    let [d, phi, mass, eps_r] = [p[0], p[1], p[2], p[3]];
    let barrier = Barrier { thickness: d.v.re * 1e-9, height: phi.v.re, mass: mass.v.re };
    let a = simmons::validity(&barrier);
    if a <= 2.0 {
        return Dual { v: Complex64::new(f64::NAN, 0.0), d: Complex64::ZERO };
    }
    let conductance = simmons::conductance(&barrier) * PER_CM2;
    // G is in proportion to (a/2 - 1) exp(-a)/d², and a to d sqrt(phi m).
    let relative = |x: Dual| x.d.re / x.v.re;
    let by_a = a * (1.0 / (a - 2.0) - 1.0);
    let change = by_a * (relative(d) + 0.5 * (relative(phi) + relative(mass))) - 2.0 * relative(d);
    let capacitance = f.w * dielectric::capacitance(d.v.re * 1e-9, eps_r.v.re);
    let admittance = Complex64::new(conductance, capacitance);
    let derivative = Complex64::new(conductance * change, capacitance * (relative(eps_r) - relative(d)));
    let v = 1.0 / admittance;
    Dual { v, d: -derivative * v * v }
}

/// The two-rail film with its interfaces and the surface's reaction: the electrode's own network and its exact derivative.
pub fn two_rails(f: Frequency, p: &[Dual]) -> Dual {
    let film = rails(p, |x| x.v.re);
    let surface = constant(1.0) / p[8] + p[9] * f.jw_pow(p[10]);
    if p.iter().all(|x| x.d == Complex64::ZERO) {
        return constant(film.contributions(f.w, surface.v).impedance);
    }
    let (v, d) = film.impedance_and_slope(f.w, surface.v, &rails(p, |x| x.d.re), surface.d);
    Dual { v, d }
}

/// The film from one part, value or derivative, of its parameters.
fn rails(p: &[Dual], part: fn(&Dual) -> f64) -> TwoRailFilm {
    let [r_ion, r_el, c_chem, c_film, r_in, c_in, r_out, c_out] = core::array::from_fn(|i| part(&p[i]));
    let (inner, outer_ion) = (Interface { r: r_in, c: c_in }, Interface { r: r_out, c: c_out });
    TwoRailFilm { r_ion, r_el, c_chem, c_film, inner, outer_ion }
}
