//! The model: cells and their parameters, simulation, tunnelling on its own.

use std::collections::BTreeMap;

use js_sys::{Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::spectrum::{set, set_impedance};
use super::{give, take, throw};
use crate::cell::parameters::Provenance;
use crate::cell::{self, Cell, Value};
#[cfg(feature = "spectra")]
use crate::electrode::raw::{Lumped, TwoRail};
use crate::error::{Code, Error};
use crate::film::tunnelling::{Barrier, Law};

/// The table of a cell's parameters.
#[wasm_bindgen(js_name = cellParameters, skip_typescript)]
pub fn cell_parameters() -> Result<JsValue, JsValue> {
    give(&cell::parameters())
}

/// The study's cells.
#[wasm_bindgen(skip_typescript)]
pub fn presets() -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Preset {
        id: &'static str,
        title: &'static str,
        note: &'static str,
        cell: BTreeMap<&'static str, Value>,
        provenance: Provenance,
        sources: BTreeMap<&'static str, Provenance>,
    }
    let presets = cell::presets().into_iter().map(|p| Preset {
        id: p.id,
        title: p.title,
        note: p.note,
        cell: p.cell.values(),
        provenance: p.provenance,
        sources: p.sources.into_iter().collect(),
    });
    give(&presets.collect::<Vec<_>>())
}

/// The SEI twin of a cell.
#[wasm_bindgen(js_name = seiTwin, skip_typescript)]
pub fn sei_twin(cell: JsValue) -> Result<JsValue, JsValue> {
    give(&read_cell(cell)?.sei_twin().values())
}

/// The impedance of a cell, process by process.
#[wasm_bindgen(skip_typescript)]
pub fn simulate(cell: JsValue, frequency: &[f64]) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Result<'a> {
        dc_resistance: f64,
        geometry: &'static str,
        film_conductance: Conductance,
        warnings: &'a [String],
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Conductance {
        simmons: Option<f64>,
        wkb: f64,
        thermionic_share: f64,
    }
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Part {
        name: &'static str,
        resistance: f64,
        peak_hz: Option<f64>,
    }
    let simulation = cell::simulate(&read_cell(cell)?, frequency).map_err(throw)?;
    let film = simulation.film_conductance;
    let result = give(&Result {
        dc_resistance: simulation.dc_resistance,
        geometry: simulation.geometry.id(),
        film_conductance: Conductance { simmons: film.simmons, wkb: film.wkb, thermionic_share: film.thermionic_share },
        warnings: &simulation.warnings,
    })?;
    let result = Object::from(result);
    set_impedance(&result, &simulation.impedance);
    let parts = Array::new();
    for part in &simulation.parts {
        let js = Object::from(give(&Part { name: part.name, resistance: part.resistance, peak_hz: part.peak_hz })?);
        set_impedance(&js, &part.impedance);
        parts.push(&js);
    }
    set(&result, "parts", parts);
    Ok(result.into())
}

/// One electrode's film from raw circuit values.
#[cfg(feature = "spectra")]
#[wasm_bindgen(js_name = filmImpedance, skip_typescript)]
pub fn film_impedance(model: &str, parameters: JsValue, frequency: &[f64]) -> Result<JsValue, JsValue> {
    let impedance = match model {
        "lumped" => take::<Lumped>(parameters, "parameters of the lumped film")?.impedance(frequency),
        "two-rail" => take::<TwoRail>(parameters, "parameters of the two-rail film")?.impedance(frequency),
        _ => Err(Error::new(
            Code::UnknownName,
            format!("The film model \"{model}\" is not known; there are lumped and two-rail."),
        )),
    };
    let result = Object::new();
    set_impedance(&result, &impedance.map_err(throw)?);
    Ok(result.into())
}

/// Conductance of a barrier at zero voltage, S/m².
#[wasm_bindgen(js_name = tunnelConductance, skip_typescript)]
pub fn tunnel_conductance(law: &str, d: f64, phi: f64, mass: f64, temperature: Option<f64>) -> Result<f64, JsValue> {
    tunnel_law(law, d, phi, mass, temperature).and_then(|law| law.conductance()).map(|g| g * 1e4).map_err(throw)
}

/// Current density through a barrier, A/m².
#[wasm_bindgen(js_name = tunnelCurrent, skip_typescript)]
pub fn tunnel_current(
    law: &str,
    v: f64,
    d: f64,
    phi: f64,
    mass: f64,
    temperature: Option<f64>,
) -> Result<f64, JsValue> {
    tunnel_law(law, d, phi, mass, temperature).and_then(|law| law.current(v)).map(|(j, _)| j * 1e4).map_err(throw)
}

/// Room temperature, K, where none is given.
const ROOM_TEMPERATURE: f64 = 298.0;

fn tunnel_law(law: &str, d: f64, phi: f64, mass: f64, temperature: Option<f64>) -> crate::Result<Law> {
    let barrier = Barrier::new(d, phi, mass)?;
    match law {
        "simmons" => Ok(Law::Simmons(barrier)),
        "wkb" => Law::wkb(barrier, temperature.unwrap_or(ROOM_TEMPERATURE)),
        _ => Err(Error::new(Code::UnknownName, format!("The law \"{law}\" is not known; there are simmons and wkb."))),
    }
}

/// A cell from a flat object; what is absent has its default.
pub(super) fn read_cell(cell: JsValue) -> Result<Cell, JsValue> {
    if cell.is_undefined() || cell.is_null() {
        return Ok(Cell::default());
    }
    let values: BTreeMap<String, Value> = take(cell, "cell")?;
    Cell::from_values(values.iter().map(|(name, value)| (name.as_str(), value))).map_err(throw)
}
