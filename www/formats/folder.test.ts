import { expect, it } from "vitest";
import { filesOf } from "./folder";

type Made = Record<string, unknown>;
const file = (name: string): Made => ({ name, isFile: true, isDirectory: false, file: (give: (file: File) => void) => give(new File(["x"], name)) });
const locked = (name: string): Made => ({ ...file(name), file: (_: unknown, fail: (error: Error) => void) => fail(new Error(`${name} is locked.`)) });
/** A folder that gives its entries a few at a time, as browsers do. */
const folder = (name: string, entries: Made[], atATime = 100): Made => ({
  name, isFile: false, isDirectory: true,
  createReader: () => {
    let next = 0;
    return { readEntries: (give: (entries: Made[]) => void) => give(entries.slice(next, (next += atATime))) };
  },
});
const drop = (...entries: Made[]) => ({ items: entries.map((entry) => ({ webkitGetAsEntry: () => entry })) }) as unknown as DataTransfer;
const names = async (transfer: DataTransfer) => (await filesOf(transfer))?.files.map(({ name }) => name);

it("finds every file however deep, and more than a reader gives at a time", async () => {
  const many = Array.from({ length: 250 }, (_, i) => file(`${i}.z`));
  expect(await names(drop(folder("series", [folder("deep", many), file("a.mpt")]), file("b.dta")))).toEqual([...many.map(({ name }) => name), "a.mpt", "b.dta"]);
});

it("passes over what the system put there, and counts it", async () => {
  expect((await filesOf(drop(folder("series", [file(".DS_Store"), folder(".git", [file("x")]), file("a.z")]))))?.passedOver).toBe(2);
  expect(await names(drop(folder("series", [file(".DS_Store"), file("Thumbs.db"), folder(".git", [file("x")]), file("a.z")])))).toEqual(["a.z"]);
});

it("leaves drops without a folder to the browser", () => {
  expect(filesOf(drop(file("a.z")))).toBeUndefined();
});

it("goes on after what could not be opened, and lists it", async () => {
  const halfRead = { ...folder("half", []), createReader: () => ({ readEntries: (_: unknown, fail: (error: Error) => void) => fail(new Error("half is gone.")) }) };
  const found = await filesOf(drop(folder("series", [locked("a.z"), halfRead, file("b.z"), folder("deep", [locked("c.z"), file("d.z")])]), locked("e.z")));
  expect(found?.files.map(({ name }) => name)).toEqual(["b.z", "d.z"]);
  expect(found?.failures).toEqual([
    { file: "a.z", reason: "a.z is locked." }, { file: "half", reason: "half is gone." }, { file: "c.z", reason: "c.z is locked." }, { file: "e.z", reason: "e.z is locked." },
  ]);
});
