//! Golden values: twelve noisy spectra whose least-squares optimum is known to thirty digits. No start is given.

use interphase::analysis::fit::{FitOptions, fit};
use interphase::circuit::Circuit;
use interphase::{Complex64, Spectrum};

use crate::elements::{floats, golden};

fn spectrum(f: &[f64], entry: &serde_json::Value) -> Spectrum {
    let z = floats(&entry["z_re"]).into_iter().zip(floats(&entry["z_im"])).map(|(re, im)| Complex64::new(re, im));
    Spectrum::new(f.to_vec(), z.collect())
}

#[test]
fn every_fit_reaches_the_reference_optimum_without_a_start() {
    let golden = golden("fits.json");
    let f = floats(&golden["f"]);
    let mut failures = Vec::new();
    for entry in golden["fits"].as_array().unwrap() {
        let (name, reference) = (entry["name"].as_str().unwrap(), &entry["reference"]);
        let (params, sigma) = (floats(&reference["params"]), floats(&reference["sigma"]));
        for text in [entry["circuit"].as_str().unwrap(), entry["cdc_boukamp"].as_str().unwrap()] {
            let circuit = Circuit::parse(text).unwrap();
            let fit = fit(&circuit, &spectrum(&f, entry), &FitOptions::default()).unwrap();
            let chi2 = reference["chi2"].as_f64().unwrap();
            let excess = fit.chi_square / chi2 - 1.0;
            let shift = (0..params.len()).map(|i| (fit.values[i] - params[i]).abs() / sigma[i]).fold(0.0, f64::max);
            let errors = (0..params.len()).map(|i| (fit.standard_errors[i] / sigma[i] - 1.0).abs()).fold(0.0, f64::max);
            let correlation = (0..params.len())
                .flat_map(|i| {
                    let row = floats(&reference["correlation"][i]);
                    let ours = fit.correlation[i].clone();
                    row.into_iter().zip(ours).map(|(a, b)| (a - b).abs()).collect::<Vec<_>>()
                })
                .fold(0.0, f64::max);
            let line = format!(
                "{name} {text}: chi² {excess:+.1e}, values {shift:.1e} sigma, sigma {errors:.1e}, correlation \
                 {correlation:.1e}, {} iterations, warnings {:?}",
                fit.iterations, fit.warnings
            );
            println!("{line}");
            let right = excess.abs() < 1e-6 && shift < 1e-3 && errors < 1e-3 && correlation < 1e-3 && fit.converged;
            if !right {
                failures.push(line);
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}
