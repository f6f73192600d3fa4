/** The dialog that takes what is on the screen somewhere else: a link, code to embed, a file, a QR code, a citation. */
import { html, nothing, svg, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import { encode } from "uqr";
import { Element } from "../elements/element";
import { fileName, save } from "../elements/plot/export";
import { bibtex, elementCode, iframeCode } from "../embed/codes";
import { savedPage } from "../embed/save";
import { version } from "../engine";
import { packData, writeLink, type Known } from "../state/link";
import type { Store } from "../state/store";
import { reasonOf } from "../state/said";
import { t } from "../state/texts";

/** A QR code holds no more, and phones read less. */
const LONGEST_QR = 1200;

@customElement("ip-share")
export class Share extends Element {
  @property({ attribute: false }) store!: Store;
  @property({ attribute: false }) known!: Known;
  @state() private packed: string | undefined;
  /** What was copied or saved last, and whether that worked. */
  @state() private done: { what: string; text: string } | undefined;

  protected override render() {
    const { data } = this.store.state;
    const fragment = writeLink(this.store.state, this.known, this.packed).slice(1);
    const page = location.href.split(/[?#]/)[0] ?? "";
    const link = `${page}#${fragment}`;
    const folder = page.slice(0, page.lastIndexOf("/") + 1);
    const title = `${t(`view-${this.store.state.view}`)} · Interphase`;
    const online = !__SINGLE_FILE__;
    return html`
      <ip-dialog .heading=${t("share")} .content=${html`
        ${this.code("link", t("share-link"), link, 3)}
        ${data.length === 0 ? nothing : html`
          <label class="check"><input type="checkbox" .checked=${this.packed !== undefined} @change=${(e: Event) => this.pack(e)}> ${t("share-data", { count: data.length })}</label>`}
        <details><summary>${t("share-qr")}</summary>${link.length > LONGEST_QR ? html`<p>${t("share-qr-long")}</p>` : qr(link, t("share-qr"))}</details>
        ${online ? html`
          <details><summary>${t("share-embed")}</summary>
            ${this.code("element", t("share-element"), elementCode(folder, fragment, title), 5)}
            ${this.code("iframe", t("share-iframe"), iframeCode(link, title), 4)}
            <p class="fine"><a href="embed/index.html">${t("share-embed-more")}</a></p>
          </details>` : nothing}
        <details><summary>${t("share-cite")}</summary>
          <p class="fine">${t("share-cite-note")}</p>
          ${this.code("bibtex", "BibTeX", bibtex(version(), page), 7)}
        </details>
        <p><button type="button" class="plain" @click=${this.savePage}>${t("share-save")}</button>
          ${this.said("save")} <span class="fine">${t("share-save-note")}</span></p>`}></ip-dialog>`;
  }

  /** A text to take, with its button. */
  private code(what: string, label: string, text: string, rows: number): TemplateResult {
    return html`
      <div class="stack">
        <label class="stack"><span>${label}</span>
          <textarea readonly rows=${rows} .value=${text} @focus=${(e: FocusEvent) => (e.target as HTMLTextAreaElement).select()}></textarea></label>
        <p><button type="button" class=${what === "link" ? "primary" : "plain"} @click=${() => this.copy(what, text)}>${t("share-copy")}</button> ${this.said(what)}</p>
      </div>`;
  }

  private said(what: string): TemplateResult {
    return html`<span role="status">${this.done?.what === what ? this.done.text : nothing}</span>`;
  }

  private async pack(event: Event): Promise<void> {
    this.packed = (event.target as HTMLInputElement).checked ? await packData(this.store.state.data) : undefined;
  }

  private async copy(what: string, text: string): Promise<void> {
    // Sandboxed frames refuse the clipboard (or have none); the text can still be selected.
    const copied = await Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject()).then(() => true, () => false);
    this.done = { what, text: t(copied ? "share-copied" : "share-refused") };
  }

  private readonly savePage = async () => {
    try {
      const data = this.store.state.data.length > 0 ? await packData(this.store.state.data) : undefined;
      const page = await savedPage(writeLink(this.store.state, this.known, data));
      const name = `${fileName(`interphase ${t(`view-${this.store.state.view}`)}`)}.html`;
      save(name, new Blob([page], { type: "text/html" }));
      this.done = { what: "save", text: t("share-saved", { name }) };
    } catch (error) {
      this.done = { what: "save", text: t("share-save-failed", { reason: reasonOf(error) }) };
    }
  };
}

function qr(text: string, label: string): TemplateResult {
  const { data, size } = encode(text, { border: 2 });
  const path = data.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x} ${y}h1v1h-1z` : ""))).join("");
  return html`<svg class="qr" role="img" aria-label=${label} viewBox="0 0 ${size} ${size}" shape-rendering="crispEdges">${svg`<rect width=${size} height=${size} fill="#fff"/><path d=${path} fill="#000"/>`}</svg>`;
}
