//! What a fit can be told.

use std::collections::BTreeMap;

use serde::{Deserialize, Serialize};

/// How residuals are weighted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weighting {
    /// Both parts by `1/|Z|` of the data.
    #[default]
    Modulus,
    /// Real parts by `1/|Z'|`, imaginary parts by `1/|Z''|` of the fitted curve, neither by more than `100/|Z|` of the data.
    Proportional,
    /// All alike.
    Unit,
    /// Both parts by one over the given standard deviation of each point's parts, which then sets the errors too.
    Sigma,
}

/// Parameters that are not fitted: by name, with the value of `initial` or of the circuit's braces, or with their own.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(untagged)]
pub enum Fixed {
    /// Names.
    Names(Vec<String>),
    /// Names and values.
    Values(BTreeMap<String, f64>),
}

/// What a fit can be told. Everything has a default.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct FitOptions {
    /// Starting values of all parameters; else the circuit's own (in braces), else from the data.
    pub initial: Option<Vec<f64>>,
    /// Parameters not to be fitted.
    pub fixed: Option<Fixed>,
    /// Parameters that equal another one: `{ "CPE2.P": "CPE1.P" }`.
    pub tied: BTreeMap<String, String>,
    /// Lower limits.
    pub lower: BTreeMap<String, f64>,
    /// Upper limits.
    pub upper: BTreeMap<String, f64>,
    /// Weights.
    pub weighting: Weighting,
    /// Standard deviation of the real part, and of the imaginary part, of each point (in the order of measurement and the
    /// unit of the impedance), for `Weighting::Sigma`.
    pub sigma: Option<Vec<f64>>,
    /// Frequencies to use, Hz, ends included.
    pub range: Option<(f64, f64)>,
    /// Most starting values tried; default 12.
    pub starts: Option<usize>,
    /// Down-weight outliers (Cauchy's weights, iterated).
    pub robust: bool,
    /// Parameters whose 95 % interval is wanted from the profile of chi².
    pub profile: Vec<String>,
}
