/** Polysulfide: an hour of passivation, the pipette, the drop; beside it the SEI of the same arc, where nothing happens (Fig. 5g, h). */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { behind, type Behind } from "../../elements/behind";
import type { Figure, Mark, Series } from "../../elements/plot/types";
import { experiment, seiTwin, type Cell } from "../../engine";
import { quantity } from "../../state/format";
import { carrierOf } from "../../state/derived";
import { cellOf } from "../../state/link";
import { t } from "../../state/texts";
import { filmName, pictureOf } from "../picture";
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
      this.done = this.attempt(() => ({ key, run: run(cell, settings.grows, settings.added) }));
    }
    const hours = settings.place * END_H;
    const added = hours >= ADDITION_H;
    const nowKey = `${key} ${hours}`;
    if (this.done && this.now?.key !== nowKey) {
      // The spectrum at any moment is the last one of a run that ends there.
      const before = added ? ADDITION_H : Math.max(hours, 0.01);
      const after = added ? Math.max(hours - ADDITION_H, 0.01) : 0.01;
      this.now = this.attempt(() => ({ key: nowKey, run: run(cell, settings.grows, settings.added, before, after, 2) }));
    }
    const whole = this.done?.run, moment = this.now?.run;
    const present = added && settings.added > 0;
    if (!whole || !moment) return this.frame(this.panel(), nothing, nothing);
    // Of the moment's two points on each side the later one, or the earlier at the very beginning of the side.
    const place = added ? (hours > ADDITION_H ? 3 : 2) : hours > 0 ? 1 : 0;
    return this.frame(this.panel(), this.stage(whole, moment, hours, place, present, cell), this.pair(
      ([[cell, "anti-sei"], [seiTwin(cell), "sei"]] as const).map(([one, kind]) => {
        const activeSites = moment.tracks.find(({ film }) => film === kind)?.activeShare[place] ?? 1;
        return { kind, name: kind === "sei" ? t("sei-twin") : filmName(cell), film: pictureOf(one, { polysulfide: present ? 1 : 0, activeSites }) };
      })));
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

  private stage(whole: Run, moment: Run, hours: number, place: number, present: boolean, cell: Cell): TemplateResult {
    const { grows } = slice.of(this.state);
    const [antiSei, sei] = [whole.tracks.find(({ film }) => film === "anti-sei"), whole.tracks.find(({ film }) => film === "sei")];
    if (!antiSei || !sei) return html``;
    const factor = antiSei.dropFactor;
    const now = (kind: "anti-sei" | "sei") => quantity(moment.tracks.find(({ film }) => film === kind)?.arcResistanceOhmCm2[place] ?? NaN, "Ω·cm²");
    const fell = factor > 1.05;
    const words = t(present ? "operando-after" : "operando-before", {
      time: hourText(hours), anti: now("anti-sei"), sei: now("sei"), film: carrierOf(cell), fell: fell ? "yes" : "no",
      factor: quantity(factor, "", factor >= 100 ? 3 : 2, false), seiFactor: quantity(sei.dropFactor, "", 2, false), grows: fell ? grows : "",
      same: Math.abs(sei.dropFactor - 1) < 0.05 ? "yes" : "no",
    });
    return html`
      ${this.timeline(hours)}
      <div class="plots">
        <ip-plot name="polysulfide-time" .figure=${this.overTime(antiSei, sei, hours, filmName(cell), words)}></ip-plot>
        <ip-plot name="polysulfide-spectra" .figure=${this.spectra(moment, place, filmName(cell), words)}></ip-plot>
      </div>
      <p class="sentence" data-testid="operando-sentence">${words}</p>
      ${behind(BEHIND)}`;
  }

  private overTime(antiSei: Run["tracks"][number], sei: Run["tracks"][number], hours: number, name: string, summary: string): Figure {
    const line = (track: Run["tracks"][number], accent: "anti-sei" | "sei", label: string): Series => ({
      id: accent, label, tag: label, kind: "line", accent, dash: accent === "sei" ? "dashed" : "solid", x: track.timeH, y: track.arcResistanceOhmCm2,
    });
    const paper: Series = {
      id: "paper", label: t("paper-values"), kind: "points", accent: "paper", symbol: "diamond",
      x: [0, ADDITION_H, END_H], y: [1.8e5, 4e5, 2.5e3],
    };
    const marks: Mark[] = [
      ...(slice.of(this.state).added > 0 ? [{ kind: "line", id: "addition", axis: "x", at: ADDITION_H, text: t("addition"), dash: "dotted" } as const] : []),
      { kind: "line", id: "now", axis: "x", at: hours, accent: "ink" },
    ];
    return {
      title: t("operando-over-time"), summary,
      x: { label: t("time-axis"), unit: "h", scale: "linear", domain: [0, END_H] },
      y: { label: t("arc-resistance"), symbol: "R", unit: "Ω·cm²", scale: "log", include: [1e3, 1e6] },
      series: [line(sei, "sei", t("sei-twin")), line(antiSei, "anti-sei", name), paper], marks, zoom: "x",
    };
  }

  private spectra(moment: Run, place: number, name: string, summary: string): Figure {
    const label = ["start", "before", "after", "end"][place];
    const curves = moment.tracks.flatMap(({ film, spectra }): Curve[] => {
      const found = spectra.find((spectrum) => spectrum.label === label);
      if (!found) return [];
      const accent = film === "anti-sei" ? "anti-sei" : "sei";
      return [{ id: accent, label: film === "anti-sei" ? name : t("sei-twin"), accent, dash: accent === "sei" ? "dashed" : "solid",
        frequency: found.frequency, re: found.re, im: found.im }];
    });
    return { ...bode(curves.reverse(), summary), title: t("operando-spectra"), legend: "top" };
  }
}
