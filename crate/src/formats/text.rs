//! Bytes to lines: whatever encoding and whatever line ends an instrument's computer wrote.

use std::borrow::Cow;

/// Characters of Windows-1252 at 0x80..=0x9F; all its other bytes are the Unicode character of the same number.
const WINDOWS_1252: [char; 32] = [
    '€', '\u{81}', '‚', 'ƒ', '„', '…', '†', '‡', 'ˆ', '‰', 'Š', '‹', 'Œ', '\u{8d}', 'Ž', '\u{8f}', '\u{90}', '‘', '’',
    '“', '”', '•', '–', '—', '˜', '™', 'š', '›', 'œ', '\u{9d}', 'ž', 'Ÿ',
];

/// The text of a file: UTF-16 where a byte-order mark or the pattern of zero bytes says so, UTF-8 where it is valid,
/// else Windows-1252 (which contains Latin-1). A byte-order mark is dropped, and a character cut off at the end.
pub fn decode(bytes: &[u8]) -> Cow<'_, str> {
    match bytes {
        [0xEF, 0xBB, 0xBF, rest @ ..] => utf8(rest),
        [0xFF, 0xFE, rest @ ..] => Cow::Owned(utf16(rest, u16::from_le_bytes)),
        [0xFE, 0xFF, rest @ ..] => Cow::Owned(utf16(rest, u16::from_be_bytes)),
        _ => match zeros(bytes) {
            Zeros::SecondOfPair => Cow::Owned(utf16(bytes, u16::from_le_bytes)),
            Zeros::FirstOfPair => Cow::Owned(utf16(bytes, u16::from_be_bytes)),
            Zeros::Elsewhere => utf8(bytes),
        },
    }
}

fn utf8(bytes: &[u8]) -> Cow<'_, str> {
    match core::str::from_utf8(bytes) {
        Ok(text) => Cow::Borrowed(text),
        Err(error) if error.error_len().is_none() && error.valid_up_to() > 0 => {
            let (whole, _) = bytes.split_at(error.valid_up_to());
            String::from_utf8_lossy(whole)
        }
        Err(_) => Cow::Owned(bytes.iter().map(|&b| windows_1252(b)).collect()),
    }
}

fn windows_1252(byte: u8) -> char {
    match byte {
        0x80..=0x9F => WINDOWS_1252.get(usize::from(byte - 0x80)).copied().unwrap_or('\u{FFFD}'),
        _ => char::from(byte),
    }
}

fn utf16(bytes: &[u8], unit: fn([u8; 2]) -> u16) -> String {
    let units = bytes.as_chunks::<2>().0.iter().map(|&pair| unit(pair));
    let mut text: String = char::decode_utf16(units).map(|c| c.unwrap_or(char::REPLACEMENT_CHARACTER)).collect();
    // Some programs write the mark once more at the end.
    while text.ends_with('\u{FEFF}') {
        text.pop();
    }
    text
}

enum Zeros {
    FirstOfPair,
    SecondOfPair,
    Elsewhere,
}

/// Where the zero bytes of the beginning stand: plain text in UTF-16 has one in nearly every pair.
fn zeros(bytes: &[u8]) -> Zeros {
    let pairs = bytes.get(..bytes.len().min(512)).unwrap_or(bytes).as_chunks::<2>().0;
    let first = pairs.iter().filter(|p| p[0] == 0 && p[1] != 0).count();
    let second = pairs.iter().filter(|p| p[0] != 0 && p[1] == 0).count();
    if pairs.len() < 4 {
        Zeros::Elsewhere
    } else if second * 10 > pairs.len() * 9 {
        Zeros::SecondOfPair
    } else if first * 10 > pairs.len() * 9 {
        Zeros::FirstOfPair
    } else {
        Zeros::Elsewhere
    }
}

/// A line of a text and where it stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Line<'a> {
    /// From 1.
    pub number: usize,
    /// Without its end.
    pub text: &'a str,
    /// Whether a line end follows; where not, the file may have been cut off here.
    pub ended: bool,
}

/// The lines of a text; LF, CR LF, a lone CR, and CR CR LF each end one line.
#[derive(Debug, Clone)]
pub struct Lines<'a> {
    rest: &'a str,
    number: usize,
}

/// The lines of `text`, counted from 1.
pub fn lines(text: &str) -> Lines<'_> {
    Lines { rest: text, number: 0 }
}

impl<'a> Iterator for Lines<'a> {
    type Item = Line<'a>;

    #[inline(never)]
    fn next(&mut self) -> Option<Line<'a>> {
        if self.rest.is_empty() {
            return None;
        }
        self.number += 1;
        let number = self.number;
        let Some((text, rest)) = self.rest.split_once(['\n', '\r']) else {
            let text = core::mem::take(&mut self.rest);
            return Some(Line { number, text, ended: false });
        };
        let was_return = self.rest.as_bytes().get(text.len()) == Some(&b'\r');
        self.rest = match rest {
            _ if !was_return => rest,
            _ if rest.starts_with('\n') => rest.get(1..).unwrap_or_default(),
            _ if rest.starts_with("\r\n") => rest.get(2..).unwrap_or_default(),
            _ => rest,
        };
        Some(Line { number, text, ended: true })
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_encoding_gives_the_same_text() {
        let text = "freq/Hz\tµ²\n1\t2\n";
        let le: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let be: Vec<u8> = text.encode_utf16().flat_map(u16::to_be_bytes).collect();
        let latin1: Vec<u8> = text.chars().map(|c| c as u8).collect();
        for bytes in [
            text.as_bytes().to_vec(),
            [&[0xEF, 0xBB, 0xBF], text.as_bytes()].concat(),
            [&[0xFF, 0xFE], le.as_slice(), &[0xFF, 0xFE]].concat(),
            [&[0xFE, 0xFF], be.as_slice()].concat(),
            le,
            be,
            latin1,
        ] {
            assert_eq!(decode(&bytes), text);
        }
        assert_eq!(decode(b"\x80\x96"), "€–");
        assert_eq!(decode(b"a\xC3"), "a", "a character cut off at the end is dropped");
    }

    #[test]
    fn every_line_end_ends_one_line() {
        let parts: Vec<_> = lines("a\nb\r\nc\rd\r\r\n\r\ne").map(|l| (l.number, l.text, l.ended)).collect();
        let expected = [(1, "a", true), (2, "b", true), (3, "c", true), (4, "d", true), (5, "", true), (6, "e", false)];
        assert_eq!(parts, expected);
        assert_eq!(lines("").count(), 0);
        assert_eq!(lines("\r\r").count(), 2);
    }
}
