/** Relaxation times: every process as a peak over its time constant, without a circuit; lambda decides how fine a peak may be. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { behind } from "../../elements/behind";
import type { relaxationTimes } from "interphase";
import "../../elements/slider";
import { nearestKey } from "../../elements/plot/nearest";
import type { Figure } from "../../elements/plot/types";
import type { Spectrum } from "../../engine";
import { number, quantity } from "../../state/format";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";
import { residuals, worst } from "./figures";
import { Task } from "./task";
import { Work } from "./work";

type Distribution = ReturnType<typeof relaxationTimes>;
const LAMBDA = { lower: 1e-12, upper: 1 };
/** A peak that carries less of the resistance is left without a label. */
const SMALL = 0.01;

@customElement("ip-analyse-relaxation")
export class Relaxation extends Task {
  @state() private hoverHz: number | undefined;
  private readonly work = new Work<Distribution>(this);

  protected override render(): TemplateResult {
    const { spectrum } = this;
    const { lambda } = this.settings;
    const found = this.work.ask([spectrum], [lambda], (signal) => run("relaxationTimes", [spectrum, { lambda: lambda || "gcv" }], { signal })).value;
    const shown = lambda || found?.lambda;
    return html`
      ${this.progress(this.work)}
      <div class="lambda">
        <label class="check"><input type="checkbox" .checked=${lambda === 0} @change=${(e: Event) =>
          this.give({ lambda: (e.target as HTMLInputElement).checked ? 0 : bounded(found?.lambda ?? 1e-4) })}> ${t("drt-automatic")}</label>
        ${shown === undefined ? nothing : html`
          <ip-slider .label=${t("drt-lambda")} .symbol=${"λ"} .value=${bounded(shown)} .lower=${LAMBDA.lower} .upper=${LAMBDA.upper} .scale=${"log"}
            @slide=${(e: CustomEvent<{ value: number; phase: string }>) => this.give({ lambda: e.detail.value }, e.detail.phase === "end" ? "push" : "replace")}></ip-slider>`}
      </div>
      ${found ? this.answer(found, spectrum) : nothing}`;
  }

  private answer(found: Distribution, spectrum: Spectrum): TemplateResult {
    const peaks = found.peaks.filter(({ resistance }) => resistance > SMALL * found.polarisation);
    const words = t("drt-sentence", {
      count: peaks.length, name: spectrum.name,
      peaks: peaks.map(({ tau, resistance }) => `${quantity(resistance, "Ω·cm²")} · ${secondText(tau)}`).join("; "),
    });
    return html`
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)}>
        <ip-plot name="relaxation" .figure=${gamma(found, peaks, words)} .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>
        <ip-plot name="relaxation-residuals" .figure=${residuals(spectrum.frequency, found.residualRe, found.residualIm, t("residual-summary", { worst: number(worst(found.residualRe, found.residualIm), 2) }))}
          .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>
      </div>
      <p class="sentence" data-testid="drt-sentence">${words}</p>
      <dl class="results">
        <div><dt>Rₛ</dt><dd>${quantity(found.seriesResistance, "Ω·cm²")}</dd></div>
        <div><dt>${t("drt-area")}</dt><dd>${quantity(found.polarisation, "Ω·cm²")}</dd></div>
        <div><dt>λ</dt><dd>${number(found.lambda)}</dd></div>
        ${found.inductance > 0 ? html`<div><dt>L</dt><dd>${number(found.inductance)} H·cm²</dd></div>` : nothing}
      </dl>
      ${this.warnings(found.warnings)}
      <p class="fine">${t("drt-note")}</p>${behind([["equation-relaxation-times", "behind-drt"]])}`;
  }
}

/** Gamma over tau; each point is linked to the frequency 1/(2 pi tau). */
function gamma({ tau, gamma: density }: Distribution, peaks: Distribution["peaks"], summary: string): Figure {
  return {
    title: t("drt-title"), summary,
    x: { label: t("drt-tau"), symbol: "τ", unit: "s", scale: "log", prefix: false },
    y: { label: "", symbol: "γ", unit: "Ω·cm²", scale: "linear", include: [0] },
    series: [{ id: "gamma", label: "γ", kind: "line", accent: "data", x: tau, y: density, key: tau.map((value) => 1 / (2 * Math.PI * value)) }],
    marks: peaks.map(({ tau: t0, resistance }, i) => ({
      kind: "label" as const, id: `peak-${i}`, x: t0, y: density[nearestKey(tau, t0)]!, text: `${quantity(resistance, "Ω·cm²")} · ${secondText(t0)}`, dot: true, accent: "fit" as const,
    })),
    key: { label: t("frequency"), symbol: "f", unit: "Hz" }, zoom: "x", legend: "none",
  };
}

const bounded = (lambda: number) => Math.min(LAMBDA.upper, Math.max(LAMBDA.lower, lambda));
function secondText(tau: number): string {
  const [factor, unit] = tau >= 1 ? [1, "s"] : tau >= 1e-3 ? [1e3, "ms"] : tau >= 1e-6 ? [1e6, "µs"] : [1e9, "ns"];
  return quantity(tau * (factor as number), unit as string, 3, false);
}

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-relaxation": Relaxation }
}
