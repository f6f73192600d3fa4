/** Any file a person opens: the engine reads it, after a spreadsheet has been turned into tables. */
import type { Reading } from "interphase";

type Read = (name: string, bytes: Uint8Array) => Promise<Reading> | Reading;

/** `read` is the engine's `readSpectra`, wherever it runs. Of a spreadsheet every sheet that holds spectra is read. */
export async function readFile(name: string, bytes: Uint8Array, read: Read): Promise<Reading> {
  const isZip = bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
  if (!isZip) return read(name, bytes);
  const { sheetsOf } = await import("./spreadsheet");
  const sheets = sheetsOf(name, bytes);
  if (sheets.length === 0) throw new Error(`${name} is empty.`);
  const readings: Reading[] = [];
  const failures: string[] = [];
  for (const sheet of sheets) {
    const title = sheets.length > 1 ? `${name} · ${sheet.name}` : name;
    try {
      readings.push(await read(title, new TextEncoder().encode(sheet.csv)));
    } catch (error) {
      if (sheets.length === 1) throw error;
      failures.push(`${sheet.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  if (readings.length === 0) throw new Error(failures[0]);
  return {
    format: "spreadsheet",
    spectra: readings.flatMap((reading) => reading.spectra),
    warnings: [...readings.flatMap((reading) => reading.warnings), ...failures],
    understood: readings.map((reading) => reading.understood).join("; "),
  };
}
