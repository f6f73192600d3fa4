//! Golden values: validity.
