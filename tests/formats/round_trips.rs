//! What the writers write reads back: bit for bit, with everything a spectrum has where the format holds it.

use interphase::{
    Code, Complex64, Spectrum, Unit,
    formats::{
        self,
        fit_report::{FitResult, write_fit},
        write,
    },
};
use proptest::prelude::*;

use crate::fixtures;

fn number() -> impl Strategy<Value = f64> {
    prop_oneof![
        -1e6..1e6f64,
        any::<f64>().prop_filter("finite", |x| x.is_finite()),
        Just(0.0),
        Just(-0.0),
        Just(f64::MIN_POSITIVE),
        Just(f64::MAX),
        Just(5e-324)
    ]
}

fn text() -> impl Strategy<Value = String> {
    prop_oneof!["[a-z ]{0,8}", "[=+\\-@,;\"'\\\\\t\r\n:# .µΩ]{0,8}", any::<String>()]
}

fn spectrum() -> impl Strategy<Value = Spectrum> {
    let point = ((1e-6..1e9f64), number(), number());
    let extra = (
        text(),
        proptest::option::of(1e-6..1e6f64),
        proptest::option::of(number()),
        proptest::option::of(number()),
        proptest::collection::btree_map(text(), text(), 0..4),
        any::<bool>(),
    );
    (proptest::collection::vec(point, 1..12), extra).prop_map(
        |(points, (name, area_cm2, time_s, bias_v, meta, per_area))| Spectrum {
            name,
            frequency: points.iter().map(|p| p.0).collect(),
            impedance: points.iter().map(|p| Complex64::new(p.1, p.2)).collect(),
            unit: if per_area { Unit::OhmCm2 } else { Unit::Ohm },
            area_cm2,
            time_s,
            bias_v,
            meta,
        },
    )
}

/// Equal to the bit, so that -0 is not 0.
fn same_bits(a: &[f64], b: &[f64]) -> bool {
    a.len() == b.len() && a.iter().zip(b).all(|(x, y)| x.to_bits() == y.to_bits())
}

fn parts(spectrum: &Spectrum) -> Vec<f64> {
    spectrum.impedance.iter().flat_map(|z| [z.re, z.im]).collect()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 200, failure_persistence: None, ..ProptestConfig::default() })]

    #[test]
    fn csv_and_json_lose_nothing(spectra in proptest::collection::vec(spectrum(), 1..4)) {
        for format in ["csv", "json"] {
            let text = write(format, &spectra).unwrap();
            let reading = formats::read("export", text.as_bytes()).unwrap();
            prop_assert_eq!(reading.format, format);
            prop_assert_eq!(&reading.warnings, &Vec::<String>::new());
            prop_assert_eq!(reading.spectra.len(), spectra.len());
            for (got, expected) in reading.spectra.iter().zip(&spectra) {
                prop_assert!(same_bits(&got.frequency, &expected.frequency));
                prop_assert!(same_bits(&parts(got), &parts(expected)));
                let mut meta = expected.meta.clone();
                meta.entry("format".into()).or_insert_with(|| got.meta["format"].clone());
                if expected.meta.get("geometry").is_some_and(|g| g == "not stated") {
                    meta.insert("geometry".into(), "not stated".into());
                }
                prop_assert_eq!(&got.meta, &meta);
                prop_assert_eq!(&got.name, &expected.name);
                prop_assert_eq!(got.unit, expected.unit);
                prop_assert_eq!(got.area_cm2, expected.area_cm2);
                prop_assert_eq!(got.time_s, expected.time_s);
                prop_assert_eq!(got.bias_v, expected.bias_v);
            }
        }
    }

    #[test]
    fn plainer_tables_keep_the_points(spectrum in spectrum()) {
        for format in ["impedance-py-csv", "pyimpspec-csv"] {
            let text = write(format, core::slice::from_ref(&spectrum)).unwrap();
            let reading = formats::read("export", text.as_bytes()).unwrap();
            let got = &reading.spectra[0];
            prop_assert!(same_bits(&got.frequency, &spectrum.frequency), "{}", text);
            prop_assert!(same_bits(&parts(got), &parts(&spectrum)), "{}", text);
            prop_assert_eq!(got.unit, spectrum.unit);
            prop_assert_eq!(got.area_cm2, spectrum.area_cm2);
        }
    }

    #[test]
    fn zview_keeps_the_points(spectrum in spectrum()) {
        let spectrum = Spectrum { unit: Unit::Ohm, ..spectrum };
        let text = write("zview", core::slice::from_ref(&spectrum)).unwrap();
        let reading = formats::read("export.z", text.as_bytes()).unwrap();
        let frequency: Vec<f64> = reading.spectra.iter().flat_map(|s| s.frequency.clone()).collect();
        let impedance: Vec<f64> = reading.spectra.iter().flat_map(parts).collect();
        prop_assert!(same_bits(&frequency, &spectrum.frequency));
        prop_assert!(same_bits(&impedance, &parts(&spectrum)));
        prop_assert_eq!(reading.spectra[0].area_cm2, spectrum.area_cm2);
    }

    #[test]
    fn no_cell_of_an_export_is_a_formula(spectrum in spectrum()) {
        let fit = FitResult {
            circuit: "R0-p(R1,C1)".into(),
            names: ["=1+1", "+x", "@y"].map(String::from).to_vec(),
            units: vec!["ohm".into(), "-ohm".into(), "\tF".into()],
            values: vec![1.0, 2.0, 3e-6],
            ..FitResult::default()
        };
        let mut texts: Vec<String> =
            ["csv", "impedance-py-csv", "pyimpspec-csv"].map(|f| write(f, core::slice::from_ref(&spectrum)).unwrap()).to_vec();
        texts.push(write_fit("csv", &fit, &spectrum).unwrap());
        for text in texts {
            // As a spreadsheet of either habit would cut it.
            for delimiter in [formats::table::Delimiter::Comma, formats::table::Delimiter::Semicolon] {
                for line in text.lines() {
                    for cell in delimiter.cells(line) {
                        let is_number = cell.split([',', ';']).all(|c| c.is_empty() || c.parse::<f64>().is_ok());
                        prop_assert!(is_number || !cell.starts_with(['=', '+', '-', '@', '\t', '\r']), "{:?} in {:?}", cell, line);
                    }
                }
            }
        }
    }
}

#[test]
fn what_any_format_gives_is_written_and_read_again() {
    for (name, bytes) in fixtures::all() {
        let Ok(reading) = formats::read(&name, &bytes) else { continue };
        if reading.circuit.is_some() {
            continue;
        }
        for format in ["csv", "json"] {
            let text = write(format, &reading.spectra).unwrap();
            let again = formats::read(&name, text.as_bytes()).unwrap_or_else(|e| panic!("{name} as {format}: {e}"));
            assert_eq!(again.spectra, reading.spectra, "{name} as {format}");
        }
    }
}

#[test]
fn exports_say_where_they_come_from() {
    let mut spectrum = fixtures::sample();
    spectrum.area_cm2 = Some(0.785);
    spectrum.meta.insert("geometry".into(), "cell".into());
    for format in ["csv", "json", "zview", "impedance-py-csv", "pyimpspec-csv"] {
        let text = write(format, core::slice::from_ref(&spectrum)).unwrap();
        for word in [interphase::PACKAGE_VERSION, "model", "cell", "0.785"] {
            assert!(text.contains(word), "{format} lacks {word}:\n{text}");
        }
    }
}

#[test]
fn what_cannot_be_written_says_why() {
    let spectrum = fixtures::sample();
    assert_eq!(write("docx", core::slice::from_ref(&spectrum)).unwrap_err().code, Code::UnknownName);
    assert_eq!(write("csv", &[]).unwrap_err().code, Code::BadArgument);
    assert_eq!(write("zview", &[spectrum.clone(), spectrum.clone()]).unwrap_err().code, Code::BadArgument);
    let broken = Spectrum { frequency: vec![1.0, f64::NAN, 3.0, 4.0, 5.0], ..spectrum };
    assert_eq!(write("json", &[broken]).unwrap_err().code, Code::BadArgument);
}

#[test]
fn a_fit_is_written_for_people_and_programs() {
    let fit = FitResult {
        circuit: "R0-p(R1,CPE1)".into(),
        names: ["R0", "R1", "CPE1.T", "CPE1.P"].map(String::from).to_vec(),
        units: ["ohm", "ohm", "S s^P", ""].map(String::from).to_vec(),
        values: vec![10.0, 100.0, 1e-5, 0.9],
        standard_errors: vec![0.1, 1.0, f64::NAN, 0.01],
        chi_square: Some(1e-4),
        ..FitResult::default()
    };
    let spectrum = Spectrum { name: "a \"b\"\nimport os".into(), ..fixtures::sample() };
    let table = write_fit("csv", &fit, &spectrum).unwrap();
    assert!(
        table.starts_with("quantity,value,standard error,unit\nR0,10,0.1,ohm\nR1,100,1,ohm\nCPE1.T,1e-5,,S s^P\n")
            || table.contains("CPE1.T,0.00001,,S s^P"),
        "{table}"
    );
    let json: serde_json::Value = serde_json::from_str(&write_fit("json", &fit, &spectrum).unwrap()).unwrap();
    assert_eq!(json["values"][1], 100.0);
    assert_eq!(json["standardErrors"][2], serde_json::Value::Null);
    for format in ["python-impedance", "python-scipy"] {
        let python = write_fit(format, &fit, &spectrum).unwrap();
        assert!(!python.contains("\nimport os\n"), "a name must not become code:\n{python}");
        assert!(python.contains("np.array([10000, 1000, 100, 10, 1])"), "{python}");
    }
    let foreign = FitResult { circuit: "R0-p(R1,CPE1)".into(), values: vec![1.0], ..fit.clone() };
    assert_eq!(write_fit("csv", &foreign, &spectrum).unwrap_err().code, Code::BadArgument);
    assert_eq!(write_fit("xml", &fit, &spectrum).unwrap_err().code, Code::UnknownName);
}
