//! The spectrum across the door: `Spectrum` of the contract to the engine's and back.

#![cfg_attr(not(feature = "spectra"), allow(dead_code))]

use std::cell::RefCell;

use js_sys::{Array, Float64Array, Object, Reflect};
use num_complex::Complex64;
use wasm_bindgen::{JsCast, prelude::*};

use super::throw;
use crate::error::{Code, Error};
use crate::spectrum::{Spectrum, Unit};

#[wasm_bindgen]
extern "C" {
    /// A JavaScript object as fields by name.
    type Fields;
    #[wasm_bindgen(method, indexing_getter)]
    fn at(this: &Fields, name: &JsValue) -> JsValue;
    #[wasm_bindgen(method, indexing_setter)]
    fn put(this: &Fields, name: &JsValue, value: &JsValue);
}

thread_local! {
    /// The names of fields as JavaScript strings, each decoded once: that was most of what a small call cost.
    static NAMES: RefCell<Vec<(&'static str, JsValue)>> = const { RefCell::new(Vec::new()) };
}

/// A name, or another constant text, as a JavaScript string. Not inlined: it is called in two hundred places.
#[inline(never)]
pub(crate) fn constant(name: &'static str) -> JsValue {
    NAMES.with_borrow_mut(|names| {
        // Where it lies tells it from the others faster than what it says.
        if let Some((_, known)) = names.iter().find(|(other, _)| core::ptr::eq(*other, name)) {
            return known.clone();
        }
        names.push((name, JsValue::from_str(name)));
        JsValue::from_str(name)
    })
}

/// Set one field of a fresh object; that cannot fail.
pub(crate) fn set(object: &Object, name: &'static str, value: impl Into<JsValue>) {
    object.unchecked_ref::<Fields>().put(&constant(name), &value.into());
}

/// A field of a JavaScript object, `undefined` where there is none.
pub(crate) fn get(object: &JsValue, name: &'static str) -> JsValue {
    if object.is_object() { object.unchecked_ref::<Fields>().at(&constant(name)) } else { JsValue::UNDEFINED }
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
    set_impedances(&[(object, impedance)]);
}

/// The same of several objects, in one memory: to ask for one of its own takes longer than to compute what it holds.
pub(crate) fn set_impedances(objects: &[(&Object, &[Complex64])]) {
    let mut values = Vec::with_capacity(2 * objects.iter().map(|(_, impedance)| impedance.len()).sum::<usize>());
    for (_, impedance) in objects {
        values.extend(impedance.iter().map(|z| z.re));
        values.extend(impedance.iter().map(|z| z.im));
    }
    let all = floats_to_js(&values);
    let mut from = 0;
    for (object, impedance) in objects {
        for name in ["re", "im"] {
            let to = from + impedance.len() as u32;
            set(object, name, all.subarray(from, to));
            from = to;
        }
    }
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
            Unit::Ohm => constant("ohm"),
            Unit::OhmCm2 => constant("ohm cm2"),
        },
    );
    for (name, value) in [("areaCm2", spectrum.area_cm2), ("timeS", spectrum.time_s), ("biasV", spectrum.bias_v)] {
        if let Some(value) = value {
            set(&object, name, value);
        }
    }
    let meta = Object::new();
    for (key, value) in &spectrum.meta {
        // Setting a field of a fresh object cannot fail.
        let _ = Reflect::set(&meta, &JsValue::from_str(key), &JsValue::from_str(value));
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
