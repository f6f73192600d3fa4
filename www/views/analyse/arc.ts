/**
 * Arc: the study's protocol, R_s-(R || CPE) on a range of the arc that a person can move; Eq. 1 and the film thickness that follows.
 * The ends and the top of the arc can be taken too: they are where the fit starts.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { behind } from "../../elements/behind";
import type { kramersKronig } from "interphase";
import { nearestKey } from "../../elements/plot/nearest";
import type { Figure, Handle, Mark } from "../../elements/plot/types";
import type { ArcFit, Spectrum } from "../../engine";
import { number, quantity, quantityWithError } from "../../state/format";
import { said } from "../../state/said";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";
import { nyquist, type Curve } from "../spectra";
import { exportButtons } from "./exports";
import { fitResiduals, fittedCurve, largest, points, residuals, smallest, worst } from "./figures";
import { patterned } from "./patterned";
import { ends, exponent, moved, startOf, topOf, valuesOf } from "./start";
import { Task, type Start } from "./task";
import { filmOf } from "./thickness";
import { fitted, known } from "./values";
import { Work } from "./work";

type Range = readonly [number, number];
type Moved = CustomEvent<{ id: string; x: number; y: number; index?: number; phase: "move" | "end" }>;
/** Two minima whose chi-squares differ by less, as a share, are one. */
const SAME = 1e-4;
/** The real part at the highest frequency, as a share of R_s, below which faster arcs are in R_s. */
const ALL_OF_IT = 0.9;
/** Pixels between the arc and the rings of the range, which leave the arc's own ends free. */
const LEAN = 30;

@customElement("ip-analyse-arc")
export class Arc extends Task {
  @state() private hoverHz: number | undefined;
  private readonly unaided = new Work<ArcFit>(this);
  private readonly guided = new Work<ArcFit>(this);
  private readonly test = new Work<ReturnType<typeof kramersKronig>>(this);

  /** The fit shown: from the person's start where there is one. */
  private get fit(): Work<ArcFit> {
    return this.settings.start ? this.guided : this.unaided;
  }

  protected override render(): TemplateResult {
    const { set, spectrum, permittivity } = this;
    const { start } = this.settings;
    const [low, high] = set.range ?? [];
    const options = { relativePermittivity: permittivity, ...(low !== undefined && high !== undefined ? { range: [low, high] as [number, number] } : {}) };
    this.unaided.ask([spectrum], [low, high, permittivity], (signal) => run("fitArc", [spectrum, options], { signal }));
    if (start) this.guided.ask([spectrum], [low, high, permittivity, start], (signal) => run("fitArc", [spectrum, { ...options, initial: valuesOf(start) }], { signal }));
    const fit = this.fit.value;
    const range: Range = set.range ?? fit?.rangeUsed ?? [smallest(spectrum.frequency), largest(spectrum.frequency)];
    const words = fit ? this.sentence(fit) : t("arc-no-fit", { name: spectrum.name });
    const rest = fit ? fitResiduals(fit, spectrum, fit.rangeUsed) : undefined;
    return html`
      ${this.progress(this.fit)}
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)}>
        <ip-plot name="arc" class="nyquist" .figure=${this.figure(spectrum, fit, start ?? (fit && startOf(fit)), range, words)} .hoverKey=${this.hoverHz} .provenance=${this.provenance} @plot-handle=${this.moved}></ip-plot>
        ${rest ? html`<ip-plot name="arc-residuals" .figure=${residuals(rest.frequency, rest.re, rest.im, t("residual-summary", { worst: number(worst(rest.re, rest.im), 2) }))}
          .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>` : nothing}
      </div>
      ${fit ? html`
        <p class="sentence">${words}</p>
        ${this.facts(fit)}
        ${this.validity(spectrum)}
        ${start ? this.started(start, fit) : nothing}
        <p class="buttons"><button type="button" class="plain" @click=${() => this.give({ task: "film", joint: false })}>${t("film-fit")}</button></p>
        ${this.warnings(rest && patterned(rest.re, rest.im) ? [...fit.warnings, t("residual-patterned")] : fit.warnings)}
        <p class="fine">${t("arc-range", { from: quantity(fit.rangeUsed[0], "Hz"), to: quantity(fit.rangeUsed[1], "Hz") })}
          ${set.range ? html`<button type="button" class="link" @click=${() => this.setRange(undefined, "end")}>${t("arc-automatic")}</button>` : nothing}
          ${start ? nothing : t("arc-start-how")}</p>
        <p class="fine">${!this.film ? nothing : t({ film: "arc-thickness-is", "too-thin": "arc-no-film", "too-thick": "arc-no-film-thick" }[filmOf(fit.filmThicknessNm)], { permittivity: number(permittivity), geometry: spectrum.meta["geometry"] ?? "unknown", one: quantity(fit.filmThicknessNm / 2, "nm") })} ${t("error-is")} ${t("chi-modulus")}</p>
        ${behind([["equation-eq1", "behind-eq1"], ["equation-peak", "behind-peak"], ["equation-cpe", "behind-cpe"], ["equation-thickness", "behind-thickness"], ["disagreement-permittivity", "behind-permittivity"]])}
        ${exportButtons(fit, spectrum)}` : nothing}`;
  }

  private sentence(fit: ArcFit): string {
    if (!known(fit.arcResistance, fit.arcResistanceError)) return t("arc-open");
    return t("arc-sentence", {
      resistance: quantityWithError(fit.arcResistance, fit.arcResistanceError, "Ω·cm²"),
      capacitance: fitted(fit.capacitance, fit.capacitanceError, "F·cm⁻²"), peak: quantity(fit.peakFrequency, "Hz"),
    });
  }

  /** Whether there can be a film: a simulated bare electrode has none. */
  private get film(): boolean {
    const { meta } = this.spectrum;
    return !meta["simulated"] || meta["film"] !== undefined;
  }

  private facts(fit: ArcFit): TemplateResult {
    const fact = (id: string, name: string, symbol: TemplateResult, text: string) =>
      html`<div><dt>${name} <i>${symbol}</i></dt><dd data-testid=${id}>${text}</dd></div>`;
    return html`
      <dl class="results" data-testid="arc-results" aria-busy=${this.fit.running ? "true" : "false"}>
        ${fact("arc-R", t("fit-resistance"), html`R`, fitted(fit.arcResistance, fit.arcResistanceError, "Ω·cm²"))}
        ${fact("arc-C", t("fit-capacitance"), html`C`, fitted(fit.capacitance, fit.capacitanceError, "F·cm⁻²"))}
        ${fact("arc-f", t("fit-peak"), html`f`, fitted(fit.peakFrequency, fit.peakFrequencyError, "Hz"))}
        ${this.film && filmOf(fit.filmThicknessNm) === "film" ? fact("arc-d", t("fit-thickness"), html`d`, fitted(fit.filmThicknessNm, fit.filmThicknessNmError, "nm")) : nothing}
        ${fact("arc-Rs", t(withFasterArcs(fit, this.spectrum) ? "arc-series-and-faster" : "arc-series"), html`R<sub>s</sub>`, fitted(fit.values[0]!, fit.standardErrors[0]!, "Ω·cm²"))}
        ${fact("arc-n", t("arc-exponent"), html`n`, fitted(fit.values[3]!, fit.standardErrors[3]!, ""))}
        ${fact("arc-chi", t("chi-square"), html`χ²`, number(fit.chiSquare))}
        ${fact("arc-chi-reduced", t("chi-reduced"), html`χ²/ν`, number(fit.reducedChiSquare))}
      </dl>`;
  }

  /** Whether the spectrum may be fitted at all, in a line. */
  private validity(spectrum: Spectrum): TemplateResult | typeof nothing {
    const { value, refusal } = this.test.ask([spectrum], [], (signal) => run("kramersKronig", [spectrum], { signal }));
    if (refusal) return html`<p class="fine near">${t("arc-kk")}: ${said(refusal.message)}</p>`;
    return value ? html`
      <p class="verdict brief ${value.verdict}" data-testid="arc-kk"><strong>${t("arc-kk")}: ${t(`kk-word-${value.verdict}`)}</strong> ${t(`kk-${value.verdict}`)}
        <button type="button" class="link" @click=${() => this.give({ task: "kramers-kronig" })}>${t("arc-kk-look")}</button></p>` : nothing;
  }

  /** What the person's start led to, beside where the engine's own leads. */
  private started(start: Start, fit: ArcFit): TemplateResult {
    const own = this.unaided.value;
    const more = own ? fit.chiSquare / own.chiSquare - 1 : undefined;
    return html`
      <p class="fine near" data-testid="arc-start">${t("arc-start-is", {
        series: quantity(start.series, "Ω·cm²"), resistance: quantity(start.resistance, "Ω·cm²"), peak: quantity(start.peakHz, "Hz"), exponent: number(start.exponent, 2),
      })} ${more === undefined ? nothing : Math.abs(more) < SAME ? t("arc-start-same") : t(more > 0 ? "arc-start-worse" : "arc-start-better", { share: number(100 * Math.abs(more), 2) })}
        <button type="button" class="link" @click=${() => this.give({ start: undefined })}>${t("arc-start-from-data")}</button></p>`;
  }

  private figure(spectrum: Spectrum, fit: ArcFit | undefined, start: Start | undefined, range: Range, summary: string): Figure {
    const data = points(spectrum);
    const curve = fit ? fittedCurve(fit, spectrum) : undefined;
    const ghost: Curve[] = this.settings.start
      ? [{ ...fittedCurve({ circuit: "R0-p(R1,CPE1)", values: valuesOf(this.settings.start) }, spectrum), id: "start", label: t("arc-start"), tag: t("arc-start"), accent: "ghost", listed: false }] : [];
    const outside = spectrum.frequency.map((f) => (f >= range[0] && f <= range[1] ? 0 : 1));
    const figure = nyquist([...ghost, ...(curve ? [curve] : []), data], summary, { marks: fit && curve ? this.marks(fit, curve) : [], title: t("nyquist-of", { name: spectrum.name }) });
    const size = spectrum.re.reduce((a, b) => Math.max(a, b), 0);
    // A fitted arc may end far beyond the points; the plot shows both but never a hundred times the data.
    const end = Math.min(4 * size, Math.max(size, fit ? (fit.values[0] ?? 0) + fit.arcResistance : 0));
    const low = Math.min(0, smallestOf(spectrum.re));
    return {
      ...figure,
      x: { ...figure.x, domain: [low, 1.05 * end] },
      series: figure.series.map((series) => (series.id === "data" ? { ...series, masked: outside } : series)),
      handles: [...this.handles(spectrum, range, start), ...(start ? startHandles(start, this.settings.start !== undefined) : [])],
      insets: [],
    };
  }

  /** The top of the fitted arc, and where it meets the real axis. Without a start of the person's the handles lie there. */
  private marks(fit: ArcFit, curve: { frequency: Float64Array; re: Float64Array; im: Float64Array }): Mark[] {
    const { frequency, re, im } = curve;
    const series = fit.values[0] ?? 0;
    const top = nearestKey(frequency, fit.peakFrequency);
    const dot = this.settings.start !== undefined;
    return [
      { kind: "label", id: "start", x: series, y: 0, text: "Rₛ", accent: "fit", dot },
      { kind: "label", id: "end", x: series + fit.arcResistance, y: 0, text: "Rₛ + R", accent: "fit", dot },
      { kind: "label", id: "apex", x: re[top]!, y: -im[top]!, text: quantity(fit.peakFrequency, "Hz"), accent: "fit", dot, key: frequency[top]! },
    ];
  }

  private handles({ frequency, re, im }: Spectrum, range: Range, start: Start | undefined): Handle[] {
    return (["low", "high"] as const).map((id): Handle => {
      const at = nearestKey(frequency, range[id === "low" ? 0 : 1]);
      return {
        id, label: t(`arc-handle-${id}`), x: re[at]!, y: -im[at]!, moves: "series", series: "data", shape: "knob", accent: "warning",
        valueText: quantity(frequency[at]!, "Hz"), ...(start ? { lean: { pixels: LEAN, x: start.series + start.resistance / 2, y: 0 } } : {}),
      };
    });
  }

  private readonly moved = (event: Moved) => {
    const { id, x, y, index, phase } = event.detail;
    if (id === "low" || id === "high") return this.movedRange(id, index, phase);
    const fit = this.unaided.value;
    const now = this.settings.start ?? (fit && startOf(fit));
    if (now) this.give({ start: moved(now, id, x, y, this.spectrum) }, phase === "end" ? "push" : "replace");
  };

  private movedRange(id: "low" | "high", index: number | undefined, phase: "move" | "end"): void {
    const at = index === undefined ? undefined : this.spectrum.frequency[index];
    const now = this.set.range ?? this.fit.value?.rangeUsed;
    if (at === undefined || !(at > 0) || !now) return;
    // One handle pushes at the other and stops.
    const range: Range = id === "low" ? [Math.min(at, now[1]), now[1]] : [now[0], Math.max(at, now[0])];
    this.setRange(range, phase);
  }

  private setRange(range: Range | undefined, phase: "move" | "end"): void {
    this.emit("range", { range, phase });
  }
}

/** Whether the left end of the fitted arc lies far beyond the spectrum's own: what relaxes faster is in it then, not the electrolyte alone. */
function withFasterArcs({ rangeUsed, values, standardErrors }: ArcFit, { frequency, re }: Spectrum): boolean {
  const top = largest(frequency);
  return rangeUsed[1] < top && re[nearestKey(frequency, top)]! < ALL_OF_IT * (values[0]! - standardErrors[0]!);
}

/** The ends and the top of the arc that the fit starts from. */
function startHandles(start: Start, own: boolean): Handle[] {
  const accent = own ? "muted" : "fit";
  const [left, right] = ends(start), top = topOf(start);
  const common = { shape: "dot", accent } as const;
  return [
    { ...common, id: "start-left", label: t("arc-handle-left"), x: left, y: 0, moves: "x", valueText: `Rₛ = ${quantity(start.series, "Ω·cm²")}` },
    { ...common, id: "start-right", label: t("arc-handle-right"), x: right, y: 0, moves: "x", valueText: `R = ${quantity(start.resistance, "Ω·cm²")}` },
    { ...common, id: "start-top", label: t("arc-handle-top"), x: top.x, y: top.y, moves: "xy", valueText: `${quantity(start.peakHz, "Hz")}, n = ${exponent(start)}` },
  ];
}

const smallestOf = (values: Float64Array): number => values.reduce((a, b) => Math.min(a, b), Infinity);

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-arc": Arc }
  interface HTMLElementEventMap { range: CustomEvent<{ range: Range | undefined; phase: "move" | "end" }> }
}
