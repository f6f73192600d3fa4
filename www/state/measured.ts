/** What measured data belong to, as every figure drawn of them says: cell or electrode, and area. */
import { number } from "./format";
import type { DataSet } from "./store";
import { t } from "./texts";

/** So many names stand in one line. */
const MOST = 8;

/** One line for each kind: "symmetric cell, 0.785 cm²": the names of the spectra that are shown. */
export function measuredOn(sets: readonly DataSet[]): Record<string, string> {
  const kinds = new Map<string, string[]>();
  for (const { hidden, geometry, areaCm2, spectrum, file } of sets) {
    if (hidden) continue;
    const said = geometry ?? spectrum.meta["geometry"];
    const area = areaCm2 ?? spectrum.areaCm2;
    const kind = [
      said === "symmetric" || said === "half" ? t(`geometry-${said}`) : said || t("geometry-not-stated"),
      area !== undefined ? `${number(area, 6)} cm²` : spectrum.unit === "ohm cm2" ? t("area-not-stated") : t("area-assumed"),
    ].join(", ");
    kinds.set(kind, [...(kinds.get(kind) ?? []), spectrum.name || file]);
  }
  return Object.fromEntries([...kinds].map(([kind, names]) =>
    [kind, [...names.slice(0, MOST), ...(names.length > MOST ? [t("and-more", { count: names.length - MOST })] : [])].join(", ")]));
}
