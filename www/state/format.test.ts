import { beforeEach, describe, expect, it } from "vitest";
import { number, parseNumber, quantity, quantityWithError, setLocale, setting, unitText } from "./format";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
beforeEach(() => setLocale("en"));

describe("quantity", () => {
  it.each([
    [4030, "Ω·cm²", "4.03 kΩ·cm²"], [400_000, "Ω·cm²", "400 kΩ·cm²"], [0.125, "Hz", "125 mHz"], [17e-6, "F·cm⁻²", "17.0 µF·cm⁻²"],
    [999.96, "Hz", "1.00 kHz"], [1.34e6, "Ω·cm²", "1.34 MΩ·cm²"], [8, "nm", "8 nm"], [0, "Ω·cm²", "0 Ω·cm²"], [-0.3, "V", "−300 mV"],
    [4030, "ohm cm2", "4.03 kΩ·cm²"],
  ])("%d %s", (value, unit, text) => expect(plain(quantity(value, unit))).toBe(text));

  it("writes the reader's decimal sign", () => {
    setLocale("de");
    expect(plain(quantity(4030, "Ω·cm²"))).toBe("4,03 kΩ·cm²");
  });
  it("never shows NaN or infinity", () => {
    for (const value of [NaN, Infinity, -Infinity]) expect(plain(quantity(value, "Hz"))).toBe("– Hz");
  });
});

it("writes an error to two digits and the value to the same place", () => {
  expect(plain(quantityWithError(4031, 22.4, "Ω·cm²"))).toBe("4.031 ± 0.022 kΩ·cm²");
  expect(plain(quantityWithError(0.5213, 0.031, "nm"))).toBe("0.521 ± 0.031 nm");
  expect(plain(quantityWithError(100, NaN, "Hz"))).toBe("100 Hz");
});

it("keeps far numbers short", () => {
  expect(plain(number(9.29e-10))).toBe("9.29 × 10⁻¹⁰");
  expect(setting(8)).toBe("8.00");
  expect(setting(298)).toBe("298");
  expect(setting(0)).toBe("0");
});

it("prints the engine's units", () => {
  expect([unitText("ohm cm2"), unitText("uF cm-2"), unitText("µF·cm⁻²"), unitText("cm/s")]).toEqual(["Ω·cm²", "µF·cm⁻²", "µF·cm⁻²", "cm/s"]);
});

describe("parseNumber", () => {
  it.each([
    ["8,5", "nm", 8.5], ["8.5 nm", "nm", 8.5], ["4k", "Ω·cm²", 4000], ["2.2 kΩ·cm²", "Ω·cm²", 2200], ["2,2 kohm cm2", "Ω·cm²", 2200],
    ["250 m", "Hz", 0.25], ["250 mHz", "Hz", 0.25], ["8.8 × 10⁻¹⁰", "cm/s", 8.8e-10], ["8.8*10^-10 cm/s", "cm/s", 8.8e-10], ["1e-6", "", 1e-6],
    ["−0,3", "V", -0.3], [".5", "", 0.5], ["  12 ", "K", 12], ["1 M", "Ω·cm²", 1e6],
  ])("%s in %s", (text, unit, value) => {
    const parsed = parseNumber(text, unit);
    expect(parsed.ok && parsed.value).toBeCloseTo(value, 12);
  });
  it.each([["", "nm"], ["abc", "nm"], ["1,234.5", "nm"], ["1.234,5", "nm"], ["8 mV", "nm"], ["8 k", "nm"], ["1e999", "nm"], ["--3", ""], ["NaN", ""], ["Infinity", ""]])(
    "refuses %s", (text, unit) => expect(parseNumber(text, unit).ok).toBe(false));

  it("reads back what `number` writes, in every language", () => {
    for (const language of ["en", "de"]) {
      setLocale(language);
      for (const value of [1, 0.1, 8.25, 4.62e-9, 1e6, 298, -3.5e-4]) {
        const parsed = parseNumber(number(value, 6));
        expect(parsed.ok && parsed.value).toBeCloseTo(value, 12);
      }
    }
  });
});
