// @vitest-environment node
import {describe, expect, it} from "vitest";
import {SHARE} from "../../src/i18n/share.ts";

function* words(node: unknown, path = ""): Generator<[path: string, word: unknown]> {
  if (typeof node === "object" && node !== null)
    for (const [name, child] of Object.entries(node)) yield* words(child, `${path}.${name}`);
  else yield [path, node];
}
const english = new Map(words(SHARE.en));

describe.each(["fr", "ar"] as const)("%s", (language) => {
  const own = new Map(words(SHARE[language]));

  it("says all that English says, with all that it is given", () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [path, word] of own) {
      if (typeof word !== "function") continue;
      const given = Array.from({length: (english.get(path) as () => string).length}, (_, i) => `given${i}`);
      const said = String(word(...given));
      expect(
        given.filter((each) => !said.includes(each)),
        path,
      ).toEqual([]);
    }
  });

  it("says it in its own words", () => {
    const same = [...own].filter(([path, word]) => typeof word === "string" && word === english.get(path));
    expect(same.map(([path]) => path)).toEqual([]);
  });
});
