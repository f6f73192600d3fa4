/** Files as people bring them: tables that nobody knows, folders of many, spreadsheets; and the way back out. */
import { readFileSync } from "node:fs";
import { strToU8, zipSync } from "fflate";
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

describe.each<Place>(["served"])("%s", (place) => {
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

  test("who does not want to choose keeps everything as it is, and reads why", async () => {
    const { page, problems, close } = await open(place);
    await drop(page, "dienstag.txt", UNKNOWN);
    await page.getByRole("dialog").waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("alert").filter({ hasText: "dienstag.txt" }).waitFor();
    expect(await held(page)).toEqual([]);
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
    expect(await outcome.locator("li").allInnerTexts()).toEqual([expect.stringMatching(/^cell 18\.z: .{20}/)]);
    const series = await held(page);
    expect(series.map(({ name }) => Number(/\d+/.exec(name)?.[0]))).toEqual(Array.from({ length: 30 }, (_, i) => i + 1).filter((n) => n !== 18));
    await page.getByRole("button", { name: "Undo" }).click();
    expect(await held(page)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });

  test.each(["CSV", "JSON", "ZView .z", "impedance.py CSV", "pyimpspec CSV"])("what is exported as %s and dropped again has the same numbers", async (format) => {
    const { page, problems, close } = await open(place);
    await drop(page, "one.z", zplot({ series: 5, resistance: 1234.5, q: 2e-6, n: 0.9 }));
    await spectra(page).first().waitFor();
    await page.getByRole("button", { name: "Export" }).click();
    const saved = page.waitForEvent("download");
    await page.getByRole("dialog").locator("button.plain").filter({ has: page.getByText(format, { exact: true }) }).click();
    const file = await saved;
    await drop(page, file.suggestedFilename(), readFileSync(await file.path()));
    await expect.poll(() => spectra(page).count()).toBe(2);
    const [before, after] = await held(page);
    expect({ ...after, name: "" }).toEqual({ ...before, name: "" });
    expect(problems).toEqual([]);
    await close();
  });

  test("a spreadsheet is read as the table in it", async () => {
    const { page, problems, close } = await open(place);
    await drop(page, "eis.xlsx", workbook([["freq/Hz", "Re(Z)/Ohm", "-Im(Z)/Ohm"], ...ROWS.map(({ hz, re, im }) => [hz, re, -im])]));
    await spectra(page).first().waitFor();
    const [spectrum] = await held(page);
    expect(spectrum).toEqual({ name: expect.any(String), frequency: ROWS.map(({ hz }) => hz), re: ROWS.map(({ re }) => re), im: ROWS.map(({ im }) => im) });
    expect(problems).toEqual([]);
    await close();
  });

  test("points are offered for leaving out, go only when asked, and come back", async () => {
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
});
