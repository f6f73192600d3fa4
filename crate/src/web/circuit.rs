//! Circuits across the door.

use js_sys::Object;
use serde::Serialize;
use wasm_bindgen::prelude::*;

use super::spectrum::{floats_to_js, set};
use super::{give, throw};
use crate::circuit::{Circuit, ELEMENTS};

/// The parameters of a circuit, in order.
#[wasm_bindgen(js_name = circuitParameters, skip_typescript)]
pub fn circuit_parameters(circuit: &str) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Parameters {
        names: Vec<String>,
        units: Vec<&'static str>,
        lower: Vec<f64>,
        upper: Vec<f64>,
        description: Vec<String>,
        values: Option<Vec<f64>>,
    }
    let circuit = Circuit::parse(circuit).map_err(throw)?;
    give(&Parameters {
        names: circuit.names(),
        units: circuit.parameters().map(|(_, p)| p.unit).collect(),
        lower: circuit.parameters().map(|(_, p)| p.lower()).collect(),
        upper: circuit.parameters().map(|(_, p)| p.upper()).collect(),
        description: circuit
            .parameters()
            .map(|(part, p)| format!("{}: {}", part.element.title, p.description))
            .collect(),
        values: circuit.given().map(|g| g.value).collect(),
    })
}

/// The impedance of a circuit.
#[wasm_bindgen(js_name = circuitImpedance, skip_typescript)]
pub fn circuit_impedance(circuit: &str, values: &[f64], frequency: &[f64]) -> Result<JsValue, JsValue> {
    let circuit = Circuit::parse(circuit).map_err(throw)?;
    let (re, im) = circuit.impedance_parts(values, frequency).map_err(throw)?;
    let object = Object::new();
    set(&object, "re", floats_to_js(&re));
    set(&object, "im", floats_to_js(&im));
    Ok(object.into())
}

/// A circuit in both notations, with values in pyimpspec's braces where they are given.
#[wasm_bindgen(js_name = writeCircuit, skip_typescript)]
pub fn write_circuit(circuit: &str, values: Option<Vec<f64>>) -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    #[serde(rename_all = "camelCase")]
    struct Written {
        impedance_py: String,
        boukamp: String,
    }
    let circuit = Circuit::parse(circuit).map_err(throw)?;
    if let Some(values) = &values {
        circuit.check(values).map_err(throw)?;
    }
    give(&Written { impedance_py: circuit.to_impedance_py(), boukamp: circuit.to_boukamp(values.as_deref()) })
}

/// Every element that a circuit can have.
#[wasm_bindgen(js_name = circuitElements, skip_typescript)]
pub fn circuit_elements() -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Described {
        name: &'static str,
        boukamp: &'static str,
        title: &'static str,
        formula: &'static str,
        source: &'static str,
        parameters: Vec<Parameter>,
    }
    #[derive(Serialize)]
    struct Parameter {
        name: &'static str,
        unit: &'static str,
        description: &'static str,
    }
    let described: Vec<Described> = ELEMENTS
        .iter()
        .map(|e| Described {
            name: e.name,
            boukamp: e.boukamp,
            title: e.title,
            formula: e.formula,
            source: e.source,
            parameters: e
                .parameters
                .iter()
                .map(|p| Parameter { name: p.name, unit: p.unit, description: p.description })
                .collect(),
        })
        .collect();
    give(&described)
}
