//! ZView's circuit models (`.mdl`) into our circuits. What is known of the layout: after "Begin Circuit Model:" each
//! element has a `Type` (1 R, 2 C, 3 L, 11 CPE; -1 and -2 open and close a parallel part), a name and one or two
//! values. Other types are not known here and are refused by their number, never guessed.

use super::{Format, Reading, Source, header_number, plural};
use crate::{
    circuit::Circuit,
    error::{Code, Error, Result},
};

/// ZView models.
pub const FORMAT: Format = Format { id: "zview-model", label: "ZView model", recognise, read };

fn recognise(source: &Source) -> bool {
    source.lines().take(400).any(|l| l.text.trim_start().starts_with("Begin Circuit Model"))
}

/// An element type: our symbol and how many parameters it has.
fn element(code: i64) -> Option<(&'static str, usize)> {
    match code {
        1 => Some(("R", 1)),
        2 => Some(("C", 1)),
        3 => Some(("L", 1)),
        11 => Some(("CPE", 2)),
        _ => None,
    }
}

fn read(source: &Source) -> Result<Reading> {
    let mut reading = Reading::new(FORMAT.id);
    let mut lines = source.lines().skip_while(|l| !l.text.trim_start().starts_with("Begin Circuit Model"));
    lines.next();
    let mut text = String::new();
    let mut values = Vec::new();
    let (mut count, mut depth) = (0usize, 0usize);
    let mut first_in_part = true;
    while let Some(line) = lines.next() {
        let trimmed = line.text.trim();
        if trimmed.starts_with("End Circuit Model") {
            break;
        }
        let Some((key, value)) = trimmed.split_once(':') else { continue };
        if !key.contains("Type") {
            continue;
        }
        let Ok(code) = value.trim().parse::<i64>() else { continue };
        if !first_in_part && code != -2 {
            text.push(if depth > 0 { ',' } else { '-' });
        }
        match code {
            -1 => {
                depth += 1;
                text.push_str("p(");
                first_in_part = true;
                continue;
            }
            -2 if depth > 0 && !first_in_part => {
                depth -= 1;
                text.push(')');
            }
            _ => {
                let (symbol, parameters) = element(code).ok_or_else(|| {
                    let sentence = format!("the model has an element of type {code}; R, C, L and CPE in series and in parallel are understood.");
                    Error::new(Code::CircuitSyntax, sentence).at_line(line.number)
                })?;
                count += 1;
                text.push_str(&format!("{symbol}{count}"));
                // Below the type: two names, the value, two lines on it, and the second value.
                let fields: Vec<&str> =
                    lines.clone().take(7).map(|l| l.text.split_once(':').map_or("", |(_, v)| v.trim())).collect();
                for value in [2, 5].into_iter().take(parameters) {
                    values.push(fields.get(value).and_then(|v| header_number(v)).ok_or_else(|| {
                        Error::new(Code::Damaged, "the element has no value where one should stand.")
                            .at_line(line.number)
                    })?);
                }
            }
        }
        first_in_part = false;
    }
    if depth > 0 {
        return Err(Error::new(Code::Damaged, "the model ends within a parallel part."));
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
