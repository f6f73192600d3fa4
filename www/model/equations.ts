/**
 * Every equation behind a parameter or a curve: once with symbols, once with the numbers of the current cell.
 * `right` writes the right-hand side from whatever stands for each symbol, so both forms come from one description;
 * `evaluate` is the same equation as arithmetic and is only compared with the engine's own result (in the test and, should they
 * ever differ, on the page). Words are in `texts/<language>/model.ftl`: `equation-<id>` and `equation-<id>-validity`.
 */
import type { Cell, simulate } from "../../crate/src/web/api.d.ts";
import { bracket, frac, fun, id, integral, inverse, num, op, paren, root, row, sum, sup, symbol, text } from "./mathml";
import type { SourceId } from "./sources";
import { SYMBOLS, valueOf, type Quantity, type SymbolId } from "./symbols";

export type Simulation = ReturnType<typeof simulate>;
/** paper: from the study. literature: taken from the source. model: our own choice of how to put it together. */
export type Origin = "paper" | "literature" | "model";
export type Group = "film" | "reaction" | "circuit" | "time" | "current" | "analysis";

type Write = (id: SymbolId) => string;

export interface Equation {
  id: string;
  group: Group;
  origin: Origin;
  left: string;
  right: (s: Write, cell: Cell) => string;
  /** Symbols of the right-hand side that stand for a number of the cell or a constant. */
  symbols: readonly SymbolId[];
  sources: readonly SourceId[];
  /** Parameters of the cell that this equation explains. */
  parameters: readonly string[];
  /** What the engine says the left-hand side is, for this cell. */
  engine?: (cell: Cell, simulation: Simulation) => Quantity | undefined;
  /** The equation as arithmetic, in the unit of `engine`. */
  evaluate?: (v: (id: SymbolId) => number) => number;
}

const R = (name: string) => symbol(`R_${name}`);
const C = (name: string) => symbol(`C_${name}`);
const j = id("j");
const w = id("ω");
const f = id("f");
const pi = id("π");
const plus = op("+");
const minus = op("−");
const eq = op("=");
const one = num("1");
const two = num("2");
const four = num("4");
const exp = (...inner: string[]) => fun("exp", ...inner);
const over = (inner: string) => frac(one, inner);

const part = (simulation: Simulation, name: string) => simulation.parts.find((one) => one.name === name);
const electrodes = (cell: Cell) => (cell["geometry"] === "half" ? 1 : 2);
const hasFilm = (cell: Cell) => cell["metal"] !== "glassy-carbon";
/** Film and reaction stand in series: neither two rails nor polysulfide let the current part between them, so each part is what its equation says. */
const inSeries = (cell: Cell) => cell["model"] !== "two-rail" && !(Number(cell["polysulfideMolPerL"]) > 0);
/** What a cell without a film and without a reaction of its metal has no number for. */
const OF_METAL: readonly SymbolId[] = ["Rion", "d", "phi", "m", "eps", "k0", "theta"];
/** 1 V in nm-wide barriers and the like: the constants' unit in terms of the page's. */
const NM = 1e-9;
/** Simmons' A sqrt(e phi) of a barrier. */
const decay = (v: (id: SymbolId) => number) =>
  ((4 * Math.PI * v("d") * NM) / v("h")) * Math.sqrt(2 * v("m") * v("me") * v("e") * v("phi"));
const exchange = (v: (id: SymbolId) => number) => v("n") * v("F") * v("k0") * v("c") * 1e-3;

export const EQUATIONS: readonly Equation[] = [
  {
    id: "cell", group: "circuit", origin: "model",
    left: symbol("Z"),
    right: (s, cell) => row(s("Rel"), plus, ...(cell["geometry"] === "half" ? [] : [symbol("Z_sep"), plus, two]), symbol("Z_electrode")),
    symbols: ["Rel"], sources: ["study"], parameters: ["geometry", "electrolyteOhmCm2"],
  },
  {
    id: "electrode", group: "circuit", origin: "paper",
    left: symbol("Z_electrode"),
    right: (s) => row(
      inverse(bracket(over(s("Rion")), plus, over(R("el,film")), plus, j, w, C("film"))), plus,
      inverse(bracket(over(R("ct")), plus, id("T"), sup(paren(j, w), s("P")))), plus, R("pore"), plus, symbol("Z_D"),
    ),
    symbols: ["Rion", "P"], sources: ["study"], parameters: ["model"],
  },
  {
    id: "film-resistance", group: "film", origin: "paper",
    left: R("film"),
    right: (s) => inverse(bracket(over(s("Rion")), plus, over(R("el,film")))),
    symbols: ["Rion"], sources: ["study"], parameters: ["ionicResistanceOhmCm2", "fixedResistanceOhmCm2", "conduction"],
    engine: (cell, simulation) => {
      const film = part(simulation, "film");
      return film && inSeries(cell) ? { value: film.resistance / electrodes(cell), unit: "Ω·cm²" } : undefined;
    },
  },
  {
    id: "transference", group: "film", origin: "literature",
    left: symbol("t_e"),
    right: (s) => frac(s("Rion"), row(s("Rion"), plus, R("el,film"))),
    symbols: ["Rion"], sources: ["jamnik"], parameters: ["electronicTransference", "conduction"],
    engine: (cell, simulation) => {
      const film = part(simulation, "film");
      if (!film || cell["conduction"] !== "own" || !inSeries(cell)) return undefined;
      return { value: 1 - film.resistance / electrodes(cell) / Number(cell["ionicResistanceOhmCm2"]), unit: "" };
    },
  },
  {
    id: "dielectric", group: "film", origin: "literature",
    left: C("film"),
    right: (s) => frac(row(s("eps0"), op("⋅"), s("eps")), s("d")),
    symbols: ["eps0", "eps", "d"], sources: ["study"], parameters: ["thicknessNm", "relativePermittivity"],
    engine: (cell, simulation) => {
      const film = part(simulation, "film");
      // The film's own arc peaks at 1/(2 pi R C).
      if (!film?.peakHz || !inSeries(cell)) return undefined;
      return { value: (1e6 * electrodes(cell)) / (2 * Math.PI * film.peakHz * film.resistance), unit: "µF·cm⁻²" };
    },
    evaluate: (v) => ((v("eps0") * v("eps")) / (v("d") * NM)) * 100,
  },
  {
    id: "simmons", group: "film", origin: "literature",
    left: row(id("J"), paren(id("V"))),
    right: () => row(
      symbol("J_0"),
      bracket(
        symbol("p_1"), exp(minus, id("A"), root(symbol("p_1"))), minus,
        symbol("p_2"), exp(minus, id("A"), root(symbol("p_2"))),
      ),
    ),
    symbols: [], sources: ["simmons", "study"], parameters: ["transport", "barrierEv"],
  },
  {
    id: "simmons-terms", group: "film", origin: "literature",
    left: symbol("J_0"),
    right: (s) => row(
      frac(s("e"), row(two, pi, s("h"), sup(s("d"), two))), op(","), text("\u2003"), id("A"), eq,
      frac(row(four, pi, s("d")), s("h")), root(row(two, s("m"), s("me"))), op(","), text("\u2003"),
      symbol("p_1"), eq, id("e"), paren(s("phi"), minus, frac(id("V"), two)), op(","), text("\u2003"),
      symbol("p_2"), eq, id("e"), paren(s("phi"), plus, frac(id("V"), two)),
    ),
    symbols: ["e", "h", "d", "m", "me", "phi"], sources: ["simmons"], parameters: ["thicknessNm", "effectiveMass", "barrierEv"],
  },
  {
    id: "simmons-conductance", group: "film", origin: "model",
    left: row(id("G"), eq, over(R("el,film"))),
    right: (s) => row(
      frac(sup(s("e"), two), row(two, pi, s("h"), sup(s("d"), two))),
      paren(frac(row(id("A"), root(row(id("e"), s("phi")))), two), minus, one),
      exp(minus, id("A"), root(row(id("e"), s("phi")))),
    ),
    symbols: ["e", "h", "d", "phi"], sources: ["simmons"], parameters: ["barrierEv", "transport", "thicknessNm", "effectiveMass"],
    engine: (cell, simulation) =>
      hasFilm(cell) && (simulation.filmConductance.simmons ?? 0) > 0
        ? { value: simulation.filmConductance.simmons ?? Number.NaN, unit: "S·cm⁻²" }
        : undefined,
    evaluate: (v) => {
      const a = decay(v);
      return ((v("e") ** 2 / (2 * Math.PI * v("h") * (v("d") * NM) ** 2)) * (a / 2 - 1) * Math.exp(-a)) / 1e4;
    },
  },
  {
    id: "wkb", group: "film", origin: "literature",
    left: row(id("J"), paren(id("V"))),
    right: (s) => row(
      frac(row(four, pi, s("m"), s("me"), sup(s("e"), num("3"))), sup(s("h"), num("3"))),
      integral("", "",
        id("k"), s("T"), op("⁢"),
        bracket(fun("ln", one, plus, sup(id("e"), row(minus, id("E"), op("/"), id("k"), id("T")))), minus,
          fun("ln", one, plus, sup(id("e"), row(minus, paren(id("E"), plus, id("V")), op("/"), id("k"), id("T"))))),
        id("D"), paren(id("E")), id("d"), id("E")),
    ),
    symbols: ["m", "me", "e", "h", "T"], sources: ["tsu"], parameters: ["temperatureK", "transport"],
  },
  {
    id: "wkb-transmission", group: "film", origin: "literature",
    left: row(id("D"), paren(id("E"))),
    right: (s) => exp(minus, frac(two, id("ħ")),
      integral(num("0"), s("d"), root(row(two, s("m"), s("me"), s("e"), fun("max", s("phi"), minus, frac(row(id("V"), id("x")), id("d")), minus, id("E"), op(","), num("0")))), id("d"), id("x"))),
    symbols: ["d", "m", "me", "e", "phi"], sources: ["tsu"], parameters: [],
  },
  {
    id: "two-rails", group: "film", origin: "literature",
    left: row(id("u"), paren(id("x"))),
    right: (s) => row(id("a"), fun("cosh", id("g"), id("x")), plus, id("b"), fun("sinh", id("g"), id("x")), op(","), text("\u2003"),
      sup(id("g"), two), eq, j, w, C("chem"), paren(s("Rion"), plus, R("el,film"))),
    symbols: ["Rion"], sources: ["jamnik", "bumberger"],
    parameters: ["model", "chemicalCapacitanceUfPerCm2", "innerResistanceOhmCm2", "innerCapacitanceUfPerCm2", "outerResistanceOhmCm2", "outerCapacitanceUfPerCm2"],
  },
  {
    id: "pores", group: "film", origin: "literature",
    left: R("pore"),
    right: (s) => frac(row(s("L"), op("⋅"), s("tau")), row(s("kappa"), op("⋅"), s("por"))),
    symbols: ["L", "tau", "kappa", "por"], sources: [], parameters: ["porousNm", "porosity", "tortuosity", "conductivityMsPerCm"],
    engine: (cell, simulation) => ({ value: (part(simulation, "pores")?.resistance ?? 0) / electrodes(cell), unit: "Ω·cm²" }),
    evaluate: (v) => (v("L") * 1e-7 * v("tau")) / (v("kappa") * 1e-3 * v("por")),
  },
  {
    id: "diffusion", group: "film", origin: "literature",
    left: symbol("Z_D"),
    right: () => row(symbol("R_D"), frac(fun("tanh", root(row(j, w, symbol("τ_D")))), root(row(j, w, symbol("τ_D"))))),
    symbols: [], sources: [], parameters: ["diffusionCm2PerS", "separatorUm", "separatorPorosity", "separatorTortuosity"],
  },
  {
    id: "diffusion-resistance", group: "film", origin: "literature",
    left: symbol("R_D"),
    right: (s) => row(
      frac(row(s("R"), s("T"), op("⋅"), s("L"), op("⋅"), s("tau")), row(sup(s("n"), two), sup(s("F"), two), op("⋅"), s("D"), op("⋅"), s("por"), op("⋅"), s("c"))),
      op(","), text("\u2003"), symbol("τ_D"), eq, frac(row(sup(id("L"), two), id("τ")), id("D")),
    ),
    symbols: ["R", "T", "L", "tau", "n", "F", "D", "por", "c"], sources: [], parameters: ["diffusionCm2PerS", "ionMolPerL"],
    engine: (cell, simulation) => {
      const pores = part(simulation, "pore-diffusion");
      return pores && { value: pores.resistance / electrodes(cell), unit: "Ω·cm²" };
    },
    evaluate: (v) => (v("R") * v("T") * v("L") * 1e-7 * v("tau")) / ((v("n") * v("F")) ** 2 * v("D") * v("por") * v("c") * 1e-3),
  },
  {
    id: "charge-transfer", group: "reaction", origin: "literature",
    left: R("ct"),
    right: (s) => frac(row(s("R"), op("⋅"), s("T")), row(s("n"), op("⋅"), s("F"), op("⋅"), symbol("j_0"), op("⋅"), s("theta"))),
    symbols: ["R", "T", "n", "F", "theta"], sources: [], parameters: ["activeShare", "rateCmPerS"],
    engine: (cell, simulation) => {
      if (!hasFilm(cell) || !inSeries(cell)) return undefined;
      const transfer = part(simulation, "charge-transfer");
      return transfer && { value: transfer.resistance / electrodes(cell), unit: "Ω·cm²" };
    },
    evaluate: (v) => (v("R") * v("T")) / (v("n") * v("F") * exchange(v) * v("theta")),
  },
  {
    id: "exchange-current", group: "reaction", origin: "literature",
    left: symbol("j_0"),
    right: (s) => row(s("n"), op("⋅"), s("F"), op("⋅"), s("k0"), op("⋅"), s("c")),
    symbols: ["n", "F", "k0", "c"], sources: [], parameters: ["rateCmPerS", "ionMolPerL"],
    evaluate: exchange,
  },
  {
    id: "polysulfide", group: "reaction", origin: "model",
    left: over(R("ct,all")),
    right: (s) => row(over(R("ct")), plus, over(s("RPS")), root(frac(s("cPS"), row(num("0.1"), text("\u00a0mol/L"))))),
    symbols: ["RPS", "cPS"], sources: [], parameters: ["polysulfideMolPerL", "polysulfideResistanceOhmCm2", "polysulfideCapacitanceUfPerCm2"],
  },
  {
    id: "arc", group: "circuit", origin: "literature",
    left: id("Z"),
    right: () => row(symbol("R_s"), plus, frac(id("R"), row(one, plus, j, w, id("R"), id("C"))), op(","), text(" "), symbol("f_peak"), eq, over(row(two, pi, id("R"), id("C")))),
    symbols: [], sources: [], parameters: [],
  },
  {
    id: "cpe", group: "circuit", origin: "literature",
    left: symbol("Z_CPE"),
    right: (s) => over(row(id("T"), sup(paren(j, w), s("P")))),
    symbols: ["P"], sources: ["brug"], parameters: ["cpeExponent"],
  },
  {
    id: "eq1", group: "analysis", origin: "paper",
    left: id("C"),
    right: () => row(sup(id("R"), frac(row(one, minus, id("P")), id("P"))), sup(id("T"), frac(one, id("P")))),
    symbols: [], sources: ["study", "hsu"], parameters: ["doubleLayerUfPerCm2", "cpeExponent"],
  },
  {
    id: "peak", group: "analysis", origin: "literature",
    left: symbol("f_peak"),
    right: () => row(over(row(two, pi, sup(paren(id("R"), id("T")), frac(one, id("P")))))),
    symbols: [], sources: ["brug"], parameters: [],
  },
  {
    id: "thickness", group: "analysis", origin: "paper",
    left: id("d"),
    right: () => frac(row(symbol("ε_0"), symbol("ε_r")), id("C")),
    symbols: [], sources: ["study"], parameters: [],
  },
  {
    id: "chi-square", group: "analysis", origin: "literature",
    left: sup(id("χ"), two),
    right: () => row(sum(id("k")), frac(sup(row(op("|"), symbol("Z_k"), minus, id("Z"), paren(symbol("f_k")), op("|")), two), sup(row(op("|"), symbol("Z_k"), op("|")), two))),
    symbols: [], sources: ["boukamp1986"], parameters: [],
  },
  {
    id: "kramers-kronig", group: "analysis", origin: "literature",
    left: row(id("Z"), paren(f)),
    right: () => row(symbol("R_0"), plus, sum(id("k")), frac(symbol("R_k"), row(one, plus, j, w, symbol("τ_k")))),
    symbols: [], sources: ["boukamp1995", "schoenleber"], parameters: [],
  },
  {
    id: "relaxation-times", group: "analysis", origin: "literature",
    left: row(id("Z"), paren(f)),
    right: () => row(symbol("R_0"), plus, integral("", "", frac(row(id("γ"), paren(id("τ"))), row(one, plus, j, w, id("τ"))), id("d"), id("ln"), op("\u2061"), id("τ"))),
    symbols: [], sources: ["wan"], parameters: [],
  },
  {
    id: "sites", group: "time", origin: "model",
    left: frac(row(id("d"), id("θ")), row(id("d"), id("t"))),
    right: () => row(minus, frac(sup(id("θ"), two), symbol("t_s")), op(","), text("\u2003"), R("ct"), eq, symbol("R_ct"), paren(num("0")), paren(one, plus, frac(id("t"), symbol("t_s")))),
    symbols: [], sources: [], parameters: ["activeShare"],
  },
  {
    id: "lithium", group: "time", origin: "model",
    left: row(id("R"), paren(id("t"))),
    right: () => row(symbol("R_∞"), minus, paren(symbol("R_∞"), minus, symbol("R_0")), exp(minus, frac(id("t"), symbol("t_L")))),
    symbols: [], sources: [], parameters: [],
  },
  {
    id: "corrosion", group: "time", origin: "paper",
    left: id("L"),
    right: (s) => row(frac(row(symbol("i_corr"), symbol("V_m"), id("t")), row(two, s("F"), paren(one, minus, s("por")))), op(","), text("\u2003"), symbol("i_corr"), eq, frac(row(id("Δ"), id("U")), row(s("Rion"), plus, R("el,film")))),
    symbols: ["F", "por", "Rion"], sources: ["study"], parameters: ["porousNm", "porosity"],
  },
  {
    id: "photoemission", group: "time", origin: "literature",
    left: frac(id("I"), symbol("I_0")),
    right: () => exp(minus, frac(id("x"), row(id("λ"), fun("cos", id("α"))))),
    symbols: [], sources: [], parameters: [],
  },
  {
    id: "plating", group: "current", origin: "model",
    left: symbol("η_plating"),
    right: () => row(symbol("V_film"), paren(id("j")), plus, symbol("η_ct"), paren(id("j")), plus, symbol("η_conc"), paren(id("j")), plus, id("j"), symbol("R_u")),
    symbols: [], sources: [], parameters: [],
  },
  {
    id: "threshold", group: "current", origin: "model",
    left: id("j"),
    right: () => row(symbol("j_1"), bracket(exp(frac(row(id("n"), id("F"), id("η")), row(id("R"), id("T")))), minus, one), exp(minus, frac(row(id("n"), id("F"), symbol("η_1")), row(id("R"), id("T"))))),
    symbols: [], sources: [], parameters: ["thresholdV", "reaction"],
  },
  {
    id: "butler-volmer", group: "current", origin: "literature",
    left: id("j"),
    right: () => row(symbol("j_0"), op("⋅"), id("θ"), bracket(exp(frac(row(id("α"), id("n"), id("F"), id("η")), row(id("R"), id("T")))), minus, exp(minus, frac(row(paren(one, minus, id("α")), id("n"), id("F"), id("η")), row(id("R"), id("T")))))),
    symbols: [], sources: [], parameters: ["transferCoefficient", "reaction"],
  },
  {
    id: "concentration", group: "current", origin: "literature",
    left: symbol("η_conc"),
    right: () => row(minus, frac(row(id("R"), id("T")), row(id("n"), id("F"))), fun("ln", one, minus, frac(id("j"), symbol("j_lim")))),
    symbols: [], sources: [], parameters: ["limitingCurrentMaPerCm2"],
  },
  {
    id: "stripping", group: "current", origin: "model",
    left: frac(row(id("d"), id("θ")), row(id("d"), id("t"))),
    right: () => row(id("k"), id("θ"), paren(one, minus, frac(id("θ"), symbol("θ_max"))), op(","), text("\u2003"), id("θ"), eq, frac(symbol("θ_max"), row(one, plus, paren(frac(symbol("θ_max"), symbol("θ_0")), minus, one), exp(minus, id("k"), id("t"))))),
    symbols: [], sources: [], parameters: [],
  },
];

/** The equations behind a parameter of the cell, the nearest first; empty for a parameter that none contains. */
export function equationsFor(parameter: string): readonly Equation[] {
  const place = (equation: Equation) => equation.parameters.indexOf(parameter);
  return EQUATIONS.filter((equation) => place(equation) >= 0).sort((a, b) => place(a) - place(b));
}
/** The one equation that explains a parameter best. */
export function equationFor(parameter: string): Equation | undefined {
  return equationsFor(parameter)[0];
}

export const equation = (id: string): Equation | undefined => EQUATIONS.find((one) => one.id === id);

/** Left = right with symbols, as it is for this cell. */
export function symbolic(equation: Equation, cell: Cell = {}): string {
  return row(equation.left, eq, equation.right((name) => symbol(SYMBOLS[name].symbol), cell));
}

/** The right-hand side with the numbers of this cell put in, or nothing where it has none. `write` spells a number with its unit. */
export function substituted(equation: Equation, cell: Cell, write: (value: number, unit: string) => string): string | undefined {
  if (!equation.symbols.some((name) => "parameter" in SYMBOLS[name])) return undefined;
  if (!hasFilm(cell) && equation.symbols.some((name) => OF_METAL.includes(name))) return undefined;
  return equation.right((name) => {
    const value = valueOf(name, cell);
    if (value === undefined) return symbol(SYMBOLS[name].symbol);
    // In brackets, so that it can be multiplied and raised to a power.
    return paren(text(write(value, SYMBOLS[name].unit)));
  }, cell);
}
