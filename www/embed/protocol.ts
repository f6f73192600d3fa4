/**
 * How a page that embeds Interphase and the frame talk: plain messages by `postMessage`, each `{ interphase: 1, type, … }`.
 * Both sides check the shape here; anything else is silently none of ours. No message carries a spectrum that a reader opened.
 */

/** Raised when a message changes its meaning; both sides ignore other versions. */
export const PROTOCOL = 1;

/** What a host may set, all of it optional: the properties of `<interphase-lab>` have the same names. */
export interface Settings {
  /** A whole state: the fragment of a link, `v1/explore?…`. Applied before the others. */
  link?: string;
  view?: string;
  preset?: string;
  /** Parameters of the cell by name, in the units of `cellParameters()`. */
  cell?: Record<string, number | string | boolean>;
  /** Parameters taken from sight, or shown but fixed. */
  hide?: string[];
  lock?: string[];
  theme?: "auto" | "light" | "dark" | "projector";
  language?: string;
}

export type ExportFormat = "svg" | "csv";

/** What the host says. `id` comes back with the answer. */
export type HostMessage =
  | ({ type: "set"; id?: string } & Settings)
  | { type: "get"; id: string }
  | { type: "export"; id: string; format: ExportFormat; figure?: string };

/** What the frame says. */
export type FrameMessage =
  | { type: "ready"; package: string; model: string; views: string[] }
  | { type: "state"; id?: string; link: string; view: string; preset: string; cell: Record<string, number | string | boolean>; settled: boolean }
  | { type: "resize"; height: number }
  | { type: "export"; id: string; format: ExportFormat; title: string; content: string }
  | { type: "error"; id?: string; code: string; message: string };

type Check = (value: unknown) => boolean;

const LONGEST = 200_000;
const text: Check = (value) => typeof value === "string" && value.length <= LONGEST;
const number: Check = (value) => typeof value === "number" && Number.isFinite(value);
const yesNo: Check = (value) => typeof value === "boolean";
const oneOf = (...choices: string[]): Check => (value) => choices.includes(value as string);
const list: Check = (value) => Array.isArray(value) && value.length <= 200 && value.every(text);
const plain = (value: unknown): value is Record<string, unknown> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const cell: Check = (value) =>
  plain(value) && Object.keys(value).length <= 200 && Object.values(value).every((v) => number(v) || text(v) || yesNo(v));

/** A field that may be missing carries a question mark. */
type Shape = Record<string, Check>;

const FROM_HOST: Record<HostMessage["type"], Shape> = {
  set: {
    "id?": text, "link?": text, "view?": text, "preset?": text, "cell?": cell, "hide?": list, "lock?": list,
    "theme?": oneOf("auto", "light", "dark", "projector"), "language?": text,
  },
  get: { id: text },
  export: { id: text, format: oneOf("svg", "csv"), "figure?": text },
};

const FROM_FRAME: Record<FrameMessage["type"], Shape> = {
  ready: { package: text, model: text, views: list },
  state: { "id?": text, link: text, view: text, preset: text, cell, settled: yesNo },
  resize: { height: (value) => number(value) && (value as number) >= 0 && (value as number) < 1e5 },
  export: { id: text, format: oneOf("svg", "csv"), title: text, content: (value) => typeof value === "string" },
  error: { "id?": text, code: text, message: text },
};

/** What a message turned out to be: ours, ours but misshapen (with the reason), or somebody else's. */
export type Read<T> = { message: T } | { wrong: string; id?: string } | undefined;

function read<T>(shapes: Record<string, Shape>, data: unknown): Read<T> {
  if (!plain(data) || data.interphase !== PROTOCOL) return undefined;
  const id = typeof data.id === "string" ? { id: data.id.slice(0, 200) } : {};
  const type = data.type;
  const shape = typeof type === "string" && Object.hasOwn(shapes, type) ? shapes[type] : undefined;
  if (shape === undefined) return { wrong: `There is no message of type ${JSON.stringify(type)?.slice(0, 80)}.`, ...id };
  // A fresh object with the declared fields only: nothing else of the message is looked at.
  const message: Record<string, unknown> = { type };
  for (const [key, check] of Object.entries(shape)) {
    const name = key.replace("?", "");
    const value = Object.hasOwn(data, name) ? data[name] : undefined;
    if (value === undefined && key.endsWith("?")) continue;
    if (!check(value)) return { wrong: `“${name}” of “${type}” is missing or not what it must be.`, ...id };
    message[name] = value;
  }
  return { message: message as T };
}

export const readHostMessage = (data: unknown): Read<HostMessage> => read(FROM_HOST, data);
export const readFrameMessage = (data: unknown): Read<FrameMessage> => read(FROM_FRAME, data);

/** A message as it travels. */
export const sealed = <T extends HostMessage | FrameMessage>(message: T): T & { interphase: typeof PROTOCOL } => ({
  interphase: PROTOCOL,
  ...message,
});
