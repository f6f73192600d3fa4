/** Map: barrier against thickness. Lines of equal film resistance, the study's region, the region where electrons go over the barrier; drag the point. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { behind, type Behind } from "../elements/behind";
import type { Figure, Mark, Series } from "../elements/plot/types";
import { experiment } from "../engine";
import { simulated } from "../state/derived";
import { number, quantity } from "../state/format";
import { cellOf } from "../state/link";
import { said } from "../state/said";
import { t, texts } from "../state/texts";
import sheet from "../styles/experiment.css?inline";
import { EXPERIMENT_WORDS, ExperimentView } from "./experiment";
import { pictureOf } from "./picture";

export const ready = texts.extend(EXPERIMENT_WORDS);

const BEHIND: readonly Behind[] = [["equation-simmons-conductance", "behind-tunnelling"], ["equation-wkb", "behind-emission"], ["disagreement-barrier", "behind-barrier"]];
const THICKNESS_NM: [number, number] = [0.5, 10];
const BARRIER_EV: [number, number] = [0.1, 4];
/** The study's resistance of the cell's two films, "a few kΩ·cm² at most", as one film's: physics and Fig. 5e. */
const REGION_OHM_CM2: [number, number] = [500, 5000];

/** Lines on the map, Ω·cm²: from a wire to a blocking film. */
const LEVELS_OHM_CM2 = [1e-3, 1, 1e3, 1e6, 1e9];

const compute = (cell: object) =>
  experiment("film-map", { cell: cell as never, thicknessNm: THICKNESS_NM, barrierEv: BARRIER_EV, regionOhmCm2: REGION_OHM_CM2, levelsOhmCm2: LEVELS_OHM_CM2, points: 61 });

@customElement("ip-map")
export class FilmMap extends ExperimentView {
  static override readonly sheet = sheet;
  protected override readonly leading = ["thicknessNm", "barrierEv", "effectiveMass", "temperatureK"];
  private done: { key: string; map: ReturnType<typeof compute> } | undefined;

  protected override render(): unknown {
    const { cell, preset } = this.state;
    // The point itself moves without a new map.
    const key = JSON.stringify([cell["transport"], cell["effectiveMass"], cell["temperatureK"]]);
    if (this.done?.key !== key) this.done = this.attempt(() => ({ key, map: compute(cell) }));
    const { map } = this.done ?? {};
    return this.frame(
      html`<h2>${t("map-title")}</h2><p class="fine">${t("map-note")}</p>${this.filmSliders(cell, cellOf(this.known, preset))}`,
      map ? this.stage(map) : nothing,
      html`<ip-film-picture .film=${pictureOf(cell)}></ip-film-picture>${this.laws()}`,
    );
  }

  private stage(map: ReturnType<typeof compute>): TemplateResult {
    const words = this.sentence(), { cell } = this.state;
    return html`
      <div class="plots one"><ip-plot name="map" .figure=${this.figure(map, words)} @plot-handle=${this.drag}></ip-plot></div>
      <p class="sentence" data-testid="map-sentence">${words}</p>
      ${cell["transport"] === "fixed" ? html`<p class="sentence">${t("map-fixed", { resistance: quantity(Number(cell["fixedResistanceOhmCm2"]), "Ω·cm²") })}</p>` : nothing}
      ${behind(BEHIND)}
      ${map.notes.map((note) => html`<p class="fine">${said(note)}</p>`)}`;
  }

  private readonly drag = (event: CustomEvent<{ x: number; y: number; phase: "move" | "end" }>) => {
    const { x, y, phase } = event.detail;
    const cell = { ...this.state.cell, thicknessNm: Number(x.toPrecision(4)), barrierEv: Number(y.toPrecision(4)) };
    this.store.update({ cell }, { history: phase === "end" ? "push" : "replace" });
    if (phase === "end") this.say(this.sentence());
  };

  private figure(map: ReturnType<typeof compute>, summary: string): Figure {
    const { cell } = this.state;
    const d = Number(cell["thicknessNm"]), phi = Number(cell["barrierEv"]);
    const lines = map.lines.filter(({ thicknessNm }) => thicknessNm.length > 1).map(({ level, thicknessNm, barrierEv }): Series => ({
      id: `line-${level}`, label: quantity(level, "Ω·cm²", 1, false), tag: quantity(level, "Ω·cm²", 1, false), kind: "line", accent: "muted", listed: false,
      x: thicknessNm, y: barrierEv,
    }));
    const [low, high] = map.region;
    const region: Mark[] = low && high ? [{
      kind: "area", id: "region", accent: "paper", text: t("map-region"),
      x: [...Array.from(low.thicknessNm), ...Array.from(high.thicknessNm).reverse()],
      y: [...Array.from(low.barrierEv), ...Array.from(high.barrierEv).reverse()],
    }] : [];
    const { thicknessNm, barrierEv } = map.thermionic;
    const thermionic: Mark[] = thicknessNm.length > 1 ? [{
      kind: "area", id: "thermionic", accent: "warning", hatch: true, text: t("map-thermionic"),
      x: [...Array.from(thicknessNm), thicknessNm[thicknessNm.length - 1] ?? 0, thicknessNm[0] ?? 0],
      y: [...Array.from(barrierEv), BARRIER_EV[0], BARRIER_EV[0]],
    }] : [];
    return {
      title: t("map-figure"), summary,
      x: { label: t("parameter-thicknessNm"), symbol: "d", unit: "nm", scale: "linear", domain: [0, 10], prefix: false },
      y: { label: t("parameter-barrierEv"), symbol: "φ", unit: "eV", scale: "linear", domain: [0, 4], prefix: false },
      series: lines, marks: [...region, ...thermionic],
      handles: [{
        id: "film", label: t("map-handle"), x: d, y: phi, moves: "xy", accent: "anti-sei", boundsX: THICKNESS_NM, boundsY: BARRIER_EV, stepX: 0.1, stepY: 0.02,
        valueText: `${quantity(d, "nm", 3, false)}, ${quantity(phi, "eV", 3, false)}`,
      }],
      legend: "none",
    };
  }

  private numbers() {
    const { simmons, wkb, thermionicShare } = simulated(this.state.cell).filmConductance;
    return { simmons: simmons === undefined ? undefined : 1 / simmons, wkb: 1 / wkb, thermionicShare };
  }

  private sentence(): string {
    const { cell } = this.state;
    const { simmons, wkb, thermionicShare } = this.numbers();
    const resistance = cell["transport"] === "simmons" && simmons !== undefined ? simmons : wkb;
    const region = resistance >= REGION_OHM_CM2[0] && resistance <= REGION_OHM_CM2[1] ? "inside" : resistance < REGION_OHM_CM2[0] ? "below" : "above";
    return t("map-sentence", {
      thickness: quantity(Number(cell["thicknessNm"]), "nm", 3, false), barrier: quantity(Number(cell["barrierEv"]), "eV", 3, false),
      resistance: quantity(resistance, "Ω·cm²"), region, thermionic: thermionicShare > 0.5 ? "yes" : "no", percent: number(100 * thermionicShare, 2),
    });
  }

  private laws(): TemplateResult {
    const { simmons, wkb, thermionicShare } = this.numbers();
    return html`
      <dl class="facts laws">
        <dt>${t("law-simmons")}</dt><dd>${simmons === undefined ? t("law-failed") : quantity(simmons, "Ω·cm²")}</dd>
        <dt>${t("law-wkb", { temperature: quantity(Number(this.state.cell["temperatureK"]), "K", 3, false) })}</dt><dd>${quantity(wkb, "Ω·cm²")}</dd>
        <dt>${t("law-thermionic")}</dt><dd>${number(100 * thermionicShare, 2)} %</dd>
      </dl>
      ${simulated(this.state.cell).warnings.map((text) => html`<ip-notice kind="warning" .text=${text}></ip-notice>`)}`;
  }
}
