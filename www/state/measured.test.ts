import { expect, it } from "vitest";
import { measuredOn } from "./measured";
import type { DataSet } from "./store";

const set = (name: string, more: Partial<DataSet> = {}, area?: number): DataSet => ({
  id: name, file: name, format: "gamry",
  spectrum: { name, frequency: Float64Array.of(1), re: Float64Array.of(1), im: Float64Array.of(1), unit: "ohm", meta: {}, ...(area === undefined ? {} : { areaCm2: area }) },
  ...more,
});

it("names cell or electrode and area of what is shown, and says what nobody said", () => {
  const sets = [
    set("a", { geometry: "symmetric" }, 0.785), set("b", { geometry: "symmetric", areaCm2: 0.785 }), set("c", { geometry: "half", areaCm2: 2 }, 1), set("d"), set("e", { hidden: true }),
  ];
  expect(Object.values(measuredOn(sets))).toEqual(["a, b", "c", "d"]);
  const [both, one, none] = Object.keys(measuredOn(sets));
  expect(both).toMatch(/0\.785 cm²$/);
  expect(one).toMatch(/2 cm²$/);
  expect(none).not.toMatch(/0\.785|2 cm/);
  const many = Object.entries(measuredOn(Array.from({ length: 500 }, (_, i) => set(`s${i}`))));
  expect(many).toHaveLength(1);
  expect(many[0]![1].length).toBeLessThan(100);
});
