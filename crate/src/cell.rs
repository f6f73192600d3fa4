//! Electrodes, electrolyte and separator: what an instrument measures.
