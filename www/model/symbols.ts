/** The symbols of the equations: how each is written, its unit, and where its number comes from in a cell. */
import type { Cell } from "../../crate/src/web/api.d.ts";

export interface Quantity { value: number; unit: string }

export interface SymbolEntry {
  /** As `mathml.symbol` reads it. */
  symbol: string;
  unit: string;
  /** The number put in: a parameter of the cell (by its name) or a constant. Symbols without one stand for themselves. */
  parameter?: string;
  constant?: number;
  /** Needs the cell to know it (electrons per ion follow from the metal). */
  of?: (cell: Cell) => number;
}

/** CODATA 2022, as in the engine. */
export const SYMBOLS = {
  R: { symbol: "R", unit: "J/(mol·K)", constant: 8.31446261815324 },
  F: { symbol: "F", unit: "C/mol", constant: 96485.33212331002 },
  e: { symbol: "e", unit: "C", constant: 1.602176634e-19 },
  h: { symbol: "h", unit: "J·s", constant: 6.62607015e-34 },
  me: { symbol: "m_e", unit: "kg", constant: 9.1093837139e-31 },
  k: { symbol: "k", unit: "J/K", constant: 1.380649e-23 },
  eps0: { symbol: "ε_0", unit: "F/m", constant: 8.8541878188e-12 },
  T: { symbol: "T", unit: "K", parameter: "temperatureK" },
  n: { symbol: "n", unit: "", of: (cell) => (cell["metal"] === "lithium" ? 1 : 2) },
  d: { symbol: "d", unit: "nm", parameter: "thicknessNm" },
  phi: { symbol: "φ", unit: "eV", parameter: "barrierEv" },
  m: { symbol: "m*", unit: "", parameter: "effectiveMass" },
  eps: { symbol: "ε_r", unit: "", parameter: "relativePermittivity" },
  Rion: { symbol: "R_ion", unit: "Ω·cm²", parameter: "ionicResistanceOhmCm2" },
  te: { symbol: "t_e", unit: "", parameter: "electronicTransference" },
  k0: { symbol: "k_0", unit: "cm/s", parameter: "rateCmPerS" },
  c: { symbol: "c", unit: "mol/L", parameter: "ionMolPerL" },
  theta: { symbol: "θ", unit: "", parameter: "activeShare" },
  Cdl: { symbol: "C_dl", unit: "µF·cm⁻²", parameter: "doubleLayerUfPerCm2" },
  P: { symbol: "P", unit: "", parameter: "cpeExponent" },
  cPS: { symbol: "c_PS", unit: "mol/L", parameter: "polysulfideMolPerL" },
  RPS: { symbol: "R_ct,PS", unit: "Ω·cm²", parameter: "polysulfideResistanceOhmCm2" },
  L: { symbol: "L", unit: "nm", parameter: "porousNm" },
  por: { symbol: "ε", unit: "", parameter: "porosity" },
  tau: { symbol: "τ", unit: "", parameter: "tortuosity" },
  kappa: { symbol: "κ", unit: "mS/cm", parameter: "conductivityMsPerCm" },
  D: { symbol: "D", unit: "cm²/s", parameter: "diffusionCm2PerS" },
  Rel: { symbol: "R_el", unit: "Ω·cm²", parameter: "electrolyteOhmCm2" },
} as const satisfies Record<string, SymbolEntry>;

export type SymbolId = keyof typeof SYMBOLS;

/** The number behind a symbol in this cell, or nothing where it stands for itself. */
export function valueOf(id: SymbolId, cell: Cell): number | undefined {
  const entry: SymbolEntry = SYMBOLS[id];
  if (entry.constant !== undefined) return entry.constant;
  const value = entry.of ? entry.of(cell) : entry.parameter === undefined ? undefined : Number(cell[entry.parameter]);
  return value !== undefined && Number.isFinite(value) ? value : undefined;
}
