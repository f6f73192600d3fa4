//! From the resistance to electrons and the capacitance of a film, with their errors, to its thickness and barrier.

use serde::{Deserialize, Serialize};

use super::*;
use crate::cell::parameters::Transport;
use crate::film::dielectric;
use crate::film::tunnelling::barrier_height;

/// Options: values of one film.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// Resistance to electrons, Ω·cm²: 1e-12 to 1e15.
    pub resistance_ohm_cm2: f64,
    /// Its standard error, Ω·cm²: 0 to the value itself.
    pub resistance_error_ohm_cm2: f64,
    /// Capacitance, µF·cm⁻²: 1e-3 to 1e4.
    pub capacitance_uf_per_cm2: f64,
    /// Its standard error, µF·cm⁻²: 0 to the value itself.
    pub capacitance_error_uf_per_cm2: f64,
    /// Correlation of the two errors: -1 to 1.
    pub correlation: f64,
    /// Relative permittivity, taken as known: 1 to 200.
    pub relative_permittivity: f64,
    /// Effective mass, in electron masses, taken as known: 0.05 to 1.
    pub effective_mass: f64,
    /// Law: "simmons" or "wkb".
    pub transport: String,
    /// Temperature, K (WKB): 200 to 400.
    pub temperature_k: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            resistance_ohm_cm2: 2000.0,
            resistance_error_ohm_cm2: 200.0,
            capacitance_uf_per_cm2: 0.609,
            capacitance_error_uf_per_cm2: 0.03,
            correlation: 0.0,
            relative_permittivity: 5.5,
            effective_mass: 0.1,
            transport: "simmons".into(),
            temperature_k: 298.0,
        }
    }
}

/// The film behind the numbers.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Inverse {
    /// What the numbers belong to.
    pub geometry: &'static str,
    /// Thickness, nm, `eps0 eps_r/C`.
    pub thickness_nm: f64,
    /// Its standard error, nm.
    pub thickness_error_nm: f64,
    /// Barrier, eV; absent where none fits.
    pub barrier_ev: Option<f64>,
    /// Its standard error, eV.
    pub barrier_error_ev: Option<f64>,
    /// Correlation of the errors of thickness and barrier.
    pub correlation: Option<f64>,
    /// The same resistance and capacitance with other masses: in electron masses …
    pub other_mass: Vec<f64>,
    /// … the barrier that fits each, eV (0 where none does).
    pub barrier_with_other_mass_ev: Vec<f64>,
    /// With other permittivities …
    pub other_permittivity: Vec<f64>,
    /// … the thickness, nm …
    pub thickness_with_other_permittivity_nm: Vec<f64>,
    /// … and the barrier that fits, eV (0 where none does).
    pub barrier_with_other_permittivity_ev: Vec<f64>,
    /// What these numbers cannot tell.
    pub not_identifiable: Vec<String>,
}

impl Experiment for Inverse {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let o = options;
        Error::unless_within("resistanceOhmCm2", o.resistance_ohm_cm2, 1e-12, 1e15, "ohm cm2")?;
        Error::unless_within(
            "resistanceErrorOhmCm2",
            o.resistance_error_ohm_cm2,
            0.0,
            o.resistance_ohm_cm2,
            "ohm cm2",
        )?;
        Error::unless_within("capacitanceUfPerCm2", o.capacitance_uf_per_cm2, 1e-3, 1e4, "uF/cm2")?;
        Error::unless_within(
            "capacitanceErrorUfPerCm2",
            o.capacitance_error_uf_per_cm2,
            0.0,
            o.capacitance_uf_per_cm2,
            "uF/cm2",
        )?;
        Error::unless_within("correlation", o.correlation, -1.0, 1.0, "")?;
        let mut cell = Cell::default();
        cell.set("relativePermittivity", &Value::Number(o.relative_permittivity))?;
        cell.set("effectiveMass", &Value::Number(o.effective_mass))?;
        cell.set("temperatureK", &Value::Number(o.temperature_k))?;
        cell.set("transport", &Value::Choice(o.transport.clone()))?;
        if cell.transport == Transport::Fixed {
            return Err(Error::new(
                Code::BadArgument,
                "A fixed resistance has no barrier; transport must be simmons or wkb.",
            ));
        }
        let c = o.capacitance_uf_per_cm2 * 1e-6;
        let thickness_nm = |permittivity: f64| dielectric::thickness(c, permittivity) * 1e9;
        let barrier = |d_nm: f64, mass: f64, resistance: f64| {
            if !(0.5..=10.0).contains(&d_nm) {
                return None;
            }
            let film = Cell { thickness_nm: d_nm, effective_mass: mass, ..cell };
            barrier_height(1.0 / resistance, |height| film_map::law_at(&film, height)).ok()
        };
        let d = thickness_nm(o.relative_permittivity);
        let phi = barrier(d, o.effective_mass, o.resistance_ohm_cm2);
        let (rel_r, rel_c) = (
            o.resistance_error_ohm_cm2 / o.resistance_ohm_cm2,
            o.capacitance_error_uf_per_cm2 / o.capacitance_uf_per_cm2,
        );
        // Linear propagation in ln R and ln C: d goes as 1/C, phi by central differences.
        const STEP: f64 = 1e-4;
        let slope = |plus: Option<f64>, minus: Option<f64>| Some((plus? - minus?) / (2.0 * STEP));
        let by_r = slope(
            barrier(d, o.effective_mass, o.resistance_ohm_cm2 * (1.0 + STEP)),
            barrier(d, o.effective_mass, o.resistance_ohm_cm2 * (1.0 - STEP)),
        );
        let by_c = slope(
            barrier(d / (1.0 + STEP), o.effective_mass, o.resistance_ohm_cm2),
            barrier(d / (1.0 - STEP), o.effective_mass, o.resistance_ohm_cm2),
        );
        let error = by_r.zip(by_c).map(|(r, c)| {
            let (r, c) = (r * rel_r, c * rel_c);
            (r * r + c * c + 2.0 * o.correlation * r * c).max(0.0).sqrt()
        });
        // cov(d, phi) = -d sigma_C (phi_C sigma_C + rho phi_R sigma_R).
        let correlation = by_r
            .zip(by_c)
            .zip(error)
            .filter(|(_, e)| *e > 0.0 && rel_c > 0.0)
            .map(|((r, c), e)| (-(c * rel_c + o.correlation * r * rel_r) / e).clamp(-1.0, 1.0));
        let other_mass = vec![0.05, 0.1, 0.2, 0.5, 1.0];
        let other_permittivity = vec![3.0, 5.5, 10.0, 20.0, 50.0, 100.0];
        let mut not_identifiable = vec![
            "Mass and barrier enter together, nearly as d sqrt(m phi): resistance and capacitance alone cannot tell them apart.".to_string(),
            "Thickness is known only as well as the permittivity; permittivity and thickness enter the capacitance as their ratio.".into(),
            "One resistance cannot tell tunnelling from another ohmic path; its growth with thickness or voltage could.".into(),
        ];
        if phi.is_none() {
            not_identifiable.insert(
                0,
                format!(
                    "No barrier between 0.05 and 4 eV and no film between 0.5 and 10 nm gives {} ohm cm2 at {d:.2} nm with m = {}: mass, permittivity or law must be others, or the film does not tunnel.",
                    o.resistance_ohm_cm2, o.effective_mass
                ),
            );
        }
        Ok(Inverse {
            geometry: "one film",
            thickness_nm: d,
            thickness_error_nm: d * rel_c,
            barrier_ev: phi,
            barrier_error_ev: error,
            correlation,
            barrier_with_other_mass_ev: other_mass
                .iter()
                .map(|m| barrier(d, *m, o.resistance_ohm_cm2).unwrap_or(0.0))
                .collect(),
            other_mass,
            thickness_with_other_permittivity_nm: other_permittivity.iter().map(|e| thickness_nm(*e)).collect(),
            barrier_with_other_permittivity_ev: other_permittivity
                .iter()
                .map(|e| barrier(thickness_nm(*e), o.effective_mass, o.resistance_ohm_cm2).unwrap_or(0.0))
                .collect(),
            other_permittivity,
            not_identifiable,
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::film::tunnelling::{Barrier, Law};

    #[test]
    fn a_film_comes_back_from_its_resistance_and_capacitance() {
        for (transport, mass) in [("simmons", 0.1), ("wkb", 0.1), ("wkb", 0.4)] {
            let barrier = Barrier::new(6e-9, 0.9, mass).unwrap();
            let law = if transport == "wkb" { Law::Wkb(barrier, 298.0) } else { Law::Simmons(barrier) };
            let options = Options {
                resistance_ohm_cm2: 1.0 / law.conductance().unwrap(),
                resistance_error_ohm_cm2: 0.0,
                capacitance_uf_per_cm2: dielectric::capacitance(6e-9, 5.5) * 1e6,
                capacitance_error_uf_per_cm2: 0.0,
                effective_mass: mass,
                transport: transport.into(),
                ..Options::default()
            };
            let film = Inverse::run(&options).unwrap();
            assert!((film.thickness_nm - 6.0).abs() < 1e-9);
            assert!((film.barrier_ev.unwrap() - 0.9).abs() < 1e-6, "{transport}: {:?}", film.barrier_ev);
            assert_eq!((film.thickness_error_nm, film.barrier_error_ev), (0.0, Some(0.0)));
        }
    }

    #[test]
    fn errors_propagate_as_a_scatter_of_inversions_does() {
        let options =
            Options { resistance_error_ohm_cm2: 20.0, capacitance_error_uf_per_cm2: 0.003, ..Options::default() };
        let film = Inverse::run(&options).unwrap();
        // The four corners of one sigma: their mean square is the variance, to first order.
        let corners = [(1.0, 1.0), (1.0, -1.0), (-1.0, 1.0), (-1.0, -1.0)].map(|(r, c)| {
            let shifted = Options {
                resistance_ohm_cm2: options.resistance_ohm_cm2 + 20.0 * r,
                capacitance_uf_per_cm2: options.capacitance_uf_per_cm2 + 0.003 * c,
                ..options.clone()
            };
            Inverse::run(&shifted).unwrap().barrier_ev.unwrap() - film.barrier_ev.unwrap()
        });
        let scatter = (corners.iter().map(|d| d * d).sum::<f64>() / 4.0).sqrt();
        assert!((film.barrier_error_ev.unwrap() / scatter - 1.0).abs() < 0.01);
        assert!(film.correlation.unwrap() < -0.9, "thickness and barrier trade against each other");
    }

    #[test]
    fn what_does_not_fit_is_said() {
        let film = Inverse::run(&Options { capacitance_uf_per_cm2: 17.0, ..Options::default() }).unwrap();
        assert!(film.barrier_ev.is_none() && film.not_identifiable[0].starts_with("No barrier"));
        assert!(Inverse::run(&Options { transport: "fixed".into(), ..Options::default() }).is_err());
    }
}
