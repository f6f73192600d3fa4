/** The one state of the page and its history. Views read it and ask for changes; nobody else holds any of it. */
import type { Cell, Spectrum } from "../engine";

/** What an impedance belongs to: the cell with its two electrodes, or one electrode against a reference. */
export type Geometry = "symmetric" | "half";

/** One spectrum a person brought, with what they said about it. */
export interface DataSet {
  readonly id: string;
  /** Name of the file it came from, and the format it was recognised as. */
  readonly file: string;
  readonly format: string;
  /** How the file was read, in the engine's words: "columns 1, 3, 4; −Im; Hz; 3 spectra". */
  readonly understood?: string;
  readonly spectrum: Spectrum;
  /** Places of points that the person left out. */
  readonly leftOut?: readonly number[];
  /** Electrode area in cm² as typed by the person; else the file's, else unknown. */
  readonly areaCm2?: number;
  /** Whether a whole cell or one electrode was measured, as said by the person; else as the file says, if it does. */
  readonly geometry?: Geometry;
  /** The table it was read from, in `tables.ts`, where its columns were guessed or chosen. */
  readonly table?: string;
  /** Frequencies in Hz between which the arc is fitted; without it the engine finds the arc. */
  readonly range?: readonly [number, number];
  readonly hidden?: boolean;
}

/** Ends of what a figure shows: of its x axis, and of the y axis of each panel; none of y where only x was chosen. */
export interface Range { x: [number, number]; y: [number, number][] }

/** What a reader chose to see of a figure; nothing chosen: all of it. */
export interface Sight {
  readonly range?: Range | undefined;
  /** Ids of series switched off. */
  readonly off?: readonly string[] | undefined;
  /** Whether its numbers stand under it. */
  readonly table?: boolean | undefined;
}

export type Theme = "auto" | "light" | "dark" | "projector";

export interface State {
  readonly view: string;
  /** Id of the preset that `cell` started from: a link names it and only what differs. */
  readonly preset: string;
  /** Every parameter of the simulated cell. */
  readonly cell: Cell;
  readonly data: readonly DataSet[];
  /** Parameters that a teacher's link has fixed, or taken from sight. */
  readonly locked: readonly string[];
  readonly hidden: readonly string[];
  readonly theme: Theme;
  /** "auto" follows the browser. */
  readonly language: string;
  /** What each view keeps for itself, as the text a link shows: see `slice.ts`. */
  readonly slices: { readonly [view: string]: { readonly [key: string]: string } };
  /** What the reader chose to see of figures, by view and name: "explore.nyquist". */
  readonly sights: { readonly [figure: string]: Sight };
}

/** Undo leaves these alone: they are about where the reader is and what a teacher's link allows, not about the work. */
const PERSONAL = ["view", "theme", "language", "locked", "hidden", "sights"] as const;
const DEPTH = 200;

export interface Change {
  /** false while a gesture (a slider, a handle) is still moving. */
  settled: boolean;
  /** Nothing but what is seen of figures: they show it already. */
  sight: boolean;
}
export type Listener = (state: State, before: State, change: Change) => void;

export class Store {
  #state: State;
  /** The last state that counts for undo. */
  #settled: State;
  #past: State[] = [];
  #future: State[] = [];
  readonly #listeners = new Set<Listener>();

  constructor(initial: State) {
    this.#state = initial;
    this.#settled = initial;
  }

  get state(): State {
    return this.#state;
  }
  /** The state one step back: before the gesture that is under way, else before the last change. */
  get previous(): State | undefined {
    return this.#state === this.#settled ? this.#past.at(-1) : this.#settled;
  }
  get canUndo(): boolean {
    return this.#past.length > 0 || this.#state !== this.#settled;
  }
  get canRedo(): boolean {
    return this.#future.length > 0;
  }

  /** "replace" while something moves; "push" when it has come to rest, which is one step of undo; "join" what follows from that step. */
  update(patch: Partial<State>, { history = "push" }: { history?: "push" | "replace" | "join" } = {}): void {
    const next = { ...this.#state, ...patch };
    if (history === "push") {
      if (differs(next, this.#settled)) {
        this.#past = [...this.#past.slice(1 - DEPTH), this.#settled];
        this.#future = [];
      }
      this.#settled = next;
    }
    // What undo leaves alone does not make a step under way, nor does what belongs to the last one.
    else if (!differs(history === "join" ? this.#state : next, this.#settled)) this.#settled = next;
    this.#become(next, history !== "replace");
  }

  undo(): void {
    if (this.#state !== this.#settled && differs(this.#state, this.#settled)) this.update({});
    const earlier = this.#past.pop();
    if (!earlier) return;
    this.#future.push(this.#settled);
    this.#restore(earlier);
  }

  redo(): void {
    const later = this.#future.pop();
    if (!later) return;
    this.#past.push(this.#settled);
    this.#restore(later);
  }

  /** Calls `listener` after every change; the answer ends that. */
  subscribe(listener: Listener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #restore(state: State): void {
    const { view, theme, language, locked, hidden, sights } = this.#state;
    this.#settled = { ...state, view, theme, language, locked, hidden, sights };
    this.#become(this.#settled, true);
  }

  #become(next: State, settled: boolean): void {
    const before = this.#state;
    this.#state = next;
    const sight = next.sights !== before.sights && !differs(next, before, ["sights"]);
    for (const listener of this.#listeners) listener(next, before, { settled, sight });
  }
}

function differs(a: State, b: State, leaving: readonly (keyof State)[] = PERSONAL): boolean {
  return (Object.keys(a) as (keyof State)[]).some((key) => !leaving.includes(key) && a[key] !== b[key]);
}
