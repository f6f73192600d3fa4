//! Kramers-Kronig test, Z-HIT, relaxation times and the question which film it is.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::spectrum::{floats_from_js, floats_to_js, get, set, spectrum_from_js};
use super::throw;
use crate::analysis::drift::Clock;
use crate::analysis::kramers_kronig::{self, Verdict};
use crate::analysis::verdict::{self, Film};
use crate::analysis::{relaxation_times, z_hit};
use crate::{Code, Complex64, Error};

/// One option, which may be left out; `read` gives nothing for a value of the wrong kind.
fn option<T>(options: &JsValue, name: &'static str, read: fn(&JsValue) -> Option<T>) -> Result<Option<T>, JsValue> {
    let value = get(options, name);
    if value.is_undefined() || value.is_null() {
        return Ok(None);
    }
    let wrong = || throw(Error::new(Code::BadArgument, format!("The option {name} has a value of the wrong kind.")));
    read(&value).map(Some).ok_or_else(wrong)
}

/// A count: a number without a fraction.
fn count(value: &JsValue) -> Option<usize> {
    value.as_f64().filter(|n| *n >= 0.0 && *n <= 1e9 && n.trunc() == *n).map(|n| n as usize)
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
pub fn kramers_kronig(spectrum: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let chosen = kramers_kronig::Options {
        mu_criterion: option(options, "muCriterion", JsValue::as_f64)?,
        max_elements: option(options, "maxElements", count)?,
    };
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

/// Distribution of relaxation times.
#[wasm_bindgen(js_name = relaxationTimes, skip_typescript)]
pub fn relaxation_times(spectrum: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let defaults = relaxation_times::Options::default();
    let automatic = get(options, "lambda").as_string().as_deref() == Some("gcv");
    let chosen = relaxation_times::Options {
        lambda: if automatic { None } else { option(options, "lambda", JsValue::as_f64)? },
        points_per_decade: option(options, "pointsPerDecade", count)?.unwrap_or(defaults.points_per_decade),
        inductance: option(options, "inductance", JsValue::as_bool)?,
        capacitance: option(options, "capacitance", JsValue::as_bool)?.unwrap_or(defaults.capacitance),
    };
    let found = relaxation_times::relaxation_times(&spectrum_from_js(spectrum)?, &chosen).map_err(throw)?;
    let result = Object::new();
    set(&result, "tau", floats_to_js(&found.tau));
    set(&result, "gamma", floats_to_js(&found.gamma));
    set(&result, "lambda", found.lambda);
    let peaks: Array = found
        .peaks
        .iter()
        .map(|peak| {
            let object = Object::new();
            set(&object, "tau", peak.tau);
            set(&object, "resistance", peak.resistance);
            object
        })
        .collect();
    set(&result, "peaks", peaks);
    set_residual(&result, &found.residual);
    set(&result, "seriesResistance", found.series_resistance);
    set(&result, "inductance", found.inductance);
    set(&result, "elastance", found.elastance);
    set(&result, "polarisation", found.polarisation);
    set(&result, "warnings", sentences(&found.warnings));
    Ok(result.into())
}

/// Modulus from the phase.
#[wasm_bindgen(js_name = zHit, skip_typescript)]
pub fn z_hit(spectrum: &JsValue, options: &JsValue) -> Result<JsValue, JsValue> {
    let window = option(options, "window", |value| floats_from_js(value, "window").ok()?.try_into().ok())?;
    let found = z_hit::z_hit(&spectrum_from_js(spectrum)?, window).map_err(throw)?;
    let result = Object::new();
    set(&result, "modulus", floats_to_js(&found.modulus));
    set(&result, "deviation", floats_to_js(&found.deviation));
    set(&result, "window", floats_to_js(&found.window));
    set(&result, "lowFrequencyDeviation", found.low_frequency_deviation);
    Ok(result.into())
}

/// Which film fits a pair of spectra.
#[wasm_bindgen(skip_typescript)]
pub fn verdict(before: &JsValue, after: &JsValue) -> Result<JsValue, JsValue> {
    let found = verdict::verdict(&spectrum_from_js(before)?, &spectrum_from_js(after)?).map_err(throw)?;
    let result = Object::new();
    set(&result, "dropFactor", found.drop_factor);
    let interval: Array = found.drop_factor_interval.iter().map(|&end| JsValue::from_f64(end)).collect();
    set(&result, "dropFactorInterval", interval);
    set(
        &result,
        "favours",
        match found.favours {
            Film::Sei => "sei",
            Film::AntiSei => "anti-sei",
            Film::Undecided => "undecided",
        },
    );
    set(&result, "deltaAicc", found.delta_aicc);
    set(&result, "reasons", sentences(&found.reasons));
    Ok(result.into())
}
