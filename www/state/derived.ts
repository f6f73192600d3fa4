/** What follows from the state: simulations and fits. Pure functions that remember their last answers, nothing more. */
import type { suggestFilters } from "interphase";
import { seiTwin, simulate, type ArcFit, type Cell, type Simulation, type Spectrum } from "../engine";
import { carriedBy } from "./carried";
import { perAreaOf } from "./points";
import { remember } from "./remember";
import type { DataSet } from "./store";

export { leftOutOf, perAreaOf, usedOf } from "./points";

/** The workers come when they are first wanted. */
const run: typeof import("../workers/pool").run = async (...call) => (await import("../workers/pool")).run(...call);

/** Frequencies of every simulated spectrum: 1 MHz to 1 mHz, 24 a decade so that arcs are round. The study measured 1 MHz to 20 mHz. */
export const FREQUENCY: Float64Array = Float64Array.from({ length: 9 * 24 + 1 }, (_, i) => 10 ** (6 - i / 24));

/** The spectrum of a cell. */
export const simulated = remember((cell: Cell): Simulation => simulate(cell, FREQUENCY));

/** Whether there is no film at all. */
export const isBare = (cell: Cell): boolean => cell["metal"] === "glassy-carbon";

/** The cell with one parameter set. Dividing the conductance between electrons and ions means that they share it. */
export const withParameter = (cell: Cell, name: string, value: number | string): Cell =>
  ({ ...cell, [name]: value, ...(name === "electronicTransference" ? { conduction: "shared" } : {}) });

/** Share of the film's conductance that electrons carry: 1 in an anti-SEI, 0 in an SEI. */
export const electronShare = remember((cell: Cell): number => {
  if (isBare(cell)) return 1;
  if (cell["conduction"] === "ions") return 0;
  if (cell["conduction"] === "shared") return Number(cell["electronicTransference"]);
  const { simmons, wkb } = simulated(cell).filmConductance;
  const electrons = cell["transport"] === "fixed" ? 1 / Number(cell["fixedResistanceOhmCm2"]) : cell["transport"] === "wkb" ? wkb : (simmons ?? wkb);
  const ions = 1 / Number(cell["ionicResistanceOhmCm2"]);
  return electrons / (electrons + ions);
});
export const carriesElectrons = (cell: Cell): boolean => electronShare(cell) > 0.5;
export const carrierOf = (cell: Cell): ReturnType<typeof carriedBy> => carriedBy(electronShare(cell));

/** The cell as its sliders show it: the transference number is what the film has, even where nobody set it. */
export const shownCell = remember((cell: Cell): Cell => ({ ...cell, electronicTransference: electronShare(cell) }));

/** The film of the other kind with the same resistance: ions carry what electrons carried, or the other way round. */
export const twinOf = remember((cell: Cell): Cell =>
  carriesElectrons(cell) ? seiTwin(cell) : { ...cell, conduction: "shared", electronicTransference: 1 });

/** The cell with so much polysulfide. */
const probes = remember((_: Cell) => new Map<number, Cell>());
export function withPolysulfide(cell: Cell, molPerL: number): Cell {
  if (cell["polysulfideMolPerL"] === molPerL) return cell;
  const known = probes(cell);
  let probed = known.get(molPerL);
  if (!probed) known.set(molPerL, (probed = { ...cell, polysulfideMolPerL: molPerL }));
  return probed;
}

/** What the arc is made of: the film, its interfaces and what reacts on it; not the electrolyte in the cell and in the pores. */
export const arcParts = ({ parts }: Simulation): Simulation["parts"] =>
  parts.filter(({ name }) => !["electrolyte", "separator-diffusion", "pores", "pore-diffusion"].includes(name));

/** Resistance of the arc, Ω·cm². */
export const arcResistance = (simulation: Simulation): number => arcParts(simulation).reduce((sum, part) => sum + part.resistance, 0);

/** Where the arc is highest, Hz: between the frequencies simulated by a parabola; nothing where it has no top among them. */
export function arcPeak(simulation: Simulation): number | undefined {
  const parts = arcParts(simulation);
  const height = (i: number) => -parts.reduce((sum, { im }) => sum + im[i]!, 0);
  let top = 0;
  for (let i = 1; i < FREQUENCY.length; i++) if (height(i) > height(top)) top = i;
  if (top === 0 || top === FREQUENCY.length - 1) return undefined;
  const [before, at, after] = [height(top - 1), height(top), height(top + 1)];
  return FREQUENCY[top]! * (FREQUENCY[top + 1]! / FREQUENCY[top]!) ** ((before - after) / (2 * (before - 2 * at + after)));
}

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

/** Points of a spectrum that might be left out, each kind with its places; nothing is left out unasked. */
export type Suggestion = ReturnType<typeof suggestFilters>[number];

/** Suggestions for spectra, found beside the page; whoever shows them hears "change". */
class Suggestions extends EventTarget {
  readonly #known = new WeakMap<Spectrum, readonly Suggestion[]>();

  of(spectrum: Spectrum): readonly Suggestion[] {
    const known = this.#known.get(spectrum);
    if (known) return known;
    const none: readonly Suggestion[] = [];
    this.#known.set(spectrum, none);
    run("suggestFilters", [spectrum]).then((found) => {
      this.#known.set(spectrum, found);
      if (found.length > 0) this.dispatchEvent(new Event("change"));
    }, () => {});
    return none;
  }
}
export const suggestions = new Suggestions();
