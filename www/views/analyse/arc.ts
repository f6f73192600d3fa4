/** Arc: the study's protocol, R_s-(R || CPE) on a range of the arc that a person can move; Eq. 1 and the film thickness that follows. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import type { Figure, Handle, Mark } from "../../elements/plot/types";
import type { ArcFit, Spectrum } from "../../engine";
import { number, quantity, quantityWithError } from "../../state/format";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";
import { nyquist } from "../spectra";
import { exportButtons } from "./exports";
import { fitResiduals, fittedCurve, largest, points, residuals, smallest, worst } from "./figures";
import { Task } from "./task";
import { Work } from "./work";

type Range = readonly [number, number];

@customElement("ip-analyse-arc")
export class Arc extends Task {
  @state() private hoverHz: number | undefined;
  private readonly fit = new Work<ArcFit>(this);

  protected override render(): TemplateResult {
    const { set, spectrum, permittivity } = this;
    const [low, high] = set.range ?? [];
    const fit = this.fit.ask(spectrum, [low, high, permittivity], (signal) =>
      run("fitArc", [spectrum, { relativePermittivity: permittivity, ...(low !== undefined && high !== undefined ? { range: [low, high] } : {}) }], { signal })).value;
    const range: Range = set.range ?? fit?.rangeUsed ?? [smallest(spectrum.frequency), largest(spectrum.frequency)];
    const words = fit ? this.sentence(fit) : t("arc-no-fit", { name: spectrum.name });
    const rest = fit ? fitResiduals(fit, spectrum, fit.rangeUsed) : undefined;
    return html`
      ${this.progress(this.fit)}
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)}>
        <ip-plot class="nyquist" .figure=${this.figure(spectrum, fit, range, words)} .hoverKey=${this.hoverHz} .provenance=${this.provenance} @plot-handle=${this.moved}></ip-plot>
        ${rest ? html`<ip-plot .figure=${residuals(rest.frequency, rest.re, rest.im, t("residual-summary", { worst: number(worst(rest.re, rest.im), 2) }))}
          .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>` : nothing}
      </div>
      ${fit ? html`
        <p class="sentence">${words}</p>
        ${this.facts(fit)}
        <p class="fine">${t("arc-range", { from: quantity(fit.rangeUsed[0], "Hz"), to: quantity(fit.rangeUsed[1], "Hz"), permittivity: number(permittivity) })}
          ${set.range ? html`<button type="button" class="link" @click=${() => this.setRange(undefined, "end")}>${t("arc-automatic")}</button>` : nothing}</p>
        <p class="fine">${t("chi-modulus")}</p>
        ${this.warnings(fit.warnings)}
        ${exportButtons(fit, spectrum)}` : nothing}`;
  }

  private sentence(fit: ArcFit): string {
    return t("arc-sentence", {
      resistance: quantityWithError(fit.arcResistance, fit.arcResistanceError, "Ω·cm²"),
      capacitance: quantityWithError(fit.capacitance, fit.capacitanceError, "F·cm⁻²"), peak: quantity(fit.peakFrequency, "Hz"),
    });
  }

  private facts(fit: ArcFit): TemplateResult {
    const fact = (id: string, name: string, symbol: TemplateResult, text: string) =>
      html`<div><dt>${name} <i>${symbol}</i></dt><dd data-testid=${id}>${text}</dd></div>`;
    return html`
      <dl class="results" data-testid="arc-results" aria-busy=${this.fit.running ? "true" : "false"}>
        ${fact("arc-R", t("fit-resistance"), html`R`, quantityWithError(fit.arcResistance, fit.arcResistanceError, "Ω·cm²"))}
        ${fact("arc-C", t("fit-capacitance"), html`C`, quantityWithError(fit.capacitance, fit.capacitanceError, "F·cm⁻²"))}
        ${fact("arc-f", t("fit-peak"), html`f`, quantityWithError(fit.peakFrequency, fit.peakFrequencyError, "Hz"))}
        ${fact("arc-d", t("fit-thickness"), html`d`, quantityWithError(fit.filmThicknessNm, fit.filmThicknessNmError, "nm"))}
        ${fact("arc-chi", t("chi-square"), html`χ²`, number(fit.chiSquare))}
        ${fact("arc-chi-reduced", t("chi-reduced"), html`χ²/ν`, number(fit.reducedChiSquare))}
      </dl>`;
  }

  private figure(spectrum: Spectrum, fit: ArcFit | undefined, range: Range, summary: string): Figure {
    const data = points(spectrum);
    const curve = fit ? fittedCurve(fit, spectrum) : undefined;
    const outside = spectrum.frequency.map((f) => (f >= range[0] && f <= range[1] ? 0 : 1));
    const figure = nyquist(curve ? [curve, data] : [data], summary, { marks: fit && curve ? this.marks(fit, curve) : [], title: t("nyquist-of", { name: spectrum.name }) });
    const size = spectrum.re.reduce((a, b) => Math.max(a, b), 0);
    // A fitted arc may end far beyond the points; the plot shows both but never a hundred times the data.
    const end = Math.min(4 * size, Math.max(size, fit ? (fit.values[0] ?? 0) + fit.arcResistance : 0));
    return {
      ...figure,
      x: { ...figure.x, domain: [Math.min(0, smallestOf(spectrum.re)), 1.05 * end] },
      series: figure.series.map((series) => (series.id === "data" ? { ...series, masked: outside } : series)),
      handles: this.handles(spectrum, range),
      insets: [],
    };
  }

  /** The top of the fitted arc, and where it meets the real axis. */
  private marks(fit: ArcFit, curve: { frequency: Float64Array; re: Float64Array; im: Float64Array }): Mark[] {
    const { frequency, re, im } = curve;
    const series = fit.values[0] ?? 0;
    const top = nearest(frequency, fit.peakFrequency);
    return [
      { kind: "label", id: "start", x: series, y: 0, text: "Rₛ", accent: "fit", dot: true },
      { kind: "label", id: "end", x: series + fit.arcResistance, y: 0, text: "Rₛ + R", accent: "fit", dot: true },
      { kind: "label", id: "apex", x: re[top]!, y: -im[top]!, text: quantity(fit.peakFrequency, "Hz"), accent: "fit", dot: true, key: frequency[top]! },
    ];
  }

  private handles({ frequency, re, im }: Spectrum, range: Range): Handle[] {
    return (["low", "high"] as const).map((id): Handle => {
      const at = nearest(frequency, range[id === "low" ? 0 : 1]);
      return {
        id, label: t(`arc-handle-${id}`), x: re[at]!, y: -im[at]!, moves: "series", series: "data", shape: "knob", accent: "warning",
        valueText: quantity(frequency[at]!, "Hz"),
      };
    });
  }

  private readonly moved = (event: CustomEvent<{ id: string; index?: number; phase: "move" | "end" }>) => {
    const { id, index, phase } = event.detail;
    const at = index === undefined ? undefined : this.spectrum.frequency[index];
    const now = this.set.range ?? this.fit.value?.rangeUsed;
    if (at === undefined || !(at > 0) || !now) return;
    // One handle pushes at the other and stops.
    const range: Range = id === "low" ? [Math.min(at, now[1]), now[1]] : [now[0], Math.max(at, now[0])];
    this.setRange(range, phase);
  };

  private setRange(range: Range | undefined, phase: "move" | "end"): void {
    this.emit("range", { range, phase });
  }
}

/** Index of the frequency nearest to `hz` on the logarithmic scale. */
function nearest(frequency: Float64Array, hz: number): number {
  const distance = (i: number) => Math.abs(Math.log((frequency[i] ?? NaN) / hz));
  return frequency.reduce((best, _, i) => (distance(i) < distance(best) || Number.isNaN(distance(best)) ? i : best), 0);
}
const smallestOf = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Infinity);

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-arc": Arc }
  interface HTMLElementEventMap { range: CustomEvent<{ range: Range | undefined; phase: "move" | "end" }> }
}
