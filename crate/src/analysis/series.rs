//! One circuit through a series of spectra.
//!
//! Every spectrum is started from the same few `Seed`s, fits of spectra spread over the whole series, and falls back to
//! its own data where those lead nowhere. No spectrum knows its neighbour, so the result does not depend on how the
//! series is cut into chunks, nor on how many workers share them.

use super::fit::{Fit, FitOptions, fit, fit_from};
use crate::circuit::Circuit;
use crate::error::{Code, Error, Result};
use crate::spectrum::Spectrum;

/// Most spectra in a series.
const MOST_SPECTRA: usize = 10_000;
/// Spectra fitted without a start before all others.
const SEEDS: usize = 6;
/// A fit from a seed is believed up to this many times the seeds' own largest reduced chi².
const WORSE_THAN_SEED: f64 = 3.0;

/// A fit that others start from.
#[derive(Debug, Clone, PartialEq, serde::Serialize, serde::Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct Seed {
    /// Parameters.
    pub values: Vec<f64>,
    /// How well they fit.
    pub reduced_chi_square: f64,
}

/// Which of `count` spectra the seeds come from: the first, the last and some evenly between.
pub fn seed_places(count: usize) -> Vec<usize> {
    let n = SEEDS.min(count);
    (0..n).map(|k| if n == 1 { 0 } else { k * (count - 1) / (n - 1) }).collect()
}

/// The seeds of a series.
///
/// # Errors
/// `TooLarge` for more than 10,000 spectra, `Empty` for none; that of the first spectrum if none can be fitted.
pub fn seeds(circuit: &Circuit, spectra: &[Spectrum], options: &FitOptions) -> Result<Vec<Seed>> {
    check(spectra)?;
    let (mut found, mut first_error) = (Vec::new(), None);
    for place in seed_places(spectra.len()) {
        match fit(circuit, &spectra[place], options) {
            Ok(fit) => found.push(Seed { values: fit.values, reduced_chi_square: fit.reduced_chi_square }),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    match first_error {
        Some(error) if found.is_empty() => Err(error),
        _ => Ok(found),
    }
}

/// Fit each spectrum, from the seeds of the whole series.
///
/// # Errors
/// `TooLarge` for more than 10,000 spectra, `Empty` for none. A spectrum that cannot be fitted is an error of its own.
pub fn fit_series(
    circuit: &Circuit,
    spectra: &[Spectrum],
    seeds: &[Seed],
    options: &FitOptions,
) -> Result<Vec<Result<Fit>>> {
    check(spectra)?;
    for seed in seeds {
        circuit.check(&seed.values)?;
    }
    let expected = WORSE_THAN_SEED * seeds.iter().map(|s| s.reduced_chi_square).fold(0.0, f64::max);
    Ok(spectra.iter().map(|spectrum| one(circuit, spectrum, seeds, expected, options)).collect())
}

fn check(spectra: &[Spectrum]) -> Result<()> {
    if spectra.is_empty() {
        return Err(Error::new(Code::Empty, "The series has no spectrum."));
    }
    if spectra.len() > MOST_SPECTRA {
        let sentence = format!("The series has {} spectra; at most {MOST_SPECTRA} can be fitted.", spectra.len());
        return Err(Error::new(Code::TooLarge, sentence));
    }
    Ok(())
}

fn one(circuit: &Circuit, spectrum: &Spectrum, seeds: &[Seed], expected: f64, options: &FitOptions) -> Result<Fit> {
    let sets: Vec<&[f64]> = seeds.iter().map(|seed| seed.values.as_slice()).collect();
    let warm = fit_from(circuit, spectrum, options, &sets)?;
    if warm.converged && warm.reduced_chi_square <= expected {
        return Ok(warm);
    }
    let cold = fit(circuit, spectrum, options)?;
    Ok(if cold.chi_square < warm.chi_square { cold } else { warm })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math;

    fn growth() -> Vec<Spectrum> {
        let circuit = Circuit::parse("R(RQ)(RQ)").unwrap();
        let frequency: Vec<f64> = (0..60).map(|k| math::exp(math::ln(1e5) - 0.25 * f64::from(k))).collect();
        (0..40)
            .map(|k| {
                // The slow arc grows fiftyfold while the fast one stays: the resistances cross, the time constants not.
                let grow = math::exp(0.1 * f64::from(k));
                let values = [10.0, 200.0, 1e-7, 0.9, 30.0 * grow, 1e-4, 0.85];
                let z = circuit.impedance(&values, &frequency).unwrap();
                // A small error that is not noise, the same everywhere.
                let z =
                    z.iter().enumerate().map(|(i, z)| z * (1.0 + 2e-3 * math::sin(7.1 * (i as f64) + f64::from(k))));
                Spectrum::new(frequency.clone(), z.collect())
            })
            .collect()
    }

    #[test]
    fn chunks_give_what_the_whole_gives_and_arcs_keep_their_order() {
        let circuit = Circuit::parse("R(RQ)(RQ)").unwrap();
        let (spectra, options) = (growth(), FitOptions::default());
        let seeds = seeds(&circuit, &spectra, &options).unwrap();
        let whole = fit_series(&circuit, &spectra, &seeds, &options).unwrap();
        let mut parts = Vec::new();
        for chunk in spectra.chunks(7) {
            parts.extend(fit_series(&circuit, chunk, &seeds, &options).unwrap());
        }
        assert_eq!(whole, parts);
        for (k, fit) in whole.iter().enumerate() {
            let fit = fit.as_ref().unwrap();
            let expected = 30.0 * math::exp(0.1 * k as f64);
            assert!((fit.values[1] / 200.0 - 1.0).abs() < 0.02, "{k}: {:?}", fit.values);
            assert!((fit.values[4] / expected - 1.0).abs() < 0.02, "{k}: {:?}", fit.values);
        }
    }

    #[test]
    fn a_bad_spectrum_spoils_only_itself() {
        let circuit = Circuit::parse("R(RQ)").unwrap();
        let mut spectra = growth();
        spectra[3].impedance.truncate(2);
        let options = FitOptions::default();
        let seeds = seeds(&circuit, &spectra, &options).unwrap();
        let fits = fit_series(&circuit, &spectra, &seeds, &options).unwrap();
        assert!(fits[3].is_err() && fits[2].is_ok() && fits[4].is_ok());
        assert_eq!(fit_series(&circuit, &[], &seeds, &options).unwrap_err().code, Code::Empty);
    }
}
