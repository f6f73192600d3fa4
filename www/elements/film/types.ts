/** What the film picture and the resistance bar are given: plain numbers and words, no engine. */
import type { Accent } from "../plot/types";

/** The processes that answer in a spectrum; the same words link arcs, the picture and the bar. */
export type Process = "charge-transfer" | "polysulfide" | "film-electrons" | "film-ions" | "pores" | "electrolyte" | "diffusion";

export interface FilmState {
  /** Symbol and name of the metal: "Mg", "magnesium". */
  metal: string;
  metalName: string;
  /** Thickness of the compact film in nm (0.5 to 10) and of the porous film on it (0 to 500), its porosity (0 to 1). */
  compactNm: number;
  porousNm: number;
  porosity: number;
  /** Electronic transference number t_e: 1 anti-SEI (electrons tunnel, ions are blocked), 0 SEI. */
  electronShare: number;
  /** Which current flows, for the picture of the arrows. "rest": the small alternating current of the measurement. */
  current?: "rest" | "plating" | "stripping";
  /** 0 to 1 each: metal deposited on top, open fraction of cracks and pits, polysulfide at the surface, share of surface sites still active. */
  deposit?: number;
  cracks?: number;
  polysulfide?: number;
  activeSites?: number;
  /** Process that answers at the hovered frequency: lit up here. */
  active?: Process;
  /** Second line in each layer: "0.4 M MgCl₂ + MgTFSI₂", "300 nm · 50 % pores", "8.0 nm · 1.02 eV · 2.0 kΩ·cm²". */
  notes?: { electrolyte?: string; porous?: string; compact?: string; metal?: string };
}

export interface ResistancePart {
  /** Process or any stable id. */
  id: string;
  label: string;
  /** Ω·cm², zero or more. */
  resistance: number;
  /** "4.0 kΩ·cm²" as the page writes it. */
  text: string;
  accent?: Accent;
  peakHz?: number;
}

export interface FilmEvents {
  /** Pointer or focus came to (or left) a layer of the picture or a part of the bar. */
  "process-hover": CustomEvent<{ id?: string; peakHz?: number }>;
}

declare global {
  interface HTMLElementEventMap extends FilmEvents {}
}
