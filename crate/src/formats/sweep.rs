//! One long table into the spectra it holds: by blank lines, by a cycle column, and where the frequency starts again.

use core::cmp::Ordering;

use num_complex::Complex64;

use super::{MAX_SPECTRA, Reading, plural};
use crate::{
    Spectrum,
    error::{Code, Error, Result},
    math,
};

/// One row of a table, in Hz, Ω, s, V.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Point {
    /// Frequency, Hz.
    pub frequency: f64,
    /// Impedance, Ω or Ω·cm².
    pub impedance: Complex64,
    /// Time, s, where the table has it.
    pub time: Option<f64>,
    /// DC potential, V, where the table has it.
    pub bias: Option<f64>,
    /// Temperature, °C, where the table has it.
    pub temperature: Option<f64>,
    /// Number of the cycle, loop or spectrum, where the table has it.
    pub cycle: Option<f64>,
    /// Counts the blank lines (and repeated headers) before the row.
    pub block: usize,
}

/// Cuts the rows into spectra, each a copy of `template` with its own points; `by_cycle` says whether a change of
/// the cycle column cuts as well (in a user's table it does; EC-Lab's counts cut through sweeps).
pub fn split(points: &[Point], template: &Spectrum, by_cycle: bool, reading: &mut Reading) -> Result<()> {
    if points.is_empty() {
        return Err(Error::new(
            Code::Empty,
            "The file holds no impedance point: no row with a frequency above zero was found.",
        ));
    }
    let by_block = |a: &Point, b: &Point| a.block == b.block;
    let same_cycle = |a: &Point, b: &Point| a.cycle == b.cycle;
    let blocks = pieces(points, by_block);
    let cycles = if by_cycle { pieces(points, same_cycle) } else { 1 };
    // Double-spaced tables and row counters cut every row off: then the mark means nothing.
    let use_blocks = blocks > 1 && blocks * 2 <= points.len();
    let use_cycles = cycles > 1 && cycles * 2 <= points.len();
    // Cycles that take turns, one row each: put together what belongs together.
    let turns = (by_cycle && cycles * 2 > points.len()).then(|| by_turns(points, use_blocks)).flatten();
    let use_cycles = use_cycles || turns.is_some();
    let points = turns.as_deref().unwrap_or(points);
    let mut spectra = Vec::new();
    for chunk in points.chunk_by(|a, b| (!use_blocks || by_block(a, b)) && (!use_cycles || same_cycle(a, b))) {
        let sweeps = restarts(chunk);
        if sweeps.len() > 2 && sweeps.len() * 3 > chunk.len() {
            reading.warnings.push(
                "The frequencies go up and down all the time; the rows were kept together as one spectrum.".into(),
            );
            spectra.push(chunk);
        } else {
            spectra.extend(sweeps);
        }
        if spectra.len() + reading.spectra.len() > MAX_SPECTRA {
            return Err(too_many());
        }
    }
    let start = spectra.first().and_then(|s| s.first()).and_then(|p| p.time);
    let several = spectra.len() > 1;
    for points in spectra {
        let mut spectrum = template.clone();
        spectrum.frequency = points.iter().map(|p| p.frequency).collect();
        spectrum.impedance = points.iter().map(|p| p.impedance).collect();
        if let Some(first) = points.first() {
            if several {
                spectrum.time_s = first.time.zip(start).map(|(t, t0)| t - t0).or(spectrum.time_s);
            }
            if let Some(cycle) = first.cycle {
                spectrum.meta.insert("cycle".into(), cycle.to_string());
            }
            if let Some(celsius) = first.temperature {
                spectrum.meta.insert("temperature".into(), format!("{celsius} °C"));
            }
        }
        if points.iter().any(|p| p.bias.is_some()) {
            let biases: Vec<f64> = points.iter().filter_map(|p| p.bias).collect();
            spectrum.bias_v = Some(biases.iter().sum::<f64>() / biases.len() as f64);
        }
        reading.spectra.push(spectrum);
    }
    Ok(())
}

/// A file of more spectra than a series may have.
pub fn too_many() -> Error {
    Error::new(
        Code::TooLarge,
        format!("The file holds more than {MAX_SPECTRA} spectra; split it into several files and read them in turn."),
    )
}

/// The rows in the order of their cycles, and of their blocks before that, if there are few cycles that come back again
/// and again; the count of a row does not.
fn by_turns(points: &[Point], use_blocks: bool) -> Option<Vec<Point>> {
    /// Fewest rows of a cycle, on average.
    const ROWS: usize = 3;
    let key = |p: &Point| (if use_blocks { p.block } else { 0 }, p.cycle.unwrap_or(f64::NEG_INFINITY));
    let keys: Vec<_> = points.iter().map(key).collect();
    let order = math::order_of(points.len(), &|a, b| keys.get(a).partial_cmp(&keys.get(b)).unwrap_or(Ordering::Equal));
    let sorted: Vec<Point> = order.into_iter().filter_map(|i| points.get(i).copied()).collect();
    let groups = pieces(&sorted, |a, b| key(a) == key(b));
    (groups > 1 && groups * ROWS <= points.len()).then_some(sorted)
}

/// How many runs of rows `same` makes.
fn pieces(points: &[Point], same: impl Fn(&Point, &Point) -> bool) -> usize {
    points.chunk_by(same).count()
}

/// Cuts where the frequency jumps back against the direction of the sweep; a row at 0 Hz stands on either end of one and
/// has no direction.
fn restarts(points: &[Point]) -> Vec<&[Point]> {
    let mut sweeps = Vec::new();
    let mut rest = points;
    while let Some(first) = rest.first() {
        let mut direction = 0.0;
        let mut end = rest.len();
        // The last row above 0 Hz and its place.
        let mut last: Option<(usize, f64)> = None;
        for (i, point) in rest.iter().enumerate().filter(|(_, p)| p.frequency > 0.0) {
            let (before, step) = last.map_or((i, 0.0), |(at, f)| (at, point.frequency - f));
            if step * direction < 0.0 {
                let follows = before + 1 == i;
                // A turning point measured twice belongs to both sweeps, once each.
                let twice = follows
                    && before > 1
                    && rest.get(before - 1).map(|p| p.frequency) == rest.get(before).map(|p| p.frequency);
                end = if twice {
                    before
                } else if first.frequency == 0.0 {
                    // Where the first sweep begins at 0 Hz, the next does too.
                    before + 1
                } else {
                    i
                };
                break;
            }
            if step != 0.0 {
                direction = step.signum();
            }
            last = Some((i, point.frequency));
        }
        let (sweep, after) = rest.split_at(end);
        sweeps.push(sweep);
        rest = after;
    }
    sweeps
}

/// "3 spectra".
pub fn count_label(spectra: &[Spectrum]) -> String {
    plural(spectra.len(), "spectrum", "spectra")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn rows(text: &str) -> Vec<Point> {
        let mut block = 0;
        let mut points = Vec::new();
        for token in text.split(' ') {
            match token.split_once(':') {
                _ if token == "|" => block += 1,
                Some((f, cycle)) => points.push(Point {
                    frequency: f.parse().unwrap(),
                    cycle: Some(cycle.parse().unwrap()),
                    block,
                    ..Point::default()
                }),
                None => points.push(Point { frequency: token.parse().unwrap(), block, ..Point::default() }),
            }
        }
        points
    }

    #[test]
    fn tables_are_cut_where_a_new_sweep_begins() {
        for (table, lengths) in [
            ("100 10 1", vec![3]),
            ("100 10 1 100 10 1", vec![3, 3]),
            ("1 10 100 1 10", vec![3, 2]),
            ("1 10 100 100 10 1", vec![3, 3]),
            ("100 10 10 1", vec![4]),
            ("100 10 | 1 0.1", vec![2, 2]),
            ("100 | 10 | 1 | 0.1", vec![4]),
            ("100:1 10:1 1:2 0.1:2", vec![2, 2]),
            ("100:1 10:2 1:3 0.1:4", vec![4]),
            ("5 1 7 2 9 3 8 4", vec![8]),
            ("50", vec![1]),
            ("0 100 10 1", vec![4]),
            ("100 10 1 0", vec![4]),
            ("0 100 10 1 0 100 10 1", vec![4, 4]),
            ("100 10 1 0 100 10 1 0", vec![4, 4]),
            ("0 1 10 100 0 1 10 100", vec![4, 4]),
            ("0 0 0", vec![3]),
            ("100:1 100:2 10:1 10:2 1:1 1:2", vec![3, 3]),
            ("100:1 100:2 10:1 10:2 1:1 1:2 | 100:1 100:2 10:1 10:2 1:1 1:2", vec![3, 3, 3, 3]),
        ] {
            let mut reading = Reading::default();
            split(&rows(table), &Spectrum::default(), true, &mut reading).unwrap();
            assert_eq!(reading.spectra.iter().map(Spectrum::len).collect::<Vec<_>>(), lengths, "{table}");
        }
    }
}
