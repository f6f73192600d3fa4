//! Film thickness from a capacitance, and the permittivity that capacitance and thickness together would need (Results).

use serde::{Deserialize, Serialize};

use super::*;
use crate::film::dielectric;

/// Options.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// Capacitance as fitted, µF·cm⁻²: 1e-3 to 1e4; the study's 17 (Mg) and 4 (Li).
    pub capacitance_uf_per_cm2: f64,
    /// Relative permittivity: 1 to 1000; the study's 10.
    pub relative_permittivity: f64,
    /// Thicknesses by microscopy, nm: 0.1 to 1000; the study's 7 and 10.
    pub seen_nm: [f64; 2],
    /// Permittivities said to follow, 1 to 1000; the study's 4.8 and 6.9.
    pub printed_permittivity: [f64; 2],
}

impl Default for Options {
    fn default() -> Self {
        Options {
            capacitance_uf_per_cm2: 17.0,
            relative_permittivity: 10.0,
            seen_nm: [7.0, 10.0],
            printed_permittivity: [4.8, 6.9],
        }
    }
}

/// Thickness, capacitance and permittivity.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Thickness {
    /// What the numbers belong to.
    pub geometry: &'static str,
    /// Thickness that the capacitance means at the permittivity, nm.
    pub thickness_nm: f64,
    /// Permittivity that the capacitance needs at the thicknesses seen.
    pub needed_permittivity: [f64; 2],
    /// Capacitance that the permittivities printed give at the thicknesses seen, µF·cm⁻².
    pub printed_needs_uf_per_cm2: [f64; 2],
    /// Thickness if the arc is a symmetric cell's (two films in series: each has twice the capacitance), nm.
    pub thickness_of_one_of_two_nm: f64,
    /// Whether the printed permittivity follows from the capacitance.
    pub follows: bool,
    /// The same in a sentence.
    pub sentence: String,
}

impl Experiment for Thickness {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        Error::unless_within("capacitanceUfPerCm2", options.capacitance_uf_per_cm2, 1e-3, 1e4, "uF/cm2")?;
        Error::unless_within("relativePermittivity", options.relative_permittivity, 1.0, 1000.0, "")?;
        for (seen, printed) in options.seen_nm.iter().zip(options.printed_permittivity) {
            Error::unless_within("seenNm", *seen, 0.1, 1000.0, "nm")?;
            Error::unless_within("printedPermittivity", printed, 1.0, 1000.0, "")?;
        }
        let c = options.capacitance_uf_per_cm2 * 1e-6;
        let thickness_nm = dielectric::thickness(c, options.relative_permittivity) * 1e9;
        let needed = options.seen_nm.map(|d| dielectric::permittivity(c, d * 1e-9));
        let [low, high] = options.printed_permittivity;
        let [thin, thick] = options.seen_nm;
        let gives =
            [dielectric::capacitance(thin * 1e-9, low) * 1e6, dielectric::capacitance(thick * 1e-9, high) * 1e6];
        let follows = needed[0] <= high && needed[1] >= low;
        Ok(Thickness {
            geometry: "as fitted",
            thickness_nm,
            needed_permittivity: needed,
            printed_needs_uf_per_cm2: gives,
            thickness_of_one_of_two_nm: thickness_nm / 2.0,
            follows,
            sentence: format!(
                "{} uF/cm2 over {thin} to {thick} nm is a permittivity of {:.0} to {:.0}, {} the {low} to {high} printed; these need {:.2} uF/cm2.",
                options.capacitance_uf_per_cm2,
                needed[0],
                needed[1],
                if follows { "in agreement with" } else { "not" },
                gives[0],
            ),
        })
    }
}
