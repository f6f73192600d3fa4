/**
 * Reads the files a person brings, in workers: shows how far it is, asks for the columns of unknown tables, and lists what could not
 * be read. One drop is one step of undo. Emits "tell" and "say".
 */
import { html, nothing, type TemplateResult } from "lit";
import { customElement, property, state } from "lit/decorators.js";
import type { TableMapping } from "interphase";
import { MOST_SPECTRA, openFiles, type Engine, type Failure, type Question } from "../state/files";
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
  @state() private summary: { read: number; failures: readonly Failure[]; notes: readonly string[] } | undefined;

  /** One drop after the other. */
  private queue: Promise<void> = Promise.resolve();
  private lastData = 0;

  open(files: readonly File[]): Promise<void> {
    return (this.queue = this.queue.then(() => this.read(files)).catch((error: unknown) => {
      this.emit("tell", { kind: "error", text: error instanceof Error ? error.message : String(error) });
    }));
  }

  private async read(files: readonly File[]): Promise<void> {
    const stop = new AbortController();
    const { signal } = stop;
    const engine: Engine = {
      readSpectra: (...args) => run("readSpectra", args, { signal }),
      previewTable: (...args) => run("previewTable", args, { signal }),
      readTable: (...args) => run("readTable", args, { signal }),
      orderSeries: (...args) => run("orderSeries", args, { signal }),
    };
    this.reading = { done: 0, all: files.length, stop };
    try {
      const opened = await openFiles(files, engine, {
        ask: (question) => this.ask(question),
        progress: (done, all) => (this.reading = { done, all, stop }),
        signal,
        room: MOST_SPECTRA - this.store.state.data.length,
      });
      const sets = opened.sets.map((set): DataSet => ({ ...set, id: `d${++this.lastData}` }));
      if (sets.length > 0) this.store.update({ data: [...this.store.state.data, ...sets] });
      this.report(files, opened, sets.length);
    } catch (error) {
      if (!signal.aborted) throw error;
      this.emit("tell", { kind: "note", text: t("reading-stopped") });
    } finally {
      this.reading = undefined;
    }
  }

  private report(files: readonly File[], { failures, notes, read }: { failures: readonly Failure[]; notes: readonly string[]; read: number }, spectra: number): void {
    if (files.length === 1) {
      for (const { file, reason } of failures) this.emit("tell", { kind: "error", text: reason.startsWith(file) ? reason : t("file-unreadable", { name: file, reason: saidText(reason) }) });
      for (const text of notes) this.emit("tell", { kind: "note", text });
    } else this.summary = failures.length + notes.length > 0 ? { read, failures, notes } : undefined;
    if (spectra > 0) this.emit("say", { text: t("file-read", { name: files.length === 1 ? files[0]!.name : t("files-count", { count: read }), count: spectra }) });
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
  private outcome({ read, failures, notes }: { read: number; failures: readonly Failure[]; notes: readonly string[] }): TemplateResult {
    const lines = (list: readonly (string | Failure)[]) =>
      html`<ul>${list.map((line) => html`<li>${typeof line === "string" ? line : html`<b>${line.file}</b>: ${said(line.reason)}`}</li>`)}</ul>`;
    return html`
      <div class="notice ${failures.length > 0 ? "warning" : "note"}" role=${failures.length > 0 ? "alert" : "note"} data-testid="files-outcome">
        <details><summary>${failures.length > 0 ? t("files-failed", { read, failed: failures.length }) : t("files-notes", { read, notes: notes.length })}</summary>
          ${lines(failures)}${notes.length > 0 ? lines(notes) : nothing}</details>
        <button type="button" class="quiet small" aria-label=${t("dismiss")} @click=${() => (this.summary = undefined)}>${icon("close")}</button>
      </div>`;
  }
}

declare global {
  interface HTMLElementTagNameMap { "ip-file-reader": FilesReader }
}
