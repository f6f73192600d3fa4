/** The same page in Chromium, Firefox and WebKit: it opens, slides, answers and fits, and every number is the same to the last digit. */
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { engines, type Engine } from "./engines";
import { places, type Place } from "./harness";
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

  test("the package gives the same bits", async () => {
    const port = inject("port");
    await engine.open(`http://localhost:${port}/hosts/empty.html`);
    const bits = await engine.evaluate<string>(numbers(`http://localhost:${port}/pkg/interphase.js`));
    expect(JSON.parse(bits).length).toBeGreaterThan(6);
    expect(bits === (first ??= bits), `${name} computes the same`).toBe(true);
  });
});

const walks: Partial<Record<Place, { name: string; read: string[] }>> = {};
let first: string | undefined;
