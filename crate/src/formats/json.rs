//! JSON, read by `tinyjson` behind a guard against nesting that would exhaust the stack.

pub use tinyjson::JsonValue as Json;

use crate::error::{Code, Error, Result};

/// Deepest nesting that is read; instrument files have about ten levels.
const MAX_DEPTH: usize = 100;

/// The value of a JSON text; a byte-order mark, zero bytes and blanks around it do not matter.
pub fn parse(text: &str) -> Result<Json> {
    let text = text.trim_matches(|c: char| c.is_whitespace() || matches!(c, '\u{feff}' | '\0'));
    check_depth(text)?;
    text.parse::<Json>().map_err(|e| {
        Error::new(Code::Damaged, format!("the JSON is broken or cut off: {e}."))
            .at_line(e.line().max(1))
            .at_column(e.column().max(1))
    })
}

fn check_depth(text: &str) -> Result<()> {
    let (mut depth, mut in_text, mut escaped) = (0usize, false, false);
    for byte in text.bytes() {
        match byte {
            _ if escaped => escaped = false,
            b'\\' if in_text => escaped = true,
            b'"' => in_text = !in_text,
            b'{' | b'[' if !in_text => {
                depth += 1;
                if depth > MAX_DEPTH {
                    return Err(Error::new(
                        Code::Damaged,
                        format!("the JSON is nested more than {MAX_DEPTH} levels deep."),
                    ));
                }
            }
            b'}' | b']' if !in_text => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    Ok(())
}

/// A field of an object, whatever the case of its name (older files have all names in lower case).
pub fn field<'a>(json: &'a Json, name: &str) -> Option<&'a Json> {
    let Json::Object(fields) = json else { return None };
    fields.get(name).or_else(|| fields.iter().find(|(key, _)| key.eq_ignore_ascii_case(name)).map(|(_, value)| value))
}

/// The entries of an array; none of anything else.
pub fn list(json: Option<&Json>) -> &[Json] {
    match json {
        Some(Json::Array(entries)) => entries,
        _ => &[],
    }
}

/// A text.
pub fn text(json: Option<&Json>) -> Option<&str> {
    match json {
        Some(Json::String(text)) => Some(text),
        _ => None,
    }
}

/// A finite number.
pub fn number(json: Option<&Json>) -> Option<f64> {
    match json {
        Some(Json::Number(number)) if number.is_finite() => Some(*number),
        _ => None,
    }
}
