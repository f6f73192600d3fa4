/** Stripping and plating at constant current, by the engine's galvanostatic experiment; the study's values as marks. */
import type { Bench, Control, Engine, Reading, Scene, Trace, Values } from "../lesson";

const current: Control = { id: "current", symbol: "j", unit: "mA·cm⁻²", lower: 5e-4, upper: 10, scale: "log" };
const time: Control = { id: "time", symbol: "t", unit: "h", lower: 0.05, upper: 2.5, scale: "linear" };
/** Length of the run, h: well past the study's 0.5 to 1.5 h. */
const HOURS = 2.5;

/** One run as the engine tells it. */
interface Run {
  direction: "strip" | "plate";
  currentMaPerCm2: number;
  timeH: ArrayLike<number>;
  overpotentialV: ArrayLike<number>;
  activationH?: number;
  beforeV: number;
  afterV: number;
  uncrackedV: number;
}

/** What the study prints: plating at 0.3, 1, 3, 10 mA·cm⁻² (Fig. 4b), and stripping after activation (Results). */
const PAPER = {
  current: Float64Array.of(0.3, 1, 3, 10),
  plating: Float64Array.of(0.55, 0.55, 0.55, 0.8),
  stripping: Float64Array.of(0.094, 0.084, 0.15, 0.31),
};

function runs(engine: Engine, currents: number[], options: Record<string, unknown>): Run[] {
  return (engine.experiment("galvanostatic", { currentsMaPerCm2: currents, ...options }) as { runs: Run[] }).runs;
}

const volt = (value: number): Reading => ({ value, unit: "V" });

function readings(j: number, strip: Run, plate: Run): Record<string, Reading> {
  const activation = strip.activationH ?? Number.NaN;
  return {
    current: { value: j, unit: "mA·cm⁻²" },
    uncracked: volt(strip.uncrackedV),
    stripBefore: volt(strip.beforeV),
    stripAfter: volt(strip.afterV),
    activation: { value: activation, unit: "h" },
    charge: { value: activation * j, unit: "mAh·cm⁻²" },
    plating: volt(plate.afterV),
    asymmetry: { value: plate.afterV / strip.afterV, unit: "", digits: 2 },
  };
}

const nothing = { spectra: [], geometry: "electrode" } satisfies Partial<Scene>;
const of = (values: Values, id: string): number => values[id] ?? Number.NaN;

/** The last answer, for as long as the question stays: the mark moves, the run does not. */
function remember<Q, A>(ask: (engine: Engine, question: Q) => A): (engine: Engine, question: Q) => A {
  let last: { engine: Engine; question: Q; answer: A } | undefined;
  return (engine, question) => {
    if (last?.engine !== engine || last.question !== question) last = { engine, question, answer: ask(engine, question) };
    return last.answer;
  };
}

const pair = remember((engine: Engine, j: number): { strip: Run; plate: Run } => {
  const both = runs(engine, [j], { capacityMahPerCm2: HOURS * j, points: 161 });
  const find = (direction: Run["direction"]): Run => {
    const run = both.find((one) => one.direction === direction);
    if (!run) throw new Error(`The experiment gave no run in the direction ${direction}.`);
    return run;
  };
  return { strip: find("strip"), plate: find("plate") };
});

/** Overpotential against time, both directions at one current. */
export const overTime: Bench = {
  id: "over-time",
  controls: [current, time],
  start: { current: 1, time: 0.3 },
  run: (values, engine) => {
    const { strip, plate } = pair(engine, of(values, "current"));
    const trace = (id: string, run: Run, role: Trace["role"]): Trace => ({ id, x: Float64Array.from(run.timeH), y: Float64Array.from(run.overpotentialV), role });
    return {
      ...nothing,
      chart: {
        id: "overpotential",
        x: { text: "time", unit: "h", scale: "linear" },
        y: { text: "overpotential", unit: "V", scale: "linear" },
        traces: [trace("stripping", strip, "anti-sei"), trace("plating", plate, "ink")],
        handle: "time",
      },
      readings: readings(of(values, "current"), strip, plate),
    };
  },
};

/** All currents at once, computed when the chart is first drawn. */
const sweep = remember((engine: Engine, currents: number[]) => runs(engine, currents, { capacityMahPerCm2: 25, points: 2 }));
const SWEEP = Array.from({ length: 17 }, (_, i) => Number((0.1 * 100 ** (i / 16)).toPrecision(4)));

/** Overpotential after activation against current density. */
export const overCurrent: Bench = {
  id: "over-current",
  controls: [{ ...current, lower: 0.1 }],
  start: { current: 0.3 },
  run: (values, engine) => {
    const { strip, plate } = pair(engine, of(values, "current"));
    const all = sweep(engine, SWEEP);
    const trace = (id: string, direction: Run["direction"], role: Trace["role"]): Trace => {
      const own = all.filter((run) => run.direction === direction);
      return { id, x: Float64Array.from(own, (run) => run.currentMaPerCm2), y: Float64Array.from(own, (run) => run.afterV), role };
    };
    return {
      ...nothing,
      chart: {
        id: "current",
        x: { text: "current", unit: "mA·cm⁻²", scale: "log" },
        y: { text: "overpotential", unit: "V", scale: "linear" },
        traces: [
          trace("plating", "plate", "ink"),
          trace("stripping", "strip", "anti-sei"),
          { id: "paper-plating", x: PAPER.current, y: PAPER.plating, role: "paper", points: true },
          { id: "paper-stripping", x: PAPER.current, y: PAPER.stripping, role: "paper", points: true },
        ],
        handle: "current",
      },
      readings: readings(of(values, "current"), strip, plate),
    };
  },
};
