/** What the views of the experiments say in the corners of their settings: of the film that was computed, at the moment that is shown. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as engine from "../../target/pkg/interphase.js";
import { closeBrowser, open } from "./harness";

beforeAll(() => void engine.initSync({ module: readFileSync(new URL("../../target/pkg/interphase_bg.wasm", import.meta.url)) }));
afterAll(closeBrowser);

const PREFIX: Record<string, number> = { G: 1e9, M: 1e6, k: 1e3, "": 1, m: 1e-3 };
/** Every resistance of a text, without its prefix. */
const ohms = (text: string): number[] =>
  [...text.replaceAll("\u00a0", " ").matchAll(/([\d.]+) ([GMkm]?)Ω·cm²/g)].map(([, value, prefix]) => Number(value) * PREFIX[prefix ?? ""]!);
const text = (page: Page, id: string) => page.getByTestId(id).innerText();

/** What a view says at a link. */
async function at<T>(link: string, look: (page: Page) => Promise<T>): Promise<T> {
  const { page, problems, close } = await open("served", { hash: `#v1/${link}` });
  const seen = await look(page);
  expect(problems).toEqual([]);
  await close();
  return seen;
}
const said = (id: string) => async (page: Page) => text(page, id);

function cellOf(preset: string): engine.Cell {
  const defaults = Object.fromEntries(engine.cellParameters().map(({ name, default: value }) => [name, value]));
  return { ...defaults, ...engine.presets().find(({ id }) => id === preset)!.cell };
}

describe("the film that is set", () => {
  test("holds where it is that of Explore's preset, goes with the link, and is undone", async () => {
    await at("current?current.direction=plate", async (page) => {
      const field = page.getByRole("textbox", { name: /^Film thickness/ }).first();
      const before = await text(page, "current-sentence");
      expect(await field.inputValue()).toBe("7.00");
      await field.fill("8");
      await field.press("Enter");
      await expect.poll(() => text(page, "current-sentence")).not.toBe(before);
      expect(await field.inputValue()).toBe("8.00");
      const after = await text(page, "current-sentence");
      await expect.poll(() => page.url()).toContain("current.film=");
      const other = await open(new URL(page.url()));
      expect(await text(other.page, "current-sentence")).toBe(after);
      await other.close();
      await page.getByRole("button", { name: "Undo" }).click();
      await expect.poll(() => text(page, "current-sentence")).toBe(before);
    });
  });

  test("is told by its carrier", async () => {
    for (const link of ["conduction=ions", "ionicResistanceOhmCm2=10"]) {
      expect(await at(`current?${link}`, said("current-sentence"))).toMatch(/^Stripping at 1 .* ions cross this film/s);
      expect(await at(`current?current.direction=plate&${link}`, said("current-sentence"))).toMatch(/^Plating at 1 .* ions cross this film/s);
      await at(`current?${link}`, async (page) => expect(await page.locator(".notice.note").innerText()).toContain("is an SEI"));
    }
    await at("current", async (page) => expect(await page.locator(".notice").count()).toBe(0));
    const blocked = await at("operando?operando.place=0.7&conduction=ions", said("operando-sentence"));
    expect(blocked).toMatch(/your film, an SEI/);
    expect(blocked).not.toMatch(/times less|anti-SEI/);
    expect(await at("operando?operando.experiment=rest&operando.place=0.5&conduction=ions", said("rest-sentence"))).toMatch(/no electron comes out/);
  });

  test("that ions cross for less than cracking takes is not said to have to crack", async () => {
    const leaky = "current?preset=mg-galvanostatic&ionicResistanceOhmCm2=100";
    // 100 ohm cm2 at 1 mA/cm2 are 0.1 V, less than the half volt before cracks open; at 10 mA/cm2 they are more.
    expect(await at(leaky, said("current-sentence"))).toMatch(/only cracks let the metal out\. But ions could cross this film unbroken for 100\smV/);
    expect(await at(`${leaky}&current.current=10`, said("current-sentence"))).toMatch(/If it never cracked/);
    expect(await at("current?preset=mg-galvanostatic", said("current-sentence"))).toMatch(/If it never cracked/);
  });

  test("that does not carry a current leaves the others, and no sentence of another setting", async () => {
    expect(await at("current?transport=fixed", said("current-sentence"))).toMatch(/^Stripping at 1\s/);
    await at("current?transport=fixed&current.direction=plate&current.current=10", async (page) => {
      expect(await page.locator(".notice.error").innerText()).toMatch(/lower the current or the resistance/);
      expect(await page.getByTestId("current-sentence").count()).toBe(0);
      const rows = page.locator("table.study tbody tr");
      expect(await rows.nth(0).locator("td span:first-child").allInnerTexts()).not.toContain("");
      expect(await rows.nth(3).locator("td:nth-of-type(1) span:first-child").innerText()).toBe("");
    });
    for (const link of ["model?transport=fixed", "model?preset=li-ocv"]) {
      await at(link, async (page) => expect(await page.locator(".board li").count()).toBe(12));
    }
  });
});

describe("the moment that is shown", () => {
  test("at rest, is that of the sentence", async () => {
    const sentence = await at("operando?operando.experiment=rest&operando.place=0.006", said("rest-sentence"));
    const { arcResistanceOhmCm2 } = engine.experiment("ocv-growth", { cell: cellOf("mg-ocv"), hours: 0.006 * 72, points: 2 });
    expect(ohms(sentence)[0]! / arcResistanceOhmCm2.at(-1)!).toBeCloseTo(1, 2);
    // Nothing has grown yet, and then the resistance has.
    expect(await at("operando?operando.experiment=rest", said("rest-sentence"))).not.toMatch(/has grown|was lost/);
    expect(await at("operando?operando.experiment=rest&operando.place=1", said("rest-sentence"))).toMatch(/the capacitance much less.*was lost/s);
    // The film's own capacitance is a hundredth of the surface's: that has not grown.
    expect(await at("operando?operando.experiment=rest&operando.place=1&operando.grows=film", said("rest-sentence"))).not.toMatch(/capacitance much less/);
  });

  test("of the drop, is the one at which polysulfide came", async () => {
    const sentence = await at("operando?operando.place=1&operando.grows=film", said("operando-sentence"));
    const run = engine.experiment("operando-polysulfide", { cell: cellOf("operando-start"), grows: "film" });
    const track = run.tracks.find(({ film }) => film === "anti-sei")!;
    expect(ohms(sentence)[0]! / track.arcResistanceOhmCm2.at(-1)!).toBeCloseTo(1, 2);
    expect(sentence).toMatch(new RegExp(`As it came, the arc became ${track.dropFactor.toPrecision(2)} times less`));
  });

  test("has polysulfide only if there was some in the pipette", async () => {
    await at("operando?operando.place=0.7&operando.added=0", async (page) => {
      expect(await text(page, "operando-sentence")).toMatch(/the same spectrum/);
      expect(await text(page, "operando-sentence")).not.toMatch(/polysulfide/);
      expect((await page.locator("ip-film-picture svg[role=img]").first().getAttribute("aria-label"))).not.toMatch(/polysulfide/i);
    });
    expect(await at("operando?operando.place=0.7&transport=fixed&fixedResistanceOhmCm2=1e12", said("operando-sentence"))).not.toMatch(/times less|react at once/);
  });

  test("has the surface sites that are left then", async () => {
    const alive = (link: string) => at(`operando?operando.place=1&${link}`, async (page) => {
      const sites = page.locator(".pair > div:first-child .if-site");
      await sites.first().waitFor({ state: "attached" });
      return (await sites.evaluateAll((sites) => sites.map((site) => Number(site.getAttribute("fill-opacity"))))).reduce((sum, one) => sum + one, 0);
    });
    const all = await alive("operando.grows=film");
    expect(all).toBe(14);
    expect(await alive("operando.grows=reaction-sites")).toBeLessThan(0.5 * all);
  });
});

test("the map says that a fixed resistance is not on it", async () => {
  await at("map?preset=li-ocv", async (page) => expect(await page.locator("ip-map").innerText()).toMatch(/fixed resistance to electrons instead: 1\.00\sTΩ·cm²/));
  await at("map?effectiveMass=1&thicknessNm=10&barrierEv=4", async (page) => expect(await page.locator("ip-map").innerText()).not.toMatch(/\d{7}/));
});

test("stripping, part of the ohmic voltage is the pits'", async () => {
  const legend = async (page: Page) => page.locator("ip-plot[name^=parts]").innerText();
  expect(await at("current", legend)).toContain("electrolyte and pits");
  expect(await at("current?current.direction=plate", legend)).not.toContain("pits");
});

describe("words have room", () => {
  test("in the head of the German table", async () => {
    const { page, close } = await open("served", { hash: "#v1/current?lang=de&current.direction=plate", viewport: { width: 1366, height: 768 } });
    const broken = await page.locator("table.study thead th").evaluateAll((heads) => heads.flatMap((head) =>
      [...head.childNodes].filter((node) => node instanceof Text).flatMap((node) => [...node.data.matchAll(/\S+/g)].flatMap(({ 0: word, index }) => {
        const range = document.createRange();
        range.setStart(node, index);
        range.setEnd(node, index + word.length);
        return new Set([...range.getClientRects()].map(({ y }) => y)).size > 1 ? [word] : [];
      }))));
    expect(broken).toEqual([]);
    const side = page.locator("section.side");
    expect(await side.evaluate((side) => side.scrollWidth - side.clientWidth)).toBeLessThanOrEqual(0);
    await close();
  });

  test("in the picture of a film that blocks electrons", async () => {
    const { page, close } = await open("served", { hash: "#v1/operando?operando.place=1&operando.grows=film", viewport: { width: 1366, height: 768 } });
    const picture = page.locator(".pair > div:last-child ip-film-picture");
    const [blocked, metal] = await Promise.all(["electrons blocked", "magnesium"].map(async (word) => (await picture.locator("text", { hasText: word }).boundingBox())!));
    expect(blocked!.x > metal!.x + metal!.width || blocked!.y > metal!.y + metal!.height || metal!.y > blocked!.y + blocked!.height).toBe(true);
    await close();
  });

  test("and it blocks them only where hardly one comes through", async () => {
    const marks = (link: string) => at(`explore?explore.compare=none&${link}`, async (page) => {
      await page.locator("ip-film-picture .if-layer, ip-film-picture svg text").first().waitFor({ state: "attached" });
      return page.locator("ip-film-picture svg text", { hasText: "electrons blocked" }).count();
    });
    expect(await marks("conduction=shared&electronicTransference=0.1")).toBe(0);
    expect(await marks("conduction=ions")).toBeGreaterThan(0);
  });
});
