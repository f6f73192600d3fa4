/** The numbers of a figure as columns: for the table on the page, for CSV and for the clipboard. */
import { t } from "../../state/texts";
import { yAxes } from "./frame";
import type { Axis, Figure, Numbers, Provenance } from "./types";

export interface Column { head: string; values: Numbers }
export interface Table { title: string; columns: Column[]; rows: number }

const named = (axis: { label: string; symbol?: string; unit?: string }): string =>
  (axis.symbol ? axis.symbol.replace("_", " ") : axis.label) + (axis.unit ? ` / ${axis.unit}` : "");

/** Curves with the same label and the same points (|Z| and phase of one spectrum) share their first columns. */
export function tableOf(figure: Figure, hidden: ReadonlySet<string> = new Set()): Table {
  const axes = yAxes(figure);
  const columns: Column[] = [];
  const groups = new Map<string, Numbers>();
  for (const s of figure.series) {
    if (hidden.has(s.id) || s.listed === false) continue;
    const head = (axis: Parameters<typeof named>[0], extra = ""): string => `${s.label}${extra}: ${named(axis)}`;
    const y: Axis = axes[Math.min(s.panel ?? 0, axes.length - 1)]!;
    if (s.kind === "heat" || s.kind === "contour") {
      // The same grid as areas and as lines is one set of numbers.
      if (!s.z || [...groups.values()].includes(s.z)) continue;
      groups.set(s.id, s.z);
      const n = s.x.length, count = n * s.y.length;
      columns.push({ head: head(figure.x), values: Float64Array.from({ length: count }, (_, k) => s.x[k % n]!) });
      columns.push({ head: head(y), values: Float64Array.from({ length: count }, (_, k) => s.y[Math.floor(k / n)]!) });
      columns.push({ head: s.label, values: s.z });
      continue;
    }
    if (groups.get(s.label) !== s.x) {
      groups.set(s.label, s.x);
      if (s.key && figure.key && s.key !== s.x) columns.push({ head: head(figure.key), values: s.key });
      columns.push({ head: head(figure.x), values: s.x });
      if (s.errorX) columns.push({ head: head(figure.x, " ±"), values: s.errorX });
    }
    columns.push({ head: head(y), values: s.y });
    if (s.y2) columns.push({ head: head(y, ` (${t("table-lower")})`), values: s.y2 });
    if (s.errorY) columns.push({ head: head(y, " ±"), values: s.errorY });
  }
  return { title: figure.title, columns, rows: columns.reduce((most, c) => Math.max(most, c.values.length), 0) };
}

/** A cell that no spreadsheet takes for a formula, quoted where it must be; where the comma is the decimal sign a semicolon cuts cells. */
export function cell(text: string, separator = ","): string {
  const whole = text.replaceAll(";", ",");
  const safe = /^\s*[=+\-@＝＋－＠\t\r]/.test(whole) ? `'${whole}` : whole;
  return safe.includes(separator) || /["\n\r]/.test(safe) ? `"${safe.replace(/"/g, '""')}"` : safe;
}

const figureOf = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? "" : String(value));

/** Lines that say where a figure comes from. */
export function provenanceLines(provenance: Provenance | undefined): string[] {
  if (!provenance) return [];
  const { package: version, model, geometry, link, notes } = provenance;
  return [`Interphase ${version}, model ${model}`, t("figure-values-of", { geometry }), ...Object.entries(notes ?? {}).map(([name, text]) => `${name}: ${text}`), ...(link ? [link] : [])];
}

/** All numbers with all their digits; what they are stands in lines that begin with "#". */
export function csvOf(table: Table, provenance?: Provenance, separator = ","): string {
  const lines = [table.title, ...provenanceLines(provenance)].map((line) => cell(`# ${line}`, separator));
  lines.push(table.columns.map((c) => cell(c.head, separator)).join(separator));
  for (let i = 0; i < table.rows; i++) lines.push(table.columns.map((c) => figureOf(c.values[i])).join(separator));
  return `${lines.join("\r\n")}\r\n`;
}
