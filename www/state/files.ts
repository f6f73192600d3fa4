/** Files to data sets: all files of a drop are read, put in order as one series, and what could not be read is kept with its reason. */
import type { previewTable, Reading, Spectrum, TableMapping } from "interphase";
import type { Failure } from "../formats/folder";
import { readFile, UnknownTable, type FileReading } from "../formats/read";
import type { DataSet } from "./store";
import { saidText } from "./said";
import { keepTable, keptTable } from "./tables";
import { t } from "./texts";

export const LARGEST_FILE = 50e6;
export const MOST_SPECTRA = 10_000;
/** So many files are in memory at the same time. */
const LANES = 6;
/** An impedance takes three columns. */
const LEAST_COLUMNS = 3;

/** A data set's id: never one that an older link could mean. */
const loaded = Math.random().toString(36).slice(2, 7);
let made = 0;
export const newId = (): string => `${loaded}-${++made}`;

export type TablePreview = ReturnType<typeof previewTable>;
/** What is asked of the engine, wherever it runs. */
export interface Engine {
  readSpectra(name: string, bytes: Uint8Array): Promise<Reading>;
  previewTable(name: string, bytes: Uint8Array): Promise<TablePreview>;
  readTable(name: string, bytes: Uint8Array, mapping: TableMapping): Promise<Reading>;
  orderSeries(spectra: Spectrum[]): Promise<{ order: number[]; timeS?: number[] }>;
}
/** A table that waits for a person to say what its columns are. */
export interface Question { readonly name: string; readonly bytes: Uint8Array; readonly preview: TablePreview; /** It was read before. */ readonly again?: boolean }
export type { Failure };
export interface Opened {
  readonly sets: Omit<DataSet, "id">[];
  /** Sentences about what was left out or assumed, each with its file. */
  readonly notes: string[];
  readonly failures: Failure[];
  /** Files that gave something. */
  readonly read: number;
}

interface Options {
  /** The columns of a table, or nothing where the person would not say. */
  ask(question: Question): Promise<TableMapping | undefined>;
  progress?(done: number, all: number): void;
  signal?: AbortSignal;
  /** Most spectra taken. */
  room?: number;
}

export async function openFiles(files: readonly File[], engine: Engine, { ask, progress, signal, room = MOST_SPECTRA }: Options): Promise<Opened> {
  const answers: (FileReading | Error | undefined)[] = new Array(files.length);
  let next = 0, done = 0;
  const lane = async () => {
    for (let i = next++; i < files.length; i = next++) {
      signal?.throwIfAborted();
      answers[i] = await openFile(files[i]!, engine).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
      // What is still read when somebody says stop is no progress any more.
      if (!signal?.aborted) progress?.(++done, files.length);
    }
  };
  await Promise.all(Array.from({ length: Math.min(LANES, files.length) }, lane));
  signal?.throwIfAborted();

  // One question for each shape: the answer holds for every table like it.
  const refused = new Set<string>();
  for (const [i, answer] of answers.entries()) {
    if (!(answer instanceof UnknownTable)) continue;
    answers[i] = await choose(answer, engine, ask, refused).catch((error: unknown) => (error instanceof Error ? error : new Error(String(error))));
    signal?.throwIfAborted();
  }

  let sets: Omit<DataSet, "id">[] = [];
  const notes: string[] = [], failures: Failure[] = [];
  answers.forEach((answer, i) => {
    const file = files[i]!.name;
    if (answer === undefined) return;
    if (answer instanceof Error) {
      const table = answer instanceof UnknownTable && answer.width >= LEAST_COLUMNS ? { table: keepTable({ name: answer.table, bytes: answer.bytes }) } : {};
      return void failures.push({ file, reason: withoutName(answer.message, file), ...table });
    }
    const keys = new Map(answer.tables.flatMap(({ spectra, ...table }) => {
      const key = keepTable(table);
      return spectra.map((spectrum) => [spectrum, key] as const);
    }));
    sets.push(...answer.spectra.map((spectrum) => {
      const table = keys.get(spectrum);
      return { file, format: answer.format, understood: answer.understood, spectrum, ...(table ? { table } : {}) };
    }));
    notes.push(...answer.warnings.map((warning) => t("file-unreadable", { name: file, reason: saidText(warning) })));
    if (answer.circuit) notes.push(t("file-circuit", { name: file, circuit: answer.circuit }));
  });
  if (files.length > 1 && sets.length > 1) sets = await inOrder(sets, engine);
  if (sets.length > room) notes.push(t("too-many-spectra", { name: files.length === 1 ? files[0]!.name : t("file-drop-name"), count: MOST_SPECTRA }));
  return { sets: sets.slice(0, room), notes, failures, read: files.length - failures.length };
}

async function openFile(file: File, engine: Engine): Promise<FileReading> {
  if (file.size > LARGEST_FILE) throw new Error(t("file-too-large", { name: file.name }));
  return asCorrected(await readFile(file.name, new Uint8Array(await file.arrayBuffer()), engine.readSpectra), engine);
}

/** An unknown table, read as chosen for its shape: before, or now. */
async function choose(unknown: UnknownTable, engine: Engine, ask: Options["ask"], refused: Set<string>): Promise<FileReading> {
  const { table, bytes } = unknown;
  const preview = await engine.previewTable(table, bytes);
  unknown.width = preview.width;
  if (preview.width < LEAST_COLUMNS || refused.has(preview.shape)) throw unknown;
  const known = recall(preview.shape);
  if (known) {
    try {
      return await readAs(unknown, known, engine);
    } catch {
      // The same shape, and yet another table: ask.
    }
  }
  const mapping = await ask({ name: table, bytes, preview });
  if (!mapping) {
    refused.add(preview.shape);
    throw unknown;
  }
  remember(preview.shape, mapping);
  return readAs(unknown, mapping, engine);
}

async function readAs({ table: name, bytes }: UnknownTable, mapping: TableMapping, engine: Engine): Promise<FileReading> {
  const reading = await engine.readTable(name, bytes, mapping);
  return { ...reading, tables: [{ name, bytes, spectra: reading.spectra }] };
}

/** A table that the engine understood by itself, read as a person corrected one like it before. */
async function asCorrected(reading: FileReading, engine: Engine): Promise<FileReading> {
  const [table] = reading.tables;
  if (!table || reading.tables.length > 1 || known().size === 0) return reading;
  const { header, shape } = await engine.previewTable(table.name, table.bytes);
  const mapping = header.length > 0 ? recall(shape) : undefined;
  if (!mapping) return reading;
  return readAs(new UnknownTable(table.name, table.bytes, ""), mapping, engine).catch(() => reading);
}

/** What a table holds once its columns were chosen (again): data sets in the place of those it gave before. */
export async function chooseAgain(key: string, before: readonly DataSet[], engine: Engine, ask: Options["ask"]): Promise<Omit<DataSet, "id">[] | undefined> {
  const table = keptTable(key);
  if (!table) throw new Error(t("table-gone"));
  const { name, bytes } = table;
  const preview = await engine.previewTable(name, bytes);
  const guess = recall(preview.shape) ?? preview.guess;
  const mapping = await ask({ name, bytes, preview: { ...preview, guess }, again: true });
  if (!mapping) return undefined;
  remember(preview.shape, mapping);
  const { spectra, format, understood } = await engine.readTable(name, bytes, mapping);
  // What the person had said of the table still holds.
  const { file = name, areaCm2, geometry } = before[0] ?? {};
  return spectra.map((spectrum) => ({
    file, format, understood, spectrum, table: key, ...(areaCm2 === undefined ? {} : { areaCm2 }), ...(geometry ? { geometry } : {}),
  }));
}

/** By time where all files tell it, else by natural name. */
async function inOrder(sets: readonly Omit<DataSet, "id">[], engine: Engine): Promise<Omit<DataSet, "id">[]> {
  const { order, timeS } = await engine.orderSeries(sets.map(({ spectrum }) => spectrum));
  const first = sets[order[0] ?? 0]?.spectrum;
  return order.map((place, i) => {
    const set = sets[place]!;
    const time = timeS?.[i];
    if (time === undefined || !first) return set;
    // Start of the series and time since then: together they still tell the moment of each.
    const meta = { ...set.spectrum.meta, started: first.meta["started"] ?? "" };
    return { ...set, spectrum: { ...set.spectrum, meta, timeS: (first.timeS ?? 0) + time } };
  });
}

const withoutName = (sentence: string, file: string) => (sentence.startsWith(`${file}: `) ? sentence.slice(file.length + 2) : sentence);

// ---- What a person has said about tables, by their shape.

const KEY = "interphase-tables";
const MOST_SHAPES = 50;
let shapes: Map<string, TableMapping> | undefined;

function known(): Map<string, TableMapping> {
  if (!shapes) {
    try {
      shapes = new Map(JSON.parse(localStorage.getItem(KEY) ?? "[]") as [string, TableMapping][]);
    } catch {
      // Frames without an origin have no storage: remembered until the page is closed.
      shapes = new Map();
    }
  }
  return shapes;
}
export const recall = (shape: string): TableMapping | undefined => known().get(shape);
export function remember(shape: string, mapping: TableMapping): void {
  const all = known();
  all.delete(shape);
  all.set(shape, mapping);
  for (const oldest of all.keys()) if (all.size > MOST_SHAPES) all.delete(oldest);
  try {
    localStorage.setItem(KEY, JSON.stringify([...all]));
  } catch {
    // As above.
  }
}
