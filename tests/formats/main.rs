//! Instrument files: small fixtures written by hand, and real files where they are at hand.

mod real_files;
