/** Lessons: the list, one step on its bench, a mystery cell, and the teacher's page. Everything a person did is in the link. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { Provenance } from "../elements/plot/types";
import * as engine from "../engine";
import { arranged, mark } from "../lessons/arrange";
import { settle, type Engine, type Values } from "../lessons/lesson";
import { LESSONS, SHAPE } from "../lessons/lessons";
import "../lessons/mystery-bench";
import { MYSTERY_START, RANGE, readAnswers, writeAnswers, type Answers } from "../lessons/mystery-bench";
import { read as readMystery, type Mystery } from "../lessons/mystery";
import { doneCount, readProgress, record, withRecord, writeProgress, type Progress } from "../lessons/progress";
import "../lessons/step";
import "../lessons/teacher";
import { withoutOf, type Linked } from "../lessons/teacher";
import { LESSON_WORDS } from "../lessons/words";
import { writeLink } from "../state/link";
import { listOf, Slice, words } from "../state/slice";
import type { State } from "../state/store";
import { t, texts } from "../state/texts";
import { pageAddress } from "../state/url";
import sheet from "../styles/lessons.css?inline";
import { View } from "./view";

export const slice = new Slice("lessons", {
  /** "arc.2": a step; "teacher"; "mystery"; "" the list. */
  at: words("", 40),
  /** See `lessons/progress.ts`. */
  done: words("", 400),
  /** Where the controls stand, as far as they were moved: "r:250,c:20". */
  set: words("", 300),
  /** What a teacher's link leaves out, and what it locks: see `lessons/arrange.ts`. */
  hide: listOf(mark),
  lock: listOf(mark),
  /** A mystery cell, packed. */
  cell: words("", 40),
  answers: words("", 200),
});

/** The words of the lessons, to wait for before the view is shown. */
export const ready = texts.extend(LESSON_WORDS);

interface Place { lesson: number; step: number }

@customElement("ip-lessons")
export class Lessons extends View {
  static override readonly sheet = sheet;

  private arranged: { key: string; lesson: (typeof LESSONS)[number] } | undefined;
  /** The same cell object as long as the link's text is the same: what is measured on it stays. */
  private unpacked: { text: string; mystery: Mystery | undefined } | undefined;

  protected override render() {
    const { at, hide } = slice.of(this.state);
    const place = placeOf(at);
    const alone = hide.includes("list");
    return html`
      <div class="lessons">
        ${at === "" || alone ? nothing : html`<p class="crumbs"><button type="button" class="link" @click=${() => this.go("")}>${t("lessons-all")}</button></p>`}
        ${place ? this.step(place) : at === "mystery" ? this.mystery() : at === "teacher" && !alone ? this.teacher() : this.list()}
      </div>`;
  }

  // ---- the list

  private list(): TemplateResult {
    const progress = this.progress();
    return html`
      <div class="lesson-list">
        <h2 tabindex="-1">${t("lessons-title")}</h2>
        <p class="lead">${t("lessons-lead")}</p>
        <ol>${LESSONS.map(({ id, minutes, steps }, i) => {
          const count = doneCount(progress, id);
          const next = steps.findIndex((_, step) => !record(progress, id, step).done);
          const label = t(count === 0 ? "lessons-start" : next < 0 ? "lessons-again" : "lessons-continue");
          return html`
            <li><button type="button" class="card" @click=${() => this.go(`${id}.${Math.max(0, next) + 1}`)}>
              <span class="number">${i + 1}</span>
              <span class="about"><strong>${t(`lesson-${id}-title`)}</strong><span>${t(`lesson-${id}-aim`)}</span>
                <span class="fine">${t("lessons-minutes", { minutes })} · ${t("lessons-steps-done", { done: count, steps: steps.length })}</span></span>
              <span class="go">${label}</span></button></li>`;
        })}</ol>
        <p class="actions-row"><button type="button" class="plain" @click=${() => this.go("teacher")}>${t("lessons-teacher")}</button></p>
      </div>`;
  }

  // ---- a step

  private step({ lesson: index, step }: Place): TemplateResult {
    const lesson = this.lesson(index);
    const { hide } = slice.of(this.state);
    const following = LESSONS[index + 1];
    const progress = this.progress();
    const note = (change: Parameters<typeof withRecord>[3], history: "push" | "join") =>
      this.patch({ done: writeProgress(withRecord(this.progress(), lesson.id, step, change)) }, history);
    return html`
      <ip-lesson-step .engine=${engine as Engine} .lesson=${lesson} .index=${step} .moved=${this.moved()} .record=${record(progress, lesson.id, step)}
        .without=${withoutOf(hide)} .provenance=${this.source()} .nextTitle=${following && !hide.includes("list") ? t(`lesson-${following.id}-title`) : ""}
        @control=${this.control} @predict=${(e: CustomEvent<{ choice: number }>) => note({ answer: e.detail.choice }, "push")}
        @settled=${() => { note({ done: true }, "join"); this.say(t("lessons-task-done")); }}
        @restart=${() => this.patch({ set: "" })}
        @solve=${() => this.patch({ set: writeValues(lesson.steps[step]!.solution) })}
        @back=${() => this.go(`${lesson.id}.${step}`)}
        @forward=${() => this.go(step + 1 < lesson.steps.length ? `${lesson.id}.${step + 2}` : `${following?.id ?? ""}.1`)}></ip-lesson-step>`;
  }

  /** A lesson as the link arranges it; the same object as long as that is the same. */
  private lesson(index: number): (typeof LESSONS)[number] {
    const { hide, lock } = slice.of(this.state);
    const key = `${index} ${hide.join()} ${lock.join()}`;
    if (this.arranged?.key !== key) this.arranged = { key, lesson: arranged(LESSONS[index]!, hide, lock) };
    return this.arranged.lesson;
  }

  private readonly control = (event: CustomEvent<{ id: string; value: number; phase: "move" | "end" }>) => {
    const { id, value, phase } = event.detail;
    this.patch({ set: writeValues({ ...this.moved(), [id]: value }) }, phase === "end" ? "push" : "replace");
    if (phase === "end") void this.updateComplete.then(() => {
      const sentence = this.querySelector("ip-lesson-step")?.sentence();
      if (sentence) this.say(sentence);
    });
  };

  /** The controls as moved, bounded by the step they belong to. */
  private moved(): Values {
    const { set, at } = slice.of(this.state);
    const read = readValues(set);
    const place = placeOf(at);
    if (!place) return read;
    const step = this.lesson(place.lesson).steps[place.step]!;
    const all = settle(step, read);
    return Object.fromEntries(Object.keys(read).filter((id) => step.controls.includes(id)).map((id) => [id, all[id] ?? 0]));
  }

  // ---- a mystery cell, and the teacher's page

  private mystery(): TemplateResult {
    const { cell, answers } = slice.of(this.state);
    if (this.unpacked?.text !== cell) this.unpacked = { text: cell, mystery: readMystery(cell) };
    const { mystery } = this.unpacked;
    if (!mystery) return html`<ip-notice kind="error" .text=${t("mystery-damaged")}></ip-notice>`;
    return html`
      <ip-mystery .engine=${engine as Engine} .mystery=${mystery} .moved=${bounded(this.moved())} .answers=${readAnswers(answers)} .provenance=${this.source()}
        @control=${this.control} @answers=${(e: CustomEvent<{ answers: Answers }>) => this.patch({ answers: writeAnswers(e.detail.answers) })}></ip-mystery>`;
  }

  private teacher(): TemplateResult {
    return html`<ip-teacher .engine=${engine as Engine} .link=${this.link} @open=${(e: CustomEvent<{ at: string; cell?: string }>) => this.go(e.detail.at, e.detail.cell)}></ip-teacher>`;
  }

  /** A link to a place, for somebody who starts there: without this person's progress. */
  private readonly link = ({ at, hide, lock = [], cell }: Linked): string => {
    const fresh: State = { ...this.state, view: "lessons", slices: {}, sights: {}, locked: [], hidden: [] };
    const state = { ...fresh, ...slice.patch(fresh, { at, hide, lock, ...(cell ? { cell } : {}) }) };
    return pageAddress() + writeLink(state, this.known);
  };

  // ---- state

  private progress(): Progress {
    return readProgress(slice.of(this.state).done, SHAPE);
  }
  private patch(values: Parameters<typeof slice.patch>[1], history: "push" | "replace" | "join" = "push"): void {
    this.store.update(slice.patch(this.state, values), { history });
  }
  private go(at: string, cell?: string): void {
    this.patch({ at, set: "", ...(cell === undefined ? {} : { cell, answers: "" }) });
    void this.updateComplete.then(() => new Promise(requestAnimationFrame)).then(() => {
      const heading = this.querySelector<HTMLElement>("h2[tabindex]");
      heading?.focus({ preventScroll: true });
      this.scrollIntoView?.({ block: "start" });
    });
  }
  private source(): Provenance {
    const { package: release, model } = engine.version();
    return { package: release, model, geometry: "", link: pageAddress() + writeLink(this.state, this.known) };
  }
}

function placeOf(at: string): Place | undefined {
  const [id, number = "1"] = at.split(".");
  const lesson = LESSONS.findIndex((one) => one.id === id);
  const step = Number(number) - 1;
  return lesson >= 0 && Number.isInteger(step) && step >= 0 && step < LESSONS[lesson]!.steps.length ? { lesson, step } : undefined;
}

function writeValues(values: Values): string {
  return Object.entries(values).map(([id, value]) => `${id}:${Number(value.toPrecision(6))}`).join(",");
}
function readValues(text: string): Values {
  return Object.fromEntries(
    text.split(",").flatMap((part) => {
      const [id = "", value = ""] = part.split(":");
      return /^\w+$/.test(id) && value !== "" && Number.isFinite(Number(value)) ? [[id, Number(value)]] : [];
    }),
  );
}
/** The range and the switch of a mystery bench within their bounds. */
function bounded(values: Values): Values {
  const clamp = (value: number | undefined, { lower, upper }: { lower: number; upper: number }) =>
    value === undefined ? undefined : Math.min(upper, Math.max(lower, value));
  return {
    low: clamp(values["low"], RANGE.low) ?? MYSTERY_START["low"]!,
    high: clamp(values["high"], RANGE.high) ?? MYSTERY_START["high"]!,
    added: values["added"] === 1 ? 1 : 0,
  };
}
