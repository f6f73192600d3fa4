/** What every task of the Analyse view is: it gets a spectrum and the settings, shows what the engine says, and asks for changes. */
import { html, nothing, type TemplateResult } from "lit";
import { property } from "lit/decorators.js";
import { Element } from "../../elements/element";
import "../../elements/notice";
import "../../elements/plot/plot";
import type { Accent, Provenance } from "../../elements/plot/types";
import type { Spectrum } from "../../engine";
import { perAreaOf } from "../../state/derived";
import { flag, numberIn, oneOf, Slice, words, type Codec } from "../../state/slice";
import type { DataSet } from "../../state/store";
import { t } from "../../state/texts";
import { ofUnknownArea } from "./compared";
import type { Refusal, Work } from "./work";

export const TASKS = ["arc", "circuit", "film", "kramers-kronig", "relaxation", "series", "verdict"] as const;
export const WEIGHTINGS = ["modulus", "proportional", "unit"] as const;

/** Where the arc's fit starts: series resistance and resistance in Ω·cm², frequency of the top in Hz, exponent. */
export interface Start { readonly series: number; readonly resistance: number; readonly peakHz: number; readonly exponent: number }
const BOUNDS = { series: [1e-9, 1e12], resistance: [1e-9, 1e15], peakHz: [1e-9, 1e12], exponent: [0.3, 1] } as const;
const PARTS = Object.keys(BOUNDS) as (keyof Start)[];

/** The start with every part inside its bounds. */
export const boundedStart = (start: Start): Start =>
  Object.fromEntries(PARTS.map((part) => [part, Math.min(BOUNDS[part][1], Math.max(BOUNDS[part][0], start[part]))])) as unknown as Start;

/** Four numbers in a link; anything outside its bounds is no start. */
export const starting: Codec<Start | undefined> = {
  fallback: undefined,
  write: (start) => (start ? PARTS.map((part) => String(Number(start[part].toPrecision(6)))).join(",") : ""),
  read: (text) => {
    const values = text.split(",").map((part) => (part.trim() === "" ? NaN : Number(part)));
    const start = Object.fromEntries(PARTS.map((part, i) => [part, values[i] ?? NaN])) as unknown as Start;
    return values.length === PARTS.length && PARTS.every((part) => start[part] >= BOUNDS[part][0] && start[part] <= BOUNDS[part][1]) ? start : undefined;
  },
};

export const slice = new Slice("analyse", {
  task: oneOf(...TASKS),
  /** Id of the data set that is looked at; the first one when there is none of that name. */
  set: words(),
  /** An equivalent circuit; without one the best of a few is taken. */
  circuit: words(),
  weighting: oneOf(...WEIGHTINGS),
  /** Regularisation of the relaxation times; 0 leaves it to generalised cross-validation. */
  lambda: numberIn(0, 1, 0),
  /** What is followed through a series: the arc as the study fits it, or every arc of the circuit. */
  follow: oneOf("arc", "circuit"),
  before: words(),
  after: words(),
  /** Which kind of film the model's parameters are shown for; "best" is the one that fits best. */
  film: oneOf("best", "anti-sei", "sei", "bare"),
  /** Whether the model is fitted to the spectra before and after a probe together. */
  joint: flag(),
  /** Where the fit of the arc starts; without it the engine finds a start in the data. */
  start: starting,
});
export type Settings = ReturnType<typeof slice.of>;

export const ACCENTS: readonly Accent[] = ["data", "data-2", "data-3", "data-4", "data-5", "data-6"];

export abstract class Task extends Element {
  @property({ attribute: false }) sets: readonly DataSet[] = [];
  @property({ attribute: false }) set!: DataSet;
  @property({ attribute: false }) settings!: Settings;
  @property({ attribute: false }) provenance: Provenance | undefined;
  @property({ type: Number }) permittivity = 1;

  /** The chosen spectrum per area of the electrode. */
  protected get spectrum(): Spectrum {
    return perAreaOf(this.set);
  }

  /** The spectra before and after a probe: as chosen, else the first two. */
  protected get pair(): [DataSet, DataSet | undefined] {
    const { sets, settings } = this;
    const before = sets.find(({ id }) => id === settings.before) ?? sets[0]!;
    return [before, sets.find(({ id }) => id === settings.after) ?? sets.find((set) => set !== before)];
  }

  /** Which of the data sets is the one before, or after. */
  protected choice(id: "before" | "after", label: string, chosen: DataSet): TemplateResult {
    return html`
      <label class="stack"><span class="label">${label}</span>
        <select @change=${(e: Event) => this.give({ [id]: (e.target as HTMLSelectElement).value })}>
          ${this.sets.map((set) => html`<option value=${set.id} .selected=${set === chosen}>${set.spectrum.name || set.file}</option>`)}
        </select></label>`;
  }

  /** That these spectra cannot be compared, where an area is known for some of them only. */
  protected unlike(sets: readonly DataSet[]): TemplateResult | undefined {
    const without = ofUnknownArea(sets);
    const names = [...without.slice(0, 3).map(({ spectrum, file }) => spectrum.name || file), ...(without.length > 3 ? ["…"] : [])].join(", ");
    return without.length ? html`<ip-notice kind="error" .text=${t("areas-unlike", { names })}></ip-notice>` : undefined;
  }

  protected give(patch: Partial<Settings>, history: "push" | "replace" = "push"): void {
    this.emit("settings", { patch, history });
  }

  /** What the work has to say beside its answer. */
  protected progress(work: Work<unknown>): TemplateResult | typeof nothing {
    const { refusal, running, progress, cancelled } = work;
    if (cancelled) return html`<p class="fine" role="status">${t("analyse-cancelled")} <button type="button" class="plain" @click=${() => work.again()}>${t("analyse-again")}</button></p>`;
    if (progress) return html`
      <div class="busy"><progress max=${progress.all} .value=${progress.done} aria-label=${t("analyse-progress")}></progress>
        <span class="fine">${t("analyse-done", { done: progress.done, all: progress.all })}</span>
        <button type="button" class="plain" @click=${() => work.cancel()}>${t("cancel")}</button></div>`;
    if (refusal) return this.refused(refusal);
    if (running && work.value === undefined) return html`
      <div class="busy" role="status"><span class="fine">${t("analyse-running")}</span>
        <button type="button" class="plain" @click=${() => work.cancel()}>${t("cancel")}</button></div>`;
    return nothing;
  }

  protected refused(refusal: Refusal): TemplateResult {
    return html`<ip-notice kind="error" .text=${refusal.message}></ip-notice>`;
  }
  protected warnings(list: readonly string[]): TemplateResult[] {
    return list.map((text) => html`<ip-notice kind="warning" .text=${text}></ip-notice>`);
  }
}

declare global {
  interface HTMLElementEventMap { settings: CustomEvent<{ patch: Partial<Settings>; history: "push" | "replace" }> }
}
