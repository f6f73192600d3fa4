//! The polysulfide probe: a redox couple that takes and gives electrons only, on glassy carbon and on passivated Mg (Fig. 5e, f).

use serde::{Deserialize, Serialize};

use super::*;
use crate::cell::parameters::Metal;
use crate::film::dielectric;

/// Options.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The Mg cell with polysulfide; else the preset `mg-polysulfide`. Glassy carbon is the same cell without film.
    pub cell: CellOption,
}

/// One cell of the probe.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Probed {
    /// `glassy-carbon`, `anti-sei` (the cell) or `sei` (its twin).
    pub id: &'static str,
    /// Resistance of its arc or arcs to a steady current, Ω·cm².
    pub arc_resistance_ohm_cm2: f64,
    /// Of it the film, Ω·cm².
    pub film_resistance_ohm_cm2: f64,
    /// Peak of the film's own arc, Hz; 0 without film.
    pub film_peak_hz: f64,
    /// Highest point of the spectrum, Hz.
    pub peak_hz: f64,
    /// The spectrum.
    pub spectrum: SpectrumAt,
}

/// The probe.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Polysulfide {
    /// Which cell the numbers belong to.
    pub geometry: &'static str,
    /// Glassy carbon, the cell, its SEI twin.
    pub cells: Vec<Probed>,
    /// The cell minus glassy carbon: the electrons' way through the films, Ω·cm².
    pub difference_ohm_cm2: f64,
    /// Hours after assembly at which the Mg cell's arc is told; with polysulfide nothing grows that the arc shows.
    pub stability_time_h: Vec<f64>,
    /// Its arc then, Ω·cm², while the metal's own reaction loses its sites.
    pub stability_ohm_cm2: Vec<f64>,
    /// Film capacitance, µF·cm⁻² of one electrode, that would hide the film's arc under polysulfide's.
    pub capacitance_for_one_arc_uf_per_cm2: f64,
    /// Film thickness, nm, that this capacitance means at a relative permittivity of 10.
    pub thickness_for_one_arc_nm: f64,
    /// Whether model and study agree on the number of arcs, in a sentence.
    pub arcs: String,
}

impl Experiment for Polysulfide {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let mut cell = options.cell.or_preset("mg-polysulfide")?;
        if cell.polysulfide_mol_per_l == 0.0 {
            cell.polysulfide_mol_per_l = 0.1;
        }
        let carbon = Cell { metal: Metal::GlassyCarbon, ..cell };
        let cells = [("glassy-carbon", carbon), ("anti-sei", cell), ("sei", cell.sei_twin())]
            .into_iter()
            .map(|(id, cell)| {
                let frequency = frequencies(FREQUENCY_HZ);
                let simulation = simulate(&cell, &frequency)?;
                let spectrum = SpectrumAt::new(id, 0.0, &frequency, &simulation.impedance);
                Ok(Probed {
                    id,
                    arc_resistance_ohm_cm2: arc_ohm_cm2(&simulation),
                    film_resistance_ohm_cm2: part_ohm_cm2(&simulation, "film"),
                    film_peak_hz: cell.compact_film().map_or(0.0, |film| film.peak_hz()),
                    peak_hz: spectrum.peak_hz(),
                    spectrum,
                })
            })
            .collect::<Result<Vec<_>>>()?;
        let arc = |id: &str| cells.iter().find(|c| c.id == id).map_or(0.0, |c| c.arc_resistance_ohm_cm2);
        let difference = arc("anti-sei") - arc("glassy-carbon");
        let stability_time_h = times(0.0, 13.0, 27);
        let growth = open_circuit::Options::default();
        let stability_ohm_cm2 = stability_time_h
            .iter()
            .map(|&hours| simulate(&growth.cell_at(&cell, hours), &[]).map(|s| arc_ohm_cm2(&s)))
            .collect::<Result<Vec<_>>>()?;
        // One arc: the film's peak where the surface's is.
        let film = cell.compact_film();
        let resistance = film.map_or(0.0, |film| film.resistance());
        let film_peak = film.map_or(0.0, |film| film.peak_hz());
        let surface_peak = cell.electrode().reaction_peak_hz();
        // Polysulfide takes electrons only.
        let electronic = film.is_some_and(|film| film.carries_electrons());
        let hiding = 1.0 / (2.0 * core::f64::consts::PI * resistance * surface_peak);
        Ok(Polysulfide {
            geometry: cell.geometry.id(),
            difference_ohm_cm2: difference,
            stability_time_h,
            stability_ohm_cm2,
            capacitance_for_one_arc_uf_per_cm2: hiding * 1e6,
            thickness_for_one_arc_nm: dielectric::thickness(hiding, 10.0) * 1e9,
            arcs: if !electronic {
                "Ions carry most of the current through this film, and polysulfide takes electrons only: its arc is not the one of Fig. 5e.".into()
            } else if film_peak > 5.0 * surface_peak {
                format!(
                    "The film's own arc stands at {film_peak:.0} Hz, polysulfide's at {surface_peak:.1} Hz: two arcs, where the study sees one. One arc would need a film of {:.1} uF/cm2.",
                    hiding * 1e6
                )
            } else {
                format!(
                    "The film's own arc stands at {film_peak:.0} Hz, polysulfide's at {surface_peak:.1} Hz: they merge into one."
                )
            },
            cells,
        })
    }
}
