//! One film carried through all experiments: what each would show with it, what the study printed, and whether the two agree.

use serde::{Deserialize, Serialize};

use super::*;
use crate::cell::parameters::Geometry;

/// Options.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// The film: thickness, barrier, mass, permittivity, ionic resistance, law, conduction and temperature of this cell; else of `mg-ocv`.
    pub cell: CellOption,
}

/// Whether a film's prediction meets the study.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Verdict {
    /// It does.
    Fits,
    /// It does not; another film might.
    Misses,
    /// The study's own numbers contradict each other here.
    Disputed,
}

/// One experiment.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Row {
    /// Its id.
    pub id: &'static str,
    /// Place in the study.
    #[serde(rename = "where")]
    pub place: &'static str,
    /// What is compared.
    pub what: &'static str,
    /// Unit of the numbers.
    pub unit: &'static str,
    /// What the study prints: a value, a range, or one value for each current.
    pub paper: Vec<f64>,
    /// What this film gives.
    pub prediction: Vec<f64>,
    /// What its SEI twin gives.
    pub twin: Vec<f64>,
    /// Whether the film meets the study.
    pub verdict: Verdict,
    /// The same in a sentence that a reader of the study can check.
    pub sentence: String,
}

/// The board.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct OneFilm {
    /// Resistance of one film to electrons, Ω·cm².
    pub film_resistance_ohm_cm2: f64,
    /// Experiment by experiment.
    pub rows: Vec<Row>,
    /// How many of them fit, miss and are disputed.
    pub fits: usize,
    /// See `fits`.
    pub misses: usize,
    /// See `fits`.
    pub disputed: usize,
}

/// The study's currents, mA·cm⁻², and its plating overpotentials, V (Fig. 4b).
const CURRENTS_MA_PER_CM2: [f64; 4] = [0.3, 1.0, 3.0, 10.0];
const PLATING_V: [f64; 4] = [0.55, 0.55, 0.55, 0.80];
/// How far from its value "approximately 550 mV" may be, as a share.
const PLATING_TOLERANCE: f64 = 0.12;

/// Whether ions carry most of the film's conductance: then no electron need cross it, and nothing need crack.
fn of_ions(cell: &Cell) -> bool {
    cell.compact_film().is_some_and(|film| !film.carries_electrons())
}

/// Another cell's surroundings with this film in them.
fn in_place_of(film: &Cell, surroundings: Cell) -> Cell {
    Cell {
        metal: film.metal,
        thickness_nm: film.thickness_nm,
        barrier_ev: film.barrier_ev,
        effective_mass: film.effective_mass,
        relative_permittivity: film.relative_permittivity,
        temperature_k: film.temperature_k,
        fixed_resistance_ohm_cm2: film.fixed_resistance_ohm_cm2,
        ionic_resistance_ohm_cm2: film.ionic_resistance_ohm_cm2,
        electronic_transference: film.electronic_transference,
        transport: film.transport,
        conduction: film.conduction,
        ..surroundings
    }
}

impl Experiment for OneFilm {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let cell = Cell { geometry: Geometry::Symmetric, ..options.cell.or_preset("mg-ocv")? };
        let twin = cell.sei_twin();
        let film = cell.compact_film().ok_or_else(|| {
            Error::new(
                Code::BadArgument,
                "Glassy carbon has no film to carry through the experiments; take magnesium or lithium.",
            )
        })?;
        let electronic = (1.0 / film.electronic_conductance).min(crate::film::BLOCKED_OHM_CM2);
        let rows = vec![
            electron_resistance(&cell, &twin)?,
            thermionic(&cell)?,
            thickness_row(&cell)?,
            permittivity(&cell)?,
            arcs(&cell)?,
            operando_row(&cell)?,
            growth(&cell, &twin)?,
            plating(&cell, &twin)?,
            film_drop(&cell)?,
            stripping(&cell, &twin)?,
            corrosion_row(&cell, &twin)?,
            photoemission_row(&cell)?,
        ];
        let tally = |verdict| rows.iter().filter(|r| r.verdict == verdict).count();
        Ok(OneFilm {
            film_resistance_ohm_cm2: electronic,
            fits: tally(Verdict::Fits),
            misses: tally(Verdict::Misses),
            disputed: tally(Verdict::Disputed),
            rows,
        })
    }
}

fn fits(yes: bool) -> Verdict {
    if yes { Verdict::Fits } else { Verdict::Misses }
}

/// The same where the study's own numbers may contradict each other: what misses one of them because it meets another is disputed.
fn fits_or_disputed(fits: bool, disputed: bool) -> Verdict {
    if !fits && disputed { Verdict::Disputed } else { self::fits(fits) }
}

fn electron_resistance(cell: &Cell, twin: &Cell) -> Result<Row> {
    let probe = preset("mg-polysulfide")?;
    let run = |film: &Cell| {
        polysulfide::Polysulfide::run(&polysulfide::Options { cell: CellOption::of(&in_place_of(film, probe)) })
    };
    let (own, other) = (run(cell)?.difference_ohm_cm2, run(twin)?.difference_ohm_cm2);
    let verdict = fits((2e3..=6e3).contains(&own));
    Ok(Row {
        id: "electronic-resistance",
        place: "Fig. 5e; discussion",
        what: "Mg||Mg minus GC||GC with 0.1 M polysulfide",
        unit: "Ω·cm²",
        paper: vec![4e3],
        prediction: vec![own],
        twin: vec![other],
        verdict,
        sentence: if of_ions(cell) {
            format!(
                "Ions carry most of the current through this film: with polysulfide the cell has {} ohm cm2 more than glassy carbon, where Fig. 5e asks for 4000.",
                figure(own)
            )
        } else {
            format!(
                "Two of these films put {} ohm cm2 in the electrons' way; Fig. 5e asks for 4000, within half as much again.",
                figure(own)
            )
        },
    })
}

fn thermionic(cell: &Cell) -> Result<Row> {
    let simulation = simulate(&Cell { polysulfide_mol_per_l: 0.0, ..*cell }, &[])?;
    let known = simulation.film_conductance;
    let by_law = cell.law_or_wkb().conductance()?;
    let (law, thermal) = (1.0 / by_law, 1.0 / known.wkb.max(1.0 / crate::film::BLOCKED_OHM_CM2));
    let short = known.thermionic_share > 0.5 && law > 3.0 * thermal;
    Ok(Row {
        id: "thermionic",
        place: "Discussion: \"Simmons model\"",
        what: "Resistance of the film by its law, and with temperature and emission over the barrier",
        unit: "Ω·cm²",
        paper: vec![],
        prediction: vec![law, thermal],
        twin: vec![],
        verdict: fits((1.0 / 3.0..=3.0).contains(&(law / thermal))),
        sentence: if short {
            format!(
                "A thermionic short: the law says {law:.3e} ohm cm2, but emission over {} eV at {} K leaves {thermal:.1e} ohm cm2.",
                cell.barrier_ev, cell.temperature_k
            )
        } else {
            format!(
                "The law says {law:.3e} ohm cm2, with temperature and emission over the barrier {thermal:.3e}; {:.1e} of it goes over the barrier.",
                known.thermionic_share
            )
        },
    })
}

fn thickness_row(cell: &Cell) -> Result<Row> {
    Ok(Row {
        id: "compact-thickness",
        place: "Fig. 3k",
        what: "Thickness of the compact film by TEM",
        unit: "nm",
        paper: vec![7.0, 10.0],
        prediction: vec![cell.thickness_nm],
        twin: vec![cell.thickness_nm],
        verdict: fits((7.0..=10.0).contains(&cell.thickness_nm)),
        sentence: format!("The film is {} nm thick; the TEM shows 7 to 10.", cell.thickness_nm),
    })
}

fn permittivity(cell: &Cell) -> Result<Row> {
    let options = thickness::Options { seen_nm: [cell.thickness_nm; 2], ..thickness::Options::default() };
    let run = thickness::Thickness::run(&options)?;
    let [needed, _] = run.needed_permittivity;
    Ok(Row {
        id: "permittivity",
        place: "Results, after Fig. 3",
        what: "Relative permittivity from this thickness and 17 µF·cm⁻²",
        unit: "",
        paper: vec![4.8, 6.9],
        prediction: vec![needed],
        twin: vec![needed],
        verdict: if run.follows { Verdict::Fits } else { Verdict::Disputed },
        sentence: format!(
            "17 uF/cm2 over {} nm is a permittivity of {needed:.0}; the study prints 4.8 to 6.9{}.",
            cell.thickness_nm,
            if run.follows { "" } else { ", which does not follow from it" }
        ),
    })
}

fn arcs(cell: &Cell) -> Result<Row> {
    let probe = preset("mg-polysulfide")?;
    let run = polysulfide::Polysulfide::run(&polysulfide::Options { cell: CellOption::of(&in_place_of(cell, probe)) })?;
    let own = run.cells.iter().find(|c| c.id == "anti-sei").map_or(0.0, |c| c.film_peak_hz);
    let in_range = !of_ions(cell) && (1.0..=20.0).contains(&own);
    let tem = !of_ions(cell) && (7.0..=10.0).contains(&cell.thickness_nm);
    Ok(Row {
        id: "polysulfide-single-arc",
        place: "Fig. 5e against Fig. 3k",
        what: "Peak of the film's own arc; the study sees a single arc at 1 to 20 Hz",
        unit: "Hz",
        paper: vec![1.0, 20.0],
        prediction: vec![own],
        twin: vec![],
        // With the thickness that the TEM shows it is the study's own numbers that contradict each other.
        verdict: fits_or_disputed(in_range, tem),
        sentence: run.arcs,
    })
}

fn operando_row(cell: &Cell) -> Result<Row> {
    let film = in_place_of(cell, preset("operando-start")?);
    let run =
        operando::Operando::run(&operando::Options { cell: CellOption::of(&film), ..operando::Options::default() })?;
    let factor = |id: &str| run.tracks.iter().find(|t| t.film == id).map_or(1.0, |t| t.drop_factor);
    let (own, other) = (factor("anti-sei"), factor("sei"));
    Ok(Row {
        id: "operando-drop",
        place: "Fig. 5g, h",
        what: "Factor by which the arc falls when polysulfide is added",
        unit: "",
        paper: vec![100.0, 160.0],
        prediction: vec![own],
        twin: vec![other],
        verdict: fits(own >= 50.0),
        sentence: format!(
            "Adding polysulfide lowers the arc {own:.1}-fold on this film and {other:.2}-fold on its SEI twin; the study sees about 160-fold and writes 100-fold (to fit: at least half of that)."
        ),
    })
}

fn growth(cell: &Cell, twin: &Cell) -> Result<Row> {
    let run = |film: &Cell| {
        let options = open_circuit::Options {
            cell: CellOption::of(&in_place_of(film, preset("mg-ocv")?)),
            ..open_circuit::Options::default()
        };
        open_circuit::OpenCircuit::run(&options)
    };
    let ends = |r: &open_circuit::OpenCircuit| {
        [r.arc_resistance_ohm_cm2.first(), r.arc_resistance_ohm_cm2.last()]
            .into_iter()
            .flatten()
            .copied()
            .collect::<Vec<_>>()
    };
    let (own, other) = (ends(&run(cell)?), ends(&run(twin)?));
    let near = own.iter().zip([4e4, 4e5]).all(|(r, printed): (&f64, f64)| (r / printed - 1.0).abs() < 0.2);
    Ok(Row {
        id: "mg-ocv-arc",
        place: "Fig. 2a, b",
        what: "Arc of the symmetric cell at 0 and 20 h",
        unit: "Ω·cm²",
        paper: vec![4e4, 4e5],
        sentence: format!(
            "With the charge transfer of the fresh cell the arc grows from {} to {} ohm cm2; the SEI twin's is the same to the last digit.",
            figure(own.first().copied().unwrap_or_default()),
            figure(own.last().copied().unwrap_or_default())
        ),
        prediction: own,
        twin: other,
        verdict: fits(near),
    })
}

fn plated(film: &Cell) -> Result<galvanostatic::Galvanostatic> {
    let options = galvanostatic::Options {
        cell: CellOption::of(&in_place_of(film, preset("mg-galvanostatic")?)),
        points: 2.0,
        ..galvanostatic::Options::default()
    };
    galvanostatic::Galvanostatic::run(&options)
}

fn plating(cell: &Cell, twin: &Cell) -> Result<Row> {
    let after = |run: &galvanostatic::Galvanostatic| {
        run.runs.iter().filter(|r| r.direction == "plate").map(|r| r.after_v).collect::<Vec<_>>()
    };
    let (own, other) = (after(&plated(cell)?), after(&plated(twin)?));
    let near = own.len() == PLATING_V.len()
        && own.iter().zip(PLATING_V).all(|(v, printed)| (v / printed - 1.0).abs() <= PLATING_TOLERANCE);
    Ok(Row {
        id: "plating",
        place: "Fig. 4b",
        what: "Plating overpotential at 0.3, 1, 3, 10 mA·cm⁻²",
        unit: "V",
        paper: PLATING_V.to_vec(),
        sentence: if own.len() < PLATING_V.len() {
            format!(
                "Below 10 V this film carries {} of the four currents; the study plates at all of them with less than 1 V.",
                own.len()
            )
        } else {
            let volts = own.iter().map(|v| format!("{v:.2}")).collect::<Vec<_>>().join(", ");
            if of_ions(cell) {
                format!(
                    "Ions cross this film, and no threshold stands before the metal: it plates at {volts}; the study at 0.55, 0.55, 0.55 and 0.80 V."
                )
            } else {
                format!(
                    "With a reaction threshold of 0.51 V this film plates at {volts}; the study at 0.55, 0.55, 0.55 and 0.80 V."
                )
            }
        },
        prediction: own,
        twin: other,
        verdict: fits(near),
    })
}

fn film_drop(cell: &Cell) -> Result<Row> {
    let ions = of_ions(cell);
    let law = cell.law_or_wkb();
    let resistance = match cell.compact_film() {
        Some(film) if ions => film.resistance(),
        _ => 1.0 / law.conductance()?,
    };
    // As far as the film carries the currents at all.
    let drops: Vec<f64> = CURRENTS_MA_PER_CM2
        .iter()
        .map(|j| j * 1e-3)
        .map_while(|j| if ions { Some(j * resistance) } else { law.voltage(j).ok().map(|(v, _)| v) })
        .collect();
    let spread = drops.get(2).zip(drops.first()).map_or(f64::INFINITY, |(at_3, at_0_3)| at_3 - at_0_3);
    // Constant to the study's own "approximately": 12 % of 550 mV.
    let constant = spread <= PLATING_TOLERANCE * 0.55;
    let few = !ions && (500.0..=5000.0).contains(&resistance);
    Ok(Row {
        id: "plating-one-film",
        place: "Fig. 4b against Fig. 5e",
        what: "Voltage over the film alone at 0.3, 1, 3, 10 mA·cm⁻²",
        unit: "V",
        paper: vec![],
        twin: vec![],
        verdict: fits_or_disputed(constant, few),
        sentence: if constant {
            format!(
                "The film of {} ohm cm2 drops {:.0} mV more at 3 than at 0.3 mA/cm2: Fig. 4b's constant 550 mV allows that.",
                figure(resistance),
                1e3 * spread
            )
        } else if spread.is_infinite() {
            let refused = CURRENTS_MA_PER_CM2.get(drops.len()).copied().unwrap_or_default();
            format!(
                "The film of {} ohm cm2 does not carry {refused} mA/cm2 below 10 V by itself; Fig. 4b's constant 550 mV excludes it.",
                figure(resistance)
            )
        } else {
            format!(
                "The film of {} ohm cm2 drops {:.2} V at 0.3 and {:.2} V at 3 mA/cm2 by itself; Fig. 4b's constant 550 mV excludes it{}.",
                figure(resistance),
                drops.first().copied().unwrap_or_default(),
                drops.get(2).copied().unwrap_or_default(),
                if few { ", though Fig. 5e asks for just such a film" } else { "" }
            )
        },
        prediction: drops,
    })
}

fn stripping(cell: &Cell, twin: &Cell) -> Result<Row> {
    let uncracked = |run: &galvanostatic::Galvanostatic| {
        run.runs.iter().filter(|r| r.direction == "strip").take(2).map(|r| r.uncracked_v).collect::<Vec<_>>()
    };
    let (own, other) = (uncracked(&plated(cell)?), uncracked(&plated(twin)?));
    let near = own.iter().zip([300.0, 1000.0]).all(|(v, printed): (&f64, f64)| (v / printed - 1.0).abs() <= 0.2);
    Ok(Row {
        id: "strip-uncracked",
        place: "Discussion",
        what: "Stripping overpotential at 0.3 and 1 mA·cm⁻² if the film never cracked",
        unit: "V",
        paper: vec![300.0, 1000.0],
        sentence: {
            let volts = |of: &[f64]| of.iter().map(|v| figure(*v)).collect::<Vec<_>>().join(" and ");
            if of_ions(cell) {
                format!(
                    "Ions cross this film: unbroken it needs {} V at 0.3 and 1 mA/cm2 and need not crack; the study writes 300 and 1000 V.",
                    volts(&own)
                )
            } else {
                format!(
                    "Unbroken, this film would need {} V at 0.3 and 1 mA/cm2, so it must crack; its SEI twin would need {} V and need not.",
                    volts(&own),
                    volts(&other)
                )
            }
        },
        prediction: own,
        twin: other,
        verdict: fits(near),
    })
}

fn corrosion_row(cell: &Cell, twin: &Cell) -> Result<Row> {
    let run = |film: &Cell| {
        corrosion::Corrosion::run(&corrosion::Options { cell: CellOption::of(film), ..Default::default() })
    };
    let (own, other) = (run(cell)?.porous_at_end_nm, run(twin)?.porous_at_end_nm);
    Ok(Row {
        id: "porous-thickness",
        place: "Fig. 3b; discussion",
        what: "Porous film that corrosion through this film grows in 72 h",
        unit: "nm",
        paper: vec![300.0],
        prediction: vec![own],
        twin: vec![other],
        verdict: fits((own / 300.0 - 1.0).abs() < 0.2),
        sentence: format!(
            "1 V over ions and electrons in series grows {own:.0} nm of half-porous MgO in 72 h; the study sees about 300. Its SEI twin grows {} nm.",
            figure(other)
        ),
    })
}

fn photoemission_row(cell: &Cell) -> Result<Row> {
    let run = photoemission::Photoemission::run(&photoemission::Options {
        cell: CellOption::of(cell),
        ..Default::default()
    })?;
    Ok(Row {
        id: "xps-metal",
        place: "Fig. 3d, f",
        what: "Share of the metal's signal after 1 h and 72 h; the study sees metal after 1 h only",
        unit: "",
        paper: vec![],
        twin: run.metal_signal.clone(),
        verdict: fits(run.metal_seen == [true, false]),
        sentence: format!(
            "{:.1} % of the metal's signal comes through after 1 h, a share of {} after 72 h.",
            100.0 * run.metal_signal.first().copied().unwrap_or_default(),
            figure(run.metal_signal.last().copied().unwrap_or_default())
        ),
        prediction: run.metal_signal,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::cell::parameters::{Conduction, Transport};

    fn board(cell: &Cell) -> OneFilm {
        OneFilm::run(&Options { cell: CellOption::of(cell) }).unwrap()
    }

    fn sentence<'a>(board: &'a OneFilm, id: &str) -> &'a str {
        &board.rows.iter().find(|r| r.id == id).unwrap().sentence
    }

    #[test]
    fn a_film_that_ions_cross_is_told_as_one() {
        let fresh = preset("mg-ocv").unwrap();
        for cell in [Cell { conduction: Conduction::Ions, ..fresh }, Cell { ionic_resistance_ohm_cm2: 10.0, ..fresh }] {
            let board = board(&cell);
            let said = board.rows.iter().map(|r| r.sentence.as_str()).collect::<Vec<_>>().join(" ");
            for wrong in
                ["must crack", "two arcs", "in the electrons' way", "With a reaction threshold", "asks for just such"]
            {
                assert!(!said.contains(wrong), "{wrong}: {said}");
            }
            // What it drops is Ohm's law of the whole film.
            let film = cell.compact_film().unwrap().resistance();
            let drops = &board.rows.iter().find(|r| r.id == "plating-one-film").unwrap().prediction;
            assert!((drops[3] - 1e-2 * film).abs() < 1e-9 * film, "{drops:?}");
        }
        assert!(sentence(&board(&fresh), "strip-uncracked").contains("must crack"));
    }

    #[test]
    fn what_a_film_does_not_carry_leaves_the_other_rows() {
        let fixed = |resistance| Cell {
            transport: Transport::Fixed,
            fixed_resistance_ohm_cm2: resistance,
            ..preset("mg-ocv").unwrap()
        };
        let board_of = |resistance| board(&fixed(resistance));
        let two = board_of(2e3);
        assert!(sentence(&two, "plating").contains("carries 3 of the four currents"));
        assert!(sentence(&two, "plating-one-film").contains("0.60 V at 0.3 and 6.00 V at 3"));
        let insulating = board_of(2e5);
        assert!(sentence(&insulating, "plating").contains("carries 0 of the four currents"));
        assert!(sentence(&insulating, "plating-one-film").contains("does not carry 0.3 mA/cm2"));
        assert_eq!(two.rows.len(), 12);
        assert!(two.fits + two.misses + two.disputed == 12);
        board(&preset("li-ocv").unwrap());
    }
}
