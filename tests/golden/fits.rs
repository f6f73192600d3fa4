//! Golden values: twelve noisy spectra whose least-squares optimum is known to thirty digits. No start is given.

use interphase::analysis::fit::{FitOptions, Weighting, fit};
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
            let mut arcs = 0.0_f64;
            for expected in reference["C_eff"].as_array().unwrap() {
                let name = format!("{}||{}", expected["R"].as_str().unwrap(), expected["CPE"].as_str().unwrap());
                let arc = fit.arcs.iter().find(|a| a.name == name).unwrap_or_else(|| panic!("{text}: no {name}"));
                for (ours, theirs) in
                    [(arc.capacitance, "C"), (arc.capacitance_error, "C_sigma"), (arc.peak_frequency, "f_peak")]
                {
                    arcs = arcs.max((ours / expected[theirs].as_f64().unwrap() - 1.0).abs());
                }
            }
            let line = format!(
                "{name} {text}: chi² {excess:+.1e}, values {shift:.1e} sigma, sigma {errors:.1e}, correlation \
                 {correlation:.1e}, arcs {arcs:.1e}, {} iterations, warnings {:?}",
                fit.iterations, fit.warnings
            );
            println!("{line}");
            let right = excess.abs() < 1e-6
                && shift < 1e-3
                && errors < 1e-3
                && correlation < 1e-3
                && arcs < 1e-3
                && fit.converged;
            if !right {
                failures.push(line);
            }
        }
    }
    assert!(failures.is_empty(), "{}", failures.join("\n"));
}

/// Simulated spectra with a known truth: 57 points from 100 kHz to 10 mHz, 0.5 % Gaussian noise on each part.
pub mod simulated {
    use super::*;

    /// Permuted congruential generator (O'Neill 2014), so that the spectra are the same everywhere.
    pub struct Random(u64);

    impl Random {
        pub fn new(seed: u64) -> Random {
            Random(seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(99))
        }
        pub fn uniform(&mut self) -> f64 {
            self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
            let x = (((self.0 >> 18) ^ self.0) >> 27) as u32;
            (f64::from(x.rotate_right((self.0 >> 59) as u32)) + 0.5) / 4_294_967_296.0
        }
        pub fn between(&mut self, a: f64, b: f64) -> f64 {
            a + (b - a) * self.uniform()
        }
        pub fn log(&mut self, a: f64, b: f64) -> f64 {
            self.between(a.ln(), b.ln()).exp()
        }
        pub fn normal(&mut self) -> f64 {
            (-2.0 * self.uniform().ln()).sqrt() * (std::f64::consts::TAU * self.uniform()).cos()
        }
    }

    pub const NOISE: f64 = 0.005;

    pub fn frequencies() -> Vec<f64> {
        (0..57).map(|k| 10_f64.powf(5.0 - f64::from(k) / 8.0)).collect()
    }

    pub fn noisy(circuit: &Circuit, truth: &[f64], random: &mut Random) -> Spectrum {
        let f = frequencies();
        let z = circuit.impedance(truth, &f).unwrap();
        let z = z.iter().map(|z| z + z.norm() * NOISE * Complex64::new(random.normal(), random.normal())).collect();
        Spectrum::new(f, z)
    }

    /// The CPE's T of an arc with this time constant.
    pub fn arc(r: f64, tau: f64, p: f64) -> [f64; 3] {
        [r, tau.powf(p) / r, p]
    }

    pub fn one_arc(random: &mut Random) -> Vec<f64> {
        let r = random.log(10.0, 1e5);
        let (tau, p) = (random.log(1e-4, 1.0), random.between(0.7, 0.97));
        [&[r * random.log(0.01, 1.0)][..], &arc(r, tau, p)].concat()
    }

    pub fn two_arcs(random: &mut Random) -> Vec<f64> {
        let r = random.log(10.0, 1e5);
        let fast = random.log(3e-5, 1e-2);
        let slow = fast * random.log(30.0, 3.0 / fast);
        let (p, q) = (random.between(0.75, 0.97), random.between(0.75, 0.97));
        [&[r * random.log(0.02, 1.0)][..], &arc(r, fast, p), &arc(r * random.log(0.2, 5.0), slow, q)].concat()
    }
}

#[test]
fn one_and_two_arcs_are_recovered_200_times_of_200() {
    use simulated::*;
    for (text, truth) in [("R(RQ)", one_arc as fn(&mut Random) -> Vec<f64>), ("R(RQ)(RQ)", two_arcs)] {
        let circuit = Circuit::parse(text).unwrap();
        let mut random = Random::new(1);
        let mut lost = Vec::new();
        let start = std::time::Instant::now();
        for k in 0..200 {
            let truth = truth(&mut random);
            let spectrum = noisy(&circuit, &truth, &mut random);
            let found = fit(&circuit, &spectrum, &FitOptions::default()).unwrap();
            let at_truth = FitOptions { initial: Some(truth.clone()), ..FitOptions::default() };
            let from_truth = fit(&circuit, &spectrum, &at_truth).unwrap();
            let off = (0..truth.len())
                .map(|i| (found.values[i] - truth[i]).abs() / found.standard_errors[i])
                .fold(0.0, f64::max);
            if found.chi_square > from_truth.chi_square * (1.0 + 1e-6) || off > 6.0 {
                let excess = found.chi_square / from_truth.chi_square - 1.0;
                lost.push(format!("{text} {k}: {truth:?} -> {:?}, chi² {excess:+e}, {off:.1} sigma", found.values));
            }
        }
        println!("{text}: {:.3} ms a fit (twice)", start.elapsed().as_secs_f64() * 5.0);
        assert!(lost.is_empty(), "{} lost\n{}", lost.len(), lost.join("\n"));
    }
}

#[test]
fn two_sigma_cover_95_of_100() {
    use simulated::*;
    // With the noise found from the residuals, and with the noise given.
    let cases: [(&str, Vec<f64>, bool); 3] = [
        ("R(RQ)", [&[10.0][..], &arc(100.0, 1e-3, 0.88)].concat(), false),
        ("R(RQ)(RQ)", [&[10.0][..], &arc(50.0, 3e-4, 0.9), &arc(120.0, 0.05, 0.8)].concat(), false),
        ("R(RQ)", [&[10.0][..], &arc(100.0, 1e-3, 0.88)].concat(), true),
    ];
    for (text, truth, given) in cases {
        let circuit = Circuit::parse(text).unwrap();
        let mut random = Random::new(7);
        let mut covered = vec![0; truth.len()];
        for _ in 0..1000 {
            let spectrum = noisy(&circuit, &truth, &mut random);
            let mut options = FitOptions::default();
            if given {
                let exact = circuit.impedance(&truth, &frequencies()).unwrap();
                options.weighting = Weighting::Sigma;
                options.sigma = Some(exact.iter().map(|z| NOISE * z.norm()).collect());
            }
            let found = fit(&circuit, &spectrum, &options).unwrap();
            for (i, covered) in covered.iter_mut().enumerate() {
                *covered += usize::from((found.values[i] - truth[i]).abs() < 2.0 * found.standard_errors[i]);
            }
        }
        println!("{text}, noise given: {given}: {covered:?} of 1000");
        for (name, covered) in circuit.names().iter().zip(covered) {
            assert!((930..=970).contains(&covered), "{text}: ±2 sigma of {name} cover {covered} of 1000");
        }
    }
}
