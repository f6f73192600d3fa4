//! The impedance of a circuit, and with it, on request, its exact derivatives by every parameter.
//!
//! Frequencies are worked through in blocks with real and imaginary parts apart, so that the loops of R, C, L and CPE
//! become vector instructions; the other elements go point by point through their one formula.

use num_complex::Complex64;

use super::dual::{Dual, constant};
use super::element::Fast;
use super::frequency::Frequency;
use super::{Circuit, Node, Part};
use crate::error::{Code, Error, Result};
use crate::math;

/// Frequencies in a block: small enough to stay in the first-level cache.
const BLOCK: usize = 128;

/// Angular frequencies and their logarithms, computed once for many evaluations.
#[derive(Debug, Clone, Default)]
pub struct Grid {
    w: Vec<f64>,
    ln_w: Vec<f64>,
}

impl Grid {
    /// From frequencies in Hz.
    ///
    /// # Errors
    /// `OutOfRange` for a frequency that is not a positive finite number.
    pub fn new(frequency: &[f64]) -> Result<Grid> {
        check(frequency)?;
        let w: Vec<f64> = frequency.iter().map(|f| f * core::f64::consts::TAU).collect();
        let ln_w = w.iter().map(|&w| math::ln_in_loop(w)).collect();
        Ok(Grid { w, ln_w })
    }

    /// Number of frequencies.
    pub fn len(&self) -> usize {
        self.w.len()
    }

    /// Whether there is none.
    pub fn is_empty(&self) -> bool {
        self.w.is_empty()
    }

    /// Angular frequencies, rad/s.
    pub fn angular(&self) -> &[f64] {
        &self.w
    }

    /// Logarithms of the angular frequencies.
    pub fn logarithms(&self) -> &[f64] {
        &self.ln_w
    }

    fn blocks(&self) -> impl Iterator<Item = At<'_>> {
        self.w.chunks(BLOCK).zip(self.ln_w.chunks(BLOCK)).map(|(w, ln_w)| At { w, ln_w })
    }
}

/// Refuses frequencies beyond the bounds within which no element's own arithmetic leaves the numbers.
fn check(frequency: &[f64]) -> Result<()> {
    let bad = |f: &f64| !(1e-30..=1e30).contains(f);
    // Without a way out of the loop it is vectorised; the search is for bad input only.
    if !frequency.iter().fold(false, |any, f| any | bad(f)) {
        return Ok(());
    }
    let bad = frequency.iter().copied().find(bad).unwrap_or(f64::NAN);
    let sentence = format!("A frequency is {bad} Hz, but must be a positive number (1e-30 to 1e30 Hz).");
    Err(Error::new(Code::OutOfRange, sentence))
}

/// The frequencies of one block.
#[derive(Clone, Copy)]
struct At<'a> {
    w: &'a [f64],
    ln_w: &'a [f64],
}

impl At<'_> {
    fn len(self) -> usize {
        self.w.len()
    }

    fn point(self, i: usize) -> Frequency {
        Frequency { w: self.w[i], ln_w: self.ln_w[i] }
    }
}

/// Complex numbers of one block, parts apart.
#[derive(Debug, Clone, Copy)]
struct Block {
    re: [f64; BLOCK],
    im: [f64; BLOCK],
}

impl Block {
    const ZERO: Block = Block { re: [0.0; BLOCK], im: [0.0; BLOCK] };

    fn get(&self, i: usize) -> Complex64 {
        Complex64::new(self.re[i], self.im[i])
    }

    fn set(&mut self, i: usize, z: Complex64) {
        self.re[i] = z.re;
        self.im[i] = z.im;
    }

    /// The parts of the first `n` numbers, as slices whose loops need no bounds checks.
    fn parts(&mut self, n: usize) -> impl Iterator<Item = (&mut f64, &mut f64)> {
        self.re[..n].iter_mut().zip(&mut self.im[..n])
    }

    /// The first `n` numbers to zero.
    fn clear(&mut self, n: usize) {
        self.parts(n).for_each(|(re, im)| (*re, *im) = (0.0, 0.0));
    }

    fn add(&mut self, other: &Block, n: usize) {
        for ((re, im), (a, b)) in self.parts(n).zip(other.re[..n].iter().zip(&other.im[..n])) {
            *re += a;
            *im += b;
        }
    }

    /// Adds the reciprocals of the other's numbers.
    fn add_reciprocals(&mut self, other: &Block, n: usize) {
        for ((re, im), (&a, &b)) in self.parts(n).zip(other.re[..n].iter().zip(&other.im[..n])) {
            let (a, b) = reciprocal(a, b);
            *re += a;
            *im += b;
        }
    }

    /// Each number by its reciprocal.
    fn invert(&mut self, n: usize) {
        for (re, im) in self.parts(n) {
            (*re, *im) = reciprocal(*re, *im);
        }
    }

    /// Whether the first `n` numbers are finite.
    fn is_finite(&self, n: usize) -> bool {
        self.re[..n].iter().zip(&self.im[..n]).fold(true, |all, (re, im)| all & re.is_finite() & im.is_finite())
    }

    /// Each number times the square of another.
    fn times_square(&mut self, y: &Block, n: usize) {
        for ((re, im), (a, b)) in self.parts(n).zip(y.re[..n].iter().zip(&y.im[..n])) {
            let (c, d) = (a * a - b * b, 2.0 * a * b);
            (*re, *im) = (*re * c - *im * d, *re * d + *im * c);
        }
    }
}

/// `1/(a + jb)`; the reciprocal of zero is a number so large that it shorts what is beside it.
#[inline(always)]
fn reciprocal(a: f64, b: f64) -> (f64, f64) {
    let square = a * a + b * b;
    let factor = 1.0 / if square > 1e-290 { square } else { 1e-290 };
    (if square == 0.0 { 1e290 } else { a * factor }, -b * factor)
}

/// Impedance and derivatives, column by column.
#[derive(Debug, Clone, Default)]
pub struct Derivatives {
    /// Impedance at each frequency.
    pub impedance: Vec<Complex64>,
    /// Derivative by each parameter, one after the other, each at all frequencies.
    pub by_parameter: Vec<Complex64>,
    /// Those of one block, kept from call to call because a fit asks a thousand times.
    columns: Vec<Block>,
}

/// `c w^k (re + j im)`, the form of the impedance and of the admittance of R, C, L and CPE.
fn monomial(fast: Fast, p: &[f64], invert: bool) -> (f64, f64, f64, f64) {
    let (c, k, re, im) = match fast {
        Fast::R | Fast::No => (p[0], 0.0, 1.0, 0.0),
        Fast::C => (1.0 / p[0], -1.0, 0.0, -1.0),
        Fast::L => (p[0], 1.0, 0.0, 1.0),
        Fast::Cpe => {
            let (sin, cos) = math::sincos(p[1] * core::f64::consts::FRAC_PI_2);
            (1.0 / p[0], -p[1], cos, -sin)
        }
    };
    let bounded = |c: f64| c.clamp(1e-290, 1e290);
    if invert { (bounded(1.0 / c), -k, re, -im) } else { (if c > 1e290 { 1e290 } else { c }, k, re, im) }
}

impl Circuit {
    /// Impedance at frequencies in Hz, in order.
    ///
    /// # Errors
    /// `BadArgument` or `OutOfRange` for values or frequencies; `OutOfRange` where the values give no finite impedance.
    pub fn impedance(&self, values: &[f64], frequency: &[f64]) -> Result<Vec<Complex64>> {
        let (re, im) = self.impedance_parts(values, frequency)?;
        Ok(re.into_iter().zip(im).map(|(re, im)| Complex64::new(re, im)).collect())
    }

    /// As `impedance`, real and imaginary parts apart.
    ///
    /// # Errors
    /// As `impedance`.
    pub fn impedance_parts(&self, values: &[f64], frequency: &[f64]) -> Result<(Vec<f64>, Vec<f64>)> {
        self.check(values)?;
        check(frequency)?;
        let (mut re, mut im) = (Vec::with_capacity(frequency.len()), Vec::with_capacity(frequency.len()));
        let (mut w, mut ln_w) = ([0.0; BLOCK], [0.0; BLOCK]);
        for block in frequency.chunks(BLOCK) {
            let n = block.len();
            for ((w, ln_w), f) in w.iter_mut().zip(&mut ln_w).zip(block) {
                *w = f * core::f64::consts::TAU;
                *ln_w = math::ln_in_loop(*w);
            }
            let mut z = Block::ZERO;
            self.add(&self.root, values, At { w: &w[..n], ln_w: &ln_w[..n] }, false, &mut z);
            if !z.is_finite(n) {
                let bad = (0..n).find(|&i| !z.get(i).is_finite()).map_or(f64::NAN, |i| block[i]);
                let sentence = format!("With these values the circuit has no finite impedance at {bad} Hz.");
                return Err(Error::new(Code::OutOfRange, sentence));
            }
            re.extend_from_slice(&z.re[..n]);
            im.extend_from_slice(&z.im[..n]);
        }
        Ok((re, im))
    }

    /// Impedance on a grid, for values that have been checked; `impedance` is overwritten.
    pub fn evaluate(&self, grid: &Grid, values: &[f64], impedance: &mut Vec<Complex64>) {
        impedance.clear();
        for at in grid.blocks() {
            let mut z = Block::ZERO;
            self.add(&self.root, values, at, false, &mut z);
            impedance.extend((0..at.len()).map(|i| z.get(i)));
        }
    }

    /// Impedance and derivatives on a grid, for values that have been checked; `out` is overwritten.
    pub fn derive(&self, grid: &Grid, values: &[f64], out: &mut Derivatives) {
        let n = grid.len();
        out.impedance.clear();
        out.by_parameter.clear();
        out.by_parameter.resize(n * self.len(), Complex64::ZERO);
        let mut z = Block::ZERO;
        let mut columns = core::mem::take(&mut out.columns);
        columns.resize(self.len(), Block::ZERO);
        let mut start = 0;
        for at in grid.blocks() {
            self.value_and_derivatives(&self.root, values, at, &mut z, &mut columns);
            out.impedance.extend((0..at.len()).map(|i| z.get(i)));
            for (column, all) in columns.iter().zip(out.by_parameter.chunks_exact_mut(n)) {
                for (i, d) in all[start..start + at.len()].iter_mut().enumerate() {
                    *d = column.get(i);
                }
            }
            start += at.len();
        }
        out.columns = columns;
    }

    /// Adds the impedance of a node (its admittance if `invert`) to `sum`.
    fn add(&self, node: &Node, values: &[f64], at: At, invert: bool, sum: &mut Block) {
        let (children, parallel) = match node {
            Node::Part(i) => return add_part(&self.parts[*i], values, at, invert, sum),
            Node::Series(children) => (children, false),
            Node::Parallel(children) => (children, true),
        };
        if parallel == invert {
            return children.iter().for_each(|child| self.add(child, values, at, invert, sum));
        }
        let mut own = Block::ZERO;
        children.iter().for_each(|child| self.add(child, values, at, parallel, &mut own));
        sum.add_reciprocals(&own, at.len());
    }

    /// Impedance of a node and its derivatives by the node's own parameters (which are `columns`).
    fn value_and_derivatives(&self, node: &Node, values: &[f64], at: At, z: &mut Block, columns: &mut [Block]) {
        let n = at.len();
        let (children, parallel) = match node {
            Node::Part(i) => return part_derivatives(&self.parts[*i], values, at, z, columns),
            Node::Series(children) => (children, false),
            Node::Parallel(children) => (children, true),
        };
        z.clear(n);
        let mut child = Block::ZERO;
        let mut rest = &mut *columns;
        for node in children {
            let (own, after) = rest.split_at_mut(self.span(node).len());
            rest = after;
            self.value_and_derivatives(node, values, at, &mut child, own);
            if parallel {
                // Y = sum 1/Z_i and Z = 1/Y, so dZ = Z² (dZ_i / Z_i²).
                child.invert(n);
                own.iter_mut().for_each(|column| column.times_square(&child, n));
            }
            z.add(&child, n);
        }
        if parallel {
            z.invert(n);
            columns.iter_mut().for_each(|column| column.times_square(z, n));
        }
    }
}

/// Adds the impedance of an element (its admittance if `invert`) to `sum`.
fn add_part(part: &Part, values: &[f64], at: At, invert: bool, sum: &mut Block) {
    let n = at.len();
    let p = &values[part.first..part.first + part.element.parameters.len()];
    if part.element.fast == Fast::No {
        let p: Vec<Dual> = p.iter().map(|&v| constant(v)).collect();
        let mut own = Block::ZERO;
        for i in 0..n {
            own.set(i, (part.element.impedance)(at.point(i), &p).v);
        }
        return if invert { sum.add_reciprocals(&own, n) } else { sum.add(&own, n) };
    }
    let (c, k, re, im) = monomial(part.element.fast, p, invert);
    let (re, im) = (c * re, c * im);
    let add = |(x, y): (&mut f64, &mut f64), power: f64| {
        *x += re * power;
        *y += im * power;
    };
    if k == 0.0 {
        sum.parts(n).for_each(|z| add(z, 1.0));
    } else if k == 1.0 {
        sum.parts(n).zip(at.w).for_each(|(z, w)| add(z, *w));
    } else if k == -1.0 {
        sum.parts(n).zip(at.w).for_each(|(z, w)| add(z, 1.0 / w));
    } else {
        sum.parts(n).zip(at.ln_w).for_each(|(z, ln_w)| add(z, math::exp_in_loop(k * ln_w)));
    }
}

fn part_derivatives(part: &Part, values: &[f64], at: At, z: &mut Block, columns: &mut [Block]) {
    let n = at.len();
    let p = &values[part.first..part.first + part.element.parameters.len()];
    if part.element.fast == Fast::No {
        let mut dual: Vec<Dual> = p.iter().map(|&v| constant(v)).collect();
        for (k, column) in columns.iter_mut().enumerate() {
            dual[k].d = Complex64::ONE;
            for i in 0..n {
                let Dual { v, d } = (part.element.impedance)(at.point(i), &dual);
                z.set(i, v);
                column.set(i, d);
            }
            dual[k].d = Complex64::ZERO;
        }
        return;
    }
    z.clear(n);
    add_part(part, values, at, false, z);
    // Of R and L the impedance itself is the parameter times something; of C and CPE it is something over it.
    let by_first = match part.element.fast {
        Fast::R => None,
        Fast::L => Some(1.0 / p[0]),
        _ => Some(-1.0 / p[0]),
    };
    match by_first {
        None => {
            columns[0].re[..n].fill(1.0);
            columns[0].im[..n].fill(0.0);
        }
        Some(factor) => {
            for i in 0..n {
                columns[0].re[i] = factor * z.re[i];
                columns[0].im[i] = factor * z.im[i];
            }
        }
    }
    if part.element.fast == Fast::Cpe {
        // d/dP (jw)^-P = -(ln w + j pi/2) (jw)^-P
        for i in 0..n {
            let (a, b) = (-at.ln_w[i], -core::f64::consts::FRAC_PI_2);
            columns[1].re[i] = a * z.re[i] - b * z.im[i];
            columns[1].im[i] = a * z.im[i] + b * z.re[i];
        }
    }
}
