import type { Reading, Spectrum } from "interphase";
import { expect, it, vi } from "vitest";
import { chooseAgain, openFiles, type Engine, type TablePreview } from "./files";
import type { DataSet } from "./store";
import { keepTable, keptTable, ROOM } from "./tables";

const spectrum = (name: string, meta: Record<string, string> = {}): Spectrum => ({ name, frequency: Float64Array.of(1), re: Float64Array.of(1), im: Float64Array.of(1), unit: "ohm", meta });
const reading = (name: string): Reading => ({ format: "table", spectra: [spectrum(name)], warnings: [], understood: "columns 1, 2, 3" });
const file = (name: string, text = "x") => new File([text], name);
const unknown = () => Object.assign(new Error("Which columns?"), { code: "no-impedance-columns" });
const mapping = { delimiter: "comma", decimal: "point", firstLine: 1, columns: [] } as const;
const preview = (shape: string, width = 4) => ({ header: [], rows: [], width, guess: mapping, complete: false, shape }) as unknown as TablePreview;

const engine = (more: Partial<Engine> = {}): Engine => ({
  readSpectra: async (name) => {
    if (name.startsWith("bad")) throw new Error(`${name}: no spectrum.`);
    if (name.startsWith("odd")) throw unknown();
    return reading(name);
  },
  previewTable: async (name) => preview(name.slice(0, 5)),
  readTable: async (name) => reading(name),
  orderSeries: async (spectra) => ({ order: spectra.map((_, i) => spectra.length - 1 - i) }),
  ...more,
});

it("keeps what could not be read with its reason, beside what could", async () => {
  const opened = await openFiles([file("a"), file("bad"), file("c")], engine(), { ask: async () => undefined });
  expect(opened.sets.map((set) => set.file)).toEqual(["c", "a"]);
  expect(opened.failures).toEqual([{ file: "bad", reason: "no spectrum." }]);
  expect(opened.read).toBe(2);
});

it("asks once for tables of one shape, and never again", async () => {
  const ask = vi.fn(async () => mapping as never);
  const first = await openFiles([file("odd-a1"), file("odd-a2")], engine(), { ask });
  expect(first.sets).toHaveLength(2);
  await openFiles([file("odd-a3")], engine(), { ask });
  expect(ask).toHaveBeenCalledTimes(1);
});

it("a refusal holds for the drop, and each table keeps its reason", async () => {
  const ask = vi.fn(async () => undefined);
  const { sets, failures } = await openFiles([file("odd-b1"), file("odd-b2")], engine(), { ask });
  expect(sets).toEqual([]);
  expect(failures.map(({ reason }) => reason)).toEqual(["Which columns?", "Which columns?"]);
  expect(ask).toHaveBeenCalledTimes(1);
});

it("asks nothing of a table too narrow for an impedance", async () => {
  const ask = vi.fn(async () => mapping as never);
  await openFiles([file("odd-c")], engine({ previewTable: async () => preview("narrow", 2) }), { ask });
  expect(ask).not.toHaveBeenCalled();
});

it("start of the series and time since then tell the moment of each spectrum", async () => {
  const starts: Record<string, string> = { b: "2024-01-01T10:00:00", a: "2024-01-01T11:00:00" };
  const { sets } = await openFiles([file("a"), file("b")], engine({
    readSpectra: async (name) => ({ ...reading(name), spectra: [spectrum(name, { started: starts[name]! })] }),
    orderSeries: async () => ({ order: [1, 0], timeS: [0, 3600] }),
  }), { ask: async () => undefined });
  expect(sets.map(({ spectrum: { name, timeS, meta } }) => [name, timeS, meta["started"]])).toEqual([["b", 0, starts["b"]], ["a", 3600, starts["b"]]]);
});

it("stops where it is told to, with nothing added", async () => {
  const stop = new AbortController();
  await expect(openFiles([file("a"), file("b")], engine({ readSpectra: async (name) => (stop.abort(), reading(name)) }), { ask: async () => undefined, signal: stop.signal })).rejects.toThrow();
});

it("takes no more spectra than there is room for, and says so", async () => {
  const { sets, notes } = await openFiles([file("a"), file("b")], engine(), { ask: async () => undefined, room: 1 });
  expect(sets).toHaveLength(1);
  expect(notes).toHaveLength(1);
});

it("what was guessed or refused can be chosen later, with what the person had said", async () => {
  const refused = await openFiles([file("odd-d")], engine(), { ask: async () => undefined });
  const key = refused.failures[0]!.table!;
  expect(new TextDecoder().decode(keptTable(key)!.bytes)).toBe("x");
  const guessed = await openFiles([file("a")], engine(), { ask: async () => undefined });
  const before: DataSet[] = guessed.sets.map((set) => ({ ...set, id: "1", areaCm2: 0.5, geometry: "half" }));
  const readTable = vi.fn(async (name: string) => ({ ...reading(name), understood: "as chosen" }));
  const chosen = await chooseAgain(before[0]!.table!, before, engine({ readTable }), async ({ again }) => (again ? (mapping as never) : undefined));
  expect(chosen).toMatchObject([{ file: "a", areaCm2: 0.5, geometry: "half", understood: "as chosen", table: before[0]!.table }]);
  expect(await chooseAgain(key, [], engine(), async () => undefined)).toBeUndefined();
});

it("a correction holds for the next table of that shape, if its columns have names", async () => {
  const named = async (name: string) => ({ ...preview(`named ${name[0]}`), header: ["f", "Re", "Im"] });
  const first = await openFiles([file("n1")], engine({ previewTable: named }), { ask: async () => undefined });
  await chooseAgain(first.sets[0]!.table!, [], engine({ previewTable: named }), async () => mapping as never);
  const readTable = vi.fn(async (name: string) => reading(`${name} corrected`));
  const next = await openFiles([file("n2"), file("m1")], engine({ previewTable: named, readTable, orderSeries: async () => ({ order: [0, 1] }) }), { ask: async () => undefined });
  expect(next.sets.map(({ spectrum }) => spectrum.name)).toEqual(["n2 corrected", "m1"]);
});

it("tables are kept while there is room, and one that is gone says so", async () => {
  const first = keepTable({ name: "first", bytes: new Uint8Array(10) });
  const large = keepTable({ name: "large", bytes: new Uint8Array(ROOM - 5) });
  expect([keptTable(first), keptTable(large)?.name]).toEqual([undefined, "large"]);
  await expect(chooseAgain(first, [], engine(), async () => mapping as never)).rejects.toThrow();
});
