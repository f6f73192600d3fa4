//! Any bytes, as a dropped file; what is read is written and read again.
#![no_main]

use interphase::formats;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    let _ = formats::mapper::preview("fuzz", bytes, None, None);
    let Ok(reading) = formats::read("fuzz", bytes) else { return };
    if reading.spectra.is_empty() {
        return;
    }
    for format in ["csv", "json"] {
        let text = formats::write(format, &reading.spectra).expect("what was read can be written");
        let again = formats::read("fuzz", text.as_bytes()).expect("what was written can be read");
        assert_eq!(again.spectra.len(), reading.spectra.len());
        for (a, b) in again.spectra.iter().zip(&reading.spectra) {
            assert_eq!(a.frequency, b.frequency);
            assert_eq!(a.impedance, b.impedance);
        }
    }
    for spectrum in &reading.spectra {
        let _ = formats::filters::suggest(spectrum);
    }
    let _ = formats::order::order_series(&reading.spectra);
});
