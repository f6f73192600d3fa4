//! The spectrum, measured or simulated: the one type that formats, circuits and analysis all speak.

use std::collections::BTreeMap;

use num_complex::Complex64;

use crate::math::norm;

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

    /// The points that can be fitted, in the order of measurement.
    pub(crate) fn usable(&self) -> impl Iterator<Item = (f64, Complex64)> {
        let points = self.frequency.iter().copied().zip(self.impedance.iter().copied());
        points.filter(|&(f, z)| is_usable(f, z))
    }

    /// What its impedance is multiplied by to be Ω·cm²; nothing where the area is not known.
    pub(crate) fn to_ohm_cm2(&self) -> Option<f64> {
        match self.unit {
            Unit::OhmCm2 => Some(1.0),
            Unit::Ohm => self.area_cm2.filter(|area| *area > 0.0 && area.is_finite()),
        }
    }
}

/// Whether a point can be fitted: its frequency, Hz, is positive and its impedance finite and not zero, both so large and so
/// small that their powers are numbers too.
pub(crate) fn is_usable(frequency: f64, impedance: Complex64) -> bool {
    (1e-30..=1e30).contains(&frequency) && (1e-100..=1e100).contains(&norm(impedance))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_no_fit_can_use_is_left_out_and_an_area_that_is_none_is_not_known() {
        let z = Complex64::new(3.0, -4.0);
        let points = [
            (1.0, z),
            (0.0, z),
            (-1.0, z),
            (f64::NAN, z),
            (f64::INFINITY, z),
            (1e-40, z),
            (2.0, Complex64::ZERO),
            (2.0, Complex64::new(f64::NAN, 0.0)),
            (2.0, z * 1e120),
            (3.0, z),
        ];
        let mut spectrum = Spectrum::new(points.map(|(f, _)| f).into(), points.map(|(_, z)| z).into());
        assert_eq!(spectrum.usable().collect::<Vec<_>>(), [(1.0, z), (3.0, z)]);
        for (area, known) in [(None, None), (Some(0.0), None), (Some(f64::INFINITY), None), (Some(0.5), Some(0.5))] {
            spectrum.area_cm2 = area;
            assert_eq!(spectrum.to_ohm_cm2(), known);
        }
        spectrum.unit = Unit::OhmCm2;
        assert_eq!(spectrum.to_ohm_cm2(), Some(1.0));
    }
}
