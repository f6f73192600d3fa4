import { beforeEach, describe, expect, it } from "vitest";
import { fixedPlaces, number, parseNumber, printedNumber, quantity, quantityWithError, setLocale, setting, unitText } from "./format";

const plain = (text: string) => text.replaceAll("\u00a0", " ");
beforeEach(() => setLocale("en"));

describe("quantity", () => {
  it("is a power of ten where no prefix helps", () => {
    expect(plain(quantity(1.59e74, "Ω·cm²"))).toBe("1.59 × 10⁷⁴ Ω·cm²");
    expect(plain(quantity(3.2e-30, "F"))).toBe("3.20 × 10⁻³⁰ F");
    expect(plain(quantity(2.5e14, "Ω·cm²"))).toBe("250 TΩ·cm²");
    expect(plain(quantityWithError(1.59e74, 2e73, "Ω·cm²"))).toBe("1.59 × 10⁷⁴ ± 2.0 × 10⁷³ Ω·cm²");
    expect(plain(quantityWithError(5, 1e40, "Ω"))).toBe("5 ± 1.0 × 10⁴⁰ Ω");
  });
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

it("prints the numbers of a sentence as they stand there, in the language's own signs", () => {
  const all = ["12", "1200.50", "-3.5", "12345", "4.03e-7", "4.0e3", "0.1234567891234", "1e300"];
  expect(all.map((text) => plain(printedNumber(text)))).toEqual(["12", "1200.50", "−3.5", "12\u202f345", "4.03 × 10⁻⁷", "4000", "0.12345679", "1 × 10³⁰⁰"]);
  setLocale("de");
  expect(all.map((text) => plain(printedNumber(text))).slice(1, 5)).toEqual(["1200,50", "−3,5", "12\u202f345", "4,03 × 10⁻⁷"]);
  expect([fixedPlaces(0.25, 2), fixedPlaces(-1e5, 0)]).toEqual(["0,25", "−100\u202f000"]);
});

it("prints the engine's units", () => {
  expect([unitText("ohm cm2"), unitText("uF cm-2"), unitText("µF·cm⁻²"), unitText("cm/s")]).toEqual(["Ω·cm²", "µF·cm⁻²", "µF·cm⁻²", "cm/s"]);
});

describe("parseNumber", () => {
  it.each([
    ["8,5", "nm", 8.5], ["8.5 nm", "nm", 8.5], ["4k", "Ω·cm²", 4000], ["2.2 kΩ·cm²", "Ω·cm²", 2200], ["2,2 kohm cm2", "Ω·cm²", 2200],
    ["250 m", "Hz", 0.25], ["250 mHz", "Hz", 0.25], ["8.8 × 10⁻¹⁰", "cm/s", 8.8e-10], ["8.8*10^-10 cm/s", "cm/s", 8.8e-10], ["1e-6", "", 1e-6],
    ["−0,3", "V", -0.3], [".5", "", 0.5], ["  12 ", "K", 12], ["1 M", "Ω·cm²", 1e6],
    ["1.234,5", "nm", 1234.5], ["1,234.5", "nm", 1234.5], ["1.234.567", "", 1234567], ["1,234,567.8", "", 1234567.8], ["12 000", "K", 12000], ["12\u202f000,5 K", "K", 12000.5],
    ["1’234.5", "", 1234.5], ["0.123", "", 0.123], ["0,123", "", 0.123], ["1234,567", "", 1234.567], ["12.3456", "", 12.3456], ["4 000 Ω·cm²", "Ω·cm²", 4000], ["5 k", "Ω·cm²", 5000],
  ])("%s in %s", (text, unit, value) => {
    const parsed = parseNumber(text, unit);
    expect(parsed.ok && parsed.value).toBeCloseTo(value, 12);
  });
  it.each([["", "nm"], ["abc", "nm"], ["1,2,3", ""], ["1.23.456", ""], ["1,234,5", ""], ["1.2.3,4", ""], ["1 23", ""], ["12,34.5", ""], ["8 mV", "nm"], ["8 k", "nm"], ["1e999", "nm"], ["--3", ""], ["NaN", ""], ["Infinity", ""]])(
    "refuses %s", (text, unit) => expect(parseNumber(text, unit).ok).toBe(false));

  it.each([["250 Ω", "Ω·cm²", "Ω"], ["8 mV", "nm", "mV"], ["0.5 %", "", "%"], ["8 nm thick", "nm", "nm thick"]])(
    "says what follows %s and does not belong to it", (text, unit, other) => expect(parseNumber(text, unit)).toEqual({ ok: false, other }));

  it.each([["en", "1,234", "1.234"], ["de", "1.234", "1,234"]])("asks which number is meant where the language groups its digits so: %s", (language, unclear, clear) => {
    setLocale(language);
    expect(parseNumber(unclear)).toEqual({ ok: false, either: [1.234, 1234] });
    expect(parseNumber(clear)).toEqual({ ok: true, value: 1.234 });
    expect(parseNumber("1,5")).toEqual({ ok: true, value: 1.5 });
    expect(parseNumber("1.5")).toEqual({ ok: true, value: 1.5 });
  });

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
