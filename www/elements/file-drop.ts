/** Buttons that open files and folders. Emits "files" { files, failures, passedOver }. */
import { html } from "lit";
import { customElement, query } from "lit/decorators.js";
import { t } from "../state/texts";
import { Element } from "./element";
import { given, withoutSystem } from "../formats/folder";
import { icon } from "./icon";

@customElement("ip-file-drop")
export class FileDrop extends Element {
  @query("input[multiple]") private readonly picker!: HTMLInputElement;
  @query("input[webkitdirectory]") private readonly folderPicker!: HTMLInputElement;

  protected override render() {
    return html`
      <input type="file" multiple hidden tabindex="-1" @change=${this.picked}>
      <input type="file" webkitdirectory hidden tabindex="-1" @change=${this.picked}>
      <div class="open-row">
        <button type="button" class="plain" @click=${() => this.picker.click()}>${icon("file")}<span>${t("open-files")}</span></button>
        <button type="button" class="quiet" aria-label=${t("open-folder")} title=${t("open-folder")} @click=${() => this.folderPicker.click()}>${icon("folder")}</button>
      </div>`;
  }

  private picked(event: Event): void {
    const picker = event.target as HTMLInputElement;
    const files = [...(picker.files ?? [])];
    picker.value = "";
    if (files.length > 0) this.emit("files", picker === this.picker ? given(files) : withoutSystem(files));
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-file-drop": FileDrop }
}
