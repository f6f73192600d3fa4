//! The one table of what describes a cell: names, units, ranges with their reasons, defaults with their origin.
//!
//! From it come the [`Cell`] itself, its checks, and what the page builds its sliders from.

use std::collections::BTreeMap;

use serde::de::Visitor;
use serde::{Deserialize, Deserializer, Serialize};

use crate::error::{Code, Error, Result};

/// How a slider should run.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Scale {
    /// Evenly.
    Linear,
    /// By decades.
    Log,
}

/// Where a number comes from.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Origin {
    /// Printed in the study, at the place named.
    Paper,
    /// From the literature, the source named.
    Literature,
    /// Our assumption, for the reason given.
    Assumption,
}

/// Where a number comes from, and the place or reason.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Provenance {
    /// Kind of origin.
    pub origin: Origin,
    /// Place in the study, literature source, or the reason of an assumption.
    pub source: &'static str,
}

/// Shorthand for a number printed in the study.
pub(crate) const fn paper(source: &'static str) -> Provenance {
    Provenance { origin: Origin::Paper, source }
}
/// Shorthand for an assumption of ours.
pub(crate) const fn assumption(source: &'static str) -> Provenance {
    Provenance { origin: Origin::Assumption, source }
}

/// The value of a parameter: a number, or the id of a choice.
#[derive(Debug, Clone, PartialEq, Serialize)]
#[serde(untagged)]
pub enum Value {
    /// A number in the parameter's unit.
    Number(f64),
    /// The id of a choice.
    Choice(String),
}

/// By hand, because serde's untagged enums try one variant after the other, and each failure makes a JavaScript error: too slow for a slider.
impl<'de> Deserialize<'de> for Value {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> core::result::Result<Self, D::Error> {
        struct NumberOrChoice;
        impl Visitor<'_> for NumberOrChoice {
            type Value = Value;
            fn expecting(&self, f: &mut core::fmt::Formatter) -> core::fmt::Result {
                f.write_str("a number or the id of a choice")
            }
            fn visit_f64<E>(self, number: f64) -> core::result::Result<Value, E> {
                Ok(Value::Number(number))
            }
            fn visit_i64<E>(self, number: i64) -> core::result::Result<Value, E> {
                Ok(Value::Number(number as f64))
            }
            fn visit_u64<E>(self, number: u64) -> core::result::Result<Value, E> {
                Ok(Value::Number(number as f64))
            }
            fn visit_str<E>(self, id: &str) -> core::result::Result<Value, E> {
                Ok(Value::Choice(id.into()))
            }
        }
        deserializer.deserialize_any(NumberOrChoice)
    }
}

/// One of the values of a choose-one parameter.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub struct Choice {
    /// What a cell stores.
    pub id: &'static str,
    /// What it means.
    pub description: &'static str,
}

/// One row of the table.
#[derive(Debug, Clone, PartialEq, Serialize)]
pub struct Parameter {
    /// Name in a cell.
    pub name: &'static str,
    /// Symbol, as in the field.
    pub symbol: &'static str,
    /// Unit; empty for numbers without one.
    pub unit: &'static str,
    /// Lowest value (0 for a choice).
    pub lower: f64,
    /// Highest value (last index for a choice).
    pub upper: f64,
    /// Value of a cell that says nothing of it.
    pub default: Value,
    /// How a slider should run.
    pub scale: Scale,
    /// Group of sliders it belongs to.
    pub group: &'static str,
    /// What it is.
    pub description: &'static str,
    /// Why it ends where it ends.
    pub reason: &'static str,
    /// Where the default comes from.
    pub provenance: Provenance,
    /// The choices, for a choose-one parameter.
    #[serde(skip_serializing_if = "<[_]>::is_empty")]
    pub choices: &'static [Choice],
}

/// Declares an enum of choices with their ids.
macro_rules! choice {
    ($(#[$doc:meta])* $name:ident { $($variant:ident = $id:literal: $description:literal,)+ }) => {
        $(#[$doc])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq)]
        pub enum $name { $(#[doc = $description] $variant,)+ }
        impl $name {
            /// Every choice, in order.
            pub const CHOICES: &'static [Choice] = &[$(Choice { id: $id, description: $description },)+];
            /// The id a cell stores.
            pub const fn id(self) -> &'static str { match self { $($name::$variant => $id,)+ } }
            fn parse(name: &str, id: &str) -> Result<Self> {
                match id {
                    $($id => Ok($name::$variant),)+
                    _ => Err(Error::new(Code::OutOfRange, format!("{name} is \"{id}\", but must be one of: {}.", [$($id),+].join(", ")))),
                }
            }
        }
    };
}

choice! {
    /// The electrodes' metal.
    Metal {
        Magnesium = "magnesium": "Magnesium: two electrons per ion, under a compact film.",
        Lithium = "lithium": "Lithium: one electron per ion, under a compact film.",
        GlassyCarbon = "glassy-carbon": "Glassy carbon: no film and no reaction of its own; only polysulfide reacts on it.",
    }
}
choice! {
    /// How electrons cross the film.
    Transport {
        Simmons = "simmons": "Simmons 1963, the study's law: tunnelling through a rectangular barrier, without temperature.",
        Wkb = "wkb": "WKB tunnelling with a thermal supply of electrons, and emission over the barrier.",
        Fixed = "fixed": "A resistance put in by hand.",
    }
}
choice! {
    /// Who carries the current through the film.
    Conduction {
        Own = "own": "As the transport law and the ionic resistance say.",
        Ions = "ions": "The SEI twin: the same film conductance, all of it ionic, the electrons blocked.",
        Shared = "shared": "The same film conductance, divided by the electronic transference number.",
    }
}
choice! {
    /// How the film is modelled.
    Model {
        Lumped = "lumped": "The study's circuit: ions and electrons in parallel, then the reaction.",
        TwoRail = "two-rail": "Ions and electrons on two rails through the film, coupled by the chemical capacitance.",
    }
}
choice! {
    /// How the metal's reaction answers a large overpotential.
    Reaction {
        Threshold = "threshold": "Multi-step: hardly any current up to a threshold, then an exponential.",
        ButlerVolmer = "butler-volmer": "Butler-Volmer, from the exchange current that gives R_ct and the transfer coefficient.",
    }
}
choice! {
    /// Which cell a number belongs to.
    Geometry {
        Symmetric = "symmetric": "Symmetric cell: electrolyte, separator and two equal electrodes.",
        Half = "half": "Half cell (three electrodes): electrolyte and one electrode.",
    }
}

/// Declares [`Cell`], its defaults, its checks and the table.
macro_rules! cell {
    (
        numbers { $($field:ident = $name:literal, $symbol:literal, $unit:literal, $lower:literal .. $upper:literal, $default:literal,
                   $scale:ident, $group:literal, $provenance:expr, $description:literal, $reason:literal;)+ }
        choices { $($cfield:ident: $ctype:ident = $cname:literal, $cdefault:ident, $cgroup:literal, $cprovenance:expr, $cdescription:literal;)+ }
    ) => {
        /// A cell: every number that describes it, each inside its range.
        #[derive(Debug, Clone, Copy, PartialEq)]
        pub struct Cell {
            $(#[doc = concat!($description, " Unit: ", $unit, "; from ", $lower, " to ", $upper, ".")] pub $field: f64,)+
            $(#[doc = $cdescription] pub $cfield: $ctype,)+
        }

        impl Default for Cell {
            fn default() -> Self {
                Cell { $($field: $default,)+ $($cfield: $ctype::$cdefault,)+ }
            }
        }

        impl Cell {
            /// The names of all parameters.
            pub const NAMES: &[&'static str] = &[$($name,)+ $($cname,)+];

            /// Sets one parameter by name; unknown names and values outside the range are refused.
            pub fn set(&mut self, name: &str, value: &Value) -> Result<()> {
                match (name, value) {
                    $(($name, Value::Number(number)) => {
                        if !(*number >= $lower && *number <= $upper) {
                            return Err(Error::out_of_range($name, *number, $lower, $upper, $unit));
                        }
                        self.$field = *number;
                    })+
                    $(($cname, Value::Choice(id)) => self.$cfield = $ctype::parse($cname, id)?,)+
                    $(($name, Value::Choice(text)) => {
                        return Err(Error::new(Code::BadArgument, format!("{} is \"{text}\", but must be a number between {} and {} {}.", $name, $lower, $upper, $unit)));
                    })+
                    $(($cname, Value::Number(number)) => {
                        return Err(Error::new(Code::BadArgument, format!("{} is {number}, but must be one of the ids: {}.", $cname,
                            $ctype::CHOICES.iter().map(|c| c.id).collect::<Vec<_>>().join(", "))));
                    })+
                    _ => return Err(Error::new(Code::UnknownName, format!("A cell has no parameter \"{name}\"; cellParameters() lists them."))),
                }
                Ok(())
            }

            /// Every parameter by name.
            pub fn values(&self) -> BTreeMap<&'static str, Value> {
                [$(($name, Value::Number(self.$field)),)+ $(($cname, Value::Choice(self.$cfield.id().into())),)+].into()
            }
        }

        /// The table of all parameters, in the order to show them.
        pub fn parameters() -> Vec<Parameter> {
            vec![
                $(Parameter { name: $name, symbol: $symbol, unit: $unit, lower: $lower as f64, upper: $upper as f64,
                    default: Value::Number($default as f64), scale: Scale::$scale, group: $group, description: $description,
                    reason: $reason, provenance: $provenance, choices: &[] },)+
                $(Parameter { name: $cname, symbol: "", unit: "", lower: 0.0, upper: ($ctype::CHOICES.len() - 1) as f64,
                    default: Value::Choice($ctype::$cdefault.id().into()), scale: Scale::Linear, group: $cgroup,
                    description: $cdescription, reason: "One of the choices.", provenance: $cprovenance, choices: $ctype::CHOICES },)+
            ]
        }
    };
}

cell! {
    numbers {
        thickness_nm = "thicknessNm", "d", "nm", 0.5 .. 10.0, 8.0, Linear, "film", paper("Fig. 3k: 7 to 10 nm by TEM"),
            "Thickness of the compact film.", "Below 0.5 nm there is no film to speak of; the TEM shows at most 10 nm.";
        barrier_ev = "barrierEv", "φ", "eV", 0.05 .. 4.0, 1.02, Linear, "film",
            assumption("Chosen with d and m so that Simmons' law gives 2 kΩ·cm² per film, half of the difference in Fig. 5e"),
            "Height of the tunnelling barrier above the Fermi level.", "Below 0.05 eV, two thermal energies, no barrier is left at room temperature; half of MgO's band gap is about 4 eV.";
        effective_mass = "effectiveMass", "m*", "mₑ", 0.05 .. 1.0, 0.1, Log, "film",
            assumption("A light mass: with m = 1 the barrier that the study's resistance needs would be a thermionic short"),
            "Effective mass of the electron in the barrier, in electron masses.", "Tunnelling masses of oxides lie between 0.05 and 1.";
        relative_permittivity = "relativePermittivity", "εᵣ", "", 1.0 .. 200.0, 5.5, Log, "film", paper("Text after Fig. 3: 4.8 to 6.9"),
            "Relative permittivity of the compact film.", "Vacuum to what 17 µF·cm⁻² over the TEM thickness would need (134 to 192).";
        temperature_k = "temperatureK", "T", "K", 200.0 .. 400.0, 298.0, Linear, "film", assumption("Room temperature"),
            "Temperature.", "Where the electrolyte is liquid, with some room.";
        fixed_resistance_ohm_cm2 = "fixedResistanceOhmCm2", "R_el,film", "Ω·cm²", 1e-3 .. 1e15, 2000.0, Log, "film",
            paper("Discussion: at most a few kΩ·cm²; half of Fig. 5e's 4 kΩ·cm² per film"),
            "Electronic resistance of one film where the transport law is a fixed resistance.", "From a short circuit to a blocked path.";
        ionic_resistance_ohm_cm2 = "ionicResistanceOhmCm2", "R_ion", "Ω·cm²", 1e-3 .. 1e15, 1e6, Log, "film", paper("Discussion: in the MΩ·cm² range"),
            "Resistance of one film to ions.", "From a short circuit to a blocked path.";
        electronic_transference = "electronicTransference", "tₑ", "", 0.0 .. 1.0, 1.0, Linear, "film", assumption("The anti-SEI corner"),
            "Share of the film's conductance that electrons carry, where conduction is shared; the sum of both stays. 0 is an SEI, 1 an anti-SEI.", "A share.";
        rate_cm_per_s = "rateCmPerS", "k₀", "cm/s", 1e-13 .. 1e-2, 4.62e-9, Log, "reaction",
            paper("Fig. 2a: the arc of 40 kΩ·cm² less the films, on two electrodes"),
            "Rate constant of the metal's charge transfer on a wholly active surface.", "From a dead surface to one where the reaction no longer counts.";
        ion_mol_per_l = "ionMolPerL", "c", "mol/L", 0.001 .. 5.0, 0.8, Log, "reaction", paper("Experimental: 0.4 M MgCl₂ and 0.4 M Mg(TFSI)₂"),
            "Concentration of the reacting ion in the electrolyte.", "From traces to saturation.";
        active_share = "activeShare", "θ", "", 1e-4 .. 1.0, 1.0, Log, "reaction", assumption("A fresh surface"),
            "Share of the surface sites that still react.", "A share; 72 h at rest leave about 0.03.";
        double_layer_uf_per_cm2 = "doubleLayerUfPerCm2", "C_dl", "µF·cm⁻²", 0.1 .. 1000.0, 34.0, Log, "reaction",
            paper("Fig. 2b: 17 µF·cm⁻² of the cell, read as two electrodes in series"),
            "Capacitance of one electrode's surface, by Eq. 1 with the charge-transfer resistance that the surface has without polysulfide.", "Flat to very rough surfaces.";
        cpe_exponent = "cpeExponent", "P", "", 0.5 .. 1.0, 0.93, Linear, "reaction", assumption("\"Slightly deformed\" arcs (Results)"),
            "Exponent of the surface's constant-phase element; 1 is a pure capacitance.", "Below 0.5 the element is no longer a surface's.";
        polysulfide_mol_per_l = "polysulfideMolPerL", "c_PS", "mol/L", 0.0 .. 1.0, 0.0, Linear, "polysulfide", assumption("None until it is added"),
            "Nominal concentration of Li₂S₈ in the cell.", "None to saturation.";
        polysulfide_resistance_ohm_cm2 = "polysulfideResistanceOhmCm2", "R_ct,PS", "Ω·cm²", 1.0 .. 1e6, 2000.0, Log, "polysulfide",
            paper("Fig. 5e: several kΩ·cm² for the two electrodes of the GC||GC cell"),
            "Polysulfide's charge-transfer resistance on one electrode at 0.1 mol/L; it falls with the square root of the concentration.", "Fast to hardly reacting.";
        polysulfide_capacitance_uf_per_cm2 = "polysulfideCapacitanceUfPerCm2", "C_PS", "µF·cm⁻²", 0.0 .. 1000.0, 0.0, Linear, "polysulfide",
            assumption("The surface keeps its own capacitance"),
            "Capacitance that polysulfide at 0.1 mol/L adds to one electrode's surface.", "None to a rough surface.";
        porous_nm = "porousNm", "L", "nm", 0.0 .. 500.0, 0.0, Linear, "porous", assumption("A fresh surface; 300 nm after 72 h (Fig. 3b)"),
            "Thickness of the porous film.", "The study says up to several hundred nanometres.";
        porosity = "porosity", "ε", "", 0.05 .. 0.95, 0.5, Linear, "porous", paper("Discussion: 50 %"),
            "Porosity of the porous film.", "A share; the ends would be no pores and no film.";
        tortuosity = "tortuosity", "τ", "", 1.0 .. 100.0, 2.0, Log, "porous", assumption("Between straight pores and a packed bed"),
            "Tortuosity of the porous film.", "Straight pores to hardly connected ones.";
        conductivity_ms_per_cm = "conductivityMsPerCm", "κ", "mS/cm", 0.01 .. 100.0, 2.0, Log, "electrolyte", assumption("Typical of glyme electrolytes with Mg salts"),
            "Conductivity of the free electrolyte.", "Poor organic to good aqueous electrolytes.";
        diffusion_cm2_per_s = "diffusionCm2PerS", "D", "cm²/s", 1e-9 .. 1e-4, 1e-6, Log, "electrolyte", assumption("Typical of ions in glymes"),
            "Diffusion coefficient of the reacting species in the free electrolyte.", "Gels to water.";
        electrolyte_ohm_cm2 = "electrolyteOhmCm2", "R_el", "Ω·cm²", 0.0 .. 10000.0, 10.0, Linear, "electrolyte", assumption("Lean cell with a glass-fibre separator"),
            "Ohmic resistance of electrolyte and separator between the electrodes.", "None to a very long way.";
        separator_um = "separatorUm", "L_sep", "µm", 0.0 .. 5000.0, 260.0, Linear, "electrolyte", paper("Experimental: glass fibre GF-A, 260 µm"),
            "Thickness of the separator, where ions diffuse; 0 leaves diffusion out.", "None to the width of a flooded cell.";
        separator_porosity = "separatorPorosity", "ε_sep", "", 0.05 .. 1.0, 0.9, Linear, "electrolyte", assumption("Typical of glass fibre"),
            "Porosity of the separator.", "A share; 1 is free electrolyte.";
        separator_tortuosity = "separatorTortuosity", "τ_sep", "", 1.0 .. 100.0, 1.1, Log, "electrolyte", assumption("Typical of glass fibre"),
            "Tortuosity of the separator.", "Straight pores to hardly connected ones.";
        chemical_capacitance_uf_per_cm2 = "chemicalCapacitanceUfPerCm2", "C_chem", "µF·cm⁻²", 0.0 .. 1e6, 0.1, Linear, "two-rail", assumption("Few mobile defects in an insulating film"),
            "Chemical capacitance of the film, which couples its ions and electrons (two rails).", "None to a mixed conductor that stores as much as it conducts.";
        inner_resistance_ohm_cm2 = "innerResistanceOhmCm2", "R_in", "Ω·cm²", 1e-3 .. 1e15, 2e4, Log, "two-rail", assumption("The metal's own charge transfer, as slow under the film as on it"),
            "Resistance to ions between metal and film (two rails).", "From a short circuit to a blocked path.";
        inner_capacitance_uf_per_cm2 = "innerCapacitanceUfPerCm2", "C_in", "µF·cm⁻²", 0.0 .. 1e6, 34.0, Linear, "two-rail", assumption("As the outer surface"),
            "Capacitance between metal and ion rail (two rails).", "None to a very rough surface.";
        outer_resistance_ohm_cm2 = "outerResistanceOhmCm2", "R_out", "Ω·cm²", 1e-3 .. 1e15, 1.0, Log, "two-rail", assumption("Ions leave the film easily"),
            "Resistance to ions between film and electrolyte (two rails).", "From a short circuit to a blocked path.";
        outer_capacitance_uf_per_cm2 = "outerCapacitanceUfPerCm2", "C_out", "µF·cm⁻²", 0.0 .. 1e6, 10.0, Linear, "two-rail", assumption("An ordinary double layer"),
            "Capacitance between ion rail and electrolyte (two rails).", "None to a very rough surface.";
        threshold_v = "thresholdV", "η₁", "V", 0.0 .. 2.0, 0.51, Linear, "current", assumption("What film, electrolyte and concentration leave of Fig. 4b's 550 mV"),
            "Overpotential at which the multi-step reaction carries 1 mA·cm⁻².", "None to more than was ever seen.";
        transfer_coefficient = "transferCoefficient", "α", "", 0.1 .. 0.9, 0.5, Linear, "current", assumption("A symmetric step"),
            "Charge-transfer coefficient of the Butler-Volmer law.", "A share, away from the ends where one direction would stand still.";
        limiting_current_ma_per_cm2 = "limitingCurrentMaPerCm2", "j_lim", "mA·cm⁻²", 0.1 .. 1000.0, 10.5, Log, "current", assumption("Just above the study's 10 mA·cm⁻², where concentration begins to show"),
            "Current density at which no more ions reach the electrode.", "A stagnant to a strongly stirred electrolyte.";
    }
    choices {
        metal: Metal = "metal", Magnesium, "film", paper("The study's electrode"), "The electrodes' metal.";
        transport: Transport = "transport", Simmons, "film", paper("Discussion: \"Simmons model\""), "How electrons cross the film.";
        conduction: Conduction = "conduction", Own, "film", assumption("The film as it is"), "Who carries the current through the film.";
        model: Model = "model", Lumped, "film", paper("Discussion: ionic and electronic resistances in parallel, then the reaction"), "How the film is modelled.";
        reaction: Reaction = "reaction", Threshold, "current", paper("Discussion: very little current up to a certain overpotential, then an exponential; characteristic of multi-step reactions"), "How the metal's reaction answers a large overpotential.";
        geometry: Geometry = "geometry", Symmetric, "geometry", assumption("The study does not say; its arcs are read as those of the symmetric cell"),
            "Which cell the numbers belong to.";
    }
}

impl Cell {
    /// A cell from named values; what is not named has its default.
    pub fn from_values<'a>(values: impl IntoIterator<Item = (&'a str, &'a Value)>) -> Result<Cell> {
        let mut cell = Cell::default();
        for (name, value) in values {
            cell.set(name, value)?;
        }
        Ok(cell)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_default_is_inside_its_range_and_every_row_says_where_it_comes_from() {
        let cell = Cell::from_values(Cell::default().values().iter().map(|(n, v)| (*n, v))).unwrap();
        assert_eq!(cell, Cell::default());
        for p in parameters() {
            assert!(p.lower < p.upper && !p.description.is_empty() && !p.reason.is_empty(), "{}", p.name);
            assert!(!p.provenance.source.is_empty(), "{}", p.name);
        }
    }

    #[test]
    fn bad_values_are_named() {
        let mut cell = Cell::default();
        for (name, value, code, part) in [
            (
                "thicknessNm",
                Value::Number(50.0),
                Code::OutOfRange,
                "thicknessNm is 50 nm, but must lie between 0.5 and 10 nm",
            ),
            ("thicknessNm", Value::Number(f64::NAN), Code::OutOfRange, "thicknessNm is NaN"),
            ("thicknessNm", Value::Choice("x".into()), Code::BadArgument, "must be a number"),
            ("transport", Value::Choice("x".into()), Code::OutOfRange, "simmons, wkb, fixed"),
            ("transport", Value::Number(1.0), Code::BadArgument, "simmons, wkb, fixed"),
            ("colour", Value::Number(1.0), Code::UnknownName, "colour"),
        ] {
            let error = cell.set(name, &value).unwrap_err();
            assert_eq!(error.code, code);
            assert!(error.message.contains(part), "{}", error.message);
        }
        assert_eq!(cell, Cell::default());
    }
}
