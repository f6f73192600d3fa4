/** The views, in the order of the navigation. Explore comes with the page, the others when they are first wanted. */
import "./explore";
import type { ViewEntry } from "./view";

export const VIEWS: readonly ViewEntry[] = [
  { id: "explore", load: async () => {} },
  { id: "lessons", load: async () => (await import("./lessons")).ready },
  { id: "model", load: async () => (await import("./model")).ready },
];
