/**
 * A table nobody recognises: a person says what its columns hold, and sees at once how it would be read.
 * Emits "mapped" { mapping }, without a mapping when it is cancelled. Loaded when it is first needed.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import type { TableMapping } from "interphase";
import type { Question, TablePreview } from "../state/files";
import { reasonOf, saidText } from "../state/said";
import { t, texts, type Part } from "../state/texts";
import { run } from "../workers/pool";
import type { Dialog } from "./dialog";
import { Element, freshId } from "./element";

const WORDS: Part = {
  en: async () => (await import("../texts/en/mapper.ftl?raw")).default,
  de: async () => (await import("../texts/de/mapper.ftl?raw")).default,
};
/** Resolves when the words are there. */
export const ready = texts.extend(WORDS);

type Column = TableMapping["columns"][number];
type Quantity = Column["quantity"];

const UNITS: { readonly [Q in Quantity]?: readonly string[] } = {
  frequency: ["Hz", "kHz", "MHz", "mHz", "rad/s"],
  real: ["Ω", "mΩ", "kΩ", "MΩ", "Ω cm2", "mΩ cm2", "kΩ cm2", "Ω m2"],
  phase: ["deg", "rad", "mrad"],
};
const unitsOf = (quantity: Quantity) => UNITS[quantity] ?? UNITS.real!;
const PAIRS = { cartesian: ["real", "imaginary"], polar: ["modulus", "phase"] } as const;
type Pair = keyof typeof PAIRS;
/** Rows of the table that are shown. */
const ROWS = 8;

@customElement("ip-table-mapper")
export class TableMapper extends Element {
  @property({ attribute: false }) question!: Question;

  @state() private preview!: TablePreview;
  @state() private mapping!: TableMapping;
  @state() private pair: Pair = "cartesian";
  /** How it would be read, or why not. */
  @state() private answer: { ok: boolean; text: string } | undefined;
  @query("ip-dialog") private readonly dialog!: Dialog;

  private readonly key = freshId("mapper");
  private asked = 0;
  private applied = false;

  override willUpdate(): void {
    if (!this.preview) this.take(this.question.preview);
  }

  private take(preview: TablePreview): void {
    this.preview = preview;
    this.mapping = preview.guess;
    if (preview.guess.columns.some(({ quantity }) => quantity === "modulus")) this.pair = "polar";
    void this.tryOut();
  }

  /** The table cut in another way; what was chosen stays as far as there still are such columns. */
  private async cut(patch: Pick<TableMapping, "delimiter"> | Pick<TableMapping, "decimal">): Promise<void> {
    const { delimiter, decimal, columns } = { ...this.mapping, ...patch };
    const { name, bytes } = this.question;
    const preview = await run("previewTable", [name, bytes, { delimiter, decimal }]);
    const kept = columns.filter(({ index }) => index < preview.width);
    this.take({ ...preview, guess: { ...preview.guess, columns: preview.complete ? preview.guess.columns : kept } });
  }

  private change(patch: Partial<TableMapping>): void {
    this.mapping = { ...this.mapping, ...patch };
    void this.tryOut();
  }

  private async tryOut(): Promise<void> {
    const turn = ++this.asked;
    const { name, bytes } = this.question;
    let answer: { ok: boolean; text: string };
    try {
      const { understood, warnings } = await run("readTable", [name, bytes, this.mapping]);
      answer = { ok: true, text: [understood, ...warnings].map(saidText).join(" · ") };
    } catch (error) {
      answer = { ok: false, text: reasonOf(error) };
    }
    if (turn === this.asked) this.answer = answer;
  }

  private column(quantity: Quantity): Column | undefined {
    return this.mapping.columns.find((column) => column.quantity === quantity);
  }

  /** Sets a column; a column holds one thing, and a thing stands in one column. */
  private set(quantity: Quantity, patch: Partial<Column>): void {
    const before = this.column(quantity);
    const column: Column = { index: -1, quantity, unit: unitsOf(quantity)[0]!, ...before, ...patch };
    const others = this.mapping.columns.filter((other) => other.quantity !== quantity && other.index !== column.index);
    this.change({ columns: column.index < 0 ? others : [...others, column] });
  }

  private turn(pair: Pair): void {
    this.pair = pair;
    const [gone] = Object.keys(PAIRS).filter((other) => other !== pair) as Pair[];
    this.change({ columns: this.mapping.columns.filter(({ quantity }) => !(PAIRS[gone!] as readonly string[]).includes(quantity)) });
  }

  protected override render() {
    const { mapping, preview, answer } = this;
    const select = (id: string, value: string, options: readonly string[], act: (value: string) => void) => html`
      <label class="stack">${t(`mapper-${id}`)}
        <select .value=${value} @change=${(e: Event) => act((e.target as HTMLSelectElement).value)}>
          ${options.map((option) => html`<option value=${option} ?selected=${option === value}>${t(`mapper-${option}`)}</option>`)}
        </select></label>`;
    return html`
      <ip-dialog .heading=${t("mapper-title")} @closed=${this.closed} .content=${html`
        <p>${t(this.question.again ? "mapper-again" : "mapper-explained", { name: this.question.name })}</p>
        ${this.table(preview)}
        <div class="mapper-cut">
          ${select("delimiter", mapping.delimiter, ["tab", "semicolon", "comma", "blank"], (delimiter) => void this.cut({ delimiter: delimiter as TableMapping["delimiter"] }))}
          ${select("decimal", mapping.decimal, ["point", "comma"], (decimal) => void this.cut({ decimal: decimal as TableMapping["decimal"] }))}
          <label class="stack">${t("mapper-first-line")}
            <input class="field" type="number" min="1" step="1" .value=${String(mapping.firstLine)}
              @change=${(e: Event) => this.change({ firstLine: Math.max(1, Math.round((e.target as HTMLInputElement).valueAsNumber) || 1) })}></label>
          ${select("pair", this.pair, Object.keys(PAIRS), (pair) => this.turn(pair as Pair))}
        </div>
        <div class="mapper-columns">${(["frequency", ...PAIRS[this.pair]] as const).map((quantity) => this.row(quantity))}</div>
        <p class="mapper-answer ${answer?.ok ? "ok" : ""}" role="status" data-testid="mapper-understood">${answer?.text ?? ""}</p>
        <div class="mapper-actions">
          <button type="button" class="plain" @click=${() => this.dialog.close()}>${t("cancel")}</button>
          <button type="button" class="primary" ?disabled=${!answer?.ok} @click=${() => this.apply()}>${t("mapper-apply")}</button>
        </div>`}></ip-dialog>`;
  }

  private row(quantity: Quantity): TemplateResult {
    const column = this.column(quantity);
    const name = t(`mapper-${quantity}`);
    const title = (i: number) => [i + 1, this.preview.header[i]].filter(Boolean).join(" · ");
    return html`
      <fieldset><legend>${name}</legend>
        <select aria-label=${t("mapper-column-of", { name })} @change=${(e: Event) => this.set(quantity, { index: Number((e.target as HTMLSelectElement).value) })}>
          <option value="-1" ?selected=${!column}>${t("mapper-choose")}</option>
          ${Array.from({ length: this.preview.width }, (_, i) => html`<option value=${i} ?selected=${column?.index === i}>${t("mapper-column", { name: title(i) })}</option>`)}
        </select>
        <select aria-label=${t("mapper-unit-of", { name })} ?disabled=${!column} @change=${(e: Event) => this.set(quantity, { unit: (e.target as HTMLSelectElement).value })}>
          ${unitsOf(quantity).map((unit) => html`<option value=${unit} ?selected=${column?.unit === unit}>${unit === "deg" ? "°" : unit.replace(/m2$/, "m²")}</option>`)}
        </select>
        ${quantity === "imaginary" || quantity === "phase" ? html`
          <label class="check"><input type="checkbox" ?disabled=${!column} .checked=${column?.negate ?? false}
            @change=${(e: Event) => this.set(quantity, { negate: (e.target as HTMLInputElement).checked })}>${t(`mapper-negate-${quantity}`)}</label>` : nothing}
      </fieldset>`;
  }

  private table({ header, rows, width }: TablePreview): TemplateResult {
    const columns = Array.from({ length: width }, (_, i) => i);
    const holds = (i: number) => this.mapping.columns.find(({ index }) => index === i)?.quantity;
    return html`
      <div class="mapper-table" tabindex="0" role="region" aria-labelledby=${this.key}>
        <table><caption id=${this.key} class="unseen">${t("mapper-preview", { name: this.question.name })}</caption>
          <thead><tr>${columns.map((i) => html`<th scope="col" class=${holds(i) ? "chosen" : ""}>${i + 1}${header[i] ? html`<br>${header[i]}` : nothing}</th>`)}</tr></thead>
          <tbody>${rows.slice(0, ROWS).map((row) => html`<tr>${columns.map((i) => html`<td class=${holds(i) ? "chosen" : ""}>${row[i] ?? ""}</td>`)}</tr>`)}</tbody>
        </table>
      </div>`;
  }

  private apply(): void {
    this.applied = true;
    this.dialog.close();
  }
  private readonly closed = (event: Event) => {
    event.stopPropagation();
    this.emit("mapped", this.applied ? { mapping: this.mapping } : {});
  };
}

declare global {
  interface HTMLElementTagNameMap { "ip-table-mapper": TableMapper }
  interface HTMLElementEventMap { mapped: CustomEvent<{ mapping?: TableMapping }> }
}
