//! Golden values: the equations of the films in 30-digit arithmetic.

use interphase::film::tunnelling::{Barrier, Law};
use serde_json::Value;

fn golden(section: &str) -> Vec<Value> {
    let all: Value = serde_json::from_str(include_str!("physics.json")).unwrap();
    all[section].as_array().unwrap().clone()
}

fn number(value: &Value, name: &str) -> f64 {
    value[name].as_f64().unwrap()
}

fn barrier(row: &Value) -> Barrier {
    Barrier::new(number(row, "d"), number(row, "phi"), number(row, "m")).unwrap()
}

/// Asserts a relative distance; the golden values stand in m², the engine's in cm².
fn close(what: &Value, computed_per_cm2: f64, golden: f64, tolerance: f64) {
    let distance = (computed_per_cm2 * 1e4 / golden - 1.0).abs();
    assert!(distance <= tolerance, "{what}: {computed_per_cm2} differs by {distance:e}");
}

#[test]
fn simmons_conductance() {
    for row in golden("simmons_conductance") {
        let g = number(&row, "G");
        match Law::Simmons(barrier(&row)).conductance() {
            Ok(computed) => close(&row, computed, g, 1e-12),
            Err(_) => assert!(g <= 0.0, "{row}"),
        }
    }
}

#[test]
fn simmons_current() {
    for row in golden("simmons_current") {
        let (j, _) = Law::Simmons(barrier(&row)).current(number(&row, "V")).unwrap();
        close(&row, j, number(&row, "J"), 1e-9);
    }
}
