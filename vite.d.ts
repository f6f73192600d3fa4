/** What vite.config.ts adds to the page's sources. */
declare const __SINGLE_FILE__: boolean;

declare module "virtual:engine-wasm" {
  /** Loads and compiles the whole engine. */
  export function compileEngine(): Promise<WebAssembly.Module>;
  /** The model alone (in the single file the whole engine). */
  export function compileModel(): Promise<WebAssembly.Module>;
}
