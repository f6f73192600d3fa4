/**
 * The public JavaScript API of the wasm package (`dist/pkg/interphase.js`), as a contract for the page, for notebooks
 * and for tests from outside. Names and meanings are fixed; add to it where a user needs more. It runs in browsers and in Node 20
 * (`initSync({ module: bytes })`). Impedances: ohm (as read) or ohm cm2 (`areaCm2` known); imaginary part < 0 when capacitive.
 * Every call either returns or throws an `InterphaseError`; none panics, none mutates its arguments.
 */
/** Thrown for every bad input. `message` is a sentence for people; `code` is stable, kebab-case. */
export interface InterphaseError extends Error {
  name: "InterphaseError";
  code: string;              // "unknown-format" | "no-impedance-columns" | "bad-number" | "circuit-syntax" | "out-of-range" | ...
  line?: number;             // 1-based, in the file or the circuit string
  column?: number;
}

export interface Spectrum {
  name: string;
  frequency: Float64Array;   // Hz, as measured order
  re: Float64Array;
  im: Float64Array;
  unit: "ohm" | "ohm cm2";
  areaCm2?: number;
  timeS?: number;            // since the first spectrum of the series, where the file tells
  biasV?: number;
  meta: Record<string, string>;
}

/** Read one instrument or table file. `name` helps to tell the format; the content decides. `understood` says how it was read, in one
 * line for people ("columns 1, 3, 4; −Im; Hz; Ω; 3 spectra"); `warnings` what was left out or assumed. A table whose columns cannot be
 * told throws "no-impedance-columns". `meta.started` is the moment the measurement began, as "2018-02-04T10:02:46", where the file has it. */
export function readSpectra(name: string, bytes: Uint8Array): Reading;
export interface Reading {
  format: string; spectra: Spectrum[]; warnings: string[]; understood: string;
  circuit?: string;                         // of a model file (ZView .mdl), with values in braces; it has no spectra
}

/** What a table looks like, for choosing its columns by hand: the header (if any), the first rows as cells, and a guess to start from
 * (`complete`: it has a frequency and an impedance). `shape` is the same for files of the same shape: remember a mapping under it. */
export function previewTable(name: string, bytes: Uint8Array, options?: { delimiter?: TableMapping["delimiter"]; decimal?: TableMapping["decimal"] }): {
  header: string[]; rows: string[][]; width: number; guess: TableMapping; complete: boolean; shape: string;
};
export interface TableMapping {
  delimiter: "tab" | "semicolon" | "comma" | "blank";
  decimal: "point" | "comma";
  firstLine: number;                        // first line of numbers, from 1
  columns: {
    index: number;                          // from 0
    quantity: "frequency" | "real" | "imaginary" | "modulus" | "phase" | "time" | "bias" | "temperature" | "cycle";
    unit?: string;                          // "Hz", "kHz", "rad/s"; "Ω", "mΩ", "Ω cm2"; "deg", "rad"; "s", "min"; "V"; none for a cycle
    negate?: boolean;                       // the column holds the value with its sign turned, such as −Im
  }[];
}
/** Read a table as chosen. */
export function readTable(name: string, bytes: Uint8Array, mapping: TableMapping): Reading;
/** Put spectra of many files in order: by the moment of measurement where all files tell it (then `timeS` is the time of each since the
 * first, in the new order), else by natural file name. `order` holds places in `spectra`. */
export function orderSeries(spectra: Spectrum[]): { order: number[]; timeS?: number[]; by: "time" | "name" };
/** Points that might be left out, each kind with its reason; nothing is ever left out unasked. */
export function suggestFilters(spectrum: Spectrum): { kind: "zero-frequency" | "negative-real" | "mains" | "saturation"; indices: number[]; reason: string }[];

/** "csv" | "json" (any number of spectra, nothing lost) | "zview" | "impedance-py-csv" | "pyimpspec-csv" (one spectrum each); text, ready
 * to download; importable again. */
export function writeSpectra(format: string, spectra: Spectrum[]): string;
/** A fit as text: "csv" (results with units), "json", or Python that repeats it: "python-impedance", "python-scipy". */
export function writeFit(format: "csv" | "json" | "python-impedance" | "python-scipy", fit: Fit, spectrum: Spectrum): string;

/** Impedance of an equivalent circuit. Both notations are understood: `R0-p(R1,CPE1)` and `R(RQ)`. Values stand in the order of appearance;
 * a CPE has T then P; Wo and Ws have Z0 then tau; the rest as impedance.py orders them where it has the element. */
export function circuitParameters(circuit: string): { names: string[]; units: string[]; lower: number[]; upper: number[]; description: string[];
  values?: number[];                        // where the circuit gives a value for each, in braces: `R{R=250:ct}`
};
export function circuitImpedance(circuit: string, values: Float64Array, frequency: Float64Array): { re: Float64Array; im: Float64Array };

/** The circuit in both notations; with `values` Boukamp's carries them in braces, as pyimpspec reads them. */
export function writeCircuit(circuit: string, values?: Float64Array): { impedancePy: string; boukamp: string };
/** Every element a circuit can have, with formula, convention and source. */
export function circuitElements(): { name: string; boukamp: string; title: string; formula: string; source: string;
  parameters: { name: string; unit: string; description: string }[] }[];

export interface FitOptions {
  initial?: number[];                       // else estimated from the data
  fixed?: string[] | Record<string, number>; // parameter names (value from `initial` or the circuit's braces), or names and values
  tied?: Record<string, string>;            // { "CPE2.P": "CPE1.P" }: the first always equals the second
  lower?: Record<string, number>; upper?: Record<string, number>;
  weighting?: "modulus" | "proportional" | "unit" | "sigma";   // default modulus
  sigma?: number[];                         // standard deviation of each point's real part, and of its imaginary part, for "sigma"; sets the standard errors
  range?: [number, number];                 // Hz, inclusive
  starts?: number;                          // most starts tried; the search ends when the best minimum was found twice
  robust?: boolean;                         // down-weight outliers (Cauchy's weights)
  profile?: string[];                       // parameters whose 95 % interval is wanted from the profile of chi-square
}
export interface Fit {
  circuit: string; names: string[]; units: string[];
  values: number[]; standardErrors: number[]; correlation: number[][];
  chiSquare: number; reducedChiSquare: number; aicc: number; degreesOfFreedom: number;
  iterations: number; converged: boolean; warnings: string[];
  fitted: { frequency: Float64Array; re: Float64Array; im: Float64Array };
  /** R||C, R||CPE and ZARC arcs: capacitance by Eq. 1, where they peak, with errors. */
  arcs: { name: string; resistance: number; resistanceError: number; capacitance: number; capacitanceError: number; peakFrequency: number; peakFrequencyError: number }[];
  profiles?: { name: string; lower?: number; upper?: number }[];   // an end is left out where the data set none
}
export function fit(circuit: string, spectrum: Spectrum, options?: FitOptions): Fit;
/** Candidate circuits fitted and ordered by AICc, best first; one that cannot be fitted is left out. */
export function rankCircuits(circuits: string[], spectrum: Spectrum, options?: FitOptions): Fit[];
/** One circuit through a series. A series is cut into chunks for workers like this, and the result is the same however it is cut:
 * `seeds = seriesSeeds(circuit, seriesSeedPlaces(all.length).map(i => all[i]), options)` once, then `fitSeries(circuit, chunk, seeds, options)`
 * for each chunk. Without `seeds` the call makes them from its own spectra. Columns hold the spectra that could be fitted (`index`). */
export interface SeriesSeed { values: number[]; reducedChiSquare: number }
export function seriesSeedPlaces(count: number): Uint32Array;
export function seriesSeeds(circuit: string, spectra: Spectrum[], options?: FitOptions): SeriesSeed[];
export function fitSeries(circuit: string, spectra: Spectrum[], seeds?: SeriesSeed[], options?: FitOptions): {
  circuit: string; names: string[]; units?: string[]; index: Float64Array;
  values: Float64Array[]; standardErrors: Float64Array[]; reducedChiSquare: Float64Array;      // one column per parameter
  arcs: { name: string; resistance: Float64Array; resistanceError: Float64Array; capacitance: Float64Array; capacitanceError: Float64Array;
    peakFrequency: Float64Array; peakFrequencyError: Float64Array }[];
  warnings: { index: number; warnings: string[] }[]; failed: { index: number; code: string; message: string }[];
};
/** The interphase model itself fitted to one or several spectra; each measurement brings what is known of its cell. `shared` parameters
 * (names as in a cell) have one value for all, `own` ones one for each; all others stay. The search starts from the cells; where that leaves
 * more than 1 % of |Z|, it starts again from elsewhere in the parameters' ranges until the best minimum has been found twice. */
export function fitInterphase(measurements: { spectrum: Spectrum; cell: Cell }[], options: { shared?: string[]; own?: string[] }): {
  parameters: { name: string; unit: string; measurement?: number; value: number; standardError: number }[];
  cells: Cell[]; chiSquare: number; reducedChiSquare: number; aicc: number; converged: boolean; warnings: string[];
  fitted: { frequency: Float64Array; re: Float64Array; im: Float64Array }[];                   // ohm cm2
};

/** The paper's protocol: R_s - (R || CPE) on the high-frequency part of the arc; Eq. 1; film thickness for a permittivity. Without a `range`
 * the largest arc is taken, also one that the lowest frequency leaves unfinished; where there are several, a warning names it and the others. */
export function fitArc(spectrum: Spectrum, options?: { range?: [number, number]; relativePermittivity?: number;
  initial?: [number, number, number, number] }): Fit & {                                       // R_s, R, T, P to start from; else from the data
  arcResistance: number; capacitance: number; peakFrequency: number; filmThicknessNm: number;
  arcResistanceError: number; capacitanceError: number; filmThicknessNmError: number; peakFrequencyError: number; rangeUsed: [number, number];
};

/** Linear Kramers-Kronig test (Schoenleber, Klotz, Ivers-Tiffee 2014). */
export function kramersKronig(spectrum: Spectrum, options?: { muCriterion?: number; maxElements?: number }): {
  elements: number; mu: number; residualRe: Float64Array; residualIm: Float64Array; pseudoChiSquare: number; verdict: "valid" | "suspect" | "invalid"; reasons: string[];
  noise: number;                            // standard deviation of one component as a share of |Z|, from Re and Im each on its own
  violation: number;                        // root mean square of what Re and Im contradict each other by, as a share of |Z|
  runs: Float64Array;                       // runs test on the residuals of Re and Im, standard deviations; below 0: too few runs
  drift: { change: number; error: number; clock: "points" | "periods" };   // even change of Z during the sweep, as a share, with its standard error
};
/** Z-HIT: the modulus that belongs to the measured phase (Ehm et al. 2000). `window` in Hz is where the two are brought together, default 1 Hz to 1 kHz. */
export function zHit(spectrum: Spectrum, options?: { window?: [number, number] }): {
  modulus: Float64Array;                    // as the spectrum's unit
  deviation: Float64Array;                  // (measured - modulus)/measured
  window: Float64Array;
  lowFrequencyDeviation: number;            // mean over the lowest decade; away from 0 when the cell drifted
};
/** Distribution of relaxation times: Z = R + jwL + 1/(jwC) + Int gamma/(1 + jw tau) d ln tau, gamma >= 0, Tikhonov.
 * A series inductance is fitted where the highest frequencies show one, a series capacitance (blocking electrode) when asked for. */
export function relaxationTimes(spectrum: Spectrum, options?: { lambda?: number | "gcv"; pointsPerDecade?: number; inductance?: boolean; capacitance?: boolean }): {
  tau: Float64Array; gamma: Float64Array; lambda: number; peaks: { tau: number; resistance: number }[]; residualRe: Float64Array; residualIm: Float64Array;
  seriesResistance: number; inductance: number; elastance: number;   // R, L and 1/C; the last two are 0 when not fitted
  polarisation: number;                     // the whole area under gamma
  warnings: string[];
};

/** The interphase model. Every field of `Cell` has a default; `presets()` names the paper's cells, among them with the ids
 * "mg-ocv", "li-ocv", "gc-polysulfide", "mg-polysulfide", "operando-before", "operando-after", "mg-galvanostatic". Units are in the names. */
export interface Cell { [parameter: string]: number | string | boolean }
/** Where a number comes from: printed in the study (place), in the literature (source), or our assumption (reason). */
export interface Provenance { origin: "paper" | "literature" | "assumption"; source: string }
/** `sources`: where single values of the cell come from, as far as it is not where the default comes from. */
export function presets(): { id: string; title: string; note: string; cell: Cell; provenance: Provenance; sources: Record<string, Provenance> }[];
/** The table behind `Cell`, in the order to show. A row with `choices` is choose-one: a cell holds the id of a choice, `lower` and `upper` are its
 * first and last index. `group`: "film" | "reaction" | "polysulfide" | "porous" | "electrolyte" | "geometry" …; `reason`: why the range ends where it ends. */
export function cellParameters(): {
  name: string; symbol: string; unit: string; lower: number; upper: number; default: number | string; scale: "linear" | "log"; description: string;
  group: string; reason: string; provenance: Provenance; choices?: { id: string; description: string }[];
}[];
/** The SEI twin of a cell: the same film conductance, all of it ionic, the electrons blocked. Its spectrum at open circuit is the same to the last digit
 * (lumped model), its answers to every experiment are others. */
export function seiTwin(cell: Cell): Cell;
/** Parts are "electrolyte", "separator-diffusion", "film", "inner-interface" and "outer-interface" (two rails), "charge-transfer", "pores", "pore-diffusion",
 * as far as the cell has them. What a part contributes is its impedance times the square of its share of the current. */
export function simulate(cell: Cell, frequency: Float64Array): {
  re: Float64Array; im: Float64Array;                       // ohm cm2, of the cell or the electrode as `cell.geometry` says
  geometry: "symmetric" | "half"; dcResistance: number;     // ohm cm2, of the same
  parts: { name: string; re: Float64Array; im: Float64Array; resistance: number; peakHz?: number }[];   // they sum to the whole
  filmConductance: { simmons?: number; wkb: number; thermionicShare: number };   // S/cm2; no Simmons value where his formula has failed
  warnings: string[];
};
/** One electrode's film from raw circuit values, with exactly the parameter names and units of golden/physics.json ("lumped" and "two_rail" entries); ohm cm2. */
export function filmImpedance(model: "lumped" | "two-rail", parameters: Record<string, unknown>, frequency: Float64Array): { re: Float64Array; im: Float64Array };
/** The paper's experiments as data: "ocv-growth" | "polysulfide-probe" | "operando-polysulfide" | "galvanostatic" | "corrosion" | "photoemission" | "film-map", and
 * "thickness" | "inverse" | "one-film". Every option has a default; an unknown one is an error. `options.cell` is a `Cell` (absent: the experiment's own preset).
 * Units are in the field names, every list of numbers is a Float64Array, `geometry` says which cell the numbers belong to. */
export function experiment(id: "ocv-growth", options?: { cell?: Cell; hours?: number; points?: number; spectraAtH?: number[]; grows?: "reaction-sites" | "film" | "both";
  growthOhmCm2PerH?: number; levelsAt?: number; levellingH?: number; capacitanceAt1h?: number; capacitanceAt72h?: number }): {
  geometry: string; timeH: Float64Array; arcResistanceOhmCm2: Float64Array; filmResistanceOhmCm2: Float64Array; chargeTransferOhmCm2: Float64Array;
  capacitanceUfPerCm2: Float64Array; peakHz: Float64Array; withPolysulfideOhmCm2: Float64Array; spectra: SpectrumAt[]; notes: string[] };
export function experiment(id: "polysulfide-probe", options?: { cell?: Cell }): {
  geometry: string; cells: { id: "glassy-carbon" | "anti-sei" | "sei"; arcResistanceOhmCm2: number; filmResistanceOhmCm2: number; filmPeakHz: number; peakHz: number; spectrum: SpectrumAt }[];
  differenceOhmCm2: number; stabilityTimeH: Float64Array; stabilityOhmCm2: Float64Array; capacitanceForOneArcUfPerCm2: number; thicknessForOneArcNm: number; arcs: string };
export function experiment(id: "operando-polysulfide", options?: { cell?: Cell; hoursBefore?: number; hoursAfter?: number; points?: number; grows?: "reaction-sites" | "film" | "both";
  growthOhmCm2PerH?: number; capacitanceAt1h?: number; addedMolPerL?: number; addedMl?: number; cellMl?: number }): {
  geometry: string; additionH: number; addedMolPerL: number; polysulfideMolPerL: number;
  tracks: { film: "anti-sei" | "sei"; timeH: Float64Array; arcResistanceOhmCm2: Float64Array; peakHz: Float64Array; activeShare: Float64Array; dropFactor: number; spectra: SpectrumAt[] }[] };
export function experiment(id: "galvanostatic", options?: { cell?: Cell; currentsMaPerCm2?: number[]; capacityMahPerCm2?: number; points?: number; activationH?: number;
  firstOpening?: number; crackCurrentMaPerCm2?: number; openMetalOhmCm2?: number; pitsOhmCm2?: number }): {
  geometry: "half"; film: "sei" | "anti-sei"; notes: string[];
  /** What the film does not carry; it has no run. */
  refused: { direction: "strip" | "plate"; currentMaPerCm2: number; reason: string }[];
  runs: { direction: "strip" | "plate"; currentMaPerCm2: number; timeH: Float64Array; capacityMahPerCm2: Float64Array; overpotentialV: Float64Array; filmV: Float64Array;
    chargeTransferV: Float64Array; concentrationV: Float64Array; ohmicV: Float64Array; openShare: Float64Array; activationH?: number; beforeV: number; afterV: number;
    largestFall: number; uncrackedV: number; spectra: SpectrumAt[];
    differential: { filmOhmCm2: number; chargeTransferOhmCm2: number; concentrationOhmCm2: number; ohmicOhmCm2: number } }[] };
export function experiment(id: "corrosion", options?: { cell?: Cell; porousNm?: number; porosity?: number; hours?: number; voltageV?: number; molarVolumeCm3?: number; capNm?: number }): {
  geometry: string; currentUaPerCm2: number; ionicResistanceOhmCm2: number; printedCurrentUa: number; filmCurrentUaPerCm2: number; timeH: Float64Array; porousNm: Float64Array;
  porousAtEndNm: number; notes: string[] };
export function experiment(id: "photoemission", options?: { cell?: Cell; timesH?: number[]; attenuationNm?: number; angleDeg?: number; porousAt72hNm?: number; detectionLimit?: number }): {
  geometry: string; timeH: Float64Array; solidNm: Float64Array; metalSignal: Float64Array; metalSeen: boolean[]; oxygenEv: Float64Array; magnesiumEv: Float64Array;
  shiftEv: Float64Array; distanceEv: Float64Array; notes: string[] };
/** `resistanceOhmCm2`, `thermionicShare`, `simmonsHolds` (1 or 0): row by row of equal barrier. `point`: thickness (nm) and barrier (eV) of the cell. */
export function experiment(id: "film-map", options?: { cell?: Cell; thicknessNm?: [number, number]; barrierEv?: [number, number]; points?: number; levelsOhmCm2?: number[];
  regionOhmCm2?: [number, number] }): {
  geometry: string; law: "simmons" | "wkb"; effectiveMass: number; temperatureK: number; thicknessNm: Float64Array; barrierEv: Float64Array; resistanceOhmCm2: Float64Array;
  thermionicShare: Float64Array; simmonsHolds: Float64Array; lines: FilmMapLine[]; region: FilmMapLine[]; thermionic: FilmMapLine; point: Float64Array; notes: string[] };
export function experiment(id: "thickness", options?: { capacitanceUfPerCm2?: number; relativePermittivity?: number; seenNm?: [number, number]; printedPermittivity?: [number, number] }): {
  geometry: string; thicknessNm: number; neededPermittivity: Float64Array; printedNeedsUfPerCm2: Float64Array; thicknessOfOneOfTwoNm: number; follows: boolean; sentence: string };
/** Thickness and barrier of one film from its resistance to electrons and its capacitance, with standard errors, and what these cannot tell. */
export function experiment(id: "inverse", options?: { resistanceOhmCm2?: number; resistanceErrorOhmCm2?: number; capacitanceUfPerCm2?: number; capacitanceErrorUfPerCm2?: number;
  correlation?: number; relativePermittivity?: number; effectiveMass?: number; transport?: "simmons" | "wkb"; temperatureK?: number }): {
  geometry: string; thicknessNm: number; thicknessErrorNm: number; barrierEv?: number; barrierErrorEv?: number; correlation?: number;
  otherMass: Float64Array; barrierWithOtherMassEv: Float64Array; otherPermittivity: Float64Array; thicknessWithOtherPermittivityNm: Float64Array;
  barrierWithOtherPermittivityEv: Float64Array; notIdentifiable: string[] };
/** One film through all experiments: `paper`, `prediction` and `twin` (its SEI twin) in `unit`, as far as there is a number. */
export function experiment(id: "one-film", options?: { cell?: Cell }): {
  filmResistanceOhmCm2: number; fits: number; misses: number; disputed: number;
  rows: { id: string; where: string; what: string; unit: string; paper: ArrayLike<number>; prediction: ArrayLike<number>; twin: ArrayLike<number>; verdict: "fits" | "misses" | "disputed"; sentence: string }[] };
export function experiment(id: string, options?: Record<string, unknown>): unknown;
/** A spectrum of an experiment, ohm cm2. */
export interface SpectrumAt { label: string; timeH: number; frequency: Float64Array; re: Float64Array; im: Float64Array }
/** A line of the film map: a barrier for each thickness where there is one. */
export interface FilmMapLine { level: number; thicknessNm: ArrayLike<number>; barrierEv: ArrayLike<number> }
/** Which film fits? Two spectra of one cell, before and after a redox probe: factor of the drop (95 % interval), and the evidence for SEI against
 * anti-SEI: deltaAicc = AICc(SEI: one arc, give or take a factor 1.5) - AICc(anti-SEI: the second arc at most a third), above 0 for the anti-SEI. */
export function verdict(before: Spectrum, after: Spectrum): { dropFactor: number; dropFactorInterval: [number, number]; favours: "sei" | "anti-sei" | "undecided"; deltaAicc: number; reasons: string[] };
/** Tunnelling on its own, for tests and notebooks: S/m2 and A/m2, d in m, phi in eV, mass in electron masses. */
export function tunnelConductance(law: "simmons" | "wkb", d: number, phi: number, mass: number, temperature?: number): number;
export function tunnelCurrent(law: "simmons" | "wkb", V: number, d: number, phi: number, mass: number, temperature?: number): number;
/** Version of the package and of the model (kept in every exported file and link). */
export function version(): { package: string; model: string };
