//! The general electrode: a two-rail film between the metal and the electrolyte.
//!
//! Terminals: metal | ion rail `R_in || C_in`; metal | electron rail a wire; ion rail | electrolyte `R_out || C_out`; electron
//! rail | electrolyte the surface's reactions. SEI and anti-SEI are two corners of it; with `C_chem -> 0` and
//! `R_ion -> inf` it is the study's circuit.

use num_complex::Complex64;

use crate::film::rails::mesh;

/// A resistance (Ω·cm²) and a capacitance (F/cm²) side by side.
#[derive(Debug, Clone, Copy, PartialEq, serde::Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Interface {
    /// Resistance, Ω·cm².
    pub r: f64,
    /// Capacitance, F/cm².
    pub c: f64,
}

impl Interface {
    /// Where its own arc is highest, Hz.
    pub fn peak_hz(&self) -> f64 {
        1.0 / (2.0 * core::f64::consts::PI * self.r * self.c)
    }

    fn admittance(&self, w: f64) -> Complex64 {
        Complex64::new(1.0 / self.r, w * self.c)
    }
}

/// The film and its ionic interfaces.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct TwoRailFilm {
    /// Resistance of the ion rail, Ω·cm².
    pub r_ion: f64,
    /// Resistance of the electron rail, Ω·cm².
    pub r_el: f64,
    /// Chemical capacitance, F/cm².
    pub c_chem: f64,
    /// Dielectric capacitance, F/cm².
    pub c_film: f64,
    /// Where metal becomes ions at the film's inner side.
    pub inner: Interface,
    /// Where ions leave the film into the electrolyte.
    pub outer_ion: Interface,
}

/// What each process contributes to the impedance, Ω·cm²; the four sum to it.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Contributions {
    /// The whole.
    pub impedance: Complex64,
    /// The film between its interfaces.
    pub film: Complex64,
    /// The inner ionic interface.
    pub inner: Complex64,
    /// The outer ionic interface.
    pub outer_ion: Complex64,
    /// The reactions on the outer surface.
    pub reaction: Complex64,
}

impl TwoRailFilm {
    /// Impedance at an angular frequency `w` with a surface admittance (S/cm²) on the electron rail, and who contributes it:
    /// with a unit current, a branch contributes `y v²`.
    pub fn contributions(&self, w: f64, surface: Complex64) -> Contributions {
        let line = mesh(self.r_ion, self.r_el, self.c_chem, w);
        let (inner, outer) = (self.inner.admittance(w), self.outer_ion.admittance(w));
        // Nodes: metal m, electrolyte 0, the ion rail's ends a (inner) and b (outer), the electron rail's outer end s.
        let (ma, mb, ms) = (inner + line.same_end, line.across, line.electrons + Complex64::new(0.0, w * self.c_film));
        let (ab, a_s, bs) = (line.ions, line.across, line.same_end);
        // Star to mesh, node by node: sums and products of admittances only.
        let at_a = ma + ab + a_s;
        let (mb2, ms2, bs2) = (mb + ma * ab / at_a, ms + ma * a_s / at_a, bs + ab * a_s / at_a);
        let at_b = mb2 + bs2 + outer;
        let (ms3, m0, s0) = (ms2 + mb2 * bs2 / at_b, mb2 * outer / at_b, surface + bs2 * outer / at_b);
        let impedance = 1.0 / (m0 + ms3 * s0 / (ms3 + s0));
        let vm = impedance;
        let vs = ms3 * vm / (ms3 + s0);
        let vb = (mb2 * vm + bs2 * vs) / at_b;
        // The drop over the inner interface, from what leaves node a, so that it does not cancel.
        let drop = (ab * (vm - vb) + a_s * (vm - vs)) / at_a;
        let (inner, outer_ion, reaction) = (inner * drop * drop, outer * vb * vb, surface * vs * vs);
        Contributions { impedance, film: impedance - inner - outer_ion - reaction, inner, outer_ion, reaction }
    }
}
