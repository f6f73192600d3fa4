// The built page, dist/, in Chromium: one line per case, as bench/README.md says. INTERPHASE_CHROMIUM names the browser.
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { extname } from "node:path";
import { gzipSync } from "node:zlib";
import { chromium } from "playwright-core";
import { growth } from "./growth.mjs";

const dist = new URL("../dist/", import.meta.url);
const types = { ".html": "text/html", ".js": "text/javascript", ".css": "text/css", ".wasm": "application/wasm", ".svg": "image/svg+xml" };
const kept = new Map();

/** dist/ as a static host gives it: compressed. */
async function packed(path) {
  if (!kept.has(path)) kept.set(path, gzipSync(await readFile(new URL(`.${path.endsWith("/") ? `${path}index.html` : path}`, dist))));
  return kept.get(path);
}
const server = createServer(async (request, response) => {
  const { pathname } = new URL(request.url, "http://localhost");
  try {
    const body = await packed(pathname);
    response.writeHead(200, { "Content-Type": types[extname(pathname)] ?? "text/html", "Content-Encoding": "gzip", "Content-Length": body.length });
    response.end(body);
  } catch {
    response.writeHead(404).end();
  }
});
await new Promise((listening) => server.listen(0, "127.0.0.1", listening));
const address = `http://127.0.0.1:${server.address().port}/`;

const browser = await chromium.launch({
  executablePath: process.env.INTERPHASE_CHROMIUM ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
});

/** Does something in a page of its own, with Chromium's own throttles. */
async function inPage(act, { cpu = 1, network } = {}) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  try {
    const page = await context.newPage();
    const devtools = await context.newCDPSession(page);
    await devtools.send("Emulation.setCPUThrottlingRate", { rate: cpu });
    if (network) {
      await devtools.send("Network.enable");
      await devtools.send("Network.emulateNetworkConditions", { offline: false, ...network });
    }
    return await act(page, devtools);
  } finally {
    await context.close();
  }
}

async function settled(page, hash = "") {
  await page.goto(address + hash);
  await page.locator("interphase-lab main[aria-busy=false]").waitFor();
  await page.waitForLoadState("networkidle");
}

const sorted = (times) => times.toSorted((a, b) => a - b);
const quantile = (times, share) => sorted(times)[Math.min(times.length - 1, Math.floor(share * times.length))];
const report = (name, times, share = 0.5) => console.log(`${name}\t${quantile(times, share) / 1000}\t${times.length}`);

/** A failing case is told, and the others go on. */
async function measure(name, act) {
  try {
    await act();
  } catch (error) {
    console.error(`${name} failed: ${error.message ?? error}`);
  }
}

// From the event of a step reaching the page to the end of the frame that paints the moved curves: the first that the page hears after
// that frame's requestAnimationFrame, be it a message posted there or, as frames come before messages, what begins the next frame.
// Of all curves in `picture`: a thin film moves the Bode plot alone.
// The hand is the browser's own input, since Playwright's mouse runs a script in the page at each step of a drag. To and fro
// about `middle`, a step a frame or so: as a hand moves it.
async function dragged(page, devtools, slider, picture, middle) {
  await picture.evaluate((picture) => {
    const curves = () => [...picture.querySelectorAll(".ip-line")].map((line) => line.getAttribute("points") ?? line.getAttribute("d")).join();
    const times = (globalThis.painted = []);
    let since;
    const look = (before) => requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      const heard = new AbortController();
      const over = () => {
        if (heard.signal.aborted) return;
        heard.abort();
        const now = performance.now();
        if (curves() === before) return look(before);
        times.push(now - since);
        since = undefined;
      };
      port1.onmessage = over;
      port2.postMessage(undefined);
      addEventListener("pointermove", over, { capture: true, signal: heard.signal });
      requestAnimationFrame(over);
    });
    addEventListener("input", () => {
      if (since !== undefined) return;
      const before = curves();
      since = performance.now();
      look(before);
    }, { capture: true });
  });
  const track = await slider.boundingBox();
  const hand = (type, share) =>
    devtools.send("Input.dispatchMouseEvent", { type, x: track.x + track.width * share, y: track.y + track.height / 2, button: "left", buttons: 1, clickCount: 1 });
  await hand("mousePressed", middle);
  for (let step = 0; step < 400; step++) {
    await hand("mouseMoved", middle + 0.1 * Math.sin(step / 15));
    await page.waitForTimeout(12);
  }
  await hand("mouseReleased", middle);
  const painted = await page.evaluate(() => globalThis.painted.slice(20));
  if (painted.length < 100) throw new Error(`only ${painted.length} steps were painted`);
  return painted;
}

// Between 6.5 and 8.5 nm: thicker films block everything, and a step that moves no curve is never painted.
for (const [name, cpu] of [["slider", 4], ["free-slider", 1]]) {
  await measure(name, () => inPage(async (page, devtools) => {
    await settled(page, "#v1/explore");
    const painted = await dragged(page, devtools, page.getByRole("slider", { name: "Film thickness" }), page.locator(".plots"), 0.75);
    report(`${name}-median`, painted);
    report(`${name}-95`, painted, 0.95);
  }, { cpu }));
}

// What no page can beat: a slider, and as many curves of as many points, drawn the same way.
await measure("least", () => inPage(async (page, devtools) => {
  await page.setContent(`<input type="range" max="400" style="width: 235px"><svg width="600" height="400">${"<polyline class='ip-line' fill='none' stroke='blue' stroke-width='2' />".repeat(8)}</svg>`);
  await page.evaluate(() => {
    const slider = document.querySelector("input"), lines = [...document.querySelectorAll("polyline")];
    let due = 0;
    const draw = () => {
      due = 0;
      lines.forEach((line, k) => {
        let points = "";
        for (let i = 0; i < 60; i++) {
          const angle = (i / 59) * Math.PI, size = Number(slider.value) / 2;
          points += `${Math.round(10 * (250 - size * Math.cos(angle) + 5 * k)) / 10},${Math.round(10 * (300 - size * Math.sin(angle))) / 10} `;
        }
        line.setAttribute("points", points);
      });
    };
    draw();
    slider.addEventListener("input", () => (due ||= requestAnimationFrame(draw)));
  });
  const painted = await dragged(page, devtools, page.getByRole("slider"), page.locator("svg"), 0.75);
  report("least-median", painted);
  report("least-95", painted, 0.95);
}, { cpu: 4 }));

// From 1,000 spectra in the page's state to the trend on the screen: the page's own pool of workers, with all that is drawn.
const spectra = growth();
for (const follow of ["arc", "circuit"]) {
  await measure(`series, ${follow}`, async () => {
    const times = [];
    for (let run = 0; run < 3; run++) {
      times.push(await inPage(async (page) => {
        await settled(page, `#v1/analyse?analyse.task=series&analyse.follow=${follow}`);
        return page.locator("interphase-lab").evaluate((lab, spectra) => {
          const floats = (list) => Float64Array.from(list);
          const data = spectra.map((spectrum, i) => ({
            id: `growth-${i}`, file: "growth", format: "interphase",
            spectrum: { ...spectrum, frequency: floats(spectrum.frequency), re: floats(spectrum.re), im: floats(spectrum.im) },
          }));
          const start = performance.now();
          lab.store.update({ data });
          return new Promise((done) => {
            const look = () => {
              if (lab.shadowRoot.querySelector("[data-testid=series-sentence]")) setTimeout(() => done(performance.now() - start));
              else requestAnimationFrame(look);
            };
            look();
          });
        }, spectra);
      }));
    }
    report(`series-${follow}`, times);
  });
}

// From navigation to the end of the frame that has drawn the first curve.
await measure("first curve", async () => {
  const times = [];
  // What Lighthouse calls slow 4G.
  const network = { latency: 150, downloadThroughput: (1638.4 * 1000) / 8, uploadThroughput: (750 * 1000) / 8 };
  for (let run = 0; run < 5; run++) {
    times.push(await inPage(async (page) => {
      await page.addInitScript(() => {
        globalThis.usable = new Promise((done) => {
          const look = () => {
            const plot = document.querySelector("interphase-lab")?.shadowRoot?.querySelector("main[aria-busy=false] ip-plot");
            const curve = [...(plot?.querySelectorAll(".ip-line") ?? [])].some((line) => (line.getAttribute("points") ?? line.getAttribute("d") ?? "").length > 200);
            if (curve) setTimeout(() => done(performance.now()));
            else requestAnimationFrame(look);
          };
          look();
        });
      });
      await page.goto(address, { waitUntil: "commit" });
      return page.evaluate(() => globalThis.usable);
    }, { cpu: 4, network }));
  }
  report("first-curve", times);
});

console.error(`Chromium ${browser.version()}`);
await browser.close();
server.close();
