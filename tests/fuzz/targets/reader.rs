//! The reader that this target is named after, on any bytes.
#![no_main]

use interphase::formats;

libfuzzer_sys::fuzz_target!(|bytes: &[u8]| {
    if let Ok(reading) = formats::read_as(env!("CARGO_BIN_NAME"), "fuzz", bytes) {
        for spectrum in &reading.spectra {
            assert_eq!(spectrum.frequency.len(), spectrum.impedance.len());
            assert!(spectrum.frequency.iter().all(|f| f.is_finite()));
            assert!(spectrum.impedance.iter().all(|z| z.re.is_finite() && z.im.is_finite()));
        }
    }
});
