//! The interphase model itself fitted to measured spectra: one, or several with parameters in common.
//!
//! Each measurement has its own cell, which says all that is known of it (before or after the redox probe, an hour or
//! three days old). Parameters named as shared have one value for all measurements, those named as own one for each;
//! all others stay as the cells have them. Residuals are weighted by `1/|Z|`; derivatives are central differences of
//! the simulation in the parameter's own scale, its logarithm where a slider would run by decades.
//!
//! The search starts from the cells as they are given. Where that leaves more than one per cent of |Z|, it starts again
//! from places that a coarse search along one parameter after the other finds, from the given cells, from the middle of
//! all ranges and from places scattered over them, until the best minimum has been found twice.

use num_complex::Complex64;

use super::fit::Random;
use super::levenberg_marquardt::{Minimum, Residuals, inverse_normal_matrix, minimise};
use super::words::{percent, significant};
use crate::cell::parameters::Scale;
use crate::cell::{Cell, Value, parameters, simulate};
use crate::error::{Code, Error, Result};
use crate::math;
use crate::spectrum::Spectrum;

/// Step of the central differences, in the scaled variable.
const STEP: f64 = 1e-4;

/// Root mean square of the relative residuals with which the first start is content.
const CONTENT: f64 = 0.01;
/// The same, beyond which a fit is called poor.
const POOR: f64 = 0.1;
/// Most starts after the first.
const FURTHER_STARTS: usize = 5;
/// Values tried along each parameter in the coarse search, and how often each parameter's turn comes.
const COARSE_VALUES: usize = 15;
const COARSE_ROUNDS: usize = 3;

/// A spectrum and what is known of its cell.
#[derive(Debug, Clone)]
pub struct Measurement {
    /// What was measured, Ω·cm² (or Ω with its area).
    pub spectrum: Spectrum,
    /// The cell, with starting values of what is fitted.
    pub cell: Cell,
}

/// A fitted parameter.
#[derive(Debug, Clone, PartialEq, serde::Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FittedParameter {
    /// Name, as in a cell.
    pub name: &'static str,
    /// Unit.
    pub unit: &'static str,
    /// The measurement it belongs to; none if shared.
    pub measurement: Option<usize>,
    /// Value.
    pub value: f64,
    /// One standard deviation.
    pub standard_error: f64,
}

/// The fitted model.
#[derive(Debug, Clone, PartialEq)]
pub struct InterphaseFit {
    /// What was fitted.
    pub parameters: Vec<FittedParameter>,
    /// Each measurement's cell with the fitted values.
    pub cells: Vec<Cell>,
    /// Each measurement's curve at its own frequencies, Ω·cm².
    pub curves: Vec<(Vec<f64>, Vec<Complex64>)>,
    /// `sum |Z_k - Z(f_k)|²/|Z_k|²`.
    pub chi_square: f64,
    /// `chi²/(2N - p)`.
    pub reduced_chi_square: f64,
    /// `n ln(chi²/n) + 2k + 2k(k+1)/(n-k-1)`, n = 2N, k = p + 1.
    pub aicc: f64,
    /// Whether the search ended in a minimum.
    pub converged: bool,
    /// What to know before believing it.
    pub warnings: Vec<String>,
}

/// A free variable: which parameter, of which measurement (all if none), and how it is scaled.
struct Variable {
    parameter: cell_parameter::Row,
    measurement: Option<usize>,
}

mod cell_parameter {
    use super::*;

    /// What the fit needs of a row of the table.
    pub struct Row {
        pub name: &'static str,
        pub unit: &'static str,
        pub lower: f64,
        pub upper: f64,
        logarithmic: bool,
    }

    impl Row {
        pub fn find(name: &str) -> Result<Row> {
            let Some(p) = parameters().into_iter().find(|p| p.name == name) else {
                return Err(Error::new(Code::UnknownName, format!("A cell has no parameter \"{name}\".")));
            };
            if !p.choices.is_empty() {
                let sentence = format!("\"{name}\" is a choice; only numbers can be fitted.");
                return Err(Error::new(Code::BadArgument, sentence));
            }
            let logarithmic = p.scale == Scale::Log && p.lower > 0.0;
            Ok(Row { name: p.name, unit: p.unit, lower: p.lower, upper: p.upper, logarithmic })
        }

        pub fn scaled(&self, value: f64) -> f64 {
            if self.logarithmic { math::ln(value) } else { (value - self.lower) / (self.upper - self.lower) }
        }

        pub fn value(&self, x: f64) -> f64 {
            let value = if self.logarithmic { math::exp(x) } else { self.lower + x * (self.upper - self.lower) };
            value.clamp(self.lower, self.upper)
        }

        /// Derivative of the value by the scaled variable.
        pub fn slope(&self, value: f64) -> f64 {
            if self.logarithmic { value } else { self.upper - self.lower }
        }
    }
}

/// The spectra as the model sees them.
struct Joint {
    variables: Vec<Variable>,
    cells: Vec<Cell>,
    frequency: Vec<Vec<f64>>,
    z: Vec<Vec<Complex64>>,
    total: usize,
}

impl Joint {
    fn cells_at(&self, x: &[f64]) -> Result<Vec<Cell>> {
        let mut cells = self.cells.clone();
        for (variable, &x) in self.variables.iter().zip(x) {
            let value = Value::Number(variable.parameter.value(x));
            for (i, cell) in cells.iter_mut().enumerate() {
                if variable.measurement.is_none_or(|m| m == i) {
                    cell.set(variable.parameter.name, &value)?;
                }
            }
        }
        Ok(cells)
    }

    fn residuals_of(&self, measurement: usize, cell: &Cell, r: &mut [f64]) {
        let simulated = simulate(cell, &self.frequency[measurement]).map(|s| s.impedance);
        let (re, im) = r.split_at_mut(self.z[measurement].len());
        match simulated {
            Ok(curve) => {
                for (k, (curve, z)) in curve.iter().zip(&self.z[measurement]).enumerate() {
                    let weight = 1.0 / math::norm(*z);
                    (re[k], im[k]) = ((curve.re - z.re) * weight, (curve.im - z.im) * weight);
                }
            }
            // A place that the model refuses is as bad as can be: the search steps back.
            Err(_) => r.fill(f64::MAX),
        }
    }

    /// How far curve and data are apart on logarithmic scales, where no start is too far away to tell; in all
    /// measurements or in one.
    fn distance(&self, x: &[f64], measurement: Option<usize>) -> f64 {
        let Ok(cells) = self.cells_at(x) else { return f64::MAX };
        let mut sum = 0.0;
        for (i, cell) in cells.iter().enumerate().filter(|(i, _)| measurement.is_none_or(|m| m == *i)) {
            let Ok(simulated) = simulate(cell, &self.frequency[i]) else { return f64::MAX };
            for (curve, z) in simulated.impedance.iter().zip(&self.z[i]) {
                let ratio = curve / z;
                let (size, angle) = (math::ln(math::norm(ratio)), math::atan2(ratio.im, ratio.re));
                sum += size * size + angle * angle;
            }
        }
        if sum.is_finite() { sum } else { f64::MAX }
    }

    /// The nearest place along one variable after the other.
    fn coarse(&self, mut x: Vec<f64>) -> Vec<f64> {
        for _ in 0..COARSE_ROUNDS {
            for (k, variable) in self.variables.iter().enumerate() {
                let row = &variable.parameter;
                let (low, high) = (row.scaled(row.lower), row.scaled(row.upper));
                let mut best = (self.distance(&x, variable.measurement), x[k]);
                for i in 0..COARSE_VALUES {
                    // Not quite at the ends, where a search could stick.
                    x[k] = low + (high - low) * (i as f64 + 0.5) / COARSE_VALUES as f64;
                    let distance = self.distance(&x, variable.measurement);
                    if distance < best.0 {
                        best = (distance, x[k]);
                    }
                }
                x[k] = best.1;
            }
        }
        x
    }

    /// The best minimum, and whether another start led to it too.
    fn search(&mut self, given: &[f64], lower: &[f64], upper: &[f64], content: f64) -> (Minimum, bool) {
        let mut best = minimise(self, given, lower, upper);
        if best.converged && best.chi_square <= content {
            return (best, true);
        }
        let mut random = Random(1);
        for start in 0..FURTHER_STARTS {
            let mut place = |k: usize| match start {
                0 => given[k],
                1 => 0.5 * (lower[k] + upper[k]),
                _ => lower[k] + (upper[k] - lower[k]) * random.next(),
            };
            let from = self.coarse((0..given.len()).map(&mut place).collect());
            let found = minimise(self, &from, lower, upper);
            let again = (found.chi_square - best.chi_square).abs() <= 1e-6 * best.chi_square;
            if found.chi_square < best.chi_square {
                best = found;
            }
            if best.converged && (again || best.chi_square <= content) {
                return (best, true);
            }
        }
        (best, false)
    }

    fn all(&self, x: &[f64], r: &mut [f64]) {
        let Ok(cells) = self.cells_at(x) else { return r.fill(f64::MAX) };
        let mut rest = r;
        for (i, cell) in cells.iter().enumerate() {
            let (own, after) = rest.split_at_mut(2 * self.z[i].len());
            self.residuals_of(i, cell, own);
            rest = after;
        }
    }
}

impl Residuals for Joint {
    fn count(&self) -> usize {
        2 * self.total
    }

    fn residuals(&mut self, x: &[f64], r: &mut [f64]) {
        self.all(x, r);
    }

    fn jacobian(&mut self, x: &[f64], r: &mut [f64], j: &mut [f64]) {
        self.all(x, r);
        let m = r.len();
        let (mut above, mut below) = (vec![0.0; m], vec![0.0; m]);
        for (k, column) in j.chunks_exact_mut(m).enumerate() {
            let row = &self.variables[k].parameter;
            // At a bound of the parameter the difference is taken on the inner side.
            let (low, high) = (row.scaled(row.lower), row.scaled(row.upper));
            let (up, down) = ((x[k] + STEP).min(high), (x[k] - STEP).max(low));
            let mut moved = x.to_vec();
            moved[k] = up;
            self.all(&moved, &mut above);
            moved[k] = down;
            self.all(&moved, &mut below);
            for ((d, a), b) in column.iter_mut().zip(&above).zip(&below) {
                let slope = (a - b) / (up - down);
                *d = if slope.is_finite() { slope } else { 0.0 };
            }
        }
    }
}

/// Fit the model to measurements; `shared` parameters have one value for all of them, `own` ones one for each.
///
/// # Errors
/// `UnknownName` or `BadArgument` for a parameter that cannot be fitted, `UnfitData` for too few points.
pub fn fit_interphase(measurements: &[Measurement], shared: &[String], own: &[String]) -> Result<InterphaseFit> {
    let mut warnings = Vec::new();
    let mut variables = Vec::new();
    for name in shared {
        variables.push(Variable { parameter: cell_parameter::Row::find(name)?, measurement: None });
    }
    for name in own {
        for measurement in 0..measurements.len() {
            let parameter = cell_parameter::Row::find(name)?;
            variables.push(Variable { parameter, measurement: Some(measurement) });
        }
    }
    for (i, name) in shared.iter().chain(own).enumerate() {
        if shared.iter().chain(own).take(i).any(|n| n == name) {
            return Err(Error::new(Code::BadArgument, format!("\"{name}\" is named twice.")));
        }
    }
    let (mut frequency, mut z) = (Vec::new(), Vec::new());
    for measurement in measurements {
        let (f, points) = usable(&measurement.spectrum, &mut warnings)?;
        frequency.push(f);
        z.push(points);
    }
    let total: usize = z.iter().map(Vec::len).sum();
    let p = variables.len();
    if p == 0 || 2 * total <= p {
        let sentence = format!("Usable points: {total}, not enough for {p} free parameters.");
        return Err(Error::new(Code::UnfitData, sentence));
    }
    let cells = measurements.iter().map(|m| m.cell).collect();
    let mut joint = Joint { variables, cells, frequency, z, total };
    let start: Vec<f64> = joint.variables.iter().map(|v| start_of(v, measurements)).collect::<Result<_>>()?;
    let lower: Vec<f64> = joint.variables.iter().map(|v| v.parameter.scaled(v.parameter.lower)).collect();
    let upper: Vec<f64> = joint.variables.iter().map(|v| v.parameter.scaled(v.parameter.upper)).collect();
    let m = 2 * total;
    let (best, surely) = joint.search(&start, &lower, &upper, CONTENT * CONTENT * (m - p) as f64);
    let (mut r, mut j) = (vec![0.0; m], vec![0.0; m * p]);
    joint.jacobian(&best.x, &mut r, &mut j);
    let s2 = best.chi_square / (m - p) as f64;
    let covariance = inverse_normal_matrix(&j, m, p);
    if !best.converged {
        warnings.push("The search stopped before it reached a minimum; the values are the best it found.".into());
    }
    if s2.sqrt() > POOR {
        warnings.push(format!(
            "The model stays {} of |Z| away from the spectra: these parameters alone do not make it fit.",
            percent(s2.sqrt())
        ));
    } else if !surely {
        warnings.push(
            "Only one start led to this minimum; there may be a better one. Give cells nearer to the truth, or fit fewer \
             parameters."
                .into(),
        );
    }
    let mut fitted = Vec::with_capacity(p);
    for (k, variable) in joint.variables.iter().enumerate() {
        let row = &variable.parameter;
        let value = row.value(best.x[k]);
        let standard_error = (s2 * covariance[k * p + k]).sqrt() * row.slope(value);
        let place = variable.measurement.map_or(String::new(), |i| format!(" of measurement {}", i + 1));
        if best.x[k] <= lower[k] || best.x[k] >= upper[k] {
            let value = significant(value);
            warnings.push(format!("{}{place} lies on its limit, {value} {}.", row.name, row.unit));
        } else if standard_error > 0.7 * value.abs() {
            warnings.push(format!("{}{place} is not identifiable from these spectra.", row.name));
        }
        fitted.push(FittedParameter {
            name: row.name,
            unit: row.unit,
            measurement: variable.measurement,
            value,
            standard_error: standard_error.min(f64::MAX),
        });
    }
    let cells = joint.cells_at(&best.x)?;
    let mut curves = Vec::with_capacity(cells.len());
    for (cell, f) in cells.iter().zip(&joint.frequency) {
        curves.push((f.clone(), simulate(cell, f)?.impedance));
    }
    let (n, k) = (m as f64, (p + 1) as f64);
    let aicc = n * math::ln((best.chi_square / n).max(1e-300)) + 2.0 * k + 2.0 * k * (k + 1.0) / (n - k - 1.0).max(1.0);
    Ok(InterphaseFit {
        parameters: fitted,
        cells,
        curves,
        chi_square: best.chi_square,
        reduced_chi_square: s2,
        aicc,
        converged: best.converged,
        warnings,
    })
}

/// The scaled starting value: the cell's own (of a shared one the first cell's).
fn start_of(variable: &Variable, measurements: &[Measurement]) -> Result<f64> {
    let value = measurements
        .get(variable.measurement.unwrap_or(0))
        .and_then(|m| m.cell.values().remove(variable.parameter.name));
    match value {
        Some(Value::Number(value)) => Ok(variable.parameter.scaled(value)),
        _ => Err(Error::new(Code::BadArgument, format!("\"{}\" cannot be fitted.", variable.parameter.name))),
    }
}

/// The points that can be used, per area.
fn usable(spectrum: &Spectrum, warnings: &mut Vec<String>) -> Result<(Vec<f64>, Vec<Complex64>)> {
    if spectrum.frequency.len() != spectrum.impedance.len() {
        return Err(Error::new(Code::BadArgument, "A spectrum has as many impedances as frequencies."));
    }
    let area = spectrum.to_ohm_cm2().unwrap_or_else(|| {
        warnings.push(format!("The electrode area of \"{}\" is not known; 1 cm² is assumed.", spectrum.name));
        1.0
    });
    let good: Vec<(f64, Complex64)> = spectrum.usable().map(|(f, z)| (f, z * area)).collect();
    let dropped = spectrum.frequency.len() - good.len();
    if dropped > 0 {
        warnings.push(format!(
            "{dropped} points of \"{}\" were left out: no positive frequency or no finite impedance.",
            spectrum.name
        ));
    }
    Ok(good.into_iter().unzip())
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::presets;
    use crate::spectrum::Unit;

    fn measure(cell: &Cell) -> Spectrum {
        let frequency: Vec<f64> = (0..50).map(|k| math::exp(math::ln(1e6) - 0.33 * f64::from(k))).collect();
        let z = simulate(cell, &frequency).unwrap().impedance;
        Spectrum { unit: Unit::OhmCm2, ..Spectrum::new(frequency, z) }
    }

    #[test]
    fn shared_and_own_parameters_come_back() {
        let base = presets().into_iter().find(|p| p.id == "mg-ocv").unwrap().cell;
        let rate = |cell: &Cell| match cell.values()["rateCmPerS"] {
            Value::Number(v) => v,
            _ => unreachable!(),
        };
        let mut later = base;
        later.set("rateCmPerS", &Value::Number(rate(&base) / 5.0)).unwrap();
        let (first, second) = (measure(&base), measure(&later));
        // Started away from the truth in all three.
        let mut start = base;
        start.set("rateCmPerS", &Value::Number(rate(&base) / 2.0)).unwrap();
        start.set("electrolyteOhmCm2", &Value::Number(base.electrolyte_ohm_cm2 * 1.5)).unwrap();
        let measurements =
            [Measurement { spectrum: first, cell: start }, Measurement { spectrum: second, cell: start }];
        let fit = fit_interphase(&measurements, &["electrolyteOhmCm2".into()], &["rateCmPerS".into()]).unwrap();
        assert!(fit.converged && fit.chi_square < 1e-12, "{fit:?}");
        let expected = [base.electrolyte_ohm_cm2, rate(&base), rate(&base) / 5.0];
        for (p, expected) in fit.parameters.iter().zip(expected) {
            assert!((p.value / expected - 1.0).abs() < 1e-6, "{p:?} should be {expected}");
        }
    }

    /// Rate, thickness and electrolyte each off by a factor of five to a million, one or all at once.
    #[test]
    fn a_far_off_cell_converges() {
        let truth = presets().into_iter().find(|p| p.id == "operando-after").unwrap().cell;
        let names = ["electrolyteOhmCm2", "thicknessNm", "polysulfideResistanceOhmCm2"];
        let measured = measure(&truth);
        let value = |cell: &Cell, name: &str| match cell.values()[name] {
            Value::Number(v) => v,
            _ => unreachable!(),
        };
        let rows = parameters();
        for (k, factors) in
            [[30.0, 1.0, 1.0], [1.0, 0.3, 1.0], [1.0, 1.0, 1e3], [0.05, 0.2, 1e-3], [50.0, 3.0, 1e2]].iter().enumerate()
        {
            let mut start = truth;
            for (name, factor) in names.iter().zip(factors) {
                let row = rows.iter().find(|row| row.name == *name).unwrap();
                let far = (value(&truth, name) * factor).clamp(row.lower, row.upper);
                start.set(name, &Value::Number(far)).unwrap();
            }
            let fit = fit_interphase(
                &[Measurement { spectrum: measured.clone(), cell: start }],
                &names.map(String::from),
                &[],
            )
            .unwrap();
            for p in &fit.parameters {
                assert!((p.value / value(&truth, p.name) - 1.0).abs() < 1e-3, "{k}: {p:?} {:?}", fit.warnings);
            }
            assert!(fit.warnings.is_empty(), "{k}: {:?}", fit.warnings);
        }
    }

    #[test]
    fn what_cannot_be_fitted_is_said() {
        let cell = Cell::default();
        let measurement = [Measurement { spectrum: measure(&cell), cell }];
        let code = |names: &[&str]| {
            let names: Vec<String> = names.iter().map(ToString::to_string).collect();
            fit_interphase(&measurement, &names, &[]).unwrap_err().code
        };
        assert_eq!(code(&["colour"]), Code::UnknownName);
        assert_eq!(code(&["metal"]), Code::BadArgument);
        assert_eq!(code(&[]), Code::UnfitData);
        assert_eq!(code(&["electrolyteOhmCm2", "electrolyteOhmCm2"]), Code::BadArgument);
    }
}
