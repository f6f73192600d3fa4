/** Operando: the study's cells in time. Polysulfide added after an hour (Fig. 5g, h), or magnesium and lithium left alone (Fig. 2). */
import { html } from "lit";
import { customElement } from "lit/decorators.js";
import { texts } from "../state/texts";
import sheet from "../styles/experiment.css?inline";
import { EXPERIMENT_WORDS } from "./experiment";
import "./operando/polysulfide";
import "./operando/rest";
import { slice } from "./operando/view";
import { View } from "./view";

export const ready = texts.extend(EXPERIMENT_WORDS);

@customElement("ip-operando")
export class Operando extends View {
  static override readonly sheet = sheet;

  protected override render(): unknown {
    return slice.of(this.state).experiment === "rest"
      ? html`<ip-operando-rest .store=${this.store} .known=${this.known}></ip-operando-rest>`
      : html`<ip-operando-polysulfide .store=${this.store} .known=${this.known}></ip-operando-polysulfide>`;
  }
}
