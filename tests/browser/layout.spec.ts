/**
 * Nothing runs out of the page: no view scrolls sideways from a small phone to a wall, with words two fifths longer, from
 * right to left, and no two texts of a figure lie on each other. Targets are large enough for a finger.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { closeBrowser, open, type Watched } from "./harness";
import { enter, scenes, type Scene } from "./scenes";

afterAll(closeBrowser);

const settled = (page: Page) => page.evaluate(() => new Promise((drawn) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(drawn)), 60)));

/** Elements that stand out of the page at its sides, unless something around them scrolls or cuts them off on purpose. */
const overflowing = (page: Page) =>
  page.locator("interphase-lab").evaluate((lab) => {
    const wide = document.documentElement.clientWidth;
    const found: string[] = [];
    if (document.documentElement.scrollWidth > wide) found.push(`the page is ${document.documentElement.scrollWidth} px wide`);
    const root = lab.shadowRoot!;
    for (const element of root.querySelectorAll<HTMLElement>("*:not(svg *, math *, option, .unseen, .unseen *, .skip)")) {
      const { left, right, width, height } = element.getBoundingClientRect();
      if (width === 0 || height === 0 || (left >= -1 && right <= wide + 1)) continue;
      let around = element.parentElement, kept = false;
      for (; around && !kept; around = around.parentElement) kept = /auto|scroll|hidden|clip/.test(getComputedStyle(around).overflowX);
      if (!kept && getComputedStyle(element).position !== "fixed") found.push(`${element.localName}.${element.className} “${element.textContent?.trim().slice(0, 30)}” from ${Math.round(left)} to ${Math.round(right)} of ${wide}`);
    }
    return found.slice(0, 5);
  });

/** Words cut off inside their own control. */
const cutOff = (page: Page) =>
  page.locator("interphase-lab").evaluate((lab) =>
    [...lab.shadowRoot!.querySelectorAll<HTMLElement>("button, .choice span, nav a, summary, h2, h3, legend, label, p, li, dd")]
      .filter((element) => element.clientWidth > 0 && element.scrollWidth > element.clientWidth + 2 && getComputedStyle(element).overflowX === "visible"
        // What scrolls by itself inside is no matter.
        && ![...element.querySelectorAll("*")].some((inner) => /auto|scroll/.test(getComputedStyle(inner).overflowX) || inner.matches("input, select, textarea")))
      .map((element) => `${element.localName}.${element.className} “${element.textContent?.trim().slice(0, 40)}”: ${element.scrollWidth} px of words in ${element.clientWidth}`).slice(0, 5));

/** Figures that stand out of the place made for them, over what follows. */
const spilt = (page: Page) =>
  page.locator("interphase-lab").evaluate((lab) =>
    [...lab.shadowRoot!.querySelectorAll<HTMLElement>(".plots svg.ip-figure")].flatMap((drawing) => {
      const figure = drawing.closest("ip-plot")!;
      const [inner, outer] = [drawing.getBoundingClientRect(), figure.closest(".plots")!.getBoundingClientRect()];
      // On a telephone some places are none of their own.
      return outer.height === 0 || (inner.bottom <= outer.bottom + 1 && inner.top >= outer.top - 1) ? [] : [`${figure.localName}.${figure.className} from ${Math.round(inner.top)} to ${Math.round(inner.bottom)}, its place from ${Math.round(outer.top)} to ${Math.round(outer.bottom)}`];
    }));

/** Pairs of texts in one figure that lie on each other by more than a hair. */
const overlapping = (page: Page) =>
  page.locator("interphase-lab").evaluate((lab) => {
    const found: string[] = [];
    for (const drawing of lab.shadowRoot!.querySelectorAll("svg.ip-figure, svg.if-drawing")) {
      const texts = [...drawing.querySelectorAll("text")].filter((text) => !text.closest(".if-moving") && text.textContent!.trim() !== "" && getComputedStyle(text).opacity !== "0");
      const boxes = texts.map((text) => text.getBoundingClientRect());
      for (let i = 0; i < texts.length; i++) for (let k = i + 1; k < texts.length; k++) {
        const a = boxes[i]!, b = boxes[k]!;
        const x = Math.min(a.right, b.right) - Math.max(a.left, b.left), y = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
        // Boxes are taller than letters: a third of a line over each other is where letters meet.
        if (x > 2 && y > 0.35 * Math.min(a.height, b.height)) found.push(`“${texts[i]!.textContent}” and “${texts[k]!.textContent}”`);
      }
    }
    return found.slice(0, 5);
  });

const light = (width: number, height: number, language = "en") => ({ theme: "light" as const, language, width, height });
const sizes = [[320, 568], [390, 844], [768, 1024], [1100, 640], [1366, 768], [3840, 2160]].map(([width, height]) => ({ width: width!, height: height! }));

describe("every scene at every width", () => {
  let watched: Watched;
  beforeAll(async () => {
    watched = await open("served", { reducedMotion: "reduce" });
    watched.page.setDefaultTimeout(10_000);
  });
  afterAll(() => watched.close());

  test.each(scenes)("$name", async (scene) => {
    const { page } = watched;
    await page.setViewportSize({ width: 1280, height: 800 });
    await enter(page, scene, light(1280, 800));
    const found: string[] = [];
    for (const { width, height } of sizes) {
      await page.setViewportSize({ width, height });
      await settled(page);
      for (const what of [...(await overflowing(page)), ...(await overlapping(page)), ...(await cutOff(page)), ...(await spilt(page))]) found.push(`${width} px: ${what}`);
    }
    await page.setViewportSize({ width: 1280, height: 800 });
    await scene.leave?.(page);
    expect(found).toEqual([]);
  });
});

/** The views as they are first seen. */
const views = scenes.filter(({ act }) => !act).filter(({ link }, i, list) => list.findIndex((other) => view(other) === view({ link })) === i);
function view({ link }: Pick<Scene, "link">): string {
  return /^\w+/.exec(link)![0];
}

test.each([320, 1280])("words two fifths longer, %i px", async (width) => {
  const { page, close } = await open("served", { viewport: { width, height: 800 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(10_000);
  const found: string[] = [];
  for (const scene of views) {
    await enter(page, scene, light(width, 800, "de"));
    await page.locator("interphase-lab").evaluate((lab) => {
      const walker = document.createTreeWalker(lab.shadowRoot!, NodeFilter.SHOW_TEXT);
      for (let node = walker.nextNode(); node; node = walker.nextNode()) {
        const { parentElement } = node;
        if (parentElement?.closest("svg, math, textarea, style, script")) continue;
        // Each word grows by itself, as in a language of longer words.
        node.nodeValue = node.nodeValue!.replace(/\p{L}{3,}/gu, (word) => word + word.slice(0, Math.ceil(0.4 * word.length)));
      }
    });
    for (const what of [...(await overflowing(page)), ...(await cutOff(page))]) found.push(`${view(scene)}: ${what}`);
    // The lengthened words are gone with the page.
    await page.reload();
    await page.locator("interphase-lab main[aria-busy=false]").waitFor();
  }
  expect(found).toEqual([]);
  await close();
});

test.each([390, 1280])("from right to left, %i px", async (width) => {
  const { page, problems, close } = await open("served", { viewport: { width, height: 800 }, reducedMotion: "reduce" });
  page.setDefaultTimeout(10_000);
  await page.evaluate(() => void (document.documentElement.dir = "rtl"));
  const found: string[] = [];
  for (const scene of views) {
    await enter(page, scene, light(width, 800));
    await settled(page);
    for (const what of [...(await overflowing(page)), ...(await overlapping(page))]) found.push(`${view(scene)}: ${what}`);
  }
  expect(found).toEqual([]);
  expect(problems).toEqual([]);
  await close();
});

test.each(["ltr", "rtl"] as const)("on a telephone the name of the view is in sight, opened by a link or chosen, %s", async (direction) => {
  for (const id of ["model", "explore", "analyse"]) {
    const script = direction === "rtl" ? () => void (document.documentElement.dir = "rtl") : () => {};
    const { page, close } = await open("served", { hash: `#v1/${id}`, viewport: { width: 390, height: 844 }, reducedMotion: "reduce", script });
    const name = page.locator("nav [aria-current]");
    for (const view of [id, id === "model" ? "explore" : "model"]) {
      await page.evaluate((view) => void (location.hash = `v1/${view}`), view);
      await expect.poll(() => name.getAttribute("href")).toMatch(new RegExp(`#v1/${view}$`));
      await expect.poll(async () => {
        const { x, width } = (await name.boundingBox())!;
        return x >= 0 && x + width <= 390;
      }, { message: `${view} after ${id}` }).toBe(true);
    }
    await close();
  }
});

test("under a finger everything that is pressed is 44 pixels high, or stands in a line of text", async () => {
  const { page, close } = await open("served", { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true, reducedMotion: "reduce" });
  page.setDefaultTimeout(10_000);
  const found: string[] = [];
  for (const scene of views) {
    await enter(page, scene, light(390, 844));
    found.push(...(await page.locator("interphase-lab").evaluate((lab) =>
      [...lab.shadowRoot!.querySelectorAll<HTMLElement>("button, select, nav a, input[type=range], .choice span, .check")]
        .filter((element) => element.getBoundingClientRect().width > 0 && !element.matches(".link, .skip, .slider-head button, .ip-key, .quiet.small, .skip"))
        .filter((element) => element.getBoundingClientRect().height < 43.5)
        .map((element) => `${element.localName}.${element.className} “${(element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 30)}”: ${Math.round(element.getBoundingClientRect().height)} px`))).map((what) => `${view(scene)}: ${what}`));
  }
  expect([...new Set(found)]).toEqual([]);
  await close();
});

test("every slider says its value with its unit, and the keyboard sees where it is", async () => {
  const { page, close } = await open("served", { reducedMotion: "reduce" });
  page.setDefaultTimeout(10_000);
  const silent: string[] = [];
  for (const scene of views) {
    await enter(page, scene, light(1280, 800));
    for (const slider of await page.getByRole("slider").all()) {
      const name = (await slider.getAttribute("aria-label")) ?? (await slider.evaluate((input) => (input as HTMLInputElement).labels?.[0]?.textContent?.trim() ?? ""));
      const said = await slider.getAttribute("aria-valuetext");
      if (!said || /NaN|undefined/.test(said)) silent.push(`${view(scene)}: ${name}: ${said}`);
    }
    // Ten stops from the top: each shows a ring of its own.
    await page.locator("interphase-lab .brand").click();
    for (let i = 0; i < 10; i++) {
      await page.keyboard.press("Tab");
      const ring = await page.locator("interphase-lab").evaluate((lab) => {
        const at = lab.shadowRoot!.activeElement as HTMLElement | null;
        if (!at) return "outside";
        const shown = [at, at.nextElementSibling, at.parentElement].some((one) => one && getComputedStyle(one).outlineStyle !== "none" && parseFloat(getComputedStyle(one).outlineWidth) > 0);
        return shown || at.matches("input[type=range], input") ? "" : `${at.localName}.${at.className}`;
      });
      if (ring && ring !== "outside") silent.push(`${view(scene)}: no ring on ${ring}`);
    }
  }
  expect(silent).toEqual([]);
  await close();
});

test("a plot squeezed into any box draws what fits, and nothing inside out", async () => {
  const { page, problems, close } = await open("served", { viewport: { width: 1920, height: 1080 }, hash: "#v1/explore?theme=projector&explore.layout=split&explore.compare=lithium" });
  for (const height of [400, 240, 160, 120, 90, 60, 40])
    for (const width of [600, 320, 240, 120, 60]) {
      const wrong = await page.evaluate(async ([height, width]) => {
        const root = document.querySelector("interphase-lab")!.shadowRoot!;
        for (const stage of root.querySelectorAll<HTMLElement>(".ip-stage")) stage.style.cssText = `flex:none;block-size:${height}px!important;min-block-size:0!important;inline-size:${width}px`;
        await new Promise((drawn) => setTimeout(() => requestAnimationFrame(() => requestAnimationFrame(drawn)), 40));
        return [...root.querySelectorAll(".ip-figure *")].flatMap((part) => [...part.attributes].filter(({ value }) => /NaN|Infinity|undefined/.test(value)).map(({ value }) => value)).slice(0, 3);
      }, [height, width] as const);
      expect(wrong, `${width} × ${height}`).toEqual([]);
    }
  expect(problems).toEqual([]);
  await close();
});

test("with less motion asked for nothing moves by itself", async () => {
  const { page, close } = await open("served", { reducedMotion: "reduce", hash: "#v1/explore?polysulfideMolPerL=0.1" });
  expect(await page.evaluate(() => document.getAnimations().length)).toBe(0);
  expect(await page.locator("interphase-lab").evaluate((lab) => [...lab.shadowRoot!.querySelectorAll("*")].reduce((sum, one) => sum + one.getAnimations().length, 0))).toBe(0);
  await close();
});

test("printed, the tools are gone and the page is black on white", async () => {
  const { page, close } = await open("served", { colorScheme: "dark" });
  await page.emulateMedia({ media: "print" });
  expect(await page.locator("nav").isVisible()).toBe(false);
  expect(await page.locator(".actions").isVisible()).toBe(false);
  expect(await page.locator("interphase-lab").evaluate((lab) => getComputedStyle(lab).backgroundColor)).toBe("rgb(255, 255, 255)");
  expect(await page.locator("ip-plot").first().isVisible()).toBe(true);
  await close();
});
