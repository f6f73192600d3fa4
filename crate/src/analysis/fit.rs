//! Complex non-linear least squares: a circuit fitted to a spectrum.
//!
//! What is minimised is `chi² = sum_k w_k² |Z_k - Z(f_k)|²` with the weights of `Weighting` (real and imaginary parts
//! weighted apart where it says so). Positive parameters are fitted by their logarithm. No starting values are
//! needed: they come from the data (`start`), and the search goes on from further ones until the best minimum has
//! been found twice. Standard errors are `s² (JᵀWJ)⁻¹` with `s² = chi² / (2N - p)`, N points and p free parameters; where
//! the standard deviations of the points are given, `s² = 1`: they are believed, not rescaled by how well the fit goes
//! (what SciPy's curve_fit calls absolute_sigma); where each part is weighted by itself, they follow the residuals one by one
//! (White, Econometrica 48, 817, 1980), because noise seldom is in proportion to each part.

mod arcs;
mod data;
mod describe;
mod options;
mod outcome;
mod plan;
mod profile;
mod robust;
mod search;
mod weighted;

use self::arcs::{arcs, sort_arcs};
use self::data::Data;
use self::describe::describe;
pub use self::options::{FitOptions, Fixed, Weighting};
pub use self::outcome::{ArcValues, Curve, Fit, Profile};
use self::plan::Plan;
use self::profile::profile;
use self::robust::{by_fitted_parts, reweight};
pub(super) use self::search::Random;
use self::search::search;
use self::weighted::Weighted;
use super::levenberg_marquardt::{Minimum, Residuals, minimise};
use crate::circuit::{Circuit, Grid};
use crate::error::Result;
use crate::spectrum::{Spectrum, Unit};

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
    if options.weighting == Weighting::Proportional {
        best = by_fitted_parts(circuit, grid, &mut data, plan, best);
    }
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

#[cfg(test)]
mod tests {
    use num_complex::Complex64;

    use super::*;
    use crate::error::Code;
    use crate::math;

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

    /// Noise in proportion to |Z|, or to each part as the weights have it: two errors hold 95 of 100.
    #[test]
    fn errors_of_weights_by_each_part_are_true() {
        let circuit = Circuit::parse("R(RQ)").unwrap();
        let truth = [10.0, 4000.0, 1e-5, 0.9];
        let frequency: Vec<f64> = (0..71).map(|k| math::pow(10.0, 6.0 - 0.1 * f64::from(k))).collect();
        let exact = circuit.impedance(&truth, &frequency).unwrap();
        let mut random = Random(3);
        let mut normal = || random.normal();
        for by_parts in [false, true] {
            let mut inside = [0; 4];
            for _ in 0..60 {
                let z = exact.iter().map(|z| {
                    let size = if by_parts { *z } else { Complex64::new(math::norm(*z), math::norm(*z)) };
                    z + 0.02 * Complex64::new(size.re * normal(), size.im * normal())
                });
                let spectrum = Spectrum::new(frequency.clone(), z.collect());
                let options = FitOptions { weighting: Weighting::Proportional, ..FitOptions::default() };
                let fit = fit(&circuit, &spectrum, &options).unwrap();
                for (k, inside) in inside.iter_mut().enumerate() {
                    *inside += usize::from((fit.values[k] - truth[k]).abs() < 2.0 * fit.standard_errors[k]);
                }
            }
            assert!(inside.iter().all(|&inside| inside >= 51), "{inside:?} of 60");
        }
    }

    #[test]
    fn sentences_print_rounded_numbers() {
        let upper = [("CPE1.P".to_string(), 0.1 + 0.7)].into();
        let fit = run("R(RQ)", &arc(), FitOptions { upper, ..FitOptions::default() }).unwrap();
        assert!(fit.warnings.contains(&"CPE1.P lies on its upper limit, 0.800.".to_string()), "{:?}", fit.warnings);
        let range = Some((frequencies()[3], frequencies()[3]));
        let refused = run("R(RQ)", &arc(), FitOptions { range, ..FitOptions::default() }).unwrap_err();
        assert_eq!(refused.message, "Usable points: 1 (2 numbers), too few for 4 free parameters.");
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
