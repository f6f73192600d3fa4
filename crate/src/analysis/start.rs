//! Starting values from the data alone.
//!
//! A circuit is taken apart into units: a resistance, an inductance, a tail, an arc … Each unit is an amplitude times
//! a shape, and each shape has one unknown of its own, its time constant (or a tail's exponent), taken from a coarse
//! list. For given shapes the amplitudes are a linear least-squares problem whose normal matrix is put together from
//! inner products computed once, so thousands of combinations are tried in well under a millisecond.

use num_complex::Complex64;

use crate::circuit::dual::constant;
use crate::circuit::element::Fast;
use crate::circuit::frequency::Frequency;
use crate::circuit::{Circuit, Grid, Node, Scale};
use crate::math;

/// Exponent that an arc's CPE starts with.
const ARC_EXPONENT: f64 = 0.85;
/// Exponents that a CPE on its own is tried with.
const TAIL_EXPONENTS: [f64; 3] = [0.5, 0.65, 0.85];
/// Most combinations tried.
const MOST_COMBINATIONS: usize = 3000;

/// A part of the circuit with one amplitude.
#[derive(Debug, Clone)]
struct Unit {
    parts: Vec<usize>,
    kind: Kind,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    /// R.
    Resistance,
    /// L.
    Inductance,
    /// C or CPE on its own.
    Tail { ideal: bool },
    /// R beside C or CPE.
    Arc { ideal: bool },
    /// R beside L.
    InductiveArc,
    /// A branch of R and L beside an arc: a loop below the axis.
    Loop,
    /// An element with its own shape.
    Own(usize),
}

/// One shape of a unit.
#[derive(Debug, Clone, Copy)]
struct Shape {
    tau: f64,
    exponent: f64,
}

/// Several sets of starting values for all parameters, the most promising first.
pub fn from_data(circuit: &Circuit, grid: &Grid, z: &[Complex64], weight: &[f64], count: usize) -> Vec<Vec<f64>> {
    let mut units = Vec::new();
    take_apart(circuit, circuit.root(), &mut units);
    let search = Search::new(circuit, grid, z, weight, units);
    let starts: Vec<_> = search.best(count).into_iter().map(|choice| search.values(circuit, &choice)).collect();
    if !starts.is_empty() {
        return starts;
    }
    // More alike units than time constants to tell them apart.
    let middle = grid.angular().get(grid.len() / 2).map_or(1.0, |w| 1.0 / w);
    vec![circuit.parameters().map(|(_, p)| p.typical(search.scale, middle)).collect()]
}

/// Whether the circuit has at most one shape, so that the list of its time constants is the whole search.
pub fn is_simple(circuit: &Circuit) -> bool {
    let mut units = Vec::new();
    take_apart(circuit, circuit.root(), &mut units);
    let shaped = |u: &&Unit| has_tau(circuit, u) || u.kind == Kind::Tail { ideal: false };
    units.iter().filter(shaped).count() <= 1 && units.iter().all(|u| !matches!(u.kind, Kind::Own(_)))
}

fn take_apart(circuit: &Circuit, node: &Node, units: &mut Vec<Unit>) {
    let fast = |i: usize| circuit.parts()[i].element.fast;
    let children = match node {
        Node::Part(i) => {
            let kind = match fast(*i) {
                Fast::R => Kind::Resistance,
                Fast::L => Kind::Inductance,
                Fast::C => Kind::Tail { ideal: true },
                Fast::Cpe => Kind::Tail { ideal: false },
                Fast::No => Kind::Own(*i),
            };
            return units.push(Unit { parts: vec![*i], kind });
        }
        Node::Series(children) => return children.iter().for_each(|child| take_apart(circuit, child, units)),
        Node::Parallel(children) => children,
    };
    // The group's own arc: its capacitors and the first resistance of each branch; what else a branch holds answers
    // later, as if it stood in series.
    let place = units.len();
    let mut arc = Unit { parts: Vec::new(), kind: Kind::Arc { ideal: true } };
    let (mut capacitive, mut inductive) = (false, false);
    let mut later: Vec<&Node> = Vec::new();
    let mut loops = Vec::new();
    for child in children {
        match child {
            Node::Part(i) => match fast(*i) {
                Fast::No => later.push(child),
                kind => {
                    capacitive |= matches!(kind, Fast::C | Fast::Cpe);
                    inductive |= kind == Fast::L;
                    if kind == Fast::Cpe {
                        arc.kind = Kind::Arc { ideal: false };
                    }
                    arc.parts.push(*i);
                }
            },
            Node::Series(inner) => {
                let leaves = inner.iter().map(|n| match n {
                    Node::Part(i) => Some((*i, fast(*i))),
                    _ => None,
                });
                let leaves: Option<Vec<(usize, Fast)>> = leaves.collect();
                if let Some(leaves) = leaves.filter(|l| l.iter().all(|(_, f)| matches!(f, Fast::R | Fast::L))) {
                    loops.push(Unit { parts: leaves.iter().map(|(i, _)| *i).collect(), kind: Kind::Loop });
                    continue;
                }
                let mut first = true;
                for n in inner {
                    match n {
                        Node::Part(i) if first && fast(*i) == Fast::R => {
                            arc.parts.push(*i);
                            first = false;
                        }
                        n => later.push(n),
                    }
                }
            }
            Node::Parallel(_) => later.push(child),
        }
    }
    if !capacitive && inductive {
        arc.kind = Kind::InductiveArc;
    }
    let has_resistance = arc.parts.iter().any(|&i| fast(i) == Fast::R);
    if !has_resistance && loops.len() == 1 && !capacitive {
        // Only L beside R-L: nothing that this can tell apart.
        arc.kind = Kind::InductiveArc;
    }
    units.insert(place, arc);
    units.extend(loops);
    later.into_iter().for_each(|n| take_apart(circuit, n, units));
}

/// Shapes, their inner products with each other and with the data.
struct Search {
    units: Vec<Unit>,
    /// Shapes of each unit: where they start among all, and which.
    families: Vec<(usize, Vec<Shape>)>,
    /// Inner products of all shapes, row by row.
    gram: Vec<f64>,
    /// Inner products with the data.
    with_data: Vec<f64>,
    /// The data with themselves.
    data: f64,
    total: usize,
    scale: f64,
}

impl Search {
    fn new(circuit: &Circuit, grid: &Grid, z: &[Complex64], weight: &[f64], units: Vec<Unit>) -> Search {
        let w = grid.angular();
        let (low, high) = w.iter().fold((f64::MAX, f64::MIN), |(a, b), &w| (a.min(w), b.max(w)));
        let (first, last) = (math::ln(0.3 / high), math::ln(3.0 / low));
        let decades = (last - first) / core::f64::consts::LN_10;
        let mut taus = (2.0 * decades).round().clamp(3.0, 40.0) as usize + 1;
        while combinations(circuit, &units, taus) > MOST_COMBINATIONS && taus > 4 {
            taus -= 1;
        }
        let tau = |i: usize| math::exp(first + (last - first) * i as f64 / (taus - 1) as f64);
        let tau_grid: Vec<f64> = (0..taus).map(tau).collect();
        let middle = math::exp(0.5 * (first + last));
        let mut families = Vec::new();
        let mut shapes: Vec<(Kind, Shape)> = Vec::new();
        for unit in &units {
            // Units of the same kind share their shapes.
            if let Some(same) = units.iter().take(families.len()).position(|u| same_family(circuit, u.kind, unit.kind))
            {
                let family: &(usize, Vec<Shape>) = &families[same];
                families.push(family.clone());
                continue;
            }
            let family: Vec<Shape> = match unit.kind {
                Kind::Tail { ideal: false } => {
                    TAIL_EXPONENTS.iter().map(|&exponent| Shape { tau: middle, exponent }).collect()
                }
                _ if has_tau(circuit, unit) => {
                    tau_grid.iter().map(|&tau| Shape { tau, exponent: ARC_EXPONENT }).collect()
                }
                _ => vec![Shape { tau: middle, exponent: ARC_EXPONENT }],
            };
            let start = shapes.len();
            shapes.extend(family.iter().map(|&s| (unit.kind, s)));
            families.push((start, family));
        }
        let total = shapes.len();
        let n = w.len();
        let mut basis: Vec<Complex64> = Vec::with_capacity(total * n);
        for (kind, shape) in &shapes {
            let from = basis.len();
            basis.extend(response(circuit, *kind, *shape, grid));
            for (b, &weight) in basis[from..].iter_mut().zip(weight) {
                *b *= weight;
                if !(b.re.is_finite() && b.im.is_finite()) {
                    *b = Complex64::ZERO;
                }
            }
        }
        let weighted: Vec<Complex64> = z.iter().zip(weight).map(|(z, w)| z * w).collect();
        let inner =
            |a: &[Complex64], b: &[Complex64]| -> f64 { a.iter().zip(b).map(|(a, b)| a.re * b.re + a.im * b.im).sum() };
        let mut gram = vec![0.0; total * total];
        for i in 0..total {
            for k in i..total {
                let g = inner(&basis[i * n..(i + 1) * n], &basis[k * n..(k + 1) * n]);
                gram[i * total + k] = g;
                gram[k * total + i] = g;
            }
        }
        let with_data = (0..total).map(|i| inner(&basis[i * n..(i + 1) * n], &weighted)).collect();
        let scale = z.iter().map(|z| math::norm(*z)).fold(0.0, f64::max);
        Search { units, families, gram, with_data, data: inner(&weighted, &weighted), total, scale }
    }

    /// The best choices of shapes (one per unit) that differ from one another in more than the neighbouring shape.
    fn best(&self, count: usize) -> Vec<Vec<usize>> {
        let mut scored: Vec<(f64, Vec<usize>)> = Vec::new();
        let mut choice = vec![0; self.units.len()];
        self.enumerate(0, &mut choice, &mut scored);
        scored.sort_by(|a, b| a.0.total_cmp(&b.0));
        let mut best: Vec<Vec<usize>> = Vec::new();
        for (_, choice) in scored {
            let apart = |other: &Vec<usize>| choice.iter().zip(other).any(|(a, b)| a.abs_diff(*b) > 1);
            if best.iter().all(apart) {
                best.push(choice);
            }
            if best.len() == count {
                break;
            }
        }
        best
    }

    fn enumerate(&self, unit: usize, choice: &mut Vec<usize>, scored: &mut Vec<(f64, Vec<usize>)>) {
        if scored.len() > MOST_COMBINATIONS {
            return;
        }
        if unit == self.units.len() {
            let (score, _) = self.amplitudes(choice);
            return scored.push((score, choice.clone()));
        }
        // Alike units come in the order of their time constants.
        let same = (0..unit).rev().find(|&u| self.families[u].0 == self.families[unit].0);
        let from = match same {
            Some(u) if self.families[unit].1.len() > 1 => choice[u] + 1,
            _ => 0,
        };
        for shape in from..self.families[unit].1.len() {
            choice[unit] = shape;
            self.enumerate(unit + 1, choice, scored);
        }
    }

    /// Non-negative amplitudes of the chosen shapes and the sum of squares they leave.
    fn amplitudes(&self, choice: &[usize]) -> (f64, Vec<f64>) {
        let index: Vec<usize> = choice.iter().zip(&self.families).map(|(c, f)| f.0 + c).collect();
        let mut active: Vec<usize> = (0..index.len()).collect();
        let mut amplitudes = vec![0.0; index.len()];
        loop {
            let n = active.len();
            let mut matrix = vec![0.0; n * (n + 1)];
            for (r, &i) in active.iter().enumerate() {
                for (c, &k) in active.iter().enumerate() {
                    matrix[r * (n + 1) + c] = self.gram[index[i] * self.total + index[k]];
                }
                matrix[r * (n + 1) + r] *= 1.0 + 1e-10;
                matrix[r * (n + 1) + n] = self.with_data[index[i]];
            }
            let solution = solve_positive(&mut matrix, n);
            let worst = solution.iter().enumerate().min_by(|a, b| a.1.total_cmp(b.1)).map(|(i, &v)| (i, v));
            if let Some((i, value)) = worst
                && value < 0.0
            {
                active.remove(i);
                continue;
            }
            let explained: f64 = active.iter().zip(&solution).map(|(&i, a)| a * self.with_data[index[i]]).sum();
            for (&i, &a) in active.iter().zip(&solution) {
                amplitudes[i] = a;
            }
            // A unit that is not needed speaks against the choice, a little.
            let idle = (index.len() - n) as f64;
            return ((self.data - explained) * (1.0 + 0.1 * idle), amplitudes);
        }
    }

    /// The circuit's parameters for a choice of shapes.
    fn values(&self, circuit: &Circuit, choice: &[usize]) -> Vec<f64> {
        let (_, amplitudes) = self.amplitudes(choice);
        let mut values = vec![1.0; circuit.len()];
        let mut arc_before = self.scale;
        for ((unit, amplitude), (c, family)) in
            self.units.iter().zip(&amplitudes).zip(choice.iter().zip(&self.families))
        {
            let Shape { tau, exponent } = family.1[*c];
            let unneeded = !amplitude.is_normal() || *amplitude < 0.0;
            let mut a = if unneeded { 1e-2 * self.scale } else { *amplitude };
            match unit.kind {
                Kind::Arc { .. } => arc_before = a,
                // The loop's amplitude is R1²/(R1 + R2).
                Kind::Loop => a = (arc_before * arc_before / a - arc_before).max(0.1 * arc_before),
                _ => (),
            }
            // An inductance's amplitude is L itself, a tail's is the impedance at 1 rad/s.
            let time = match unit.kind {
                Kind::Inductance | Kind::Tail { .. } => 1.0,
                _ => tau,
            };
            if unneeded && unit.kind == Kind::Inductance {
                a *= tau;
            }
            for &i in &unit.parts {
                let part = &circuit.parts()[i];
                let mut p = exponent;
                if part.element.fast == Fast::Cpe && matches!(unit.kind, Kind::Arc { ideal: true }) {
                    p = ARC_EXPONENT;
                }
                for (k, parameter) in part.element.parameters.iter().enumerate() {
                    let slot = &mut values[part.first + k];
                    *slot = match (parameter.scale, part.element.fast) {
                        (Scale::Exponent(_), Fast::Cpe) => p,
                        (Scale::Positive { .. }, Fast::Cpe) => math::exp(p * math::ln(time)) / a,
                        _ => parameter.typical(a, time),
                    };
                }
            }
        }
        values
    }
}

/// Number of choices with `taus` time constants to choose from; alike units come in order.
fn combinations(circuit: &Circuit, units: &[Unit], taus: usize) -> usize {
    units.iter().enumerate().fold(1, |product: usize, (i, unit)| {
        if let Kind::Tail { ideal: false } = unit.kind {
            return product.saturating_mul(TAIL_EXPONENTS.len());
        }
        if !has_tau(circuit, unit) {
            return product;
        }
        let alike = units[..i].iter().filter(|u| same_family(circuit, u.kind, unit.kind)).count();
        product.saturating_mul(taus.saturating_sub(alike)) / (alike + 1)
    })
}

fn has_tau(circuit: &Circuit, unit: &Unit) -> bool {
    match unit.kind {
        Kind::Resistance | Kind::Inductance | Kind::Tail { .. } => false,
        Kind::Arc { .. } | Kind::InductiveArc | Kind::Loop => true,
        Kind::Own(i) => circuit.parts()[i].element.parameters.len() > 1,
    }
}

fn same_family(circuit: &Circuit, a: Kind, b: Kind) -> bool {
    let name = |i: usize| circuit.parts()[i].element.name;
    match (a, b) {
        (Kind::Own(i), Kind::Own(k)) => name(i) == name(k),
        (Kind::Tail { .. }, _) => false,
        (a, b) => a == b,
    }
}

/// What a unit of amplitude 1 shows at the frequencies.
fn response(circuit: &Circuit, kind: Kind, shape: Shape, grid: &Grid) -> Vec<Complex64> {
    let Shape { tau, exponent } = shape;
    let one = Complex64::ONE;
    let (w, ln_tau) = (grid.angular(), math::ln(tau));
    // (jw t)^p for t = 1 or t = tau.
    let power = |ideal: bool, ln_t: f64| {
        let p = if ideal { 1.0 } else { exponent };
        let (sin, cos) = math::sincos(p * core::f64::consts::FRAC_PI_2);
        grid.logarithms().iter().map(move |ln_w| Complex64::new(cos, sin) * math::exp_in_loop(p * (ln_w + ln_t)))
    };
    match kind {
        Kind::Resistance => vec![one; w.len()],
        Kind::Inductance => w.iter().map(|&w| Complex64::new(0.0, w)).collect(),
        Kind::Tail { ideal } => power(ideal, 0.0).map(|x| one / x).collect(),
        Kind::Arc { ideal } => power(ideal, ln_tau).map(|x| one / (one + x)).collect(),
        Kind::InductiveArc => w.iter().map(|w| one - one / Complex64::new(1.0, w * tau)).collect(),
        Kind::Loop => w.iter().map(|w| -one / Complex64::new(1.0, w * tau)).collect(),
        Kind::Own(i) => {
            let element = circuit.parts()[i].element;
            let p: Vec<_> = element.parameters.iter().map(|p| constant(p.typical(1.0, tau))).collect();
            let at = |(&w, &ln_w)| (element.impedance)(Frequency { w, ln_w }, &p).v;
            w.iter().zip(grid.logarithms()).map(at).collect()
        }
    }
}

/// Gauss's elimination without pivoting, for a positive definite matrix with its right-hand side as last column.
fn solve_positive(a: &mut [f64], n: usize) -> Vec<f64> {
    let width = n + 1;
    for c in 0..n {
        let pivot = a[c * width + c].max(1e-300);
        for r in c + 1..n {
            let factor = a[r * width + c] / pivot;
            for k in c..width {
                a[r * width + k] -= factor * a[c * width + k];
            }
        }
    }
    let mut x = vec![0.0; n];
    for r in (0..n).rev() {
        let known: f64 = (r + 1..n).map(|k| a[r * width + k] * x[k]).sum();
        x[r] = (a[r * width + n] - known) / a[r * width + r].max(1e-300);
    }
    x
}
