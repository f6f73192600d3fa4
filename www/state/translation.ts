/**
 * A catalogue of sentences in two languages, read backwards: the English sentence, as somebody said it, finds its message, and
 * the message of the same name in the other language is said with what stood at its placeables.
 */
import { FluentBundle, FluentNumber, FluentResource, type FluentVariable } from "@fluent/bundle";
import { printedNumber } from "./format";
import { NUMBER, QUANTITY, SPACE, UNIT, UNITS } from "./typeset";

const ALONE = new RegExp(`^${NUMBER}$`);
/** Two words of a language next to each other. */
export const PROSE = /\p{L}{3,} \p{L}{2,}/u;

/** A number as it stands in a sentence: plurals see its value, readers the digits that were said. */
class Figure extends FluentNumber {
  constructor(readonly said: string) {
    super(Number(said.replace("−", "-")));
  }
  override toString(): string {
    return printedNumber(this.said);
  }
}

/** A sentence with something changing in it. */
interface Form {
  id: string;
  expression: RegExp;
  names: readonly string[];
  /** Letters that do not change: the more, the surer. */
  fixed: number;
}

/** Placeables that stand for a whole number and nothing else. */
const COUNTS = new Set(["count", "line", "column"]);

function form(id: string, pattern: readonly unknown[]): Form {
  const names: string[] = [];
  let fixed = 0;
  const source = pattern.map((part) => {
    const { type, name = "", value } = part as { type?: string; name?: string; value?: string };
    const literal = typeof part === "string" ? part : type === "str" ? value : undefined;
    if (literal === undefined) {
      names.push(name);
      return COUNTS.has(name) ? String.raw`(\d+)` : "(.*?)";
    }
    fixed += literal.length;
    return literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
  });
  return { id, expression: new RegExp(`^${source.join("")}$`, "s"), names, fixed };
}

export class Translation {
  readonly #whole = new Map<string, string>();
  readonly #forms: Form[] = [];
  readonly #bundle: FluentBundle;
  readonly #known = new Map<string, string | undefined>();

  /** `named` gives the reader's word for a name of the engine's, where there is one. */
  constructor(readonly language: string, english: string, other: string, private readonly named: (name: string) => string | undefined = () => undefined) {
    const source = new FluentBundle("en", { useIsolating: false });
    const resource = new FluentResource(english);
    source.addResource(resource);
    this.#bundle = new FluentBundle(language, { useIsolating: false });
    this.#bundle.addResource(new FluentResource(other));
    for (const { id } of resource.body) {
      const pattern = source.getMessage(id)?.value;
      if (typeof pattern === "string") this.#whole.set(pattern, id);
      else if (pattern) this.#forms.push(form(id, pattern));
    }
    this.#forms.sort((a, b) => b.fixed - a.fixed);
  }

  /** The sentence in the other language; `undefined` where nobody has written it. */
  of(sentence: string): string | undefined {
    if (this.#known.has(sentence)) return this.#known.get(sentence);
    // A slider that moves makes a new sentence with every step.
    if (this.#known.size > 2000) this.#known.clear();
    const said = this.#find(sentence);
    this.#known.set(sentence, said);
    return said;
  }

  #find(sentence: string): string | undefined {
    const whole = this.#whole.get(sentence);
    if (whole !== undefined) return this.#format(whole, {});
    for (const { id, expression, names } of this.#forms) {
      const match = expression.exec(sentence);
      if (match) return this.#format(id, Object.fromEntries(names.map((name, i) => [name, this.#part(match[i + 1] ?? "")])));
    }
    // Remarks in a row, as "columns 1, 2, 3; −Im; Hz; Ω; decimal comma".
    const pieces = sentence.split("; ");
    if (pieces.length === 1) return undefined;
    const said = pieces.map((piece) => this.of(piece) ?? (PROSE.test(piece) ? undefined : piece));
    return said.includes(undefined) ? undefined : said.join("; ");
  }

  #format(id: string, variables: Record<string, FluentVariable>): string | undefined {
    const pattern = this.#bundle.getMessage(id)?.value;
    return pattern ? this.#bundle.formatPattern(pattern, variables, []).replace(new RegExp(`(?<=\\d) (?=(${UNIT})(?![\\p{L}\\d]))`, "gu"), SPACE) : undefined;
  }

  /** What stands at a placeable: a number, a name, a sentence within the sentence, or numbers with their units. */
  #part(text: string): FluentVariable {
    if (ALONE.test(text)) return new Figure(text);
    return this.named(text) ?? this.of(text) ?? this.#measures(text) ?? UNITS.get(text) ?? text;
  }

  /** "0.55, 0.61 and 0.7", "312 Hz", "4.03e4 (± 120)": numbers, their units, and what joins them. */
  #measures(text: string): string | undefined {
    const and = this.of("and") ?? "and";
    if (/[^\s,;()±%]/.test(text.replace(QUANTITY, "").replaceAll(" and ", " "))) return undefined;
    const printed = text.replaceAll(" and ", ` ${and} `)
      .replace(QUANTITY, (_, figure: string, unit?: string) => printedNumber(figure) + (unit === undefined ? "" : SPACE + UNITS.get(unit)!));
    // Where the comma is in the numbers, it cannot stand between them.
    return printedNumber("0.5").includes(",") ? printed.replace(/, /g, "; ") : printed;
  }
}
