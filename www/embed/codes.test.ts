import { describe, expect, it } from "vitest";
import { bibtex, elementCode, iframeCode } from "./codes";

describe("codes to embed", () => {
  it("keeps an address inside its attribute", () => {
    const code = iframeCode('https://example.org/?a=1&b="><script>', "title");
    expect(code).toContain('src="https://example.org/?a=1&amp;b=&quot;>&lt;script>"');
    expect(code.match(/<script/g)).toBeNull();
  });
  it("names script and fallback in the same folder", () => {
    const code = elementCode("https://example.org/lab/", "v1/map?thicknessNm=9", "Map");
    expect(code).toContain('src="https://example.org/lab/embed.js"');
    expect(code).toContain('href="https://example.org/lab/#v1/map?thicknessNm=9"');
  });
  it("cites package and model", () => {
    expect(bibtex({ package: "1.2.0", model: "3" }, "https://example.org")).toMatch(/version = \{1\.2\.0\}[^]*model 3/);
  });
});
