/** Circuit: any equivalent circuit in either notation, fitted without a start; what its parameters are, and what they cannot tell. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import "../../elements/choice";
import { freshId } from "../../elements/element";
import type { Fit, Spectrum } from "../../engine";
import { number, quantity, quantityWithError } from "../../state/format";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";
import { nyquist } from "../spectra";
import { behind } from "../../elements/behind";
import { exportButtons } from "./exports";
import { fitResiduals, fittedCurve, points, residuals, worst } from "./figures";
import { Task, WEIGHTINGS } from "./task";
import { deltaText, shareText, valueText } from "./values";
import { patterned } from "./patterned";
import { Work, type Refusal } from "./work";

/** Circuits worth a try on a film: one arc, two, and what diffusion adds. */
const CANDIDATES = [
  "R0-p(R1,C1)", "R0-p(R1,CPE1)", "R0-p(R1,CPE1)-p(R2,CPE2)", "R0-p(R1-p(R2,CPE2),CPE1)", "R0-p(R1-W1,CPE1)", "R0-p(R1-Wo1,CPE1)",
];
/** Two parameters that follow each other more closely than this are named. */
const CORRELATED = 0.95;

@customElement("ip-analyse-circuit")
export class Circuit extends Task {
  @state() private hoverHz: number | undefined;
  /** What the candidates were ranked for; the ranking is made when asked for. */
  @state() private wanted: unknown;
  private readonly fit = new Work<Fit>(this);
  private readonly ranking = new Work<Fit[]>(this);
  private readonly key = freshId("circuit");

  protected override render(): TemplateResult {
    const { spectrum } = this;
    const { circuit, weighting } = this.settings;
    const range = this.set.range;
    const options = { weighting, ...(range ? { range: [range[0], range[1]] as [number, number] } : {}) };
    const asked = [circuit, weighting, range?.[0], range?.[1]];
    // No circuit of the person's: the best of the candidates.
    const own = circuit.trim() !== "";
    const compared = !own || this.wanted === spectrum;
    const ranking = compared ? this.rank(spectrum, options) : undefined;
    const work = own ? this.fit.ask([spectrum], asked, (signal) => run("fit", [circuit, spectrum, options], { signal })) : ranking!;
    const fit = own ? this.fit.value : ranking?.value?.[0];
    const broken = work.refusal?.code === "circuit-syntax" ? work.refusal : undefined;
    const rest = fit ? fitResiduals(fit, spectrum, range) : undefined;
    const words = fit ? t("circuit-sentence", { circuit: fit.circuit, name: spectrum.name, worst: number(worst(rest!.re, rest!.im), 2) }) : t("arc-no-fit", { name: spectrum.name });
    return html`
      <div class="circuit-row">
        <label class="stack"><span class="label">${t("circuit")}</span>
          <input class="field circuit-text" type="text" spellcheck="false" autocomplete="off" autocapitalize="off" .value=${circuit} placeholder=${own ? "" : (fit?.circuit ?? "")} list="${this.key}-list"
            aria-invalid=${broken ? "true" : nothing} aria-describedby=${broken ? `${this.key}-error` : `${this.key}-hint`}
            @input=${(e: Event) => this.give({ circuit: (e.target as HTMLInputElement).value }, "replace")}
            @change=${(e: Event) => this.give({ circuit: (e.target as HTMLInputElement).value })}></label>
        <datalist id="${this.key}-list">${CANDIDATES.map((candidate) => html`<option value=${candidate}></option>`)}</datalist>
        <label class="stack"><span class="label">${t("weighting")}</span>
          <select @change=${(e: Event) => this.give({ weighting: (e.target as HTMLSelectElement).value as typeof weighting })}>
            ${WEIGHTINGS.map((id) => html`<option value=${id} .selected=${id === weighting}>${t(`weighting-${id}`)}</option>`)}</select></label>
        ${own ? html`<button type="button" class="plain" @click=${() => (this.wanted = spectrum)}>${t("circuit-rank")}</button>` : nothing}
      </div>
      ${broken ? this.broken(circuit, broken) : html`<p class="fine near" id="${this.key}-hint">${own ? nothing : t("circuit-automatic")} ${t("circuit-hint")}</p>`}
      ${broken ? nothing : this.progress(work)}
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)}>
        <ip-plot name="circuit" class="nyquist" .figure=${{
          ...nyquist(fit ? [fittedCurve(fit, spectrum), points(spectrum)] : [points(spectrum)], words, { title: t("nyquist-of", { name: spectrum.name }) }),
        }} .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>
        ${rest ? html`<ip-plot name="circuit-residuals" .figure=${residuals(rest.frequency, rest.re, rest.im, t("residual-summary", { worst: number(worst(rest.re, rest.im), 2) }))}
          .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>` : nothing}
      </div>
      ${fit || ranking ? html`<div class="tables">${fit ? this.table(fit, work.running) : nothing}${ranking ? this.ranked(ranking, own) : nothing}</div>` : nothing}
      ${range ? html`<p class="fine" data-testid="circuit-range">${t("circuit-range", { from: quantity(range[0], "Hz"), to: quantity(range[1], "Hz") })}
        <button type="button" class="link" @click=${() => this.emit("range", { range: undefined, phase: "end" })}>${t("circuit-all-points")}</button></p>` : nothing}
      ${fit ? html`<p class="fine">${t(`chi-${weighting}`)} ${t("aicc-is")}</p>
        ${this.warnings([...fit.warnings, ...correlated(fit), ...(rest && patterned(rest.re, rest.im) ? [t("residual-patterned")] : [])])}
        ${behind([["equation-chi-square", "behind-fit"], ["equation-cpe", "behind-cpe"]])}${exportButtons(fit, spectrum)}` : nothing}`;
  }

  /** The circuit with a mark where it cannot be read on. */
  private broken(circuit: string, refusal: Refusal): TemplateResult {
    const at = Math.max(0, (refusal.column ?? 1) - 1);
    const signs = [...circuit];
    return html`
      <div class="broken" id="${this.key}-error" data-testid="circuit-error">
        <code aria-hidden="true">${signs.slice(0, at).join("")}<mark>${signs[at] ?? "\u00a0"}</mark>${signs.slice(at + 1).join("")}</code>
        ${this.refused(refusal)}
      </div>`;
  }

  private table(fit: Fit, running: boolean): TemplateResult {
    return html`
      <div class="scroll" role="region" tabindex="0" aria-label=${t("circuit-results")}>
        <table class="study" data-testid="circuit-results" aria-busy=${running ? "true" : "false"}>
          <caption>${fit.circuit}</caption>
          <thead><tr><th scope="col">${t("parameter")}</th><th scope="col">${t("value")}</th><th scope="col">${t("relative-error")}</th></tr></thead>
          <tbody>
            ${fit.names.map((name, i) => {
              const value = fit.values[i]!, error = fit.standardErrors[i]!;
              return html`<tr><th scope="row">${name}</th><td>${valueText(value, error, fit.units[i] ?? "")}</td><td>${shareText(value, error)}</td></tr>`;
            })}
            ${fit.arcs.map((arc) => html`<tr><th scope="row">${t("circuit-arc", { name: arc.name })}</th>
              <td>${quantityWithError(arc.capacitance, arc.capacitanceError, "F·cm⁻²")}</td><td>${quantity(arc.peakFrequency, "Hz")}</td></tr>`)}
          </tbody>
          <tfoot>
            <tr><th scope="row">χ²</th><td>${number(fit.chiSquare, 4)}</td><td></td></tr>
            <tr><th scope="row">χ²/ν</th><td>${number(fit.reducedChiSquare, 4)}</td><td>ν = ${fit.degreesOfFreedom}</td></tr>
            <tr><th scope="row">AICc</th><td>${number(fit.aicc, 5)}</td><td></td></tr>
          </tfoot>
        </table>
      </div>`;
  }

  /** The candidates, and the person's own circuit with them, from the best to the worst. */
  private rank(spectrum: Spectrum, options: object): Work<Fit[]> {
    const own = this.settings.circuit.trim() && !this.fit.refusal ? [this.settings.circuit] : [];
    const circuits = [...new Set([...CANDIDATES, ...own])];
    return this.ranking.ask([spectrum], [circuits.join(), JSON.stringify(options)], (signal) => run("rankCircuits", [circuits, spectrum, options], { signal }));
  }

  private ranked(work: Work<Fit[]>, own: boolean): TemplateResult {
    const best = work.value?.[0]?.aicc ?? 0;
    return html`
      ${own ? this.progress(work) : nothing}
      ${work.value ? html`
        <div class="scroll" role="region" tabindex="0" aria-label=${t("circuit-ranking")}>
          <table class="study" data-testid="circuit-ranking"><caption>${t("circuit-ranking")}</caption>
            <thead><tr><th scope="col">${t("circuit")}</th><th scope="col">ΔAICc</th><th scope="col">χ²/ν</th></tr></thead>
            <tbody>${work.value.map((fit) => html`<tr>
              <th scope="row"><button type="button" class="link" @click=${() => this.give({ circuit: fit.circuit })}>${fit.circuit}</button></th>
              <td>${deltaText(fit.aicc - best)}</td><td>${number(fit.reducedChiSquare)}</td></tr>`)}</tbody>
          </table></div>` : nothing}`;
  }
}

/** Pairs of parameters that the data do not tell apart. */
function correlated({ names, correlation, warnings }: Fit): string[] {
  return names.flatMap((name, i) => names.slice(i + 1).flatMap((other, k) => {
    const r = correlation[i]?.[i + 1 + k] ?? 0;
    // The worst of them the engine has named.
    return Math.abs(r) > CORRELATED && !warnings.some((text) => text.startsWith(`${name} and ${other} `)) ? [t("circuit-correlated", { name, other, r: number(r, 3) })] : [];
  }));
}

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-circuit": Circuit }
}
