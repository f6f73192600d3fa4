//! Numbers as they stand in the sentences of an analysis.

use crate::math::{log10, pow};

/// Three significant digits, without an exponent between a thousandth and a billion.
pub(crate) fn significant(value: f64) -> String {
    if value == 0.0 || !value.is_finite() {
        return "0".into();
    }
    let digits = 2 - log10(value.abs()).floor() as i32;
    if !(-6..=5).contains(&digits) {
        return format!("{value:.2e}");
    }
    if digits >= 0 {
        return format!("{value:.*}", digits as usize);
    }
    let unit = pow(10.0, f64::from(-digits));
    format!("{:.0}", (value / unit).round() * unit)
}

/// A share as a percentage.
pub(crate) fn percent(share: f64) -> String {
    format!("{} %", significant(100.0 * share))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_for_people() {
        let said = [123456.0, 2.3456, 0.012345, -35.0, 0.0, 1.5e-7, 4.2e12].map(significant);
        assert_eq!(said, ["123000", "2.35", "0.0123", "-35.0", "0", "1.50e-7", "4.20e12"]);
        assert_eq!(percent(0.0123), "1.23 %");
    }
}
