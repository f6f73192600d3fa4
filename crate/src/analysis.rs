//! What a spectrum says: fits, validity tests, relaxation times, series, and which film it is.

pub mod arc;
pub mod drift;
pub mod fit;
pub mod interphase_fit;
pub mod kramers_kronig;
pub mod relaxation_times;
pub mod series;
pub mod verdict;
pub mod z_hit;

mod least_squares;
mod levenberg_marquardt;
mod start;
mod sweep;
mod symmetric;
