/** The page in German: no English words in any view, no English numbers, and both decimal signs are understood. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, describe, expect, test } from "vitest";
import { closeBrowser, drop, open } from "./harness";
import { zplot } from "./spectra";

afterAll(closeBrowser);

/** Everything a reader meets, seen or heard: texts and the attributes that are read out, without what is marked as English. */
const read = (page: Page) => page.evaluate(() => {
  const found: string[] = [];
  const walk = (node: Node): void => {
    if (node instanceof Text) found.push(node.data);
    if (!(node instanceof Element) && !(node instanceof ShadowRoot)) return;
    if (node instanceof Element) {
      if (node.getAttribute("lang") === "en" || /^(style|script)$/.test(node.localName)) return;
      for (const name of ["aria-label", "aria-valuetext", "aria-roledescription", "title", "placeholder", "alt"]) found.push(node.getAttribute(name) ?? "");
      if (node.shadowRoot) walk(node.shadowRoot);
    }
    node.childNodes.forEach(walk);
  };
  walk(document.querySelector("interphase-lab")!.shadowRoot!);
  return found.map((text) => text.trim()).filter((text) => text !== "");
});

/** The study is quoted as it is printed; names of journals and programs stay. */
const unquoted = (text: string) => text.replace(/„[^“]*“/g, "").replace(/https?:\S+|#v1\/\S+|<[^>]*>/g, "");
const english = (texts: string[]) => texts.map(unquoted).filter((text) => /\b(the|of|is|are|and|with|from|has|have|not|this|for)\b/.test(text) && !/[äöüß]|\b(der|die|das|und|ist|nicht)\b/.test(text)
  && !/\d{4}\)|J\. |Phys\.|Chem\.|Electrochim/.test(text));
const points = (texts: string[]) => texts.map(unquoted).filter((text) => /(?<![\d.])\d+\.\d+(?![\d.])/.test(text) && !/Interphase \d|\d+\.\d+\.\d|[A-Z][\w.]+ \d+, \d+|\.\w{2,4}$|10\.\d{4}\//.test(text));

const german = (hash: string) => open("served", { hash, locale: "de-DE" });
const known = new Set(["explore", "operando", "current", "map", "analyse", "lessons", "model"]);

describe.each([...known])("%s", (view) => {
  test("is German, seen and heard", async () => {
    const { page, problems, close } = await german(`#v1/${view}`);
    await page.locator("interphase-lab main[aria-busy=false]").waitFor();
    await page.waitForTimeout(500);
    const texts = await read(page);
    expect(texts.length).toBeGreaterThan(30);
    expect(english(texts)).toEqual([]);
    expect(points(texts)).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

test.each(["preset=li-ocv", "barrierEv=0.1&effectiveMass=1", "barrierEv=0.06&thicknessNm=0.5", "transport=fixed", "model=two-rail", "preset=mg-galvanostatic"])(
  "the engine's notes and warnings are German: %s", async (state) => {
    const { page, close } = await german(`#v1/explore?${state}`);
    expect(english(await read(page))).toEqual([]);
    await close();
  });

test("where a number comes from is German, with its range and its equation", async () => {
  const { page, close } = await german("#v1/explore");
  const buttons = page.locator("ip-parameters button[aria-haspopup=dialog]");
  expect(await buttons.count()).toBeGreaterThan(3);
  for (let i = 0; i < await buttons.count(); i++) {
    await buttons.nth(i).click();
    await page.getByRole("dialog").waitFor();
    expect(english(await read(page))).toEqual([]);
    await page.keyboard.press("Escape");
  }
  await close();
});

describe("files", () => {
  test.each(["table-degrees.csv", "gamry-comma.DTA", "table-dc.csv", "pstrace.csv"])("%s is said to be read in German", async (name) => {
    const { page, close } = await german("#v1/explore");
    await drop(page, name, readFileSync(`tests/formats/fixtures/${name}`));
    await page.getByTestId("understood").first().waitFor();
    await page.waitForTimeout(800);
    expect(english(await read(page))).toEqual([]);
    if (name.startsWith("table")) expect(await page.locator("ip-data-list .fine", { hasText: "Punkte" }).first().innerText()).toMatch(/^Tabelle, \d+ Punkte/);
    await close();
  });

  test("what is no spectrum is refused in German", async () => {
    const { page, close } = await german("#v1/explore");
    await drop(page, "urlaub.z", "Heute war das Wetter\n");
    const alert = page.getByRole("alert").filter({ hasText: "urlaub.z" });
    await alert.waitFor();
    expect(await alert.innerText()).toContain("weder eine hier bekannte Gerätedatei");
    await close();
  });

  test.each(["arc", "circuit", "kramers-kronig", "relaxation"])("%s speaks German of a bad spectrum", async (task) => {
    const { page, close } = await german(`#v1/analyse?analyse.task=${task}`);
    const rows = zplot({ series: 5, resistance: 1200, q: 2e-6, n: 0.9 });
    // Every ninth point is off by half.
    let row = 0;
    await drop(page, "schlecht.z", rows.replace(/^(\s*[\d.eE+-]+[,\t ].*)$/gm, (line) => (++row % 9 === 4 ? line.replace(/[\d.]+(?=[eE])/g, (x) => String(1.5 * Number(x))) : line)));
    await page.waitForTimeout(2500);
    expect(english(await read(page))).toEqual([]);
    await close();
  });
});

describe.each([["de-DE", "1,50"], ["en-GB", "1.50"]])("a number field in %s", (locale, shown) => {
  test("understands both decimal signs and thousands, and shows its own", async () => {
    const { page, close } = await open("served", { hash: "#v1/explore", locale });
    const field = page.locator("ip-slider input[type=text]").first(), track = page.locator("ip-slider input[type=range]").first();
    for (const typed of ["1,5", "1.5"]) {
      await field.fill("9");
      await field.press("Enter");
      await expect.poll(() => field.inputValue()).toBe(shown.replace("1", "9").replace("5", "0"));
      await field.fill(typed);
      await field.press("Enter");
      await expect.poll(() => field.inputValue()).toBe(shown);
      await expect.poll(() => track.getAttribute("aria-valuetext")).toContain(shown);
    }
    // Out of range by far, but read as a thousand and more, not as one.
    await field.fill("1.234,5");
    await field.press("Enter");
    const alert = page.getByRole("alert").first();
    await expect.poll(async () => (await alert.innerText()).replace(/\s/g, "")).toContain(locale === "de-DE" ? "1234,5liegt" : "1234.5is");
    // Could be 1.234 or 1234: asked, not guessed.
    await field.fill(locale === "de-DE" ? "1.234" : "1,234");
    await field.press("Enter");
    await expect.poll(() => alert.innerText()).toContain("1234");
    expect(await field.getAttribute("aria-invalid")).toBe("true");
    await close();
  });
});

test("figures change the language with the page", async () => {
  const { page, problems, close } = await open("served", { hash: "#v1/explore?explore.compare=lithium" });
  const ticks = () => page.locator("ip-plot").first().locator(".ip-tick").allTextContents();
  const english = await ticks();
  expect(english.filter((tick) => tick.includes("."))).not.toEqual([]);
  await page.getByRole("button", { name: "Settings" }).click();
  await page.getByRole("radio", { name: "Deutsch" }).check({ force: true });
  await expect.poll(ticks).toEqual(english.map((tick) => tick.replace(".", ",")));
  await expect.poll(() => page.locator("ip-plot.bode .ip-title").allTextContents()).toContain("Frequenz f\u2009/\u2009Hz");
  expect(problems).toEqual([]);
  await close();
});

test("a view that was not shown when the language changed has changed it too", async () => {
  const { page, problems, close } = await open("served", { hash: "#v1/explore?lang=en" });
  const button = page.locator("ip-explore ip-file-drop button").first();
  const english = await button.innerText();
  await page.evaluate(() => void (location.hash = "#v1/map?lang=en"));
  await page.locator("ip-map").waitFor();
  await page.evaluate(() => void (location.hash = "#v1/map?lang=de"));
  await expect.poll(() => page.locator("nav a").first().innerText()).toBe("Erkunden");
  await page.evaluate(() => void (location.hash = "#v1/explore?lang=de"));
  await button.waitFor();
  await expect.poll(() => button.innerText()).not.toBe(english);
  expect(problems).toEqual([]);
  await close();
});

test("every link to what stands behind a curve ends at its equation, with the cell", async () => {
  const { page, problems, close } = await open("served", { hash: "#v1/explore?thicknessNm=7.5&polysulfideMolPerL=0.05" });
  const links = page.locator(".behind a");
  await links.first().waitFor();
  const count = await links.count();
  expect(count).toBeGreaterThan(3);
  for (let i = 0; i < count; i++) {
    const at = new URL((await links.nth(i).getAttribute("href"))!, "http://page/").hash.split("model.at=")[1]!;
    await links.nth(i).click();
    const heading = page.locator(`#${at} :is(h3, h4)`);
    await heading.waitFor();
    await expect.poll(() => heading.evaluate((node) => (node.getRootNode() as ShadowRoot).activeElement === node)).toBe(true);
    expect(await heading.evaluate((node) => { const { top } = node.getBoundingClientRect(); return top > 0 && top < innerHeight; })).toBe(true);
    expect(new URL(page.url()).hash).toContain("thicknessNm=7.5");
    await page.goBack();
    await links.first().waitFor();
  }
  expect(problems).toEqual([]);
  await close();
});
