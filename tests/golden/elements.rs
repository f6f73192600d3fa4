//! Golden values: every element and thirty circuits against 50-digit arithmetic.

use std::{fs, path::Path};

use interphase::circuit::{Circuit, ELEMENTS};
use serde_json::Value;

pub fn golden(file: &str) -> Value {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/golden").join(file);
    serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()
}

pub fn floats(v: &Value) -> Vec<f64> {
    v.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

#[test]
fn elements_and_circuits_agree_with_high_precision() {
    let golden = golden("elements.json");
    let f = floats(&golden["f"]);
    let mut worst = (0.0, String::new());
    for entry in golden["entries"].as_array().unwrap() {
        let name = entry["name"].as_str().unwrap();
        let circuit = Circuit::parse(entry["extended_syntax"].as_str().unwrap()).unwrap();
        let names: Vec<&str> = entry["param_names"].as_array().unwrap().iter().map(|n| n.as_str().unwrap()).collect();
        assert_eq!(circuit.names(), names, "{name}");
        let values = floats(&entry["params"]);
        let (re, im) = (floats(&entry["z_re"]), floats(&entry["z_im"]));
        let check = |values: &[f64], circuit: &Circuit, tolerance: f64| {
            let z = circuit.impedance(values, &f).unwrap();
            let deviation =
                (0..f.len()).map(|i| (z[i].re - re[i]).hypot(z[i].im - im[i]) / re[i].hypot(im[i])).fold(0.0, f64::max);
            assert!(deviation < tolerance, "{name}: {deviation:e}");
            deviation
        };
        let deviation = check(&values, &circuit, 1e-12);
        if deviation > worst.0 {
            worst = (deviation, name.to_string());
        }
        // The same circuit as Boukamp would write it, and as we write it ourselves with values in braces.
        if let Some(text) = entry["cdc_boukamp"].as_str() {
            let boukamp = Circuit::parse(text).unwrap();
            check(&values, &boukamp, 1e-12);
            assert_eq!(boukamp.to_boukamp(None), text, "{name}");
        }
        let ours = Circuit::parse(&circuit.to_boukamp(Some(&values))).unwrap();
        let back: Vec<f64> = ours.given().map(|g| g.value.unwrap()).collect();
        check(&back, &ours, 1e-12);
        // pyimpspec's own text; where its code has another formula (see `note`) its documented one counts.
        if let Some(text) = entry["cdc_pyimpspec"].as_str() {
            let theirs = Circuit::parse(text).unwrap();
            let values: Vec<f64> = theirs.given().map(|g| g.value.unwrap()).collect();
            check(&values, &theirs, 1e-12);
        }
    }
    println!("largest relative deviation {:e} ({})", worst.0, worst.1);
}

#[test]
fn every_element_is_covered() {
    let golden = golden("elements.json");
    let text: String = golden["entries"].as_array().unwrap().iter().map(|e| e["extended_syntax"].to_string()).collect();
    // The films are tested against the engine's own, which has golden values of its own.
    for element in ELEMENTS.iter().filter(|e| !["Film", "Rails"].contains(&e.name)) {
        assert!(
            text.contains(&format!("{}0", element.name)) || text.contains(&format!("{}1", element.name)),
            "{element:?}"
        );
    }
}
