//! Interphase: what the film on a metal anode is, read from its impedance.
//!
//! A film (`film`) with reactions on it is an `electrode`; electrodes in an electrolyte are a `cell`; what is done
//! to a cell is an `experiment`. What an instrument measures, or a cell would show, is a `spectrum`; it is read and
//! written by `formats`, described by a `circuit` and judged by `analysis`. `web` is the door to JavaScript.
//!
//! Arrows run one way: constants <- film <- electrode <- cell <- experiment, and spectrum <- formats, circuit,
//! analysis. Impedance is `Z = Z' + jZ''` with `exp(+jwt)`, so a capacitive response has `Z'' < 0`.

pub mod analysis;
pub mod cell;
pub mod circuit;
pub mod constants;
pub mod electrode;
pub mod error;
pub mod experiment;
pub mod film;
pub mod formats;
pub mod math;
pub mod spectrum;

#[cfg(target_arch = "wasm32")]
mod web;

pub use error::{Code, Error, Result};
pub use num_complex::Complex64;
pub use spectrum::{Spectrum, Unit};

/// Version of the package.
pub const PACKAGE_VERSION: &str = env!("CARGO_PKG_VERSION");

/// Version of the model: raised whenever the same parameters would give other numbers.
pub const MODEL_VERSION: &str = "1";
