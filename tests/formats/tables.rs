//! Tables that must be chosen by hand.

use interphase::{
    Code, Unit,
    formats::{
        column::Quantity,
        mapper::{Choice, Mapping, preview, read},
        number::Decimal,
        table::Delimiter,
    },
};

use crate::fixtures;

fn choose(index: usize, quantity: Quantity, unit: &str, negate: bool) -> Choice {
    Choice { index, quantity, unit: unit.into(), negate }
}

#[test]
fn names_stand_over_their_columns() {
    let shown =
        preview("a.txt", b"Freq.[Hz]\t\t Zs'[ohm]\t\t Zs''[ohm]\n100\t1\t-1\n10\t2\t-2\n1\t3\t-1\n", None, None)
            .unwrap();
    assert_eq!((shown.header.join("|").as_str(), shown.width), ("Freq.[Hz]|Zs'[ohm]|Zs''[ohm]", 3));
}

#[test]
fn an_unknown_table_is_shown_and_read_as_chosen() {
    let bytes = fixtures::bytes("table-unknown.csv");
    let shown = preview("table-unknown.csv", &bytes, None, None).unwrap();
    assert_eq!(shown.header, ["a", "b", "c", "d"]);
    assert_eq!((shown.rows.len(), shown.width, shown.complete), (5, 4, false));
    assert_eq!(shown.rows[0], ["10000.0", "10.5", "-1.25", "0"]);
    assert_eq!(
        (shown.guess.delimiter, shown.guess.decimal, shown.guess.first_line),
        (Delimiter::Comma, Decimal::Point, 2)
    );
    let mapping = Mapping {
        columns: vec![
            choose(0, Quantity::Frequency, "kHz", false),
            choose(1, Quantity::Real, "mΩ cm2", false),
            choose(2, Quantity::Imaginary, "mΩ cm2", true),
        ],
        ..shown.guess
    };
    let reading = read("table-unknown.csv", &bytes, &mapping).unwrap();
    let spectrum = &reading.spectra[0];
    assert_eq!((spectrum.frequency[0], spectrum.unit), (1e7, Unit::OhmCm2));
    assert!((spectrum.impedance[0].re - 0.0105).abs() < 1e-15 && (spectrum.impedance[0].im - 0.00125).abs() < 1e-15);
    assert_eq!(reading.understood, "comma-separated columns 1, 2, 3; −Im; kHz; mΩ·cm²; 1 spectrum");
}

#[test]
fn a_known_table_is_guessed() {
    let shown = preview("x", &fixtures::bytes("table-semicolon.csv"), None, None).unwrap();
    assert!(shown.complete);
    assert_eq!(shown.guess.decimal, Decimal::Comma);
    assert_eq!(
        shown.guess.columns,
        [
            choose(0, Quantity::Frequency, "Hz", false),
            choose(1, Quantity::Real, "Ω", false),
            choose(2, Quantity::Imaginary, "Ω", true)
        ]
    );
    let again = read("x", &fixtures::bytes("table-semicolon.csv"), &shown.guess).unwrap();
    assert_eq!(again.spectra[0].impedance, fixtures::sample().impedance);
    let forced = preview("x", &fixtures::bytes("table-semicolon.csv"), Some(Delimiter::Comma), None).unwrap();
    assert!(!forced.complete);
}

#[test]
fn a_wrong_choice_says_why() {
    let bytes = fixtures::bytes("table-unknown.csv");
    let guess = preview("x", &bytes, None, None).unwrap().guess;
    let code = |columns: Vec<Choice>| read("x", &bytes, &Mapping { columns, ..guess.clone() }).unwrap_err().code;
    assert_eq!(code(vec![]), Code::NoImpedanceColumns);
    let frequency = choose(0, Quantity::Frequency, "Hz", false);
    assert_eq!(code(vec![frequency.clone(), choose(1, Quantity::Real, "Hz", false)]), Code::BadArgument);
    assert_eq!(code(vec![frequency.clone(), frequency.clone()]), Code::BadArgument);
    let far = vec![frequency, choose(90, Quantity::Real, "Ω", false), choose(2, Quantity::Imaginary, "Ω", false)];
    assert_eq!(code(far), Code::BadNumber);
}

#[test]
fn a_few_rows_at_zero_frequency_stay_as_the_table_has_them() {
    let reading = interphase::formats::read("x", &fixtures::bytes("table-dc.csv")).unwrap();
    assert_eq!(reading.spectra.iter().map(interphase::Spectrum::len).sum::<usize>(), 16);
    assert!(reading.warnings[0].contains("kept"), "{:?}", reading.warnings);
    let last = reading.spectra.last().unwrap();
    let offered = interphase::formats::filters::suggest(last);
    assert_eq!(offered[0].indices, [last.len() - 1]);
}
