//! JSON of other programs: arrays side by side, or a list of records, read as the table they are.

use std::collections::HashMap;

use super::{
    Format, MAX_SPECTRA, Reading, Source, generic,
    json::{self, Json},
    plural, sweep, writing,
};
use crate::error::Result;

/// Not tried by itself: our own JSON is, and passes on what is another's.
const FORMAT: Format =
    Format { id: "json-table", label: "JSON", recognise: |_| false, read: |_| Ok(Reading::default()) };

/// Deepest object that is looked into.
const DEPTH: usize = 6;

/// All tables of a document that hold an impedance as one reading; nothing where there is no table at all.
pub fn read(document: &Json, source: &Source) -> Option<Result<Reading>> {
    let mut tables = Vec::new();
    tables_of(document, "", 0, &mut tables);
    let several = tables.len() > 1;
    let mut whole = Reading::new(FORMAT.id);
    let mut refused = Vec::new();
    for (name, text) in tables {
        let mut spectrum = source.spectrum();
        spectrum.meta.insert("format".into(), FORMAT.label.into());
        let named = several && !name.is_empty();
        if named {
            spectrum.name = format!("{} · {name}", source.name);
        }
        match generic::read_as(&FORMAT, &Source::new(source.name, text.as_bytes()), spectrum) {
            Ok(mut read) => {
                if named && read.spectra.len() > 1 {
                    read.spectra.iter_mut().zip(1..).for_each(|(s, i)| s.name = format!("{} · {i}", s.name));
                }
                whole.spectra.append(&mut read.spectra);
                for warning in read.warnings {
                    if !whole.warnings.contains(&warning) {
                        whole.warn(warning);
                    }
                }
                whole.understood = read.understood;
            }
            Err(error) => refused.push(error),
        }
    }
    if whole.spectra.is_empty() {
        return refused.pop().map(Err);
    }
    if whole.spectra.len() > MAX_SPECTRA {
        return Some(Err(sweep::too_many()));
    }
    if several && let Some((columns, _)) = whole.understood.rsplit_once("; ") {
        whole.understood = format!("{columns}; {}", sweep::count_label(&whole.spectra));
    }
    if !refused.is_empty() {
        whole.warn(format!("{} without an impedance passed over.", plural(refused.len(), "table", "tables")));
    }
    Some(Ok(whole))
}

/// Every table as comma-separated text, and its name or the field it stands in.
fn tables_of(json: &Json, name: &str, depth: usize, found: &mut Vec<(String, String)>) {
    if depth > DEPTH {
        return;
    }
    match json {
        Json::Array(entries) => {
            let Some(Json::Object(first)) = entries.first() else { return };
            let names = sorted(first, &|value| is_cell(value));
            match written(&names, entries.len(), &|row, name| {
                cell(entries.get(row).and_then(|entry| json::field(entry, name)))
            }) {
                Some(text) => found.push((name.into(), text)),
                None => entries.iter().for_each(|entry| tables_of(entry, "", depth + 1, found)),
            }
        }
        Json::Object(fields) => {
            let list = |name: &String| json::list(json::field(json, name));
            let names = sorted(fields, &|value| match value {
                Json::Array(list) => !list.is_empty() && list.iter().all(is_cell),
                _ => false,
            });
            let longest = names.iter().map(|n| list(n).len()).max().unwrap_or(0);
            match written(&names, longest, &|row, name| cell(list(name).get(row))) {
                Some(text) => found.push((json::text(json::field(json, "name")).unwrap_or(name).into(), text)),
                None => {
                    for key in sorted(fields, &|_| true) {
                        json::field(json, key).into_iter().for_each(|value| tables_of(value, key, depth + 1, found));
                    }
                }
            }
        }
        _ => {}
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
