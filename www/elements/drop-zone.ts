/**
 * Files and folders dropped on any spot of the page, or pasted. Emits "files" { files, failures, passedOver }.
 * While something is dragged over the page, the page says what would happen. There is one for all views: where nobody hears a drop,
 * the browser leaves the page and opens the file.
 */
import { html, nothing } from "lit";
import { customElement, state } from "lit/decorators.js";
import { t } from "../state/texts";
import { Element } from "./element";
import { filesOf, given, type Found } from "../formats/folder";

@customElement("ip-drop-zone")
export class DropZone extends Element {
  @state() private hovering = false;
  /** Entering a child leaves its parent, so the page is left only when both balance. */
  private depth = 0;

  override connectedCallback(): void {
    super.connectedCallback();
    for (const [type, listener] of this.listeners) window.addEventListener(type, listener as EventListener);
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const [type, listener] of this.listeners) window.removeEventListener(type, listener as EventListener);
  }

  protected override render() {
    return this.hovering ? html`<div class="drop-veil" aria-hidden="true"><p>${t("drop-here")}</p></div>` : nothing;
  }

  private readonly listeners: readonly (readonly [string, (event: any) => void])[] = [
    ["dragenter", (event: DragEvent) => this.dragged(event, 1)],
    ["dragleave", (event: DragEvent) => this.dragged(event, -1)],
    ["dragover", (event: DragEvent) => carriesFiles(event) && event.preventDefault()],
    ["drop", (event: DragEvent) => {
      if (!carriesFiles(event)) return;
      event.preventDefault();
      this.depth = 0;
      this.hovering = false;
      const transfer = event.dataTransfer;
      const inside = transfer && filesOf(transfer);
      if (inside) void inside.then((found) => this.give(found));
      else this.give(given(transfer?.files));
    }],
    ["paste", (event: ClipboardEvent) => this.give(given(event.clipboardData?.files))],
  ];

  private dragged(event: DragEvent, step: number): void {
    if (!carriesFiles(event)) return;
    this.depth = Math.max(0, this.depth + step);
    this.hovering = this.depth > 0;
  }
  private give(found: Found): void {
    if (found.files.length + found.failures.length + found.passedOver > 0) this.emit("files", found);
  }
}

const carriesFiles = (event: DragEvent) => event.dataTransfer?.types.includes("Files") ?? false;

declare global {
  interface HTMLElementTagNameMap { "ip-drop-zone": DropZone }
  interface HTMLElementEventMap { files: CustomEvent<Found> }
}
