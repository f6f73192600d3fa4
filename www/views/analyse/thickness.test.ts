import { expect, it } from "vitest";
import { filmOf } from "./thickness";

it("what is thinner than an atom or thicker than a cell is no film", () => {
  expect([0.01, 0.5, 10, 2000, 6.9e8, NaN].map(filmOf)).toEqual(["too-thin", "film", "film", "film", "too-thick", "too-thin"]);
});
