/** Benches with a whole cell on them: the simulated film, with and without polysulfide, and what its layers add. */
import type { Cell } from "../../../crate/src/web/api.d.ts";
import type { Bench, Control, Curve, Engine, Reading, Scene, Values } from "../lesson";
import { arcReadings, decades, deviation, spectrumOf } from "../measure";
import { DRAWN } from "./arc";

const ionic: Control = { id: "ionicResistanceOhmCm2", symbol: "R_ion", unit: "Ω·cm²", lower: 10, upper: 1e8, scale: "log" };
const electronic: Control = { id: "fixedResistanceOhmCm2", symbol: "R_el,film", unit: "Ω·cm²", lower: 10, upper: 1e8, scale: "log" };
const sites: Control = { id: "activeShare", symbol: "θ", unit: "", lower: 0.01, upper: 1, scale: "log" };
const share: Control = { id: "electronicTransference", symbol: "t_e", unit: "", lower: 0, upper: 1, scale: "linear" };
const added: Control = { id: "polysulfideMolPerL", symbol: "c_PS", unit: "mol/L", lower: 0, upper: 0.1, scale: "linear" };
const porous: Control = { id: "porousNm", symbol: "L", unit: "nm", lower: 0, upper: 500, scale: "linear" };
const porosity: Control = { id: "porosity", symbol: "ε", unit: "", lower: 0.05, upper: 0.95, scale: "linear" };
const tortuosity: Control = { id: "tortuosity", symbol: "τ", unit: "", lower: 1, upper: 100, scale: "log" };

/** 1 MHz to 1 mHz: an operando arc of 400 kΩ·cm² has to close. */
const WIDE = decades(1e6, 1e-3, 24);

type Simulation = ReturnType<Engine["simulate"]>;

/** A study's cell by its id, with some of its numbers changed. */
export function cellOf(engine: Engine, preset: string, changes: Cell): Cell {
  const found = engine.presets().find((one) => one.id === preset);
  return { ...found?.cell, ...changes };
}

const resistance = (simulation: Simulation, ...names: string[]): number =>
  simulation.parts.filter((part) => names.includes(part.name)).reduce((sum, part) => sum + part.resistance, 0);

/** Film and reaction: what the study calls the arc. */
const arcOf = (simulation: Simulation): number => resistance(simulation, "film", "charge-transfer");

const ohm = (value: number): Reading => ({ value, unit: "Ω·cm²" });
const curve = (id: string, role: Curve["role"], frequency: Float64Array, z: { re: Float64Array; im: Float64Array }): Curve => ({
  id, role, frequency, re: z.re, im: z.im,
});

/** Share of the film's current that electrons carry, from what the whole film and its ions alone would be. */
function electronShare(cell: Cell, simulation: Simulation): number {
  if (cell["conduction"] === "shared") return Number(cell["electronicTransference"]);
  if (cell["conduction"] === "ions") return 0;
  const electrodes = cell["geometry"] === "half" ? 1 : 2;
  return Math.min(1, Math.max(0, 1 - resistance(simulation, "film") / electrodes / Number(cell["ionicResistanceOhmCm2"])));
}

function parts(cell: Cell, simulation: Simulation): Record<string, Reading> {
  const film = simulation.parts.find((part) => part.name === "film");
  return {
    film: ohm(film?.resistance ?? Number.NaN),
    filmPeak: { value: film?.peakHz ?? Number.NaN, unit: "Hz" },
    transfer: ohm(resistance(simulation, "charge-transfer")),
    total: ohm(arcOf(simulation)),
    te: { value: electronShare(cell, simulation), unit: "" },
  };
}

function picture(cell: Cell, electrons: number): NonNullable<Scene["film"]> {
  const metal = cell["metal"] === "lithium" ? "Li" : "Mg";
  return {
    metal,
    compactNm: Number(cell["thicknessNm"]),
    porousNm: Number(cell["porousNm"]),
    porosity: Number(cell["porosity"]),
    electronShare: electrons,
    current: "rest",
    polysulfide: Math.min(1, Number(cell["polysulfideMolPerL"]) / 0.1),
    activeSites: Number(cell["activeShare"]),
  };
}

const geometry = (cell: Cell): Scene["geometry"] => (cell["geometry"] === "half" ? "electrode" : "symmetric");

/** Where the reaction's arc is, apart from the film's: what one arc is fitted to. */
const REACTION: [number, number] = [1e-3, 3];

/** Sites of reaction on the study's fresh magnesium cell. */
export const sitesBench: Bench = {
  id: "sites",
  controls: [sites],
  start: { activeShare: 1 },
  run: (values, engine) => {
    const cell = cellOf(engine, "mg-ocv", { ...values });
    const simulation = engine.simulate(cell, WIDE);
    return {
      spectra: [curve("mg", "anti-sei", WIDE, simulation)],
      film: picture(cell, electronShare(cell, simulation)),
      readings: { ...parts(cell, simulation), ...arcReadings(engine, spectrumOf("Mg", WIDE, simulation.re, simulation.im), { range: REACTION }) },
      geometry: geometry(cell),
    };
  },
};

/** Two ways through the film, side by side. */
export const paths: Bench = {
  id: "paths",
  controls: [ionic, electronic],
  start: { ionicResistanceOhmCm2: 1e6, fixedResistanceOhmCm2: 2000 },
  run: (values, engine) => pathScene(values, engine, undefined),
};

/** The same, in front of the spectrum of the study's film: can another film cover it? */
export const twin: Bench = {
  id: "twin",
  controls: [ionic, electronic],
  start: { ionicResistanceOhmCm2: 2e5, fixedResistanceOhmCm2: 1e8 },
  run: (values, engine) => pathScene(values, engine, { ionicResistanceOhmCm2: 1e6, fixedResistanceOhmCm2: 2000 }),
};

function pathScene(values: Values, engine: Engine, reference: Values | undefined): Scene {
  const cell = cellOf(engine, "mg-ocv", { ...values, transport: "fixed" });
  const simulation = engine.simulate(cell, DRAWN);
  const readings = parts(cell, simulation);
  const te = readings["te"]?.value ?? 0;
  const spectra = [curve("yours", te > 0.5 ? "anti-sei" : "sei", DRAWN, simulation)];
  if (reference) {
    const target = engine.simulate(cellOf(engine, "mg-ocv", { ...reference, transport: "fixed" }), DRAWN);
    spectra.unshift(curve("reference", "anti-sei", DRAWN, target));
    readings["apart"] = { value: 100 * deviation(simulation, target), unit: "%", digits: 2 };
  }
  return { spectra, film: picture(cell, te), readings, geometry: geometry(cell) };
}

/** The operando cell before and after polysulfide; the film shares its current between ions and electrons. */
export const probe: Bench = {
  id: "probe",
  controls: [share, added],
  start: { electronicTransference: 1, polysulfideMolPerL: 0 },
  run: (values, engine) => {
    const cell = cellOf(engine, "operando-before", { ...values, conduction: "shared" });
    const simulation = engine.simulate(cell, WIDE);
    const before = engine.simulate({ ...cell, polysulfideMolPerL: 0 }, WIDE);
    const te = Number(values["electronicTransference"]);
    const role = te > 0.5 ? "anti-sei" : "sei";
    return {
      spectra: [curve("before", "ghost", WIDE, before), curve("yours", role, WIDE, simulation)],
      film: picture(cell, te),
      readings: {
        ...parts(cell, simulation),
        before: ohm(arcOf(before)),
        drop: { value: arcOf(before) / arcOf(simulation), unit: "" },
        ...peakOf(WIDE, simulation),
      },
      geometry: geometry(cell),
    };
  },
};

/** Two ways for the arc to grow: sites are lost, or the film conducts worse. Polysulfide tells them apart. */
export const growth: Bench = {
  id: "growth",
  controls: [sites, electronic, added],
  start: { activeShare: 1, fixedResistanceOhmCm2: 400, polysulfideMolPerL: 0 },
  run: (values, engine) => {
    const cell = cellOf(engine, "operando-start", { ...values, transport: "fixed", conduction: "own" });
    const simulation = engine.simulate(cell, WIDE);
    const before = engine.simulate({ ...cell, polysulfideMolPerL: 0 }, WIDE);
    return {
      spectra: [curve("before", "ghost", WIDE, before), curve("yours", "anti-sei", WIDE, simulation)],
      film: picture(cell, electronShare(cell, simulation)),
      readings: { ...parts(cell, simulation), before: ohm(arcOf(before)), drop: { value: arcOf(before) / arcOf(simulation), unit: "" } },
      geometry: geometry(cell),
    };
  },
};

/** The passivated cell of 72 h with its porous film. */
export const pores: Bench = {
  id: "pores",
  controls: [porous, porosity, tortuosity],
  start: { porousNm: 300, porosity: 0.5, tortuosity: 2 },
  run: (values, engine) => {
    const cell = cellOf(engine, "mg-ocv-72h", { ...values });
    const simulation = engine.simulate(cell, DRAWN);
    const inPores = resistance(simulation, "pores");
    return {
      spectra: [curve("mg", "anti-sei", DRAWN, simulation)],
      film: picture(cell, electronShare(cell, simulation)),
      readings: {
        ...parts(cell, simulation),
        pores: ohm(inPores),
        poreShare: { value: (100 * inPores) / arcOf(simulation), unit: "%", digits: 2 },
      },
      geometry: geometry(cell),
    };
  },
};

function peakOf(frequency: Float64Array, z: { im: Float64Array }): Record<string, Reading> {
  let top = 0;
  z.im.forEach((im, i) => {
    if (-im > -(z.im[top] ?? 0)) top = i;
  });
  return { peak: { value: frequency[top] ?? Number.NaN, unit: "Hz" } };
}
