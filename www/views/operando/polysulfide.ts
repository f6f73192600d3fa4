/** Polysulfide: an hour of passivation, the pipette, the drop; beside it the SEI of the same arc, where nothing happens (Fig. 5g, h). */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { behind, type Behind } from "../../elements/behind";
import type { Figure, Mark, Series } from "../../elements/plot/types";
import { experiment, seiTwin } from "../../engine";
import { quantity } from "../../state/format";
import { cellOf } from "../../state/link";
import { t } from "../../state/texts";
import { indexAt } from "../experiment";
import { pictureOf } from "../picture";
import { bode, type Curve } from "../spectra";
import { hourText, OperandoView, slice } from "./view";

const BEHIND: readonly Behind[] = [["equation-sites", "behind-sites"], ["equation-polysulfide", "behind-polysulfide"], ["disagreement-single-arc", "behind-arc"], ["disagreement-operando-capacitance", "behind-capacitance"]];
const PRESET = "operando-start";
const ADDITION_H = 1;
const END_H = 2;

type Run = ReturnType<typeof run>;
function run(cell: object, grows: string, added: number, before = ADDITION_H, after = END_H - ADDITION_H, points = 61) {
  return experiment("operando-polysulfide", {
    cell: cell as never, grows: grows as "both", addedMolPerL: added, hoursBefore: before, hoursAfter: after, points,
  });
}

@customElement("ip-operando-polysulfide")
export class Polysulfide extends OperandoView {
  private done: { key: string; run: Run } | undefined;
  private now: { key: string; run: Run } | undefined;

  protected override render(): unknown {
    const settings = slice.of(this.state);
    const cell = this.withFilm(PRESET);
    const key = JSON.stringify([cell, settings.grows, settings.added]);
    if (this.done?.key !== key) {
      this.done = this.attempt(() => ({ key, run: run(cell, settings.grows, settings.added) }), this.done);
    }
    const hours = settings.place * END_H;
    const added = hours >= ADDITION_H;
    const nowKey = `${key} ${hours}`;
    if (this.done && this.now?.key !== nowKey) {
      // The spectrum at any moment is the last one of a run that ends there.
      const before = added ? ADDITION_H : Math.max(hours, 0.01);
      const after = added ? Math.max(hours - ADDITION_H, 0.01) : 0.01;
      this.now = this.attempt(() => ({ key: nowKey, run: run(cell, settings.grows, settings.added, before, after, 2) }), this.now);
    }
    const whole = this.done?.run, moment = this.now?.run;
    return this.frame(
      this.panel(),
      whole && moment ? this.stage(whole, moment, hours, added) : nothing,
      whole ? html`
        ${this.pair(([[cell, "anti-sei"], [seiTwin(cell), "sei"]] as const).map(([one, kind]) =>
          ({ kind, name: t(kind === "sei" ? "sei-twin" : "anti-sei"), film: pictureOf(one, { polysulfide: added ? 1 : 0, activeSites: 1 / (1 + hours) }) })))}` : nothing,
    );
  }

  private panel(): TemplateResult {
    const { added } = slice.of(this.state);
    return html`
      ${this.head()}
      ${this.filmSliders(this.withFilm(PRESET), cellOf(this.known, PRESET))}
      ${this.growth()}
      <ip-slider .label=${t("operando-added")} .unit=${"mol/L"} .value=${added} .lower=${0} .upper=${2} .origin=${0.5} .note=${t("operando-added-note")}
        @slide=${(e: CustomEvent<{ value: number; phase: string }>) => this.set({ added: e.detail.value }, e.detail.phase)}></ip-slider>`;
  }

  private stage(whole: Run, moment: Run, hours: number, added: boolean): TemplateResult {
    const { grows } = slice.of(this.state);
    const [antiSei, sei] = [whole.tracks.find(({ film }) => film === "anti-sei"), whole.tracks.find(({ film }) => film === "sei")];
    if (!antiSei || !sei) return html``;
    const factor = antiSei.dropFactor;
    const last = (track: Run["tracks"][number]) => track.arcResistanceOhmCm2[indexAt(track.timeH, hours)] ?? NaN;
    const words = t(added ? "operando-after" : "operando-before", {
      time: hourText(hours), anti: quantity(last(antiSei), "Ω·cm²"), sei: quantity(last(sei), "Ω·cm²"),
      factor: quantity(factor, "", factor >= 100 ? 3 : 2, false), seiFactor: quantity(sei.dropFactor, "", 2, false), grows,
      same: Math.abs(sei.dropFactor - 1) < 0.05 ? "yes" : "no",
    });
    return html`
      ${this.timeline(hours)}
      <div class="plots">
        <ip-plot name="polysulfide-time" .figure=${this.overTime(antiSei, sei, hours, words)}></ip-plot>
        <ip-plot name="polysulfide-spectra" .figure=${this.spectra(moment, added, words)}></ip-plot>
      </div>
      <p class="sentence" data-testid="operando-sentence">${words}</p>
      ${behind(BEHIND)}`;
  }

  private overTime(antiSei: Run["tracks"][number], sei: Run["tracks"][number], hours: number, summary: string): Figure {
    const line = (track: Run["tracks"][number], accent: "anti-sei" | "sei", label: string): Series => ({
      id: accent, label, tag: label, kind: "line", accent, dash: accent === "sei" ? "dashed" : "solid", x: track.timeH, y: track.arcResistanceOhmCm2,
    });
    const paper: Series = {
      id: "paper", label: t("paper-values"), kind: "points", accent: "paper", symbol: "diamond",
      x: [0, ADDITION_H, END_H], y: [1.8e5, 4e5, 2.5e3],
    };
    const marks: Mark[] = [
      { kind: "line", id: "addition", axis: "x", at: ADDITION_H, text: t("addition"), dash: "dotted" },
      { kind: "line", id: "now", axis: "x", at: hours, accent: "ink" },
    ];
    return {
      title: t("operando-over-time"), summary,
      x: { label: t("time-axis"), unit: "h", scale: "linear", domain: [0, END_H] },
      y: { label: t("arc-resistance"), symbol: "R", unit: "Ω·cm²", scale: "log", include: [1e3, 1e6] },
      series: [line(sei, "sei", t("sei-twin")), line(antiSei, "anti-sei", t("anti-sei")), paper], marks, zoom: "x",
    };
  }

  private spectra(moment: Run, added: boolean, summary: string): Figure {
    const label = added ? "end" : "before";
    const curves = moment.tracks.flatMap(({ film, spectra }): Curve[] => {
      const found = spectra.find((spectrum) => spectrum.label === label);
      if (!found) return [];
      const accent = film === "anti-sei" ? "anti-sei" : "sei";
      return [{ id: accent, label: t(film === "anti-sei" ? "anti-sei" : "sei-twin"), accent, dash: accent === "sei" ? "dashed" : "solid",
        frequency: found.frequency, re: found.re, im: found.im }];
    });
    return { ...bode(curves.reverse(), summary), title: t("operando-spectra"), legend: "top" };
  }
}
