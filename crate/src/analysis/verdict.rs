//! Which film is it? Two spectra of one cell, before and after a redox species (polysulfide) came to it.
//!
//! Electrons cannot cross an SEI, so a species outside it changes nothing: the arc stays, apart from the film's own
//! change in the meantime. They can cross an anti-SEI: the species reacts on top of the film, beside the metal's own
//! slow reaction, and the arc falls, in the study about a hundredfold. Both are weighed on the logarithm of the ratio
//! of the two arc resistances, `rho = ln(R_before/R_after)` with its standard error `s` from the two fits:
//!
//! - SEI: one arc resistance for both, give or take the change between two measurements, a factor 1.5 (standard
//!   deviation `c = ln 1.5` of the logarithm): `chi² = rho²/(s² + c²)`.
//! - anti-SEI: two arc resistances, the second at most a third of the first: `chi² = 0` for `rho >= ln 3`, else
//!   `(ln 3 - rho)²/(s² + c²)`; one more parameter.
//!
//! `deltaAicc = AICc(SEI) - AICc(anti-SEI)`: above zero for the anti-SEI. The factors 1.5 and 3 are our assumptions: a film
//! that grows by 10 to 30 % meanwhile is ordinary, and a third could still be damage, another temperature or the
//! species' own films. A fall of the series resistance alone is the electrolyte's and counts for nothing.
//!
//! The two fits may have taken two different arcs: of an arc much larger than the sweep shows, or of a tail, nothing is
//! fitted. So the spectra themselves are asked too, without a model: `Z'` at the highest frequency of both is the series
//! resistance, and `|Z - Z'(highest)|` at the lowest one is all that polarises. Where that says otherwise than the arcs,
//! the answer is that the pair does not tell.

use num_complex::Complex64;

use super::arc::{ArcOptions, fit_arc};
use super::words::significant;
use crate::error::{Code, Error, Result};
use crate::math::{exp, ln, norm};
use crate::spectrum::{Spectrum, Unit};

/// What the pair of spectra speaks for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Film {
    /// Ions cross, electrons do not.
    Sei,
    /// Electrons cross, ions hardly.
    AntiSei,
    /// The pair does not tell.
    Undecided,
}

/// The evidence.
#[derive(Debug, Clone, PartialEq)]
pub struct Verdict {
    /// Arc resistance before over after.
    pub drop_factor: f64,
    /// 95 % interval of `drop_factor` from the errors of both fits.
    pub drop_factor_interval: [f64; 2],
    /// `AICc(SEI) - AICc(anti-SEI)`: positive for the anti-SEI.
    pub delta_aicc: f64,
    /// What it speaks for.
    pub favours: Film,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

/// Usual change of an arc between two measurements, as a standard deviation of its logarithm: a factor 1.5.
const CHANGE: f64 = 0.405_465_108_108_164_4;
/// Logarithm of the smallest drop an anti-SEI is believed to make: a factor 3.
const SMALLEST_DROP: f64 = 1.098_612_288_668_109_8;
/// Smallest drop of the whole that is worth telling where the arcs tell none.
const SURE_DROP: f64 = 10.0;
/// An AICc difference beyond which the weaker hypothesis has essentially no support (Burnham and Anderson 2002).
const NO_SUPPORT: f64 = 10.0;
/// An AICc difference beyond which it has considerably less (same source).
const LESS_SUPPORT: f64 = 4.0;

/// One arc, as the weighing needs it.
#[derive(Debug, Clone, Copy)]
struct Arc {
    /// Resistance of the arc and its standard error, Ω or Ω·cm².
    resistance: f64,
    error: f64,
    /// Real part at the highest frequency of both spectra: the series resistance, whatever range was fitted.
    series: f64,
    /// What is added to it down to the lowest frequency of both spectra, as a modulus.
    polarised: f64,
    /// Whether the spectrum rises higher below the arc than the arc does.
    rises_beyond: bool,
    /// Real numbers fitted.
    data: usize,
}

/// Weighs two spectra of one cell, before and after a redox species was added.
///
/// # Errors
/// `BadArgument` when one is in Ω and the other in Ω·cm² and the area is not known; what the fit of an arc may say, for either.
pub fn verdict(before: &Spectrum, after: &Spectrum) -> Result<Verdict> {
    let (before_scale, after_scale, unit) = match (before.to_ohm_cm2(), after.to_ohm_cm2()) {
        (Some(before), Some(after)) => (before, after, "ohm cm2"),
        _ if before.unit == after.unit => (1.0, 1.0, "ohm"),
        _ => {
            let sentence =
                "One spectrum is in ohm and the other in ohm cm2: give the electrode area of both or of neither.";
            return Err(Error::new(Code::BadArgument, sentence));
        }
    };
    let ends = common(before, after);
    let mut remarks = Vec::new();
    let mut arc = |spectrum: &Spectrum, scale: f64, which: &str| {
        // Only resistances are asked for: whether the area is known does not matter here.
        let per_area = Spectrum { unit: Unit::OhmCm2, ..spectrum.clone() };
        let arc = fit_arc(&per_area, &ArcOptions::default())
            .map_err(|error| Error { message: format!("{which}: {}", error.message), ..error })?;
        remarks.extend(arc.fit.warnings.iter().map(|warning| format!("{which}: {warning}")));
        Ok::<Arc, Error>(Arc {
            resistance: arc.arc_resistance * scale,
            error: arc.arc_resistance_error * scale,
            series: at(spectrum, ends.1).re * scale,
            polarised: norm(at(spectrum, ends.0) - at(spectrum, ends.1).re) * scale,
            rises_beyond: arc.rises_beyond,
            data: 2 * arc.fit.fitted.frequency.len(),
        })
    };
    let (before, after) = (arc(before, before_scale, "Before")?, arc(after, after_scale, "After")?);
    let mut verdict = weigh(before, after, ends.0, unit)?;
    verdict.reasons.extend(remarks);
    Ok(verdict)
}

/// The lowest and the highest frequency that both spectra reach; no number where they have none in common.
fn common(a: &Spectrum, b: &Spectrum) -> (f64, f64) {
    let ends = |s: &Spectrum| s.usable().fold((f64::INFINITY, 0.0_f64), |ends, (f, _)| (f.min(ends.0), f.max(ends.1)));
    let (a, b) = (ends(a), ends(b));
    let (low, high) = (a.0.max(b.0), a.1.min(b.1));
    if low < high { (low, high) } else { (f64::NAN, f64::NAN) }
}

/// The impedance of the point nearest to a frequency, counted in decades.
fn at(spectrum: &Spectrum, hz: f64) -> Complex64 {
    let away = |f: f64| ln(f / hz).abs();
    let nearest = spectrum.usable().min_by(|a, b| away(a.0).total_cmp(&away(b.0)));
    nearest.filter(|_| hz > 0.0).map_or(Complex64::new(f64::NAN, f64::NAN), |(_, z)| z)
}

/// Whether all that polarises, down to the lowest frequency of both spectra, speaks against what the arcs say: they are
/// not the same arc, or not the whole of it. `rho` and `all` are the logarithms of before over after.
fn says_otherwise(before: &Arc, after: &Arc, rho: f64) -> bool {
    let all = ln(before.polarised / after.polarised);
    let twice = ln(2.0);
    if rho.abs() < twice {
        return (all - rho).abs() > twice;
    }
    // A larger arc is often seen only in part, so the whole changes less than the arcs; but not the other way. If only
    // the spectrum of the smaller arc goes on rising below it, the whole must have changed with it.
    let (all, smaller, larger) = if rho > 0.0 { (all, after, before) } else { (-all, before, after) };
    all < if smaller.rises_beyond && !larger.rises_beyond { CHANGE } else { -twice }
}

fn weigh(before: Arc, after: Arc, lowest_hz: f64, unit: &str) -> Result<Verdict> {
    for arc in [before, after] {
        if !(arc.resistance > 0.0 && arc.resistance.is_finite()) {
            return Err(Error::new(Code::UnfitData, "No arc was found in one of the two spectra."));
        }
    }
    let share = |arc: &Arc| if arc.error.is_finite() { arc.error / arc.resistance } else { 10.0 };
    let s = crate::math::hypot(share(&before), share(&after)).min(10.0);
    let rho = ln(before.resistance / after.resistance);
    let variance = s * s + CHANGE * CHANGE;
    let short = (SMALLEST_DROP - rho).max(0.0);
    // R_s, T and P of each spectrum, and one or two arc resistances.
    let data = (before.data + after.data) as f64;
    let price = |parameters: f64| 2.0 * parameters * data / (data - parameters - 1.0).max(1.0);
    let delta_aicc = (rho * rho - short * short) / variance + price(7.0) - price(8.0);
    let interval = [exp(rho - 1.96 * s), exp(rho + 1.96 * s)];
    // Where a cable has the last word at the highest frequency, nothing is known of it.
    let series_known = before.series > 0.0 && after.series > 0.0;
    let series_fell = if series_known { ln(before.series / after.series) } else { 0.0 };

    let mut reasons = vec![format!(
        "The arc went from {} to {}: a factor {} (95 % between {} and {}).",
        with_error(before, unit),
        with_error(after, unit),
        significant(exp(rho.abs())),
        significant(exp(if rho < 0.0 { -rho - 1.96 * s } else { rho - 1.96 * s })),
        significant(exp(rho.abs() + 1.96 * s))
    )];
    let favours = if s > 0.5 {
        reasons.push("The arcs are too uncertain to compare: measure to lower frequencies, or with less noise.".into());
        Film::Undecided
    } else if says_otherwise(&before, &after, rho) {
        let [then, now] = [before, after].map(|arc| format!("{} {unit}", significant(arc.polarised)));
        reasons.push(format!(
            "These arcs are not the same one, or not all of it: down to {} Hz, as far as both spectra go, the impedance above \
             the series resistance comes to {then} before and {now} after. Measure to lower frequencies, until the larger arc \
             can be fitted.",
            significant(lowest_hz)
        ));
        // The one before goes on rising, the one after is all there: this much is certain.
        let least = before.polarised / after.polarised.max(after.resistance);
        if before.rises_beyond && !after.rises_beyond && least > SURE_DROP {
            reasons.push(format!(
                "It fell by a factor {} at least: if that is the electrode's reaction and no blocking tail, electrons cross \
                 the film.",
                significant(least)
            ));
        }
        Film::Undecided
    } else if rho > SMALLEST_DROP && series_fell > 0.5 * rho {
        reasons.push(
            "The series resistance fell with it, as if the whole spectrum were scaled: another temperature or electrode \
             area would do that, a film of either kind would not."
                .into(),
        );
        Film::Undecided
    } else if delta_aicc > NO_SUPPORT && interval[0] > exp(SMALLEST_DROP) {
        reasons.push(
            "It fell: the species exchanges electrons with the electrode, so electrons cross the film. An SEI would have \
             left the arc as it was."
                .into(),
        );
        Film::AntiSei
    } else if delta_aicc < -LESS_SUPPORT && rho > -ln(2.0) {
        reasons.push(
            "It stayed, within what a film changes by itself: no sign of electrons crossing. A film so resistive that it \
             makes up the whole arc by itself would look the same."
                .into(),
        );
        Film::Sei
    } else if rho < 0.0 {
        reasons.push("It grew by more than a film does meanwhile; neither film explains that by the species.".into());
        Film::Undecided
    } else {
        reasons.push(
            "It fell by more than films change by themselves, but by less than electrons across it would explain."
                .into(),
        );
        Film::Undecided
    };
    reasons.push(format!(
        "Evidence: AICc difference {} ({} the anti-SEI), if arcs change by a factor 1.5 between measurements and an \
         anti-SEI makes a factor 3 at least.",
        significant(delta_aicc.abs()),
        if delta_aicc > 0.0 { "for" } else { "against" }
    ));
    Ok(Verdict { drop_factor: exp(rho), drop_factor_interval: interval, delta_aicc, favours, reasons })
}

/// A resistance with its standard error.
fn with_error(arc: Arc, unit: &str) -> String {
    format!("{} {unit} (± {})", significant(arc.resistance), significant(arc.error))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn an_arc(resistance: f64, share: f64, series: f64) -> Arc {
        Arc { resistance, error: share * resistance, series, polarised: resistance, rises_beyond: false, data: 120 }
    }

    fn pair(before: f64, after: f64, share: f64) -> Verdict {
        let arc = |resistance: f64| an_arc(resistance, share, 10.0);
        weigh(arc(before), arc(after), 0.1, "ohm cm2").unwrap()
    }

    #[test]
    fn a_hundredfold_and_a_tenfold_drop_are_an_anti_sei() {
        for drop in [10.0, 100.0] {
            let v = pair(4e5, 4e5 / drop, 0.02);
            assert_eq!(v.favours, Film::AntiSei, "{v:?}");
            assert!((v.drop_factor / drop - 1.0).abs() < 1e-12 && v.delta_aicc > 10.0);
            assert!(v.drop_factor_interval[0] < drop && drop < v.drop_factor_interval[1]);
        }
    }

    #[test]
    fn ordinary_drift_is_no_anti_sei() {
        for after in [0.8, 0.9, 1.0, 1.1, 1.3] {
            assert_eq!(pair(100.0, 100.0 * after, 0.01).favours, Film::Sei, "{after}");
        }
    }

    #[test]
    fn a_rise_never_is() {
        for after in [1.5, 3.0, 100.0] {
            let v = pair(100.0, 100.0 * after, 0.01);
            assert!(v.favours != Film::AntiSei && v.delta_aicc < 0.0, "{v:?}");
        }
    }

    #[test]
    fn undecided_when_it_is() {
        assert_eq!(pair(100.0, 40.0, 0.01).favours, Film::Undecided, "too small a drop");
        assert_eq!(pair(100.0, 10.0, 0.6).favours, Film::Undecided, "too uncertain");
        let arc = |resistance, series| an_arc(resistance, 0.01, series);
        assert_eq!(
            weigh(arc(1e4, 100.0), arc(1e3, 10.0), 0.1, "ohm").unwrap().favours,
            Film::Undecided,
            "the whole spectrum scaled"
        );
        assert_eq!(
            weigh(arc(1e4, 100.0), arc(1e4, 10.0), 0.1, "ohm").unwrap().favours,
            Film::Sei,
            "only the electrolyte changed"
        );
    }

    fn preset(id: &str) -> crate::cell::Cell {
        crate::cell::presets().into_iter().find(|p| p.id == id).unwrap().cell
    }

    fn measured(cell: &crate::cell::Cell) -> Spectrum {
        let frequency: Vec<f64> = (0..71).map(|i| crate::math::pow(10.0, 6.0 - 0.1 * f64::from(i))).collect();
        let impedance = crate::cell::simulate(cell, &frequency).unwrap().impedance;
        Spectrum { unit: Unit::OhmCm2, ..Spectrum::new(frequency, impedance) }
    }

    #[test]
    fn the_operando_experiment_of_the_study() {
        let (before, after) = (preset("operando-before"), preset("operando-after"));
        let v = verdict(&measured(&before), &measured(&after)).unwrap();
        assert_eq!(v.favours, Film::AntiSei, "{v:?}");
        assert!(v.reasons[0].contains(" ohm cm2 (± "), "{v:?}");
        assert!(v.drop_factor > 50.0 && v.drop_factor < 500.0, "{v:?}");
        // The same cell with the film's ions and electrons exchanged does not notice the polysulfide.
        let v = verdict(&measured(&before.sei_twin()), &measured(&after.sei_twin())).unwrap();
        assert_eq!(v.favours, Film::Sei, "{v:?}");
    }

    /// A film's arc and a reaction's, from 1 MHz down, with 0.5 % of noise.
    fn two_arcs(film: (f64, f64), reaction: f64, lowest_hz: f64, seed: u64) -> Spectrum {
        let count = 71;
        let step = ln(lowest_hz / 1e6) / f64::from(count - 1);
        let frequency: Vec<f64> = (0..count).map(|i| 1e6 * exp(step * f64::from(i))).collect();
        let circuit = crate::circuit::Circuit::parse("R0-p(R1,CPE1)-p(R2,CPE2)").unwrap();
        let z = circuit.impedance(&[10.0, film.0, film.1, 0.9, reaction, 1e-5, 0.9], &frequency).unwrap();
        let mut random = crate::analysis::fit::Random(seed);
        let mut normal = move || random.normal();
        let impedance = z.into_iter().map(|z| z + Complex64::new(normal(), normal()) * (0.005 * norm(z))).collect();
        Spectrum { unit: Unit::OhmCm2, ..Spectrum::new(frequency, impedance) }
    }

    /// The reaction's arc is so large before that nothing of it can be fitted: the film's own arc, which stays, tells nothing.
    #[test]
    fn an_arc_too_large_to_fit_is_not_passed_over() {
        let film = (1000.0, 1e-7);
        for seed in 1..=10 {
            let told = |before: f64, after: f64| {
                verdict(&two_arcs(film, before, 0.1, seed), &two_arcs(film, after, 0.1, seed + 100)).unwrap()
            };
            for (before, after) in [(4e6, 40.0), (4e6, 4e4), (4e4, 4e6), (40.0, 4e6)] {
                let v = told(before, after);
                assert_eq!(v.favours, Film::Undecided, "{before} to {after}: {v:?}");
                assert!(v.reasons[1].starts_with("These arcs are not the same one"), "{v:?}");
                assert_eq!(v.reasons[2].starts_with("It fell by a factor"), after == 40.0, "{v:?}");
            }
            assert_eq!(told(4e5, 4e3).favours, Film::AntiSei);
            for same in [40.0, 4e4, 4e5, 4e6] {
                assert_eq!(told(same, same).favours, Film::Sei, "{same}");
            }
        }
    }

    /// A range that begins below a fast arc has that arc in its series resistance; the electrolyte's stayed.
    #[test]
    fn a_fast_arc_is_no_series_resistance() {
        for (film, before, after) in [(400.0, 4e4, 400.0), (2000.0, 4e5, 4000.0), (50.0, 1e4, 50.0)] {
            for seed in 1..=10 {
                let told = |r: f64, seed: u64| two_arcs((film, 1e-6), r, 0.02, seed);
                let v = verdict(&told(before, seed), &told(after, seed + 100)).unwrap();
                assert_eq!(v.favours, Film::AntiSei, "{film}, {before} to {after}: {v:?}");
            }
        }
        let mut after = measured(&preset("mg-ocv"));
        let before = after.clone();
        after.impedance.iter_mut().for_each(|z| *z *= 0.1);
        let v = verdict(&before, &after).unwrap();
        assert!(v.favours == Film::Undecided && v.reasons[1].contains("the whole spectrum were scaled"), "{v:?}");
    }

    #[test]
    fn polysulfide_on_a_film_at_rest() {
        let before = preset("mg-ocv");
        let after = crate::cell::Cell { polysulfide_mol_per_l: 0.1, ..before };
        let v = verdict(&measured(&before), &measured(&after)).unwrap();
        assert_eq!(v.favours, Film::AntiSei, "{v:?}");
    }

    #[test]
    fn units_that_cannot_be_compared() {
        let before = measured(&preset("operando-before"));
        let mut after = before.clone();
        after.unit = Unit::Ohm;
        assert_eq!(verdict(&before, &after).unwrap_err().code, Code::BadArgument);
        after.area_cm2 = Some(1.0);
        assert_eq!(verdict(&before, &after).unwrap().favours, Film::Sei);
    }
}
