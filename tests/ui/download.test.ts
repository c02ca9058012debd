// @vitest-environment node
import {describe, expect, it} from "vitest";
import {stemOf} from "../../src/ui/download.ts";

describe("the name of a file to take away", () => {
  it.each([
    ["incidents-2023.csv", "incidents-2023"],
    ["data.tar.gz", "data.tar"],
    ["../../etc/passwd", "etc-passwd"],
    ["https://example.org/a?b=c.csv", "https-example.org-a-b=c"],
    ["evil\u202egpj.exe", "evil-gpj"],
    ["...", "dateline"],
    ["", "dateline"],
    ["نتائج.csv", "نتائج"],
  ])("of %j is %j", (name, stem) => expect(stemOf(name)).toBe(stem));

  it("is short and of harmless characters", () => {
    const stem = stemOf(`${"x".repeat(500)}\u0000<script>.csv`);
    expect(stem.length).toBeLessThanOrEqual(80);
    expect(stem).not.toMatch(/[<>\u0000]/);
  });
});
