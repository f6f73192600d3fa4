/** What a measured cell may be taken for, and where the fit of the interphase model starts for each. */
import type { Cell } from "../../engine";
import { cellOf, type Known } from "../../state/link";

/** A film that lets electrons through, one that lets ions through, or a bare electrode. */
export const KINDS = ["anti-sei", "sei", "bare"] as const;
export type Kind = (typeof KINDS)[number];

export interface StartCell { readonly preset: string; readonly cell: Cell }

/** Blocks electrons; how easily ions pass is found by the fit. */
const ionic = (ohmCm2: number): Cell => ({ conduction: "own", transport: "fixed", fixedResistanceOhmCm2: 1e12, ionicResistanceOhmCm2: ohmCm2 });
/** Cells of the study and what is changed in them: each far enough from the others that one of them leads to the minimum. */
const STARTS: { readonly [kind in Kind]: readonly (readonly [preset: string, change: Cell])[] } = {
  "anti-sei": [["mg-ocv", {}], ["operando-before", {}], ["mg-ocv-72h", { rateCmPerS: 1e-10, porousNm: 0 }], ["li-ocv", { conduction: "own", transport: "simmons", barrierEv: 1, thicknessNm: 1 }]],
  sei: [["li-ocv", {}], ["mg-ocv", ionic(2e3)], ["mg-ocv-72h", { ...ionic(2e3), rateCmPerS: 1e-10, porousNm: 0 }], ["operando-before", ionic(400)]],
  bare: [["gc-polysulfide", {}]],
};

export const starts = (kind: Kind, known: Known): StartCell[] =>
  STARTS[kind].map(([preset, change]) => ({
    preset,
    // All sites active: the rate constant found is that of the whole surface.
    cell: { ...cellOf(known, preset), activeShare: 1, ...change },
  }));

const FILM: { readonly [kind in Kind]: readonly string[] } = {
  "anti-sei": ["thicknessNm", "barrierEv", "rateCmPerS"], sei: ["thicknessNm", "ionicResistanceOhmCm2", "rateCmPerS"], bare: ["polysulfideResistanceOhmCm2"],
};

/** The parameters that are fitted; a probe brings its own. */
export const free = (kind: Kind, pair: boolean): string[] => [
  ...FILM[kind], "doubleLayerUfPerCm2", "cpeExponent", "electrolyteOhmCm2",
  ...(pair && kind !== "bare" ? ["polysulfideResistanceOhmCm2", "polysulfideCapacitanceUfPerCm2"] : []),
];

/** Polysulfide in the cell, mol/L: none before the probe, the study's 0.1 after it; a bare electrode has nothing else to react with. */
export const probed = (kind: Kind, after: boolean): Cell => ({ polysulfideMolPerL: after || kind === "bare" ? 0.1 : 0 });
