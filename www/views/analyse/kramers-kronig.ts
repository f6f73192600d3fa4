/** Kramers-Kronig: do the two parts of the spectrum belong to one linear, steady thing? Asked before anything else is believed. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { behind } from "../../elements/behind";
import type { kramersKronig } from "interphase";
import { number } from "../../state/format";
import { said } from "../../state/said";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";
import { nyquist } from "../spectra";
import { points, residuals, worst } from "./figures";
import { Task } from "./task";
import { Work } from "./work";

type Test = ReturnType<typeof kramersKronig>;

@customElement("ip-analyse-kramers-kronig")
export class KramersKronig extends Task {
  private readonly test = new Work<Test>(this);

  protected override render(): TemplateResult {
    const { spectrum } = this;
    const test = this.test.ask(spectrum, [], (signal) => run("kramersKronig", [spectrum], { signal })).value;
    const words = test ? t(`kk-${test.verdict}`) : t("kk-none");
    const share = (value: number) => `${number(100 * value, 2)} %`;
    return html`
      ${this.progress(this.test)}
      ${test ? html`
        <p class="verdict ${test.verdict}" role="status" data-testid="kk-verdict"><strong>${t(`kk-word-${test.verdict}`)}</strong> ${words}</p>
        ${test.reasons.length === 0 ? nothing : html`<ul class="reasons">${test.reasons.map((reason) => html`<li>${said(reason)}</li>`)}</ul>`}` : nothing}
      <div class="plots">
        <ip-plot class="nyquist" .figure=${nyquist([points(spectrum)], words, { title: t("nyquist-of", { name: spectrum.name }) })} .provenance=${this.provenance}></ip-plot>
        ${test ? html`<ip-plot .figure=${residuals(spectrum.frequency, test.residualRe, test.residualIm, `${words} ${t("residual-summary", { worst: number(worst(test.residualRe, test.residualIm), 2) })}`)}
          .provenance=${this.provenance}></ip-plot>` : nothing}
      </div>
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

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-kramers-kronig": KramersKronig }
}
