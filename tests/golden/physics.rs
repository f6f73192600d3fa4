//! Golden values: the equations of the films in 30-digit arithmetic.

use interphase::electrode::raw::{Lumped, TwoRail};
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

/// The golden integral ends 3 eV below the collector's Fermi level, as the engine's does (`BAND_EV`); where it has no end, one of these
/// twenty rows (1.95 nm, 1.61 eV, m = 0.11) would be half a percent higher.
#[test]
fn wkb_current() {
    for row in golden("wkb_current") {
        let (j, _) = Law::wkb(barrier(&row), number(&row, "T")).unwrap().current(number(&row, "V")).unwrap();
        close(&row, j, number(&row, "J"), 1e-5);
    }
}

/// Asserts every point of a spectrum to a relative distance.
fn same_spectrum(row: &Value, computed: &[interphase::Complex64], tolerance: f64) {
    for (i, z) in computed.iter().enumerate() {
        let golden = &row["z"][i];
        let golden = interphase::Complex64::new(golden[0].as_f64().unwrap(), golden[1].as_f64().unwrap());
        let distance = (z - golden).norm() / golden.norm();
        assert!(distance <= tolerance, "{} at {}: {z} differs by {distance:e}", row["p"], row["f"][i]);
    }
}

fn frequency(row: &Value) -> Vec<f64> {
    row["f"].as_array().unwrap().iter().map(|f| f.as_f64().unwrap()).collect()
}

#[test]
fn lumped_electrode() {
    for row in golden("lumped") {
        let electrode: Lumped = serde_json::from_value(row["p"].clone()).unwrap();
        same_spectrum(&row, &electrode.impedance(&frequency(&row)).unwrap(), 1e-12);
    }
}

#[test]
fn two_rail_electrode() {
    for row in golden("two_rail") {
        let electrode: TwoRail = serde_json::from_value(row["p"].clone()).unwrap();
        same_spectrum(&row, &electrode.impedance(&frequency(&row)).unwrap(), 1e-12);
    }
}
