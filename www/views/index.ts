/** The views, in the order of the navigation. Explore comes with the page, the others when they are first wanted. */
import "./explore";
import type { ViewEntry } from "./view";

export const VIEWS: readonly ViewEntry[] = [
  { id: "explore", load: async () => {} },
  { id: "operando", load: async () => (await import("./operando")).ready },
  { id: "current", load: async () => (await import("./current")).ready },
  { id: "map", load: async () => (await import("./map")).ready },
  { id: "analyse", load: async () => (await import("./analyse")).ready },
  { id: "lessons", load: async () => (await import("./lessons")).ready },
  { id: "model", load: async () => (await import("./model")).ready },
];
