/** Fitted values with their errors, as a report prints them. */
import { number, quantity, quantityWithError, unitText } from "../../state/format";
import { t } from "../../state/texts";

const printed = (unit: string): string => unitText(unit).replace("^P", "ᴾ");

/** Whether the data set a value at all: one whose error is as large as itself they did not. */
export const known = (value: number, error: number): boolean => !(error >= Math.abs(value));

/** As in a sentence: with its error, or that it is not known. */
export const fitted = (value: number, error: number, unit: string): string => (known(value, error) ? quantityWithError(value, error, unit) : t("not-known"));

/** The unit of a constant-phase element has the exponent in it: no prefix fits it. */
const HAS_EXPONENT = /\^P/;

/** "4.000 ± 0.005 kΩ·cm²", "(1.001 ± 0.003) × 10⁻⁵ S·sᴾ·cm⁻²"; an error as large as the value says only that the value is not known. */
export function valueText(value: number, error: number, unit: string): string {
  if (!(error > 0 && error < Math.abs(value))) return HAS_EXPONENT.test(unit) ? `${number(value, 3)}\u00a0${printed(unit)}` : quantity(value, unit);
  const plain = Math.abs(value) >= 1e-3 && Math.abs(value) < 1e5;
  if (plain && HAS_EXPONENT.test(unit)) return `${quantityWithError(value, error, "")}\u00a0${printed(unit)}`;
  if (plain || /^(Ω|F|H|S$|µ)/.test(unitText(unit))) return quantityWithError(value, error, unit);
  const power = Math.floor(Math.log10(Math.abs(value)));
  const scale = number(10 ** power, 1).replace(/^1\u00a0×\u00a0/, "");
  return `(${quantityWithError(value / 10 ** power, error / 10 ** power, "")})\u00a0×\u00a0${scale}\u00a0${printed(unit)}`;
}

/** The error as a share of the value. */
export const shareText = (value: number, error: number): string =>
  error > 0 && value !== 0 && Number.isFinite(error) ? (error < Math.abs(value) ? `${number((100 * error) / Math.abs(value), 2)} %` : t("not-known")) : "–";

/** A difference of AICc, to a tenth; what is less is rounding. */
export const deltaText = (delta: number): string => number(Math.max(0, Math.round(10 * delta) / 10), 4);
