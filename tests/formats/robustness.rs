//! Files cut off anywhere, spoiled anywhere: a typed error or a partial result that says so, never a panic.

use interphase::{Spectrum, circuit::Circuit, formats};

use crate::fixtures;

/// Fixtures, and what our own writers make of one.
fn files() -> Vec<(String, Vec<u8>)> {
    let mut files = fixtures::all();
    let spectrum = Spectrum { name: "made up".into(), area_cm2: Some(0.785), bias_v: Some(0.1), ..fixtures::sample() };
    for format in ["csv", "json", "zview", "impedance-py-csv", "pyimpspec-csv"] {
        let text = formats::write(format, core::slice::from_ref(&spectrum)).unwrap();
        files.push((format!("own.{format}"), text.into_bytes()));
    }
    files
}

/// No number that is none leaves the engine, and each spectrum has as many impedances as frequencies.
fn check(name: &str, bytes: &[u8]) -> Option<formats::Reading> {
    let _ = formats::mapper::preview(name, bytes, None, None);
    match formats::read(name, bytes) {
        Err(error) => {
            assert!(!error.message.is_empty() && error.line != Some(0), "{name}: {error:?}");
            None
        }
        Ok(reading) => {
            assert!(!reading.spectra.is_empty() || reading.circuit.is_some(), "{name}");
            for spectrum in &reading.spectra {
                assert_eq!(spectrum.frequency.len(), spectrum.impedance.len(), "{name}");
                assert!(!spectrum.is_empty(), "{name}");
                let parts = spectrum.impedance.iter().flat_map(|z| [z.re, z.im]);
                let others = [spectrum.area_cm2, spectrum.time_s, spectrum.bias_v].into_iter().flatten();
                assert!(spectrum.frequency.iter().copied().chain(parts).chain(others).all(f64::is_finite), "{name}");
            }
            Some(reading)
        }
    }
}

#[test]
fn files_cut_off_at_every_byte() {
    for (name, bytes) in files() {
        let whole = check(&name, &bytes);
        let points = |r: &formats::Reading| r.spectra.iter().map(Spectrum::len).sum::<usize>();
        for end in 0..bytes.len() {
            let Some(part) = check(&name, &bytes[..end]) else { continue };
            let Some(whole) = &whole else { continue };
            assert!(points(&part) <= points(whole).max(1), "{name} cut at {end} has more points than the whole");
            if part.format != whole.format {
                continue;
            }
            // A point that differs from the whole file's must be the last and be warned of.
            for (a, b) in part.spectra.iter().zip(&whole.spectra) {
                for i in 0..a.len().min(b.len()) {
                    let same = a.frequency[i] == b.frequency[i] && a.impedance[i] == b.impedance[i];
                    assert!(same || !part.warnings.is_empty(), "{name} cut at {end}: point {i} is silently wrong");
                }
            }
        }
    }
}

/// Xorshift: the same spoiled files in every run.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, below: usize) -> usize {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        (self.0 % below.max(1) as u64) as usize
    }
}

#[test]
fn files_spoiled_at_will() {
    const SPOILED_PER_FILE: usize = 80;
    const SPLINTERS: [&[u8]; 14] = [
        b"\xff\xff\xff\xff",
        b"\0\0\0\0",
        b"\n",
        b"\t",
        b",",
        b";",
        b"\"",
        b"1e999",
        b"-",
        b"nan",
        b"{",
        b"[[[[[[",
        b"99999999",
        b"\xc3\xa9",
    ];
    let mut dice = Dice(0x5EED_1234_ABCD_0001);
    let files = files();
    for (name, bytes) in &files {
        for _ in 0..SPOILED_PER_FILE {
            let mut spoiled = bytes.clone();
            for _ in 0..=dice.roll(4) {
                let at = dice.roll(spoiled.len());
                match dice.roll(5) {
                    0 => spoiled[at] = dice.roll(256) as u8,
                    1 => spoiled[at] ^= 1 << dice.roll(8),
                    2 => drop(spoiled.drain(at..(at + dice.roll(40)).min(spoiled.len()))),
                    3 => drop(spoiled.splice(at..at, SPLINTERS[dice.roll(SPLINTERS.len())].iter().copied())),
                    _ => {
                        let other = &files[dice.roll(files.len())].1;
                        let from = dice.roll(other.len());
                        let piece = other[from..(from + dice.roll(200)).min(other.len())].to_vec();
                        drop(spoiled.splice(at..at, piece));
                    }
                }
                if spoiled.is_empty() {
                    spoiled.push(0);
                }
            }
            check(name, &spoiled);
        }
    }
}

/// Files that once broke something, kept for ever in `regressions/`: whatever a fuzzer finds is a case as soon as the
/// file lies there. Every reader takes each, and so do the writers, the mapper and both circuit notations.
#[test]
fn files_that_once_broke_something() {
    let folder = fixtures::folder().join("../regressions");
    let mut files = 0;
    for entry in std::fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        let name = path.file_name().unwrap().to_string_lossy().into_owned();
        if name.starts_with('.') {
            continue;
        }
        files += 1;
        let bytes = std::fs::read(&path).unwrap();
        if let Some(reading) = check(&name, &bytes).filter(|r| !r.spectra.is_empty()) {
            for format in ["csv", "json"] {
                let text = formats::write(format, &reading.spectra).unwrap();
                let again = formats::read(&name, text.as_bytes()).unwrap_or_else(|e| panic!("{name} as {format}: {e}"));
                assert_eq!((again.format, again.spectra.len()), (format, reading.spectra.len()), "{name}");
            }
            let _ = formats::order::order_series(&reading.spectra);
        }
        for format in formats::names() {
            let _ = formats::read_as(format, &name, &bytes);
        }
        if let Ok(circuit) = Circuit::parse(&String::from_utf8_lossy(&bytes)) {
            for written in [circuit.to_impedance_py(), circuit.to_boukamp(None)] {
                let again = Circuit::parse(&written).unwrap_or_else(|e| panic!("{name}: {written}: {e}"));
                assert_eq!(again.len(), circuit.len(), "{name}: {written}");
            }
        }
    }
    assert!(files > 0, "the folder of regressions is empty");
}

/// Hostile sizes in binary heads and hostile nesting cost neither memory nor time.
#[test]
fn hostile_sizes() {
    let mut ism = fixtures::bytes("zahner.ism");
    for count in [0x00FF_FFFFu32, 0xFFFF_FFFF, 9_999_998] {
        ism[8..12].copy_from_slice(&count.to_be_bytes());
        assert!(formats::read("a.ism", &ism).is_err());
    }
    let mpr = fixtures::bytes("biologic.mpr");
    let at = mpr.windows(8).position(|w| w == b"VMP data").unwrap() + 35 + 24;
    for rows in [u32::MAX, 0x7FFF_FFFF, 0] {
        let mut hostile = mpr.clone();
        hostile[at..at + 4].copy_from_slice(&rows.to_le_bytes());
        assert!(formats::read("a.mpr", &hostile).is_err(), "{rows}");
    }
    let nested = format!("{{\"spectra\":{}", "[".repeat(1_000_000));
    assert!(formats::read("a.json", nested.as_bytes()).is_err());
    assert!(
        formats::read("a.idf", b"Technique=x\nprimary_data\n3\n99999999999\n1 2 3\n")
            .is_ok_and(|r| r.warnings.len() == 1)
    );
}

/// A large file of one kind: the rows of the fixture that stand between `from` and `to`, as often as it takes.
fn large(name: &str, from: &str, to: &str) -> Vec<u8> {
    const BYTES: usize = 4 * 1024 * 1024;
    let text: String = fixtures::bytes(name).iter().map(|&b| char::from(b)).collect();
    let at = text.find(from).unwrap();
    let end = text[at..].find(to).map_or(text.len(), |n| at + n);
    let rows = &text[at..end];
    let many = rows.repeat(BYTES / rows.len());
    format!("{}{many}{}", &text[..end], &text[end..]).chars().map(|c| c as u8).collect()
}

/// Reads the file named in the environment and prints by how much that raised the most memory ever held, kB. Run by
/// the test below in a process of its own, so that nothing else counts.
#[test]
#[ignore = "run by memory_in_proportion"]
fn reads_one_file() {
    let Some(path) = std::env::var_os("INTERPHASE_READ") else { return };
    let bytes = std::fs::read(path).unwrap();
    let most = || -> usize {
        let status = std::fs::read_to_string("/proc/self/status").unwrap();
        status.lines().find_map(|l| l.strip_prefix("VmHWM:")?.split_whitespace().next()?.parse().ok()).unwrap()
    };
    let before = most();
    let points: usize = formats::read("large", &bytes).map_or(0, |r| r.spectra.iter().map(Spectrum::len).sum());
    println!("\nkB {} points {points}", most() - before);
}

/// A reader takes memory in proportion to the file: 4 MB of each kind, and small files that announce gigabytes.
#[test]
fn memory_in_proportion() {
    if !std::path::Path::new("/proc/self/status").exists() {
        eprintln!("NOT TESTED: the memory of readers is told by /proc/self/status, which is not there");
        return;
    }
    // One sweep however long: it does not begin again, as every row is the same.
    let own = |format: &str| {
        let part = fixtures::sample();
        let frequency = (0..100_000).map(|i| 1e6 / (1.0 + f64::from(i))).collect();
        let impedance = (0..100_000).map(|i| part.impedance[i % 5]).collect();
        formats::write(format, &[Spectrum { frequency, impedance, ..part }]).unwrap().into_bytes()
    };
    let mut announces = fixtures::bytes("zahner.ism");
    announces[8..12].copy_from_slice(&9_999_998u32.to_be_bytes());
    let files: [(&str, Vec<u8>, usize); 9] = [
        ("biologic.mpt", large("biologic.mpt", "1.0000000E+000\t2.2", "END"), 100),
        ("gamry.DTA", large("gamry.DTA", "\t4\t5\t1\t", "EXPERIMENTABORTED"), 100),
        ("table.csv", large("table-degrees.csv", "1.0,110.", "END"), 100),
        ("zplot.z", large("zplot.z", "1.000000E+00\t", "END"), 100),
        ("own.csv", own("csv"), 100),
        ("own.json", own("json"), 100),
        ("announces.ism", announces, 0),
        ("announces.idf", b"Technique=x\nprimary_data\n3\n9999999999\n1 2 3\n".to_vec(), 1),
        ("announces.dfr", b"VERSION8.0\n9999999999\n1\n1\n2\n3\n0\n0\n0\n0\n0\n0\n".to_vec(), 1),
    ];
    let folder = std::env::temp_dir().join(format!("interphase-memory-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    for (name, bytes, least) in files {
        let path = folder.join(name);
        std::fs::write(&path, &bytes).unwrap();
        let output = std::process::Command::new(std::env::current_exe().unwrap())
            .args(["--exact", "robustness::reads_one_file", "--ignored", "--nocapture"])
            .env("INTERPHASE_READ", &path)
            .output()
            .unwrap();
        let said = String::from_utf8_lossy(&output.stdout);
        let line = said.lines().find_map(|l| l.strip_prefix("kB ")).unwrap_or_else(|| panic!("{name}: {said}"));
        let (kilobytes, points) = line.split_once(" points ").unwrap();
        let (kilobytes, points): (usize, usize) = (kilobytes.parse().unwrap(), points.parse().unwrap());
        println!("{name}: {} kB file, {kilobytes} kB, {points} points", bytes.len() / 1024);
        assert!(points >= least, "{name}: {points} points");
        assert!(kilobytes < 20 * bytes.len() / 1024 + 4096, "{name}: {kilobytes} kB for {} bytes", bytes.len());
    }
    std::fs::remove_dir_all(folder).unwrap();
}
