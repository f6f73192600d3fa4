//! Files across the door.

use js_sys::{Array, Object};
use wasm_bindgen::prelude::*;

use super::spectrum::{set, spectrum_to_js};
use super::{give, throw};
use crate::formats::{self, Reading};

/// One instrument or table file.
#[wasm_bindgen(js_name = readSpectra, skip_typescript)]
pub fn read_spectra(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    reading_to_js(&formats::read(name, bytes).map_err(throw)?)
}

fn reading_to_js(reading: &Reading) -> Result<JsValue, JsValue> {
    let object = Object::new();
    set(&object, "format", reading.format);
    set(&object, "spectra", reading.spectra.iter().map(spectrum_to_js).collect::<Array>());
    set(&object, "warnings", give(&reading.warnings)?);
    set(&object, "understood", reading.understood.as_str());
    Ok(object.into())
}
