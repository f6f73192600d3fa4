//! Golden values: Kramers-Kronig verdicts and distributions of relaxation times.

use interphase::analysis::kramers_kronig::{Options, Verdict, kramers_kronig};
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
