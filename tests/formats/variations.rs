//! The same five points as other versions, other languages and other people's habits write them.

use interphase::{Code, Complex64, Spectrum, Unit, formats};

use crate::fixtures::{self, FREQUENCY, IMAGINARY, REAL};

/// Rows of the five points, each made of frequency, Re and Im.
fn rows(row: impl Fn(f64, f64, f64) -> String) -> String {
    (0..5).map(|i| row(FREQUENCY[i], REAL[i], IMAGINARY[i]) + "\n").collect()
}

fn fixture(name: &str) -> String {
    let bytes = fixtures::bytes(name);
    String::from_utf8(bytes.clone()).unwrap_or_else(|_| bytes.iter().map(|&b| char::from(b)).collect())
}

fn comma(x: f64) -> String {
    x.to_string().replace('.', ",")
}

/// The five points, in either order of frequency, within `tolerance`.
fn same(spectrum: &Spectrum, tolerance: f64) -> bool {
    let up = spectrum.frequency.first().is_some_and(|f| *f < 2.0);
    spectrum.len() == 5
        && (0..5).all(|i| {
            let k = if up { 4 - i } else { i };
            let expected = Complex64::new(REAL[k], IMAGINARY[k]);
            (spectrum.frequency[i] / FREQUENCY[k] - 1.0).abs() <= tolerance
                && (spectrum.impedance[i] - expected).norm() <= tolerance * expected.norm()
        })
}

/// Reads a file that must hold `count` spectra, the first of them the five points, and gives the reading.
#[track_caller]
fn gives(bytes: &[u8], format: &str, count: usize) -> formats::Reading {
    let reading = formats::read("a.txt", bytes).unwrap_or_else(|e| panic!("{e}\n{}", String::from_utf8_lossy(bytes)));
    assert_eq!((reading.format, reading.spectra.len()), (format, count), "{reading:?}");
    assert!(same(&reading.spectra[0], 2e-7), "{:?}\n{}", reading, String::from_utf8_lossy(bytes));
    reading
}

#[test]
fn biologic() {
    let mpt = fixture("biologic.mpt");
    // The header counts its lines wrongly, or not at all; it has no date, no area, no loops.
    let reading = gives(mpt.replace("header lines : 27", "header lines : 31").as_bytes(), "biologic-mpt", 2);
    assert!(reading.warnings[0].contains("line 27"), "{:?}", reading.warnings);
    gives(mpt.replace("Nb header lines : 27", "").as_bytes(), "biologic-mpt", 2);
    let bare: String = mpt
        .lines()
        .filter(|l| !l.starts_with("Acq") && !l.contains("area") && !l.starts_with("Loop"))
        .map(|l| format!("{l}\n"))
        .collect();
    assert_eq!(gives(bare.as_bytes(), "biologic-mpt", 2).spectra[0].area_cm2, None);
    // Other techniques, other programs of the maker, other units chosen for the export.
    for (from, to) in [
        ("Potentio Electrochemical", "Galvano Electrochemical"),
        ("EC-Lab ASCII FILE", "BT-Lab ASCII FILE"),
        ("<Ewe>/V", "control/mA"),
        ("\r\n", "\r\r\n"),
        ("\r\n", "\r"),
        ("E+00", "e+00"),
        ("0.785 cm²", "78.5 mm²"),
    ] {
        gives(mpt.replace(from, to).as_bytes(), "biologic-mpt", 2);
    }
    let kilo = mpt.replace("Re(Z)/Ohm", "Re(Z)/kOhm").replace("-Im(Z)/Ohm", "-Im(Z)/kOhm");
    let kilo = formats::read("a.mpt", kilo.as_bytes()).unwrap();
    assert_eq!(kilo.spectra[0].impedance[0], Complex64::new(10_500.0, -1250.0));
    // UTF-8, UTF-16 and a mark at the start.
    gives(mpt.as_bytes(), "biologic-mpt", 2);
    gives(format!("\u{feff}{mpt}").as_bytes(), "biologic-mpt", 2);
    let utf16: Vec<u8> = format!("\u{feff}{mpt}").encode_utf16().flat_map(u16::to_le_bytes).collect();
    gives(&utf16, "biologic-mpt", 2);
    // Re-saved by a spreadsheet.
    gives(mpt.replace('\t', ";").as_bytes(), "biologic-mpt", 2);
    gives(mpt.replace('\t', ";").replace('.', ",").as_bytes(), "biologic-mpt", 2);
    gives(mpt.replace(',', " ").replace('\t', ",").as_bytes(), "biologic-mpt", 2);
    // Points that the instrument could not measure; a run that was stopped within a row.
    let overload = mpt.replace("1.2000000E+001\t9.5000000E+000", "1.#QNAN0E+000\t-1.#IND000E+000");
    let overload = formats::read("a.mpt", overload.as_bytes()).unwrap();
    assert_eq!((overload.spectra[0].len(), overload.spectra[1].len()), (4, 5));
    assert!(overload.warnings[0].contains("1 row without a usable value"), "{:?}", overload.warnings);
    let end = mpt.rfind("2.2000000E+002").unwrap();
    let stopped = gives(&mpt.as_bytes()[..end], "biologic-mpt", 2);
    assert_eq!(stopped.spectra[1].len(), 4);
    // Not an impedance at all.
    let cv = mpt.replace("freq/Hz", "Ecell/V").replace("Re(Z)/Ohm", "I/mA");
    assert_eq!(formats::read("a.mpt", cv.as_bytes()).unwrap_err().code, Code::NoImpedanceColumns);
}

/// A binary file whose data module has the columns `ids` (freq, Re, -Im, |Z|, phase among them) in rows of `widths`.
fn mpr(version: u32, ids: &[(u16, usize)], body_start: usize) -> Vec<u8> {
    let mut rows = Vec::new();
    for i in 0..5 {
        let z = Complex64::new(REAL[i], IMAGINARY[i]);
        for &(id, width) in ids {
            let value = match id {
                32 => FREQUENCY[i],
                37 => z.re,
                38 => -z.im,
                36 => z.norm(),
                35 => z.arg().to_degrees(),
                _ => 7.0,
            };
            match width {
                4 => rows.extend((value as f32).to_le_bytes()),
                8 => rows.extend(value.to_le_bytes()),
                _ => rows.extend(vec![3u8; width]),
            }
        }
    }
    let mut body = vec![5, 0, 0, 0, ids.len() as u8];
    ids.iter().for_each(|(id, _)| body.extend(id.to_be_bytes()));
    body.resize(body_start, 0);
    body.extend(rows);
    let mut file = b"BIO-LOGIC MODULAR FILE\x1a".to_vec();
    file.resize(52, b' ');
    file.extend(b"MODULEVMP data  ");
    file.extend([b' '; 25]);
    file.extend(u32::MAX.to_le_bytes());
    file.extend((body.len() as u32).to_le_bytes());
    file.extend(0u32.to_le_bytes());
    file.extend(version.to_le_bytes());
    file.extend(b"03/14/24");
    file.extend(body);
    file
}

#[test]
fn biologic_binary() {
    let known = [(1, 1), (32, 4), (37, 4), (38, 4), (36, 4), (35, 4), (4, 8)];
    gives(&mpr(11, &known, 1007), "biologic-mpr", 1);
    // A column that is not known here, wherever it stands and however wide it is.
    for (at, width) in [(1, 4), (1, 8), (1, 2), (4, 1), (7, 4)] {
        let mut ids = known.to_vec();
        ids.insert(at, (600, width));
        let reading = gives(&mpr(11, &ids, 1007), "biologic-mpr", 1);
        assert!(reading.warnings[0].contains("number 600"), "{:?}", reading.warnings);
    }
    let two = [(1, 1), (600, 4), (32, 4), (601, 4), (37, 4), (38, 4), (36, 4), (35, 4)];
    gives(&mpr(11, &two, 1007), "biologic-mpr", 1);
    // Two of different width: what was read contradicts |Z|, and the file is refused.
    let uneven = [(1, 1), (600, 8), (32, 4), (601, 4), (37, 4), (38, 4), (36, 4), (35, 4)];
    let error = formats::read("a.mpr", &mpr(11, &uneven, 1007)).unwrap_err();
    assert!(error.code == Code::Damaged && error.message.contains("number 600"), "{error}");
    // A version that is not known here.
    let later = gives(&mpr(12, &known, 1500), "biologic-mpr", 1);
    assert!(later.warnings[0].contains("Version 12"), "{:?}", later.warnings);
    let neither = [(600, 4), (32, 4), (37, 4), (38, 4), (36, 4)];
    assert_eq!(formats::read("a.mpr", &mpr(12, &neither, 1500)).unwrap_err().code, Code::Damaged);
}

#[test]
fn gamry() {
    let dta = fixture("gamry.DTA");
    for tag in ["GALVEIS", "HYBRIDEIS", "EISMON", "OPTIEIS"] {
        assert_eq!(gives(dta.replace("EISPOT", tag).as_bytes(), "gamry", 1).spectra[0].meta["technique"], tag);
    }
    for (from, to) in [
        ("ZCURVE\tTABLE", "ZCURVE\tTABLE\t5"),
        ("ZCURVE\tTABLE", "ZCURVE1\tTABLE"),
        ("EXPLAIN\r\n", ""),
        ("\tIERange", "\tIERange\tImod\tVmod\tTemp"),
        ("AREA\tQUANT\t7.85000E-001", "AREA\tQUANT\t7,85000E-001"),
        ("\r\n", "\n"),
    ] {
        gives(dta.replace(from, to).as_bytes(), "gamry", 1);
    }
    // Drift-corrected columns in the middle, time of day in another form, several curves, a table without rows before.
    let corrected = dta
        .replace("\tZsig\t", "\tZrealDrCor\tZimagDrCor\tZsig\t")
        .replace("\tohm\tohm\tV\tohm", "\tohm\tohm\tohm\tohm\tV\tohm")
        .replace("\t-1.25\t1\t", "\t-1.25\t9\t9\t1\t");
    let corrected = [
        ("\t-9.5\t1\t", "\t-9.5\t9\t9\t1\t"),
        ("\t-38\t1\t", "\t-38\t9\t9\t1\t"),
        ("\t-12.75\t1\t", "\t-12.75\t9\t9\t1\t"),
        ("\t-1.5\t1\t", "\t-1.5\t9\t9\t1\t"),
    ]
    .iter()
    .fold(corrected, |text, (from, to)| text.replace(from, to));
    gives(corrected.as_bytes(), "gamry", 1);
    let at = dta.find("ZCURVE").unwrap();
    let end = dta.find("EXPERIMENTABORTED").unwrap();
    let curve = &dta[at..end];
    gives(format!("{}{}", &dta[..end], curve.replace("ZCURVE", "ZCURVE2")).as_bytes(), "gamry", 2);
    // Stopped before the first point, and within a row.
    let none = format!("{}ZCURVE\tTABLE\r\n\tPt\tTime\tFreq\tZreal\tZimag\r\n\t#\ts\tHz\tohm\tohm\r\n", &dta[..at]);
    assert_eq!(formats::read("a.DTA", none.as_bytes()).unwrap_err().code, Code::Empty);
    let within = dta.replace("\t1\t110\t-1.5\t1\t110.0102\t-0.7812577\t1e-06\t0.1\t10", "\t1\t11");
    let within = formats::read("a.DTA", within.as_bytes()).unwrap();
    assert_eq!(within.spectra[0].len(), 4);
    assert!(within.warnings.iter().any(|w| w.contains("middle of a row")), "{:?}", within.warnings);
    // Re-saved by a spreadsheet.
    let resaved = gives(dta[..end].replace('\t', ",").as_bytes(), "table", 1);
    assert_eq!(resaved.spectra[0].len(), 5);
}

#[test]
fn zview() {
    let new = fixture("zplot.z");
    let comments = "  Begin User Comments:        1\r\nDate: last Tuesday\r\n12\r\nSurface Area: 7\r\n  End User Comments:          1\r\n  Data Points";
    let reading = gives(new.replace("  Data Points", comments).as_bytes(), "zview", 1);
    assert_eq!(reading.spectra[0].area_cm2, Some(0.785));
    assert_eq!(reading.spectra[0].meta["started"], "2024-03-14T09:26:53");
    assert!(reading.warnings.is_empty(), "{:?}", reading.warnings);
    for (from, to) in [("  Data Points:                5\r\n", ""), ("\r\n", "\n")] {
        gives(new.replace(from, to).as_bytes(), "zview", 1);
    }
    // A decimal comma, tabs or semicolons or blanks between the cells, a second sweep below the first.
    let (head, body) = new.split_at(new.find("End Comments").unwrap());
    gives(format!("{head}{}", body.replace('.', ",")).as_bytes(), "zview", 1);
    gives(format!("{head}{}", body.replace('.', ",").replace('\t', "; ")).as_bytes(), "zview", 1);
    gives(format!("{head}{}", body.replace('\t', "  ")).as_bytes(), "zview", 1);
    let rows: String = body.lines().skip(1).map(|l| format!("{l}\r\n")).collect();
    let twice = gives(format!("{head}{body}{rows}").as_bytes(), "zview", 2);
    assert!(twice.warnings[0].contains("announces 5 points, the file holds 10"), "{:?}", twice.warnings);
    gives(new.replace("ZPLOT2 ASCII", "\"ZPlot2 ASCII\"").as_bytes(), "zview", 1);
    let old = fixture("zplotw.z");
    gives(old.replace("made up, 2 remarks", "\"a\"\n\"b: c\"\n\"\"\n3 cells, 800 C").as_bytes(), "zview", 1);
    gives(old.replace('\n', "\r\n").as_bytes(), "zview", 1);
    gives(format!("\u{feff}{old}").as_bytes(), "zview", 1);
}

#[test]
fn autolab() {
    let index = rows(|f, re, im| format!("1;{f};{re};{}", -im));
    for head in [
        "Index;Frequency (Hz);Z' (Ω);-Z'' (Ω)",
        "Index;Frequency (Hz);Z' (Ohm);-Z'' (Ohm)",
        "Index;Frequency (Hz);Z' (?);-Z'' (?)",
        "Index;Frequency/Hz;Z'/Ω;-Z''/Ω",
        "Some comment\n\nIndex;Frequency (Hz);Z' (Ω);-Z'' (Ω)",
    ] {
        assert!(same(&formats::read("a", format!("{head}\n{index}").as_bytes()).unwrap().spectra[0], 1e-15), "{head}");
    }
    for delimiter in [";", "\t", ","] {
        let head = ["Frequency (Hz)", "Z' (Ω)", "-Z'' (Ω)", "Z (Ω)", "-Phase (°)", "Time (s)"].join(delimiter);
        let body = rows(|f, re, im| {
            let z = Complex64::new(re, im);
            [f, re, -im, z.norm(), -z.arg().to_degrees(), 1.0].map(|x| x.to_string()).join(delimiter)
        });
        gives(format!("{head}\n{body}").as_bytes(), "nova", 1);
        if delimiter != "," {
            gives(format!("{head}\n{}", body.replace('.', ",")).as_bytes(), "nova", 1);
        }
    }
    let dfr = fixture("fra.dfr");
    for (from, to) in [("VERSION8.0", "VERSION4.9"), (".", ","), ("\n", "\r\n"), ("14.03.2024 09:26:53", "")] {
        gives(dfr.replace(from, to).replace("VERSION8,0", "VERSION8.0").as_bytes(), "autolab-dfr", 1);
    }
    let p00 = fixture("fra.P00");
    for (from, to) in [("\n", "\r\n"), ("Description\n", "Description\nand more\n\n"), (".", ","), ("t =  1.0 s\n", "")]
    {
        gives(p00.replace(from, to).as_bytes(), "autolab-p00", 1);
    }
}

#[test]
fn princeton_and_ch_instruments() {
    let par = fixture("versastudio.par");
    let segment = par[par.find("<Segment1>").unwrap()..par.find("<DockingLayout>").unwrap()].to_string();
    gives(
        par.replace("<DockingLayout>", &format!("{}<DockingLayout>", segment.replace("Segment1", "Segment2")))
            .as_bytes(),
        "versastudio",
        2,
    );
    for (from, to) in [
        ("Version=2.52.3.0", "Version=2.63.2"),
        ("\r\n", "\n"),
        (", ActionId, 0", ""),
        ("Z Real, Z Imag", "Z Real, Z Imag, Z2 Real, Z2 Imag"),
    ] {
        gives(par.replace(from, to).as_bytes(), "versastudio", 1);
    }
    gives(segment.as_bytes(), "versastudio", 1);
    let power = fixture("powersuite.txt");
    gives(power.replace("\r\r\n", "\r\n").as_bytes(), "par-text", 1);
    gives(power.replace('.', ",").as_bytes(), "par-text", 1);
    let columns =
        "Segment #,Point #,E(V),I(A),Elapsed Time(s),Frequency(Hz),|Z| (ohms),Phase of Z (deg),Z Real,Z Imag\n";
    let body = rows(|f, re, im| format!("0,0,0.1,1e-6,1.5,{f},0,0,{re},{im}"));
    gives(format!("{columns}{body}").as_bytes(), "table", 1);
    let chi = fixture("chi.txt");
    for (from, to) in [
        ("Mar. 14, 2024", "March 14, 2024"),
        ("A.C. Impedance", "A.C. Impedance - Time"),
        ("Header: \r\n", ""),
        (", ", "\t"),
        ("\r\n", "\n"),
    ] {
        let reading = formats::read("a.txt", chi.replace(from, to).as_bytes()).unwrap();
        assert!(same(&reading.spectra[0], 1e-3), "{to}: {reading:?}");
        assert_eq!(reading.spectra[0].meta["started"], "2024-03-14T09:26:53");
    }
    // Converted to text, without what stands before the settings.
    let settings = formats::read("a.txt", &chi.as_bytes()[chi.find("Init E").unwrap()..]).unwrap();
    assert!(settings.format == "chi" && same(&settings.spectra[0], 1e-3), "{settings:?}");
    assert_eq!(settings.spectra[0].bias_v, Some(0.1));
    let potential = chi.replace("Freq/Hz, ", "Potential/V, ");
    assert_eq!(formats::read("a.txt", potential.as_bytes()).unwrap_err().code, Code::NoImpedanceColumns);
}

#[test]
fn ivium_palmsens_novocontrol_relaxis() {
    let idf = fixture("ivium.idf");
    let bytes = |text: &str| -> Vec<u8> { text.chars().map(|c| c as u8).collect() };
    for (from, to) in [
        ("\r\n", "\r"),
        ("\r\n", "\n"),
        ("Technique=Constant E", "Technique=Constant I"),
        ("Method=Impedance", "Method=impedance"),
        ("E+0", "e+0"),
    ] {
        gives(&bytes(&idf.replace(from, to)), "ivium", 1);
    }
    gives(&bytes(&idf.replace('.', ",")), "ivium", 1);
    // Several scans in one block, and a stopped one.
    let start = idf.find(" 1.05000E+01").unwrap();
    let end = idf.find("\0\0\r\npretreatment").unwrap();
    let scans = format!("{}{}{}", idf[..end].replace("\r\n5\0", "\r\n10\0"), &idf[start..end], &idf[end..]);
    gives(&bytes(&scans), "ivium", 2);
    let stopped = gives(&bytes(&idf.replace("\r\n5\0", "\r\n9\0")), "ivium", 1);
    assert!(stopped.warnings[0].contains("9 rows announced, 5 found"), "{:?}", stopped.warnings);
    let wina = "Sample, 14.03.2024, 09:26\nFixed value(s) : AC Volt [Vrms]=1.0\n";
    let columns = "Freq. [Hz]\tTemp. [°C]\tZs' [Ohms]\tZs'' [Ohms]\t|Zs| [Ohms]\n";
    let body = rows(|f, re, im| format!("{f:e}\t25.0\t{re:e}\t{im:e}\t1.0"));
    let warm = body.replace("\t25.0\t", "\t35.0\t");
    let reading = gives(format!("{wina}{columns}{body}{warm}").as_bytes(), "novocontrol", 2);
    assert_eq!(reading.spectra[1].meta["temperature"], "35 °C");
    let fixed = wina
        .replace("AC Volt", "Temp. [K]=3.0656e+02  AC Volt")
        .replace("Fixed", "Diameter[mm] 1.000e+01  Thickness[mm] 1.770e+00  Spacer Capacity[pF] 0.000e+00\nFixed");
    for colon in ["", ":"] {
        let text = format!("{fixed}{columns}{body}").replace("Diameter[mm]", &format!("Diameter[mm]{colon}"));
        let spectrum = &gives(text.as_bytes(), "novocontrol", 1).spectra[0];
        assert!((spectrum.area_cm2.unwrap() - core::f64::consts::FRAC_PI_4).abs() < 1e-15);
    }
    let cold = formats::read("a.txt", format!("{fixed}{}{}", columns.replace("Temp. [°C]", "Eps'"), body).as_bytes());
    assert_eq!(cold.unwrap().spectra[0].meta["temperature"], "306.56 K");
    let relaxis = fixture("relaxis.txt");
    gives(relaxis.replace("3.0", "3.4").replace("\r\n", "\n").as_bytes(), "relaxis", 1);
    let csv = "Date and time:,2024-03-14 09:26:53\nNotes:,\nImpedance\nFixed at 5 freqs\nfreq / Hz,neg. Phase / °,Idc / uA,Z / Ohm,Z' / Ohm,-Z'' / Ohm,Cs / F\n";
    let body = rows(|f, re, im| {
        let z = Complex64::new(re, im);
        format!("{f},{},0.1,{},{re},{},1e-6", -z.arg().to_degrees(), z.norm(), -im)
    });
    let reading = gives(format!("{csv}{body}").as_bytes(), "pstrace-csv", 1);
    assert_eq!(reading.warnings, Vec::<String>::new());
    let several = format!("{csv}{body}\n{}{}", csv.split_once("Impedance").unwrap().1, body);
    gives(several.as_bytes(), "pstrace-csv", 2);
    // What stands under Z'' is -Im, whatever a phase that the instrument could not tell may say.
    let plain = csv.replace("-Z''", "Z''");
    let spoiled = body.replacen(",6.7", ",-6.7", 1).replacen(",38.3", ",-38.3", 1).replacen(",43.5", ",-43.5", 1);
    assert_ne!(spoiled, body);
    gives(format!("{plain}{spoiled}").as_bytes(), "pstrace-csv", 1);
    // Channels one below the other, each with its header, and quotes around whole lines, but not all of them.
    let header = csv.lines().last().unwrap();
    let quoted: String = body.lines().map(|l| format!("\"{l}\"\r\n")).collect();
    let channels = format!(
        "\"File date:,2024-03-14 09:26:53\"\r\nCH 3: Fixed at 5 freqs\r\n\"{header}\"\r\n{quoted}CH 5: Fixed at 5 freqs\r\n\"{header}\"\r\n{quoted}"
    );
    let reading = gives(channels.as_bytes(), "pstrace-csv", 2);
    assert_eq!(reading.spectra[1].meta["started"], "2024-03-14T09:26:53");
    // One list of points for each of two measurements, null where nothing was measured.
    let list = |values: &[f64]| values.iter().map(|v| format!("{{\"V\":{v}}}")).collect::<Vec<_>>().join(",");
    let column =
        |name: &str, values: &[f64]| format!("{{\"Description\":\"{name}\",\"DataValues\":[{}]}}", list(values));
    let set = format!(
        "{{\"Values\":[{},{},{},{{\"Description\":\"x\",\"DataValues\":null}}]}}",
        column("Frequency", &FREQUENCY),
        column("ZRe", &REAL),
        column("ZIm", &IMAGINARY.map(|x| -x))
    );
    let session = format!(
        "{{\"type\":\"PalmSens.DataFiles.SessionFile\",\"measurements\":[{{\"Title\":\"one\",\"EISDataList\":null,\"DataSet\":{set}}},{{\"Title\":\"two\",\"EISDataList\":[{{\"Title\":\"CH 1\",\"DataSet\":{set},\"SubScans\":[]}}]}}]}}"
    );
    gives(session.as_bytes(), "palmsens", 2);
}

#[test]
fn origalys() {
    let crv = fixture("origalys.crv");
    let bytes = |text: &str| -> Vec<u8> { text.chars().map(|c| c as u8).collect() };
    for (from, to) in [("Pot. Dynamic", "Gal. Fixed"), ("\r\n", "\n"), ("\u{fe}\u{ab}Z11\r\n", "")] {
        let reading = gives(&bytes(&crv.replace(from, to)), "origalys", 1);
        assert!(reading.spectra[0].meta["technique"].ends_with("EIS (Impedance)"));
    }
    let (head, body) = crv.split_at(crv.find("1.00000E+04").unwrap());
    gives(&bytes(&format!("{head}{}", body.replace('.', ","))), "origalys", 1);
    let more = gives(&bytes(&crv.replace("\r\n5   ", "\r\n9   ")), "origalys", 1);
    assert!(more.warnings[0].contains("announces 9 points, the file holds 5"), "{:?}", more.warnings);
}

#[test]
fn headers_of_tables() {
    let body = rows(|f, re, im| format!("{f},{re},{}", -im));
    for header in [
        "freq (Hz),Zreal (ohm),-Zimag (ohm)",
        "# freq/Hz,Re(Z)/Ohm,-Im(Z)/Ohm",
        "%Frequency,Z',-Z''",
        "Frequenz in Hz,Realteil in Ohm,-Imaginärteil in Ohm",
        "Frequenz [Hz],Wirkwiderstand [Ω],-Blindwiderstand [Ω]",
        "Fréquence (Hz),Partie réelle (Ohm),-Partie imaginaire (Ohm)",
        "频率/Hz,实部/Ω,-虚部/Ω",
        "\"Frequency (Hz)\",\"Z' (Ohm)\",\"-Z'' (Ohm)\"",
        "f_Hz,Z_re_Ohm,neg_Z_im_Ohm",
        "FREQ(Hz),RE(Z)(Ohm),-IM(Z)(Ohm)",
        "Freq,Impedance Real (Ohm),-Impedance Imaginary (Ohm)",
    ] {
        gives(format!("{header}\n{body}").as_bytes(), "table", 1);
    }
    let plain = rows(|f, re, im| format!("{f},{re},{im}"));
    gives(format!("FREQUENCY(Hz),R(ohm),X(ohm)\n{plain}").as_bytes(), "table", 1);
    gives(format!("Freq / Hz,Rs / Ohm,X / Ohm\n{plain}").as_bytes(), "table", 1);
    // Blanks between the cells, and names of several words.
    for header in [
        "freq Re Im",
        "# freq Re Im",
        "#  f/Hz   Z'/Ohm   Z''/Ohm",
        "Frequency (Hz) Z' (Ohm) Z'' (Ohm)",
        "Frequency [Hz]   Z real [Ohm]   Z imag [Ohm]",
        "f / Hz Re(Z) / Ohm Im(Z) / Ohm",
    ] {
        gives(format!("{header}\n{}", rows(|f, re, im| format!("  {f}  {re}   {im}"))).as_bytes(), "table", 1);
        gives(format!("{header}\n{}", rows(|f, re, im| format!("{f}\t{re}\t{im}"))).as_bytes(), "table", 1);
    }
    // More tabs between the names than between the numbers.
    let tabs = rows(|f, re, im| format!("{f}\t{re}\t{im}"));
    gives(format!("# made up\n\nFreq.[Hz]\t\t Zs'[ohm] \t\t Zs''[ohm]\n{tabs}").as_bytes(), "table", 1);
    // No names, but words in comments above.
    for sign in ["%", "#", "!"] {
        let blanks = rows(|f, re, im| format!("{f}           {re}     {im}"));
        gives(format!("{sign} Version:              MADE UP\n{blanks}").as_bytes(), "table", 1);
    }
    // Nobody knows which name stands over which column: a person chooses.
    let five = rows(|f, re, im| format!("{f} {re} {im} 1 2"));
    let unclear = formats::read("a.txt", format!("Frequency (set) Z' and Z'' more\n{five}").as_bytes());
    assert_eq!(unclear.unwrap_err().code, Code::NoImpedanceColumns);
    // R names its rows without naming that column.
    let numbered = |quote: &str| {
        (0..5)
            .map(|i| format!("{quote}{}{quote} {} {} {}\n", i + 1, FREQUENCY[i], REAL[i], IMAGINARY[i]))
            .collect::<String>()
    };
    gives(format!("\"freq\" \"Re\" \"Im\"\n{}", numbered("\"")).as_bytes(), "table", 1);
    gives(format!("freq Re Im\n{}", numbered("")).as_bytes(), "table", 1);
    gives(format!("freq,Re,Im\n{}", numbered("").replace(' ', ",")).as_bytes(), "table", 1);
    // pandas names it with nothing.
    gives(format!(",freq,Re,Im\n{}", numbered("").replace(' ', ",")).as_bytes(), "table", 1);
}

#[test]
fn tables_of_every_habit() {
    // Empty rows as a spreadsheet writes them begin a new spectrum; rows of unequal length; a comment below.
    let body = rows(|f, re, im| format!("{};{};{};", comma(f), comma(re), comma(im)));
    gives(format!("Messung 1;;;\nf/Hz;Z'/Ω;Z''/Ω;Bemerkung\n{body};;;\n{body}").as_bytes(), "table", 2);
    gives(format!("f/Hz;Z'/Ω;Z''/Ω;Bemerkung\n{body};;;\n\n").as_bytes(), "table", 1);
    // Two tables side by side, one shorter; or two impedances beside one frequency.
    let head = "f/Hz,Re(Z)/Ohm,Im(Z)/Ohm,,f/Hz,Re(Z)/Ohm,Im(Z)/Ohm\n";
    let beside: String = (0..5)
        .map(|i| {
            let right =
                if i < 4 { format!("{},{},{}", FREQUENCY[i], 2.0 * REAL[i], 2.0 * IMAGINARY[i]) } else { ",,".into() };
            format!("{},{},{},,{right}\n", FREQUENCY[i], REAL[i], IMAGINARY[i])
        })
        .collect();
    let reading = gives(format!("cell A,,,,cell B,,\n{head}{beside}").as_bytes(), "table", 2);
    assert_eq!(reading.spectra[1].len(), 4);
    assert_eq!(reading.spectra[1].impedance[1], Complex64::new(24.0, -19.0));
    assert!(reading.understood.contains("2 tables side by side"), "{}", reading.understood);
    let shared = rows(|f, re, im| format!("{f},{re},{im},{},{}", 2.0 * re, 2.0 * im));
    let reading = gives(format!("freq,Re(Z)/Ohm,Im(Z)/Ohm,Re(Z)/Ohm,Im(Z)/Ohm\n{shared}").as_bytes(), "table", 2);
    assert_eq!(reading.spectra[1].impedance[0], Complex64::new(21.0, -2.5));
    // Another unit in the second table: only the first counts, and "understood" says which.
    let mixed = format!("freq,Re(Z)/Ohm,Im(Z)/Ohm,Re(Z)/kOhm,Im(Z)/kOhm\n{shared}");
    assert!(gives(mixed.as_bytes(), "table", 1).understood.contains("columns 1, 2, 3"));
    // Commas between and within: never a wrong number.
    let both = rows(|f, re, im| format!("{},{},{}", comma(f + 0.5), comma(re + 0.25), comma(im - 0.125)));
    let error = formats::read("a.csv", format!("f,Re,Im\n{both}").as_bytes()).unwrap_err();
    assert!(error.code == Code::BadNumber && error.message.contains("commas"), "{error}");
    for (header, rows) in [
        ("f/Hz,Z'/Ohm,Z''/Ohm", "100000,20,-1,59\n10000,21,-15,9\n1000,22,-158,1\n100,500,-1300,5\n10,3800,-900,25\n"),
        ("f/Hz,Z'/Ohm,Z''/Ohm", "100000,20,-1\n10000,21,-15,9\n1000,22,5,-158,1\n10,3800,-900,25\n"),
        ("f/Hz,Z'/Ohm,Z''/Ohm", "100,000,20,-1.6\n10,000,22.5,-15.9\n100,522,-1,300.4\n"),
        ("f/Hz,Z'/Ohm,Z''/Ohm", "316,2,020.1,-1.6\n100,3,400.2,-15.9\n10,4,017.3,-4.4\n"),
        ("f,Re,Im", "0,1,20,-1\n1,0,20,-2\n10,0,19,-3\n"),
    ] {
        let error = formats::read("a.csv", format!("{header}\n{rows}").as_bytes()).unwrap_err();
        assert!(error.code == Code::BadNumber && error.message.contains("commas"), "{error}");
    }
    // Columns without a name, remarks and empty cells beside the table are no such commas.
    gives(format!("f,Re,Im\n{}", rows(|f, re, im| format!("{f},{re},{im},{}", im / 7.0))).as_bytes(), "table", 1);
    gives(format!("f,Re,Im\n{}", rows(|f, re, im| format!("{f},{re},{im},,good,"))).as_bytes(), "table", 1);
    // |Z| and phase in any order, phase turned; resistance per area; MHz and mΩ.
    let polar = rows(|f, re, im| {
        let z = Complex64::new(re, im);
        format!("{},{},{}", -z.arg().to_degrees(), f / 1e6, z.norm() * 1e3)
    });
    gives(format!("-Phase/°,f/MHz,|Z|/mΩ\n{polar}").as_bytes(), "table", 1);
    let area = gives(
        format!("f/Hz,Z'/Ω cm²,Z''/Ω cm²\n{}", rows(|f, re, im| format!("{f},{re},{im}"))).as_bytes(),
        "table",
        1,
    );
    assert_eq!(area.spectra[0].unit, Unit::OhmCm2);
    // The phase beside it tells the sign of an imaginary part that its name does not tell; where they agree only in
    // part, nobody can.
    let phase = |re: f64, im: f64| Complex64::new(re, im).arg().to_degrees();
    let turned = rows(|f, re, im| format!("{f},{re},{},{}", -im, phase(re, im)));
    let turned = gives(format!("f,Re,Im,Phase/deg\n{turned}").as_bytes(), "table", 1);
    assert!(turned.warnings[0].ends_with("as the phase says."), "{:?}", turned.warnings);
    let mixed = rows(|f, re, im| format!("{f},{re},{im},{}", if f < 50.0 { -phase(re, im) } else { phase(re, im) }));
    let mixed = gives(format!("f,Re,Im,Phase/deg\n{mixed}").as_bytes(), "table", 1);
    assert!(mixed.warnings[0].contains("contradict"), "{:?}", mixed.warnings);
    // Angular frequency, Fortran's exponents, a typographic minus.
    gives(
        format!("omega (rad/s),Re,Im\n{}", rows(|f, re, im| format!("{},{re},{im}", f * core::f64::consts::TAU)))
            .as_bytes(),
        "table",
        1,
    );
    for header in ["omega (1/s),Re,Im", "ω (s-1),Re,Im", "omega,Re,Im\n1/s,Ohm,Ohm", "omega,Re,Im\nrad/s,Ohm,Ohm"] {
        let angular = rows(|f, re, im| format!("{},{re},{im}", f * core::f64::consts::TAU));
        gives(format!("{header}\n{angular}").as_bytes(), "table", 1);
    }
    // An angular frequency in Hz: a person says which of the two is meant.
    for header in ["omega (Hz),Re,Im", "omega,Re,Im\nHz,Ohm,Ohm"] {
        let unclear =
            formats::read("a.csv", format!("{header}\n{}", rows(|f, re, im| format!("{f},{re},{im}"))).as_bytes());
        assert_eq!(unclear.unwrap_err().code, Code::NoImpedanceColumns);
    }
    gives(
        format!(
            "f,Re,Im\n{}",
            rows(|f, re, im| format!("{f:e},{re:e},{im:e}").replace('e', "D+0").replace("D+0-", "D-0"))
        )
        .as_bytes(),
        "table",
        1,
    );
    gives(format!("f,Re,Im\n{}", rows(|f, re, im| format!("{f},{re},{im}").replace('-', "−"))).as_bytes(), "table", 1);
}

#[test]
fn a_sign_or_unit_that_cannot_be_right_is_said() {
    let warned = |text: String, part: &str| {
        let reading = formats::read("a.csv", text.as_bytes()).unwrap();
        assert!(reading.warnings.iter().any(|w| w.contains(part)), "{text}\n{:?}", reading.warnings);
    };
    let silent = |text: String| {
        let reading = formats::read("a.csv", text.as_bytes()).unwrap();
        assert_eq!(reading.warnings, Vec::<String>::new(), "{text}");
    };
    let plain = rows(|f, re, im| format!("{f},{re},{im}"));
    let turned = rows(|f, re, im| format!("{f},{re},{}", -im));
    warned(format!("f/Hz,Z'/Ohm,Z''/Ohm\n{turned}"), "Nearly all imaginary parts are positive");
    warned(format!("f/Hz,Z'/Ohm,-Z''/Ohm\n{plain}"), "With −Im as the column says");
    silent(format!("f/Hz,Z'/Ohm,Z''/Ohm\n{plain}"));
    silent(format!("f/Hz,Z'/Ohm,-Z''/Ohm\n{turned}"));
    let polar = |factor: f64| {
        rows(|f, re, im| {
            let z = Complex64::new(re, im);
            format!("{f},{},{}", z.norm(), z.arg() * factor)
        })
    };
    let degrees = 180.0 / core::f64::consts::PI;
    warned(format!("f/Hz,|Z|/Ohm,Phase/deg\n{}", polar(-degrees)), "Nearly all phases are positive");
    warned(format!("f/Hz,|Z|/Ohm,-Phase/deg\n{}", polar(degrees)), "With −phase as the column says");
    silent(format!("f/Hz,|Z|/Ohm,Phase/deg\n{}", polar(degrees)));
    silent(format!("f/Hz,|Z|/Ohm,-Phase/deg\n{}", polar(-degrees)));
    warned(format!("f/Hz,|Z|/Ohm,Phase (rad)\n{}", polar(degrees)), "larger than 2π");
    silent(format!("f/Hz,|Z|/Ohm,Phase (rad)\n{}", polar(1.0)));
    // A unit on Re alone is that of Im too, in every table of the file.
    let kilo = rows(|f, re, im| format!("{f};{};{}", re / 1e3, im / 1e3));
    let header = "f/Hz;Re(Z)/kOhm;Im(Z)\n";
    let reading = gives(format!("{header}{kilo}{header}{kilo}").as_bytes(), "table", 2);
    assert!(same(&reading.spectra[1], 1e-12) && reading.warnings[0] == "Im has no unit; that of Re was taken.");
    silent(format!("f/Hz,Z'/Ohm,Z''\n{plain}"));
}

#[test]
fn no_spectrum_is_lost_or_merged() {
    // pandas counts columns of one name.
    let shared = rows(|f, re, im| format!("{f},{re},{im},{},{}", 2.0 * re, 2.0 * im));
    let reading = gives(format!("f/Hz,Z',Z'',Z'.1,Z''.1\n{shared}").as_bytes(), "table", 2);
    assert_eq!(reading.spectra[1].impedance[0], Complex64::new(21.0, -2.5));
    // A second table in other units is not read, and that is said.
    let beside = rows(|f, re, im| format!("{f},{re},{im},{f},{},{}", re / 500.0, im / 500.0));
    let reading = gives(format!("f/Hz,Z'/Ohm,Z''/Ohm,f/Hz,Z'/kOhm,Z''/kOhm\n{beside}").as_bytes(), "table", 1);
    assert!(reading.warnings[0].starts_with("1 further table beside the first"), "{:?}", reading.warnings);
    // Two cycles that take turns.
    let turns = rows(|f, re, im| format!("1;{f};{re};{im}\n2;{f};{};{}", 2.0 * re, 2.0 * im));
    let reading = gives(format!("cycle;f/Hz;Z'/Ohm;Z''/Ohm\n{turns}").as_bytes(), "table", 2);
    assert_eq!((reading.spectra[1].len(), reading.spectra[1].meta["cycle"].as_str()), (5, "2"));
    // A row at 0 Hz before the sweep.
    let sweep: String = (0..12).map(|i| format!("{},{},-5\n", 10f64.powi(5 - i), 10 + i)).collect();
    let spectra = formats::read("a.csv", format!("f,Re,Im\n0,30,0\n{sweep}").as_bytes()).unwrap().spectra;
    assert_eq!((spectra.len(), spectra[0].len()), (1, 13));
}

#[test]
fn grouped_thousands_and_thousandths() {
    let read = |text: &str| {
        let reading = formats::read("a.csv", text.as_bytes()).unwrap();
        let spectrum = &reading.spectra[0];
        (spectrum.frequency.clone(), spectrum.impedance[0], reading.warnings)
    };
    let grouped = vec![100_000.0, 10_000.0, 1000.0, 316.0, 100.0];
    // German and English thousands without decimals.
    for sign in [".", ","] {
        let text = "f/Hz;Z'/Ohm;Z''/Ohm\n100.000;1.020;-2\n10.000;1.021;-16\n1.000;1.022;-158\n316;1.200;-400\n100;2.522;-1.300\n";
        let (frequency, first, warnings) = read(&text.replace('.', sign));
        assert_eq!((frequency, first), (grouped.clone(), Complex64::new(1020.0, -2.0)));
        assert!(warnings.len() == 1 && warnings[0].contains("were taken for grouped thousands"), "{warnings:?}");
    }
    // Three places everywhere are decimals, also where the frequencies have none.
    let (frequency, first, warnings) =
        read("f/kHz;Re/kOhm;Im/kOhm\n100.000;1.234;-2.345\n10.000;1.500;-3.456\n1.000;2.345;-4.567\n");
    assert_eq!((frequency, first.re, warnings), (vec![1e5, 1e4, 1e3], 1234.0, vec![]));
    let (frequency, first, warnings) = read("f;Re;Im\n100;12.345;-2.345\n10;15.500;-3.456\n1;23.450;-4.567\n");
    assert_eq!((frequency, first.re, warnings), (vec![100.0, 10.0, 1.0], 12.345, vec![]));
    // Cut zeros, but the frequencies follow each other only with decimals.
    let (frequency, _, warnings) =
        read("f;Re;Im\n100;12.345;-2.345\n31.623;13.25;-3.1\n10;15.5;-3.456\n3.162;23.45;-4.567\n");
    assert_eq!((frequency, warnings), (vec![100.0, 31.623, 10.0, 3.162], vec![]));
    let (frequency, _, warnings) = read("f;Re;Im\n100;12.345;-2\n31.623;13.255;-3\n10;15.555;-4\n3.162;23.455;-5\n");
    assert_eq!((frequency, warnings), (vec![100.0, 31.623, 10.0, 3.162], vec![]));
    // Nobody can tell: said.
    let (_, first, warnings) = read("f;Re;Im\n100;12;-2\n10;158;-31\n1;1.300;-45\n");
    assert_eq!(first.re, 12.0);
    assert!(warnings.len() == 1 && warnings[0].ends_with("a decimal point was taken."), "{warnings:?}");
}

#[test]
fn json_of_other_programs() {
    let list = |values: [f64; 5]| format!("{values:?}");
    let arrays = format!(
        "{{\"name\":\"x\",\"data\":{{\"f_Hz\":{},\"Zre\":{},\"Zim\":{}}}}}",
        list(FREQUENCY),
        list(REAL),
        list(IMAGINARY)
    );
    gives(arrays.as_bytes(), "json-table", 1);
    let records: Vec<String> = (0..5)
        .map(|i| {
            format!(
                "{{\"freq/Hz\":{},\"-Im(Z)/Ohm\":{},\"Re(Z)/Ohm\":{},\"n\":\"a\"}}",
                FREQUENCY[i], -IMAGINARY[i], REAL[i]
            )
        })
        .collect();
    gives(format!("[{}]", records.join(",")).as_bytes(), "json-table", 1);
    // Several spectra, by name or in a list, and a table that is none.
    let one = |name: &str, factor: f64| {
        format!(
            "{{\"name\":{name:?},\"f\":{},\"re\":{},\"im\":{}}}",
            list(FREQUENCY),
            list(REAL.map(|x| x * factor)),
            list(IMAGINARY.map(|x| x * factor))
        )
    };
    let (a, b) = (one("A", 1.0), one("B", 2.0));
    for text in [format!("[{a},{b}]"), format!("{{\"x\":{a},\"y\":{b}}}")] {
        let reading = gives(text.as_bytes(), "json-table", 2);
        assert_eq!((reading.spectra[0].name.as_str(), reading.spectra[1].name.as_str()), ("a.txt · A", "a.txt · B"));
        assert_eq!(reading.spectra[1].impedance[0], Complex64::new(21.0, -2.5));
        assert!(reading.warnings.is_empty() && reading.understood.ends_with("2 spectra"), "{reading:?}");
    }
    // Tables without a name, and several sweeps in one with a name.
    let long = "{\"f\":[10,1,10,1],\"re\":[1,2,1,2],\"im\":[-1,-2,-1,-2]}";
    let named = formats::read("a.txt", format!("{{\"x\":{long},\"y\":{b}}}").as_bytes()).unwrap();
    let names: Vec<&str> = named.spectra.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["a.txt · x · 1", "a.txt · x · 2", "a.txt · B"]);
    let listed = formats::read("a.txt", format!("[{long},{long}]").as_bytes()).unwrap();
    let names: Vec<&str> = listed.spectra.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(names, ["a.txt · 1", "a.txt · 2", "a.txt · 3", "a.txt · 4"]);
    let cv = format!("{{\"x\":{a},\"cv\":{{\"t\":[1,2],\"E\":[1,2],\"I\":[1,2]}}}}");
    let reading = gives(cv.as_bytes(), "json-table", 1);
    assert_eq!(reading.warnings, ["1 table without an impedance passed over."]);
    let pyimpspec = format!(
        "{{\"frequencies\":{},\"real_impedances\":{},\"imaginary_impedances\":{}}}",
        list(FREQUENCY),
        list(REAL),
        list(IMAGINARY)
    );
    gives(pyimpspec.as_bytes(), "json", 1);
    assert_eq!(formats::read("a.json", b"{\"a\":1,\"b\":[1,2]}").unwrap_err().code, Code::NoImpedanceColumns);
}

/// A ZView model of elements: type, name, values of R, T and P as far as it has them.
fn mdl(elements: &[(i64, &str, [Option<f64>; 3])]) -> String {
    let mut text = String::from(
        "ZView Circuit Model:          2.0\n  MODE:                       0\nEnd ZView:                    2.0\n",
    );
    text += &format!("Begin Circuit Model:          {}\n", elements.len());
    for (i, (code, name, values)) in elements.iter().enumerate() {
        text += &format!("  Element #{i} Type:            {code}\n  Element #{i} Name:            {name}\n");
        for (slot, value) in values.iter().enumerate() {
            let Some(value) = value else { continue };
            let letter = ["R", "T", "P"][slot];
            text += &format!(
                "  Element #{i},{slot} Name:          {letter}\n  Element #{i},{slot} Value:         {value:E}\n  Element #{i},{slot} Free:          1\n"
            );
        }
    }
    text + &format!("End Circuit Model:            {}\n", elements.len())
}

#[test]
fn zview_models() {
    let r = |value: f64| [Some(value), None, None];
    let t = |value: f64| [None, Some(value), None];
    let none = [None; 3];
    let nested = mdl(&[
        (3, "L1", t(1e-7)),
        (1, "Rs", r(5.0)),
        (-1, "Begin_Parallel", none),
        (2, "C1", t(1e-6)),
        (-3, "Begin_Series", none),
        (1, "R1", r(100.0)),
        (-1, "Begin_Parallel", none),
        (13, "QPE1", [None, Some(1e-4), Some(0.5)]),
        (1, "R2", r(50.0)),
        (-2, "End_Parallel", none),
        (-4, "End_Series", none),
        (-2, "End_Parallel", none),
        (12, "GE1", [None, Some(0.1), Some(4.0)]),
    ]);
    let reading = formats::read("a.mdl", nested.as_bytes()).unwrap();
    assert!(reading.understood.ends_with("L1-R2-p(C3,R4-p(CPE5,R6))-G7"), "{}", reading.understood);
    let circuit = interphase::circuit::Circuit::parse(&reading.circuit.unwrap()).unwrap();
    let given: Vec<f64> = circuit.given().map(|g| g.value.unwrap()).collect();
    for (got, expected) in given.iter().zip([1e-7, 5.0, 1e-6, 100.0, 1e-2, 0.5, 50.0, 5.0, 0.25]) {
        assert!((got / expected - 1.0).abs() < 1e-12, "{given:?}");
    }
    // Warburg elements by the names that ZView gives them, with any exponent.
    let diffusion = mdl(&[
        (1, "R1", r(5.0)),
        (7, "Wo1", [Some(20.0), Some(3.0), Some(0.5)]),
        (8, "Ws1", [Some(30.0), Some(2.0), Some(0.45)]),
    ]);
    let reading = formats::read("a.mdl", diffusion.as_bytes()).unwrap();
    assert!(reading.understood.ends_with("R1-Wo2-Wsg3"), "{}", reading.understood);
    assert_eq!(reading.warnings.len(), 2, "{:?}", reading.warnings);
    let circuit = interphase::circuit::Circuit::parse(&reading.circuit.unwrap()).unwrap();
    let z = circuit.impedance(&circuit.given().map(|g| g.value.unwrap()).collect::<Vec<_>>(), &[1e-6]).unwrap();
    // At low frequency Ws is its R, Wo R/3 in series with the capacitance T/R.
    assert!((z[0].re - (5.0 + 20.0 / 3.0 + 30.0)).abs() < 0.2, "{z:?}");
    for (elements, line) in [
        (vec![(1, "R1", r(5.0)), (21, "Bisquert1", none)], Some(10)),
        (vec![(21, "Wo1", [Some(1.0), None, Some(0.5)])], Some(5)),
        (vec![(11, "CPE1", t(1.0))], Some(5)),
    ] {
        let error = formats::read("a.mdl", mdl(&elements).as_bytes()).unwrap_err();
        assert_eq!(error.line, line, "{error}");
        assert!(error.message.contains(elements.last().unwrap().1), "{error}");
    }
}
