//! Polysulfide added to a working cell: an hour of passivation, the pipette, the drop (Fig. 5g, h); and beside it the same on the
//! SEI twin, where nothing happens.

use serde::{Deserialize, Serialize};

use super::open_circuit::Grows;
use super::*;

/// Options.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The cell when assembled, without polysulfide; else the preset `operando-start`.
    pub cell: CellOption,
    /// Hours before the addition: 0.01 to 100.
    pub hours_before: f64,
    /// Hours after it: 0.01 to 100.
    pub hours_after: f64,
    /// Points in time on each side: 2 to 10,000.
    pub points: f64,
    /// What grows before the addition.
    pub grows: Grows,
    /// Growth of the arc, Ω·cm² of a symmetric cell per hour: 0 to 1e7; the study's 180 to 400 kΩ·cm².
    pub growth_ohm_cm2_per_h: f64,
    /// Capacitance at 1 h over that at the start: 0.01 to 100; from the study's arcs and peak frequencies.
    pub capacitance_at_1h: f64,
    /// Concentration of what is added, mol/L: 0 to 5.
    pub added_mol_per_l: f64,
    /// Volume added, mL: 0 to 100.
    pub added_ml: f64,
    /// Volume in the cell before, mL: 0.001 to 100; the study's 0.7.
    pub cell_ml: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            cell: CellOption::default(),
            hours_before: 1.0,
            hours_after: 1.0,
            points: 31.0,
            grows: Grows::default(),
            growth_ohm_cm2_per_h: 2.2e5,
            // C = 1/(2 pi f R): 250 mHz at 180 kΩ·cm², 125 mHz at 400 kΩ·cm².
            capacitance_at_1h: (0.250 * 1.8e5) / (0.125 * 4.0e5),
            added_mol_per_l: 0.5,
            added_ml: 0.175,
            cell_ml: 0.7,
        }
    }
}

/// One film through the addition.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Track {
    /// `anti-sei` (the cell) or `sei` (its twin).
    pub film: &'static str,
    /// Time, h; the addition is at `additionH`, told twice: just before and just after.
    pub time_h: Vec<f64>,
    /// Resistance of the arc, Ω·cm².
    pub arc_resistance_ohm_cm2: Vec<f64>,
    /// Its highest point, Hz.
    pub peak_hz: Vec<f64>,
    /// Share of the surface sites that still react.
    pub active_share: Vec<f64>,
    /// Arc just before over arc just after.
    pub drop_factor: f64,
    /// Spectra at the start, before, after and at the end.
    pub spectra: Vec<SpectrumAt>,
}

/// The operando experiment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Operando {
    /// Which cell the numbers belong to.
    pub geometry: &'static str,
    /// When polysulfide was added, h.
    pub addition_h: f64,
    /// Its concentration in the pipette, mol/L.
    pub added_mol_per_l: f64,
    /// Its concentration in the cell, mol/L.
    pub polysulfide_mol_per_l: f64,
    /// The film and its twin.
    pub tracks: Vec<Track>,
}

impl Experiment for Operando {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let fresh = options.cell.or_preset("operando-start")?;
        Error::unless_within("hoursBefore", options.hours_before, 0.01, 100.0, "h")?;
        Error::unless_within("hoursAfter", options.hours_after, 0.01, 100.0, "h")?;
        Error::unless_within("growthOhmCm2PerH", options.growth_ohm_cm2_per_h, 0.0, 1e7, "ohm cm2/h")?;
        Error::unless_within("capacitanceAt1h", options.capacitance_at_1h, 0.01, 100.0, "")?;
        Error::unless_within("addedMolPerL", options.added_mol_per_l, 0.0, 5.0, "mol/L")?;
        Error::unless_within("addedMl", options.added_ml, 0.0, 100.0, "mL")?;
        Error::unless_within("cellMl", options.cell_ml, 0.001, 100.0, "mL")?;
        let points = count(options.points)?;
        let diluted = options.added_mol_per_l * options.added_ml / (options.added_ml + options.cell_ml);
        Error::unless_within("polysulfideMolPerL after dilution", diluted, 0.0, 1.0, "mol/L")?;
        let growth = open_circuit::Options {
            grows: options.grows,
            growth_ohm_cm2_per_h: options.growth_ohm_cm2_per_h,
            ..open_circuit::Options::default()
        };
        let addition = options.hours_before;
        let at = |cell: &Cell, hours: f64, added: bool| {
            let grown = growth.cell_at(cell, hours);
            // A line of its own: this cell's capacitance follows from its arc and peak frequency.
            let line = 1.0 + (options.capacitance_at_1h - 1.0) * hours.min(1.0);
            Cell {
                double_layer_uf_per_cm2: (cell.double_layer_uf_per_cm2 * line).clamp(0.1, 1000.0),
                polysulfide_mol_per_l: if added { diluted } else { cell.polysulfide_mol_per_l },
                ..grown
            }
        };
        let tracks = [("anti-sei", fresh), ("sei", fresh.sei_twin())].into_iter().map(|(film, cell)| {
            let before = times(0.0, addition, points).into_iter().map(|t| (t, false));
            let after = times(addition, addition + options.hours_after, points).into_iter().map(|t| (t, true));
            let frequency = frequencies(OPERANDO_FREQUENCY_HZ);
            let mut track = Track {
                film,
                time_h: vec![],
                arc_resistance_ohm_cm2: vec![],
                peak_hz: vec![],
                active_share: vec![],
                drop_factor: 1.0,
                spectra: vec![],
            };
            for (i, (hours, added)) in before.chain(after).enumerate() {
                let now = at(&cell, hours, added);
                let simulation = simulate(&now, &frequency)?;
                let im: Vec<f64> = simulation.impedance.iter().map(|z| z.im).collect();
                track.time_h.push(hours);
                track.arc_resistance_ohm_cm2.push(arc_ohm_cm2(&simulation));
                track.peak_hz.push(peak_hz(&frequency, &im));
                track.active_share.push(now.active_share);
                let label = if i == 0 {
                    "start"
                } else if i + 1 == points {
                    "before"
                } else if i == points {
                    "after"
                } else if i + 1 == 2 * points {
                    "end"
                } else {
                    continue;
                };
                track.spectra.push(SpectrumAt::new(label, hours, &frequency, &simulation.impedance));
            }
            if let (Some(before), Some(after)) =
                (track.arc_resistance_ohm_cm2.get(points - 1), track.arc_resistance_ohm_cm2.get(points))
            {
                track.drop_factor = before / after;
            }
            Ok(track)
        });
        Ok(Operando {
            geometry: fresh.geometry.id(),
            addition_h: addition,
            added_mol_per_l: options.added_mol_per_l,
            polysulfide_mol_per_l: diluted,
            tracks: tracks.collect::<Result<Vec<_>>>()?,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sites_go_as_the_charge_transfer_grows_and_stay_where_the_film_grows() {
        let shares = |grows| {
            let run = Operando::run(&Options { grows, ..Options::default() }).unwrap();
            run.tracks[0].active_share.clone()
        };
        let fresh = preset("operando-start").unwrap();
        let whole = fresh.charge_transfer_ohm_cm2();
        // After an hour 110 kΩ·cm² of one electrode have been added.
        let after = shares(Grows::ReactionSites)[30];
        assert!((after - whole / (whole + 1.1e5)).abs() < 1e-12, "{after}");
        assert!(shares(Grows::Film).iter().all(|share| *share == fresh.active_share));
    }
}
