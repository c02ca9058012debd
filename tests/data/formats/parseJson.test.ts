// @vitest-environment node
import fc from "fast-check";
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {findJsonFault, placeOf} from "../../../src/data/formats/jsonFault.ts";
import {parseJson} from "../../../src/data/formats/parseJson.ts";
import {LIMITS} from "../../../src/data/limits.ts";
import {failureOf} from "./jsonReading.ts";

const SUITE = join(import.meta.dirname, "../../../../shared/torture/JSONTestSuite/test_parsing");

const isJson = (text: string): boolean => {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
};

describe("the place of a fault", () => {
  it("is found wherever JSON.parse throws, and nowhere else", () => {
    const piece = fc.constantFrom(
      ...'{}[]",:\\ntu01-+.eE/ \n\t\u0001é'.split(""),
      "true",
      "null",
      '"a"',
      "\\u12",
      "1.5e3",
    );
    fc.assert(
      fc.property(fc.array(piece, {maxLength: 12}), (pieces) => {
        const text = pieces.join("");
        expect(findJsonFault(text) === null).toBe(isJson(text));
      }),
      {numRuns: 20_000},
    );
  });

  it("is where a valid text was broken, or where the damage first shows", () => {
    fc.assert(
      fc.property(
        fc.json({maxDepth: 4}),
        fc.nat(),
        fc.constantFrom("]", "}", "#", "'", "01", "\u0000"),
        (text, seed, bad) => {
          const at = seed % (text.length + 1);
          const broken = text.slice(0, at) + bad + text.slice(at);
          const fault = findJsonFault(broken);
          expect(fault === null).toBe(isJson(broken));
          if (fault === null) return;
          // Everything before the fault is a beginning of some JSON: the fault cannot lie before the damage, but for an unclosed quote.
          if (fault.expected !== "closing-quote") expect(fault.position).toBeGreaterThanOrEqual(at - 6);
        },
      ),
      {numRuns: 3000},
    );
  });

  it.each([
    ['[{"a":1},]', 9, "value"],
    ['{"a":1,}', 7, "name"],
    ['{"a" 1}', 5, "colon"],
    ['{"a":1 "b":2}', 7, "comma"],
    ["[1] x", 4, "end"],
    ['["a]', 1, "closing-quote"],
    ['["\\x"]', 2, "escape"],
    ['["a\nb"]', 3, "no-control-character"],
    ["[1.]", 3, "digit"],
    ["[NaN]", 1, "value"],
    ["{a:1}", 1, "name"],
    ["[", 1, "value"],
  ])("of %s is told", (text, position, expected) => expect(findJsonFault(text)).toEqual({position, expected}));

  it("is a line and a column, from 1, whatever ends the lines", () => {
    expect(placeOf("ab\ncd\r\nef\rgh", 0)).toEqual({line: 1, column: 1});
    expect(placeOf("ab\ncd\r\nef\rgh", 4)).toEqual({line: 2, column: 2});
    expect(placeOf("ab\ncd\r\nef\rgh", 7)).toEqual({line: 3, column: 1});
    expect(placeOf("ab\ncd\r\nef\rgh", 11)).toEqual({line: 4, column: 2});
  });
});

describe("a JSON text", () => {
  it("is what JSON.parse makes of it, for any value", () => {
    fc.assert(
      fc.property(fc.json({maxDepth: 5}), (text) => {
        expect(parseJson(text)).toEqual(JSON.parse(text));
      }),
    );
  });

  it("keeps the digits of whole numbers that a double cannot hold, and of no others", () => {
    const text = `{"a":[12345678901234567890,-9007199254740993,9007199254740991,38.738901234567890123],"b":"12345678901234567890","c":1e400,"d":1e30}`;
    expect(parseJson(text)).toEqual({
      a: ["12345678901234567890", "-9007199254740993", 9007199254740991, 38.73890123456789],
      b: "12345678901234567890",
      c: "1e400",
      d: 1e30,
    });
  });

  it("keeps any two different whole numbers different", () => {
    fc.assert(
      fc.property(fc.bigInt(), fc.bigInt(), (a, b) => {
        const [x, y] = parseJson(`[${a},${b}]`) as unknown[];
        expect(String(x) === String(y)).toBe(a === b);
        expect(String(x)).toBe(String(a));
      }),
    );
  });

  it("is not made valid by keeping digits", () => {
    expect(failureOf(() => parseJson("{12345678901234567890:1}")).code).toBe("broken");
    expect(failureOf(() => parseJson("[012345678901234567890]")).code).toBe("broken");
  });

  it("may begin with a byte order mark", () => expect(parseJson("\ufeff[1]")).toEqual([1]));

  it("that is broken says where and what stands there", () => {
    const {code, params} = failureOf(() => parseJson('[\n  {"date": "2024-01-01"},\n  {"date": NaN}\n]'));
    expect(code).toBe("broken");
    expect(params).toEqual({
      format: "json",
      line: 3,
      column: 12,
      position: 39,
      detail: "NaN}\n]",
      expected: "value",
    });
  });

  it("of blanks only is empty", () => expect(failureOf(() => parseJson("\ufeff \n")).code).toBe("empty-file"));

  it.each([
    ["arrays", "[".repeat(100_000)],
    ["objects", '{"a":'.repeat(100_000)],
    ["both", '[{"a":'.repeat(100_000)],
    ["closed arrays", `${"[".repeat(100_000)}${"]".repeat(100_000)}`],
  ])("with 100,000 open %s is too deep, and says where", (_, text) => {
    const {code, params} = failureOf(() => parseJson(text));
    expect([code, params["limit"], params["line"]]).toEqual(["too-deep", LIMITS.depth, 1]);
  });

  it("is let through at the limit of depth, brackets in strings not counted", () => {
    const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
    expect(() => parseJson(nested(LIMITS.depth))).not.toThrow();
    expect(failureOf(() => parseJson(nested(LIMITS.depth + 1))).code).toBe("too-deep");
    expect(parseJson(`["${"[".repeat(200)}\\"[["]`)).toHaveLength(1);
  });

  it("is judged in a time that grows with its length", () => {
    const started = performance.now();
    for (const piece of ['\\\\"', '"', "1", "-", '"\\', "[],", " "]) {
      const text = `[${piece.repeat(1_000_000)}`;
      expect(["broken", "too-deep"]).toContain(failureOf(() => parseJson(text)).code);
    }
    expect(performance.now() - started).toBeLessThan(5000);
  });
});

describe.skipIf(!existsSync(SUITE))("the JSON test suite", () => {
  const names = existsSync(SUITE) ? readdirSync(SUITE).filter((name) => name.endsWith(".json")) : [];
  const textOf = (name: string) => new TextDecoder().decode(readFileSync(join(SUITE, name)));

  it("is there", () => expect(names.filter((name) => /^[yn]_/.test(name)).length).toBeGreaterThan(250));

  it.each(names.filter((name) => name.startsWith("y_")))("accepts %s", (name) =>
    expect(() => parseJson(textOf(name))).not.toThrow(),
  );

  it.each(names.filter((name) => name.startsWith("n_")))("rejects %s with a place", (name) => {
    const {code, params} = failureOf(() => parseJson(textOf(name)));
    expect(["broken", "too-deep", "empty-file"]).toContain(code);
    if (code !== "empty-file") expect([params["line"], params["column"]].every((at) => Number(at) >= 1)).toBe(true);
  });

  it.each(names.filter((name) => name.startsWith("i_")))("reads %s or says why not", (name) => {
    try {
      parseJson(textOf(name));
    } catch (error) {
      expect(error).toHaveProperty("code");
    }
  });
});
