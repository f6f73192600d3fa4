/** `<ip-plot>`: draws a `Figure`, lets people read, zoom and take hold of it, and says what they did. */
import { html, nothing, svg, type PropertyValues, type TemplateResult } from "lit";
import { number, prefixFor, quantity, takesPrefix } from "../../state/format";
import type { Sight } from "../../state/store";
import { t, texts } from "../../state/texts";
import { Element } from "../element";
import { pace } from "../pace";
import { dashOf, drawFigure, handlePlace, legendHeight, listed, samplePaths, SAMPLE, type DrawnSeries, type Places } from "./draw";
import { makeFrame, yAxes, zoomable, zoomed, type Frame } from "./frame";
import { listenTo } from "./gestures";
import { Ink } from "./ink";
import type { Occupied } from "./labels";
import { nearestKey, nearestPoint } from "./nearest";
import { tableOf, type Table } from "./table";
import type { Axis, Figure, Handle, PlotEvents, Provenance, Series } from "./types";

let count = 0;
/** Pixels within which a point is under the pointer. */
const REACH = 36;

interface Place { series: string; index: number }

export class Plot extends Element {
  protected override get follows(): boolean {
    return this.ink !== undefined;
  }
  static override properties = {
    figure: { attribute: false }, hoverKey: { attribute: false }, sight: { attribute: false }, provenance: { attribute: false },
    name: {}, print: { type: Boolean, reflect: true },
  };
  declare figure: Figure | undefined;
  /** Shows in every keyed series the point nearest to this key: what another figure is being asked. */
  declare hoverKey: number | undefined;
  /** What the figure is in its view: what was chosen to be seen belongs to this name. */
  declare name: string | undefined;
  /** What of it to show; undefined for everything. A reader's hand changes it and says so by "plot-sight". */
  declare sight: Sight | undefined;
  declare provenance: Provenance | undefined;
  /** Still, with the legend inside the drawing: for export and paper. */
  declare print: boolean;

  private readonly uid = `ip${++count}`;
  private frame: Frame | undefined;
  /** Language and letters that the frame was made for. */
  private letters = "";
  private drawn: DrawnSeries[] = [];
  private occupied: Occupied | undefined;
  private ink: Ink | undefined;
  private hoverInk: Ink | undefined;
  /** Whether a point is shown as pointed at, and whether there are handles. */
  private hovered = false;
  private handled = false;
  private readonly places: Places = { labels: new Map(), tags: new Map() };
  private at: Place | undefined;
  private pointer: { x: number; y: number } | undefined;
  private box = { width: 0, height: 0, size: 12, family: "sans-serif" };
  private observer: ResizeObserver | undefined;
  private silence: (() => void) | undefined;
  private hoverFrame = 0;
  private spoken = 0;

  constructor() {
    super();
    this.print = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    if (this.hasUpdated) this.watch();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.observer?.disconnect();
    this.silence?.();
    cancelAnimationFrame(this.hoverFrame);
    clearTimeout(this.spoken);
  }

  private get stage(): HTMLElement {
    return this.querySelector<HTMLElement>(".ip-stage")!;
  }

  /** Series of which the legend tells; none where there is nothing to tell apart. */
  private get entries(): Series[] {
    const entries = this.figure && this.figure.legend !== "none" ? listed(this.figure) : [];
    return entries.length < 2 ? [] : entries;
  }

  /** Ids of series switched off, as far as they can be switched on again. */
  private get off(): ReadonlySet<string> {
    return new Set(this.sight?.off && this.entries.length > 0 ? this.sight.off : []);
  }

  /** While a hand moves something a new figure is drawn at once; labels find better places, and words follow, when there is time. */
  override requestUpdate(...change: Parameters<Element["requestUpdate"]>): void {
    super.requestUpdate(...change);
    if (change[0] === "figure" && pace.moving && this.ink && !this.print) this.draw(true);
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    if (changed.has("figure")) this.asked.clear();
    if (changed.has("name")) this.emit("plot-named", undefined);
  }

  protected override render(): TemplateResult | typeof nothing {
    const { figure } = this;
    if (!figure) return nothing;
    const { off, entries } = this;
    return html`
      ${this.print ? nothing : html`<div class="ip-head">
        ${entries.length === 0 ? html`<span class="ip-legend"></span>` : html`<div class="ip-legend" role="group" aria-label=${t("figure-legend")}>
          ${entries.map((s) => html`<button type="button" class="ip-key a-${s.accent}" aria-pressed=${off.has(s.id) ? "false" : "true"} @click=${() => this.toggle(s.label)}>
            <svg width=${SAMPLE} height="12" viewBox="0 -6 ${SAMPLE} 12" aria-hidden="true">${sample(samplePaths(s), dashOf(s.accent, s.dash))}</svg>${s.label}</button>`)}
        </div>`}
        ${this.sight?.range ? html`<button type="button" class="ip-reset" @click=${this.reset}>${t("figure-reset")}</button>` : nothing}
        <ip-figure-menu .source=${this} .tableShown=${this.sight?.table === true} @figure-table=${() => this.see({ table: !this.sight?.table })}></ip-figure-menu>
      </div>`}
      <div class="ip-stage" role="application" tabindex=${this.print ? -1 : 0} aria-roledescription=${t("figure-plot-role")}
        aria-label="${figure.title}. ${figure.summary}" aria-describedby="${this.uid}-keys" @keydown=${this.onKey} @blur=${() => this.leave()}>
        <svg class="ip-figure" aria-hidden="true" focusable="false"></svg>
        <svg class="ip-hover" aria-hidden="true" focusable="false"></svg>
        <div class="ip-handles"></div>
        <div class="ip-readout" aria-hidden="true" hidden></div>
      </div>
      ${this.sight?.table ? html`<ip-data-table .table=${this.table}></ip-data-table>` : nothing}
      <span id="${this.uid}-keys" hidden>${t("figure-keys")}</span>
      <p class="ip-spoken" aria-live="polite"></p>`;
  }

  protected override firstUpdated(): void {
    if (this.figure) this.watch();
  }

  private watch(): void {
    this.observer?.disconnect();
    this.silence?.();
    // The first drawing is a task of its own: several plots that come at once do not hold up the page together.
    const first = !this.box.width && !this.print;
    this.observer = new ResizeObserver(() => {
      if (!this.measure()) return;
      if (first && !this.ink) setTimeout(() => this.draw());
      else this.draw();
    });
    this.observer.observe(this.stage);
    if (this.print) return;
    this.silence = listenTo(this.stage, {
      hover: (x, y) => {
        this.pointer = { x, y };
        this.hoverFrame ||= requestAnimationFrame(() => {
          this.hoverFrame = 0;
          if (this.pointer) this.seek(this.pointer.x, this.pointer.y);
        });
      },
      leave: () => this.leave(),
      pan: (dx, dy) => this.move(1, 0, 0, dx, dy),
      zoom: (factor, x, y) => this.move(factor, x, y),
      click: (x, y) => {
        this.seek(x, y);
        if (this.at) this.pick();
      },
      reset: this.reset,
      // Where the page itself scrolls, the wheel is the page's until the plot has the focus.
      mayZoom: () => this.figure?.zoom !== "none" && (this.contains((this.getRootNode() as Document | ShadowRoot).activeElement) || document.documentElement.scrollHeight <= innerHeight + 2),
      isZoomed: () => this.sight?.range !== undefined,
    });
  }

  /** Reads the size and the font; true when they changed. */
  private measure(): boolean {
    const { clientWidth: width, clientHeight: height } = this.stage;
    const style = getComputedStyle(this.stage);
    const size = parseFloat(style.fontSize) || 12;
    const changed = width !== this.box.width || height !== this.box.height || size !== this.box.size || style.fontFamily !== this.box.family;
    this.box = { width, height, size, family: style.fontFamily };
    return changed;
  }

  protected override updated(changed: PropertyValues<this>): void {
    if (!this.figure) return;
    if (!this.observer) this.watch();
    if (changed.size === 1 && changed.has("hoverKey")) {
      this.drawHover();
      return;
    }
    if (this.print) this.measure();
    // Until the observer has told the size there is nothing to draw on.
    if (this.print || this.ink) this.draw();
  }

  /** Draws anew, for instance after the theme's fonts changed. `steady`: labels keep their places. */
  draw(steady = false): void {
    const { figure, box } = this;
    if (!figure || box.width < 40 || box.height < 40) return;
    const hidden = this.off;
    this.ink ??= new Ink(this.querySelector<SVGSVGElement>(".ip-figure")!);
    const legend = this.print ? legendHeight(figure, { ...box, hidden }, box.width - box.size * 6) : 0;
    const letters = [texts.language, box.size, box.family].join();
    this.frame = makeFrame(figure, hidden, { ...box, legendHeight: legend }, this.sight?.range, letters === this.letters ? this.frame : undefined, steady);
    this.letters = letters;
    ({ drawn: this.drawn, occupied: this.occupied } = drawFigure(this.ink, figure, this.frame, { ...box, uid: this.uid, hidden, places: this.places, before: this.drawn, steady, legend: this.print }));
    if (this.print) return;
    this.placeHandles();
    this.drawHover();
  }

  /** The drawing, for export. */
  get drawing(): SVGSVGElement | null {
    return this.querySelector(".ip-figure");
  }

  get figureTitle(): string {
    return this.figure?.title ?? "";
  }
  get figureSummary(): string {
    return this.figure?.summary ?? "";
  }
  get table(): Table | undefined {
    return this.figure && tableOf(this.figure, this.off);
  }
  /** Arcs are half as high as wide; a tall panel would print empty paper. */
  get printRatio(): number | undefined {
    return this.figure?.equalAspect && !this.sight?.range ? 0.72 : undefined;
  }
  forPrint(): Plot {
    const copy = new Plot();
    copy.print = true;
    // The setting before is of the moment: nothing would say on paper what it is.
    copy.figure = this.figure && { ...this.figure, series: this.figure.series.filter((s) => s.accent !== "ghost") };
    copy.sight = this.sight;
    return copy;
  }

  private say<K extends keyof PlotEvents>(type: K, detail: PlotEvents[K]["detail"]): void {
    this.emit(type, detail);
  }

  private toggle(label: string): void {
    const same = this.figure!.series.filter((s) => s.label === label).map(({ id }) => id);
    const { off } = this;
    const others = [...off].filter((id) => !same.includes(id));
    this.see({ off: off.has(same[0]!) ? others : [...others, ...same] });
  }

  // ---- what is seen of it

  private see(change: Sight): void {
    const { range, off, table } = { ...this.sight, ...change };
    const sight: Sight = { ...(range ? { range } : {}), ...(off?.length ? { off } : {}), ...(table ? { table } : {}) };
    this.sight = Object.keys(sight).length > 0 ? sight : undefined;
    this.say("plot-sight", { sight: this.sight });
  }

  private readonly reset = (): void => {
    if (this.sight?.range) this.see({ range: undefined });
  };

  private move(factor: number, px: number, py: number, dx = 0, dy = 0): void {
    const { frame, figure } = this;
    if (!frame || !figure || figure.zoom === "none") return;
    const axes = yAxes(figure);
    const mode = figure.zoom ?? (axes.length > 1 ? "x" : "xy");
    const x = zoomed(frame.x, figure.x.reversed, factor, px, dx);
    const y = mode === "x" ? [] : frame.panels.map((p, i) => zoomed(p.y, axes[i]!.reversed, factor, py, dy));
    if (zoomable(figure.x, x) && y.every((d, i) => zoomable(axes[i]!, d))) this.see({ range: { x, y } });
  }

  // ---- reading points

  private seek(px: number, py: number): void {
    const { frame, figure } = this;
    if (!frame || !figure) return;
    const along = !figure.equalAspect && (yAxes(figure).length > 1 || figure.series.some((s) => s.kind === "line" && s.x.length > 20));
    let best: Place | undefined, least = REACH;
    if (px >= frame.left - 8 && px <= frame.right + 8 && py >= frame.top - 8 && py <= frame.bottom + 8) {
      for (const { series, panel, px: x, py: y } of this.drawn) {
        if (series.listed === false || series.kind === "band" || (frame.panels.length > 1 && (py < panel.top - 8 || py > panel.bottom + 8))) continue;
        const { index, distance } = nearestPoint(x, y, px, py, along);
        if (distance < least) {
          least = distance;
          best = { series: series.id, index };
        }
      }
    }
    this.go(best);
  }

  private go(place: Place | undefined): void {
    if (place?.series === this.at?.series && place?.index === this.at?.index) return;
    this.at = place;
    const key = this.keyAt(place);
    this.say("plot-hover", place ? { ...place, ...(key === undefined ? {} : { key }) } : {});
    this.drawHover();
  }

  private leave(): void {
    this.pointer = undefined;
    this.go(undefined);
  }

  private keyAt(place: Place | undefined): number | undefined {
    return place && this.figure?.series.find((s) => s.id === place.series)?.key?.[place.index];
  }

  private pick(): void {
    const key = this.keyAt(this.at);
    this.say("plot-pick", { ...this.at, ...(key === undefined ? {} : { key }) });
  }

  private drawHover(): void {
    const { frame, figure } = this;
    const key = this.at ? this.keyAt(this.at) : this.hoverKey;
    if (!this.at && key === undefined && !this.hovered) return;
    const root = this.querySelector<SVGSVGElement>(".ip-hover"), readout = this.querySelector<HTMLElement>(".ip-readout");
    if (!frame || !figure || !root || !readout) return;
    const ink = (this.hoverInk ??= new Ink(root));
    ink.begin(frame.width, frame.height);
    const points: { entry: DrawnSeries; index: number; own: boolean }[] = [];
    for (const entry of this.drawn) {
      const { series } = entry;
      const own = this.at?.series === series.id;
      if (series.listed === false || series.kind === "band") continue;
      const index = own ? this.at!.index : key !== undefined && series.key ? nearestKey(series.key, key) : -1;
      if (index >= 0 && index < entry.px.length) points.push({ entry, index, own });
    }
    const inside = points.filter(({ entry, index }) => {
      const x = entry.px[index]!, y = entry.py[index]!;
      return x >= frame.left - 1 && x <= frame.right + 1 && y >= entry.panel.top - 1 && y <= entry.panel.bottom + 1;
    });
    const lead = inside.find((p) => p.own) ?? inside[0];
    if (lead && !figure.equalAspect) {
      const x = Math.round(lead.entry.px[lead.index]!) + 0.5;
      ink.put("rule", "path", { d: frame.panels.map((p) => `M${x},${p.top}V${p.bottom}`).join(""), class: "ip-rule" });
    }
    for (const { entry, index, own } of inside) {
      ink.put(`p:${entry.series.id}`, "circle", { cx: entry.px[index]!, cy: entry.py[index]!, r: own ? 5 : 4, class: `ip-dot a-${entry.series.accent}${own ? " ip-own" : ""}` });
    }
    ink.end();
    this.hovered = lead !== undefined;
    readout.hidden = !lead;
    if (!lead) return;
    this.fillReadout(readout, figure, points, lead, key);
    // Where there is no legend the row over the plot is free for it.
    const over = figure.legend === "none";
    readout.classList.toggle("ip-over", over);
    if (over) readout.style.transform = "";
    else this.placeReadout(readout, frame, lead.entry.px[lead.index]!, figure.equalAspect ? lead.entry.py[lead.index]! : undefined);
  }

  /** Near the point, but not on curves or labels: in a corner of the frame if that is freer. */
  private placeReadout(readout: HTMLElement, frame: Frame, x: number, y: number | undefined): void {
    const width = readout.offsetWidth, height = readout.offsetHeight;
    const places: [number, number][] = [];
    for (const left of [x + 14, x - 14 - width]) for (const top of y === undefined ? frame.panels.flatMap((p) => [p.top + 4, p.bottom - height - 4]) : [y - height - 12, y + 14]) places.push([left, top]);
    for (const left of [frame.left + 6, frame.right - width - 6]) for (const top of [frame.top + 4, frame.bottom - height - 6]) places.push([left, top]);
    let best: [number, number] = places[0]!, least = Infinity;
    for (const [left, top] of places) {
      const far = Math.hypot(left + width / 2 - x, y === undefined ? 0 : top + height / 2 - y);
      const cost = (this.occupied?.cost({ x: left, y: top, width, height }) ?? 0) * 12 + far * 0.25 + (left < x && left + width > x && y === undefined ? 200 : 0);
      if (cost < least) {
        least = cost;
        best = [left, top];
      }
    }
    const left = Math.max(0, Math.min(frame.width - width, best[0])), top = Math.max(0, Math.min(frame.height - height, best[1]));
    readout.style.transform = `translate(${Math.round(left)}px,${Math.round(top)}px)`;
  }

  private fillReadout(readout: HTMLElement, figure: Figure, points: { entry: DrawnSeries; index: number; own: boolean }[], lead: { entry: DrawnSeries; index: number }, key: number | undefined): void {
    const { series } = lead.entry;
    const head = key !== undefined && series.key ? quantity(series.key[lead.index]!, figure.key?.unit ?? "") : value(figure.x, series.x[lead.index]!);
    // One line a curve; its values in several panels side by side.
    const rows = new Map<string, { accent: string; values: string[] }>();
    for (const { entry, index } of points) {
      const { series: s } = entry;
      const row = rows.get(s.label) ?? { accent: s.accent, values: [] };
      row.values.push(figure.equalAspect ? both(figure.x, s.x[index]!, entry.panel.axis, s.y[index]!) : value(entry.panel.axis, s.y[index]!));
      rows.set(s.label, row);
    }
    // Curves that agree to the last digit shown share a line.
    const merged = new Map<string, { names: string[]; accent: string }>();
    for (const [name, { accent, values }] of rows) {
      const text = values.join(" · "), same = merged.get(text);
      if (same) same.names.push(name);
      else merged.set(text, { names: [name], accent });
    }
    const lines: HTMLElement[] = [line("ip-head-line", head)];
    for (const [text, { names, accent }] of [...merged].slice(0, 5)) {
      lines.push(line(names.length > 1 ? "a-ink" : `a-${accent}`, `${rows.size > 1 ? `${names.join(" = ")}  ` : ""}${text}`));
    }
    readout.replaceChildren(...lines);
  }

  /** A point in words, for the live region. */
  private inWords(place: Place): string {
    const figure = this.figure!;
    const series = figure.series.find((s) => s.id === place.series)!;
    const y = yAxes(figure)[series.panel ?? 0]!;
    const parts = [series.label, series.key ? `${figure.key?.label ?? ""} ${quantity(series.key[place.index]!, figure.key?.unit ?? "")}` : "",
      series.key && !figure.equalAspect ? "" : `${figure.x.symbol ?? figure.x.label} ${value(figure.x, series.x[place.index]!)}`,
      `${y.symbol ?? y.label} ${value(y, series.y[place.index]!)}`];
    return parts.filter(Boolean).join(", ");
  }

  private speak(text: string): void {
    clearTimeout(this.spoken);
    this.spoken = window.setTimeout(() => {
      const region = this.querySelector(".ip-spoken");
      if (region) region.textContent = text;
    }, 120);
  }

  private readonly onKey = (event: KeyboardEvent): void => {
    if (event.target !== this.stage || event.altKey || event.ctrlKey || event.metaKey) return;
    const { frame } = this;
    if (!frame) return;
    const middle = [(frame.left + frame.right) / 2, (frame.top + frame.bottom) / 2] as const;
    const step = 40;
    const arrows: Record<string, [number, number]> = { ArrowLeft: [1, 0], ArrowRight: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1] };
    const arrow = arrows[event.key];
    if (arrow && event.shiftKey) this.move(1, 0, 0, arrow[0] * step, arrow[1] * step);
    else if (event.key === "+" || event.key === "=") this.move(1.25, ...middle);
    else if (event.key === "-") this.move(0.8, ...middle);
    else if (event.key === "0") this.reset();
    else if (event.key === "Escape" && this.at) this.leave();
    else if (event.key === "Enter" && this.at) this.pick();
    else if (arrow) this.read(-arrow[0], -arrow[1]);
    else if (event.key === "Home" || event.key === "End") this.read(event.key === "Home" ? -Infinity : Infinity, 0);
    else return;
    event.preventDefault();
    event.stopPropagation();
  };

  /** Moves the reading point along its curve, or to another curve. */
  private read(along: number, across: number): void {
    const readable = this.drawn.filter((d) => d.series.listed !== false && d.series.kind !== "band" && d.px.length > 0);
    if (!readable.length) return;
    let which = readable.findIndex((d) => d.series.id === this.at?.series);
    let index = this.at?.index ?? -1;
    if (which < 0) which = index = 0;
    else if (across) {
      const key = this.keyAt(this.at);
      which = (which + across + readable.length) % readable.length;
      const keys = readable[which]!.series.key;
      if (key !== undefined && keys) index = nearestKey(keys, key);
    } else index += readable[which]!.px[0]! > readable[which]!.px[readable[which]!.px.length - 1]! && Number.isFinite(along) ? -along : along;
    const { series, px } = readable[which]!;
    const place = { series: series.id, index: Math.min(px.length - 1, Math.max(0, index)) };
    this.go(place);
    this.speak(this.inWords(place));
  }

  // ---- handles

  private placeHandles(): void {
    const { frame, figure } = this;
    const handles = figure?.handles ?? [];
    if (!frame || (handles.length === 0 && !this.handled)) return;
    this.handled = handles.length > 0;
    const home = this.querySelector<HTMLElement>(".ip-handles")!;
    const kept = new Map([...home.children].map((child) => [(child as HTMLElement).dataset["id"]!, child as HTMLElement]));
    for (const handle of handles) {
      const panel = frame.panels[Math.min(handle.panel ?? 0, frame.panels.length - 1)]!;
      let node = kept.get(handle.id);
      kept.delete(handle.id);
      if (!node) {
        node = document.createElement("div");
        node.dataset["id"] = handle.id;
        node.tabIndex = 0;
        node.setAttribute("role", "slider");
        node.addEventListener("pointerdown", (event) => this.take(event, handle.id));
        node.addEventListener("keydown", (event) => this.nudge(event, handle.id));
        home.append(node);
      }
      const bar = handle.shape === "bar";
      node.className = `ip-handle ${bar ? `ip-bar-${handle.moves}` : "ip-knob"}${handle.shape === "dot" ? " ip-small-knob" : ""}${handle.lean ? " ip-leans" : ""} a-${handle.accent ?? "ink"}`;
      const { x, y, foot } = handlePlace(handle, frame);
      const left = bar && handle.moves === "y" ? frame.left : x, top = bar && handle.moves === "x" ? panel.top : y;
      node.style.transform = `translate(${left.toFixed(1)}px,${top.toFixed(1)}px)`;
      if (foot) {
        node.style.setProperty("--stem", `${Math.hypot(foot.x - x, foot.y - y).toFixed(1)}px`);
        node.style.setProperty("--towards", `${Math.atan2(foot.y - y, foot.x - x).toFixed(3)}rad`);
      }
      if (bar) node.style.setProperty("--length", `${handle.moves === "x" ? panel.bottom - panel.top : frame.right - frame.left}px`);
      const now = handle.moves === "y" ? handle.y : handle.x;
      const bounds = handle.moves === "y" ? handle.boundsY ?? panel.y.domain : handle.boundsX ?? frame.x.domain;
      const set = (name: string, text: string): void => {
        if (node.getAttribute(name) !== text) node.setAttribute(name, text);
      };
      set("aria-label", handle.label);
      set("aria-valuenow", String(now));
      set("aria-valuemin", String(bounds[0]));
      set("aria-valuemax", String(bounds[1]));
      set("aria-orientation", handle.moves === "y" ? "vertical" : "horizontal");
      set("aria-valuetext", handle.valueText ?? [handle.moves === "y" ? "" : value(figure!.x, handle.x), handle.moves === "x" ? "" : value(panel.axis, handle.y)].filter(Boolean).join(", "));
    }
    for (const node of kept.values()) node.remove();
  }

  private handle(id: string): Handle | undefined {
    return this.figure?.handles?.find((h) => h.id === id);
  }

  /** Where handles were asked to be since the figure was given. */
  private readonly asked = new Map<string, { x: number; y: number }>();

  /** Tells where a handle wants to be: bounded, and on its curve if it slides on one. */
  private tell(handle: Handle, x: number, y: number, phase: "move" | "end", index?: number): void {
    const held = (v: number, bounds: [number, number] | undefined): number => (bounds ? Math.min(bounds[1], Math.max(bounds[0], v)) : v);
    const to = { x: handle.moves === "y" ? handle.x : held(x, handle.boundsX), y: handle.moves === "x" ? handle.y : held(y, handle.boundsY) };
    if (!Number.isFinite(to.x) || !Number.isFinite(to.y)) return;
    const key = index === undefined ? undefined : this.figure?.series.find((s) => s.id === handle.series)?.key?.[index];
    this.asked.set(handle.id, to);
    this.say("plot-handle", { id: handle.id, ...to, ...(index === undefined ? {} : { index }), ...(key === undefined ? {} : { key }), phase });
  }

  private take(event: PointerEvent, id: string): void {
    const node = event.currentTarget as HTMLElement;
    if (event.button !== 0) return;
    event.stopPropagation();
    node.setPointerCapture(event.pointerId);
    const box = this.stage.getBoundingClientRect();
    const start = this.handle(id), frame = this.frame;
    if (!start || !frame) return;
    const panelOf = (h: Handle) => this.frame!.panels[Math.min(h.panel ?? 0, this.frame!.panels.length - 1)]!;
    // Where in the handle it was grabbed, so that it does not jump.
    const grab = { x: event.clientX - box.left - frame.x(start.x), y: event.clientY - box.top - panelOf(start).y(start.y) };
    const stop = new AbortController();
    let last: PointerEvent | undefined;
    const follow = (e: PointerEvent, phase: "move" | "end"): void => {
      const handle = this.handle(id);
      if (!handle || !this.frame) return;
      const px = e.clientX - box.left - grab.x, py = e.clientY - box.top - grab.y;
      if (handle.moves === "series") {
        const curve = this.drawn.find((d) => d.series.id === handle.series);
        if (!curve) return;
        const { index } = nearestPoint(curve.px, curve.py, px, py);
        if (index >= 0) this.tell(handle, curve.series.x[index]!, curve.series.y[index]!, phase, index);
      } else this.tell(handle, this.frame.x.invert(px), panelOf(handle).y.invert(py), phase);
    };
    node.addEventListener("pointermove", (e) => {
      last = e;
      follow(e, "move");
    }, { signal: stop.signal });
    const end = (e: PointerEvent): void => {
      stop.abort();
      if (last) follow(e.type === "pointercancel" ? last : e, "end");
    };
    node.addEventListener("pointerup", end, { signal: stop.signal });
    node.addEventListener("pointercancel", end, { signal: stop.signal });
  }

  private nudge(event: KeyboardEvent, id: string): void {
    const known = this.handle(id), frame = this.frame, figure = this.figure;
    if (!known || !frame || !figure) return;
    // Keys can come faster than figures.
    const handle = { ...known, ...this.asked.get(id) };
    const times = event.shiftKey || event.key.startsWith("Page") ? 10 : 1;
    const by = { ArrowRight: [1, 0], ArrowLeft: [-1, 0], ArrowUp: [0, 1], ArrowDown: [0, -1], PageUp: [1, 1], PageDown: [-1, -1] }[event.key];
    if (!by) return;
    event.preventDefault();
    event.stopPropagation();
    const [right, up] = by as [number, number];
    if (handle.moves === "series") {
      const curve = this.drawn.find((d) => d.series.id === handle.series);
      if (!curve) return;
      const now = nearestPoint(curve.px, curve.py, frame.x(handle.x), curve.panel.y(handle.y)).index;
      const index = Math.min(curve.px.length - 1, Math.max(0, now + Math.sign(right || up) * times));
      this.tell(handle, curve.series.x[index]!, curve.series.y[index]!, "end", index);
      return;
    }
    const panel = frame.panels[Math.min(handle.panel ?? 0, frame.panels.length - 1)]!;
    const stepped = (v: number, axis: Axis, domain: [number, number], step: number | undefined, n: number): number =>
      axis.scale === "log" ? v * (step ?? 10 ** 0.1) ** n : v + (step ?? (domain[1] - domain[0]) / 100) * n;
    // A handle with one direction takes all four arrows.
    const nx = (handle.moves === "x" ? right || up : right) * times, ny = (handle.moves === "y" ? up || right : up) * times;
    this.tell(handle, stepped(handle.x, figure.x, frame.x.domain, handle.stepX, nx), stepped(handle.y, panel.axis, panel.y.domain, handle.stepY, ny), "end");
  }
}

function value(axis: Axis, v: number): string {
  if (axis.prefix ?? takesPrefix(axis.unit)) return quantity(v, axis.unit ?? "");
  return axis.unit === "°" ? `${number(Math.round(v * 10) / 10)}°` : quantity(v, axis.unit ?? "");
}

/** "Z′ 207 · −Z″ 199 kΩ·cm²": two values in one unit. */
function both(xAxis: Axis, x: number, yAxis: Axis, y: number): string {
  const [factor, sign] = takesPrefix(xAxis.unit) && (x || y) ? prefixFor(Math.max(Math.abs(x), Math.abs(y)), 3) : ([1, ""] as const);
  const places = (v: number): string => (Math.abs(v) < 0.001 ? "0" : number(v, 3, true));
  return `${xAxis.symbol ?? ""} ${places(x / factor)} · ${yAxis.symbol ?? ""} ${places(y / factor)} ${sign}${xAxis.unit ?? ""}`;
}

function line(className: string, text: string): HTMLElement {
  const node = document.createElement("div");
  node.className = className;
  node.textContent = text;
  return node;
}

const sample = (paths: ReturnType<typeof samplePaths>, dash: string | undefined) => svg`
  ${paths.band ? svg`<path class="ip-band" d=${paths.band}></path>` : nothing}
  ${paths.line ? svg`<path class="ip-line" d=${paths.line} stroke-dasharray=${dash ?? nothing}></path>` : nothing}
  ${paths.points ? svg`<path class="ip-points" d=${paths.points}></path>` : nothing}`;

customElements.define("ip-plot", Plot);

declare global {
  interface HTMLElementTagNameMap { "ip-plot": Plot }
}
