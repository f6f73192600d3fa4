/**
 * A mystery cell on the bench: measure at rest and with polysulfide, fit, answer, and see how far off the answer is.
 * Properties in, events out: "control" { id, value, phase } for the fit range and the polysulfide, "answers" { answers }.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { Spectrum } from "../../crate/src/web/api.d.ts";
import "../elements/choice";
import { Element } from "../elements/element";
import "../elements/notice";
import "../elements/plot/plot";
import type { Handle, Provenance } from "../elements/plot/types";
import { eitherOf, fixedPlaces, number, parseNumber, quantity, quantityWithError, unitText } from "../state/format";
import { t } from "../state/texts";
import { bode, nyquist, type Curve } from "../views/spectra";
import type { Engine, Reading, Values } from "./lesson";
import { arcReadings } from "./measure";
import { grade, measurement, type Answer, type FilmKind, type Grade, type Mystery, type Quantity } from "./mystery";

export const RANGE = { low: { lower: 5e-3, upper: 1e4 }, high: { lower: 5e-2, upper: 1e5 } } as const;
export const MYSTERY_START: Values = { low: 5e-3, high: 1e5, added: 0 };
/** What the class has answered: numbers with their error bars, and the kind of film. */
export interface Answers { arc?: Answer; capacitance?: Answer; exponent?: Answer; kind?: FilmKind }

const UNIT = { arc: "Ω·cm²", capacitance: "µF·cm⁻²", exponent: "" } as const;
type Numeric = keyof typeof UNIT;
const NUMERIC: readonly Numeric[] = ["arc", "capacitance", "exponent"];

@customElement("ip-mystery")
export class MysteryBench extends Element {
  @property({ attribute: false }) engine!: Engine;
  @property({ attribute: false }) mystery!: Mystery;
  @property({ attribute: false }) moved: Values = {};
  @property({ attribute: false }) answers: Answers = {};
  @property({ attribute: false }) provenance: Provenance | undefined;
  @state() private hoverHz: number | undefined;
  @state() private checked = false;
  @state() private typed: Record<string, string> = {};
  /** Why an answer was not read. */
  private refused: Partial<Record<Numeric, string>> = {};

  private measured: { key: Mystery; rest: Spectrum; probed: Spectrum } | undefined;
  private fit: { readings: Record<string, Reading>; curve: Curve | undefined } = { readings: {}, curve: undefined };

  private at(id: "low" | "high" | "added"): number {
    return this.moved[id] ?? MYSTERY_START[id] ?? 0;
  }

  protected override willUpdate(): void {
    const { engine, mystery } = this;
    if (this.measured?.key !== mystery) {
      this.measured = { key: mystery, rest: measurement(mystery, engine, false), probed: measurement(mystery, engine, true) };
      this.checked = Object.keys(this.answers).length > 0;
    }
    const range: [number, number] = [Math.min(this.at("low"), this.at("high")), Math.max(this.at("low"), this.at("high"))];
    const { rest } = this.measured;
    const readings = arcReadings(engine, rest, { range });
    let curve: Curve | undefined;
    if (readings["arc"]) {
      const { fitted } = engine.fitArc(rest, { range });
      curve = { id: "fit", label: t("lessons-curve-fit"), accent: "fit", ...fitted };
    }
    this.fit = { readings, curve };
  }

  protected override render() {
    const { mystery } = this;
    return html`
      <div class="step">
        <section class="guide" aria-labelledby="mystery-title">
          <h2 id="mystery-title" tabindex="-1">${t("lessons-mystery")}</h2>
          <p>${t("mystery-say", { noise: quantity(mystery.noisePercent, "%", 2, false) })}</p>
          ${this.given()}
          <div class="move">
            <h3>${t("lessons-move")}</h3>
            <ip-choice .label=${t("mystery-electrolyte")} .value=${this.at("added") ? "1" : "0"}
              .options=${[{ value: "0", label: t("mystery-at-rest") }, { value: "1", label: t("mystery-with-polysulfide") }]}
              @choose=${(e: CustomEvent<{ value: string }>) => this.emit("control", { id: "added", value: Number(e.detail.value), phase: "end" })}></ip-choice>
            <p class="fine">${t("mystery-range")}</p>
          </div>
          <div class="answers-form" role="group" aria-labelledby="mystery-answers" @keydown=${this.entered}>
            <h3 id="mystery-answers">${t("mystery-answers")}</h3>
            ${mystery.hidden.length === 0 ? html`<p>${t("mystery-nothing-hidden")}</p>` : nothing}
            ${NUMERIC.filter((name) => mystery.hidden.includes(name)).map((name) => this.field(name))}
            ${mystery.hidden.includes("kind") ? this.kind() : nothing}
            <p class="actions-row">
              <button type="button" class="plain" ?disabled=${!this.fit.readings["arc"]} @click=${this.takeFit}>${t("mystery-take-fit")}</button>
              <button type="button" class="primary" @click=${this.check}>${t("mystery-check")}</button>
            </p>
          </div>
        </section>
        <section class="bench" aria-label=${t("lessons-see")}>${this.bench()}</section>
      </div>`;
  }

  private given(): TemplateResult | typeof nothing {
    const told = NUMERIC.filter((name) => !this.mystery.hidden.includes(name));
    const kindTold = !this.mystery.hidden.includes("kind");
    if (told.length === 0 && !kindTold) return nothing;
    return html`<dl class="readings" aria-label=${t("mystery-given")}>
      ${told.map((name) => html`<div><dt>${t(`mystery-${name}`)}</dt><dd>${quantity(this.mystery[name], UNIT[name], 4, false)}</dd></div>`)}
      ${kindTold ? html`<div><dt>${t("mystery-kind")}</dt><dd>${t(`mystery-kind-${this.mystery.kind}`)}</dd></div>` : nothing}
    </dl>`;
  }

  private field(name: Numeric): TemplateResult {
    const answer = this.answers[name];
    const value = this.typed[name] ?? (answer ? written(answer.value) : "");
    const error = this.typed[`${name}-error`] ?? (answer?.error !== undefined ? written(answer.error) : "");
    const set = (key: string) => (e: Event) => {
      this.typed = { ...this.typed, [key]: (e.target as HTMLInputElement).value };
      this.checked = false;
    };
    const unit = unitText(UNIT[name]);
    return html`
      <div class="answer">
        <label>${t(`mystery-${name}`)} <input class="field" inputmode="decimal" autocomplete="off" .value=${value} @input=${set(name)}></label>
        <label>± <span class="unseen">${t("mystery-error", { name: t(`mystery-${name}`) })}</span><input class="field short" inputmode="decimal" autocomplete="off" .value=${error} @input=${set(`${name}-error`)}></label>
        <span class="unit">${unit}</span>
        ${this.checked ? this.verdict(name) : nothing}
      </div>`;
  }

  private verdict(name: Numeric): TemplateResult {
    const answer = this.answers[name], refused = this.refused[name];
    if (refused) return html`<p class="finding field-error" role="alert">${refused}</p>`;
    if (!answer) return html`<p class="finding">${t("mystery-no-answer")}</p>`;
    return html`<p class="finding ${grade(answer, this.mystery[name]).verdict}" data-grade=${name}>${gradeSentence(grade(answer, this.mystery[name]), this.mystery[name], UNIT[name])}</p>`;
  }

  private kind(): TemplateResult {
    const { kind } = this.answers;
    return html`
      <div class="answer">
        <span aria-hidden="true">${t("mystery-kind")}</span>
        <ip-choice .label=${t("mystery-kind")} .value=${kind ?? ""}
          .options=${(["sei", "anti-sei"] as const).map((value) => ({ value, label: t(`mystery-kind-${value}`) }))}
          @choose=${(e: CustomEvent<{ value: string }>) => {
            this.answer({ ...this.answers, kind: e.detail.value as FilmKind }, false);
          }}></ip-choice>
        ${this.checked
          ? html`<p class="finding ${kind === this.mystery.kind ? "agrees" : "off"}" data-grade="kind">${kind === undefined ? t("mystery-no-kind") : t(kind === this.mystery.kind ? "mystery-kind-right" : "mystery-kind-wrong")}</p>`
          : nothing}
      </div>`;
  }

  private readonly takeFit = (): void => {
    const answers: Answers = { ...this.answers };
    for (const name of NUMERIC) {
      const reading = this.fit.readings[name];
      if (!reading || !this.mystery.hidden.includes(name)) continue;
      answers[name] = { value: Number(reading.value.toPrecision(5)), ...(reading.error !== undefined && reading.error > 0 ? { error: Number(reading.error.toPrecision(2)) } : {}) };
    }
    this.typed = {};
    this.refused = {};
    this.answer(answers, false);
  };

  /** Enter in a field checks, as in a form; but a real form would never tell in a frame that is sandboxed with scripts alone. */
  private readonly entered = (event: KeyboardEvent): void => {
    if (event.key === "Enter" && event.target instanceof HTMLInputElement && event.target.type === "text") this.check();
  };

  /** What cannot be read stays where it was typed, with the reason. */
  private readonly check = (): void => {
    const answers: Answers = { ...this.answers }, typed: Record<string, string> = {}, refused: Partial<Record<Numeric, string>> = {};
    for (const name of NUMERIC) {
      const read = (key: string, what: "value" | "error"): number | undefined => {
        const text = this.typed[key]?.trim();
        if (!text) return text === undefined ? answers[name]?.[what] : undefined;
        const parsed = parseNumber(text, UNIT[name]);
        if (parsed.ok && (what === "value" || parsed.value > 0)) return parsed.value;
        refused[name] ??= !parsed.ok && parsed.either ? t("slider-two-numbers", eitherOf(text, parsed.either))
          : t("mystery-not-read", { typed: text, what, unit: unitText(UNIT[name]) || "none" });
        return undefined;
      };
      const value = read(name, "value"), error = read(`${name}-error`, "error");
      if (value === undefined) delete answers[name];
      else answers[name] = { value, ...(error === undefined ? {} : { error }) };
      // Both fields of a pair that is not whole are kept as they were typed.
      if (refused[name]) for (const key of [name, `${name}-error`]) if (this.typed[key] !== undefined) typed[key] = this.typed[key];
    }
    this.typed = typed;
    this.refused = refused;
    this.answer(answers, true);
  };

  /** Taken at once, whenever the page gives it back: no grade is shown of the answer before. */
  private answer(answers: Answers, checked: boolean): void {
    this.answers = answers;
    this.checked = checked;
    this.emit("answers", { answers });
  }

  private bench(): TemplateResult {
    const { rest, probed } = this.measured!;
    const range = [this.at("low"), this.at("high")].sort((a, b) => a - b) as [number, number];
    const points = (id: string, spectrum: Spectrum, accent: Curve["accent"]): Curve => ({
      id, label: t(`mystery-curve-${id}`), frequency: spectrum.frequency, re: spectrum.re, im: spectrum.im, accent, kind: "points",
    });
    const curves: Curve[] = [points("rest", rest, "data"), ...(this.at("added") ? [points("probed", probed, "data-3")] : []), ...(this.fit.curve ? [this.fit.curve] : [])];
    const handles = (["low", "high"] as const).map((id): Handle => ({
      id, label: t(`lessons-control-${id}`), x: this.at(id), y: 0, moves: "x", shape: "bar", boundsX: [RANGE[id].lower, RANGE[id].upper], valueText: quantity(this.at(id), "Hz"),
    }));
    const masked = [...rest.frequency].map((f) => f < range[0] || f > range[1]);
    const pale = (figure: ReturnType<typeof nyquist>) => ({
      ...figure, legend: "top" as const,
      series: figure.series.map((series) => (series.id === "rest" || series.id === "rest-phase" ? { ...series, masked } : series)),
    });
    const { readings } = this.fit;
    const words = t("mystery-summary");
    return html`
      <dl class="readings" aria-label=${t("mystery-fit")}>
        ${(["arc", "capacitance", "exponent", "peak"] as const).map((name) => html`
          <div><dt>${t(`lessons-read-${name}`)}</dt><dd data-reading=${name}>${readings[name] ? quantityWithError(readings[name].value, readings[name].error ?? 0, readings[name].unit) : "–"}</dd></div>`)}
      </dl>
      ${readings["arc"] ? nothing : html`<ip-notice kind="warning" .text=${t("mystery-no-fit")}></ip-notice>`}
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)} @plot-handle=${this.handle}>
        <ip-plot name="mystery-${this.mystery.seed}-nyquist" .figure=${pale(nyquist(curves, words))} .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>
        <ip-plot name="mystery-${this.mystery.seed}-bode" .figure=${{ ...pale(bode(curves, words)), handles }} .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>
      </div>
      <p class="fine">${t("lessons-symmetric")}</p>`;
  }

  private readonly handle = (event: CustomEvent<{ id: string; x: number; phase: "move" | "end" }>) => {
    const { id, x, phase } = event.detail;
    if (id === "low" || id === "high") this.emit("control", { id, value: Number(x.toPrecision(4)), phase });
  };
}

/** A number as a person writes it into a field: all its digits, without a power of ten. */
const written = (value: number): string =>
  value !== 0 && Math.abs(value) < 1e-6 ? number(value, 3) : fixedPlaces(value, (value.toFixed(8).replace(/0+$/, "").split(".")[1] ?? "").length);

export function gradeSentence({ verdict, relative, sigmas }: Grade, truth: number, unit: string): string {
  return t(`mystery-grade-${verdict}`, {
    truth: quantity(truth, unit, 4, false),
    percent: quantity(Math.abs(100 * relative), "%", 2, false),
    sigmas: sigmas === undefined ? "–" : quantity(sigmas, "", 2, false),
    bar: sigmas === undefined ? "no" : "yes",
  });
}

/** Answers as they stand in a link: "arc:210000~3000,kind:sei". */
export function writeAnswers(answers: Answers): string {
  const numbers = NUMERIC.flatMap((name) => {
    const answer = answers[name];
    return answer ? [`${name}:${answer.value}${answer.error === undefined ? "" : `~${answer.error}`}`] : [];
  });
  return [...numbers, ...(answers.kind ? [`kind:${answers.kind}`] : [])].join(",");
}

/** Reads them back; whatever is not an answer is left out. */
export function readAnswers(text: string): Answers {
  const answers: Answers = {};
  for (const part of text.slice(0, 200).split(",")) {
    const [name = "", said = ""] = part.split(":");
    if (name === "kind" && (said === "sei" || said === "anti-sei")) answers.kind = said;
    if (!(NUMERIC as readonly string[]).includes(name)) continue;
    const [value = Number.NaN, error] = said.split("~").map((one) => (one === "" ? Number.NaN : Number(one)));
    if (!Number.isFinite(value) || Math.abs(value) > 1e15) continue;
    answers[name as Numeric] = { value, ...(error !== undefined && error > 0 && error < 1e15 ? { error } : {}) };
  }
  return answers;
}

export type { Quantity };

declare global {
  interface HTMLElementTagNameMap { "ip-mystery": MysteryBench }
  interface HTMLElementEventMap { answers: CustomEvent<{ answers: Answers }> }
}
