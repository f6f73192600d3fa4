//! Values of independent programs (see README.md beside this file) against the engine.

mod elements;
mod fits;
mod physics;
mod validity;
