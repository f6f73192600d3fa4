/**
 * A native dialog with a title and a cross. `content` is what stands in it. Without `anchor` it is modal in the middle of
 * the page; with one it opens beside that element and a press anywhere else closes it. Emits "closed".
 * Handlers in `content` must be arrow functions: Lit calls others with the dialog as `this`.
 */
import { html } from "lit";
import { customElement, property, query } from "lit/decorators.js";
import { t } from "../state/texts";
import { Element, freshId } from "./element";
import { icon } from "./icon";

@customElement("ip-dialog")
export class Dialog extends Element {
  @property() heading = "";
  @property({ attribute: false }) content: unknown;
  @property({ attribute: false }) anchor: HTMLElement | undefined;

  @query("dialog") private readonly dialog!: HTMLDialogElement;
  private readonly key = freshId("dialog");

  protected override render() {
    return html`
      <dialog class=${this.anchor ? "beside" : "middle"} aria-labelledby=${this.key} @close=${() => this.emit("closed", undefined)} @click=${this.pressed}>
        <div class="dialog-body">
          <div class="dialog-head"><h2 id=${this.key}>${this.heading}</h2>
            <button type="button" class="quiet" aria-label=${t("close")} @click=${() => this.dialog.close()}>${icon("close")}</button>
          </div>
          ${this.content}
        </div>
      </dialog>`;
  }

  protected override firstUpdated(): void {
    this.dialog.showModal();
    if (this.anchor) this.place(this.anchor.getBoundingClientRect());
  }

  /** Taken off the page with its view, it would come back open, but no longer above the others nor closed by Escape. */
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.dialog?.close();
  }

  close(): void {
    this.dialog.close();
  }

  /** Below the anchor where there is room, above it where not, always wholly on the screen. */
  private place(anchor: DOMRect): void {
    const { offsetWidth: width, offsetHeight: height, style } = this.dialog;
    const edge = 8;
    const left = Math.max(edge, Math.min(anchor.left, innerWidth - width - edge));
    const below = anchor.bottom + edge;
    const top = below + height <= innerHeight - edge ? below : Math.max(edge, anchor.top - height - edge);
    style.setProperty("left", `${left}px`);
    style.setProperty("top", `${top}px`);
  }

  /** A press on the backdrop arrives at the dialog itself. */
  private pressed(event: MouseEvent): void {
    if (event.target === this.dialog) this.dialog.close();
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-dialog": Dialog }
  interface HTMLElementEventMap { closed: CustomEvent<undefined> }
}
