/** Operando, Current and Map as a person uses them; every number read from the page is held against the engine in Node. */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import * as engine from "../../target/pkg/interphase.js";
import { closeBrowser, curves, open } from "./harness";

beforeAll(() => void engine.initSync({ module: readFileSync(new URL("../../target/pkg/interphase_bg.wasm", import.meta.url)) }));
afterAll(closeBrowser);

const PREFIX: Record<string, number> = { G: 1e9, M: 1e6, k: 1e3, "": 1, m: 1e-3, µ: 1e-6 };
/** Every quantity of a text in a unit, without its prefix. */
const all = (text: string, unit: string): number[] =>
  [...text.replaceAll("\u00a0", " ").matchAll(new RegExp(`(-?[\\d.]+) ([GMkmµ]?)${unit}`, "g"))].map(([, value, prefix]) => Number(value) * (PREFIX[prefix ?? ""] ?? NaN));
/** The same to as many digits as the page writes at least. */
const same = (read: number | undefined, truth: number | undefined, digits = 3) =>
  expect(Math.abs((read ?? NaN) / (truth ?? NaN) - 1), `${read} on the page, ${truth} in the engine`).toBeLessThan(0.6 * 10 ** (1 - digits));

/** The study's cell as the page completes it. */
function cellOf(preset: string): engine.Cell {
  const defaults = Object.fromEntries(engine.cellParameters().map(({ name, default: value }) => [name, value]));
  return { ...defaults, ...engine.presets().find(({ id }) => id === preset)!.cell };
}

const text = (page: Page, id: string) => page.getByTestId(id).innerText();
const slider = (page: Page, name: string) => page.getByRole("slider", { name, exact: true });
const choose = (page: Page, name: string) => page.getByRole("radio", { name, exact: true }).check({ force: true });
/** Types a number beside a slider. */
async function type(page: Page, name: RegExp, value: string): Promise<void> {
  const field = page.getByRole("textbox", { name }).first();
  await field.fill(value);
  await field.press("Enter");
}
/** The link that the page now has shows another person the same sentence. */
async function opensAgain(page: Page, id: string): Promise<void> {
  const shown = await text(page, id);
  // The address follows in less than half a second.
  await page.waitForTimeout(600);
  const other = await open(new URL(page.url()));
  await expect.poll(() => text(other.page, id)).toBe(shown);
  expect(other.problems).toEqual([]);
  await other.close();
}

describe("Explore under a hand", () => {
  test("curves move with the slider in a picture that stands still, and words follow with the engine's numbers", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/explore" });
    const plots = page.locator(".explore ip-plot");
    const ticks = () => plots.first().locator(".ip-tick").allTextContents();
    const sentence = () => text(page, "sentence");
    const [before, beforeTicks, beforeSentence] = [await curves(plots.first()), await ticks(), await sentence()];
    const rateSlider = page.getByRole("slider", { name: /^Charge transfer/ });
    const track = (await rateSlider.boundingBox())!;
    const at = (share: number) => page.mouse.move(track.x + track.width * share, track.y + track.height / 2);
    const here = Number(await rateSlider.inputValue()) / 400;
    await at(here);
    await page.mouse.down();
    // A faster reaction: a smaller arc, in the frame of the one before.
    for (let step = 1; step <= 4; step++) {
      await at(here + 0.01 * step);
      await page.waitForTimeout(30);
    }
    expect(await curves(plots.first())).not.toBe(before);
    expect(await ticks()).toEqual(beforeTicks);
    await expect.poll(sentence, { timeout: 2000 }).not.toBe(beforeSentence);
    await page.mouse.up();
    // The sentence is the engine's: where the slider's number is.
    const rate = Number(await page.getByRole("textbox", { name: /^Charge transfer/ }).inputValue().then((value) => value.replace(/\s?×\s?10/, "e").replace(/[⁻⁰¹²³⁴⁵⁶⁷⁸⁹]/g, (sign) => (sign === "⁻" ? "-" : String("⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign))))));
    const { parts } = engine.simulate({ ...cellOf("operando-before"), rateCmPerS: rate }, Float64Array.of(1));
    const arc = parts.filter(({ name }) => name === "film" || name === "charge-transfer").reduce((sum, part) => sum + part.resistance, 0);
    await expect.poll(async () => Math.abs(all(await sentence(), "Ω·cm²")[0]! / arc - 1)).toBeLessThan(0.006);
    expect(problems).toEqual([]);
    await close();
  });

  test("an SEI keeps its arc and its frequency with polysulfide in the cell", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/explore?explore.layout=split&polysulfideMolPerL=0.1" });
    const { parts } = engine.simulate({ ...cellOf("operando-before"), conduction: "ions", polysulfideMolPerL: 0 }, Float64Array.of(1));
    const label = await page.locator(".explore ip-plot").nth(1).locator("svg.ip-figure").textContent();
    const shown = /charge transfer\D*([\d.]+)\s*mHz/.exec(label ?? "")?.[1];
    same(Number(shown) / 1000, parts.find(({ name }) => name === "charge-transfer")?.peakHz);
    expect(problems).toEqual([]);
    await close();
  });

  test("it says that two films look alike only where they do", async () => {
    const said = async (link: string): Promise<string> => {
      const { page, close } = await open("served", { hash: `#v1/explore?${link}` });
      const words = `${await text(page, "sentence")} ${(await page.locator(".probe").allInnerTexts()).join(" ")}`;
      await close();
      return words;
    };
    expect(await said("")).toMatch(/An SEI with the same resistances looks alike.*Two films, one spectrum/s);
    // On two rails ions have a way of their own.
    const rails = await said("model=two-rail");
    expect(rails).not.toMatch(/alike|one spectrum/);
    const cell: engine.Cell = { ...cellOf("operando-before"), model: "two-rail" };
    const arc = engine.simulate(cell, Float64Array.of(1)).parts.filter(({ name }) => !/electrolyte|diffusion|pores/.test(name)).reduce((sum, part) => sum + part.resistance, 0);
    same(all(rails, "Ω·cm²")[0], arc);
    // Nothing reacts on a bare surface, and half a film's electrons are enough for polysulfide.
    expect(await said("preset=gc-polysulfide&polysulfideMolPerL=0")).toMatch(/^The bare surface blocks/);
    expect(await said("conduction=shared&electronicTransference=0.5&polysulfideMolPerL=0.1")).toMatch(/mixed film.*-fold drop.*anti-SEI.*-fold drop/s);
  });

  test("what a person is typing is not overwritten by a number that comes meanwhile", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/explore" });
    const field = page.locator("ip-slider input[type=text]").first();
    const put = (thicknessNm: number) => page.locator("interphase-lab").evaluate(async (lab, thicknessNm) => {
      const { store } = lab as unknown as { store: { state: { cell: object }; update(patch: object): void } };
      store.update({ cell: { ...store.state.cell, thicknessNm } });
      await new Promise((drawn) => setTimeout(drawn, 200));
    }, thicknessNm);
    await field.fill("5");
    await put(9);
    expect(await field.inputValue()).toBe("5");
    await field.press("Enter");
    await expect.poll(() => page.evaluate(() => location.hash)).toContain("thicknessNm=5");
    expect(await field.inputValue()).toBe("5.00");
    // Taken back, or typed as it was and left: what holds is shown.
    await field.fill("4");
    await put(6);
    await field.press("Escape");
    expect(await field.inputValue()).toBe("6.00");
    await field.blur();
    await field.focus();
    await field.press("End");
    await field.press("0");
    await field.press("Backspace");
    await put(7);
    await field.blur();
    expect(await field.inputValue()).toBe("7.00");
    // A step of the arrows is from what holds, not from what is half typed.
    await field.fill("1");
    await field.press("ArrowUp");
    await expect.poll(() => field.inputValue()).toMatch(/^7\.0[1-9]$/);
    expect(problems).toEqual([]);
    await close();
  });

  test("what a figure shows is in the link, stays with what it was chosen for, and is no step of undo", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/explore" });
    const plots = (page: Page) => page.locator(".explore ip-plot");
    const ticks = async (page: Page) => [(await plots(page).nth(0).locator(".ip-tick").allTextContents()).sort(), (await plots(page).nth(1).locator(".ip-tick").allTextContents()).sort()];
    const whole = await ticks(page);
    await plots(page).nth(0).locator(".ip-stage").press("+");
    await plots(page).nth(0).locator(".ip-stage").press("+");
    await plots(page).nth(1).locator(".ip-stage").press("-");
    const zoomed = await ticks(page), drawn = await curves(plots(page).nth(0));
    expect(zoomed[0]).not.toEqual(whole[0]);
    expect(zoomed[1]).not.toEqual(whole[1]);
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
    await expect.poll(() => page.url()).toMatch(/zoom\.explore\.nyquist=([-\d.e]+,){3}[-\d.e]+&zoom\.explore\.bode=[-\d.e]+,[-\d.e]+$/);
    const other = await open(new URL(page.url()));
    await expect.poll(() => curves(plots(other.page).nth(0))).toBe(drawn);
    expect(await ticks(other.page)).toEqual(zoomed);
    expect(other.problems).toEqual([]);
    await other.close();
    // Shapes have no ohms: the range in ohms is not theirs, and is there again when the ohms are.
    await choose(page, "Real lithium");
    await expect.poll(() => plots(page).nth(0).getByRole("button", { name: "Show all" }).count()).toBe(0);
    await choose(page, "SEI twin");
    await expect.poll(() => ticks(page)).toEqual(zoomed);
    for (const place of [0, 1]) await plots(page).nth(place).getByRole("button", { name: "Show all" }).click();
    await expect.poll(() => ticks(page)).toEqual(whole);
    await expect.poll(() => page.url()).toMatch(/#v1\/explore$/);
    // A stranger's range that no figure can show is none.
    await page.evaluate(() => void (location.hash = "#v1/explore?zoom.explore.nyquist=1,1.0000000000000002,-1e300,1e300&zoom.explore.bode=-1,1,1,10,-90,0"));
    await page.waitForTimeout(300);
    expect(await ticks(page)).toEqual(whole);
    expect(problems).toEqual([]);
    await close();
  });

  test("entries switched off and an open table are in the link, and are no step of undo", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/operando" });
    const plot = (page: Page) => page.locator("ip-plot[name=polysulfide-spectra]");
    const entry = (page: Page, name: string) => plot(page).getByRole("group", { name: "Legend" }).getByRole("button", { name });
    const rows = (page: Page) => plot(page).locator("ip-data-table tbody tr").count();
    const lines = (page: Page) => plot(page).locator(".ip-figure .ip-line").count();
    const menu = async (item: string) => {
      await plot(page).locator(".fm-button").click();
      await page.getByRole("menuitem", { name: item }).click();
    };
    const both = await lines(page);
    await entry(page, "SEI twin").click();
    await expect.poll(() => entry(page, "SEI twin").getAttribute("aria-pressed")).toBe("false");
    await expect.poll(() => lines(page)).toBe(both / 2);
    await menu("Show as table");
    await expect.poll(() => rows(page)).toBeGreaterThan(20);
    expect(await page.getByRole("button", { name: "Undo" }).isDisabled()).toBe(true);
    await expect.poll(() => page.url()).toContain("off.operando.polysulfide-spectra=sei,sei-phase&table.operando.polysulfide-spectra=yes");

    const other = await open(new URL(page.url()));
    await expect.poll(() => lines(other.page)).toBe(both / 2);
    expect(await entry(other.page, "SEI twin").getAttribute("aria-pressed")).toBe("false");
    expect(await entry(other.page, "anti-SEI").getAttribute("aria-pressed")).toBe("true");
    expect(await plot(other.page).locator("ip-data-table").innerText()).toBe(await plot(page).locator("ip-data-table").innerText());
    expect(other.problems).toEqual([]);
    await other.close();

    await entry(page, "SEI twin").click();
    await menu("Show as plot");
    await expect.poll(() => lines(page)).toBe(both);
    await expect.poll(() => page.url()).toMatch(/#v1\/operando$/);
    // What no legend could bring back is not taken away.
    await page.evaluate(() => void (location.hash = "#v1/explore?off.explore.nyquist=main,other"));
    await page.locator(".explore ip-plot .ip-line").first().waitFor({ state: "attached" });
    expect(await page.locator("ip-plot[name=nyquist]").locator(".ip-curves > g, .ip-dashed > g").count()).toBe(2);
    expect(problems).toEqual([]);
    await close();
  });

  test("a choice that comes back to the page with another value can be left by Tab", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/explore" });
    let crashed = false;
    page.on("crash", () => (crashed = true));
    for (const hash of ["#v1/map", "#v1/explore?explore.compare=lithium", "#v1/map", "#v1/explore"]) {
      await page.evaluate((hash) => void (location.hash = hash), hash);
      await page.locator(`ip-${hash.includes("map") ? "map" : "explore"}`).waitFor();
      await page.waitForTimeout(300);
    }
    await page.locator("ip-explore .choice label", { hasText: "SEI twin" }).click();
    await page.keyboard.press("Tab").catch(() => {});
    expect(crashed).toBe(false);
    expect(await page.getByRole("radio", { name: "Overlaid" }).evaluate((radio) => radio.matches(":focus"))).toBe(true);
    expect(problems).toEqual([]);
    await close();
  });

  test("an explanation left open is closed when its view comes back", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/explore" });
    await page.locator("ip-slider .slider-note button").first().click();
    await page.locator("interphase-lab dialog[open]").waitFor();
    await page.evaluate(() => void (location.hash = "#v1/map"));
    await page.locator("ip-map").waitFor();
    await page.goBack();
    const slider = page.locator("ip-explore ip-slider input[type=range]").first();
    await slider.waitFor();
    await expect.poll(() => page.locator("interphase-lab dialog").count()).toBe(0);
    const before = await slider.inputValue();
    await slider.press("ArrowLeft");
    expect(Number(await slider.inputValue())).toBe(Number(before) - 1);
    expect(problems).toEqual([]);
    await close();
  });

  test.each(["explore", "map", "current"])("a slider of %s never shows a step before", async (view) => {
    const { page, problems, close } = await open("served", { hash: `#v1/${view}` });
    const wrong = await page.getByRole("slider", { name: /^Film thickness/ }).evaluate(async (slider: HTMLInputElement) => {
      const field = slider.closest("ip-slider")!.querySelector<HTMLInputElement>("input[type=text]")!;
      const wrong: string[] = [];
      for (let place = 240, last = 0; place <= 330; place++) {
        slider.value = String(place);
        slider.dispatchEvent(new Event("input", { bubbles: true, composed: true }));
        for (let frame = 0; frame <= place % 3; frame++) await new Promise(requestAnimationFrame);
        if (!(Number(field.value) > last) || slider.value !== String(place)) wrong.push(`${place}: ${field.value} at ${slider.value}`);
        last = Number(field.value);
      }
      return wrong;
    });
    expect(wrong).toEqual([]);
    expect(problems).toEqual([]);
    await close();
  });
});

describe("Operando", () => {
  const run = (added: number, cell = cellOf("operando-start")) =>
    engine.experiment("operando-polysulfide", { cell, grows: "reaction-sites", addedMolPerL: added, hoursBefore: 1, hoursAfter: 1, points: 61 });
  const track = (of: ReturnType<typeof run>, film: "anti-sei" | "sei") => of.tracks.find((one) => one.film === film)!;

  test("scrubbed to the end, the arcs and the drop are the engine's; undo brings the beginning back, and the link the end", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/operando" });
    const start = await text(page, "operando-sentence");
    const whole = run(0.5);
    same(all(start, "Ω·cm²")[0], track(whole, "anti-sei").arcResistanceOhmCm2[0]);
    same(all(start, "Ω·cm²")[1], track(whole, "sei").arcResistanceOhmCm2[0]);
    await slider(page, "Time").press("End");
    await expect.poll(() => text(page, "operando-sentence")).toContain("with polysulfide in the cell");
    const end = await text(page, "operando-sentence");
    same(all(end, "Ω·cm²")[0], track(whole, "anti-sei").arcResistanceOhmCm2.at(-1));
    same(Number(/([\d.]+) times less/.exec(end)?.[1]), track(whole, "anti-sei").dropFactor);
    same(all(end, "Ω·cm²")[1], track(whole, "sei").arcResistanceOhmCm2.at(-1));
    expect(await slider(page, "Time").getAttribute("aria-valuetext")).toMatch(/^2\s?h$/);
    await opensAgain(page, "operando-sentence");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => text(page, "operando-sentence")).toBe(start);
    await page.getByRole("button", { name: "Redo" }).click();
    await expect.poll(() => text(page, "operando-sentence")).toBe(end);
    expect(problems).toEqual([]);
    await close();
  });

  test("played, it goes on by itself, rests when paused, faster when asked, and ends at the end", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/operando" });
    const time = slider(page, "Time");
    const place = async () => Number(await time.inputValue());
    await page.getByRole("button", { name: "Play" }).click();
    await expect.poll(place).toBeGreaterThan(5);
    await page.getByRole("button", { name: "Pause" }).click();
    // The place is drawn a frame later.
    await page.getByRole("button", { name: "Play" }).waitFor();
    const rested = await place();
    await page.waitForTimeout(400);
    expect(await place()).toBe(rested);
    expect(rested / Number(await time.getAttribute("max"))).toBe(Number(/operando\.place=([\d.]+)/.exec(page.url())?.[1]));
    await page.getByRole("combobox", { name: "Speed" }).selectOption("4×");
    await page.getByRole("button", { name: "Play" }).click();
    await page.getByRole("button", { name: "Play" }).waitFor({ timeout: 20_000 });
    expect(await place()).toBe(Number(await time.getAttribute("max")));
    same(all(await text(page, "operando-sentence"), "Ω·cm²")[0], track(run(0.5), "anti-sei").arcResistanceOhmCm2.at(-1));
    expect(problems).toEqual([]);
    await close();
  });

  test("more polysulfide and a thicker film change what the engine says they change", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/operando?operando.place=1" });
    await type(page, /^In the pipette/, "1.5");
    const more = track(run(1.5), "anti-sei");
    await expect.poll(async () => Math.abs(all(await text(page, "operando-sentence"), "Ω·cm²")[0]! / more.arcResistanceOhmCm2.at(-1)! - 1)).toBeLessThan(0.006);
    await type(page, /^Film thickness/, "9.5");
    const thicker = track(run(1.5, { ...cellOf("operando-start"), thicknessNm: 9.5 }), "anti-sei");
    await expect.poll(async () => Math.abs(all(await text(page, "operando-sentence"), "Ω·cm²")[0]! / thicker.arcResistanceOhmCm2.at(-1)! - 1)).toBeLessThan(0.006);
    expect(problems).toEqual([]);
    await close();
  });

  test("at rest the arcs of both metals are the engine's, and what polysulfide would leave", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/operando" });
    await choose(page, "At rest");
    // The slider of the experiment before has the same name, and may still be there.
    await page.getByTestId("rest-sentence").waitFor();
    await slider(page, "Time").press("End");
    const grown = (preset: string) => engine.experiment("ocv-growth", { cell: cellOf(preset), grows: "reaction-sites", hours: 72, points: 145 });
    const mg = grown("mg-ocv"), li = grown("li-ocv");
    await expect.poll(() => text(page, "rest-sentence")).toContain("After 72");
    const [arc, lithium, left] = all(await text(page, "rest-sentence"), "Ω·cm²");
    same(arc, mg.arcResistanceOhmCm2.at(-1));
    same(lithium, li.arcResistanceOhmCm2.at(-1));
    same(left, mg.withPolysulfideOhmCm2.at(-1));
    same(all(await text(page, "rest-sentence"), "Hz")[0], mg.peakHz.at(-1));
    await opensAgain(page, "rest-sentence");
    expect(problems).toEqual([]);
    await close();
  });
});

describe("Current", () => {
  const runs = (current: number, cell = cellOf("mg-galvanostatic")) => engine.experiment("galvanostatic", { cell, currentsMaPerCm2: [0.3, 1, 3, 10, current], points: 121 }).runs;
  const find = (list: ReturnType<typeof runs>, direction: string, current: number) => list.find((run) => run.direction === direction && run.currentMaPerCm2 === current)!;

  test("stripping falls as the film cracks, plating does not; both as the engine has them", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/current" });
    const strip = find(runs(1), "strip", 1);
    const [before, after, uncracked] = all(await text(page, "current-sentence"), "V\\b");
    same(before, strip.beforeV);
    same(after, strip.afterV);
    same(uncracked, strip.uncrackedV, 2);
    expect(strip.afterV).toBeLessThan(0.5 * strip.beforeV);
    await choose(page, "Plate");
    await expect.poll(() => text(page, "current-sentence")).toContain("Plating at 1");
    const plate = find(runs(1), "plate", 1);
    const [cost, film] = all(await text(page, "current-sentence"), "V\\b");
    same(cost, plate.afterV);
    same(film, plate.filmV.at(-1), 2);
    const [ofFilm, ofReaction] = all(await text(page, "current-sentence"), "Ω·cm²");
    same(ofFilm, plate.differential.filmOhmCm2, 2);
    same(ofReaction, plate.differential.chargeTransferOhmCm2, 2);
    await opensAgain(page, "current-sentence");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => text(page, "current-sentence")).toContain("Stripping at 1");
    expect(problems).toEqual([]);
    await close();
  });

  test("any current can be set; the table of the study's stays beside it", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/current?current.direction=plate" });
    await type(page, /^Current density/, "2.5");
    await expect.poll(() => text(page, "current-sentence")).toContain("2.5");
    const list = runs(2.5);
    same(all(await text(page, "current-sentence"), "V\\b")[0], find(list, "plate", 2.5).afterV);
    const rows = await page.locator("table.study tbody tr").all();
    expect(rows.length).toBe(4);
    for (const [i, current] of [0.3, 1, 3, 10].entries()) {
      const cells = rows[i]!.locator("td span:first-child");
      same(all(await cells.nth(0).innerText(), "V")[0], find(list, "plate", current).afterV);
      same(all(await cells.nth(1).innerText(), "V")[0], find(list, "strip", current).afterV);
    }
    expect(problems).toEqual([]);
    await close();
  });

  test("the picture opens cracks while the time runs, and says how many", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/current" });
    const picture = page.locator("ip-film-picture svg[role=img]");
    const cracks = async () => Number(/(\d+)\s?%/.exec((await picture.getAttribute("aria-label")) ?? "")?.[1] ?? 0);
    expect(await cracks()).toBe(0);
    await slider(page, "Time").press("End");
    const open_ = find(runs(1), "strip", 1).openShare.at(-1)!;
    await expect.poll(cracks).toBe(Math.round(100 * open_));
    expect(problems).toEqual([]);
    await close();
  });
});

describe("Map", () => {
  const conductance = (thicknessNm: number, barrierEv: number) =>
    engine.simulate({ ...cellOf("mg-ocv"), thicknessNm, barrierEv }, Float64Array.of(1)).filmConductance;
  const shown = async (page: Page) => {
    const words = await text(page, "map-sentence");
    return { thickness: all(words, "nm")[0]! * 1, barrier: Number(/([\d.]+)\s?eV/.exec(words)?.[1]), resistance: all(words, "Ω·cm²")[0]! };
  };

  test("the point is dragged, and thickness, barrier and resistance follow as the engine has them", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/map" });
    const handle = page.getByRole("slider", { name: "the film" });
    const before = await shown(page);
    const box = (await handle.boundingBox())!;
    await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
    await page.mouse.down();
    await page.mouse.move(box.x + 40, box.y + 20, { steps: 5 });
    await page.mouse.move(box.x + 90, box.y + 60, { steps: 5 });
    await page.mouse.up();
    await expect.poll(async () => (await shown(page)).thickness).not.toBe(before.thickness);
    const after = await shown(page);
    expect(after.thickness).toBeGreaterThan(before.thickness);
    expect(after.barrier).toBeLessThan(before.barrier);
    // The link has more digits than the sentence.
    await page.waitForTimeout(600);
    const link = new URLSearchParams(page.url().split("?")[1]);
    const [d, phi] = [Number(link.get("thicknessNm")), Number(link.get("barrierEv"))];
    same(after.thickness, d);
    same(after.barrier, phi);
    same(after.resistance, 1 / (conductance(d, phi).simmons ?? NaN));
    const laws = page.locator("dl.laws dd");
    same(all(await laws.nth(1).innerText(), "Ω·cm²")[0], 1 / conductance(d, phi).wkb);
    await opensAgain(page, "map-sentence");
    await page.getByRole("button", { name: "Undo" }).click();
    await expect.poll(() => shown(page)).toEqual(before);
    expect(problems).toEqual([]);
    await close();
  });

  test("the keyboard moves the point as well", async () => {
    const { page, problems, close } = await open("served", { hash: "#v1/map" });
    const handle = page.getByRole("slider", { name: "the film" });
    const before = await shown(page);
    await handle.focus();
    for (let i = 0; i < 3; i++) await page.keyboard.press("ArrowUp");
    await expect.poll(async () => (await shown(page)).barrier).toBeCloseTo(before.barrier + 0.06, 5);
    const { thickness, barrier, resistance } = await shown(page);
    same(resistance, 1 / (conductance(thickness, barrier).simmons ?? NaN), 2);
    expect(await handle.getAttribute("aria-valuetext")).toMatch(/nm.*eV/);
    expect(problems).toEqual([]);
    await close();
  });
});
