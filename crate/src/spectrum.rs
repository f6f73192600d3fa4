//! The spectrum, measured or simulated: the one type that formats, circuits and analysis all speak.

use std::collections::BTreeMap;

use num_complex::Complex64;

/// What an impedance is counted in.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Unit {
    /// Ω, as an instrument writes it.
    #[default]
    Ohm,
    /// Ω·cm² of geometric electrode area.
    OhmCm2,
}

/// One impedance spectrum, in the order it was measured.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Spectrum {
    /// What to call it (file name, cycle).
    pub name: String,
    /// Frequencies, Hz, one per point.
    pub frequency: Vec<f64>,
    /// Impedance at each frequency, `unit`.
    pub impedance: Vec<Complex64>,
    /// Unit of `impedance`.
    pub unit: Unit,
    /// Geometric electrode area, cm², where the file tells.
    pub area_cm2: Option<f64>,
    /// Time since the first spectrum of the series, s, where the file tells.
    pub time_s: Option<f64>,
    /// DC bias, V, where the file tells.
    pub bias_v: Option<f64>,
    /// What else the file says of the measurement, as text.
    pub meta: BTreeMap<String, String>,
}

impl Spectrum {
    /// A nameless spectrum from frequencies (Hz) and impedances (Ω).
    pub fn new(frequency: Vec<f64>, impedance: Vec<Complex64>) -> Self {
        Spectrum { frequency, impedance, ..Spectrum::default() }
    }

    /// Number of points.
    pub fn len(&self) -> usize {
        self.frequency.len()
    }

    /// Whether there is no point at all.
    pub fn is_empty(&self) -> bool {
        self.frequency.is_empty()
    }
}
