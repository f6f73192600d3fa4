/** Explore: move the film, see its spectrum; beside it the SEI that looks alike, or real lithium, or a person's own file. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, state } from "lit/decorators.js";
import { behind, type Behind } from "../elements/behind";
import "../elements/choice";
import "../elements/file-drop";
import "../elements/follow";
import "../elements/resistance-bar";
import type { FilmState, Process, ResistancePart } from "../elements/film/types";
import { icon } from "../elements/icon";
import "../elements/notice";
import "../elements/parameter-panel";
import "../elements/plot/plot";
import type { Accent, Figure } from "../elements/plot/types";
import type { Cell, Simulation } from "../engine";
import {
  arcFits, arcParts, arcPeak, arcResistance, carrierOf, carriesElectrons, FREQUENCY, isBare, leftOutOf, perAreaOf, shownCell, simulated, twinOf, withParameter,
  withPolysulfide,
} from "../state/derived";
import { quantity } from "../state/format";
import { cellOf } from "../state/link";
import { alike } from "../state/remember";
import { oneOf, Slice } from "../state/slice";
import type { DataSet } from "../state/store";
import { said, saidText } from "../state/said";
import { t, texts } from "../state/texts";
import sheet from "../styles/explore.css?inline";
import { arcMarks, bode, nyquist, SMALL, smallInset, type Curve } from "./spectra";
import { filmName, pictureOf } from "./picture";
import { View } from "./view";

export const slice = new Slice("explore", {
  /** What stands beside the cell: the other kind of film with the same resistances, real lithium, or nothing. */
  compare: oneOf("twin", "lithium", "none"),
  layout: oneOf("overlaid", "split"),
  /** Whether the Nyquist plot shows everything or closes in on the data; "auto" closes in where they would be too small to see. */
  focus: oneOf("auto", "all", "data"),
});

const LEADING = ["thicknessNm", "barrierEv", "rateCmPerS", "electronicTransference"];
/** The study's concentration in the cell, mol/L. */
const POLYSULFIDE = 0.1;
const DATA_ACCENTS: readonly Accent[] = ["data", "data-2", "data-3", "data-4", "data-5", "data-6"];
/** More data sets than this are drawn, but not fitted unasked. */
const FITTED_UNASKED = 6;

/** The cell and what it is compared with: each with its spectrum, colour and name. */
interface Shown { readonly cell: Cell; readonly simulation: Simulation; readonly accent: Accent; readonly name: string }
interface Drawn { readonly main: Shown; readonly other: Shown | undefined; readonly ghost: Simulation | undefined }
interface Figures { readonly nyquists: readonly Figure[]; readonly bode: Figure }

@customElement("ip-explore")
export class Explore extends View {
  static override readonly sheet = sheet;

  protected override get follows(): boolean {
    return this.hasUpdated;
  }

  @state() private hoverHz: number | undefined;
  /** Why the engine refused the cell, in its words. */
  private refusal: string | undefined;
  private drawn: Drawn | undefined;
  private figures: Figures | undefined;
  /** What these were made from. */
  private madeFrom: readonly unknown[] = [];
  private fits = 0;
  readonly #fitted = () => {
    this.fits++;
    this.requestUpdate();
  };

  override connectedCallback(): void {
    super.connectedCallback();
    arcFits.addEventListener("change", this.#fitted);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    arcFits.removeEventListener("change", this.#fitted);
  }

  /** Simulates what is to be drawn; on an error the last good picture stays, with the reason beside it. */
  private compute(): void {
    const { cell, preset } = this.state;
    const { compare } = slice.of(this.state);
    try {
      const main = this.shown(cell);
      const other = compare === "twin" ? (isBare(cell) ? undefined : this.shown(twinOf(cell))) : compare === "lithium" ? this.shown(cellOf(this.known, "li-ocv"), t("real-lithium")) : undefined;
      const before = this.store.previous;
      const ghost = before && before.preset === preset && before.cell !== cell ? simulated(before.cell) : undefined;
      this.drawn = { main, other, ghost };
      this.refusal = undefined;
    } catch (error) {
      this.refusal = error instanceof Error ? error.message : String(error);
    }
  }

  private shown(cell: Cell, name?: string): Shown {
    const simulation = simulated(cell);
    const bare = isBare(cell);
    return {
      cell, simulation,
      accent: bare ? "ink" : carriesElectrons(cell) ? "anti-sei" : "sei",
      name: name ?? (bare ? t("no-film") : filmName(cell)),
    };
  }

  protected override willUpdate(): void {
    this.prepare();
  }

  /** The curves alone, past the templates. */
  protected override keepUp(): void {
    this.prepare();
    const { figures } = this;
    const plots = this.getElementsByTagName("ip-plot");
    if (figures && plots.length === figures.nyquists.length + 1) [...plots].forEach((plot, i) => (plot.figure = figures.nyquists[i] ?? figures.bode));
  }

  /** A frequency that is pointed at changes none of the figures. */
  private prepare(): void {
    const from = [this.state, this.fits, texts.language];
    if (alike(from, this.madeFrom)) return;
    this.madeFrom = from;
    this.compute();
    this.figures = this.drawn && this.figuresOf(this.drawn);
  }

  protected override render(): unknown {
    const { drawn, figures, refusal } = this;
    return html`
      <div class="panes explore ${slice.of(this.state).layout}">
        <section class="panel" aria-label=${t("parameters")}><ip-follow .content=${() => this.panel()}></ip-follow></section>
        <section class="stage" aria-label=${t("spectra")}>
          ${refusal ? html`<ip-notice kind="error" .text=${refusal}></ip-notice>` : nothing}
          ${drawn && figures ? html`
            <ip-follow class="toolbar" .content=${() => this.toolbar()}></ip-follow>
            ${this.plots(figures, drawn.main)}
            ${this.mayProbe(drawn.main) ? html`<ip-follow class="probe" .content=${() => this.probe(drawn)}></ip-follow>` : nothing}
            <ip-follow class="where" .content=${() => this.where(drawn)}></ip-follow>` : nothing}
        </section>
        <section class="side ${this.state.data.length ? "with-data" : ""}" aria-label=${t("film-and-data")}>
          ${drawn ? html`
            <ip-follow .content=${() => this.film(drawn.main)}></ip-follow>
            <ip-follow .content=${() => this.beside(drawn.main)}></ip-follow>` : nothing}
        </section>
      </div>`;
  }

  // ---- left: preset and parameters

  private panel(): TemplateResult {
    const { preset, cell, locked, hidden } = this.state;
    const { presets, parameters } = this.known;
    const current = presets.find(({ id }) => id === preset);
    return html`
      <label class="stack preset"><span class="label">${t("cell")}</span>
        <select @change=${(e: Event) => this.choosePreset((e.target as HTMLSelectElement).value)}>
          ${presets.map(({ id, title }) => html`<option value=${id} .selected=${id === preset}>${texts.has(`preset-${id}`) ? t(`preset-${id}`) : saidText(title)}</option>`)}
        </select>
      </label>
      <p class="fine">${current ? said(current.note) : nothing}</p>
      <ip-parameters .parameters=${parameters} .cell=${shownCell(cell)} .origin=${shownCell(cellOf(this.known, preset))} .sources=${current?.sources ?? {}}
        .leading=${LEADING} .locked=${locked} .hiddenNames=${[...hidden, ...this.idle()]} @parameter=${this.parameter}></ip-parameters>`;
  }

  /** Parameters that this cell's spectrum at rest does not depend on. */
  private idle(): string[] {
    const { model, transport } = this.state.cell;
    return this.known.parameters.filter(({ name, group }) =>
      group === "current" || (group === "two-rail" && model !== "two-rail") || (name === "fixedResistanceOhmCm2" && transport !== "fixed"),
    ).map(({ name }) => name);
  }

  private choosePreset(preset: string): void {
    const { cell, locked } = this.state;
    // What a teacher has fixed stays, whatever the cell.
    const kept = Object.fromEntries(locked.flatMap((name) => (cell[name] === undefined ? [] : [[name, cell[name]]])));
    this.store.update({ preset, cell: { ...cellOf(this.known, preset), ...kept } });
    this.announce();
  }

  private readonly parameter = (event: CustomEvent<{ name: string; value: number | string; phase: "move" | "end" }>) => {
    const { name, value, phase } = event.detail;
    const cell = withParameter(this.state.cell, name, value);
    this.store.update({ cell }, { history: phase === "end" ? "push" : "replace" });
    if (phase === "end") this.announce();
  };

  private announce(): void {
    this.compute();
    if (this.drawn) this.say(plainText(this.sentence(this.drawn.main, this.drawn.other)));
  }

  // ---- middle: plots, the probe, where the resistance is

  private toolbar(): TemplateResult {
    const { compare, layout } = slice.of(this.state);
    const set = (patch: Parameters<typeof slice.patch>[1]) => this.store.update(slice.patch(this.state, patch));
    return html`
        <ip-choice .label=${t("compare")} .value=${compare}
          .options=${[{ value: "twin", label: t("compare-twin") }, { value: "lithium", label: t("compare-lithium") }, { value: "none", label: t("compare-none") }]}
          @choose=${(e: CustomEvent<{ value: string }>) => set({ compare: e.detail.value as "twin" })}></ip-choice>
        ${compare === "none" ? nothing : html`
          <ip-choice .label=${t("layout")} .value=${layout}
            .options=${[{ value: "overlaid", label: t("overlaid") }, { value: "split", label: t("split") }]}
            @choose=${(e: CustomEvent<{ value: string }>) => set({ layout: e.detail.value as "split" })}></ip-choice>`}
        ${this.state.data.length === 0 || (compare === "lithium" && layout === "overlaid") ? nothing : html`
          <ip-choice .label=${t("focus")} .value=${this.nyquistShows()}
            .options=${[{ value: "all", label: t("focus-all") }, { value: "data", label: t("focus-data") }]}
            @choose=${(e: CustomEvent<{ value: string }>) => set({ focus: e.detail.value as "all" })}></ip-choice>`}`;
  }

  private figuresOf({ main, other, ghost }: Drawn): Figures {
    const { compare, layout } = slice.of(this.state);
    // Real lithium is a thousand times smaller: only the shapes can be laid over each other.
    const normalised = compare === "lithium" && layout === "overlaid" && other !== undefined;
    const curve = (id: string, { simulation: { re, im, dcResistance }, accent, name }: Shown, dash: "solid" | "dashed"): Curve => ({
      id, label: name, tag: name, frequency: FREQUENCY, re, im, accent, dash, ...(normalised ? { over: dcResistance } : {}),
    });
    const mine = curve("main", main, "solid");
    const theirs = other ? [curve("other", other, "dashed")] : [];
    const shadow: Curve[] = ghost
      ? [{ id: "ghost", label: t("before"), frequency: FREQUENCY, re: ghost.re, im: ghost.im, accent: "ghost", listed: false, ...(normalised ? { over: ghost.dcResistance } : {}) }]
      : [];
    const data = this.dataCurves();
    const plain = normalised ? [] : data;
    const words = () => plainText(this.sentence(main, other));
    const near = plain.length > 0 && this.nyquistShows() === "data" ? this.dataSize() : undefined;
    const split = layout === "split" && other !== undefined;
    const size = Math.max(...[main.simulation, ghost, split ? undefined : other?.simulation].map((s) => s?.dcResistance ?? 0));
    const marks = (shown: Shown, size?: number) =>
      arcMarks(shown.simulation, shown.accent, (part) => t(processName(part, shown.cell)), size, normalised ? shown.simulation.dcResistance : 1);
    const nyquists: Figure[] = split
      ? [
          nyquist([...shadow, mine, ...plain], words, { marks: marks(main, size), insets: smallInset(main.simulation, main.name, size), title: t("nyquist-of", { name: main.name }), ...(near ? { near } : {}) }),
          nyquist([curve("main", other, "dashed")], words, { marks: marks(other), insets: smallInset(other.simulation, other.name, 0), title: t("nyquist-of", { name: other.name }) }),
        ]
      : [nyquist([...shadow, mine, ...theirs, ...plain], words, {
          marks: marks(main, normalised ? undefined : size), insets: normalised || near ? [] : smallInset(main.simulation, main.name, size), ...(near ? { near } : {}),
        })];
    return { nyquists, bode: bode([...shadow, mine, ...theirs, ...data], words) };
  }

  private plots({ nyquists, bode }: Figures, { simulation }: Shown): TemplateResult {
    const provenance = this.provenance(simulation.geometry);
    return html`
      <div class="plots" @plot-hover=${(e: CustomEvent<{ key?: number }>) => (this.hoverHz = e.detail.key)}>
        ${nyquists.map((figure, i) => html`<ip-plot name=${i > 0 ? "nyquist-other" : figure.x.unit ? "nyquist" : "shapes"} class="nyquist" .figure=${figure} .hoverKey=${this.hoverHz} .provenance=${provenance}></ip-plot>`)}
        <ip-plot name="bode" class="bode" .figure=${bode} .hoverKey=${this.hoverHz} .provenance=${provenance}></ip-plot>
      </div>`;
  }

  private nyquistShows(): "all" | "data" {
    const { focus } = slice.of(this.state);
    if (focus !== "auto") return focus;
    const size = this.dataSize();
    return size > 0 && this.drawn && size < SMALL * this.drawn.main.simulation.dcResistance ? "data" : "all";
  }
  /** How far the data reach along the real axis, Ω·cm². */
  private dataSize(): number {
    return Math.max(0, ...this.state.data.filter(({ hidden }) => !hidden).map((set) => perAreaOf(set).re.reduce((a, b) => Math.max(a, b), 0)));
  }

  private dataCurves(): Curve[] {
    return this.state.data.filter(({ hidden }) => !hidden).flatMap((set, i): Curve[] => {
      const { frequency, re, im, name } = perAreaOf(set);
      const accent = DATA_ACCENTS[i % DATA_ACCENTS.length]!;
      const points: Curve = { id: set.id, label: name || set.file, frequency, re, im, accent, kind: "points" };
      const pale = set.leftOut?.length ? [{ ...points, ...leftOutOf(set), id: `${set.id}-out`, label: t("left-out-of", { name: name || set.file }), listed: false, pale: true }] : [];
      const fit = this.fitOf(set, i);
      if (fit?.state !== "done") return [points, ...pale];
      return [points, ...pale, { id: `${set.id}-fit`, label: t("fit-of", { name: name || set.file }), accent: "fit", listed: false, ...fit.fit.fitted }];
    });
  }

  private fitOf(set: DataSet, index: number) {
    return index < FITTED_UNASKED ? arcFits.of(set, Number(this.state.cell["relativePermittivity"])) : undefined;
  }

  /** The experiment that tells the two apart: polysulfide, and what it does to each arc. */
  private probe({ main, other }: Drawn): TemplateResult {
    const added = Number(this.state.cell["polysulfideMolPerL"]) > 0;
    const answers = !added ? [] : (slice.of(this.state).compare === "twin" && other ? [main, other] : [main]).map((shown) => {
      const before = arcResistance(simulated(withPolysulfide(shown.cell, 0)));
      const after = arcResistance(shown.simulation);
      return { shown, before, after, factor: before / after };
    });
    const { locked } = this.state;
    return html`
          <button type="button" class=${added ? "plain" : "primary"} aria-pressed=${added ? "true" : "false"} ?disabled=${locked.includes("polysulfideMolPerL")} @click=${this.togglePolysulfide}>
            ${icon("drop")}<span>${t(added ? "polysulfide-remove" : "polysulfide-add")}</span></button>
          <ul class="answers" data-testid="polysulfide-answers">
            ${added ? answers.map(({ shown, before, after, factor }) => html`
              <li class=${shown.accent}><span><strong>${shown.name}</strong> ${quantity(before, "Ω·cm²")} → ${quantity(after, "Ω·cm²")}</span>
                <strong class="factor">${factor > 1.05 ? t("drop", { factor: factorText(factor) }) : t("no-drop")}</strong></li>`)
            : html`<li class="hint">${t(slice.of(this.state).compare === "twin" && other && sameSpectrum(main.simulation, other.simulation) ? "polysulfide-hint" : "polysulfide-hint-alone")}</li>`}
          </ul>`;
  }

  private mayProbe({ cell }: Shown): boolean {
    return !isBare(cell) && !this.state.hidden.includes("polysulfideMolPerL");
  }

  private where({ main, other }: Drawn): TemplateResult {
    return html`
        <ip-resistance-bar .label=${t("where-resistance")} .parts=${resistanceParts(main)} .active=${this.activePart(main)} @process-hover=${(e: CustomEvent<{ peakHz?: number }>) => (this.hoverHz = e.detail.peakHz)}></ip-resistance-bar>
        <p class="sentence" data-testid="sentence">${emphasised(this.sentence(main, other))}</p>
        ${behind(equationsBehind(main))}`;
  }

  private readonly togglePolysulfide = () => {
    const added = Number(this.state.cell["polysulfideMolPerL"]) > 0;
    this.store.update({ cell: { ...this.state.cell, polysulfideMolPerL: added ? 0 : POLYSULFIDE } });
    this.announce();
  };

  /** What is seen, in words. */
  private sentence({ simulation, cell }: Shown, other: Shown | undefined): string {
    const { compare } = slice.of(this.state);
    const part = (id: string) => simulation.parts.find((p) => p.name === id);
    const film = part("film"), surface = part("charge-transfer");
    const added = Number(cell["polysulfideMolPerL"]) > 0;
    const carrier = carrierOf(cell);
    const geometry = t(`geometry-${simulation.geometry}`);
    const process = isBare(cell) ? "bare" : added && carrier !== "ions" ? "polysulfide" : "reaction";
    const sentences: string[] = [];
    // Two arcs are two to the eye when neither is lost beside the other and their frequencies are apart.
    const filmHz = film?.peakHz, surfaceHz = surface?.peakHz;
    const two = film && surface && filmHz && surfaceHz && film.resistance > 0.1 * surface.resistance && surface.resistance > 0.1 * film.resistance &&
      Math.abs(Math.log10(filmHz / surfaceHz)) > 0.7;
    const arc = arcResistance(simulation);
    const main = arcParts(simulation).reduce((a, b) => (b.resistance > a.resistance ? b : a));
    if (isBare(cell) && !added) sentences.push(t("sentence-blocked"));
    else if (two) sentences.push(
      t("sentence-two", {
        geometry, resistance: quantity(arc, "Ω·cm²"), surface: quantity(surface.resistance, "Ω·cm²"), surfacePeak: quantity(surfaceHz, "Hz"),
        film: quantity(film.resistance, "Ω·cm²"), filmPeak: quantity(filmHz, "Hz"), process, carrier,
      }),
    );
    else {
      // What merges with another process has its top elsewhere.
      const peak = main.resistance > 0.9 * arc ? main.peakHz : (arcPeak(simulation) ?? main.peakHz);
      sentences.push(t("sentence-arc", {
        geometry, resistance: quantity(arc, "Ω·cm²"), peak: quantity(peak ?? NaN, "Hz"), process: main === surface ? process : added && carrier === "both" ? "shared" : "film",
      }));
      if (film && main === surface && film.resistance < 0.1 * arc) {
        sentences.push(t("sentence-film", { resistance: quantity(film.resistance, "Ω·cm²"), peak: quantity(filmHz ?? NaN, "Hz"), carrier }));
      }
    }
    if (other && compare === "twin") {
      sentences.push(t(added ? "sentence-apart" : sameSpectrum(simulation, other.simulation) ? "sentence-alike" : "sentence-unlike", { other: other.accent }));
    }
    if (other && compare === "lithium") {
      sentences.push(t("sentence-lithium", { resistance: quantity(arcResistance(other.simulation), "Ω·cm²") }));
    }
    return sentences.join(" ");
  }

  // ---- right: the film, notices, data

  private activePart({ simulation }: Shown): string | undefined {
    const at = this.hoverHz;
    if (at === undefined) return undefined;
    const loud = simulation.parts.filter(({ peakHz }) => peakHz !== undefined)
      .sort((a, b) => Math.abs(Math.log(a.peakHz! / at)) - Math.abs(Math.log(b.peakHz! / at)))[0];
    return loud && processOf(loud.name, this.state.cell);
  }

  /** One film by both laws: what the study's and the thermal one make of the same barrier. */
  private laws({ cell, simulation: { filmConductance: { simmons, wkb, thermionicShare } } }: Shown): TemplateResult | typeof nothing {
    if (isBare(cell) || cell["transport"] === "fixed") return nothing;
    return html`
      <dl class="facts laws">
        <dt>${t("law-simmons")}</dt><dd>${simmons === undefined ? t("law-failed") : quantity(1 / simmons, "Ω·cm²", 2)}</dd>
        <dt>${t("law-wkb", { temperature: quantity(Number(cell["temperatureK"]), "K") })}</dt><dd>${quantity(1 / wkb, "Ω·cm²", 2)}</dd>
        ${thermionicShare < 0.01 ? nothing : html`<dt>${t("law-thermionic")}</dt><dd>${t("percent", { value: Math.round(100 * thermionicShare) })}</dd>`}
      </dl>`;
  }

  private film(main: Shown): TemplateResult {
    return html`<ip-film-picture .film=${filmState(main, this.activePart(main))} @process-hover=${(e: CustomEvent<{ peakHz?: number }>) => (this.hoverHz = e.detail.peakHz)}></ip-film-picture>`;
  }

  private beside(main: Shown): TemplateResult {
    const { data } = this.state;
    const permittivity = Number(this.state.cell["relativePermittivity"]);
    return html`
      ${this.laws(main)}
      ${main.simulation.warnings.map((text) => html`<ip-notice kind="warning" .text=${text}></ip-notice>`)}
      <ip-file-drop></ip-file-drop>
      ${data.length === 0 ? nothing : html`
        <ip-data-list .sets=${data} .accents=${DATA_ACCENTS} .permittivity=${permittivity}
          .fits=${data.map((set, i) => (set.hidden ? undefined : this.fitOf(set, i)))}
          @data-change=${(e: CustomEvent<{ data: readonly DataSet[] }>) => this.store.update({ data: e.detail.data })}></ip-data-list>`}`;
  }
}

/** Whether two spectra are one to the eye: nowhere further apart than a hundredth. */
const sameSpectrum = (a: Simulation, b: Simulation): boolean =>
  a.re.every((re, i) => Math.hypot(re - b.re[i]!, a.im[i]! - b.im[i]!) <= 0.01 * Math.hypot(re, a.im[i]!));

/** Texts mark what counts with **stars**. */
const emphasised = (text: string) => text.split("**").map((piece, i) => (i % 2 ? html`<strong>${piece}</strong>` : piece));
const plainText = (text: string) => text.replaceAll("**", "");

const factorText = (factor: number) => (factor >= 100 ? String(Math.round(factor)) : quantity(factor, "", 2));

function processOf(part: string, cell: Cell): Process {
  switch (part) {
    case "film": return carriesElectrons(cell) ? "film-electrons" : "film-ions";
    case "inner-interface":
    case "outer-interface": return "film-ions";
    case "charge-transfer": return Number(cell["polysulfideMolPerL"]) > 0 && carrierOf(cell) !== "ions" ? "polysulfide" : "charge-transfer";
    case "pores": return "pores";
    case "electrolyte": return "electrolyte";
    default: return "diffusion";
  }
}

/** The message that names it: a film that lets both through is that of neither. */
const processName = (part: string, cell: Cell): string => (part === "film" && carrierOf(cell) === "both" ? "part-film" : `process-${processOf(part, cell)}`);

/** The equations of what is in the spectrum, in the order of the bar. */
function equationsBehind({ simulation, cell }: Shown): Behind[] {
  const film = cell["model"] === "two-rail" ? "two-rails" : cell["transport"] === "fixed" ? "film-resistance" : cell["transport"] === "wkb" ? "wkb" : "simmons-conductance";
  const of: { readonly [part: string]: string } = {
    film, electrolyte: "cell", "charge-transfer": "charge-transfer", pores: "pores", "pore-diffusion": "diffusion", "separator-diffusion": "diffusion",
    "inner-interface": "two-rails", "outer-interface": "two-rails",
  };
  const found = new Map<string, string>();
  for (const { name } of simulation.parts) {
    const process = processOf(name, cell), equation = process === "polysulfide" ? "polysulfide" : of[name];
    if (equation && !found.has(equation)) found.set(equation, processName(name, cell));
  }
  if (Number(cell["polysulfideMolPerL"]) > 0 && !isBare(cell)) found.set("disagreement-single-arc", "one-or-two");
  return [...found].map(([id, message]) => [id.startsWith("disagreement") ? id : `equation-${id}`, message] as const);
}

function resistanceParts({ simulation, cell }: Shown): ResistancePart[] {
  return simulation.parts.map(({ name, resistance, peakHz }) => {
    const id = processOf(name, cell);
    return {
      id, label: t(processName(name, cell)), resistance, text: quantity(resistance, "Ω·cm²"), ...(peakHz === undefined ? {} : { peakHz }),
    };
  });
}

function filmState({ cell, simulation }: Shown, active: string | undefined): FilmState {
  const film = simulation.parts.find(({ name }) => name === "film");
  const value = (name: string) => Number(cell[name]);
  const picture = pictureOf(cell);
  return {
    ...picture,
    current: "rest",
    polysulfide: Math.min(1, value("polysulfideMolPerL") / POLYSULFIDE),
    ...(active ? { active: active as Process } : {}),
    notes: {
      compact: [picture.notes?.compact, film ? quantity(film.resistance, "Ω·cm²", 2) : ""].filter(Boolean).join(" · "),
      porous: `${quantity(value("porousNm"), "nm")} · ${t("pores-share", { percent: Math.round(100 * value("porosity")) })}`,
    },
  };
}
