/** Any file a person opens: the engine reads it, after a spreadsheet has been turned into tables. */
import type { Reading, Spectrum } from "interphase";

type Read = (name: string, bytes: Uint8Array) => Promise<Reading> | Reading;

/** A table whose columns cannot be told: a person may choose them. `bytes` is the table alone, also out of a spreadsheet. */
export class UnknownTable extends Error {
  override readonly name = "UnknownTable";
  /** Number of its columns, once somebody has looked. */
  width = 0;
  constructor(
    readonly table: string,
    readonly bytes: Uint8Array,
    message: string,
  ) {
    super(message);
  }
}

/** What a file holds, and the tables in it whose columns were guessed. */
export interface FileReading extends Reading { readonly tables: readonly { readonly name: string; readonly bytes: Uint8Array; readonly spectra: readonly Spectrum[] }[] }

/** `read` is the engine's `readSpectra`, wherever it runs. Of a spreadsheet every sheet that holds spectra is read. */
export async function readFile(name: string, bytes: Uint8Array, read: Read): Promise<FileReading> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  if (!isZip) return readTable(name, bytes, read);
  const { sheetsOf } = await import("./spreadsheet");
  const sheets = sheetsOf(name, bytes);
  if (sheets.length === 0) throw new Error(`${name} is empty.`);
  const readings: FileReading[] = [];
  const failures: { sheet: string; error: unknown }[] = [];
  for (const sheet of sheets) {
    const title = sheets.length > 1 ? `${name} · ${sheet.name}` : name;
    try {
      readings.push(await readTable(title, new TextEncoder().encode(sheet.csv), read));
    } catch (error) {
      failures.push({ sheet: sheet.name, error });
    }
  }
  if (readings.length === 0) throw (failures.find(({ error }) => error instanceof UnknownTable) ?? failures[0])?.error;
  return {
    format: "spreadsheet",
    spectra: readings.flatMap((reading) => reading.spectra),
    warnings: [
      ...readings.flatMap((reading) => reading.warnings),
      ...failures.map(({ sheet, error }) => `${sheet}: ${error instanceof Error ? error.message : String(error)}`),
    ],
    understood: readings.map((reading) => reading.understood).join("; "),
    tables: readings.flatMap((reading) => reading.tables),
  };
}

async function readTable(name: string, bytes: Uint8Array, read: Read): Promise<FileReading> {
  try {
    const reading = await read(name, bytes);
    return { ...reading, tables: reading.format === "table" ? [{ name, bytes, spectra: reading.spectra }] : [] };
  } catch (error) {
    if (error instanceof Error && (error as { code?: string }).code === "no-impedance-columns") throw new UnknownTable(name, bytes, error.message);
    throw error;
  }
}
