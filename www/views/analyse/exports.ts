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

async function give(event: Event, name: string, text: Promise<string>): Promise<void> {
  const teller = event.currentTarget as HTMLElement;
  try {
    save(name, new Blob([await text], { type: "text/plain;charset=utf-8" }));
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    teller.dispatchEvent(new CustomEvent("tell", { detail: { kind: "error", text: reason }, bubbles: true, composed: true }));
  }
}

export function exportButtons(fit: Fit, spectrum: Spectrum): TemplateResult {
  const name = fileName(spectrum.name);
  return html`
    <details class="exports"><summary>${t("analyse-export")}</summary>
      <p>${t("analyse-export-fit")} ${FITS.map(({ format, label, end }) => html`
        <button type="button" class="plain" @click=${(e: Event) => give(e, name + end, run("writeFit", [format, fit, spectrum]))}>${label}</button>`)}</p>
      <p>${t("analyse-export-spectrum")} ${SPECTRA.map(({ format, label, end }) => html`
        <button type="button" class="plain" @click=${(e: Event) => give(e, name + end, run("writeSpectra", [format, [spectrum]]))}>${label}</button>`)}</p>
    </details>`;
}
