/** Files as people bring them: tables that nobody knows, folders of many, spreadsheets; and the way back out. */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { strToU8, unzipSync, zipSync } from "fflate";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { closeBrowser, drop, open, type Place } from "./harness";
import { zplot } from "./spectra";

afterAll(closeBrowser);

interface Numbers { name: string; frequency: number[]; re: number[]; im: number[] }

/** The spectra that the page holds, to the last bit. */
const held = (page: Page): Promise<Numbers[]> =>
  page.locator("interphase-lab").evaluate((lab) =>
    (lab as unknown as { store: { state: { data: { spectrum: { name: string; frequency: Float64Array; re: Float64Array; im: Float64Array } }[] } } }).store.state.data.map(
      ({ spectrum: { name, frequency, re, im } }) => ({ name, frequency: [...frequency], re: [...re], im: [...im] })));

const spectra = (page: Page) => page.locator("ip-data-list .data-list > li");

/** Drops many files at once. */
async function dropAll(page: Page, files: Record<string, string>): Promise<void> {
  await page.locator("ip-file-drop").first().waitFor({ state: "attached" });
  await page.locator("interphase-lab").evaluate((lab, files) => {
    const transfer = new DataTransfer();
    for (const [name, text] of Object.entries(files)) transfer.items.add(new File([text], name));
    const target = lab.shadowRoot?.querySelector("svg") ?? lab;
    for (const type of ["dragenter", "dragover", "drop"]) {
      target.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));
    }
  }, files);
}

/** Numbers in columns that no header explains: a running number, frequency in kHz, −Im and Re in mΩ, decimal commas. */
const ROWS = Array.from({ length: 25 }, (_, i) => {
  const hz = 10 ** (5 - i / 5);
  const u = hz / 100;
  return { hz, re: 12 + 30 / (1 + u * u), im: (-30 * u) / (1 + u * u) };
});
const german = (x: number) => x.toPrecision(12).replace(".", ",");
const UNKNOWN = ["Messung 4 am Dienstag", "Nr;A;B;C", ...ROWS.map(({ hz, re, im }, i) => [String(i + 1), german(hz / 1e3), german(-im * 1e3), german(re * 1e3)].join(";")), ""].join("\n");

/** The smallest workbook that Excel opens. */
function workbook(rows: readonly (readonly (string | number)[])[]): Uint8Array {
  const cells = rows.map((row, r) => `<row r="${r + 1}">${row.map((cell, c) => {
    const at = `${"ABC"[c]}${r + 1}`;
    return typeof cell === "number" ? `<c r="${at}"><v>${cell}</v></c>` : `<c r="${at}" t="inlineStr"><is><t>${cell}</t></is></c>`;
  }).join("")}</row>`).join("");
  return zipSync({
    "xl/workbook.xml": strToU8('<workbook><sheets><sheet name="EIS" sheetId="1" r:id="rId1"/></sheets></workbook>'),
    "xl/_rels/workbook.xml.rels": strToU8('<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>'),
    "xl/worksheets/sheet1.xml": strToU8(`<worksheet><sheetData>${cells}</sheetData></worksheet>`),
  });
}

const series = (resistance: number) => zplot({ series: 5, resistance, q: 2e-6, n: 0.9 });

/** A folder as people have them: spectra in two depths, and what else lies about. */
function folder(): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), "interphase-"));
  mkdirSync(join(path, "day 2"));
  writeFileSync(join(path, "cell 1.z"), series(1000));
  writeFileSync(join(path, "day 2", "cell 2.z"), series(2000));
  writeFileSync(join(path, ".DS_Store"), "\0\0\0\x01Bud1");
  writeFileSync(join(path, "photo.png"), Buffer.from("89504e470d0a1a0a0000000d494844520000000100000001080200000090770000", "hex"));
  writeFileSync(join(path, "notes.txt"), "Cell 2 was warm.\n");
  writeFileSync(join(path, "video.mov"), "");
  truncateSync(join(path, "video.mov"), 60e6);
  return { path, remove: () => rmSync(path, { recursive: true }) };
}

/** What a page says of the folder above. */
async function expectFolder(page: Page): Promise<void> {
  const outcome = page.getByTestId("files-outcome");
  await outcome.waitFor();
  expect(await outcome.locator("summary").innerText()).toMatch(/2 files read.*3 could not be read/);
  await outcome.locator("summary").click();
  const lines = await outcome.locator("li").allInnerTexts();
  for (const line of [/^notes\.txt is neither an instrument file/, /^photo\.png is neither/, /^video\.mov is larger than 50\sMB/, /of the system .*\.DS_Store/]) {
    expect(lines).toContainEqual(expect.stringMatching(line));
  }
  expect(lines).toHaveLength(4);
  expect((await held(page)).map(({ name }) => name)).toEqual(["cell 1.z", "cell 2.z"]);
}

/** The file that a press on an export gives. */
async function exported(page: Page, format: string): Promise<{ name: string; bytes: Uint8Array }> {
  await page.getByRole("button", { name: "Export" }).click();
  const saved = page.waitForEvent("download");
  await page.getByRole("dialog").locator("button.plain").filter({ has: page.getByText(format, { exact: true }) }).click();
  const file = await saved;
  return { name: file.suggestedFilename(), bytes: readFileSync(await file.path()) };
}

// What stands on workers, storage or the file system is tried in the one file opened from the disk as well.
describe.each<Place>(["served", "file://"])("%s", (place) => {
  const onlyServed = test.skipIf(place !== "served");

  test("columns that nobody knows are chosen once, and read right from then on", async () => {
    const { page, problems, close } = await open(place);
    await drop(page, "dienstag.txt", UNKNOWN);
    const dialog = page.getByRole("dialog");
    await dialog.waitFor();
    expect(await dialog.getByRole("cell").count()).toBeGreaterThan(20);
    const choose = async (what: string, column: string, unit: string) => {
      await dialog.getByLabel(`Column of ${what}`, { exact: true }).selectOption({ label: column });
      await dialog.getByLabel(`Unit of ${what}`, { exact: true }).selectOption(unit);
    };
    const apply = dialog.getByRole("button", { name: "Read it so" });
    expect(await apply.isDisabled()).toBe(true);
    await choose("Frequency", "column 2 · A", "kHz");
    await choose("Re Z", "column 4 · C", "mΩ");
    await choose("Im Z", "column 3 · B", "mΩ");
    await dialog.getByRole("checkbox", { name: "holds −Im Z" }).check();
    await expect.poll(() => dialog.getByTestId("mapper-understood").innerText()).toMatch(/columns 2, 4, 3.*kHz/);
    await apply.click();
    await spectra(page).first().waitFor();
    const [spectrum] = await held(page);
    expect(spectrum!.frequency.length).toBe(ROWS.length);
    ROWS.forEach(({ hz, re, im }, i) => {
      expect(spectrum!.frequency[i]! / hz).toBeCloseTo(1, 10);
      expect(spectrum!.re[i]! / re).toBeCloseTo(1, 10);
      expect(spectrum!.im[i]! / im).toBeCloseTo(1, 10);
    });
    expect(await page.getByTestId("understood").innerText()).toMatch(/columns 2, 4, 3/);

    await drop(page, "mittwoch.txt", UNKNOWN.replace("Dienstag", "Mittwoch"));
    await expect.poll(() => spectra(page).count()).toBe(2);
    expect(await dialog.count()).toBe(0);
    expect((await held(page))[1]!.re).toEqual(spectrum!.re);
    await close();
    expect(problems).toEqual([]);
  });

  onlyServed("who does not want to choose keeps everything as it is, and reads why", async () => {
    const { page, problems, close } = await open(place);
    await drop(page, "dienstag.txt", UNKNOWN);
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    const refused = page.getByRole("alert").filter({ hasText: "dienstag.txt" });
    await refused.waitFor();
    expect(await held(page)).toEqual([]);
    // Who thinks better of it need not open the file again.
    await refused.getByRole("button", { name: "Choose columns" }).click();
    const dialog = page.getByRole("dialog");
    for (const [what, column] of [["Frequency", "column 2 · A"], ["Re Z", "column 4 · C"], ["Im Z", "column 3 · B"]] as const) {
      await dialog.getByLabel(`Column of ${what}`, { exact: true }).selectOption({ label: column });
    }
    await dialog.getByRole("button", { name: "Read it so" }).click();
    await spectra(page).first().waitFor();
    expect(await refused.count()).toBe(0);
    expect((await held(page))[0]!.re.length).toBe(ROWS.length);
    expect(problems).toEqual([]);
    await close();
  });

  test("thirty files make one series in natural order; the broken one is listed, and one undo takes all back", async () => {
    const { page, problems, close } = await open(place);
    const files = Object.fromEntries(Array.from({ length: 30 }, (_, i) => [`cell ${30 - i}.z`, i === 12 ? "no spectrum at all" : zplot({ series: 5, resistance: 1000 + 10 * (30 - i), q: 2e-6, n: 0.9 })]));
    await dropAll(page, files);
    const outcome = page.getByTestId("files-outcome");
    await outcome.waitFor();
    expect(await outcome.innerText()).toMatch(/29 files read.*one could not be read/);
    await outcome.locator("summary").click();
    expect(await outcome.locator("li").allInnerTexts()).toEqual([expect.stringMatching(/^cell 18\.z is neither .{20}/)]);
    const series = await held(page);
    expect(series.map(({ name }) => Number(/\d+/.exec(name)?.[0]))).toEqual(Array.from({ length: 30 }, (_, i) => i + 1).filter((n) => n !== 18));
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await held(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  test.each(place === "served" ? ["CSV", "JSON", "ZView .z", "impedance.py CSV", "pyimpspec CSV"] : ["CSV"])("what is exported as %s and dropped again has the same numbers", async (format) => {
    const { page, problems, close } = await open(place);
    await drop(page, "one.z", zplot({ series: 5, resistance: 1234.5, q: 2e-6, n: 0.9 }));
    await spectra(page).first().waitFor();
    const file = await exported(page, format);
    await drop(page, file.name, file.bytes);
    await expect.poll(() => spectra(page).count()).toBe(2);
    const [before, after] = await held(page);
    expect({ ...after, name: "" }).toEqual({ ...before, name: "" });
    expect(problems).toEqual([]);
    await close();
  });

  onlyServed("a spreadsheet is read as the table in it, by code that is fetched for it alone", async () => {
    const { page, problems, requests, close } = await open(place);
    const fetched = () => requests.filter((address) => /spreadsheet[^/]*\.js$/.test(address)).length;
    expect(fetched()).toBe(0);
    await drop(page, "eis.xlsx", workbook([["freq/Hz", "Re(Z)/Ohm", "-Im(Z)/Ohm"], ...ROWS.map(({ hz, re, im }) => [hz, re, -im])]));
    await spectra(page).first().waitFor();
    const [spectrum] = await held(page);
    expect(spectrum).toEqual({ name: expect.any(String), frequency: ROWS.map(({ hz }) => hz), re: ROWS.map(({ re }) => re), im: ROWS.map(({ im }) => im) });
    expect(fetched()).toBe(1);
    expect(problems).toEqual([]);
    await close();
  });

  onlyServed("points are offered for leaving out, go only when asked, and come back", async () => {
    const { page, problems, close } = await open(place);
    const rows = ROWS.map(({ hz, re, im }, i) => [hz, i < 2 ? -1 - i : re, im].join(","));
    await drop(page, "cables.csv", ["frequency/Hz,Re(Z)/Ohm,Im(Z)/Ohm", ...rows, ""].join("\n"));
    const offer = page.getByTestId("filter");
    await offer.waitFor();
    expect(await offer.innerText()).toMatch(/2 points with a negative real part/);
    expect(await page.locator("ip-data-list").innerText()).toContain("25 points");
    await offer.getByRole("button").click();
    await page.getByTestId("left-out").waitFor();
    expect(await offer.count()).toBe(0);
    expect(await page.locator("ip-data-list").innerText()).toContain("23 points");
    await page.getByRole("button", { name: "Undo" }).click();
    await offer.waitFor();
    expect((await held(page))[0]!.re[0]).toBe(-1);
    expect(problems).toEqual([]);
    await close();
  });

  test("a folder that is picked: two spectra, and a word about everything else in it", async () => {
    const { path, remove } = folder();
    const { page, problems, close } = await open(place);
    await page.locator("ip-file-drop input[webkitdirectory]").first().setInputFiles(path);
    await expectFolder(page);
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await held(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
    remove();
  });

  test("a folder that is dropped as the system drops it", async () => {
    const { path, remove } = folder();
    const { page, problems, close } = await open(place);
    await page.locator("ip-file-drop").first().waitFor({ state: "attached" });
    const session = await page.context().newCDPSession(page);
    for (const type of ["dragEnter", "dragOver", "drop"] as const) {
      await session.send("Input.dispatchDragEvent", { type, x: 640, y: 400, data: { items: [], files: [path], dragOperationsMask: 1 } });
    }
    await expectFolder(page);
    expect(problems).toEqual([]);
    await close();
    remove();
  });

  test("reading that is cancelled adds nothing and loses nothing, and the next drop is read", async () => {
    const { page, problems, close } = await open(place);
    await drop(page, "before.z", series(500));
    await spectra(page).first().waitFor();
    const before = await held(page);
    // As from a slow disk.
    await page.evaluate(() => {
      const read = File.prototype.arrayBuffer;
      File.prototype.arrayBuffer = async function () {
        await new Promise((done) => setTimeout(done, 150));
        return read.call(this);
      };
    });
    await dropAll(page, Object.fromEntries(Array.from({ length: 60 }, (_, i) => [`cell ${i}.z`, series(1000 + i)])));
    await page.getByRole("button", { name: "Cancel" }).click();
    await page.getByText("Reading was stopped").waitFor();
    await expect.poll(() => page.getByRole("progressbar", { name: "Files read" }).count()).toBe(0);
    // What was under way ends in silence.
    await page.waitForTimeout(500);
    expect(await page.getByRole("progressbar", { name: "Files read" }).count()).toBe(0);
    expect(await held(page)).toEqual(before);
    await drop(page, "after.z", series(700));
    await expect.poll(() => spectra(page).count()).toBe(2);
    expect((await held(page))[0]).toEqual(before[0]);
    expect(problems).toEqual([]);
    await close();
  });

  onlyServed("a format of one spectrum each is packed, and what is in the zip are the spectra", async () => {
    const { page, problems, close } = await open(place);
    await dropAll(page, { "a.z": series(1000), "b.z": series(2000), "c.z": series(3000) });
    await expect.poll(() => spectra(page).count()).toBe(3);
    const before = await held(page);
    const { name, bytes } = await exported(page, "ZView .z");
    expect(name).toBe("spectra.zip");
    const files = unzipSync(bytes);
    expect(Object.keys(files)).toEqual(["a.z", "b.z", "c.z"]);
    await page.getByRole("button", { name: "Remove all" }).click();
    await dropAll(page, Object.fromEntries(Object.entries(files).map(([file, text]) => [file, new TextDecoder().decode(text)])));
    await expect.poll(() => spectra(page).count()).toBe(3);
    expect(await held(page)).toEqual(before);
    expect(problems).toEqual([]);
    await close();
  });

  onlyServed("a guess that was wrong is put right, once and for the next table like it", async () => {
    const { page, problems, close } = await open(place);
    // +Im where -Im was meant: nothing in the file tells.
    const table = ["f/Hz,Re/Ohm,Im/Ohm", ...ROWS.map(({ hz, re, im }) => [hz, re, -im].join(",")), ""].join("\n");
    await drop(page, "lab book.csv", table);
    await spectra(page).first().waitFor();
    const guessed = (await held(page))[0]!;
    expect(Math.max(...guessed.im)).toBeGreaterThan(0);
    await page.getByRole("button", { name: "lab book.csv: choose columns" }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByRole("checkbox", { name: "holds −Im Z" }).check();
    await dialog.getByRole("button", { name: "Read it so" }).click();
    await expect.poll(async () => (await held(page)).map(({ im }) => im)).toEqual([guessed.im.map((x) => -x)]);
    await drop(page, "next day.csv", table);
    await expect.poll(() => spectra(page).count()).toBe(2);
    expect((await held(page))[1]!.im).toEqual(guessed.im.map((x) => -x));
    await page.getByRole("button", { name: "Undo" }).click();
    await page.getByRole("button", { name: "Undo" }).click();
    expect((await held(page))[0]!.im).toEqual(guessed.im);
    expect(problems).toEqual([]);
    await close();
  });

  onlyServed("what leaves the page says cell or electrode, and the area, or that nobody said", async () => {
    const { page, problems, close } = await open(place);
    await drop(page, "one.z", series(1000));
    await spectra(page).first().waitFor();
    const text = async () => new TextDecoder().decode((await exported(page, "CSV")).bytes);
    expect(await text()).toMatch(/# geometry: not stated\n# area: not stated/);
    await page.getByLabel("Measured on").selectOption({ label: "symmetric cell" });
    await page.getByLabel("Electrode area").fill("0.5");
    await page.getByLabel("Electrode area").press("Enter");
    expect(await text()).toMatch(/# Interphase \d+\.\d+\.\d+; model .+\n(.*\n)*# geometry: symmetric\n# area: 0\.5 cm2/);
    // And so do the figures.
    await page.getByRole("link", { name: "Analyse" }).click();
    await page.locator("ip-plot svg").first().waitFor();
    const provenance = await page.locator("ip-plot").first().evaluate((plot) => (plot as unknown as { provenance: { package: string; model: string; notes: Record<string, string> } }).provenance);
    expect(provenance.package).toMatch(/^\d/);
    expect(provenance.notes).toMatchObject({ "symmetric cell, 0.5 cm²": "one.z" });
    expect(problems).toEqual([]);
    await close();
  });
});
