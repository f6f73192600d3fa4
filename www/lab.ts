/** <interphase-lab>: the whole page, in one shadow root. It owns the store, shows the views, and hears files, panics and undo keys. */
import { LitElement, html, nothing, unsafeCSS, type PropertyValues } from "lit";
import { customElement, state } from "lit/decorators.js";
import { type EnginePanic, panics, ready, version, whole } from "./engine";
import "./elements/drop-zone";
import type { Found } from "./formats/folder";
import { icon } from "./elements/icon";
import "./elements/notice";
import { pace } from "./elements/pace";
import { textWidth } from "./elements/plot/measure";
import { once } from "./once";
import { AREAS, readLink, unpackData, writeLink, type Known, type Warning } from "./state/link";
import { known as knownTo, initial } from "./state/start";
import { Store, type State, type Theme } from "./state/store";
import { quantity } from "./state/format";
import { LANGUAGES, t, texts } from "./state/texts";
import { bindUrl, pageAddress } from "./state/url";
import base from "./styles/base.css?inline";
import controls from "./styles/controls.css?inline";
import data from "./styles/data.css?inline";
import figures from "./styles/figures.css?inline";
import frame from "./styles/frame.css?inline";
import panes from "./styles/panes.css?inline";
import tokens from "./styles/tokens.css?inline";
import { VIEWS } from "./views/index";
import { View } from "./views/view";

const embedded = window.parent !== window;
/** Not waited for by the first picture; who needs it at once, waits. */
const late = once(() => ready.then(() => import("./late")));
late().catch(() => {});

interface Message { readonly kind: "note" | "warning" | "error"; readonly text: string }

@customElement("interphase-lab")
export class InterphaseLab extends LitElement {
  static override styles = [tokens, base, controls, data, panes, frame, figures].map(unsafeCSS);

  @state() private store: Store | undefined;
  @state() private failed: string | undefined;
  @state() private messages: readonly Message[] = [];
  @state() private panic: EnginePanic | undefined;
  @state() private dialog: "settings" | "share" | undefined;
  @state() private shown: View | undefined;
  @state() private said = "";

  private known!: Known;
  private readonly views = new Map<string, View>();

  override connectedCallback(): void {
    super.connectedCallback();
    texts.addEventListener("change", this.retell);
    panics.addEventListener("panic", this.panicked);
    window.addEventListener("keydown", this.keyed);
    void texts.use("auto").then(() => setTimeout(rehearse));
    ready.then(() => this.start()).catch((error: unknown) => {
      this.failed = error instanceof Error ? error.message : String(error);
    });
  }
  override disconnectedCallback(): void {
    super.disconnectedCallback();
    texts.removeEventListener("change", this.retell);
    panics.removeEventListener("panic", this.panicked);
    window.removeEventListener("keydown", this.keyed);
  }

  private readonly retell = () => {
    document.documentElement.lang = texts.language;
    document.title = this.store ? `${t(`view-${this.store.state.view}`)} · Interphase` : "Interphase";
    this.requestUpdate();
  };
  private readonly panicked = (event: Event) => {
    this.panic = (event as CustomEvent<EnginePanic>).detail;
  };

  private start(): void {
    this.known = knownTo(VIEWS.map(({ id }) => id));
    const saved = savedLink();
    const { state, warnings, data = saved && readLink(saved, initial(this.known), this.known).data } =
      readLink(location.hash || saved, initial(this.known), this.known);
    const store = new Store(state);
    store.subscribe((now, before, { sight }) => {
      if (sight) return;
      if (now.view !== before.view) void this.show(now.view);
      if (now.language !== before.language) void texts.use(now.language);
      this.requestUpdate();
    });
    bindUrl(store, this.known, (list) => this.warn(list));
    this.store = store;
    this.warn(warnings);
    if (state.language !== "auto") void texts.use(state.language);
    if (data) {
      unpackData(data).then(
        (sets) => store.update({ data: sets }, { history: "replace" }),
        () => this.tell("warning", t("link-bad-data")),
      );
    }
    const shown = this.show(state.view);
    if (embedded) {
      this.toggleAttribute("embedded", true);
      // The page around learns that we are ready when there is something to see.
      void Promise.all([import("./embed/frame"), shown]).then(([{ converse }]) => converse(store, this.known, this, this.exportFigure));
    }
  }

  /** A figure of the view as text, by its title or the first one. */
  private readonly exportFigure = async (format: "svg" | "csv", title?: string) => {
    const { figureText } = await import("./embed/figure");
    // What was set just before is in it, also where a frame out of sight draws nothing.
    if (this.store) await this.show(this.store.state.view);
    await this.updateComplete;
    this.shown?.flush();
    return figureText(this.renderRoot, format, title);
  };

  /** Shows a view, loading its code if this is the first time. */
  private async show(id: string): Promise<void> {
    let view = this.views.get(id);
    if (!view) {
      try {
        // Only the first view makes do with the model alone.
        await Promise.all([VIEWS.find((entry) => entry.id === id)?.load(), ...(id === "explore" ? [ready] : [whole(), late()])]);
      } catch {
        return this.tell("error", t("view-not-loaded", { name: t(`view-${id}`) }));
      }
      view = document.createElement(`ip-${id}`) as View;
      view.store = this.store!;
      view.known = this.known;
      const { sheet } = view.constructor as typeof View;
      if (sheet) this.adopt(sheet);
      this.views.set(id, view);
    }
    if (this.store?.state.view !== id) return;
    const moved = this.shown !== undefined && this.shown !== view;
    const first = this.shown === undefined;
    this.shown = view;
    this.retell();
    void this.nameInSight();
    if (first) void this.first(view);
    if (moved) {
      await this.updateComplete;
      this.renderRoot.querySelector<HTMLElement>("main")?.focus();
    }
  }

  /** The first picture comes before what is said about it. Nobody waits for it: a frame out of sight has no pictures. */
  private async first(view: View): Promise<void> {
    await this.updateComplete;
    pace.move();
    await view.updateComplete;
    requestAnimationFrame(() => setTimeout(() => pace.rest()));
  }

  /** On a telephone the names of the views run out of the row: the current one is brought into it, and nothing else of the page moves. */
  private async nameInSight(): Promise<void> {
    await this.updateComplete;
    await new Promise(requestAnimationFrame);
    const name = this.renderRoot.querySelector("nav [aria-current]");
    const row = name?.parentElement;
    if (!row) return;
    const [inner, outer] = [name.getBoundingClientRect(), row.getBoundingClientRect()];
    if (inner.left < outer.left || inner.right > outer.right) row.scrollLeft += (inner.left + inner.right - outer.left - outer.right) / 2;
  }

  private adopt(css: string): void {
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(css);
    const root = this.renderRoot as ShadowRoot;
    root.adoptedStyleSheets = [...root.adoptedStyleSheets, sheet];
  }

  protected override scheduleUpdate(): Promise<void> {
    return pace.turn(() => void super.scheduleUpdate());
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    // On the document, so that the canvas behind the page and native controls follow.
    const theme: Theme = this.store?.state.theme ?? "auto";
    this.dataset["hide"] = this.store?.state.hidden.join(" ") ?? "";
    if (theme === "auto") this.removeAttribute("theme");
    else this.setAttribute("theme", theme);
    document.documentElement.style.colorScheme = theme === "auto" ? "light dark" : theme === "dark" ? "dark" : "light";
  }

  protected override render() {
    const { store } = this;
    // In full: what begins with # and is scrolled out of the row is taken for a skip link.
    const page = pageAddress();
    return html`
      <header class="top">
        <button type="button" class="skip" @click=${this.skip}>${t("skip")}</button>
        <h1 class="brand">Interphase</h1>
        <nav aria-label=${t("views")}>
          ${VIEWS.map(({ id }) => html`
            <a href="${page}#v1/${id}" aria-current=${store?.state.view === id ? "page" : nothing} @click=${(e: MouseEvent) => this.go(e, id)}>${t(`view-${id}`)}</a>`)}
        </nav>
        <div class="actions" role="group" aria-label=${t("actions")}>
          <button type="button" class="quiet" aria-label=${t("undo")} title="${t("undo")} (Ctrl+Z)" ?disabled=${!store?.canUndo} @click=${() => store?.undo()}>${icon("undo")}</button>
          <button type="button" class="quiet" aria-label=${t("redo")} title="${t("redo")} (Ctrl+Y)" ?disabled=${!store?.canRedo} @click=${() => store?.redo()}>${icon("redo")}</button>
          <button type="button" class="quiet" aria-label=${t("settings")} title=${t("settings")} aria-haspopup="dialog" @click=${() => (this.dialog = "settings")}>${icon("settings")}</button>
          <button type="button" class="plain" aria-haspopup="dialog" @click=${this.share}>${t("share")}</button>
        </div>
      </header>
      <section class="messages" aria-label=${t("messages")}>
        ${this.panic ? this.panicNotice(this.panic) : nothing}
        ${this.failed ? html`<ip-notice kind="error" .text=${t("engine-not-loaded", { reason: this.failed })}></ip-notice>` : nothing}
        ${this.messages.map((message) => html`
          <ip-notice .kind=${message.kind} .text=${message.text} dismissible
            @dismiss=${() => (this.messages = this.messages.filter((other) => other !== message))}></ip-notice>`)}
        ${store ? html`<ip-file-reader .store=${store} @say=${this.speak} @tell=${this.told} @model-place=${this.explain}></ip-file-reader>` : nothing}
      </section>
      <main tabindex="-1" aria-busy=${this.shown ? "false" : "true"} @files=${this.files} @choose-columns=${this.columns} @say=${this.speak} @tell=${this.told} @model-place=${this.explain}>
        ${this.shown ?? (this.failed ? html`<slot></slot>` : html`<p class="loading">${t("loading")}</p>`)}
      </main>
      ${store && embedded ? html`<p class="whole"><a href=${this.whole(store.state)} target="_blank" rel="noopener">${t("whole-page")}</a></p>` : nothing}
      ${store ? html`<ip-drop-zone @files=${this.files} @tell=${this.told}></ip-drop-zone>` : nothing}
      <div class="unseen" role="status" aria-live="polite">${this.said}</div>
      ${store && this.dialog === "settings" ? this.settings(store) : nothing}
      ${store && this.dialog === "share"
        ? html`<ip-share .store=${store} .known=${this.known} @closed=${() => (this.dialog = undefined)}></ip-share>`
        : nothing}`;
  }

  private settings(store: Store) {
    const { theme, language } = store.state;
    const { package: release, model } = version();
    return html`
      <ip-dialog .heading=${t("settings")} @closed=${() => (this.dialog = undefined)} .content=${html`
        <fieldset><legend>${t("theme")}</legend>
          <ip-choice .label=${t("theme")} .value=${theme}
            .options=${(["auto", "light", "dark", "projector"] as const).map((value) => ({ value, label: t(`theme-${value}`) }))}
            @choose=${(e: CustomEvent<{ value: string }>) => store.update({ theme: e.detail.value as Theme }, { history: "replace" })}></ip-choice>
        </fieldset>
        <fieldset><legend>${t("language")}</legend>
          <ip-choice .label=${t("language")} .value=${language}
            .options=${[{ value: "auto", label: t("language-auto") }, ...Object.entries(LANGUAGES).map(([value, label]) => ({ value, label }))]}
            @choose=${(e: CustomEvent<{ value: string }>) => store.update({ language: e.detail.value }, { history: "replace" })}></ip-choice>
        </fieldset>
        <p class="fine">${t("version", { release, model })}</p>`}></ip-dialog>`;
  }

  /** A fault of ours: said plainly, with a report to copy; the data stay, the engine has been started anew. */
  private panicNotice(panic: EnginePanic) {
    const report = [panic.report, `call: ${panic.call}`, `page: ${location.href.slice(0, 2000)}`, `browser: ${navigator.userAgent}`].join("\n");
    return html`
      <div class="notice error" role="alert">
        <div><p>${t("panic", { call: panic.call })}</p>
          <details><summary>${t("panic-report")}</summary><textarea readonly rows="6" aria-label=${t("panic-report")} .value=${report}></textarea></details>
        </div>
        <button type="button" class="quiet small" aria-label=${t("dismiss")} @click=${() => (this.panic = undefined)}>${icon("close")}</button>
      </div>`;
  }

  /** This page as one of its own, with all its areas; what a teacher hid of the cell stays hidden. */
  private whole(state: State): string {
    const hidden = state.hidden.filter((name) => !(AREAS as readonly string[]).includes(name));
    return pageAddress() + writeLink({ ...state, hidden }, this.known);
  }

  /** What stands behind a curve is on the Model page; the cell goes along. */
  private readonly explain = (event: CustomEvent<{ at: string }>) => {
    const { store } = this;
    store?.update({ view: "model", slices: { ...store.state.slices, model: event.detail } });
  };
  private go(event: MouseEvent, view: string): void {
    if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
    event.preventDefault();
    this.store?.update({ view });
  }
  private skip(): void {
    this.renderRoot.querySelector<HTMLElement>("main")?.focus();
  }
  private async share(): Promise<void> {
    await import("./views/share");
    this.dialog = "share";
  }

  private tell(kind: Message["kind"], text: string): void {
    this.messages = [...this.messages.filter((message) => message.text !== text).slice(-3), { kind, text }];
  }
  private warn(warnings: readonly Warning[]): void {
    for (const { id, variables } of warnings) this.tell("warning", t(id, variables));
  }
  private readonly speak = (event: CustomEvent<{ text: string }>) => {
    this.said = event.detail.text;
  };
  private readonly told = (event: CustomEvent<Message>) => this.tell(event.detail.kind, event.detail.text);

  private readonly keyed = (event: KeyboardEvent) => {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || !this.store) return;
    // A text field has an undo of its own.
    const target = event.composedPath()[0];
    if (target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type === "text")) return;
    const key = event.key.toLowerCase();
    if (key === "z" && !event.shiftKey) this.store.undo();
    else if (key === "y" || (key === "z" && event.shiftKey)) this.store.redo();
    else return;
    event.preventDefault();
  };

  private readonly files = (event: CustomEvent<Found>) => {
    // Seen where there is a place for data.
    if (!this.shown?.querySelector("ip-file-drop")) this.store?.update({ view: "analyse" });
    void this.reader.then((reader) => reader?.open(event.detail));
  };
  private readonly columns = (event: CustomEvent<{ table: string }>) => {
    void this.reader.then((reader) => reader?.choose(event.detail.table));
  };
  private get reader() {
    return late().then(
      () => this.renderRoot.querySelector("ip-file-reader"),
      () => this.tell("error", t("view-not-loaded", { name: t("open-files") })),
    );
  }
}

/** What a browser is slow at the first time, number formats and the measuring of texts, is done while the model is on its way. */
function rehearse(): void {
  quantity(1, "Hz");
  textWidth(quantity(1, "Hz", 2, false), 12, "system-ui, sans-serif");
}

/** The state that a saved page carries inside itself. */
const savedLink = () => document.getElementById("interphase-state")?.textContent?.trim() ?? "";

declare global {
  interface HTMLElementTagNameMap { "interphase-lab": InterphaseLab }
  interface HTMLElementEventMap { tell: CustomEvent<Message> }
}
