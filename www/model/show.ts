/** An equation on the page: with symbols, with the numbers of a cell, and where it is from. Also as `<ip-equations>` for one parameter. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { Element } from "../elements/element";
import type { Cell } from "../engine";
import { MODEL_WORDS } from "../lessons/words";
import { simulated } from "../state/derived";
import { number, quantity } from "../state/format";
import { reasonOf } from "../state/said";
import { t, texts } from "../state/texts";
import { equationsFor, substituted, symbolic, type Equation } from "./equations";
import { inline, math } from "./mathml";
import { SOURCES, type SourceId } from "./sources";

/** Symbols, then numbers, then what the engine makes of them. */
export function formula(equation: Equation, cell: Cell): TemplateResult {
  const put = substituted(equation, cell, (value, unit) => `${number(value, 4)}${unit === "" ? "" : ` ${unit}`}`);
  let result: string | undefined;
  try {
    const value = equation.engine?.(cell, simulated(cell));
    if (value && Number.isFinite(value.value)) result = quantity(value.value, value.unit, 4, false);
  } catch (error) {
    result = t("model-no-number", { reason: reasonOf(error) });
  }
  return html`
    <div class="formula" tabindex="0" role="group" aria-label=${t(`equation-${equation.id}`)}>${unsafeHTML(math(symbolic(equation, cell)))}</div>
    ${put || result ? html`
      <p class="with-numbers"><span class="fine">${t("model-with-numbers")}</span>
        ${put ? html`<span class="formula" tabindex="0" role="group" aria-label=${t("model-with-numbers")}>${unsafeHTML(inline(put))}</span>` : nothing}
        ${result ? html`<span>= <strong data-engine=${equation.id}>${result}</strong> <span class="fine">(${t("model-engine-says")})</span></span>` : nothing}</p>` : nothing}`;
}

/** Where it holds, what kind of equation it is, and its sources. */
export function origin(equation: Equation): TemplateResult {
  return html`
    <p class="fine">${t("model-validity")}: ${t(`equation-${equation.id}-validity`)}</p>
    <p class="fine">${t(`model-origin-${equation.origin}`)}${equation.sources.length > 0 ? html` · ${equation.sources.map((id, i) => html`${i > 0 ? "; " : ""}${cite(id)}`)}` : nothing}</p>`;
}

/** Authors, place and a link to the DOI; the study by its name here. */
export function cite(id: SourceId): TemplateResult {
  const source = SOURCES[id];
  if (!("doi" in source)) return html`${t("model-study")}`;
  return html`${source.authors}, <a href="https://doi.org/${source.doi}" target="_blank" rel="noreferrer">${source.where}</a>`;
}

/** The equations behind a parameter, for whoever explains it. */
@customElement("ip-equations")
export class Equations extends Element {
  @property() parameter = "";
  @property({ attribute: false }) cell: Cell = {};
  @state() private ready = false;

  override connectedCallback(): void {
    super.connectedCallback();
    void texts.extend(MODEL_WORDS).then(() => (this.ready = true));
  }

  protected override render() {
    if (!this.ready) return nothing;
    return equationsFor(this.parameter).slice(0, 2).map((equation) => html`
      <section class="equation"><h3>${t(`equation-${equation.id}`)}</h3>${formula(equation, this.cell)}${origin(equation)}</section>`);
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-equations": Equations }
}
