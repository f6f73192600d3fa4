//! The spectrum across the door: `Spectrum` of the contract to the engine's and back.

#![cfg_attr(not(feature = "spectra"), allow(dead_code))]

use js_sys::{Array, Float64Array, Object, Reflect};
use num_complex::Complex64;
use wasm_bindgen::{JsCast, prelude::*};

use super::throw;
use crate::error::{Code, Error};
use crate::spectrum::{Spectrum, Unit};

/// Set one field of a fresh object; that cannot fail.
pub(crate) fn set(object: &Object, name: &str, value: impl Into<JsValue>) {
    let _ = Reflect::set(object, &JsValue::from_str(name), &value.into());
}

/// A field of a JavaScript object, `undefined` where there is none.
pub(crate) fn get(object: &JsValue, name: &str) -> JsValue {
    Reflect::get(object, &JsValue::from_str(name)).unwrap_or(JsValue::UNDEFINED)
}

/// Real numbers as a `Float64Array`.
pub(crate) fn floats_to_js(values: &[f64]) -> Float64Array {
    Float64Array::from(values)
}

/// A `Float64Array`, or any array of numbers, as a vector; `what` names it in the error.
pub(crate) fn floats_from_js(value: &JsValue, what: &str) -> Result<Vec<f64>, JsValue> {
    if let Some(array) = value.dyn_ref::<Float64Array>() {
        return Ok(array.to_vec());
    }
    let wrong = || throw(Error::new(Code::BadArgument, format!("The {what} must be a Float64Array.")));
    let array = value.dyn_ref::<Array>().ok_or_else(wrong)?;
    array.iter().map(|v| v.as_f64().ok_or_else(wrong)).collect()
}

/// Complex numbers as the fields `re` and `im` of an object.
pub(crate) fn set_impedance(object: &Object, impedance: &[Complex64]) {
    let (re, im): (Vec<f64>, Vec<f64>) = impedance.iter().map(|z| (z.re, z.im)).unzip();
    set(object, "re", floats_to_js(&re));
    set(object, "im", floats_to_js(&im));
}

/// A spectrum as the plain object of the contract.
pub(crate) fn spectrum_to_js(spectrum: &Spectrum) -> JsValue {
    let object = Object::new();
    set(&object, "name", spectrum.name.as_str());
    set(&object, "frequency", floats_to_js(&spectrum.frequency));
    set_impedance(&object, &spectrum.impedance);
    set(
        &object,
        "unit",
        match spectrum.unit {
            Unit::Ohm => "ohm",
            Unit::OhmCm2 => "ohm cm2",
        },
    );
    for (name, value) in [("areaCm2", spectrum.area_cm2), ("timeS", spectrum.time_s), ("biasV", spectrum.bias_v)] {
        if let Some(value) = value {
            set(&object, name, value);
        }
    }
    let meta = Object::new();
    for (key, value) in &spectrum.meta {
        set(&meta, key, value.as_str());
    }
    set(&object, "meta", meta);
    object.into()
}

/// A JavaScript spectrum as the engine's. Only `frequency`, `re` and `im` are required, of equal length.
pub(crate) fn spectrum_from_js(value: &JsValue) -> Result<Spectrum, JsValue> {
    if !value.is_object() {
        return Err(throw(Error::new(Code::BadArgument, "The spectrum must be an object with frequency, re and im.")));
    }
    let frequency = floats_from_js(&get(value, "frequency"), "frequency of the spectrum")?;
    let re = floats_from_js(&get(value, "re"), "real part (re) of the spectrum")?;
    let im = floats_from_js(&get(value, "im"), "imaginary part (im) of the spectrum")?;
    if re.len() != frequency.len() || im.len() != frequency.len() {
        return Err(throw(Error::new(
            Code::BadArgument,
            format!(
                "A spectrum has as many impedances as frequencies, but this one has {} frequencies, {} real and {} \
                 imaginary parts.",
                frequency.len(),
                re.len(),
                im.len()
            ),
        )));
    }
    let unit = match get(value, "unit").as_string().as_deref() {
        None | Some("ohm") => Unit::Ohm,
        Some("ohm cm2") => Unit::OhmCm2,
        Some(other) => {
            let sentence = format!("The unit of a spectrum is \"ohm\" or \"ohm cm2\", not \"{other}\".");
            return Err(throw(Error::new(Code::BadArgument, sentence)));
        }
    };
    let mut spectrum = Spectrum {
        name: get(value, "name").as_string().unwrap_or_default(),
        frequency,
        impedance: re.into_iter().zip(im).map(|(re, im)| Complex64::new(re, im)).collect(),
        unit,
        area_cm2: get(value, "areaCm2").as_f64(),
        time_s: get(value, "timeS").as_f64(),
        bias_v: get(value, "biasV").as_f64(),
        ..Spectrum::default()
    };
    if let Some(meta) = get(value, "meta").dyn_ref::<Object>() {
        for entry in Object::entries(meta).iter() {
            let entry: Array = entry.unchecked_into();
            if let (Some(key), Some(text)) = (entry.get(0).as_string(), entry.get(1).as_string()) {
                spectrum.meta.insert(key, text);
            }
        }
    }
    Ok(spectrum)
}
