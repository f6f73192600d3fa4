//! Kramers-Kronig test, Z-HIT, relaxation times and the question which film it is.

use js_sys::{Array, Object};
use serde::Deserialize;
use serde::de::DeserializeOwned;
use wasm_bindgen::prelude::*;

use super::spectrum::{floats_to_js, set, spectrum_from_js};
use super::{take, throw};
use crate::Complex64;
use crate::analysis::drift::Clock;
use crate::analysis::kramers_kronig::{self, Verdict};

/// Options that may be left out.
fn options<T: DeserializeOwned + Default>(value: JsValue, what: &str) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() { Ok(T::default()) } else { take(value, what) }
}

/// Relative residuals as the fields `residualRe` and `residualIm`.
fn set_residual(object: &Object, residual: &[Complex64]) {
    let (re, im): (Vec<f64>, Vec<f64>) = residual.iter().map(|r| (r.re, r.im)).unzip();
    set(object, "residualRe", floats_to_js(&re));
    set(object, "residualIm", floats_to_js(&im));
}

/// Sentences as an array.
fn sentences(reasons: &[String]) -> Array {
    reasons.iter().map(|reason| JsValue::from_str(reason)).collect()
}

/// Linear Kramers-Kronig test.
#[wasm_bindgen(js_name = kramersKronig, skip_typescript)]
pub fn kramers_kronig(spectrum: &JsValue, choices: JsValue) -> Result<JsValue, JsValue> {
    #[derive(Deserialize, Default)]
    #[serde(rename_all = "camelCase")]
    struct Options {
        mu_criterion: Option<f64>,
        max_elements: Option<usize>,
    }
    let Options { mu_criterion, max_elements } = options(choices, "options of the Kramers-Kronig test")?;
    let chosen = kramers_kronig::Options { mu_criterion, max_elements };
    let report = kramers_kronig::kramers_kronig(&spectrum_from_js(spectrum)?, &chosen).map_err(throw)?;
    let result = Object::new();
    set(&result, "elements", report.elements as f64);
    set(&result, "mu", report.mu);
    set_residual(&result, &report.residual);
    set(&result, "pseudoChiSquare", report.pseudo_chi_square);
    set(
        &result,
        "verdict",
        match report.verdict {
            Verdict::Valid => "valid",
            Verdict::Suspect => "suspect",
            Verdict::Invalid => "invalid",
        },
    );
    set(&result, "reasons", sentences(&report.reasons));
    set(&result, "noise", report.noise);
    set(&result, "violation", report.violation);
    set(&result, "runs", floats_to_js(&report.runs));
    let drift = Object::new();
    set(&drift, "change", report.drift.change);
    set(&drift, "error", report.drift.error);
    set(
        &drift,
        "clock",
        match report.drift.clock {
            Clock::Points => "points",
            Clock::Periods => "periods",
        },
    );
    set(&result, "drift", drift);
    Ok(result.into())
}
