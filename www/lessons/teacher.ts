/**
 * The teacher's page: what each lesson is for, how long it takes, what goes wrong, the answers, and a link to every step;
 * with what to leave out or to lock; and the maker of mystery cells. Properties in; the links come from `link`. Emits "open" { at }.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Element } from "../elements/element";
import "../elements/choice";
import { quantity } from "../state/format";
import { t } from "../state/texts";
import { arranged, markOf, PARTS, stuck } from "./arrange";
import { settle, type Engine, type Lesson } from "./lesson";
import { LESSONS } from "./lessons";
import { draw, NOISE, QUANTITIES, read, write, type FilmKind, type Quantity } from "./mystery";
import type { Without } from "./step";
import { stepText, variables } from "./words";

export type Linked = { at: string; hide: readonly string[]; lock?: readonly string[]; cell?: string };

@customElement("ip-teacher")
export class Teacher extends Element {
  @property({ attribute: false }) engine!: Engine;
  /** The whole address of a place in the lessons. */
  @property({ attribute: false }) link!: (linked: Linked) => string;
  /** Marks as in `arrange.ts`. */
  @state() private hide: readonly string[] = [];
  @state() private lock: readonly string[] = [];
  @state() private copied = "";
  @state() private refused = "";
  @state() private kind: FilmKind | "random" = "random";
  @state() private noise: number = 0.5;
  @state() private asked: readonly Quantity[] = QUANTITIES;
  @state() private seed = 2026;

  protected override render() {
    return html`
      <div class="teacher">
        <h2 tabindex="-1">${t("lessons-teacher")}</h2>
        <p>${t("teacher-lead")}</p>
        <fieldset class="leave-out">
          <legend>${t("teacher-links")}</legend>
          ${PARTS.map((name) => html`<label class="check"><input type="checkbox" .checked=${this.hide.includes(name)} @change=${() => (this.hide = toggled(this.hide, name))}>${t(`teacher-hide-${name}`)}</label>`)}
        </fieldset>
        ${this.refused ? html`<label class="stack"><span>${t("lessons-copy-failed")}</span><textarea readonly rows="3" .value=${this.refused} @focus=${(e: FocusEvent) => (e.target as HTMLTextAreaElement).select()}></textarea></label>` : nothing}
        ${LESSONS.map((lesson, i) => this.lesson(lesson, i))}
        ${this.maker()}
      </div>`;
  }

  private lesson(lesson: Lesson & { minutes: number }, i: number): TemplateResult {
    return html`
      <details class="lesson-notes">
        <summary><span class="number">${i + 1}</span><span>${t(`lesson-${lesson.id}-title`)}</span><span class="fine">${t("lessons-minutes", { minutes: lesson.minutes })} · ${t("teacher-steps", { count: lesson.steps.length })}</span></summary>
        <dl class="facts">
          <dt>${t("teacher-aim")}</dt><dd>${t(`lesson-${lesson.id}-aim`)}</dd>
          <dt>${t("teacher-mistakes")}</dt><dd>${t(`lesson-${lesson.id}-mistakes`)}</dd>
        </dl>
        <ol class="notes">${lesson.steps.map((_, step) => this.step(lesson, step))}</ol>
      </details>`;
  }

  private step(lesson: Lesson, index: number): TemplateResult {
    const step = lesson.steps[index]!;
    const values = settle(step, step.solution);
    let words: Record<string, string> = {};
    try {
      words = variables(step.bench.run(values, this.engine), step.bench.controls, values);
    } catch {
      // Without the engine's numbers the sentences stand as they are.
    }
    const at = `${lesson.id}.${index + 1}`;
    const ways = Object.entries(step.solution).map(([id, value]) => {
      const control = step.bench.controls.find((one) => one.id === id);
      return `${t(`lessons-control-${id}`)} ${quantity(value, control?.unit ?? "", 4, false)}`;
    });
    return html`
      <li>
        <p>${stepText(lesson.id, index, "ask")} <strong>${stepText(lesson.id, index, "abcd"[step.question.right] ?? "a")}</strong></p>
        <p>${stepText(lesson.id, index, "task")} <span class="fine">${t("teacher-one-way", { way: ways.join("; ") })}</span></p>
        <p class="fine">${stepText(lesson.id, index, "explain", words)}</p>
        ${this.arrange(lesson, index)}
        <p class="actions-row">
          <button type="button" class="link" @click=${() => this.emit("open", { at })}>${t("teacher-open")}</button>
          ${this.copyButton(at, () => this.link({ at, hide: this.ofLesson(lesson, this.hide), lock: this.ofLesson(lesson, this.lock) }))}
        </p>
      </li>`;
  }

  /** The parts left out, and what is set for this lesson; what was set for another stays with its own links. */
  private ofLesson({ id }: Lesson, marks: readonly string[]): string[] {
    return marks.filter((one) => !one.includes(".") || one.startsWith(`${id}.`));
  }

  /** Each control of a step: free, locked or hidden; each reading: shown or not. */
  private arrange(lesson: Lesson, index: number): TemplateResult {
    const step = lesson.steps[index]!;
    const { hide, lock } = this;
    const count = [...hide, ...lock].filter((one) => one.startsWith(markOf(lesson.id, index, ""))).length;
    const needed = stuck(arranged(lesson, hide, lock).steps[index]!);
    const without = (marks: readonly string[], one: string) => marks.filter((other) => other !== one);
    const control = (id: string) => {
      const one = markOf(lesson.id, index, id);
      const now = hide.includes(one) ? "hidden" : lock.includes(one) || step.locked?.includes(id) ? "locked" : "free";
      const choose = (e: Event) => {
        const { value } = e.target as HTMLSelectElement;
        this.hide = value === "hidden" ? [...without(hide, one), one] : without(hide, one);
        this.lock = value === "locked" && !step.locked?.includes(id) ? [...without(lock, one), one] : without(lock, one);
      };
      return html`<label>${t(`lessons-control-${id}`)} <select data-mark=${one} @change=${choose}>
        ${(["free", "locked", "hidden"] as const).filter((value) => value !== "free" || !step.locked?.includes(id)).map((value) => html`<option value=${value} .selected=${value === now}>${t(`teacher-control-${value}`)}</option>`)}
      </select></label>`;
    };
    const reading = (id: string) => {
      const one = markOf(lesson.id, index, id);
      return html`<label class="check"><input type="checkbox" data-mark=${one} .checked=${!hide.includes(one)} @change=${() => (this.hide = toggled(hide, one))}>${t(`lessons-read-${id}`)}</label>`;
    };
    return html`
      <details class="arrange"><summary>${t("teacher-arrange", { count })}</summary>
        <p class="fields">${step.controls.map(control)}</p>
        <fieldset class="leave-out"><legend>${t("teacher-readings")}</legend>${step.readings.filter((id) => !step.controls.includes(id)).map(reading)}</fieldset>
        ${needed.length > 0 ? html`<p class="finding vague" role="status">${t("teacher-stuck", { controls: needed.map((id) => t(`lessons-control-${id}`)).join(", ") })}</p>` : nothing}
      </details>`;
  }

  private copyButton(key: string, link: () => string): TemplateResult {
    return html`<button type="button" class="link" @click=${() => this.copy(key, link())}>${t("lessons-copy-link")}</button>
      <span role="status" class="fine">${this.copied === key ? t("lessons-copied") : nothing}</span>`;
  }
  private copy(key: string, link: string): void {
    const write = navigator.clipboard?.writeText(link) ?? Promise.reject(new Error("no clipboard"));
    write.then(
      () => ((this.copied = key), (this.refused = "")),
      () => (this.refused = link),
    );
  }

  private maker(): TemplateResult {
    const cell = write(draw(this.seed, this.kind, this.noise, this.asked));
    const mystery = read(cell)!;
    const link = this.link({ at: "mystery", hide: this.hide.filter((one) => one === "list"), cell });
    return html`
      <section class="maker" aria-labelledby="maker-title">
        <h2 id="maker-title">${t("teacher-mystery")}</h2>
        <p>${t("teacher-mystery-lead")}</p>
        <div class="maker-fields">
          <label class="stack"><span class="label">${t("mystery-kind")}</span>
            <select @change=${(e: Event) => (this.kind = (e.target as HTMLSelectElement).value as FilmKind)}>
              ${(["random", "sei", "anti-sei"] as const).map((value) => html`<option value=${value} .selected=${value === this.kind}>${t(value === "random" ? "teacher-random" : `mystery-kind-${value}`)}</option>`)}
            </select></label>
          <label class="stack"><span class="label">${t("teacher-noise")}</span>
            <select @change=${(e: Event) => (this.noise = Number((e.target as HTMLSelectElement).value))}>
              ${NOISE.map((value) => html`<option value=${value} .selected=${value === this.noise}>${quantity(value, "%", 2, false)}</option>`)}
            </select></label>
          <label class="stack"><span class="label">${t("teacher-seed")}</span>
            <input class="field" inputmode="numeric" .value=${String(this.seed)} @change=${(e: Event) => (this.seed = wholeNumber((e.target as HTMLInputElement).value))}></label>
        </div>
        <fieldset class="leave-out"><legend>${t("teacher-hidden")}</legend>
          ${QUANTITIES.map((name) => html`<label class="check"><input type="checkbox" .checked=${this.asked.includes(name)} @change=${() => (this.asked = toggled(this.asked, name))}>${t(`mystery-${name}`)}</label>`)}
        </fieldset>
        <label class="stack"><span class="label">${t("teacher-mystery-link")}</span>
          <textarea readonly rows="2" data-testid="mystery-link" .value=${link} @focus=${(e: FocusEvent) => (e.target as HTMLTextAreaElement).select()}></textarea></label>
        <p class="actions-row">
          <button type="button" class="primary" @click=${() => this.emit("open", { at: "mystery", cell })}>${t("teacher-open")}</button>
          ${this.copyButton("mystery", () => link)}
        </p>
        <details><summary>${t("teacher-answers")}</summary>
          <dl class="facts">
            <dt>${t("mystery-kind")}</dt><dd>${t(`mystery-kind-${mystery.kind}`)}</dd>
            <dt>${t("mystery-arc")}</dt><dd>${quantity(mystery.arc, "Ω·cm²", 4, false)}</dd>
            <dt>${t("mystery-capacitance")}</dt><dd>${quantity(mystery.capacitance, "µF·cm⁻²", 4, false)}</dd>
            <dt>${t("mystery-exponent")}</dt><dd>${quantity(mystery.exponent, "", 4, false)}</dd>
          </dl></details>
      </section>`;
  }
}

const toggled = <T>(list: readonly T[], one: T): readonly T[] => (list.includes(one) ? list.filter((other) => other !== one) : [...list, one]);
/** Any typed text as a seed: its digits, or 1. */
const wholeNumber = (text: string): number => Math.min(0xffffffff, Math.abs(Math.trunc(Number(text)))) || 1;
export const withoutOf = (hide: readonly string[]): Without => ({
  predict: hide.includes("predict"), solution: hide.includes("solution"), explain: hide.includes("explain"), next: hide.includes("next"),
});

declare global {
  interface HTMLElementTagNameMap { "ip-teacher": Teacher }
  interface HTMLElementEventMap { open: CustomEvent<{ at: string; cell?: string }> }
}
