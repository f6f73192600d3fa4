/** Time to play, pause and scrub. Emits "time" { place, phase }: place 0 to 1 in thousandths, phase "move" while it runs or is dragged, "end" at rest. */
import { html, type PropertyValues } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { number } from "../state/format";
import { t } from "../state/texts";
import { Element, freshId } from "./element";
import { icon } from "./icon";

/** What a link can hold of a place; told and shown are the same, or a pause would move it. */
const STEPS = 1000;
const rounded = (place: number): number => Math.round(place * STEPS) / STEPS;
const SPEEDS = [0.5, 1, 2, 4] as const;

@customElement("ip-timeline")
export class Timeline extends Element {
  /** Where we are, 0 to 1. */
  @property({ type: Number }) place = 0;
  /** Accessible name, and what `place` stands for in words: "58 min". */
  @property() label = "";
  @property() valueText = "";
  /** Seconds from end to end at speed 1. */
  @property({ type: Number }) seconds = 12;
  @state() private playing = false;
  @state() private speed: number = 1;
  private readonly key = freshId("timeline");
  #frame = 0;
  #last = 0;
  /** Where it has played to between two steps. */
  #exact = 0;
  /** In somebody else's page: a frame that has left the screen rests. */
  readonly #sight = new IntersectionObserver((seen) => {
    if (this.playing && seen.every(({ isIntersecting }) => !isIntersecting)) this.stop();
  });

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.pause();
  }

  protected override render() {
    return html`
      <div class="timeline" role="group" aria-label=${this.label}>
        <button type="button" class="plain play" aria-label=${t(this.playing ? "pause" : "play")} @click=${() => (this.playing ? this.stop() : this.play())}>${icon(this.playing ? "pause" : "play")}</button>
        <input id=${this.key} type="range" min="0" max=${STEPS} step="1" .value=${String(Math.round(this.place * STEPS))}
          aria-label=${this.label} aria-valuetext=${this.valueText}
          @input=${(e: Event) => this.scrub(e, "move")} @change=${(e: Event) => this.scrub(e, "end")}>
        <output for=${this.key}>${this.valueText}</output>
        <label class="speed"><span class="unseen">${t("speed")}</span>
          <select @change=${(e: Event) => (this.speed = Number((e.target as HTMLSelectElement).value))}>
            ${SPEEDS.map((speed) => html`<option value=${speed} .selected=${speed === this.speed}>${number(speed)}×</option>`)}
          </select></label>
      </div>`;
  }

  protected override updated(changed: PropertyValues): void {
    if (changed.has("place")) this.querySelector("input")?.style.setProperty("--done", `${100 * this.place}%`);
  }

  private scrub(event: Event, phase: "move" | "end"): void {
    this.pause();
    this.tell(Number((event.target as HTMLInputElement).value) / STEPS, phase);
  }

  private play(): void {
    this.playing = true;
    if (this.place >= 1) this.tell(0, "move");
    this.#last = performance.now();
    const step = (now: number) => {
      if (!this.playing) return;
      const from = rounded(this.#exact) === this.place ? this.#exact : this.place;
      this.#exact = Math.min(1, from + ((now - this.#last) / 1000 / this.seconds) * this.speed);
      this.#last = now;
      const place = rounded(this.#exact);
      if (place !== this.place) this.tell(place, place < 1 ? "move" : "end");
      if (place < 1) this.#frame = requestAnimationFrame(step);
      else this.playing = false;
    };
    this.#frame = requestAnimationFrame(step);
    this.#sight.observe(document.documentElement);
  }

  private pause(): void {
    this.playing = false;
    this.#sight.disconnect();
    cancelAnimationFrame(this.#frame);
  }

  /** A person's pause: where it stopped counts. */
  private stop(): void {
    this.pause();
    this.tell(this.place, "end");
  }

  private tell(place: number, phase: "move" | "end"): void {
    this.place = place;
    this.emit("time", { place, phase });
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-timeline": Timeline }
  interface HTMLElementEventMap { time: CustomEvent<{ place: number; phase: "move" | "end" }> }
}
