/**
 * Every parameter of the cell as a slider or a choice: the leading ones first, the others by group under "more".
 * Emits "parameter" { name, value, phase }.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { repeat } from "lit/directives/repeat.js";
import type { Cell, Parameter, Provenance } from "../engine";
import { number, unitText } from "../state/format";
import { said, saidText } from "../state/said";
import { t, texts } from "../state/texts";
import { Element } from "./element";
import "./slider";
import { symbolText } from "./symbol";

@customElement("ip-parameters")
export class ParameterPanel extends Element {
  protected override get follows(): boolean {
    return true;
  }

  @property({ attribute: false }) parameters: readonly Parameter[] = [];
  @property({ attribute: false }) cell: Cell = {};
  /** The cell that the preset describes. */
  @property({ attribute: false }) origin: Cell = {};
  /** Where single values of the preset come from, as far as not where the default comes from. */
  @property({ attribute: false }) sources: Readonly<Record<string, Provenance>> = {};
  /** Names of the parameters that stand first. */
  @property({ attribute: false }) leading: readonly string[] = [];
  @property({ attribute: false }) locked: readonly string[] = [];
  @property({ attribute: false }) hiddenNames: readonly string[] = [];
  @state() private explaining: { parameter: Parameter; anchor: HTMLElement } | undefined;
  @state() private open = false;

  protected override render() {
    const shown = this.parameters.filter(({ name }) => !this.hiddenNames.includes(name));
    const first = this.leading.flatMap((name) => shown.find((parameter) => parameter.name === name) ?? []);
    const rest = shown.filter((parameter) => !first.includes(parameter));
    const groups = [...new Set(rest.map(({ group }) => group))];
    return html`
      ${repeat(first, ({ name }) => name, (parameter) => this.control(parameter))}
      ${rest.length === 0 ? nothing : html`
        <details class="more" ?open=${this.open} @toggle=${(e: Event) => (this.open = (e.target as HTMLDetailsElement).open)}>
          <summary>${t("more-parameters", { count: rest.length })}</summary>
          ${this.open ? groups.map((group) => html`
            <fieldset><legend>${t(`group-${group}`)}</legend>
              ${repeat(rest.filter((p) => p.group === group), ({ name }) => name, (parameter) => this.control(parameter))}
            </fieldset>`) : nothing}
        </details>`}
      ${this.explaining ? this.explanation(this.explaining) : nothing}`;
  }

  private control(parameter: Parameter): TemplateResult {
    const { name } = parameter;
    const locked = this.locked.includes(name);
    const value = this.cell[name];
    if (parameter.choices) {
      return html`
        <label class="select-row"><span>${label(parameter)}</span>
          <select ?disabled=${locked} @change=${(e: Event) => this.changed(name, (e.target as HTMLSelectElement).value, "end")}>
            ${parameter.choices.map(({ id, description }) => html`
              <option value=${id} title=${saidText(description)} .selected=${id === value}>${texts.has(`choice-${id}`) ? t(`choice-${id}`) : id}</option>`)}
          </select>
        </label>`;
    }
    return html`
      <ip-slider class="on-${parameter.group}" .label=${label(parameter)} .symbol=${parameter.symbol} .unit=${parameter.unit}
        .value=${Number(value)} .origin=${Number(this.origin[name])} .lower=${parameter.lower} .upper=${parameter.upper}
        .scale=${parameter.scale} .note=${this.note(parameter)} .locked=${locked} .explained=${true}
        @slide=${(e: CustomEvent<{ value: number; phase: "move" | "end" }>) => this.changed(name, e.detail.value, e.detail.phase)}
        @explain=${(e: CustomEvent<{ anchor: HTMLElement }>) => (this.explaining = { parameter, anchor: e.detail.anchor })}></ip-slider>`;
  }

  /** Short enough for one line: what kind of number this is. */
  private note(parameter: Parameter): string {
    const provenance = this.sources[parameter.name] ?? parameter.provenance;
    return t(`origin-${provenance.origin}`) + (provenance.origin === "paper" ? `, ${place(saidText(provenance.source))}` : "");
  }

  protected override updated(): void {
    // The equations come with the first question.
    if (this.explaining) void import("../model/show");
  }

  private explanation({ parameter, anchor }: { parameter: Parameter; anchor: HTMLElement }): TemplateResult {
    const { provenance, lower, upper, unit, name } = parameter;
    const source = this.sources[name];
    const units = unit === "" ? "" : ` ${unitText(unit)}`;
    return html`
      <ip-dialog .heading=${label(parameter)} .anchor=${anchor} @closed=${() => (this.explaining = undefined)} .content=${html`
        <p>${said(parameter.description)}</p>
        <dl class="facts">
          ${parameter.symbol ? html`<dt>${t("fact-symbol")}</dt><dd><i>${symbolText(parameter.symbol)}</i></dd>` : nothing}
          <dt>${t("fact-value")}</dt><dd>${number(Number(this.cell[name]), 6)}${units}</dd>
          <dt>${t("fact-preset")}</dt><dd>${number(Number(this.origin[name]), 6)}${units}${source ? origin(source) : nothing}</dd>
          <dt>${t("fact-default")}</dt><dd>${number(Number(parameter.default))}${units}${origin(provenance)}</dd>
          <dt>${t("fact-range")}</dt><dd>${number(lower)} – ${number(upper)}${units}. ${said(parameter.reason)}</dd>
        </dl>
        <ip-equations .parameter=${name} .cell=${this.cell}></ip-equations>`}></ip-dialog>`;
  }

  private changed(name: string, value: number | string, phase: "move" | "end"): void {
    this.emit("parameter", { name, value, phase });
  }
}

/** The parameter's name for people; the engine's description where nobody has written one. */
function label({ name, description }: Parameter): string {
  return texts.has(`parameter-${name}`) ? t(`parameter-${name}`) : saidText(description).replace(/\.$/, "");
}

const origin = ({ origin, source }: Provenance) => html` · ${t(`origin-${origin}`)}: ${said(source)}`;

/** "Fig. 3k: 7 to 10 nm by TEM" → "Fig. 3k". */
const place = (source: string) => source.split(":")[0] ?? source;

declare global {
  interface HTMLElementTagNameMap { "ip-parameters": ParameterPanel }
  interface HTMLElementEventMap { parameter: CustomEvent<{ name: string; value: number | string; phase: "move" | "end" }> }
}
