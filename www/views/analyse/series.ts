/** Series: one model through many spectra, in several workers; R, C and the peak over time, with their errors. */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import type { fitSeries } from "interphase";
import "../../elements/choice";
import type { Figure, Series as Line } from "../../elements/plot/types";
import type { Fit, Spectrum } from "../../engine";
import { perAreaOf } from "../../state/derived";
import { reasonOf, saidText } from "../../state/said";
import { t } from "../../state/texts";
import { run, runAll } from "../../workers/pool";
import { insideRange } from "./compared";
import { knownRows } from "./known-rows";
import { ACCENTS, Task } from "./task";
import { fitted } from "./values";
import { Work } from "./work";

/** What is followed as long as no circuit was typed. */
const ARC = "R0-p(R1,CPE1)";
/** Spectra a chunk; a worker comes back this often to say how far it is. */
const CHUNK = 25;

/** One arc through the series: a row for each spectrum, in order. Not a number where none could be fitted. */
interface Track { name: string; resistance: number[]; resistanceError: number[]; capacitance: number[]; capacitanceError: number[]; peak: number[]; peakError: number[] }
interface Trend { names: string[]; timeS?: number[]; by: "time" | "name"; tracks: Track[]; notes: string[] }
type Progress = (done: number, all: number) => void;

@customElement("ip-analyse-series")
export class SeriesTrend extends Task {
  private readonly work = new Work<Trend>(this);

  protected override render(): TemplateResult {
    const sets = this.sets.filter(({ hidden }) => !hidden);
    const { follow } = this.settings;
    const circuit = this.settings.circuit.trim() || ARC;
    if (sets.length < 2) return html`<ip-notice .text=${t("series-needs")}></ip-notice>`;
    const unlike = this.unlike(sets);
    if (unlike) return unlike;
    // The study's arc is fitted in its range; of a circuit nothing else may know of points outside.
    const spectra = sets.map(follow === "circuit" ? insideRange : perAreaOf);
    const ranges = sets.map(({ range }) => range);
    const key = [follow, follow === "circuit" ? circuit : "", this.permittivity, ...ranges];
    const work = this.work.ask(spectra, key, (signal, progress) => trend(spectra, ranges, follow === "circuit" ? circuit : undefined, signal, progress));
    const { value } = work;
    return html`
      <div class="toolbar"><ip-choice .label=${t("series-follow")} .value=${follow}
        .options=${[{ value: "arc", label: t("series-arc") }, { value: "circuit", label: t("series-circuit", { circuit }) }]}
        @choose=${(e: CustomEvent<{ value: string }>) => this.give({ follow: e.detail.value as "arc" })}></ip-choice></div>
      ${this.progress(work)}
      ${value ? this.answer(value) : nothing}`;
  }

  private answer(value: Trend): TemplateResult {
    const { tracks, names, notes } = value;
    const first = tracks[0];
    const words = first ? this.sentence(first, names.length) : t("series-no-arc");
    const drawn = figure(value, words);
    return html`
      <div class="plots one tall"><ip-plot name=${["series", drawn.x.unit].filter(Boolean).join("-")} .figure=${drawn} .provenance=${this.provenance}></ip-plot></div>
      <p class="sentence" data-testid="series-sentence">${words}</p>
      <p class="fine">${t(value.by === "time" ? "series-by-time" : "series-by-name")}</p>
      ${notes.length === 0 ? nothing : html`<details><summary>${t("series-notes", { count: notes.length })}</summary>${this.warnings(notes.slice(0, 50))}</details>`}`;
  }

  /** From the first resistance that the data tell to the last one. */
  private sentence({ resistance, resistanceError }: Track, count: number): string {
    const rows = knownRows(resistance, resistanceError);
    const value = (row: number) => fitted(resistance[row]!, resistanceError[row]!, "Ω·cm²");
    const unknown = count - rows.length;
    const parts = rows.length < 2 ? [] : [t("series-sentence", { count: rows.length, from: value(rows[0]!), to: value(rows.at(-1)!) })];
    return [...parts, ...(unknown ? [t("series-unknown", { count: unknown })] : [])].join(" ") || t("series-no-arc");
  }
}

async function trend(spectra: Spectrum[], ranges: (readonly [number, number] | undefined)[], circuit: string | undefined, signal: AbortSignal, progress: Progress): Promise<Trend> {
  // Times inside one file are since its first spectrum; between files the engine asks for the moment each began.
  const timed = spectra.every(({ timeS }) => timeS !== undefined) && !spectra.every(({ meta }) => meta["started"]);
  const { order, timeS, by } = timed
    ? (() => {
        const order = spectra.map((_, i) => i).sort((a, b) => spectra[a]!.timeS! - spectra[b]!.timeS!);
        return { order, timeS: order.map((i) => spectra[i]!.timeS!), by: "time" as const };
      })()
    : await run("orderSeries", [spectra], { signal });
  const sorted = order.map((i) => spectra[i]!);
  const found = circuit === undefined
    ? await arcs(sorted, order.map((i) => ranges[i]), signal, progress)
    : await circuits(circuit, sorted, signal, progress);
  return { names: sorted.map(({ name }) => name), by, ...(timeS ? { timeS: [...timeS] } : {}), ...found };
}

const empty = (name: string, count: number): Track => {
  const column = () => Array.from({ length: count }, () => NaN);
  return { name, resistance: column(), resistanceError: column(), capacitance: column(), capacitanceError: column(), peak: column(), peakError: column() };
};

/** The study's arc in each. */
async function arcs(spectra: Spectrum[], ranges: (readonly [number, number] | undefined)[], signal: AbortSignal, progress: Progress): Promise<Pick<Trend, "tracks" | "notes">> {
  const track = empty("R ‖ CPE", spectra.length);
  const notes: string[] = [];
  const calls = spectra.map((spectrum, i): [Spectrum, { range?: [number, number] }] => {
    const range = ranges[i];
    return [spectrum, range ? { range: [range[0], range[1]] } : {}];
  });
  progress(0, calls.length);
  const answers = await runAll("fitArc", calls, { signal, progress });
  signal.throwIfAborted();
  answers.forEach((answer, i) => {
    const name = spectra[i]!.name;
    if (answer.status === "rejected") return notes.push(`${name}: ${reasonOf(answer.reason)}`);
    const fit = answer.value;
    track.resistance[i] = fit.arcResistance;
    track.resistanceError[i] = fit.arcResistanceError;
    track.capacitance[i] = fit.capacitance;
    track.capacitanceError[i] = fit.capacitanceError;
    track.peak[i] = fit.peakFrequency;
    track.peakError[i] = fit.peakFrequencyError;
    return notes.push(...fit.warnings.map((warning: Fit["warnings"][number]) => `${name}: ${saidText(warning)}`));
  });
  return { tracks: [track], notes };
}

/** Every arc of a circuit; cut into chunks, the answer is the same however it is cut. */
async function circuits(circuit: string, spectra: Spectrum[], signal: AbortSignal, progress: Progress): Promise<Pick<Trend, "tracks" | "notes">> {
  const places = await run("seriesSeedPlaces", [spectra.length], { signal });
  const seeds = await run("seriesSeeds", [circuit, Array.from(places, (i) => spectra[i]!)], { signal });
  const chunks = Array.from({ length: Math.ceil(spectra.length / CHUNK) }, (_, i) => spectra.slice(i * CHUNK, (i + 1) * CHUNK));
  progress(0, chunks.length);
  const answers = await runAll("fitSeries", chunks.map((chunk): [string, Spectrum[], typeof seeds] => [circuit, chunk, seeds]), { signal, progress });
  signal.throwIfAborted();
  const tracks = new Map<string, Track>();
  const notes: string[] = [];
  answers.forEach((answer, chunk) => {
    if (answer.status === "rejected") throw answer.reason;
    const fits: ReturnType<typeof fitSeries> = answer.value;
    const first = chunk * CHUNK;
    const name = (index: number) => spectra[first + index]!.name;
    for (const arc of fits.arcs) {
      const track = tracks.get(arc.name) ?? empty(arc.name, spectra.length);
      tracks.set(arc.name, track);
      fits.index.forEach((index, row) => {
        const at = first + index;
        track.resistance[at] = arc.resistance[row]!;
        track.resistanceError[at] = arc.resistanceError[row]!;
        track.capacitance[at] = arc.capacitance[row]!;
        track.capacitanceError[at] = arc.capacitanceError[row]!;
        track.peak[at] = arc.peakFrequency[row]!;
        track.peakError[at] = arc.peakFrequencyError[row]!;
      });
    }
    for (const { index, warnings } of fits.warnings) notes.push(...warnings.map((warning) => `${name(index)}: ${saidText(warning)}`));
    for (const { index, message } of fits.failed) notes.push(`${name(index)}: ${saidText(message)}`);
  });
  return { tracks: [...tracks.values()], notes };
}

/** R, C and the peak in three panels over one axis. */
function figure({ tracks, timeS, names }: Trend, summary: string): Figure {
  const last = timeS?.at(-1) ?? 0;
  const [second, unit] = last >= 7200 ? [3600, "h"] : last >= 120 ? [60, "min"] : [1, "s"];
  const x = timeS ? timeS.map((time) => time / second) : names.map((_, i) => i + 1);
  const panels = [["resistance", "resistanceError"], ["capacitance", "capacitanceError"], ["peak", "peakError"]] as const;
  return {
    title: t("series-title"), summary,
    x: timeS ? { label: t("series-time"), unit, scale: "linear" } : { label: t("series-number"), scale: "linear" },
    y: [
      { label: "", symbol: "R", unit: "Ω·cm²", scale: "log" },
      { label: "", symbol: "C", unit: "F·cm⁻²", scale: "log" },
      { label: "", symbol: "f", unit: "Hz", scale: "log" },
    ],
    series: tracks.flatMap((track, i): Line[] => panels.map(([what, error], panel) => ({
      id: `arc-${i + 1}-${what}`, label: track.name, kind: "both", accent: ACCENTS[i % ACCENTS.length]!, x, y: track[what], errorY: track[error], panel,
      ...(panel > 0 ? { listed: false } : {}),
    }))),
    legend: tracks.length > 1 ? "top" : "none", zoom: "x",
  };
}

declare global {
  interface HTMLElementTagNameMap { "ip-analyse-series": SeriesTrend }
}
