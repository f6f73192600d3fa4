/** What every inner element is: it renders into the page's one shadow root (so that labels and descriptions reach across), and speaks the reader's language. */
import { LitElement } from "lit";
import { texts } from "../state/texts";
import { pace } from "./pace";

export class Element extends LitElement {
  /** Whether the element follows what moves when there is time, instead of moving with it. */
  protected get follows(): boolean {
    return false;
  }

  readonly #retell = () => this.requestUpdate();
  /** The language it was last on the page in. */
  #spoke: string | undefined;

  protected override createRenderRoot(): HTMLElement {
    return this;
  }
  override connectedCallback(): void {
    super.connectedCallback();
    texts.addEventListener("change", this.#retell);
    // Off the page, with a view that was not shown, it heard nothing.
    if (this.#spoke !== undefined && this.#spoke !== texts.language) this.requestUpdate();
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    texts.removeEventListener("change", this.#retell);
    this.#spoke = texts.language;
  }
  protected override scheduleUpdate(): void | Promise<unknown> {
    // What stands in an `ip-follow` comes with it: later, it would show what was before.
    return this.follows && !this.parentElement?.closest("ip-follow") ? pace.turn(() => void super.scheduleUpdate()) : super.scheduleUpdate();
  }
  /** Says something to whoever is around; bubbles out of the page's root too. */
  protected emit<T>(type: string, detail: T): void {
    this.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  }
}

let count = 0;
/** An id that is free in the page's root. */
export const freshId = (name: string): string => `${name}-${++count}`;
