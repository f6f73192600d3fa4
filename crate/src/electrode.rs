//! A film with the reactions on it: one electrode.
//!
//! The study's circuit: `[1/R_ion + 1/R_el + jwC_film]⁻¹ + [1/R_ct + T(jw)^P]⁻¹ + R_pore` and diffusion in the pores.
//! A dissolved redox species takes and gives electrons only, so only the electrons that cross the film reach it. Film and
//! surface are therefore two columns side by side, of ions and of electrons, each with its share `t_e` or `1 - t_e` of
//! the film and of the surface; the redox reaction stands on the electrons' column. Without it the two columns are the
//! study's circuit again; on an anti-SEI (`t_e = 1`) it adds to the charge transfer; on an SEI (`t_e = 0`) it does nothing.

pub mod reaction;

use core::f64::consts::PI;

use num_complex::Complex64;

use crate::film::CompactFilm;
use crate::film::porous::Diffusion;
use crate::math::{exp, ln, pow_j};

/// One electrode: resistances in Ω·cm², conductances in S/cm², capacitances in F/cm².
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Electrode {
    /// The compact film; nothing on bare glassy carbon.
    pub film: Option<CompactFilm>,
    /// Charge-transfer resistance R_ct of the metal's reaction.
    pub charge_transfer: f64,
    /// T of the surface's constant-phase element, S s^P/cm².
    pub cpe: f64,
    /// P of the surface's constant-phase element.
    pub exponent: f64,
    /// Conductance of the dissolved redox couple's charge transfer; 0 without it.
    pub redox_conductance: f64,
    /// Capacitance that the redox couple adds to the surface.
    pub redox_capacitance: f64,
    /// Ohmic resistance of the pores.
    pub pores: f64,
    /// Diffusion in the pores.
    pub pore_diffusion: Option<Diffusion>,
}

impl Electrode {
    /// The shares of film and surface reaction in the impedance at an angular frequency `w`.
    pub fn film_and_reaction(&self, w: f64) -> (Complex64, Complex64) {
        let surface = 1.0 / self.charge_transfer + self.cpe * pow_j(w, self.exponent);
        let redox = Complex64::new(self.redox_conductance, w * self.redox_capacitance);
        self.divide(self.film.map(|f| f.admittance(w)), surface, redox)
    }

    /// The same for a steady current.
    pub fn steady_film_and_reaction(&self) -> (f64, f64) {
        let surface = Complex64::from(1.0 / self.charge_transfer);
        let film = self.film.map(|f| Complex64::from(f.total));
        let (film, reaction) = self.divide(film, surface, Complex64::from(self.redox_conductance));
        (film.re, reaction.re)
    }

    /// Where the surface's arc is highest, Hz.
    pub fn reaction_peak_hz(&self) -> f64 {
        let resistance = self.steady_film_and_reaction().1;
        if self.redox_conductance == 0.0 {
            return reaction::peak_hz(self.charge_transfer, self.cpe, self.exponent);
        }
        // No closed form once a capacitance stands beside the CPE: golden section about the R || CPE peak.
        let guess = ln(reaction::peak_hz(resistance, self.cpe, self.exponent));
        let height = |x: f64| -self.film_and_reaction(2.0 * PI * exp(x)).1.im;
        let (mut low, mut high) = (guess - 12.0, guess + 3.0);
        const SECTION: f64 = 0.618_033_988_749_894_8;
        for _ in 0..40 {
            let (a, b) = (high - SECTION * (high - low), low + SECTION * (high - low));
            if height(a) > height(b) { high = b } else { low = a }
        }
        exp((low + high) / 2.0)
    }

    /// Impedances of film and surface from their admittances. What a part contributes is its impedance times the square
    /// of the share of the current through it: these sum to the whole exactly.
    fn divide(&self, film: Option<Complex64>, surface: Complex64, redox: Complex64) -> (Complex64, Complex64) {
        let zero = Complex64::from(0.0);
        let (Some(film), Some(t)) = (film, self.film.map(|f| f.transference())) else {
            return (zero, 1.0 / (surface + redox));
        };
        if redox == zero || t == 0.0 {
            return (1.0 / film, 1.0 / surface);
        }
        if t == 1.0 {
            return (1.0 / film, 1.0 / (surface + redox));
        }
        let series = |a: Complex64, b: Complex64| 1.0 / (1.0 / a + 1.0 / b);
        let (electrons, ions) = (series(film * t, surface * t + redox), series(film * (1.0 - t), surface * (1.0 - t)));
        let share = electrons / (electrons + ions);
        let rest = 1.0 - share;
        (
            share * share / (film * t) + rest * rest / (film * (1.0 - t)),
            share * share / (surface * t + redox) + rest * rest / (surface * (1.0 - t)),
        )
    }
}
