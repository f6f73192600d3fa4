/**
 * MathML Core in a few words. Every builder takes and gives markup made here from our own constants, never from a person's text;
 * `text` is the one door for strings, and it escapes them.
 */
import { printedNumber } from "../state/format";

const escape = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");

export const text = (words: string): string => `<mtext>${escape(words)}</mtext>`;
export const num = (digits: string): string => `<mn>${escape(digits.includes(".") ? printedNumber(digits) : digits)}</mn>`;
/** A letter in italics; several letters stand upright, as the names of functions do. */
export const id = (name: string): string => `<mi>${escape(name)}</mi>`;
export const op = (sign: string): string => `<mo>${escape(sign)}</mo>`;
export const row = (...parts: string[]): string => `<mrow>${parts.join("")}</mrow>`;
export const frac = (above: string, below: string): string => `<mfrac>${row(above)}${row(below)}</mfrac>`;
export const sup = (base: string, power: string): string => `<msup>${row(base)}${row(power)}</msup>`;
export const root = (inner: string): string => `<msqrt>${inner}</msqrt>`;
export const paren = (...inner: string[]): string => row(op("("), ...inner, op(")"));
export const bracket = (...inner: string[]): string => row(op("["), ...inner, op("]"));
export const inverse = (inner: string): string => `<msup>${inner}${row(op("−"), num("1"))}</msup>`;
/** A function of something: exp(…), tanh(…). */
export const fun = (name: string, ...inner: string[]): string => row(id(name), op("\u2061"), paren(...inner));
/** ∫ from, to, of, over. */
export const integral = (from: string, to: string, ...inner: string[]): string => row(`<msubsup>${op("∫")}${row(from)}${row(to)}</msubsup>`, ...inner);
export const sum = (over: string): string => `<munder>${op("∑")}${row(over)}</munder>`;

/** A symbol as the field writes it: "R_el,film" is R with "el,film" below, upright as words are. */
export function symbol(name: string): string {
  const [base = "", index] = name.split("_", 2);
  if (base.endsWith("*")) return `<msup>${id(base.slice(0, -1))}${op("∗")}</msup>`;
  if (index === undefined) return id(base);
  return `<msub>${id(base)}${/^.$/u.test(index) ? id(index) : text(index)}</msub>`;
}

export const math = (inner: string): string => `<math display="block">${row(inner)}</math>`;
export const inline = (inner: string): string => `<math>${row(inner)}</math>`;
