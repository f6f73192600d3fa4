//! What a spectrum says: fits, validity tests, relaxation times, series, and which film it is.
