/**
 * Film: the interphase model itself fitted to one spectrum, or to two of one cell, before and after a redox probe. Every kind of film is
 * tried from several starts; what one spectrum cannot tell is said.
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { fitInterphase } from "interphase";
import { behind as equations, type Behind } from "../../elements/behind";
import "../../elements/choice";
import { fileName, save } from "../../elements/plot/export";
import { symbolText } from "../../elements/symbol";
import { simulate, type Cell, type Spectrum } from "../../engine";
import { perAreaOf } from "../../state/derived";
import { number, quantity, quantityWithError } from "../../state/format";
import type { Known } from "../../state/link";
import type { DataSet } from "../../state/store";
import { t, texts } from "../../state/texts";
import { runAll } from "../../workers/pool";
import { bode, nyquist, type Curve } from "../spectra";
import { beyond, points, residuals, sharesOf, smaller, worst } from "./figures";
import { free, KINDS, probed, starts, type Kind } from "./film-models";
import { Task } from "./task";
import { judge, TIE, type Judgement } from "./film-words";
import { deltaText, shareText, valueText } from "./values";
import { patterned } from "./patterned";
import { Work } from "./work";

type Result = ReturnType<typeof fitInterphase>;
/** The best fit of one kind of film, and the cell of the study it started from. */
interface Found { readonly kind: Kind; readonly preset: string; readonly fit: Result }

const BARE: readonly Behind[] = [["equation-charge-transfer", "behind-reaction"], ["equation-chi-square", "behind-fit"]];

@customElement("ip-analyse-film")
export class Film extends Task {
  @property({ attribute: false }) known!: Known;
  @state() private hoverHz: number | undefined;
  private readonly work = new Work<Found[]>(this);

  protected override render(): TemplateResult {
    const { sets, settings } = this;
    const pair = settings.joint && sets.length > 1;
    const [before, after] = this.pair;
    const chosen: DataSet[] = pair ? [before, after!] : [this.set];
    return html`
      ${sets.length < 2 ? nothing : html`
        <div class="toolbar"><ip-choice .label=${t("film-what")} .value=${pair ? "pair" : "one"}
          .options=${[{ value: "one", label: t("film-one") }, { value: "pair", label: t("film-pair") }]}
          @choose=${(e: CustomEvent<{ value: string }>) => this.give({ joint: e.detail.value === "pair" })}></ip-choice></div>`}
      ${pair ? html`<div class="pair-row">${this.choice("before", t("verdict-before"), before)}${this.choice("after", t("verdict-after"), after!)}</div>` : nothing}
      ${pair && before === after ? html`<ip-notice kind="error" .text=${t("verdict-same")}></ip-notice>` : ((pair && this.unlike(chosen)) || this.answer(chosen.map(perAreaOf), pair))}`;
  }

  private answer(spectra: Spectrum[], pair: boolean): TemplateResult {
    const work = this.work.ask(spectra, [], (signal, progress) => this.search(spectra, pair, signal, progress));
    const found = work.value;
    const best = found?.[0];
    if (!found || !best) return html`${this.progress(work)}${this.plots(spectra, pair, undefined, t("arc-no-fit", { name: spectra[0]!.name }))}`;
    const judgement = judge([best, ...found.slice(1)], pair);
    const { favours } = judgement, words = wordsOf(judgement);
    const shown = found.find(({ kind }) => kind === this.settings.film) ?? found.find(({ kind }) => kind === favours) ?? best;
    const leftOver = spectra.some((spectrum, i) => {
      const { re, im } = sharesOf(spectrum, shown.fit.fitted[i]!);
      return patterned(re, im);
    });
    return html`
      ${this.progress(work)}
      <p class="verdict ${favours}" role="status" data-testid="film-verdict">${words}</p>
      <div class="toolbar"><ip-choice .label=${t("film-taken-for")} .value=${shown.kind}
        .options=${found.map(({ kind, fit }) => ({ value: kind, label: `${t(`film-${kind}`)} · ΔAICc ${deltaText(fit.aicc - best.fit.aicc)}` }))}
        @choose=${(e: CustomEvent<{ value: string }>) => this.give({ film: e.detail.value as Kind })}></ip-choice></div>
      ${this.plots(spectra, pair, shown.fit, words)}
      ${this.table(shown, spectra)}
      ${this.warnings([...shown.fit.warnings.map((text) => this.said(text, shown.fit)), ...(leftOver ? [t("residual-patterned")] : [])])}
      <p class="fine">${t("error-is")} ${t(`film-${shown.kind}-is`)} ${t(geometryOf(spectra[0]!) === "half" ? "film-one-electrode" : "film-two-electrodes")} ${t("film-note")}</p>
      ${equations(shown.kind === "bare" ? BARE : [["equation-electrode", "behind-circuit"], ["equation-simmons-conductance", "behind-tunnelling"], ["equation-dielectric", "behind-film-capacitance"], ...BARE])}`;
  }

  /** Every kind from all its starts; of each the best, best first. Of equals the anti-SEI stands first. */
  private async search(spectra: Spectrum[], pair: boolean, signal: AbortSignal, progress: (done: number, all: number) => void): Promise<Found[]> {
    const tried = KINDS.filter((kind) => !(pair && kind === "bare")).flatMap((kind) => starts(kind, this.known).map((start) => ({ kind, ...start })));
    const calls = tried.map(({ kind, cell }): [{ spectrum: Spectrum; cell: Cell }[], { shared: string[] }] => [
      spectra.map((spectrum, i) => ({ spectrum, cell: { ...cell, ...probed(kind, i > 0), geometry: geometryOf(spectrum) } })), { shared: free(kind, pair) },
    ]);
    const answers = await runAll("fitInterphase", calls, { signal, progress });
    signal.throwIfAborted();
    const all = answers.flatMap((answer, i): Found[] => (answer.status === "fulfilled" ? [{ kind: tried[i]!.kind, preset: tried[i]!.preset, fit: answer.value }] : []));
    const best = KINDS.flatMap((kind) => {
      const own = all.filter((one) => one.kind === kind);
      return own.length ? [own.reduce((a, b) => (b.fit.aicc < a.fit.aicc ? b : a))] : [];
    });
    if (best.length === 0) throw answers.find((answer) => answer.status === "rejected")?.reason ?? new Error(t("film-none"));
    return best.sort((a, b) => (Math.abs(a.fit.aicc - b.fit.aicc) < TIE ? KINDS.indexOf(a.kind) - KINDS.indexOf(b.kind) : a.fit.aicc - b.fit.aicc));
  }

  private plots(spectra: Spectrum[], pair: boolean, fit: Result | undefined, words: string): TemplateResult {
    const accents = ["data", "data-2"] as const;
    const names = [t("verdict-before"), t("verdict-after")];
    const data = spectra.map((spectrum, i): Curve => ({ ...points(spectrum, `data-${i}`, accents[i]!), ...(pair ? { label: names[i]! } : {}) }));
    const fitted = fit ? spectra.map((spectrum, i): Curve => {
      const frequency = beyond(spectrum.frequency);
      const { re, im } = simulate(fit.cells[i]!, frequency);
      return { id: `fit-${i}`, label: t("analyse-fit"), ...(i ? {} : { tag: t("analyse-fit") }), accent: "fit", frequency, re, im, ...(i ? { listed: false } : {}) };
    }) : [];
    const rest = fit && !pair ? sharesOf(spectra[0]!, fit.fitted[0]!) : undefined;
    return html`
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)}>
        <ip-plot name="film" class="nyquist" .figure=${{ ...nyquist([...fitted, ...data], words, { title: t("nyquist-of", { name: spectra[0]!.name }), insets: pair ? smaller(spectra[0]!, spectra[1]!) : [] }), ...(pair ? { legend: "top" as const } : {}) }}
          .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>
        ${pair ? html`<ip-plot name="film-bode" .figure=${{ ...bode([...fitted, ...data], words), legend: "top" as const }} .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>`
          : rest ? html`<ip-plot name="film-residuals" .figure=${residuals(rest.frequency, rest.re, rest.im, t("residual-summary", { worst: number(worst(rest.re, rest.im), 2) }))}
            .hoverKey=${this.hoverHz} .provenance=${this.provenance}></ip-plot>` : nothing}
      </div>`;
  }

  private table({ fit, preset, kind }: Found, spectra: Spectrum[]): TemplateResult {
    const cell = fit.cells[0]!;
    const rate = fit.parameters.find(({ name }) => name === "rateCmPerS");
    const parts = simulate(cell, Float64Array.of(1)).parts.filter(({ name }) => name === "film" || name === "charge-transfer");
    return html`
      <div class="scroll" role="region" tabindex="0" aria-label=${t("film-results")}>
        <table class="study" data-testid="film-results" aria-busy=${this.work.running ? "true" : "false"}>
          <caption>${t("film-results")}</caption>
          <thead><tr><th scope="col">${t("parameter")}</th><th scope="col">${t("value")}</th><th scope="col">${t("relative-error")}</th></tr></thead>
          <tbody>
            ${fit.parameters.map(({ name, value, unit, standardError }) => html`
              <tr data-parameter=${name}><th scope="row">${this.label(name)} <i>${symbolText(this.known.parameters.find((one) => one.name === name)?.symbol ?? "")}</i></th>
                <td>${valueText(value, standardError, unit)}</td><td>${shareText(value, standardError)}</td></tr>`)}
            ${parts.map(({ name, resistance }) => {
              // R_ct goes as 1/k0: the same share of error. The film's own follows from two parameters.
              const error = name === "charge-transfer" && rate ? (resistance * rate.standardError) / rate.value : 0;
              return html`<tr data-part=${name}><th scope="row">${t(cell["geometry"] === "half" ? "film-part-half" : "film-part", { part: t(`part-${name}`) })} <i>${name === "film" ? html`R<sub>film</sub>` : html`R<sub>ct</sub>`}</i></th>
                <td>${error > 0 && error < resistance ? quantityWithError(resistance, error, "Ω·cm²") : quantity(resistance, "Ω·cm²")}</td><td>${shareText(resistance, error)}</td></tr>`;
            })}
          </tbody>
          <tfoot>
            <tr><th scope="row">χ²/ν</th><td>${number(fit.reducedChiSquare, 4)}</td><td></td></tr>
            <tr><th scope="row">AICc</th><td>${number(fit.aicc, 5)}</td><td></td></tr>
          </tfoot>
        </table>
      </div>
      <p class="buttons">
        <button type="button" class="primary" @click=${() => this.emit("open-cell", { preset, cell })}>${t("film-open")}</button>
        <button type="button" class="plain" @click=${() => save(`${fileName(spectra[0]!.name)}.${kind}.csv`, new Blob([csv(fit)], { type: "text/csv;charset=utf-8" }))}>CSV</button>
        <button type="button" class="plain" @click=${() => save(`${fileName(spectra[0]!.name)}.${kind}.json`, new Blob([json(fit)], { type: "application/json" }))}>JSON</button>
      </p>`;
  }

  private label(name: string): string {
    return texts.has(`film-parameter-${name}`) ? t(`film-parameter-${name}`) : texts.has(`parameter-${name}`) ? t(`parameter-${name}`) : name;
  }
  /** The engine's sentence with the parameters called as they are here. */
  private said(text: string, { parameters }: Result): string {
    return parameters.reduce((said, { name }) => said.replace(new RegExp(`\\b${name}\\b`, "g"), () => this.label(name)), text);
  }
}

const wordsOf = ({ says, kind, delta, share }: Judgement): string => t(says, { kind, delta: deltaText(delta), share: number(100 * share, 2) });

/** What was measured on; two equal electrodes where nobody said. */
const geometryOf = ({ meta }: Spectrum): "symmetric" | "half" => (meta["geometry"] === "half" ? "half" : "symmetric");

const rows = ({ parameters }: Result) => parameters.map(({ name, value, standardError, unit }) => ({ name, value, standardError, unit }));
const csv = (fit: Result): string =>
  ["parameter,value,standard error,unit", ...rows(fit).map(({ name, value, standardError, unit }) => `${name},${value},${standardError},${unit}`), `chi2/nu,${fit.reducedChiSquare},,`, `AICc,${fit.aicc},,`, ""].join("\r\n");
const json = (fit: Result): string =>
  `${JSON.stringify({ parameters: rows(fit), cells: fit.cells, reducedChiSquare: fit.reducedChiSquare, aicc: fit.aicc, converged: fit.converged, warnings: fit.warnings }, undefined, 1)}\n`;

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-film": Film }
  interface HTMLElementEventMap { "open-cell": CustomEvent<{ preset: string; cell: Cell }> }
}
