// 1,000 spectra of one arc that grows sevenfold, 57 points each, with a small error that is the same in every runner.
const POINTS = 57, SPECTRA = 1000;

export function growth() {
  const frequency = Array.from({ length: POINTS }, (_, i) => 10 ** (6 - i / 8));
  return Array.from({ length: SPECTRA }, (_, k) => {
    const [series, resistance, q, n] = [10, 500 * Math.exp(k / 500), 1e-6, 0.9];
    const [re, im] = [[], []];
    frequency.forEach((hz, i) => {
      const u = resistance * q * (2 * Math.PI * hz) ** n;
      const [a, b] = [1 + u * Math.cos((n * Math.PI) / 2), u * Math.sin((n * Math.PI) / 2)];
      const error = 1 + 2e-3 * Math.sin(7.1 * i + k);
      re.push((series + (resistance * a) / (a * a + b * b)) * error);
      im.push(((-resistance * b) / (a * a + b * b)) * error);
    });
    return { name: `spectrum ${k + 1}`, unit: "ohm", meta: {}, timeS: 3600 * k, frequency, re, im };
  });
}

/** As the engine takes them. */
export const typed = (spectrum) => ({
  ...spectrum,
  frequency: Float64Array.from(spectrum.frequency), re: Float64Array.from(spectrum.re), im: Float64Array.from(spectrum.im),
});
