/** The engine's sentences as they are printed: units, signs and quotation marks of a book. */
import { printedNumber } from "./format";

/** Units as the engine's sentences spell them, and as they are printed. */
export const UNITS: ReadonlyMap<string, string> = new Map([
  ["ohm cm2/h", "Ω·cm²/h"], ["kOhm cm2", "kΩ·cm²"], ["ohm cm2", "Ω·cm²"], ["ohm", "Ω"], ["uF/cm2", "µF·cm⁻²"], ["mA/cm2", "mA·cm⁻²"],
  ["uA/cm2", "µA·cm⁻²"], ["A/cm2", "A·cm⁻²"], ["S/cm2", "S·cm⁻²"], ["cm2", "cm²"], ["uA", "µA"],
  ...["%", "nm", "µm", "eV", "mV", "V", "mHz", "Hz", "kHz", "h", "K", "MB", "Ω·cm²", "kΩ·cm²", "µF·cm⁻²", "mA·cm⁻²", "mol/L", "mS/cm", "cm²/s", "cm/s", "Ω"]
    .map((unit): [string, string] => [unit, unit]),
]);
export const UNIT = [...UNITS.keys()].sort((a, b) => b.length - a.length).join("|");
export const NUMBER = String.raw`[-−]?\d+(?:\.\d+)?(?:e[-+]?\d+)?`;
/** A number where one can stand, with what may be its unit; not the 3 of "Fig. 3b", of "data-3" or of "10.5281". */
export const QUANTITY = new RegExp(String.raw`(?<![\p{L}\d_.,-])(${NUMBER})(?: (${UNIT}))?(?![\p{L}\d_])`, "gu");
/** No-break space, so that a unit never stands alone on a line. */
export const SPACE = "\u00a0";

/** The engine's English as it is printed: units, signs and quotation marks of a book. */
export const typeset = (text: string): string => text
  .replace(QUANTITY, (_, figure: string, unit?: string) =>
    (/[-e]|^\d{5,}$/.test(figure) ? printedNumber(figure) : figure) + (unit === undefined ? "" : SPACE + UNITS.get(unit)!))
  .replace(/Z''/g, "Z″").replace(/Z'/g, "Z′").replace(/(?<=\p{L})'/gu, "’").replace(/(?<!\S)"([^"]*)"/g, "“$1”");

