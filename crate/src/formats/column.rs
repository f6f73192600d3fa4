//! What a column of a table holds, understood from its header: quantity, unit and sign.

use core::f64::consts::PI;

use serde::{Deserialize, Serialize};

use crate::Unit;

/// What the numbers of a column are.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Quantity {
    /// Frequency, Hz.
    Frequency,
    /// Z', Ω.
    Real,
    /// Z'', Ω.
    Imaginary,
    /// |Z|, Ω.
    Modulus,
    /// arg Z, rad.
    Phase,
    /// Time, s.
    Time,
    /// DC potential, V.
    Bias,
    /// Temperature, °C.
    Temperature,
    /// Number of the cycle, loop or spectrum.
    Cycle,
}

/// A column and how its numbers become SI: `value × factor`.
#[derive(Debug, Clone, PartialEq)]
pub struct Column {
    /// Place in the row, from 0.
    pub index: usize,
    /// What it holds.
    pub quantity: Quantity,
    /// To Hz, Ω (or Ω·cm²), rad, s, V; negative where the header turns the sign.
    pub factor: f64,
    /// Whether the impedance is per area (Ω·cm²).
    pub per_area: bool,
    /// Whether the header named the unit; degrees are assumed of a phase that does not.
    pub unit_given: bool,
}

use Quantity::{Bias, Cycle, Frequency, Imaginary, Modulus, Phase, Real, Temperature, Time};

/// Names of columns, lower case, without blanks, underscores, points and colons.
const NAMES: &[(Quantity, &[&str])] = &[
    (
        Frequency,
        &[
            "f",
            "freq",
            "frequency",
            "frequenz",
            "fréquence",
            "frequence",
            "frecuencia",
            "frequenza",
            "freqz",
            "omega",
            "ω",
            "angularfrequency",
            "频率",
            "周波数",
            "частота",
            "fréquences",
            "freqhz",
            "fhz",
            "ν",
        ],
    ),
    (
        Real,
        &[
            "z'",
            "re(z)",
            "rez",
            "re",
            "real",
            "real(z)",
            "realz",
            "zreal",
            "zre",
            "zr",
            "zs'",
            "zprime",
            "z'real",
            "re[z]",
            "rez'",
            "re{z}",
            "realpart",
            "realteil",
            "zrealpart",
            "partieréelle",
            "z1",
            "resistance",
            "realimpedance",
            "impedancereal",
            "realpartofz",
            "z'(re)",
            "(z')",
            "z're",
            "impedancerealpart",
            "zrl",
            "wirkwiderstand",
            "wirkanteil",
            "partiereelle",
            "partereal",
            "partereale",
            "实部",
            "阻抗实部",
            "実部",
            "realz'",
            "zreal'",
            "impedancere",
            "re(impedance)",
            "realpart(z)",
            "z'(real)",
            "realcomponent",
        ],
    ),
    (
        Imaginary,
        &[
            "z''",
            "im(z)",
            "imz",
            "im",
            "imag",
            "imag(z)",
            "imagz",
            "zimag",
            "zim",
            "zimg",
            "zi",
            "zs''",
            "zdoubleprime",
            "zbis",
            "z''imag",
            "im[z]",
            "imz''",
            "im{z}",
            "imaginary",
            "imaginarypart",
            "imaginärteil",
            "imaginaerteil",
            "zimagpart",
            "zimaginary",
            "partieimaginaire",
            "z2",
            "reactance",
            "imaginaryimpedance",
            "impedanceimag",
            "impedanceimaginary",
            "imaginary(z)",
            "imaginarypartofz",
            "z''(im)",
            "(z'')",
            "z''im",
            "impedanceimaginarypart",
            "zimaginarypart",
            "blindwiderstand",
            "blindanteil",
            "parteimaginaria",
            "parteimmaginaria",
            "虚部",
            "阻抗虚部",
            "虚数部",
            "imagz''",
            "zimag''",
            "impedanceim",
            "im(impedance)",
            "imaginarypart(z)",
            "z''(imag)",
            "imaginarycomponent",
            "imagpart",
            "imaginaryz",
        ],
    ),
    (
        Modulus,
        &[
            "|z|",
            "z",
            "zmod",
            "mod(z)",
            "modz",
            "abs(z)",
            "absz",
            "zabs",
            "magnitude",
            "mag",
            "mag(z)",
            "zmag",
            "impedance",
            "impedanz",
            "betrag",
            "modulus",
            "magnitudeofz",
            "impedancemagnitude",
            "impedancemodulus",
            "|impedance|",
            "modul",
            "scheinwiderstand",
            "impedanzbetrag",
            "module",
            "|z|(mod)",
            "modulo",
            "módulo",
            "阻抗",
            "阻抗模",
            "モジュラス",
            "magz",
            "|zmod|",
            "absimpedance",
            "impédance",
        ],
    ),
    (
        Phase,
        &[
            "phase",
            "phase(z)",
            "phasez",
            "zphz",
            "phz",
            "zphase",
            "theta",
            "theta(z)",
            "θ",
            "φ",
            "ϕ",
            "phi",
            "phi(z)",
            "arg(z)",
            "argz",
            "angle",
            "phaseangle",
            "phasenwinkel",
            "phaseofz",
            "phaseshift",
            "zphi",
            "ztheta",
            "phaseofimpedance",
            "phase(|z|)",
            "phasenverschiebung",
            "fase",
            "déphasage",
            "相位",
            "相位角",
            "位相",
            "angle(z)",
        ],
    ),
    (Time, &["time", "t", "zeit", "elapsedtime", "temps", "corrtime"]),
    (
        Bias,
        &["<ewe>", "ewe", "edc", "vdc", "edc(v)", "dcpot", "bias", "potential", "dcpotential", "dcvoltage", "udc", "e"],
    ),
    (Temperature, &["temperature", "temp", "temperatur"]),
    (
        Cycle,
        &[
            "cycle",
            "cyclenumber",
            "cycleindex",
            "loop",
            "loopnumber",
            "loopindex",
            "spectrum",
            "spectrumindex",
            "spectrumnumber",
            "sweep",
            "sweepnumber",
            "scan",
            "scannumber",
            "zyklus",
        ],
    ),
];

/// Longest header that can name a quantity, bytes.
const LONGEST: usize = 80;

/// What a header says, or nothing: a name that is not known is never guessed at.
pub fn understand(header: &str, index: usize) -> Option<Column> {
    let header = header.trim().trim_matches('"').trim();
    let header = strip_prefix_ignoring_case(header, "data:").unwrap_or(header).trim();
    if header.len() > LONGEST {
        return None;
    }
    let candidates = unit_splits(header);
    candidates.into_iter().find_map(|(name, unit)| {
        let (inverted, name) = plain_name(name);
        let quantity = NAMES.iter().find(|(_, names)| names.contains(&name.as_str()))?.0;
        let angular = matches!(name.as_str(), "ω" | "omega" | "angularfrequency");
        let (factor, per_area) = match unit {
            Some(unit) if angular => (angular_factor(unit)?, false),
            Some(unit) => unit_factor(quantity, unit)?,
            // A lone letter is a name only with its unit beside it.
            None if matches!(name.as_str(), "e" | "t" | "z1" | "z2") => return None,
            None if angular => (1.0 / (2.0 * PI), false),
            None if quantity == Phase => (PI / 180.0, false),
            None => (1.0, false),
        };
        let factor = if inverted { -factor } else { factor };
        Some(Column { index, quantity, factor, per_area, unit_given: unit.is_some() })
    })
}

/// Header cut into name and unit in every way headers are written: `name/unit`, `name (unit)`, `name [unit]`,
/// `name, unit`, `name_unit`, `name unit`, `name in unit`; then the name alone.
fn unit_splits(header: &str) -> Vec<(&str, Option<&str>)> {
    let mut splits = Vec::new();
    for (open, close) in [('(', ')'), ('[', ']')] {
        if let Some(inner) = header.strip_suffix(close)
            && let Some((name, unit)) = inner.rsplit_once(open)
        {
            splits.push((name, Some(unit)));
            // ZView's "Z'(a)" and "Z''(b)" name the columns, not units.
            if matches!(unit.trim(), "a" | "b") {
                splits.push((name, None));
            }
        }
    }
    for separator in ["/", ",", " in ", "_", " "] {
        if let Some((name, unit)) = header.rsplit_once(separator) {
            splits.push((name, Some(unit)));
        }
    }
    // "Z / Ω cm2", "z_real_ohm_cm2": the unit itself may hold blanks, underscores and strokes.
    for separator in ["/", ",", " ", "_"] {
        if let Some((name, unit)) = header.split_once(separator) {
            splits.push((name, Some(unit)));
        }
    }
    if let Some(at) = header.to_ascii_lowercase().find("ohm").filter(|&at| at > 0 && header.is_char_boundary(at)) {
        let (name, unit) = header.split_at(at);
        splits.push((name.trim_end_matches(['_', ' ', '/', '(', '[']), Some(unit.trim_end_matches([')', ']']))));
    }
    splits.push((header, None));
    splits
}

/// Lower case, one kind of prime and minus, no blanks; and whether it says "minus".
fn plain_name(name: &str) -> (bool, String) {
    let mut plain = String::with_capacity(name.len());
    for c in name.chars().flat_map(char::to_lowercase) {
        match c {
            ' ' | '_' | '.' | ':' | '\t' | '\u{a0}' | '*' => {}
            '′' | '’' | '´' | '`' | '‘' => plain.push('\''),
            '″' | '”' | '"' | '“' => plain.push_str("''"),
            '−' | '–' | '‐' => plain.push('-'),
            c => plain.push(c),
        }
    }
    for minus in ["negative", "minus", "neg", "-1", "(-)", "-"] {
        if let Some(rest) = plain.strip_prefix(minus)
            && !rest.is_empty()
        {
            let rest =
                rest.strip_prefix('(').and_then(|r| r.strip_suffix(')')).filter(|r| !r.contains('(')).unwrap_or(rest);
            return (true, rest.to_string());
        }
    }
    (false, plain)
}

/// Factor to the SI unit of the quantity, and whether it is per area; nothing for a unit of another quantity.
#[inline(never)]
pub fn unit_factor(quantity: Quantity, unit: &str) -> Option<(f64, bool)> {
    let unit: String =
        unit.chars().filter(|c| !matches!(c, ' ' | '_' | '·' | '*' | '.' | '\u{a0}' | '^' | '⋅' | '∙' | '×')).collect();
    let unit = unit.trim_matches(['(', ')', '[', ']']).replace('²', "2").replace('µ', "μ").replace("⁻¹", "-1");
    match quantity {
        Frequency => {
            if matches!(unit.to_lowercase().as_str(), "rad/s" | "rads-1" | "rads" | "1/s" | "s-1") {
                let angular = unit.to_lowercase().starts_with("rad");
                return Some((if angular { 1.0 / (2.0 * PI) } else { 1.0 }, false));
            }
            let prefix =
                strip_suffix_ignoring_case(&unit, "hertz").or_else(|| strip_suffix_ignoring_case(&unit, "hz"))?;
            Some((prefix_factor(prefix)?, false))
        }
        Real | Imaginary | Modulus => {
            let (unit, area) = match () {
                () if unit.ends_with("cm2") => (unit.trim_end_matches("cm2"), Some(1.0)),
                () if unit.ends_with("mm2") => (unit.trim_end_matches("mm2"), Some(1e-2)),
                () if unit.ends_with("m2") => (unit.trim_end_matches("m2"), Some(1e4)),
                () => (unit.as_str(), None),
            };
            let prefix = ["ohms", "ohm", "Ω", "ω", "Ω", "欧姆", "?", "\u{fffd}", "o"]
                .iter()
                .find_map(|name| strip_suffix_ignoring_case(unit, name))
                .filter(|_| !unit.eq_ignore_ascii_case("o"))?;
            Some((prefix_factor(prefix)? * area.unwrap_or(1.0), area.is_some()))
        }
        Phase => match unit.to_lowercase().as_str() {
            "deg" | "degree" | "degrees" | "°" | "º" | "grad" | "度" | "?" | "\u{fffd}" => Some((PI / 180.0, false)),
            "rad" | "radian" | "radians" => Some((1.0, false)),
            "mrad" => Some((1e-3, false)),
            _ => None,
        },
        Time => match unit.to_lowercase().as_str() {
            "s" | "sec" | "second" | "seconds" | "sek" => Some((1.0, false)),
            "ms" => Some((1e-3, false)),
            "min" | "minutes" => Some((60.0, false)),
            "h" | "hours" | "hr" => Some((3600.0, false)),
            _ => None,
        },
        Bias => {
            let unit = unit.split("vs").next().unwrap_or_default();
            Some((prefix_factor(unit.strip_suffix('V').or_else(|| unit.strip_suffix("Volt"))?)?, false))
        }
        Temperature => matches!(unit.as_str(), "°C" | "C" | "degC" | "ºC").then_some((1.0, false)),
        Cycle => None,
    }
}

/// Factor of the unit of an angular frequency to Hz; nothing for Hz, which contradicts the name.
pub fn angular_factor(unit: &str) -> Option<f64> {
    unit_factor(Quantity::Frequency, unit).filter(|_| unit.contains(['s', 'S'])).map(|_| 1.0 / (2.0 * PI))
}

/// SI prefixes; capital and small letters differ (mΩ, MΩ), but K is what some write for k.
fn prefix_factor(prefix: &str) -> Option<f64> {
    Some(match prefix {
        "" => 1.0,
        "n" => 1e-9,
        "μ" | "u" | "micro" => 1e-6,
        "m" | "milli" => 1e-3,
        "k" | "K" | "kilo" | "Kilo" => 1e3,
        "M" | "Meg" | "meg" | "mega" | "Mega" => 1e6,
        "G" | "giga" | "Giga" => 1e9,
        "T" => 1e12,
        _ => return None,
    })
}

fn strip_suffix_ignoring_case<'a>(text: &'a str, suffix: &str) -> Option<&'a str> {
    let at = text.len().checked_sub(suffix.len())?;
    let (head, tail) = text.split_at_checked(at)?;
    tail.eq_ignore_ascii_case(suffix).then_some(head)
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, tail) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(tail)
}

/// Unit of impedance columns.
pub fn impedance_unit(columns: &[Column]) -> Unit {
    if columns.iter().any(|c| c.per_area && matches!(c.quantity, Real | Imaginary | Modulus)) {
        Unit::OhmCm2
    } else {
        Unit::Ohm
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_of_many_programs() {
        let deg = PI / 180.0;
        for (header, quantity, factor) in [
            ("freq/Hz", Frequency, 1.0),
            ("Frequency (Hz)", Frequency, 1.0),
            ("Freq.[Hz]", Frequency, 1.0),
            ("Freq. [kHz]", Frequency, 1e3),
            ("f / MHz", Frequency, 1e6),
            ("frequency_hz", Frequency, 1.0),
            ("f, mHz", Frequency, 1e-3),
            ("omega (rad/s)", Frequency, 1.0 / (2.0 * PI)),
            ("omega (1/s)", Frequency, 1.0 / (2.0 * PI)),
            ("ω (s-1)", Frequency, 1.0 / (2.0 * PI)),
            ("Angular frequency / s⁻¹", Frequency, 1.0 / (2.0 * PI)),
            ("f (1/s)", Frequency, 1.0),
            ("Re(Z)/Ohm", Real, 1.0),
            ("-Im(Z)/Ohm", Imaginary, -1.0),
            ("Z' (Ω)", Real, 1.0),
            ("-Z'' (Ω)", Imaginary, -1.0),
            ("Z\"/ohm", Imaginary, 1.0),
            ("Z'(a)", Real, 1.0),
            ("Z''(b)", Imaginary, 1.0),
            ("Zs''[ohm]", Imaginary, 1.0),
            ("Zre (ohms)", Real, 1.0),
            ("Zimg", Imaginary, 1.0),
            ("Data: Z''", Imaginary, 1.0),
            ("Data: Theta (Z)", Phase, deg),
            ("Z″ / mΩ", Imaginary, 1e-3),
            ("−Z″ / MΩ", Imaginary, -1e6),
            ("Z_re [MOhm]", Real, 1e6),
            ("z_real_ohm", Real, 1.0),
            ("Z' / Ohm.cm²", Real, 1.0),
            ("Re(Z)/Ohm.cm2", Real, 1.0),
            ("|Z|/kOhm", Modulus, 1e3),
            ("Z/ohm", Modulus, 1.0),
            ("Phase(Z)/deg", Phase, deg),
            ("neg. Phase / °", Phase, -deg),
            ("-Phase (°)", Phase, -deg),
            ("Phase (rad)", Phase, 1.0),
            ("Zphz", Phase, deg),
            ("Zprime(Ohm)", Real, 1.0),
            ("Zbis(Ohm)", Imaginary, 1.0),
            ("time/s", Time, 1.0),
            ("Elapsed Time (s)", Time, 1.0),
            ("cycle number", Cycle, 1.0),
            ("loop_index", Cycle, 1.0),
            ("<Ewe>/V", Bias, 1.0),
            ("Potential (mV)", Bias, 1e-3),
        ] {
            let column = understand(header, 0).unwrap_or_else(|| panic!("{header}"));
            assert_eq!((column.quantity, column.factor), (quantity, factor), "{header}");
        }
        assert!(understand("Re(Z)/Ohm.cm2", 0).unwrap().per_area);
    }

    #[test]
    fn neighbours_are_not_taken_for_impedance() {
        for header in [
            "Re(Zce)/Ohm",
            "Re(Zwe-ce)/Ohm",
            "Re(Y)/Ohm-1",
            "Re(C)/nF",
            "|Y|/Ohm-1",
            "Phase(Y)/deg",
            "|Ewe|/V",
            "Re(Z)/Ohm * Area",
            "-Im(z)/Ohm * Area/2",
            "Z Real2",
            "#NAME?",
            "",
            "I Range",
            "Vac (V)",
            "Cs/µF",
            "omega (Hz)",
            "ω / kHz",
        ] {
            assert_eq!(understand(header, 0), None, "{header}");
        }
    }
}
