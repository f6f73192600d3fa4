//! Golden values: physics.
