/** The page's side of the protocol: inside somebody else's page it says what it shows, and does what it is asked within its bounds. */
import { version, type Cell } from "../engine";
import { cellOf, readLink, readNames, readParameter, writeLink, type Known } from "../state/link";
import type { State, Store, Theme } from "../state/store";
import { LANGUAGES, t } from "../state/texts";
import { type ExportFormat, type FrameMessage, type HostMessage, readHostMessage, sealed, type Settings } from "./protocol";

/** A refusal, with the code that the host gets. */
class Refusal extends Error {
  constructor(readonly code: string, message: string) {
    super(message);
  }
}

/** A figure as text, by title or the first one; undefined if there is none of that title. */
export type ExportFigure = (format: ExportFormat, title?: string) => Promise<{ title: string; content: string } | undefined>;

/** Starts the conversation; `page` is measured for its height. The answer ends it. */
export function converse(store: Store, known: Known, page: HTMLElement, exportFigure: ExportFigure): () => void {
  const host = window.parent;
  // Who may speak and hear: those named by `?host=`, else the page around, whoever it is.
  const named = new URLSearchParams(location.search).get("host")?.split(",").filter(isOrigin);
  let origin: string | undefined;
  const say = (message: FrameMessage) => {
    const hearers = origin !== undefined ? [origin === "null" ? "*" : origin] : (named ?? ["*"]);
    for (const hearer of hearers) host.postMessage(sealed(message), hearer);
  };

  const hear = async (event: MessageEvent) => {
    if (event.source !== host) return;
    if (named ? !named.includes(event.origin) : origin !== undefined && event.origin !== origin) return;
    const read = readHostMessage(event.data);
    if (read === undefined) return;
    origin = event.origin;
    const id = "message" in read ? read.message.id : read.id;
    try {
      if ("wrong" in read) throw new Refusal("bad-message", read.wrong);
      const answer = await respond(read.message);
      say(answer);
    } catch (error) {
      const code = error instanceof Refusal ? error.code : "failed";
      say({ type: "error", ...(id === undefined ? {} : { id }), code, message: error instanceof Error ? error.message : String(error) });
    }
  };

  const respond = async (message: HostMessage): Promise<FrameMessage> => {
    if (message.type === "export") return figure(message);
    if (message.type === "set") store.update(changes(store.state, known, message));
    return { type: "state", ...(message.id === undefined ? {} : { id: message.id }), ...told(store.state), settled: true };
  };

  const figure = async ({ id, format, figure }: Extract<HostMessage, { type: "export" }>): Promise<FrameMessage> => {
    // What a reader opened here is theirs: the host's page must not be able to fetch it.
    if (store.state.data.length > 0) throw new Refusal("private-data", t("embed-private"));
    const made = await exportFigure(format, figure);
    if (!made) throw new Refusal("unknown-name", t("embed-no-figure", { name: figure ?? "" }));
    return { type: "export", id, format, ...made };
  };

  const told = (state: State) => ({ link: writeLink(state, known).slice(1), view: state.view, preset: state.preset, cell: { ...state.cell } });

  let due = 0;
  const unsubscribe = store.subscribe((_state, _before, { settled }) => {
    clearTimeout(due);
    due = window.setTimeout(() => say({ type: "state", ...told(store.state), settled }), settled ? 0 : 100);
  });
  const measure = new ResizeObserver(() => say({ type: "resize", height: Math.ceil(page.scrollHeight) }));

  window.addEventListener("message", hear);
  const { package: release, model } = version();
  say({ type: "ready", package: release, model, views: [...known.views] });
  measure.observe(page);
  return () => {
    window.removeEventListener("message", hear);
    unsubscribe();
    measure.disconnect();
  };
}

const isOrigin = (text: string) => URL.canParse(text) && new URL(text).origin === text;

/** The change that a host asks for, every value checked as a link's would be. */
function changes(state: State, known: Known, settings: Settings): Partial<State> {
  let next = state;
  if (settings.link !== undefined) {
    const read = readLink(settings.link, state, known);
    const [warning] = read.warnings;
    if (warning) throw new Refusal("bad-link", t(warning.id, warning.variables));
    // A host's link never replaces what a reader opened.
    next = read.state;
  }
  if (settings.view !== undefined) {
    if (!known.views.includes(settings.view)) throw new Refusal("unknown-name", t("link-unknown-view", { name: settings.view.slice(0, 40) }));
    next = { ...next, view: settings.view };
  }
  if (settings.preset !== undefined) {
    const preset = known.presets.find(({ id }) => id === settings.preset)?.id;
    if (preset === undefined) throw new Refusal("unknown-name", t("link-unknown-preset", { name: settings.preset.slice(0, 40) }));
    next = { ...next, preset, cell: cellOf(known, preset) };
  }
  if (settings.cell !== undefined) {
    const cell: Cell = { ...next.cell };
    for (const [name, value] of Object.entries(settings.cell)) {
      const parameter = known.parameters.find((p) => p.name === name);
      if (!parameter) throw unknown(name);
      const checked = readParameter(parameter, String(value));
      if (checked === undefined) {
        throw new Refusal("out-of-range", t("link-out-of-range", { name, value: String(value).slice(0, 40), range: `${parameter.lower} – ${parameter.upper} ${parameter.unit}` }));
      }
      cell[name] = checked;
    }
    next = { ...next, cell };
  }
  if (settings.hide !== undefined) next = { ...next, hidden: names(settings.hide, known) };
  if (settings.lock !== undefined) next = { ...next, locked: names(settings.lock, known) };
  if (settings.theme !== undefined) next = { ...next, theme: settings.theme as Theme };
  if (settings.language !== undefined) {
    if (settings.language !== "auto" && !Object.hasOwn(LANGUAGES, settings.language)) throw unknown(settings.language);
    next = { ...next, language: settings.language };
  }
  return next;
}

const unknown = (name: string) => new Refusal("unknown-name", t("link-unknown-key", { name: name.slice(0, 40) }));

function names(wished: readonly string[], known: Known): string[] {
  const kept = readNames(wished.join(","), known);
  const stray = wished.find((name) => !kept.includes(name));
  if (stray !== undefined) throw unknown(stray);
  return kept;
}
