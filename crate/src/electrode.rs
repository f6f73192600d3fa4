//! A film with the reactions on it: one electrode.
