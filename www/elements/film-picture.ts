/** `<ip-film-picture>`: the film as a picture that acts out what the numbers say. Rests when nobody sees it, and while a hand moves something. */
import { html, nothing, type TemplateResult } from "lit";
import { describeFilm, drawFilm } from "./film/drawing";
import type { FilmState, Process } from "./film/types";
import { Ink } from "./plot/ink";
import type { Provenance } from "./plot/types";
import { t } from "../state/texts";
import { Element } from "./element";
import { pace } from "./pace";

let count = 0;

/** Soon; at the latest in a tenth of a second. */
const spareTime = (): Promise<unknown> =>
  new Promise<unknown>((resume) => ("requestIdleCallback" in window ? requestIdleCallback(resume, { timeout: 100 }) : setTimeout(resume, 20)));

export class FilmPicture extends Element {
  protected override get follows(): boolean {
    return !this.print;
  }
  static override properties = { film: { attribute: false }, provenance: { attribute: false }, print: { type: Boolean, reflect: true } };
  declare film: FilmState | undefined;
  declare provenance: Provenance | undefined;
  /** Still: for export and paper. */
  declare print: boolean;

  private readonly uid = `if${++count}`;
  private ink: Ink | undefined;
  private resize: ResizeObserver | undefined;
  private sight: IntersectionObserver | undefined;
  private box = { width: 0, height: 0, size: 12, family: "sans-serif" };

  constructor() {
    super();
    this.print = false;
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize = new ResizeObserver(() => {
      if (this.measure()) this.draw();
    });
    this.resize.observe(this);
    this.sight = new IntersectionObserver(([entry]) => {
      this.seen = entry?.isIntersecting ?? true;
      this.rest();
    });
    this.sight.observe(this);
    pace.addEventListener("change", this.rest);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize?.disconnect();
    this.sight?.disconnect();
    pace.removeEventListener("change", this.rest);
  }

  private seen = true;
  /** Animations cost each frame of the page something, also where the compositor moves them. */
  private readonly rest = (): void => void this.classList.toggle("if-resting", !this.seen || pace.moving);

  protected override render(): TemplateResult | typeof nothing {
    if (!this.film) return nothing;
    return html`<svg class="if-drawing" role="img" aria-label=${describeFilm(this.film)} @pointermove=${this.point} @pointerleave=${() => this.tell(undefined)}></svg>
      ${this.print ? nothing : html`<ip-figure-menu .source=${this}></ip-figure-menu>`}`;
  }

  /** The plots come first: the film is drawn when the frame has time left. */
  protected override async scheduleUpdate(): Promise<void> {
    if (!this.print && !pace.moving) await spareTime();
    await super.scheduleUpdate();
  }

  private measure(): boolean {
    const { clientWidth: width, clientHeight: height } = this;
    const style = getComputedStyle(this);
    const size = parseFloat(style.fontSize) || 12;
    const changed = width !== this.box.width || height !== this.box.height || size !== this.box.size;
    this.box = { width, height, size, family: style.fontFamily };
    return changed;
  }

  protected override updated(): void {
    // Else the observer has told the size, or will.
    if (this.print) this.measure();
    this.draw();
  }

  private draw(): void {
    const root = this.drawing;
    if (!root || !this.film || this.box.width < 40 || this.box.height < 60) return;
    this.ink ??= new Ink(root);
    drawFilm(this.ink, this.film, { ...this.box, uid: this.uid });
  }

  /** The drawing, for export. */
  get drawing(): SVGSVGElement | null {
    return this.querySelector("svg.if-drawing");
  }

  get figureTitle(): string {
    return t("film-title");
  }
  get figureSummary(): string {
    return this.film ? describeFilm(this.film) : "";
  }
  forPrint(): FilmPicture {
    const copy = new FilmPicture();
    copy.print = true;
    copy.film = this.film;
    return copy;
  }

  private pointed: Process | undefined;
  private readonly point = (event: PointerEvent): void => {
    const layer = (event.target as Element).closest("[data-layer]")?.getAttribute("data-layer");
    const film: Process = (this.film?.electronShare ?? 0) > 0.5 ? "film-electrons" : "film-ions";
    this.tell(layer === "compact" ? film : layer === "porous" ? "pores" : layer === "electrolyte" ? "electrolyte" : undefined);
  };

  private tell(id: Process | undefined): void {
    if (id === this.pointed) return;
    this.pointed = id;
    this.emit("process-hover", id ? { id } : {});
  }
}

customElements.define("ip-film-picture", FilmPicture);

declare global {
  interface HTMLElementTagNameMap { "ip-film-picture": FilmPicture }
}
