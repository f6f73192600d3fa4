//! Every format, once: the same five made-up points in each file.

use std::path::{Path, PathBuf};

use interphase::{Code, Complex64, Spectrum, Unit, formats};

pub const FREQUENCY: [f64; 5] = [10_000.0, 1000.0, 100.0, 10.0, 1.0];
pub const REAL: [f64; 5] = [10.5, 12.0, 40.0, 95.5, 110.0];
pub const IMAGINARY: [f64; 5] = [-1.25, -9.5, -38.0, -12.75, -1.5];

/// Folder of the fixtures.
pub fn folder() -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("../tests/formats/fixtures")
}

/// The bytes of one fixture.
pub fn bytes(name: &str) -> Vec<u8> {
    std::fs::read(folder().join(name)).unwrap_or_else(|e| panic!("{name}: {e}"))
}

/// All fixtures, by name.
pub fn all() -> Vec<(String, Vec<u8>)> {
    let mut files: Vec<_> = std::fs::read_dir(folder())
        .unwrap()
        .map(|entry| entry.unwrap().file_name().into_string().unwrap())
        .filter(|name| !name.starts_with('.'))
        .map(|name| (name.clone(), bytes(&name)))
        .collect();
    files.sort();
    files
}

/// The five points.
pub fn sample() -> Spectrum {
    let impedance = REAL.iter().zip(IMAGINARY).map(|(&re, im)| Complex64::new(re, im)).collect();
    Spectrum::new(FREQUENCY.to_vec(), impedance)
}

/// What a file must give: format, number of spectra, relative tolerance (4 digits in CHI's, degrees cut in Excel's),
/// and a word from each warning.
const EXPECTED: &[(&str, &str, usize, f64, &[&str])] = &[
    ("biologic.mpt", "biologic-mpt", 2, 1e-7, &[]),
    ("biologic-comma.mpt", "biologic-mpt", 2, 1e-7, &["4 rows at zero frequency"]),
    ("biologic-bare.txt", "biologic-mpt", 1, 1e-7, &[]),
    ("biologic-excel.txt", "biologic-mpt", 1, 1e-15, &[]),
    ("biologic.mpr", "biologic-mpr", 1, 1e-15, &[]),
    ("biologic-old.mpr", "biologic-mpr", 1, 1e-15, &[]),
    ("gamry.DTA", "gamry", 1, 1e-15, &["aborted"]),
    ("gamry-comma.DTA", "gamry", 1, 1e-15, &[]),
    ("zplot.z", "zview", 1, 1e-15, &[]),
    ("zplotw.z", "zview", 1, 1e-15, &["announces 7 points, the file holds 5"]),
    ("z60w.txt", "zview", 1, 1e-15, &[]),
    ("gamry.z60", "zview", 1, 1e-15, &[]),
    ("chi.txt", "chi", 1, 1e-3, &[]),
    ("parstat.txt", "par-text", 1, 1e-15, &["2 rows at zero frequency"]),
    ("powersuite.txt", "par-text", 1, 1e-15, &[]),
    ("versastudio.par", "versastudio", 1, 1e-15, &["not calibrated"]),
    ("ivium.idf", "ivium", 1, 1e-15, &[]),
    ("ivium.ids", "ivium", 2, 1e-15, &[]),
    ("session.pssession", "palmsens", 3, 1e-15, &["1 measurement of other kinds"]),
    ("session-old.pssession", "palmsens", 1, 1e-15, &[]),
    ("pstrace.csv", "pstrace-csv", 1, 1e-15, &[]),
    ("zahner.ism", "zahner", 1, 1e-15, &["2 samples of the overlapping start"]),
    ("novocontrol.txt", "novocontrol", 1, 1e-15, &[]),
    ("relaxis.txt", "relaxis", 1, 1e-15, &["1 line of text"]),
    ("fra.dfr", "autolab-dfr", 1, 1e-15, &[]),
    ("fra.P00", "autolab-p00", 1, 1e-15, &[]),
    ("elchemea.i2b", "elchemea", 1, 1e-15, &[]),
    ("origalys.crv", "origalys", 1, 1e-15, &[]),
    ("nova.txt", "nova", 1, 1e-15, &[]),
    ("table-semicolon.csv", "table", 1, 1e-15, &[]),
    ("table-prefixes.tsv", "table", 1, 1e-15, &[]),
    ("table-radians.csv", "table", 1, 1e-14, &[]),
    ("table-degrees.csv", "table", 1, 1e-14, &["taken for degrees"]),
    ("table-spaces.txt", "table", 1, 1e-15, &[]),
    ("table-cycles.csv", "table", 3, 1e-15, &[]),
    ("table-blank-lines.csv", "table", 2, 1e-15, &[]),
    ("table-thousands.csv", "table", 1, 1e-15, &[]),
    ("table-units-row.csv", "table", 1, 1e-15, &["1 line of text"]),
    ("table-bare.csv", "table", 1, 1e-15, &["no header"]),
];

#[test]
fn every_format_gives_its_points() {
    for &(name, format, count, tolerance, warnings) in EXPECTED {
        let reading = formats::read(name, &bytes(name)).unwrap_or_else(|e| panic!("{name}: {e}"));
        assert_eq!((reading.format, reading.spectra.len()), (format, count), "{name}");
        assert_eq!(reading.warnings.len(), warnings.len(), "{name}: {:?}", reading.warnings);
        for (warning, word) in reading.warnings.iter().zip(warnings) {
            assert!(warning.contains(word), "{name}: {warning}");
        }
        assert!(!reading.understood.is_empty(), "{name}");
        let first = &reading.spectra[0];
        let order: Vec<usize> = match first.frequency.first() {
            Some(f) if *f < 2.0 => (0..5).rev().collect(),
            _ => (0..5).collect(),
        };
        assert_eq!(first.len(), 5, "{name}");
        for (i, &k) in order.iter().enumerate() {
            let z = first.impedance[i];
            let expected = Complex64::new(REAL[k], IMAGINARY[k]);
            assert!((first.frequency[i] / FREQUENCY[k] - 1.0).abs() <= tolerance, "{name}: {}", first.frequency[i]);
            assert!((z - expected).norm() <= tolerance * expected.norm(), "{name}: {z} instead of {expected}");
        }
    }
}

#[test]
fn what_the_header_says_is_kept() {
    for (name, area, started, bias) in [
        ("biologic.mpt", Some(0.785), Some("2024-03-14T09:26:53.500"), Some(0.25)),
        ("biologic-comma.mpt", Some(0.785), Some("2024-03-14T09:26:53.500"), None),
        ("biologic.mpr", None, Some("2024-03-14T12:00:00"), None),
        ("gamry.DTA", Some(0.785), Some("2024-03-14T09:26:53"), Some(0.1)),
        ("gamry-comma.DTA", Some(0.785), Some("2024-03-14T09:26:53"), Some(0.1)),
        ("zplot.z", Some(0.785), Some("2024-03-14T09:26:53"), Some(0.1)),
        ("zplotw.z", None, Some("2024-03-14T09:26:53"), None),
        ("chi.txt", None, Some("2024-03-14T09:26:53"), Some(0.1)),
        ("versastudio.par", Some(0.785), Some("2024-03-14T09:26:53"), Some(0.0)),
        ("ivium.idf", Some(0.785), Some("2024-03-14T09:26:53"), Some(0.1)),
        ("session.pssession", None, Some("2024-03-14T09:26:53"), None),
        ("pstrace.csv", None, Some("2024-03-14T09:26:53"), None),
        ("zahner.ism", Some(0.785), Some("2024-03-13T09:06:40"), Some(0.1)),
        ("novocontrol.txt", Some(core::f64::consts::PI / 4.0), Some("2024-03-14T09:26:00"), None),
        ("relaxis.txt", None, Some("2024-03-14T09:26:53"), None),
        ("fra.dfr", None, Some("2024-03-14T09:26:53"), None),
        ("fra.P00", None, Some("2024-03-14T09:26:53"), Some(0.1)),
    ] {
        let reading = formats::read(name, &bytes(name)).unwrap();
        let spectrum = &reading.spectra[0];
        let close = |a: Option<f64>, b: Option<f64>| match (a, b) {
            (Some(a), Some(b)) => (a - b).abs() < 1e-12,
            (a, b) => a == b,
        };
        assert!(close(spectrum.area_cm2, area), "{name}: area {:?}", spectrum.area_cm2);
        assert_eq!(spectrum.meta.get("started").map(String::as_str), started, "{name}");
        assert!(close(spectrum.bias_v, bias), "{name}: bias {:?}", spectrum.bias_v);
    }
    let cycles = formats::read("biologic.mpt", &bytes("biologic.mpt")).unwrap().spectra;
    assert_eq!(cycles[1].time_s, Some(60.0));
    assert_eq!(cycles[1].meta["cycle"], "2");
    assert_eq!(cycles[1].name, "biologic.mpt · 2");
    let per_area = formats::read("x", &bytes("table-units-row.csv")).unwrap().spectra;
    assert_eq!(per_area[0].unit, Unit::OhmCm2);
    assert_eq!(per_area[0].meta["temperature"], "25 °C");
}

#[test]
fn a_model_becomes_a_circuit() {
    let reading = formats::read("zview.mdl", &bytes("zview.mdl")).unwrap();
    assert!(reading.spectra.is_empty());
    let circuit = interphase::circuit::Circuit::parse(&reading.circuit.unwrap()).unwrap();
    assert_eq!(circuit.to_boukamp(None), "R(RQ)");
    let values: Vec<_> = circuit.given().map(|g| g.value.unwrap()).collect();
    assert_eq!(values, [12.5, 250.0, 1.5e-5, 0.9]);
    let mdl = String::from_utf8(bytes("zview.mdl")).unwrap();
    let foreign = mdl.replace("Type:            11", "Type:            17").replace("CPE1", "DX1");
    let error = formats::read("zview.mdl", foreign.as_bytes()).unwrap_err();
    assert_eq!((error.code, error.line), (Code::CircuitSyntax, Some(19)));
    assert!(error.message.contains("“DX1”") && error.message.contains("type 17"), "{error}");
    let (open, close) = ("-1\r\n  Element #1 Name:            Begin", "-2\r\n  Element #4 Name:            End");
    let never_closed = (close, "-1\r\n  Element #4 Name:            Begin");
    let never_opened = (open, "-2\r\n  Element #1 Name:            End");
    for (from, to) in [never_closed, never_opened, (" 250", " ?")] {
        let broken = mdl.replace(from, to);
        assert_ne!(broken, mdl);
        assert_eq!(formats::read("zview.mdl", broken.as_bytes()).unwrap_err().code, Code::Damaged, "{broken}");
    }
}

#[test]
fn what_cannot_be_read_says_why() {
    let error = |name: &str, bytes: &[u8]| formats::read(name, bytes).unwrap_err();
    assert_eq!(error("table-unknown.csv", &bytes("table-unknown.csv")).code, Code::NoImpedanceColumns);
    let permittivity = error("n.txt", &bytes("novocontrol-permittivity.txt"));
    assert_eq!(permittivity.code, Code::NoImpedanceColumns);
    assert!(permittivity.message.contains("Zs'[ohm]"), "{permittivity}");
    assert_eq!(error("empty.z", b"").code, Code::Empty);
    assert_eq!(error("blank.z", b"\n\n \n").code, Code::Empty);
    assert_eq!(
        error("picture.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\x02\0\0\0").code,
        Code::UnknownFormat
    );
    assert_eq!(error("letter.txt", b"Dear all,\nno number here.\n").code, Code::UnknownFormat);
    let bad = error("bad.csv", b"freq/Hz,Re(Z)/Ohm,Im(Z)/Ohm\n10,1,-1\n1,2x,-2\n0.1,3,-3\n");
    assert_eq!((bad.code, bad.line), (Code::BadNumber, Some(3)));
    assert!(bad.message.contains("“2x” in cell 2"), "{bad}");
    let cv = String::from_utf8_lossy(&bytes("gamry.DTA")).replace("ZCURVE", "CURVE");
    assert_eq!(error("cv.DTA", cv.as_bytes()).code, Code::NoImpedanceColumns);
    let huge = error("huge.csv", &vec![b'1'; formats::MAX_BYTES + 1]);
    assert!(huge.code == Code::TooLarge && huge.message.contains("files up to 50 MB are read"), "{huge}");
    let many = format!("f,Z',Z''\n{}", "99,1,-1\n10,1,-1\n2,2,-2\n1,2,-2\n".repeat(formats::MAX_SPECTRA + 1));
    let many = error("many.csv", many.as_bytes());
    assert!(many.code == Code::TooLarge && many.message.contains("more than 10000 spectra; split it"), "{many}");
}
