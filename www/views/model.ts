/** Model: every equation with the numbers of the cell put in, where each number comes from, and where the study disagrees with itself. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { unsafeHTML } from "lit/directives/unsafe-html.js";
import * as engine from "../engine";
import { DISAGREEMENTS, type Disagreement } from "../model/disagreements";
import { EQUATIONS, type Equation, type Group } from "../model/equations";
import { inline, symbol } from "../model/mathml";
import { cite, formula, origin } from "../model/show";
import { SOURCES, type SourceId } from "../model/sources";
import { SYMBOLS } from "../model/symbols";
import { NOTATION, NOTATION_OF } from "../model/notation";
import { dotted } from "../elements/behind";
import { symbolText } from "../elements/symbol";
import { MODEL_WORDS } from "../lessons/words";
import { number, quantity, unitText } from "../state/format";
import { said, saidText } from "../state/said";
import { Slice, words } from "../state/slice";
import { t, texts } from "../state/texts";
import sheet from "../styles/model.css?inline";
import { View } from "./view";

/** The words of this view, to wait for before it is shown. */
export const ready = texts.extend(MODEL_WORDS);

/** The place that is looked at: the id of a section, an equation or a contradiction. */
export const slice = new Slice("model", { at: words() });

const GROUPS: readonly Group[] = ["circuit", "film", "reaction", "analysis", "time", "current"];
const SECTIONS = ["whose", "equations", "parameters", "board", "disagreements", "sources"] as const;

/** The engine's board: what one film gives in each experiment, and whether it meets the study. */
interface Board {
  fits: number;
  misses: number;
  disputed: number;
  rows: { id: string; where?: string; sentence: string; verdict: "fits" | "misses" | "disputed" }[];
}

@customElement("ip-model")
export class Model extends View {
  static override readonly sheet = sheet;
  private looked = "";
  private judged: { cell: engine.Cell; board?: Board; refusal?: string } | undefined;
  /** Computed once: the study's numbers do not change with the cell. */
  private numbers: Map<string, Record<string, { value: number; unit: string }> | string> | undefined;

  protected override render() {
    const { preset } = this.state;
    const title = this.known.presets.find(({ id }) => id === preset)?.title ?? preset;
    return html`
      <div class="model">
        <nav class="contents" aria-label=${t("model-contents")}>
          <p class="label">${t("model-contents")}</p>
          ${SECTIONS.map((id) => html`<button type="button" class="link" @click=${() => this.look(`model-${id}`)}>${t(`model-${id}`)}</button>`)}
        </nav>
        <article>
          <h2>${t("model-title")}</h2>
          <p class="lead">${t("model-lead")}</p>
          <p class="fine">${t("model-cell", { title: texts.has(`preset-${preset}`) ? t(`preset-${preset}`) : saidText(title) })} ${t("model-convention")}</p>
          ${this.whose()} ${this.equations()} ${this.parameters()} ${this.board()} ${this.disagreements()} ${this.sources()}
        </article>
      </div>`;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.looked = "";
  }

  /** Goes to a place; the same one again, too. */
  private look(at: string): void {
    this.looked = "";
    this.store.update(slice.patch(this.state, { at }));
    this.requestUpdate();
  }

  protected override updated(): void {
    const { at } = slice.of(this.state);
    if (at === this.looked) return;
    this.looked = at;
    const place = at === "" ? null : this.querySelector<HTMLElement>(`#${CSS.escape(at)}`);
    const heading = place?.matches("h2") ? place : place?.querySelector<HTMLElement>("h3, h4");
    // After the page has taken the view in.
    requestAnimationFrame(() => {
      heading?.scrollIntoView({ block: "start" });
      heading?.focus({ preventScroll: true });
    });
  }

  // ---- what is the study's, the literature's, ours

  private whose(): TemplateResult {
    const { preset } = this.state;
    const sources = this.known.presets.find(({ id }) => id === preset)?.sources ?? {};
    const links = (places: readonly (readonly [at: string, word: string])[]) =>
      dotted(places.map(([at, word]) => html`<button type="button" class="link" @click=${() => this.look(at)}>${word}</button>`));
    const assumed = this.known.parameters.filter(({ name, provenance }) => (sources[name] ?? provenance).origin === "assumption");
    const groups = [...new Set(assumed.map(({ group }) => group))];
    return html`
      <section class="whose">
        <h2 id="model-whose" tabindex="-1">${t("model-whose")}</h2>
        <p>${t("model-whose-lead")}</p>
        <dl>
          ${(["paper", "literature", "model"] as const).map((origin) => html`
            <dt>${t(`model-whose-${origin}`)}</dt>
            <dd>${links(EQUATIONS.filter((equation) => equation.origin === origin).map(({ id }) => [`equation-${id}`, t(`equation-${id}`)]))}</dd>`)}
          <dt>${t("model-whose-assumption")}</dt>
          <dd>${groups.map((group) => html`${t(`group-${group}`)}: ${assumed.filter((one) => one.group === group).map(nameOf).join(", ")}. `)}${links([["model-parameters", t("model-parameters")]])}</dd>
          <dt>${t("model-whose-disputed")}</dt>
          <dd>${links(DISAGREEMENTS.map(({ id }) => [`disagreement-${id}`, t(`disagreement-${id}`)]))}</dd>
        </dl>
      </section>`;
  }

  // ---- equations

  private equations(): TemplateResult {
    return html`
      <section>
        <h2 id="model-equations" tabindex="-1">${t("model-equations")}</h2>
        ${GROUPS.map((group) => html`
          <h3>${t(`model-group-${group}`)}</h3>
          ${EQUATIONS.filter((equation) => equation.group === group).map((equation) => this.equation(equation))}`)}
      </section>`;
  }

  private equation(equation: Equation): TemplateResult {
    return html`
      <section class="equation" id="equation-${equation.id}">
        <h4 tabindex="-1">${t(`equation-${equation.id}`)}</h4>
        ${formula(equation, this.state.cell)}
        ${origin(equation)}
        <details><summary>${t("model-symbols")}</summary>
          <dl class="symbols">
            ${(NOTATION_OF[equation.id] ?? []).map((id) => {
              const [sign, unit] = NOTATION[id];
              return html`<dt>${unsafeHTML(inline(symbol(sign)))}</dt><dd>${t(`symbol-${id}`)}${unit === "" ? nothing : html` · ${power(unit)}`}</dd>`;
            })}
            ${equation.symbols.map((id) => {
              const entry = SYMBOLS[id];
              const parameter = this.known.parameters.find((one) => "parameter" in entry && one.name === entry.parameter);
              const name = parameter ? nameOf(parameter) : "constant" in entry ? `${number(entry.constant, 6)} ${unitText(entry.unit)}` : t("model-electrons");
              return html`<dt>${unsafeHTML(inline(symbol(entry.symbol)))}</dt><dd>${name}${parameter?.unit ? html` · ${unitText(parameter.unit)}` : nothing}</dd>`;
            })}</dl></details>
      </section>`;
  }

  // ---- parameters and their origin

  private parameters(): TemplateResult {
    const { cell, preset } = this.state;
    const sources = this.known.presets.find(({ id }) => id === preset)?.sources ?? {};
    return html`
      <section>
        <h2 id="model-parameters" tabindex="-1">${t("model-parameters")}</h2>
        <div class="scroll" tabindex="0" role="region" aria-label=${t("model-parameters")}><table>
          <thead><tr><th scope="col">${t("model-parameter")}</th><th scope="col" class="number">${t("model-value")}</th><th scope="col">${t("model-range")}</th><th scope="col">${t("model-origin")}</th><th scope="col">${t("model-why")}</th></tr></thead>
          <tbody>${this.known.parameters.map((parameter) => {
            const value = cell[parameter.name];
            const provenance = sources[parameter.name] ?? parameter.provenance;
            return html`<tr>
              <th scope="row">${nameOf(parameter)}${parameter.symbol ? html` <i>${symbolText(parameter.symbol)}</i>` : nothing}</th>
              <td class="number">${typeof value === "number" ? quantity(value, parameter.unit, 3, false) : texts.has(`choice-${String(value)}`) ? t(`choice-${String(value)}`) : String(value)}</td>
              <td>${parameter.choices ? "" : `${number(parameter.lower)} – ${number(parameter.upper)} ${unitText(parameter.unit)}`}</td>
              <td>${t(`model-origin-${provenance.origin}`)}</td>
              <td>${said(provenance.source)}</td></tr>`;
          })}</tbody></table></div>
      </section>`;
  }

  // ---- one film through all experiments

  private board(): TemplateResult {
    const { cell } = this.state;
    if (this.judged?.cell !== cell) {
      try {
        this.judged = { cell, board: engine.experiment("one-film", { cell }) as Board };
      } catch (error) {
        this.judged = { cell, refusal: error instanceof Error ? error.message : String(error) };
      }
    }
    const { board, refusal } = this.judged;
    return html`
      <section>
        <h2 id="model-board" tabindex="-1">${t("model-board")}</h2>
        ${board ? html`
          <p>${t("model-board-lead", { fits: board.fits, misses: board.misses, disputed: board.disputed })}</p>
          <ul class="board">${board.rows.map(({ id, where, sentence, verdict }) => html`
            <li data-row=${id}><span class="verdict ${verdict}">${t(`model-board-${verdict}`)}</span><span>${said(sentence)} <span class="fine">${said(where ?? "")}</span></span></li>`)}</ul>`
        : html`<p>${t("model-no-number", { reason: saidText(refusal ?? "") })}</p>`}
      </section>`;
  }

  // ---- where the study disagrees with itself

  private disagreements(): TemplateResult {
    if (!this.numbers) {
      this.numbers = new Map();
      for (const { id, numbers } of DISAGREEMENTS) {
        try {
          this.numbers.set(id, numbers(engine));
        } catch (error) {
          this.numbers.set(id, error instanceof Error ? error.message : String(error));
        }
      }
    }
    return html`
      <section>
        <h2 id="model-disagreements" tabindex="-1">${t("model-disagreements")}</h2>
        ${DISAGREEMENTS.map((one) => this.disagreement(one))}
      </section>`;
  }

  private disagreement({ id }: Disagreement): TemplateResult {
    const numbers = this.numbers?.get(id) ?? {};
    const words = typeof numbers === "string" ? {} : Object.fromEntries(Object.entries(numbers).map(([name, { value, unit }]) => [name, quantity(value, unit, 3, false)]));
    return html`
      <section class="disagreement" id="disagreement-${id}">
        <h3 tabindex="-1">${t(`disagreement-${id}`)}</h3>
        <dl>
          <dt>${t("model-printed")}</dt><dd>${t(`disagreement-${id}-printed`)}</dd>
          <dt>${t("model-follows")}</dt><dd>${typeof numbers === "string" ? t("model-no-number", { reason: saidText(numbers) }) : t(`disagreement-${id}-follows`, words)}</dd>
          <dt>${t("model-perhaps")}</dt><dd>${t(`disagreement-${id}-perhaps`)}</dd>
        </dl>
      </section>`;
  }

  private sources(): TemplateResult {
    return html`
      <section>
        <h2 id="model-sources" tabindex="-1">${t("model-sources")}</h2>
        <ul class="sources">${(Object.keys(SOURCES) as SourceId[]).filter((id) => id !== "study").map((id) => html`<li>${cite(id)}</li>`)}</ul>
      </section>`;
  }
}

/** A unit with a power in brackets or a letter as power, set high. */
const power = (unit: string): TemplateResult => html`${unit.split(/\^(P|\([^)]*\))/).map((piece, i) => (i % 2 === 1 ? html`<sup>${piece.replace(/[()]/g, "")}</sup>` : piece))}`;

const nameOf = ({ name, description }: engine.Parameter): string => (texts.has(`parameter-${name}`) ? t(`parameter-${name}`) : saidText(description).replace(/\.$/, ""));
