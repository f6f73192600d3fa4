//! What X-ray photoelectron spectroscopy sees through the films (Fig. 3c to f).
//!
//! Metal through a film of thickness x: `exp(-x/(lambda cos a))`. A potential drop over the film shifts all its lines alike.

use serde::{Deserialize, Serialize};

use super::*;
use crate::math::{cos, exp};

/// Options.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The cell with the compact film; else the preset `mg-ocv`.
    pub cell: CellOption,
    /// Times, h, at most 100; the study's 1 and 72.
    pub times_h: Vec<f64>,
    /// Attenuation length of the photoelectrons in the film, nm: 0.3 to 30; about 3 for Al K-alpha in MgO.
    pub attenuation_nm: f64,
    /// Angle of emission from the surface normal, degrees: 0 to 80.
    pub angle_deg: f64,
    /// Porous film after 72 h, nm: 0 to 500; grown linearly.
    pub porous_at_72h_nm: f64,
    /// Least share of the metal's signal that is seen: 1e-6 to 0.5; an assumption.
    pub detection_limit: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            cell: CellOption::default(),
            times_h: vec![1.0, 72.0],
            attenuation_nm: 3.0,
            angle_deg: 0.0,
            porous_at_72h_nm: 300.0,
            detection_limit: 0.01,
        }
    }
}

/// The films seen by photoemission.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Photoemission {
    /// What the numbers belong to.
    pub geometry: &'static str,
    /// Time, h.
    pub time_h: Vec<f64>,
    /// Solid in the way, nm: the compact film and what is not pore of the porous one.
    pub solid_nm: Vec<f64>,
    /// Share of the bare metal's signal that comes through.
    pub metal_signal: Vec<f64>,
    /// Whether metal is seen.
    pub metal_seen: Vec<bool>,
    /// O 1s lines, eV, after 1 h and 72 h.
    pub oxygen_ev: [f64; 2],
    /// Mg lines, eV, after 1 h and 72 h.
    pub magnesium_ev: [f64; 2],
    /// Shift of either line, eV.
    pub shift_ev: [f64; 2],
    /// Difference O 1s minus Mg, eV, after 1 h and 72 h: the same, so one potential shifts both.
    pub distance_ev: [f64; 2],
    /// What a reader must know.
    pub notes: Vec<&'static str>,
}

/// Lines after sputtering, eV, after 1 h and 72 h (Results).
const OXYGEN_EV: [f64; 2] = [530.7, 530.2];
const MAGNESIUM_EV: [f64; 2] = [49.1, 48.6];

impl Experiment for Photoemission {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let cell = options.cell.or_preset("mg-ocv")?;
        Error::unless_within("timesH (how many)", options.times_h.len() as f64, 1.0, 100.0, "")?;
        Error::unless_within("attenuationNm", options.attenuation_nm, 0.3, 30.0, "nm")?;
        Error::unless_within("angleDeg", options.angle_deg, 0.0, 80.0, "degrees")?;
        Error::unless_within("porousAt72hNm", options.porous_at_72h_nm, 0.0, 500.0, "nm")?;
        Error::unless_within("detectionLimit", options.detection_limit, 1e-6, 0.5, "")?;
        let mut solid_nm = Vec::new();
        for &hours in &options.times_h {
            Error::unless_within("timesH", hours, 0.0, 1000.0, "h")?;
            solid_nm.push(cell.thickness_nm + options.porous_at_72h_nm * hours / 72.0 * (1.0 - cell.porosity));
        }
        let path = options.attenuation_nm * cos(options.angle_deg.to_radians());
        let metal_signal: Vec<f64> = solid_nm.iter().map(|x| exp(-x / path)).collect();
        Ok(Photoemission {
            geometry: "electrode",
            time_h: options.times_h.clone(),
            solid_nm,
            metal_seen: metal_signal.iter().map(|s| *s >= options.detection_limit).collect(),
            metal_signal,
            oxygen_ev: OXYGEN_EV,
            magnesium_ev: MAGNESIUM_EV,
            shift_ev: [OXYGEN_EV[0] - OXYGEN_EV[1], MAGNESIUM_EV[0] - MAGNESIUM_EV[1]],
            distance_ev: [OXYGEN_EV[0] - MAGNESIUM_EV[0], OXYGEN_EV[1] - MAGNESIUM_EV[1]],
            notes: vec![
                "The line positions are the study's; that both shift alike speaks for a potential over the film, not for another compound.",
                "The porous film is taken to grow linearly to its thickness at 72 h; the detection limit is an assumption.",
            ],
        })
    }
}
