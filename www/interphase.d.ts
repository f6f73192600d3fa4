/** Types of the wasm package, without building it: the contract, and what wasm-bindgen puts beside it. */
export * from "../crate/src/web/api";
export default function init(options: { module_or_path: WebAssembly.Module }): Promise<unknown>;
export function initSync(options: { module: BufferSource | WebAssembly.Module }): unknown;
