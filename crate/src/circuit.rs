//! Equivalent circuits: one tree, two notations, one evaluator giving values and exact derivatives.
