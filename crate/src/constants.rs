//! Physical constants, CODATA 2022 (the first four are exact by definition of the SI).

use core::f64::consts::PI;

/// Elementary charge, C.
pub const ELEMENTARY_CHARGE: f64 = 1.602_176_634e-19;
/// Planck constant, J s.
pub const PLANCK: f64 = 6.626_070_15e-34;
/// Boltzmann constant, J/K.
pub const BOLTZMANN: f64 = 1.380_649e-23;
/// Avogadro constant, 1/mol.
pub const AVOGADRO: f64 = 6.022_140_76e23;
/// Reduced Planck constant, J s.
pub const REDUCED_PLANCK: f64 = PLANCK / (2.0 * PI);
/// Electron mass, kg.
pub const ELECTRON_MASS: f64 = 9.109_383_713_9e-31;
/// Vacuum permittivity, F/m.
pub const VACUUM_PERMITTIVITY: f64 = 8.854_187_818_8e-12;
/// Faraday constant, C/mol.
pub const FARADAY: f64 = ELEMENTARY_CHARGE * AVOGADRO;
/// Molar gas constant, J/(mol K).
pub const GAS: f64 = BOLTZMANN * AVOGADRO;
