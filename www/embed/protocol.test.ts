import { describe, expect, it } from "vitest";
import { readFrameMessage, readHostMessage, sealed } from "./protocol";

describe("messages of the protocol", () => {
  it("reads what it writes", () => {
    const set = { type: "set", id: "a", view: "map", cell: { thicknessNm: 9, transport: "wkb" }, hide: ["bar"] } as const;
    expect(readHostMessage(sealed({ ...set, hide: [...set.hide] }))).toEqual({ message: { ...set, hide: ["bar"] } });
    expect(readHostMessage(sealed({ type: "get", id: "b" }))).toEqual({ message: { type: "get", id: "b" } });
    expect(readFrameMessage(sealed({ type: "resize", height: 500 }))).toEqual({ message: { type: "resize", height: 500 } });
  });

  it("is deaf to what is not ours", () => {
    for (const other of [undefined, null, 1, "interphase", [], {}, { type: "set" }, { interphase: 2, type: "set" }, { interphase: "1", type: "get", id: "a" }]) {
      expect(readHostMessage(other)).toBeUndefined();
    }
  });

  it("says what is wrong, and to which question", () => {
    expect(readHostMessage({ interphase: 1, type: "dance", id: "x" })).toMatchObject({ wrong: expect.stringContaining("dance"), id: "x" });
    expect(readHostMessage({ interphase: 1, type: "get" })).toMatchObject({ wrong: expect.stringContaining("id") });
    for (const cell of [[], 1, { d: NaN }, { d: Infinity }, { d: {} }, { d: null }]) {
      expect(readHostMessage({ interphase: 1, type: "set", cell })).toMatchObject({ wrong: expect.stringContaining("cell") });
    }
    expect(readHostMessage({ interphase: 1, type: "set", theme: "pink" })).toHaveProperty("wrong");
    expect(readHostMessage({ interphase: 1, type: "export", id: "e", format: "exe" })).toHaveProperty("wrong");
    expect(readHostMessage({ interphase: 1, type: "toString", id: "e" })).toHaveProperty("wrong");
  });

  it("takes over declared fields only", () => {
    const read = readHostMessage(JSON.parse('{"interphase":1,"type":"get","id":"a","__proto__":{"evil":1},"more":2}'));
    expect(read).toEqual({ message: { type: "get", id: "a" } });
  });

  it("survives any shape", () => {
    let seed = 7;
    const random = (below: number) => (seed = (seed * 48271) % 2147483647) % below;
    const any = (depth: number): unknown => [undefined, null, random(9), "set", "get", NaN, true, [random(3)], depth > 0 ? { type: any(depth - 1), id: any(depth - 1), cell: any(depth - 1), interphase: 1 } : {}][random(9)];
    for (let i = 0; i < 5000; i++) {
      const data = { interphase: 1, type: any(2), id: any(1), view: any(1), cell: any(2), hide: any(1) };
      for (const read of [readHostMessage(data), readFrameMessage(data)]) expect(read === undefined || "message" in read || "wrong" in read).toBe(true);
    }
  });
});
