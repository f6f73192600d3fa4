/** `<ip-follow .content=${() => html`…`}>`: a part of a view that follows what moves when there is time. With a class it is the box of that class, else it has none. */
import { customElement, property } from "lit/decorators.js";
import { Element } from "./element";

@customElement("ip-follow")
export class Follow extends Element {
  protected override get follows(): boolean {
    return true;
  }

  /** Called when it is time; a new function is a new content. */
  @property({ attribute: false }) content: () => unknown = () => undefined;

  protected override render(): unknown {
    return this.content();
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-follow": Follow }
}
