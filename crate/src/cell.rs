//! Electrodes, electrolyte and separator: what an instrument measures.

pub mod parameters;
pub mod presets;
pub mod simulate;

pub use parameters::{Cell, Value, parameters};
pub use presets::{Preset, presets};
pub use simulate::{Part, Simulation, simulate};

#[cfg(test)]
mod properties;
