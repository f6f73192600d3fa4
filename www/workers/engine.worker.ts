/** An engine in a worker: gets the compiled module first, then calls by name; one answer for each. */
import * as wasm from "interphase";

export type Call = { [K in keyof typeof wasm]: (typeof wasm)[K] extends (...args: any[]) => any ? K : never }[keyof typeof wasm];
export interface Request { id: number; call: Call; args: unknown[] }
export type Answer =
  | { id: number; result: unknown }
  | { id: number; error: { name: string; message: string; code?: string; line?: number; column?: number }; panic: boolean };

let lastPanic = "";
self.addEventListener("interphase-panic", (event) => {
  lastPanic = String((event as CustomEvent<string>).detail);
});

self.onmessage = (event: MessageEvent<WebAssembly.Module | Request>) => {
  if (event.data instanceof WebAssembly.Module) {
    wasm.initSync({ module: event.data });
    return;
  }
  const { id, call, args } = event.data;
  try {
    const run = wasm[call] as (...args: unknown[]) => unknown;
    self.postMessage({ id, result: run(...args) } satisfies Answer);
  } catch (thrown) {
    const error = thrown as Error & { code?: string; line?: number; column?: number };
    const panic = thrown instanceof WebAssembly.RuntimeError || thrown instanceof RangeError;
    const { name, code, line, column } = error;
    self.postMessage({ id, error: { name, message: (panic && lastPanic) || error.message, code, line, column }, panic } as Answer);
  }
};
