import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { readFile } from "./read";
import { sheetsOf } from "./spreadsheet";

const zip = (parts: Record<string, string>) => zipSync(Object.fromEntries(Object.entries(parts).map(([path, text]) => [path, strToU8(text)])));

const xlsx = zip({
  "[Content_Types].xml": "<Types/>",
  "xl/workbook.xml": `<?xml version="1.0"?><workbook xmlns:r="x"><sheets><sheet name="Data &amp; more" sheetId="1" r:id="rId2"/><sheet name="Empty" sheetId="2" r:id="rId1"/></sheets></workbook>`,
  "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="rId1" Target="worksheets/sheet2.xml"/><Relationship Id="rId2" Target="/xl/worksheets/sheet1.xml"/></Relationships>`,
  "xl/sharedStrings.xml": `<sst><si><t>freq/Hz</t></si><si><r><t>Re(Z)</t></r><r><t>/Ohm</t></r></si><si><t>-Im(Z)/Ohm, "x"
</t></si></sst>`,
  "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="C2" t="s"><v>1</v></c><c r="D2" t="s"><v>2</v></c></row><row r="3"><c r="B3"><v>1000</v></c><c r="C3"><f>1+1</f><v>10.5</v></c><c r="D3" t="inlineStr"><is><t>2.5</t></is></c></row><row r="6"><c r="D6"><v>7</v></c></row></sheetData></worksheet>`,
  "xl/worksheets/sheet2.xml": `<worksheet><sheetData/></worksheet>`,
});

const ods = zip({
  "content.xml": `<office:document-content><office:body><table:table table:name="One"><table:table-row><table:table-cell office:value-type="string"><text:p>freq/Hz</text:p></table:table-cell><table:table-cell office:value-type="string"><text:p>Z' / <text:span>Ohm</text:span></text:p></table:table-cell></table:table-row><table:table-row table:number-rows-repeated="2"><table:table-cell office:value-type="float" office:value="1000"><text:p>1.000,0</text:p></table:table-cell><table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="2.5"/></table:table-row><table:table-row table:number-rows-repeated="1048000"><table:table-cell table:number-columns-repeated="16384"/></table:table-row></table:table></office:body></office:document-content>`,
});

describe("spreadsheets", () => {
  test("an .xlsx becomes CSV, sheet by sheet", () => {
    expect(sheetsOf("a.xlsx", xlsx)).toEqual([{ name: "Data & more", csv: ',freq/Hz,Re(Z)/Ohm,"-Im(Z)/Ohm, ""x"""\n,1000,10.5,2.5\n\n,,,7\n' }]);
  });
  test("an .ods does too, and its empty million rows do not", () => {
    expect(sheetsOf("a.ods", ods)).toEqual([{ name: "One", csv: "freq/Hz,Z' / Ohm\n1000,2.5,2.5\n1000,2.5,2.5\n" }]);
  });
  test("a date is no number", () => {
    const formats = ["General", "dd\\.mm\\.yyyy", "0.00&quot; mΩ&quot;", "[h]:mm", "0.00E+00", "[Red]0.0;[Magenta]\\-0.0", "mm:ss.0", "_-* #,##0.00\\ _d_-"];
    const cells = [...formats.map((_, i) => 164 + i), 0, 14, 22, 49, 47];
    const styled = zip({
      "xl/workbook.xml": `<workbook><sheets><sheet name="A" r:id="r1"/></sheets></workbook>`,
      "xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="r1" Target="worksheets/sheet1.xml"/></Relationships>`,
      "xl/styles.xml": `<styleSheet><numFmts>${formats.map((code, i) => `<numFmt numFmtId="${164 + i}" formatCode="${code}"/>`).join("")}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${cells.map((id) => `<xf numFmtId="${id}"/>`).join("")}</cellXfs></styleSheet>`,
      "xl/worksheets/sheet1.xml": `<worksheet><sheetData><row r="1">${cells.map((_, i) => `<c s="${i}"><v>45413</v></c>`).join("")}<c><v>1</v></c><c s="0" t="str"><v>x</v></c><c s="0"/><c t="d"><v>2024-05-01</v></c></row></sheetData></worksheet>`,
    });
    const d = "#date";
    const n = "45413";
    expect(sheetsOf("a.xlsx", styled)[0]?.csv).toBe(`${[n, d, n, d, n, n, d, n, n, d, d, n, d, 1, "x", "", d].join(",")}\n`);
    const open = zip({ "content.xml": `<table:table table:name="A"><table:table-row><table:table-cell office:value-type="date" office:date-value="2024-05-01"><text:p>01.05.24</text:p></table:table-cell></table:table-row></table:table>` });
    expect(sheetsOf("a.ods", open)[0]?.csv).toBe("#date\n");
  });
  test("what is no spreadsheet says so", () => {
    expect(() => sheetsOf("a.zip", zip({ "a.txt": "x" }))).toThrow("no .xlsx or .ods");
    for (let end = 4; end < xlsx.length; end += 7) expect(() => sheetsOf("cut.xlsx", xlsx.subarray(0, end))).toThrow(/damaged|no \.xlsx/);
  });
  test("sheets go to the engine, other files as they are", async () => {
    const seen: string[] = [];
    const read = (name: string, bytes: Uint8Array) => {
      seen.push(`${name}: ${bytes.length}`);
      return { format: "table", spectra: [], warnings: ["w"], understood: "u" };
    };
    expect(await readFile("a.xlsx", xlsx, read)).toEqual({ format: "spreadsheet", spectra: [], warnings: ["w"], understood: "u", tables: [{ name: "a.xlsx", bytes: expect.any(Uint8Array), spectra: [] }] });
    await readFile("b.csv", new Uint8Array(3), read);
    expect(seen).toEqual(["a.xlsx: 60", "b.csv: 3"]);
  });
});
