//! One long table into the spectra it holds: by blank lines, by a cycle column, and where the frequency starts again.

use num_complex::Complex64;

use super::{MAX_SPECTRA, Reading, plural};
use crate::{
    Spectrum,
    error::{Code, Error, Result},
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

/// How many runs of rows `same` makes.
fn pieces(points: &[Point], same: impl Fn(&Point, &Point) -> bool) -> usize {
    points.chunk_by(same).count()
}

/// Cuts where the frequency jumps back against the direction of the sweep.
fn restarts(points: &[Point]) -> Vec<&[Point]> {
    let mut sweeps = Vec::new();
    let mut rest = points;
    while !rest.is_empty() {
        let mut direction = 0.0;
        let mut end = rest.len();
        for (i, pair) in rest.windows(2).enumerate() {
            let [a, b] = pair else { continue };
            let step = b.frequency - a.frequency;
            if step * direction < 0.0 {
                // A turning point measured twice belongs to both sweeps, once each.
                let twice = i > 1 && rest.get(i - 1).is_some_and(|before| before.frequency == a.frequency);
                end = if twice { i } else { i + 1 };
                break;
            }
            if step != 0.0 {
                direction = step.signum();
            }
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
        ] {
            let mut reading = Reading::default();
            split(&rows(table), &Spectrum::default(), true, &mut reading).unwrap();
            assert_eq!(reading.spectra.iter().map(Spectrum::len).collect::<Vec<_>>(), lengths, "{table}");
        }
    }
}
