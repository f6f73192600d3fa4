/** The sentences in the engine's source, for the test that each has its message. */
import { readdirSync, readFileSync } from "node:fs";
import { FluentBundle, FluentResource } from "@fluent/bundle";

/** Prose that no reader of the page meets, and why. */
const NOT_FOR_READERS: readonly { file: RegExp; text?: RegExp }[] = [
  // Only a program that calls the engine wrongly hears these.
  { file: /^web(\.rs|\/)/ },
  { file: /^cell\/parameters\.rs$/, text: /^(a number or the id of a choice|; from )$/ },
  // Formulas and citations are the same in every language.
  { file: /^circuit\/element\.rs$/, text: /=|^as T[bn]o|\(\d{4}\)$|^ZView manual$|^impedance\.py's La$|^the engine's two-rail electrode: / },
  // Names of formats, and marks and keys that stand in files.
  { file: /^formats\//, text: new RegExp(`^(${[
    "BioLogic EC-Lab (text|binary)", "CH Instruments text", "Gamry DTA", "(Interphase|impedance\\.py|pyimpspec) (CSV|JSON)", "PalmSens session", "PSTrace text", "Metrohm NOVA text",
    "PAR text", "RelaxIS text", "Novocontrol WinDETA text", "ZView model", "Zahner ISM", "OrigaLys OrigaMaster", "Autolab FRA \\(.*\\)",
    "(EC|BT)-Lab ASCII FILE", "BIO-LOGIC MODULAR FILE", "VMP (data|LOG)", "(Acquisition|Technique) started on", "Electrode (surface area|material)", "header lines",
    "A\\.C\\. Impedance", "Impedance - ", "EIS \\(Impedance\\)", "High Frequency \\(Hz\\)", "Instrument Model", "Data Source", "Frequency \\(Hz\\)", "Data Options\\..*", "Fixed value", "freq / hz", "neg\\. phase", "File date",
    "Date and time( measurement)?", "Working Electrode Area \\(cm2\\)", "Z(re|im) \\(ohms\\)", "(ZPlotW?|Z60W|ZView|ZView Calculated) Data File", "Surface Area", "Experiment Type",
    "Data Points", "(Begin|End) (User )?Comments", "(Begin|End) Circuit Model", "Sweep Frequency, Control Voltage", "comment \\d", "[mk]?Ω cm2", "ZPLOT2 ASCII", "freq, Re\\(Z\\), −Im\\(Z\\)", "Procedure :", "E (dc|start)",
  ].join("|")})$`) },
  // What is written into files, for programs.
  { file: /^formats\/(csv|fit_report|writing|zview)\.rs$/, text: /[\n=]|^(chi square|reduced chi square|degrees of freedom|written by|not stated)$|np\.sqrt|^# |^Interphase |; geometry \{\}|^\{\} cm2$/ },
  // Units are printed in the same way everywhere.
  { file: /./, text: /^(ohm cm2(\/h)?|electron masses)$/ },
];

export interface Sentence {
  file: string;
  line: number;
  text: string;
  /** The text with every placeable as `{}`, without what another sentence adds at its ends. */
  form: string;
}

const bare = (text: string): string => text.replace(/\{[^{}]*\}/g, "{}").replace(/(\{\})+/g, "{}").replace(/^(\{\})?[ ;]+|[ ;:]+(\{\})?\.?$|[.:]$/g, "").trim();
const prose = (text: string): boolean => /\p{L}{2,}\S* \S*\p{L}{2,}|\p{L}{4,} \{\}|\{\} \p{L}{4,}/u.test(text);

/** Remarks in a row are told one by one, where they are not known as one. */
const piecesOf = (form: string, known: ReadonlySet<string>): string[] => (known.has(form) ? [form] : form.split("; ").map(bare));

/** Every message of a catalogue by its form. */
export function messagesOf(source: string): Map<string, string> {
  const bundle = new FluentBundle("en", { useIsolating: false });
  const resource = new FluentResource(source);
  bundle.addResource(resource);
  return new Map(resource.body.map(({ id }) => {
    const pattern = bundle.getMessage(id)!.value as string | { type: string; value?: string }[];
    const text = typeof pattern === "string" ? pattern : pattern.map((part) => (typeof part === "string" ? part : part.type === "str" ? part.value : "{}")).join("");
    return [bare(text), id];
  }));
}

/** Every piece of prose and every known word between quotation marks, outside comments and tests. */
export function sentencesOf(folder: string, known: ReadonlySet<string>): Sentence[] {
  const found: Sentence[] = [];
  for (const name of readdirSync(folder, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".rs")).sort()) {
    const file = name.replaceAll("\\", "/");
    const source = readFileSync(`${folder}/${file}`, "utf8");
    // Files that hold tests alone are declared so where they are included.
    if (file === "cell/properties.rs") continue;
    const code = source.split("#[cfg(test)]\nmod tests")[0]!;
    for (const { line, text } of literals(code)) {
      if (NOT_FOR_READERS.some((rule) => rule.file.test(file) && (rule.text?.test(text) ?? true))) continue;
      found.push(...piecesOf(bare(text), known).filter((form) => prose(form) || known.has(form)).map((form) => ({ file, line, text, form })));
    }
  }
  return found;
}

function* literals(code: string): Generator<{ line: number; text: string }> {
  // Comments, raw strings, strings, and characters, of which the last may be a quotation mark.
  const token = /\/\/[^\n]*|\/\*[^]*?\*\/|\bb?r(#*)"([^]*?)"\1|"((?:[^"\\]|\\[^])*)"|'(?:[^'\\]|\\(?:u\{[^}]*\}|x..|.))'/g;
  for (const match of code.matchAll(token)) {
    const [, , raw, quoted] = match;
    if (raw === undefined && quoted === undefined) continue;
    const text = raw ?? quoted!.replace(/\\\n\s*/g, "").replace(/\\(.)/g, (_, sign: string) => ({ n: "\n", t: "\t", r: "\r", 0: "\0" })[sign] ?? sign);
    yield { line: code.slice(0, match.index).split("\n").length, text };
  }
}
