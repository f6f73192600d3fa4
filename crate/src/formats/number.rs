//! Numbers as instruments and spreadsheets write them.

use std::borrow::Cow;

use serde::{Deserialize, Serialize};

/// The sign between whole and fraction.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Decimal {
    /// `1.5`; a comma may group thousands.
    #[default]
    Point,
    /// `1,5`; a point may group thousands.
    Comma,
}

/// A finite number, or nothing: `1.5e3`, `1,5E+003`, `71.969e+02`, `1'234.5`, `1 234,5`, `-1.234,5`, `1.5D+03`.
#[inline(never)]
pub fn parse(cell: &str, decimal: Decimal) -> Option<f64> {
    let cell = cell.trim();
    if !cell.bytes().any(|b| b.is_ascii_digit()) {
        return None;
    }
    let plain = cell.bytes().all(|b| matches!(b, b'0'..=b'9' | b'+' | b'-' | b'.' | b'e' | b'E'));
    let text = if plain && (decimal == Decimal::Point || !cell.contains('.')) {
        Cow::Borrowed(cell)
    } else {
        Cow::Owned(normalised(cell, decimal)?)
    };
    text.parse::<f64>().ok().filter(|x| x.is_finite())
}

/// With a point, without grouped thousands, and with `e` before the exponent.
fn normalised(cell: &str, decimal: Decimal) -> Option<String> {
    let mut out = String::with_capacity(cell.len());
    let (point, group) = match decimal {
        Decimal::Point => ('.', ','),
        Decimal::Comma => (',', '.'),
    };
    let split = cell.find(['e', 'E', 'd', 'D']);
    let (mantissa, exponent) = match split {
        Some(at) => (cell.get(..at)?, cell.get(at + 1..)),
        None => (cell, None),
    };
    let (mantissa, sign) = match mantissa.chars().next()? {
        '-' | '−' | '–' => (mantissa.trim_start_matches(['-', '−', '–']), "-"),
        '+' => (mantissa.trim_start_matches('+'), ""),
        _ => (mantissa, ""),
    };
    if cell.len() - mantissa.len() > 4 + exponent.map_or(0, |e| e.len() + 1) {
        return None;
    }
    out.push_str(sign);
    let (whole, fraction) = match mantissa.split_once(point) {
        Some((whole, fraction)) => (whole, Some(fraction)),
        None => (mantissa, None),
    };
    let separators = [group, ' ', '\u{a0}', '\u{202f}', '\u{2009}', '\'', '’'];
    for (i, digits) in whole.split(separators).enumerate() {
        let grouped_well = i == 0 && (digits.len() <= 3 || !whole.contains(separators)) || digits.len() == 3;
        if !grouped_well || !digits.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        out.push_str(digits);
    }
    if let Some(fraction) = fraction {
        if !fraction.bytes().all(|b| b.is_ascii_digit()) {
            return None;
        }
        out.push('.');
        out.push_str(fraction);
    }
    if let Some(exponent) = exponent {
        out.push('e');
        out.push_str(&exponent.replace(['−', '–'], "-"));
    }
    Some(out)
}

/// Which decimal sign the cells of a table use, and whether that had to be guessed.
#[derive(Debug, Clone, Copy, Default)]
pub struct Evidence {
    point: usize,
    comma: usize,
    /// `1,234`: thousands of one or thousandths of the other.
    unclear: usize,
    /// `1.234`, which counts as a point; only where all are so could they be thousands.
    unclear_point: usize,
    /// `1234`, which grouped thousands would have a sign in.
    ungrouped: usize,
}

impl Evidence {
    /// Counts one cell.
    #[inline(never)]
    pub fn see(&mut self, cell: &str) {
        let cell = cell.trim();
        let mantissa = cell.split(['e', 'E']).next().unwrap_or(cell);
        if !mantissa.bytes().any(|b| b.is_ascii_digit()) || mantissa.contains(|c: char| c.is_alphabetic()) {
            return;
        }
        match (mantissa.rfind('.'), mantissa.rfind(',')) {
            (Some(point), Some(comma)) if point > comma => self.point += 1,
            (Some(_), Some(_)) => self.comma += 1,
            (Some(_), None) if mantissa.matches('.').count() > 1 => self.comma += 1,
            (Some(point), None) => {
                self.point += 1;
                self.unclear_point += usize::from(is_group(mantissa, point) && mantissa.len() == cell.len());
            }
            (None, Some(_)) if mantissa.matches(',').count() > 1 => self.point += 1,
            (None, Some(comma)) => {
                if is_group(mantissa, comma) {
                    self.unclear += 1
                } else {
                    self.comma += 1
                }
            }
            (None, None) => self.ungrouped += usize::from(mantissa.trim_start_matches(['-', '+']).len() > 3),
        }
    }

    /// The sign most cells use. `1,234` alone decides nothing, and is read with a decimal comma.
    pub fn decimal(&self) -> Decimal {
        if self.comma > self.point || (self.comma + self.point == 0 && self.unclear > 0) {
            Decimal::Comma
        } else {
            Decimal::Point
        }
    }

    /// Whether commas stand in the table that could be either sign.
    pub fn is_guess(&self) -> bool {
        self.unclear > 0 && self.comma + self.point == 0
    }

    /// Whether every number with a point could be one of grouped thousands.
    pub fn may_group_by_points(&self) -> bool {
        let others = self.comma + self.unclear + self.ungrouped;
        self.point > 0 && self.point == self.unclear_point && others == 0
    }
}

/// Whether the one sign in a number could group thousands: one to three digits before it, no zero first, three behind.
fn is_group(mantissa: &str, at: usize) -> bool {
    let whole = mantissa.get(..at).unwrap_or_default().trim_start_matches(['-', '+', '−']);
    mantissa.len() - at == 4 && matches!(whole.len(), 1..=3) && !whole.starts_with('0')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_of_every_kind() {
        use Decimal::{Comma, Point};
        for (cell, decimal, expected) in [
            ("1.0003201E+003", Point, Some(1000.3201)),
            ("1,0002226E+004", Comma, Some(10002.226)),
            (" 71.969e+02 ", Point, Some(7196.9)),
            ("1,234.5", Point, Some(1234.5)),
            ("1.234,5", Comma, Some(1234.5)),
            ("-1.234.567,25", Comma, Some(-1234567.25)),
            ("1'234.5", Point, Some(1234.5)),
            ("1\u{a0}234,5", Comma, Some(1234.5)),
            ("10 000", Point, Some(10000.0)),
            ("1.5D+03", Point, Some(1500.0)),
            ("−2.5", Point, Some(-2.5)),
            ("+2,5", Comma, Some(2.5)),
            (".5", Point, Some(0.5)),
            ("5.", Point, Some(5.0)),
            ("1,2,3", Point, None),
            ("12,34.5", Point, None),
            ("1,5", Point, None),
            ("--1", Point, None),
            ("nan", Point, None),
            ("inf", Point, None),
            ("1e999", Point, None),
            ("", Point, None),
            ("e", Point, None),
            ("1.2E+", Point, None),
            ("1.2.3", Point, None),
            ("12:30", Point, None),
            ("0x10", Point, None),
        ] {
            assert_eq!(parse(cell, decimal), expected, "{cell}");
        }
    }

    #[test]
    fn the_decimal_sign_is_found() {
        let find = |cells: &[&str]| {
            let mut evidence = Evidence::default();
            cells.iter().for_each(|c| evidence.see(c));
            (evidence.decimal(), evidence.is_guess())
        };
        let groups = |cells: &[&str]| {
            let mut evidence = Evidence::default();
            cells.iter().for_each(|c| evidence.see(c));
            evidence.may_group_by_points()
        };
        assert!(groups(&["100.000", "-1.300", "316"]));
        for cells in [["1.234", "1.5"], ["1.234", "0.125"], ["1.234", "1000"], ["1.234E+03", "1"], ["1.234", "1,234"]] {
            assert!(!groups(&cells), "{cells:?}");
        }
        assert_eq!(find(&["1,5", "10", "-0,25"]), (Decimal::Comma, false));
        assert_eq!(find(&["100,000", "1.5"]), (Decimal::Point, false));
        assert_eq!(find(&["1,234,567", "12"]), (Decimal::Point, false));
        assert_eq!(find(&["1.234,5"]), (Decimal::Comma, false));
        assert_eq!(find(&["100,000", "0,125"]), (Decimal::Comma, false));
        assert_eq!(find(&["100,000", "10,000"]), (Decimal::Comma, true));
        assert_eq!(find(&["7", "8"]), (Decimal::Point, false));
    }
}
