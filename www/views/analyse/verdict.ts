/** Which film? Two spectra of one cell, before and after a redox probe, and what their difference says. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { verdict } from "interphase";
import type { DataSet } from "../../state/store";
import { perAreaOf } from "../../state/derived";
import { number } from "../../state/format";
import { said } from "../../state/said";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";
import { bode, nyquist } from "../spectra";
import { points } from "./figures";
import { Task } from "./task";
import { Work } from "./work";

type Verdict = ReturnType<typeof verdict>;

@customElement("ip-analyse-verdict")
export class WhichFilm extends Task {
  private readonly work = new Work<Verdict>(this);

  protected override render(): TemplateResult {
    const { sets, settings } = this;
    if (sets.length < 2) return html`<ip-notice .text=${t("verdict-needs")}></ip-notice>`;
    const before = sets.find(({ id }) => id === settings.before) ?? sets[0]!;
    const after = sets.find(({ id }) => id === settings.after) ?? sets.find((set) => set !== before)!;
    return html`
      <div class="circuit-row">
        ${this.choice("before", t("verdict-before"), before)}
        ${this.choice("after", t("verdict-after"), after)}
      </div>
      ${before === after ? html`<ip-notice kind="error" .text=${t("verdict-same")}></ip-notice>` : this.answer(before, after)}`;
  }

  private choice(id: "before" | "after", label: string, chosen: DataSet): TemplateResult {
    return html`
      <label class="stack"><span class="label">${label}</span>
        <select @change=${(e: Event) => this.give({ [id]: (e.target as HTMLSelectElement).value })}>
          ${this.sets.map((set) => html`<option value=${set.id} .selected=${set === chosen}>${set.spectrum.name || set.file}</option>`)}
        </select></label>`;
  }

  private answer(before: DataSet, after: DataSet): TemplateResult {
    const first = perAreaOf(before), second = perAreaOf(after);
    const work = this.work.ask(first, [second], (signal) => run("verdict", [first, second], { signal }));
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
        <ul class="reasons">${value.reasons.map((reason) => html`<li>${said(reason)}</li>`)}</ul>` : nothing}
      <div class="plots">
        <ip-plot class="nyquist" .figure=${{ ...nyquist(curves, words), legend: "top" }} .provenance=${this.provenance}></ip-plot>
        <ip-plot .figure=${{ ...bode(curves, words), legend: "top" }} .provenance=${this.provenance}></ip-plot>
      </div>
      <p class="fine">${t("verdict-note")}</p>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-verdict": WhichFilm }
}
