/** Analyse: measured spectra, and what can be learnt from them: the study's arc, any circuit, validity, relaxation times, series, and which film it is. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import "../elements/choice";
import "../elements/file-drop";
import { icon } from "../elements/icon";
import type { Provenance } from "../elements/plot/types";
import type { Cell } from "../engine";
import type { DataSet } from "../state/store";
import { t, texts, type Part } from "../state/texts";
import sheet from "../styles/analyse.css?inline";
import "./analyse/arc";
import "./analyse/circuit";
import "./analyse/film";
import "./analyse/kramers-kronig";
import "./analyse/relaxation";
import { pictured } from "./analyse/sample-pictures";
import { sampleSets, samples } from "./analyse/samples";
import "./analyse/series";
import { ACCENTS, slice, TASKS, type Settings } from "./analyse/task";
import "./analyse/verdict";
import { View } from "./view";

const WORDS: Part = {
  en: async () => (await import("../texts/en/analyse.ftl?raw")).default,
  de: async () => (await import("../texts/de/analyse.ftl?raw")).default,
};
export const ready = texts.extend(WORDS);

@customElement("ip-analyse")
export class Analyse extends View {
  static override readonly sheet = sheet;

  protected override render(): TemplateResult {
    const { data } = this.state;
    const settings = slice.of(this.state);
    const set = data.find(({ id }) => id === settings.set) ?? data.find(({ hidden }) => !hidden) ?? data[0];
    if (!set) return this.welcome();
    return html`
      <div class="analyse" @settings=${this.settings} @range=${this.range}>
        <section class="panel" aria-label=${t("analyse-data")}>${this.panel(set)}</section>
        <section class="stage" aria-label=${t("analyse-stage")}>
          <ip-choice class="tasks" .label=${t("analyse-tasks")} .value=${settings.task} .options=${TASKS.map((value) => ({ value, label: t(`task-${value}`), hint: t(`task-${value}-hint`) }))}
            @choose=${(e: CustomEvent<{ value: string }>) => this.patch({ task: e.detail.value as "arc" })}></ip-choice>
          ${this.task(set, settings)}
          ${this.truth(set)}
        </section>
      </div>`;
  }

  // ---- nothing there yet: how to begin, in one look

  private welcome(): TemplateResult {
    return html`
      <div class="analyse-welcome">
        <section class="drop-zone" aria-labelledby="analyse-drop">
          ${icon("file")}
          <h2 id="analyse-drop">${t("analyse-drop")}</h2>
          <p>${t("analyse-drop-then")}</p>
          <ip-file-drop></ip-file-drop>
          <p class="fine">${t("analyse-empty-more")}</p>
        </section>
        <section class="sample-choice" aria-labelledby="analyse-samples">
          <h2 id="analyse-samples">${t("analyse-sample")}</h2>
          <div class="sample-cards">
            ${pictured(this.known).map(({ id, title, curves }) => html`
              <button type="button" class="plain sample-card" data-sample=${id} @click=${() => this.take(id)}>
                <svg viewBox="0 0 120 64" aria-hidden="true">${curves.map((d, i) => svg`<path d=${d} class="a-${ACCENTS[i % ACCENTS.length]}"></path>`)}</svg>
                <span>${title}</span></button>`)}
          </div>
          ${this.sampleChoice(t("analyse-more-samples"))}
          <p class="fine">${t("analyse-sample-note")}</p>
        </section>
      </div>`;
  }

  private sampleChoice(label: string): TemplateResult {
    return html`
      <label class="stack"><span class="label">${label}</span>
        <select data-testid="sample" @change=${(event: Event) => {
          const select = event.target as HTMLSelectElement;
          const { value } = select;
          select.value = "";
          this.take(value);
        }}>
          <option value="">${t("analyse-choose-sample")}</option>
          ${samples(this.known).map(({ id, title }) => html`<option value=${id}>${title}</option>`)}
        </select></label>`;
  }

  // ---- left: the data, and where to get more

  private panel(set: DataSet): TemplateResult {
    const { data } = this.state;
    return html`
      <h2>${t("analyse-title")}</h2>
      <div class="more-data"><ip-file-drop></ip-file-drop>${this.sampleChoice(t("analyse-add-sample"))}</div>
      ${data.length > 1 ? html`
        <label class="stack"><span class="label">${t("analyse-set")}</span>
          <select @change=${(e: Event) => this.patch({ set: (e.target as HTMLSelectElement).value, start: undefined })}>
            ${data.map((one) => html`<option value=${one.id} .selected=${one === set}>${one.spectrum.name || one.file}</option>`)}
          </select></label>` : nothing}
      <ip-data-list .sets=${data} .accents=${ACCENTS}
        @data-change=${(e: CustomEvent<{ data: readonly DataSet[] }>) => this.store.update({ data: e.detail.data })}></ip-data-list>`;
  }

  /** What a simulated spectrum was made with: the fit can be held against it. */
  private truth({ spectrum: { meta } }: DataSet): TemplateResult | typeof nothing {
    if (!meta["simulated"]) return nothing;
    const parts = ["film", "charge-transfer", "electrolyte", "separator-diffusion", "pores"].flatMap((part) => (meta[part] ? [[part, meta[part]] as const] : []));
    if (parts.length === 0) return nothing;
    return html`
      <div class="truth fine" data-testid="truth"><span>${t("analyse-truth")}</span>
        <dl>${parts.map(([part, text]) => html`<div><dt>${t(`truth-${part}`)}</dt><dd data-part=${part}>${text}</dd></div>`)}</dl></div>`;
  }

  private take(id: string): void {
    const sample = samples(this.known).find((one) => one.id === id);
    if (!sample) return;
    const sets = sampleSets(sample.id, this.known, this.state.data);
    const [first, second] = sets;
    const patch: Partial<Settings> = {
      start: undefined, ...(sample.task === "arc" ? {} : { task: sample.task }), ...(first ? { set: first.id } : {}),
      ...(sample.task === "verdict" && first && second ? { before: first.id, after: second.id, joint: true } : {}),
    };
    // A series is looked at alone; what was there stays, out of sight.
    const there = this.state.data.map((set): DataSet => (sample.task === "series" ? { ...set, hidden: true } : set));
    this.store.update({ data: [...there, ...sets], ...slice.patch(this.state, patch) });
    this.say(t("analyse-sample-read", { name: sample.title, count: sets.length }));
  }

  // ---- right: what is done with them

  private task(set: DataSet, settings: Settings): TemplateResult {
    const { data, cell } = this.state;
    const permittivity = Number(cell["relativePermittivity"]);
    const source = this.source(set);
    switch (settings.task) {
      case "arc":
        return html`<ip-analyse-arc class="task" .sets=${data} .set=${set} .settings=${settings} .permittivity=${permittivity} .provenance=${source}></ip-analyse-arc>`;
      case "circuit":
        return html`<ip-analyse-circuit class="task" .sets=${data} .set=${set} .settings=${settings} .provenance=${source}></ip-analyse-circuit>`;
      case "film":
        return html`<ip-analyse-film class="task" .known=${this.known} .sets=${data} .set=${set} .settings=${settings} .provenance=${source} @open-cell=${this.openCell}></ip-analyse-film>`;
      case "kramers-kronig":
        return html`<ip-analyse-kramers-kronig class="task" .sets=${data} .set=${set} .settings=${settings} .provenance=${source}></ip-analyse-kramers-kronig>`;
      case "relaxation":
        return html`<ip-analyse-relaxation class="task" .sets=${data} .set=${set} .settings=${settings} .provenance=${source}></ip-analyse-relaxation>`;
      case "series":
        return html`<ip-analyse-series class="task" .sets=${data} .set=${set} .settings=${settings} .permittivity=${permittivity} .provenance=${source}></ip-analyse-series>`;
      case "verdict":
        return html`<ip-analyse-verdict class="task" .sets=${data} .set=${set} .settings=${settings} .provenance=${source}></ip-analyse-verdict>`;
    }
  }

  private source({ file, spectrum: { name } }: DataSet): Provenance {
    const { notes, ...rest } = this.provenance("measured");
    return { ...rest, notes: { [t("analyse-data")]: name === file ? file : `${file}: ${name}`, ...notes } };
  }

  private patch(patch: Partial<Settings>, history: "push" | "replace" = "push"): void {
    this.store.update(slice.patch(this.state, patch), { history });
  }
  /** The fitted cell where its parameters can be moved, with the data beside it. */
  private readonly openCell = (event: CustomEvent<{ preset: string; cell: Cell }>) => {
    this.store.update({ view: "explore", ...event.detail });
  };

  private readonly settings = (event: CustomEvent<{ patch: Partial<Settings>; history: "push" | "replace" }>) =>
    this.patch(event.detail.patch, event.detail.history);

  /** The range stays with its data set, whatever is looked at. */
  private readonly range = (event: CustomEvent<{ range: readonly [number, number] | undefined; phase: "move" | "end" }>) => {
    const { range, phase } = event.detail;
    const { data } = this.state;
    const { set } = slice.of(this.state);
    const mine = data.find(({ id }) => id === set) ?? data.find(({ hidden }) => !hidden) ?? data[0];
    const changed = data.map((one): DataSet => {
      if (one !== mine) return one;
      const { range: _, ...rest } = one;
      return range ? { ...rest, range } : rest;
    });
    this.store.update({ data: changed }, { history: phase === "end" ? "push" : "replace" });
  };
}
