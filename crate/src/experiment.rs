//! The paper's experiments, one room each.
