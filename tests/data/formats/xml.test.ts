// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {ImportError} from "../../../src/data/formats/table.ts";
import {readXml, rootName, textOf, type XmlElement} from "../../../src/data/formats/xml.ts";
import {LIMITS} from "../../../src/data/limits.ts";

function elements(text: string, ...whole: string[]): XmlElement[] {
  const found: XmlElement[] = [];
  readXml(text, "test", {whole: new Set(whole), element: (element) => void found.push(element)});
  return found;
}
function fault(text: string): ImportError {
  try {
    elements(text, "a");
  } catch (error) {
    if (error instanceof ImportError) return error;
    throw error;
  }
  throw new Error("it was read");
}
const escaped = (text: string) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");

describe("the reader of XML", () => {
  it("hands over elements whole, by their local names, with attributes, children and lines", () => {
    const text = `<?xml version="1.0"?>\n<r xmlns:g="urn:g">\n <g:a g:id="1"\n  x="&lt;2">one<b>two</b><![CDATA[<3>]]></g:a>\n</r>`;
    const [a] = elements(text, "a");
    expect(a).toMatchObject({name: "a", text: "one<3>", line: 3});
    expect([...a!.attributes]).toEqual([
      ["id", "1"],
      ["x", "<2"],
    ]);
    expect(textOf(a!, "b")).toBe("two");
  });

  it("takes an attribute without prefix for the one that is meant", () => {
    expect(elements(`<a xmlns:x="u" x:id="no" id="yes" />`, "a")[0]!.attributes.get("id")).toBe("yes");
    expect(elements(`<a xmlns:x="u" id="yes" x:id="no" />`, "a")[0]!.attributes.get("id")).toBe("yes");
    expect(elements(`<a xmlns:id="no" />`, "a")[0]!.attributes.has("id")).toBe(false);
  });

  it("tells what begins and ends around them", () => {
    const log: string[] = [];
    readXml("<r><f><a><f/></a></f></r>", "test", {
      whole: new Set(["a"]),
      open: (name) => void log.push(`+${name}`),
      close: (name) => void log.push(`-${name}`),
      element: ({name}, parents) => void log.push(`${parents.join("/")}/${name}`),
    });
    expect(log).toEqual(["+r", "+f", "r/f/a", "-f", "-r"]);
  });

  it("gives back any text and any attribute, wherever its pieces are cut", () => {
    const any = fc.string({unit: "grapheme", maxLength: 30}).filter((text) => !/[\0-\x1f\ufffe\uffff]/.test(text));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(any, any), {maxLength: 20}),
        fc.integer({min: 65_400, max: 65_560}),
        (pairs, pad) => {
          const body = pairs.map(([text, value]) => `<a v="${escaped(value)}">${escaped(text)}</a>`).join("");
          const found = elements(`<r><!--${"-a".repeat(pad / 2)}-->${body}</r>`, "a");
          expect(found.map(({text, attributes}) => [text, attributes.get("v")])).toEqual(pairs);
        },
      ),
      {numRuns: 100},
    );
  });

  it("lets a prefix pass that nothing declares, an ampersand that stands for itself, and what follows the root", () => {
    expect(elements("<r><g:a>x & y &nope; &nbsp;&#233;</g:a></r>\0 bye & <", "a")[0]!.text).toBe(
      "x & y &nope; \u00a0é",
    );
  });

  it.each([
    ["a tag that is cut off", "<r>\n<a>x</", 2],
    ["an open root", "<r>\n<a>x</a>\n", 3],
    ["a tag closed by another", "<r>\n<a>x</b></r>", 2],
    ["words before the root", "hello <r/>", 1],
    ["no root", "<?xml version='1.0'?>", 1],
    ["nothing", "", 1],
    ["a second root", "<r/>\n<r/>", 2],
    ["an attribute without quotes", "<r>\n<a x=1/></r>", 2],
    ["a name of Object's own", '<r>\n<a hasOwnProperty="1" x="2"/></r>', 2],
  ])("refuses %s and says in which line", (_, text, line) => {
    expect(fault(text)).toMatchObject({code: "broken", params: {format: "test", line}});
  });

  it("is not moved by names of Object's own", () => {
    const [a] = elements(`<r><a __proto__="x" constructor="c" toString="y"><__proto__>z</__proto__></a></r>`, "a");
    expect(a!.attributes.get("constructor")).toBe("c");
    expect(textOf(a!, "__proto__")).toBe("z");
    expect(({} as Record<string, unknown>)["x"]).toBeUndefined();
  });

  it("follows no declaration: entities of a document's own end the reading", () => {
    const laughs = Array.from({length: 10}, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join("");
    const doctype = `<!DOCTYPE r [<!ENTITY e0 "ha">${laughs}<!ENTITY x SYSTEM "file:///etc/passwd">]>`;
    expect(fault(`${doctype}<r><a>&e10;</a></r>`)).toMatchObject({code: "broken"});
    expect(fault(`${doctype}<r><a>&x;</a></r>`)).toMatchObject({code: "broken"});
    expect(elements(`${doctype}<r><a>fine</a></r>`, "a")[0]!.text).toBe("fine");
  });

  it("ends at the limit of depth, inside what is handed over whole and outside", () => {
    const nest = (name: string, depth: number) => `<${name}>`.repeat(depth) + `</${name}>`.repeat(depth);
    expect(fault(nest("r", LIMITS.depth + 1))).toMatchObject({code: "too-deep", params: {limit: LIMITS.depth}});
    expect(fault(nest("a", LIMITS.depth + 1)).code).toBe("too-deep");
    expect(fault("<r>".repeat(1_000_000)).code).toBe("too-deep");
    expect(elements(nest("a", LIMITS.depth), "a")).toHaveLength(1);
  });

  it.each([
    ["an attribute of 10 MB", `<r><a x="${"x".repeat(10_000_000)}"/></r>`],
    ["a name of 10 MB", `<r><${"x".repeat(10_000_000)}/></r>`],
    ["10 MB of attributes", `<r><a ${Array.from({length: 1_000_000}, (_, i) => `a${i}="1"`).join(" ")}/></r>`],
    ["a declaration of 10 MB", `<!DOCTYPE r [${"x".repeat(10_000_000)}`],
    ["a million lone ampersands", `<r><a>${"& ".repeat(1_000_000)}</a></r>`],
  ])("refuses %s at once", (_, text) => {
    const start = performance.now();
    expect(fault(text).code).toBe("broken");
    expect(performance.now() - start).toBeLessThan(3000);
  });

  it("reads over a comment and a text of 10 MB, and over as much junk behind the root", () => {
    const long = "y".repeat(10_000_000);
    expect(elements(`<?xml version="1.0"?><!DOCTYPE r><r><!--${long}--><a>${long}</a></r>${long}`, "a")[0]!.text).toBe(
      long,
    );
  });

  it("passes on what its taker throws", () => {
    const stop = new Error("enough");
    const read = () =>
      readXml("<r><a/></r>", "test", {
        whole: new Set(["a"]),
        element() {
          throw stop;
        },
      });
    expect(read).toThrow(stop);
  });

  it("throws an ImportError or nothing for any text", () => {
    const pieces = [
      "<a",
      "</a>",
      "<",
      ">",
      "/>",
      "&",
      ";",
      "#x",
      "<!--",
      "-->",
      "<![CDATA[",
      "]]>",
      "<!",
      "<?",
      '"',
      "=",
      " x",
      "[",
      "é",
    ];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...pieces), {maxLength: 40}), (some) => {
        try {
          elements(`<r>${some.join("")}</r>`, "a");
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      {numRuns: 2000},
    );
  });
});

describe("the name of the root", () => {
  it.each([
    ['<?xml version="1.0"?><!-- c --><k:kml xmlns:k="u"><Doc', "kml"],
    ["<!DOCTYPE html><HTML><body><br>", "HTML"],
    ["no markup", ""],
    ["<table border=1>", ""],
  ])("of %s is %s", (text, name) => expect(rootName(text)).toBe(name));
});
