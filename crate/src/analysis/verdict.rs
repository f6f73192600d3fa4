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

use super::arc::{ArcOptions, fit_arc};
use super::words::significant;
use crate::error::{Code, Error, Result};
use crate::math::{exp, ln};
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
    /// Series resistance.
    series: f64,
    /// Real numbers fitted.
    data: usize,
}

/// Weighs two spectra of one cell, before and after a redox species was added.
///
/// # Errors
/// `BadArgument` when one is in Ω and the other in Ω·cm² and the area is not known; what the fit of an arc may say, for either.
pub fn verdict(before: &Spectrum, after: &Spectrum) -> Result<Verdict> {
    let (before_scale, after_scale, unit) = match (to_ohm_cm2(before), to_ohm_cm2(after)) {
        (Some(before), Some(after)) => (before, after, "ohm cm2"),
        _ if before.unit == after.unit => (1.0, 1.0, "ohm"),
        _ => {
            let sentence =
                "One spectrum is in ohm and the other in ohm cm2: give the electrode area of both or of neither.";
            return Err(Error::new(Code::BadArgument, sentence));
        }
    };
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
            series: arc.fit.values.first().copied().unwrap_or(0.0) * scale,
            data: 2 * arc.fit.fitted.frequency.len(),
        })
    };
    let (before, after) = (arc(before, before_scale, "Before")?, arc(after, after_scale, "After")?);
    let mut verdict = weigh(before, after, unit)?;
    verdict.reasons.extend(remarks);
    Ok(verdict)
}

/// What turns the unit of a spectrum into Ω·cm², if that is known.
fn to_ohm_cm2(spectrum: &Spectrum) -> Option<f64> {
    match spectrum.unit {
        Unit::OhmCm2 => Some(1.0),
        Unit::Ohm => spectrum.area_cm2.filter(|area| *area > 0.0 && area.is_finite()),
    }
}

fn weigh(before: Arc, after: Arc, unit: &str) -> Result<Verdict> {
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
    let series_fell = ln(before.series.max(1e-300) / after.series.max(1e-300));

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

    fn pair(before: f64, after: f64, share: f64) -> Verdict {
        let arc = |resistance: f64| Arc { resistance, error: share * resistance, series: 10.0, data: 120 };
        weigh(arc(before), arc(after), "ohm cm2").unwrap()
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
        let arc = |resistance, series| Arc { resistance, error: 0.01 * resistance, series, data: 120 };
        assert_eq!(
            weigh(arc(1e4, 100.0), arc(1e3, 10.0), "ohm").unwrap().favours,
            Film::Undecided,
            "the whole spectrum scaled"
        );
        assert_eq!(
            weigh(arc(1e4, 100.0), arc(1e4, 10.0), "ohm").unwrap().favours,
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
