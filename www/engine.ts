/**
 * The engine, as the page sees it: the only file on the main thread that knows the wasm package. Types are those of `api.d.ts`.
 * The page starts with the model alone; what deals with measured spectra runs in workers, or here after `whole()`.
 */
import * as model from "interphase/model";
import { compileEngine, compileModel } from "virtual:engine-wasm";
import { once } from "./once";

export type { Cell, Fit, FitOptions, InterphaseError, Provenance, Spectrum } from "interphase";

export type Presets = ReturnType<typeof model.presets>;
export type Preset = Presets[number];
export type Parameter = ReturnType<typeof model.cellParameters>[number];
export type Simulation = ReturnType<typeof model.simulate>;
export type SimulatedPart = Simulation["parts"][number];
export type ArcFit = ReturnType<typeof model.fitArc>;

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

// A trap carries no text; the engine tells it just before.
let lastPanic = "";
globalThis.addEventListener("interphase-panic", (event) => {
  lastPanic = String((event as CustomEvent<string>).detail);
});

type Package = typeof model;
let wasm: Package = model;

/** Resolves when the model can be called. */
export const ready: Promise<void> = compileModel().then(async (module) => {
  await model.default({ module_or_path: module });
});

/** The whole engine, loaded and compiled, for the workers. */
export const compiled = once<WebAssembly.Module>(compileEngine);
// Fetched while the first picture is looked at, so that a file dropped later sends no request. Who needs it asks again.
ready.then(() => setTimeout(() => void compiled().catch(() => {}), 300), () => {});

/** Resolves when every call can be made on the main thread too: for views that must have an answer at once. */
export const whole = once(async () => {
  const [all, module] = await Promise.all([import("interphase"), compiled()]);
  await all.default({ module_or_path: module });
  wasm = all;
});

type Call = { [K in keyof Package]: Package[K] extends (...args: never[]) => unknown ? K : never }[keyof Package];
type Reset = { __wbg_reset_state?: () => void };

/** Whoever shows panics to the person. */
export const panics = new EventTarget();

/**
 * A call into the engine. Its own errors come through as they are; a trap becomes an `EnginePanic`, and the engine starts
 * afresh with an empty memory, so that the next call finds a sound one.
 */
function guard<K extends Call>(name: K): Package[K] {
  const guarded = (...args: unknown[]): unknown => {
    const call = wasm[name] as ((...args: unknown[]) => unknown) | undefined;
    if (!call) throw new Error(`${name} needs the whole engine: await whole() first.`);
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
  return guarded as Package[K];
}

export const presets = guard("presets");
export const cellParameters = guard("cellParameters");
export const simulate = guard("simulate");
export const seiTwin = guard("seiTwin");
export const circuitImpedance = guard("circuitImpedance");
export const fitArc = guard("fitArc");
export const kramersKronig = guard("kramersKronig");
export const experiment = guard("experiment");
export const verdict = guard("verdict");
export const tunnelConductance = guard("tunnelConductance");
export const tunnelCurrent = guard("tunnelCurrent");
export const readSpectra = guard("readSpectra");
export const writeSpectra = guard("writeSpectra");
export const version = guard("version");
