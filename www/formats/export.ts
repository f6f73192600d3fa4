/** Spectra as files for other programs. */
import type { Spectrum } from "../engine";
import { usedOf } from "../state/points";
import type { DataSet } from "../state/store";

/** What the engine writes, with the end of the file name; `many` where one file holds all spectra. */
export const EXPORTS = [
  { id: "csv", end: ".csv", many: true },
  { id: "json", end: ".json", many: true },
  { id: "zview", end: ".z", many: false },
  { id: "impedance-py-csv", end: "-impedance-py.csv", many: false },
  { id: "pyimpspec-csv", end: "-pyimpspec.csv", many: false },
] as const;
export type ExportFormat = (typeof EXPORTS)[number];

/** A data set as it is written: what the person left out is missing and says so; the area typed stands in it. */
export function exported(set: DataSet): Spectrum {
  const used = usedOf(set);
  const area = set.areaCm2 ?? used.areaCm2;
  return {
    ...used,
    name: used.name || set.file,
    ...(area === undefined ? {} : { areaCm2: area }),
    meta: {
      ...used.meta,
      ...(set.leftOut?.length ? { leftOut: `${set.leftOut.length} of ${set.spectrum.frequency.length} points` } : {}),
    },
  };
}

/** One file: the text itself, or a zip of one text for each spectrum. `write` is the engine's `writeSpectra`. */
export async function exportFile(
  format: ExportFormat, sets: readonly DataSet[], write: (format: string, spectra: Spectrum[]) => Promise<string> | string,
): Promise<{ name: string; content: Blob }> {
  const spectra = sets.map(exported);
  const first = baseName(spectra[0]?.name ?? "");
  if (format.many || spectra.length === 1) {
    const base = spectra.length === 1 ? first : "spectra";
    return { name: `${base}${format.end}`, content: new Blob([await write(format.id, spectra)], { type: format.id === "json" ? "application/json" : "text/plain" }) };
  }
  const { strToU8, zipSync } = await import("fflate");
  const files: Record<string, Uint8Array> = {};
  for (const spectrum of spectra) {
    const base = baseName(spectrum.name);
    let name = `${base}${format.end}`;
    for (let n = 2; name in files; n++) name = `${base} (${n})${format.end}`;
    files[name] = strToU8(await write(format.id, [spectrum]));
  }
  return { name: "spectra.zip", content: new Blob([zipSync(files) as Uint8Array<ArrayBuffer>], { type: "application/zip" }) };
}

/** A name that every system takes, without the end that the file had. */
const baseName = (name: string): string =>
  name.replace(/\.(mpt|mpr|dta|z|txt|csv|tsv|dat|json|xlsx|ods|idf|ids|ism|dfr|par|i2b|p00|pssession)$/i, "").replace(/[\\/:*?"<>|\u0000-\u001f]+/g, "-").replace(/^\.+/, "").trim().slice(0, 100) || "spectrum";
