/** Current: strip and plate. The film is plated over, or must crack; what each part of the electrode costs, and the study's values (Fig. 4a, b). */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { behind, type Behind } from "../elements/behind";
import type { Figure, Series } from "../elements/plot/types";
import { experiment } from "../engine";
import { quantity } from "../state/format";
import { cellOf } from "../state/link";
import { numberIn, oneOf, Slice } from "../state/slice";
import { said } from "../state/said";
import { t, texts } from "../state/texts";
import sheet from "../styles/experiment.css?inline";
import { EXPERIMENT_WORDS, ExperimentView, indexAt } from "./experiment";
import { pictureOf } from "./picture";

export const ready = texts.extend(EXPERIMENT_WORDS);

export const slice = new Slice("current", {
  direction: oneOf("strip", "plate"),
  /** mA/cm². */
  current: numberIn(0.01, 10, 1),
  axis: oneOf("time", "capacity"),
  place: numberIn(0, 1, 0),
});

const BEHIND: { readonly [direction in "strip" | "plate"]: readonly Behind[] } = {
  strip: [["equation-stripping", "behind-cracks"], ["equation-threshold", "behind-reaction"], ["disagreement-tenfold", "behind-tenfold"]],
  plate: [["equation-plating", "behind-parts"], ["equation-simmons", "behind-tunnelling"], ["equation-threshold", "behind-reaction"], ["equation-concentration", "behind-concentration"], ["disagreement-one-film", "behind-one-film"]],
};
const PRESET = "mg-galvanostatic";
/** The study's currents, mA/cm², with its overpotentials in V: plating (Fig. 4b), stripping before and after activation (Fig. 4a, results). */
const STUDY = [
  { current: 0.3, plate: 0.55, before: 0.5, after: 0.094, error: 0.006 },
  { current: 1, plate: 0.55, before: 0.5, after: 0.084, error: 0.03 },
  { current: 3, plate: 0.55, before: 0.5, after: 0.15, error: 0.03 },
  { current: 10, plate: 0.8, before: 0.5, after: 0.31, error: 0.01 },
] as const;
const PARTS = ["filmV", "chargeTransferV", "concentrationV", "ohmicV"] as const;
const PART_ACCENTS = { filmV: "anti-sei", chargeTransferV: "data-2", concentrationV: "data-3", ohmicV: "data-4" } as const;

const compute = (cell: object, current: number) =>
  experiment("galvanostatic", { cell: cell as never, currentsMaPerCm2: [...new Set([...STUDY.map((row) => row.current), current])], points: 121 });
type Answer = ReturnType<typeof compute>;
type Run = Answer["runs"][number];

@customElement("ip-current")
export class Current extends ExperimentView {
  static override readonly sheet = sheet;
  private done: { key: string; answer: Answer } | undefined;

  protected override render(): unknown {
    const settings = slice.of(this.state);
    const cell = this.withFilm(PRESET);
    const key = JSON.stringify([cell, settings.current]);
    if (this.done?.key !== key) this.done = this.attempt(() => ({ key, answer: compute(cell, settings.current) }));
    const answer = this.done?.answer;
    const chosen = (one: { direction: string; currentMaPerCm2: number }) => one.direction === settings.direction && one.currentMaPerCm2 === settings.current;
    const run = answer?.runs.find(chosen);
    // What the film does not carry has no picture; the others have.
    if (answer) this.refusal = answer.refused.find(chosen)?.reason;
    const at = run ? indexAt(run.timeH, settings.place * (run.timeH[run.timeH.length - 1] ?? 0)) : 0;
    return this.frame(
      this.panel(),
      answer && run ? this.stage(answer, run, at) : nothing,
      answer ? html`
        <ip-film-picture .film=${pictureOf(cell, settings.direction === "plate"
          ? { current: "plating", deposit: run ? settings.place : 0 }
          : { current: "stripping", cracks: run?.openShare[at] ?? 0 })}></ip-film-picture>
        ${this.table(answer)}` : nothing,
    );
  }

  private panel(): TemplateResult {
    const { direction, current } = slice.of(this.state);
    const set = (patch: Parameters<typeof slice.patch>[1], history: "push" | "replace" = "push") => this.store.update(slice.patch(this.state, patch), { history });
    return html`
      <h2>${t("current-title")}</h2>
      <p class="fine">${t("current-note")}</p>
      <ip-choice .label=${t("direction")} .value=${direction} .options=${(["strip", "plate"] as const).map((value) => ({ value, label: t(`direction-${value}`) }))}
        @choose=${(e: CustomEvent<{ value: string }>) => set({ direction: e.detail.value as "plate", place: 0 })}></ip-choice>
      <ip-choice .label=${t("current-density")} .value=${String(current)} .options=${STUDY.map((row) => ({ value: String(row.current), label: quantity(row.current, "", 2, false) }))}
        @choose=${(e: CustomEvent<{ value: string }>) => set({ current: Number(e.detail.value) })}></ip-choice>
      <ip-slider .label=${t("current-density")} .symbol=${"j"} .unit=${"mA·cm⁻²"} .value=${current} .lower=${0.01} .upper=${10} .scale=${"log"}
        @slide=${(e: CustomEvent<{ value: number; phase: string }>) => set({ current: e.detail.value }, e.detail.phase === "end" ? "push" : "replace")}></ip-slider>
      ${this.filmSliders(this.withFilm(PRESET), cellOf(this.known, PRESET))}`;
  }

  private stage(answer: Answer, run: Run, at: number): TemplateResult {
    const { axis, place, direction } = slice.of(this.state);
    const words = this.sentence(run, answer.film);
    const x = (r: Run) => (axis === "time" ? r.timeH : r.capacityMahPerCm2);
    const now = x(run)[at] ?? 0;
    const hours = run.timeH[at] ?? 0;
    const set = (patch: Parameters<typeof slice.patch>[1], history: "push" | "replace" = "push") => this.store.update(slice.patch(this.state, patch), { history });
    return html`
      <div class="toolbar">
        <ip-choice .label=${t("axis")} .value=${axis} .options=${(["time", "capacity"] as const).map((value) => ({ value, label: t(`axis-${value}`) }))}
          @choose=${(e: CustomEvent<{ value: string }>) => set({ axis: e.detail.value as "time" })}></ip-choice></div>
      <ip-timeline .place=${place} .label=${t("time")} .valueText=${quantity(Number(hours.toPrecision(3)), "h", 3, false)} .seconds=${8}
        @time=${(e: CustomEvent<{ place: number; phase: "move" | "end" }>) => set({ place: e.detail.place }, e.detail.phase === "end" ? "push" : "replace")}></ip-timeline>
      <div class="plots">
        <ip-plot name="overpotential-${axis}" .figure=${this.overpotential(answer, run, x, now, words, direction)}></ip-plot>
        <ip-plot name="parts-${axis}" .figure=${this.parts(answer, run, x, now, words)}></ip-plot>
      </div>
      <p class="sentence" data-testid="current-sentence">${words}</p>
      ${behind(BEHIND[direction])}
      ${answer.notes.map((note) => html`<p class="fine">${said(note)}</p>`)}`;
  }

  private axisOf() {
    return slice.of(this.state).axis === "time"
      ? { label: t("time-axis"), unit: "h", scale: "linear" as const }
      : { label: t("capacity-axis"), unit: "mAh·cm⁻²", scale: "linear" as const, prefix: false };
  }

  /** Every current of the study pale, the chosen one strong; a long run reaches further, so the chosen one sets the range. */
  private overpotential(answer: Answer, run: Run, x: (r: Run) => Float64Array, now: number, summary: string, direction: "strip" | "plate"): Figure {
    const runs = answer.runs.filter((r) => r.direction === direction);
    const end = x(run)[x(run).length - 1] ?? 1;
    const name = (r: Run) => `${quantity(r.currentMaPerCm2, "", 3, false)} mA·cm⁻²`;
    const study = STUDY.find(({ current }) => current === run.currentMaPerCm2);
    const paper: Series[] = study ? [{
      id: "paper", label: t("paper-values"), kind: "points", accent: "paper", symbol: "diamond",
      ...(direction === "plate" ? { x: [0.5 * end], y: [study.plate] } : { x: [0.02 * end, 0.97 * end], y: [study.before, study.after], errorY: [0, study.error] }),
    }] : [];
    return {
      title: t(`current-${direction}`), summary, x: { ...this.axisOf(), domain: [0, end] },
      y: { label: t("overpotential"), symbol: "η", unit: "V", scale: "linear", include: [0], prefix: false },
      series: [
        ...runs.filter((r) => r !== run).map((r): Series => ({ id: `run-${r.currentMaPerCm2}`, label: name(r), kind: "line", accent: "ghost", listed: false, x: x(r), y: r.overpotentialV })),
        { id: "run", label: name(run), tag: name(run), kind: "line", accent: answer.film, x: x(run), y: run.overpotentialV },
        ...paper,
      ],
      marks: [{ kind: "line", id: "now", axis: "x", at: now, accent: "ink" }], zoom: "x",
    };
  }

  private parts(answer: Answer, run: Run, x: (r: Run) => Float64Array, now: number, summary: string): Figure {
    const pits = run.direction === "strip" && answer.film === "anti-sei";
    return {
      title: t("current-parts"), summary, x: { ...this.axisOf(), domain: [0, x(run)[x(run).length - 1] ?? 1] },
      y: { label: t("share-of-overpotential"), symbol: "η", unit: "V", scale: "linear", include: [0], prefix: false },
      series: PARTS.map((part): Series => ({ id: part, label: t(pits && part === "ohmicV" ? "part-ohmic-pits" : `part-${part}`), kind: "line", accent: PART_ACCENTS[part], x: x(run), y: run[part] })),
      marks: [{ kind: "line", id: "now", axis: "x", at: now, accent: "ink" }], zoom: "x",
    };
  }

  private sentence(run: Run, film: string): string {
    const { filmOhmCm2, chargeTransferOhmCm2 } = run.differential;
    const id = film === "sei" ? "current-sei-sentence" : run.direction === "plate" ? "current-plate-sentence" : run.uncrackedV < run.beforeV ? "current-leaky-sentence" : run.activationH === undefined ? "current-still-sentence" : "current-strip-sentence";
    return t(id, {
      direction: run.direction,
      current: quantity(run.currentMaPerCm2, "", 3, false), before: quantity(run.beforeV, "V"), after: quantity(run.afterV, "V"),
      uncracked: quantity(run.uncrackedV, "V", 2, false), activation: quantity(run.activationH ?? NaN, "h", 2, false),
      filmOhm: quantity(filmOhmCm2, "Ω·cm²", 2), chargeTransferOhm: quantity(chargeTransferOhmCm2, "Ω·cm²", 2),
      drop: quantity(run.filmV[run.filmV.length - 1] ?? 0, "V", 2),
    });
  }

  /** What the study read, beside what the film of this page gives. */
  private table(answer: Answer): TemplateResult {
    const find = (direction: string, current: number) => answer.runs.find((r) => r.direction === direction && r.currentMaPerCm2 === current);
    const volt = (value: number | undefined) => (value === undefined ? "" : quantity(value, "V", 3));
    return html`
      <table class="study">
        <caption>${t("current-table")}</caption>
        <thead><tr><th scope="col">mA·cm⁻²</th><th scope="col">${t("direction-plate")}</th><th scope="col">${t("strip-after")}</th></tr></thead>
        <tbody>${STUDY.map(({ current, plate, after }) => html`
          <tr><th scope="row">${quantity(current, "", 2, false)}</th>
            <td><span>${volt(find("plate", current)?.afterV)}</span> <span class="paper">${volt(plate)}</span></td>
            <td><span>${volt(find("strip", current)?.afterV)}</span> <span class="paper">${volt(after)}</span></td></tr>`)}
        </tbody>
      </table>
      <p class="fine">${t("current-table-note")}</p>
      ${answer.film === "anti-sei" ? nothing : html`<ip-notice kind="note" .text=${t("current-sei")}></ip-notice>`}`;
  }
}
