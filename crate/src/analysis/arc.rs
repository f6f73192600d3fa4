//! The study's protocol: `R_s - (R || CPE)` fitted to the high-frequency part of the visible arc, then its capacitance
//! (Eq. 1), peak frequency and, for a permittivity, the thickness of the film, all with the errors of the fit.

use num_complex::Complex64;
use serde::{Deserialize, Serialize};

use super::fit::{Fit, FitOptions, fit};
use super::words::significant;
use crate::circuit::Circuit;
pub use crate::electrode::reaction::{capacitance, peak_hz};
use crate::error::{Code, Error, Result};
use crate::film::dielectric;
use crate::math::norm;
use crate::spectrum::Spectrum;

/// Permittivity with which the study turns 17 µF·cm⁻² into 0.5 nm.
const RELATIVE_PERMITTIVITY: f64 = 10.0;
/// Fewest points in a range that is chosen automatically.
const FEWEST_POINTS: usize = 7;
/// Relative misfit below which a range is never rejected: no instrument is better.
const GOOD_MISFIT: f64 = 1e-3;
/// Relative misfit below which a fit has found the arc of its range.
const FOLLOWED: f64 = 0.02;
/// A wider range is taken as long as its misfit is at most this many times the smallest one.
const MISFIT_ALLOWED: f64 = 1.5;

/// Height of an arc's top, and how far the curve must fall beside it, relative to |Z| there, below which it may be noise.
const CLEAR: f64 = 0.02;
/// The same as a multiple of the scatter between neighbours, where that is more, …
const CLEAR_OF_SCATTER: f64 = 3.0;
/// … but never above this: data all of scatter keep their tops.
const CLEAR_AT_MOST: f64 = 0.2;
/// An arc that the sweep does not finish is believed when its resistance is known to this share, …
const TOLD: f64 = 0.3;
/// … its exponent is above that of diffusion, …
const ARC_EXPONENT: f64 = 0.65;
/// … it follows the points so well, relative to |Z|, …
const FOLLOWS: f64 = 0.03;
/// … and its top lies at most this factor below the lowest frequency.
const BELOW: f64 = 30.0;

/// What the arc fit can be told.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase", default, deny_unknown_fields)]
pub struct ArcOptions {
    /// Frequencies to use, Hz; else the high-frequency part of the largest arc, finished or not.
    pub range: Option<(f64, f64)>,
    /// Relative permittivity of the film; default 10.
    pub relative_permittivity: Option<f64>,
    /// Starting values `R_s`, `R`, `T` and `P` of the fit; else estimated from the data.
    pub initial: Option<Vec<f64>>,
}

/// The arc and the film behind it.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Arc {
    /// The fit of `R0-p(R1,CPE1)`.
    #[serde(flatten)]
    pub fit: Fit,
    /// Resistance of the arc, in the unit of the spectrum.
    pub arc_resistance: f64,
    /// Its standard error.
    pub arc_resistance_error: f64,
    /// Eq. 1: `C = R^((1-P)/P) T^(1/P)` (Hsu and Mansfeld, Corrosion 57, 747, 2001), F or F·cm⁻².
    pub capacitance: f64,
    /// Its standard error.
    pub capacitance_error: f64,
    /// Where the arc is highest, `1/(2 pi (R T)^(1/P))`, Hz.
    pub peak_frequency: f64,
    /// Its standard error.
    pub peak_frequency_error: f64,
    /// `eps0 eps_r / C`, nm.
    pub film_thickness_nm: f64,
    /// Its standard error (the permittivity is taken as exact).
    pub film_thickness_nm_error: f64,
    /// Lowest and highest frequency used, Hz.
    pub range_used: (f64, f64),
    /// Whether the spectrum rises higher below this arc than the arc does, and what rises there was not taken.
    #[serde(skip)]
    pub rises_beyond: bool,
}

/// Fit the arc.
///
/// # Errors
/// `UnfitData` for a spectrum without a capacitive arc or with too few points, `OutOfRange` for a permittivity that is
/// not positive.
pub fn fit_arc(spectrum: &Spectrum, options: &ArcOptions) -> Result<Arc> {
    let permittivity = options.relative_permittivity.unwrap_or(RELATIVE_PERMITTIVITY);
    if !(1.0..=1e6).contains(&permittivity) {
        return Err(Error::out_of_range("The relative permittivity", permittivity, 1.0, 1e6, ""));
    }
    let circuit = Circuit::parse("R0-p(R1,CPE1)")?;
    let Chosen { range, remark, rises_beyond } = match options.range {
        Some(range) => Chosen { range, remark: None, rises_beyond: false },
        None => choose_range(&circuit, spectrum)?,
    };
    let given = FitOptions { range: Some(range), initial: options.initial.clone(), ..FitOptions::default() };
    let mut fit = fit(&circuit, spectrum, &given)?;
    let Some(arc) = fit.arcs.first().cloned() else {
        let sentence = "These points show no arc: the fitted exponent is nearly zero. Choose another range.";
        return Err(Error::new(Code::UnfitData, sentence));
    };
    let area = spectrum.to_ohm_cm2().unwrap_or_else(|| {
        fit.warnings.push("The electrode area is not known; the thickness is that of 1 cm².".into());
        1.0
    });
    fit.warnings.extend(remark);
    let film_thickness_nm = dielectric::thickness(arc.capacitance / area, permittivity) * 1e9;
    let ends = fit.fitted.frequency.iter().fold((f64::MAX, 0.0_f64), |(a, b), &f| (a.min(f), b.max(f)));
    let peak_frequency = arc.peak_frequency;
    if peak_frequency < 0.95 * ends.0 || peak_frequency > 1.05 * ends.1 {
        fit.warnings.push(format!(
            "The top of the arc ({} Hz) lies outside the fitted range: its resistance is extrapolated.",
            significant(peak_frequency)
        ));
    }
    Ok(Arc {
        arc_resistance: arc.resistance,
        arc_resistance_error: arc.resistance_error,
        capacitance: arc.capacitance,
        capacitance_error: arc.capacitance_error,
        peak_frequency,
        peak_frequency_error: arc.peak_frequency_error,
        film_thickness_nm,
        film_thickness_nm_error: film_thickness_nm * arc.capacitance_error / arc.capacitance,
        range_used: ends,
        rises_beyond,
        fit,
    })
}

/// The range of the arc.
struct Chosen {
    /// Lowest and highest frequency, Hz.
    range: (f64, f64),
    /// What to say where there are several arcs, or more beyond this one.
    remark: Option<String>,
    /// Whether the spectrum rises higher below the arc.
    rises_beyond: bool,
}

/// The high-frequency part of the largest arc: from where the arc begins to as far beyond its top as the circuit
/// follows the data.
fn choose_range(circuit: &Circuit, spectrum: &Spectrum) -> Result<Chosen> {
    let points: Vec<(f64, Complex64)> = spectrum.usable().collect();
    let order = crate::math::order_of(points.len(), &|a, b| {
        let (a, b) = (points[a], points[b]);
        b.0.total_cmp(&a.0).then(a.1.im.total_cmp(&b.1.im))
    });
    let points: Vec<(f64, Complex64)> = order.into_iter().map(|i| points[i]).collect();
    let n = points.len();
    if n < 4 {
        let sentence = format!("An arc needs at least 4 points with positive frequency; there are {n}.");
        return Err(Error::new(Code::UnfitData, sentence));
    }
    let height: Vec<f64> = points.iter().map(|(_, z)| -z.im).collect();
    let size: Vec<f64> = points.iter().map(|(_, z)| norm(*z)).collect();
    let mut arcs = visible_arcs(&height, &size);
    // Beyond the largest finished arc the spectrum may rise higher still, up to the lowest frequency.
    let calm = calm(&height);
    let rising = arcs.first().filter(|arc| arc.2 + FEWEST_POINTS < n && calm[n - 1] > calm[arc.1]).map(|arc| arc.2);
    let unfinished = rising.is_some_and(|valley| unfinished_arc(circuit, &points, valley));
    if let Some(valley) = rising.filter(|_| unfinished) {
        arcs.insert(0, (valley, n - 1, n - 1));
    }
    let Some(&(start, apex, end)) = arcs.first() else {
        let sentence = "No capacitive arc: no point has a negative imaginary part. Does the column hold -Z''?";
        return Err(Error::new(Code::UnfitData, sentence));
    };
    let remark = if arcs.len() > 1 {
        let at = |arc: &(usize, usize, usize)| format!("{} Hz", significant(points[arc.1].0));
        let others: Vec<String> = arcs[1..].iter().take(3).map(at).collect();
        let (taken, others) = (at(&arcs[0]), others.join(", "));
        Some(if unfinished {
            format!(
                "There are several arcs; the largest is taken, the one still unfinished at {taken}. For the top near {others} \
                 give a range."
            )
        } else {
            format!(
                "There are several arcs; the largest is taken, the one with its top near {taken}. For the top near {others} \
                 give a range."
            )
        })
    } else {
        rising.map(|valley| {
            format!(
                "Below {} Hz the spectrum rises higher than this arc: a tail, or a larger arc of which too little is seen to \
                 take it.",
                significant(points[valley].0)
            )
        })
    };
    let rises_beyond = rising.is_some() && !unfinished;
    let chosen = |range: (f64, f64), remark| Ok(Chosen { range, remark, rises_beyond });
    let whole = (points[end].0, points[start].0);
    if end - start < FEWEST_POINTS {
        // Too few to choose among; with fewer than four, take all there are.
        return chosen(if end - start >= 3 { whole } else { (points[n - 1].0, points[0].0) }, remark);
    }
    // Both ends move inwards from the arc's feet: the high end most of the way to the top, past any smaller arc that its
    // flank hides, the low end up to the top.
    let steps = |from: usize, to: usize, count: usize| -> Vec<usize> {
        let mut list: Vec<usize> = (0..=count)
            .map(|k| (from as f64 + (to as f64 - from as f64) * k as f64 / count as f64).round() as usize)
            .collect();
        list.dedup();
        list
    };
    let mut windows: Vec<(usize, usize, f64)> = Vec::new();
    // Each window starts from the one before it, if that one was followed: from a bad minimum none finds out.
    let mut initial: Option<Vec<f64>> = None;
    for high in steps(start, start + (apex - start) * 5 / 6, 5) {
        for low in steps(end, (apex + 2).min(end), 6) {
            if low < high + FEWEST_POINTS - 1 {
                continue;
            }
            let range = Some((points[low].0, points[high].0));
            let options = FitOptions { range, initial: initial.take(), ..FitOptions::default() };
            if let Ok(found) = fit(circuit, spectrum, &options) {
                let misfit = found.reduced_chi_square.sqrt();
                windows.push((high, low, misfit));
                initial = (misfit < FOLLOWED).then_some(found.values);
            }
        }
    }
    let least = windows.iter().map(|w| w.2).fold(f64::MAX, f64::min);
    let allowed = (MISFIT_ALLOWED * least).max(GOOD_MISFIT);
    let widest = windows.iter().filter(|w| w.2 <= allowed).max_by_key(|w| w.1 - w.0);
    chosen(widest.map_or(whole, |w| (points[w.1].0, points[w.0].0)), remark)
}

/// Whether what rises from a valley up to the lowest frequency is an arc. A tail (diffusion, a blocking electrode) rises
/// there too, but no fitted arc of a size that the data can tell follows it.
fn unfinished_arc(circuit: &Circuit, points: &[(f64, Complex64)], valley: usize) -> bool {
    let last = points.len() - 1;
    // Not from the valley itself, where the arc before has not ended.
    let from = valley + (last - valley) / 3;
    let options = FitOptions { range: Some((points[last].0, points[from].0)), ..FitOptions::default() };
    let (frequency, impedance) = points.iter().copied().unzip();
    let Ok(found) = fit(circuit, &Spectrum::new(frequency, impedance), &options) else { return false };
    let (Some(arc), Some(&exponent)) = (found.arcs.first(), found.values.get(3)) else { return false };
    arc.resistance_error < TOLD * arc.resistance
        && exponent > ARC_EXPONENT
        && found.reduced_chi_square.sqrt() < FOLLOWS
        && arc.peak_frequency > points[last].0 / BELOW
}

/// The median of three neighbours; at the ends of two the lower one.
fn calm(height: &[f64]) -> Vec<f64> {
    let n = height.len();
    (0..n)
        .map(|i| {
            let mut near = height[i.saturating_sub(1)..(i + 2).min(n)].to_vec();
            near.sort_by(f64::total_cmp);
            near[(near.len() - 1) / 2]
        })
        .collect()
}

/// How far points lie from their neighbours' median, relative to |Z|: what nine of ten points stay below. On a smooth
/// curve the median of three is the point itself.
fn scatter(height: &[f64], smooth: &[f64], size: &[f64]) -> f64 {
    let mut away: Vec<f64> = (0..height.len()).map(|i| (height[i] - smooth[i]).abs() / size[i]).collect();
    away.sort_by(f64::total_cmp);
    away.get(9 * away.len() / 10).copied().unwrap_or(0.0)
}

/// Start, top and end of the arcs in the heights `-Z''` from high to low frequency, the highest first; without any top,
/// of all that is capacitive. `size` is |Z|.
fn visible_arcs(height: &[f64], size: &[f64]) -> Vec<(usize, usize, usize)> {
    let n = height.len();
    let smooth = calm(height);
    let clear = (CLEAR_OF_SCATTER * scatter(height, &smooth, size)).clamp(CLEAR, CLEAR_AT_MOST);
    let highest = smooth.iter().copied().fold(f64::MIN, f64::max);
    if highest <= 0.0 {
        return Vec::new();
    }
    // The feet of a top: outwards until the curve has risen by a tenth of the top above the lowest point on the way,
    // or has left the capacitive side; and whether it fell on the way by more than noise makes it fall.
    let foot = |apex: usize, outwards: &mut dyn Iterator<Item = usize>| -> (usize, bool) {
        let mut lowest = apex;
        for i in outwards {
            if smooth[i] < smooth[lowest] {
                lowest = i;
            }
            if smooth[i] > smooth[lowest] + 0.1 * smooth[apex] || smooth[i] <= 0.0 {
                break;
            }
        }
        (lowest, smooth[apex] - smooth[lowest] > (0.1 * smooth[apex]).max(clear * size[apex]))
    };
    let mut arcs: Vec<(usize, usize, usize)> = Vec::new();
    for apex in 1..n.saturating_sub(1) {
        let top = smooth[apex] >= smooth[apex - 1] && smooth[apex] >= smooth[apex + 1];
        if !top || smooth[apex] < clear * size[apex] || arcs.iter().any(|arc| (arc.0..arc.2).contains(&apex)) {
            continue;
        }
        let (start, falls_before) = foot(apex, &mut (0..apex).rev());
        let (end, falls_after) = foot(apex, &mut (apex + 1..n));
        let is_highest = smooth[start..=end].iter().all(|&h| h <= smooth[apex]);
        if falls_before && falls_after && is_highest {
            arcs.push((start, apex, end));
        }
    }
    arcs.sort_by(|a, b| smooth[b.1].total_cmp(&smooth[a.1]).then(a.1.cmp(&b.1)));
    if !arcs.is_empty() {
        return arcs;
    }
    // No top in sight: everything from the first capacitive point on that stays so.
    let last_inductive = (0..n / 2).rev().find(|&i| height[i] <= 0.0);
    let start = last_inductive.map_or(0, |i| i + 1);
    let Some(end) = (start..n).take_while(|&i| smooth[i] > 0.0).last() else { return arcs };
    let apex = (start..=end).max_by(|&a, &b| smooth[a].total_cmp(&smooth[b])).unwrap_or(end);
    vec![(start, apex, end)]
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math;
    use crate::spectrum::Unit;

    fn spectrum(text: &str, values: &[f64]) -> Spectrum {
        let frequency: Vec<f64> = (0..71).map(|k| math::exp(math::ln(1e6) - f64::from(k) * 0.23)).collect();
        let z = Circuit::parse(text).unwrap().impedance(values, &frequency).unwrap();
        Spectrum { unit: Unit::OhmCm2, ..Spectrum::new(frequency, z) }
    }

    /// The same with normal noise, a share of |Z| on each part.
    fn noisy(clean: &Spectrum, share: f64, seed: u64) -> Spectrum {
        let mut random = crate::analysis::fit::Random(seed);
        let mut normal = move || random.normal();
        let impedance =
            clean.impedance.iter().map(|&z| z + Complex64::new(normal(), normal()) * (share * norm(z))).collect();
        Spectrum { impedance, ..clean.clone() }
    }

    fn close(a: f64, b: f64, tolerance: f64) {
        assert!((a / b - 1.0).abs() < tolerance, "{a} is not {b}");
    }

    #[test]
    fn a_single_arc_is_used_whole() {
        let arc = fit_arc(&spectrum("R(RQ)", &[50.0, 4000.0, 2e-5, 0.85]), &ArcOptions::default()).unwrap();
        close(arc.arc_resistance, 4000.0, 1e-8);
        let c = capacitance(4000.0, 2e-5, 0.85);
        close(arc.capacitance, c, 1e-8);
        close(arc.peak_frequency, peak_hz(4000.0, 2e-5, 0.85), 1e-8);
        close(arc.film_thickness_nm, 8.8541878188e-12 * 10.0 / (c * 1e4) * 1e9, 1e-8);
        assert!(arc.range_used.0 < 0.5 && arc.range_used.1 > 1e5, "{:?}", arc.range_used);
    }

    #[test]
    fn distortions_are_left_out() {
        // A small arc above, an inductance at the top, a diffusion tail or a second arc below.
        let cases: [(&str, &[f64]); 5] = [
            ("LR(RQ)", &[2e-6, 5.0, 4000.0, 2e-5, 0.85]),
            ("R(RQ)W", &[50.0, 4000.0, 2e-6, 0.9, 60.0]),
            ("R(RQ)(RQ)", &[50.0, 4000.0, 2e-6, 0.9, 800.0, 5e-3, 0.9]),
            ("R(RQ)(RQ)", &[5.0, 200.0, 1e-8, 0.95, 4000.0, 2e-5, 0.9]),
            ("R(RQ)(RQ)", &[5.0, 400.0, 3e-6, 1.0, 4000.0, 2e-4, 0.93]),
        ];
        for (text, values) in cases {
            let arc = fit_arc(&spectrum(text, values), &ArcOptions::default()).unwrap();
            println!(
                "{text}: R {:.0} from {:?}, rms {:.1e}",
                arc.arc_resistance,
                arc.range_used,
                arc.fit.reduced_chi_square.sqrt()
            );
            close(arc.arc_resistance, 4000.0, 0.06);
        }
    }

    /// A film's arc before a reaction's that the sweep does not finish: the large one is the visible one.
    #[test]
    fn of_several_arcs_the_largest_is_taken_and_named() {
        let growing = [
            ([50.0, 4000.0, 6e-7, 0.95, 1.5e5, 2e-5, 0.9], 1.5e5, "still unfinished at 0.102 Hz"),
            ([50.0, 4000.0, 6e-7, 0.95, 4e4, 2e-5, 0.9], 4e4, "top near"),
            ([5.0, 200.0, 1e-8, 0.95, 4000.0, 2e-5, 0.9], 4000.0, "top near"),
        ];
        for (values, resistance, said) in growing {
            let arc = fit_arc(&spectrum("R(RQ)(RQ)", &values), &ArcOptions::default()).unwrap();
            let named = arc.fit.warnings.iter().find(|w| w.contains("several arcs"));
            assert!(named.is_some_and(|w| w.contains(said)), "{values:?}: {:?}", arc.fit.warnings);
            close(arc.arc_resistance, resistance, 0.15);
        }
        // What rises above the arc and cannot be told from a tail: an arc hardly begun, diffusion, a blocking electrode.
        for (text, values) in [
            ("R(RQ)(RQ)", &[50.0, 4000.0, 6e-7, 0.95, 1e8, 2e-5, 0.9][..]),
            ("R(RQ)W", &[50.0, 400.0, 2e-6, 0.9, 2000.0]),
            ("R(RQ)Q", &[50.0, 400.0, 2e-6, 0.9, 1e-4, 0.95]),
        ] {
            let arc = fit_arc(&spectrum(text, values), &ArcOptions::default()).unwrap();
            assert!(arc.arc_resistance < 4.0 * values[1], "{text}: {}", arc.arc_resistance);
            assert!(arc.fit.warnings.iter().any(|w| w.contains("rises higher")), "{text}: {:?}", arc.fit.warnings);
        }
    }

    #[test]
    fn an_unfinished_arc_is_extrapolated_and_says_so() {
        let arc = fit_arc(&spectrum("R(RQ)", &[50.0, 1.3e6, 2e-5, 0.9]), &ArcOptions::default()).unwrap();
        close(arc.arc_resistance, 1.3e6, 1e-6);
        assert!(arc.fit.warnings.iter().any(|w| w.contains("extrapolated")), "{:?}", arc.fit.warnings);
    }

    #[test]
    fn given_starting_values_lead_to_the_same_arc() {
        let measured = spectrum("R(RQ)", &[50.0, 4000.0, 2e-5, 0.85]);
        let given = |initial: Vec<f64>| ArcOptions { initial: Some(initial), ..ArcOptions::default() };
        let arc = fit_arc(&measured, &given(vec![20.0, 9000.0, 1e-5, 0.7])).unwrap();
        close(arc.arc_resistance, 4000.0, 1e-8);
        for bad in [vec![50.0, 4000.0], vec![50.0, -4000.0, 2e-5, 0.85], vec![50.0, f64::NAN, 2e-5, 0.85]] {
            assert!(fit_arc(&measured, &given(bad)).is_err());
        }
    }

    /// How many of a hundred noisy sweeps of a circuit are said to show several arcs.
    fn several_arcs(text: &str, values: &[f64], noise: f64) -> usize {
        let clean = spectrum(text, values);
        (1..=100)
            .filter(|&seed| {
                let noisy = noisy(&clean, noise, seed);
                let height: Vec<f64> = noisy.impedance.iter().map(|z| -z.im).collect();
                let size: Vec<f64> = noisy.impedance.iter().map(|z| norm(*z)).collect();
                visible_arcs(&height, &size).len() > 1
            })
            .count()
    }

    #[test]
    fn noise_makes_no_second_arc_and_hides_none() {
        let one: [(&str, &[f64]); 4] = [
            ("R(RQ)", &[10.0, 4000.0, 1.38e-5, 0.9]),
            ("R(RQ)", &[100.0, 4000.0, 1e-5, 0.9]),
            ("R(RQ)", &[10.0, 100.0, 1e-5, 0.9]),
            ("R(RC)", &[10.0, 4000.0, 1e-5]),
        ];
        let two: [(&str, &[f64]); 2] = [
            ("R(RQ)(RQ)", &[10.0, 400.0, 1e-6, 0.9, 4000.0, 1e-4, 0.9]),
            ("R(RQ)(RQ)", &[10.0, 100.0, 1e-6, 0.9, 4000.0, 1e-4, 0.9]),
        ];
        for (noise, most) in [(0.0, 0), (0.001, 0), (0.005, 0), (0.01, 3), (0.02, 10)] {
            for (text, values) in one {
                let found = several_arcs(text, values, noise);
                assert!(found <= most, "{text} {values:?} at {noise}: {found} of 100");
            }
            for (text, values) in two {
                assert_eq!(several_arcs(text, values, noise), 100, "{text} {values:?} at {noise}");
            }
        }
    }

    #[test]
    fn nothing_capacitive_is_an_error() {
        let error = fit_arc(&spectrum("LR", &[1e-6, 10.0]), &ArcOptions::default()).unwrap_err();
        assert_eq!(error.code, Code::UnfitData);
        assert_eq!(fit_arc(&Spectrum::default(), &ArcOptions::default()).unwrap_err().code, Code::UnfitData);
    }
}
