//! A fit as text: a table of results with units, and Python that repeats the fit.

use core::fmt::Write;

use serde::Deserialize;

use super::writing::{self, cell, guarded, number};
use crate::{
    Spectrum, Unit,
    circuit::{Circuit, Node},
    error::{Code, Error, Result},
};

/// What a report needs of a fit.
#[derive(Debug, Clone, PartialEq, Default, Deserialize)]
#[serde(rename_all = "camelCase")]
pub struct FitResult {
    /// Circuit, in either notation.
    pub circuit: String,
    /// Names of the parameters.
    pub names: Vec<String>,
    /// Their units.
    pub units: Vec<String>,
    /// Their values.
    pub values: Vec<f64>,
    /// Their standard errors.
    #[serde(default)]
    pub standard_errors: Vec<f64>,
    /// Sum of weighted squares.
    #[serde(default)]
    pub chi_square: Option<f64>,
    /// The same per degree of freedom.
    #[serde(default)]
    pub reduced_chi_square: Option<f64>,
    /// Akaike's criterion, corrected for few points.
    #[serde(default)]
    pub aicc: Option<f64>,
    /// Points times two, minus parameters.
    #[serde(default)]
    pub degrees_of_freedom: Option<f64>,
}

/// A fit as "csv", "json", "python-impedance" (repeats it with impedance.py) or "python-scipy" (with NumPy and SciPy
/// alone); the Python carries the spectrum with it.
///
/// # Errors
/// `unknown-name` for the format, or for an element that impedance.py does not have or that is too long to write out
/// for SciPy; `bad-argument` for a fit whose parts do not match; `circuit-syntax`.
pub fn write_fit(format: &str, fit: &FitResult, spectrum: &Spectrum) -> Result<String> {
    let circuit = Circuit::parse(&fit.circuit)?;
    circuit.check(&fit.values)?;
    if fit.names.len() != fit.values.len() || fit.units.len() != fit.values.len() {
        return Err(Error::new(Code::BadArgument, "The fit has not one name and one unit for each value."));
    }
    let finite = fit.values.iter().chain(&spectrum.frequency).all(|x| x.is_finite());
    if !finite || spectrum.impedance.iter().any(|z| !z.re.is_finite() || !z.im.is_finite()) {
        return Err(Error::new(
            Code::BadArgument,
            "The fit or its spectrum holds a value that is not a finite number.",
        ));
    }
    match format {
        "csv" => Ok(table(fit, spectrum)),
        "json" => Ok(json(fit, spectrum)),
        "python-impedance" => with_impedance_py(&circuit, fit, spectrum),
        "python-scipy" => with_scipy(&circuit, fit, spectrum),
        _ => Err(Error::new(
            Code::UnknownName,
            format!("There is no format “{format}” for a fit; there are csv, json, python-impedance and python-scipy."),
        )),
    }
}

/// The area, and whether it is only assumed.
fn area(spectrum: &Spectrum) -> String {
    let assumed = spectrum.meta.get("area").is_some_and(|a| a == "assumed");
    format!("{}{}", writing::area(spectrum.area_cm2), if assumed { " (assumed)" } else { "" })
}

fn summary(fit: &FitResult) -> [(&'static str, Option<f64>); 4] {
    [
        ("chi square", fit.chi_square),
        ("reduced chi square", fit.reduced_chi_square),
        ("AICc", fit.aicc),
        ("degrees of freedom", fit.degrees_of_freedom),
    ]
}

/// A row for each parameter, then what is known of the whole fit.
fn table(fit: &FitResult, spectrum: &Spectrum) -> String {
    let mut out = String::from("quantity,value,standard error,unit\n");
    let mut row = |cells: [&str; 4]| {
        let line: Vec<String> = cells.iter().map(|c| cell(c)).collect();
        out.push_str(&line.join(","));
        out.push('\n');
    };
    for (i, (name, &value)) in fit.names.iter().zip(&fit.values).enumerate() {
        let error = fit.standard_errors.get(i).filter(|e| e.is_finite()).map(|&e| number(e)).unwrap_or_default();
        row([&guarded(name), &number(value), &error, &guarded(fit.units.get(i).map_or("", String::as_str))]);
    }
    for (name, value) in summary(fit) {
        if let Some(value) = value.filter(|v| v.is_finite()) {
            row([name, &number(value), "", ""]);
        }
    }
    row(["circuit", &guarded(&fit.circuit), "", ""]);
    row(["spectrum", &guarded(&spectrum.name), "", ""]);
    row(["geometry", &guarded(writing::geometry(spectrum)), "", ""]);
    row(["area", &area(spectrum), "", ""]);
    row(["written by", &writing::program(), "", ""]);
    out
}

fn json(fit: &FitResult, spectrum: &Spectrum) -> String {
    let quoted = super::own_json::quoted;
    let texts = |list: &[String]| list.iter().map(|t| quoted(t)).collect::<Vec<_>>().join(",");
    let numbers = |list: &[f64]| {
        list.iter().map(|&x| if x.is_finite() { number(x) } else { "null".into() }).collect::<Vec<_>>().join(",")
    };
    let mut out = String::from("{\"format\":\"interphase-fit\"");
    let mut field = |key: &str, value: &str| {
        // Writing to a String cannot fail.
        let _ = write!(out, ",\n\"{key}\":{value}");
    };
    field("package", &quoted(crate::PACKAGE_VERSION));
    field("model", &quoted(crate::MODEL_VERSION));
    field("spectrum", &quoted(&spectrum.name));
    field("geometry", &quoted(writing::geometry(spectrum)));
    if let Some(area) = spectrum.area_cm2 {
        field("areaCm2", &number(area));
    }
    if let Some(stated) = spectrum.meta.get("area") {
        field("area", &quoted(stated));
    }
    field("circuit", &quoted(&fit.circuit));
    field("names", &format!("[{}]", texts(&fit.names)));
    field("units", &format!("[{}]", texts(&fit.units)));
    field("values", &format!("[{}]", numbers(&fit.values)));
    field("standardErrors", &format!("[{}]", numbers(&fit.standard_errors)));
    for (key, (_, value)) in ["chiSquare", "reducedChiSquare", "aicc", "degreesOfFreedom"].into_iter().zip(summary(fit))
    {
        if let Some(value) = value.filter(|v| v.is_finite()) {
            field(key, &number(value));
        }
    }
    out.push_str("\n}\n");
    out
}

/// The lines both snippets begin with: what it is, and the data.
fn python_head(fit: &FitResult, spectrum: &Spectrum, imports: &str) -> String {
    let comment = |text: &str| text.chars().filter(|c| !c.is_control()).take(200).collect::<String>();
    let list = |values: Vec<String>| values.join(", ");
    let unit = match spectrum.unit {
        Unit::Ohm => "ohm",
        Unit::OhmCm2 => "ohm cm2",
    };
    format!(
        "# {}; geometry {}; area {}; impedance in {unit}\n# {} fitted to {}\n{imports}\n\n\
         f = np.array([{}])  # Hz\nZ = np.array([{}]) \\\n    + 1j * np.array([{}])  # {unit}\nstart = [{}]\n",
        writing::program(),
        comment(writing::geometry(spectrum)),
        area(spectrum),
        comment(&fit.circuit),
        comment(&spectrum.name),
        list(spectrum.frequency.iter().map(|&x| number(x)).collect()),
        list(spectrum.impedance.iter().map(|z| number(z.re)).collect()),
        list(spectrum.impedance.iter().map(|z| number(z.im)).collect()),
        list(fit.values.iter().map(|&x| number(x)).collect()),
    )
}

/// Elements that impedance.py has under the same name and with the same parameters.
const IMPEDANCE_PY: [&str; 10] = ["R", "C", "L", "CPE", "W", "Wo", "Ws", "G", "Gs", "La"];

fn with_impedance_py(circuit: &Circuit, fit: &FitResult, spectrum: &Spectrum) -> Result<String> {
    for part in circuit.parts() {
        let symbol = part.element.name;
        let numbered =
            part.name.strip_prefix(symbol).is_some_and(|n| !n.is_empty() && n.bytes().all(|b| b.is_ascii_digit()));
        if !IMPEDANCE_PY.contains(&symbol) || !numbered {
            return Err(Error::new(
                Code::UnknownName,
                format!("impedance.py has no element {}; write the fit for SciPy or as a table.", part.name),
            ));
        }
    }
    let mut out = python_head(
        fit,
        spectrum,
        "# pip install impedance\nimport numpy as np\nfrom impedance.models.circuits import CustomCircuit",
    );
    out.push_str(&format!(
        "\ncircuit = CustomCircuit(\"{}\", initial_guess=start)\ncircuit.fit(f, Z, weight_by_modulus=True)\nprint(circuit)\n",
        circuit.to_impedance_py()
    ));
    Ok(out)
}

/// Impedance of an element in Python, of the parameters `p[i]` on; those that are one line.
fn python_element(symbol: &str, first: usize) -> Option<String> {
    let (a, b) = (format!("p[{first}]"), format!("p[{}]", first + 1));
    Some(match symbol {
        "R" => a,
        "C" => format!("1 / (1j * w * {a})"),
        "L" => format!("1j * w * {a}"),
        "CPE" => format!("1 / ({a} * (1j * w) ** {b})"),
        "W" => format!("{a} * (1 - 1j) / np.sqrt(w)"),
        _ => return None,
    })
}

fn with_scipy(circuit: &Circuit, fit: &FitResult, spectrum: &Spectrum) -> Result<String> {
    fn expression(circuit: &Circuit, node: &Node) -> Result<String> {
        match node {
            Node::Part(i) => {
                let part =
                    circuit.parts().get(*i).ok_or_else(|| Error::new(Code::BadArgument, "The circuit is broken."))?;
                python_element(part.element.name, part.first).ok_or_else(|| {
                    let sentence =
                        format!("{} is too long to write out for SciPy; R, C, L, CPE and W can be.", part.name);
                    Error::new(Code::UnknownName, sentence)
                })
            }
            Node::Series(children) => {
                Ok(children.iter().map(|c| expression(circuit, c)).collect::<Result<Vec<_>>>()?.join(" + "))
            }
            Node::Parallel(children) => {
                let parts = children.iter().map(|c| Ok(format!("1 / ({})", expression(circuit, c)?)));
                Ok(format!("1 / ({})", parts.collect::<Result<Vec<_>>>()?.join(" + ")))
            }
        }
    }
    let mut out = python_head(fit, spectrum, "import numpy as np\nfrom scipy.optimize import least_squares");
    let names: Vec<String> = fit.names.iter().map(|n| super::own_json::quoted(n)).collect();
    out.push_str(&format!(
        "names = [{}]\n\n\ndef impedance(p, f):\n    w = 2 * np.pi * f\n    return {} + 0j * w\n\n\n\
         def residuals(logp):\n    d = (impedance(np.exp(logp), f) - Z) / np.abs(Z)\n    return np.concatenate([d.real, d.imag])\n\n\n\
         fit = least_squares(residuals, np.log(start), method=\"lm\")\n\
         for name, value in zip(names, np.exp(fit.x)):\n    print(name, value)\n",
        names.join(", "),
        expression(circuit, circuit.root())?
    ));
    if fit.values.iter().any(|&x| x <= 0.0) {
        return Err(Error::new(Code::BadArgument, "A parameter is not above zero; the snippet fits logarithms."));
    }
    Ok(out)
}
