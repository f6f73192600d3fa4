/**
 * A monkey at the page: it clicks, drags, types, drops files, turns back and forth, from a seed. Nothing it does may end in
 * an error, a number that is none, lost data, or a page that no longer answers. INTERPHASE_MONKEY_SECONDS lets it play
 * longer than half a minute, INTERPHASE_MONKEY_SEED begins with another seed than 1.
 */
import { readdirSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Page } from "playwright-core";
import { afterAll, expect, test } from "vitest";
import { uniform } from "../../www/lessons/noise";
import type { Store } from "../../www/state/store";
import { closeBrowser, curves, drop, open } from "./harness";
import { mpt, zplot } from "./spectra";

afterAll(closeBrowser);

const SECONDS = Number(process.env["INTERPHASE_MONKEY_SECONDS"] ?? 30);
const FIRST = Number(process.env["INTERPHASE_MONKEY_SEED"] ?? 1);
/** One seed for each so many seconds; three at least. */
const EACH = Math.min(30, SECONDS / 3);

const fixtures = fileURLToPath(new URL("../formats/fixtures/", import.meta.url));
const files: readonly (readonly [string, Uint8Array | string])[] = [
  ...readdirSync(fixtures).filter((name) => !name.startsWith(".")).map((name) => [name, readFileSync(fixtures + name)] as const),
  ["one arc.z", zplot({ series: 5, resistance: 1200, q: 2e-6, n: 0.9 })],
  ["another.mpt", mpt({ series: 7.5, resistance: 2340, q: 3.1e-6, n: 0.87 })],
  ["holiday.jpg", "no spectrum in here"],
  ["empty.z", ""],
];

const VIEWS = ["explore", "operando", "current", "map", "analyse", "lessons", "model"];
const KEYS = [
  ...["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "PageUp", "PageDown", "Home", "End", "Tab", "Shift+Tab", "Enter", "Space", "Escape"],
  ...["Delete", "Backspace", "+", "-", "0", "a", "Control+a", "Control+z", "Control+y", "Control+Shift+z"],
];
// "nan" is a number that is none as well, but what is quoted of it is not taken for one that the page made.
const TYPED = ["0", "-1", "1e999", "12,5", "3 nm", "", "abc", "nan", "7", "0.004", "R(RQ)(RQ)", "R0-p(R1,CPE1", "<b>", "9".repeat(60)];
const LINKS = [
  "thicknessNm=10&barrierEv=0.4", "preset=li-ocv", "thicknessNm=NaN", "theme=dark", "theme=projector", "theme=light", "lang=de", "lang=en", "lock=thicknessNm", "hide=panel,side",
  "explore.layout=split&explore.compare=lithium", "operando.place=0.99", "current.current=10&current.direction=plate", "analyse.task=relaxation", "analyse.task=circuit&analyse.circuit=x",
  "lessons.at=strip.3", "lessons.at=mystery&lessons.cell=broken", "lessons.at=teacher", "nothing=here", "conduction=shared&electronicTransference=0.3&polysulfideMolPerL=0.2",
];

/** Where something can be pressed: the middles of a kind of element that are in sight and on top. */
const spots = (page: Page, kind: string): Promise<{ x: number; y: number; width: number; name: string }[]> =>
  page.locator("interphase-lab").evaluate((lab, kind) => {
    const root = lab.shadowRoot!;
    return [...root.querySelectorAll<HTMLElement>(kind)].flatMap((element) => {
      const { left, top, width, height } = element.getBoundingClientRect();
      const x = left + width / 2, y = top + height / 2;
      const over = width > 0 ? root.elementFromPoint(x, y) : null;
      return over && (element.contains(over) || over.contains(element)) ? [{ x, y, width, name: (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 30) }] : [];
    });
  }, kind);

/** What must hold at any time. */
const health = (page: Page) =>
  page.locator("interphase-lab").evaluate((lab) => {
    const own = lab as unknown as { store: { state: { data: unknown[] } }; panic: { report: string } | undefined; taken?: boolean };
    const { store, panic, taken = false } = own;
    own.taken = false;
    const main = lab.shadowRoot!.querySelector<HTMLElement>("main")!;
    // Fields hold what was typed; all else is what the page says.
    const said = [main.innerText, ...[...lab.shadowRoot!.querySelectorAll("svg text")].map((text) => text.textContent),
      ...[...lab.shadowRoot!.querySelectorAll("[aria-valuetext], [aria-label]")].flatMap((one) => [one.getAttribute("aria-valuetext"), one.getAttribute("aria-label")])];
    const shapes = [...lab.shadowRoot!.querySelectorAll("svg [d], svg [points], svg [transform], svg [cx]")].flatMap((one) => [one.getAttribute("d"), one.getAttribute("points"), one.getAttribute("transform"), one.getAttribute("cx")]);
    return {
      sets: store.state.data.length,
      panic: panic?.report,
      taken,
      nonsense: [
        ...said.flatMap((text) => /.{0,40}(\bNaN\b|\bundefined\b|\bInfinity\b|\[object).{0,20}/.exec(text ?? "")?.[0] ?? []),
        ...shapes.flatMap((text) => /.{0,20}(NaN|undefined|Infinity).{0,20}/.exec(text ?? "")?.[0] ?? []),
      ],
    };
  });

const seeds = Array.from({ length: Math.max(3, Math.ceil(SECONDS / EACH)) }, (_, i) => FIRST + i);

test.each(seeds)("seed %i", async (seed) => {
  const { page, problems, close } = await open("served");
  page.setDefaultTimeout(15_000);
  const next = uniform(seed);
  const one = <T>(list: readonly T[]): T => list[Math.min(list.length - 1, Math.floor(next() * list.length))]!;
  const log: string[] = [];
  // What a person takes away or undoes is not lost.
  await page.locator("interphase-lab").evaluate((lab) => {
    const own = lab as unknown as { store: Store; taken: boolean };
    lab.shadowRoot!.addEventListener("data-change", () => (own.taken = true), true);
    for (const step of ["undo", "redo"] as const) {
      const take = own.store[step].bind(own.store);
      own.store[step] = () => ((own.taken = true), take());
    }
  });

  const press = async (kind: string) => {
    const found = (await spots(page, kind)).filter(({ name }) => !/^(PNG|Copy)/.test(name));
    if (found.length === 0) return;
    const { x, y, name } = one(found);
    log.push(`press ${name}`);
    await page.mouse.click(x, y);
  };
  const drag = async (kind: string, far: number) => {
    const found = await spots(page, kind);
    if (found.length === 0) return;
    const { x, y, width, name } = one(found);
    log.push(`drag ${kind} ${name}`);
    const from = x + (next() - 0.5) * width * 0.8;
    await page.mouse.move(from, y);
    await page.mouse.down();
    for (let i = 0; i < 4; i++) await page.mouse.move(from + (next() - 0.5) * far, y + (next() - 0.5) * 60);
    await page.mouse.up();
  };
  const acts: readonly (readonly [number, () => Promise<unknown>])[] = [
    [8, () => press("button:not(:disabled), summary, .choice label, label.check, .ip-key")],
    [3, () => press("nav a")],
    [4, () => drag("input[type=range]", 300)],
    [3, () => drag(".ip-stage", 200)],
    [1, () => drag(".ip-handles > *", 120)],
    [5, async () => {
      const key = one(KEYS);
      log.push(`key ${key}`);
      await page.keyboard.press(key);
    }],
    [2, async () => {
      const fields = await spots(page, "input[type=text], input:not([type]), textarea:not([readonly])");
      if (fields.length === 0) return;
      const { x, y, name } = one(fields), text = one(TYPED);
      log.push(`type ${text} into ${name}`);
      await page.mouse.click(x, y);
      await page.keyboard.press("Control+a");
      await page.keyboard.insertText(text);
      await page.keyboard.press(one(["Enter", "Tab", "Escape"]));
    }],
    [2, async () => {
      const selects = page.locator("interphase-lab select:visible");
      const count = await selects.count();
      if (count === 0 || (await page.locator("interphase-lab dialog").count()) > 0) return;
      const select = selects.nth(Math.floor(next() * count));
      const index = Math.floor(next() * (await select.locator("option").count()));
      log.push(`choose ${index}`);
      await select.selectOption({ index }, { timeout: 2000 }).catch(() => {});
    }],
    [2, async () => {
      const [name, content] = one(files);
      // Now and then cut off, or with a byte changed.
      const bytes = typeof content === "string" ? new TextEncoder().encode(content) : Uint8Array.from(content);
      const way = next(), place = Math.floor(next() * bytes.length);
      if (way < 0.2 && bytes.length > 0) bytes[place] = Math.floor(next() * 256);
      log.push(`drop ${name} ${way}`);
      await drop(page, name, way > 0.85 ? bytes.slice(0, place) : bytes);
    }],
    [2, async () => {
      const link = `#v1/${one(VIEWS)}?${one(LINKS)}&${one(LINKS)}`;
      log.push(link);
      await page.evaluate((hash) => void (location.hash = hash), link);
    }],
    [1, async () => {
      const size = one([{ width: 320, height: 600 }, { width: 390, height: 844 }, { width: 1280, height: 800 }, { width: 1920, height: 1080 }]);
      log.push(`size ${size.width}`);
      await page.setViewportSize(size);
    }],
    [1, async () => {
      log.push("wheel");
      await page.mouse.move(next() * 1200, next() * 700);
      await page.mouse.wheel(0, (next() - 0.5) * 800);
    }],
    [2, async () => {
      log.push("undo or redo");
      await press(".actions button:nth-child(1):not(:disabled), .actions button:nth-child(2):not(:disabled)");
    }],
  ];
  const all = acts.reduce((sum, [weight]) => sum + weight, 0);

  let sets = 0;
  const end = Date.now() + EACH * 1000;
  const tail = () => `after ${log.length} acts, the last: ${log.slice(-12).join(" | ")}`;
  while (Date.now() < end) {
    let at = next() * all;
    const [, act] = acts.find(([weight]) => (at -= weight) < 0) ?? acts[0]!;
    await act().catch((cause: unknown) => {
      throw new Error(tail(), { cause });
    });
    const { sets: now, panic, nonsense, taken } = await health(page);
    expect(panic, tail()).toBeUndefined();
    expect(nonsense, tail()).toEqual([]);
    expect(problems, tail()).toEqual([]);
    if (!taken) expect(now, `data sets, ${tail()}`).toBeGreaterThanOrEqual(sets);
    sets = now;
  }

  // A file dropped last is read to its end before the last count; it may still be asking which columns are which.
  const dismissed = async () => {
    const open = (await page.locator("interphase-lab dialog").count()) > 0;
    if (open) await page.keyboard.press("Escape");
    return open;
  };
  await expect.poll(async () => {
    await dismissed();
    return page.locator("ip-file-reader").evaluate((reader) => (reader as unknown as { reading?: object }).reading !== undefined);
  }, { message: tail() }).toBe(false);
  const { sets: read } = await health(page);
  expect(read, tail()).toBeGreaterThanOrEqual(sets);
  sets = read;

  // The page still answers.
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.evaluate(() => void (location.hash = "#v1/explore?explore.focus=all"));
  const slider = page.locator("ip-explore ip-slider input[type=range]").first();
  await slider.waitFor();
  const plot = page.locator("ip-explore ip-plot.nyquist").first();
  const before = await curves(plot);
  await expect.poll(async () => {
    if (!(await dismissed())) await slider.press("ArrowLeft");
    return curves(plot);
  }, { message: tail() }).not.toBe(before);
  expect((await health(page)).sets).toBe(sets);
  expect(problems).toEqual([]);
  console.log(`seed ${seed}: ${log.length} acts, ${sets} data sets`);
  await close();
}, EACH * 1000 + 60_000);
