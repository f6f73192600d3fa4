/** What follows from the state: simulations and fits. Pure functions that remember their last answers, nothing more. */
import { simulate, type ArcFit, type Cell, type Simulation, type Spectrum } from "../engine";
import { run } from "../workers/pool";
import type { DataSet } from "./store";

/** Frequencies of every simulated spectrum: 1 MHz to 1 mHz, 12 a decade. The study measured 1 MHz to 20 mHz. */
export const FREQUENCY: Float64Array = Float64Array.from({ length: 109 }, (_, i) => 10 ** (6 - i / 12));

/** Remembers the answers to the last few arguments, by identity. */
function remember<A extends object, R>(compute: (argument: A) => R): (argument: A) => R {
  const known = new WeakMap<A, R>();
  return (argument) => {
    let answer = known.get(argument);
    if (answer === undefined) known.set(argument, (answer = compute(argument)));
    return answer;
  };
}

/** The spectrum of a cell. */
export const simulated = remember((cell: Cell): Simulation => simulate(cell, FREQUENCY));

/** The classic SEI that carries by ions what this film carries by electrons. */
export const twinOf = remember((cell: Cell): Cell => ({ ...cell, conduction: "ions" }));

/** The same cell with and without polysulfide. */
export const withPolysulfide = (cell: Cell, molPerL: number): Cell => ({ ...cell, polysulfideMolPerL: molPerL });

/** A measured spectrum per area: as read if the file knew the area, else by the area typed; 1 cm² when nobody said. */
export function perArea({ spectrum, areaCm2 }: DataSet): Spectrum {
  if (spectrum.unit === "ohm cm2") return spectrum;
  const area = areaCm2 ?? spectrum.areaCm2 ?? 1;
  return { ...spectrum, re: spectrum.re.map((x) => x * area), im: spectrum.im.map((x) => x * area), unit: "ohm cm2", areaCm2: area };
}
export const perAreaOf = remember(perArea);

/** Whether somebody said how large the electrode is. */
export const areaKnown = ({ spectrum, areaCm2 }: DataSet): boolean =>
  spectrum.unit === "ohm cm2" || (areaCm2 ?? spectrum.areaCm2) !== undefined;

/** The fit of an arc: under way, done, or not possible with the reason. */
export type FitState = { state: "running" } | { state: "done"; fit: ArcFit } | { state: "failed"; reason: string };

/** Fits of arcs, one for each data set and permittivity; whoever shows them hears "change". */
class ArcFits extends EventTarget {
  readonly #known = new WeakMap<DataSet, Map<number, FitState>>();

  of(data: DataSet, relativePermittivity: number): FitState {
    let byPermittivity = this.#known.get(data);
    if (!byPermittivity) this.#known.set(data, (byPermittivity = new Map()));
    const known = byPermittivity.get(relativePermittivity);
    if (known) return known;
    const running: FitState = { state: "running" };
    byPermittivity.set(relativePermittivity, running);
    const settle = (answer: FitState) => {
      byPermittivity.set(relativePermittivity, answer);
      this.dispatchEvent(new Event("change"));
    };
    const options = { relativePermittivity, ...(data.range ? { range: [...data.range] as [number, number] } : {}) };
    run("fitArc", [perAreaOf(data), options]).then(
      (fit) => settle({ state: "done", fit }),
      (error: unknown) => settle({ state: "failed", reason: error instanceof Error ? error.message : String(error) }),
    );
    return running;
  }
}
export const arcFits = new ArcFits();
