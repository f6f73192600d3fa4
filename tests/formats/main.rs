//! Instrument files: small fixtures written by hand, round trips of every writer, files cut off and spoiled at will, and
//! real files where they are at hand.

#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)] // A test that cannot go on fails.

mod fixtures;
mod real_files;
mod robustness;
mod round_trips;
mod tables;
mod variations;
