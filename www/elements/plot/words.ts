/** The words of the figures. */
export const WORDS = {
  "figure-plot-role": "plot",
  "figure-keys": "Left and right arrow read the points, up and down change the curve, plus and minus zoom, zero shows all, shift with an arrow moves the view.",
  "figure-reset": "Show all",
  "figure-legend": "Legend",
  "figure-thinned": "points drawn; no extreme is left out",
} as const;
export const t = (id: keyof typeof WORDS): string => WORDS[id];
