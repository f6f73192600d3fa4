//! Values of independent programs (see README.md beside this file) against the engine.

#![allow(clippy::unwrap_used, clippy::panic)]

mod elements;
mod fits;
mod physics;
mod validity;
