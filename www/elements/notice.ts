/** A sentence in its place: what happened, and what to do. */
import { html, nothing } from "lit";
import { customElement, property } from "lit/decorators.js";
import { said } from "../state/said";
import { t } from "../state/texts";
import { Element } from "./element";
import { icon } from "./icon";

@customElement("ip-notice")
export class Notice extends Element {
  @property() kind: "note" | "warning" | "error" = "note";
  @property() text = "";
  /** Label of a button; a press emits "act". */
  @property() action = "";
  /** With a cross that emits "dismiss". */
  @property({ type: Boolean }) dismissible = false;

  protected override render() {
    return html`
      <div class="notice ${this.kind}" role=${this.kind === "error" ? "alert" : "note"}>
        <p>${said(this.text)}
          ${this.action ? html`<button type="button" class="link" @click=${() => this.emit("act", undefined)}>${this.action}</button>` : nothing}
        </p>
        ${this.dismissible
          ? html`<button type="button" class="quiet small" aria-label=${t("dismiss")} @click=${() => this.emit("dismiss", undefined)}>${icon("close")}</button>`
          : nothing}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-notice": Notice }
  interface HTMLElementEventMap { act: CustomEvent<undefined>; dismiss: CustomEvent<undefined> }
}
