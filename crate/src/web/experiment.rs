//! The study's experiments as data.

use js_sys::{Array, Float64Array, Object, Reflect};
use serde::de::{Deserialize, Deserializer, Error as _, Visitor, value::Error as Stop};
use wasm_bindgen::{JsCast, prelude::*};

use super::{give, take, throw};
use crate::error::{Code, Error};
use crate::experiment::{
    Experiment, corrosion::Corrosion, film_map::FilmMap, galvanostatic::Galvanostatic, inverse::Inverse,
    one_film::OneFilm, open_circuit::OpenCircuit, operando::Operando, photoemission::Photoemission,
    polysulfide::Polysulfide, thickness::Thickness,
};

/// Runs an experiment.
#[wasm_bindgen(skip_typescript)]
pub fn experiment(id: &str, options: JsValue) -> Result<JsValue, JsValue> {
    match id {
        "ocv-growth" => run::<OpenCircuit>(options),
        "polysulfide-probe" => run::<Polysulfide>(options),
        "operando-polysulfide" => run::<Operando>(options),
        "galvanostatic" => run::<Galvanostatic>(options),
        "corrosion" => run::<Corrosion>(options),
        "photoemission" => run::<Photoemission>(options),
        "film-map" => run::<FilmMap>(options),
        "thickness" => run::<Thickness>(options),
        "inverse" => run::<Inverse>(options),
        "one-film" => run::<OneFilm>(options),
        _ => Err(throw(Error::new(
            Code::UnknownName,
            format!(
                "There is no experiment \"{id}\"; there are ocv-growth, polysulfide-probe, operando-polysulfide, galvanostatic, corrosion, photoemission, film-map, thickness, inverse and one-film."
            ),
        ))),
    }
}

fn run<E: Experiment>(options: JsValue) -> Result<JsValue, JsValue> {
    let options = if options.is_undefined() || options.is_null() {
        E::Options::default()
    } else {
        known_fields::<E::Options>(&options)?;
        take(options, "options of the experiment")?
    };
    give(&E::run(&options).map_err(throw)?).map(numbers_to_floats)
}

/// Every list of numbers in a fresh result becomes a `Float64Array`.
fn numbers_to_floats(value: JsValue) -> JsValue {
    if let Some(array) = value.dyn_ref::<Array>() {
        if array.length() > 0 && array.iter().all(|item| item.as_f64().is_some()) {
            return Float64Array::new(array).into();
        }
        return array.iter().map(numbers_to_floats).collect::<Array>().into();
    }
    if let Some(object) = value.dyn_ref::<Object>() {
        for key in Object::keys(object).iter() {
            if let Ok(field) = Reflect::get(object, &key) {
                // Setting a field that the object has cannot fail.
                let _ = Reflect::set(object, &key, &numbers_to_floats(field));
            }
        }
    }
    value
}

/// Refuses options that nobody reads: a misspelled name must not pass for a default.
fn known_fields<T: for<'a> Deserialize<'a>>(options: &JsValue) -> Result<(), JsValue> {
    let mut fields: &'static [&'static str] = &[];
    // Ends in `Stop` by design, once the names are known.
    let _ = T::deserialize(FieldNames(&mut fields));
    let Some(object) = options.dyn_ref::<Object>() else { return Ok(()) };
    for key in Object::keys(object).iter().filter_map(|key| key.as_string()) {
        if !fields.contains(&key.as_str()) {
            return Err(throw(Error::new(
                Code::UnknownName,
                format!("The experiment has no option \"{key}\"; it has {}.", fields.join(", ")),
            )));
        }
    }
    Ok(())
}

/// Reads nothing but the names of a struct's fields.
struct FieldNames<'a>(&'a mut &'static [&'static str]);

impl<'de> Deserializer<'de> for FieldNames<'_> {
    type Error = Stop;

    fn deserialize_any<V: Visitor<'de>>(self, _: V) -> Result<V::Value, Stop> {
        Err(Stop::custom("only the names are wanted"))
    }

    fn deserialize_struct<V: Visitor<'de>>(
        self,
        _: &'static str,
        fields: &'static [&'static str],
        visitor: V,
    ) -> Result<V::Value, Stop> {
        *self.0 = fields;
        self.deserialize_any(visitor)
    }

    serde::forward_to_deserialize_any! {
        bool i8 i16 i32 i64 u8 u16 u32 u64 f32 f64 char str string bytes byte_buf option unit unit_struct newtype_struct seq tuple
        tuple_struct map enum identifier ignored_any
    }
}
