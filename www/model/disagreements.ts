/**
 * Where the study's printed numbers do not fit each other. Each entry says where they stand, and computes with the engine what would
 * follow; the sentences (`disagreement-<id>` in `texts/<language>/model.ftl`) name both, so that a reader can check.
 */
import type * as Api from "../../crate/src/web/api.d.ts";
import type { Quantity } from "./symbols";

export type Engine = Pick<typeof Api, "simulate" | "presets" | "fitArc" | "circuitImpedance" | "tunnelConductance" | "tunnelCurrent">;
export interface Disagreement {
  id: string;
  /** Numbers for the sentence, computed now. */
  numbers(engine: Engine): Record<string, Quantity>;
}

const FREQUENCY = Float64Array.from({ length: 91 }, (_, i) => 10 ** (6 - i / 10));

/** nm of film that one unit of permittivity gives at a capacitance in µF·cm⁻², by the engine's own fit of such an arc. */
function nanometresPerPermittivity(engine: Engine, microfarad: number): number {
  const { re, im } = engine.circuitImpedance("R0-p(R1,C1)", Float64Array.of(20, 4e4, microfarad * 1e-6), FREQUENCY);
  return engine.fitArc({ name: "", frequency: FREQUENCY, re, im, unit: "ohm cm2", areaCm2: 1, meta: {} }, { relativePermittivity: 1 }).filmThicknessNm;
}

const cell = (engine: Engine, id: string) => engine.presets().find((preset) => preset.id === id)?.cell ?? {};
const arc = (engine: Engine, id: string): number =>
  engine.simulate(cell(engine, id), FREQUENCY).parts.filter(({ name }) => name === "film" || name === "charge-transfer").reduce((sum, { resistance }) => sum + resistance, 0);

/** Voltage (V) at which the film of a cell passes a current density (mA·cm⁻²): the law turned round by halving. */
function filmDrop(engine: Engine, id: string, milliampere: number): number {
  const { thicknessNm, barrierEv, effectiveMass } = cell(engine, id);
  let low = 0;
  let high = 5;
  for (let i = 0; i < 60; i += 1) {
    const middle = (low + high) / 2;
    if (engine.tunnelCurrent("simmons", middle, Number(thicknessNm) * 1e-9, Number(barrierEv), Number(effectiveMass)) < milliampere * 10) low = middle;
    else high = middle;
  }
  return high;
}

const ohm = (value: number): Quantity => ({ value, unit: "Ω·cm²" });
const microfarad = (value: number): Quantity => ({ value, unit: "µF·cm⁻²" });
const volt = (value: number): Quantity => ({ value, unit: "V" });
const plain = (value: number): Quantity => ({ value, unit: "" });
const nm = (value: number): Quantity => ({ value, unit: "nm" });
/** C = 1/(2 pi R f). */
const fromPeak = (resistance: number, hertz: number): Quantity => microfarad(1e6 / (2 * Math.PI * resistance * hertz));

export const DISAGREEMENTS: readonly Disagreement[] = [
  {
    id: "permittivity",
    numbers: (engine) => {
      const per = nanometresPerPermittivity(engine, 17);
      return {
        low: plain(7 / per),
        high: plain(10 / per),
        needed: microfarad((17 * per * 5.85) / 8.5),
      };
    },
  },
  {
    id: "thickness",
    numbers: (engine) => ({ mg: nm(10 * nanometresPerPermittivity(engine, 17)), li: nm(10 * nanometresPerPermittivity(engine, 4)) }),
  },
  {
    id: "geometry",
    numbers: (engine) => ({ electrode: microfarad(34), thinner: nm(10 * nanometresPerPermittivity(engine, 34)) }),
  },
  {
    id: "operando-capacitance",
    numbers: () => ({ start: fromPeak(1.8e5, 0.25), end: fromPeak(4e5, 0.125) }),
  },
  {
    id: "single-arc",
    numbers: (engine) => {
      const film = engine.simulate(cell(engine, "mg-polysulfide"), FREQUENCY).parts.find(({ name }) => name === "film");
      return { peak: { value: film?.peakHz ?? Number.NaN, unit: "Hz" }, film: ohm(film?.resistance ?? Number.NaN) };
    },
  },
  {
    id: "one-film",
    numbers: (engine) => ({
      a: volt(filmDrop(engine, "mg-polysulfide", 0.3)),
      b: volt(filmDrop(engine, "mg-polysulfide", 1)),
      c: volt(filmDrop(engine, "mg-polysulfide", 3)),
      d: volt(filmDrop(engine, "mg-polysulfide", 10)),
    }),
  },
  {
    id: "cubic",
    numbers: (engine) => {
      const small = filmDrop(engine, "mg-polysulfide", 0.3);
      const large = filmDrop(engine, "mg-polysulfide", 3);
      return { small: volt(small), large: volt(large), factor: plain((small / 0.3) / (large / 3)) };
    },
  },
  {
    id: "barrier",
    numbers: (engine) => {
      const simmons = engine.tunnelConductance("simmons", 8e-9, 0.1, 1);
      const wkb = engine.tunnelConductance("wkb", 8e-9, 0.1, 1, 298);
      return { simmons: ohm(1e4 / simmons), wkb: ohm(1e4 / wkb) };
    },
  },
  {
    id: "corrosion",
    numbers: () => {
      // 300 nm, half of it MgO (11.25 cm³/mol, two electrons), in 72 h.
      const current = (2 * 96485.33212331002 * 0.5 * 300e-7) / (11.25 * 72 * 3600);
      return { current: { value: current * 1e6, unit: "µA·cm⁻²" }, resistance: ohm(1 / current) };
    },
  },
  {
    id: "thousand",
    numbers: (engine) => ({
      start: plain(arc(engine, "mg-ocv") / arc(engine, "li-ocv")),
      end: plain(arc(engine, "mg-ocv-20h") / arc(engine, "li-ocv-13h")),
    }),
  },
  {
    id: "hours",
    numbers: (engine) => {
      const start = arc(engine, "mg-ocv");
      const perHour = (arc(engine, "mg-ocv-20h") - start) / 20;
      return { thirteen: ohm(start + 13 * perHour), twenty: ohm(start + 20 * perHour) };
    },
  },
  {
    id: "tenfold",
    numbers: () => ({ largest: plain(500 / 84), smallest: plain(500 / 310), told: plain(500 / 40) }),
  },
  { id: "carbon", numbers: () => ({}) },
];
