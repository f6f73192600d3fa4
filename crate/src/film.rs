//! The films on the metal: a compact one that ions and electrons must cross, and a porous one above it.
//!
//! Thicknesses in m, barriers in eV, resistances in Ω·cm² and capacitances in F/cm² of geometric electrode area,
//! unless a name says otherwise.

pub mod dielectric;
pub mod porous;
pub mod rails;
pub mod tunnelling;

use num_complex::Complex64;

/// What "blocked" means in numbers: no path of the model resists more than this, Ω·cm².
pub const BLOCKED_OHM_CM2: f64 = 1e15;

/// A compact film as the impedance of one electrode sees it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct CompactFilm {
    /// What ions carry, S/cm².
    pub ionic_conductance: f64,
    /// What electrons carry, S/cm².
    pub electronic_conductance: f64,
    /// What both carry, S/cm²: kept beside its parts so that a film and its twin are equal to the last digit.
    pub total: f64,
    /// Dielectric capacitance, F/cm².
    pub capacitance: f64,
}

impl CompactFilm {
    /// A film from what ions and electrons carry (S/cm²) and its capacitance (F/cm²).
    pub fn new(ionic_conductance: f64, electronic_conductance: f64, capacitance: f64) -> Self {
        let total = ionic_conductance + electronic_conductance;
        CompactFilm { ionic_conductance, electronic_conductance, total, capacitance }
    }

    /// `1/R_ion + 1/R_el + jwC`, S/cm², at the angular frequency `w`: the paper's reading, ions and electrons in
    /// parallel. The sum does not know which of the two carries: that is why an SEI and its anti-SEI twin look alike.
    pub fn admittance(&self, w: f64) -> Complex64 {
        Complex64::new(self.total, w * self.capacitance)
    }

    /// Resistance of the film to a steady current, Ω·cm².
    pub fn resistance(&self) -> f64 {
        1.0 / self.total
    }

    /// Electronic transference number: the electrons' share of the steady current through the film, 0 to 1.
    pub fn transference(&self) -> f64 {
        self.electronic_conductance / self.total
    }

    /// Whether electrons carry most of the steady current: what an anti-SEI is.
    pub fn carries_electrons(&self) -> bool {
        self.transference() >= 0.5
    }

    /// Where the film's own arc is highest, Hz: `1/(2 pi R C)`, whatever the roughness.
    pub fn peak_hz(&self) -> f64 {
        1.0 / (2.0 * core::f64::consts::PI * self.resistance() * self.capacitance)
    }
}
