import { beforeEach, expect, it, vi } from "vitest";

const broken = vi.hoisted(() => ({ simulate: vi.fn(), presets: vi.fn(), __wbg_reset_state: vi.fn() }));
// Whatever else the page imports from the package is there, and does nothing.
const engineDouble = vi.hoisted(() => () => new Proxy<Record<string, unknown>>({ default: async () => {}, ...broken }, {
  get: (known, name) => (name === "then" ? undefined : (known[String(name)] ?? (() => {}))), has: (_, name) => name !== "then",
}));
vi.mock("interphase", engineDouble);
vi.mock("interphase/model", engineDouble);
vi.mock("virtual:engine-wasm", () => ({ compileEngine: async () => ({}), compileModel: async () => ({}) }));

// Node's global object hears no events.
const around = new EventTarget();
vi.stubGlobal("addEventListener", around.addEventListener.bind(around));

const engine = await import("./engine");

beforeEach(() => vi.clearAllMocks());

it("turns a trap into a panic with the engine's own words, and starts it afresh", () => {
  const heard = vi.fn();
  engine.panics.addEventListener("panic", heard);
  broken.simulate.mockImplementation(() => {
    around.dispatchEvent(new CustomEvent("interphase-panic", { detail: "panicked at crate/src/film.rs:1:1: index out of bounds" }));
    throw new WebAssembly.RuntimeError("unreachable");
  });
  expect(() => engine.simulate({}, new Float64Array(1))).toThrow(engine.EnginePanic);
  expect(broken.__wbg_reset_state).toHaveBeenCalledOnce();
  const { detail } = heard.mock.calls[0]![0] as CustomEvent<InstanceType<typeof engine.EnginePanic>>;
  expect(detail.call).toBe("simulate");
  broken.simulate.mockReturnValue("sound again");
  expect(engine.simulate({}, new Float64Array(1))).toBe("sound again");
});

it("lets the engine's own errors through", () => {
  broken.simulate.mockImplementation(() => {
    throw Object.assign(new Error("thicknessNm is 99 nm, but must lie between 0.5 and 10 nm."), { name: "InterphaseError" });
  });
  expect(() => engine.simulate({}, new Float64Array(1))).toThrow("thicknessNm is 99 nm");
  expect(broken.__wbg_reset_state).not.toHaveBeenCalled();
});
