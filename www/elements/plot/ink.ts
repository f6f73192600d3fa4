/** Draw as if on a blank sheet; nodes that were drawn the last time under the same name are kept and only what changed is written. */
import { alike } from "../../state/remember";

const SVG = "http://www.w3.org/2000/svg";

const tenth = (value: number): number => Math.round(value * 10) / 10;

type Attributes = Record<string, string | number | undefined>;
interface Node { element: SVGElement; attributes: Attributes; text?: string; round: number }

/** A piece of text: plain, italic (symbols), or a subscript. */
export interface Span { text: string; style?: "symbol" | "sub" }

export class Ink {
  private nodes = new Map<string, Node>();
  private readonly parts = new Map<string, { from: readonly unknown[] | undefined; nodes: Map<string, Node>; round: number }>();
  private round = 0;
  private size = "";

  constructor(private readonly root: SVGElement) {}

  /** A fresh sheet of this size. Its size is fixed in pixels and written only when it changes: else each of the browser's attempts
   * at the page around it would lay out every text in the drawing again. */
  begin(width: number, height: number): void {
    this.round++;
    const size = `0 0 ${width} ${height}`;
    if (size === this.size) return;
    this.size = size;
    this.root.setAttribute("viewBox", size);
    this.root.setAttribute("width", String(width));
    this.root.setAttribute("height", String(height));
  }

  /** The element called `name` in `parent` (the sheet itself by default), with these attributes. */
  put(name: string, tag: string, attributes: Attributes, parent: SVGElement = this.root): SVGElement {
    let node = this.nodes.get(name);
    if (!node) {
      const element = document.createElementNS(SVG, tag) as SVGElement;
      parent.append(element);
      node = { element, attributes: {}, round: 0 };
      this.nodes.set(name, node);
    }
    node.round = this.round;
    for (const key in attributes) {
      const value = attributes[key];
      if (node.attributes[key] === value) continue;
      if (value === undefined) node.element.removeAttribute(key);
      else node.element.setAttribute(key, typeof value === "number" ? String(Math.round(value * 100) / 100) : value);
      node.attributes[key] = value;
    }
    return node.element;
  }

  /** A line along `d` of `linePath`. In one go it is a polyline: the `d` of a path is part of its style, which the browser works out anew whenever it changes. */
  line(name: string, d: string, attributes: Attributes, parent: SVGElement): SVGElement {
    return d.lastIndexOf("M") > 0 ? this.put(`${name}:runs`, "path", { ...attributes, d }, parent) : this.put(name, "polyline", { ...attributes, points: d.slice(1) }, parent);
  }

  /** A part of the drawing, with names of its own, that stays as it is while what it is drawn `from` is the same; without `from`, as
   * it was drawn once. */
  part(name: string, from: readonly unknown[] | undefined, draw: () => void): void {
    const known = this.parts.get(name), part = known ?? { from, nodes: new Map<string, Node>(), round: 0 };
    part.round = this.round;
    if (known && (!from || alike(from, known.from ?? []))) return;
    part.from = from;
    this.parts.set(name, part);
    const around = this.nodes;
    this.nodes = part.nodes;
    draw();
    this.sweep();
    this.nodes = around;
  }

  text(name: string, text: string, { x = 0, y = 0, ...attributes }: Attributes & { x?: number; y?: number }, parent?: SVGElement): SVGElement {
    const element = this.put(name, "text", { ...attributes, x: tenth(x), y: tenth(y) }, parent);
    const node = this.nodes.get(name)!;
    if (node.text !== text) {
      // The node of the text is kept: a new one would be laid out from scratch.
      if (node.text && element.firstChild) element.firstChild.nodeValue = text;
      else element.textContent = text;
      node.text = text;
    }
    return element;
  }

  rich(name: string, spans: readonly Span[], attributes: Attributes, parent?: SVGElement): SVGElement {
    const element = this.put(name, "text", attributes, parent);
    const node = this.nodes.get(name)!;
    const text = spans.map((span) => `${span.style ?? ""}:${span.text}`).join("|");
    if (node.text === text) return element;
    node.text = text;
    element.replaceChildren();
    let lowered = false;
    for (const span of spans) {
      const part = document.createElementNS(SVG, "tspan");
      part.textContent = span.text;
      if (span.style === "symbol") part.setAttribute("font-style", "italic");
      if (span.style === "sub") part.setAttribute("font-size", "75%");
      if ((span.style === "sub") !== lowered) {
        part.setAttribute("dy", lowered ? "-0.25em" : "0.3em");
        lowered = !lowered;
      }
      element.append(part);
    }
    return element;
  }

  /** Takes away what was not drawn this time. */
  end(): void {
    this.sweep();
    for (const [name, { nodes, round }] of this.parts) {
      if (round === this.round) continue;
      for (const { element } of nodes.values()) element.remove();
      this.parts.delete(name);
    }
  }

  private sweep(): void {
    for (const [name, node] of this.nodes) {
      if (node.round === this.round) continue;
      node.element.remove();
      this.nodes.delete(name);
    }
  }
}

/** "R_ct" -> R in italics, ct lowered and upright; primes and minus signs stay upright. */
export function symbolSpans(symbol: string): Span[] {
  const [base = "", sub] = symbol.split("_");
  const spans: Span[] = [];
  for (const piece of base.match(/[\p{L}]+|[^\p{L}]+/gu) ?? []) spans.push(/\p{L}/u.test(piece) ? { text: piece, style: "symbol" } : { text: piece });
  if (sub) spans.push({ text: sub, style: "sub" });
  return spans;
}
