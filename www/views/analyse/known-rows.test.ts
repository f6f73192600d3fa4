import { expect, it } from "vitest";
import { knownRows } from "./known-rows";

it("a row with an error as large as its value, or without any fit, tells nothing", () => {
  expect(knownRows([3.25, 4000, NaN, 5000, 51.3e6], [696, 10, NaN, 20, 1.1e8])).toEqual([1, 3]);
});
