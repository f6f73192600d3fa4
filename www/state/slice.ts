/**
 * What a view keeps in the state, declared beside the view:
 *
 *     export const slice = new Slice("operando", { time: numberIn(0, 7200, 0), playing: flag(false) });
 *     slice.of(state).time                          // typed, with defaults
 *     store.update(slice.patch(state, { time: 60 }))
 *
 * The state holds it as the text that the link shows (`operando.time=60`), and only what differs from the default;
 * so a link can carry the settings of a view whose code is not loaded yet.
 */
import type { State } from "./store";

/** A value as text and back. `read` answers undefined for anything it does not accept. */
export interface Codec<T> {
  readonly fallback: T;
  write(value: T): string;
  read(text: string): T | undefined;
}

export const flag = (fallback = false): Codec<boolean> => ({
  fallback,
  write: (value) => (value ? "yes" : "no"),
  read: (text) => (text === "yes" ? true : text === "no" ? false : undefined),
});

/** One of some words; the first is the default. */
export const oneOf = <const T extends string>(...choices: readonly [T, ...T[]]): Codec<T> => ({
  fallback: choices[0],
  write: (value) => value,
  read: (text) => choices.find((choice) => choice === text),
});

/** A number between two bounds, written so that it reads back to the last bit. */
export const numberIn = (lower: number, upper: number, fallback: number): Codec<number> => ({
  fallback,
  write: String,
  read: (text) => {
    const value = text.trim() === "" ? NaN : Number(text);
    return value >= lower && value <= upper ? value : undefined;
  },
});

/** Any text up to a length. */
export const words = (fallback = "", longest = 200): Codec<string> => ({
  fallback,
  write: (value) => value,
  read: (text) => (text.length <= longest ? text : undefined),
});

/** Several values of one kind, parted by commas (so their text must hold none). */
export const listOf = <T>(item: Codec<T>, fallback: readonly T[] = [], longest = 100): Codec<readonly T[]> => ({
  fallback,
  write: (values) => values.map(item.write).join(","),
  read: (text) => {
    const values = text === "" ? [] : text.split(",").map(item.read);
    return values.length <= longest && !values.includes(undefined) ? (values as T[]) : undefined;
  },
});

type Fields = { readonly [key: string]: Codec<any> };
type Values<F extends Fields> = { readonly [K in keyof F]: F[K]["fallback"] };

export class Slice<F extends Fields> {
  #text: State["slices"][string] | undefined;
  #values: Values<F> | undefined;

  constructor(
    readonly view: string,
    readonly fields: F,
  ) {}

  /** The values in `state`; the same object as long as none has changed. */
  of(state: State): Values<F> {
    const text = state.slices[this.view];
    if (this.#values === undefined || text !== this.#text) {
      this.#text = text;
      this.#values = Object.fromEntries(
        Object.entries(this.fields).map(([key, codec]) => {
          const written = text?.[key];
          return [key, (written === undefined ? undefined : codec.read(written)) ?? codec.fallback];
        }),
      ) as Values<F>;
    }
    return this.#values;
  }

  /** The change that sets some of the values. */
  patch(state: State, values: Partial<Values<F>>): Pick<State, "slices"> {
    const text: Record<string, string> = { ...state.slices[this.view] };
    for (const [key, value] of Object.entries(values)) {
      const codec = this.fields[key];
      if (codec === undefined) continue;
      const written = codec.write(value);
      if (written === codec.write(codec.fallback)) delete text[key];
      else text[key] = written;
    }
    return { slices: { ...state.slices, [this.view]: text } };
  }
}
