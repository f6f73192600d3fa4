//! The films on the metal: a compact one that electrons tunnel through, a porous one above it.
