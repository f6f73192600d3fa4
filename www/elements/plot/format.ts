/** Numbers as a good paper prints them: engineering prefixes, a true minus sign, the reader's decimal mark. */

const PREFIXES: Record<number, string> = {
  [-15]: "f", [-12]: "p", [-9]: "n", [-6]: "µ", [-3]: "m", 0: "", 3: "k", 6: "M", 9: "G", 12: "T", 15: "P",
};
const SUPERSCRIPT = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const NBSP = "\u00a0";

let decimalMark = ".";
/** The mark between whole and fraction for every figure on the page: "." or ",". */
export function setDecimalMark(mark: "." | ","): void {
  decimalMark = mark;
}

/** A number with `decimals` places, U+2212 for minus, never "-0". */
export function fixed(value: number, decimals: number): string {
  const text = Math.abs(value).toFixed(Math.max(0, decimals));
  const minus = value < 0 && Number(text) !== 0 ? "−" : "";
  return minus + (decimalMark === "." ? text : text.replace(".", decimalMark));
}

/** 10⁻⁷ */
export function powerOfTen(exponent: number): string {
  return `10${exponent < 0 ? "⁻" : ""}${[...String(Math.abs(exponent))].map((digit) => SUPERSCRIPT[Number(digit)]).join("")}`;
}

/** Exponent (a multiple of three) of the prefix that brings |value| between 1 and 1000. */
export function prefixExponent(value: number): number {
  if (!Number.isFinite(value) || value === 0) return 0;
  // Rounding to 3 digits first keeps 999.9 from becoming "1000".
  const exponent = Math.floor(Math.log10(Number(Math.abs(value).toPrecision(3))) / 3 + 1e-9) * 3;
  return Math.min(15, Math.max(-15, exponent));
}

export const prefixOf = (exponent: number): string => PREFIXES[exponent] ?? "";

/** Units that take a prefix by themselves; the others (h, eV, nm, µF·cm⁻², °) are left as they are. */
export const takesPrefix = (unit: string | undefined): boolean => unit !== undefined && /^(Ω|Hz|F|S|V|A|W)/.test(unit);

/** Three significant digits, plain or as a power of ten where plain would be unreadable. */
export function significant(value: number, digits = 3): string {
  if (!Number.isFinite(value)) return "–";
  if (value === 0) return "0";
  const rounded = Number(value.toPrecision(digits));
  const exponent = Math.floor(Math.log10(Math.abs(rounded)));
  if (exponent >= 6 || exponent < -3) return `${fixed(rounded / 10 ** exponent, digits - 1)}${NBSP}×${NBSP}${powerOfTen(exponent)}`;
  return fixed(rounded, digits - 1 - exponent);
}

/** "3.04 kΩ·cm²", "131 Hz", "8.00 nm". */
export function quantity(value: number, unit = "", digits = 3, prefix = takesPrefix(unit)): string {
  if (!Number.isFinite(value)) return "–";
  if (!prefix) return unit === "°" ? `${fixed(value, 1)}°` : `${significant(value, digits)}${unit ? NBSP + unit : ""}`;
  const exponent = prefixExponent(value);
  return `${significant(value / 10 ** exponent, digits)}${NBSP}${prefixOf(exponent)}${unit}`;
}
