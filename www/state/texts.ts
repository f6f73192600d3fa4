/** Every word on the page: Fluent messages from `texts/`, in the reader's language. */
import { FluentBundle, FluentResource, type FluentVariable } from "@fluent/bundle";
import english from "../texts/en.ftl?raw";
import { setLocale } from "./format";

/** Language codes with their own names. A language is one file in `texts/` and one line here. */
export const LANGUAGES: { readonly [code: string]: string } = { en: "English", de: "Deutsch" };

const load: { readonly [code: string]: () => Promise<string> } = {
  en: async () => english,
  de: async () => (await import("../texts/de.ftl?raw")).default,
};

function bundle(language: string, source: string): FluentBundle {
  const made = new FluentBundle(language, { useIsolating: false });
  made.addResource(new FluentResource(source));
  return made;
}

const fallback = bundle("en", english);

async function add(to: FluentBundle, part: Part, language: string): Promise<void> {
  const source = await part[language]?.();
  if (source !== undefined) to.addResource(new FluentResource(source));
}

/** The words of a part of the page that is loaded later: one file for each language. */
export type Part = { readonly [code: string]: () => Promise<string> };

class Texts extends EventTarget {
  #bundle = fallback;
  #language = "en";
  readonly #parts = new Set<Part>();

  get language(): string {
    return this.#language;
  }

  /** Changes the language; everyone who shows words hears "change". "auto" takes the browser's. */
  async use(wish: string): Promise<void> {
    const wanted = wish === "auto" ? navigator.languages : [wish];
    const language = wanted.map((tag) => tag.slice(0, 2).toLowerCase()).find((code) => code in LANGUAGES) ?? "en";
    const source = await load[language]?.();
    if (source === undefined || language === this.#language) return;
    const made = language === "en" ? fallback : bundle(language, source);
    if (language !== "en") await Promise.all([...this.#parts].map((part) => add(made, part, language)));
    this.#language = language;
    this.#bundle = made;
    setLocale(language);
    this.changed();
  }

  /** Tells everyone who shows words that there are others now. */
  changed(): void {
    this.dispatchEvent(new Event("change"));
  }

  /** Brings the words of a part, in English and in the reader's language. */
  async extend(part: Part): Promise<void> {
    if (this.#parts.has(part)) return;
    await add(fallback, part, "en");
    if (this.#language !== "en") await add(this.#bundle, part, this.#language);
    this.#parts.add(part);
  }

  /** A message; one that the language lacks comes in English, one that nobody wrote as its own name. */
  get(id: string, variables?: Record<string, FluentVariable>): string {
    for (const source of [this.#bundle, fallback]) {
      const pattern = source.getMessage(id)?.value;
      if (typeof pattern === "string") return pattern;
      if (pattern) return source.formatPattern(pattern, variables, []);
    }
    return id;
  }

  has(id: string): boolean {
    return fallback.hasMessage(id);
  }
}

export const texts = new Texts();
export const t = (id: string, variables?: Record<string, FluentVariable>): string => texts.get(id, variables);
