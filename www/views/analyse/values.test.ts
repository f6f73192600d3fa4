import { expect, it } from "vitest";
import { valueText } from "./values";

const said = (value: number, error: number, unit: string): string => valueText(value, error, unit).replace(/\u00a0/g, " ");

it("prints what no prefix fits without one", () => {
  expect(said(5.011e-3, 1.8e-5, "S s^P cm-2")).toBe("0.005011 ± 0.000018 S·sᴾ·cm⁻²");
  expect(said(1.001e-5, 3e-8, "S s^P cm-2")).toBe("(1.0010 ± 0.0030) × 10⁻⁵ S·sᴾ·cm⁻²");
  expect(said(5.011e-3, 0, "S s^P")).toBe("0.00501 S·sᴾ");
  expect(said(4000, 5, "ohm cm2")).toBe("4.0000 ± 0.0050 kΩ·cm²");
});
