//! The film as a plate capacitor: `C = eps0 eps_r / d`, and back.

use crate::constants::VACUUM_PERMITTIVITY;

/// One F/m² in F/cm².
const PER_CM2: f64 = 1e-4;

/// Capacitance, F/cm², of a film `d` (m) thick with relative permittivity `eps_r`.
pub fn capacitance(d: f64, eps_r: f64) -> f64 {
    VACUUM_PERMITTIVITY * eps_r / d * PER_CM2
}

/// Thickness, m, that a capacitance (F/cm²) means for a relative permittivity.
pub fn thickness(c: f64, eps_r: f64) -> f64 {
    VACUUM_PERMITTIVITY * eps_r / c * PER_CM2
}

/// Relative permittivity that a capacitance (F/cm²) needs at a thickness `d` (m).
pub fn permittivity(c: f64, d: f64) -> f64 {
    c * d / (VACUUM_PERMITTIVITY * PER_CM2)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_three_forms_are_one_law() {
        let c = capacitance(8e-9, 5.5);
        assert!((c - 0.6087e-6).abs() < 1e-9);
        assert!((thickness(c, 5.5) - 8e-9).abs() < 1e-22);
        assert!((permittivity(c, 8e-9) - 5.5).abs() < 1e-12);
    }
}
