//! The door to JavaScript: types in, types out, no logic. The contract is `web/api.d.ts`.

#[cfg(feature = "spectra")]
mod circuit;
#[cfg(feature = "spectra")]
mod experiment;
#[cfg(feature = "spectra")]
mod fit;
#[cfg(feature = "spectra")]
mod formats;
mod physics;
mod spectrum;
#[cfg(feature = "spectra")]
mod validity;

use js_sys::{Error as JsError, Reflect};
use serde::Serialize;
use wasm_bindgen::prelude::*;

use crate::error::{Code, Error};

/// The public contract, written by hand; wasm-bindgen puts it into the package's `.d.ts` as it stands.
#[wasm_bindgen(typescript_custom_section)]
const CONTRACT: &str = include_str!("web/api.d.ts");

/// Runs once when the module starts: a panic is written to the console, and told to the page or worker around as the event
/// `interphase-panic` with its text as `detail` (in Node, whose global object hears no events, it is in the console only).
#[wasm_bindgen(start)]
fn start() {
    std::panic::set_hook(Box::new(|panic| {
        console_error_panic_hook::hook(panic);
        if let Ok(around) = js_sys::global().dyn_into::<web_sys::EventTarget>() {
            let init = web_sys::CustomEventInit::new();
            init.set_detail(&JsValue::from_str(&panic.to_string()));
            if let Ok(event) = web_sys::CustomEvent::new_with_event_init_dict("interphase-panic", &init) {
                // Nobody listening is no reason to fail once more.
                let _ = around.dispatch_event(&event);
            }
        }
    }));
}

/// Version of the package and of the model.
#[wasm_bindgen(js_name = version, skip_typescript)]
pub fn version() -> Result<JsValue, JsValue> {
    #[derive(Serialize)]
    struct Version {
        package: &'static str,
        model: &'static str,
    }
    give(&Version { package: crate::PACKAGE_VERSION, model: crate::MODEL_VERSION })
}

/// A Rust value as a plain JavaScript one (maps become objects, absent options are left out).
pub(crate) fn give<T: Serialize>(value: &T) -> Result<JsValue, JsValue> {
    let serializer = serde_wasm_bindgen::Serializer::json_compatible().serialize_missing_as_null(false);
    value.serialize(&serializer).map_err(|e| throw(Error::new(Code::BadArgument, e.to_string())))
}

/// A JavaScript value as a Rust one; a wrong shape is an error that names `what`.
#[cfg(feature = "spectra")]
pub(crate) fn take<T: serde::de::DeserializeOwned>(value: JsValue, what: &str) -> Result<T, JsValue> {
    serde_wasm_bindgen::from_value(value).map_err(|e| unreadable(what, &e.to_string()))
}

/// The error of an argument that has a wrong shape.
pub(crate) fn unreadable(what: &str, why: &str) -> JsValue {
    throw(Error::new(Code::BadArgument, format!("The {what} cannot be read: {why}.")))
}

/// An engine error as the `InterphaseError` of the contract.
pub(crate) fn throw(error: Error) -> JsValue {
    let js = JsError::new(&error.to_string());
    js.set_name("InterphaseError");
    let mut fields = vec![("code", JsValue::from_str(error.code.as_str()))];
    if let Some(line) = error.line {
        fields.push(("line", JsValue::from_f64(line as f64)));
    }
    if let Some(column) = error.column {
        fields.push(("column", JsValue::from_f64(column as f64)));
    }
    for (name, value) in fields {
        // Setting a field of a fresh Error object cannot fail.
        let _ = Reflect::set(&js, &JsValue::from_str(name), &value);
    }
    js.into()
}
