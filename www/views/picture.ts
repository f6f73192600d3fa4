/** The film of a cell as its picture shows it. */
import type { FilmState } from "../elements/film/types";
import type { Cell } from "../engine";
import { carrierOf, electronShare, isBare } from "../state/derived";
import { quantity } from "../state/format";
import { t } from "../state/texts";

/** The film in its picture; `more` says what the experiment does to it. */
export function pictureOf(cell: Cell, more: Partial<FilmState> = {}): FilmState {
  const value = (name: string) => Number(cell[name]);
  const metal = String(cell["metal"]);
  return {
    metal: metal === "lithium" ? "Li" : metal === "magnesium" ? "Mg" : "C",
    metalName: t(`metal-${metal}`),
    compactNm: isBare(cell) ? 0 : value("thicknessNm"),
    porousNm: value("porousNm"),
    porosity: value("porosity"),
    electronShare: electronShare(cell),
    activeSites: value("activeShare"),
    notes: { compact: `${quantity(value("thicknessNm"), "nm")} · ${quantity(value("barrierEv"), "eV")}` },
    ...more,
  };
}

/** What a cell's film is, by who carries the current through it. */
export const filmName = (cell: Cell): string => t({ electrons: "anti-sei", ions: "sei", both: "mixed-film" }[carrierOf(cell)]);
