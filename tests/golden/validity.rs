//! Golden values: Kramers-Kronig verdicts and distributions of relaxation times.

use interphase::analysis::kramers_kronig::{Options, Verdict, kramers_kronig};
use interphase::analysis::relaxation_times::{self, relaxation_times};
use interphase::{Complex64, Spectrum};
use serde::Deserialize;

#[derive(Deserialize)]
struct KramersKronig {
    f: Vec<f64>,
    spectra: Vec<Judged>,
}

#[derive(Deserialize)]
struct Judged {
    name: String,
    valid: bool,
    z_re: Vec<f64>,
    z_im: Vec<f64>,
}

fn spectrum(f: &[f64], re: &[f64], im: &[f64]) -> Spectrum {
    Spectrum::new(f.to_vec(), re.iter().zip(im).map(|(&re, &im)| Complex64::new(re, im)).collect())
}

#[test]
fn kramers_kronig_verdicts() {
    let golden: KramersKronig = serde_json::from_str(include_str!("kk.json")).unwrap();
    for s in &golden.spectra {
        let report = kramers_kronig(&spectrum(&golden.f, &s.z_re, &s.z_im), &Options::default()).unwrap();
        let expected = if s.valid { Verdict::Valid } else { Verdict::Invalid };
        assert_eq!(report.verdict, expected, "{}: {:?}", s.name, report.reasons);
    }
}

#[derive(Deserialize)]
struct RelaxationTimes {
    f: Vec<f64>,
    cases: Vec<Case>,
}

#[derive(Deserialize)]
struct Case {
    name: String,
    peak_tau: f64,
    total_area: f64,
    runs: Vec<Run>,
}

#[derive(Deserialize)]
struct Run {
    noise: f64,
    z_re: Vec<f64>,
    z_im: Vec<f64>,
}

#[test]
fn relaxation_times_areas_and_peaks() {
    let golden: RelaxationTimes = serde_json::from_str(include_str!("drt.json")).unwrap();
    for case in &golden.cases {
        for run in &case.runs {
            let s = spectrum(&golden.f, &run.z_re, &run.z_im);
            let d = relaxation_times(&s, &relaxation_times::Options::default()).unwrap();
            let at = format!("{} with noise {}: {:?}", case.name, run.noise, d.peaks);
            assert!((d.polarisation / case.total_area - 1.0).abs() < 0.02, "{at}");
            // The analytic value is that of the highest peak. D3, two RQ in series, has 50 and 120 ohm.
            let expected = if case.name.starts_with("D3") { &[50.0, 120.0][..] } else { &[case.total_area] };
            assert_eq!(d.peaks.len(), expected.len(), "{at}");
            let last = d.peaks.last().unwrap();
            assert!((last.tau / case.peak_tau).log10().abs() < 0.03, "{at}");
            // Where two distributions overlap the valley between them belongs to neither: twice the tolerance.
            for (peak, resistance) in d.peaks.iter().zip(expected) {
                let tolerance = if expected.len() > 1 { 0.04 } else { 0.02 };
                assert!((peak.resistance / resistance - 1.0).abs() < tolerance, "{at}");
            }
        }
    }
}
