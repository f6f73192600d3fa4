/** Numbers for people: engineering units out ("4.03 kΩ·cm²"), decimal commas, powers and prefixes in. */

const PREFIXES: readonly (readonly [number, string])[] = [
  [1e12, "T"], [1e9, "G"], [1e6, "M"], [1e3, "k"], [1, ""], [1e-3, "m"], [1e-6, "µ"], [1e-9, "n"], [1e-12, "p"],
];
const MEANING: { readonly [prefix: string]: number } = {
  ...Object.fromEntries(PREFIXES.map(([factor, sign]) => [sign, factor])), u: 1e-6, μ: 1e-6, K: 1e3,
};
/** Units that take a prefix; the others (nm, °, h, eV, cm/s) are written as they are. */
const PREFIXED = /^(Ω|Hz|F|V$|A|S)/;
/** No-break space, so that a unit never stands alone on a line. */
const SPACE = "\u00a0";

let locale: string | undefined;
let formats = new Map<string, Intl.NumberFormat>();

/** Language whose decimal sign is used. */
export function setLocale(language: string | undefined): void {
  locale = language;
  formats = new Map();
}

function intl(digits: number, fixed: boolean): Intl.NumberFormat {
  const key = `${digits}${fixed}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, {
      maximumSignificantDigits: digits, minimumSignificantDigits: fixed ? digits : 1, useGrouping: false,
    });
    formats.set(key, format);
  }
  return format;
}

/** Units as the engine spells them, as they are printed. */
export function unitText(unit: string): string {
  return unit
    .replace(/\bohm\b/g, "Ω").replace(/\buF\b/g, "µF").replace(/\bum\b/g, "µm").replace(/\bdeg\b/g, "°")
    .replace(/\b(cm|m|s)(-?)([1-9])\b/g, (_, base: string, minus: string, power: string) =>
      base + (minus ? "⁻" : "") + superscript(power))
    .replace(/(?<=[\p{L}Ω⁰¹²³⁴⁵⁶⁷⁸⁹]) (?=[\p{L}])/gu, "·");
}

/** "8.8 × 10⁻¹⁰" far from one, plain digits near it; `fixed` keeps trailing zeros. */
export function number(value: number, digits = 3, fixed = false): string {
  if (!Number.isFinite(value)) return "–";
  const size = Math.abs(value);
  if (size !== 0 && (size < 1e-3 || size >= 1e5)) {
    const [mantissa = "", power = "0"] = value.toExponential(digits - 1).split("e");
    return `${minus(intl(digits, fixed).format(Number(mantissa)))}${SPACE}×${SPACE}10${superscript(String(Number(power)))}`;
  }
  return minus(intl(digits, fixed).format(value));
}

/** A number that stands in a text, such as "1200.5" or "4.03e-7", as it is printed: no more digits than it has, and no more than eight. */
export function printedNumber(text: string): string {
  const plain = text.replace("−", "-"), value = Number(plain);
  if (plain.includes("e")) return number(value, Math.max(1, plain.split("e")[0]!.replace(/\D/g, "").replace(/^0+/, "").length), true);
  const places = plain.split(".")[1]?.length ?? 0;
  return plain.replace(/\D/g, "").length > 8 && places > 0 ? number(value, 8) : fixedPlaces(value, places);
}

/** A parameter's value: three digits, so that it keeps its width while it moves; whole numbers and powers of ten stay short. */
export function setting(value: number): string {
  return number(value, 3, value !== 0 && Math.abs(value) < 100 && Number(value.toPrecision(12)) === value);
}

/** Exactly so many decimal places, as on the ticks of an axis; thousands apart from five digits on. */
export function fixedPlaces(value: number, places: number): string {
  const key = `.${places}`;
  let format = formats.get(key);
  if (!format) {
    format = new Intl.NumberFormat(locale, { maximumFractionDigits: places, minimumFractionDigits: places, useGrouping: false });
    formats.set(key, format);
  }
  const text = format.format(value === 0 ? 0 : value);
  const grouped = places === 0 && Math.abs(value) >= 1e4 ? text.replace(/\B(?=(\d{3})+(?!\d))/g, "\u202f") : text;
  return minus(Number(value.toFixed(places)) === 0 ? grouped.replace("-", "") : grouped);
}

/** Does this unit take a prefix (kΩ·cm², mHz) by itself? */
export const takesPrefix = (unit: string | undefined): boolean => unit !== undefined && PREFIXED.test(unitText(unit));

/** A value with its unit; ohm, hertz, farad, volt and ampere get the prefix that fits. */
export function quantity(value: number, unit: string, digits = 3, fixed = true): string {
  const text = unitText(unit);
  if (!PREFIXED.test(text) || value === 0 || !Number.isFinite(value) || beyond(value)) {
    return number(value, digits, fixed && value !== 0 && PREFIXED.test(text)) + (text === "" ? "" : SPACE + text);
  }
  const [factor, sign] = prefixFor(value, digits);
  return `${minus(intl(digits, fixed).format(value / factor))}${SPACE}${sign}${text}`;
}

/** Where no prefix helps: above T and below p. */
const beyond = (value: number): boolean => Math.abs(value) >= 1e15 || Math.abs(value) < 1e-12;

/** "4.03 ± 0.02 kΩ·cm²": both with the prefix of the value, the error to two digits and the value to the same decimal place. */
export function quantityWithError(value: number, error: number, unit: string): string {
  if (!Number.isFinite(error) || error <= 0 || value === 0) return quantity(value, unit);
  // Data without noise: more digits than anybody could measure would only look exact.
  if (error < 1e-5 * Math.abs(value)) return quantity(value, unit, 5);
  if (beyond(value) || error >= 1e15) return `${number(value)} ± ${quantity(error, unit, 2)}`;
  const text = unitText(unit);
  const [factor, sign] = PREFIXED.test(text) ? prefixFor(value, 3) : ([1, ""] as const);
  const places = Math.min(9, Math.max(0, 1 - Math.floor(Math.log10(error / factor))));
  const format = new Intl.NumberFormat(locale, { minimumFractionDigits: places, maximumFractionDigits: places, useGrouping: false });
  const between = text === "" ? "" : SPACE;
  return `${minus(format.format(value / factor))} ± ${format.format(error / factor)}${between}${sign}${text}`;
}

/** `either`: what is meant can be one number or another, a thousand times larger. `other`: what follows the number is not its unit. */
export type Parsed = { ok: true; value: number } | { ok: false; either?: readonly [number, number]; other?: string };

/**
 * A number as people type it: "8,5", "4k", "250 mHz", "8.8 × 10⁻¹⁰ cm/s", "1e-6", "−0.3", "1.234,5", "12 000", "1'500". A unit may
 * follow; it must be the parameter's own, with or without a prefix. "1.234" on a German page and "1,234" on an English one are
 * refused: they can be misread by a thousand.
 */
export function parseNumber(text: string, unit = ""): Parsed {
  const plain = text.trim()
    .replace(/[\u2212\u2013]/g, "-").replace(/[\u00a0\u2009\u202f]/g, " ").replace(/’/g, "'")
    .replace(/[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]+/g, (run) => "^" + [...run].map(fromSuperscript).join(""));
  const match = /^([+-]?)(\d(?:[\d.,]|[ '](?=\d{3}(?!\d)))*|[.,]\d+)(?:\s*(?:[×x*·]\s*10\s*\^?|e)\s*([+-]?\d+))?\s*(.*)$/i.exec(plain);
  if (!match) return { ok: false };
  const [, sign = "", digits = "", power = "0", rest = ""] = match;
  const numbers = readings(digits), factor = prefixOf(rest, unit);
  if (factor === undefined) return { ok: false, ...(numbers.length > 0 ? { other: rest } : {}) };
  const [value = NaN, larger] = numbers.map((mantissa) => Number(`${sign}${mantissa}e${power}`) * factor);
  if (!Number.isFinite(value)) return { ok: false };
  return larger === undefined ? { ok: true, value } : { ok: false, either: [value, larger] };
}

/** What to tell of a number that can be read in two ways: each as it could be typed without doubt. */
export const eitherOf = (typed: string, [one, other]: readonly [number, number]): { typed: string; one: string; other: string } =>
  ({ typed, one: number(one, 6), other: number(other, 6) });

/** Digits with their signs, as a program writes them: none if they make no number, two if they can be read in two ways. */
function readings(digits: string): string[] {
  const grouped = (whole: string): string | undefined => (/^\d{1,3}(?:([.,' ])\d{3})(?:\1\d{3})*$/.test(whole) ? whole.replace(/\D/g, "") : undefined);
  const last = Math.max(digits.lastIndexOf("."), digits.lastIndexOf(","));
  if (last < 0) return /^\d+$/.test(digits) ? [digits] : [grouped(digits)].filter((whole) => whole !== undefined);
  const sign = digits[last]!, whole = digits.slice(0, last), places = digits.slice(last + 1);
  if (digits.indexOf(sign) < last) return [grouped(digits)].filter((all) => all !== undefined);
  if (!/^\d*$/.test(places)) return [];
  if (!/^\d*$/.test(whole)) {
    const all = grouped(whole);
    return all === undefined ? [] : [`${all}.${places}`];
  }
  const mayGroup = sign !== decimalSign() && /^[1-9]\d{0,2}$/.test(whole) && places.length === 3;
  return mayGroup ? [`${whole}.${places}`, whole + places] : [`${whole}.${places}`];
}

const decimalSign = (): string => (fixedPlaces(0.5, 1).includes(",") ? "," : ".");

/** What stands behind the number: nothing, a prefix, the unit, or both; compared without dots and powers' spelling. */
function prefixOf(rest: string, unit: string): number | undefined {
  const bare = (text: string) => text.replace(/\s|·|\*/g, "").replace(/\^/g, "").replace(/[⁻⁺⁰¹²³⁴⁵⁶⁷⁸⁹]/g, fromSuperscript)
    .replace(/ohms?/gi, "Ω").replace(/Ω|Ω/g, "Ω").replace(/[μu]/g, "µ");
  const said = bare(rest), own = bare(unitText(unit));
  if (said === "" || said === own) return 1;
  const prefixed = own !== "" && said.endsWith(own) ? said.slice(0, -own.length) : said;
  return PREFIXED.test(unitText(unit)) || unit === "" ? MEANING[prefixed] : undefined;
}

/** Factor and sign of the prefix that brings the value between 1 and 1000. */
export function prefixFor(value: number, digits: number): readonly [number, string] {
  // Rounded first, so that 999.96 becomes 1.00 k and not 1000.
  const size = Math.abs(Number(value.toPrecision(digits)));
  return PREFIXES.find(([factor]) => size >= factor * (1 - 1e-12)) ?? ([1e-12, "p"] as const);
}

function minus(text: string): string {
  return text.replace("-", "−");
}

export function superscript(power: string): string {
  return [...power].map((sign) => (sign === "-" ? "⁻" : "⁰¹²³⁴⁵⁶⁷⁸⁹"[Number(sign)] ?? "")).join("");
}

function fromSuperscript(sign: string): string {
  const index = "⁰¹²³⁴⁵⁶⁷⁸⁹".indexOf(sign);
  return sign === "⁻" ? "-" : sign === "⁺" ? "+" : index < 0 ? sign : String(index);
}
