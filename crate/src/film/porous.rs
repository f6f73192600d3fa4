//! The porous film: electrolyte in pores. Ohmic resistance, diffusion through a finite length, and growth by corrosion.

use num_complex::Complex64;

use crate::constants::{FARADAY, GAS};
use crate::math::{sqrt_complex, tanh_over};

/// Where a finite-length diffusion impedance is highest: `w L²/D` there.
const PEAK_OF_TANH: f64 = 2.540_556_7;

/// Ohmic resistance of electrolyte in pores, Ω·cm²: `L tau / (kappa eps)` with the length in cm and the conductivity of
/// the free electrolyte in S/cm.
pub fn resistance(length_cm: f64, porosity: f64, tortuosity: f64, conductivity: f64) -> f64 {
    length_cm * tortuosity / (conductivity * porosity)
}

/// Diffusion through electrolyte in pores to a place of fixed concentration (finite length, transmissive).
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Diffusion {
    /// Resistance to a steady current, Ω·cm².
    pub resistance: f64,
    /// Time constant, s.
    pub time: f64,
}

impl Diffusion {
    /// `R = R T L tau / (n² F² D eps c)` and `L² tau / D` for a length (cm) with porosity and tortuosity, the free
    /// diffusion coefficient (cm²/s), the concentration (mol/cm³), `n` electrons per ion and the temperature (K).
    pub fn new(
        length_cm: f64,
        porosity: f64,
        tortuosity: f64,
        diffusion: f64,
        concentration: f64,
        n: f64,
        temperature: f64,
    ) -> Self {
        let nf = n * FARADAY;
        Diffusion {
            resistance: GAS * temperature * length_cm * tortuosity / (nf * nf * diffusion * porosity * concentration),
            time: length_cm * length_cm * tortuosity / diffusion,
        }
    }

    /// `R tanh(sqrt(jw t)) / sqrt(jw t)`, Ω·cm².
    pub fn impedance(&self, w: f64) -> Complex64 {
        self.resistance * tanh_over(sqrt_complex(Complex64::new(0.0, w * self.time)))
    }

    /// Where `-Im Z` is highest, Hz.
    pub fn peak_hz(&self) -> f64 {
        PEAK_OF_TANH / (2.0 * core::f64::consts::PI * self.time)
    }
}
