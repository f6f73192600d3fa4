/** The dialog that makes the link to what is on the screen. */
import { html, nothing } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import "../elements/dialog";
import { Element } from "../elements/element";
import { packData, writeLink, type Known } from "../state/link";
import type { Store } from "../state/store";
import { t } from "../state/texts";

@customElement("ip-share")
export class Share extends Element {
  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) known!: Known;
  @state() private packed: string | undefined;
  @state() private copied: "no" | "yes" | "refused" = "no";

  protected override render() {
    const { data } = this.store.state;
    const link = location.href.split("#")[0] + writeLink(this.store.state, this.known, this.packed);
    return html`
      <ip-dialog .heading=${t("share")} .content=${html`
        <label class="stack"><span>${t("share-link")}</span>
          <textarea readonly rows="4" .value=${link} @focus=${(e: FocusEvent) => (e.target as HTMLTextAreaElement).select()}></textarea>
        </label>
        ${data.length === 0 ? nothing : html`
          <label class="check"><input type="checkbox" .checked=${this.packed !== undefined} @change=${(e: Event) => this.pack(e)}> ${t("share-data", { count: data.length })}</label>`}
        <p><button type="button" class="primary" @click=${() => this.copy(link)}>${t("share-copy")}</button>
          <span role="status">${this.copied === "no" ? nothing : t(this.copied === "yes" ? "share-copied" : "share-refused")}</span></p>`}></ip-dialog>`;
  }

  private async pack(event: Event): Promise<void> {
    this.packed = (event.target as HTMLInputElement).checked ? await packData(this.store.state.data) : undefined;
  }
  private async copy(link: string): Promise<void> {
    // Sandboxed frames refuse the clipboard; the text can still be selected.
    this.copied = await navigator.clipboard.writeText(link).then(() => "yes" as const, () => "refused" as const);
  }
}
