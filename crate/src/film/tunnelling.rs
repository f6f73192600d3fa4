//! Electrons through the compact film: three transport laws for one rectangular barrier.
//!
//! [`Law::Simmons`] is the paper's, [`Law::Wkb`] adds temperature and emission over the barrier, [`Law::Fixed`] is a
//! resistance put in by hand. Current densities are odd in the voltage.

mod quadrature;
pub mod simmons;
pub mod wkb;

use crate::constants::{ELECTRON_MASS, ELEMENTARY_CHARGE, PLANCK};
use crate::error::{Code, Error, Result};
use crate::math::{exp, ln};
use core::f64::consts::PI;

/// One S/m² or A/m² in S/cm² or A/cm².
const PER_CM2: f64 = 1e-4;
/// Highest voltage of the model, V.
pub const MOST_VOLT: f64 = 10.0;

/// A rectangular barrier.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Barrier {
    /// Width, m: the film's thickness.
    pub thickness: f64,
    /// Height above the Fermi level, eV.
    pub height: f64,
    /// Effective mass, in electron masses.
    pub mass: f64,
}

impl Barrier {
    /// A barrier inside the domain the laws are tested on: d 0.5 to 10 nm, phi 0.05 to 4 eV, m 0.05 to 1.
    pub fn new(thickness: f64, height: f64, mass: f64) -> Result<Self> {
        Error::unless_within("d", thickness, 0.5e-9, 10e-9, "m")?;
        Error::unless_within("phi", height, 0.05, 4.0, "eV")?;
        Error::unless_within("mass", mass, 0.05, 1.0, "electron masses")?;
        Ok(Barrier { thickness, height, mass })
    }

    /// `(4 pi d/h) sqrt(2 m e)`, 1/sqrt(eV): how fast a wave dies in the barrier.
    pub(crate) fn decay(&self) -> f64 {
        4.0 * PI * self.thickness / PLANCK * (2.0 * self.mass * ELECTRON_MASS * ELEMENTARY_CHARGE).sqrt()
    }
}

/// How electrons cross the film.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Law {
    /// Simmons 1963, without temperature.
    Simmons(Barrier),
    /// WKB transmission with the supply function at a temperature, K.
    Wkb(Barrier, f64),
    /// Ohmic, Ω·cm².
    Fixed(f64),
}

impl Law {
    /// The WKB law inside the temperatures it is tested at: 200 to 400 K.
    pub fn wkb(barrier: Barrier, temperature: f64) -> Result<Self> {
        Error::unless_within("temperature", temperature, 200.0, 400.0, "K")?;
        Ok(Law::Wkb(barrier, temperature))
    }

    /// Conductance at zero voltage, S/cm². Where Simmons' formula has failed (`A sqrt(e phi) <= 2`) an error, never a
    /// negative resistance.
    pub fn conductance(&self) -> Result<f64> {
        match self {
            Law::Simmons(b) if simmons::validity(b) <= 2.0 => Err(simmons_failed(b)),
            Law::Simmons(b) => Ok(simmons::conductance(b) * PER_CM2),
            Law::Wkb(b, temperature) => Ok(wkb::conductance(b, *temperature).total * PER_CM2),
            Law::Fixed(resistance) => Ok(1.0 / resistance),
        }
    }

    /// Current density, A/cm², and its derivative, S/cm², at a voltage.
    pub fn current(&self, v: f64) -> Result<(f64, f64)> {
        Error::unless_within("V", v, -MOST_VOLT, MOST_VOLT, "V")?;
        if v == 0.0 {
            return Ok((0.0, self.conductance()?));
        }
        let (j, slope) = match self {
            Law::Simmons(b) if simmons::validity(b) <= 2.0 => return Err(simmons_failed(b)),
            Law::Simmons(b) => simmons::current(b, v.abs()),
            Law::Wkb(b, temperature) => wkb::current(b, v.abs(), *temperature),
            Law::Fixed(resistance) => (v.abs() / resistance / PER_CM2, 1.0 / resistance / PER_CM2),
        };
        match self {
            // Just above its limit the formula still fails at higher voltages.
            Law::Simmons(b) if j <= 0.0 || slope <= 0.0 => Err(simmons_failed(b)),
            _ => Ok((j.copysign(v) * PER_CM2, slope * PER_CM2)),
        }
    }

    /// The voltage, V, that drives a current density (A/cm²), and the differential resistance there, Ω·cm².
    pub fn voltage(&self, current: f64) -> Result<(f64, f64)> {
        let conductance = self.conductance()?;
        if current == 0.0 {
            return Ok((0.0, 1.0 / conductance));
        }
        let target = current.abs();
        // Newton in ln V against ln j, kept between two voltages that enclose the answer. Where Simmons' formula fails far above
        // the barrier, the voltage was too high.
        let (mut low, mut high) = (0.0, MOST_VOLT);
        let mut v = (target / conductance).clamp(1e-300, 1.0);
        for _ in 0..200 {
            let next = match self.current(v) {
                Ok((j, slope)) => {
                    if j < target {
                        low = v
                    } else {
                        high = v
                    }
                    v * exp(((ln(target) - ln(j)) * j / (slope * v)).clamp(-2.0, 2.0))
                }
                Err(_) => {
                    high = v;
                    high
                }
            };
            let next = if next > low && next < high { next } else { (low + high) / 2.0 };
            let settled = (next - v).abs() <= 1e-14 * v;
            v = next;
            if settled {
                break;
            }
        }
        match self.current(v) {
            Ok((j, slope)) if (j / target - 1.0).abs() < 1e-6 => Ok((v.copysign(current), 1.0 / slope)),
            _ => Err(Error::new(
                Code::OutOfRange,
                if let Law::Fixed(resistance) = self {
                    format!(
                        "A film of {resistance} ohm cm2 cannot carry {target:e} A/cm2 below {MOST_VOLT} V; lower the current or the resistance."
                    )
                } else {
                    format!(
                        "The film cannot carry {target:e} A/cm2 below {MOST_VOLT} V; lower the current, the thickness or the barrier."
                    )
                },
            )),
        }
    }
}

/// The barrier's height, eV, with which a law of this kind conducts as given (S/cm²) through a film of this width and mass:
/// `law` makes the law from the height. Conductance falls as the barrier grows, so there is one answer or none from 0.05 to 4 eV.
pub fn barrier_height(conductance: f64, law: impl Fn(f64) -> Law) -> Result<f64> {
    let target = ln(conductance);
    // Simmons' conductance is highest at A sqrt(e phi) = 3 and falls to nothing at 2: the branch above 3 is meant.
    let at = |phi: f64| law(phi).conductance().map(ln);
    let (mut low, mut high) = (0.05, 4.0);
    if let Law::Simmons(b) = law(1.0) {
        low = (9.0 / (b.decay() * b.decay())).max(low);
    }
    if low >= high || at(high)? > target || at(low)? < target {
        return Err(Error::new(
            Code::OutOfRange,
            format!(
                "No barrier between {low:.2} and {high} eV gives {conductance:e} S/cm2 with this thickness and mass."
            ),
        ));
    }
    while high - low > 1e-13 * high {
        let middle = (low + high) / 2.0;
        if at(middle)? > target {
            low = middle
        } else {
            high = middle
        }
        if middle == low && middle == high {
            break;
        }
    }
    Ok((low + high) / 2.0)
}

fn simmons_failed(b: &Barrier) -> Error {
    Error::new(
        Code::OutOfRange,
        format!(
            "Simmons' formula has failed for this film: A sqrt(e phi) is {:.3}, but must exceed 2. Take the WKB law, a thicker film or a higher barrier.",
            simmons::validity(b)
        ),
    )
}
