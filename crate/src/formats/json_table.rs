//! JSON of other programs: arrays side by side, or a list of records, read as the table they are.

use std::collections::HashMap;

use super::{Format, MAX_SPECTRA, Reading, Source, generic, json::Json, plural, sweep, writing};
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
    let mut whole: Option<Reading> = None;
    let (mut refused, mut count) = (None, 0);
    for (name, text) in tables {
        let mut spectrum = source.spectrum();
        spectrum.meta.insert("format".into(), FORMAT.label.into());
        let mut read = match generic::read_as(&FORMAT, &Source::new(source.name, text.as_bytes()), spectrum) {
            Ok(read) => read,
            Err(error) => {
                refused = refused.or(Some(error));
                count += 1;
                continue;
            }
        };
        // The one spectrum of a table bears the table's name.
        if let ([only], true) = (read.spectra.as_mut_slice(), several && !name.is_empty()) {
            only.name = format!("{} · {name}", source.name);
        }
        let Some(whole) = whole.as_mut() else {
            whole = Some(read);
            continue;
        };
        if whole.spectra.len() + read.spectra.len() > MAX_SPECTRA {
            return Some(Err(sweep::too_many()));
        }
        whole.spectra.append(&mut read.spectra);
        for warning in read.warnings {
            if !whole.warnings.contains(&warning) {
                whole.warn(warning);
            }
        }
    }
    if let Some(whole) = whole.as_mut() {
        if let Some((columns, _)) = whole.understood.rsplit_once("; ") {
            whole.understood = format!("{columns}; {}", sweep::count_label(&whole.spectra));
        }
        if count > 0 {
            whole.warn(format!("{} without an impedance passed over.", plural(count, "table", "tables")));
        }
    }
    whole.map(Ok).or(refused.map(Err))
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
            let cell_of = |row: usize, name: &String| match entries.get(row) {
                Some(Json::Object(fields)) => cell(fields.get(name)),
                _ => String::new(),
            };
            match written(&names, entries.len(), &cell_of) {
                Some(text) => found.push((name.into(), text)),
                None => entries.iter().for_each(|entry| tables_of(entry, "", depth + 1, found)),
            }
        }
        Json::Object(fields) => {
            let list = |name: &String| match fields.get(name) {
                Some(Json::Array(list)) => list.as_slice(),
                _ => &[],
            };
            let name = match fields.get("name") {
                Some(Json::String(own)) => own,
                _ => name,
            };
            let names = sorted(fields, &|value| match value {
                Json::Array(list) => !list.is_empty() && list.iter().all(is_cell),
                _ => false,
            });
            let longest = names.iter().map(|n| list(n).len()).max().unwrap_or(0);
            match written(&names, longest, &|row, name| cell(list(name).get(row))) {
                Some(text) => found.push((name.into(), text)),
                None => {
                    for key in sorted(fields, &|_| true) {
                        fields.get(key).into_iter().for_each(|value| tables_of(value, key, depth + 1, found));
                    }
                }
            }
        }
        _ => {}
    }
}

/// Names of the fields whose values pass, in an order that is always the same.
fn sorted<'a>(fields: &'a HashMap<String, Json>, passes: &dyn Fn(&Json) -> bool) -> Vec<&'a String> {
    let mut names: Vec<&String> = fields.iter().filter(|(_, value)| passes(value)).map(|(name, _)| name).collect();
    names.sort_unstable();
    names
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
