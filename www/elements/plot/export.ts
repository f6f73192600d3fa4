/** A figure as a file: redrawn at its size on paper, then written so that it needs nothing from this page. */
import { provenanceLines, type Table } from "./table";
import type { Provenance } from "./types";

/** What the figure menu can save. Plot and film picture both are one. */
export interface FigureSource extends HTMLElement {
  readonly figureTitle: string;
  readonly figureSummary: string;
  provenance?: Provenance | undefined;
  readonly drawing: SVGSVGElement | null;
  /** A fresh element, not yet in the page, that draws the same still and for paper. */
  forPrint(): HTMLElement & { readonly drawing: SVGSVGElement | null; readonly updateComplete: Promise<boolean> };
  /** Height over width on paper; without it that of the screen. */
  readonly printRatio?: number | undefined;
  /** The numbers, where the figure has any. */
  readonly table?: Table | undefined;
}

export const PIXELS_PER_MM = 96 / 25.4;
/** Single and double column of most journals. */
export const PRINT_WIDTHS_MM = [85, 170] as const;

const INLINED = [
  "fill", "fill-opacity", "stroke", "stroke-width", "stroke-dasharray", "stroke-linecap", "stroke-linejoin", "stroke-opacity",
  "opacity", "font-family", "font-size", "font-style", "font-weight", "text-anchor", "paint-order", "stop-color", "transform", "shape-rendering",
] as const;
const DEFAULTS: Record<string, string> = {
  "fill-opacity": "1", "stroke-opacity": "1", opacity: "1", "stroke-dasharray": "none", "stroke-linecap": "butt", "stroke-linejoin": "miter", stroke: "none",
  "font-style": "normal", "font-weight": "400", "text-anchor": "start", "paint-order": "normal", transform: "none", "shape-rendering": "auto", "stop-color": "rgb(0, 0, 0)",
};
const FONTS = "Arial, Helvetica, 'Liberation Sans', sans-serif";

let swatch: CanvasRenderingContext2D | null | undefined;
/** Mixed and wide-gamut colours as plain rgb: drawing programs know no other. */
function plainColour(colour: string): { colour: string; alpha: number } {
  if (!/^(color|oklch|oklab|lab|lch|rgba)\(/.test(colour)) return { colour, alpha: 1 };
  swatch ??= Object.assign(document.createElement("canvas"), { width: 1, height: 1 }).getContext("2d", { willReadFrequently: true });
  if (!swatch) return { colour, alpha: 1 };
  swatch.clearRect(0, 0, 1, 1);
  swatch.fillStyle = colour;
  swatch.fillRect(0, 0, 1, 1);
  const [r, g, b, a] = swatch.getImageData(0, 0, 1, 1).data;
  return { colour: `rgb(${r}, ${g}, ${b})`, alpha: a! / 255 };
}

function inline(from: Element, to: Element): void {
  const style = getComputedStyle(from);
  const text = to.tagName === "text" || to.tagName === "tspan";
  for (const name of INLINED) {
    let value = style.getPropertyValue(name);
    if (!value) continue;
    if (name.startsWith("font") && !text) continue;
    if (name === "stop-color" && to.tagName !== "stop") continue;
    // Presentation attributes that already place a node stay; only transforms that CSS gave are added.
    if (name === "transform" && (value === "none" || to.hasAttribute("transform"))) continue;
    if (name === "font-family") value = FONTS;
    if (value === DEFAULTS[name] && !to.hasAttribute(name)) continue;
    if (name === "fill" || name === "stroke" || name === "stop-color") {
      if (value.startsWith("url(")) continue;
      const { colour, alpha } = plainColour(value);
      value = colour;
      const opacity = name === "stop-color" ? "stop-opacity" : `${name}-opacity`;
      if (alpha < 1) to.setAttribute(opacity, String(Number((alpha * Number(style.getPropertyValue(opacity) || 1)).toFixed(3))));
    } else if (name.endsWith("-opacity") && to.hasAttribute(name) && !from.hasAttribute(name)) continue;
    to.setAttribute(name, value.replace(/"/g, "'"));
  }
  for (const name of ["class", "style", "data-layer", "focusable", "aria-hidden"]) to.removeAttribute(name);
  for (let i = 0; i < from.children.length; i++) inline(from.children[i]!, to.children[i]!);
}

/** Characters that a file name may hold and XML may not. */
const NOT_XML = /[^\t\n\r\u0020-\ufffd]/g;

/** The figure as the text of a self-contained SVG, `widthMm` wide (the size on screen without). */
export async function svgText(source: FigureSource, widthMm?: number): Promise<string> {
  const shown = source.drawing?.getBoundingClientRect();
  if (!shown?.width) throw new Error("the figure is not on the screen");
  const width = widthMm ? widthMm * PIXELS_PER_MM : shown.width;
  // The proportions of the screen, within what a page can take.
  const height = width * Math.min(1.25, Math.max(0.45, (widthMm && source.printRatio) || shown.height / shown.width));
  const holder = document.createElement("div");
  holder.className = "ip-export";
  holder.setAttribute("aria-hidden", "true");
  const copy = source.forPrint();
  copy.style.cssText = `width:${width}px;height:${height}px;min-height:0`;
  holder.append(copy);
  const root = source.getRootNode();
  (root instanceof ShadowRoot ? root : document.body).append(holder);
  try {
    await copy.updateComplete;
    const drawing = copy.drawing;
    if (!drawing) throw new Error("nothing was drawn");
    const svg = drawing.cloneNode(true) as SVGSVGElement;
    inline(drawing, svg);
    for (const path of svg.querySelectorAll('path[d=""], polyline[points=""]')) path.remove();
    svg.setAttribute("xmlns", "http://www.w3.org/2000/svg");
    svg.setAttribute("width", widthMm ? `${widthMm}mm` : String(Math.round(width)));
    svg.setAttribute("height", widthMm ? `${(height / PIXELS_PER_MM).toFixed(2)}mm` : String(Math.round(height)));
    const add = (tag: string, text: string): void => {
      const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
      node.textContent = text;
      svg.prepend(node);
    };
    const box = drawing.viewBox.baseVal;
    const paper = document.createElementNS("http://www.w3.org/2000/svg", "rect");
    for (const [name, value] of Object.entries({ width: box.width, height: box.height, fill: "#fff" })) paper.setAttribute(name, String(value));
    svg.prepend(paper);
    add("metadata", provenanceLines(source.provenance).join("\n"));
    add("desc", [source.figureSummary, ...provenanceLines(source.provenance)].join("\n"));
    add("title", source.figureTitle);
    return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg).replace(NOT_XML, "\ufffd")}\n`;
  } finally {
    holder.remove();
  }
}

/** The figure as a PNG: `widthMm` at 300 dots an inch, or as on screen at twice its pixels. */
export async function pngBlob(source: FigureSource, widthMm?: number): Promise<Blob> {
  const text = await svgText(source, widthMm);
  const dpi = widthMm ? 300 : 192;
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(text)}`;
  await image.decode();
  // The drawing has whole pixels; the picture has the size that the file states.
  const pixels = (side: string): number => {
    const [, size = "1", unit] = new RegExp(` ${side}="([\\d.]+)(mm)?"`).exec(text) ?? [];
    return Math.round(Number(size) * dpi / (unit ? 25.4 : 96));
  };
  const canvas = Object.assign(document.createElement("canvas"), { width: pixels("width"), height: pixels("height") });
  const context = canvas.getContext("2d")!;
  context.fillStyle = "#fff";
  context.fillRect(0, 0, canvas.width, canvas.height);
  context.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, "image/png"));
  if (!blob) throw new Error("the browser made no picture of it");
  const bytes = new Uint8Array(await blob.arrayBuffer());
  return new Blob([withMeta(bytes, dpi, [source.figureTitle, ...provenanceLines(source.provenance)].join("\n")) as BlobPart], { type: "image/png" });
}

/** PNG bytes with resolution (pHYs) and description (iTXt) after the header. */
export function withMeta(png: Uint8Array, dpi: number, description: string): Uint8Array {
  const perMetre = Math.round(dpi / 0.0254);
  const size = new Uint8Array(9);
  const view = new DataView(size.buffer);
  view.setUint32(0, perMetre);
  view.setUint32(4, perMetre);
  size[8] = 1;
  const text = new TextEncoder().encode(`Description\0\0\0\0\0${description}`);
  const chunks = [chunk("pHYs", size), chunk("iTXt", text)];
  // The signature and the IHDR chunk are always the first 33 bytes.
  const out = new Uint8Array(png.length + chunks[0]!.length + chunks[1]!.length);
  out.set(png.subarray(0, 33));
  out.set(chunks[0]!, 33);
  out.set(chunks[1]!, 33 + chunks[0]!.length);
  out.set(png.subarray(33), 33 + chunks[0]!.length + chunks[1]!.length);
  return out;
}

function chunk(type: string, data: Uint8Array): Uint8Array {
  const out = new Uint8Array(12 + data.length);
  const view = new DataView(out.buffer);
  view.setUint32(0, data.length);
  out.set(new TextEncoder().encode(type), 4);
  out.set(data, 8);
  let crc = ~0;
  for (const byte of out.subarray(4, 8 + data.length)) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  view.setUint32(8 + data.length, ~crc >>> 0);
  return out;
}

/** "Nyquist plot" -> "nyquist-plot" */
export const fileName = (title: string): string => title.toLowerCase().normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "") || "figure";

export function save(name: string, content: Blob): void {
  const link = document.createElement("a");
  const url = URL.createObjectURL(content);
  link.href = url;
  link.download = name;
  link.click();
  // Some browsers read the file after the click returns.
  setTimeout(() => URL.revokeObjectURL(url), 10_000);
}
