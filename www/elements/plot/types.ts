/**
 * What a figure is: plain data that a view hands to `<ip-plot .figure=…>`, and the events the plot answers with.
 * The plot knows no store and no engine; the same object is what it draws, exports, tabulates and reads aloud.
 */

import type { Sight } from "../../state/store";

/** Float64Array or any array of numbers. Points that are not finite are left out (and break a line). */
export type Numbers = ArrayLike<number>;

/** Colour roles, resolved in `styles/figures.css`; every one also differs in line style or symbol, never in colour alone. */
export type Accent =
  | "anti-sei" | "sei" | "data" | "data-2" | "data-3" | "data-4" | "data-5" | "data-6"
  | "fit" | "ghost" | "paper" | "ink" | "muted" | "warning";

export type Dash = "solid" | "dashed" | "dotted" | "dash-dot";

export interface Axis {
  /** "frequency", "thickness"; may be empty where a symbol says it all. */
  label: string;
  /** Set in italics before or instead of the label: "−Z″", "f", "φ". */
  symbol?: string;
  /** Unit of the values handed in: "Ω·cm²", "Hz", "h", "°". */
  unit?: string;
  /** true: the axis picks k, M, m, µ … and writes "kΩ·cm²" in its title. Default: true for units that begin with Ω, Hz, F, S, V or A. */
  prefix?: boolean;
  scale: "linear" | "log";
  /** Shown range; without it the data's, rounded to ticks. A null end comes from the data. */
  domain?: [number | null, number | null];
  /** Values that must lie inside the automatic range (0 for a Nyquist plot, a paper value). */
  include?: number[];
  /** Larger values towards the left or bottom (phase with −90° on top). */
  reversed?: boolean;
  /** Share of the height when several panels are stacked. Default 1. */
  weight?: number;
  /** Preferred tick steps in the axis' unit, for angles: [15, 30, 45, 90]. */
  steps?: number[];
}

export interface Series {
  /** Stable over updates: the plot keeps the drawn node, the legend its state. */
  id: string;
  label: string;
  /** line, points, both: (x, y). band: between y and y2. bars: from 0 (or the axis' foot) to y.
   * heat and contour: x and y are the edges of a grid, z its values row by row (z[j * x.length + i]). */
  kind: "line" | "points" | "both" | "band" | "bars" | "heat" | "contour";
  x: Numbers;
  y: Numbers;
  y2?: Numbers;
  z?: Numbers;
  /** contour: values at which lines are drawn, and how each is labelled. heat: the range of the colour scale is [first, last]. */
  levels?: number[];
  levelLabel?: (level: number) => string;
  /** One number a point that links figures and the table, mostly the frequency in Hz: see `Figure.key`. */
  key?: Numbers;
  /** Standard error of each point, drawn as bars. */
  errorX?: Numbers;
  errorY?: Numbers;
  accent: Accent;
  /** Default by accent: SEI dashed, ghost solid thin, fit solid, paper dotted. */
  dash?: Dash;
  symbol?: "circle" | "square" | "diamond" | "triangle" | "cross";
  /** Drawn pale with an open symbol (points outside the fit range). `masked[i]` is truthy. */
  masked?: ArrayLike<number | boolean>;
  /** Which panel (index into `Figure.y`). Default 0. */
  panel?: number;
  /** false: not in the legend, not in the reading order (a ghost). */
  listed?: boolean;
  /** A short name written at the end or top of the curve, in its colour ("anti-SEI"). */
  tag?: string;
}

/** Something said about the figure, not data. Labels keep clear of each other and of the frame. */
export type Mark =
  | { kind: "label"; id: string; x: number; y: number; text: string; accent?: Accent; dot?: boolean; key?: number; panel?: number }
  | { kind: "line"; id: string; axis: "x" | "y"; at: number; text?: string; accent?: Accent; dash?: Dash; panel?: number }
  | { kind: "span"; id: string; axis: "x" | "y"; from: number; to: number; text?: string; accent?: Accent; panel?: number }
  | { kind: "area"; id: string; x: Numbers; y: Numbers; text?: string; accent?: Accent; hatch?: boolean; panel?: number };

/** Something a person can take and move: by pointer, by touch, and with the arrow keys when focused. */
export interface Handle {
  id: string;
  /** Accessible name: "lower end of the fit range". */
  label: string;
  x: number;
  y: number;
  /** Directions it is free in; "series" slides from point to point of `series`. */
  moves: "x" | "y" | "xy" | "series";
  series?: string;
  /** bar: a line across the panel (only for x or y); knob: a ring; dot: a small one, as on a label. Default knob. */
  shape?: "knob" | "bar" | "dot";
  /** So many pixels from its point, on a stem, towards this point of the figure: room for another handle on the same point. */
  lean?: { pixels: number; x: number; y: number };
  boundsX?: [number, number];
  boundsY?: [number, number];
  /** One arrow-key step: a factor on log axes (default 10 steps a decade), a difference on linear ones (default 1 % of the axis). */
  stepX?: number;
  stepY?: number;
  /** Read aloud after a move; default built from the axes. */
  valueText?: string;
  accent?: Accent;
  panel?: number;
}

/** A small window on the same series, in a corner of the first panel. */
export interface Inset {
  id: string;
  title?: string;
  x: [number, number];
  y: [number, number];
  corner?: "top-right" | "top-left" | "bottom-right";
}

export interface Figure {
  /** Name of the figure, also of the exported file: "Nyquist plot". */
  title: string;
  /** One sentence saying what is to be seen; the figure's description for everyone who cannot see it. */
  summary: string;
  x: Axis;
  /** One axis, or several for panels stacked over one x axis (Bode: |Z| and phase). */
  y: Axis | Axis[];
  series: Series[];
  marks?: Mark[];
  handles?: Handle[];
  insets?: Inset[];
  /** What `key` numbers are: { label: "frequency", symbol: "f", unit: "Hz" }. Readouts and tables show it. */
  key?: { label: string; symbol?: string; unit?: string };
  /** As many ohms a pixel across as up, always (Nyquist). Zooming keeps it. */
  equalAspect?: boolean;
  /** Which directions zoom and pan. Default "xy", with several panels "x". */
  zoom?: "xy" | "x" | "none";
  /** "top" (default): a row over the plot; "none" where the view has its own. */
  legend?: "top" | "none";
}

/** Where exported figures and tables come from; written into every file. */
export interface Provenance {
  /** Version of the package and of the model. */
  package: string;
  model: string;
  /** "symmetric cell" or "one electrode": which of the two the numbers belong to. */
  geometry: string;
  /** Link that reopens this state. */
  link?: string;
  /** Any other line: preset, parameters, file names. */
  notes?: Record<string, string>;
}

/** All events bubble and are composed. */
export interface PlotEvents {
  /** Pointer or arrow keys came to a point (or left: all undefined). Hand `key` to other plots as `hoverKey`. */
  "plot-hover": CustomEvent<{ series?: string; index?: number; key?: number }>;
  /** A handle moved. `phase` "move" while dragging, "end" when let go (the moment for undo). `index` for moves: "series". */
  "plot-handle": CustomEvent<{ id: string; x: number; y: number; index?: number; key?: number; phase: "move" | "end" }>;
  /** Zoomed or panned, a legend entry or the table switched; undefined when all is seen again. Hand it back as `sight` to restore. */
  "plot-sight": CustomEvent<{ sight: Sight | undefined }>;
  /** It has got its name, or another one: whoever keeps sights gives it its own at once. */
  "plot-named": CustomEvent<void>;
  /** A point or label was clicked or Enter pressed on it. */
  "plot-pick": CustomEvent<{ series?: string; index?: number; mark?: string; key?: number }>;
}

declare global {
  interface HTMLElementEventMap extends PlotEvents {}
}
