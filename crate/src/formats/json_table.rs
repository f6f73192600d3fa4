//! JSON of other programs: arrays side by side, or a list of records, read as the table they are.

use std::collections::HashMap;

use super::{Format, Reading, Source, generic, json::Json, writing};
use crate::error::Result;

/// Not tried by itself: our own JSON is, and passes on what is another's.
const FORMAT: Format =
    Format { id: "json-table", label: "JSON", recognise: |_| false, read: |_| Ok(Reading::default()) };

/// Deepest object that is looked into.
const DEPTH: usize = 6;

/// The table in a document, if there is one.
pub fn read(document: &Json, source: &Source) -> Option<Result<Reading>> {
    let text = table(document, 0)?;
    let mut spectrum = source.spectrum();
    spectrum.meta.insert("format".into(), FORMAT.label.into());
    Some(generic::read_as(&FORMAT, &Source::new(source.name, text.as_bytes()), spectrum))
}

/// The first table as comma-separated text.
fn table(json: &Json, depth: usize) -> Option<String> {
    if depth > DEPTH {
        return None;
    }
    match json {
        Json::Array(entries) => {
            let Some(Json::Object(first)) = entries.first() else { return None };
            let names = sorted(first, &|value| is_cell(value));
            let cell_of = |row: usize, name: &String| match entries.get(row) {
                Some(Json::Object(fields)) => cell(fields.get(name)),
                _ => String::new(),
            };
            written(&names, entries.len(), &cell_of)
                .or_else(|| entries.iter().find_map(|entry| table(entry, depth + 1)))
        }
        Json::Object(fields) => {
            let list = |name: &String| match fields.get(name) {
                Some(Json::Array(list)) => list.as_slice(),
                _ => &[],
            };
            let names = sorted(fields, &|value| match value {
                Json::Array(list) => !list.is_empty() && list.iter().all(is_cell),
                _ => false,
            });
            let longest = names.iter().map(|n| list(n).len()).max().unwrap_or(0);
            written(&names, longest, &|row, name| cell(list(name).get(row)))
                .or_else(|| sorted(fields, &|_| true).into_iter().find_map(|name| table(fields.get(name)?, depth + 1)))
        }
        _ => None,
    }
}

/// Names of the fields whose values pass, in an order that is always the same.
fn sorted<'a>(fields: &'a HashMap<String, Json>, passes: &dyn Fn(&Json) -> bool) -> Vec<&'a String> {
    let names: Vec<&String> = fields.iter().filter(|(_, value)| passes(value)).map(|(name, _)| name).collect();
    crate::math::order_of(names.len(), &|a, b| names[a].cmp(names[b])).into_iter().map(|i| names[i]).collect()
}

/// An impedance takes three columns.
fn written(names: &[&String], rows: usize, cell: &dyn Fn(usize, &String) -> String) -> Option<String> {
    if names.len() < 3 {
        return None;
    }
    let mut text = names.iter().map(|n| writing::cell(n)).collect::<Vec<_>>().join(",");
    for row in 0..rows {
        text.push('\n');
        for (i, name) in names.iter().enumerate() {
            text.push_str(if i > 0 { "," } else { "" });
            text.push_str(&cell(row, name));
        }
    }
    text.push('\n');
    Some(text)
}

fn is_cell(json: &Json) -> bool {
    matches!(json, Json::Number(_) | Json::Null)
}

fn cell(json: Option<&Json>) -> String {
    match json {
        Some(Json::Number(number)) if number.is_finite() => writing::number(*number),
        _ => String::new(),
    }
}
