/** `<ip-figure-menu>`: the same small menu on every figure: save, copy, show as a table. */
import { html, nothing, type TemplateResult } from "lit";
import { fileName, pngBlob, PRINT_WIDTHS_MM, save, svgText, type FigureSource } from "./plot/export";
import { csvOf } from "./plot/table";
import { reasonOf } from "../state/said";
import { t } from "../state/texts";
import { Element } from "./element";

interface Item { name: string; act: () => Promise<void> | void }

export class FigureMenu extends Element {
  static override properties = { source: { attribute: false }, tableShown: { type: Boolean } };
  declare source: FigureSource | undefined;
  declare tableShown: boolean;

  private notice = 0;

  constructor() {
    super();
    this.tableShown = false;
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.notice);
  }

  private get items(): Item[] {
    const source = this.source!;
    const base = fileName(source.figureTitle);
    const saved = (name: string, content: Blob): void => {
      save(name, content);
      this.say(t("figure-saved", { name }));
    };
    const csv = (separator?: string): string => csvOf(source.table!, source.provenance, separator);
    // The mark at the front tells spreadsheets that Ω and µ are UTF-8.
    const csvFile = (): Blob => new Blob(["\ufeff", csv()], { type: "text/csv" });
    return [
      ...PRINT_WIDTHS_MM.map((mm) => ({ name: t("figure-svg", { mm }), act: async () => saved(`${base}-${mm}mm.svg`, new Blob([await svgText(source, mm)], { type: "image/svg+xml" })) })),
      ...PRINT_WIDTHS_MM.map((mm) => ({ name: t("figure-png", { mm }), act: async () => saved(`${base}-${mm}mm.png`, await pngBlob(source, mm)) })),
      { name: t("figure-png-screen"), act: async () => saved(`${base}.png`, await pngBlob(source)) },
      { name: t("figure-copy"), act: async () => {
        const picture = pngBlob(source);
        try {
          // The promise goes in at once: some browsers forget the click while a picture is drawn.
          await navigator.clipboard.write([new ClipboardItem({ "image/png": picture })]);
          this.say(t("figure-copied"));
        } catch {
          save(`${base}.png`, await picture);
          this.say(t("figure-copy-refused"));
        }
      } },
      ...(source.table ? [
        { name: t("figure-csv"), act: () => saved(`${base}.csv`, csvFile()) },
        { name: t("figure-copy-data"), act: async () => {
          try {
            await navigator.clipboard.writeText(csv("\t"));
            this.say(t("figure-copied"));
          } catch {
            save(`${base}.csv`, csvFile());
            this.say(t("figure-copy-data-refused"));
          }
        } },
        { name: this.tableShown ? t("figure-plot") : t("figure-table"), act: () => this.emit("figure-table", undefined) },
      ] : []),
    ];
  }

  private say(text: string): void {
    const region = this.querySelector<HTMLElement>(".fm-notice");
    if (!region) return;
    region.textContent = text;
    clearTimeout(this.notice);
    this.notice = window.setTimeout(() => (region.textContent = ""), 6000);
  }

  private get list(): HTMLElement {
    return this.querySelector<HTMLElement>(".fm-list")!;
  }

  private get button(): HTMLButtonElement {
    return this.querySelector<HTMLButtonElement>(".fm-button")!;
  }

  private readonly onToggle = (event: ToggleEvent): void => {
    const open = event.newState === "open";
    this.button.setAttribute("aria-expanded", String(open));
    if (!open) return;
    const from = this.button.getBoundingClientRect(), list = this.list;
    list.style.left = `${Math.max(4, Math.min(from.right - list.offsetWidth, innerWidth - list.offsetWidth - 4))}px`;
    list.style.top = `${from.bottom + list.offsetHeight + 4 <= innerHeight ? from.bottom + 2 : Math.max(4, from.top - list.offsetHeight - 2)}px`;
    list.querySelector<HTMLElement>("[role=menuitem]")?.focus();
  };

  private readonly onKey = (event: KeyboardEvent): void => {
    const items = [...this.list.querySelectorAll<HTMLElement>("[role=menuitem]")];
    const now = items.indexOf(event.target as HTMLElement);
    const to = { ArrowDown: now + 1, ArrowUp: now - 1, Home: 0, End: -1 }[event.key];
    if (event.key === "Tab") this.list.hidePopover();
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    items.at(to % items.length)?.focus();
  };

  private async choose(item: Item): Promise<void> {
    this.list.hidePopover();
    this.button.focus();
    try {
      await item.act();
    } catch (error) {
      this.say(t("figure-failed", { reason: reasonOf(error) }));
    }
  }

  protected override render(): TemplateResult | typeof nothing {
    if (!this.source) return nothing;
    const label = `${t("figure-menu")}: ${this.source.figureTitle}`;
    return html`<button type="button" class="fm-button" aria-haspopup="menu" aria-expanded="false" aria-label=${label} title=${t("figure-menu")} @click=${() => this.list.togglePopover()}>
        <svg width="18" height="18" viewBox="0 0 18 18" aria-hidden="true"><path d="M9 2.5v8.5M5.5 7.8 9 11.3l3.5-3.5M3 13.5v2h12v-2"></path></svg></button>
      <div class="fm-list" popover role="menu" aria-label=${label} @toggle=${this.onToggle} @keydown=${this.onKey}>
        ${this.items.map((item) => html`<button type="button" role="menuitem" tabindex="-1" @click=${() => this.choose(item)}>${item.name}</button>`)}
      </div>
      <span class="fm-notice" role="status"></span>`;
  }
}

customElements.define("ip-figure-menu", FigureMenu);

declare global {
  interface HTMLElementTagNameMap { "ip-figure-menu": FigureMenu }
  interface HTMLElementEventMap { "figure-table": CustomEvent<undefined> }
}
