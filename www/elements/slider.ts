/**
 * One number: a slider to feel it, a field to type it. Emits "slide" { value, phase } with phase "move" while it moves
 * and "end" when it has come to rest.
 */
import { html, noChange, nothing, type PropertyValues } from "lit";
import { customElement, property, query, state } from "lit/decorators.js";
import { eitherOf, number, parseNumber, setting, unitText } from "../state/format";
import { t } from "../state/texts";
import { Element, freshId } from "./element";
import { icon } from "./icon";
import { pace } from "./pace";
import { symbolText } from "./symbol";

const STEPS = 400;

@customElement("ip-slider")
export class Slider extends Element {
  @property() label = "";
  @property() symbol = "";
  @property() unit = "";
  @property({ type: Number }) value = 0;
  @property({ type: Number }) lower = 0;
  @property({ type: Number }) upper = 1;
  @property() scale: "linear" | "log" = "linear";
  /** Where the value started: marked on the track, and what "reset" returns to. */
  @property({ type: Number }) origin: number | undefined;
  /** A line under the track: where the number comes from. */
  @property() note = "";
  @property({ type: Boolean }) locked = false;
  /** Set when there is more to say; a press emits "explain". */
  @property({ type: Boolean }) explained = false;

  /** Under a hand it writes by itself what it shows; the template follows. */
  protected override scheduleUpdate(): Promise<void> {
    return pace.turn(() => void super.scheduleUpdate());
  }

  @query("input[type=range]", true) private readonly track!: HTMLInputElement;
  @query(".fill", true) private readonly fill!: HTMLElement;
  @query("input[type=text]", true) private readonly field!: HTMLInputElement;
  @query(".slider-head", true) private readonly head!: HTMLElement;
  /** What was typed, while it is not yet a number inside the range. */
  @state() private refused: string | undefined;
  /** The field holds what a person is typing: no value that comes meanwhile takes its place. */
  private typing = false;
  /** Written together with the curves of the same frame: one layout for both. */
  private step = 0;
  private readonly key = freshId("slider");

  /** Place on the track, 0 to 1. */
  private place(value: number): number {
    const { lower, upper } = this;
    const share = this.scale === "log" ? Math.log(value / lower) / Math.log(upper / lower) : (value - lower) / (upper - lower);
    return Math.min(1, Math.max(0, share));
  }

  /** The value at a place, rounded as a person would say it. */
  private at(place: number): number {
    const { lower, upper } = this;
    if (place <= 0) return lower;
    if (place >= 1) return upper;
    if (this.scale === "log") return Number((lower * (upper / lower) ** place).toPrecision(3));
    const step = 10 ** Math.floor(Math.log10((upper - lower) / STEPS));
    const value = lower + place * (upper - lower);
    return Number((Math.round(value / step) * step).toPrecision(12));
  }

  private get valueText(): string {
    const shown = setting(this.value);
    return this.unit === "" ? shown : `${shown} ${unitText(this.unit)}`;
  }
  private showPlace(): void {
    // On the one element that moves: a custom property would style all parts of the slider anew.
    this.fill.style.backgroundSize = `${100 * this.place(this.value)}% 100%`;
  }

  protected override render() {
    const { key, unit, value } = this;
    const shown = setting(value);
    const moved = this.origin !== undefined && setting(this.origin) !== shown;
    return html`
      <div class="slider-head">
        <label for=${key} id="${key}-label">${this.label}${this.symbol ? html` <i class="symbol">${symbolText(this.symbol)}</i>` : nothing}</label>
        ${moved && !this.locked
          ? html`<button type="button" class="quiet small" title=${t("slider-reset", { value: setting(this.origin!) })}
              aria-label=${t("slider-reset-name", { name: this.label, value: setting(this.origin!) })} @click=${this.reset}>${icon("reset")}</button>`
          : nothing}
        <span class="slider-value">
          <input type="text" inputmode="decimal" autocomplete="off" spellcheck="false" size=${Math.max(4, Math.min(10, shown.length))}
            aria-label=${t("slider-type", { name: this.label, unit: unitText(unit) })} aria-invalid=${this.refused !== undefined ? "true" : nothing}
            aria-describedby=${this.refused !== undefined ? `${key}-refused` : nothing}
            ?disabled=${this.locked} .value=${this.typing ? noChange : shown} @input=${() => (this.typing = true)} @change=${this.typed} @blur=${this.left} @keydown=${this.fieldKey} @focus=${(e: FocusEvent) => (e.target as HTMLInputElement).select()}>
          ${unit === "" ? nothing : html`<span class="unit" aria-hidden="true">${unitText(unit)}</span>`}
        </span>
      </div>
      <div class="track ${this.locked ? "locked" : ""}"><span class="fill"></span>
        <input type="range" id=${key} min="0" max=${STEPS} step="1" .value=${String(Math.round(this.place(value) * STEPS))}
          aria-valuetext=${this.valueText} ?disabled=${this.locked} @input=${this.slid} @change=${this.rested}></div>
      ${this.refused !== undefined ? html`<p class="field-error" id="${key}-refused" role="alert">${this.refused}</p>` : nothing}
      ${this.note || this.explained
        ? html`<p class="slider-note">
            ${this.locked ? icon("lock") : nothing}
            ${this.explained
              ? html`<button type="button" class="link" aria-haspopup="dialog" aria-label=${t("slider-explain", { name: this.label, note: this.note })}
                  @click=${(e: Event) => this.emit("explain", { anchor: e.currentTarget })}>${this.note}</button>`
              : this.note}
          </p>`
        : nothing}`;
  }

  protected override updated(changed: PropertyValues): void {
    const scaled = ["lower", "upper", "scale"].some((name) => changed.has(name));
    if (scaled || changed.has("value")) this.showPlace();
    if (!scaled && !changed.has("origin")) return;
    this.classList.toggle("has-origin", this.origin !== undefined);
    if (this.origin !== undefined) this.track.style.setProperty("--origin", String(this.place(this.origin)));
  }

  private set(value: number, phase: "move" | "end"): void {
    this.refused = undefined;
    this.typing = false;
    if (phase === "move") {
      pace.move();
      this.hold();
      // Under the hand, before whoever holds the value gives it back.
      this.value = value;
      this.step ||= requestAnimationFrame(() => {
        this.step = 0;
        if (!this.typing) this.show(this.value);
        this.track.setAttribute("aria-valuetext", this.valueText);
        this.showPlace();
      });
    } else pace.rest();
    this.emit("slide", { value, phase });
  }
  /** While a hand moves it the head keeps its size, so that a number that changes does not lay out the page. */
  private hold(): void {
    const { head } = this;
    if (head.classList.contains("held")) return;
    head.style.blockSize = `${head.offsetHeight}px`;
    head.classList.add("held");
    pace.addEventListener("change", () => {
      head.style.blockSize = "";
      head.classList.remove("held");
    }, { once: true });
  }
  private slid(): void {
    this.set(this.at(Number(this.track.value) / STEPS), "move");
  }
  private rested(): void {
    // A key moves and rests in one go, before `value` comes back from outside.
    this.set(this.at(Number(this.track.value) / STEPS), "end");
  }
  private reset(): void {
    if (this.origin !== undefined) this.set(this.origin, "end");
    this.track.focus();
  }

  private show(value: number): void {
    this.field.value = setting(value);
  }
  private restore(): void {
    this.typing = false;
    this.refused = undefined;
    this.show(this.value);
  }
  /** Typed and taken back: the field is as free as before. What was refused stays to be mended. */
  private left(): void {
    if (this.typing && this.refused === undefined) this.restore();
    this.typing = false;
  }

  private typed(): void {
    const typed = this.field.value;
    if (typed.trim() === "" || typed === setting(this.value)) {
      this.restore();
      return;
    }
    const parsed = parseNumber(typed, this.unit);
    const range = { lower: number(this.lower), upper: number(this.upper), unit: unitText(this.unit) };
    if (!parsed.ok) this.refused = parsed.either ? t("slider-two-numbers", eitherOf(typed, parsed.either))
      : parsed.other ? t("slider-other-unit", { ...range, other: parsed.other }) : t("slider-no-number", range);
    else if (parsed.value < this.lower || parsed.value > this.upper) this.refused = t("slider-out-of-range", { ...range, value: number(parsed.value, 8) });
    else {
      // Enter is followed by a change of the field, which must not be a second step.
      this.value = parsed.value;
      this.set(parsed.value, "end");
      this.show(parsed.value);
    }
  }

  /** Arrows step the value, Enter takes it, Escape gives the old one back. */
  private fieldKey(event: KeyboardEvent): void {
    if (event.key === "Enter") this.typed();
    else if (event.key === "Escape") this.restore();
    else if (event.key === "ArrowUp" || event.key === "ArrowDown") {
      event.preventDefault();
      const place = this.place(this.value) + (event.key === "ArrowUp" ? 1 : -1) / STEPS;
      this.set(this.at(place), "end");
    }
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-slider": Slider }
  interface HTMLElementEventMap {
    slide: CustomEvent<{ value: number; phase: "move" | "end" }>;
    explain: CustomEvent<{ anchor: HTMLElement }>;
  }
}
