/** At rest: the arc of magnesium grows day after day, that of lithium levels out; what polysulfide would leave at any moment (Fig. 2). */
import { html, nothing, type TemplateResult } from "lit";
import { customElement } from "lit/decorators.js";
import { behind, type Behind } from "../../elements/behind";
import type { Figure, Mark, Series } from "../../elements/plot/types";
import { experiment, type Cell } from "../../engine";
import { quantity } from "../../state/format";
import { carrierOf } from "../../state/derived";
import { cellOf } from "../../state/link";
import { said } from "../../state/said";
import { t } from "../../state/texts";
import { pictureOf } from "../picture";
import { bode, type Curve } from "../spectra";
import { hourText, OperandoView, slice } from "./view";

const BEHIND: readonly Behind[] = [["equation-sites", "behind-sites"], ["equation-lithium", "behind-growth"], ["disagreement-hours", "behind-hours"]];
const MG = "mg-ocv", LI = "li-ocv";
const END_H = 72;
/** The study's arcs over time, h and Ω·cm²: Mg at the start and after 20 h (Fig. 2b), Li at the start and levelled out after 13 h (Fig. 2d). */
const STUDY = { x: [0, 20, 0, 13], y: [4e4, 4e5, 75, 150] };

const growth = (cell: Cell, grows: string, hours: number, points: number, spectraAtH: number[]) =>
  experiment("ocv-growth", { cell, grows: grows as "both", hours, points, spectraAtH });
type Growth = ReturnType<typeof growth>;
interface Both { readonly mg: Growth; readonly li: Growth }
const replay = (mg: Cell, li: Cell, grows: string, hours: number, points: number, spectraAtH: number[]): Both =>
  ({ mg: growth(mg, grows, hours, points, spectraAtH), li: growth(li, "reaction-sites", hours, points, spectraAtH) });

@customElement("ip-operando-rest")
export class Rest extends OperandoView {
  /** The whole time, and a run that ends at one moment, with its spectra: only this changes while it runs. */
  private done: { key: string; both: Both } | undefined;
  private now: { key: string; both: Both } | undefined;

  protected override render(): unknown {
    const { grows, place } = slice.of(this.state);
    const cells = { mg: this.withFilm(MG), li: cellOf(this.known, LI) };
    const hours = place * END_H;
    const key = JSON.stringify([cells.mg, grows]), nowKey = `${key} ${hours}`;
    if (this.done?.key !== key) this.done = this.attempt(() => ({ key, both: replay(cells.mg, cells.li, grows, END_H, 145, []) }));
    if (this.done && this.now?.key !== nowKey) {
      this.now = this.attempt(() => ({ key: nowKey, both: replay(cells.mg, cells.li, grows, Math.max(hours, 0.01), 2, [hours]) }));
    }
    const both = this.done?.both, moment = this.now?.both;
    if (!both || !moment) return this.frame(this.panel(), nothing, nothing);
    const { mg } = moment, now = hours > 0 ? 1 : 0;
    // Sites are what is left of the charge transfer's conductance.
    const activeSites = (mg.chargeTransferOhmCm2[0] ?? 1) / (mg.chargeTransferOhmCm2[now] ?? 1);
    const film = carrierOf(cells.mg);
    return this.frame(this.panel(), this.stage(both, moment, hours, now, film), this.pair([
      { kind: "anti-sei", name: t("rest-mg", { film }), film: pictureOf(cells.mg, { activeSites }) },
      { kind: "sei", name: t("rest-li"), film: pictureOf(cells.li) },
    ]));
  }

  private panel(): TemplateResult {
    return html`${this.head()}${this.filmSliders(this.withFilm(MG), cellOf(this.known, MG))}${this.growth()}`;
  }

  private stage(both: Both, moment: Both, hours: number, now: number, film: ReturnType<typeof carrierOf>): TemplateResult {
    const { mg, li } = moment, { grows } = slice.of(this.state);
    const arc = mg.arcResistanceOhmCm2[now] ?? NaN, left = mg.withPolysulfideOhmCm2[now] ?? NaN;
    const times = ([end, start = NaN]: readonly (number | undefined)[]) => (end ?? NaN) / start;
    const more = times([arc, mg.arcResistanceOhmCm2[0]]), stored = times([mg.capacitanceUfPerCm2[now], mg.capacitanceUfPerCm2[0]]);
    const through = left < arc / 2;
    const why = film === "ions" ? "ions" : now > 0 && grows !== "reaction-sites" ? grows : !through ? "little" : now > 0 ? "sites" : "fresh";
    const words = t("rest-sentence", {
      time: hourText(hours), mg: quantity(arc, "Ω·cm²"), peak: quantity(mg.peakHz[now] ?? NaN, "Hz"), capacitance: quantity(mg.capacitanceUfPerCm2[now] ?? NaN, "µF·cm⁻²"),
      li: quantity(li.arcResistanceOhmCm2[now] ?? NaN, "Ω·cm²"), left: quantity(left, "Ω·cm²"), why,
      // Only where both have grown is one of them the lesser growth.
      grown: more > 1.05 && stored >= 1 && stored - 1 < (more - 1) / 2 ? "yes" : "no",
    });
    return html`
      ${this.timeline(hours)}
      <div class="plots">
        <ip-plot name="rest-time" .figure=${this.overTime(both, hours, t("rest-mg", { film }), words)}></ip-plot>
        <ip-plot name="rest-spectra" .figure=${this.spectra(moment, t("rest-mg", { film }), words)}></ip-plot>
      </div>
      <p class="sentence" data-testid="rest-sentence">${words}</p>
      ${behind(BEHIND)}
      ${mg.notes.map((note) => html`<p class="fine">${said(note)}</p>`)}`;
  }

  private overTime({ mg, li }: Both, hours: number, name: string, summary: string): Figure {
    const line = (id: string, y: ArrayLike<number>, label: string, look: Pick<Series, "accent" | "dash">): Series =>
      ({ id, label, tag: label, kind: "line", x: mg.timeH, y, ...look });
    const marks: Mark[] = [{ kind: "line", id: "now", axis: "x", at: hours, accent: "ink" }];
    return {
      title: t("rest-over-time"), summary,
      x: { label: t("time-axis"), unit: "h", scale: "linear", domain: [0, END_H] },
      y: { label: t("arc-resistance"), symbol: "R", unit: "Ω·cm²", scale: "log", include: [50, 2e6] },
      series: [
        line("mg", mg.arcResistanceOhmCm2, name, { accent: "anti-sei", dash: "solid" }),
        line("left", mg.withPolysulfideOhmCm2, t("rest-left"), { accent: "warning", dash: "dotted" }),
        line("li", li.arcResistanceOhmCm2, t("rest-li"), { accent: "sei", dash: "dashed" }),
        { id: "paper", label: t("paper-values"), kind: "points", accent: "paper", symbol: "diamond", ...STUDY },
      ],
      marks, zoom: "x",
    };
  }

  private spectra({ mg, li }: Both, name: string, summary: string): Figure {
    const curves = ([[mg, "anti-sei", name], [li, "sei", t("rest-li")]] as const).flatMap(([{ spectra: [at] }, accent, label]): Curve[] =>
      at ? [{ id: accent, label, accent, dash: accent === "sei" ? "dashed" : "solid", frequency: at.frequency, re: at.re, im: at.im }] : []);
    return { ...bode(curves, summary), title: t("operando-spectra"), legend: "top" };
  }
}
