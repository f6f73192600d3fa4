//! Files across the door.

use js_sys::{Array, Object};
use serde::{Deserialize, Serialize};
use wasm_bindgen::prelude::*;

use super::spectrum::{set, spectrum_from_js, spectrum_to_js};
use super::{give, take, throw};
use crate::formats::{self, Reading, filters, fit_report, mapper, number::Decimal, order, table::Delimiter};

/// One instrument or table file.
#[wasm_bindgen(js_name = readSpectra, skip_typescript)]
pub fn read_spectra(name: &str, bytes: &[u8]) -> Result<JsValue, JsValue> {
    reading_to_js(&formats::read(name, bytes).map_err(throw)?)
}

/// What a table looks like, for choosing its columns.
#[wasm_bindgen(js_name = previewTable, skip_typescript)]
pub fn preview_table(name: &str, bytes: &[u8], options: JsValue) -> Result<JsValue, JsValue> {
    #[derive(Default, Deserialize)]
    struct Options {
        delimiter: Option<Delimiter>,
        decimal: Option<Decimal>,
    }
    let options: Options = if options.is_undefined() { Options::default() } else { take(options, "options")? };
    give(&mapper::preview(name, bytes, options.delimiter, options.decimal).map_err(throw)?)
}

/// A table, read as chosen.
#[wasm_bindgen(js_name = readTable, skip_typescript)]
pub fn read_table(name: &str, bytes: &[u8], mapping: JsValue) -> Result<JsValue, JsValue> {
    let mapping = take(mapping, "mapping")?;
    reading_to_js(&mapper::read(name, bytes, &mapping).map_err(throw)?)
}

/// Spectra as text.
#[wasm_bindgen(js_name = writeSpectra, skip_typescript)]
pub fn write_spectra(format: &str, spectra: &Array) -> Result<String, JsValue> {
    let spectra = spectra.iter().map(|s| spectrum_from_js(&s)).collect::<Result<Vec<_>, _>>()?;
    formats::write(format, &spectra).map_err(throw)
}

/// A fit as text.
#[wasm_bindgen(js_name = writeFit, skip_typescript)]
pub fn write_fit(format: &str, fit: JsValue, spectrum: JsValue) -> Result<String, JsValue> {
    let fit = take(fit, "fit")?;
    fit_report::write_fit(format, &fit, &spectrum_from_js(&spectrum)?).map_err(throw)
}

/// The order of a series.
#[wasm_bindgen(js_name = orderSeries, skip_typescript)]
pub fn order_series(spectra: &Array) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Answer {
        order: Vec<usize>,
        time_s: Option<Vec<f64>>,
        by: &'static str,
    }
    let spectra = spectra.iter().map(|s| spectrum_from_js(&s)).collect::<Result<Vec<_>, _>>()?;
    let order = order::order_series(&spectra);
    let by = if order.time_s.is_some() { "time" } else { "name" };
    give(&Answer { order: order.order, time_s: order.time_s, by })
}

/// Points that might be left out.
#[wasm_bindgen(js_name = suggestFilters, skip_typescript)]
pub fn suggest_filters(spectrum: JsValue) -> Result<JsValue, JsValue> {
    give(&filters::suggest(&spectrum_from_js(&spectrum)?))
}

fn reading_to_js(reading: &Reading) -> Result<JsValue, JsValue> {
    let object = Object::new();
    set(&object, "format", reading.format);
    set(&object, "spectra", reading.spectra.iter().map(spectrum_to_js).collect::<Array>());
    set(&object, "warnings", give(&reading.warnings)?);
    set(&object, "understood", reading.understood.as_str());
    if let Some(circuit) = &reading.circuit {
        set(&object, "circuit", circuit.as_str());
    }
    Ok(object.into())
}
