import { expect, it } from "vitest";
import type { Kind } from "./film-models";
import { judge, type Rated } from "./film-words";

const fit = (kind: Kind, aicc: number, share = 0.005): Rated => ({ kind, fit: { aicc, reducedChiSquare: share ** 2 } });
const says = (pair: boolean, first: Rated, ...rest: Rated[]) => {
  const { favours, says } = judge([first, ...rest], pair);
  return [favours, says];
};

it("of one spectrum the kind of film never follows, however far the fits are apart", () => {
  expect(says(false, fit("sei", -900), fit("anti-sei", -638), fit("bare", 0))).toEqual(["undecided", "film-one-better"]);
  expect(says(false, fit("anti-sei", -900), fit("sei", -600), fit("bare", 0))).toEqual(["undecided", "film-one-better"]);
  expect(says(false, fit("anti-sei", -900), fit("sei", -900), fit("bare", 0))).toEqual(["undecided", "film-one-tie"]);
  expect(says(false, fit("sei", -900), fit("bare", 0))).toEqual(["undecided", "film-one-better"]);
});

it("of a pair it does", () => {
  expect(says(true, fit("sei", -900), fit("anti-sei", -600))).toEqual(["sei", "film-pair-sei"]);
  expect(says(true, fit("anti-sei", -900), fit("sei", -600))).toEqual(["anti-sei", "film-pair-anti-sei"]);
  expect(says(true, fit("anti-sei", -900), fit("sei", -899))).toEqual(["undecided", "film-pair-tie"]);
});

it("no film is needed only where a film was tried and did no better", () => {
  expect(says(false, fit("anti-sei", -900), fit("bare", -899))).toEqual(["bare", "film-no-film"]);
  expect(says(false, fit("bare", -900), fit("sei", -800))).toEqual(["bare", "film-no-film"]);
  expect(says(false, fit("bare", -20))).toEqual(["undecided", "film-only-bare"]);
});

it("where every kind misses, none is favoured", () => {
  expect(says(false, fit("bare", -900, 0.04), fit("sei", -800, 0.05))).toEqual(["undecided", "film-misses"]);
});
