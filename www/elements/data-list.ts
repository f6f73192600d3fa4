/** The data sets a person brought: each with its fit in the field's numbers. Emits "data-change" { data }. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ArcFit } from "../engine";
import { number, parseNumber, quantity, quantityWithError } from "../state/format";
import type { DataSet } from "../state/store";
import { t } from "../state/texts";
import { Element } from "./element";
import { icon } from "./icon";
import type { Accent } from "./plot/types";

export type ShownFit = { state: "running" } | { state: "done"; fit: ArcFit } | { state: "failed"; reason: string };

@customElement("ip-data-list")
export class DataList extends Element {
  @property({ attribute: false }) sets: readonly DataSet[] = [];
  @property({ attribute: false }) fits: readonly (ShownFit | undefined)[] = [];
  @property({ attribute: false }) accents: readonly Accent[] = [];
  /** Relative permittivity behind the film thickness. */
  @property({ type: Number }) permittivity = 1;
  /** The data set whose typed area was no area. */
  @state() private badArea: string | undefined;

  protected override render() {
    return html`
      <h2 class="label">${t("your-data", { count: this.sets.length })}</h2>
      <ul class="data-list">${repeat(this.sets, ({ id }) => id, (set, i) => this.row(set, i))}</ul>
      ${this.sets.length > 1 ? html`<button type="button" class="link fine" @click=${() => this.give([])}>${t("remove-all")}</button>` : nothing}`;
  }

  private row(set: DataSet, index: number): TemplateResult {
    const { spectrum, file, format, hidden } = set;
    const name = spectrum.name || file;
    const place = this.sets.slice(0, index).filter((other) => !other.hidden).length;
    return html`
      <li class="a-${this.accents[place % this.accents.length]} ${hidden ? "off" : ""}">
        <header><span class="dot" aria-hidden="true"></span>
          <span class="name" title=${file}>${name}</span>
          <button type="button" class="quiet small" aria-label=${t(hidden ? "show-data" : "hide-data", { name })} @click=${() => this.change(set, { hidden: !hidden })}>${icon(hidden ? "hidden" : "eye")}</button>
          <button type="button" class="quiet small" aria-label=${t("remove-data", { name })} @click=${() => this.give(this.sets.filter((other) => other !== set))}>${icon("bin")}</button>
        </header>
        <p class="fine">${t("data-points", { format, points: spectrum.frequency.length })}</p>
        ${spectrum.unit === "ohm cm2" ? nothing : this.area(set)}
        ${hidden ? nothing : this.result(this.fits[index])}
      </li>`;
  }

  /** Instruments write ohm; per area needs the electrode's. */
  private area(set: DataSet): TemplateResult {
    const area = set.areaCm2 ?? set.spectrum.areaCm2;
    return html`
      <label class="area fine">${t("area")}
        <input class="field" type="text" inputmode="decimal" size="5" .value=${area === undefined ? "" : number(area, 6)} placeholder="1"
          aria-invalid=${this.badArea === set.id ? "true" : nothing}
          @change=${(e: Event) => this.typedArea(set, (e.target as HTMLInputElement).value)}> cm²
        ${area === undefined ? html`<span>${t("area-assumed")}</span>` : nothing}
      </label>
      ${this.badArea === set.id ? html`<p class="field-error" role="alert">${t("area-bad")}</p>` : nothing}`;
  }

  private typedArea(set: DataSet, text: string): void {
    const parsed = text.trim() === "" ? undefined : parseNumber(text, "cm²");
    if (parsed && (!parsed.ok || parsed.value < 1e-8 || parsed.value > 1e6)) {
      this.badArea = set.id;
      return;
    }
    this.badArea = undefined;
    const { areaCm2: _, ...rest } = set;
    this.give(this.sets.map((other) => (other === set ? { ...rest, ...(parsed?.ok ? { areaCm2: parsed.value } : {}) } : other)));
  }

  private result(fit: ShownFit | undefined): TemplateResult | typeof nothing {
    if (!fit) return nothing;
    if (fit.state === "running") return html`<p class="fine" role="status">${t("fitting")}</p>`;
    if (fit.state === "failed") return html`<p class="field-error">${t("fit-failed", { reason: fit.reason })}</p>`;
    const { arcResistance, arcResistanceError, capacitance, capacitanceError, peakFrequency, filmThicknessNm, filmThicknessNmError, rangeUsed, warnings } = fit.fit;
    return html`
      <dl class="facts fit" data-testid="arc-fit">
        <dt>${t("fit-resistance")} <i>R</i></dt><dd>${quantityWithError(arcResistance, arcResistanceError, "Ω·cm²")}</dd>
        <dt>${t("fit-capacitance")} <i>C</i></dt><dd>${quantityWithError(capacitance, capacitanceError, "F·cm⁻²")}</dd>
        <dt>${t("fit-peak")} <i>f</i></dt><dd>${quantity(peakFrequency, "Hz")}</dd>
        <dt>${t("fit-thickness")} <i>d</i></dt><dd>${quantityWithError(filmThicknessNm, filmThicknessNmError, "nm")}</dd>
      </dl>
      <p class="fine">${t("fit-range", { from: quantity(rangeUsed[0], "Hz"), to: quantity(rangeUsed[1], "Hz"), permittivity: number(this.permittivity) })}</p>
      ${warnings.map((text) => html`<ip-notice kind="warning" .text=${text}></ip-notice>`)}`;
  }

  private change(set: DataSet, patch: Partial<DataSet>): void {
    this.give(this.sets.map((other) => (other === set ? { ...set, ...patch } : other)));
  }
  private give(data: readonly DataSet[]): void {
    this.emit("data-change", { data });
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-data-list": DataList }
  interface HTMLElementEventMap { "data-change": CustomEvent<{ data: readonly DataSet[] }> }
}
