/** `<ip-resistance-bar>`: where the resistance is, as lengths. Parts too short for their words are explained in the list under the bar. */
import { html, nothing, type TemplateResult } from "lit";
import type { ResistancePart } from "./film/types";
import { textWidth } from "./plot/measure";
import { t } from "../state/texts";
import { Element } from "./element";

/** Every part with any resistance stays visible and can be pointed at. */
const LEAST = 6;

export class ResistanceBar extends Element {
  protected override get follows(): boolean {
    return true;
  }
  static override properties = { parts: { attribute: false }, active: { type: String }, label: { type: String } };
  declare parts: ResistancePart[];
  /** Id of the part that answers at the hovered frequency. */
  declare active: string | undefined;
  /** Heading; default "Where the resistance is". */
  declare label: string;

  private width = 600;
  private resize: ResizeObserver | undefined;

  constructor() {
    super();
    this.parts = [];
    this.label = "";
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.resize = new ResizeObserver(() => {
      if (this.clientWidth === this.width) return;
      this.width = this.clientWidth;
      this.requestUpdate();
    });
    this.resize.observe(this);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.resize?.disconnect();
  }

  /** Lengths go in through the CSSOM: the page's security policy allows no style attributes. */
  protected override updated(): void {
    for (const part of this.querySelectorAll<HTMLElement>("[data-share]")) part.style.flex = `${part.dataset["share"]} 1 ${LEAST}px`;
  }

  private tell(part?: ResistancePart): void {
    this.emit("process-hover", part ? { id: part.id, ...(part.peakHz === undefined ? {} : { peakHz: part.peakHz }) } : {});
  }

  protected override render(): TemplateResult {
    const parts = this.parts.filter((p) => Number.isFinite(p.resistance) && p.resistance > 0);
    const total = parts.reduce((sum, p) => sum + p.resistance, 0);
    const label = this.label || t("bar-label");
    const family = "system-ui, sans-serif";
    const wide = (part: ResistancePart): number => (part.resistance / total) * this.width;
    const outside = parts.filter((part) => textWidth(`${part.label} · ${part.text}`, 13, family) + 22 > wide(part));
    return html`
      <div class="ir-label" aria-hidden="true">${label}</div>
      <div class="ir-bar" role="list" aria-label=${label}>
        ${parts.length === 0 ? html`<div class="ir-empty" role="listitem">${t("bar-nothing")}</div>` : parts.map((part) => {
          const room = wide(part);
          const text = !outside.includes(part) ? `${part.label} · ${part.text}` : room > textWidth(part.text, 13, family) + 16 ? part.text : "";
          return html`<div role="listitem" tabindex="0" class="ir-part ir-${part.id} ${part.accent ? `a-${part.accent}` : ""} ${this.active ? (this.active === part.id ? "ir-lit" : "ir-dim") : ""}"
            data-share=${part.resistance / total} aria-label="${part.label}, ${part.text}" title="${part.label} · ${part.text}"
            @pointerenter=${() => this.tell(part)} @pointerleave=${() => this.tell()} @focus=${() => this.tell(part)} @blur=${() => this.tell()}><span>${text}</span></div>`;
        })}
      </div>
      ${outside.length ? html`<ul class="ir-list">${outside.map((part) => html`<li class=${this.active === part.id ? "ir-lit" : ""}><span class="ir-part ir-${part.id} ${part.accent ? `a-${part.accent}` : ""}"></span>${part.label} <b>${part.text}</b></li>`)}</ul>` : nothing}`;
  }
}

customElements.define("ip-resistance-bar", ResistanceBar);

declare global {
  interface HTMLElementTagNameMap { "ip-resistance-bar": ResistanceBar }
}
