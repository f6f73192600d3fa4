//! The paper's numbers, row by row, computed through the public API.
//!
//! Every row of `paper_table.toml` is computed, printed (id, printed, computed, verdict) and judged: `reproduce` and `derive` rows must
//! lie within their tolerance, `dispute` rows must be told as disputes by the engine itself.

// A test stops at the first thing that is wrong.
#![allow(clippy::unwrap_used, clippy::expect_used, clippy::panic)]

use std::collections::BTreeMap;

use interphase::analysis::arc::{ArcOptions, fit_arc};
use interphase::cell::{Cell, simulate};
use interphase::experiment::{
    AMPLITUDE_MV, CellOption, Experiment, FREQUENCY_HZ, OPERANDO_FREQUENCY_HZ,
    corrosion::Corrosion,
    frequencies,
    galvanostatic::{self, Galvanostatic, Run},
    one_film::{OneFilm, Verdict},
    open_circuit::{self, OpenCircuit},
    operando::Operando,
    photoemission::Photoemission,
    polysulfide::Polysulfide,
    preset,
    thickness::{self, Thickness},
};
use interphase::{Spectrum, Unit};
use toml::Value;

/// What a row came to: the numbers computed, and the engine's own word where it calls them disputed.
struct Computed {
    /// One for each expected number, or two that a printed range must hold or be held by: see `Expect`.
    numbers: Vec<f64>,
    expect: Expect,
}

/// How a row is judged.
enum Expect {
    /// Each number against `model`, else `value`, within the row's tolerance.
    Near,
    /// Each number inside the printed range.
    Within,
    /// The first number not below the printed value, all against `model`.
    AtLeast,
    /// Each number within the printed sigma.
    Sigma,
    /// The engine says so, and the numbers are near the model.
    Disputed(bool),
    /// Judged in the row's own code.
    Holds(bool),
}

fn near(numbers: Vec<f64>) -> Computed {
    Computed { numbers, expect: Expect::Near }
}

/// The arc of a cell, fitted as the study does, between two frequencies (Hz).
fn arc(cell: &Cell, range: (f64, f64)) -> interphase::analysis::arc::Arc {
    let frequency = frequencies(FREQUENCY_HZ);
    let z = simulate(cell, &frequency).unwrap().impedance;
    let spectrum = Spectrum { unit: Unit::OhmCm2, ..Spectrum::new(frequency, z) };
    fit_arc(&spectrum, &ArcOptions { range: Some(range), ..ArcOptions::default() }).unwrap()
}

fn growth(hours: f64) -> OpenCircuit {
    OpenCircuit::run(&open_circuit::Options { hours, points: 145.0, ..Default::default() }).unwrap()
}

/// A track of `growth(72)` at an hour.
fn at(values: &[f64], hours: f64) -> f64 {
    values[(hours * 2.0) as usize]
}

fn ends(values: &[f64]) -> Vec<f64> {
    vec![values[0], values[values.len() - 1]]
}

fn runs(direction: &str) -> Vec<Run> {
    Galvanostatic::run(&galvanostatic::Options::default())
        .unwrap()
        .runs
        .into_iter()
        .filter(|r| r.direction == direction)
        .collect()
}

fn disputed(id: &str) -> bool {
    OneFilm::run(&Default::default()).unwrap().rows.iter().any(|r| r.id == id && r.verdict == Verdict::Disputed)
}

fn compute(row: &Value) -> Computed {
    let lithium = || {
        OpenCircuit::run(&open_circuit::Options {
            cell: CellOption::of(&preset("li-ocv").unwrap()),
            ..Default::default()
        })
        .unwrap()
    };
    let track =
        |film: &str| Operando::run(&Default::default()).unwrap().tracks.into_iter().find(|t| t.film == film).unwrap();
    let thick =
        |uf: f64| Thickness::run(&thickness::Options { capacitance_uf_per_cm2: uf, ..Default::default() }).unwrap();
    match row["id"].as_str().unwrap() {
        "eq1-capacitance" => {
            // Against a simulated arc instead of the formula: R || C with the CPE of the example, where P R T give its peak.
            let (r, p, t) = (number(&row["example"]["R"]), number(&row["example"]["P"]), number(&row["example"]["T"]));
            let c = interphase::analysis::arc::capacitance(r, t, p);
            let peak = interphase::analysis::arc::peak_hz(r, t, p);
            // 2 pi f R C = 1 at the peak is what Eq. 1 says.
            let product = 2.0 * std::f64::consts::PI * peak * r * c;
            Computed {
                numbers: vec![c, product],
                expect: Expect::Holds(
                    (product - 1.0).abs() < 1e-9 && (c - r.powf((1.0 - p) / p) * t.powf(1.0 / p)).abs() < 1e-12 * c,
                ),
            }
        }
        "mg-ocv-arc" => near(ends(&growth(20.0).arc_resistance_ohm_cm2)),
        "mg-ocv-capacitance" => {
            let first = OpenCircuit::run(&open_circuit::Options { hours: 13.0, ..Default::default() })
                .unwrap()
                .capacitance_uf_per_cm2;
            let mean = first.iter().sum::<f64>() / first.len() as f64 * 1e-6;
            // And as the study's fit reads it off the fresh cell's spectrum, below the film's own arc.
            near(vec![mean, arc(&preset("mg-ocv").unwrap(), (0.02, 10.0)).capacitance])
        }
        "mg-ocv-peak" => {
            // As the row defines it, from the whole arc's resistance and the fitted capacitance. (The charge transfer's own arc, with
            // the film's 4 kohm cm2 standing apart at 130 Hz, is highest at 0.26 Hz.)
            let c = arc(&preset("mg-ocv").unwrap(), (0.02, 10.0)).capacitance;
            near(vec![1.0 / (2.0 * std::f64::consts::PI * growth(20.0).arc_resistance_ohm_cm2[0] * c)])
        }
        "mg-72h" => Computed { numbers: vec![ends(&growth(72.0).arc_resistance_ohm_cm2)[1]], expect: Expect::AtLeast },
        "mg-1h-72h-resistance" => {
            let r = growth(72.0).arc_resistance_ohm_cm2;
            near(vec![at(&r, 72.0) / at(&r, 1.0)])
        }
        "mg-1h-72h-capacitance" => {
            let c = growth(72.0).capacitance_uf_per_cm2;
            near(vec![at(&c, 1.0) * 1e-6, at(&c, 72.0) * 1e-6])
        }
        "li-ocv-arc" => near(ends(&lithium().arc_resistance_ohm_cm2)),
        "li-ocv-capacitance" => near(lithium().capacitance_uf_per_cm2.iter().map(|c| c * 1e-6).collect()),
        "mg-over-li" => {
            let (mg, li) = (growth(20.0).arc_resistance_ohm_cm2, lithium().arc_resistance_ohm_cm2);
            let ratios: Vec<f64> = ends(&mg).iter().zip(ends(&li)).map(|(m, l)| m / l).collect();
            // The text's "about 1000" is a geometric middle of the two ends.
            near(vec![(ratios[0] * ratios[1]).sqrt()])
        }
        "thickness-mg" => near(vec![thick(17.0).thickness_nm]),
        "thickness-li" => near(vec![thick(4.0).thickness_nm]),
        "compact-thickness" => Computed {
            numbers: vec![preset("mg-ocv").unwrap().thickness_nm, preset("mg-galvanostatic").unwrap().thickness_nm],
            expect: Expect::Within,
        },
        "permittivity" => {
            let t = thick(17.0);
            Computed {
                numbers: t.needed_permittivity.to_vec(),
                expect: Expect::Disputed(!t.follows && disputed("permittivity")),
            }
        }
        "porous-thickness" => near(vec![Corrosion::run(&Default::default()).unwrap().porous_at_end_nm]),
        "corrosion-current" => {
            let c = Corrosion::run(&Default::default()).unwrap();
            Computed {
                numbers: vec![c.current_ua_per_cm2 * 1e-6],
                expect: Expect::Disputed(
                    (c.current_ua_per_cm2 / c.printed_current_ua - 1.0).abs() > 0.1
                        && c.notes[0].contains("the study prints 0.8"),
                ),
            }
        }
        "ionic-resistance" => near(vec![Corrosion::run(&Default::default()).unwrap().ionic_resistance_ohm_cm2]),
        "electronic-resistance" => near(vec![Polysulfide::run(&Default::default()).unwrap().difference_ohm_cm2]),
        "polysulfide-peak" => {
            let probe = Polysulfide::run(&Default::default()).unwrap();
            // The arc's own highest point: with two arcs of like size the film's may be the higher one.
            let carbon = probe.cells.iter().find(|c| c.id == "glassy-carbon").unwrap().peak_hz;
            let magnesium = simulate(&preset("mg-polysulfide").unwrap(), &[]).unwrap();
            let own = magnesium.parts.iter().find(|p| p.name == "charge-transfer").unwrap().peak_hz.unwrap();
            Computed { numbers: vec![carbon, own], expect: Expect::Within }
        }
        "polysulfide-single-arc" => {
            let probe = Polysulfide::run(&Default::default()).unwrap();
            let film = probe.cells.iter().find(|c| c.id == "anti-sei").unwrap().film_peak_hz;
            Computed {
                numbers: vec![film],
                expect: Expect::Disputed(disputed("polysulfide-single-arc") && probe.arcs.contains("two arcs")),
            }
        }
        "operando-before" => {
            let t = track("anti-sei");
            let n = t.time_h.len() / 2;
            let peaks = [t.peak_hz[0], t.peak_hz[n - 1]];
            let printed = row["peak"].as_array().unwrap();
            assert!(peaks.iter().zip(printed).all(|(a, b)| (a / number(b) - 1.0).abs() < 0.05), "peaks {peaks:?}");
            near(vec![t.arc_resistance_ohm_cm2[0], t.arc_resistance_ohm_cm2[n - 1]])
        }
        "operando-after" => {
            let t = track("anti-sei");
            let n = t.time_h.len() / 2;
            let range = row["peak"].as_array().unwrap();
            for peak in &t.peak_hz[n..] {
                assert!(*peak >= number(&range[0]) && *peak <= number(&range[1]), "peak {peak}");
            }
            near(ends(&t.arc_resistance_ohm_cm2[n..]))
        }
        "operando-drop" => near(vec![track("anti-sei").drop_factor]),
        "operando-sei" => near(vec![track("sei").drop_factor]),
        "strip-before" => {
            // The study shows one current (Fig. 4a) and says that the others hardly differ; 10 mA/cm2 has most ohmic drop.
            near(runs("strip").iter().filter(|r| r.current_ma_per_cm2 < 10.0).map(|r| r.before_v).collect())
        }
        "strip-activation-time" => Computed {
            numbers: runs("strip").iter().map(|r| r.activation_h.unwrap()).collect(),
            expect: Expect::Within,
        },
        "strip-after" => Computed { numbers: runs("strip").iter().map(|r| r.after_v).collect(), expect: Expect::Sigma },
        "strip-resistance" => {
            let r = runs("strip");
            near([&r[0], &r[3]].iter().map(|r| r.after_v / (r.current_ma_per_cm2 * 1e-3)).collect())
        }
        "strip-uncracked" => near(runs("strip")[..2].iter().map(|r| r.uncracked_v).collect()),
        "plating" => near(runs("plate").iter().map(|r| r.after_v).collect()),
        "plating-one-film" => {
            let one = OneFilm::run(&Default::default()).unwrap();
            let film = one.rows.iter().find(|r| r.id == "plating-one-film").unwrap();
            Computed { numbers: film.prediction.clone(), expect: Expect::Disputed(film.verdict == Verdict::Disputed) }
        }
        "plating-no-activation" => {
            let falls: Vec<f64> = runs("plate").iter().map(|r| r.largest_fall).collect();
            let stripped = runs("strip").iter().map(|r| r.largest_fall).fold(f64::MAX, f64::min);
            let holds = falls.iter().all(|f| *f <= number(&row["tolerance"])) && stripped > 0.3;
            Computed { numbers: falls, expect: Expect::Holds(holds) }
        }
        "strip-plate-asymmetry" => near(vec![runs("plate")[1].after_v / runs("strip")[1].after_v]),
        "protocol" => {
            let (usual, operando) = (frequencies(FREQUENCY_HZ), frequencies(OPERANDO_FREQUENCY_HZ));
            let same = |f: &[f64], printed: &Value| {
                f.iter().zip([f[0], f[f.len() - 1]]).count() == 2
                    && [f[0], f[f.len() - 1]]
                        .iter()
                        .zip(printed.as_array().unwrap())
                        .all(|(a, b)| (a / number(b) - 1.0).abs() < 1e-12)
            };
            let holds = same(&usual, &row["value"]) && same(&operando, &row["operando"]) && AMPLITUDE_MV == 5.0;
            Computed { numbers: ends(&usual), expect: Expect::Holds(holds) }
        }
        "dilution" => {
            let o = Operando::run(&Default::default()).unwrap();
            near(vec![o.added_mol_per_l, o.polysulfide_mol_per_l])
        }
        "xps-shift" => near(Photoemission::run(&Default::default()).unwrap().shift_ev.to_vec()),
        "xps-metal" => {
            let p = Photoemission::run(&Default::default()).unwrap();
            Computed { expect: Expect::Holds(p.metal_seen == [true, false]), numbers: p.metal_signal }
        }
        other => panic!("the table has a row \"{other}\" that nothing computes"),
    }
}

fn number(value: &Value) -> f64 {
    value.as_float().or_else(|| value.as_integer().map(|i| i as f64)).unwrap()
}

fn numbers(value: Option<&Value>) -> Vec<f64> {
    match value {
        Some(Value::Array(list)) => list.iter().map(number).collect(),
        Some(value) => vec![number(value)],
        None => vec![],
    }
}

/// The distance of each number from its target is within the tolerance: relative, or absolute about 0.
fn all_near(computed: &[f64], target: &[f64], tolerance: f64) -> bool {
    !target.is_empty()
        && computed.iter().enumerate().all(|(i, c)| {
            // One target for many numbers, or one each.
            let t = if target.len() == 1 { target[0] } else { target[i] };
            (c - t).abs() <= tolerance * if t == 0.0 { 1.0 } else { t.abs() }
        })
}

#[test]
fn every_number_of_the_paper() {
    let table: BTreeMap<String, Value> = toml::from_str(include_str!("paper_table.toml")).unwrap();
    let rows = table["row"].as_array().unwrap();
    let mut failed = Vec::new();
    println!("{:24} {:30} {:44} verdict", "id", "printed", "computed");
    for row in rows {
        let id = row["id"].as_str().unwrap();
        let kind = row["kind"].as_str().unwrap();
        let printed = numbers(row.get("value"));
        let model = numbers(row.get("model"));
        // What is not given a tolerance must be met to a millionth.
        let tolerance = row.get("tolerance").map_or(1e-6, number);
        let target = if model.is_empty() { &printed } else { &model };
        let Computed { numbers: computed, expect } = compute(row);
        let ok = match expect {
            Expect::Near => all_near(&computed, target, tolerance),
            Expect::Within => computed.iter().all(|c| *c >= printed[0] && *c <= printed[1]),
            Expect::AtLeast => computed[0] >= printed[0] && all_near(&computed, target, tolerance),
            Expect::Sigma => {
                computed.iter().zip(&printed).zip(numbers(row.get("sigma"))).all(|((c, p), s)| (c - p).abs() <= s)
            }
            Expect::Disputed(said) => said && all_near(&computed, &model, row.get("tolerance").map_or(0.01, number)),
            Expect::Holds(holds) => holds,
        };
        let ok = ok
            && computed.iter().all(|c| c.is_finite())
            && (kind == "dispute") == matches!(expect, Expect::Disputed(_));
        let list = |v: &[f64]| v.iter().take(4).map(|x| format!("{x:.4e}")).collect::<Vec<_>>().join(" ");
        let verdict = match (ok, kind) {
            (true, "dispute") => "disputed, and said so",
            (true, _) => "ok",
            (false, _) => "FAILED",
        };
        println!("{id:24} {:30} {:44} {verdict}", list(&printed), list(&computed));
        if !ok {
            failed.push(id);
        }
    }
    assert!(failed.is_empty(), "rows that do not hold: {}", failed.join(", "));
}

#[test]
fn a_low_barrier_is_a_thermionic_short() {
    let cell = Cell { thickness_nm: 10.0, barrier_ev: 0.07, effective_mass: 1.0, ..preset("mg-ocv").unwrap() };
    let one = OneFilm::run(&interphase::experiment::one_film::Options { cell: CellOption::of(&cell) }).unwrap();
    let row = one.rows.iter().find(|r| r.id == "thermionic").unwrap();
    assert_eq!(row.verdict, Verdict::Misses);
    assert!(row.sentence.contains("thermionic short"), "{}", row.sentence);
    // By Simmons' law it resists with kiloohms, as the study asks; in truth it is a short.
    assert!((1e3..1e4).contains(&row.prediction[0]) && row.prediction[1] < 1e-5, "{:?}", row.prediction);
    assert!(!simulate(&cell, &[]).unwrap().warnings.is_empty());
}

#[test]
fn only_lost_reaction_sites_give_the_drop() {
    use open_circuit::Grows;
    let run = |grows| {
        Operando::run(&interphase::experiment::operando::Options { grows, ..Default::default() }).unwrap().tracks[0]
            .drop_factor
    };
    let (sites, film) = (run(Grows::ReactionSites), run(Grows::Film));
    assert!(sites > 100.0 && film < 5.0, "{sites} and {film}");
}
