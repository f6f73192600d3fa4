//! Fits across the door.

use js_sys::{Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::spectrum::{floats_to_js, get, set, set_impedance, spectrum_from_js};
use super::{give, take, throw};
use crate::analysis::arc::{self, ArcOptions};
use crate::analysis::fit::{self, ArcValues, Curve, Fit, FitOptions};
use crate::analysis::interphase_fit::{self, FittedParameter, Measurement};
use crate::analysis::series::{self, Seed};
use crate::circuit::Circuit;
use crate::error::{Code, Error};
use crate::spectrum::Spectrum;

/// A result with its fitted curve beside it.
fn give_with_curve<T: Serialize>(result: &T, curve: &Curve) -> Result<JsValue, JsValue> {
    let object: Object = give(result)?.unchecked_into();
    let fitted = Object::new();
    set(&fitted, "frequency", floats_to_js(&curve.frequency));
    set_impedance(&fitted, &curve.impedance);
    set(&object, "fitted", fitted);
    Ok(object.into())
}

/// Options of `fit`, `rankCircuits` and the series.
const FIT_OPTIONS: &[&str] =
    &["initial", "fixed", "tied", "lower", "upper", "weighting", "sigma", "range", "starts", "robust", "profile"];

/// Options, all of them optional, as is the object; one that is not `known` is an error, not silence.
fn options<T: serde::de::DeserializeOwned + Default>(value: JsValue, known: &[&str]) -> Result<T, JsValue> {
    if value.is_undefined() || value.is_null() {
        return Ok(T::default());
    }
    if let Some(object) = value.dyn_ref::<Object>() {
        for key in Object::keys(object).iter().filter_map(|k| k.as_string()) {
            if !known.contains(&key.as_str()) {
                let sentence = format!("There is no option \"{key}\"; there are {}.", known.join(", "));
                return Err(throw(Error::new(Code::BadArgument, sentence)));
            }
        }
    }
    take(value, "options of the fit")
}

/// Fit a circuit to a spectrum.
#[wasm_bindgen(js_name = fit, skip_typescript)]
pub fn fit_circuit(circuit: &str, spectrum: &JsValue, fit_options: JsValue) -> Result<JsValue, JsValue> {
    let circuit = Circuit::parse(circuit).map_err(throw)?;
    let spectrum = spectrum_from_js(spectrum)?;
    let options: FitOptions = options(fit_options, FIT_OPTIONS)?;
    let fit = fit::fit(&circuit, &spectrum, &options).map_err(throw)?;
    give_with_curve(&fit, &fit.fitted)
}

/// Fit several circuits and order them by AICc.
#[wasm_bindgen(js_name = rankCircuits, skip_typescript)]
pub fn rank_circuits(circuits: Vec<String>, spectrum: &JsValue, fit_options: JsValue) -> Result<JsValue, JsValue> {
    let circuits: Vec<Circuit> = circuits.iter().map(|c| Circuit::parse(c)).collect::<Result<_, _>>().map_err(throw)?;
    let spectrum = spectrum_from_js(spectrum)?;
    let options: FitOptions = options(fit_options, FIT_OPTIONS)?;
    let fits = fit::rank(&circuits, &spectrum, &options).map_err(throw)?;
    let list = Array::new();
    for fit in &fits {
        list.push(&give_with_curve(fit, &fit.fitted)?);
    }
    Ok(list.into())
}

/// The study's protocol.
#[wasm_bindgen(js_name = fitArc, skip_typescript)]
pub fn fit_arc(spectrum: &JsValue, arc_options: JsValue) -> Result<JsValue, JsValue> {
    let spectrum = spectrum_from_js(spectrum)?;
    let options: ArcOptions = options(arc_options, &["range", "relativePermittivity", "initial"])?;
    let arc = arc::fit_arc(&spectrum, &options).map_err(throw)?;
    give_with_curve(&arc, &arc.fit.fitted)
}

/// Spectra from a JavaScript array.
fn spectra_from_js(spectra: Vec<JsValue>) -> Result<Vec<Spectrum>, JsValue> {
    spectra.iter().map(spectrum_from_js).collect()
}

/// Which spectra of a series its seeds come from.
#[wasm_bindgen(js_name = seriesSeedPlaces, skip_typescript)]
pub fn series_seed_places(count: usize) -> Vec<usize> {
    series::seed_places(count)
}

/// Fits that all chunks of a series start from.
#[wasm_bindgen(js_name = seriesSeeds, skip_typescript)]
pub fn series_seeds(circuit: &str, spectra: Vec<JsValue>, fit_options: JsValue) -> Result<JsValue, JsValue> {
    let circuit = Circuit::parse(circuit).map_err(throw)?;
    let options: FitOptions = options(fit_options, FIT_OPTIONS)?;
    give(&series::seeds(&circuit, &spectra_from_js(spectra)?, &options).map_err(throw)?)
}

/// One circuit through a series, or through a chunk of it.
#[wasm_bindgen(js_name = fitSeries, skip_typescript)]
pub fn fit_series(
    circuit: &str,
    spectra: Vec<JsValue>,
    seeds: JsValue,
    fit_options: JsValue,
) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Warned<'a> {
        index: usize,
        warnings: &'a [String],
    }
    #[derive(Serialize)]
    struct Failed {
        index: usize,
        code: &'static str,
        message: String,
    }
    let circuit = Circuit::parse(circuit).map_err(throw)?;
    let spectra = spectra_from_js(spectra)?;
    let options: FitOptions = options(fit_options, FIT_OPTIONS)?;
    let seeds: Vec<Seed> = if seeds.is_undefined() || seeds.is_null() {
        series::seeds(&circuit, &spectra, &options).map_err(throw)?
    } else {
        take(seeds, "seeds of the series")?
    };
    let fits = series::fit_series(&circuit, &spectra, &seeds, &options).map_err(throw)?;
    let (mut good, mut warned, mut failed) = (Vec::new(), Vec::new(), Vec::new());
    for (index, fit) in fits.iter().enumerate() {
        match fit {
            Ok(fit) => {
                good.push((index, fit));
                if !fit.warnings.is_empty() {
                    warned.push(Warned { index, warnings: &fit.warnings });
                }
            }
            Err(e) => failed.push(Failed { index, code: e.code.as_str(), message: e.to_string() }),
        }
    }
    let column = |of: &dyn Fn(&Fit) -> f64| floats_to_js(&good.iter().map(|(_, fit)| of(fit)).collect::<Vec<_>>());
    let columns = |of: &dyn Fn(&Fit, usize) -> f64| -> Array {
        (0..circuit.len()).map(|i| JsValue::from(column(&|fit| of(fit, i)))).collect()
    };
    let object = Object::new();
    set(&object, "circuit", circuit.to_impedance_py());
    set(&object, "names", give(&circuit.names())?);
    set(&object, "units", give(&good.first().map(|(_, fit)| &fit.units))?);
    set(&object, "index", floats_to_js(&good.iter().map(|(i, _)| *i as f64).collect::<Vec<_>>()));
    set(&object, "values", columns(&|fit, i| fit.values[i]));
    set(&object, "standardErrors", columns(&|fit, i| fit.standard_errors[i]));
    set(&object, "reducedChiSquare", column(&|fit| fit.reduced_chi_square));
    // An arc that every spectrum shows.
    type Of = fn(&ArcValues) -> f64;
    let arcs = Array::new();
    for arc in good.first().map_or(&[][..], |(_, fit)| &fit.arcs) {
        let find = |fit: &Fit, of: Of| fit.arcs.iter().find(|a| a.name == arc.name).map_or(0.0, of);
        if !good.iter().all(|(_, fit)| fit.arcs.iter().any(|a| a.name == arc.name)) {
            continue;
        }
        let js = Object::new();
        set(&js, "name", arc.name.as_str());
        let fields: [(&str, Of); 6] = [
            ("resistance", |a| a.resistance),
            ("resistanceError", |a| a.resistance_error),
            ("capacitance", |a| a.capacitance),
            ("capacitanceError", |a| a.capacitance_error),
            ("peakFrequency", |a| a.peak_frequency),
            ("peakFrequencyError", |a| a.peak_frequency_error),
        ];
        for (name, of) in fields {
            set(&js, name, column(&|fit| find(fit, of)));
        }
        arcs.push(&js);
    }
    set(&object, "arcs", arcs);
    set(&object, "warnings", give(&warned)?);
    set(&object, "failed", give(&failed)?);
    Ok(object.into())
}

/// The interphase model fitted to one or several spectra.
#[wasm_bindgen(js_name = fitInterphase, skip_typescript)]
pub fn fit_interphase(measurements: Vec<JsValue>, fit_options: JsValue) -> Result<JsValue, JsValue> {
    #[derive(serde::Deserialize, Default)]
    #[serde(default, deny_unknown_fields)]
    struct Options {
        shared: Vec<String>,
        own: Vec<String>,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Fitted<'a> {
        parameters: &'a [FittedParameter],
        cells: Vec<std::collections::BTreeMap<&'static str, crate::cell::Value>>,
        chi_square: f64,
        reduced_chi_square: f64,
        aicc: f64,
        converged: bool,
        warnings: &'a [String],
    }
    let options: Options = options(fit_options, &["shared", "own"])?;
    let measurements: Vec<Measurement> = measurements
        .iter()
        .map(|m| {
            Ok(Measurement {
                spectrum: spectrum_from_js(&get(m, "spectrum"))?,
                cell: super::physics::read_cell(get(m, "cell"))?,
            })
        })
        .collect::<Result<_, JsValue>>()?;
    let fit = interphase_fit::fit_interphase(&measurements, &options.shared, &options.own).map_err(throw)?;
    let object: Object = give(&Fitted {
        parameters: &fit.parameters,
        cells: fit.cells.iter().map(crate::cell::Cell::values).collect(),
        chi_square: fit.chi_square,
        reduced_chi_square: fit.reduced_chi_square,
        aicc: fit.aicc,
        converged: fit.converged,
        warnings: &fit.warnings,
    })?
    .unchecked_into();
    let curves = Array::new();
    for (frequency, impedance) in &fit.curves {
        let curve = Object::new();
        set(&curve, "frequency", floats_to_js(frequency));
        set_impedance(&curve, impedance);
        curves.push(&curve);
    }
    set(&object, "fitted", curves);
    Ok(object.into())
}
