//! Growth at open circuit: the arc of Mg grows almost linearly, that of Li levels out (Fig. 2).
//!
//! Mg: reaction sites are lost, `d theta/dt = -theta²/t_s`, so R_ct grows linearly; or, as the study weighs and discards, the film
//! conducts less and less. The two look alike until polysulfide is added: only lost sites give the drop.
//! Li: `R(t) = R_inf - (R_inf - R_0) exp(-t/t_L)` as the SEI orders itself.
//! Capacitance of Mg: a straight line through the two printed values, 15 µF·cm⁻² at 1 h and 36 at 72 h; over the first 13 h it runs
//! from 14.7 to 18.6, which is the study's "about 17, nearly constant".

use serde::{Deserialize, Serialize};

use super::*;
use crate::cell::parameters::{Metal, Transport};
use crate::electrode::reaction::{active_share, charge_transfer_resistance, exchange_current};
use crate::film::BLOCKED_OHM_CM2;
use crate::math::exp;

/// What grows.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Grows {
    /// Reaction sites are lost (the study's conclusion).
    #[default]
    ReactionSites,
    /// The film conducts less, ions and electrons alike.
    Film,
    /// Half of the growth each.
    Both,
}

/// Options.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The cell when fresh; else the preset `mg-ocv`.
    pub cell: CellOption,
    /// How long, h: 0.01 to 1000.
    pub hours: f64,
    /// Points in time: 2 to 10,000.
    pub points: f64,
    /// When to show a spectrum, h; at most 50.
    pub spectra_at_h: Vec<f64>,
    /// What grows (Mg).
    pub grows: Grows,
    /// Growth of the arc, Ω·cm² of a symmetric cell per hour: 0 to 1e7. Mg; the study's 40 to 400 kΩ·cm² in 20 h.
    pub growth_ohm_cm2_per_h: f64,
    /// Share of the arc's resistance at the end over the start (Li): 1 to 100; the study's 75 to 150 Ω·cm².
    pub levels_at: f64,
    /// Time constant of the levelling out, h (Li): 0.01 to 1000; our reading of Fig. 2d.
    pub levelling_h: f64,
    /// Capacitance over that of the fresh cell at 1 h and at 72 h (Mg): 0.01 to 100; 15/17 and 36/17 in the study.
    pub capacitance_at_1h: f64,
    /// See `capacitance_at_1h`.
    pub capacitance_at_72h: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            cell: CellOption::default(),
            hours: 20.0,
            points: 81.0,
            spectra_at_h: vec![0.0, 5.0, 10.0, 15.0, 20.0],
            grows: Grows::default(),
            growth_ohm_cm2_per_h: 18e3,
            levels_at: 2.0,
            levelling_h: 4.0,
            capacitance_at_1h: 15.0 / 17.0,
            capacitance_at_72h: 36.0 / 17.0,
        }
    }
}

/// Growth at open circuit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OpenCircuit {
    /// Which cell the numbers belong to.
    pub geometry: &'static str,
    /// Time, h.
    pub time_h: Vec<f64>,
    /// Resistance of the arc: film and charge transfer, Ω·cm².
    pub arc_resistance_ohm_cm2: Vec<f64>,
    /// Of it the film, Ω·cm².
    pub film_resistance_ohm_cm2: Vec<f64>,
    /// Of it the charge transfer, Ω·cm².
    pub charge_transfer_ohm_cm2: Vec<f64>,
    /// Capacitance of the arc, of two that of the higher one, µF·cm⁻² of the same cell.
    pub capacitance_uf_per_cm2: Vec<f64>,
    /// Where film and charge transfer together stand highest, Hz.
    pub peak_hz: Vec<f64>,
    /// What the arc would be with 0.1 M polysulfide added at that time, Ω·cm².
    pub with_polysulfide_ohm_cm2: Vec<f64>,
    /// Spectra at the times asked for.
    pub spectra: Vec<SpectrumAt>,
    /// What a reader must know.
    pub notes: Vec<&'static str>,
}

impl Options {
    /// The cell after a time (h) at rest.
    pub fn cell_at(&self, fresh: &Cell, hours: f64) -> Cell {
        match fresh.metal {
            Metal::GlassyCarbon => *fresh,
            Metal::Lithium => {
                let factor = self.levels_at - (self.levels_at - 1.0) * exp(-hours / self.levelling_h);
                conducting_less(fresh, factor)
            }
            Metal::Magnesium => {
                // Per electrode.
                let grown = self.growth_ohm_cm2_per_h / 2.0 * hours;
                let (sites, film) = match self.grows {
                    Grows::ReactionSites => (grown, 0.0),
                    Grows::Film => (0.0, grown),
                    Grows::Both => (grown / 2.0, grown / 2.0),
                };
                let line =
                    self.capacitance_at_1h + (self.capacitance_at_72h - self.capacitance_at_1h) * (hours - 1.0) / 71.0;
                let mut cell = *fresh;
                // theta = 1/(1 + t/t_s) with t_s = R_ct(0) over the growth of R_ct.
                let n = cell.electrons();
                let exchange = exchange_current(n, cell.rate_cm_per_s, cell.ion_mol_per_l * 1e-3);
                let whole = charge_transfer_resistance(n, exchange, cell.active_share, cell.temperature_k);
                cell.active_share = (cell.active_share * active_share(sites, whole)).max(1e-4);
                cell.double_layer_uf_per_cm2 = (cell.double_layer_uf_per_cm2 * line).clamp(0.1, 1000.0);
                let r = cell.compact_film().map_or(0.0, |film| film.resistance());
                if film > 0.0 && r > 0.0 { conducting_less(&cell, 1.0 + film / r) } else { cell }
            }
        }
    }
}

/// The same cell with a film that conducts less by a factor, ions and electrons alike.
fn conducting_less(cell: &Cell, factor: f64) -> Cell {
    let electronic = cell.law_or_wkb().conductance().unwrap_or(1.0 / BLOCKED_OHM_CM2);
    Cell {
        transport: Transport::Fixed,
        fixed_resistance_ohm_cm2: (factor / electronic).clamp(1e-3, BLOCKED_OHM_CM2),
        ionic_resistance_ohm_cm2: (cell.ionic_resistance_ohm_cm2 * factor).min(BLOCKED_OHM_CM2),
        ..*cell
    }
}

impl Experiment for OpenCircuit {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let fresh = options.cell.or_preset("mg-ocv")?;
        Error::unless_within("hours", options.hours, 0.01, 1000.0, "h")?;
        Error::unless_within("growthOhmCm2PerH", options.growth_ohm_cm2_per_h, 0.0, 1e7, "ohm cm2/h")?;
        Error::unless_within("levelsAt", options.levels_at, 1.0, 100.0, "")?;
        Error::unless_within("levellingH", options.levelling_h, 0.01, 1000.0, "h")?;
        Error::unless_within("capacitanceAt1h", options.capacitance_at_1h, 0.01, 100.0, "")?;
        Error::unless_within("capacitanceAt72h", options.capacitance_at_72h, 0.01, 100.0, "")?;
        Error::unless_within("spectraAtH (how many)", options.spectra_at_h.len() as f64, 0.0, 50.0, "")?;
        let mut result = OpenCircuit {
            geometry: fresh.geometry.id(),
            time_h: times(0.0, options.hours, count(options.points)?),
            arc_resistance_ohm_cm2: Vec::new(),
            film_resistance_ohm_cm2: Vec::new(),
            charge_transfer_ohm_cm2: Vec::new(),
            capacitance_uf_per_cm2: Vec::new(),
            peak_hz: Vec::new(),
            with_polysulfide_ohm_cm2: Vec::new(),
            spectra: Vec::new(),
            notes: vec![
                "Loss of reaction sites is the study's reading of the growth; a film that conducts less gives the same arc, but polysulfide would not lower it.",
                "The capacitance is a straight line through the study's 15 uF/cm2 at 1 h and 36 at 72 h; its \"about 17, nearly constant\" is the mean of the first 13 h.",
            ],
        };
        for &hours in &result.time_h {
            let cell = options.cell_at(&fresh, hours);
            let simulation = simulate(&cell, &[])?;
            let probed = simulate(&Cell { polysulfide_mol_per_l: 0.1, ..cell }, &[])?;
            let arc = arc_ohm_cm2(&simulation);
            let film = part_ohm_cm2(&simulation, "film");
            let transfer = part_ohm_cm2(&simulation, "charge-transfer");
            let electrode = cell.electrode();
            let reaction_peak = electrode.reaction_peak_hz();
            let top = electrode.peak_hz(|s| s.film + s.inner + s.outer_ion + s.reaction).unwrap_or(reaction_peak);
            // The capacitance that the arc shows is that of what stands nearest to its top.
            let from_top = |peak_hz: f64| ln(peak_hz / top).abs();
            let one = match cell.compact_film() {
                Some(film) if from_top(film.peak_hz()) < from_top(reaction_peak) => film.capacitance * 1e6,
                _ => cell.double_layer_uf_per_cm2,
            };
            result.arc_resistance_ohm_cm2.push(arc);
            result.film_resistance_ohm_cm2.push(film);
            result.charge_transfer_ohm_cm2.push(transfer);
            result.capacitance_uf_per_cm2.push(one / electrodes(cell.geometry));
            result.peak_hz.push(top);
            result.with_polysulfide_ohm_cm2.push(arc_ohm_cm2(&probed));
        }
        for &hours in &options.spectra_at_h {
            Error::unless_within("spectraAtH", hours, 0.0, 1000.0, "h")?;
            result.spectra.push(spectrum(format!("{hours} h"), hours, &options.cell_at(&fresh, hours), FREQUENCY_HZ)?);
        }
        Ok(result)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Runge-Kutta in fine steps.
    fn integrate(mut y: f64, hours: f64, rate: impl Fn(f64) -> f64) -> f64 {
        let n = 100_000;
        let h = hours / f64::from(n);
        for _ in 0..n {
            let a = rate(y);
            let b = rate(y + h / 2.0 * a);
            let c = rate(y + h / 2.0 * b);
            let d = rate(y + h * c);
            y += h / 6.0 * (a + 2.0 * b + 2.0 * c + d);
        }
        y
    }

    #[test]
    fn lost_sites_follow_their_law() {
        let fresh = preset("mg-ocv").unwrap();
        // t_s is R_ct(0) over its growth per hour, both of one electrode.
        let t_s = fresh.charge_transfer_ohm_cm2() / 9e3;
        let theta = integrate(1.0, 30.0, |theta| -theta * theta / t_s);
        let closed = Options::default().cell_at(&fresh, 30.0).active_share;
        assert!((theta / closed - 1.0).abs() < 1e-9, "{theta} against {closed}");
    }

    #[test]
    fn lithium_levels_out_by_its_law() {
        let fresh = preset("li-ocv").unwrap();
        let options = Options { cell: CellOption::of(&fresh), hours: 13.0, points: 14.0, ..Options::default() };
        let result = OpenCircuit::run(&options).unwrap();
        let film = integrate(75.0, 13.0, |r| (150.0 - r) / options.levelling_h);
        let closed = *result.film_resistance_ohm_cm2.last().unwrap();
        assert!((film / closed - 1.0).abs() < 1e-6, "{film} against {closed}");
        assert!(result.capacitance_uf_per_cm2.iter().all(|c| (c - 4.0).abs() < 1e-6));
    }

    #[test]
    fn the_peak_is_the_top_of_the_spectrum_whatever_grows() {
        for grows in [Grows::ReactionSites, Grows::Film, Grows::Both] {
            let at = vec![0.0, 2.0, 10.0];
            let options = Options { grows, points: 11.0, spectra_at_h: at.clone(), ..Options::default() };
            let result = OpenCircuit::run(&options).unwrap();
            for (spectrum, hours) in result.spectra.iter().zip(at) {
                let i = result.time_h.iter().position(|t| (t - hours).abs() < 1e-9).unwrap();
                let (peak, top) = (result.peak_hz[i], spectrum.peak_hz());
                assert!((peak / top - 1.0).abs() < 0.01, "{grows:?} after {hours} h: {peak} against {top}");
                // Of the arc that has this top: that is film or charge transfer, with what the other adds at its foot.
                let c = result.capacitance_uf_per_cm2[i] * 1e-6;
                let own = |r: f64| (ln(2.0 * core::f64::consts::PI * peak * r * c)).abs() < 0.35;
                let parts = [result.film_resistance_ohm_cm2[i], result.charge_transfer_ohm_cm2[i]];
                assert!(parts.into_iter().any(own), "{grows:?} after {hours} h: {c} F/cm2 at {peak} Hz with {parts:?}");
            }
        }
    }

    #[test]
    fn either_reading_of_the_growth_gives_the_same_arc_and_only_one_the_drop() {
        let run = |grows| OpenCircuit::run(&Options { grows, ..Options::default() }).unwrap();
        let (sites, film, both) = (run(Grows::ReactionSites), run(Grows::Film), run(Grows::Both));
        for other in [&film, &both] {
            for (a, b) in sites.arc_resistance_ohm_cm2.iter().zip(&other.arc_resistance_ohm_cm2) {
                assert!((a / b - 1.0).abs() < 1e-9);
            }
        }
        let probed = |r: &OpenCircuit| *r.with_polysulfide_ohm_cm2.last().unwrap();
        assert!(probed(&sites) < 1e4 && probed(&both) > 1e5 && probed(&film) > 3e5);
    }
}
