/**
 * One step of a lesson beside its bench. Properties in, events out: "control" { id, value, phase } when a control moves,
 * "predict" { choice }, "settled" when the task is done for the first time, "restart", "solve", "forward", "back".
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import { Element, freshId } from "../elements/element";
import "../elements/notice";
import "../elements/plot/plot";
import type { Provenance } from "../elements/plot/types";
import "../elements/slider";
import { equation, symbolic } from "../model/equations";
import { math } from "../model/mathml";
import { t } from "../state/texts";
import { stuck } from "./arrange";
import { figures } from "./figures";
import { settle, type Engine, type Finding, type Lesson, type Scene, type Values } from "./lesson";
import type { StepRecord } from "./progress";
import { readingText, stepText, variables } from "./words";

/** What a teacher's link leaves out. */
export type Without = Readonly<Record<"predict" | "solution" | "explain" | "next", boolean>>;

@customElement("ip-lesson-step")
export class LessonStep extends Element {
  @property({ attribute: false }) engine!: Engine;
  @property({ attribute: false }) lesson!: Lesson;
  @property({ type: Number }) index = 0;
  @property({ attribute: false }) moved: Values = {};
  @property({ attribute: false }) record!: StepRecord;
  @property({ attribute: false }) without: Without = { predict: false, solution: false, explain: false, next: false };
  @property({ attribute: false }) provenance: Provenance | undefined;
  /** Heading of the lesson after this one, if this is the last step. */
  @property() nextTitle = "";
  @state() private hoverHz: number | undefined;
  private readonly key = freshId("step");

  private values: Values = {};
  private scene: Scene | undefined;
  private start: { step: unknown; scene: Scene } | undefined;
  private finding: Finding = { done: false, missing: "" };
  private refusal = "";

  private get step() {
    return this.lesson.steps[this.index]!;
  }
  /** Whether anything stands elsewhere than at the start. */
  private get touched(): boolean {
    const start = settle(this.step, {});
    return Object.entries(this.values).some(([id, value]) => start[id] !== value);
  }

  private compute(): void {
    const { step, engine } = this;
    this.values = settle(step, this.moved);
    try {
      this.scene = step.bench.run(this.values, engine);
      if (this.start?.step !== step) this.start = { step, scene: step.bench.run(settle(step, {}), engine) };
      this.finding = step.check(this.scene, this.values);
      this.refusal = "";
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : String(error);
    }
  }

  protected override willUpdate(): void {
    this.compute();
  }
  protected override updated(): void {
    if (this.finding.done && this.touched && !this.record.done) this.emit("settled", undefined);
  }

  protected override render() {
    const { lesson, index, step, record, without } = this;
    const words = this.scene ? variables(this.scene, step.bench.controls, this.values) : {};
    const before = this.start ? variables(this.start.scene, step.bench.controls, settle(step, {})) : {};
    const say = (key: string, variables = words) => stepText(lesson.id, index, key, variables);
    const predicted = record.answer !== null || without.predict;
    return html`
      <div class="step">
        <section class="guide" aria-labelledby="${this.key}-title">
          <p class="fine">${t("lessons-step", { step: index + 1, steps: lesson.steps.length })}</p>
          <h2 id="${this.key}-title" tabindex="-1">${t(`lesson-${lesson.id}-title`)}</h2>
          <p class="say">${say("say", before)}</p>
          ${without.predict ? nothing : this.question(say)}
          <div class="move ${predicted ? "" : "waiting"}">
            <h3>${t("lessons-move")}</h3>
            <p class="task"><strong>${say("task")}</strong></p>
            <div class="controls">${step.controls.map((id) => this.control(id))}</div>
            ${this.result(say)}
          </div>
          ${record.done && !without.explain ? this.explanation(say) : nothing}
          ${without.next ? nothing : this.navigation()}
        </section>
        <section class="bench" aria-label=${t("lessons-see")}>
          ${this.refusal ? html`<ip-notice kind="error" .text=${this.refusal}></ip-notice>` : nothing}
          ${this.scene ? this.bench(this.scene) : nothing}
        </section>
      </div>`;
  }

  private choice(i: number): string {
    return stepText(this.lesson.id, this.index, "abcd"[i] ?? "a");
  }

  private question(say: (key: string) => string): TemplateResult {
    const { record, key } = this;
    const { choices } = this.step.question;
    return html`
      <fieldset class="predict">
        <legend>${t("lessons-predict")}</legend>
        <p id="${key}-ask">${say("ask")}</p>
        <div role="radiogroup" aria-labelledby="${key}-ask">
          ${Array.from({ length: choices }, (_, i) => html`
            <label class="option"><input type="radio" name="${key}-ask" .checked=${record.answer === i} ?disabled=${record.done}
              @change=${() => this.emit("predict", { choice: i })}><span>${this.choice(i)}</span></label>`)}
        </div>
        ${record.answer === null && !record.done ? html`<p class="fine">${t("lessons-predict-first")}</p>` : nothing}
      </fieldset>`;
  }

  private control(id: string): TemplateResult | typeof nothing {
    const control = this.step.bench.controls.find((one) => one.id === id);
    if (!control) return nothing;
    const locked = this.step.locked?.includes(id) ?? false;
    return html`
      <ip-slider .label=${t(`lessons-control-${id}`)} .symbol=${control.symbol} .unit=${control.unit} .value=${this.values[id] ?? control.lower}
        .origin=${settle(this.step, {})[id]} .lower=${control.lower} .upper=${control.upper} .scale=${control.scale === "log" ? "log" : "linear"}
        .locked=${locked} .note=${locked ? t("lessons-locked") : ""}
        @slide=${(e: CustomEvent<{ value: number; phase: "move" | "end" }>) => this.emit("control", { id, ...e.detail })}></ip-slider>`;
  }

  private result(say: (key: string) => string): TemplateResult {
    const { finding, record, without } = this;
    const found = finding.done
      ? html`<p class="finding done"><strong>${t("lessons-task-done")}</strong></p>`
      : this.touched && finding.missing
        ? html`<p class="finding"><strong>${t("lessons-not-yet")}</strong> ${say(finding.missing)}</p>`
        : nothing;
    return html`
      <div class="result">
        ${found}
        ${this.touched ? html`<button type="button" class="link" @click=${() => this.emit("restart", undefined)}>${t("lessons-reset")}</button>` : nothing}
        ${!without.solution && stuck(this.step).length === 0 && !finding.done && (this.touched || record.done)
          ? html`<button type="button" class="link" @click=${() => this.emit("solve", undefined)}>${t("lessons-show-solution")}</button>`
          : nothing}
      </div>`;
  }

  /** What the last position said, in one sentence: read aloud after a control has come to rest. */
  sentence(): string {
    this.compute();
    if (this.refusal) return this.refusal;
    const words = this.scene ? variables(this.scene, this.step.bench.controls, this.values) : {};
    if (this.finding.done) return t("lessons-task-done");
    return this.finding.missing ? `${t("lessons-not-yet")} ${stepText(this.lesson.id, this.index, this.finding.missing, words)}` : "";
  }

  private explanation(say: (key: string) => string): TemplateResult {
    const { record, without } = this;
    const { right } = this.step.question;
    const behind = equation(this.step.equation ?? "");
    const prediction = record.answer === null || without.predict
      ? t("lessons-prediction-none", { right: this.choice(right) })
      : record.answer === right
        ? t("lessons-prediction-right", { choice: this.choice(right) })
        : t("lessons-prediction-wrong", { choice: this.choice(record.answer), right: this.choice(right) });
    return html`
      <div class="explain">
        <h3>${t("lessons-explain")}</h3>
        <p>${prediction}</p>
        <p>${say("explain")}</p>
        ${behind ? html`<div class="formula" tabindex="0" role="group" aria-label=${t("lessons-equation")}>${unsafeHTML(math(symbolic(behind)))}</div>` : nothing}
      </div>`;
  }

  private navigation(): TemplateResult {
    const { lesson, index, record, nextTitle } = this;
    const last = index === lesson.steps.length - 1;
    return html`
      <nav class="steps" aria-label=${t("lessons-step", { step: index + 1, steps: lesson.steps.length })}>
        ${index > 0 ? html`<button type="button" class="plain" @click=${() => this.emit("back", undefined)}>${t("lessons-previous")}</button>` : nothing}
        ${last
          ? record.done
            ? html`<p class="fine">${t("lessons-finished")}</p>${nextTitle ? html`<button type="button" class="primary" @click=${() => this.emit("forward", undefined)}>${t("lessons-next-lesson", { title: nextTitle })}</button>` : nothing}`
            : nothing
          : html`<button type="button" class=${record.done ? "primary" : "plain"} @click=${() => this.emit("forward", undefined)}>${t("lessons-next")}</button>`}
      </nav>`;
  }

  private bench(scene: Scene): TemplateResult {
    const { step } = this;
    const drawn = figures(step, scene, this.touched ? this.start?.scene : undefined, this.values);
    const geometry = scene.geometry === "circuit" ? "" : t(scene.geometry === "symmetric" ? "geometry-symmetric" : "geometry-half");
    const provenance = this.provenance && { ...this.provenance, geometry };
    return html`
      <dl class="readings" aria-label=${t("lessons-see")}>
        ${step.readings.map((id) => scene.readings[id]
          ? html`<div><dt>${t(`lessons-read-${id}`)}</dt><dd data-reading=${id}>${readingText(scene.readings[id])}</dd></div>`
          : html`<div><dt>${t(`lessons-read-${id}`)}</dt><dd data-reading=${id}>–</dd></div>`)}
      </dl>
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)} @plot-handle=${this.handle}>
        ${drawn.map((figure, i) => html`<ip-plot name="${this.lesson.id}-${this.index + 1}-${i + 1}" .figure=${figure} .hoverKey=${this.hoverHz} .provenance=${provenance}></ip-plot>`)}
      </div>
      ${scene.geometry === "circuit" ? nothing : html`<p class="fine">${t(scene.geometry === "symmetric" ? "lessons-symmetric" : "lessons-electrode")}</p>`}
      ${scene.film ? html`<ip-film-picture .film=${{ ...scene.film, metalName: t(`metal-${scene.film.metal === "Li" ? "lithium" : "magnesium"}`) }}></ip-film-picture>` : nothing}`;
  }

  private readonly handle = (event: CustomEvent<{ id: string; x: number; phase: "move" | "end" }>) => {
    const { id, x, phase } = event.detail;
    this.emit("control", { id, value: Number(x.toPrecision(4)), phase });
  };
}

declare global {
  interface HTMLElementTagNameMap { "ip-lesson-step": LessonStep }
  interface HTMLElementEventMap {
    control: CustomEvent<{ id: string; value: number; phase: "move" | "end" }>;
    predict: CustomEvent<{ choice: number }>;
    settled: CustomEvent<undefined>;
    restart: CustomEvent<undefined>;
    solve: CustomEvent<undefined>;
    forward: CustomEvent<undefined>;
    back: CustomEvent<undefined>;
  }
}
