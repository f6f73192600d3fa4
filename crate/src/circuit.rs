//! Equivalent circuits: a tree of elements in series and in parallel, written in either of two notations
//! (`notation`), made of the `element` table, and evaluated with exact derivatives (`evaluate`).
//!
//! Parameters stand in the order of appearance; parameter `P` of element `CPE1` is called `CPE1.P`.

pub mod dual;
pub mod element;
mod evaluate;
mod film;
pub mod frequency;
mod notation;

pub use element::{ELEMENTS, Element, Parameter, Scale};
pub use evaluate::{Derivatives, Grid};

use crate::error::{Code, Error, Result};

/// An equivalent circuit.
#[derive(Debug, Clone)]
pub struct Circuit {
    root: Node,
    parts: Vec<Part>,
    /// What could not be taken over from the text, in words.
    pub notes: Vec<String>,
}

/// A place in the tree.
#[derive(Debug, Clone, PartialEq)]
pub enum Node {
    /// An element, by its number among the circuit's parts.
    Part(usize),
    /// One after the other.
    Series(Vec<Node>),
    /// Side by side.
    Parallel(Vec<Node>),
}

/// An element with its name, as it stands in a circuit.
#[derive(Debug, Clone)]
pub struct Part {
    /// What it is.
    pub element: &'static Element,
    /// `CPE1`, `R_ct` …
    pub name: String,
    /// Where its parameters start among the circuit's.
    pub first: usize,
    /// What the circuit's text says of each parameter.
    pub given: Vec<Given>,
}

/// What a circuit's text says of one parameter.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Given {
    /// Value.
    pub value: Option<f64>,
    /// Not to be fitted.
    pub fixed: bool,
    /// Lower limit.
    pub lower: Option<f64>,
    /// Upper limit.
    pub upper: Option<f64>,
}

impl Circuit {
    /// The tree.
    pub fn root(&self) -> &Node {
        &self.root
    }

    /// The elements, in order of appearance.
    pub fn parts(&self) -> &[Part] {
        &self.parts
    }

    /// Number of parameters.
    pub fn len(&self) -> usize {
        self.parts.last().map_or(0, |p| p.first + p.element.parameters.len())
    }

    /// Whether there is no parameter (there always is one).
    pub fn is_empty(&self) -> bool {
        self.len() == 0
    }

    /// Every parameter with its element, in order.
    pub fn parameters(&self) -> impl Iterator<Item = (&Part, &'static Parameter)> {
        self.parts.iter().flat_map(|part| part.element.parameters.iter().map(move |p| (part, p)))
    }

    /// What the text said of every parameter, in order.
    pub fn given(&self) -> impl Iterator<Item = Given> {
        self.parts.iter().flat_map(|part| part.given.iter().copied())
    }

    /// Names, `CPE1.P`, in order.
    pub fn names(&self) -> Vec<String> {
        self.parameters().map(|(part, p)| format!("{}.{}", part.name, p.name)).collect()
    }

    /// The place of a parameter: `CPE1.P`, impedance.py's `CPE1_1`, or `R1` where the element has only one.
    ///
    /// # Errors
    /// An unknown name, with those that exist.
    pub fn index_of(&self, name: &str) -> Result<usize> {
        for part in &self.parts {
            let Some(rest) = name.strip_prefix(part.name.as_str()) else { continue };
            let parameters = part.element.parameters;
            let local = match rest.split_at_checked(1) {
                None if parameters.len() == 1 => Some(0),
                Some((".", p)) => parameters.iter().position(|q| q.name == p),
                Some(("_", number)) => number.parse().ok().filter(|&i: &usize| i < parameters.len()),
                _ => None,
            };
            if let Some(local) = local {
                return Ok(part.first + local);
            }
        }
        Err(Error::new(
            Code::UnknownName,
            format!("The circuit has no parameter \"{name}\"; it has {}.", self.names().join(", ")),
        ))
    }

    /// Check that there is one value for each parameter and that each lies in its range.
    ///
    /// # Errors
    /// `BadArgument` for their number, `OutOfRange` for a value.
    pub fn check(&self, values: &[f64]) -> Result<()> {
        if values.len() != self.len() {
            return Err(Error::new(
                Code::BadArgument,
                format!(
                    "The circuit has {} parameters ({}), but {} values are given.",
                    self.len(),
                    self.names().join(", "),
                    values.len()
                ),
            ));
        }
        for ((part, p), &value) in self.parameters().zip(values) {
            if !(p.lower()..=p.upper()).contains(&value) {
                let name = format!("{}.{}", part.name, p.name);
                return Err(Error::out_of_range(&name, value, p.lower(), p.upper(), p.unit));
            }
        }
        Ok(())
    }

    /// Which of the circuit's parameters are those of a node.
    pub(crate) fn span(&self, node: &Node) -> core::ops::Range<usize> {
        match node {
            Node::Part(i) => {
                let part = &self.parts[*i];
                part.first..part.first + part.element.parameters.len()
            }
            Node::Series(children) | Node::Parallel(children) => {
                let start = children.first().map_or(0, |c| self.span(c).start);
                start..children.last().map_or(start, |c| self.span(c).end)
            }
        }
    }

    /// How a node is built, the same text for nodes that are built alike.
    pub(crate) fn shape(&self, node: &Node) -> String {
        let of_all = |children: &[Node]| children.iter().map(|c| self.shape(c)).collect::<String>();
        match node {
            Node::Part(i) => self.parts[*i].element.name.to_string(),
            Node::Series(children) => format!("[{}]", of_all(children)),
            Node::Parallel(children) => format!("({})", of_all(children)),
        }
    }

    /// The time constant, s, of an arc (`(R T)^(1/P)` of the first R with the first C or CPE) or of an element that
    /// has one.
    pub(crate) fn time_constant(&self, node: &Node, values: &[f64]) -> Option<f64> {
        use element::Fast;
        let leaves = self.parts.iter().filter(|p| self.span(node).contains(&p.first));
        let (mut resistance, mut capacitor) = (None, None);
        for part in leaves {
            let p = &values[part.first..part.first + part.element.parameters.len()];
            match part.element.fast {
                Fast::R => resistance = resistance.or(Some(p[0])),
                Fast::C => capacitor = capacitor.or(Some((p[0], 1.0))),
                Fast::Cpe => capacitor = capacitor.or(Some((p[0], p[1]))),
                Fast::L => (),
                Fast::No => {
                    let time = part.element.parameters.iter().position(|p| p.unit == "s")?;
                    return Some(p[time]);
                }
            }
        }
        let (t, p) = capacitor?;
        Some(crate::math::exp(crate::math::ln(resistance? * t) / p.max(1e-3)))
    }
}
