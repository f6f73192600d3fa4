/** What both experiments of the view share: its settings, the choice between them, the time, what grows, the films side by side. */
import { html, type TemplateResult } from "lit";
import type { FilmState } from "../../elements/film/types";
import { quantity } from "../../state/format";
import { numberIn, oneOf, Slice } from "../../state/slice";
import { t } from "../../state/texts";
import { ExperimentView } from "../experiment";

export const slice = new Slice("operando", {
  /** Polysulfide added after an hour (Fig. 5), or a cell left alone (Fig. 2). */
  experiment: oneOf("polysulfide", "rest"),
  /** Where we are, 0 to 1, from the assembly to the end. */
  place: numberIn(0, 1, 0),
  grows: oneOf("reaction-sites", "film", "both"),
  /** Polysulfide in the pipette, mol/L. */
  added: numberIn(0, 2, 0.5),
});
type Patch = Parameters<typeof slice.patch>[1];

export abstract class OperandoView extends ExperimentView {
  /** A change; one that still moves is no step of the history. */
  protected set(patch: Patch, phase = "end"): void {
    this.store.update(slice.patch(this.state, patch), { history: phase === "end" ? "push" : "replace" });
  }

  protected head(): TemplateResult {
    const { experiment } = slice.of(this.state);
    return html`
      <h2>${t("operando-title")}</h2>
      <ip-choice .label=${t("experiment")} .value=${experiment}
        .options=${(["polysulfide", "rest"] as const).map((value) => ({ value, label: t(`operando-${value}`) }))}
        @choose=${(e: CustomEvent<{ value: string }>) => this.set({ experiment: e.detail.value as "rest", place: 0 })}></ip-choice>
      <p class="fine">${t(`operando-${experiment}-note`)}</p>`;
  }

  protected growth(): TemplateResult {
    return html`
      <fieldset><legend>${t("operando-grows")}</legend>
        <ip-choice class="stacked" .label=${t("operando-grows")} .value=${slice.of(this.state).grows}
          .options=${(["reaction-sites", "film", "both"] as const).map((value) => ({ value, label: t(`grows-${value}`) }))}
          @choose=${(e: CustomEvent<{ value: string }>) => this.set({ grows: e.detail.value as "film" })}></ip-choice></fieldset>`;
  }

  protected timeline(hours: number): TemplateResult {
    return html`
      <ip-timeline .place=${slice.of(this.state).place} .label=${t("time")} .valueText=${hourText(hours)} .seconds=${10}
        @time=${(e: CustomEvent<{ place: number; phase: "move" | "end" }>) => this.set({ place: e.detail.place }, e.detail.phase)}></ip-timeline>`;
  }

  protected pair(films: readonly { kind: "anti-sei" | "sei"; name: string; film: FilmState }[]): TemplateResult {
    return html`
      <div class="pair">
        ${films.map(({ kind, name, film }) => html`<div><h3 class=${kind}>${name}</h3><ip-film-picture .film=${film}></ip-film-picture></div>`)}
      </div>`;
  }
}

export const hourText = (hours: number): string => (hours < 1 ? quantity(Math.round(hours * 60), "min", 3, false) : quantity(Number(hours.toFixed(2)), "h", 3, false));
