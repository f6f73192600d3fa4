/** Benches with one arc, R_s - (R || C) or R_s - (R || CPE): what an arc is, before any chemistry. */
import { nearestKey } from "../../elements/plot/nearest";
import type { Bench, Control, Engine, Reading, Scene, Values } from "../lesson";
import { arcReadings, decades, spectrumOf } from "../measure";

export const series: Control = { id: "rs", symbol: "R_s", unit: "Ω·cm²", lower: 1, upper: 500, scale: "log" };
const resistance: Control = { id: "r", symbol: "R", unit: "Ω·cm²", lower: 10, upper: 1e7, scale: "log" };
const capacitance: Control = { id: "c", symbol: "C", unit: "µF·cm⁻²", lower: 0.1, upper: 1000, scale: "log" };
const marker: Control = { id: "f", symbol: "f", unit: "Hz", lower: 0.02, upper: 1e6, scale: "log" };
const cpeT: Control = { id: "t", symbol: "T", unit: "µF·s^(P−1)·cm⁻²", lower: 0.1, upper: 1000, scale: "log" };
const cpeP: Control = { id: "p", symbol: "P", unit: "", lower: 0.6, upper: 1, scale: "linear" };

/** The frequencies of the study: 1 MHz to 20 mHz. */
export const STUDY = decades(1e6, 0.02, 10);
/** The same, close enough for a round arc. */
export const DRAWN = decades(1e6, 0.02, 40);

const of = (values: Values, id: string): number => values[id] ?? Number.NaN;

function scene(engine: Engine, circuit: string, parameters: number[], values: Values): Scene {
  const drawn = engine.circuitImpedance(circuit, Float64Array.from(parameters), DRAWN);
  const { re, im } = engine.circuitImpedance(circuit, Float64Array.from(parameters), STUDY);
  return {
    spectra: [{ id: "arc", frequency: DRAWN, ...drawn, role: "ink" }],
    readings: { ...shape(drawn), ...arcReadings(engine, spectrumOf("arc", STUDY, re, im)), ...at(drawn, values) },
    geometry: "circuit",
  };
}

/** What can be read off the drawing itself: where the arc begins and ends, and how high it is for its width. */
function shape(z: { re: Float64Array; im: Float64Array }): Record<string, Reading> {
  const left = z.re[0] ?? Number.NaN;
  const right = z.re[z.re.length - 1] ?? Number.NaN;
  let height = 0;
  for (const im of z.im) height = Math.max(height, -im);
  return {
    left: { value: left, unit: "Ω·cm²" },
    right: { value: right, unit: "Ω·cm²" },
    height: { value: height, unit: "Ω·cm²" },
    flatness: { value: height / (right - left), unit: "" },
  };
}

/** The point at the marked frequency. */
function at(z: { re: Float64Array; im: Float64Array }, values: Values): Record<string, Reading> {
  const wanted = values["f"];
  if (wanted === undefined) return {};
  const best = nearestKey(DRAWN, wanted);
  return {
    markerRe: { value: z.re[best] ?? Number.NaN, unit: "Ω·cm²" },
    markerIm: { value: -(z.im[best] ?? Number.NaN), unit: "Ω·cm²" },
  };
}

/** An ideal arc: a resistance beside a capacitance. */
export const ideal: Bench = {
  id: "ideal",
  controls: [series, resistance, capacitance, marker],
  start: { rs: 20, r: 100, c: 20, f: 1000 },
  run: (values, engine) => ({
    ...scene(engine, "R0-p(R1,C1)", [of(values, "rs"), of(values, "r"), of(values, "c") * 1e-6], values),
    marker: "f",
  }),
};

/** A depressed arc: a constant-phase element in the place of the capacitance. */
export const depressed: Bench = {
  id: "depressed",
  controls: [series, resistance, cpeT, cpeP],
  start: { rs: 20, r: 4e4, t: 17, p: 1 },
  run: (values, engine) =>
    scene(engine, "R0-p(R1,CPE1)", [of(values, "rs"), of(values, "r"), of(values, "t") * 1e-6, of(values, "p")], values),
};
