/** What the views of the experiments share: the film under test, its picture, and the frame of three panes. */
import { html, nothing, type TemplateResult } from "lit";
import "../elements/choice";
import "../elements/notice";
import "../elements/parameter-panel";
import "../elements/plot/plot";
import "../elements/timeline";
import type { Cell } from "../engine";
import { shownCell, withParameter } from "../state/derived";
import { cellOf } from "../state/link";
import { Slice, words } from "../state/slice";
import { t, type Part } from "../state/texts";
import { View } from "./view";

export const EXPERIMENT_WORDS: Part = {
  en: async () => (await import("../texts/en/experiments.ftl?raw")).default,
  de: async () => (await import("../texts/de/experiments.ftl?raw")).default,
};

/** The film that every experiment is done to: what describes it, apart from the cell it stands in. */
const FILM = ["thicknessNm", "barrierEv", "effectiveMass", "relativePermittivity", "transport", "fixedResistanceOhmCm2", "ionicResistanceOhmCm2", "conduction", "electronicTransference", "temperatureK"] as const;
const filmOf = (cell: Cell): Cell => Object.fromEntries(FILM.flatMap((name) => (cell[name] === undefined ? [] : [[name, cell[name]]])));

interface Parameter { name: string; value: number | string; phase: "move" | "end" }

export abstract class ExperimentView extends View {
  /** Parameters that stand first. */
  protected readonly leading: readonly string[] = ["thicknessNm", "barrierEv", "effectiveMass"];
  /** Why the engine refused, in its words. */
  protected refusal: string | undefined;

  /**
   * That the film was set in this view, over this preset: then it is the person's, also where it is the preset's own, which a link
   * leaves out. It stands among the settings of the view, and another preset undoes it.
   */
  readonly #set = new Slice(this.localName.split("-")[1]!, { film: words() });

  /** The cell of the experiment as the study built it, with the film that the person has set: all of it or nothing, for nobody set half of two films. */
  protected withFilm(preset: string): Cell {
    const { cell, preset: over } = this.state;
    const own = cellOf(this.known, over);
    const theirs = this.#set.of(this.state).film === over || FILM.some((name) => cell[name] !== own[name]);
    return { ...cellOf(this.known, preset), ...(theirs ? filmOf(cell) : {}) };
  }

  /** Computes; on a refusal says why, and nothing else: an old answer is none to a new question. */
  protected attempt<T>(compute: () => T): T | undefined {
    try {
      const answer = compute();
      this.refusal = undefined;
      return answer;
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : String(error);
      return undefined;
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
      .locked=${locked} .hiddenNames=${hidden} @parameter=${(event: CustomEvent<Parameter>) => this.parameter(cell, event.detail)}></ip-parameters>`;
  }

  /** What is set is set on the film that is shown, `shown`: all of that is the person's from now on. */
  private parameter(shown: Cell, { name, value, phase }: Parameter): void {
    const cell = withParameter({ ...this.state.cell, ...filmOf(shown) }, name, value);
    // The map shows the cell itself.
    const mark = shown === this.state.cell ? {} : this.#set.patch(this.state, { film: this.state.preset });
    this.store.update({ cell, ...mark }, { history: phase === "end" ? "push" : "replace" });
  }
}

/** Index of the last value at or before `at` in a rising list. */
export function indexAt(values: ArrayLike<number>, at: number): number {
  let index = 0;
  while (index + 1 < values.length && (values[index + 1] ?? Infinity) <= at) index++;
  return index;
}
