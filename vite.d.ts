/** What vite.config.ts adds to the page's sources. */
declare const __SINGLE_FILE__: boolean;

declare module "virtual:engine-wasm" {
  /** Loads and compiles the engine, once for the page and all its workers. */
  export function compileEngine(): Promise<WebAssembly.Module>;
}
