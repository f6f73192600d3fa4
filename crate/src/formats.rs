//! Instrument files and tables: one file per format, each with `recognise` and `read`.
