//! What a fit gives.

use num_complex::Complex64;
use serde::Serialize;

/// The curve that was fitted.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Curve {
    /// Frequencies used, Hz, in the order of measurement.
    pub frequency: Vec<f64>,
    /// The circuit's impedance there.
    pub impedance: Vec<Complex64>,
}

/// A 95 % interval from the profile of chi².
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Profile {
    /// Parameter.
    pub name: String,
    /// Lower end; none if the data set none above the parameter's limit.
    pub lower: Option<f64>,
    /// Upper end; none if the data set none below the parameter's limit.
    pub upper: Option<f64>,
}

/// What an arc says, in the spectrum's unit: `R || C`, `R || CPE` or an arc by its time constant.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct ArcValues {
    /// Its elements, `R1||CPE1`.
    pub name: String,
    /// Resistance.
    pub resistance: f64,
    /// Its standard error.
    pub resistance_error: f64,
    /// `R^((1-P)/P) T^(1/P)` (Eq. 1 of the study; Hsu and Mansfeld, Corrosion 57, 747, 2001), F or F·cm⁻².
    pub capacitance: f64,
    /// Its standard error.
    pub capacitance_error: f64,
    /// Where the arc is highest, `1/(2 pi (R T)^(1/P))`, Hz.
    pub peak_frequency: f64,
    /// Its standard error.
    pub peak_frequency_error: f64,
}

/// A fitted circuit.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Fit {
    /// The circuit, in impedance.py's notation.
    pub circuit: String,
    /// Parameters.
    pub names: Vec<String>,
    /// Their units, per area if the spectrum is.
    pub units: Vec<String>,
    /// Their values; arcs that are alike come in the order of their time constants, fastest first.
    pub values: Vec<f64>,
    /// One standard deviation of each; 0 for those that are fixed.
    pub standard_errors: Vec<f64>,
    /// Correlation coefficients.
    pub correlation: Vec<Vec<f64>>,
    /// The weighted sum of squares.
    pub chi_square: f64,
    /// `chi² / (2N - p)`.
    pub reduced_chi_square: f64,
    /// Akaike's criterion for small samples, `n ln(chi²/n) + 2k + 2k(k+1)/(n-k-1)`, with n = 2N and k = p + 1 (the
    /// noise counts as a parameter), less `2 ln` of the weights, by |Z|, where these follow the fit. Comparable between circuits for the same data and weights only.
    pub aicc: f64,
    /// `2N - p`.
    pub degrees_of_freedom: usize,
    /// Steps tried, over all starting values.
    pub iterations: usize,
    /// Whether the search ended in a minimum.
    pub converged: bool,
    /// What to know before believing it.
    pub warnings: Vec<String>,
    /// The arcs of the circuit, fastest first where they are alike.
    pub arcs: Vec<ArcValues>,
    /// Profile intervals, where asked for.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    pub profiles: Vec<Profile>,
    /// The fitted curve.
    #[serde(skip)]
    pub fitted: Curve,
    /// Covariance of the logarithms (of positive parameters) and values (of exponents), row by row.
    #[serde(skip)]
    pub scaled_covariance: Vec<f64>,
}
