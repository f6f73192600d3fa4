/** One of a few: a row of radio buttons drawn as a segmented control. Emits "choose" { value }. */
import { html } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { Element, freshId } from "./element";

export interface Option { readonly value: string; readonly label: string; readonly hint?: string }

@customElement("ip-choice")
export class Choice extends Element {
  /** Accessible name of the group. */
  @property() label = "";
  @property({ attribute: false }) options: readonly Option[] = [];
  @property() value = "";
  @property({ type: Boolean }) locked = false;
  @state() private key = "";

  override connectedCallback(): void {
    super.connectedCallback();
    // A new group at each place: Chromium 148 crashes at Tab in one that left the page and came back with another choice.
    this.key = freshId("choice");
  }

  protected override render() {
    return html`
      <div class="choice" role="radiogroup" aria-label=${this.label}>
        ${this.options.map(
          ({ value, label, hint }) => html`
            <label title=${hint ?? ""}>
              <input type="radio" name=${this.key} .value=${value} .checked=${value === this.value} ?disabled=${this.locked}
                @change=${() => this.emit("choose", { value })}>
              <span>${label}</span>
            </label>`,
        )}
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-choice": Choice }
  interface HTMLElementEventMap { choose: CustomEvent<{ value: string }> }
}
