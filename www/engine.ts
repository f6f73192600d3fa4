/** The engine, as the page sees it: the only file on the main thread that knows the wasm package. Types are those of `api.d.ts`. */
import init, * as wasm from "interphase";
import { compileEngine } from "virtual:engine-wasm";

export type { Cell, Fit, FitOptions, InterphaseError, Provenance, Spectrum } from "interphase";

export type Presets = ReturnType<typeof wasm.presets>;
export type Preset = Presets[number];
export type Parameter = ReturnType<typeof wasm.cellParameters>[number];
export type Simulation = ReturnType<typeof wasm.simulate>;
export type SimulatedPart = Simulation["parts"][number];
export type ArcFit = ReturnType<typeof wasm.fitArc>;

/** The engine broke: a fault of ours, not of the input. `report` is what a person can send us. */
export class EnginePanic extends Error {
  override readonly name = "EnginePanic";
  constructor(
    readonly call: string,
    readonly report: string,
  ) {
    super(report);
  }
}

// The panic hook of the engine speaks to the console and to nobody else, so we listen there.
let lastPanic = "";
const write = console.error.bind(console);
console.error = (...words: unknown[]) => {
  if (typeof words[0] === "string" && words[0].includes("panicked at")) lastPanic = words[0];
  write(...words);
};

/** Compiled once; the workers get the same module. */
export const compiled: Promise<WebAssembly.Module> = compileEngine();

/** Resolves when the engine can be called. */
export const ready: Promise<void> = compiled.then(async (module) => {
  await init({ module_or_path: module });
});

type Reset = { __wbg_reset_state?: () => void };

/** Whoever shows panics to the person. */
export const panics = new EventTarget();

/**
 * A call into the engine. Its own errors come through as they are; a trap becomes an `EnginePanic`, and the engine starts
 * afresh with an empty memory, so that the next call finds a sound one.
 */
function guard<A extends unknown[], R>(name: string, call: (...args: A) => R): (...args: A) => R {
  return (...args) => {
    try {
      return call(...args);
    } catch (error) {
      if (!(error instanceof WebAssembly.RuntimeError) && !(error instanceof RangeError)) throw error;
      const panic = new EnginePanic(name, lastPanic || String(error));
      lastPanic = "";
      (wasm as Reset).__wbg_reset_state?.();
      panics.dispatchEvent(new CustomEvent("panic", { detail: panic }));
      throw panic;
    }
  };
}

export const presets = guard("presets", () => wasm.presets());
export const cellParameters = guard("cellParameters", () => wasm.cellParameters());
export const simulate = guard("simulate", wasm.simulate);
export const seiTwin = guard("seiTwin", wasm.seiTwin);
export const circuitImpedance = guard("circuitImpedance", wasm.circuitImpedance);
export const fitArc = guard("fitArc", wasm.fitArc);
export const kramersKronig = guard("kramersKronig", wasm.kramersKronig);
export const experiment = guard("experiment", wasm.experiment);
export const verdict = guard("verdict", wasm.verdict);
export const tunnelConductance = guard("tunnelConductance", wasm.tunnelConductance);
export const tunnelCurrent = guard("tunnelCurrent", wasm.tunnelCurrent);
export const readSpectra = guard("readSpectra", wasm.readSpectra);
export const writeSpectra = guard("writeSpectra", wasm.writeSpectra);
export const version = guard("version", wasm.version);
