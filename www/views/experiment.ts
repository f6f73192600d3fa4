/** What the views of the experiments share: the film under test, its picture, and the frame of three panes. */
import { html, nothing, type TemplateResult } from "lit";
import "../elements/choice";
import "../elements/notice";
import "../elements/parameter-panel";
import "../elements/plot/plot";
import "../elements/timeline";
import type { Cell } from "../engine";
import { shownCell } from "../state/derived";
import { cellOf } from "../state/link";
import { t, type Part } from "../state/texts";
import { View } from "./view";

export const EXPERIMENT_WORDS: Part = {
  en: async () => (await import("../texts/en/experiments.ftl?raw")).default,
  de: async () => (await import("../texts/de/experiments.ftl?raw")).default,
};

/** The film that every experiment is done to: what describes it, apart from the cell it stands in. */
const FILM = ["thicknessNm", "barrierEv", "effectiveMass", "relativePermittivity", "transport", "fixedResistanceOhmCm2", "ionicResistanceOhmCm2", "temperatureK"] as const;

export abstract class ExperimentView extends View {
  /** Parameters that stand first. */
  protected readonly leading: readonly string[] = ["thicknessNm", "barrierEv", "effectiveMass"];
  /** Why the engine refused, in its words; the last good picture stays. */
  protected refusal: string | undefined;

  /** The cell of the experiment as the study built it, with the film that the person has set. */
  protected withFilm(preset: string): Cell {
    const own = cellOf(this.known, this.state.preset);
    const cell = cellOf(this.known, preset);
    for (const name of FILM) {
      const value = this.state.cell[name];
      if (value !== undefined && value !== own[name]) cell[name] = value;
    }
    return cell;
  }

  /** Computes; on a refusal keeps what `last` holds and says why. */
  protected attempt<T>(compute: () => T, last: T | undefined): T | undefined {
    try {
      const answer = compute();
      this.refusal = undefined;
      return answer;
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : String(error);
      return last;
    }
  }

  protected frame(panel: TemplateResult, stage: TemplateResult | typeof nothing, side: TemplateResult | typeof nothing): TemplateResult {
    return html`
      <div class="panes experiment">
        <section class="panel" aria-label=${t("parameters")}>${panel}</section>
        <section class="stage" aria-label=${t("experiment")}>
          ${this.refusal ? html`<ip-notice kind="error" .text=${this.refusal}></ip-notice>` : nothing}${stage}
        </section>
        <section class="side" aria-label=${t("film-and-data")}>${side}</section>
      </div>`;
  }

  /** Sliders of the film, as it stands in `cell`. */
  protected filmSliders(cell: Cell, origin: Cell): TemplateResult {
    const { locked, hidden } = this.state;
    const parameters = this.known.parameters.filter(({ name }) => (FILM as readonly string[]).includes(name));
    return html`<ip-parameters .parameters=${parameters} .cell=${shownCell(cell)} .origin=${shownCell(origin)} .leading=${this.leading}
      .locked=${locked} .hiddenNames=${hidden} @parameter=${this.parameter}></ip-parameters>`;
  }

  private readonly parameter = (event: CustomEvent<{ name: string; value: number | string; phase: "move" | "end" }>) => {
    const { name, value, phase } = event.detail;
    this.store.update({ cell: { ...this.state.cell, [name]: value } }, { history: phase === "end" ? "push" : "replace" });
  };
}

/** Index of the last value at or before `at` in a rising list. */
export function indexAt(values: ArrayLike<number>, at: number): number {
  let index = 0;
  while (index + 1 < values.length && (values[index + 1] ?? Infinity) <= at) index++;
  return index;
}
