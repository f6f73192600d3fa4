import { expect, it, vi } from "vitest";
import { Store, type State } from "./store";

const start: State = { view: "explore", preset: "a", cell: { d: 8 }, data: [], locked: [], hidden: [], theme: "auto", language: "auto", slices: {}, sights: {} };
const d = (store: Store) => store.state.cell["d"];

it("counts a gesture as one step of undo", () => {
  const store = new Store(start);
  for (const value of [7, 6, 5]) store.update({ cell: { d: value } }, { history: "replace" });
  expect(store.previous).toBe(start);
  store.update({ cell: { d: 5 } });
  store.update({ cell: { d: 1 } });
  store.undo();
  expect(d(store)).toBe(5);
  store.undo();
  expect(store.state.cell).toBe(start.cell);
  expect(store.canUndo).toBe(false);
  store.redo();
  store.redo();
  expect(d(store)).toBe(1);
  expect(store.canRedo).toBe(false);
});

it("takes back what follows from a step together with it", () => {
  const store = new Store(start);
  store.update({ cell: { d: 3 } });
  store.update({ slices: { lessons: { done: "arc-1" } } }, { history: "join" });
  expect(store.previous).toBe(start);
  store.undo();
  expect(store.state).toEqual(start);
  store.redo();
  expect([d(store), store.state.slices["lessons"]]).toEqual([3, { done: "arc-1" }]);
  // In the middle of a gesture it belongs to that.
  store.update({ cell: { d: 4 } }, { history: "replace" });
  store.update({ slices: {} }, { history: "join" });
  store.update({ cell: { d: 5 } });
  store.undo();
  expect([d(store), store.state.slices["lessons"]]).toEqual([3, { done: "arc-1" }]);
});

it("undoes a gesture that is still under way", () => {
  const store = new Store(start);
  store.update({ cell: { d: 3 } }, { history: "replace" });
  store.undo();
  expect(d(store)).toBe(8);
  store.redo();
  expect(d(store)).toBe(3);
});

it("forgets what was undone once something new is done, and leaves the reader's own settings alone", () => {
  const store = new Store(start);
  store.update({ cell: { d: 3 } });
  store.update({ theme: "dark", view: "map" });
  store.undo();
  expect([d(store), store.state.theme, store.state.view]).toEqual([8, "dark", "map"]);
  store.update({ cell: { d: 2 } });
  expect(store.canRedo).toBe(false);
});

it("sees no step under way in a change of theme", () => {
  const store = new Store(start);
  store.update({ theme: "dark" }, { history: "replace" });
  expect(store.canUndo).toBe(false);
  expect(store.previous).toBeUndefined();
});

it("keeps no step for a change that changes nothing", () => {
  const store = new Store(start);
  store.update({ cell: start.cell });
  expect(store.canUndo).toBe(false);
});

it("tells who listens, until they stop", () => {
  const store = new Store(start);
  const listener = vi.fn();
  const stop = store.subscribe(listener);
  store.update({ cell: { d: 1 } }, { history: "replace" });
  expect(listener.mock.calls[0]?.[2]).toEqual({ settled: false, sight: false });
  stop();
  store.update({ cell: { d: 2 } });
  expect(listener).toHaveBeenCalledTimes(1);
});

it("leaves what is seen of a figure to the reader", () => {
  const store = new Store(start), sights = { "explore.bode": { off: ["main"] } };
  store.update({ cell: { d: 3 } });
  const listener = vi.fn();
  store.subscribe(listener);
  store.update({ sights }, { history: "replace" });
  expect(listener.mock.calls[0]?.[2]).toEqual({ settled: false, sight: true });
  expect(store.previous).toBe(start);
  store.undo();
  expect(d(store)).toBe(8);
  expect(store.state.sights).toBe(sights);
  expect(store.canUndo).toBe(false);
});
