//! Complex non-linear least squares: a circuit fitted to a spectrum.
//!
//! What is minimised is `chi² = sum_k w_k² |Z_k - Z(f_k)|²` with the weights of `Weighting` (real and imaginary parts
//! weighted apart where it says so). Positive parameters are fitted by their logarithm. No starting values are
//! needed: they come from the data (`start`), and the search goes on from further ones until the best minimum has
//! been found twice. Standard errors are `s² (JᵀWJ)⁻¹` with `s² = chi² / (2N - p)`, N points and p free parameters; where
//! the standard deviations of the points are given, `s² = 1`: they are believed, not rescaled by how well the fit goes
//! (what SciPy's curve_fit calls absolute_sigma).

use std::collections::BTreeMap;

use num_complex::Complex64;
use serde::{Deserialize, Serialize};

use super::levenberg_marquardt::{Minimum, Residuals, inverse_normal_matrix, minimise};
use super::start;
use crate::circuit::element::Fast;
use crate::circuit::{Circuit, Derivatives, Grid, Node, Scale};
use crate::electrode::reaction::{capacitance, peak_hz};
use crate::error::{Code, Error, Result};
use crate::math;
use crate::spectrum::{Spectrum, Unit};

/// How residuals are weighted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Deserialize, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum Weighting {
    /// Both parts by `1/|Z|` of the data.
    #[default]
    Modulus,
    /// Real parts by `1/|Z'|`, imaginary parts by `1/|Z''|` of the data, neither by more than `100/|Z|`.
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

/// Root mean square of the relative residuals of a part beyond which a fit is called poor.
const POOR: f64 = 0.1;
/// The same in units of a given sigma.
const SIGMA_MISFIT: f64 = 1.5;

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
    /// noise counts as a parameter). Comparable between circuits for the same data and weights only.
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

impl Fit {
    /// Standard error of the logarithm of a quantity whose logarithm has these derivatives by the logarithms of the
    /// parameters (by the values, for exponents), given as place and slope; from the full covariance.
    fn propagate(&self, slopes: &[(usize, f64)]) -> f64 {
        let n = self.values.len();
        let covariance = |i: usize, k: usize| self.scaled_covariance.get(i * n + k).copied().unwrap_or(0.0);
        let variance: f64 =
            slopes.iter().map(|&(i, a)| slopes.iter().map(|&(k, b)| a * b * covariance(i, k)).sum::<f64>()).sum();
        variance.max(0.0).sqrt()
    }

    /// An arc from its resistance (place), capacitance and peak frequency, the latter two with their slopes;
    /// none where an exponent near zero leaves no arc.
    fn arc(
        &self,
        name: String,
        r: usize,
        capacitance: f64,
        of_c: &[(usize, f64)],
        peak_frequency: f64,
        of_tau: &[(usize, f64)],
    ) -> Option<ArcValues> {
        let arc = ArcValues {
            name,
            resistance: self.values[r],
            resistance_error: self.standard_errors[r],
            capacitance,
            capacitance_error: capacitance * self.propagate(of_c),
            peak_frequency,
            peak_frequency_error: peak_frequency * self.propagate(of_tau),
        };
        let numbers = [arc.capacitance, arc.capacitance_error, arc.peak_frequency, arc.peak_frequency_error];
        (numbers.iter().all(|v| v.is_finite()) && capacitance > 0.0 && peak_frequency > 0.0).then_some(arc)
    }
}

/// Fit a circuit to a spectrum.
///
/// # Errors
/// `UnfitData` for data that cannot carry the circuit, `UnknownName` for a parameter that it has not, `OutOfRange` for
/// a value outside its range, `BadArgument` for lists of the wrong length.
pub fn fit(circuit: &Circuit, spectrum: &Spectrum, options: &FitOptions) -> Result<Fit> {
    let plan = Plan::new(circuit, options)?;
    let data = Data::new(circuit, spectrum, options, plan.free.len())?;
    let grid = Grid::new(&data.frequency)?;
    let best = search(circuit, &grid, &data, &plan, options);
    finish(circuit, &grid, data, &plan, best, spectrum.unit, options)
}

/// Fit a circuit from the one of several sets of parameters that comes nearest to the data.
///
/// # Errors
/// As `fit`.
pub(super) fn fit_from(circuit: &Circuit, spectrum: &Spectrum, options: &FitOptions, sets: &[&[f64]]) -> Result<Fit> {
    let plan = Plan::new(circuit, options)?;
    let data = Data::new(circuit, spectrum, options, plan.free.len())?;
    let grid = Grid::new(&data.frequency)?;
    let mut problem = Weighted::new(circuit, &grid, &data, &plan);
    let mut r = vec![0.0; 2 * data.len()];
    let mut nearest: Option<(f64, Vec<f64>)> = None;
    for set in sets {
        let x = plan.variables(set);
        problem.residuals(&x, &mut r);
        let distance: f64 = r.iter().map(|r| r * r).sum();
        if nearest.as_ref().is_none_or(|n| distance < n.0) {
            nearest = Some((distance, x));
        }
    }
    let Some((_, x)) = nearest else { return fit(circuit, spectrum, options) };
    let best = minimise(&mut problem, &x, &plan.lower, &plan.upper);
    finish(circuit, &grid, data, &plan, best, spectrum.unit, options)
}

/// From a minimum to all that is said of it.
fn finish(
    circuit: &Circuit,
    grid: &Grid,
    mut data: Data,
    plan: &Plan,
    mut best: Minimum,
    unit: Unit,
    options: &FitOptions,
) -> Result<Fit> {
    if options.robust {
        best = reweight(circuit, grid, &mut data, plan, best);
    }
    let mut values = plan.values(&best.x);
    sort_arcs(circuit, circuit.root(), plan, &mut values);
    let mut fit = describe(circuit, grid, &data, plan, &plan.variables(&values), &best, unit);
    let mut found = Vec::new();
    arcs(circuit, circuit.root(), &fit, &mut found);
    fit.arcs = found;
    for name in &options.profile {
        let index = circuit.index_of(name)?;
        fit.profiles.push(profile(circuit, grid, &data, plan, &fit, index));
    }
    Ok(fit)
}

/// Fit each of several circuits and order them by AICc, best first; one that cannot be fitted is left out.
///
/// # Errors
/// That of the first circuit if none can be fitted.
pub fn rank(circuits: &[Circuit], spectrum: &Spectrum, options: &FitOptions) -> Result<Vec<Fit>> {
    let (mut fits, mut first_error) = (Vec::new(), None);
    for circuit in circuits {
        match fit(circuit, spectrum, options) {
            Ok(fit) => fits.push(fit),
            Err(error) => first_error = first_error.or(Some(error)),
        }
    }
    match first_error {
        Some(error) if fits.is_empty() => Err(error),
        _ => {
            let order = crate::math::order_of(fits.len(), &|a, b| fits[a].aicc.total_cmp(&fits[b].aicc));
            let mut fits: Vec<Option<Fit>> = fits.into_iter().map(Some).collect();
            Ok(order.into_iter().filter_map(|i| fits[i].take()).collect())
        }
    }
}

/// The points that are used, from high to low frequency.
pub(super) struct Data {
    frequency: Vec<f64>,
    z: Vec<Complex64>,
    /// Weights of real and imaginary parts.
    weight: Vec<(f64, f64)>,
    /// Where each stands among the points used, in the order of measurement.
    order: Vec<usize>,
    /// What the weights say: whether they are relative to |Z|, or the noise itself.
    weighting: Weighting,
    warnings: Vec<String>,
}

impl Data {
    fn new(circuit: &Circuit, spectrum: &Spectrum, options: &FitOptions, free: usize) -> Result<Data> {
        let (f, z) = (&spectrum.frequency, &spectrum.impedance);
        let unfit = |sentence: String| Err(Error::new(Code::UnfitData, sentence));
        if f.len() != z.len() {
            let sentence = format!("The spectrum has {} frequencies, but {} impedances.", f.len(), z.len());
            return Err(Error::new(Code::BadArgument, sentence));
        }
        let sigma = match (options.weighting, &options.sigma) {
            (Weighting::Sigma, Some(sigma)) if sigma.len() == f.len() => Some(sigma),
            (Weighting::Sigma, _) => {
                let sentence = "Sigma weighting needs sigma, the standard deviation of every point.";
                return Err(Error::new(Code::BadArgument, sentence));
            }
            _ => None,
        };
        let mut warnings = circuit.notes.clone();
        let (low, high) = match options.range {
            Some((a, b)) if a.is_finite() && b.is_finite() => (a.min(b) * (1.0 - 1e-9), a.max(b) * (1.0 + 1e-9)),
            Some(_) => return Err(Error::new(Code::BadArgument, "The range must be two frequencies in Hz.")),
            None => (0.0, f64::MAX),
        };
        let usable = |i: usize| {
            let (f, z) = (f[i], z[i]);
            let size = z.norm();
            (1e-30..=1e30).contains(&f)
                && (1e-100..=1e100).contains(&size)
                && sigma.is_none_or(|s| s[i] > 0.0 && s[i].is_finite())
        };
        let dropped = (0..f.len()).filter(|&i| !usable(i)).count();
        if dropped > 0 {
            warnings.push(format!(
                "{dropped} of {} points were left out: they have no positive frequency or no finite impedance.",
                f.len()
            ));
        }
        let used: Vec<usize> = (0..f.len()).filter(|&i| usable(i) && f[i] >= low && f[i] <= high).collect();
        let n = used.len();
        if 2 * n <= free {
            return unfit(format!("{n} usable points ({} numbers) are too few for {free} free parameters.", 2 * n));
        }
        // Sorted, so that the order of measurement changes nothing, not even the last digit.
        let mut order: Vec<usize> = (0..n).collect();
        order.sort_by(|&a, &b| {
            let (a, b) = (used[a], used[b]);
            f[b].total_cmp(&f[a]).then(z[a].re.total_cmp(&z[b].re)).then(z[a].im.total_cmp(&z[b].im))
        });
        let frequency: Vec<f64> = order.iter().map(|&i| f[used[i]]).collect();
        let sorted: Vec<Complex64> = order.iter().map(|&i| z[used[i]]).collect();
        let distinct = 1 + frequency.windows(2).filter(|p| p[0] != p[1]).count();
        if 2 * distinct <= free {
            return unfit(format!(
                "The points stand at {distinct} different frequencies, too few for {free} free parameters."
            ));
        }
        if distinct < n {
            warnings.push(format!(
                "{n} points stand at {distinct} different frequencies: all are used, the repeated ones as often as they occur."
            ));
        }
        if let Some(first) = sorted.first() {
            let constant = sorted.iter().all(|z| (z - first).norm() <= 1e-12 * first.norm());
            if constant && free > 1 {
                return unfit("All impedances are the same: nothing but one resistance can be read from them.".into());
            }
        }
        let has_inductance = circuit.parts().iter().any(|p| p.element.fast == Fast::L || p.element.name == "La");
        let positive = sorted.iter().filter(|z| z.im > 0.01 * z.norm()).count();
        if !has_inductance && 2 * positive > n {
            warnings.push(format!(
                "{positive} of {n} points have a positive imaginary part (inductive). If this is a capacitive sample, \
                 the column holds -Z'': change its sign."
            ));
        }
        let weight = order
            .iter()
            .zip(&sorted)
            .map(|(&i, z)| match (options.weighting, sigma) {
                (Weighting::Sigma, Some(sigma)) => (1.0 / sigma[used[i]], 1.0 / sigma[used[i]]),
                (Weighting::Proportional, _) => {
                    let least = 0.01 * z.norm();
                    (1.0 / z.re.abs().max(least), 1.0 / z.im.abs().max(least))
                }
                (Weighting::Unit, _) => (1.0, 1.0),
                _ => (1.0 / z.norm(), 1.0 / z.norm()),
            })
            .collect();
        Ok(Data { frequency, z: sorted, weight, order, weighting: options.weighting, warnings })
    }

    fn len(&self) -> usize {
        self.z.len()
    }

    /// Variance of a residual: as the residuals show it, or 1 where the weights are one over the noise.
    fn variance(&self, reduced_chi_square: f64) -> f64 {
        if self.weighting == Weighting::Sigma { 1.0 } else { reduced_chi_square }
    }
}

/// Which parameters are free, where they may lie, and how they hang together.
pub(super) struct Plan {
    slots: Vec<Slot>,
    /// The free parameters, by their place in the circuit.
    free: Vec<usize>,
    logarithmic: Vec<bool>,
    lower: Vec<f64>,
    upper: Vec<f64>,
    /// Limits of the values themselves: a logarithm's way back may miss them by a digit.
    limits: Vec<(f64, f64)>,
    /// Parameters that the user has said something of: they may not change places.
    touched: Vec<bool>,
    initial: Option<Vec<f64>>,
}

#[derive(Clone, Copy, PartialEq)]
enum Slot {
    Free(usize),
    Fixed(f64),
}

impl Plan {
    fn new(circuit: &Circuit, options: &FitOptions) -> Result<Plan> {
        let n = circuit.len();
        let given: Vec<_> = circuit.given().collect();
        if let Some(initial) = &options.initial {
            circuit.check(initial)?;
        }
        let known = |i: usize| options.initial.as_ref().map(|v| v[i]).or(given[i].value);
        let mut fixed: Vec<Option<f64>> = vec![None; n];
        let no_value = |i: usize| {
            let sentence = format!("{} is fixed, but has no value: give initial values.", circuit.names()[i]);
            Error::new(Code::BadArgument, sentence)
        };
        match &options.fixed {
            None => (),
            Some(Fixed::Names(names)) => {
                for name in names {
                    let i = circuit.index_of(name)?;
                    fixed[i] = Some(known(i).ok_or_else(|| no_value(i))?);
                }
            }
            Some(Fixed::Values(values)) => {
                for (name, &value) in values {
                    fixed[circuit.index_of(name)?] = Some(value);
                }
            }
        }
        for (i, g) in given.iter().enumerate() {
            if g.fixed && fixed[i].is_none() {
                fixed[i] = Some(known(i).ok_or_else(|| no_value(i))?);
            }
        }
        let mut leader: Vec<usize> = (0..n).collect();
        for (follower, lead) in &options.tied {
            leader[circuit.index_of(follower)?] = circuit.index_of(lead)?;
        }
        let mut limits: Vec<(Option<f64>, Option<f64>)> = given.iter().map(|g| (g.lower, g.upper)).collect();
        for (name, &value) in &options.lower {
            limits[circuit.index_of(name)?].0 = Some(value);
        }
        for (name, &value) in &options.upper {
            limits[circuit.index_of(name)?].1 = Some(value);
        }
        let mut plan = Plan {
            slots: vec![Slot::Fixed(0.0); n],
            free: Vec::new(),
            logarithmic: Vec::new(),
            lower: Vec::new(),
            upper: Vec::new(),
            limits: Vec::new(),
            touched: vec![false; n],
            initial: options.initial.clone().or_else(|| given.iter().map(|g| g.value).collect()),
        };
        let parameters: Vec<_> = circuit.parameters().collect();
        for (i, (part, p)) in parameters.iter().enumerate() {
            let name = || format!("{}.{}", part.name, p.name);
            plan.touched[i] = fixed[i].is_some()
                || leader[i] != i
                || limits[i] != (None, None)
                || leader.iter().enumerate().any(|(k, &l)| l == i && k != i);
            if leader[i] != i {
                continue;
            }
            if let Some(value) = fixed[i] {
                if !(p.lower()..=p.upper()).contains(&value) {
                    return Err(Error::out_of_range(&name(), value, p.lower(), p.upper(), p.unit));
                }
                plan.slots[i] = Slot::Fixed(value);
                continue;
            }
            let (lower, upper) =
                (limits[i].0.unwrap_or(p.lower()).max(p.lower()), limits[i].1.unwrap_or(p.upper()).min(p.upper()));
            if lower.is_nan() || upper.is_nan() || lower >= upper {
                let sentence =
                    format!("The lower limit of {} ({lower}) must be below the upper one ({upper}).", name());
                return Err(Error::new(Code::OutOfRange, sentence));
            }
            let logarithmic = !matches!(p.scale, Scale::Exponent(_));
            let scaled = |v: f64| if logarithmic { math::ln(v.clamp(1e-25, 1e25)) } else { v.clamp(0.0, 1.0) };
            plan.slots[i] = Slot::Free(plan.free.len());
            plan.free.push(i);
            plan.logarithmic.push(logarithmic);
            plan.lower.push(scaled(lower));
            plan.upper.push(scaled(upper));
            plan.limits.push((lower, upper));
        }
        for i in 0..n {
            // A chain of ties ends at the first parameter that is not tied itself.
            let mut lead = leader[i];
            for _ in 0..n {
                lead = leader[lead];
            }
            if leader[lead] != lead {
                let sentence = format!("{} is tied in a circle.", circuit.names()[i]);
                return Err(Error::new(Code::BadArgument, sentence));
            }
            plan.slots[i] = plan.slots[lead];
        }
        Ok(plan)
    }

    fn values(&self, x: &[f64]) -> Vec<f64> {
        let value = |k: usize| {
            let (lower, upper) = self.limits[k];
            (if self.logarithmic[k] { math::exp(x[k]) } else { x[k] }).max(lower).min(upper)
        };
        self.slots
            .iter()
            .map(|slot| match slot {
                Slot::Free(k) => value(*k),
                Slot::Fixed(v) => *v,
            })
            .collect()
    }

    fn variables(&self, values: &[f64]) -> Vec<f64> {
        self.free
            .iter()
            .zip(&self.logarithmic)
            .map(|(&i, &logarithmic)| if logarithmic { math::ln(values[i].clamp(1e-25, 1e25)) } else { values[i] })
            .collect()
    }
}

/// The weighted residuals of a circuit: real parts first, then imaginary parts.
struct Weighted<'a> {
    circuit: &'a Circuit,
    grid: &'a Grid,
    data: &'a Data,
    plan: &'a Plan,
    impedance: Vec<Complex64>,
    derivatives: Derivatives,
}

impl<'a> Weighted<'a> {
    fn new(circuit: &'a Circuit, grid: &'a Grid, data: &'a Data, plan: &'a Plan) -> Self {
        let impedance = Vec::with_capacity(data.len());
        Weighted { circuit, grid, data, plan, impedance, derivatives: Derivatives::default() }
    }
}

/// Weighted differences between a curve and the data.
fn differences(data: &Data, curve: &[Complex64], r: &mut [f64]) {
    let (re, im) = r.split_at_mut(data.len());
    for (k, ((curve, z), (a, b))) in curve.iter().zip(&data.z).zip(&data.weight).enumerate() {
        re[k] = (curve.re - z.re) * a;
        im[k] = (curve.im - z.im) * b;
    }
}

impl Residuals for Weighted<'_> {
    fn count(&self) -> usize {
        2 * self.data.len()
    }

    fn residuals(&mut self, x: &[f64], r: &mut [f64]) {
        self.circuit.evaluate(self.grid, &self.plan.values(x), &mut self.impedance);
        differences(self.data, &self.impedance, r);
    }

    fn jacobian(&mut self, x: &[f64], r: &mut [f64], j: &mut [f64]) {
        let values = self.plan.values(x);
        self.circuit.derive(self.grid, &values, &mut self.derivatives);
        differences(self.data, &self.derivatives.impedance, r);
        j.fill(0.0);
        let n = self.data.len();
        for (i, column) in self.derivatives.by_parameter.chunks_exact(n).enumerate() {
            let Slot::Free(k) = self.plan.slots[i] else { continue };
            let inner = if self.plan.logarithmic[k] { values[i] } else { 1.0 };
            let (re, im) = j[2 * n * k..2 * n * (k + 1)].split_at_mut(n);
            for (p, (d, (a, b))) in column.iter().zip(&self.data.weight).enumerate() {
                re[p] += d.re * inner * a;
                im[p] += d.im * inner * b;
            }
        }
    }
}

/// The best minimum from all starting values.
fn search(circuit: &Circuit, grid: &Grid, data: &Data, plan: &Plan, options: &FitOptions) -> Minimum {
    let most = options.starts.unwrap_or(12).max(1);
    let mut problem = Weighted::new(circuit, grid, data, plan);
    let mut from = |values: &[f64]| minimise(&mut problem, &plan.variables(values), &plan.lower, &plan.upper);
    if let Some(initial) = &plan.initial {
        let best = from(initial);
        if options.starts.is_none() && best.converged || most == 1 {
            return best;
        }
        return explore(circuit, grid, data, &mut from, most, Some(best));
    }
    explore(circuit, grid, data, &mut from, most, None)
}

fn explore(
    circuit: &Circuit,
    grid: &Grid,
    data: &Data,
    from: &mut impl FnMut(&[f64]) -> Minimum,
    most: usize,
    first: Option<Minimum>,
) -> Minimum {
    let weight: Vec<f64> = data.weight.iter().map(|(a, b)| (a * b).sqrt()).collect();
    let starts = start::from_data(circuit, grid, &data.z, &weight, most.min(4));
    let mut iterations = 0;
    let mut best: Option<Minimum> = first;
    let mut random = Random(1);
    let simple = start::is_simple(circuit);
    for k in 0..most {
        let values = match starts.get(k) {
            Some(values) => values.clone(),
            None => scatter(circuit, &starts[k % starts.len()], &mut random),
        };
        let found = from(&values);
        iterations += found.iterations;
        let again = best.as_ref().is_some_and(|b| (found.chi_square - b.chi_square).abs() <= 1e-6 * b.chi_square);
        let better = best.as_ref().is_none_or(|b| found.chi_square < b.chi_square);
        let converged = found.converged;
        if better {
            best = Some(found);
        }
        if converged && (again || simple) {
            break;
        }
    }
    let mut best = best.unwrap_or_else(|| from(&starts[0]));
    best.iterations = iterations;
    best
}

/// Starting values scattered around others: positive ones within a factor 30, exponents between 1/2 and 1.
fn scatter(circuit: &Circuit, around: &[f64], random: &mut Random) -> Vec<f64> {
    circuit
        .parameters()
        .zip(around)
        .map(|((_, p), &value)| match p.scale {
            Scale::Positive { .. } => value * math::exp(6.8 * (random.next() - 0.5)),
            Scale::Material(lower, upper, _) => lower * math::exp(math::ln(upper / lower) * random.next()),
            Scale::Exponent(_) => 0.5 + 0.5 * random.next(),
        })
        .collect()
}

/// Vigna's splitmix64: the same numbers on every machine.
pub(super) struct Random(pub u64);

impl Random {
    /// A number from 0 to 1.
    pub fn next(&mut self) -> f64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        ((z ^ (z >> 31)) >> 11) as f64 / 9_007_199_254_740_992.0
    }
}

/// Cauchy's weights, `1/(1 + (r/c)²)` with c = 2.385 robust standard deviations, iterated.
fn reweight(circuit: &Circuit, grid: &Grid, data: &mut Data, plan: &Plan, mut best: Minimum) -> Minimum {
    let original = data.weight.clone();
    let mut r = vec![0.0; 2 * data.len()];
    for _ in 0..12 {
        let mut curve = Vec::new();
        circuit.evaluate(grid, &plan.values(&best.x), &mut curve);
        data.weight.clone_from(&original);
        differences(data, &curve, &mut r);
        let n = data.len();
        let size: Vec<f64> = (0..n).map(|k| math::hypot(r[k], r[n + k])).collect();
        let mut sorted = size.clone();
        sorted.sort_by(f64::total_cmp);
        // The median of |residual| of a complex Gaussian is 1.1774 standard deviations of one part.
        let c = 2.385 * sorted[n / 2] / 1.1774;
        if c.is_nan() || c <= 0.0 {
            break;
        }
        for (weight, size) in data.weight.iter_mut().zip(&size) {
            let factor = 1.0 / (1.0 + (size / c) * (size / c)).sqrt();
            *weight = (weight.0 * factor, weight.1 * factor);
        }
        let before = best.x.clone();
        let mut problem = Weighted::new(circuit, grid, data, plan);
        let next = minimise(&mut problem, &before, &plan.lower, &plan.upper);
        let moved = next.x.iter().zip(&before).map(|(a, b)| (a - b).abs()).fold(0.0, f64::max);
        best = Minimum { iterations: best.iterations + next.iterations, ..next };
        if moved < 1e-8 {
            break;
        }
    }
    best
}

/// Put series siblings that are built alike in the order of their time constants, the fastest first.
fn sort_arcs(circuit: &Circuit, node: &Node, plan: &Plan, values: &mut [f64]) {
    let (Node::Series(children) | Node::Parallel(children)) = node else { return };
    children.iter().for_each(|child| sort_arcs(circuit, child, plan, values));
    if matches!(node, Node::Parallel(_)) {
        return;
    }
    let span = |child: &Node| circuit.span(child);
    for (i, child) in children.iter().enumerate() {
        let shape = circuit.shape(child);
        if children[..i].iter().any(|c| circuit.shape(c) == shape) {
            continue;
        }
        let alike: Vec<_> = children[i..].iter().filter(|c| circuit.shape(c) == shape).collect();
        let touched = alike.iter().any(|c| plan.touched[span(c)].iter().any(|t| *t));
        let keyed: Vec<(f64, Vec<f64>)> =
            alike.iter().filter_map(|c| Some((circuit.time_constant(c, values)?, values[span(c)].to_vec()))).collect();
        if touched || keyed.len() < alike.len() {
            continue;
        }
        let order = crate::math::order_of(keyed.len(), &|a, b| keyed[a].0.total_cmp(&keyed[b].0));
        for (c, i) in alike.iter().zip(order) {
            values[span(c)].copy_from_slice(&keyed[i].1);
        }
    }
}

/// Everything that is said of a fit.
fn describe(circuit: &Circuit, grid: &Grid, data: &Data, plan: &Plan, x: &[f64], best: &Minimum, unit: Unit) -> Fit {
    let (m, p, all) = (2 * data.len(), x.len(), circuit.len());
    let mut problem = Weighted::new(circuit, grid, data, plan);
    let (mut r, mut j) = (vec![0.0; m], vec![0.0; m * p]);
    problem.jacobian(x, &mut r, &mut j);
    let chi_square: f64 = r.iter().map(|r| r * r).sum();
    let dof = m - p;
    let s2 = chi_square / dof as f64;
    let inverse = inverse_normal_matrix(&j, m, p);
    let values = plan.values(x);
    let names = circuit.names();
    let mut warnings = data.warnings.clone();
    let mut scaled_covariance = vec![0.0; all * all];
    for a in 0..all {
        for b in 0..all {
            if let (Slot::Free(k), Slot::Free(l)) = (plan.slots[a], plan.slots[b]) {
                scaled_covariance[a * all + b] = data.variance(s2) * inverse[k * p + l];
            }
        }
    }
    let scaled = |i: usize| scaled_covariance[i * all + i].sqrt();
    let standard_errors: Vec<f64> = (0..all)
        .map(|i| match plan.slots[i] {
            Slot::Free(k) if plan.logarithmic[k] => scaled(i) * values[i],
            _ => scaled(i),
        })
        .collect();
    let correlation: Vec<Vec<f64>> = (0..all)
        .map(|a| {
            (0..all)
                .map(|b| {
                    let size = scaled(a) * scaled(b);
                    if a == b {
                        1.0
                    } else if size > 0.0 {
                        (scaled_covariance[a * all + b] / size).clamp(-1.0, 1.0)
                    } else {
                        0.0
                    }
                })
                .collect()
        })
        .collect();
    if !best.converged {
        warnings.push("The search stopped before it reached a minimum; the values are the best it found.".into());
    }
    warnings.extend(misfit(data.weighting, s2.sqrt()));
    for (k, &i) in plan.free.iter().enumerate() {
        let unknown = if plan.logarithmic[k] { scaled(i) > 0.7 } else { scaled(i) > 0.3 };
        let (low, high) = (x[k] <= plan.lower[k], x[k] >= plan.upper[k]);
        if low || high {
            let which = if low { "lower" } else { "upper" };
            warnings.push(format!("{} lies on its {which} limit, {}.", names[i], values[i]));
        } else if unknown {
            warnings.push(format!(
                "{} is not identifiable from these data: its standard error is {:.0} % of its value.",
                names[i],
                (100.0 * standard_errors[i] / values[i].abs().max(1e-300)).min(1e9)
            ));
        }
    }
    for (n, &a) in plan.free.iter().enumerate() {
        for &b in &plan.free[n + 1..] {
            if correlation[a][b].abs() > 0.999 {
                let (a, b, r) = (&names[a], &names[b], correlation[a][b]);
                warnings.push(format!("{a} and {b} can hardly be told apart (correlation {r:.4})."));
            }
        }
    }
    let (n, k) = (m as f64, (p + 1) as f64);
    let aicc = n * math::ln((chi_square / n).max(1e-300)) + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0).max(1.0);
    let mut fitted = Curve { frequency: vec![0.0; data.len()], impedance: vec![Complex64::ZERO; data.len()] };
    for (k, &place) in data.order.iter().enumerate() {
        fitted.frequency[place] = data.frequency[k];
        fitted.impedance[place] = problem.derivatives.impedance[k];
    }
    Fit {
        circuit: circuit.to_impedance_py(),
        units: circuit
            .parameters()
            .map(|(_, p)| if unit == Unit::OhmCm2 { p.unit_per_area() } else { p.unit.to_string() })
            .collect(),
        names,
        values,
        standard_errors,
        correlation,
        chi_square,
        reduced_chi_square: s2,
        aicc,
        degrees_of_freedom: dof,
        iterations: best.iterations,
        converged: best.converged,
        warnings,
        arcs: Vec::new(),
        profiles: Vec::new(),
        fitted,
        scaled_covariance,
    }
}

/// What to say of residuals that are larger than they should be; `size` is their root mean square, weighted.
fn misfit(weighting: Weighting, size: f64) -> Option<String> {
    match weighting {
        Weighting::Modulus if size > POOR => Some(format!(
            "The circuit stays {:.0} % of |Z| away from the data: it is not the right one, or the data are not right.",
            (100.0 * size).min(1e9)
        )),
        Weighting::Sigma if size > SIGMA_MISFIT => Some(format!(
            "The residuals are {:.1} times as large as the given sigma: the circuit is not the right one, or sigma is \
             too small. The standard errors follow sigma and are too small then.",
            size.min(1e9)
        )),
        _ => None,
    }
}

/// The arcs below a node: a C or CPE beside an R (or beside a branch that begins with one), and elements that are arcs.
fn arcs(circuit: &Circuit, node: &Node, fit: &Fit, found: &mut Vec<ArcValues>) {
    let part = |node: &Node| match node {
        Node::Part(i) => circuit.parts().get(*i),
        _ => None,
    };
    let is = |node: &Node, kinds: &[Fast]| part(node).is_some_and(|p| kinds.contains(&p.element.fast));
    match node {
        Node::Part(_) => {
            let Some(part) = part(node).filter(|p| matches!(p.element.name, "Zarc" | "K")) else { return };
            // Of resistance R and time constant tau: C = tau/R.
            let (r, tau) = (part.first, part.first + 1);
            let (resistance, time) = (fit.values[r], fit.values[tau]);
            let peak = 1.0 / (core::f64::consts::TAU * time);
            let name = part.name.clone();
            found.extend(fit.arc(name, r, time / resistance, &[(tau, 1.0), (r, -1.0)], peak, &[(tau, 1.0)]));
        }
        Node::Series(children) => children.iter().for_each(|child| arcs(circuit, child, fit, found)),
        Node::Parallel(children) => {
            let capacitor = children.iter().find(|c| is(c, &[Fast::C, Fast::Cpe])).and_then(part);
            let head = |c: &Node| match c {
                Node::Series(inner) => inner.iter().find(|n| is(n, &[Fast::R])).and_then(part),
                c => part(c).filter(|p| p.element.fast == Fast::R),
            };
            if let (Some(c), Some(r)) = (capacitor, children.iter().find_map(head)) {
                let ideal = c.element.fast == Fast::C;
                let (ir, it) = (r.first, c.first);
                let p = if ideal { 1.0 } else { fit.values[it + 1] };
                let (resistance, t) = (fit.values[ir], fit.values[it]);
                let by_exponent = -(math::ln(resistance) + math::ln(t)) / (p * p);
                let mut of_c = vec![(ir, (1.0 - p) / p), (it, 1.0 / p)];
                let mut of_tau = vec![(ir, 1.0 / p), (it, 1.0 / p)];
                if !ideal {
                    of_c.push((it + 1, by_exponent));
                    of_tau.push((it + 1, by_exponent));
                }
                let (c, peak, name) =
                    (capacitance(resistance, t, p), peak_hz(resistance, t, p), format!("{}||{}", r.name, c.name));
                found.extend(fit.arc(name, ir, c, &of_c, peak, &of_tau));
            }
            children
                .iter()
                .filter(|c| !is(c, &[Fast::R, Fast::C, Fast::L, Fast::Cpe]))
                .for_each(|child| arcs(circuit, child, fit, found));
        }
    }
}

/// The interval in which chi², minimised over all other parameters, stays within 1.96² s² of its minimum (s² = 1 where the
/// noise is given).
fn profile(circuit: &Circuit, grid: &Grid, data: &Data, plan: &Plan, fit: &Fit, index: usize) -> Profile {
    let name = fit.names[index].clone();
    let Slot::Free(k) = plan.slots[index] else { return Profile { name, lower: None, upper: None } };
    let centre = plan.variables(&fit.values);
    let limit = fit.chi_square + 3.8415 * data.variance(fit.reduced_chi_square);
    let mut problem = Weighted::new(circuit, grid, data, plan);
    let step = fit.scaled_covariance[index * circuit.len() + index].sqrt().clamp(1e-8, 2.0) * 1.96;
    let mut end = |sign: f64| -> Option<f64> {
        let mut at = |distance: f64, near: &[f64]| {
            let (mut lower, mut upper, mut x) = (plan.lower.clone(), plan.upper.clone(), near.to_vec());
            x[k] = centre[k] + sign * distance;
            (lower[k], upper[k]) = (x[k], x[k]);
            minimise(&mut problem, &x, &lower, &upper)
        };
        let room = if sign < 0.0 { centre[k] - plan.lower[k] } else { plan.upper[k] - centre[k] };
        let (mut inside, mut outside, mut near) = (0.0, step, centre.clone());
        // Outwards until chi² exceeds the limit …
        loop {
            if outside >= room {
                return None;
            }
            let there = at(outside, &near);
            if there.chi_square > limit {
                break;
            }
            (inside, near) = (outside, there.x);
            outside *= 1.7;
        }
        // … and back to where it crosses.
        for _ in 0..40 {
            let middle = 0.5 * (inside + outside);
            let there = at(middle, &near);
            if there.chi_square > limit {
                outside = middle;
            } else {
                (inside, near) = (middle, there.x);
            }
            if outside - inside < 1e-4 * outside {
                break;
            }
        }
        let x = centre[k] + sign * 0.5 * (inside + outside);
        Some(if plan.logarithmic[k] { math::exp(x) } else { x })
    };
    Profile { lower: end(-1.0), upper: end(1.0), name }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn frequencies() -> Vec<f64> {
        (0..50).map(|k| math::exp(math::ln(1e5) - 0.32 * f64::from(k))).collect()
    }

    /// One arc with a small wiggle in place of noise.
    fn arc() -> Spectrum {
        let z = Circuit::parse("R(RQ)").unwrap().impedance(&[10.0, 100.0, 1e-4, 0.9], &frequencies()).unwrap();
        let wiggle = |i: usize, z: Complex64| {
            z * (1.0 + 1e-3 * Complex64::new(math::sin(9.1 * i as f64), math::cos(5.3 * i as f64)))
        };
        Spectrum::new(frequencies(), z.iter().enumerate().map(|(i, &z)| wiggle(i, z)).collect())
    }

    fn run(text: &str, spectrum: &Spectrum, options: FitOptions) -> Result<Fit> {
        fit(&Circuit::parse(text).unwrap(), spectrum, &options)
    }

    fn code(text: &str, spectrum: &Spectrum) -> Code {
        run(text, spectrum, FitOptions::default()).unwrap_err().code
    }

    #[test]
    fn the_order_of_measurement_changes_nothing() {
        let straight = arc();
        let mut mixed = straight.clone();
        for i in 0..25 {
            mixed.frequency.swap(i, (i * 7 + 3) % 50);
            mixed.impedance.swap(i, (i * 7 + 3) % 50);
        }
        let (a, b) = (
            run("R(RQ)", &straight, FitOptions::default()).unwrap(),
            run("R(RQ)", &mixed, FitOptions::default()).unwrap(),
        );
        assert_eq!((&a.values, &a.standard_errors, a.chi_square), (&b.values, &b.standard_errors, b.chi_square));
        assert_eq!(b.fitted.frequency, mixed.frequency);
    }

    #[test]
    fn bad_data_are_refused_or_said() {
        let good = arc();
        let first = |n: usize| Spectrum::new(good.frequency[..n].to_vec(), good.impedance[..n].to_vec());
        assert_eq!(code("R(RQ)", &Spectrum::default()), Code::UnfitData);
        assert_eq!(code("R(RQ)", &first(2)), Code::UnfitData);
        assert!(run("R(RQ)", &first(3), FitOptions::default()).is_ok());
        let constant = Spectrum::new(good.frequency.clone(), vec![Complex64::new(50.0, 0.0); 50]);
        assert_eq!(code("R(RQ)", &constant), Code::UnfitData);
        assert!((run("R", &constant, FitOptions::default()).unwrap().values[0] - 50.0).abs() < 1e-9);
        let repeated = Spectrum::new(vec![10.0; 50], good.impedance.clone());
        assert_eq!(code("R(RQ)", &repeated), Code::UnfitData);
        let mut holes = good.clone();
        holes.impedance[3] = Complex64::new(f64::NAN, 1.0);
        holes.impedance[4] = Complex64::ZERO;
        (holes.frequency[5], holes.frequency[6]) = (0.0, -1.0);
        let fit = run("R(RQ)", &holes, FitOptions::default()).unwrap();
        assert!(fit.warnings[0].starts_with("4 of 50 points"), "{:?}", fit.warnings);
        assert!((fit.values[1] - 100.0).abs() < 1.0 && fit.fitted.frequency.len() == 46);
        let mut flipped = good.clone();
        flipped.impedance.iter_mut().for_each(|z| *z = z.conj());
        let fit = run("R(RQ)", &flipped, FitOptions::default()).unwrap();
        assert!(fit.warnings.iter().any(|w| w.contains("change its sign")), "{:?}", fit.warnings);
        let short = Spectrum::new(good.frequency.clone(), good.impedance[..9].to_vec());
        assert_eq!(code("R(RQ)", &short), Code::BadArgument);
    }

    #[test]
    fn parameters_can_be_fixed_tied_and_limited() {
        let free = run("R(RQ)", &arc(), FitOptions::default()).unwrap();
        let fixed = Fixed::Values([("CPE1.P".to_string(), 0.88)].into());
        let fit = run("R(RQ)", &arc(), FitOptions { fixed: Some(fixed), ..FitOptions::default() }).unwrap();
        assert_eq!((fit.values[3], fit.standard_errors[3]), (0.88, 0.0));
        assert!(fit.degrees_of_freedom == free.degrees_of_freedom + 1 && fit.chi_square > free.chi_square);
        let upper = [("R1".to_string(), 90.0)].into();
        let fit = run("R(RQ)", &arc(), FitOptions { upper, ..FitOptions::default() }).unwrap();
        assert!(fit.values[1] == 90.0 && fit.warnings.iter().any(|w| w.contains("upper limit")), "{fit:?}");
        let tied = [("CPE2.P".to_string(), "CPE1.P".to_string())].into();
        let z = Circuit::parse("R(RQ)(RQ)").unwrap();
        let z = z.impedance(&[10.0, 50.0, 1e-6, 0.9, 80.0, 1e-3, 0.9], &frequencies()).unwrap();
        let two = Spectrum::new(frequencies(), z);
        let fit = run("R(RQ)(RQ)", &two, FitOptions { tied, ..FitOptions::default() }).unwrap();
        assert!(fit.values[3] == fit.values[6] && (fit.values[3] - 0.9).abs() < 1e-8, "{fit:?}");
        let circle =
            [("CPE1.P".to_string(), "CPE2.P".to_string()), ("CPE2.P".to_string(), "CPE1.P".to_string())].into();
        let error = run("R(RQ)(RQ)", &two, FitOptions { tied: circle, ..FitOptions::default() }).unwrap_err();
        assert_eq!(error.code, Code::BadArgument);
        // In the circuit's own braces.
        let fit = run("R(R{R=95f}Q)", &arc(), FitOptions::default()).unwrap();
        assert_eq!(fit.values[1], 95.0);
    }

    #[test]
    fn outliers_are_weighted_down_on_request() {
        let mut spoiled = arc();
        for i in [12, 25, 38] {
            spoiled.impedance[i] *= 1.6;
        }
        let plain = run("R(RQ)", &spoiled, FitOptions::default()).unwrap();
        let robust = run("R(RQ)", &spoiled, FitOptions { robust: true, ..FitOptions::default() }).unwrap();
        assert!((plain.values[1] - 100.0).abs() > 1.0, "{:?}", plain.values);
        assert!((robust.values[1] - 100.0).abs() < 0.2, "{:?}", robust.values);
    }

    #[test]
    fn weights_and_range_do_as_they_say() {
        for weighting in [Weighting::Modulus, Weighting::Proportional, Weighting::Unit, Weighting::Sigma] {
            let sigma = Some(vec![0.1; 50]);
            let fit = run("R(RQ)", &arc(), FitOptions { weighting, sigma, ..FitOptions::default() }).unwrap();
            assert!((fit.values[1] - 100.0).abs() < 0.5, "{weighting:?}: {:?}", fit.values);
        }
        let no_sigma = FitOptions { weighting: Weighting::Sigma, ..FitOptions::default() };
        assert_eq!(run("R(RQ)", &arc(), no_sigma).unwrap_err().code, Code::BadArgument);
        let range = Some((frequencies()[30], frequencies()[4]));
        let fit = run("R(RQ)", &arc(), FitOptions { range, ..FitOptions::default() }).unwrap();
        assert_eq!(fit.fitted.frequency, frequencies()[4..=30]);
    }

    /// Errors follow the given noise, twice as large for twice the noise, and too small a sigma is said.
    #[test]
    fn sigma_sets_the_errors() {
        let with = |sigma: f64| {
            let options =
                FitOptions { weighting: Weighting::Sigma, sigma: Some(vec![sigma; 50]), ..FitOptions::default() };
            run("R(RQ)", &arc(), FitOptions { profile: vec!["R1.R".into()], ..options }).unwrap()
        };
        let (one, two) = (with(0.5), with(1.0));
        for (a, b) in one.standard_errors.iter().zip(&two.standard_errors) {
            assert!((b / a - 2.0).abs() < 1e-6, "{a} {b}");
        }
        let (lower, upper) = (two.profiles[0].lower.unwrap(), two.profiles[0].upper.unwrap());
        assert!(((upper - lower) / (2.0 * 1.96 * two.standard_errors[1]) - 1.0).abs() < 0.05);
        assert!(one.warnings.is_empty(), "{:?}", one.warnings);
        assert!(with(1e-3).warnings.iter().any(|w| w.contains("as large as the given sigma")));
    }

    #[test]
    fn profile_of_a_well_known_parameter_is_its_two_sigma() {
        let profile = vec!["R1.R".to_string(), "CPE1.P".to_string()];
        let fit = run("R(RQ)", &arc(), FitOptions { profile, ..FitOptions::default() }).unwrap();
        for (p, i) in fit.profiles.iter().zip([1, 3]) {
            let half = 0.5 * (p.upper.unwrap() - p.lower.unwrap());
            assert!((half / (1.96 * fit.standard_errors[i]) - 1.0).abs() < 0.02, "{p:?} {:?}", fit.standard_errors);
        }
    }

    #[test]
    fn what_the_data_do_not_show_is_called_so() {
        // Two equal resistances in series, and a second arc that is not there.
        let fit = run("R0-R2-p(R1,CPE1)", &arc(), FitOptions::default()).unwrap();
        assert!(
            fit.warnings.iter().any(|w| w.contains("not identifiable") || w.contains("told apart")),
            "{:?}",
            fit.warnings
        );
        assert!(fit.standard_errors.iter().all(|e| e.is_finite()));
        let fit = run("R(RQ)(RQ)", &arc(), FitOptions::default()).unwrap();
        assert!(!fit.warnings.is_empty());
        assert!(fit.standard_errors.iter().chain(&fit.values).all(|e| e.is_finite()));
    }

    #[test]
    fn the_right_circuit_ranks_first() {
        let circuits: Vec<Circuit> =
            ["R(RC)", "R(RQ)", "R(RQ)(RQ)", "R(RQ)W"].iter().map(|c| Circuit::parse(c).unwrap()).collect();
        let ranked = rank(&circuits, &arc(), &FitOptions::default()).unwrap();
        assert_eq!(ranked[0].circuit, "R0-p(R1,CPE1)");
        assert_eq!(ranked.len(), 4);
        assert_eq!(ranked[3].circuit, "R0-p(R1,C1)");
    }

    /// Whatever the numbers, a fit is an error or finite.
    #[test]
    fn nothing_panics_and_nothing_infinite_leaves() {
        let mut random = Random(3);
        let strange = [0.0, -1.0, 1e-300, 1e300, f64::NAN, f64::INFINITY, 1.0, 1e-9, 1e12];
        let circuits = ["R(RQ)", "R(RC)(RC)", "RW", "R(QR[RL])", "G", "Film", "R(Q[RT])", "La", "L(RQ)Q"];
        for round in 0..120 {
            let mut number = || {
                let r = random.next();
                if r < 0.15 {
                    strange[(random.next() * 8.99) as usize]
                } else {
                    math::exp(20.0 * (random.next() - 0.5))
                }
            };
            let n = 3 + round % 9;
            let frequency: Vec<f64> = (0..n).map(|_| number()).collect();
            let z: Vec<Complex64> = (0..n).map(|_| Complex64::new(number(), -number())).collect();
            if let Ok(fit) = run(circuits[round % circuits.len()], &Spectrum::new(frequency, z), FitOptions::default())
            {
                let numbers = fit.values.iter().chain(&fit.standard_errors).chain([&fit.chi_square, &fit.aicc]);
                assert!(numbers.copied().all(f64::is_finite), "{fit:?}");
                assert!(fit.fitted.impedance.iter().all(|z| z.re.is_finite() && z.im.is_finite()), "{fit:?}");
            }
        }
    }
}
