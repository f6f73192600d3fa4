//! The general electrode: a two-rail film between the metal and the electrolyte.
//!
//! Terminals: metal | ion rail `R_in || C_in`; metal | electron rail a wire; ion rail | electrolyte `R_out || C_out`; electron
//! rail | electrolyte the surface's reactions. SEI and anti-SEI are two corners of it; with `C_chem -> 0` and
//! `R_ion -> inf` it is the study's circuit.

use num_complex::Complex64;

use crate::film::rails::{Mesh, mesh};

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

    /// Derivative of the admittance in the direction in which `r` and `c` change.
    fn slope(&self, change: &Interface, w: f64) -> Complex64 {
        Complex64::new(-change.r / (self.r * self.r), w * change.c)
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

/// The network with a unit current through it.
struct Solved {
    line: Mesh,
    inner: Complex64,
    outer: Complex64,
    /// Voltage of the metal against the electrolyte: the impedance.
    metal: Complex64,
    /// Voltage of the electron rail's outer end.
    electrons: Complex64,
    /// Voltage of the ion rail's outer end.
    ions: Complex64,
    /// Voltage over the inner interface.
    drop: Complex64,
}

impl TwoRailFilm {
    /// Impedance at an angular frequency `w` with a surface admittance (S/cm²) on the electron rail, and who contributes it:
    /// with a unit current, a branch contributes `y v²`.
    pub fn contributions(&self, w: f64, surface: Complex64) -> Contributions {
        let Solved { inner, outer, metal: impedance, electrons: vs, ions: vb, drop, .. } = self.solved(w, surface);
        let (inner, outer_ion, reaction) = (inner * drop * drop, outer * vb * vb, surface * vs * vs);
        Contributions { impedance, film: impedance - inner - outer_ion - reaction, inner, outer_ion, reaction }
    }

    /// Impedance, and its exact derivative in the direction in which the film's parameters and the surface's admittance
    /// change: with a unit current each admittance `y` that changes gives `-v² dy` (Tellegen's theorem for a reciprocal network).
    pub fn impedance_and_slope(
        &self,
        w: f64,
        surface: Complex64,
        change: &TwoRailFilm,
        surface_change: Complex64,
    ) -> (Complex64, Complex64) {
        let Solved { line, metal: vm, electrons: vs, ions: vb, drop, .. } = self.solved(w, surface);
        let va = vm - drop;
        let values = [self.r_ion, self.r_el, self.c_chem];
        let by = line.slope(values, [change.r_ion, change.r_el, change.c_chem], w);
        let along_electrons = by.electrons + Complex64::new(0.0, w * change.c_film);
        let square = |v: Complex64| v * v;
        let slope = self.inner.slope(&change.inner, w) * square(drop)
            + self.outer_ion.slope(&change.outer_ion, w) * square(vb)
            + surface_change * square(vs)
            + along_electrons * square(vm - vs)
            + by.ions * square(va - vb)
            + by.same_end * (square(drop) + square(vb - vs))
            + by.across * (square(vm - vb) + square(va - vs));
        (vm, -slope)
    }

    fn solved(&self, w: f64, surface: Complex64) -> Solved {
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
        let metal = 1.0 / (m0 + ms3 * s0 / (ms3 + s0));
        let electrons = ms3 * metal / (ms3 + s0);
        let ions = (mb2 * metal + bs2 * electrons) / at_b;
        // The drop over the inner interface, from what leaves node a, so that it does not cancel.
        let drop = (ab * (metal - ions) + a_s * (metal - electrons)) / at_a;
        Solved { line, inner, outer, metal, electrons, ions, drop }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Film and surface admittance from ten numbers.
    fn film(p: &[f64; 10]) -> (TwoRailFilm, Complex64) {
        let [r_ion, r_el, c_chem, c_film, r_in, c_in, r_out, c_out, re, im] = *p;
        let (inner, outer_ion) = (Interface { r: r_in, c: c_in }, Interface { r: r_out, c: c_out });
        (TwoRailFilm { r_ion, r_el, c_chem, c_film, inner, outer_ion }, Complex64::new(re, im))
    }

    /// Against central differences of sixth order, which leave about 1e-12 here.
    #[test]
    fn slopes_agree_with_differences() {
        let mixed = [3e3, 2e3, 2e-5, 6e-7, 40.0, 3e-6, 15.0, 1e-5, 1e-3, 2e-4];
        let insulating = [1e6, 2e3, 1e-8, 6e-7, 2e4, 3e-5, 1.0, 1e-5, 5e-5, 1e-5];
        for values in [mixed, insulating] {
            for w in [1e-3, 0.3, 7.0, 210.0, 5e3, 8e5, 3e7] {
                for (k, value) in values.iter().enumerate() {
                    let mut direction = [0.0; 10];
                    direction[k] = 1.0;
                    let ((at, surface), (change, surface_change)) = (film(&values), film(&direction));
                    let (z, slope) = at.impedance_and_slope(w, surface, &change, surface_change);
                    let h = 4e-3 * value;
                    let moved = |steps: f64| {
                        let mut values = values;
                        values[k] += steps * h;
                        let (film, surface) = film(&values);
                        film.contributions(w, surface).impedance
                    };
                    let difference = |steps: f64| moved(steps) - moved(-steps);
                    let numeric = (difference(1.0) * 45.0 - difference(2.0) * 9.0 + difference(3.0)) / (60.0 * h);
                    let off = (slope - numeric).norm() * value / z.norm();
                    assert!(off < 1e-11, "parameter {k} at {w}: {slope} or {numeric}, {off:e}");
                }
            }
        }
    }

    #[test]
    fn slope_by_the_chemical_capacitance_exists_where_there_is_none() {
        let none = film(&[3e3, 2e3, 0.0, 6e-7, 40.0, 3e-6, 15.0, 1e-5, 1e-3, 2e-4]);
        let little = film(&[3e3, 2e3, 1e-12, 6e-7, 40.0, 3e-6, 15.0, 1e-5, 1e-3, 2e-4]);
        let (change, still) = film(&[0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]);
        let slope = |of: &(TwoRailFilm, Complex64)| of.0.impedance_and_slope(20.0, of.1, &change, still).1;
        assert!((slope(&none) / slope(&little) - 1.0).norm() < 1e-6);
    }
}
