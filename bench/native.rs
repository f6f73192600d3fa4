//! The engine, native: one line per case, as `bench/README.md` says.

// A benchmark stops at the first thing that is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::hint::black_box;
use std::time::{Duration, Instant};

use interphase::Spectrum;
use interphase::analysis::{arc, fit, kramers_kronig, relaxation_times, series};
use interphase::cell;
use interphase::circuit::Circuit;
use num_complex::Complex64;
use serde_json::Value;

fn main() {
    let two_arcs = spectrum(include_str!("../tests/golden/kk.json"), |all| &all["spectra"][0]);
    let one_arc = spectrum(include_str!("../tests/golden/drt.json"), |all| &all["cases"][1]["runs"][2]);
    let relaxing = spectrum(include_str!("../tests/golden/drt.json"), |all| &all["cases"][2]["runs"][2]);

    let circuit = Circuit::parse("R(RQ)(RQ)").unwrap();
    let values = [10.0, 50.0, 1e-6, 0.9, 120.0, 2e-4, 0.8];
    let frequency = logarithmic(1e-2, 1e6, 10_000);
    report("evaluate", || circuit.impedance_parts(&values, &frequency).unwrap());

    let [one, two] = ["R(RQ)", "R(RQ)(RQ)"].map(|text| Circuit::parse(text).unwrap());
    report("fit-one-arc", || fit::fit(&one, &one_arc, &fit::FitOptions::default()).unwrap());
    report("fit-two-arcs", || fit::fit(&two, &two_arcs, &fit::FitOptions::default()).unwrap());
    report("fit-arc", || arc::fit_arc(&two_arcs, &arc::ArcOptions::default()).unwrap());
    let growing = growth(&one);
    let options = fit::FitOptions::default();
    report("series", || {
        let seeds = series::seeds(&one, &growing, &options).unwrap();
        series::fit_series(&one, &growing, &seeds, &options).unwrap()
    });
    report("kramers-kronig", || kramers_kronig::kramers_kronig(&two_arcs, &Default::default()).unwrap());
    report("relaxation-times", || relaxation_times::relaxation_times(&relaxing, &Default::default()).unwrap());

    let cell = cell::presets().into_iter().find(|preset| preset.id == "mg-ocv").unwrap().cell;
    let frequency = logarithmic(1e-2, 1e6, 81);
    report("simulate", || cell::simulate(&cell, &frequency).unwrap());
}

/// Median time of a call: at least half a second and 11 calls, after one that does not count.
fn report<T>(case: &str, mut call: impl FnMut() -> T) {
    black_box(call());
    let (start, mut times) = (Instant::now(), Vec::new());
    while times.len() < 11 || (start.elapsed() < Duration::from_millis(500) && times.len() < 10_000) {
        let start = Instant::now();
        black_box(call());
        times.push(start.elapsed().as_secs_f64());
    }
    times.sort_by(f64::total_cmp);
    println!("{case}\t{:e}\t{}", times[times.len() / 2], times.len());
}

fn logarithmic(low: f64, high: f64, count: usize) -> Vec<f64> {
    (0..count).map(|i| low * (high / low).powf(i as f64 / (count - 1) as f64)).collect()
}

/// The spectra of `bench/growth.mjs`.
fn growth(one_arc: &Circuit) -> Vec<Spectrum> {
    let frequency: Vec<f64> = (0..57).map(|i| 10f64.powf(6.0 - f64::from(i) / 8.0)).collect();
    (0..1000)
        .map(|k| {
            let values = [10.0, 500.0 * (f64::from(k) / 500.0).exp(), 1e-6, 0.9];
            let z = one_arc.impedance(&values, &frequency).unwrap().into_iter().enumerate();
            let z = z.map(|(i, z)| z * (1.0 + 2e-3 * (7.1 * i as f64 + f64::from(k)).sin())).collect();
            Spectrum::new(frequency.clone(), z)
        })
        .collect()
}

fn spectrum(text: &str, pick: impl Fn(&Value) -> &Value) -> Spectrum {
    let all: Value = serde_json::from_str(text).unwrap();
    let numbers = |v: &Value| -> Vec<f64> { v.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect() };
    let one = pick(&all);
    let impedance = numbers(&one["z_re"]).into_iter().zip(numbers(&one["z_im"])).map(|(re, im)| Complex64::new(re, im));
    Spectrum::new(numbers(&all["f"]), impedance.collect())
}
