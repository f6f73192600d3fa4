/** A fit or a spectrum taken elsewhere: tables, and Python that repeats the fit. The engine writes the text. */
import { html, type TemplateResult } from "lit";
import { fileName, save } from "../../elements/plot/export";
import type { Fit, Spectrum } from "../../engine";
import { t } from "../../state/texts";
import { run } from "../../workers/pool";

const FITS = [
  { format: "csv", label: "CSV", end: ".fit.csv" }, { format: "json", label: "JSON", end: ".fit.json" },
  { format: "python-impedance", label: "Python (impedance.py)", end: ".impedance.py" }, { format: "python-scipy", label: "Python (SciPy)", end: ".scipy.py" },
] as const;
const SPECTRA = [
  { format: "csv", label: "CSV", end: ".csv" }, { format: "json", label: "JSON", end: ".json" }, { format: "zview", label: "ZView", end: ".z" },
] as const;

/** Does something with the text, and tells where that failed. */
async function give(event: Event, text: Promise<string>, take: (text: string) => unknown): Promise<void> {
  const teller = event.currentTarget as HTMLElement;
  const tell = (type: "tell" | "say", detail: object) => teller.dispatchEvent(new CustomEvent(type, { detail, bubbles: true, composed: true }));
  try {
    if ((await take(await text)) === COPIED) tell("say", { text: t("analyse-copied") });
  } catch (error) {
    tell("tell", { kind: "error", text: error instanceof Error ? error.message : String(error) });
  }
}
const asFile = (name: string) => (text: string) => save(name, new Blob([text], { type: "text/plain;charset=utf-8" }));
const COPIED = Symbol("copied");
/** Sandboxed frames refuse the clipboard, or have none. */
const copy = async (text: string) => {
  await Promise.resolve(navigator.clipboard?.writeText(text) ?? Promise.reject()).catch(() => { throw new Error(t("analyse-no-clipboard")); });
  return COPIED;
};

export function exportButtons(fit: Fit, spectrum: Spectrum): TemplateResult {
  const name = fileName(spectrum.name);
  return html`
    <details class="exports"><summary>${t("analyse-export")}</summary>
      <p>${t("analyse-export-fit")} ${FITS.map(({ format, label, end }) => html`
        <button type="button" class="plain" @click=${(e: Event) => give(e, run("writeFit", [format, fit, spectrum]), asFile(name + end))}>${label}</button>`)}
        <button type="button" class="plain" @click=${(e: Event) => give(e, run("writeFit", ["csv", fit, spectrum]), copy)}>${t("analyse-copy")}</button></p>
      <p>${t("analyse-export-spectrum")} ${SPECTRA.map(({ format, label, end }) => html`
        <button type="button" class="plain" @click=${(e: Event) => give(e, run("writeSpectra", [format, [spectrum]]), asFile(name + end))}>${label}</button>`)}</p>
    </details>`;
}
