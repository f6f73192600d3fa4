//! Both circuit notations: what is understood is written in both and understood again.
#![no_main]

use interphase::circuit::Circuit;

libfuzzer_sys::fuzz_target!(|text: &str| {
    let Ok(circuit) = Circuit::parse(text) else { return };
    for written in [circuit.to_impedance_py(), circuit.to_boukamp(None)] {
        let again = Circuit::parse(&written).expect("what was written can be read");
        assert_eq!(again.len(), circuit.len(), "{written}");
    }
    let values: Vec<f64> = circuit.parameters().map(|(_, p)| p.typical(100.0, 1e-3)).collect();
    if let Ok(impedance) = circuit.impedance(&values, &[1e6, 1.0, 1e-3]) {
        assert!(impedance.iter().all(|z| z.re.is_finite() && z.im.is_finite()));
    }
});
