/** Widths of texts in pixels, measured once each without touching the page's layout. */
let context: CanvasRenderingContext2D | null | undefined;
let font = "";
const widths = new Map<string, number>();

export function textWidth(text: string, size: number, family: string, bold = false): number {
  const name = `${bold ? "b" : ""}${size}|${family}|${text}`;
  let width = widths.get(name);
  if (width === undefined) {
    context ??= typeof document === "undefined" ? null : document.createElement("canvas").getContext("2d");
    const wanted = `${bold ? "600 " : ""}${size}px ${family}`;
    // Setting the font costs more than measuring.
    if (context && wanted !== font) context.font = font = wanted;
    width = context ? context.measureText(text).width : text.length * size * 0.56;
    if (widths.size > 4000) widths.clear();
    widths.set(name, width);
  }
  return width;
}
