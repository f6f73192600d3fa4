//! The elements: one entry each with name, parameters, convention, source and formula.
//!
//! Conventions that differ between programs are stated in `formula`; `w = 2 pi f`, `Z'' < 0` when capacitive.
//! Names and parameter order are those of impedance.py where it has the element, so its values can be used as they
//! stand; the second name is the one of Boukamp's notation as pyimpspec extends it.

use super::dual::{Dual, constant};
use super::film;
use super::frequency::Frequency;
use num_complex::Complex64;

/// A parameter of an element.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    /// Name, as after the dot in `CPE1.T`.
    pub name: &'static str,
    /// Unit for impedances in Ω.
    pub unit: &'static str,
    /// What it is.
    pub description: &'static str,
    /// How it scales, and so where it lies and how a fit moves it.
    pub scale: Scale,
}

/// How a parameter scales with the impedance `A` and the time constant `tau` of what it describes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub enum Scale {
    /// Positive, in proportion to `A^ohm tau^second`; fitted by its logarithm.
    Positive {
        /// Power of the impedance.
        ohm: f64,
        /// Power of the time constant.
        second: f64,
    },
    /// A number from 0 to 1, with a typical value.
    Exponent(f64),
    /// A positive number of the matter itself, between two others, with a typical value; fitted by its logarithm.
    Material(f64, f64, f64),
}

impl Parameter {
    /// Smallest value that makes sense.
    pub fn lower(&self) -> f64 {
        match self.scale {
            Scale::Material(lower, _, _) => lower,
            _ => 0.0,
        }
    }

    /// Largest value that makes sense.
    pub fn upper(&self) -> f64 {
        match self.scale {
            Scale::Positive { .. } => 1e20,
            Scale::Exponent(_) => 1.0,
            Scale::Material(_, upper, _) => upper,
        }
    }

    /// The value in an element of impedance `a` (Ω) and time constant `tau` (s).
    pub fn typical(&self, a: f64, tau: f64) -> f64 {
        match self.scale {
            Scale::Positive { ohm, second } => {
                crate::math::exp(ohm * crate::math::ln(a) + second * crate::math::ln(tau))
            }
            Scale::Exponent(value) | Scale::Material(_, _, value) => value,
        }
    }

    /// The unit for impedances in Ω·cm².
    pub fn unit_per_area(&self) -> String {
        match self.scale {
            Scale::Positive { ohm, .. } if ohm > 0.0 => format!("{}·cm²", self.unit),
            Scale::Positive { ohm, .. } if ohm < 0.0 => format!("{}·cm⁻²", self.unit),
            _ => self.unit.to_string(),
        }
    }
}

/// The elements whose formula is written out for whole blocks of frequencies in `evaluate`.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Fast {
    /// Resistance.
    R,
    /// Capacitance.
    C,
    /// Inductance.
    L,
    /// Constant phase element.
    Cpe,
    /// None of them.
    No,
}

/// An element of a circuit.
pub struct Element {
    /// Name in impedance.py's notation.
    pub name: &'static str,
    /// Name in Boukamp's notation.
    pub boukamp: &'static str,
    /// What it is.
    pub title: &'static str,
    /// Formula and convention.
    pub formula: &'static str,
    /// Where it comes from.
    pub source: &'static str,
    /// Parameters, in order.
    pub parameters: &'static [Parameter],
    /// Impedance (with its derivative) at one frequency.
    pub impedance: fn(Frequency, &[Dual]) -> Dual,
    /// Block formula, if it has one.
    pub fast: Fast,
}

impl core::fmt::Debug for Element {
    fn fmt(&self, f: &mut core::fmt::Formatter<'_>) -> core::fmt::Result {
        f.write_str(self.name)
    }
}

const fn positive(
    name: &'static str,
    unit: &'static str,
    ohm: f64,
    second: f64,
    description: &'static str,
) -> Parameter {
    Parameter { name, unit, description, scale: Scale::Positive { ohm, second } }
}

const fn ohm(name: &'static str, description: &'static str) -> Parameter {
    positive(name, "Ω", 1.0, 0.0, description)
}

const fn second(name: &'static str, description: &'static str) -> Parameter {
    positive(name, "s", 0.0, 1.0, description)
}

const fn material(
    name: &'static str,
    unit: &'static str,
    (lower, upper, typical): (f64, f64, f64),
    description: &'static str,
) -> Parameter {
    Parameter { name, unit, description, scale: Scale::Material(lower, upper, typical) }
}

const fn exponent(name: &'static str, typical: f64, description: &'static str) -> Parameter {
    Parameter { name, unit: "", description, scale: Scale::Exponent(typical) }
}

fn one() -> Dual {
    constant(1.0)
}

/// A CPE's impedance, `1 / (y (jw)^n)`.
fn cpe(f: Frequency, y: Dual, n: Dual) -> Dual {
    one() / (y * f.jw_pow(n))
}

/// `R || CPE`.
fn arc(f: Frequency, r: Dual, y: Dual, n: Dual) -> Dual {
    r / (one() + r * y * f.jw_pow(n))
}

/// A uniform line: series resistance `r` per length, shunt impedance `z` times length, `length`.
struct Line {
    characteristic: Dual,
    tanh: Dual,
}

impl Line {
    fn new(r: Dual, z: Dual, length: Dual) -> Line {
        let ratio = (r / z).sqrt();
        Line { characteristic: z * ratio, tanh: (ratio * length).tanh() }
    }

    fn open(self) -> Dual {
        self.characteristic / self.tanh
    }

    fn shorted(self) -> Dual {
        self.characteristic * self.tanh
    }

    fn ended_by(self, end: Dual) -> Dual {
        let Line { characteristic: c, tanh: t } = self;
        c * (end + c * t) / (c + end * t)
    }
}

const LINE_R: Parameter = positive("R_i", "Ω/m", 1.0, 0.0, "resistance of the pore's electrolyte per length");
const LINE_RCT: Parameter = positive("R_ct", "Ω·m", 1.0, 0.0, "charge transfer resistance of the wall, times length");
const LINE_Y: Parameter = positive("Y", "S·s^n/m", -1.0, 0.8, "CPE of the wall per length");
const LINE_N: Parameter = exponent("n", 0.8, "exponent of the wall's CPE");
const LINE_L: Parameter = positive("L", "m", 0.0, 0.0, "length of the line");
const END_Y: Parameter = positive("Y_B", "S·s^n", -1.0, 0.8, "CPE of the far end");
const END_N: Parameter = exponent("n_B", 0.8, "exponent of the far end's CPE");
const END_R: Parameter = ohm("R_B", "resistance of the far end");
const DE_LEVIE: &str = "de Levie, Electrochim. Acta 8, 751 (1963)";
const BISQUERT: &str = "Bisquert, J. Phys. Chem. B 106, 325 (2002)";

/// Every element, in the order in which a user would look for it.
pub static ELEMENTS: &[Element] = &[
    Element {
        name: "R",
        boukamp: "R",
        title: "resistance",
        formula: "Z = R",
        source: "Ohm's law",
        parameters: &[ohm("R", "resistance")],
        impedance: |_, p| p[0],
        fast: Fast::R,
    },
    Element {
        name: "C",
        boukamp: "C",
        title: "capacitance",
        formula: "Z = 1/(jw C)",
        source: "definition",
        parameters: &[positive("C", "F", -1.0, 1.0, "capacitance")],
        impedance: |f, p| one() / (f.jw() * p[0]),
        fast: Fast::C,
    },
    Element {
        name: "L",
        boukamp: "L",
        title: "inductance",
        formula: "Z = jw L",
        source: "definition",
        parameters: &[positive("L", "H", 1.0, 1.0, "inductance")],
        impedance: |f, p| f.jw() * p[0],
        fast: Fast::L,
    },
    Element {
        name: "CPE",
        boukamp: "Q",
        title: "constant phase element",
        formula: "Z = 1/(T (jw)^P); the exponent is on jw only, T stands outside (ZView, impedance.py, pyimpspec)",
        source: "Brug et al., J. Electroanal. Chem. 176, 275 (1984)",
        parameters: &[
            positive("T", "S·s^P", -1.0, 0.85, "CPE-T: admittance at 1 rad/s"),
            exponent("P", 0.85, "CPE-P: 1 is a capacitance, 0.5 a Warburg element, 0 a resistance"),
        ],
        impedance: |f, p| cpe(f, p[0], p[1]),
        fast: Fast::Cpe,
    },
    Element {
        name: "W",
        boukamp: "W",
        title: "semi-infinite Warburg diffusion",
        formula: "Z = A_W (1 - j)/sqrt(w) = A_W sqrt(2)/sqrt(jw); pyimpspec's Y = 1/(sqrt(2) A_W)",
        source: "Warburg, Ann. Phys. 303, 493 (1899)",
        parameters: &[positive("A_W", "Ω·s^-1/2", 1.0, -0.5, "Warburg coefficient")],
        impedance: |f, p| p[0] * constant(Complex64::new(1.0, -1.0) / crate::math::sqrt(f.w)),
        fast: Fast::No,
    },
    Element {
        name: "Wo",
        boukamp: "T",
        title: "finite-space diffusion (open, reflecting end)",
        formula: "Z = R coth(sqrt(jw tau))/sqrt(jw tau); pyimpspec's Y = tau/R², B = tau",
        source: "Lasia, Electrochemical Impedance Spectroscopy and its Applications (2014)",
        parameters: &[ohm("R", "Z0, scale of the impedance"), second("tau", "diffusion time L²/D")],
        impedance: |f, p| {
            let x = (f.jw() * p[1]).sqrt();
            p[0] / (x.tanh() * x)
        },
        fast: Fast::No,
    },
    Element {
        name: "Ws",
        boukamp: "O",
        title: "finite-length diffusion (short, transmitting end)",
        formula: "Z = R tanh(sqrt(jw tau))/sqrt(jw tau); pyimpspec's Y = tau/R², B = tau",
        source: "Lasia, Electrochemical Impedance Spectroscopy and its Applications (2014)",
        parameters: &[ohm("R", "Z0, resistance at zero frequency"), second("tau", "diffusion time L²/D")],
        impedance: |f, p| {
            let x = (f.jw() * p[1]).sqrt();
            p[0] * x.tanh() / x
        },
        fast: Fast::No,
    },
    Element {
        name: "Wog",
        boukamp: "Wog",
        title: "finite-space diffusion with free exponent (ZView's Wo)",
        formula: "Z = R coth((jw T)^P)/(jw T)^P; P = 1/2 is Wo",
        source: "ZView manual",
        parameters: &[
            ohm("R", "scale of the impedance"),
            second("T", "diffusion time"),
            exponent("P", 0.48, "exponent"),
        ],
        impedance: |f, p| {
            let x = (f.jw() * p[1]).pow(p[2]);
            p[0] / (x.tanh() * x)
        },
        fast: Fast::No,
    },
    Element {
        name: "Wsg",
        boukamp: "Wsg",
        title: "finite-length diffusion with free exponent (ZView's Ws)",
        formula: "Z = R tanh((jw T)^P)/(jw T)^P; P = 1/2 is Ws",
        source: "ZView manual",
        parameters: &[
            ohm("R", "resistance at zero frequency"),
            second("T", "diffusion time"),
            exponent("P", 0.48, "exponent"),
        ],
        impedance: |f, p| {
            let x = (f.jw() * p[1]).pow(p[2]);
            p[0] * x.tanh() / x
        },
        fast: Fast::No,
    },
    Element {
        name: "G",
        boukamp: "G",
        title: "Gerischer element",
        formula: "Z = R_G/sqrt(1 + jw t_G); pyimpspec's G has R_G = 1/(Y k^n), t_G = 1/k",
        source: "Gerischer, Z. Phys. Chem. 198, 286 (1951)",
        parameters: &[ohm("R_G", "resistance at zero frequency"), second("t_G", "reaction time")],
        impedance: |f, p| p[0] / (one() + f.jw() * p[1]).sqrt(),
        fast: Fast::No,
    },
    Element {
        name: "Gn",
        boukamp: "Ga",
        title: "Gerischer element with free exponent",
        formula: "Z = R_G/(1 + jw t_G)^n; n = 1/2 is G",
        source: "Boukamp and Bouwmeester, Solid State Ionics 157, 29 (2003)",
        parameters: &[
            ohm("R_G", "resistance at zero frequency"),
            second("t_G", "reaction time"),
            exponent("n", 0.5, "exponent"),
        ],
        impedance: |f, p| p[0] / (one() + f.jw() * p[1]).pow(p[2]),
        fast: Fast::No,
    },
    Element {
        name: "Gs",
        boukamp: "Gs",
        title: "finite-length Gerischer element",
        formula: "Z = R_G/(x tanh(phi x)), x = sqrt(1 + jw t_G)",
        source: "impedance.py's Gs; Boukamp and Bouwmeester, Solid State Ionics 157, 29 (2003)",
        parameters: &[
            ohm("R_G", "scale of the impedance"),
            second("t_G", "reaction time"),
            positive("phi", "", 0.0, 0.0, "length over reaction length"),
        ],
        impedance: |f, p| {
            let x = (one() + f.jw() * p[1]).sqrt();
            p[0] / (x * (p[2] * x).tanh())
        },
        fast: Fast::No,
    },
    Element {
        name: "K",
        boukamp: "K",
        title: "RC element by its time constant",
        formula: "Z = R/(1 + jw tau)",
        source: "Voigt element",
        parameters: &[ohm("R", "resistance"), second("tau", "time constant")],
        impedance: |f, p| p[0] / (one() + f.jw() * p[1]),
        fast: Fast::No,
    },
    Element {
        name: "Zarc",
        boukamp: "Zarc",
        title: "depressed arc by its time constant (Cole-Cole, ZARC)",
        formula: "Z = R/(1 + (jw tau)^P)",
        source: "Cole and Cole, J. Chem. Phys. 9, 341 (1941)",
        parameters: &[ohm("R", "resistance"), second("tau", "time constant"), exponent("P", 0.85, "exponent")],
        impedance: |f, p| p[0] / (one() + (f.jw() * p[1]).pow(p[2])),
        fast: Fast::No,
    },
    Element {
        name: "HN",
        boukamp: "Ha",
        title: "Havriliak-Negami arc",
        formula: "Z = R/(1 + (jw tau)^a)^b; b = 1 is ZARC, a = 1 Cole-Davidson",
        source: "Havriliak and Negami, Polymer 8, 161 (1967)",
        parameters: &[
            ohm("R", "resistance"),
            second("tau", "time constant"),
            exponent("a", 0.8, "width"),
            exponent("b", 0.8, "asymmetry"),
        ],
        impedance: |f, p| p[0] / (one() + (f.jw() * p[1]).pow(p[2])).pow(p[3]),
        fast: Fast::No,
    },
    Element {
        name: "HNd",
        boukamp: "H",
        title: "Havriliak-Negami dielectric",
        formula: "Z = (1 + (jw tau)^a)^b/(jw dC)",
        source: "Havriliak and Negami, Polymer 8, 161 (1967)",
        parameters: &[
            positive("dC", "F", -1.0, 1.0, "capacitance step"),
            second("tau", "time constant"),
            exponent("a", 0.8, "width"),
            exponent("b", 0.8, "asymmetry"),
        ],
        impedance: |f, p| (one() + (f.jw() * p[1]).pow(p[2])).pow(p[3]) / (f.jw() * p[0]),
        fast: Fast::No,
    },
    Element {
        name: "La",
        boukamp: "La",
        title: "modified inductance",
        formula: "Z = (jw L)^a, as impedance.py computes it (its text and pyimpspec have L (jw)^a: their L is our L^a)",
        source: "impedance.py's La",
        parameters: &[
            positive("L", "Ω^(1/a)·s", 1.0, 1.0, "inductance"),
            exponent("a", 0.95, "exponent, 1 is an inductance"),
        ],
        impedance: |f, p| (f.jw() * p[0]).pow(p[1]),
        fast: Fast::No,
    },
    Element {
        name: "TLMQ",
        boukamp: "TLMQ",
        title: "porous electrode with blocking CPE wall (de Levie, open end)",
        formula: "Z = sqrt(Rion Zs) coth(sqrt(Rion/Zs)), Zs = 1/(Q (jw)^P)",
        source: DE_LEVIE,
        parameters: &[
            ohm("Rion", "resistance of the pores' electrolyte"),
            positive("Q", "S·s^P", -1.0, 0.9, "CPE of the whole wall"),
            exponent("P", 0.9, "its exponent"),
        ],
        impedance: |f, p| Line::new(p[0], cpe(f, p[1], p[2]), one()).open(),
        fast: Fast::No,
    },
    Element {
        name: "T",
        boukamp: "Pa",
        title: "porous electrode with two rails (Paasch)",
        formula: "Z = A coth(x)/x + B/(x sinh x), x = sqrt(a + jw b)",
        source: "Paasch, Micka, Gersdorf, Electrochim. Acta 38, 2653 (1993)",
        parameters: &[
            ohm("A", "first resistance"),
            ohm("B", "second resistance"),
            positive("a", "", 0.0, 0.0, "reaction over transport"),
            second("b", "time constant"),
        ],
        impedance: |f, p| {
            let x = (p[2] + f.jw() * p[3]).sqrt();
            (p[0] / x.tanh() + p[1] * x.csch()) / x
        },
        fast: Fast::No,
    },
    Element {
        name: "Tbo",
        boukamp: "Tlmbo",
        title: "transmission line, blocking wall, open end",
        formula: "uniform line of R_i and shunt CPE Y, n: Z = sqrt(R_i z) coth(L sqrt(R_i/z)), z = 1/(Y (jw)^n); \
                  pyimpspec's Tlmbo is this divided by L",
        source: DE_LEVIE,
        parameters: &[LINE_R, LINE_Y, LINE_N, LINE_L],
        impedance: |f, p| Line::new(p[0], cpe(f, p[1], p[2]), p[3]).open(),
        fast: Fast::No,
    },
    Element {
        name: "Tbs",
        boukamp: "Tlmbs",
        title: "transmission line, blocking wall, shorted end",
        formula: "as Tbo with tanh; pyimpspec's Tlmbs is this divided by L",
        source: DE_LEVIE,
        parameters: &[LINE_R, LINE_Y, LINE_N, LINE_L],
        impedance: |f, p| Line::new(p[0], cpe(f, p[1], p[2]), p[3]).shorted(),
        fast: Fast::No,
    },
    Element {
        name: "Tbq",
        boukamp: "Tlmbq",
        title: "transmission line, blocking wall, CPE at the end",
        formula: "as Tbo, ended by 1/(Y_B (jw)^n_B); pyimpspec's Tlmbq agrees for L = 1 only",
        source: DE_LEVIE,
        parameters: &[LINE_R, LINE_Y, LINE_N, END_Y, END_N, LINE_L],
        impedance: |f, p| Line::new(p[0], cpe(f, p[1], p[2]), p[5]).ended_by(cpe(f, p[3], p[4])),
        fast: Fast::No,
    },
    Element {
        name: "Tno",
        boukamp: "Tlmno",
        title: "transmission line, reacting wall, open end",
        formula: "as Tbo with z = R_ct/(1 + R_ct Y (jw)^n)",
        source: BISQUERT,
        parameters: &[LINE_R, LINE_RCT, LINE_Y, LINE_N, LINE_L],
        impedance: |f, p| Line::new(p[0], arc(f, p[1], p[2], p[3]), p[4]).open(),
        fast: Fast::No,
    },
    Element {
        name: "Tns",
        boukamp: "Tlmns",
        title: "transmission line, reacting wall, shorted end",
        formula: "as Tno with tanh",
        source: BISQUERT,
        parameters: &[LINE_R, LINE_RCT, LINE_Y, LINE_N, LINE_L],
        impedance: |f, p| Line::new(p[0], arc(f, p[1], p[2], p[3]), p[4]).shorted(),
        fast: Fast::No,
    },
    Element {
        name: "Tnq",
        boukamp: "Tlmnq",
        title: "transmission line, reacting wall, R||CPE at the end",
        formula: "as Tno, ended by R_B/(1 + R_B Y_B (jw)^n_B)",
        source: BISQUERT,
        parameters: &[LINE_R, LINE_RCT, LINE_Y, LINE_N, END_R, END_Y, END_N, LINE_L],
        impedance: |f, p| Line::new(p[0], arc(f, p[1], p[2], p[3]), p[7]).ended_by(arc(f, p[4], p[5], p[6])),
        fast: Fast::No,
    },
    Element {
        name: "dL",
        boukamp: "Ls",
        title: "porous electrode with reacting wall (de Levie)",
        formula: "Z = sqrt(R_i R_r) coth(d sqrt(R_i/R_r) x)/x, x = sqrt(1 + Y (jw)^n), as pyimpspec's Ls is documented \
                  (its code has d sqrt(R_i R_r))",
        source: DE_LEVIE,
        parameters: &[
            positive("R_i", "Ω/cm", 1.0, 0.0, "resistance of the pore's electrolyte per length"),
            positive("R_r", "Ω·cm", 1.0, 0.0, "reaction resistance of the wall, times length"),
            positive("Y", "s^n", 0.0, 0.8, "R_r times the CPE of the wall per length"),
            exponent("n", 0.8, "exponent"),
            positive("d", "cm", 0.0, 0.0, "depth of the pore"),
        ],
        impedance: |f, p| {
            let x = (one() + p[2] * f.jw_pow(p[3])).sqrt();
            let tanh = (p[4] * (p[0] / p[1]).sqrt() * x).tanh();
            (p[0] * p[1]).sqrt() / (tanh * x)
        },
        fast: Fast::No,
    },
    Element {
        name: "Film",
        boukamp: "Film",
        title: "compact film with tunnelling electrons",
        formula: "Z = 1/(G + jw C) per area, in Ω·cm²: G Simmons' conductance of the barrier, C = eps0 eps_r/d",
        source: "Simmons, J. Appl. Phys. 34, 1793 (1963)",
        parameters: &[
            material("d", "nm", (0.5, 10.0, 3.0), "thickness"),
            material("phi", "eV", (0.1, 4.0, 1.0), "barrier height"),
            material("m", "m_e", (0.05, 1.0, 0.5), "effective mass"),
            material("eps_r", "", (1.0, 100.0, 10.0), "relative permittivity"),
        ],
        impedance: film::compact,
        fast: Fast::No,
    },
    Element {
        name: "Rails",
        boukamp: "Rails",
        title: "two-rail film of ions and electrons, with the reaction on it",
        formula: "the engine's two-rail electrode: R_ion and R_el joined by C_chem along the film, C_film over the electron rail, \
                  R_in||C_in and R_out||C_out at the ion rail's ends, R_ct||CPE (T, P) on the electron rail",
        source: "Jamnik and Maier, Phys. Chem. Chem. Phys. 3, 1668 (2001)",
        parameters: &[
            ohm("R_ion", "resistance of the ion rail"),
            ohm("R_el", "resistance of the electron rail"),
            positive("C_chem", "F", -1.0, 1.0, "chemical capacitance"),
            positive("C_film", "F", -1.0, 1.0, "dielectric capacitance of the film"),
            ohm("R_in", "resistance between metal and ion rail"),
            positive("C_in", "F", -1.0, 1.0, "capacitance between metal and ion rail"),
            ohm("R_out", "resistance between ion rail and electrolyte"),
            positive("C_out", "F", -1.0, 1.0, "capacitance between ion rail and electrolyte"),
            ohm("R_ct", "charge-transfer resistance between electron rail and electrolyte"),
            positive("T", "S·s^P", -1.0, 0.85, "CPE-T of the outer surface"),
            exponent("P", 0.85, "CPE-P of the outer surface"),
        ],
        impedance: film::two_rails,
        fast: Fast::No,
    },
];

#[cfg(test)]
mod tests {
    use super::*;
    use crate::circuit::{Circuit, Derivatives, Grid};
    use crate::math;

    /// Values that suit every element: time constants within the frequencies, exponents and lengths off the round.
    fn values(circuit: &Circuit) -> Vec<f64> {
        circuit
            .parameters()
            .enumerate()
            .map(|(i, (_, p))| match p.scale {
                Scale::Exponent(v) => v - 0.03 * i as f64,
                Scale::Material(_, _, v) => v,
                Scale::Positive { .. } => p.typical(70.0, 2e-3) * (1.0 + 0.1 * i as f64),
            })
            .collect()
    }

    #[test]
    fn derivatives_agree_with_differences() {
        let frequency: Vec<f64> = (0..150).map(|k| math::exp(11.0 - 0.1 * f64::from(k))).collect();
        let grid = Grid::new(&frequency).unwrap();
        let singles = ELEMENTS.iter().map(|e| format!("{}0", e.name));
        let nested = ["R0-p(CPE1,R1-p(CPE2,R2-Wo1))-L0", "p(C0,R0-p(R1,CPE1,R2-L1))-G1-p(La1,R3)", "p(R0,Zarc1-C1)"];
        for text in singles.chain(nested.map(String::from)) {
            let circuit = Circuit::parse(&text).unwrap();
            let values = values(&circuit);
            let mut exact = Derivatives::default();
            circuit.derive(&grid, &values, &mut exact);
            let plain = circuit.impedance(&values, &frequency).unwrap();
            for (a, b) in plain.iter().zip(&exact.impedance) {
                assert!((a - b).norm() <= 1e-13 * b.norm(), "{text}: value {a} with derivatives {b}");
            }
            for (i, column) in exact.by_parameter.chunks(frequency.len()).enumerate() {
                let h = 1e-4 * values[i];
                let at = |steps: f64| {
                    let mut moved = values.clone();
                    moved[i] += steps * h;
                    circuit.impedance(&moved, &frequency).unwrap()
                };
                let (a, b, c, d) = (at(-2.0), at(-1.0), at(1.0), at(2.0));
                for k in 0..frequency.len() {
                    let numeric = ((c[k] - b[k]) * 8.0 - (d[k] - a[k])) / (12.0 * h);
                    let scale = plain[k].norm() / values[i];
                    let off = (column[k] - numeric).norm();
                    assert!(off < 2e-8 * scale, "{text}, {}: {} or {numeric}", circuit.names()[i], column[k]);
                }
            }
        }
    }

    #[test]
    fn block_formulas_are_those_of_the_table() {
        let frequency = [1e-3, 0.7, 40.0, 3e3, 9e6];
        for element in ELEMENTS.iter().filter(|e| e.fast != Fast::No) {
            let circuit = Circuit::parse(&format!("{}0", element.name)).unwrap();
            let values = values(&circuit);
            let p: Vec<_> = values.iter().map(|&v| constant(v)).collect();
            for (z, f) in circuit.impedance(&values, &frequency).unwrap().iter().zip(frequency) {
                let w = f * core::f64::consts::TAU;
                let table = (element.impedance)(Frequency { w, ln_w: math::ln(w) }, &p).v;
                assert!((z - table).norm() < 4e-15 * z.norm(), "{element:?}: {z} or {table}");
            }
        }
    }

    #[test]
    fn films_are_those_of_the_engine() {
        use crate::electrode::raw;
        let f = [1e-2, 1.0, 130.0, 1e5];
        let (r_ion, r_el, c_film, r_ct, q, n) = (1e6, 2e3, 6e-7, 1e5, 2e-5, 0.9);
        let interface = crate::electrode::two_rail::Interface { r: 10.0, c: 1e-6 };
        let rails = raw::TwoRail {
            r_ion,
            r_el,
            c_chem: 1e-6,
            c_film,
            inner: interface,
            outer_ion: interface,
            outer_el: raw::Surface { r: r_ct, q, n },
            r_pore: 0.0,
        };
        let values = [r_ion, r_el, 1e-6, c_film, 10.0, 1e-6, 10.0, 1e-6, r_ct, q, n];
        let ours = Circuit::parse("Rails0").unwrap().impedance(&values, &f).unwrap();
        for (a, b) in ours.iter().zip(rails.impedance(&f).unwrap()) {
            assert!((a - b).norm() < 1e-12 * b.norm(), "{a} or {b}");
        }
        // The default film of the study: 2.01 kΩ·cm² at 8 nm, 1.02 eV, 0.1 electron masses.
        let film = Circuit::parse("Film").unwrap().impedance(&[8.0, 1.02, 0.1, 5.5], &[1e-6]).unwrap();
        assert!((film[0].re - 2010.0).abs() < 5.0, "{}", film[0]);
        let failed = Circuit::parse("Film").unwrap().impedance(&[0.5, 0.1, 0.05, 5.5], &[1.0]).unwrap_err();
        assert_eq!(failed.code, crate::Code::OutOfRange);
    }
}
