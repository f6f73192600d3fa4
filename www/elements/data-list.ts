/**
 * The data sets a person brought: how each was read, its fit in the field's numbers, points that might be left out, and all of them as
 * files. Emits "data-change" { data }, and "choose-columns" { table } for a table that may have been misunderstood.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { ArcFit } from "../engine";
import { exportFile, EXPORTS, type ExportFormat } from "../formats/export";
import { formatName } from "../formats/names";
import { suggestions, type Suggestion } from "../state/derived";
import { number, parseNumber, quantity, quantityWithError } from "../state/format";
import type { DataSet, Geometry } from "../state/store";
import { reasonOf, said, saidText } from "../state/said";
import { t } from "../state/texts";
import { run } from "../workers/pool";
import { Element } from "./element";
import { icon } from "./icon";
import { save } from "./plot/export";
import type { Accent } from "./plot/types";

export type ShownFit = { state: "running" } | { state: "done"; fit: ArcFit } | { state: "failed"; reason: string };

/** So many rows of a series are shown unasked. */
const SHORT = 6;

@customElement("ip-data-list")
export class DataList extends Element {
  @property({ attribute: false }) sets: readonly DataSet[] = [];
  @property({ attribute: false }) fits: readonly (ShownFit | undefined)[] = [];
  @property({ attribute: false }) accents: readonly Accent[] = [];
  /** Relative permittivity behind the film thickness. */
  @property({ type: Number }) permittivity = 1;
  /** The data set whose typed area was no area. */
  @state() private badArea: string | undefined;
  @state() private whole = false;
  /** The button that opened the exports. */
  @state() private exporting: HTMLElement | undefined;
  @state() private exportFailure: string | undefined;

  private readonly suggested = () => this.requestUpdate();
  override connectedCallback(): void {
    super.connectedCallback();
    suggestions.addEventListener("change", this.suggested);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    suggestions.removeEventListener("change", this.suggested);
  }

  protected override render() {
    const { sets } = this;
    const shown = this.whole || sets.length <= SHORT + 2 ? sets : sets.slice(0, SHORT);
    return html`
      <div class="data-head"><h2 class="label">${t("your-data", { count: sets.length })}</h2>
        ${sets.length === 0 ? nothing : html`<button type="button" class="link fine" aria-haspopup="dialog" @click=${(e: Event) => (this.exporting = e.currentTarget as HTMLElement)}>${t("export-data")}</button>`}</div>
      <ul class="data-list">${repeat(shown, ({ id }) => id, (set, i) => this.row(set, i))}</ul>
      ${sets.length <= SHORT + 2 ? nothing : html`<button type="button" class="link fine" aria-expanded=${this.whole ? "true" : "false"} @click=${() => (this.whole = !this.whole)}>${t(this.whole ? "show-fewer" : "show-more", { count: sets.length })}</button>`}
      ${sets.length > 1 ? html`<button type="button" class="link fine" @click=${() => this.give([])}>${t("remove-all")}</button>` : nothing}
      ${this.exporting ? this.exports(this.exporting) : nothing}`;
  }

  private exports(anchor: HTMLElement): TemplateResult {
    return html`<ip-dialog .heading=${t("export-title")} .anchor=${anchor} @closed=${(e: Event) => { e.stopPropagation(); this.exporting = this.exportFailure = undefined; }} .content=${html`
      <div class="exports">${EXPORTS.map((format) => html`
        <button type="button" class="plain" @click=${() => this.export(format)}><b>${t(`export-${format.id}`)}</b><span class="fine">${t(`export-${format.id}-for`)}</span></button>`)}</div>
      ${this.exportFailure ? html`<p class="field-error" role="alert">${this.exportFailure}</p>` : nothing}
      <p class="fine">${t("export-note")}</p>`}></ip-dialog>`;
  }

  private async export(format: ExportFormat): Promise<void> {
    try {
      const { name, content } = await exportFile(format, this.sets, (id, spectra) => run("writeSpectra", [id, spectra]));
      save(name, content);
      this.renderRoot.querySelector("ip-dialog")?.close();
      this.emit("say", { text: t("export-saved", { name }) });
    } catch (error) {
      this.exportFailure = t("export-failed", { reason: reasonOf(error) });
    }
  }

  private row(set: DataSet, index: number): TemplateResult {
    const { spectrum, file, format, hidden, understood } = set;
    const first = index === 0 || this.sets[index - 1]?.file !== file || this.sets[index - 1]?.understood !== understood;
    const name = spectrum.name || file;
    const place = this.sets.slice(0, index).filter((other) => !other.hidden).length;
    return html`
      <li class="a-${this.accents[place % this.accents.length]} ${hidden ? "off" : ""}">
        <header><span class="dot" aria-hidden="true"></span>
          <span class="name" title=${file}>${name}</span>
          <button type="button" class="quiet small" aria-label=${t(hidden ? "show-data" : "hide-data", { name })} @click=${() => this.change(set, { hidden: !hidden })}>${icon(hidden ? "hidden" : "eye")}</button>
          <button type="button" class="quiet small" aria-label=${t("remove-data", { name })} @click=${() => this.give(this.sets.filter((other) => other !== set))}>${icon("bin")}</button>
        </header>
        <p class="fine">${t("data-points", { format: formatName(format), points: spectrum.frequency.length - (set.leftOut?.length ?? 0) })}${understood && first ? html`<span class="understood" data-testid="understood">: ${said(understood)}</span>` : nothing}
          ${set.table && first ? html`<button type="button" class="link" aria-label=${t("choose-columns-of", { name: file })} @click=${() => this.emit("choose-columns", { table: set.table! })}>${t("choose-columns")}</button>` : nothing}</p>
        ${first ? this.geometry(set) : nothing}
        ${spectrum.unit === "ohm cm2" ? nothing : this.area(set)}
        ${this.filters(set, name)}
        ${hidden ? nothing : this.result(this.fits[index])}
      </li>`;
  }

  /** Points that might be left out, and those that are: only a press leaves any out. */
  private filters(set: DataSet, name: string): TemplateResult[] {
    const out = new Set(set.leftOut);
    const offers = suggestions.of(set.spectrum).map((offer) => ({ ...offer, indices: offer.indices.filter((i) => !out.has(i)) })).filter(({ indices }) => indices.length > 0);
    return [
      ...offers.map(({ kind, indices }) => html`
        <p class="fine filter" data-testid="filter"><span>${t(`filter-${kind}`, { count: indices.length, range: rangeOf(set, indices) })}</span>
          <button type="button" class="link" aria-label=${t("leave-out-name", { name })} @click=${() => this.change(set, { leftOut: [...out, ...indices].sort((a, b) => a - b) })}>${t("leave-out")}</button></p>`),
      ...(out.size === 0 ? [] : [html`
        <p class="fine filter" data-testid="left-out"><span>${t("left-out", { count: out.size })}</span>
          <button type="button" class="link" @click=${() => this.change(set, { leftOut: [] })}>${t("put-back")}</button></p>`]),
    ];
  }

  /** No file says whether a cell or one electrode was measured; one file is one measurement on one of them. */
  private geometry(set: DataSet): TemplateResult {
    const known = set.geometry ?? set.spectrum.meta["geometry"] ?? "";
    const choose = (said: Geometry | "") => this.give(this.sets.map((other) => {
      if (other.file !== set.file) return other;
      const { geometry: _, ...rest } = other;
      return said ? { ...rest, geometry: said } : rest;
    }));
    return html`
      <label class="area fine">${t("measured-on")}
        <select @change=${(e: Event) => choose((e.target as HTMLSelectElement).value as Geometry | "")}>
          ${(["", "symmetric", "half"] as const).map((value) => html`<option value=${value} ?selected=${value === known}>${t(value ? `geometry-${value}` : "geometry-unknown")}</option>`)}
        </select></label>`;
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
      ${set.areaCm2 !== undefined && this.sets.some((other) => other.areaCm2 !== set.areaCm2 && other.spectrum.unit === "ohm")
        ? html`<button type="button" class="link fine" @click=${() => this.areaForAll(set.areaCm2!)}>${t("area-for-all", { area: number(set.areaCm2, 6) })}</button>` : nothing}
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

  private areaForAll(areaCm2: number): void {
    this.give(this.sets.map((set) => (set.spectrum.unit === "ohm" ? { ...set, areaCm2 } : set)));
  }

  private result(fit: ShownFit | undefined): TemplateResult | typeof nothing {
    if (!fit) return nothing;
    if (fit.state === "running") return html`<p class="fine" role="status">${t("fitting")}</p>`;
    if (fit.state === "failed") return html`<p class="field-error">${t("fit-failed", { reason: saidText(fit.reason) })}</p>`;
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

/** Where points lie: one frequency, or from the highest to the lowest. */
function rangeOf({ spectrum }: DataSet, indices: Suggestion["indices"]): string {
  const hz = indices.map((i) => spectrum.frequency[i] ?? 0);
  const [low, high] = [Math.min(...hz), Math.max(...hz)];
  return low === high ? quantity(low, "Hz") : `${quantity(high, "Hz")} – ${quantity(low, "Hz")}`;
}

declare global {
  interface HTMLElementTagNameMap { "ip-data-list": DataList }
  interface HTMLElementEventMap { "data-change": CustomEvent<{ data: readonly DataSet[] }>; "choose-columns": CustomEvent<{ table: string }> }
}
