/**
 * What the engine says, in the reader's language. The engine speaks English; `texts/en/engine.ftl` holds its sentences, the
 * other languages the same messages. Both are loaded only when the page is not in English. What has no message stays English
 * and is marked as English. Views show the engine's sentences through `said` and `saidText` and do not ask which language it is.
 */
import { html, type TemplateResult } from "lit";
import { t, texts } from "./texts";
import type { Translation } from "./translation";
import { typeset } from "./typeset";

const english = async () => (await import("../texts/en/engine.ftl?raw")).default;
const others: { readonly [code: string]: () => Promise<string> } = {
  de: async () => (await import("../texts/de/engine.ftl?raw")).default,
};

let translation: Translation | undefined;

const named = (name: string): string | undefined => (texts.has(`parameter-${name}`) ? t(`parameter-${name}`) : undefined);

async function load(): Promise<void> {
  const { language } = texts;
  const other = others[language];
  if (translation?.language === language) return;
  const parts = other && await Promise.all([import("./translation"), english(), other()]).catch(() => undefined);
  if (texts.language !== language || translation?.language === language) return;
  translation = parts && new parts[0].Translation(language, parts[1], parts[2], named);
  if (translation) texts.changed();
}
texts.addEventListener("change", () => void load());
void load();

const translated = (sentence: string): string | undefined =>
  (translation?.language === texts.language ? translation.of(sentence) : undefined);

/** What the engine said, as plain words. */
export const saidText = (sentence: string): string => translated(sentence) ?? typeset(sentence);

/** Words that only English has, among the languages of the page. */
const ENGLISH = /\b(the|of|is|are|and|with|from|has|have)\b/;

/**
 * What the engine said, to be shown: marked as English where the page is not and nobody has written it otherwise. The page's own
 * sentences pass unchanged, so that a notice need not know who speaks.
 */
export function said(sentence: string): TemplateResult | string {
  const own = translated(sentence);
  const text = own ?? typeset(sentence);
  const shown = subscripts(text);
  return own === undefined && texts.language !== "en" && ENGLISH.test(text) ? html`<span lang="en">${shown}</span>` : shown;
}

/** "R_ct" with its index set low. */
function subscripts(text: string): TemplateResult | string {
  const parts = text.split(/(?<![\p{L}\d])(\p{Lu})_(\p{L}+)/u);
  return parts.length === 1 ? text : html`${parts.map((part, i) => (i % 3 === 2 ? html`<sub>${part}</sub>` : part))}`;
}

/** What went wrong, in the reader's words. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? saidText(error.message) : String(error));
