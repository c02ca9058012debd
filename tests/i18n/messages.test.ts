// @vitest-environment node
import {describe, expect, it} from "vitest";
import {ar} from "../../src/i18n/ar.ts";
import {BARE} from "../../src/i18n/bare.ts";
import {english as en} from "../../src/i18n/english.ts";
import type {Messages} from "../../src/i18n/en.ts";
import {fr} from "../../src/i18n/fr.ts";

/** Every word of a language by its path. */
function* words(node: unknown, path = ""): Generator<[path: string, word: unknown]> {
  if (typeof node === "object" && node !== null && !Array.isArray(node))
    for (const [name, child] of Object.entries(node)) yield* words(child, path === "" ? name : `${path}.${name}`);
  else yield [path, node];
}
const english = new Map(words(en));

describe.each<[string, Messages]>([
  ["French", fr],
  ["Arabic", ar],
])("%s", (_, messages) => {
  const own = new Map(words(messages));

  it("has every word that English has, and no other", () => {
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
  });

  it("has words where English has words, and takes no more than it is given", () => {
    const wrong = [...own].filter(([path, word]) => {
      const other = english.get(path);
      if (typeof word !== typeof other) return true;
      return typeof word === "function" && word.length > (other as (...args: unknown[]) => unknown).length;
    });
    expect(wrong.map(([path]) => path)).toEqual([]);
  });

  it("leaves no word empty", () => {
    expect([...own].filter(([path, word]) => word === "" && english.get(path) !== "").map(([path]) => path)).toEqual(
      [],
    );
  });
});

describe("Arabic", () => {
  it("is written in Western digits, and in Arabic letters but for names", () => {
    const arabic = [...words(ar)].filter(([, word]) => typeof word === "string") as [string, string][];
    expect(arabic.filter(([, word]) => /[٠-٩۰-۹]/.test(word))).toEqual([]);
    const latin = arabic.filter(
      ([path, word]) => english.get(path) !== word && !/\p{Script=Arabic}/u.test(word) && /\p{L}{3}/u.test(word),
    );
    expect(latin.map(([path]) => path)).toEqual([]);
  });
});

describe("no language", () => {
  it("has a straight apostrophe, a double space or a stray template", () => {
    const found = [en, fr, ar].flatMap((messages) =>
      [...words(messages)].filter(
        ([, word]) => typeof word === "string" && /\p{L}'\p{L}| {2}|\$\{|undefined/u.test(word),
      ),
    );
    expect(found).toEqual([]);
  });
});

describe("the words for data that nobody prepared", () => {
  it("say what they are given in every language", () => {
    for (const {row, allColumns, atLeast, atMost, range, more, moreValues, line} of Object.values(BARE)) {
      expect(allColumns).not.toBe("");
      for (const word of [row, atLeast, atMost, more, line]) expect(word("17")).toContain("17");
      expect(range("12", "15")).toMatch(/12.15/);
      for (const count of [3, 11, 100, 4940]) expect(moreValues(String(count), count)).toContain(String(count));
      for (const count of [1, 2]) expect(moreValues(String(count), count)).not.toBe("");
    }
  });
});
