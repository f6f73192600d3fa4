/** The words of the figures. */
export const WORDS = {
  "figure-plot-role": "plot",
  "figure-keys": "Left and right arrow read the points, up and down change the curve, plus and minus zoom, zero shows all, shift with an arrow moves the view.",
  "figure-reset": "Show all",
  "figure-legend": "Legend",
  "figure-thinned": "points drawn; no extreme is left out",
  "film-electrolyte": "electrolyte",
  "film-porous": "porous film",
  "film-compact": "compact film",
  "film-ions-blocked": "ions blocked",
  "film-electrons-blocked": "electrons blocked",
  "film-scale": "heights not to one scale",
  "film-deposit": "deposit",
  "film-polysulfide": "polysulfide",
  "film-says-layers": "From below: { $metal }, a compact film of { $compact } nm, a porous film of { $porous } nm, electrolyte.",
  "film-says-anti-sei": "Electrons cross the compact film by tunnelling, ions are blocked: an anti-SEI.",
  "film-says-sei": "Ions cross the compact film, electrons are blocked: an SEI.",
  "film-says-both": "Both ions and electrons cross the compact film.",
  "film-says-deposit-top": "Metal is deposited on top of the film.",
  "film-says-deposit-under": "Metal is deposited under the film.",
  "film-says-cracks": "Cracks are open over { $share } % of the surface.",
  "film-says-polysulfide-reacts": "Polysulfide takes electrons at the surface of the film.",
  "film-says-polysulfide-idle": "Polysulfide reaches the film and finds no electrons.",
  "bar-label": "Where the resistance is",
  "bar-nothing": "no resistance",
} as const;
export const t = (id: keyof typeof WORDS, variables: Record<string, string | number> = {}): string =>
  WORDS[id].replace(/\{ \$(\w+) \}/g, (_, name: string) => String(variables[name] ?? ""));
