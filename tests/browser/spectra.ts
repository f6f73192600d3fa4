/** Small instrument files with known contents, made by hand. */

/** R_s - (R || CPE) in ohm, s^n/ohm and 1. */
export interface Arc {
  series: number;
  resistance: number;
  q: number;
  n: number;
}

interface Point {
  hz: number;
  re: number;
  im: number;
}

/** Z = R_s + R / (1 + R Q (jw)^n), 1 MHz to 0.1 Hz. */
function points({ series, resistance, q, n }: Arc): Point[] {
  return Array.from({ length: 71 }, (_, i) => {
    const hz = 10 ** (6 - i / 10);
    const u = resistance * q * (2 * Math.PI * hz) ** n;
    const re = 1 + u * Math.cos((n * Math.PI) / 2);
    const im = u * Math.sin((n * Math.PI) / 2);
    const size = re * re + im * im;
    return { hz, re: series + (resistance * re) / size, im: (-resistance * im) / size };
  });
}

/** Capacitance of the arc in farad, (R Q)^(1/n) / R. */
export const capacitance = ({ resistance, q, n }: Arc) => (resistance * q) ** (1 / n) / resistance;

/** As Scribner's ZPlot 3 writes it. */
export function zplot(arc: Arc): string {
  const rows = points(arc).map(({ hz, re, im }, i) => [hz, 0.01, 0, i + 1, re, im, 0, 0, 1].map((x) => x.toExponential(7)).join("\t"));
  return ["ZPLOT2 ASCII", "  Comments:", `  Data Points: ${rows.length}`, "  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange", "End Comments", ...rows, ""].join("\r\n");
}

/** As BioLogic's EC-Lab writes it: the imaginary part with the opposite sign. */
export function mpt(arc: Arc): string {
  const rows = points(arc).map(({ hz, re, im }) => [hz, re, -im].map((x) => x.toExponential(7)).join("\t"));
  const head = ["EC-Lab ASCII FILE", "Nb header lines : 5                         ", "", "Potentio Electrochemical Impedance Spectroscopy", "freq/Hz\tRe(Z)/Ohm\t-Im(Z)/Ohm"];
  return [...head, ...rows, ""].join("\r\n");
}
