/** Every sentence of the engine has one in the other languages: those written in its source, and those it says when it is asked. */
import { readdirSync, readFileSync } from "node:fs";
import * as wasm from "interphase";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { setLocale } from "../state/format";
import { PROSE, Translation } from "../state/translation";
import { messagesOf, sentencesOf } from "./rust";

const ENGLISH = readFileSync("www/texts/en/engine.ftl", "utf8");
const GERMAN = readFileSync("www/texts/de/engine.ftl", "utf8");
const german = new Translation("de", ENGLISH, GERMAN);

beforeAll(() => {
  wasm.initSync({ module: readFileSync("target/pkg/interphase_bg.wasm") });
  setLocale("de");
});
afterAll(() => setLocale(undefined));

describe("in the source", () => {
  const known = messagesOf(ENGLISH);
  const written = sentencesOf("crate/src", new Set(known.keys()));

  it("every sentence has a message", () => {
    const missing = written.filter(({ form }) => !known.has(form)).map(({ file, line, text }) => `${file}:${line}: ${text}`);
    expect(missing, "write these sentences into texts/en/engine.ftl and its translations, or say in texts/rust.ts why nobody reads them").toEqual([]);
  });

  it("every message has a sentence", () => {
    const said = new Set(written.map(({ form }) => form));
    const stale = [...known].filter(([form]) => !said.has(form)).map(([form, id]) => `${id} = ${form}`);
    expect(stale).toEqual([]);
  });
});

describe("when it is asked", () => {
  /** Words that stay: names of files, formats, and what stands in quotation marks. */
  const untold = new Map<string, string>();
  const hear = (where: string, ...sentences: (string | undefined)[]): void => {
    for (const sentence of sentences) if (sentence && PROSE.test(sentence) && german.of(sentence) === undefined) untold.set(sentence, where);
  };
  const refused = (where: string, call: () => unknown): void => {
    try {
      call();
    } catch (error) {
      hear(where, (error as Error).message);
      return;
    }
    throw new Error(`${where} was not refused`);
  };
  const everything = (where: string, value: unknown): void => {
    if (typeof value === "string") hear(where, value);
    else if (Array.isArray(value)) for (const part of value) everything(where, part);
    else if (value && typeof value === "object" && !ArrayBuffer.isView(value)) {
      for (const [name, part] of Object.entries(value)) everything(`${where}.${name}`, part);
    }
  };
  const none = () => {
    const found = Object.fromEntries(untold);
    untold.clear();
    expect(found).toEqual({});
  };

  const frequency = Float64Array.from({ length: 61 }, (_, i) => 10 ** (5 - i / 8));
  const noise = (seed: number) => () => {
    // Park and Miller's generator: the same everywhere.
    seed = (seed * 48271) % 2147483647;
    return seed / 2147483647 - 0.5;
  };
  const measured = (cell: wasm.Cell, share = 0.005, seed = 7): wasm.Spectrum => {
    const { re, im } = wasm.simulate(cell, frequency), random = noise(seed);
    const size = (i: number) => share * Math.hypot(re[i]!, im[i]!);
    return { name: "sample", frequency, re: re.map((x, i) => x + 2 * size(i) * random()), im: im.map((x, i) => x + 2 * size(i) * random()), unit: "ohm cm2", meta: {} };
  };
  const cellOf = (id: string) => wasm.presets().find((preset) => preset.id === id)!.cell;

  it("about its parameters, cells and elements", () => {
    for (const row of wasm.cellParameters()) {
      hear(row.name, row.description, row.reason, row.provenance.source);
      for (const choice of row.choices ?? []) hear(row.name, choice.description);
      const wrong = row.choices ? "no such thing" : 1e99;
      refused(row.name, () => wasm.simulate({ [row.name]: wrong }, frequency));
      refused(row.name, () => wasm.simulate({ [row.name]: row.choices ? 3.5 : "abc" }, frequency));
    }
    for (const { id, title, note, provenance, sources } of wasm.presets()) {
      hear(id, title, note, provenance.source, ...Object.values(sources).map(({ source }) => source));
    }
    for (const element of wasm.circuitElements()) hear(element.name, element.title, ...element.parameters.map(({ description }) => description));
    none();
  });

  it("about simulations", () => {
    for (const cell of wasm.presets().map((preset) => preset.cell)) {
      const changes: wasm.Cell[] = [{}, { barrierEv: 0.06 }, { barrierEv: 0.1, effectiveMass: 1 }, { thicknessNm: 0.5, barrierEv: 0.05 }, { temperatureK: 400 }, { transport: "wkb" }, { model: "two-rail" }];
      for (const change of changes) {
        hear("simulate", ...wasm.simulate({ ...cell, ...change }, frequency).warnings);
      }
    }
    refused("frequency", () => wasm.simulate({}, Float64Array.of(1e15)));
    none();
  });

  it("about experiments", () => {
    const cells: [string, wasm.Cell | undefined][] = [["default", undefined], ...["li-ocv", "gc-polysulfide", "mg-galvanostatic"].map((id): [string, wasm.Cell] => [id, cellOf(id)]),
      ["odd", { ...cellOf("mg-ocv"), barrierEv: 0.1, effectiveMass: 1 }], ["thin", { ...cellOf("mg-ocv"), thicknessNm: 1, barrierEv: 0.3 }]];
    for (const id of ["ocv-growth", "polysulfide-probe", "operando-polysulfide", "galvanostatic", "corrosion", "photoemission", "film-map", "thickness", "inverse", "one-film"]) {
      for (const [name, cell] of cells) {
        try {
          everything(`${id} of ${name}`, wasm.experiment(id, cell && id !== "thickness" && id !== "inverse" ? { cell } : {}));
        } catch (error) {
          hear(`${id} of ${name}`, (error as Error).message);
        }
      }
    }
    everything("thickness", wasm.experiment("thickness", { capacitanceUfPerCm2: 0.8 }));
    everything("inverse", wasm.experiment("inverse", { resistanceOhmCm2: 1e-6, resistanceErrorOhmCm2: 0 }));
    refused("galvanostatic", () => wasm.experiment("galvanostatic", { currentsMaPerCm2: [50] }));
    refused("galvanostatic", () => wasm.experiment("galvanostatic", { currentsMaPerCm2: [] }));
    refused("inverse", () => wasm.experiment("inverse", { transport: "fixed" as "wkb" }));
    for (const [id, options] of [["ocv-growth", { hours: -1 }], ["film-map", { points: 1e9 }], ["photoemission", { detectionLimit: 7 }], ["operando-polysulfide", { addedMolPerL: 1e9 }]] as const) {
      refused(id, () => wasm.experiment(id as string, options));
    }
    none();
  }, 60_000);

  it("about spectra, good and bad", () => {
    const good = measured(cellOf("mg-ocv")), noisy = measured(cellOf("mg-ocv"), 0.3), plain = measured(cellOf("gc-polysulfide"), 0);
    const n = frequency.length;
    const drifting = { ...good, re: plain.re.map((x, i) => x * (1 + 0.3 * i / n)), im: plain.im.map((x, i) => x * (1 + 0.3 * i / n)) };
    const outlier = { ...plain, re: plain.re.map((x, i) => (i % 9 === 4 ? 1.4 * x : x)) };
    const turned = { ...good, im: good.im.map((x) => -x) };
    const flat = { ...good, re: good.re.map(() => 5), im: good.im.map(() => 0) };
    const slow = { ...good, frequency: good.frequency.slice(0, 30), re: good.re.slice(0, 30), im: good.im.slice(0, 30) };
    const short = { ...good, frequency: good.frequency.slice(0, 2), re: good.re.slice(0, 2), im: good.im.slice(0, 2) };
    const twice = { ...good, frequency: good.frequency.map((f, i) => (i === 5 ? good.frequency[4]! : f)) };
    const below = { ...good, frequency: good.frequency.map((f, i) => (i === 5 ? -1 : f)) };
    const broken = { ...good, re: good.re.map((x, i) => (i === 5 ? Number.NaN : x)) };
    const bare: wasm.Spectrum = { ...good, unit: "ohm" };
    const spectra = { good, noisy, plain, drifting, outlier, turned, flat, slow, short, twice, below, broken, bare };
    for (const [name, spectrum] of Object.entries(spectra)) {
      const calls: Record<string, () => unknown> = {
        fitArc: () => wasm.fitArc(spectrum),
        "fitArc in a range": () => wasm.fitArc(spectrum, { range: [1e3, 1e5] }),
        fit: () => wasm.fit("R0-p(R1,CPE1)-p(R2,CPE2)-W1", spectrum),
        "fit with a limit": () => wasm.fit("R0-p(R1,C1)", spectrum, { upper: { R1: 2 } }),
        fitInterphase: () => wasm.fitInterphase([{ spectrum, cell: cellOf("mg-ocv") }], { shared: ["thicknessNm", "rateCmPerS", "porosity"] }),
        kramersKronig: () => wasm.kramersKronig(spectrum),
        relaxationTimes: () => wasm.relaxationTimes(spectrum),
        "relaxationTimes, too fine": () => wasm.relaxationTimes(spectrum, { pointsPerDecade: 1000 }),
        zHit: () => wasm.zHit(spectrum),
        "zHit elsewhere": () => wasm.zHit(spectrum, { window: [1e9, 1e10] }),
        fitSeries: () => wasm.fitSeries("R0-p(R1,CPE1)", [spectrum, good]),
        suggestFilters: () => wasm.suggestFilters(spectrum),
        "verdict before": () => wasm.verdict(good, spectrum),
        "verdict after": () => wasm.verdict(spectrum, good),
        "verdict of polysulfide": () => wasm.verdict(spectrum, plain),
      };
      for (const [call, run] of Object.entries(calls)) {
        try {
          const { warnings, reasons, ...rest } = run() as { warnings?: unknown; reasons?: unknown };
          everything(`${call} of ${name}`, [warnings, reasons, call === "suggestFilters" ? rest : []]);
        } catch (error) {
          hear(`${call} of ${name}`, (error as Error).message);
        }
      }
    }
    const scaled = (k: number) => ({ ...good, re: good.re.map((x) => k * x), im: good.im.map((x) => k * x) });
    for (const k of [0.01, 0.5, 0.9, 3, 100]) hear("verdict", ...wasm.verdict(good, scaled(k)).reasons, ...wasm.verdict(noisy, scaled(k)).reasons);
    none();
  }, 60_000);

  it("about circuits", () => {
    for (const circuit of ["", "R0-p(R1,", "R0)", "R0+C1", "R0-X1", "R0-R0", "R0-p(R1", "(R1", "R0-CPE1{n=", "R{R=5/7/3}", "-", "R0--C1", "R(", "R[", "?", "R0-p()", "R".repeat(99), "(".repeat(99)]) {
      try {
        wasm.circuitParameters(circuit);
      } catch (error) {
        hear(`circuit ${circuit}`, (error as Error).message);
      }
    }
    none();
  });

  it("about files", () => {
    const folder = "tests/formats/fixtures";
    for (const name of readdirSync(folder)) {
      const bytes = readFileSync(`${folder}/${name}`);
      const cut = [1, 0.8, 0.5, 0.2, 0.05].map((share) => bytes.subarray(0, Math.floor(bytes.length * share)));
      const spoilt = Uint8Array.from(bytes, (byte, i) => (i % 97 === 60 ? 63 : byte));
      for (const file of [...cut, spoilt]) {
        try {
          const { understood, warnings } = wasm.readSpectra(name, Uint8Array.from(file));
          hear(name, understood, ...warnings);
        } catch (error) {
          hear(name, (error as Error).message);
        }
      }
    }
    for (const [name, text] of [["empty.csv", ""], ["prose.txt", "Nothing to be read here.\n"], ["old.xls", "\u00d0\u00cf\u0011\u00e0"], ["book.xlsx", "PK\u0003\u0004"], ["x.json", "{"], ["x.json", '{"interphase":1,"spectra":[]}']] as const) {
      refused(name, () => wasm.readSpectra(name, Uint8Array.from(text, (c) => c.charCodeAt(0))));
    }
    none();
  }, 60_000);
});

it("keeps the numbers, in the language's own signs", () => {
  expect(german.of("30 Hz is unheard of")).toBeUndefined();
  expect(german.of("Usable points: 30 (60 numbers), too few for 7 free parameters.")).toBe("Brauchbare Punkte: 30 (60 Zahlen), zu wenig für 7 freie Parameter.");
  expect(german.of("The arc went from 4.00e4 (± 120) to 312.5 (± 1.25): a factor 128 (95 % between 120 and 136).")).toContain("auf 312,5 (± 1,25): ein Faktor 128");
  expect(german.of("Far from their neighbours: the points at 1.5 Hz, 20 Hz and 3 more.")).toBe("Weit von ihren Nachbarn entfernt: die Punkte bei 1,5\u00a0Hz; 20\u00a0Hz und 3 weitere.");
  expect(german.of("a 1.5.txt (PAR text): the ZCURVE table has no column names.")).toBe("a 1.5.txt (PAR text): Die ZCURVE-Tabelle hat keine Spaltennamen.");
  expect(german.of("columns 1, 2, 3; |Z| and −phase in degrees; Hz; kΩ; decimal comma; 2 spectra")).toBe("Spalten 1, 2, 3; |Z| und −Phase in Grad; Hz; kΩ; Dezimalkomma; 2 Spektren");
});
