//! The one error type: a sentence for people, a stable code for programs, and a place where the cause stands.

use core::fmt;

/// What went wrong, in kebab-case on the JavaScript side. Codes are stable; add, never rename.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Code {
    /// No reader recognises the file.
    UnknownFormat,
    /// The file is a table, but not one with frequency and impedance.
    NoImpedanceColumns,
    /// A cell of a table is not a number.
    BadNumber,
    /// The file ends early or contradicts itself.
    Damaged,
    /// The file or series is larger than the stated limit.
    TooLarge,
    /// The file holds no impedance point.
    Empty,
    /// A circuit string does not follow either notation.
    CircuitSyntax,
    /// A parameter lies outside its range.
    OutOfRange,
    /// A name that is not known here (parameter, preset, experiment, format).
    UnknownName,
    /// Data that the analysis asked for cannot be drawn from (too few points, repeated frequencies, constant data).
    UnfitData,
    /// An argument has the wrong shape (type, length).
    BadArgument,
}

impl Code {
    /// The code as the public API spells it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Code::UnknownFormat => "unknown-format",
            Code::NoImpedanceColumns => "no-impedance-columns",
            Code::BadNumber => "bad-number",
            Code::Damaged => "damaged",
            Code::TooLarge => "too-large",
            Code::Empty => "empty",
            Code::CircuitSyntax => "circuit-syntax",
            Code::OutOfRange => "out-of-range",
            Code::UnknownName => "unknown-name",
            Code::UnfitData => "unfit-data",
            Code::BadArgument => "bad-argument",
        }
    }
}

/// An error for people: what is wrong, where, what to do.
#[derive(Debug, Clone, PartialEq, thiserror::Error)]
pub struct Error {
    /// Stable code.
    pub code: Code,
    /// A sentence that says what is wrong and what was expected.
    pub message: String,
    /// Line in the file, from 1.
    pub line: Option<usize>,
    /// Column in the line or in the circuit string, from 1.
    pub column: Option<usize>,
}

/// Result of everything that can fail.
pub type Result<T> = core::result::Result<T, Error>;

impl Error {
    /// An error without a place.
    pub fn new(code: Code, message: impl Into<String>) -> Self {
        Error { code, message: message.into(), line: None, column: None }
    }

    /// The same error at a line (from 1) of the file.
    pub fn at_line(mut self, line: usize) -> Self {
        self.line = Some(line);
        self
    }

    /// The same error at a column (from 1).
    pub fn at_column(mut self, column: usize) -> Self {
        self.column = Some(column);
        self
    }

    /// Refuses a number outside a closed range (and one that is not a number).
    pub fn unless_within(name: &str, value: f64, lower: f64, upper: f64, unit: &str) -> Result<()> {
        if value >= lower && value <= upper {
            Ok(())
        } else {
            Err(Error::out_of_range(name, value, lower, upper, unit))
        }
    }

    /// A parameter outside its range.
    pub fn out_of_range(name: &str, value: f64, lower: f64, upper: f64, unit: &str) -> Self {
        let unit = if unit.is_empty() { String::new() } else { format!(" {unit}") };
        Error::new(
            Code::OutOfRange,
            format!("{name} is {value}{unit}, but must lie between {lower} and {upper}{unit}."),
        )
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match (self.line, self.column) {
            (Some(line), Some(column)) => write!(f, "Line {line}, column {column}: {}", self.message),
            (Some(line), None) => write!(f, "Line {line}: {}", self.message),
            (None, Some(column)) => write!(f, "Column {column}: {}", self.message),
            (None, None) => f.write_str(&self.message),
        }
    }
}
