import { afterEach, beforeEach, expect, test, vi } from "vitest";

// A browser's frames: sixty a second, and a message in a frame arrives after its paint.
let frames: ((start: number) => void)[] = [];
let paint: () => void = () => {};
/** Lets a frame pass whose scripts, layout and paint took so many milliseconds. */
function frame(cost: number): void {
  const start = performance.now();
  for (const callback of frames.splice(0)) callback(start);
  vi.advanceTimersByTime(cost);
  paint();
  paint = () => {};
}

beforeEach(() => {
  vi.resetModules();
  vi.useFakeTimers();
  frames = [];
  vi.stubGlobal("window", globalThis);
  vi.stubGlobal("requestAnimationFrame", (callback: (start: number) => void) => frames.push(callback));
  vi.stubGlobal("MessageChannel", class {
    port1: { onmessage?: () => void } = {};
    port2 = { postMessage: () => (paint = () => this.port1.onmessage?.()) };
  });
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("at rest everything is done at once", async () => {
  const { pace } = await import("./pace");
  const task = vi.fn();
  pace.later(task);
  expect(task).toHaveBeenCalledOnce();
});

test("while a hand moves, what follows waits for a frame with time left", async () => {
  const { pace } = await import("./pace");
  const task = vi.fn();
  pace.move();
  pace.later(task);
  frame(12);
  expect(task).not.toHaveBeenCalled();
  pace.move();
  frame(3);
  expect(task).toHaveBeenCalledOnce();
});

test("on a slow machine it waits half a second, and then all is done in one frame", async () => {
  const { pace } = await import("./pace");
  const tasks = [vi.fn(), vi.fn(), vi.fn()];
  pace.move();
  for (const task of tasks) pace.later(task);
  for (let time = 0; time < 480; time += 20) {
    pace.move();
    frame(20);
  }
  for (const task of tasks) expect(task).not.toHaveBeenCalled();
  pace.move();
  frame(20);
  pace.move();
  frame(20);
  for (const task of tasks) expect(task).toHaveBeenCalledOnce();
});

test("what is overdue brings along what it brings up itself", async () => {
  const { pace } = await import("./pace");
  const inner = vi.fn();
  pace.move();
  pace.later(() => void Promise.resolve().then(() => pace.later(inner)));
  for (let time = 0; time <= 500; time += 20) {
    pace.move();
    frame(20);
    await Promise.resolve();
  }
  expect(inner).toHaveBeenCalledOnce();
  // The hand's next step ends it.
  const later = vi.fn();
  pace.move();
  pace.later(later);
  expect(later).not.toHaveBeenCalled();
});

test("when the hand rests, or is let go, nothing waits any longer", async () => {
  const { pace } = await import("./pace");
  const changes = vi.fn();
  pace.addEventListener("change", changes);
  for (const end of [() => vi.advanceTimersByTime(200), () => pace.rest()]) {
    const task = vi.fn();
    pace.move();
    expect(pace.moving).toBe(true);
    pace.later(task);
    end();
    expect(pace.moving).toBe(false);
    frame(20);
    expect(task).toHaveBeenCalledOnce();
  }
  expect(changes).toHaveBeenCalledTimes(4);
});

test("what fails is heard by who waits for it, and stops nobody else", async () => {
  const { pace } = await import("./pace");
  const task = vi.fn();
  pace.move();
  const failed = expect(pace.turn(() => { throw new Error("broken"); })).rejects.toThrow("broken");
  pace.later(task);
  pace.rest();
  frame(0);
  expect(task).toHaveBeenCalledOnce();
  await failed;
});

test("what waited is done a little at a time, so that the page answers in between", async () => {
  const { pace } = await import("./pace");
  const done: number[] = [];
  let now = 0;
  vi.spyOn(performance, "now").mockImplementation(() => now);
  pace.move();
  for (let i = 0; i < 3; i++) {
    pace.later(() => {
      done.push(i);
      now += 20;
    });
  }
  pace.rest();
  for (const callback of frames.splice(0)) callback(now);
  expect(done).toEqual([0]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([0, 1]);
  vi.advanceTimersToNextTimer();
  expect(done).toEqual([0, 1, 2]);
  vi.restoreAllMocks();
});
