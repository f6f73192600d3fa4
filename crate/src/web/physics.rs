//! The model: cells and their parameters, simulation, tunnelling on its own.

use std::collections::BTreeMap;

use js_sys::{Array, Object};
use serde::Serialize;
use wasm_bindgen::prelude::*;

#[cfg(feature = "spectra")]
use super::spectrum::set_impedance;
use super::spectrum::{constant, get, set, set_impedances};
#[cfg(feature = "spectra")]
use super::take;
use super::{give, throw, unreadable};
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
    let twin = Object::new();
    for (name, value) in read_cell(cell)?.sei_twin().values() {
        match value {
            Value::Number(number) => set(&twin, name, number),
            Value::Choice(id) => set(&twin, name, id),
        }
    }
    Ok(twin.into())
}

/// The impedance of a cell, process by process.
#[wasm_bindgen(skip_typescript)]
pub fn simulate(cell: JsValue, frequency: &[f64]) -> Result<JsValue, JsValue> {
    let simulation = cell::simulate(&read_cell(cell)?, frequency).map_err(throw)?;
    let film = simulation.film_conductance;
    // By hand, because a slider waits for it.
    let conductance = Object::new();
    if let Some(simmons) = film.simmons {
        set(&conductance, "simmons", simmons);
    }
    set(&conductance, "wkb", film.wkb);
    set(&conductance, "thermionicShare", film.thermionic_share);
    let result = Object::new();
    set(&result, "dcResistance", simulation.dc_resistance);
    set(&result, "geometry", constant(simulation.geometry.id()));
    set(&result, "filmConductance", conductance);
    set(&result, "warnings", simulation.warnings.iter().map(|text| JsValue::from_str(text)).collect::<Array>());
    let parts: Vec<Object> = simulation
        .parts
        .iter()
        .map(|part| {
            let js = Object::new();
            set(&js, "name", constant(part.name));
            set(&js, "resistance", part.resistance);
            if let Some(peak_hz) = part.peak_hz {
                set(&js, "peakHz", peak_hz);
            }
            js
        })
        .collect();
    let curves = parts.iter().zip(&simulation.parts).map(|(js, part)| (js, &part.impedance[..]));
    set_impedances(&curves.chain([(&result, &simulation.impedance[..])]).collect::<Vec<_>>());
    set(&result, "parts", parts.iter().collect::<Array>());
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
    let object = cell.dyn_ref::<Object>().ok_or_else(|| unreadable("cell", "it is not an object"))?;
    let mut known = Cell::default();
    let mut count = 0;
    // By the names it may have, because to ask for those that it has takes several times as long.
    for name in Cell::NAMES {
        let value = get(&cell, name);
        if value.is_undefined() {
            continue;
        }
        let number = value.as_f64().map(Value::Number);
        let wrong = || unreadable("cell", &format!("{name} is neither a number nor the id of a choice"));
        let value = number.or_else(|| value.as_string().map(Value::Choice)).ok_or_else(wrong)?;
        known.set(name, &value).map_err(throw)?;
        count += 1;
    }
    let names = Object::keys(object);
    if names.length() > count {
        for name in names.iter().filter_map(|name| name.as_string()).filter(|name| !Cell::NAMES.contains(&&**name)) {
            known.set(&name, &Value::Number(0.0)).map_err(throw)?; // refuses it by its name
        }
    }
    Ok(known)
}
