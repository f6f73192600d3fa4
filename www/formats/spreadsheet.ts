/**
 * Spreadsheets (.xlsx, .ods) as CSV that the engine reads. Loaded only when such a file is opened; formulas are not
 * run, their last value counts.
 */
import { strFromU8, unzipSync } from "fflate";
import { readXml } from "./xml";

/** Largest part of a spreadsheet once unpacked, and widest row: what is larger is no table of spectra. */
const MAX_BYTES = 50 * 1024 * 1024;
const MAX_COLUMNS = 1000;

export interface Sheet { name: string; csv: string }

/** The sheets that hold anything, in the order of the workbook. */
export function sheetsOf(fileName: string, bytes: Uint8Array): Sheet[] {
  const wanted = /^(xl\/(workbook|sharedStrings|styles|worksheets\/[^/]+)\.xml|xl\/_rels\/workbook\.xml\.rels|content\.xml)$/;
  let total = 0;
  let parts: Record<string, Uint8Array>;
  try {
    parts = unzipSync(bytes, {
      filter: (file) => {
        if (!wanted.test(file.name)) return false;
        total += file.originalSize;
        if (total > MAX_BYTES) throw new RangeError();
        return true;
      },
    });
  } catch (error) {
    if (error instanceof RangeError) throw new Error(`${fileName} is larger than 50 MB when unpacked.`);
    throw new Error(`${fileName} is damaged: it cannot be unpacked.`);
  }
  const part = (path: string) => (parts[path] ? strFromU8(parts[path]) : undefined);
  const content = part("content.xml");
  const workbook = part("xl/workbook.xml");
  if (content === undefined && workbook === undefined) throw new Error(`${fileName} is an archive, but no .xlsx or .ods spreadsheet.`);
  const sheets = content !== undefined ? openDocument(content) : excel(workbook!, part);
  return sheets.filter((sheet) => sheet.csv !== "");
}

/** Rows of cells, with gaps, as CSV. */
class Rows {
  private readonly lines: string[] = [];
  private cells: string[] = [];

  put(column: number, text: string): void {
    if (text === "" || column >= MAX_COLUMNS) return;
    while (this.cells.length < column) this.cells.push("");
    this.cells[column] = text;
  }
  endRow(times = 1): void {
    const line = this.cells.map(quoted).join(",");
    // Sheets end in a million empty rows.
    for (let i = 0; i < (line === "" ? 1 : Math.min(times, 10_000)); i++) this.lines.push(line);
    this.cells = [];
  }
  toCsv(): string {
    return this.lines.join("\n").trim() === "" ? "" : `${this.lines.join("\n").trimEnd()}\n`;
  }
}

const quoted = (cell: string): string => {
  const line = cell.replace(/\s+/g, " ").trim();
  return /[",]/.test(line) ? `"${line.replaceAll('"', '""')}"` : line;
};

function excel(workbook: string, part: (path: string) => string | undefined): Sheet[] {
  const targets = new Map<string, string>();
  readXml(part("xl/_rels/workbook.xml.rels") ?? "", {
    open: ({ name, attributes: a }) => {
      if (name === "Relationship" && a["Id"] && a["Target"]) targets.set(a["Id"], a["Target"].replace(/^\/?(xl\/)?/, "xl/"));
    },
  });
  const texts: string[] = [];
  let inText = false;
  readXml(part("xl/sharedStrings.xml") ?? "", {
    open: ({ name }) => {
      if (name === "si") texts.push("");
      inText = name === "t";
    },
    close: () => (inText = false),
    text: (text) => {
      if (inText && texts.length > 0) texts[texts.length - 1] += text;
    },
  });
  const isDate = datesOf(part("xl/styles.xml") ?? "");
  const sheets: Sheet[] = [];
  readXml(workbook, {
    open: ({ name, attributes: a }) => {
      // `r:id` and `sheetId` are different attributes; the prefix is gone.
      const xml = name === "sheet" && a["id"] ? part(targets.get(a["id"]) ?? "") : undefined;
      if (xml !== undefined) sheets.push({ name: a["name"] ?? "", csv: worksheet(xml, texts, isDate) });
    },
  });
  return sheets;
}

/**
 * What stands for a date: Excel makes one of "1.5", and its number of days is no impedance. The engine leaves a row with it
 * out, as one with #DIV/0!, and says so.
 */
const DATE = "#date";

/** Whether a style of cells, by its number, shows dates or times. */
function datesOf(styles: string): readonly boolean[] {
  // ECMA-376, 18.8.30: those that are not written out, also the ones of East Asia.
  const builtIn = (id: number) => (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  const written = new Map<number, boolean>();
  const dates: boolean[] = [];
  let inCells = false;
  readXml(styles, {
    open: ({ name, attributes: a }) => {
      const id = Number(a["numFmtId"] ?? 0);
      if (name === "numFmt") written.set(id, isDateFormat(a["formatCode"] ?? ""));
      else if (name === "cellXfs") inCells = true;
      else if (name === "xf" && inCells) dates.push(written.get(id) ?? builtIn(id));
    },
    close: (name) => {
      if (name === "cellXfs") inCells = false;
    },
  });
  return dates;
}

/** Days, months, years or hours outside what is quoted or in brackets, and no places for digits but those of seconds. */
function isDateFormat(code: string): boolean {
  const bare = code.replace(/"[^"]*"|\[[^\]]*\]|[\\_*]./g, "").replace(/s\.0+/gi, "s");
  return /[dmyh]/i.test(bare) && !/[0#?]|standard/i.test(bare);
}

function worksheet(xml: string, texts: readonly string[], isDate: readonly boolean[]): string {
  const rows = new Rows();
  let row = 0;
  let column = -1;
  let type = "n";
  let value = "";
  let inValue = false;
  readXml(xml, {
    open: ({ name, attributes: a }) => {
      if (name === "row") {
        const number = Number(a["r"] ?? row + 1);
        // Rows left out are blank lines, which separate spectra; more than one says nothing more.
        if (number > row + 1 && row > 0) rows.endRow();
        row = number;
        column = -1;
      } else if (name === "c") {
        column = a["r"] ? columnOf(a["r"]) : column + 1;
        type = a["t"] ?? "n";
        if (type === "n" && isDate[Number(a["s"] ?? 0)]) type = "d";
        value = "";
      }
      inValue = name === "v" || name === "t";
    },
    close: (name) => {
      inValue = false;
      if (name === "row") rows.endRow();
      else if (name === "c") rows.put(column, type === "s" ? (texts[Number(value)] ?? "") : type === "d" && value !== "" ? DATE : value);
    },
    text: (text) => {
      if (inValue) value += text;
    },
  });
  return rows.toCsv();
}

/** "B3" is column 1. */
function columnOf(reference: string): number {
  let column = 0;
  for (const letter of reference.replace(/[^A-Z]/g, "")) column = column * 26 + letter.charCodeAt(0) - 64;
  return column - 1;
}

function openDocument(content: string): Sheet[] {
  const sheets: Sheet[] = [];
  let rows = new Rows();
  let column = 0;
  let repeat = 1;
  let rowRepeat = 1;
  let number: string | undefined;
  let text = "";
  let inText = 0;
  const count = (attribute: string | undefined) => Math.max(1, Number(attribute ?? 1) || 1);
  readXml(content, {
    open: ({ name, attributes: a }) => {
      if (name === "table") {
        rows = new Rows();
        sheets.push({ name: a["name"] ?? "", csv: "" });
      } else if (name === "table-row") {
        column = 0;
        rowRepeat = count(a["number-rows-repeated"]);
      } else if (name === "table-cell" || name === "covered-table-cell") {
        repeat = count(a["number-columns-repeated"]);
        number = a["value-type"] === "float" || a["value-type"] === "percentage" ? a["value"] : undefined;
        if (a["value-type"] === "date" || a["value-type"] === "time") number = DATE;
        text = "";
      } else if (name === "p") inText++;
    },
    close: (name) => {
      if (name === "p") inText--;
      else if (name === "table-cell" || name === "covered-table-cell") {
        const cell = number ?? text;
        if (cell !== "") for (let i = 0; i < Math.min(repeat, MAX_COLUMNS); i++) rows.put(column + i, cell);
        column += repeat;
      } else if (name === "table-row") rows.endRow(rowRepeat);
      else if (name === "table") sheets[sheets.length - 1]!.csv = rows.toCsv();
    },
    text: (piece) => {
      if (inText > 0) text += piece;
    },
  });
  return sheets;
}
