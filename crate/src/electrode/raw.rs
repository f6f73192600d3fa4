//! One electrode from the raw values of its circuit, as other programs would give them.

use num_complex::Complex64;
use serde::Deserialize;

use super::two_rail::{Interface, TwoRailFilm};
use crate::error::{Error, Result};
use crate::film::{BLOCKED_OHM_CM2, CompactFilm};
use crate::math::PowJ;

/// The study's lumped circuit of one electrode.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Lumped {
    /// Resistance of the film to ions, Ω·cm².
    pub r_ion: f64,
    /// Resistance of the film to electrons, Ω·cm².
    pub r_el: f64,
    /// Dielectric capacitance of the film, F/cm².
    pub c_film: f64,
    /// Charge-transfer resistance, Ω·cm².
    pub r_ct: f64,
    /// T of the surface's CPE, S s^P/cm².
    pub q: f64,
    /// P of the surface's CPE.
    pub n: f64,
    /// Resistance of the pores, Ω·cm².
    pub r_pore: f64,
}

/// A charge-transfer resistance (Ω·cm²) beside a CPE (S s^P/cm²).
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Surface {
    /// Resistance, Ω·cm².
    pub r: f64,
    /// T of the CPE, S s^P/cm².
    pub q: f64,
    /// P of the CPE.
    pub n: f64,
}

/// The two-rail circuit of one electrode.
#[derive(Debug, Clone, Copy, PartialEq, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TwoRail {
    /// Resistance of the ion rail, Ω·cm².
    pub r_ion: f64,
    /// Resistance of the electron rail, Ω·cm².
    pub r_el: f64,
    /// Chemical capacitance, F/cm².
    pub c_chem: f64,
    /// Dielectric capacitance of the film, F/cm².
    pub c_film: f64,
    /// Metal | ion rail.
    pub inner: Interface,
    /// Ion rail | electrolyte.
    pub outer_ion: Interface,
    /// Electron rail | electrolyte.
    pub outer_el: Surface,
    /// Resistance of the pores, Ω·cm².
    pub r_pore: f64,
}

impl Lumped {
    /// Impedance, Ω·cm², at frequencies (Hz). Resistances 1e-3 to 1e15 Ω·cm² (pores from 0), capacitances 0 to 1e6 F/cm², exponents 0 to 1.
    pub fn impedance(&self, frequency: &[f64]) -> Result<Vec<Complex64>> {
        resistances(&[("r_ion", self.r_ion), ("r_el", self.r_el), ("r_ct", self.r_ct)])?;
        capacitances(&[("c_film", self.c_film), ("q", self.q)])?;
        rest(self.n, self.r_pore)?;
        let film = CompactFilm::new(1.0 / self.r_ion, 1.0 / self.r_el, self.c_film);
        let power = PowJ::new(self.n);
        sweep(frequency, |w| self.r_pore + 1.0 / film.admittance(w) + 1.0 / (1.0 / self.r_ct + self.q * power.at(w)))
    }
}

impl TwoRail {
    /// Impedance, Ω·cm², at frequencies (Hz); ranges as of [`Lumped::impedance`].
    pub fn impedance(&self, frequency: &[f64]) -> Result<Vec<Complex64>> {
        resistances(&[
            ("r_ion", self.r_ion),
            ("r_el", self.r_el),
            ("inner.r", self.inner.r),
            ("outer_ion.r", self.outer_ion.r),
            ("outer_el.r", self.outer_el.r),
        ])?;
        capacitances(&[
            ("c_chem", self.c_chem),
            ("c_film", self.c_film),
            ("inner.c", self.inner.c),
            ("outer_ion.c", self.outer_ion.c),
            ("outer_el.q", self.outer_el.q),
        ])?;
        rest(self.outer_el.n, self.r_pore)?;
        let TwoRail { r_ion, r_el, c_chem, c_film, inner, outer_ion, outer_el, r_pore } = *self;
        let film = TwoRailFilm { r_ion, r_el, c_chem, c_film, inner, outer_ion };
        let power = PowJ::new(outer_el.n);
        sweep(frequency, |w| r_pore + film.contributions(w, 1.0 / outer_el.r + outer_el.q * power.at(w)).impedance)
    }
}

fn sweep(frequency: &[f64], impedance: impl Fn(f64) -> Complex64) -> Result<Vec<Complex64>> {
    super::check_frequency(frequency)?;
    Ok(frequency.iter().map(|f| impedance(2.0 * core::f64::consts::PI * f)).collect())
}

fn resistances(values: &[(&str, f64)]) -> Result<()> {
    values.iter().try_for_each(|(name, r)| Error::unless_within(name, *r, 1e-3, BLOCKED_OHM_CM2, "ohm cm2"))
}

fn capacitances(values: &[(&str, f64)]) -> Result<()> {
    values.iter().try_for_each(|(name, c)| Error::unless_within(name, *c, 0.0, 1e6, "F/cm2"))
}

fn rest(n: f64, r_pore: f64) -> Result<()> {
    Error::unless_within("n", n, 0.0, 1.0, "")?;
    Error::unless_within("r_pore", r_pore, 0.0, BLOCKED_OHM_CM2, "ohm cm2")
}
