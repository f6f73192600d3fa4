/** Which film? Two spectra of one cell, before and after a redox probe, and what their difference says. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { verdict } from "interphase";
import type { DataSet } from "../../state/store";
import { number, quantity } from "../../state/format";
import { said } from "../../state/said";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";
import { bode, nyquist } from "../spectra";
import { insideRange } from "./compared";
import { points, smaller } from "./figures";
import { Task } from "./task";
import { Work } from "./work";

type Verdict = ReturnType<typeof verdict>;

@customElement("ip-analyse-verdict")
export class WhichFilm extends Task {
  private readonly work = new Work<Verdict>(this);

  protected override render(): TemplateResult {
    const [before, after] = this.pair;
    if (!after) return html`<ip-notice .text=${t("verdict-needs")}></ip-notice>`;
    return html`
      <div class="pair-row">
        ${this.choice("before", t("verdict-before"), before)}
        ${this.choice("after", t("verdict-after"), after)}
      </div>
      ${before === after ? html`<ip-notice kind="error" .text=${t("verdict-same")}></ip-notice>` : (this.unlike([before, after]) ?? this.answer(before, after))}`;
  }

  private answer(before: DataSet, after: DataSet): TemplateResult {
    const first = insideRange(before), second = insideRange(after);
    const work = this.work.ask([first, second], [], (signal) => run("verdict", [first, second], { signal }));
    const { value } = work;
    const words = value ? t(`verdict-${value.favours}`) : t("verdict-none");
    const curves = [{ ...points(first, "before", "data"), label: t("verdict-before") }, { ...points(second, "after", "data-2"), label: t("verdict-after") }];
    const factor = (x: number) => number(x, 3);
    return html`
      ${this.progress(work)}
      ${value ? html`
        <p class="verdict ${value.favours}" role="status" data-testid="verdict"><strong>${t(`verdict-word-${value.favours}`)}</strong> ${words}</p>
        <dl class="results">
          <div><dt>${t("verdict-drop")}</dt><dd data-testid="verdict-drop">${factor(value.dropFactor)}</dd></div>
          <div><dt>${t("verdict-interval")}</dt><dd>${factor(value.dropFactorInterval[0])} – ${factor(value.dropFactorInterval[1])}</dd></div>
          <div><dt>ΔAICc</dt><dd>${number(value.deltaAicc, 3)}</dd></div>
        </dl>
        ${[before, after].map(({ range }, i) => (range ? html`<p class="fine" data-testid="verdict-range">${t("verdict-range", { which: t(i ? "verdict-after" : "verdict-before"), from: quantity(range[0], "Hz"), to: quantity(range[1], "Hz") })}</p>` : nothing))}
        <ul class="reasons">${value.reasons.map((reason) => html`<li>${said(reason)}</li>`)}</ul>` : nothing}
      <div class="plots">
        <ip-plot name="verdict" class="nyquist" .figure=${{ ...nyquist(curves, words, { insets: smaller(first, second) }), legend: "top" }} .provenance=${this.provenance}></ip-plot>
        <ip-plot name="verdict-bode" .figure=${{ ...bode(curves, words), legend: "top" }} .provenance=${this.provenance}></ip-plot>
      </div>
      <p><button type="button" class="plain" @click=${() => this.give({ task: "film", joint: true, before: before.id, after: after.id })}>${t("film-fit-pair")}</button></p>
      <p class="fine">${t("verdict-note")}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-verdict": WhichFilm }
}
