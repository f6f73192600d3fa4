//! A table read as the first bytes choose.
#![no_main]

use interphase::formats::{
    column::Quantity,
    mapper::{Choice, Mapping, preview, read},
    number::Decimal,
    table::Delimiter,
};

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let Some((&[how, line, f, re, im], table)) = bytes.split_first_chunk::<5>() else { return };
    let delimiter = Delimiter::ALL[usize::from(how % 4)];
    let decimal = if how & 4 == 0 { Decimal::Point } else { Decimal::Comma };
    let _ = preview("fuzz", table, Some(delimiter), Some(decimal));
    let choice = |index: u8, quantity, unit: &str| Choice {
        index: usize::from(index),
        quantity,
        unit: unit.into(),
        negate: how & 8 != 0,
    };
    let (real, imaginary) =
        if how & 16 == 0 { (Quantity::Real, Quantity::Imaginary) } else { (Quantity::Modulus, Quantity::Phase) };
    let columns = vec![
        choice(f, Quantity::Frequency, "kHz"),
        choice(re, real, "mΩ"),
        choice(im, imaginary, if how & 16 == 0 { "Ω" } else { "deg" }),
    ];
    let _ = read("fuzz", table, &Mapping { delimiter, decimal, first_line: usize::from(line), columns });
});
