//! The study's experiments, one room each: options in, data ready for plotting out. Units are in the field names; every result
//! says which cell its numbers belong to.

pub mod corrosion;
pub mod film_map;
pub mod galvanostatic;
pub mod inverse;
pub mod one_film;
pub mod open_circuit;
pub mod operando;
pub mod photoemission;
pub mod polysulfide;
pub mod thickness;

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

use crate::cell::{Cell, Simulation, Value, parameters::Geometry, presets, simulate};
use crate::error::{Code, Error, Result};
use crate::math::{ln, pow};

/// The study's rms amplitude, mV (Experimental details).
pub const AMPLITUDE_MV: f64 = 5.0;
/// The study's frequencies, Hz, highest and lowest (Experimental details).
pub const FREQUENCY_HZ: [f64; 2] = [1e6, 0.02];
/// The same in the operando experiment.
pub const OPERANDO_FREQUENCY_HZ: [f64; 2] = [1e6, 0.1];
/// Points per decade of a simulated spectrum.
const PER_DECADE: f64 = 10.0;

/// An experiment: options in, result out.
pub trait Experiment: Serialize + Sized {
    /// What can be chosen; everything has a default.
    type Options: for<'a> Deserialize<'a> + Default;
    /// Runs it.
    fn run(options: &Self::Options) -> Result<Self>;
}

/// The cell of an experiment: named values over the parameters' defaults, or nothing for the experiment's own cell.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(transparent)]
pub struct CellOption(pub Option<BTreeMap<String, Value>>);

impl CellOption {
    /// This very cell.
    pub fn of(cell: &Cell) -> Self {
        CellOption(Some(cell.values().into_iter().map(|(name, value)| (name.to_string(), value)).collect()))
    }

    /// The cell named, else the preset.
    fn or_preset(&self, id: &str) -> Result<Cell> {
        match &self.0 {
            Some(values) => Cell::from_values(values.iter().map(|(name, value)| (name.as_str(), value))),
            None => preset(id),
        }
    }
}

/// A preset's cell by its id.
pub fn preset(id: &str) -> Result<Cell> {
    presets()
        .into_iter()
        .find(|p| p.id == id)
        .map(|p| p.cell)
        .ok_or_else(|| Error::new(Code::UnknownName, format!("There is no preset \"{id}\"; presets() lists them.")))
}

/// A spectrum of an experiment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct SpectrumAt {
    /// What it shows.
    pub label: String,
    /// Time in the experiment, h.
    pub time_h: f64,
    /// Frequencies, Hz.
    pub frequency: Vec<f64>,
    /// Real part, Ω·cm².
    pub re: Vec<f64>,
    /// Imaginary part, Ω·cm².
    pub im: Vec<f64>,
}

impl SpectrumAt {
    fn new(label: impl Into<String>, time_h: f64, frequency: &[f64], z: &[num_complex::Complex64]) -> Self {
        let (re, im) = z.iter().map(|z| (z.re, z.im)).unzip();
        SpectrumAt { label: label.into(), time_h, frequency: frequency.to_vec(), re, im }
    }

    /// Where the spectrum's arc is highest, Hz: the maximum of `-Im Z`, a parabola through three points of ln f.
    pub fn peak_hz(&self) -> f64 {
        peak_hz(&self.frequency, &self.im)
    }
}

/// Where `-im` is highest, by a parabola in ln f through the highest point and its neighbours; 0 for no points.
fn peak_hz(frequency: &[f64], im: &[f64]) -> f64 {
    let best = im.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1)).map_or(0, |(i, _)| i);
    let at = |i: usize| Some((ln(*frequency.get(i)?), *im.get(i)?));
    match (best.checked_sub(1).and_then(at), at(best), at(best + 1)) {
        (Some((x0, y0)), Some((x1, y1)), Some((x2, y2))) => {
            let (l, r) = ((y1 - y0) / (x1 - x0), (y2 - y1) / (x2 - x1));
            let bend = (r - l) / (x2 - x0);
            let x = if bend > 0.0 { (x0 + x1) / 2.0 - l / (2.0 * bend) } else { x1 };
            crate::math::exp(x)
        }
        (_, Some((x, _)), _) => crate::math::exp(x),
        _ => 0.0,
    }
}

/// Frequencies, Hz, from high to low, evenly in their logarithm, both ends included.
pub fn frequencies([highest, lowest]: [f64; 2]) -> Vec<f64> {
    let decades = ln(highest / lowest) / core::f64::consts::LN_10;
    let steps = (PER_DECADE * decades).ceil();
    (0..=steps as usize).map(|i| highest * pow(lowest / highest, i as f64 / steps)).collect()
}

/// `count` times from `from` to `to`, both included.
fn times(from: f64, to: f64, count: usize) -> Vec<f64> {
    (0..count).map(|i| from + (to - from) * i as f64 / (count - 1) as f64).collect()
}

/// Resistance of the arc: film and charge transfer together, Ω·cm².
fn arc_ohm_cm2(simulation: &Simulation) -> f64 {
    simulation
        .parts
        .iter()
        .filter(|p| !matches!(p.name, "electrolyte" | "separator-diffusion" | "pores" | "pore-diffusion"))
        .map(|p| p.resistance)
        .sum()
}

/// Resistance of one part, Ω·cm²; 0 where the cell has none.
fn part_ohm_cm2(simulation: &Simulation, name: &str) -> f64 {
    simulation.parts.iter().filter(|p| p.name == name).map(|p| p.resistance).fold(0.0, |sum, r| sum + r)
}

/// A number for people: three figures, with a power of ten where it is very large or very small.
fn figure(x: f64) -> String {
    let size = x.abs();
    if size == 0.0 {
        "0".into()
    } else if (1e-3..1e5).contains(&size) {
        let decimals = (2.0 - crate::math::log10(size).floor()).max(0.0) as usize;
        let rounded = format!("{x:.decimals$}");
        if decimals > 0 { rounded.trim_end_matches('0').trim_end_matches('.').into() } else { rounded }
    } else {
        format!("{x:.2e}")
    }
}

/// Electrodes that a cell's numbers count.
fn electrodes(geometry: Geometry) -> f64 {
    if geometry == Geometry::Symmetric { 2.0 } else { 1.0 }
}

/// A number of points that a plot can show and a browser can bear.
fn count(points: f64) -> Result<usize> {
    Error::unless_within("points", points, 2.0, 10_000.0, "")?;
    Ok(points as usize)
}

/// The spectrum of a cell at a time.
fn spectrum(label: impl Into<String>, time_h: f64, cell: &Cell, range: [f64; 2]) -> Result<SpectrumAt> {
    let frequency = frequencies(range);
    let simulation = simulate(cell, &frequency)?;
    Ok(SpectrumAt::new(label, time_h, &frequency, &simulation.impedance))
}
