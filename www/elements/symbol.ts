/** A field's symbol with its index set low: "R_el,film" is R with "el,film" below the line. */
import { html, nothing, type TemplateResult } from "lit";

export function symbolText(symbol: string): TemplateResult {
  const [base = "", index] = symbol.split("_", 2);
  return html`${base}${index === undefined ? nothing : html`<sub>${index}</sub>`}`;
}
