//! Golden values: elements.
