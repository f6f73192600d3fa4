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

mod chain;
mod cholesky;
mod least_squares;
mod levenberg_marquardt;
mod non_negative;
mod start;
mod sweep;
mod symmetric;
mod words;

#[cfg(test)]
mod tests {
    use super::fit::FitOptions;
    use super::*;
    use crate::circuit::Circuit;
    use crate::error::Code::{BadArgument, UnfitData};
    use crate::error::Result;
    use crate::spectrum::{Spectrum, Unit};
    use crate::{Code, Complex64};

    /// What an analysis said: an error, or that there are remarks, or nothing.
    #[derive(Debug, PartialEq)]
    enum Said {
        Refused(Code),
        Remarked,
        Nothing,
    }
    use Said::{Nothing, Refused, Remarked};

    fn heard(answer: Result<bool>) -> Said {
        match answer {
            Err(error) => Refused(error.code),
            Ok(true) => Remarked,
            Ok(false) => Nothing,
        }
    }

    fn arc() -> Spectrum {
        let frequency: Vec<f64> = (0..41).map(|k| crate::math::pow(10.0, 5.0 - 0.15 * f64::from(k))).collect();
        let circuit = Circuit::parse("R(RQ)").unwrap();
        let z = circuit.impedance(&[10.0, 100.0, 1e-4, 0.9], &frequency).unwrap();
        let wiggle = |i: usize| Complex64::new(crate::math::sin(9.1 * i as f64), crate::math::cos(5.3 * i as f64));
        let z = z.iter().enumerate().map(|(i, z)| z * (1.0 + 1e-3 * wiggle(i))).collect();
        Spectrum { unit: Unit::OhmCm2, ..Spectrum::new(frequency, z) }
    }

    /// Every analysis, in one order.
    fn all(s: &Spectrum) -> [Said; 9] {
        let (circuit, options) = (Circuit::parse("R(RQ)").unwrap(), FitOptions::default());
        let mut cell = crate::cell::Cell::default();
        let _ = cell.set("electrolyteOhmCm2", &crate::cell::Value::Number(10.0));
        let film = [interphase_fit::Measurement { spectrum: s.clone(), cell }];
        let series = series::seeds(&circuit, &[arc()], &options)
            .and_then(|seeds| series::fit_series(&circuit, &[s.clone(), arc()], &seeds, &options))
            .and_then(|fits| fits.into_iter().next().unwrap());
        [
            heard(fit::fit(&circuit, s, &options).map(|f| !f.warnings.is_empty())),
            heard(fit::rank(std::slice::from_ref(&circuit), s, &options).map(|f| !f[0].warnings.is_empty())),
            heard(arc::fit_arc(s, &arc::ArcOptions::default()).map(|a| !a.fit.warnings.is_empty())),
            heard(
                kramers_kronig::kramers_kronig(s, &kramers_kronig::Options::default())
                    .map(|r| r.verdict != kramers_kronig::Verdict::Valid),
            ),
            heard(z_hit::z_hit(s, None).map(|z| z.deviation.iter().any(|d| d.abs() > 0.05))),
            heard(
                relaxation_times::relaxation_times(s, &relaxation_times::Options::default())
                    .map(|d| !d.warnings.is_empty()),
            ),
            heard(verdict::verdict(s, &arc()).map(|v| v.reasons.len() > 3 || v.favours == verdict::Film::Undecided)),
            heard(
                interphase_fit::fit_interphase(&film, &["electrolyteOhmCm2".into()], &[])
                    .map(|f| !f.warnings.is_empty()),
            ),
            heard(series.map(|f| !f.warnings.is_empty())),
        ]
    }

    /// In the order fit, rankCircuits, fitArc, kramersKronig, zHit, relaxationTimes, verdict, fitInterphase, fitSeries:
    /// nothing that is wrong with the data passes in silence.
    #[test]
    fn bad_input_is_refused_or_said() {
        let n = arc().len();
        let changed = |change: fn(&mut Spectrum)| {
            let mut s = arc();
            change(&mut s);
            s
        };
        let (no, b) = (|| Refused(UnfitData), || Refused(BadArgument));
        let table: Vec<(&str, Spectrum, [Said; 9])> = vec![
            (
                "no point",
                Spectrum { unit: Unit::OhmCm2, ..Spectrum::default() },
                [no(), no(), no(), no(), no(), no(), no(), no(), no()],
            ),
            (
                "one point",
                changed(|s| {
                    s.frequency.truncate(1);
                    s.impedance.truncate(1);
                }),
                [no(), no(), no(), no(), no(), no(), no(), Remarked, no()],
            ),
            (
                "lists of two lengths",
                changed(|s| s.impedance.truncate(9)),
                [b(), b(), b(), b(), b(), b(), b(), b(), b()],
            ),
            (
                "all at one frequency",
                changed(|s| s.frequency.fill(10.0)),
                [no(), no(), no(), no(), no(), no(), no(), Remarked, no()],
            ),
            (
                "one frequency repeated",
                changed(|s| s.frequency[22] = s.frequency[21]),
                [Remarked, Remarked, Remarked, no(), no(), no(), Remarked, Remarked, Remarked],
            ),
            (
                "a frequency of zero",
                changed(|s| s.frequency[5] = 0.0),
                [Remarked, Remarked, Remarked, no(), no(), no(), Remarked, Remarked, Remarked],
            ),
            (
                "a negative frequency",
                changed(|s| s.frequency[5] = -1.0),
                [Remarked, Remarked, Remarked, no(), no(), no(), Remarked, Remarked, Remarked],
            ),
            (
                "not a number",
                changed(|s| s.impedance[5].im = f64::NAN),
                [Remarked, Remarked, Remarked, no(), no(), no(), Remarked, Remarked, Remarked],
            ),
            (
                "infinite",
                changed(|s| s.impedance[5].re = f64::INFINITY),
                [Remarked, Remarked, Remarked, no(), no(), no(), Remarked, Remarked, Remarked],
            ),
            (
                "the wrong sign",
                changed(|s| s.impedance.iter_mut().for_each(|z| *z = z.conj())),
                [Remarked, Remarked, no(), Remarked, Remarked, Remarked, no(), Remarked, Remarked],
            ),
            // A constant is a resistor: valid, and nothing else can be read from it.
            (
                "constant",
                changed(|s| s.impedance.fill(Complex64::new(50.0, 0.0))),
                [no(), no(), no(), Nothing, Nothing, no(), no(), Remarked, no()],
            ),
            // No circuit of this kind, and no film, looks like that.
            (
                "not an arc at all",
                changed(|s| {
                    for (i, z) in s.impedance.iter_mut().enumerate() {
                        *z = Complex64::from_polar(100.0, -(i as f64 * 2.4));
                    }
                }),
                [Remarked, Remarked, Remarked, Remarked, Remarked, Remarked, Remarked, Remarked, Remarked],
            ),
        ];
        let mut wrong = Vec::new();
        for (name, spectrum, expected) in &table {
            let found = all(spectrum);
            if found != *expected {
                wrong.push(format!("{name}: {found:?}"));
            }
        }
        assert!(wrong.is_empty(), "\n{}", wrong.join("\n"));
        // The order of measurement is no fault.
        let mixed = changed(|s| {
            s.frequency.rotate_left(7);
            s.impedance.rotate_left(7);
        });
        assert_eq!((mixed.len(), all(&mixed)), (n, all(&arc())));
    }

    /// A search that is cut short leaves the best it found, and says so.
    #[test]
    fn an_interrupted_search_leaves_the_last_good_state() {
        struct Endless;
        impl levenberg_marquardt::Residuals for Endless {
            fn count(&self) -> usize {
                1
            }
            fn residuals(&mut self, x: &[f64], r: &mut [f64]) {
                r[0] = crate::math::exp(-1e-3 * x[0]);
            }
            fn jacobian(&mut self, x: &[f64], r: &mut [f64], j: &mut [f64]) {
                self.residuals(x, r);
                j[0] = -1e-3 * r[0];
            }
        }
        let end = levenberg_marquardt::minimise(&mut Endless, &[0.0], &[-1e9], &[1e9]);
        assert!(!end.converged && end.x[0] > 100.0 && end.chi_square < 1.0 && end.chi_square > 0.0, "{end:?}");
    }
}
