/** The address bar shows the state, and what is put into it becomes the state. */
import type { Store } from "./store";
import { readLink, writeLink, type Known, type Warning } from "./link";

/** Rest in ms before it is written: browsers refuse more than 100 in 30 s, and every time draw the page's icon anew. */
const REST = 400;

/** The address of this page, without what a link adds. */
export const pageAddress = (): string => location.href.split("#")[0]!;

/** Keeps both in step; `warn` hears what a link said that could not be used. */
export function bindUrl(store: Store, known: Known, warn: (warnings: Warning[]) => void): void {
  let written = location.hash;
  let due = 0;

  const write = (entry: "push" | "replace") => {
    clearTimeout(due);
    due = 0;
    const link = writeLink(store.state, known);
    if (link === written) return;
    written = link;
    try {
      history[entry === "push" ? "pushState" : "replaceState"](null, "", link);
    } catch {
      // A sandboxed frame may not touch its address; the page works without.
    }
  };

  store.subscribe((state, before) => {
    // Changing the view is a step of the browser's own "back"; everything else has undo.
    if (state.view !== before.view) write("push");
    else {
      clearTimeout(due);
      due = window.setTimeout(() => write("replace"), REST);
    }
  });

  window.addEventListener("hashchange", () => {
    if (location.hash === written) return;
    written = location.hash;
    const { state, warnings } = readLink(location.hash, store.state, known);
    store.update(state);
    warn(warnings);
  });
}
