//! JSON of other programs: arrays side by side, or a list of records, read as the table they are.

use super::{Format, Reading, Source, generic, json::Json, write};
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
        Json::Array(entries) => match entries.first() {
            Some(Json::Object(first)) => {
                let mut names: Vec<&String> = first.keys().filter(|k| is_cell(first.get(*k))).collect();
                names.sort();
                let rows = entries.iter().map(|entry| match entry {
                    Json::Object(fields) => names.iter().map(|n| cell(fields.get(*n))).collect(),
                    _ => Vec::new(),
                });
                written(&names, rows).or_else(|| entries.iter().find_map(|entry| table(entry, depth + 1)))
            }
            _ => None,
        },
        Json::Object(fields) => {
            let mut lists: Vec<(&String, &Vec<Json>)> = fields
                .iter()
                .filter_map(|(name, value)| match value {
                    Json::Array(list) if !list.is_empty() && list.iter().all(|x| is_cell(Some(x))) => {
                        Some((name, list))
                    }
                    _ => None,
                })
                .collect();
            lists.sort_by_key(|(name, _)| *name);
            let names: Vec<&String> = lists.iter().map(|(name, _)| *name).collect();
            let longest = lists.iter().map(|(_, list)| list.len()).max().unwrap_or(0);
            let rows = (0..longest).map(|i| lists.iter().map(|(_, list)| cell(list.get(i))).collect());
            written(&names, rows).or_else(|| {
                let mut inner: Vec<(&String, &Json)> = fields.iter().collect();
                inner.sort_by_key(|(name, _)| *name);
                inner.into_iter().find_map(|(_, value)| table(value, depth + 1))
            })
        }
        _ => None,
    }
}

/// An impedance takes three columns.
fn written(names: &[&String], rows: impl Iterator<Item = Vec<String>>) -> Option<String> {
    if names.len() < 3 {
        return None;
    }
    let mut text = names.iter().map(|n| write::cell(n)).collect::<Vec<_>>().join(",");
    for row in rows {
        text.push('\n');
        text.push_str(&row.join(","));
    }
    text.push('\n');
    Some(text)
}

fn is_cell(json: Option<&Json>) -> bool {
    matches!(json, Some(Json::Number(_) | Json::Null))
}

fn cell(json: Option<&Json>) -> String {
    match json {
        Some(Json::Number(number)) if number.is_finite() => write::number(*number),
        _ => String::new(),
    }
}
