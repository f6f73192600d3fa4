import { expect, it } from "vitest";
import { unzipSync } from "fflate";
import type { DataSet } from "../state/store";
import { exported, exportFile, EXPORTS } from "./export";

const set = (name: string, more: Partial<DataSet> = {}): DataSet => ({
  id: name, file: "run.mpt", format: "biologic-mpt",
  spectrum: { name, frequency: Float64Array.of(100, 50, 10), re: Float64Array.of(1, 2, 3), im: Float64Array.of(-1, -2, -3), unit: "ohm", meta: { started: "2024-01-01T00:00:00" } },
  ...more,
});
const write = (format: string, spectra: { name: string; frequency: Float64Array }[]) => `${format}: ${spectra.map(({ name, frequency }) => `${name} ${[...frequency]}`).join("; ")}`;
const zview = EXPORTS.find(({ id }) => id === "zview")!;

it("writes what is used, with the area typed, and says what was left out", () => {
  const { frequency, re, areaCm2, unit, meta } = exported(set("a", { leftOut: [1], areaCm2: 0.5 }));
  expect([...frequency]).toEqual([100, 10]);
  expect([...re]).toEqual([1, 3]);
  expect({ areaCm2, unit }).toEqual({ areaCm2: 0.5, unit: "ohm" });
  expect(meta).toEqual({ started: "2024-01-01T00:00:00", leftOut: "1 of 3 points" });
});

it("names the file after the spectrum, or after what it holds", async () => {
  expect((await exportFile(zview, [set("a/b.mpt")], write)).name).toBe("a-b.z");
  expect((await exportFile(EXPORTS[0], [set("a"), set("b")], write)).name).toBe("spectra.csv");
});

it("packs one file for each spectrum where a format holds only one, and loses none of the same name", async () => {
  const { name, content } = await exportFile(zview, [set("a"), set("a"), set("b")], write);
  expect(name).toBe("spectra.zip");
  expect(Object.keys(unzipSync(new Uint8Array(await content.arrayBuffer())))).toEqual(["a.z", "a (2).z", "b.z"]);
});
