import { t } from "../state/texts";

/** Formats by the names that their makers gave them. */
const NAMES: { readonly [format: string]: string } = {
  "autolab-dfr": "Autolab .dfr", "autolab-p00": "Autolab .P00", nova: "Metrohm NOVA", "biologic-mpt": "BioLogic .mpt", "biologic-mpr": "BioLogic .mpr",
  chi: "CH Instruments", csv: "Interphase CSV", json: "Interphase JSON", elchemea: "Elchemea", origalys: "OrigaLys .crv", gamry: "Gamry .DTA", ivium: "Ivium",
  novocontrol: "Novocontrol WinDETA", palmsens: "PalmSens", "pstrace-csv": "PSTrace", versastudio: "VersaStudio", "par-text": "Princeton Applied Research",
  relaxis: "RelaxIS", zahner: "Zahner .ism", "json-table": "JSON", zview: "ZView", "zview-model": "ZView .mdl",
};
export const formatName = (format: string): string => NAMES[format] ?? (format === "table" ? t("format-table") : format);
