//! A film with the reactions on it: one electrode.
//!
//! The study's circuit: `[1/R_ion + 1/R_el + jwC_film]⁻¹ + [1/R_ct + T(jw)^P]⁻¹ + R_pore` and diffusion in the pores.
//! A dissolved redox species takes and gives electrons only, so only the electrons that cross the film reach it. Film and
//! surface are therefore two columns side by side, of ions and of electrons, each with its share `t_e` or `1 - t_e` of
//! the film and of the surface; the redox reaction stands on the electrons' column. Without it the two columns are the
//! study's circuit again; on an anti-SEI (`t_e = 1`) it adds to the charge transfer; on an SEI (`t_e = 0`) it does nothing.
//! The two-rail film ([`two_rail`]) needs no such rule: there the redox species stands on the electron rail by itself.

pub mod kinetics;
pub mod raw;
pub mod reaction;
pub mod two_rail;

use core::f64::consts::PI;

use num_complex::Complex64;

use self::two_rail::TwoRailFilm;
use crate::error::{Code, Error, Result};
use crate::film::CompactFilm;
use crate::film::porous::Diffusion;
use crate::math::{PowJ, exp, ln};

/// The compact film of an electrode.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Film {
    /// No film: bare glassy carbon.
    None,
    /// The study's reading: ions and electrons in parallel.
    Lumped(CompactFilm),
    /// Ions and electrons on two rails.
    TwoRail(TwoRailFilm),
}

/// What each process contributes to an electrode's impedance, Ω·cm²: its impedance times the square of its share of the
/// current, so that all sum to the whole.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Shares {
    /// The compact film.
    pub film: Complex64,
    /// Metal | ion rail (two rails only).
    pub inner: Complex64,
    /// Ion rail | electrolyte (two rails only).
    pub outer_ion: Complex64,
    /// The reactions on the outer surface.
    pub reaction: Complex64,
}

/// One electrode: resistances in Ω·cm², conductances in S/cm², capacitances in F/cm².
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Electrode {
    /// The compact film.
    pub film: Film,
    /// Charge-transfer resistance R_ct of the metal's reaction.
    pub charge_transfer: f64,
    /// T of the surface's constant-phase element, S s^P/cm².
    pub cpe: f64,
    /// `(jw)^P` of the surface's constant-phase element.
    pub power: PowJ,
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
    /// What film and reactions contribute at an angular frequency `w` (rad/s); 0 is a steady current.
    pub fn shares(&self, w: f64) -> Shares {
        let surface = 1.0 / self.charge_transfer + self.cpe * self.power.at(w);
        let redox = Complex64::new(self.redox_conductance, w * self.redox_capacitance);
        let zero = Complex64::from(0.0);
        let (film, reaction) = match &self.film {
            Film::None => (zero, 1.0 / (surface + redox)),
            Film::Lumped(film) => columns(film.admittance(w), film.transference(), surface, redox),
            Film::TwoRail(film) => {
                let c = film.contributions(w, surface + redox);
                return Shares { film: c.film, inner: c.inner, outer_ion: c.outer_ion, reaction: c.reaction };
            }
        };
        Shares { film, inner: zero, outer_ion: zero, reaction }
    }

    /// Where the arc of the reactions on the surface is highest, Hz, as if all of the current crossed them: the redox couple's
    /// with the metal's, unless no electron comes out of the film.
    pub fn reaction_peak_hz(&self) -> f64 {
        let reached = match &self.film {
            Film::Lumped(film) => film.transference() > 0.0,
            Film::None | Film::TwoRail(_) => true,
        };
        let (conductance, capacitance) =
            if reached { (self.redox_conductance, self.redox_capacitance) } else { (0.0, 0.0) };
        let conductance = 1.0 / self.charge_transfer + conductance;
        let guess = reaction::peak_hz(1.0 / conductance, self.cpe, self.power.exponent());
        if capacitance == 0.0 {
            return guess;
        }
        // No closed form once a capacitance stands beside the CPE.
        let height = |w: f64| {
            let own = conductance + self.cpe * self.power.at(w) + Complex64::new(0.0, w * capacitance);
            -(1.0 / own).im
        };
        highest(&height).unwrap_or(guess)
    }

    /// Whether film and surface stand in series, all of the current through both: then the arc of each is its own. On two rails,
    /// and where a redox couple reaches the electrons of a film that lets both through, their shares of the current change with frequency.
    pub fn in_series(&self) -> bool {
        match &self.film {
            Film::None => true,
            Film::Lumped(film) => {
                let t = film.transference();
                t == 0.0 || t == 1.0 || (self.redox_conductance == 0.0 && self.redox_capacitance == 0.0)
            }
            Film::TwoRail(_) => false,
        }
    }

    /// Where what a process contributes is highest, Hz, whatever its share of the current; nothing where that has no arc
    /// between 1e-9 and 1e12 Hz.
    pub fn peak_hz(&self, process: fn(&Shares) -> Complex64) -> Option<f64> {
        highest(&|w| -process(&self.shares(w)).im)
    }
}

/// Where a function of the angular frequency is highest, Hz: its tops among every quarter of a decade between 1e-9 and 1e12 Hz,
/// each by golden section, and the highest of them. Nothing without a top above zero, or where an end stands higher.
fn highest(height: &dyn Fn(f64) -> f64) -> Option<f64> {
    const STEPS: usize = 84;
    const SECTION: f64 = 0.618_033_988_749_894_8;
    let (lowest, step) = (ln(2.0 * PI * 1e-9), ln(1e21) / STEPS as f64);
    let at = |i: usize| lowest + i as f64 * step;
    let heights: Vec<f64> = (0..=STEPS).map(|i| height(exp(at(i)))).collect();
    let tops = (1..STEPS).filter(|&i| heights[i] > 0.0 && heights[i] >= heights[i - 1] && heights[i] > heights[i + 1]);
    tops.map(|i| {
        let (mut low, mut high) = (at(i - 1), at(i + 1));
        for _ in 0..30 {
            let (a, b) = (high - SECTION * (high - low), low + SECTION * (high - low));
            if height(exp(a)) > height(exp(b)) { high = b } else { low = a }
        }
        exp((low + high) / 2.0)
    })
    .max_by(|a, b| height(*a).total_cmp(&height(*b)))
    .filter(|w| height(*w) >= heights[0].max(heights[STEPS]))
    .map(|w| w / (2.0 * PI))
}

/// Contributions of film and surface, from their admittances, the electrons' share `t` of the film's conductance, and the
/// redox species' admittance on the electrons' column.
fn columns(film: Complex64, t: f64, surface: Complex64, redox: Complex64) -> (Complex64, Complex64) {
    if redox == Complex64::from(0.0) || t == 0.0 {
        return (1.0 / film, 1.0 / surface);
    }
    if t == 1.0 {
        return (1.0 / film, 1.0 / (surface + redox));
    }
    let rest = 1.0 - t;
    let series = |a: Complex64, b: Complex64| a * b / (a + b);
    let (electrons, ions) = (series(film * t, surface * t + redox), series(film * rest, surface * rest));
    let (e, i) = (electrons / (electrons + ions), ions / (electrons + ions));
    (e * e / (film * t) + i * i / (film * rest), e * e / (surface * t + redox) + i * i / (surface * rest))
}

/// Refuses frequencies (Hz) that are not positive numbers the model can compute with.
pub fn check_frequency(frequency: &[f64]) -> Result<()> {
    match frequency.iter().enumerate().find(|(_, f)| !(**f >= 1e-9 && **f <= 1e12)) {
        None => Ok(()),
        Some((i, f)) => Err(Error::new(
            Code::OutOfRange,
            format!("Frequency {} of {} is {f} Hz, but must lie between 1e-9 and 1e12 Hz.", i + 1, frequency.len()),
        )),
    }
}
