//! Stripping and plating at constant current (Fig. 4).
//!
//! Plating on an anti-SEI: electrons tunnel through the film, metal grows on top; film, reaction, concentration and electrolyte add up,
//! and nothing has to be activated.
//! Stripping an anti-SEI: ions cannot pass, the film must crack. The first cracks open faster than the instrument sees and leave a
//! reaction with a threshold; then the open share of the surface grows, `d theta/dt = k theta (1 - theta/theta_max)`, to a share that
//! goes with the current: `theta_max = j/j_crack`. So the local current on open metal, and with it the overpotential there, hardly depends
//! on the current; what does is the resistance of the pits. Two numbers, 85 mV and 22.5 Ω·cm², give the study's four overpotentials.
//! An SEI lets the ions pass: no cracks, no threshold, the film's own resistance both ways.

use core::f64::consts::PI;

use serde::{Deserialize, Serialize};

use super::*;
use crate::cell::parameters::Reaction;
use crate::electrode::kinetics::{self, Kinetics, concentration};
use crate::electrode::reaction::{cpe_from_capacitance, exchange_current};
use crate::film::porous::Diffusion;
use crate::math::{PowJ, exp};

/// Options.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The electrode; else the preset `mg-galvanostatic`. Always one electrode against a reference.
    pub cell: CellOption,
    /// Current densities, mA·cm⁻², 1e-6 to 1000, at most 20; the study's 0.3, 1, 3, 10.
    pub currents_ma_per_cm2: Vec<f64>,
    /// Charge, mAh·cm⁻², the same at every current: 1e-3 to 1000. The study does not print it; at 10 mA·cm⁻² and 1 h to activation it
    /// cannot have been less than 10.
    pub capacity_mah_per_cm2: f64,
    /// Points in time: 2 to 10,000; where the film cracks, half of them in the time that this takes.
    pub points: f64,
    /// Time at which half of the final share is open, h: 0.01 to 100; the study's 0.5 to 1.5.
    pub activation_h: f64,
    /// Open share at the start over the final one: 1e-9 to 0.1.
    pub first_opening: f64,
    /// Local current density that holds a crack open, mA·cm⁻²: 1e-3 to 1e4.
    pub crack_current_ma_per_cm2: f64,
    /// Resistance of the reaction on open metal, Ω·cm² of open metal: 1e-3 to 1e4.
    pub open_metal_ohm_cm2: f64,
    /// Resistance of the pits, Ω·cm²: 0 to 1e4.
    pub pits_ohm_cm2: f64,
}

impl Default for Options {
    fn default() -> Self {
        Options {
            cell: CellOption::default(),
            currents_ma_per_cm2: vec![0.3, 1.0, 3.0, 10.0],
            capacity_mah_per_cm2: 20.0,
            points: 201.0,
            activation_h: 1.0,
            first_opening: 1e-4,
            crack_current_ma_per_cm2: 20.0,
            // 85 mV at the local current of an open crack.
            open_metal_ohm_cm2: 4.25,
            pits_ohm_cm2: 17.5,
        }
    }
}

/// One current, one direction.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Run {
    /// `strip` or `plate`.
    pub direction: &'static str,
    /// Current density, mA·cm⁻².
    pub current_ma_per_cm2: f64,
    /// Time, h.
    pub time_h: Vec<f64>,
    /// Charge passed, mAh·cm⁻².
    pub capacity_mah_per_cm2: Vec<f64>,
    /// Overpotential (counted positive), V: the sum of the next four.
    pub overpotential_v: Vec<f64>,
    /// Over the film (plating; on an SEI both ways), V.
    pub film_v: Vec<f64>,
    /// Of the reaction, V.
    pub charge_transfer_v: Vec<f64>,
    /// Of concentration, V.
    pub concentration_v: Vec<f64>,
    /// Of the electrolyte and, stripping, of the pits, V.
    pub ohmic_v: Vec<f64>,
    /// Open share of the surface (stripping).
    pub open_share: Vec<f64>,
    /// When the overpotential has fallen halfway from its first to its last value, h; absent where it does not fall.
    pub activation_h: Option<f64>,
    /// Overpotential at the start, V.
    pub before_v: f64,
    /// Overpotential at the end, V.
    pub after_v: f64,
    /// Largest fall within 10 minutes, as a share of the overpotential before it.
    pub largest_fall: f64,
    /// What the film would need if it never cracked, V: the current times its ionic resistance (stripping).
    pub uncracked_v: f64,
    /// Differential resistances at the end, Ω·cm².
    pub differential: Differential,
    /// The impedance under bias at the start and at the end.
    pub spectra: Vec<SpectrumAt>,
}

/// Differential resistances dV/dj of the parts, Ω·cm²: what the impedance under bias is made of.
#[derive(Debug, Clone, Copy, PartialEq, Default, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Differential {
    /// The film.
    pub film_ohm_cm2: f64,
    /// The reaction.
    pub charge_transfer_ohm_cm2: f64,
    /// Concentration.
    pub concentration_ohm_cm2: f64,
    /// Electrolyte and pits.
    pub ohmic_ohm_cm2: f64,
}

/// Stripping and plating.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Galvanostatic {
    /// Always one electrode.
    pub geometry: &'static str,
    /// Whether ions (SEI) or electrons (anti-SEI) carry most of the film's conductance.
    pub film: &'static str,
    /// Every current, stripped and plated, as far as the film carries it.
    pub runs: Vec<Run>,
    /// What the film does not carry.
    pub refused: Vec<Refused>,
    /// What a reader must know.
    pub notes: Vec<&'static str>,
}

/// A current that the film does not carry.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Refused {
    /// `strip` or `plate`.
    pub direction: &'static str,
    /// Current density, mA·cm⁻².
    pub current_ma_per_cm2: f64,
    /// Why not.
    pub reason: String,
}

/// Overpotential by parts, V, and their differential resistances, Ω·cm².
#[derive(Clone, Copy, Default)]
struct Parts {
    film: f64,
    reaction: f64,
    concentration: f64,
    ohmic: f64,
    differential: Differential,
}

impl Parts {
    fn total(&self) -> f64 {
        self.film + self.reaction + self.concentration + self.ohmic
    }
}

/// The open share of the surface at a time (h), in closed form: logistic growth to `most` with half of it at `half` hours.
pub fn open_share(time: f64, most: f64, first_opening: f64, half: f64) -> f64 {
    let ratio = 1.0 / first_opening - 1.0;
    most / (1.0 + ratio * exp(-growth_rate(first_opening, half) * time))
}

/// The rate k, 1/h, that opens half of the final share at `half` hours.
pub fn growth_rate(first_opening: f64, half: f64) -> f64 {
    ln(1.0 / first_opening - 1.0) / half
}

/// Times from 0 to `end`, h: evenly, but half of them up to `busy`, where that is a part of the whole.
fn unevenly(end: f64, busy: f64, count: usize) -> Vec<f64> {
    let within = if count > 3 && busy < end { count / 2 } else { 0 };
    let mut all = times(0.0, end, count - within);
    all.extend((0..within).map(|i| busy * (i as f64 + 0.5) / within as f64));
    all.sort_by(f64::total_cmp);
    all
}

/// An electrode under current.
struct Electrode<'a> {
    cell: &'a Cell,
    options: &'a Options,
    kinetics: Kinetics,
    /// `nF/RT`, 1/V.
    f: f64,
    /// Electrons carry most of the film's conductance.
    anti_sei: bool,
    /// Resistance of the film to both, Ω·cm².
    film_ohm_cm2: f64,
}

impl Electrode<'_> {
    fn plate(&self, j: f64) -> Result<Parts> {
        let (film, film_slope) =
            if self.anti_sei { self.cell.law_or_wkb().voltage(j)? } else { (j * self.film_ohm_cm2, self.film_ohm_cm2) };
        let (reaction, reaction_slope) = if self.anti_sei {
            self.kinetics.overpotential(j)
        } else {
            (j * self.options.open_metal_ohm_cm2, self.options.open_metal_ohm_cm2)
        };
        Ok(self.parts(j, true, (film, film_slope), (reaction, reaction_slope), 0.0))
    }

    /// Stripping with an open share of the surface.
    fn strip(&self, j: f64, open: f64) -> Parts {
        if !self.anti_sei {
            let metal = self.options.open_metal_ohm_cm2;
            return self.parts(j, false, (j * self.film_ohm_cm2, self.film_ohm_cm2), (j * metal, metal), 0.0);
        }
        // Two ways side by side: the reaction with a threshold, and open metal behind the pits.
        let metal = self.options.open_metal_ohm_cm2 / open;
        let way = metal + self.options.pits_ohm_cm2;
        let highest = self.kinetics.overpotential(j).0.min(j * way);
        let eta = kinetics::root(0.0, highest, |eta| self.kinetics.current(eta) + eta / way - j);
        let through_pits = eta / way;
        let pits = through_pits * self.options.pits_ohm_cm2;
        let slope = 1.0 / (1.0 / self.kinetics.overpotential((j - through_pits).max(0.0)).1 + 1.0 / way);
        // The pits' share of the slope is what the open way carries of it.
        let pits_slope = slope * self.options.pits_ohm_cm2 / way;
        let mut parts = self.parts(j, false, (0.0, 0.0), (eta - pits, slope - pits_slope), pits_slope);
        parts.ohmic += pits;
        parts
    }

    fn parts(&self, j: f64, plating: bool, film: (f64, f64), reaction: (f64, f64), pits_slope: f64) -> Parts {
        let (heaped, heaped_slope) = concentration(j, self.cell.limiting_current_ma_per_cm2 * 1e-3, plating, self.f);
        Parts {
            film: film.0,
            reaction: reaction.0,
            concentration: heaped,
            ohmic: j * self.cell.electrolyte_ohm_cm2,
            differential: Differential {
                film_ohm_cm2: film.1,
                charge_transfer_ohm_cm2: reaction.1,
                concentration_ohm_cm2: heaped_slope,
                ohmic_ohm_cm2: self.cell.electrolyte_ohm_cm2 + pits_slope,
            },
        }
    }

    /// The impedance under bias: each differential resistance with the capacitance or diffusion that belongs to it.
    fn spectrum(&self, label: String, time_h: f64, d: &Differential) -> SpectrumAt {
        let frequency = frequencies(FREQUENCY_HZ);
        let capacitance = self.cell.compact_film().map_or(0.0, |film| film.capacitance);
        let p = self.cell.cpe_exponent;
        let power = PowJ::new(p);
        let surface = self.cell.double_layer_uf_per_cm2 * 1e-6;
        let cpe = cpe_from_capacitance(surface, d.charge_transfer_ohm_cm2.max(1e-12), p);
        // The diffusion layer that gives the limiting current, n F D c/delta = j_lim.
        let concentration = self.cell.ion_mol_per_l * 1e-3;
        let diffusion = self.cell.diffusion_cm2_per_s;
        let layer = self.cell.electrons() * crate::constants::FARADAY * diffusion * concentration
            / (self.cell.limiting_current_ma_per_cm2 * 1e-3);
        let heap = Diffusion { resistance: d.concentration_ohm_cm2, time: layer * layer / diffusion };
        let z: Vec<_> = frequency
            .iter()
            .map(|f| {
                let w = 2.0 * PI * f;
                let j_w = num_complex::Complex64::new(0.0, w);
                let film = d.film_ohm_cm2 / (1.0 + d.film_ohm_cm2 * capacitance * j_w);
                let reaction = d.charge_transfer_ohm_cm2 / (1.0 + d.charge_transfer_ohm_cm2 * cpe * power.at(w));
                d.ohmic_ohm_cm2 + film + reaction + heap.impedance(w)
            })
            .collect();
        SpectrumAt::new(label, time_h, &frequency, &z)
    }

    fn run(&self, direction: &'static str, current_ma_per_cm2: f64) -> Result<Run> {
        let options = self.options;
        let j = current_ma_per_cm2 * 1e-3;
        let strip = direction == "strip";
        let cracks = strip && self.anti_sei;
        let length = options.capacity_mah_per_cm2 / current_ma_per_cm2;
        let busy = if cracks { 2.0 * options.activation_h } else { length };
        let time_h = unevenly(length, busy, count(options.points)?);
        let most = (current_ma_per_cm2 / options.crack_current_ma_per_cm2).min(1.0);
        let open = |t: f64| open_share(t, most, options.first_opening, options.activation_h);
        let plated = if strip { Parts::default() } else { self.plate(j)? };
        let at = |t: f64| if strip { self.strip(j, open(t)) } else { plated };
        let parts: Vec<Parts> = time_h.iter().map(|&t| at(t)).collect();
        let end = time_h.last().copied().unwrap_or_default();
        let (first, last) = (at(0.0), at(end));
        let (before_v, after_v) = (first.total(), last.total());
        // Overpotential never rises with time here, so halfway is crossed once.
        let halfway = (before_v + after_v) / 2.0;
        let falls = before_v - after_v > 0.05 * before_v;
        let activation_h = falls.then(|| kinetics::root(0.0, end, |t| halfway - at(t).total()));
        // Ten minutes; only what cracks changes with time.
        let sixth = 1.0 / 6.0;
        let starts = if falls { times(0.0, (end - sixth).max(0.0), 2001) } else { Vec::new() };
        let largest_fall =
            starts.into_iter().map(|t| 1.0 - at((t + sixth).min(end)).total() / at(t).total()).fold(0.0, f64::max);
        let column = |of: fn(&Parts) -> f64| parts.iter().map(of).collect();
        Ok(Run {
            direction,
            current_ma_per_cm2,
            capacity_mah_per_cm2: time_h.iter().map(|t| t * current_ma_per_cm2).collect(),
            overpotential_v: column(Parts::total),
            film_v: column(|p| p.film),
            charge_transfer_v: column(|p| p.reaction),
            concentration_v: column(|p| p.concentration),
            ohmic_v: column(|p| p.ohmic),
            open_share: time_h.iter().map(|&t| if cracks { open(t) } else { 0.0 }).collect(),
            activation_h,
            before_v,
            after_v,
            largest_fall,
            uncracked_v: if strip { j * self.ionic_ohm_cm2() } else { 0.0 },
            differential: last.differential,
            spectra: vec![
                self.spectrum(format!("{direction}, {current_ma_per_cm2} mA/cm2, start"), 0.0, &first.differential),
                self.spectrum(format!("{direction}, {current_ma_per_cm2} mA/cm2, end"), end, &last.differential),
            ],
            time_h,
        })
    }

    fn ionic_ohm_cm2(&self) -> f64 {
        self.cell.compact_film().map_or(0.0, |film| (1.0 / film.ionic_conductance).min(crate::film::BLOCKED_OHM_CM2))
    }
}

impl Experiment for Galvanostatic {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let cell = options.cell.or_preset("mg-galvanostatic")?;
        Error::unless_within("currentsMaPerCm2 (how many)", options.currents_ma_per_cm2.len() as f64, 1.0, 20.0, "")?;
        Error::unless_within("capacityMahPerCm2", options.capacity_mah_per_cm2, 1e-3, 1000.0, "mAh/cm2")?;
        Error::unless_within("activationH", options.activation_h, 0.01, 100.0, "h")?;
        Error::unless_within("firstOpening", options.first_opening, 1e-9, 0.1, "")?;
        Error::unless_within("crackCurrentMaPerCm2", options.crack_current_ma_per_cm2, 1e-3, 1e4, "mA/cm2")?;
        Error::unless_within("openMetalOhmCm2", options.open_metal_ohm_cm2, 1e-3, 1e4, "ohm cm2")?;
        Error::unless_within("pitsOhmCm2", options.pits_ohm_cm2, 0.0, 1e4, "ohm cm2")?;
        let n = cell.electrons();
        let f = kinetics::slope(n, cell.temperature_k);
        let kinetics = match cell.reaction {
            Reaction::Threshold => Kinetics::Threshold { threshold: cell.threshold_v, f },
            Reaction::ButlerVolmer => Kinetics::ButlerVolmer {
                exchange: exchange_current(n, cell.rate_cm_per_s, cell.ion_mol_per_l * 1e-3) * cell.active_share,
                alpha: cell.transfer_coefficient,
                f,
            },
        };
        let film = cell.compact_film().ok_or_else(|| {
            Error::new(Code::BadArgument, "Glassy carbon has no metal to strip or plate; take magnesium or lithium.")
        })?;
        let anti_sei = film.carries_electrons();
        let electrode = Electrode { cell: &cell, options, kinetics, f, anti_sei, film_ohm_cm2: film.resistance() };
        let (mut runs, mut refused) = (Vec::new(), Vec::new());
        for &current in &options.currents_ma_per_cm2 {
            Error::unless_within("currentsMaPerCm2", current, 1e-6, 1000.0, "mA/cm2")?;
            if current >= cell.limiting_current_ma_per_cm2 {
                return Err(Error::new(
                    Code::OutOfRange,
                    format!(
                        "{current} mA/cm2 is not below the limiting current of {} mA/cm2: no steady plating. Lower the current or raise limitingCurrentMaPerCm2.",
                        cell.limiting_current_ma_per_cm2
                    ),
                ));
            }
            runs.push(electrode.run("strip", current)?);
            match electrode.run("plate", current) {
                Ok(run) => runs.push(run),
                Err(Error { code: Code::OutOfRange, message, .. }) => {
                    refused.push(Refused { direction: "plate", current_ma_per_cm2: current, reason: message });
                }
                Err(error) => return Err(error),
            }
        }
        Ok(Galvanostatic {
            geometry: "half",
            film: if anti_sei { "anti-sei" } else { "sei" },
            runs,
            refused,
            notes: vec![
                "That cracking opens a share in proportion to the current is our model; its two numbers are fitted to the study's overpotentials after activation.",
                "The study sees two steps of activation, the first too fast to see; here it is over at the start.",
                "The study's reference electrode is Mg, which it does not trust to 10 mV.",
            ],
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::parameters::Transport;

    #[test]
    fn the_open_share_is_the_solution_of_its_law() {
        let (most, first, half) = (0.05, 1e-4, 1.0);
        let k = growth_rate(first, half);
        let rate = |theta: f64| k * theta * (1.0 - theta / most);
        // Runge-Kutta in fine steps from the same start.
        let (mut theta, step) = (most * first, 1e-4);
        for i in 0..20_000 {
            let t = f64::from(i) * step;
            let closed = open_share(t, most, first, half);
            assert!((theta / closed - 1.0).abs() < 1e-9, "{t} h: {theta} against {closed}");
            let a = rate(theta);
            let b = rate(theta + step / 2.0 * a);
            let c = rate(theta + step / 2.0 * b);
            let d = rate(theta + step * c);
            theta += step / 6.0 * (a + 2.0 * b + 2.0 * c + d);
        }
        assert!((open_share(half, most, first, half) / most - 0.5).abs() < 1e-12);
    }

    #[test]
    fn the_parts_sum_and_their_slopes_are_the_slope_of_the_whole() {
        let run = |j: f64| {
            Galvanostatic::run(&Options {
                currents_ma_per_cm2: vec![j],
                points: 7.0,
                crack_current_ma_per_cm2: 1e-3,
                ..Options::default()
            })
            .unwrap()
            .runs
        };
        for j in [0.3, 1.0, 5.0] {
            for (i, r) in run(j).iter().enumerate() {
                for k in 0..r.time_h.len() {
                    let sum = r.film_v[k] + r.charge_transfer_v[k] + r.concentration_v[k] + r.ohmic_v[k];
                    assert!((sum - r.overpotential_v[k]).abs() < 1e-12);
                    assert!((r.capacity_mah_per_cm2[k] - r.time_h[k] * j).abs() < 1e-9);
                }
                // With all of the surface open at any current, the end depends on the current alone.
                let h = 1e-4 * j;
                let slope = (run(j + h)[i].after_v - run(j - h)[i].after_v) / (2.0 * h * 1e-3);
                let d = r.differential;
                let parts = d.film_ohm_cm2 + d.charge_transfer_ohm_cm2 + d.concentration_ohm_cm2 + d.ohmic_ohm_cm2;
                assert!((parts / slope - 1.0).abs() < 1e-4, "{} at {j}: {parts} against {slope}", r.direction);
                // The impedance under bias begins and ends with them.
                let z = &r.spectra[1];
                assert!((z.re[0] / d.ohmic_ohm_cm2 - 1.0).abs() < 0.2 && *z.re.last().unwrap() <= parts * (1.0 + 1e-9));
            }
        }
    }

    #[test]
    fn an_sei_needs_no_activation() {
        let cell = preset("mg-galvanostatic").unwrap().sei_twin();
        let result = Galvanostatic::run(&Options { cell: CellOption::of(&cell), ..Options::default() }).unwrap();
        assert_eq!(result.film, "sei");
        assert!(result.runs.iter().all(|r| r.activation_h.is_none() && r.largest_fall == 0.0));
    }

    #[test]
    fn a_current_that_the_film_does_not_carry_leaves_the_others() {
        let cell = Cell { transport: Transport::Fixed, ..preset("mg-galvanostatic").unwrap() };
        let result = Galvanostatic::run(&Options { cell: CellOption::of(&cell), ..Options::default() }).unwrap();
        let of = |direction| {
            result.runs.iter().filter(|r| r.direction == direction).map(|r| r.current_ma_per_cm2).collect::<Vec<_>>()
        };
        assert_eq!((of("strip"), of("plate")), (vec![0.3, 1.0, 3.0, 10.0], vec![0.3, 1.0, 3.0]));
        let [refused] = &result.refused[..] else { panic!("{:?}", result.refused) };
        assert_eq!((refused.direction, refused.current_ma_per_cm2), ("plate", 10.0));
        // It has no barrier to lower.
        assert!(refused.reason.contains("lower the current or the resistance"), "{}", refused.reason);
    }

    #[test]
    fn the_fall_is_told_finely_at_every_current() {
        let run = Galvanostatic::run(&Options { points: 121.0, ..Options::default() }).unwrap();
        for r in run.runs.iter().filter(|r| r.direction == "strip") {
            assert_eq!((r.time_h.len(), r.time_h[0], r.time_h[120]), (121, 0.0, 20.0 / r.current_ma_per_cm2));
            assert!(r.time_h.is_sorted());
            let half = r.activation_h.unwrap();
            let next = r.time_h.iter().position(|&t| t > half).unwrap();
            assert!(r.time_h[next] - r.time_h[next - 1] < 0.05, "{} mA/cm2", r.current_ma_per_cm2);
        }
        assert_eq!(unevenly(5.0, 2.0, 2), [0.0, 5.0]);
    }

    #[test]
    fn bad_options_are_named() {
        for (options, part) in [
            (Options { currents_ma_per_cm2: vec![20.0], ..Options::default() }, "limiting current of 10.5"),
            (Options { currents_ma_per_cm2: vec![], ..Options::default() }, "currentsMaPerCm2"),
            (Options { currents_ma_per_cm2: vec![f64::NAN], ..Options::default() }, "currentsMaPerCm2 is NaN"),
            (Options { points: 1e9, ..Options::default() }, "points"),
            (
                Options { activation_h: -1.0, ..Options::default() },
                "activationH is -1 h, but must lie between 0.01 and 100 h",
            ),
        ] {
            let error = Galvanostatic::run(&options).unwrap_err();
            assert_eq!(error.code, Code::OutOfRange);
            assert!(error.message.contains(part), "{}", error.message);
        }
    }
}
