//! The map of barrier against thickness: the film's resistance to electrons, lines where it is equal, where emission over the barrier
//! takes over, and the region that meets the study's 0.5 to 5 kΩ·cm².

use serde::{Deserialize, Serialize};

use super::*;
use crate::cell::parameters::Transport;
use crate::film::BLOCKED_OHM_CM2;
use crate::film::tunnelling::{Barrier, Law, simmons, wkb};

/// Options.
#[derive(Debug, Clone, PartialEq, Deserialize)]
#[serde(default, rename_all = "camelCase", deny_unknown_fields)]
pub struct Options {
    /// Law, effective mass, temperature and the point to mark; else the preset `mg-ocv`. A fixed resistance has no map: WKB then.
    pub cell: CellOption,
    /// Thicknesses, nm: 0.5 to 10.
    pub thickness_nm: [f64; 2],
    /// Barriers, eV: 0.05 to 4.
    pub barrier_ev: [f64; 2],
    /// Points along each axis: 2 to 101.
    pub points: f64,
    /// Resistances of the lines, Ω·cm²; at most 30.
    pub levels_ohm_cm2: Vec<f64>,
    /// The region that meets the study, Ω·cm² of one film.
    pub region_ohm_cm2: [f64; 2],
}

impl Default for Options {
    fn default() -> Self {
        Options {
            cell: CellOption::default(),
            thickness_nm: [0.5, 10.0],
            barrier_ev: [0.05, 4.0],
            points: 48.0,
            levels_ohm_cm2: vec![1e-6, 1e-3, 1.0, 5e2, 5e3, 1e6, 1e9],
            region_ohm_cm2: [5e2, 5e3],
        }
    }
}

/// A line on the map: a barrier for each thickness where there is one, and its ends at the map's edge.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct Line {
    /// What is equal along it: Ω·cm² for a line of resistance, a share for the thermionic line.
    pub level: f64,
    /// Thickness, nm.
    pub thickness_nm: Vec<f64>,
    /// Barrier, eV.
    pub barrier_ev: Vec<f64>,
}

/// The map, row by row of equal barrier.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(rename_all = "camelCase")]
pub struct FilmMap {
    /// What the resistances belong to.
    pub geometry: &'static str,
    /// The law.
    pub law: &'static str,
    /// Effective mass, in electron masses.
    pub effective_mass: f64,
    /// Temperature, K.
    pub temperature_k: f64,
    /// Columns: thickness, nm.
    pub thickness_nm: Vec<f64>,
    /// Rows: barrier, eV.
    pub barrier_ev: Vec<f64>,
    /// Resistance of one film to electrons, Ω·cm², at most 1e15; by the WKB law where Simmons' formula has failed.
    pub resistance_ohm_cm2: Vec<f64>,
    /// Thermionic share of the conductance at the temperature.
    pub thermionic_share: Vec<f64>,
    /// 1 where Simmons' formula holds (`A sqrt(e phi) > 2` and within a factor 3 of WKB), else 0.
    pub simmons_holds: Vec<f64>,
    /// Lines of equal resistance.
    pub lines: Vec<Line>,
    /// The lines that bound the study's region.
    pub region: Vec<Line>,
    /// Below this line more than half goes over the barrier; along the highest barrier where that is so over all.
    pub thermionic: Line,
    /// The cell's own point: thickness (nm), barrier (eV).
    pub point: [f64; 2],
    /// What a reader must know.
    pub notes: Vec<&'static str>,
}

impl Experiment for FilmMap {
    type Options = Options;

    fn run(options: &Options) -> Result<Self> {
        let cell = options.cell.or_preset("mg-ocv")?;
        for d in options.thickness_nm {
            Error::unless_within("thicknessNm", d, 0.5, 10.0, "nm")?;
        }
        for phi in options.barrier_ev {
            Error::unless_within("barrierEv", phi, 0.05, 4.0, "eV")?;
        }
        Error::unless_within("points", options.points, 2.0, 101.0, "")?;
        Error::unless_within("levelsOhmCm2 (how many)", options.levels_ohm_cm2.len() as f64, 0.0, 30.0, "")?;
        for level in options.levels_ohm_cm2.iter().chain(&options.region_ohm_cm2) {
            Error::unless_within("levelsOhmCm2 and regionOhmCm2", *level, 1e-15, BLOCKED_OHM_CM2, "ohm cm2")?;
        }
        let points = options.points as usize;
        let thickness_nm = times(options.thickness_nm[0], options.thickness_nm[1], points);
        let barrier_ev = times(options.barrier_ev[0], options.barrier_ev[1], points);
        let simmons_law = cell.transport == Transport::Simmons;
        let (mut resistance, mut share, mut holds) = (Vec::new(), Vec::new(), Vec::new());
        for &phi in &barrier_ev {
            for &d in &thickness_nm {
                let barrier = Barrier::new(d * 1e-9, phi, cell.effective_mass)?;
                let thermal = wkb::conductance(&barrier, cell.temperature_k);
                let simmons_g = if simmons::validity(&barrier) > 2.0 { simmons::conductance(&barrier) } else { 0.0 };
                let ratio = if simmons_g > 0.0 { thermal.total / simmons_g } else { 0.0 };
                let g = if simmons_law && simmons_g > 0.0 { simmons_g } else { thermal.total };
                resistance.push((1e4 / g).min(BLOCKED_OHM_CM2));
                share.push(if thermal.total > 0.0 { thermal.thermionic / thermal.total } else { 0.0 });
                holds.push(if (1.0 / 3.0..=3.0).contains(&ratio) { 1.0 } else { 0.0 });
            }
        }
        // The barrier at which a quantity crosses a level, column by column; the highest one where there are several.
        let line = |level: f64, value: &dyn Fn(usize) -> f64, along_edge: bool| {
            let between = |axis: &[f64], one: usize, from: f64, to: f64| {
                let crosses = (from < level) != (to < level);
                crosses.then(|| axis[one] + (axis[one + 1] - axis[one]) * (level - from) / (to - from))
            };
            let at = |column: usize, row: usize| value(row * points + column);
            let crossing = |column: usize| {
                let inside = |row| between(&barrier_ev, row, at(column, row), at(column, row + 1));
                let above_all = along_edge && at(column, points - 1) > level;
                (0..points - 1).rev().find_map(inside).or(above_all.then_some(options.barrier_ev[1]))
            };
            let crossings: Vec<Option<f64>> = (0..points).map(crossing).collect();
            let (mut d, mut phi) = (Vec::new(), Vec::new());
            for (column, (&thickness, &here)) in thickness_nm.iter().zip(&crossings).enumerate() {
                // It begins and ends at the map's edge, between two columns.
                if column > 0 && here.is_some() != crossings[column - 1].is_some() {
                    for row in [points - 1, 0] {
                        if let Some(edge) = between(&thickness_nm, column - 1, at(column - 1, row), at(column, row)) {
                            d.push(edge);
                            phi.push(barrier_ev[row]);
                        }
                    }
                }
                if let Some(here) = here {
                    d.push(thickness);
                    phi.push(here);
                }
            }
            Line { level, thickness_nm: d, barrier_ev: phi }
        };
        let of_resistance = |i: usize| resistance.get(i).map_or(0.0, |r| ln(*r));
        let of_share = |i: usize| share.get(i).copied().unwrap_or_default();
        let resistance_line = |level: &f64| Line { level: *level, ..line(ln(*level), &of_resistance, false) };
        let (lines, region) = (
            options.levels_ohm_cm2.iter().map(resistance_line).collect(),
            options.region_ohm_cm2.iter().map(resistance_line).collect(),
        );
        // Where more than half goes over every barrier of the map, the line runs along the map's edge.
        let thermionic = line(0.5, &of_share, true);
        Ok(FilmMap {
            geometry: "one film",
            law: if simmons_law { "simmons" } else { "wkb" },
            effective_mass: cell.effective_mass,
            temperature_k: cell.temperature_k,
            resistance_ohm_cm2: resistance,
            thermionic_share: share,
            simmons_holds: holds,
            lines,
            region,
            thermionic,
            point: [cell.thickness_nm, cell.barrier_ev],
            thickness_nm,
            barrier_ev,
            notes: vec![
                "The region is one film of 0.5 to 5 kΩ·cm²: the study’s “few kΩ·cm²”.",
                "With m = 1 at 7 to 10 nm Simmons needs a barrier near 0.1 eV for it, over which emission would short the film at room temperature.",
            ],
        })
    }
}

/// The law of a cell at another height of the barrier.
pub(super) fn law_at(cell: &Cell, height: f64) -> Law {
    let barrier = Barrier { height, ..cell.barrier() };
    if cell.transport == Transport::Wkb { Law::Wkb(barrier, cell.temperature_k) } else { Law::Simmons(barrier) }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lines_run_from_edge_to_edge() {
        // Thinner, Simmons' formula fails along a line, and the other law goes on elsewhere.
        let levels = vec![1e-3, 1.0, 1e3, 1e6, 1e9];
        let map = FilmMap::run(&Options { levels_ohm_cm2: levels, ..Options::default() }).unwrap();
        for line in map.lines.iter().chain(&map.region) {
            let on_edge = |d: &f64, phi: &f64| [0.5, 10.0].contains(d) || [0.05, 4.0].contains(phi);
            let (d, phi) = (&line.thickness_nm, &line.barrier_ev);
            assert!(on_edge(&d[0], &phi[0]) && on_edge(&d[d.len() - 1], &phi[phi.len() - 1]), "{line:?}");
            assert!(d.is_sorted() && phi.iter().rev().is_sorted(), "{line:?}");
            // At the upper edge as everywhere: the resistance there is the line's.
            let law = law_at(&Cell { thickness_nm: d[0], ..preset("mg-ocv").unwrap() }, phi[0]);
            assert!((ln(law.conductance().unwrap()) + ln(line.level)).abs() < 1e-3, "{line:?}");
        }
    }

    #[test]
    fn the_thermionic_line_goes_on_where_all_barriers_are_below_it() {
        let cell = Cell { effective_mass: 1.0, ..preset("mg-ocv").unwrap() };
        let map = FilmMap::run(&Options { cell: CellOption::of(&cell), ..Options::default() }).unwrap();
        let columns = map.thickness_nm.len();
        // Through ten nanometres a heavy electron does not tunnel: even over 4 eV more goes over the barrier.
        assert!(map.thermionic_share[columns * columns - 1] > 0.5);
        assert_eq!(map.thermionic.thickness_nm.last(), map.thickness_nm.last());
        assert_eq!(map.thermionic.barrier_ev.last(), Some(&4.0));
        assert!(map.thermionic.thickness_nm.is_sorted() && map.thermionic.barrier_ev.is_sorted());
    }
}
