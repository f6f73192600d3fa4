//! Many files as one series: by the moment they were measured where all of them tell it, else by natural file name.

use core::cmp::Ordering;

use super::stamp;
use crate::{Spectrum, math};

/// The order of a series.
#[derive(Debug, Clone, PartialEq)]
pub struct Order {
    /// Places of the spectra, first to last.
    pub order: Vec<usize>,
    /// Time of each since the first, s, in the new order; only where the files tell it.
    pub time_s: Option<Vec<f64>>,
}

/// Puts spectra in order.
pub fn order_series(spectra: &[Spectrum]) -> Order {
    let name = |i: usize| spectra.get(i).map_or("", |s| s.name.as_str());
    let times: Option<Vec<f64>> = spectra.iter().map(moment).collect();
    let times = times.filter(|t| t.len() > 1 && t.iter().any(|x| Some(x) != t.first()));
    let time = |i: usize| times.as_ref().and_then(|t| t.get(i)).copied().unwrap_or_default();
    let order =
        math::order_of(spectra.len(), &|a, b| time(a).total_cmp(&time(b)).then_with(|| natural(name(a), name(b))));
    let first = order.first().map_or(0.0, |&i| time(i));
    let time_s = times.is_some().then(|| order.iter().map(|&i| time(i) - first).collect());
    Order { order, time_s }
}

/// When a spectrum was measured, s since 1970: the stamp of its file, and its place within the file.
fn moment(spectrum: &Spectrum) -> Option<f64> {
    let started = stamp::seconds(spectrum.meta.get("started")?)?;
    Some(started + spectrum.time_s.unwrap_or(0.0))
}

/// Compares names as people do: `cell 2` before `cell 10`.
pub fn natural(a: &str, b: &str) -> Ordering {
    let (mut a_rest, mut b_rest) = (a, b);
    loop {
        let (Some(x), Some(y)) = (a_rest.chars().next(), b_rest.chars().next()) else {
            return a_rest.len().cmp(&b_rest.len()).then_with(|| a.cmp(b));
        };
        let by = if x.is_ascii_digit() && y.is_ascii_digit() {
            let (digits_a, after_a) = digits(a_rest);
            let (digits_b, after_b) = digits(b_rest);
            (a_rest, b_rest) = (after_a, after_b);
            digits_a.len().cmp(&digits_b.len()).then_with(|| digits_a.cmp(digits_b))
        } else {
            a_rest = a_rest.get(x.len_utf8()..).unwrap_or_default();
            b_rest = b_rest.get(y.len_utf8()..).unwrap_or_default();
            x.to_lowercase().cmp(y.to_lowercase())
        };
        if by != Ordering::Equal {
            return by;
        }
    }
}

/// The leading digits without leading zeros, and what follows.
fn digits(text: &str) -> (&str, &str) {
    let end = text.find(|c: char| !c.is_ascii_digit()).unwrap_or(text.len());
    let (digits, after) = text.split_at(end);
    (digits.trim_start_matches('0'), after)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, started: Option<&str>, time_s: Option<f64>) -> Spectrum {
        let meta = started.map(|s| ("started".to_string(), s.to_string())).into_iter().collect();
        Spectrum { name: name.into(), time_s, meta, ..Spectrum::default() }
    }

    #[test]
    fn by_time_where_all_files_tell_it() {
        let spectra = [
            named("b", Some("2024-01-02T00:00:00"), None),
            named("a · 2", Some("2024-01-01T00:00:00"), Some(60.0)),
            named("a · 1", Some("2024-01-01T00:00:00"), Some(0.0)),
        ];
        let order = order_series(&spectra);
        assert_eq!(order.order, [2, 1, 0]);
        assert_eq!(order.time_s, Some(vec![0.0, 60.0, 86_400.0]));
    }

    #[test]
    fn else_by_natural_name() {
        let spectra = [
            named("cell 10.z", Some("2024-01-01T00:00:00"), None),
            named("Cell 2.z", None, None),
            named("cell 02.z", None, None),
        ];
        assert_eq!(order_series(&spectra), Order { order: vec![1, 2, 0], time_s: None });
        assert_eq!(natural("a9b2", "a9b10"), Ordering::Less);
        assert_eq!(natural("x", "x"), Ordering::Equal);
        assert_eq!(natural("x", "x1"), Ordering::Less);
    }
}
