//! The study's cells, each with where its numbers come from.

use super::parameters::{Cell, Conduction, Geometry, Metal, Provenance, Transport, assumption, paper};
use crate::electrode::reaction::active_share;

/// A cell with a name.
#[derive(Debug, Clone, PartialEq)]
pub struct Preset {
    /// Its id.
    pub id: &'static str,
    /// What to call it.
    pub title: &'static str,
    /// What it is and what to know of it.
    pub note: &'static str,
    /// The cell.
    pub cell: Cell,
    /// Where the cell as a whole comes from.
    pub provenance: Provenance,
    /// Where single values come from, as far as it is not where the default comes from.
    pub sources: Vec<(&'static str, Provenance)>,
}

/// Arc of the fresh Mg||Mg cell, Ω·cm² (Fig. 2a, b).
const MG_ARC_OHM_CM2: f64 = 4.0e4;
/// Its growth, Ω·cm² per hour: 40 to 400 kΩ·cm² in 20 h (Fig. 2b and discussion).
const MG_GROWTH_OHM_CM2_PER_H: f64 = (4.0e5 - 4.0e4) / 20.0;
/// Arc of the operando cell at the start and at the end of the hour before the addition, Ω·cm², and its peak, Hz (Fig. 5g).
const OPERANDO_ARC_OHM_CM2: [f64; 2] = [1.8e5, 4.0e5];
const OPERANDO_PEAK_HZ: [f64; 2] = [0.250, 0.125];
/// Arc after the addition, Ω·cm² (Fig. 5h).
const OPERANDO_AFTER_OHM_CM2: f64 = 2.5e3;

/// Every preset.
pub fn presets() -> Vec<Preset> {
    vec![
        Preset {
            id: "mg-ocv",
            title: "Mg||Mg at open circuit, fresh",
            note: "The study's lean Mg cell at the start: an arc of 40 kΩ·cm², 17 µF·cm⁻² of the cell.",
            cell: magnesium(0.0),
            provenance: paper("Fig. 2a, b"),
            sources: magnesium_sources(),
        },
        Preset {
            id: "mg-ocv-1h",
            title: "Mg||Mg after 1 h at open circuit",
            note: "Reaction sites are lost; the arc has grown to 58 kΩ·cm².",
            cell: Cell { double_layer_uf_per_cm2: 30.0, ..magnesium(1.0) },
            provenance: paper("Fig. 2b; Results, before Fig. 3: 15 µF·cm⁻² after 1 h"),
            sources: magnesium_sources(),
        },
        Preset {
            id: "mg-ocv-20h",
            title: "Mg||Mg after 20 h at open circuit",
            note: "Ten times the arc of the fresh cell: 400 kΩ·cm².",
            cell: magnesium(20.0),
            provenance: paper("Fig. 2b; discussion"),
            sources: magnesium_sources(),
        },
        Preset {
            id: "mg-ocv-72h",
            title: "Mg||Mg after 72 h at open circuit",
            note: "Over 1 MΩ·cm², 36 µF·cm⁻² of the cell, and a porous film of 300 nm that the spectrum hardly shows.",
            cell: Cell { double_layer_uf_per_cm2: 72.0, porous_nm: 300.0, ..magnesium(72.0) },
            provenance: paper("Results, before Fig. 3; Fig. 3b"),
            sources: magnesium_sources(),
        },
        Preset {
            id: "li-ocv",
            title: "Li||Li at open circuit, fresh",
            note: "A classic SEI: ions cross the film, electrons do not; the arc of 75 Ω·cm² is the film's own, 4 µF·cm⁻² of the cell.",
            cell: lithium(75.0),
            provenance: paper("Fig. 2c, d"),
            sources: lithium_sources(),
        },
        Preset {
            id: "li-ocv-13h",
            title: "Li||Li after 13 h at open circuit",
            note: "The SEI has ordered itself: 150 Ω·cm², and no more.",
            cell: lithium(150.0),
            provenance: paper("Fig. 2c, d"),
            sources: lithium_sources(),
        },
        Preset {
            id: "gc-polysulfide",
            title: "GC||GC with 0.1 M Li₂S₈",
            note: "No film at all: the arc is polysulfide's charge transfer on two electrodes.",
            cell: Cell { metal: Metal::GlassyCarbon, ..polysulfide() },
            provenance: paper("Fig. 5e, black: one arc of several kΩ·cm² at 1 to 20 Hz"),
            sources: vec![("doubleLayerUfPerCm2", assumption("Puts the arc's peak at a few Hz"))],
        },
        Preset {
            id: "mg-polysulfide",
            title: "Mg||Mg, passivated for 1 h, with 0.1 M Li₂S₈",
            note: "4 kΩ·cm² more than on glassy carbon: the electrons' way through two films. No Mg salt in this electrolyte.",
            cell: polysulfide(),
            provenance: paper("Fig. 5e, grey; Fig. 5f"),
            sources: vec![
                ("doubleLayerUfPerCm2", assumption("As on glassy carbon")),
                ("rateCmPerS", paper("Results: electrolyte without Mg salt, so the metal's own reaction stands still")),
            ],
        },
        Preset {
            id: "operando-start",
            title: "Operando cell, assembled",
            note: "The flooded Mg cell at the start of its hour: 180 kΩ·cm² at 250 mHz.",
            cell: operando(0),
            provenance: paper("Fig. 5g"),
            sources: operando_sources(),
        },
        Preset {
            id: "operando-before",
            title: "Operando cell after 1 h, before polysulfide",
            note: "400 kΩ·cm² at 125 mHz, all of it charge transfer on top of the film.",
            cell: operando(1),
            provenance: paper("Fig. 5g"),
            sources: operando_sources(),
        },
        Preset {
            id: "operando-after",
            title: "Operando cell after 0.1 M Li₂S₈",
            note: "The same film and the same metal: polysulfide takes the electrons, and the arc falls to 2.5 kΩ·cm².",
            cell: Cell { polysulfide_mol_per_l: 0.1, ..operando(1) },
            provenance: paper("Fig. 5h: 0.5 M added, 0.1 M in the cell"),
            sources: operando_sources(),
        },
        Preset {
            id: "mg-galvanostatic",
            title: "Mg under current, three electrodes",
            note: "One electrode. A film of 18 Ω·cm²: the film that Fig. 5e asks for would drop 0.3 to 0.7 V by itself.",
            cell: Cell {
                geometry: Geometry::Half,
                thickness_nm: 7.0,
                barrier_ev: 0.9,
                electrolyte_ohm_cm2: 5.0,
                separator_um: 0.0,
                ..magnesium(0.0)
            },
            provenance: paper("Fig. 4a, b"),
            sources: vec![
                ("barrierEv", assumption("A film that does not show in Fig. 4b's constant 550 mV")),
                ("electrolyteOhmCm2", assumption("Flooded cell with a reference electrode")),
            ],
        },
    ]
}

/// Mg||Mg after hours at open circuit: what the films leave of the arc is charge transfer, and its sites are lost.
fn magnesium(hours: f64) -> Cell {
    let cell = Cell::default();
    let fresh = MG_ARC_OHM_CM2 / 2.0 - film_ohm_cm2(&cell);
    Cell {
        active_share: active_share(hours, fresh / (MG_GROWTH_OHM_CM2_PER_H / 2.0)),
        ..cell.with_charge_transfer(fresh)
    }
}

fn magnesium_sources() -> Vec<(&'static str, Provenance)> {
    vec![
        ("rateCmPerS", paper("Fig. 2a: half of the fresh arc of 40 kΩ·cm², less the film")),
        ("activeShare", paper("Fig. 2b: 18 kΩ·cm² per hour, read as lost reaction sites")),
    ]
}

/// Li||Li with an arc (Ω·cm², of the cell) that is the ions' way through two SEIs of 2.2 nm.
fn lithium(arc: f64) -> Cell {
    Cell {
        metal: Metal::Lithium,
        transport: Transport::Fixed,
        fixed_resistance_ohm_cm2: 1e12,
        ionic_resistance_ohm_cm2: arc / 2.0,
        // 4 µF·cm⁻² of the cell is 8 of one film: with eps_r 10, 1.1 nm.
        relative_permittivity: 10.0,
        thickness_nm: 1.106_773_477_35,
        ion_mol_per_l: 1.0,
        double_layer_uf_per_cm2: 20.0,
        conductivity_ms_per_cm: 10.0,
        diffusion_cm2_per_s: 3e-6,
        electrolyte_ohm_cm2: 3.0,
        separator_um: 20.0,
        separator_porosity: 0.4,
        separator_tortuosity: 2.5,
        ..Cell::default()
    }
    .with_charge_transfer(0.5)
}

fn lithium_sources() -> Vec<(&'static str, Provenance)> {
    vec![
        ("fixedResistanceOhmCm2", assumption("A classic SEI blocks electrons")),
        ("ionicResistanceOhmCm2", paper("Fig. 2c, d: 75 to 150 Ω·cm² of the cell, two films")),
        ("relativePermittivity", paper("Results: eps_r = 10")),
        (
            "thicknessNm",
            paper(
                "Results: 4 µF·cm⁻² of the cell, so 8 of one film; the study's 2 nm takes the cell's number as one film's",
            ),
        ),
        ("rateCmPerS", paper("Results: the charge transfer is negligible on Li (0.5 Ω·cm² here)")),
        ("ionMolPerL", paper("Experimental: 1 M LiPF6 in EC:DEC")),
        ("conductivityMsPerCm", assumption("Typical of LP40")),
        ("diffusionCm2PerS", assumption("Typical of LP40")),
        ("electrolyteOhmCm2", assumption("20 µm of separator soaked with LP40")),
        ("separatorUm", paper("Experimental: Celgard 2320, 20 µm by its maker")),
        ("separatorPorosity", assumption("Typical of Celgard")),
        ("separatorTortuosity", assumption("Typical of Celgard")),
        ("doubleLayerUfPerCm2", assumption("An ordinary double layer")),
    ]
}

/// Mg||Mg in 0.1 M polysulfide without Mg salt.
fn polysulfide() -> Cell {
    Cell {
        polysulfide_mol_per_l: 0.1,
        double_layer_uf_per_cm2: 20.0,
        cpe_exponent: 1.0,
        rate_cm_per_s: 1e-13,
        ..Cell::default()
    }
}

/// The operando cell at the start (0) or the end (1) of its hour.
fn operando(end: usize) -> Cell {
    let base = Cell {
        barrier_ev: 0.9,
        separator_um: 0.0,
        electrolyte_ohm_cm2: 50.0,
        cpe_exponent: 1.0,
        conduction: Conduction::Own,
        ..Cell::default()
    };
    let film = film_ohm_cm2(&base);
    let (first, last) = (OPERANDO_ARC_OHM_CM2[0] / 2.0 - film, OPERANDO_ARC_OHM_CM2[1] / 2.0 - film);
    let (arc, peak) = (OPERANDO_ARC_OHM_CM2[end] / 2.0, OPERANDO_PEAK_HZ[end]);
    let own = 1e6 / (2.0 * core::f64::consts::PI * peak * arc);
    Cell {
        active_share: if end == 0 { 1.0 } else { first / last },
        double_layer_uf_per_cm2: own,
        // What the film leaves of 2.5 kΩ·cm² on two electrodes.
        polysulfide_resistance_ohm_cm2: OPERANDO_AFTER_OHM_CM2 / 2.0 - film,
        polysulfide_capacitance_uf_per_cm2: 20.0 - own,
        ..base.with_charge_transfer(first)
    }
}

fn operando_sources() -> Vec<(&'static str, Provenance)> {
    vec![
        (
            "barrierEv",
            assumption("0.4 kΩ·cm² per film, so that 2.5 kΩ·cm² leaves room for polysulfide's own charge transfer"),
        ),
        ("rateCmPerS", paper("Fig. 5g: half of 180 kΩ·cm², less the film")),
        ("activeShare", paper("Fig. 5g: 400 over 180 kΩ·cm², read as lost reaction sites")),
        ("doubleLayerUfPerCm2", paper("Fig. 5g: 180 kΩ·cm² at 250 mHz, 400 kΩ·cm² at 125 mHz")),
        ("polysulfideResistanceOhmCm2", paper("Fig. 5h: half of 2.5 kΩ·cm², less the film")),
        (
            "polysulfideCapacitanceUfPerCm2",
            paper("Fig. 5h: 20 µF·cm⁻² of one electrode put the peak between 3 and 12 Hz"),
        ),
        ("electrolyteOhmCm2", assumption("4 mm of free electrolyte")),
        ("cpeExponent", assumption("A pure capacitance, so that arc and peak frequency give it")),
    ]
}

/// Resistance of one film, Ω·cm².
fn film_ohm_cm2(cell: &Cell) -> f64 {
    cell.compact_film().map_or(0.0, |film| film.resistance())
}
