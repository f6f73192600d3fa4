/** The state of a page that nobody has touched. */
import { cellParameters, presets } from "../engine";
import { cellOf, type Known } from "./link";
import type { State } from "./store";

/** The study's decisive experiment, one press of a button before its drop. */
const PRESET = "operando-before";

/** What links are read against; the engine must be ready. */
export function known(views: readonly string[]): Known {
  return { presets: presets(), parameters: cellParameters(), views, start: PRESET };
}

export function initial(context: Known): State {
  return {
    view: context.views[0] ?? "",
    preset: context.start,
    cell: cellOf(context, context.start),
    data: [], locked: [], hidden: [],
    theme: "auto", language: "auto",
    slices: {}, sights: {},
  };
}
