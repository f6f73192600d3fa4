//! Fits across the door.

use js_sys::Object;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::spectrum::{floats_to_js, set, set_impedance, spectrum_from_js};
use super::{give, take, throw};
use crate::analysis::arc::{self, ArcOptions};
use crate::analysis::fit::{self, Curve, FitOptions};
use crate::circuit::Circuit;

/// A result with its fitted curve beside it.
fn give_with_curve<T: Serialize>(result: &T, curve: &Curve) -> Result<JsValue, JsValue> {
    let object: Object = give(result)?.unchecked_into();
    let fitted = Object::new();
    set(&fitted, "frequency", floats_to_js(&curve.frequency));
    set_impedance(&fitted, &curve.impedance);
    set(&object, "fitted", fitted);
    Ok(object.into())
}

/// Options, all of them optional, as is the object.
fn options<T: serde::de::DeserializeOwned + Default>(value: JsValue) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() { Ok(T::default()) } else { take(value, "options of the fit") }
}

/// Fit a circuit to a spectrum.
#[wasm_bindgen(js_name = fit, skip_typescript)]
pub fn fit_circuit(circuit: &str, spectrum: &JsValue, fit_options: JsValue) -> Result<JsValue, JsValue> {
    let circuit = Circuit::parse(circuit).map_err(throw)?;
    let spectrum = spectrum_from_js(spectrum)?;
    let options: FitOptions = options(fit_options)?;
    let fit = fit::fit(&circuit, &spectrum, &options).map_err(throw)?;
    give_with_curve(&fit, &fit.fitted)
}

/// Fit several circuits and order them by AICc.
#[wasm_bindgen(js_name = rankCircuits, skip_typescript)]
pub fn rank_circuits(circuits: Vec<String>, spectrum: &JsValue, fit_options: JsValue) -> Result<JsValue, JsValue> {
    let circuits: Vec<Circuit> = circuits.iter().map(|c| Circuit::parse(c)).collect::<Result<_, _>>().map_err(throw)?;
    let spectrum = spectrum_from_js(spectrum)?;
    let options: FitOptions = options(fit_options)?;
    let fits = fit::rank(&circuits, &spectrum, &options).map_err(throw)?;
    let list = js_sys::Array::new();
    for fit in &fits {
        list.push(&give_with_curve(fit, &fit.fitted)?);
    }
    Ok(list.into())
}

/// The study's protocol.
#[wasm_bindgen(js_name = fitArc, skip_typescript)]
pub fn fit_arc(spectrum: &JsValue, arc_options: JsValue) -> Result<JsValue, JsValue> {
    let spectrum = spectrum_from_js(spectrum)?;
    let options: ArcOptions = options(arc_options)?;
    let arc = arc::fit_arc(&spectrum, &options).map_err(throw)?;
    give_with_curve(&arc, &arc.fit.fitted)
}
