//! What must always hold, whatever the parameters.

use core::f64::consts::PI;

use num_complex::Complex64;
use proptest::prelude::*;

use super::parameters::{Geometry, Metal, Model, Scale, Transport, Value};
use super::{Cell, parameters, simulate};
use crate::Spectrum;
use crate::analysis::arc::{ArcOptions, fit_arc};
use crate::electrode::Electrode;
use crate::electrode::raw::{Lumped, Surface, TwoRail};
use crate::electrode::two_rail::Interface;
use crate::film::tunnelling::{Barrier, Law, barrier_height, simmons, wkb};
use crate::math::{exp, ln};

/// Any cell at all: every parameter anywhere in its range.
fn any_cell() -> impl Strategy<Value = Cell> {
    prop::collection::vec(0.0..=1.0f64, parameters().len()).prop_map(|shares| {
        let mut cell = Cell::default();
        for (p, share) in parameters().iter().zip(shares) {
            let value = if !p.choices.is_empty() {
                let index = (share * p.choices.len() as f64) as usize;
                Value::Choice(p.choices[index.min(p.choices.len() - 1)].id.into())
            } else if p.scale == Scale::Log {
                Value::Number(exp(ln(p.lower) + share * ln(p.upper / p.lower)).clamp(p.lower, p.upper))
            } else {
                Value::Number(p.lower + share * (p.upper - p.lower))
            };
            cell.set(p.name, &value).unwrap();
        }
        cell
    })
}

fn frequencies(highest: f64, decades: usize, per_decade: usize) -> Vec<f64> {
    (0..=decades * per_decade)
        .map(|i| highest * exp(-(i as f64) / per_decade as f64 * core::f64::consts::LN_10))
        .collect()
}

/// The electrode's impedance at any angular frequency.
fn electrode_impedance(electrode: &Electrode, w: f64) -> Complex64 {
    let s = electrode.shares(w);
    s.film + s.inner + s.outer_ion + s.reaction
}

/// Distance of `Z'` from what Kramers and Kronig make of `Z''`, relative to |Z|: the integral
/// `Z'(w) = Z'(inf) - (2/pi) PV Int x Z''(x)/(x² - w²) dx` by the midpoint rule in ln x, whose principal value is exact by symmetry.
fn kramers_kronig_distance(z: impl Fn(f64) -> Complex64) -> f64 {
    const PER_E: usize = 12;
    let (from, to) = (-60.0, 60.0);
    let n = ((to - from) as usize) * PER_E;
    let step = (to - from) / n as f64;
    let im: Vec<(f64, f64)> = (0..n).map(|i| exp(from + (i as f64 + 0.5) * step)).map(|x| (x, z(x).im)).collect();
    let infinity = z(1e40).re;
    (n / 4..3 * n / 4)
        .step_by(PER_E)
        .map(|i| {
            let w = exp(from + i as f64 * step);
            let integral: f64 = im.iter().map(|(x, y)| y / (1.0 - (w / x) * (w / x))).sum::<f64>() * step;
            let here = z(w);
            (here.re - infinity + 2.0 / PI * integral).abs() / crate::math::norm(here)
        })
        .fold(0.0, f64::max)
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(400))]

    #[test]
    fn every_cell_gives_finite_passive_numbers_that_sum(cell in any_cell()) {
        let frequency = frequencies(1e7, 13, 3);
        let s = simulate(&cell, &frequency).unwrap();
        prop_assert!(s.dc_resistance.is_finite() && s.dc_resistance >= 0.0);
        prop_assert!(s.film_conductance.wkb.is_finite() && (0.0..=1.0).contains(&s.film_conductance.thermionic_share));
        for (i, z) in s.impedance.iter().enumerate() {
            prop_assert!(z.re.is_finite() && z.im.is_finite());
            prop_assert!(z.re >= -1e-12 * z.norm(), "{} at {}", z, frequency[i]);
            let sum: Complex64 = s.parts.iter().map(|p| p.impedance[i]).sum();
            prop_assert_eq!(sum, *z);
        }
        let sum: f64 = s.parts.iter().map(|p| p.resistance).sum();
        prop_assert_eq!(sum, s.dc_resistance);
        for p in &s.parts {
            prop_assert!(p.resistance.is_finite() && p.peak_hz.is_none_or(|f| f.is_finite() && f > 0.0), "{:?}", p.name);
        }
    }

    #[test]
    fn no_part_stands_higher_than_at_its_peak(cell in any_cell()) {
        let frequency = frequencies(1e9, 17, 8);
        let s = simulate(&cell, &frequency).unwrap();
        for (k, p) in s.parts.iter().enumerate() {
            let Some(peak) = p.peak_hz.filter(|f| (1e-9..1e12).contains(f)) else { continue };
            let height = |i: usize| -p.impedance[i].im;
            let best = (0..frequency.len()).max_by(|a, b| height(*a).total_cmp(&height(*b))).unwrap();
            // Still rising at the edge it has its top beyond; below a thousandth of its resistance there is only rounding. Of two
            // tops within a percent either will do.
            if best == 0 || best == frequency.len() - 1 || height(best) < 1e-3 * p.resistance { continue }
            let top = -simulate(&cell, &[peak]).unwrap().parts[k].impedance[0].im;
            prop_assert!(height(best) <= 1.01 * top, "{} has {} at its peak, {} Hz, but {} at {} Hz", p.name, top, peak, height(best), frequency[best]);
        }
    }

    #[test]
    fn the_ends_of_the_spectrum_are_resistances(cell in any_cell()) {
        let electrode = cell.electrode();
        let steady = electrode_impedance(&electrode, 0.0);
        prop_assert!(steady.im == 0.0 && steady.re > 0.0);
        let slow = electrode_impedance(&electrode, 1e-60);
        prop_assert!((slow - steady).norm() <= 1e-9 * steady.norm(), "{} against {}", slow, steady);
        let fast = electrode_impedance(&electrode, 1e40);
        prop_assert!(fast.norm() <= 1e-6 * steady.norm().max(1.0), "{}", fast);
    }

    #[test]
    fn symmetric_cell_is_electrolyte_separator_and_two_electrodes(cell in any_cell()) {
        let frequency = frequencies(1e6, 8, 2);
        let whole = simulate(&Cell { geometry: Geometry::Symmetric, ..cell }, &frequency).unwrap();
        let half = simulate(&Cell { geometry: Geometry::Half, ..cell }, &frequency).unwrap();
        for (i, z) in whole.impedance.iter().enumerate() {
            let separator = whole.parts.iter().find(|p| p.name == "separator-diffusion").map_or(Complex64::from(0.0), |p| p.impedance[i]);
            let electrode = half.impedance[i] - cell.electrolyte_ohm_cm2;
            let sum = cell.electrolyte_ohm_cm2 + separator + 2.0 * electrode;
            prop_assert!((sum - z).norm() <= 1e-11 * (z.norm() + 4.0 * cell.electrolyte_ohm_cm2));
        }
    }

    #[test]
    fn polysulfide_never_raises_the_resistance(cell in any_cell(), c in 0.0..1.0f64) {
        let without = simulate(&Cell { polysulfide_mol_per_l: 0.0, ..cell }, &[]).unwrap().dc_resistance;
        let with = simulate(&Cell { polysulfide_mol_per_l: c, ..cell }, &[]).unwrap().dc_resistance;
        prop_assert!(with <= without * (1.0 + 1e-12), "{} above {}", with, without);
    }

    #[test]
    fn the_sei_twin_has_the_same_spectrum_to_the_last_digit_and_ignores_polysulfide(cell in any_cell()) {
        let cell = Cell { model: Model::Lumped, metal: Metal::Magnesium, polysulfide_mol_per_l: 0.0, ..cell };
        let frequency = frequencies(1e6, 8, 2);
        let (own, twin) = (simulate(&cell, &frequency).unwrap(), simulate(&cell.sei_twin(), &frequency).unwrap());
        prop_assert_eq!(&own.impedance, &twin.impedance);
        let probed = simulate(&Cell { polysulfide_mol_per_l: 0.1, ..cell.sei_twin() }, &frequency).unwrap();
        prop_assert_eq!(&own.impedance, &probed.impedance);
    }

    #[test]
    fn film_resistance_grows_with_thickness_barrier_and_mass(
        d in 0.5e-9..9.9e-9f64, phi in 0.05..3.9f64, mass in 0.05..0.99f64, temperature in 200.0..400.0f64,
    ) {
        let of = |d, phi, mass| Barrier::new(d, phi, mass).unwrap();
        let (b, more) = (of(d, phi, mass), [of(d * 1.01, phi, mass), of(d, phi * 1.01, mass), of(d, phi, mass * 1.01)]);
        // Simmons' formula turns round at A sqrt(e phi) = 3.
        if simmons::validity(&b) > 3.0 {
            for b2 in &more {
                prop_assert!(simmons::conductance(b2) < simmons::conductance(&b));
            }
        }
        let thermal = wkb::conductance(&b, temperature).total;
        for b2 in &more[..2] {
            prop_assert!(wkb::conductance(b2, temperature).total <= thermal * (1.0 + 1e-9));
        }
        // A heavier electron tunnels less; over the barrier and through a thin one its density of states wins.
        let w = wkb::conductance(&b, temperature);
        if simmons::validity(&b) > 6.0 && w.thermionic < 1e-3 * w.total && phi > 1.0 {
            prop_assert!(wkb::conductance(&more[2], temperature).total < thermal);
        }
    }

    #[test]
    fn the_barrier_comes_back_from_the_conductance(
        d in 1e-9..10e-9f64, phi in 0.05..4.0f64, mass in 0.05..1.0f64, thermal in any::<bool>(),
    ) {
        let law = |height| {
            let b = Barrier { thickness: d, height, mass };
            if thermal { Law::Wkb(b, 298.0) } else { Law::Simmons(b) }
        };
        if thermal || simmons::validity(&Barrier { thickness: d, height: phi, mass }) > 3.1 {
            let back = barrier_height(law(phi).conductance().unwrap(), law).unwrap();
            prop_assert!((back / phi - 1.0).abs() < 1e-6, "{} for {}", back, phi);
        }
    }

    #[test]
    fn the_voltage_comes_back_from_the_current(
        d in 1e-9..10e-9f64, phi in 0.3..4.0f64, mass in 0.05..1.0f64, v in 0.001..3.0f64, which in 0..3usize,
    ) {
        let b = Barrier { thickness: d, height: phi, mass };
        prop_assume!(simmons::validity(&b) > 3.0);
        let law = [Law::Simmons(b), Law::Wkb(b, 298.0), Law::Fixed(1e3)][which];
        if let Ok((j, slope)) = law.current(v) {
            prop_assert_eq!(law.current(-v).unwrap().0, -j);
            let (back, resistance) = law.voltage(j).unwrap();
            prop_assert!((back / v - 1.0).abs() < 1e-7, "{} for {}", back, v);
            prop_assert!((resistance * slope - 1.0).abs() < 1e-5);
            let h = 1e-5 * v;
            let difference = (law.current(v + h).unwrap().0 - law.current(v - h).unwrap().0) / (2.0 * h);
            // Simmons' two branches meet at V = phi with a kink.
            if (v - phi).abs() > 2.0 * h {
                prop_assert!((slope / difference - 1.0).abs() < 1e-4, "{} against {}", slope, difference);
            }
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(40))]

    #[test]
    fn kramers_and_kronig_hold(cell in any_cell()) {
        // A CPE of one half falls so slowly that no finite range closes the integral to this accuracy.
        let cell = Cell { cpe_exponent: cell.cpe_exponent.max(0.7), ..cell };
        let electrode = cell.electrode();
        let distance = kramers_kronig_distance(|w| electrode_impedance(&electrode, w));
        prop_assert!(distance < 2e-3, "{}", distance);
    }

    #[test]
    fn two_rails_become_the_lumped_circuit(
        r_el in -1.0..9.0f64, c_film in -8.0..-4.0f64, r_ct in -1.0..9.0f64, q in -8.0..-3.0f64, n in 0.5..1.0f64,
    ) {
        let of = |x: f64| exp(x * core::f64::consts::LN_10);
        let frequency = frequencies(1e6, 12, 2);
        let blocked = Interface { r: 1e15, c: 0.0 };
        let lumped = Lumped { r_ion: 1e15, r_el: of(r_el), c_film: of(c_film), r_ct: of(r_ct), q: of(q), n, r_pore: 1.0 };
        let outer_el = Surface { r: lumped.r_ct, q: lumped.q, n };
        let rails = TwoRail { r_ion: 1e15, r_el: lumped.r_el, c_chem: 0.0, c_film: lumped.c_film, inner: blocked, outer_ion: blocked, outer_el, r_pore: 1.0 };
        for (a, b) in lumped.impedance(&frequency).unwrap().iter().zip(rails.impedance(&frequency).unwrap()) {
            prop_assert!((a - b).norm() <= 1e-5 * a.norm(), "{} against {}", a, b);
        }
        // With a conducting ion rail and open ionic interfaces they do not coincide: the ions bypass the reaction.
        if lumped.r_ct > 1e3 {
            let open = Interface { r: 1e-3, c: 0.0 };
            let rails = TwoRail { r_ion: 1.0, inner: open, outer_ion: open, ..rails };
            let lumped = Lumped { r_ion: 1.0, ..lumped };
            let last = |z: Vec<Complex64>| z.last().unwrap().re;
            prop_assert!(last(rails.impedance(&[1e-9]).unwrap()) < 0.1 * last(lumped.impedance(&[1e-9]).unwrap()));
        }
    }

    #[test]
    fn scaling_resistances_and_capacitances_scales_the_impedance(
        logs in prop::array::uniform12(-1.0..1.0f64), n in 0.5..1.0f64, log_k in -3.0..3.0f64,
    ) {
        let of = |x: f64| exp(x * core::f64::consts::LN_10);
        let k = of(log_k);
        let rails = |k: f64| TwoRail {
            r_ion: 1e4 * of(logs[0]) * k, r_el: 1e3 * of(logs[1]) * k, c_chem: 1e-6 * of(logs[2]) / k, c_film: 1e-6 * of(logs[3]) / k,
            inner: Interface { r: 1e3 * of(logs[4]) * k, c: 1e-6 * of(logs[5]) / k },
            outer_ion: Interface { r: 1e2 * of(logs[6]) * k, c: 1e-6 * of(logs[7]) / k },
            outer_el: Surface { r: 1e4 * of(logs[8]) * k, q: 1e-5 * of(logs[9]) / k, n },
            r_pore: of(logs[10]) * k,
        };
        let frequency = frequencies(1e6, 12, 2);
        for (a, b) in rails(1.0).impedance(&frequency).unwrap().iter().zip(rails(k).impedance(&frequency).unwrap()) {
            prop_assert!((a * k - b).norm() <= 1e-12 * b.norm());
        }
    }

    #[test]
    fn a_fit_returns_what_was_simulated(r in 500.0..50_000.0f64, c in 5.0..100.0f64, p in 0.75..1.0f64) {
        let cell = Cell {
            metal: Metal::GlassyCarbon, polysulfide_mol_per_l: 0.1, polysulfide_resistance_ohm_cm2: r, double_layer_uf_per_cm2: c,
            cpe_exponent: p, transport: Transport::Fixed, ..Cell::default()
        };
        let frequency = frequencies(1e6, 8, 10);
        let z = simulate(&cell, &frequency).unwrap().impedance;
        let spectrum = Spectrum { unit: crate::Unit::OhmCm2, ..Spectrum::new(frequency, z) };
        let arc = fit_arc(&spectrum, &ArcOptions::default()).unwrap();
        // Two electrodes in series: twice the resistance, half the capacitance.
        prop_assert!((arc.arc_resistance / (2.0 * r) - 1.0).abs() < 1e-4, "{} for {}", arc.arc_resistance, 2.0 * r);
        prop_assert!((arc.capacitance / (c * 0.5e-6) - 1.0).abs() < 1e-3, "{} for {}", arc.capacitance, c * 0.5e-6);
    }
}

#[test]
fn nothing_overflows_at_the_corners() {
    let ends = [1e-3, 1e15];
    let frequency = [1e-6, 1.0, 1e7];
    for corner in 0..64 {
        let r = |bit: usize| ends[(corner >> bit) & 1];
        for c_chem in [0.0, 1e-12, 1e6] {
            let rails = TwoRail {
                r_ion: r(0),
                r_el: r(1),
                c_chem,
                c_film: 1e-7,
                inner: Interface { r: r(2), c: 1e-6 },
                outer_ion: Interface { r: r(3), c: 1e-6 },
                outer_el: Surface { r: r(4), q: if r(5) > 1.0 { 1e-5 } else { 0.0 }, n: 0.9 },
                r_pore: 0.0,
            };
            for z in rails.impedance(&frequency).unwrap() {
                assert!(z.re.is_finite() && z.im.is_finite() && z.re >= -1e-9 * z.norm(), "{rails:?}: {z}");
            }
        }
    }
}
