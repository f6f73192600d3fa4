/** What lies on the bench as figures: the page's own Nyquist and Bode plots, and a chart where the point is elsewhere. */
import type { Axis, Figure, Handle, Mark } from "../elements/plot/types";
import { quantity } from "../state/format";
import { t } from "../state/texts";
import { bode, nyquist, type Curve as Drawn } from "../views/spectra";
import type { Control, Curve, Scene, Step, Values } from "./lesson";

const drawn = (curve: Curve): Drawn => ({
  id: curve.id,
  label: t(`lessons-curve-${curve.id}`),
  frequency: curve.frequency,
  re: curve.re,
  im: curve.im,
  accent: curve.role,
  ...(curve.points ? { kind: "points" as const } : {}),
  ...(curve.role === "sei" ? { dash: "dashed" as const } : {}),
});

/** The figures of a step. `start` is the bench as the step found it, drawn pale once something has moved. */
export function figures(step: Step, scene: Scene, start: Scene | undefined, values: Values): Figure[] {
  const controls = new Map(step.bench.controls.map((control) => [control.id, control]));
  const curves = scene.spectra.map(drawn);
  const ghost = start?.spectra.find(({ id, points }) => !points && id !== "before" && id !== "reference" && id !== "fit");
  const hasOwnGhost = scene.spectra.some(({ role, points }) => role === "ghost" || points);
  if (ghost && !hasOwnGhost) curves.unshift({ ...drawn(ghost), id: "ghost", label: t("lessons-curve-ghost"), accent: "ghost" });
  const legend = curves.length > 1 ? ("top" as const) : ("none" as const);
  const summary = describe(scene);

  const plots: Figure[] = [];
  if (step.plots === "chart" && scene.chart) return [chart(scene, step, controls, values)];
  if (step.plots !== "bode") {
    plots.push(mask({ ...nyquist(curves, summary.nyquist, { marks: step.controls.includes(scene.marker ?? "") ? markAt(scene, values) : [] }), legend}, scene));
  }
  if (step.plots !== "nyquist") plots.push(mask({ ...bode(curves, summary.bode), legend, handles: handles(scene, step, controls, values) }, scene));
  return plots;
}


/** Points outside the fitted range are drawn pale, in every panel. */
function mask(figure: Figure, scene: Scene): Figure {
  const masked = new Map(scene.spectra.filter((curve) => curve.masked).map((curve) => [curve.id, curve.masked!]));
  if (masked.size === 0) return figure;
  return { ...figure, series: figure.series.map((series) => {
    const mask = masked.get(series.id.replace(/-phase$/, ""));
    return mask ? { ...series, masked: mask } : series;
  }) };
}

function describe(scene: Scene): { nyquist: string; bode: string } {
  const curve = scene.spectra.find(({ role }) => role !== "ghost") ?? scene.spectra[0];
  if (!curve) return { nyquist: "", bode: "" };
  const last = curve.re.length - 1;
  let height = 0;
  for (const im of curve.im) height = Math.max(height, -im);
  const words = {
    left: quantity(curve.re[0] ?? Number.NaN, "Ω·cm²"),
    right: quantity(curve.re[last] ?? Number.NaN, "Ω·cm²"),
    height: quantity(height, "Ω·cm²"),
  };
  return { nyquist: t("lessons-nyquist-summary", words), bode: t("lessons-bode-summary", words) };
}

/** The marked frequency on the Nyquist curve. */
function markAt(scene: Scene, values: Values): Mark[] {
  const x = scene.readings["markerRe"]?.value;
  const y = scene.readings["markerIm"]?.value;
  const f = scene.marker === undefined ? undefined : values[scene.marker];
  if (x === undefined || y === undefined || f === undefined) return [];
  return [{ kind: "label", id: "marker", x, y, text: quantity(f, "Hz"), dot: true, accent: "anti-sei", key: f }];
}

/** Frequencies that can be taken in the Bode plot: the mark, or the two ends of the range. */
const handles = (scene: Scene, step: Step, controls: Map<string, Control>, values: Values): Handle[] =>
  bars([...(scene.range ?? []), ...(scene.marker === undefined ? [] : [scene.marker])], step, controls, values);

/** A bar across the figure for each of these controls that the step lets move. */
function bars(ids: readonly string[], step: Step, controls: Map<string, Control>, values: Values): Handle[] {
  return ids.flatMap((id): Handle[] => {
    const control = controls.get(id);
    const x = values[id];
    if (!control || x === undefined || !step.controls.includes(id) || step.locked?.includes(id)) return [];
    return [{ id, label: t(`lessons-control-${id}`), x, y: 0, moves: "x", shape: "bar", boundsX: [control.lower, control.upper], accent: "anti-sei", valueText: quantity(x, control.unit) }];
  });
}

function chart({ chart }: Scene, step: Step, controls: Map<string, Control>, values: Values): Figure {
  if (!chart) throw new Error("A chart step needs a chart.");
  const axis = ({ text, unit, scale }: { text: string; unit: string; scale: "linear" | "log" }): Axis => ({ label: t(`lessons-axis-${text}`), unit, scale });
  return {
    title: t(`lessons-axis-${chart.y.text}`),
    summary: t("lessons-chart-summary", { y: t(`lessons-axis-${chart.y.text}`), x: t(`lessons-axis-${chart.x.text}`) }),
    x: axis(chart.x),
    y: axis(chart.y),
    series: chart.traces.map((trace) => ({
      id: trace.id, label: t(`lessons-curve-${trace.id}`), kind: trace.points ? ("points" as const) : ("line" as const),
      x: trace.x, y: trace.y, accent: trace.role, ...(trace.role === "sei" ? { dash: "dashed" as const } : {}),
    })),
    handles: chart.handle === undefined ? [] : bars([chart.handle], step, controls, values),
    legend: "top",
  };
}
