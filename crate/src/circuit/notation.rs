//! Both notations in, one tree, both out.
//!
//! impedance.py: `R0-p(R1,CPE1)`: `-` in series, `p( , )` in parallel, each element with a number.
//! Boukamp (Solid State Ionics 20, 31, 1986): `R(RQ)`: side by side in series, `( )` in parallel, `[ ]` in series; a
//! round bracket directly inside a round one is in series again, as Boukamp alternates them. Numbers are given by us.
//! In either, pyimpspec's braces give values, limits, fixed parameters and a label: `R{R=250f/10/1e3:ct}`.

use core::fmt::Write;

use super::element::{ELEMENTS, Element};
use super::{Circuit, Given, Node, Part};
use crate::error::{Code, Error, Result};

/// Deepest nesting and largest number of elements: far beyond what any spectrum can tell apart.
const DEEPEST: usize = 24;
const MOST_ELEMENTS: usize = 48;

impl Circuit {
    /// Read a circuit in either notation.
    ///
    /// # Errors
    /// `CircuitSyntax` with the column, and what was expected there.
    pub fn parse(text: &str) -> Result<Circuit> {
        let mut reader = Reader::new(text);
        reader.skip_version();
        let root = if reader.is_boukamp() { reader.boukamp_series(0)? } else { reader.impedance_series(0)? };
        if let Some(c) = reader.peek() {
            let sentence = match c {
                ')' | ']' => format!("There is a \"{c}\" without its opening bracket."),
                '+' => "Elements in series are joined by \"-\", as in R0-p(R1,CPE1).".to_string(),
                _ => format!("\"{c}\" is not expected here."),
            };
            return Err(reader.error(sentence));
        }
        let root = simplify(root);
        name_the_nameless(&mut reader.parts, &root);
        let parts = reader.parts;
        for (i, part) in parts.iter().enumerate() {
            if parts[..i].iter().any(|p| p.name == part.name) {
                let sentence = format!("The name {} stands for two elements; give each its own.", part.name);
                return Err(Error::new(Code::CircuitSyntax, sentence).at_column(reader.columns[i]));
            }
        }
        Ok(Circuit { root, parts, notes: reader.notes })
    }

    /// The circuit in impedance.py's notation.
    pub fn to_impedance_py(&self) -> String {
        fn write(circuit: &Circuit, node: &Node, out: &mut String) {
            match node {
                Node::Part(i) => out.push_str(&circuit.parts[*i].name),
                Node::Series(children) => join(circuit, children, '-', out),
                Node::Parallel(children) => {
                    out.push_str("p(");
                    join(circuit, children, ',', out);
                    out.push(')');
                }
            }
        }
        fn join(circuit: &Circuit, children: &[Node], between: char, out: &mut String) {
            for (i, child) in children.iter().enumerate() {
                if i > 0 {
                    out.push(between);
                }
                write(circuit, child, out);
            }
        }
        let mut out = String::new();
        write(self, &self.root, &mut out);
        out
    }

    /// The circuit in Boukamp's notation, with pyimpspec's braces if values are given.
    pub fn to_boukamp(&self, values: Option<&[f64]>) -> String {
        fn write(circuit: &Circuit, node: &Node, values: Option<&[f64]>, out: &mut String) {
            let (open, children, close) = match node {
                Node::Part(i) => {
                    let part = &circuit.parts[*i];
                    out.push_str(part.element.boukamp);
                    if let Some(values) = values {
                        write_braces(part, &values[part.first..part.first + part.element.parameters.len()], out);
                    }
                    return;
                }
                Node::Series(children) => ('[', children, ']'),
                Node::Parallel(children) => ('(', children, ')'),
            };
            out.push(open);
            children.iter().for_each(|child| write(circuit, child, values, out));
            out.push(close);
        }
        let mut out = String::new();
        match &self.root {
            Node::Series(children) => children.iter().for_each(|child| write(self, child, values, &mut out)),
            node => write(self, node, values, &mut out),
        }
        out
    }
}

/// `{R=250:ct}`, with pyimpspec's own parameters where they differ from ours.
fn write_braces(part: &Part, values: &[f64], out: &mut String) {
    let foreign = FOREIGN.iter().find(|f| f.symbol == part.element.boukamp);
    let (names, values): (Vec<&str>, Vec<f64>) = match foreign {
        Some(f) => (f.names.to_vec(), (f.from_ours)(values)),
        None => (part.element.parameters.iter().map(|p| p.name).collect(), values.to_vec()),
    };
    out.push('{');
    for (i, (name, value)) in names.iter().zip(&values).enumerate() {
        let comma = if i > 0 { "," } else { "" };
        // Writing to a String cannot fail.
        let _ = write!(out, "{comma}{name}={value:e}");
    }
    if let Some(label) = part.name.strip_prefix(part.element.name).and_then(|l| l.strip_prefix('_')) {
        let _ = write!(out, ":{label}");
    }
    out.push('}');
}

/// An element that pyimpspec describes by other parameters than we do.
struct Foreign {
    /// Its name in Boukamp's notation.
    symbol: &'static str,
    /// pyimpspec's parameters.
    names: &'static [&'static str],
    /// The values it takes where the text leaves them out.
    defaults: &'static [f64],
    /// Their values as ours; `None` if our element cannot have them.
    to_ours: fn(&[f64]) -> Option<Vec<f64>>,
    /// Ours as theirs.
    from_ours: fn(&[f64]) -> Vec<f64>,
}

fn pow(x: f64, y: f64) -> f64 {
    crate::math::pow(x, y)
}

static FOREIGN: &[Foreign] = &[
    Foreign {
        symbol: "Q",
        names: &["Y", "n"],
        defaults: &[1e-6, 0.95],
        to_ours: |v| Some(v.to_vec()),
        from_ours: <[f64]>::to_vec,
    },
    Foreign {
        symbol: "W",
        names: &["Y", "n"],
        defaults: &[1e-3, 0.5],
        to_ours: |v| (v[1] == 0.5).then(|| vec![1.0 / (core::f64::consts::SQRT_2 * v[0])]),
        from_ours: |v| vec![1.0 / (core::f64::consts::SQRT_2 * v[0]), 0.5],
    },
    Foreign {
        symbol: "Wo",
        names: &["Y", "B", "n"],
        defaults: &[1.0, 1.0, 0.5],
        to_ours: |v| (v[2] == 0.5).then(|| vec![crate::math::sqrt(v[1] / v[0]), v[1]]),
        from_ours: |v| vec![v[1] / (v[0] * v[0]), v[1], 0.5],
    },
    Foreign {
        symbol: "Ws",
        names: &["Y", "B", "n"],
        defaults: &[1.0, 1.0, 0.5],
        to_ours: |v| (v[2] == 0.5).then(|| vec![crate::math::sqrt(v[1] / v[0]), v[1]]),
        from_ours: |v| vec![v[1] / (v[0] * v[0]), v[1], 0.5],
    },
    Foreign {
        symbol: "Wog",
        names: &["Y", "B", "n"],
        defaults: &[1.0, 1.0, 0.5],
        to_ours: |v| Some(vec![pow(v[1] / v[0], v[2]), v[1], v[2]]),
        from_ours: |v| vec![v[1] * pow(v[0], -1.0 / v[2]), v[1], v[2]],
    },
    Foreign {
        symbol: "Wsg",
        names: &["Y", "B", "n"],
        defaults: &[1.0, 1.0, 0.5],
        to_ours: |v| Some(vec![pow(v[1] / v[0], v[2]), v[1], v[2]]),
        from_ours: |v| vec![v[1] * pow(v[0], -1.0 / v[2]), v[1], v[2]],
    },
    Foreign {
        symbol: "G",
        names: &["Y", "k", "n"],
        defaults: &[1.0, 1.0, 0.5],
        to_ours: |v| (v[2] == 0.5).then(|| vec![1.0 / (v[0] * crate::math::sqrt(v[1])), 1.0 / v[1]]),
        from_ours: |v| vec![crate::math::sqrt(v[1]) / v[0], 1.0 / v[1], 0.5],
    },
    Foreign {
        symbol: "Ga",
        names: &["R", "tau", "n"],
        defaults: &[1.0, 1.0, 0.5],
        to_ours: |v| Some(v.to_vec()),
        from_ours: <[f64]>::to_vec,
    },
    Foreign {
        symbol: "Zarc",
        names: &["R", "tau", "n"],
        defaults: &[1.0, 1.0, 0.95],
        to_ours: |v| Some(v.to_vec()),
        from_ours: <[f64]>::to_vec,
    },
    Foreign {
        symbol: "La",
        names: &["L", "n"],
        defaults: &[1e-6, 0.95],
        to_ours: |v| Some(vec![pow(v[0], 1.0 / v[1]), v[1]]),
        from_ours: |v| vec![pow(v[0], v[1]), v[1]],
    },
];

/// In pyimpspec a finite-length Warburg element with a free exponent has the name of the plain one.
const WITH_EXPONENT: &[(&str, &str)] = &[("Wo", "Wog"), ("Ws", "Wsg"), ("G", "Gn")];

/// Names of Boukamp's notation that stand for an element under another one.
const BOUKAMP_ALIASES: &[(&str, &str)] = &[("CPE", "Q"), ("Wo", "T"), ("Ws", "O")];

/// A series within a series, and a group of one, are not needed.
fn simplify(node: Node) -> Node {
    let (children, series) = match node {
        Node::Part(i) => return Node::Part(i),
        Node::Series(children) => (children, true),
        Node::Parallel(children) => (children, false),
    };
    let mut flat = Vec::with_capacity(children.len());
    for child in children.into_iter().map(simplify) {
        match child {
            Node::Series(inner) if series => flat.extend(inner),
            Node::Parallel(inner) if !series => flat.extend(inner),
            child => flat.push(child),
        }
    }
    if flat.len() == 1
        && let Some(only) = flat.pop()
    {
        return only;
    }
    if series { Node::Series(flat) } else { Node::Parallel(flat) }
}

/// Elements without a number get that of the parallel group they stand in, or the next that is free: `R(RQ)(RQ)` is
/// `R0-p(R1,CPE1)-p(R2,CPE2)`.
fn name_the_nameless(parts: &mut [Part], root: &Node) {
    fn walk(parts: &mut [Part], node: &Node, group: &mut usize) {
        match node {
            Node::Part(i) => {
                if parts[*i].name.is_empty() {
                    let name = (*group..)
                        .map(|number| format!("{}{number}", parts[*i].element.name))
                        .find(|name| parts.iter().all(|p| p.name != *name));
                    parts[*i].name = name.unwrap_or_default();
                }
            }
            Node::Series(children) => children.iter().for_each(|child| walk(parts, child, group)),
            Node::Parallel(children) => {
                *group += 1;
                children.iter().for_each(|child| walk(parts, child, group));
            }
        }
    }
    walk(parts, root, &mut 0);
}

/// The text and how far it has been read.
struct Reader {
    text: Vec<char>,
    at: usize,
    parts: Vec<Part>,
    columns: Vec<usize>,
    notes: Vec<String>,
}

impl Reader {
    fn new(text: &str) -> Reader {
        Reader { text: text.chars().collect(), at: 0, parts: Vec::new(), columns: Vec::new(), notes: Vec::new() }
    }

    /// The next character that is not a space.
    fn peek(&mut self) -> Option<char> {
        while self.text.get(self.at).is_some_and(|c| c.is_whitespace()) {
            self.at += 1;
        }
        self.text.get(self.at).copied()
    }

    /// Take the next character if it is this one.
    fn take(&mut self, c: char) -> bool {
        let found = self.peek() == Some(c);
        if found {
            self.at += 1;
        }
        found
    }

    fn error(&self, message: impl Into<String>) -> Error {
        Error::new(Code::CircuitSyntax, message).at_column(self.at + 1)
    }

    /// pyimpspec may start with `!V=1!`.
    fn skip_version(&mut self) {
        if self.peek() == Some('!')
            && let Some(end) = self.text[self.at + 1..].iter().position(|&c| c == '!')
        {
            self.at += end + 2;
        }
    }

    /// Whether the text is in Boukamp's notation: neither `-`, `,` nor `p(` outside braces, and not one numbered or labelled name.
    fn is_boukamp(&self) -> bool {
        let (mut depth, mut brackets, mut label, mut last) = (0_usize, false, false, ' ');
        for &c in self.text[self.at..].iter().filter(|c| !c.is_whitespace()) {
            match c {
                '{' => depth += 1,
                '}' => depth = depth.saturating_sub(1),
                '-' | ',' | '+' if depth == 0 => return false,
                '(' if depth == 0 && last == 'p' => return false,
                '(' | '[' => brackets = true,
                '_' if depth == 0 => label = true,
                _ => (),
            }
            last = c;
        }
        brackets || !(label || last.is_ascii_digit())
    }

    fn enter(&self, depth: usize) -> Result<()> {
        if depth > DEEPEST {
            return Err(self.error(format!("Circuits can be nested {DEEPEST} levels deep.")));
        }
        Ok(())
    }

    fn impedance_series(&mut self, depth: usize) -> Result<Node> {
        self.enter(depth)?;
        let mut children = Vec::new();
        loop {
            children.push(self.impedance_term(depth)?);
            if !self.take('-') {
                return Ok(Node::Series(children));
            }
        }
    }

    fn impedance_term(&mut self, depth: usize) -> Result<Node> {
        let opens_parallel = self.peek() == Some('p') && {
            let at = self.at;
            self.at += 1;
            let found = self.take('(');
            if !found {
                self.at = at;
            }
            found
        };
        if !opens_parallel {
            return self.element(false);
        }
        let mut children = Vec::new();
        loop {
            children.push(self.impedance_series(depth + 1)?);
            if self.take(')') {
                return Ok(Node::Parallel(children));
            }
            if !self.take(',') {
                return Err(self.error("A \",\" or the closing \")\" of the parallel group is expected here."));
            }
        }
    }

    fn boukamp_series(&mut self, depth: usize) -> Result<Node> {
        Ok(Node::Series(self.boukamp_items(depth, false)?))
    }

    fn boukamp_items(&mut self, depth: usize, in_parallel: bool) -> Result<Vec<Node>> {
        self.enter(depth)?;
        let mut children = Vec::new();
        loop {
            let child = match self.peek() {
                None | Some(')' | ']') if !children.is_empty() => return Ok(children),
                Some('(') => {
                    self.at += 1;
                    let inner = self.boukamp_items(depth + 1, !in_parallel)?;
                    self.close(')')?;
                    if in_parallel { Node::Series(inner) } else { Node::Parallel(inner) }
                }
                Some('[') => {
                    self.at += 1;
                    let inner = self.boukamp_items(depth + 1, false)?;
                    self.close(']')?;
                    Node::Series(inner)
                }
                _ => self.element(true)?,
            };
            children.push(child);
        }
    }

    fn close(&mut self, bracket: char) -> Result<()> {
        if self.take(bracket) { Ok(()) } else { Err(self.error(format!("The closing \"{bracket}\" is missing here."))) }
    }

    /// An element with its number and its braces.
    fn element(&mut self, boukamp: bool) -> Result<Node> {
        let Some(next) = self.peek() else {
            return Err(self.error("The circuit ends where an element is expected."));
        };
        let rest = &self.text[self.at..];
        let starts = |name: &str| name.chars().eq(rest.iter().copied().take(name.len()));
        let name_of = |e: &Element| if boukamp { e.boukamp } else { e.name };
        let aliases = if boukamp { BOUKAMP_ALIASES } else { &[] };
        let found = ELEMENTS
            .iter()
            .map(|e| (name_of(e), e))
            .chain(
                aliases
                    .iter()
                    .filter_map(|(alias, name)| ELEMENTS.iter().find(|e| e.boukamp == *name).map(|e| (*alias, e))),
            )
            .filter(|(name, _)| starts(name))
            .max_by_key(|(name, _)| name.len());
        let Some((symbol, element)) = found else {
            let known: Vec<&str> = ELEMENTS.iter().map(name_of).collect();
            return Err(self.error(format!("No element starts with \"{next}\" here; known are {}.", known.join(", "))));
        };
        if self.parts.len() == MOST_ELEMENTS {
            return Err(self.error(format!("A circuit can have {MOST_ELEMENTS} elements.")));
        }
        self.columns.push(self.at + 1);
        self.at += symbol.len();
        let number = self.number();
        // Wo and Ws are pyimpspec's names also where Boukamp's own are T and O.
        let symbol = if symbol == "CPE" { "Q" } else { symbol };
        let (element, given, label) = self.braces(symbol, element)?;
        let first = self.parts.last().map_or(0, |p| p.first + p.element.parameters.len());
        let name = match (label, number) {
            (Some(label), _) => format!("{}_{label}", element.name),
            (None, Some(number)) => format!("{}{number}", element.name),
            (None, None) => String::new(),
        };
        self.parts.push(Part { element, name, first, given });
        Ok(Node::Part(self.parts.len() - 1))
    }

    /// The digits (or `_` and a word) after an element's name.
    fn number(&mut self) -> Option<String> {
        let start = self.at;
        let word = self.text.get(start) == Some(&'_');
        let end = self.text[start..]
            .iter()
            .position(|&c| !(c.is_ascii_digit() || word && (c.is_ascii_alphanumeric() || c == '_')))
            .map_or(self.text.len(), |n| start + n);
        self.at = end;
        (end > start).then(|| self.text[start..end].iter().collect())
    }

    /// What stands in braces: `{R=250f/10/1e3, …:label}`.
    fn braces(
        &mut self,
        symbol: &str,
        element: &'static Element,
    ) -> Result<(&'static Element, Vec<Given>, Option<String>)> {
        let mut given = vec![Given::default(); element.parameters.len()];
        if !self.take('{') {
            return Ok((element, given, None));
        }
        let foreign = FOREIGN.iter().find(|f| f.symbol == symbol);
        let mut foreign_given: Vec<Option<Given>> = vec![None; foreign.map_or(0, |f| f.names.len())];
        let mut label = None;
        while !self.take('}') {
            if self.take(':') {
                label = self.label()?;
                self.close('}')?;
                break;
            }
            self.peek();
            let name_at = self.at;
            let name = self.until(&['=', ',', '}', ':']);
            if !self.take('=') {
                return Err(self.error("A parameter and its value, like R=250, are expected here."));
            }
            let own = element.parameters.iter().position(|p| p.name == name);
            let theirs = foreign.and_then(|f| f.names.iter().position(|n| *n == name));
            let value = self.given()?;
            match (own, theirs) {
                (_, Some(i)) => foreign_given[i] = Some(value),
                (Some(i), None) => given[i] = value,
                (None, None) => {
                    self.at = name_at;
                    let known: Vec<&str> = foreign
                        .map_or_else(|| element.parameters.iter().map(|p| p.name).collect(), |f| f.names.to_vec());
                    return Err(
                        self.error(format!("{symbol} has no parameter \"{name}\"; it has {}.", known.join(", ")))
                    );
                }
            }
            self.take(',');
        }
        match foreign {
            Some(f) if foreign_given.iter().any(Option::is_some) => {
                let (element, given) = self.translate(f, element, &foreign_given)?;
                Ok((element, given, label))
            }
            _ => Ok((element, given, label)),
        }
    }

    /// pyimpspec's parameters as ours.
    fn translate(
        &mut self,
        foreign: &'static Foreign,
        element: &'static Element,
        theirs: &[Option<Given>],
    ) -> Result<(&'static Element, Vec<Given>)> {
        let values: Vec<f64> =
            theirs.iter().zip(foreign.defaults).map(|(g, &d)| g.and_then(|g| g.value).unwrap_or(d)).collect();
        let fixed = |i: usize| theirs.get(i).copied().flatten().is_some_and(|g| g.fixed);
        let exponent = foreign.names.len() - 1;
        // A Warburg exponent that is free, or is not 1/2, needs the element that has one.
        let (element, ours) = match (foreign.to_ours)(&values) {
            Some(ours) => (element, ours),
            None => {
                let other = WITH_EXPONENT.iter().find(|(plain, _)| *plain == foreign.symbol).map(|(_, other)| *other);
                let found = ELEMENTS.iter().find(|e| Some(e.name) == other);
                let converted = match other {
                    Some("Gn") => Some(vec![pow(values[1], -values[2]) / values[0], 1.0 / values[1], values[2]]),
                    _ => FOREIGN.iter().find(|f| Some(f.symbol) == other).and_then(|f| (f.to_ours)(&values)),
                };
                match (found, converted, foreign.symbol) {
                    (Some(element), Some(ours), _) => (element, ours),
                    _ => {
                        let sentence = format!("{} with an exponent other than 0.5 is a Q here.", foreign.symbol);
                        return Err(self.error(sentence));
                    }
                }
            }
        };
        let identical = ours == values;
        let mut given: Vec<Given> =
            ours.iter().map(|&v| Given { value: v.is_finite().then_some(v), ..Given::default() }).collect();
        for (i, g) in theirs.iter().enumerate() {
            let Some(g) = g else { continue };
            if identical {
                if let Some(slot) = given.get_mut(i) {
                    *slot = *g;
                }
            } else if i != exponent && fixed(i) {
                given.iter_mut().for_each(|slot| slot.fixed = true);
            } else if i != exponent && (g.lower.is_some_and(|l| l > 0.0) || g.upper.is_some_and(f64::is_finite)) {
                self.notes.push(format!(
                    "The limits of {}'s {} are left out: here it has {}.",
                    foreign.symbol,
                    foreign.names[i],
                    element.parameters.iter().map(|p| p.name).collect::<Vec<_>>().join(", ")
                ));
            }
        }
        Ok((element, given))
    }

    fn until(&mut self, ends: &[char]) -> String {
        let start = self.at;
        while self.text.get(self.at).is_some_and(|c| !ends.contains(c)) {
            self.at += 1;
        }
        self.text[start..self.at].iter().collect::<String>().trim().to_string()
    }

    fn label(&mut self) -> Result<Option<String>> {
        let start = self.at;
        let label = self.until(&['}']);
        if !label.chars().all(|c| c.is_ascii_alphanumeric() || c == '_') {
            self.at = start;
            return Err(self.error("A label is made of letters, digits and \"_\"."));
        }
        Ok((!label.is_empty()).then_some(label))
    }

    /// `250`, `250f`, `250/10/1e3`.
    fn given(&mut self) -> Result<Given> {
        let (value, fixed) = self.number_in_braces()?;
        let mut given = Given { value, fixed, ..Given::default() };
        for limit in [&mut given.lower, &mut given.upper] {
            if !self.take('/') {
                break;
            }
            *limit = self.number_in_braces()?.0;
        }
        if let (Some(lower), Some(upper)) = (given.lower, given.upper)
            && lower >= upper
        {
            return Err(self.error("The lower limit must be below the upper one."));
        }
        Ok(given)
    }

    fn number_in_braces(&mut self) -> Result<(Option<f64>, bool)> {
        self.peek();
        let start = self.at;
        let text = self.until(&['/', ',', '}', ':']);
        let lower = text.to_ascii_lowercase();
        if lower.is_empty() || lower == "inf" || lower == "-inf" {
            return Ok((None, false));
        }
        let (digits, fixed) = match lower.strip_suffix('f') {
            Some(digits) => (digits, true),
            None => (lower.as_str(), false),
        };
        match digits.parse::<f64>() {
            Ok(value) if value.is_finite() => Ok((Some(value), fixed)),
            _ => {
                self.at = start;
                Err(self.error(format!("\"{text}\" is not a number.")))
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn column(text: &str) -> (usize, String) {
        let error = Circuit::parse(text).unwrap_err();
        assert_eq!(error.code, Code::CircuitSyntax, "{text}");
        (error.column.unwrap(), error.message)
    }

    #[test]
    fn both_notations_make_one_tree() {
        for (boukamp, impedance) in [
            ("R(RQ)", "R0-p(R1,CPE1)"),
            ("R(RQ)(RQ)", "R0-p(R1,CPE1)-p(R2,CPE2)"),
            ("R(QR[RL])", "R0-p(CPE1,R1,R2-L1)"),
            ("LR(RQ)(Q[RW])", "L0-R0-p(R1,CPE1)-p(CPE2,R2-W2)"),
            ("R(C[R(RL)])", "R0-p(C1,R1-p(R2,L2))"),
            ("[R(RQ)]", "R0-p(R1,CPE1)"),
            ("RC", "R0-C0"),
        ] {
            let circuit = Circuit::parse(boukamp).unwrap();
            assert_eq!(circuit.to_impedance_py(), impedance);
            assert_eq!(*circuit.root(), *Circuit::parse(impedance).unwrap().root());
        }
        // Boukamp's alternating round brackets: a round one in a round one is a series.
        assert_eq!(Circuit::parse("R(C(RW))").unwrap().to_impedance_py(), "R0-p(C1,R1-W1)");
        assert_eq!(Circuit::parse("R(Q(R(CR)))").unwrap().to_impedance_py(), "R0-p(CPE1,R1-p(C2,R2))");
    }

    #[test]
    fn braces_give_values_limits_and_labels() {
        let circuit = Circuit::parse("R{R=50:sol}(R{R=250f:ct}C{C=1.5e-6/1e-6/2e-6:dl})").unwrap();
        assert_eq!(circuit.names(), ["R_sol.R", "R_ct.R", "C_dl.C"]);
        let given: Vec<Given> = circuit.given().collect();
        assert_eq!(given[1], Given { value: Some(250.0), fixed: true, ..Given::default() });
        assert_eq!(given[2], Given { value: Some(1.5e-6), fixed: false, lower: Some(1e-6), upper: Some(2e-6) });
        let again = Circuit::parse(&circuit.to_boukamp(Some(&[50.0, 250.0, 1.5e-6]))).unwrap();
        assert_eq!(again.names(), circuit.names());
        let with_infinity = Circuit::parse("R{R=1E+01/0.0/inf}W{Y=1E-3/1e-10/inf,n=5e-1F/0/1}").unwrap();
        assert_eq!(with_infinity.given().next().unwrap().upper, None);
        assert_eq!(with_infinity.notes.len(), 1);
    }

    #[test]
    fn names_are_found_as_other_programs_write_them() {
        let circuit = Circuit::parse("R0-p(R1,CPE1)").unwrap();
        assert_eq!(circuit.index_of("CPE1.P").unwrap(), 3);
        assert_eq!(circuit.index_of("CPE1_0").unwrap(), 2);
        assert_eq!(circuit.index_of("R1").unwrap(), 1);
        assert_eq!(circuit.index_of("R10").unwrap_err().code, Code::UnknownName);
        assert_eq!(circuit.index_of("CPE1").unwrap_err().code, Code::UnknownName);
        // A lone element with a word after it: in Boukamp's notation words stand in braces.
        assert_eq!(Circuit::parse("HNd_blend").unwrap().to_impedance_py(), "HNd_blend");
    }

    #[test]
    fn an_error_names_the_column() {
        assert_eq!(column("R0-p(R1,X1)").0, 9);
        assert_eq!(column("R0-p(R1,CPE1").0, 13);
        assert_eq!(column("R0-p(R1,R1)").0, 9);
        assert_eq!(column("R(RQ").0, 5);
        assert_eq!(column("R(RQ))").0, 6);
        assert_eq!(column("R0+R1").0, 3);
        assert_eq!(column("").0, 1);
        assert_eq!(column("R{R=abc}").0, 5);
        assert_eq!(column("R{X=1}").0, 3);
        assert_eq!(column("R{R=1/5/2}").1, "The lower limit must be below the upper one.");
        assert!(Circuit::parse(&"(".repeat(10_000)).is_err());
        assert!(Circuit::parse(&"p(".repeat(10_000)).is_err());
        assert!(Circuit::parse(&"R".repeat(10_000)).is_err());
    }

    /// Circuits of a few elements, nested a few times, in impedance.py's notation, numbered from one counter, some with a word.
    fn circuits() -> impl Strategy<Value = String> {
        let every: Vec<&str> = ELEMENTS.iter().map(|e| e.name).collect();
        let leaf = (prop::sample::select(every), any::<bool>())
            .prop_map(|(e, word)| format!("{e}{}", if word { "_a#b" } else { "#" }));
        let tree = leaf.prop_recursive(4, 16, 3, |inner| {
            prop_oneof![
                prop::collection::vec(inner.clone(), 2..4).prop_map(|v| v.join("-")),
                prop::collection::vec(inner, 2..4).prop_map(|v| format!("p({})", v.join(","))),
            ]
        });
        tree.prop_map(|text| {
            let mut pieces = text.split('#');
            let mut out = pieces.next().unwrap_or_default().to_string();
            for (i, piece) in pieces.enumerate() {
                out += &format!("{i}{piece}");
            }
            out
        })
    }

    proptest! {
        #[test]
        fn what_is_written_is_read_again(text in circuits()) {
            let circuit = Circuit::parse(&text).unwrap();
            let written = circuit.to_impedance_py();
            let again = Circuit::parse(&written).unwrap();
            prop_assert_eq!(again.to_impedance_py(), written);
            prop_assert_eq!(again.root(), circuit.root());
            prop_assert_eq!(again.names(), circuit.names());
            let boukamp = Circuit::parse(&circuit.to_boukamp(None)).unwrap();
            prop_assert_eq!(boukamp.root(), circuit.root());
        }

        #[test]
        fn no_text_panics(text in "[RCLQWTOGKpHNZa0-9_\\-,(){}\\[\\]=:/.eEfF+! ]{0,40}") {
            if let Ok(circuit) = Circuit::parse(&text) {
                let _ = circuit.to_boukamp(None);
                let values = vec![0.5; circuit.len()];
                let _ = circuit.impedance(&values, &[1.0, 1e3]);
            }
        }

        #[test]
        fn no_unicode_panics(text in "\\PC{0,30}") {
            let _ = Circuit::parse(&text);
        }
    }
}
