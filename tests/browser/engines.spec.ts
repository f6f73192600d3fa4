/** The same page in Chromium, Firefox and WebKit: it opens, slides, answers, fits, is embedded, saved and taught with, and every number is the same to the last digit. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { draw, QUANTITIES, write } from "../../www/lessons/mystery";
import { engines, type Engine } from "./engines";
import { foreignOrigin, places, type Place } from "./harness";
import { zplot } from "./spectra";

const installed = engines.filter(({ name, variable }) => {
  if (process.env[variable]) return true;
  console.warn(`NOT TESTED in ${name}: ${variable} is not set.`);
  return false;
});

/** Waits until something is so in the page. */
async function until<A extends unknown[]>(engine: Engine, so: (...args: A) => boolean, ...args: A): Promise<void> {
  for (let attempt = 0; attempt < 150; attempt++) {
    if (await engine.run(so, ...args)) return;
    await new Promise((resume) => setTimeout(resume, 200));
  }
  throw new Error(`In the page it never came to ${so}`);
}

/** All that a person reads in numbers: the sentence, the film's resistances, the polysulfide's answer, the fit. */
const shown = () =>
  [...document.querySelector("interphase-lab")!.shadowRoot!.querySelectorAll("[data-testid=sentence], [data-testid=polysulfide-answers], [data-testid=arc-fit], .laws")]
    .map((element) => (element as HTMLElement).innerText.replace(/\s+/g, " ").trim())
    .join("\n");

/** A person's way through the page, and what was read on it. */
async function walk(engine: Engine, address: string): Promise<string[]> {
  const read: string[] = [];
  await engine.open(address);
  await until(engine, () => document.querySelector("interphase-lab")?.shadowRoot?.querySelector("[data-testid=sentence]") != null);
  read.push(await engine.run(shown));

  await engine.run(() => {
    const slider = document.querySelector("interphase-lab")!.shadowRoot!.querySelector<HTMLInputElement>("ip-slider input[type=range]")!;
    slider.value = String(Number(slider.value) - 40);
    slider.dispatchEvent(new Event("input", { bubbles: true }));
    slider.dispatchEvent(new Event("change", { bubbles: true }));
  });
  await until(
    engine,
    (before: string) => {
      const sentence = document.querySelector("interphase-lab")!.shadowRoot!.querySelector<HTMLElement>("[data-testid=sentence]")!;
      return !before.includes(sentence.innerText.replace(/\s+/g, " ").trim());
    },
    read[0] ?? "",
  );
  read.push(await engine.run(shown));

  await engine.run(() => document.querySelector("interphase-lab")!.shadowRoot!.querySelector<HTMLButtonElement>(".probe button")!.click());
  await until(engine, () => document.querySelector("interphase-lab")!.shadowRoot!.querySelector("[data-testid=polysulfide-answers] .factor") != null);
  read.push(await engine.run(shown));

  await engine.run((text: string) => {
    const transfer = new DataTransfer();
    transfer.items.add(new File([text], "arc.z"));
    const lab = document.querySelector("interphase-lab")!;
    for (const type of ["dragenter", "dragover", "drop"]) {
      lab.dispatchEvent(new DragEvent(type, { bubbles: true, composed: true, cancelable: true, dataTransfer: transfer }));
    }
  }, zplot({ series: 7.5, resistance: 2340, q: 3.1e-6, n: 0.87 }));
  await until(engine, () => document.querySelector("interphase-lab")!.shadowRoot!.querySelector("[data-testid=arc-fit]") != null);
  read.push(await engine.run(shown));
  return read;
}

/** Saves the page, which the walk has left with a file on it, and reads the saved one without a word from the first. */
async function saved(engine: Engine, folder: string): Promise<{ before: string; after: string }> {
  await engine.run(() => {
    // Only one of the engines lets a test take a download from it: keep what would be one.
    const keep = URL.createObjectURL;
    URL.createObjectURL = (blob: Blob) => {
      if (blob.type === "text/html") (window as unknown as { kept: Promise<string> }).kept = blob.text();
      return keep.call(URL, blob);
    };
    const click = HTMLAnchorElement.prototype.click;
    HTMLAnchorElement.prototype.click = function () {
      if (!this.download) click.call(this);
    };
    document.querySelector("interphase-lab")!.shadowRoot!.querySelector<HTMLButtonElement>("header .actions .plain")!.click();
  });
  await until(engine, () => document.querySelector("interphase-lab")!.shadowRoot!.querySelector("ip-share ip-dialog") != null);
  await engine.run(() => {
    const buttons = [...document.querySelector("interphase-lab")!.shadowRoot!.querySelectorAll<HTMLButtonElement>("ip-share button")];
    buttons.find(({ textContent }) => textContent === "Save this page")!.click();
  });
  await until(engine, () => "kept" in window);
  const before = await engine.run(shown);
  const file = join(folder, "saved.html");
  writeFileSync(file, await engine.run(() => (window as unknown as { kept: Promise<string> }).kept));
  await engine.open(pathToFileURL(file).href);
  await until(engine, () => document.querySelector("interphase-lab")?.shadowRoot?.querySelector("[data-testid=arc-fit]") != null);
  return { before, after: await engine.run(shown) };
}

/** What a sandboxed frame tells a host of another origin that sets it and at once asks for a figure's numbers. */
async function embedded(engine: Engine): Promise<string[]> {
  const src = `${places["served file"]()}#v1/explore?hide=bar,panel,side`;
  await engine.open(`${foreignOrigin()}/hosts/frame.html?${new URLSearchParams({ src, sandbox: "allow-scripts" })}`);
  const heard = (type: string, id: string | undefined) =>
    (window as unknown as { heard: { type: string; id?: string }[] }).heard.some((one) => one.type === type && one.id === id);
  await until(engine, (type: string) => (window as unknown as { heard: { type: string }[] }).heard.some((one) => one.type === type), "ready");
  const say = (message: unknown) => (window as unknown as { say(message: unknown): void }).say(message);
  await engine.run(say, { interphase: 1, type: "set", id: "a", cell: { thicknessNm: 7 } });
  await engine.run(say, { interphase: 1, type: "set", id: "b", cell: { thicknessNm: -7 } });
  await engine.run(say, { interphase: 1, type: "export", id: "c", format: "csv" });
  for (const [type, id] of [["state", "a"], ["error", "b"], ["export", "c"]] as const) await until(engine, heard, type, id);
  return engine.run(() =>
    (window as unknown as { heard: { type: string; id?: string }[] }).heard.filter(({ id }) => id !== undefined).map((message) => JSON.stringify(message)));
}

/** A lesson's step, wrong and then right, and what it said; and a mystery cell, fitted. */
async function taught(engine: Engine): Promise<string[]> {
  const read: string[] = [];
  const words = () => [...document.querySelector("interphase-lab")!.shadowRoot!.querySelectorAll<HTMLElement>(".say, .predict, .move, .explain p, .answers-form, dl.readings")]
    // Not the plots: what stands along their axes depends on the width of letters.
    .map((part) => part.innerText.replace(/\s+/g, " ").trim()).join(" ");
  const has = (selector: string) => document.querySelector("interphase-lab")?.shadowRoot?.querySelector(selector) != null;
  const type = (value: string) => {
    const field = document.querySelector("interphase-lab")!.shadowRoot!.querySelector<HTMLInputElement>(".move ip-slider input[type=text]")!;
    field.value = value;
    field.dispatchEvent(new Event("change", { bubbles: true }));
  };
  await engine.open(`${places.served()}#v1/lessons?lang=en&lessons.at=peak.3`);
  await until(engine, has, ".move ip-slider input");
  await engine.run(type, "0.5");
  await until(engine, has, ".finding:not(.done)");
  read.push(await engine.run(words));
  await engine.run(type, "0.09");
  await until(engine, has, ".explain");
  read.push(await engine.run(words));
  await engine.open("about:blank");
  await engine.open(`${places.served()}#v1/lessons?lang=en&lessons.at=mystery&lessons.cell=${MYSTERY}`);
  await until(engine, has, ".answers-form button:not([disabled])");
  await engine.run(() => document.querySelector("interphase-lab")!.shadowRoot!.querySelector<HTMLButtonElement>(".answers-form button")!.click());
  await until(engine, () => document.querySelector("interphase-lab")!.shadowRoot!.querySelector<HTMLInputElement>(".answer .field")!.value !== "");
  await engine.run(() => document.querySelector("interphase-lab")!.shadowRoot!.querySelector<HTMLButtonElement>(".answers-form .primary")!.click());
  await until(engine, has, "[data-grade=arc]");
  read.push(await engine.run(words));
  return read;
}
const MYSTERY = write(draw(2026, "anti-sei", 0.5, QUANTITIES));

/** Raw numbers of the package, each bit of them, as the browser's own engine computes them. */
const numbers = (address: string) => `
  import(${JSON.stringify(address)}).then(async (engine) => {
    await engine.default();
    const frequency = Float64Array.from({ length: 73 }, (_, i) => 1e6 / Math.round(10 ** (i / 8)));
    return JSON.stringify(engine.presets().map(({ id, cell }) => {
      const { re, im, filmConductance } = engine.simulate(cell, frequency);
      return { id, re: [...re], im: [...im], filmConductance };
    }));
  })`;

describe.each(installed)("$name", ({ name, variable, launch }) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await launch(process.env[variable]!);
  });
  afterAll(() => engine?.close());

  test.each<Place>(["served", "file://"])("opens, slides, answers and fits: %s", async (place) => {
    const read = await walk(engine, places[place]());
    expect(new Set(read).size).toBe(read.length);
    expect(read.join()).not.toMatch(/NaN|Infinity|undefined/);
    expect(read[2], "a hundredfold drop").toMatch(/\b[1-9]\d{2,}-fold/);
    const first = (walks[place] ??= { name, read });
    expect(read, `${name} shows what ${first.name} shows`).toEqual(first.read);
  }, 120_000);

  test("the saved page shows the same, from the disk", async () => {
    await walk(engine, places.served());
    const { before, after } = await saved(engine, folder);
    expect(after).toBe(before);
    expect(before).toBe(walks.served?.read.at(-1));
  }, 120_000);

  test("a sandboxed frame answers a host of another origin", async () => {
    const told = await embedded(engine);
    expect(told.length).toBe(3);
    expect(told).toEqual((frames ??= { name, told }).told);
    expect(told.join()).toContain("out-of-range");
    expect(told[2], "what was set just before is in the figure").toContain("thicknessNm=7");
  }, 120_000);

  test("a lesson refuses, explains and grades with the same numbers", async () => {
    const read = await taught(engine);
    expect(read[0]).toContain("Not yet.");
    expect(read[1]).toMatch(/What the bench shows: .*400 kΩ·cm²/);
    expect(read[2]).toMatch(/Agrees|Within 5 %/);
    expect(read, `${name} shows what ${(lessons ??= { name, read }).name} shows`).toEqual(lessons.read);
  }, 120_000);

  test("the package gives the same bits", async () => {
    const port = inject("port");
    await engine.open(`http://localhost:${port}/hosts/empty.html`);
    const bits = await engine.evaluate<string>(numbers(`http://localhost:${port}/pkg/interphase.js`));
    expect(JSON.parse(bits).length).toBeGreaterThan(6);
    expect(bits === (first ??= bits), `${name} computes the same`).toBe(true);
  });
});

const folder = mkdtempSync(join(tmpdir(), "interphase-"));
afterAll(() => rmSync(folder, { recursive: true }));

let frames: { name: string; told: string[] } | undefined;
let lessons: { name: string; read: string[] } | undefined;
const walks: Partial<Record<Place, { name: string; read: string[] }>> = {};
let first: string | undefined;
