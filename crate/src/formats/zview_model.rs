//! ZView's circuit models (`.mdl`) into our circuits. After "Begin Circuit Model:" each element has lines
//! `Element #3 Type:`, `Element #3 Name:`, and for each of its parameters `Element #3,1 Name:`, `… Value:`, `… Free:`;
//! parameter 0 is R, 1 is T, 2 is P. Types known here: 1 R, 2 C, 3 L, 11 CPE, 12 Gerischer, 13 QPE; -1 and -2 open and
//! close a parallel part, and groups are told by their names too. Finite-length Warburg elements are told by the name
//! that ZView gives them. Any other is refused by name and line, never guessed.

use super::{Format, Reading, Source, header_number, plural, text::Line};
use crate::{
    circuit::Circuit,
    error::{Code, Error, Result},
    math,
};

/// ZView models.
pub const FORMAT: Format = Format { id: "zview-model", label: "ZView model", recognise, read };

fn recognise(source: &Source) -> bool {
    source.lines().take(400).any(|l| l.text.trim_start().starts_with("Begin Circuit Model"))
}

/// One entry of the model.
#[derive(Default)]
struct Entry<'a> {
    line: usize,
    code: i64,
    name: &'a str,
    /// R, T, P, and what else there may be, where the file gives them.
    parameters: [Option<f64>; 3],
}

impl Entry<'_> {
    /// A parameter that the element must have.
    fn value(&self, place: usize) -> Result<f64> {
        self.parameters.get(place).copied().flatten().ok_or_else(|| {
            let missing = ["R", "T", "P"].get(place).unwrap_or(&"");
            Error::new(Code::Damaged, format!("the element {} has no value of {missing}.", self.name))
                .at_line(self.line)
        })
    }

    /// Our symbol and its values, and whether only the name told.
    fn element(&self) -> Result<(&'static str, Vec<f64>, bool)> {
        let letters = self.name.trim_end_matches(|c: char| c.is_ascii_digit()).to_ascii_lowercase();
        let [r, t, p] = [0, 1, 2].map(|i| self.value(i));
        Ok(match (self.code, letters.as_str()) {
            // Some programs number the only parameter of C and L from 0.
            (1, _) => ("R", vec![r.or(t)?], false),
            (2, _) => ("C", vec![t.or(r)?], false),
            (3, _) => ("L", vec![t.or(r)?], false),
            (11, _) => ("CPE", vec![t?, p?], false),
            // Z = 1/(T sqrt(P + jw))
            (12, _) => {
                let (t, p) = (t?, p?);
                ("G", vec![1.0 / (t * p.sqrt()), 1.0 / p], false)
            }
            // Z = 1/(jw T)^P
            (13, _) => {
                let (t, p) = (t?, p?);
                ("CPE", vec![math::pow(t, p), p], false)
            }
            (_, "wo") if p.as_ref().is_ok_and(|&p| p == 0.5) => ("Wo", vec![r?, t?], true),
            (_, "ws") if p.as_ref().is_ok_and(|&p| p == 0.5) => ("Ws", vec![r?, t?], true),
            (_, "wo") => ("Wog", vec![r?, t?, p?], true),
            (_, "ws") => ("Wsg", vec![r?, t?, p?], true),
            (code, _) => {
                let sentence = format!(
                    "the element “{}” is of ZView's type {code}, which is not known here; R, C, L, CPE, QPE, Gerischer, \
                     Wo and Ws in series and in parallel are.",
                    self.name
                );
                return Err(Error::new(Code::CircuitSyntax, sentence).at_line(self.line));
            }
        })
    }
}

/// The entries between "Begin Circuit Model" and its end.
fn entries<'a>(source: &'a Source) -> Vec<Entry<'a>> {
    let mut entries: Vec<Entry<'a>> = Vec::new();
    let mut parameter = 0;
    let lines = source.lines().skip_while(|l| !l.text.trim_start().starts_with("Begin Circuit Model")).skip(1);
    for Line { number, text, .. } in lines.take_while(|l| !l.text.trim_start().starts_with("End Circuit Model")) {
        let Some((key, value)) = text.split_once(':') else { continue };
        let value = value.trim();
        let place = key.split_once(',').and_then(|(_, rest)| rest.split_whitespace().next()?.parse::<usize>().ok());
        let is = |word: &str| key.trim_end().ends_with(word);
        if is("Type")
            && let Ok(code) = value.parse::<i64>()
        {
            entries.push(Entry { line: number, code, ..Entry::default() });
            continue;
        }
        let Some(entry) = entries.last_mut() else { continue };
        if is("Name") {
            match place {
                None => entry.name = value,
                // Of several parameters' numbering the name is surer: R, T, P, also "W-R", "W-T", "W-P".
                Some(place) => {
                    parameter = ["R", "T", "P"].iter().position(|name| value.ends_with(name)).unwrap_or(place);
                }
            }
        } else if is("Value")
            && place.is_some()
            && let Some(slot) = entry.parameters.get_mut(parameter)
        {
            *slot = header_number(value);
        }
    }
    entries
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut text = String::new();
    let mut values = Vec::new();
    let mut count = 0usize;
    // Whether each open group is a parallel one, and whether nothing stands in it yet.
    let mut groups = vec![(false, true)];
    for entry in entries(source) {
        let name = entry.name.to_ascii_lowercase();
        let is = |word: &str, code: i64| name == word || entry.code == code;
        let opens = if is("begin_parallel", -1) {
            Some(true)
        } else if name == "begin_series" {
            Some(false)
        } else {
            None
        };
        if is("end_parallel", -2) || name == "end_series" {
            let parallel = name != "end_series";
            match groups.pop() {
                Some((kind, false)) if kind == parallel && !groups.is_empty() => {
                    text.push_str(if kind { ")" } else { "" })
                }
                _ => {
                    let sentence = "a part of the model is closed that is empty or was not opened.";
                    return Err(Error::new(Code::Damaged, sentence).at_line(entry.line));
                }
            }
            continue;
        }
        if let Some((parallel, is_first)) = groups.last_mut() {
            if !*is_first {
                text.push(if *parallel { ',' } else { '-' });
            }
            *is_first = false;
        }
        if let Some(parallel) = opens {
            groups.push((parallel, true));
            text.push_str(if parallel { "p(" } else { "" });
            continue;
        }
        let (symbol, own, by_name) = entry.element()?;
        if own.iter().any(|v| !v.is_finite()) {
            let sentence = format!("the values of the element {} make no impedance.", entry.name);
            return Err(Error::new(Code::OutOfRange, sentence).at_line(entry.line));
        }
        if by_name {
            reading.warn(format!(
                "“{}” in line {} (ZView's type {}) was taken for a finite-length Warburg element by its name.",
                entry.name, entry.line, entry.code
            ));
        }
        count += 1;
        text.push_str(&format!("{symbol}{count}"));
        values.extend(own);
    }
    if groups.len() > 1 {
        return Err(Error::new(Code::Damaged, "the model ends within a part that is not closed."));
    }
    if count == 0 {
        return Err(Error::new(Code::Empty, "the model has no element."));
    }
    let circuit = Circuit::parse(&text)?;
    circuit.check(&values)?;
    reading.understood = format!("{}; {}", plural(count, "element", "elements"), circuit.to_impedance_py());
    reading.circuit = Some(circuit.to_boukamp(Some(&values)));
    Ok(reading)
}
