/** The page inside other people's pages: plain, sandboxed, of a foreign origin, with a strict policy, several at once, without WebAssembly. */
import type { Frame, Page } from "playwright-core";
import { afterAll, describe, expect, inject, test } from "vitest";
import { draw, QUANTITIES, write } from "../../www/lessons/mystery";
import { closeBrowser, drop, foreignOrigin, open, type Watched } from "./harness";
import { zplot } from "./spectra";

afterAll(closeBrowser);

const home = () => `http://localhost:${inject("port")}`;
const host = (name: string, origin = home()) => open(new URL(`${origin}/hosts/${name}`), { ready: false });

/** The frame of the element numbered `index`, once its plots are drawn. */
async function framed(page: Page, index = 0): Promise<Frame> {
  const element = page.locator("interphase-lab").nth(index);
  await element.and(page.locator("[ready]")).waitFor();
  return inside((await (await element.locator("iframe").elementHandle())!.contentFrame())!);
}
async function inside(frame: Frame): Promise<Frame> {
  await frame.locator("interphase-lab ip-plot svg").first().waitFor();
  return frame;
}
const sentence = (frame: Frame) => frame.locator(".sentence").first().textContent();
const nm = (frame: Frame) => frame.locator("interphase-lab").evaluate(() => Number(/thicknessNm=([\d.]+)/.exec(location.hash)?.[1]));

/** What an element's promise came to: its value, or the code and words of its refusal. */
const call = (page: Page, method: "get" | "export", ...words: string[]) =>
  page.locator("#lab").evaluate(
    (lab: any, { method, words }) => lab[method](...words).catch((error: any) => ({ code: error.code, message: error.message })),
    { method, words },
  );

describe("hosts", () => {
  test("plain: what a link hides is hidden, set, get and export are answered", async () => {
    const { page, problems, close } = await host("plain.html");
    const frame = await framed(page);
    expect(await page.locator("#fallback").isVisible()).toBe(false);
    for (const area of [".top", ".panel", ".side"]) expect(await frame.locator(area).isVisible(), area).toBe(false);
    expect(await nm(frame)).toBe(9);
    expect((await page.locator("iframe").boundingBox())?.height).toBe(480);

    const before = await sentence(frame);
    await page.locator("#lab").evaluate((lab: any) => (lab.cell = { thicknessNm: 5 }));
    await expect.poll(() => sentence(frame)).not.toBe(before);
    const state = await call(page, "get");
    expect(state).toMatchObject({ type: "state", view: "explore", settled: true, cell: { thicknessNm: 5 } });
    expect(await page.locator("#lab").evaluate((lab: any) => [lab.link, lab.view, lab.preset, lab.cell.thicknessNm])).toEqual([state.link, "explore", state.preset, 5]);

    const csv = await call(page, "export", "csv");
    expect(csv.content.split("\n").length).toBeGreaterThan(40);
    expect(csv.content).not.toMatch(/NaN|Infinity|undefined/);
    const svg = await call(page, "export", "svg", csv.title);
    expect(svg.content).toMatch(/^(<\?xml[^>]*>\s*)?<svg [^]*<\/svg>\s*$/);
    expect(await call(page, "export", "csv", "no such figure")).toMatchObject({ code: "unknown-name" });
    expect(problems).toEqual([]);
    await close();
  });

  test("a reader's spectra are not handed out, neither as a figure nor in a state", async () => {
    const { page, close } = await host("plain.html");
    const frame = await framed(page);
    await drop(frame as unknown as Page, "my secret cell.z", zplot({ series: 5, resistance: 1200, q: 2e-6, n: 0.9 }));
    // The list of data is hidden here, so look at the curves.
    await expect.poll(() => call(page, "export", "csv")).toMatchObject({ code: "private-data" });
    expect(await call(page, "export", "svg")).toMatchObject({ code: "private-data" });
    expect(JSON.stringify(await call(page, "get"))).not.toMatch(/secret|data=/);
    await close();
  });

  test("attributes and properties are one, and can change while the frame runs", async () => {
    const { page, problems, close } = await host("plain.html");
    const frame = await framed(page);
    const lab = page.locator("#lab");
    await lab.evaluate((lab: any) => Object.assign(lab, { view: "map", theme: "dark", language: "de", hide: ["panel"], height: 520, label: "A map" }));
    await frame.locator("ip-map ip-plot svg").first().waitFor();
    expect(await lab.evaluate((lab) => ["view", "theme", "language", "hide", "height", "label"].map((name) => lab.getAttribute(name)))).toEqual(["map", "dark", "de", "panel", "520", "A map"]);
    await expect.poll(() => frame.locator(".top").isVisible()).toBe(true);
    expect(await frame.locator("interphase-lab").getAttribute("theme")).toBe("dark");
    await expect.poll(() => frame.locator("html").getAttribute("lang")).toBe("de");
    expect(await page.locator("iframe").getAttribute("title")).toBe("A map");
    expect((await page.locator("iframe").boundingBox())?.height).toBe(520);
    await lab.evaluate((lab) => lab.removeAttribute("hide"));
    await expect.poll(() => frame.locator(".panel").isVisible()).toBe(true);
    // The reader moves on; the host's own view, set again, leads back.
    await frame.locator("nav a").first().click();
    await expect.poll(() => lab.evaluate((lab: any) => lab.view)).toBe("explore");
    await lab.evaluate((lab: any) => (lab.view = "map"));
    await expect.poll(() => lab.evaluate((lab: any) => lab.view)).toBe("map");
    const wrong = lab.evaluate((lab) => new Promise((heard) => lab.addEventListener("interphase-error", (e: any) => heard(e.detail.code), { once: true })));
    await lab.evaluate((lab) => lab.setAttribute("view", "atlantis"));
    expect(await wrong).toBe("unknown-name");
    expect(problems).toEqual([]);
    await close();
  });

  test("properties set before the script has come are kept", async () => {
    const { page, close } = await open(new URL(`${home()}/hosts/empty.html`), { ready: false });
    await page.evaluate(() => {
      const lab = Object.assign(document.createElement("interphase-lab"), { view: "map", cell: { thicknessNm: 7 }, id: "lab" });
      document.body.append(lab);
      document.head.append(Object.assign(document.createElement("script"), { type: "module", src: "/embed.js" }));
    });
    await framed(page);
    await expect.poll(() => call(page, "get")).toMatchObject({ view: "map", cell: { thicknessNm: 7 } });
    await close();
  });

  test("removed and put back, it goes on where it was", async () => {
    const { page, problems, close } = await host("plain.html");
    await framed(page);
    await page.locator("#lab").evaluate((lab: any) => (lab.cell = { thicknessNm: 6 }));
    await expect.poll(() => page.locator("#lab").evaluate((lab: any) => lab.cell.thicknessNm)).toBe(6);
    const lost = await page.locator("#lab").evaluate((lab: any) => {
      const answer = lab.get().then(String, (error: Error) => error.message);
      lab.remove();
      (window as any).lab = lab;
      return answer;
    });
    expect(lost).toContain("removed");
    expect(page.frames().length).toBe(1);
    await page.evaluate(() => document.body.append((window as any).lab));
    expect(await page.locator("#fallback").isVisible()).toBe(true);
    await framed(page);
    expect(await call(page, "get")).toMatchObject({ cell: { thicknessNm: 6 } });
    expect(page.frames().length).toBe(2);
    expect(problems).toEqual([]);
    await close();
  });

  test("five at once are five, though the script was loaded twice", async () => {
    const { page, problems, close } = await host("five.html");
    const frames: Frame[] = [];
    for (let i = 0; i < 5; i++) {
      await page.locator("interphase-lab").nth(i).scrollIntoViewIfNeeded();
      frames.push(await framed(page, i));
    }
    await page.locator("interphase-lab").first().evaluate((lab: any) => (lab.cell = { thicknessNm: 6.5 }));
    await expect.poll(() => nm(frames[0]!)).toBe(6.5);
    expect(await nm(frames[1]!)).toBe(5);
    expect(await page.locator("interphase-lab").evaluateAll((labs) => labs.map((lab: any) => lab.view))).toEqual(["explore", "explore", "operando", "current", "map"]);
    expect(problems).toEqual([]);
    await close();
  });

  test("sandboxed with scripts alone it runs, and what is forbidden does not throw", async () => {
    const { page, problems, close } = await host("sandboxed.html");
    const frame = await framed(page);
    expect(frame.url()).toContain("interphase.html");
    expect(await frame.evaluate(() => window.origin)).toBe("null");
    const before = await sentence(frame);
    await frame.getByRole("slider", { name: "Film thickness" }).press("PageDown");
    await expect.poll(() => sentence(frame)).not.toBe(before);
    // Workers: a dropped file is read and fitted.
    await drop(frame as unknown as Page, "one arc.z", zplot({ series: 5, resistance: 1200, q: 2e-6, n: 0.9 }));
    await frame.getByTestId("arc-fit").waitFor();
    await frame.locator(".actions .plain").click();
    await frame.locator("ip-share button.primary").click();
    await expect.poll(() => frame.locator("ip-share [role=status]").first().textContent()).toMatch(/Copied|refused/);
    expect(problems.filter((text) => !/clipboard/i.test(text))).toEqual([]);
    await close();
  });

  test("sandboxed with scripts alone a mystery cell is graded", async () => {
    const { page, problems, close } = await host("sandboxed.html");
    await framed(page);
    const cell = write(draw(2026, "anti-sei", 0.5, QUANTITIES));
    await page.locator("#lab").evaluate((lab: any, cell) => (lab.link = `v1/lessons?lang=en&lessons.at=mystery&lessons.cell=${cell}`), cell);
    const frame = page.frameLocator("iframe");
    await frame.getByRole("textbox", { name: "Arc resistance", exact: true }).fill("12");
    await frame.getByRole("button", { name: "Check" }).click();
    await frame.locator("[data-grade=arc].off").waitFor();
    const truth = String(draw(2026, "anti-sei", 0.5, QUANTITIES).arc);
    await frame.getByRole("textbox", { name: "Arc resistance", exact: true }).fill(truth);
    await frame.getByRole("textbox", { name: "Arc resistance", exact: true }).press("Enter");
    await frame.locator("[data-grade=arc].close").waitFor();
    expect(problems).toEqual([]);
    await close();
  });

  test("under a strict policy it styles itself and follows its content's height", async () => {
    const { page, problems, close } = await host("strict.html");
    const frame = await framed(page);
    const heights = async () => [(await page.locator("iframe").boundingBox())?.height ?? 0, await frame.locator("interphase-lab").evaluate((lab) => Math.ceil(lab.scrollHeight))];
    await expect.poll(async () => (await heights()).reduce((a, b) => Math.abs(a - b))).toBeLessThan(2);
    const [high = 0] = await heights();
    await page.locator("#lab").evaluate((lab: any) => (lab.hide = "bar,panel,side"));
    await expect.poll(async () => (await heights())[0]).toBeLessThan(high);
    await page.waitForTimeout(500);
    const [settled] = await heights();
    await page.waitForTimeout(500);
    expect((await heights())[0], "it does not creep").toBe(settled);
    expect(problems).toEqual([]);
    await close();
  });

  test("it starts when it comes into view, and rests when it leaves", async () => {
    const { page, requests, close } = await host("below.html");
    await page.waitForTimeout(700);
    expect(requests.filter((address) => !/below\.html|embed\.js|favicon/.test(address))).toEqual([]);
    await page.locator("#lab").scrollIntoViewIfNeeded();
    const frame = await framed(page);
    const place = () => frame.locator("ip-timeline input").first().evaluate((input: HTMLInputElement) => Number(input.value));
    await frame.locator("ip-timeline .play").click();
    const start = await place();
    await expect.poll(place).not.toBe(start);
    await page.evaluate(() => scrollTo(0, 0));
    await page.waitForTimeout(500);
    const left = await place();
    await page.waitForTimeout(700);
    expect(await place()).toBe(left);
    await close();
  });

  test("without WebAssembly the fallback stays, in the element and in the page itself", async () => {
    const { page, close } = await open(new URL(`${home()}/hosts/empty.html`), { ready: false });
    await page.context().addInitScript(() => Reflect.deleteProperty(globalThis, "WebAssembly"));
    await page.goto(`${home()}/hosts/plain.html`);
    await page.waitForTimeout(1500);
    expect(await page.locator("#fallback").isVisible()).toBe(true);
    expect(await page.locator("#lab").getAttribute("ready")).toBeNull();
    for (const file of ["index.html", "interphase.html"]) {
      await page.goto(`${home()}/${file}`);
      await page.locator("interphase-lab ip-notice").waitFor();
      expect(await page.locator("interphase-lab > figure svg").isVisible()).toBe(true);
      expect(await page.locator("figcaption").isVisible()).toBe(true);
    }
    await close();
  });

  test("without JavaScript the page shows its drawing", async () => {
    const { page, close } = await open("served", { ready: false, javaScriptEnabled: false });
    expect(await page.locator("figcaption").isVisible()).toBe(true);
    await close();
  });
});

describe("a bare frame", () => {
  const frames = { folder: "/index.html", file: "/interphase.html" };
  const sandboxes = { none: undefined, "scripts only": "allow-scripts", "scripts and origin": "allow-scripts allow-same-origin" };

  /** A host of one origin with the page of the other, or the same. */
  async function bare(src: string, { sandbox, width, search = "" }: { sandbox?: string | undefined; width?: number; search?: string } = {}, origin = home()): Promise<Watched & { frame: Frame }> {
    const query = new URLSearchParams({ src: `${home()}${src}`.replace("#", `${search}#`) + (src.includes("#") ? "" : search), ...(sandbox ? { sandbox } : {}), ...(width ? { width: String(width) } : {}) });
    const watched = await host(`frame.html?${query}`, origin);
    const handle = await watched.page.waitForSelector("iframe");
    return { ...watched, frame: await inside((await handle.contentFrame())!) };
  }
  const heard = (page: Page, type: string) => page.evaluate((type) => (window as any).heard.filter((message: any) => message.type === type), type);
  const say = (page: Page, message: unknown) => page.evaluate((message) => (window as any).say(message), message);

  const cases = Object.entries(frames).flatMap(([kind, src]) =>
    Object.entries(sandboxes).flatMap(([flags, sandbox]) => [false, true].map((foreign) => ({ kind, src, flags, sandbox, foreign }))));
  test.each(cases)("$kind, sandbox: $flags, foreign: $foreign", async ({ src, sandbox, foreign }) => {
    const { page, problems, close } = await bare(src, { sandbox }, foreign ? foreignOrigin() : home());
    await expect.poll(() => heard(page, "ready")).toHaveLength(1);
    await say(page, { interphase: 1, type: "set", id: "a", cell: { thicknessNm: 7 } });
    await expect.poll(() => heard(page, "state")).toContainEqual(expect.objectContaining({ id: "a", cell: expect.objectContaining({ thicknessNm: 7 }) }));
    expect(problems).toEqual([]);
    await close();
  });

  test("wrong shapes change nothing, and every question of ours is answered", async () => {
    const { page, problems, close } = await bare("/index.html");
    await expect.poll(() => heard(page, "ready")).toHaveLength(1);
    await say(page, { interphase: 1, type: "get", id: "before" });
    await expect.poll(() => heard(page, "state")).toHaveLength(1);
    const strangers = [null, 1, "interphase", [], {}, { type: "get", id: "x" }, { interphase: 2, type: "get", id: "x" }, { interphase: "1", type: "set", view: "map" }];
    const wrong = [
      { type: "dance" }, { type: "__proto__" }, { type: null }, { type: "set", cell: [] }, { type: "set", cell: { thicknessNm: {} } }, { type: "set", cell: { thicknessNm: NaN } },
      { type: "set", cell: { thicknessNm: -1 } }, { type: "set", cell: { thicknessNm: "" } }, { type: "set", cell: { thicknessNm: 1e9 } }, { type: "set", cell: { constructor: 1 } }, { type: "set", cell: JSON.parse('{"__proto__": 1, "toString": 2}') },
      { type: "set", view: "atlantis" }, { type: "set", view: 3 }, { type: "set", preset: "gold" }, { type: "set", link: "v9/x" }, { type: "set", link: "not a link" }, { type: "set", link: "v1/explore?thicknessNm=-4" },
      { type: "set", hide: "bar" }, { type: "set", hide: ["everything"] }, { type: "set", lock: [1] }, { type: "set", theme: "pink" }, { type: "set", language: "xx" }, { type: "set", language: "__proto__" },
      { type: "set", view: "map", cell: { thicknessNm: -1 } }, { type: "set", link: "x".repeat(300_000) }, { type: "export" }, { type: "export", format: "exe" }, { type: "export", format: "svg", figure: 7 }, { type: "export", format: "svg", figure: "none" },
    ];
    for (const message of strangers) await say(page, message);
    for (const [i, message] of wrong.entries()) await say(page, { interphase: 1, id: `w${i}`, ...message });
    await say(page, { interphase: 1, type: "get", id: "after" });
    await expect.poll(async () => (await heard(page, "error")).map(({ id }: { id: string }) => id).sort()).toEqual(wrong.map((_, i) => `w${i}`).sort());
    await expect.poll(() => heard(page, "state")).toHaveLength(2);
    const [before, after] = await heard(page, "state");
    expect({ ...after, id: "" }).toEqual({ ...before, id: "" });
    expect(problems).toEqual([]);
    await close();
  });

  test("whoever is not named by ?host= is neither heard nor told", async () => {
    const named = await bare("/index.html", { search: `?host=${foreignOrigin()}` }, foreignOrigin());
    await say(named.page, { interphase: 1, type: "get", id: "a" });
    await expect.poll(() => heard(named.page, "state")).toHaveLength(1);
    await named.close();

    const stranger = await bare("/index.html", { search: `?host=https://school.example,nonsense` }, foreignOrigin());
    await say(stranger.page, { interphase: 1, type: "set", id: "a", view: "map" });
    await stranger.frame.locator("nav a").nth(1).click();
    await stranger.page.waitForTimeout(700);
    expect(await stranger.page.evaluate(() => (window as any).heard)).toEqual([]);
    expect(await stranger.frame.locator("ip-map").count()).toBe(0);
    await stranger.close();
  });

  test.each(["explore", "operando", "current", "map"])("%s at 600 pixels: no brand, areas hide, a way out", async (view) => {
    const { page, frame, problems, close } = await bare(`/index.html#v1/${view}?thicknessNm=6.5`, { width: 600 });
    const areas = { views: "nav", panel: ".panel", side: ".side", words: ".sentence", bar: ".top" };
    for (const part of Object.values(areas)) expect(await frame.locator(part).first().isVisible(), part).toBe(true);
    expect(await frame.locator(".brand").isVisible()).toBe(false);
    const hidden: string[] = [];
    for (const [area, part] of Object.entries(areas)) {
      hidden.push(area);
      await say(page, { interphase: 1, type: "set", hide: hidden });
      await expect.poll(() => frame.locator(part).first().isVisible(), { message: area }).toBe(false);
      const over = await frame.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      expect(over, `${area}: nothing sticks out`).toBeLessThanOrEqual(0);
      for (const plot of await frame.locator("ip-plot").all()) expect((await plot.boundingBox())!.height).toBeGreaterThan(150);
    }
    const out = frame.locator(".whole a");
    expect(await out.getAttribute("rel")).toBe("noopener");
    expect(await out.getAttribute("href")).toMatch(new RegExp(`#v1/${view}.*thicknessNm=6\\.5$`));
    expect(await out.getAttribute("href")).not.toContain("hide");
    if (process.env["INTERPHASE_SHOTS"]) await page.screenshot({ path: `${process.env["INTERPHASE_SHOTS"]}/${view}-bare.png` });
    expect(problems).toEqual([]);
    await close();
  });
});

test("the page that documents the element runs its own examples, under its own policy", async () => {
  const { page, problems, close } = await open(new URL(`${home()}/embed/`), { ready: false });
  const live = await framed(page, 0);
  await page.getByRole("button", { name: /Set the film/ }).click();
  await expect.poll(() => nm(live)).toBe(6);
  await page.getByRole("button", { name: /CSV/ }).click();
  await expect.poll(() => page.locator("#exported").textContent()).toMatch(/lines/);
  await page.locator("#framed").scrollIntoViewIfNeeded();
  await page.frameLocator("#framed").locator("ip-map svg").first().waitFor();
  await page.locator("interphase-lab").nth(1).scrollIntoViewIfNeeded();
  await framed(page, 1);
  expect(problems).toEqual([]);
  await close();
});
