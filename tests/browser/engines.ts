/** The three browser engines behind one small face, so that one test runs in all of them. */
import { spawn, type ChildProcess } from "node:child_process";
import { createServer } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { chromium } from "playwright-core";
import puppeteer from "puppeteer-core";
import { Builder, Capabilities } from "selenium-webdriver";

/** One page in one browser. What it does is done by functions that run in the page. */
export interface Engine {
  open(address: string): Promise<void>;
  /** Runs a function of the page; it may be asynchronous, and knows only its arguments. */
  run<A extends unknown[], R>(work: (...args: A) => R | Promise<R>, ...args: A): Promise<R>;
  /** The value of an expression of the page, awaited. */
  evaluate<R>(expression: string): Promise<R>;
  close(): Promise<void>;
}

/** Each engine with the variable that names its program; `cargo xtask test` sets those that are there. */
export const engines: { name: string; variable: string; launch(program: string): Promise<Engine> }[] = [
  { name: "Chromium", variable: "INTERPHASE_CHROMIUM", launch: launchChromium },
  { name: "Firefox", variable: "INTERPHASE_FIREFOX", launch: launchFirefox },
  { name: "WebKit", variable: "INTERPHASE_WEBKIT", launch: launchWebKit },
];

const size = { width: 1280, height: 800 };

async function launchChromium(program: string): Promise<Engine> {
  const browser = await chromium.launch({ executablePath: program, args: ["--no-sandbox", "--disable-gpu", "--disable-quic"] });
  const page = await browser.newPage({ viewport: size });
  return {
    open: async (address) => void (await page.goto(address)),
    run: (work, ...args) => page.evaluate(call(work, args)) as Promise<never>,
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    close: () => browser.close(),
  };
}

async function launchFirefox(program: string): Promise<Engine> {
  const browser = await puppeteer.launch({ browser: "firefox", executablePath: program, headless: true, defaultViewport: size });
  const page = await browser.newPage();
  return {
    open: async (address) => void (await page.goto(address)),
    run: (work, ...args) => page.evaluate(call(work, args)) as Promise<never>,
    evaluate: (expression) => page.evaluate(expression) as Promise<never>,
    close: () => browser.close(),
  };
}

/** WebKitGTK's driver starts its small browser on a virtual screen. */
async function launchWebKit(program: string): Promise<Engine> {
  const display = `:${90 + (process.pid % 900)}`;
  const screen = start("Xvfb", [display, "-screen", "0", "1280x900x24", "-nolisten", "tcp"]);
  const port = await freePort();
  const driver = start(program, [`--port=${port}`], { DISPLAY: display });
  const end = () => [driver, screen].forEach((process) => process.kill());
  try {
    await answers(port);
    const browser = await new Builder()
      .usingServer(`http://127.0.0.1:${port}`)
      .withCapabilities(new Capabilities({ browserName: "MiniBrowser" }))
      .build();
    await browser.manage().setTimeouts({ script: 60_000, pageLoad: 60_000 });
    const evaluate = async <R>(expression: string): Promise<R> => {
      const script = `const done = arguments[arguments.length - 1]; (${expression}).then((value) => done({ value }), (error) => done({ error: String(error) }));`;
      const { value, error } = await browser.executeAsyncScript<{ value: R; error?: string }>(script);
      if (error) throw new Error(error);
      return value;
    };
    return {
      open: (address) => browser.get(address),
      run: (work, ...args) => evaluate(call(work, args)),
      evaluate,
      close: async () => {
        await browser.quit();
        end();
      },
    };
  } catch (error) {
    end();
    throw error;
  }
}

/** The call as an expression that gives a promise. */
function call(work: (...args: never[]) => unknown, args: unknown[]): string {
  return `(async () => (${work})(...${JSON.stringify(args)}))()`;
}

function start(program: string, args: string[], variables: NodeJS.ProcessEnv = {}): ChildProcess {
  return spawn(program, args, { stdio: "ignore", env: { ...process.env, ...variables } });
}

function freePort(): Promise<number> {
  return new Promise((found) => {
    const server = createServer().listen(0, () => {
      const address = server.address();
      server.close(() => found(address && typeof address === "object" ? address.port : 0));
    });
  });
}

async function answers(port: number): Promise<void> {
  for (let attempt = 0; attempt < 100; attempt++) {
    if (await fetch(`http://127.0.0.1:${port}/status`).then((r) => r.ok, () => false)) return;
    await sleep(100);
  }
  throw new Error("The WebKit driver does not answer.");
}
