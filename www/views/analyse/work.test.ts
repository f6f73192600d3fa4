import { expect, test, vi } from "vitest";
import { Work } from "./work";

const hostOf = () => ({ requestUpdate: vi.fn(), addController() {}, removeController() {}, updateComplete: Promise.resolve(true) });
const settled = () => new Promise((done) => setTimeout(done));

test("an answer goes with any of the spectra it is about, and outlives another setting", async () => {
  const work = new Work<string>(hostOf());
  const [first, second] = [{}, {}];
  work.ask([first], ["circuit"], async () => "one");
  await settled();
  expect(work.value).toBe("one");
  work.ask([first], ["another circuit"], async () => "one anew");
  expect(work.value).toBe("one");
  await settled();
  expect(work.value).toBe("one anew");
  work.ask([first, second], ["another circuit"], async () => "both");
  expect(work.value).toBeUndefined();
  await settled();
  expect(work.value).toBe("both");
  work.ask([first, {}], ["another circuit"], async () => "another pair");
  expect(work.value).toBeUndefined();
});

test("an answer that comes when other spectra are asked about is dropped", async () => {
  const work = new Work<string>(hostOf());
  let answer: (value: string) => void = () => {};
  const first = {};
  work.ask([first], [], () => new Promise((done) => (answer = done)));
  work.ask([first, {}], [], async () => "both");
  answer("one");
  await settled();
  expect(work.value).toBe("both");
});

test("the same question is asked once, as long as nobody asks again", async () => {
  const host = hostOf(), start = vi.fn(async () => "answer");
  const work = new Work<string>(host);
  const spectrum = {};
  for (let times = 0; times < 3; times++) work.ask([spectrum], [1], start);
  await settled();
  work.ask([spectrum], [1], start);
  expect(start).toHaveBeenCalledOnce();
  work.again();
  expect(host.requestUpdate).toHaveBeenCalled();
  work.ask([spectrum], [1], start);
  expect(start).toHaveBeenCalledTimes(2);
});

test("what was cancelled can be asked again, also where nothing but the spectrum makes the question", async () => {
  const work = new Work<string>(hostOf()), spectrum = {};
  const never = (signal: AbortSignal) => new Promise<string>((_, fail) => signal.addEventListener("abort", () => fail(signal.reason)));
  work.ask([spectrum], [], never);
  work.cancel();
  await settled();
  expect(work.cancelled).toBe(true);
  work.again();
  work.ask([spectrum], [], async () => "answer");
  await settled();
  expect(work.value).toBe("answer");
});
