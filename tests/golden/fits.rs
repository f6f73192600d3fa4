//! Golden values: fits.
