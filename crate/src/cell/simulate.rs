//! The impedance of a cell, process by process.

use core::f64::consts::PI;

use num_complex::Complex64;

use super::parameters::{Cell, Conduction, Geometry, Metal, Model, Transport};
use crate::electrode::two_rail::{Interface, TwoRailFilm};
use crate::electrode::{Electrode, Film, Shares, check_frequency, reaction};
use crate::error::Result;
use crate::film::porous::{self, Diffusion};
use crate::film::tunnelling::{Barrier, Law, wkb};
use crate::film::{BLOCKED_OHM_CM2, CompactFilm, dielectric};
use crate::math::PowJ;

/// Nanometre in m and in cm, micrometre in cm, µF in F, mol/L in mol/cm³, mS in S.
const NM: f64 = 1e-9;
const NM_IN_CM: f64 = 1e-7;
const UM_IN_CM: f64 = 1e-4;
const MICRO: f64 = 1e-6;
const MILLI: f64 = 1e-3;

/// Concentration at which polysulfide's parameters are given, mol/L.
pub const POLYSULFIDE_REFERENCE_MOL_PER_L: f64 = 0.1;

/// One process of a cell.
#[derive(Debug, Clone, PartialEq)]
pub struct Part {
    /// Its id: `electrolyte`, `separator-diffusion`, `film`, `inner-interface`, `outer-interface`, `charge-transfer`, `pores`,
    /// `pore-diffusion`.
    pub name: &'static str,
    /// Its impedance, Ω·cm², at the frequencies asked for.
    pub impedance: Vec<Complex64>,
    /// Its resistance to a steady current, Ω·cm².
    pub resistance: f64,
    /// Where its arc in this cell is highest, Hz; nothing for a pure resistance.
    pub peak_hz: Option<f64>,
}

/// What transport says of the film, S/cm².
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct FilmConductance {
    /// Simmons' law; nothing where it has failed.
    pub simmons: Option<f64>,
    /// WKB at the cell's temperature.
    pub wkb: f64,
    /// Share of the WKB conductance that goes over the barrier.
    pub thermionic_share: f64,
}

/// The impedance of a cell and of its parts.
#[derive(Debug, Clone, PartialEq)]
pub struct Simulation {
    /// Impedance of the whole, Ω·cm².
    pub impedance: Vec<Complex64>,
    /// The processes; they sum to the whole.
    pub parts: Vec<Part>,
    /// Resistance of the whole to a steady current, Ω·cm².
    pub dc_resistance: f64,
    /// Which cell the numbers belong to.
    pub geometry: Geometry,
    /// The film's electronic conductance by both laws.
    pub film_conductance: FilmConductance,
    /// What a reader of these numbers must know.
    pub warnings: Vec<String>,
}

impl Cell {
    /// The tunnelling barrier of the film.
    pub fn barrier(&self) -> Barrier {
        Barrier { thickness: self.thickness_nm * NM, height: self.barrier_ev, mass: self.effective_mass }
    }

    /// The transport law of the film's electrons as chosen. (Simmons' may have failed: see [`Law::conductance`].)
    pub fn law(&self) -> Law {
        match self.transport {
            Transport::Simmons => Law::Simmons(self.barrier()),
            Transport::Wkb => Law::Wkb(self.barrier(), self.temperature_k),
            Transport::Fixed => Law::Fixed(self.fixed_resistance_ohm_cm2),
        }
    }

    /// The transport law in use: where Simmons' formula has failed, the WKB law in its place.
    pub fn law_or_wkb(&self) -> Law {
        let law = self.law();
        if law.conductance().is_ok() { law } else { Law::Wkb(self.barrier(), self.temperature_k) }
    }

    /// The SEI twin: the same film, in which ions carry all that electrons and ions carried and electrons are blocked.
    /// In the study's circuit its spectrum at open circuit is the same to the last digit.
    pub fn sei_twin(&self) -> Cell {
        Cell { conduction: Conduction::Ions, ..*self }
    }

    /// Electrons per ion of the metal.
    pub fn electrons(&self) -> f64 {
        if self.metal == Metal::Lithium { 1.0 } else { 2.0 }
    }

    /// Concentration of the reacting ion, mol/cm³.
    fn concentration(&self) -> f64 {
        self.ion_mol_per_l * MILLI
    }

    /// Charge-transfer resistance of the metal's reaction on one electrode, Ω·cm²; blocked on glassy carbon.
    pub fn charge_transfer_ohm_cm2(&self) -> f64 {
        if self.metal == Metal::GlassyCarbon {
            return BLOCKED_OHM_CM2;
        }
        let n = self.electrons();
        let j0 = reaction::exchange_current(n, self.rate_cm_per_s, self.concentration());
        reaction::charge_transfer_resistance(n, j0, self.active_share, self.temperature_k).min(BLOCKED_OHM_CM2)
    }

    /// Sets the rate so that the charge-transfer resistance of one wholly active electrode is this, Ω·cm².
    pub(crate) fn with_charge_transfer(mut self, resistance: f64) -> Cell {
        self.rate_cm_per_s = reaction::rate(self.electrons(), resistance, self.concentration(), self.temperature_k);
        self
    }

    /// The compact film, with what to know of its conductance.
    fn film(&self, warnings: &mut Vec<String>) -> (Option<CompactFilm>, FilmConductance) {
        let barrier = self.barrier();
        let thermal = wkb::conductance(&barrier, self.temperature_k);
        let simmons = Law::Simmons(barrier).conductance();
        let wkb = thermal.total * 1e-4;
        let known = FilmConductance {
            simmons: simmons.as_ref().ok().copied(),
            wkb,
            thermionic_share: if thermal.total > 0.0 { thermal.thermionic / thermal.total } else { 0.0 },
        };
        if self.metal == Metal::GlassyCarbon {
            return (None, known);
        }
        let electronic = match (self.transport, simmons) {
            (Transport::Fixed, _) => 1.0 / self.fixed_resistance_ohm_cm2,
            (Transport::Wkb, _) => wkb,
            (Transport::Simmons, Err(failed)) => {
                warnings.push(format!("{} The WKB law is used instead.", failed.message));
                wkb
            }
            (Transport::Simmons, Ok(simmons)) => {
                let ratio = wkb / simmons;
                if !(1.0 / 3.0..=3.0).contains(&ratio) {
                    warnings.push(format!(
                        "At {} K the WKB law gives {} times the conductance of Simmons' law{}: Simmons' number is outside its validity here.",
                        self.temperature_k,
                        digits(ratio),
                        if known.thermionic_share > 0.5 { ", most of it by emission over the barrier" } else { "" }
                    ));
                }
                simmons
            }
        };
        // A path is never better than a wire nor worse than blocked.
        let electronic = electronic.clamp(1.0 / BLOCKED_OHM_CM2, 1e15);
        let ionic = 1.0 / self.ionic_resistance_ohm_cm2;
        let total = ionic + electronic;
        let (ionic, electronic) = match self.conduction {
            Conduction::Own => (ionic, electronic),
            Conduction::Ions => (total, 0.0),
            Conduction::Shared => (total * (1.0 - self.electronic_transference), total * self.electronic_transference),
        };
        let capacitance = dielectric::capacitance(barrier.thickness, self.relative_permittivity);
        (Some(CompactFilm { ionic_conductance: ionic, electronic_conductance: electronic, total, capacitance }), known)
    }

    /// One electrode of the cell.
    pub fn electrode(&self) -> Electrode {
        self.electrode_with(self.compact_film())
    }

    /// The compact film; nothing on glassy carbon.
    pub fn compact_film(&self) -> Option<CompactFilm> {
        self.film(&mut Vec::new()).0
    }

    fn electrode_with(&self, film: Option<CompactFilm>) -> Electrode {
        let share = (self.polysulfide_mol_per_l / POLYSULFIDE_REFERENCE_MOL_PER_L).sqrt();
        // Eq. 1 turns the capacitance into the CPE with the resistance of the surface as it is without polysulfide.
        let resistance = self.charge_transfer_ohm_cm2();
        let reference =
            if self.metal == Metal::GlassyCarbon { self.polysulfide_resistance_ohm_cm2 } else { resistance };
        let film = match (film, self.model) {
            (None, _) => Film::None,
            (Some(film), Model::Lumped) => Film::Lumped(film),
            (Some(film), Model::TwoRail) => Film::TwoRail(TwoRailFilm {
                r_ion: (1.0 / film.ionic_conductance).min(BLOCKED_OHM_CM2),
                r_el: (1.0 / film.electronic_conductance).min(BLOCKED_OHM_CM2),
                c_chem: self.chemical_capacitance_uf_per_cm2 * MICRO,
                c_film: film.capacitance,
                inner: Interface { r: self.inner_resistance_ohm_cm2, c: self.inner_capacitance_uf_per_cm2 * MICRO },
                outer_ion: Interface { r: self.outer_resistance_ohm_cm2, c: self.outer_capacitance_uf_per_cm2 * MICRO },
            }),
        };
        Electrode {
            film,
            charge_transfer: resistance,
            cpe: reaction::cpe_from_capacitance(self.double_layer_uf_per_cm2 * MICRO, reference, self.cpe_exponent),
            power: PowJ::new(self.cpe_exponent),
            redox_conductance: share / self.polysulfide_resistance_ohm_cm2,
            redox_capacitance: share * self.polysulfide_capacitance_uf_per_cm2 * MICRO,
            pores: porous::resistance(
                self.porous_nm * NM_IN_CM,
                self.porosity,
                self.tortuosity,
                self.conductivity_ms_per_cm * MILLI,
            ),
            pore_diffusion: (self.porous_nm > 0.0 && self.metal != Metal::GlassyCarbon)
                .then(|| self.diffusion(self.porous_nm * NM_IN_CM, self.porosity, self.tortuosity)),
        }
    }

    fn diffusion(&self, length_cm: f64, porosity: f64, tortuosity: f64) -> Diffusion {
        Diffusion::new(
            length_cm,
            porosity,
            tortuosity,
            self.diffusion_cm2_per_s,
            self.concentration(),
            self.electrons(),
            self.temperature_k,
        )
    }
}

/// The impedance of a cell at frequencies (Hz, positive).
pub fn simulate(cell: &Cell, frequency: &[f64]) -> Result<Simulation> {
    check_frequency(frequency)?;
    let mut warnings = Vec::new();
    let (film, film_conductance) = cell.film(&mut warnings);
    let electrode = cell.electrode_with(film);
    let (count, symmetric) = match cell.geometry {
        Geometry::Symmetric => (2.0, true),
        Geometry::Half => (1.0, false),
    };
    let mut parts = vec![Part::resistor("electrolyte", cell.electrolyte_ohm_cm2, frequency)];
    // Between two equal electrodes the concentration stays as it is halfway: each sees half of the separator.
    if symmetric && cell.separator_um > 0.0 && cell.metal != Metal::GlassyCarbon {
        let half =
            cell.diffusion(cell.separator_um * UM_IN_CM / 2.0, cell.separator_porosity, cell.separator_tortuosity);
        parts.push(Part::diffusion("separator-diffusion", half, 2.0, frequency));
    }
    let shares: Vec<Shares> = frequency.iter().map(|f| electrode.shares(2.0 * PI * f)).collect();
    let steady = electrode.shares(0.0);
    let in_series = electrode.in_series();
    let mut push = |name, of: fn(&Shares) -> Complex64, own_peak_hz: &dyn Fn() -> f64| {
        parts.push(Part {
            name,
            impedance: shares.iter().map(|s| count * of(s)).collect(),
            resistance: count * of(&steady).re,
            peak_hz: if in_series { Some(own_peak_hz()).filter(|f| f.is_finite()) } else { electrode.peak_hz(of) },
        })
    };
    if let Some(film) = film {
        push("film", |s| s.film, &|| film.peak_hz());
    }
    if let Film::TwoRail(rails) = &electrode.film {
        push("inner-interface", |s| s.inner, &|| rails.inner.peak_hz());
        push("outer-interface", |s| s.outer_ion, &|| rails.outer_ion.peak_hz());
    }
    push("charge-transfer", |s| s.reaction, &|| electrode.reaction_peak_hz());
    if electrode.pores > 0.0 {
        parts.push(Part::resistor("pores", count * electrode.pores, frequency));
    }
    if let Some(diffusion) = electrode.pore_diffusion {
        parts.push(Part::diffusion("pore-diffusion", diffusion, count, frequency));
    }
    let impedance = (0..frequency.len()).map(|i| parts.iter().filter_map(|p| p.impedance.get(i)).sum()).collect();
    let dc_resistance = parts.iter().map(|p| p.resistance).sum();
    Ok(Simulation { impedance, parts, dc_resistance, geometry: cell.geometry, film_conductance, warnings })
}

impl Part {
    fn resistor(name: &'static str, resistance: f64, frequency: &[f64]) -> Part {
        Part { name, impedance: vec![Complex64::from(resistance); frequency.len()], resistance, peak_hz: None }
    }

    fn diffusion(name: &'static str, diffusion: Diffusion, count: f64, frequency: &[f64]) -> Part {
        Part {
            name,
            impedance: frequency.iter().map(|f| count * diffusion.impedance(2.0 * PI * f)).collect(),
            resistance: count * diffusion.resistance,
            peak_hz: Some(diffusion.peak_hz()),
        }
    }
}

/// A ratio for people: two or three digits.
fn digits(x: f64) -> String {
    if (0.01..1e4).contains(&x) { format!("{x:.2}") } else { format!("{x:.1e}") }
}
