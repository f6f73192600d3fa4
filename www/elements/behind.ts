/**
 * Links to what stands behind a curve, an arc or a mark: equations and contradictions on the Model page. A press emits
 * "model-place" { at }, so that the cell goes along; the address works by itself too.
 */
import { html, type TemplateResult } from "lit";
import { t } from "../state/texts";

/** Id of a place on the Model page, and of the word for it here. */
export type Behind = readonly [at: string, message: string];

export const behind = (places: readonly Behind[]): TemplateResult => html`
  <p class="behind fine">${t("behind")} ${dotted(places.map(([at, message]) => html`<a href="#v1/model?model.at=${at}" @click=${(e: MouseEvent) => follow(e, at)}>${t(message)}</a>`))}</p>`;

/** Links in a row; the dot between two stays with the first. */
export const dotted = (links: readonly TemplateResult[]): TemplateResult[] => links.map((link, i) => html`${i > 0 ? "\u00a0· " : ""}${link}`);

function follow(event: MouseEvent, at: string): void {
  if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  event.currentTarget!.dispatchEvent(new CustomEvent("model-place", { detail: { at }, bubbles: true, composed: true }));
}

declare global {
  interface HTMLElementEventMap { "model-place": CustomEvent<{ at: string }> }
}
