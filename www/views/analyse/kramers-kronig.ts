/** Kramers-Kronig: do the two parts of the spectrum belong to one linear, steady thing? Asked before anything else is believed. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { behind } from "../../elements/behind";
import type { kramersKronig, zHit } from "interphase";
import type { Figure } from "../../elements/plot/types";
import type { Spectrum } from "../../engine";
import { number } from "../../state/format";
import { said } from "../../state/said";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";
import { nyquist } from "../spectra";
import { points, residuals, worst } from "./figures";
import { Task } from "./task";
import { Work } from "./work";

type Test = ReturnType<typeof kramersKronig>;
type ZHit = ReturnType<typeof zHit>;

@customElement("ip-analyse-kramers-kronig")
export class KramersKronig extends Task {
  @state() private hoverHz: number | undefined;
  private readonly test = new Work<Test>(this);
  private readonly fromPhase = new Work<ZHit>(this);

  protected override render(): TemplateResult {
    const { spectrum } = this;
    const test = this.test.ask([spectrum], [], (signal) => run("kramersKronig", [spectrum], { signal })).value;
    const phase = this.fromPhase.ask([spectrum], [], (signal) => run("zHit", [spectrum], { signal })).value;
    const words = test ? t(`kk-${test.verdict}`) : t("kk-none");
    const share = (value: number) => `${number(100 * value, 2)} %`;
    return html`
      ${this.progress(this.test)}
      ${test ? html`
        <p class="verdict ${test.verdict}" role="status" data-testid="kk-verdict"><strong>${t(`kk-word-${test.verdict}`)}</strong> ${words}</p>
        ${test.reasons.length === 0 ? nothing : html`<ul class="reasons">${test.reasons.map((reason) => html`<li>${said(reason)}</li>`)}</ul>`}` : nothing}
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)}>
        <ip-plot name=${phase ? "kramers-kronig-modulus" : "kramers-kronig"} .figure=${phase ? modulus(spectrum, phase) : nyquist([points(spectrum)], words, { title: t("nyquist-of", { name: spectrum.name }) })} .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>
        ${test ? html`<ip-plot name="kramers-kronig-residuals" .figure=${residuals(spectrum.frequency, test.residualRe, test.residualIm, `${words} ${t("residual-summary", { worst: number(worst(test.residualRe, test.residualIm), 2) })}`)}
          .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>` : nothing}
      </div>
      ${phase ? html`<p class="sentence" data-testid="z-hit">${zHitWords(phase)}</p>` : nothing}
      ${test ? html`
        <dl class="results">
          <div><dt>${t("kk-noise")}</dt><dd>${share(test.noise)}</dd></div>
          <div><dt>${t("kk-violation")}</dt><dd>${share(test.violation)}</dd></div>
          <div><dt>${t("kk-drift")}</dt><dd>${number(100 * test.drift.change, 2)} ± ${share(test.drift.error)}</dd></div>
          <div><dt>${t("kk-elements")}</dt><dd>${test.elements}</dd></div>
          <div><dt>μ</dt><dd>${number(test.mu, 3)}</dd></div>
          <div><dt>${t("kk-chi")}</dt><dd>${number(test.pseudoChiSquare)}</dd></div>
        </dl>
        <p class="fine">${t("kk-note")}</p>${behind([["equation-kramers-kronig", "behind-kk"]])}` : nothing}`;
  }
}

const zHitWords = ({ deviation, lowFrequencyDeviation }: ZHit): string =>
  t("kk-z-hit", { worst: number(worst(deviation), 2), low: number(100 * lowFrequencyDeviation, 2) });

/** |Z| as measured and as the phase has it, and by how much they differ. */
function modulus({ frequency, re, im }: Spectrum, fromPhase: ZHit): Figure {
  const common = { x: frequency, key: frequency };
  return {
    title: t("kk-z-hit-title"), summary: zHitWords(fromPhase),
    x: { label: t("frequency"), symbol: "f", unit: "Hz", scale: "log", prefix: true },
    y: [
      { label: "", symbol: "|Z|", unit: "Ω·cm²", scale: "log", weight: 1.4 },
      { label: t("kk-z-hit-difference"), unit: "%", scale: "linear", include: [0], prefix: false },
    ],
    series: [
      { ...common, id: "measured", label: t("kk-z-hit-measured"), kind: "points", accent: "data", y: re.map((x, i) => Math.hypot(x, im[i]!)) },
      { ...common, id: "phase", label: t("kk-z-hit-phase"), kind: "line", accent: "fit", y: fromPhase.modulus },
      { ...common, id: "difference", label: t("kk-z-hit-difference"), kind: "points", accent: "data", listed: false, panel: 1, y: fromPhase.deviation.map((value) => 100 * value) },
    ],
    marks: [{ kind: "line", id: "zero", axis: "y", at: 0, accent: "muted", panel: 1 }],
    key: { label: t("frequency"), symbol: "f", unit: "Hz" }, zoom: "x", legend: "top",
  };
}

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-kramers-kronig": KramersKronig }
}
