//! Corrosion at open circuit grows the porous film: from its thickness to the current and the ionic resistance, and back
//! (Fig. 3b and discussion).
//!
//! `L = i V_m t/(n F (1 - eps))`, `i = dU/(R_ion + R_el,film)`.

use serde::{Deserialize, Serialize};

use super::*;
use crate::constants::FARADAY;
use crate::film::BLOCKED_OHM_CM2;

/// Options.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The cell whose film lets the current through; else the preset `mg-ocv`.
    pub cell: CellOption,
    /// Thickness of the porous film seen, nm: 0.1 to 1e5; the study's 300.
    pub porous_nm: f64,
    /// Its porosity: 0 to 0.95; the study's 0.5.
    pub porosity: f64,
    /// After how long, h: 0.01 to 1e5; the study's 72.
    pub hours: f64,
    /// Voltage that drives corrosion, V: 0.01 to 5; the study's 1.
    pub voltage_v: f64,
    /// Molar volume of the oxide, cm³/mol: 1 to 200; MgO 11.25.
    pub molar_volume_cm3: f64,
    /// Thickest porous film to draw, nm: 1 to 1e5.
    pub cap_nm: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            cell: CellOption::default(),
            porous_nm: 300.0,
            porosity: 0.5,
            hours: 72.0,
            voltage_v: 1.0,
            molar_volume_cm3: 11.25,
            cap_nm: 500.0,
        }
    }
}

/// Corrosion both ways.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Corrosion {
    /// Which electrode the numbers belong to.
    pub geometry: &'static str,
    /// From the thickness: current, µA·cm⁻².
    pub current_ua_per_cm2: f64,
    /// From the thickness: resistance of the film to ions, Ω·cm².
    pub ionic_resistance_ohm_cm2: f64,
    /// What the study prints for the current, µA.
    pub printed_current_ua: f64,
    /// Back from the cell's film: current, µA·cm⁻².
    pub film_current_ua_per_cm2: f64,
    /// Time, h.
    pub time_h: Vec<f64>,
    /// The porous film that this current grows, nm, up to the cap.
    pub porous_nm: Vec<f64>,
    /// Thickness at the end, nm, without the cap.
    pub porous_at_end_nm: f64,
    /// What a reader must know.
    pub notes: Vec<String>,
}

impl Experiment for Corrosion {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let cell = options.cell.or_preset("mg-ocv")?;
        Error::unless_within("porousNm", options.porous_nm, 0.1, 1e5, "nm")?;
        Error::unless_within("porosity", options.porosity, 0.0, 0.95, "")?;
        Error::unless_within("hours", options.hours, 0.01, 1e5, "h")?;
        Error::unless_within("voltageV", options.voltage_v, 0.01, 5.0, "V")?;
        Error::unless_within("molarVolumeCm3", options.molar_volume_cm3, 1.0, 200.0, "cm3/mol")?;
        Error::unless_within("capNm", options.cap_nm, 1.0, 1e5, "nm")?;
        let charge_per_nm = 1e-7 * (1.0 - options.porosity) / options.molar_volume_cm3 * cell.electrons() * FARADAY;
        let current = options.porous_nm * charge_per_nm / (options.hours * 3600.0);
        let resistance = options.voltage_v / current;
        let (ions, electrons) = cell.compact_film().map_or((BLOCKED_OHM_CM2, BLOCKED_OHM_CM2), |film| {
            let resistance = |conductance: f64| (1.0 / conductance).min(BLOCKED_OHM_CM2);
            (resistance(film.ionic_conductance), resistance(film.electronic_conductance))
        });
        let film_current = options.voltage_v / (ions + electrons);
        let thickness = |hours: f64| film_current * hours * 3600.0 / charge_per_nm;
        let time_h = times(0.0, options.hours, 101);
        Ok(Corrosion {
            geometry: "electrode",
            current_ua_per_cm2: current * 1e6,
            ionic_resistance_ohm_cm2: resistance,
            printed_current_ua: 0.8,
            film_current_ua_per_cm2: film_current * 1e6,
            porous_nm: time_h.iter().map(|&t| thickness(t).min(options.cap_nm)).collect(),
            porous_at_end_nm: thickness(options.hours),
            time_h,
            notes: vec![
                format!(
                    "{} nm with {:.0} % pores in {} h is {:.2} uA/cm2; the study prints 0.8 uA and no area.",
                    options.porous_nm,
                    100.0 * options.porosity,
                    options.hours,
                    current * 1e6
                ),
                "Ions and electrons must both cross the film for corrosion: their resistances stand in series.".into(),
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn thickness_to_resistance_and_back() {
        let there = Corrosion::run(&Options::default()).unwrap();
        let mut cell = preset("mg-ocv").unwrap();
        let film = 1.0 / cell.compact_film().unwrap().electronic_conductance;
        cell.ionic_resistance_ohm_cm2 = there.ionic_resistance_ohm_cm2 - film;
        let back = Corrosion::run(&Options { cell: CellOption::of(&cell), ..Options::default() }).unwrap();
        assert!((back.porous_at_end_nm / 300.0 - 1.0).abs() < 1e-9);
        assert!(back.porous_nm.windows(2).all(|p| p[1] > p[0]));
    }
}
