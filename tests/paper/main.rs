//! The paper's numbers, row by row, computed through the public API.
