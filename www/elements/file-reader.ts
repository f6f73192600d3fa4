/**
 * Reads the files a person brings, in workers: shows how far it is, asks for the columns of unknown tables, and lists what could not
 * be read. One drop is one step of undo. Emits "tell" and "say".
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { TableMapping } from "interphase";
import type { Found } from "../formats/folder";
import { chooseAgain, MOST_SPECTRA, newId, openFiles, type Engine, type Failure, type Question } from "../state/files";
import type { DataSet, Store } from "../state/store";
import { said, saidText } from "../state/said";
import { t } from "../state/texts";
import { run } from "../workers/pool";
import { Element } from "./element";
import { icon } from "./icon";

/** Fewer files are read before a bar could be seen. */
const MANY = 8;

@customElement("ip-file-reader")
export class FilesReader extends Element {
  @property({ attribute: false }) store!: Store;
  @state() private reading: { done: number; all: number; stop: AbortController } | undefined;
  @state() private question: (Question & { answer(mapping: TableMapping | undefined): void }) | undefined;
  @state() private summary: Summary | undefined;

  /** One drop after the other. */
  private queue: Promise<void> = Promise.resolve();

  open(found: Found): Promise<void> {
    return this.inTurn(() => this.read(found));
  }

  /** The columns of a table are chosen (again); its data sets come to stand in the place of those it gave before. */
  choose(table: string): Promise<void> {
    return this.inTurn(async () => {
      const { data } = this.store.state;
      const before = data.filter((set) => set.table === table);
      const chosen = await chooseAgain(table, before, engineUntil(), (question) => this.ask(question));
      if (!chosen) return;
      const sets = chosen.map((set): DataSet => ({ ...set, id: newId() }));
      const at = data.findIndex((set) => set.table === table);
      const rest = data.filter((set) => set.table !== table);
      this.store.update({ data: at < 0 ? [...rest, ...sets] : rest.toSpliced(data.slice(0, at).filter((set) => set.table !== table).length, 0, ...sets) });
      if (this.summary) this.report({ ...this.summary, failures: this.summary.failures.filter((failure) => failure.table !== table) }, sets.length);
    });
  }

  private inTurn(act: () => Promise<void>): Promise<void> {
    return (this.queue = this.queue.then(act).catch((error: unknown) => {
      this.emit("tell", { kind: "error", text: error instanceof Error ? error.message : String(error) });
    }));
  }

  private async read({ files, failures, passedOver }: Found): Promise<void> {
    const stop = new AbortController();
    const { signal } = stop;
    const engine = engineUntil(signal);
    this.reading = { done: 0, all: files.length, stop };
    try {
      const opened = await openFiles(files, engine, {
        ask: (question) => this.ask(question),
        progress: (done, all) => (this.reading = { done, all, stop }),
        signal,
        room: MOST_SPECTRA - this.store.state.data.length,
      });
      const sets = opened.sets.map((set): DataSet => ({ ...set, id: newId() }));
      if (sets.length > 0) this.store.update({ data: [...this.store.state.data, ...sets] });
      const notes = passedOver > 0 ? [...opened.notes, t("files-passed-over", { count: passedOver })] : opened.notes;
      const name = files.length === 1 && failures.length === 0 ? files[0]!.name : undefined;
      this.report({ ...opened, ...(name ? { name } : {}), failures: [...failures, ...opened.failures], notes }, sets.length);
    } catch (error) {
      if (!signal.aborted) throw error;
      this.emit("tell", { kind: "note", text: t("reading-stopped") });
    } finally {
      this.reading = undefined;
    }
  }

  /** Of one file every sentence is said; of many, one summary that can be opened. */
  private report(summary: Summary, spectra: number): void {
    const { name, read, failures, notes } = summary;
    const choosable = failures.some(({ table }) => table);
    if (name && !choosable) {
      for (const { file, reason } of failures) this.emit("tell", { kind: "error", text: reason.startsWith(file) ? reason : t("file-unreadable", { name: file, reason: saidText(reason) }) });
      for (const text of notes) this.emit("tell", { kind: "note", text });
    }
    this.summary = (name ? choosable : failures.length + notes.length > 0) ? summary : undefined;
    if (spectra > 0) this.emit("say", { text: t("file-read", { name: name ?? t("files-count", { count: read }), count: spectra }) });
  }

  private async ask(question: Question): Promise<TableMapping | undefined> {
    await import("./table-mapper").then(({ ready }) => ready);
    const mapping = await new Promise<TableMapping | undefined>((answer) => (this.question = { ...question, answer }));
    this.question = undefined;
    return mapping;
  }

  protected override render() {
    const { reading, question } = this;
    return html`
      ${reading && reading.all >= MANY ? html`
        <div class="notice note reading"><p>${t("reading-files", { done: reading.done, all: reading.all })}</p>
          <progress max=${reading.all} .value=${reading.done} aria-label=${t("reading-progress")}></progress>
          <button type="button" class="plain" @click=${() => reading.stop.abort()}>${t("cancel")}</button></div>` : nothing}
      ${this.summary ? this.outcome(this.summary) : nothing}
      ${question ? html`<ip-table-mapper .question=${question} @mapped=${(e: CustomEvent<{ mapping?: TableMapping }>) => question.answer(e.detail.mapping)}></ip-table-mapper>` : nothing}`;
  }

  /** What could not be read, beside how much could. */
  private outcome({ name, read, failures, notes }: Summary): TemplateResult {
    // Some sentences begin with the file's name themselves.
    const told = (file: string, reason: string) => (saidText(reason).startsWith(file) ? saidText(reason).slice(file.length) : html`: ${said(reason)}`);
    const line = ({ file, reason, table }: Failure) => html`<b>${file}</b>${told(file, reason)}${table ? html` <button type="button" class="link" @click=${() => this.choose(table)}>${t("choose-columns")}</button>` : nothing}`;
    return html`
      <div class="notice ${failures.length > 0 ? "warning" : "note"}" role=${failures.length > 0 ? "alert" : "note"} data-testid="files-outcome">
        ${name && failures[0] ? html`<p>${line(failures[0])}</p>` : html`
          <details><summary>${failures.length > 0 ? t("files-failed", { read, failed: failures.length }) : t("files-notes", { read, notes: notes.length })}</summary>
            <ul>${failures.map((failure) => html`<li>${line(failure)}</li>`)}</ul>${notes.length > 0 ? html`<ul>${notes.map((note) => html`<li>${note}</li>`)}</ul>` : nothing}</details>`}
        <button type="button" class="quiet small" aria-label=${t("dismiss")} @click=${() => (this.summary = undefined)}>${icon("close")}</button>
      </div>`;
  }
}

/** How a drop went; `name` where it was one file. */
interface Summary { readonly name?: string; readonly read: number; readonly failures: readonly Failure[]; readonly notes: readonly string[] }

/** The engine in its workers, until the signal says stop. */
const engineUntil = (signal?: AbortSignal): Engine => {
  const until = signal ? { signal } : {};
  return {
    readSpectra: (...args) => run("readSpectra", args, until),
    previewTable: (...args) => run("previewTable", args, until),
    readTable: (...args) => run("readTable", args, until),
    orderSeries: (...args) => run("orderSeries", args, until),
  };
};

declare global {
  interface HTMLElementTagNameMap { "ip-file-reader": FilesReader }
}
