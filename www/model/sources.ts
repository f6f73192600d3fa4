/** Where the equations come from. Authors, year, journal and DOI, each checked; nothing is cited that is not used. */
export interface Source {
  id: string;
  authors: string;
  /** Journal, volume, first page, year; for the study the place in it is said beside the equation. */
  where: string;
  doi?: string;
}

export const SOURCES = {
  study: { id: "study", authors: "", where: "" },
  simmons: { id: "simmons", authors: "J. G. Simmons", where: "J. Appl. Phys. 34, 1793 (1963)", doi: "10.1063/1.1702682" },
  tsu: { id: "tsu", authors: "R. Tsu, L. Esaki", where: "Appl. Phys. Lett. 22, 562 (1973)", doi: "10.1063/1.1654509" },
  jamnik: { id: "jamnik", authors: "J. Jamnik, J. Maier", where: "Phys. Chem. Chem. Phys. 3, 1668 (2001)", doi: "10.1039/b100180i" },
  bumberger: { id: "bumberger", authors: "A. E. Bumberger, A. Nenning, J. Fleig", where: "Phys. Chem. Chem. Phys. 26, 15068 (2024)", doi: "10.1039/D4CP00975D" },
  hsu: { id: "hsu", authors: "C. H. Hsu, F. Mansfeld", where: "Corrosion 57, 747 (2001)", doi: "10.5006/1.3280607" },
  brug: { id: "brug", authors: "G. J. Brug, A. L. G. van den Eeden, M. Sluyters-Rehbach, J. H. Sluyters", where: "J. Electroanal. Chem. 176, 275 (1984)", doi: "10.1016/S0022-0728(84)80324-1" },
  boukamp1986: { id: "boukamp1986", authors: "B. A. Boukamp", where: "Solid State Ionics 20, 31 (1986)", doi: "10.1016/0167-2738(86)90031-7" },
  boukamp1995: { id: "boukamp1995", authors: "B. A. Boukamp", where: "J. Electrochem. Soc. 142, 1885 (1995)", doi: "10.1149/1.2044210" },
  schoenleber: { id: "schoenleber", authors: "M. Schönleber, D. Klotz, E. Ivers-Tiffée", where: "Electrochim. Acta 131, 20 (2014)", doi: "10.1016/j.electacta.2014.01.034" },
  wan: { id: "wan", authors: "T. H. Wan, M. Saccoccio, C. Chen, F. Ciucci", where: "Electrochim. Acta 184, 483 (2015)", doi: "10.1016/j.electacta.2015.09.097" },
} as const satisfies Record<string, Source>;

export type SourceId = keyof typeof SOURCES;
