/** What a lesson is: a bench with controls on it, and steps of predict, move, see, explain. Words are in `texts/<language>/lessons.ftl`. */
import type * as Api from "../../crate/src/web/api.d.ts";
import type { FilmState } from "../elements/film/types";

/** The engine as the lessons use it; the page and the tests hand in the same functions. */
export type Engine = Pick<
  typeof Api,
  "simulate" | "presets" | "cellParameters" | "circuitImpedance" | "fitArc" | "kramersKronig" | "experiment" | "verdict"
>;

/** Positions of all controls of a bench, by control id, in the control's unit. Switches are 0 or 1. */
export type Values = Readonly<Record<string, number>>;

export interface Control {
  id: string;
  symbol: string;
  unit: string;
  lower: number;
  upper: number;
  scale: "linear" | "log" | "switch";
  /** Significant digits shown. Default 3. */
  digits?: number;
}

/** A number that the bench computed. Every number that a text shows is one of these, a control, or printed in the paper. */
export interface Reading {
  value: number;
  unit: string;
  digits?: number;
  /** Standard error in the same unit. */
  error?: number;
}

export interface Curve {
  id: string;
  frequency: Float64Array;
  re: Float64Array;
  im: Float64Array;
  role: "anti-sei" | "sei" | "data" | "fit" | "ghost" | "paper" | "ink";
  points?: boolean;
  /** Points outside the range that was fitted. */
  masked?: boolean[];
}

/** A curve against something else than frequency: an overpotential against time, a thickness against capacitance. */
export interface Trace {
  id: string;
  x: Float64Array;
  y: Float64Array;
  role: Curve["role"];
  points?: boolean;
}
export interface Chart {
  id: string;
  x: { text: string; unit: string; scale: "linear" | "log" };
  y: { text: string; unit: string; scale: "linear" | "log" };
  traces: Trace[];
  /** A control shown as a line across the chart that can be dragged. */
  handle?: string;
}

/** What lies on the bench: curves to draw and numbers to read. */
export interface Scene {
  spectra: Curve[];
  /** The control whose value is a frequency to mark on the spectra. */
  marker?: string;
  /** Controls that are the lower and upper end of a frequency range, shown as handles in the Bode plot. */
  range?: [string, string];
  chart?: Chart;
  /** The film as its picture shows it; the page names the metal in the reader's language. */
  film?: Omit<FilmState, "metalName">;
  readings: Record<string, Reading>;
  /** "symmetric": of the whole cell; "electrode": of one electrode; "circuit": of a circuit that is no cell. */
  geometry: "symmetric" | "electrode" | "circuit";
}

export interface Bench {
  id: string;
  controls: readonly Control[];
  start: Values;
  run(values: Values, engine: Engine): Scene;
}

/** Whether the task is done; if not, which sentence says what is missing (a suffix of the step's text key). */
export type Finding = { done: true } | { done: false; missing: string };
export const done: Finding = { done: true };
export const missing = (key: string): Finding => ({ done: false, missing: key });

export interface Step {
  bench: Bench;
  /** Where the controls stand at the start, as far as they differ from the bench's own start. */
  start: Values;
  /** Controls that are shown; those in `locked` are shown but cannot be moved. */
  controls: readonly string[];
  locked?: readonly string[];
  /** Readings shown beside the figure, in this order. */
  readings: readonly string[];
  /** How the spectra are drawn: both plots, or the one that shows the point best. */
  plots: "nyquist" | "bode" | "both" | "chart";
  /** The prediction: how many choices, and which one is right (from 0). */
  question: { choices: 2 | 3 | 4; right: number };
  check(scene: Scene, values: Values): Finding;
  /** The equation behind what was seen, by its id in `model/equations.ts`; shown last. */
  equation?: string;
  /** One way to do the task, for the teacher and for the test. */
  solution: Values;
}

export interface Lesson {
  id: string;
  steps: readonly Step[];
}

/** The value of a reading; a bench that lacks it fails its test, never the page. */
export const read = (scene: Scene, id: string): number => scene.readings[id]?.value ?? Number.NaN;

/** Whether `value` is within the relative distance `tolerance` of `goal`. */
export const near = (value: number, goal: number, tolerance: number): boolean => Math.abs(value - goal) <= tolerance * Math.abs(goal);

/** Which side of the goal a value lies on, as a text key; the commonest way to be wrong. */
export function aim(value: number, goal: number, tolerance: number): Finding {
  if (near(value, goal, tolerance)) return done;
  return missing(value < goal ? "low" : "high");
}

/** All controls of a step: bench start, then the step's, then what the person moved, each within its bounds. */
export function settle(step: Step, moved: Values): Values {
  const values: Record<string, number> = { ...step.bench.start, ...step.start };
  for (const control of step.bench.controls) {
    const wanted = moved[control.id];
    if (wanted === undefined || !Number.isFinite(wanted)) continue;
    if (!step.controls.includes(control.id) || step.locked?.includes(control.id)) continue;
    const bounded = Math.min(control.upper, Math.max(control.lower, wanted));
    values[control.id] = control.scale === "switch" ? Math.round(bounded) : bounded;
  }
  return values;
}
