//! Linear Kramers-Kronig test: can a passive, causal, linear and unchanging cell have this spectrum?
//!
//! A series of RC elements with fixed time constants (and R, L, C) obeys the Kramers-Kronig relations whatever the
//! signs of its resistances, and can follow every impedance that does (Boukamp, J. Electrochem. Soc. 142, 1885,
//! 1995, 10.1149/1.2044210). Its resistances are one linear least-squares problem, weighted with 1/|Z|
//! (Schönleber, Klotz, Ivers-Tiffée, Electrochim. Acta 131, 20, 2014, 10.1016/j.electacta.2014.01.034).
//!
//! Their rule for the number of elements (stop at mu <= 0.85) stops far too early on many valid spectra, so here
//! the number is the one with the smallest Akaike information criterion; theirs is followed when a criterion is
//! given. The verdict compares two fits with these elements: one for Z' and Z'' together, and one for each of the
//! two alone. The second follows every smooth curve, so it tells the noise; where the first is worse by more than
//! noise can explain (F test), Z' and Z'' do not belong together, and their distance says by how much.

use core::f64::consts::TAU;

use num_complex::Complex64;

use super::chain::Chain;
use super::drift::{Drift, drift, joint_with_drift};
use super::sweep::Sweep;
use super::words::{percent, significant};
use crate::error::{Error, Result};
use crate::math::{cbrt, ln, norm};
use crate::spectrum::Spectrum;

/// The answer of the test.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Verdict {
    /// What is left over is noise.
    Valid,
    /// Something is left over, but little of it, or at single frequencies.
    Suspect,
    /// Z' and Z'' contradict each other.
    Invalid,
}

/// How to choose the number of RC elements.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Options {
    /// Follow Schönleber's rule: the smallest number of elements with `mu` at or below this (usually 0.85), 0 to 1.
    pub mu_criterion: Option<f64>,
    /// At most so many elements, 1 to 100 (default 50).
    pub max_elements: Option<usize>,
}

/// What the test found. Residuals are `(Z - fit)/|Z|`, in the order of measurement.
#[derive(Debug, Clone, PartialEq)]
pub struct Report {
    /// Number of RC elements.
    pub elements: usize,
    /// `1 - sum |R_k < 0| / sum R_k >= 0`: falls from 1 towards 0 when elements begin to describe noise.
    pub mu: f64,
    /// Relative residual of each point.
    pub residual: Vec<Complex64>,
    /// Sum of the squared relative residuals (Boukamp 1995).
    pub pseudo_chi_square: f64,
    /// Relative standard deviation of one component, as each of Z' and Z'' shows on its own.
    pub noise: f64,
    /// Root mean square, relative to |Z|, of what Z' and Z'' disagree by beyond noise.
    pub violation: f64,
    /// The runs test on the signs of the residuals, Z' and Z'': in standard deviations, negative for too few runs.
    pub runs: [f64; 2],
    /// The even drift that fits best, whether significant or not.
    pub drift: Drift,
    /// Whether to believe the spectrum.
    pub verdict: Verdict,
    /// Why, one sentence each.
    pub reasons: Vec<String>,
}

/// Fewest points the test can judge.
const MIN_POINTS: usize = 10;
/// Elements per decade that are tried.
const LADDER: [f64; 11] = [0.7, 0.9, 1.1, 1.35, 1.6, 1.9, 2.3, 2.8, 3.4, 4.1, 5.0];
/// Standard deviations that chance reaches once in thirty thousand: below this nothing is said.
const SURPRISE: f64 = 4.0;
/// A disagreement that no fit would feel, relative to |Z|.
const NEGLIGIBLE: f64 = 5e-4;
/// A disagreement beyond this, and beyond the noise, spoils fitted parameters; relative to |Z|.
const TOLERABLE: f64 = 3e-3;
/// A single point that is off by this share of |Z| cannot be a slip of noise.
const GROSS: f64 = 0.1;
/// A point stands out where its absence improves the criterion by so much: six standard deviations of Gaussian noise.
const OUTLIER: f64 = 40.0;
/// Fewer points per decade leave too few RC elements to tell the shape of a spectrum from noise.
const SPARSE: f64 = 3.9;
/// Noise that leaves nothing to judge, relative to |Z|.
const NOISY: f64 = 0.04;

/// Tests a spectrum.
///
/// # Errors
/// `UnfitData` for fewer than ten points, for frequencies that are not positive, finite and distinct, and for impedances
/// that are zero or not finite; `OutOfRange` for options outside the range that they state.
pub fn kramers_kronig(spectrum: &Spectrum, options: &Options) -> Result<Report> {
    if let Some(mu) = options.mu_criterion.filter(|mu| !(*mu >= 0.0 && *mu <= 1.0)) {
        return Err(Error::out_of_range("The criterion for mu", mu, 0.0, 1.0, ""));
    }
    if let Some(most) = options.max_elements.filter(|most| !(1..=100).contains(most)) {
        return Err(Error::out_of_range("The largest number of elements", most as f64, 1.0, 100.0, ""));
    }
    let sweep = Sweep::new(spectrum, MIN_POINTS, "The Kramers-Kronig test")?;
    let mut report = test(&sweep, options);
    if report.verdict == Verdict::Invalid {
        let mirrored = Sweep { z: sweep.z.iter().map(Complex64::conj).collect(), ..sweep };
        if test(&mirrored, options).verdict == Verdict::Valid {
            report
                .reasons
                .push("With the sign of Z'' turned round it would be valid: check the sign convention.".into());
        }
    }
    Ok(report)
}

/// `1 - sum |R_k < 0| / sum R_k >= 0` (Schönleber 2014, Eq. 21).
fn mu(resistances: &[f64]) -> f64 {
    let (negative, positive) =
        resistances.iter().fold((0.0, 0.0), |(n, p), &r| if r < 0.0 { (n - r, p) } else { (n, p + r) });
    if positive > 0.0 { 1.0 - negative / positive } else { 0.0 }
}

/// The largest number of elements: Z' alone must keep four equations in ten to tell its noise from.
fn most(sweep: &Sweep, options: &Options) -> usize {
    options.max_elements.unwrap_or(50).min(3 * sweep.len() / 5)
}

/// The number of elements, and the solution with it.
fn choose(sweep: &Sweep, options: &Options) -> (Chain, Vec<f64>, f64) {
    let most = most(sweep, options);
    let solve = |elements: usize| {
        let chain = Chain::new(sweep, elements);
        let solution = chain.joint(sweep).solve();
        (chain, solution.x, solution.chi_square)
    };
    if let Some(criterion) = options.mu_criterion {
        let mut last = solve(1);
        for elements in 2..=most {
            if mu(&last.1[3..]) <= criterion {
                break;
            }
            last = solve(elements);
        }
        return last;
    }
    let mut best: Option<(Chain, Vec<f64>, f64)> = None;
    let mut least = f64::INFINITY;
    for elements in ladder(sweep, most) {
        let next = solve(elements);
        let value = criterion(sweep, next.2, elements, 2.0);
        if value < least {
            (best, least) = (Some(next), value);
        }
    }
    best.unwrap_or_else(|| solve(most))
}

/// The numbers of elements that are tried, each once.
fn ladder(sweep: &Sweep, most: usize) -> Vec<usize> {
    let decades = sweep.decades() + 1.0;
    let mut numbers: Vec<usize> = LADDER.iter().map(|density| ((density * decades) as usize).clamp(1, most)).collect();
    numbers.dedup();
    numbers
}

/// The number of unknowns against the logarithm of the residuals; each costs 2 after Akaike (1974).
fn criterion(sweep: &Sweep, chi_square: f64, unknowns: usize, price: f64) -> f64 {
    2.0 * sweep.len() as f64 * ln(chi_square.max(1e-30)) + price * unknowns as f64
}

/// The point whose absence makes the rest easier to follow than any number of elements does, whether the cell drifts or not.
/// A point that is far off at the end of a sweep bends many elements towards itself, so each number is tried, and the price of
/// an element is that of Schwarz (1978).
fn outlier(sweep: &Sweep, options: &Options) -> Option<usize> {
    let price = ln(2.0 * sweep.len() as f64);
    let (mut with, mut without, mut found) = (f64::INFINITY, f64::INFINITY, None);
    for elements in ladder(sweep, most(sweep, options)) {
        let (solution, falls) = joint_with_drift(sweep, &Chain::new(sweep, elements)).solve_without_each(true);
        with = with.min(criterion(sweep, solution.chi_square, elements, price));
        let Some((point, fall)) = falls.into_iter().enumerate().max_by(|a, b| a.1.total_cmp(&b.1)) else { continue };
        let value = criterion(sweep, solution.chi_square - fall, elements + 2, price);
        if value < without {
            without = value;
            found = (fall > NEGLIGIBLE * NEGLIGIBLE).then_some(point);
        }
    }
    found.filter(|_| with - without > OUTLIER)
}

fn test(sweep: &Sweep, options: &Options) -> Report {
    // A point that is far off bends the chain towards itself and away from its neighbours: the worst one goes, and what is
    // left is looked at anew. More than one in ten is no slip.
    let (mut kept, mut outliers) = (sweep.clone(), Vec::new());
    while let Some(worst) = outlier(&kept, options).filter(|_| outliers.len() * 10 <= sweep.len()) {
        outliers.push(kept.remove(worst));
    }
    let outliers: Vec<usize> = (0..sweep.len()).filter(|place| outliers.contains(place)).collect();
    let (chain, x, chi_joint) = choose(&kept, options);
    let elements = chain.tau.len();
    let chi_alone = chain.real(&kept).solve().chi_square + chain.imaginary(&kept).solve().chi_square;
    let freedom = (2 * kept.len() - 2 * elements - 3) as f64;
    let noise = (chi_alone / freedom).max(1e-30).sqrt();
    let extra = (chi_joint - chi_alone).max(0.0);
    let surprise = normal_from_f(extra / elements as f64 / (noise * noise), elements as f64, freedom);
    let violation = ((extra - elements as f64 * noise * noise).max(0.0) / kept.len() as f64).sqrt();
    let drift = drift(&kept, &chain, &x, noise);
    let explained = (chi_joint - drift.chi_square) / extra.max(1e-30);
    let points = sweep.omega.iter().zip(&sweep.z).zip(&sweep.weight);
    let residual: Vec<Complex64> =
        points.map(|((&omega, z), &weight)| (z - chain.impedance(&x, omega)) * weight).collect();
    let mut sound = residual.clone();
    let mut place = sweep.place.iter();
    sound.retain(|_| place.next().is_some_and(|place| !outliers.contains(place)));
    let runs = [runs(sound.iter().map(|r| r.re)), runs(sound.iter().map(|r| r.im))];
    let residual = sweep.as_measured(&residual);
    let frequency = sweep.as_measured(&sweep.omega).into_iter().map(|omega| omega / TAU).collect::<Vec<_>>();
    let mut report = Report {
        elements,
        mu: mu(&x[3..]),
        pseudo_chi_square: residual.iter().map(Complex64::norm_sqr).sum(),
        residual,
        noise,
        violation,
        runs,
        drift,
        verdict: Verdict::Valid,
        reasons: Vec::new(),
    };
    let per_decade = (sweep.len() - 1) as f64 / sweep.decades();
    report.judge(&frequency, &Evidence { surprise, explained, per_decade, outliers });
    report
}

/// What the verdict rests on beside the report.
struct Evidence {
    /// How unlikely noise alone makes Z' and Z'' disagree so much, in standard deviations.
    surprise: f64,
    /// Share of the disagreement that an even drift explains.
    explained: f64,
    /// Points per decade.
    per_decade: f64,
    /// Points that stand out from the others, by their place in the measurement.
    outliers: Vec<usize>,
}

impl Report {
    /// Sets the verdict and its reasons.
    fn judge(&mut self, frequency: &[f64], evidence: &Evidence) {
        let &Evidence { surprise, explained, per_decade, ref outliers } = evidence;
        let certain = surprise > SURPRISE && self.violation > NEGLIGIBLE;
        // Few points can surprise nobody; a contradiction larger than the noise is not called noise for that.
        let contradicts = certain || (self.violation > TOLERABLE && self.violation > self.noise);
        if contradicts {
            let much = certain && self.violation > TOLERABLE && self.violation > 1.2 * self.noise;
            self.find(if much { Verdict::Invalid } else { Verdict::Suspect });
            self.reasons.push(format!(
                "Z' and Z'' disagree by {} of |Z| (root mean square), but each alone is smooth to {}.",
                percent(self.violation),
                percent(self.noise)
            ));
            // A cell that more than doubles meanwhile does not drift; something else is wrong.
            let even = self.drift.change.abs() < 1.0 && self.drift.change.abs() > SURPRISE * self.drift.error;
            if explained > 0.6 && even {
                self.reasons.push(format!(
                    "It looks like drift: the impedance {} by about {} (± {}) during the sweep.",
                    if self.drift.change > 0.0 { "grew" } else { "fell" },
                    percent(self.drift.change.abs()),
                    percent(self.drift.error)
                ));
            }
        }
        if !outliers.is_empty() {
            let much =
                outliers.iter().any(|&i| norm(self.residual[i]) > GROSS) || outliers.len() * 10 > frequency.len();
            self.find(if much { Verdict::Invalid } else { Verdict::Suspect });
            let named: Vec<String> =
                outliers.iter().take(5).map(|&i| format!("{} Hz", significant(frequency[i]))).collect();
            let more = if outliers.len() > 5 { format!(" and {} more", outliers.len() - 5) } else { String::new() };
            self.reasons.push(match &named[..] {
                [one] => format!("Far from its neighbours: the point at {one}."),
                _ => format!("Far from their neighbours: the points at {}{more}.", named.join(", ")),
            });
        }
        if self.runs.iter().all(|&z| z < -SURPRISE) && !contradicts && self.rms() > NEGLIGIBLE {
            self.find(Verdict::Suspect);
            self.reasons.push(format!(
                "The residuals follow a pattern over frequency (runs test {:.1} and {:.1} standard deviations).",
                self.runs[0], self.runs[1]
            ));
        }
        if per_decade < SPARSE {
            self.find(Verdict::Suspect);
            self.reasons.push(format!(
                "With {per_decade:.1} points per decade the shape of the spectrum counts as noise, so that Z' and Z'' could \
                 contradict each other unseen: measure at least four per decade."
            ));
        } else if self.noise > NOISY {
            self.find(Verdict::Suspect);
            let noise = percent(self.noise);
            self.reasons
                .push(format!("The noise is {noise} of |Z|: too much to tell whether Z' and Z'' belong together."));
        }
        if self.verdict == Verdict::Valid {
            self.reasons.push(format!(
                "{} RC elements follow the spectrum; what is left, {} of |Z| in each of Z' and Z'', is noise.",
                self.elements,
                percent(self.rms())
            ));
        }
    }

    /// Makes the verdict at least as bad.
    fn find(&mut self, verdict: Verdict) {
        if self.verdict != Verdict::Invalid {
            self.verdict = verdict;
        }
    }

    /// Root mean square of the residuals of one component.
    fn rms(&self) -> f64 {
        (self.pseudo_chi_square / (2 * self.residual.len()) as f64).sqrt()
    }
}

/// The runs test (Wald and Wolfowitz 1940) on the signs of a row of values: standard deviations from the expected
/// number of runs, negative when there are too few.
fn runs(values: impl Iterator<Item = f64>) -> f64 {
    let signs: Vec<bool> = values.map(|v| v > 0.0).collect();
    let total = signs.len() as f64;
    let plus = signs.iter().filter(|&&s| s).count() as f64;
    let minus = total - plus;
    let runs = 1.0 + signs.windows(2).filter(|pair| pair[0] != pair[1]).count() as f64;
    let mean = 1.0 + 2.0 * plus * minus / total;
    let variance = (mean - 1.0) * (mean - 2.0) / (total - 1.0);
    if variance > 0.0 { (runs - mean) / variance.sqrt() } else { -total.sqrt() }
}

/// An F-distributed value as the normal deviate of the same probability (Wilson and Hilferty 1931; Paulson 1942).
fn normal_from_f(f: f64, of: f64, on: f64) -> f64 {
    let (a, b) = (2.0 / (9.0 * of), 2.0 / (9.0 * on));
    let root = cbrt(f.max(0.0));
    ((1.0 - b) * root - (1.0 - a)) / (b * root * root + a).sqrt()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::math::{cos, log10, pow, sqrt};
    use core::f64::consts::TAU;

    /// Permuted congruential generator (O'Neill 2014) with normal deviates (Box and Muller 1958).
    struct Noise(u64);
    impl Noise {
        fn uniform(&mut self) -> f64 {
            self.0 = self.0.wrapping_mul(6364136223846793005).wrapping_add(1442695040888963407);
            let x = (((self.0 >> 18) ^ self.0) >> 27) as u32;
            (f64::from(x.rotate_right((self.0 >> 59) as u32)) + 0.5) / 4294967296.0
        }
        fn between(&mut self, low: f64, high: f64) -> f64 {
            low + (high - low) * self.uniform()
        }
        fn decades(&mut self, low: f64, high: f64) -> f64 {
            pow(10.0, self.between(low, high))
        }
        fn normal(&mut self) -> f64 {
            sqrt(-2.0 * ln(self.uniform())) * cos(TAU * self.uniform())
        }
    }

    const J: Complex64 = Complex64::I;

    fn cpe(w: f64, t: f64, p: f64) -> Complex64 {
        1.0 / (t * (J * w).powf(p))
    }
    fn parallel(a: Complex64, b: Complex64) -> Complex64 {
        a * b / (a + b)
    }

    /// A random valid cell: its impedance as a function of angular frequency.
    fn cell(kind: usize, r: &mut Noise) -> Box<dyn Fn(f64) -> Complex64> {
        let rs = r.decades(0.0, 1.5);
        let (r1, r2) = (r.decades(0.5, 5.0), r.decades(0.5, 5.0));
        let (p1, p2) = (r.between(0.7, 1.0), r.between(0.6, 1.0));
        let (t1, t2) = (pow(r.decades(-5.0, -2.0), p1) / r1, pow(r.decades(-3.0, 1.0), p2) / r2);
        let arc = move |w: f64| parallel(Complex64::new(r1, 0.0), cpe(w, t1, p1));
        let arc2 = move |w: f64| parallel(Complex64::new(r2, 0.0), cpe(w, t2, p2));
        let l = r.decades(-8.0, -6.0);
        let aw = r1 * r.decades(-1.5, 0.5);
        match kind % 8 {
            0 => Box::new(move |w| rs + arc(w)),
            1 => Box::new(move |w| rs + arc(w) + arc2(w)),
            2 => Box::new(move |w| rs + parallel(r1 + aw / sqrt(w) * (1.0 - J), cpe(w, t1, p1))), // Randles
            3 => Box::new(move |w| rs + J * w * l + arc(w)),
            4 => Box::new(move |w| {
                rs + parallel(parallel(Complex64::new(r1, 0.0), 0.5 * r1 * (1.0 + J * w * 0.3)), cpe(w, t1, p1))
            }), // inductive loop
            5 => Box::new(move |w| rs + arc(w) + cpe(w, 1e-3, p2.max(0.8))), // blocking
            6 => {
                let tau = r.decades(-2.0, 2.0);
                Box::new(move |w| {
                    let q = (J * w * tau).sqrt();
                    rs + arc(w) + if q.re > 300.0 { aw / q } else { aw * q.tanh() / q }
                })
            }
            _ => Box::new(move |w| rs + (parallel(arc(w) + arc2(w), cpe(w, 1e-7, 1.0)))),
        }
    }

    fn grid(top: f64, bottom: f64, per_decade: f64) -> Vec<f64> {
        let n = ((top - bottom) * per_decade).round() as usize;
        (0..=n).map(|i| pow(10.0, top - i as f64 / per_decade)).collect()
    }

    /// One random measurement without any fault, with noise of 0.01 % to `noisiest`.
    fn measured(seed: usize, noisiest: f64, r: &mut Noise) -> Spectrum {
        let z = cell(seed, r);
        let (top, bottom) = (r.between(4.5, 6.3).round(), r.between(-2.4, 0.4).round());
        let per_decade = [5.0, 6.0, 8.0, 10.0, 12.0][seed % 5];
        let f = grid(top, bottom, per_decade);
        let sigma = r.decades(-4.0, log10(noisiest));
        let proportional = (seed / 8).is_multiple_of(3);
        let z = f.iter().map(|f| {
            let z = z(TAU * f);
            let (a, b) = if proportional { (z.re, z.im) } else { (z.norm(), z.norm()) };
            z + Complex64::new(sigma * a * r.normal(), sigma * b * r.normal())
        });
        let z = z.collect();
        Spectrum::new(f, z)
    }

    #[test]
    fn fewer_than_one_false_alarm_in_a_hundred() {
        let mut r = Noise(1);
        let alarms = (0..1000)
            .filter(|&seed| {
                let spectrum = measured(seed, 0.02, &mut r);
                kramers_kronig(&spectrum, &Options::default()).unwrap().verdict != Verdict::Valid
            })
            .count();
        assert!(alarms < 10, "{alarms} of 1000 valid spectra doubted");
    }

    /// Faults a few times larger than the noise.
    #[test]
    fn faults_are_found() {
        let mut r = Noise(2);
        let mut missed = [0; 6];
        for seed in 0..100 {
            for (fault, missed) in missed.iter_mut().enumerate() {
                let mut s = measured(seed, 0.004, &mut r);
                let n = s.len();
                for (i, z) in s.impedance.iter_mut().enumerate() {
                    let u = i as f64 / n as f64;
                    match fault {
                        0 => *z *= 1.0 + 0.3 * u,
                        1 => *z *= 1.0 - 0.4 * s.frequency[n - 1] / s.frequency[i],
                        2 => *z = z.conj(),
                        3 if i == n / 2 || i == n / 3 => *z = -z.conj(),
                        4 if u > 0.4 && u < 0.6 => z.re *= 1.1,
                        5 => *z *= Complex64::from_polar(1.0, 0.1), // answers before it is asked
                        _ => {}
                    }
                }
                if kramers_kronig(&s, &Options::default()).unwrap().verdict == Verdict::Valid {
                    *missed += 1;
                }
            }
        }
        // Drift of the last few points alone, and a step where |Z'| << |Z|, can hide in noise; nothing else may.
        assert!(missed.iter().zip([1, 10, 0, 0, 5, 0]).all(|(m, allowed)| *m <= allowed), "{missed:?} of 100 missed");
    }

    #[test]
    fn drift_is_called_by_its_name() {
        let mut r = Noise(3);
        let f = grid(5.0, -1.0, 10.0);
        let n = f.len() as f64;
        let z = f.iter().enumerate().map(|(i, f)| {
            let z = 10.0 + parallel(Complex64::new(1e3, 0.0), cpe(TAU * f, 1e-5, 0.9));
            z * (1.0 + 0.12 * i as f64 / n) * (1.0 + 1e-3 * Complex64::new(r.normal(), r.normal()))
        });
        let z = z.collect();
        let report = kramers_kronig(&Spectrum::new(f, z), &Options::default()).unwrap();
        assert_eq!(report.verdict, Verdict::Invalid);
        assert!((report.drift.change - 0.12).abs() < 3.0 * report.drift.error.max(0.002), "{:?}", report.drift);
        assert_eq!(report.drift.clock, super::super::drift::Clock::Points);
        assert!(report.reasons.iter().any(|r| r.contains("drift: the impedance grew")), "{:?}", report.reasons);
    }

    /// R-(R||CPE).
    fn one_arc(frequency: &[f64]) -> Vec<Complex64> {
        frequency.iter().map(|f| 10.0 + parallel(Complex64::new(4e3, 0.0), cpe(TAU * f, 1e-5, 0.9))).collect()
    }

    fn noisy(z: &[Complex64], sigma: f64, r: &mut Noise) -> Vec<Complex64> {
        z.iter().map(|z| z + norm(*z) * sigma * Complex64::new(r.normal(), r.normal())).collect()
    }

    #[test]
    fn drift_and_its_error_are_true() {
        let mut r = Noise(7);
        let f = grid(6.0, -1.0, 10.0);
        let steady = one_arc(&f);
        for (change, sigma) in [(0.0, 0.005), (0.0, 0.02), (0.0, 0.03), (0.2, 0.02), (-0.3, 0.02)] {
            let z: Vec<_> = steady.iter().enumerate().map(|(i, z)| z * (1.0 + change * i as f64 / 70.0)).collect();
            let (mut off, mut covered) = (Vec::new(), 0);
            for _ in 0..50 {
                let spectrum = Spectrum::new(f.clone(), noisy(&z, sigma, &mut r));
                let drift = kramers_kronig(&spectrum, &Options::default()).unwrap().drift;
                off.push((drift.change - change) / drift.error);
                covered += usize::from((drift.change - change).abs() < 2.0 * drift.error);
            }
            off.sort_by(f64::total_cmp);
            assert!(off[25].abs() < 0.6, "{change} with noise {sigma}: the median is {} errors off", off[25]);
            assert!(covered >= 40, "{change} with noise {sigma}: {covered} of 50 within two errors");
        }
    }

    #[test]
    fn a_slip_is_named_and_not_its_neighbours() {
        let mut r = Noise(8);
        let f = grid(6.0, -1.0, 10.0);
        let arc = one_arc(&f);
        for (point, name) in [(0, "1000000 Hz"), (30, "1000 Hz"), (70, "0.100 Hz")] {
            for sigma in [1e-3, 5e-3, 0.01] {
                let mut z = noisy(&arc, sigma, &mut r);
                z[point] *= 1.5;
                let report = kramers_kronig(&Spectrum::new(f.clone(), z), &Options::default()).unwrap();
                assert_eq!(report.reasons, [format!("Far from its neighbours: the point at {name}.")], "{sigma}");
                assert!(report.drift.change.abs() < 4.0 * report.drift.error, "{:?}", report.drift);
            }
        }
    }

    #[test]
    fn few_points_per_decade_prove_nothing() {
        let mut r = Noise(9);
        for n in [10, 12, 15, 20] {
            let f: Vec<f64> = (0..n).map(|i| pow(10.0, 5.0 - 6.0 * f64::from(i) / f64::from(n - 1))).collect();
            for change in [0.0, 0.2, 1.0] {
                let drifting = |(i, z): (usize, Complex64)| z * (1.0 + change * i as f64 / f64::from(n - 1));
                let z: Vec<_> = one_arc(&f).into_iter().enumerate().map(drifting).collect();
                let spectrum = Spectrum::new(f.clone(), noisy(&z, 5e-3, &mut r));
                let report = kramers_kronig(&spectrum, &Options::default()).unwrap();
                assert_ne!(report.verdict, Verdict::Valid, "{n} points, {change}");
                assert!(report.reasons.iter().any(|r| r.contains("points per decade")), "{:?}", report.reasons);
                assert!(!report.reasons.iter().any(|r| r.contains("noise is") || r.contains("is noise")));
            }
        }
    }

    #[test]
    fn what_is_larger_than_noise_is_not_called_noise() {
        // Four points per decade: a contradiction that so few equations cannot prove.
        let mut r = Noise(10);
        let f = grid(4.0, 2.0, 4.5);
        for _ in 0..50 {
            let z: Vec<_> = one_arc(&f).iter().enumerate().map(|(i, z)| z * (1.0 + 0.2 * i as f64 / 9.0)).collect();
            let report =
                kramers_kronig(&Spectrum::new(f.clone(), noisy(&z, 1e-3, &mut r)), &Options::default()).unwrap();
            let more = report.violation > report.noise && report.violation > TOLERABLE;
            assert!(!(more && report.verdict == Verdict::Valid), "{report:?}");
        }
    }

    #[test]
    fn a_turned_sign_is_named() {
        let mut spectrum = measured(1, 0.002, &mut Noise(4));
        for z in &mut spectrum.impedance {
            z.im = -z.im;
        }
        let report = kramers_kronig(&spectrum, &Options::default()).unwrap();
        assert!(report.reasons.iter().any(|r| r.contains("sign convention")), "{:?}", report.reasons);
    }

    #[test]
    fn a_noiseless_spectrum_is_valid_in_any_order() {
        for kind in 0..8 {
            let z = cell(kind, &mut Noise(5));
            let mut f = grid(6.0, -2.0, 10.0);
            f.rotate_left(7);
            let impedance = f.iter().map(|f| z(TAU * f)).collect();
            let report = kramers_kronig(&Spectrum::new(f, impedance), &Options::default()).unwrap();
            assert_eq!(report.verdict, Verdict::Valid, "{kind} {:?}", report.reasons);
        }
    }

    #[test]
    fn few_points_over_few_decades() {
        let mut r = Noise(6);
        for kind in 0..8 {
            let z = cell(kind, &mut r);
            let f = grid(4.0, 2.0, 6.0);
            let impedance =
                f.iter().map(|f| z(TAU * f) * (1.0 + 1e-3 * Complex64::new(r.normal(), r.normal()))).collect();
            let report = kramers_kronig(&Spectrum::new(f, impedance), &Options::default()).unwrap();
            assert_eq!(report.verdict, Verdict::Valid, "{kind} {:?}", report.reasons);
        }
    }

    #[test]
    fn options_out_of_range() {
        let spectrum = measured(1, 0.002, &mut Noise(4));
        for options in [
            Options { mu_criterion: Some(f64::NAN), ..Options::default() },
            Options { max_elements: Some(0), ..Options::default() },
        ] {
            assert_eq!(kramers_kronig(&spectrum, &options).unwrap_err().code, crate::Code::OutOfRange);
        }
        let schoenleber = Options { mu_criterion: Some(0.85), max_elements: None };
        assert!(kramers_kronig(&spectrum, &schoenleber).unwrap().elements <= 46);
    }
}
