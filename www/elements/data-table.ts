/** `<ip-data-table>`: the numbers of a figure, to read and to have read. */
import { html, nothing, type TemplateResult } from "lit";
import { number } from "../state/format";
import type { Table } from "./plot/table";
import { t } from "../state/texts";
import { Element } from "./element";

/** More rows help nobody on a page. */
const ROWS = 500;

export class DataTable extends Element {
  static override properties = { table: { attribute: false } };
  declare table: Table | undefined;

  protected override render(): TemplateResult | typeof nothing {
    const { table } = this;
    if (!table) return nothing;
    const shown = Math.min(ROWS, table.rows);
    const digits = (value: number | undefined): string => (value === undefined || !Number.isFinite(value) ? "" : number(value, 4, true));
    return html`<div class="dt-scroll" role="region" tabindex="0" aria-label=${table.title}>
      <table>
        <caption>${table.title}</caption>
        <thead><tr>${table.columns.map((c) => html`<th scope="col">${c.head}</th>`)}</tr></thead>
        <tbody>${Array.from({ length: shown }, (_, i) => html`<tr>${table.columns.map((c) => html`<td>${digits(c.values[i])}</td>`)}</tr>`)}</tbody>
      </table>
      ${shown < table.rows ? html`<p>${t("table-rows", { shown, all: table.rows })}</p>` : nothing}
    </div>`;
  }
}

customElements.define("ip-data-table", DataTable);

declare global {
  interface HTMLElementTagNameMap { "ip-data-table": DataTable }
}
