//! Real instrument files against values that other programs read from them. The files are not part of the repository:
//! they are looked for in `$INTERPHASE_SHARED/spectra`, else in `../shared/spectra` beside the repository.

use std::path::PathBuf;

use interphase::formats;
use serde_json::Value;

fn folder() -> Option<PathBuf> {
    let shared = std::env::var_os("INTERPHASE_SHARED")
        .map(PathBuf::from)
        .unwrap_or_else(|| PathBuf::from(env!("CARGO_MANIFEST_DIR")).join("../../shared"));
    let folder = shared.join("spectra");
    folder.join("dev.json").is_file().then_some(folder)
}

fn numbers(value: &Value) -> Vec<f64> {
    value.as_array().unwrap().iter().map(|x| x.as_f64().unwrap()).collect()
}

/// Largest difference relative to the modulus at each point: cartesian values must be equal but for the last bits,
/// those computed from |Z| and phase too.
fn difference(expected: &Value, got: &interphase::Spectrum) -> f64 {
    let frequency = numbers(&expected["frequency_hz"]);
    let (re, im) = (numbers(&expected["z_real_ohm"]), numbers(&expected["z_imag_ohm"]));
    if frequency.len() != got.len() {
        return f64::INFINITY;
    }
    let mut largest: f64 = 0.0;
    for i in 0..frequency.len() {
        let z = got.impedance[i];
        let modulus = z.norm().max(f64::MIN_POSITIVE);
        for (expected, got, scale) in
            [(frequency[i], got.frequency[i], frequency[i]), (re[i], z.re, modulus), (im[i], z.im, modulus)]
        {
            largest = largest.max((expected - got).abs() / scale);
        }
    }
    largest
}

#[test]
fn real_files_equal_what_other_programs_read() {
    let Some(folder) = folder() else {
        eprintln!(
            "NOT TESTED: no real instrument files; set INTERPHASE_SHARED to the folder that has spectra/dev.json"
        );
        return;
    };
    let list: Value = serde_json::from_slice(&std::fs::read(folder.join("dev.json")).unwrap()).unwrap();
    let mut failures = Vec::new();
    let mut files = 0;
    for entry in list["files"].as_array().unwrap() {
        let name = entry["file"].as_str().unwrap();
        let bytes = std::fs::read(folder.join("dev").join(name)).unwrap();
        let expected = entry["spectra"].as_array().unwrap();
        files += 1;
        match formats::read(name, &bytes) {
            Err(error) => failures.push(format!("{name}: {error}")),
            Ok(reading) if reading.spectra.len() != expected.len() => failures.push(format!(
                "{name}: {} spectra instead of {}: {:?}",
                reading.spectra.len(),
                expected.len(),
                reading
            )),
            Ok(reading) => {
                println!("{name}: {} | {} | {:?}", reading.format, reading.understood, reading.warnings);
                println!("   {:?}", reading.spectra[0].meta);
                for (expected, got) in expected.iter().zip(&reading.spectra) {
                    let difference = difference(expected, got);
                    if difference > 1e-14 {
                        failures.push(format!("{name}: differs by {difference}"));
                    }
                }
            }
        }
    }
    println!("{} of {files} real files read alike", files - failures.len());
    assert!(
        failures.is_empty(),
        "{:#?}",
        failures.iter().map(|f| f.chars().take(300).collect::<String>()).collect::<Vec<_>>()
    );
}
