/**
 * Long work beside the page: a few workers, each with its own engine. A call can be cancelled (its worker is ended and
 * replaced) and a panic ends its worker only.
 *
 *     const fit = await run("fitArc", [spectrum, { range }], { signal });
 *     const fits = await runAll("fitArc", spectra.map((s) => [s]), { signal, progress: (done, all) => … });
 */
import type * as wasm from "interphase";
import { compiled, EnginePanic, panics } from "../engine";
import EngineWorker from "./engine.worker?worker&inline";
import type { Answer, Call, Request } from "./engine.worker";

type Args<C extends Call> = (typeof wasm)[C] extends (...args: infer A) => unknown ? A : never;
type Result<C extends Call> = (typeof wasm)[C] extends (...args: any[]) => infer R ? R : never;

interface Job {
  request: Request;
  signal: AbortSignal | undefined;
  resolve(result: unknown): void;
  reject(reason: unknown): void;
}

// One for each core: while they work, the page itself only waits and shows how far they are.
const SIZE = Math.max(1, Math.min(4, navigator.hardwareConcurrency || 2));
const idle: Worker[] = [];
const waiting: Job[] = [];
let started = 0;
let lastId = 0;

/** Runs one engine call in a worker. */
export function run<C extends Call>(call: C, args: Args<C>, { signal }: { signal?: AbortSignal } = {}): Promise<Result<C>> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason);
    const job: Job = { request: { id: ++lastId, call, args }, signal, resolve: (result) => resolve(result as Result<C>), reject };
    waiting.push(job);
    signal?.addEventListener("abort", () => {
      const place = waiting.indexOf(job);
      if (place >= 0) waiting.splice(place, 1);
      reject(signal.reason);
    }, { once: true });
    next();
  });
}

/** Runs one call for each set of arguments, in order of the answers; `progress` hears how many are done. */
export async function runAll<C extends Call>(
  call: C,
  list: readonly Args<C>[],
  { signal, progress }: { signal?: AbortSignal; progress?: (done: number, all: number) => void } = {},
): Promise<PromiseSettledResult<Result<C>>[]> {
  let done = 0;
  return Promise.allSettled(
    list.map((args) => run(call, args, { signal }).finally(() => progress?.(++done, list.length))),
  );
}

function next(): void {
  if (waiting.length === 0) return;
  const worker = idle.pop();
  if (worker) {
    begin(worker, waiting.shift()!);
  } else if (started < SIZE) {
    started++;
    void compiled().then((module) => {
      const made = new EngineWorker();
      made.postMessage(module);
      free(made);
    });
  }
}

function free(worker: Worker): void {
  idle.push(worker);
  next();
}

function begin(worker: Worker, { request, signal, resolve, reject }: Job): void {
  const end = () => {
    worker.terminate();
    started--;
    next();
  };
  const finished = () => signal?.removeEventListener("abort", end);
  signal?.addEventListener("abort", end, { once: true });
  worker.onmessage = ({ data }: MessageEvent<Answer>) => {
    finished();
    if ("result" in data) {
      resolve(data.result);
    } else if (data.panic) {
      const panic = new EnginePanic(request.call, data.error.message);
      panics.dispatchEvent(new CustomEvent("panic", { detail: panic }));
      reject(panic);
      return end();
    } else {
      const { message, ...fields } = data.error;
      reject(Object.assign(new Error(message), fields));
    }
    free(worker);
  };
  worker.onerror = (event) => {
    finished();
    reject(new EnginePanic(request.call, event.message));
    end();
  };
  worker.postMessage(request);
}
