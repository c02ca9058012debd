// @vitest-environment node
import {describe, expect, it} from "vitest";
import {EMBED, fileOf, headOf, oembed, PICTURE, siteOf, type Facts} from "../../src/build/discovery.ts";

const facts: Facts = {
  page: {view: "explore", lang: "fr"},
  title: `L’« attaque » & "la suite"`,
  description: "Ce que dit <le relevé>",
  site: "https://news.example/record/",
  record: {
    name: "Un relevé </script><script>alert(1)</script>",
    license: "CC BY 4.0",
    credit: "Le projet",
    from: "2023-10-17",
    to: "2024-02-07",
    box: [36.5, 32.3, 46, 37.4],
    table: "data/events.csv",
  },
};
const parsed = (head: string) => new DOMParserOf(head);

/** The tags of a head, read apart by a plain reader of tags. */
class DOMParserOf {
  tags: {name: string; attributes: Record<string, string>}[];
  constructor(head: string) {
    const unescaped = (text: string) => text.replaceAll("&quot;", '"').replaceAll("&lt;", "<").replaceAll("&amp;", "&");
    this.tags = [...head.matchAll(/<(\w+)((?: [\w:-]+="[^"]*")*)>/g)].map(([, name, text]) => ({
      name: name!,
      attributes: Object.fromEntries(
        [...text!.matchAll(/ ([\w:-]+)="([^"]*)"/g)].map(([, key, value]) => [key!, unescaped(value!)]),
      ),
    }));
  }
  find(wanted: Record<string, string>) {
    return this.tags.find(({attributes}) => Object.entries(wanted).every(([key, value]) => attributes[key] === value))
      ?.attributes;
  }
}

describe("the address of the site", () => {
  it("is a folder, whatever the slash at its end", () => {
    expect(siteOf("https://a.example/x")).toBe("https://a.example/x/");
    expect(siteOf("https://a.example")).toBe("https://a.example/");
    expect(siteOf(" https://a.example/x/?q#h ")).toBe("https://a.example/x/");
  });
  it("may be absent, and is nothing but http or https", () => {
    expect(siteOf(undefined)).toBeNull();
    expect(siteOf("")).toBeNull();
    expect(() => siteOf("javascript:alert(1)")).toThrow("DATELINE_URL");
    expect(() => siteOf("a.example")).toThrow();
  });
});

describe("the head of a page", () => {
  const head = parsed(headOf(facts));

  it("names the page itself, and its other languages, by absolute addresses", () => {
    expect(head.find({rel: "canonical"})?.["href"]).toBe("https://news.example/record/index.fr.html");
    expect(head.find({hreflang: "ar"})?.["href"]).toBe("https://news.example/record/index.ar.html");
    expect(head.find({hreflang: "x-default"})?.["href"]).toBe("https://news.example/record/");
  });
  it("keeps every word as it was", () => {
    expect(head.find({property: "og:title"})?.["content"]).toBe(facts.title);
    expect(head.find({name: "description"})?.["content"]).toBe(facts.description);
  });
  it("offers a picture of its size and an oEmbed answer", () => {
    expect(head.find({property: "og:image"})?.["content"]).toBe("https://news.example/record/picture.fr.png");
    expect(head.find({property: "og:image:width"})?.["content"]).toBe("1200");
    expect(head.find({type: "application/json+oembed"})?.["href"]).toBe("https://news.example/record/oembed.fr.json");
    expect(head.find({name: "twitter:card"})?.["content"]).toBe("summary_large_image");
  });
  it("describes the record in a block that no text can end", () => {
    const blocks = headOf(facts).match(/<script type="application\/ld\+json">(.*?)<\/script>/g)!;
    expect(blocks).toHaveLength(1);
    const dataset = JSON.parse(blocks[0]!.replace(/^<script[^>]*>|<\/script>$/g, ""));
    expect(dataset).toMatchObject({
      "@type": "Dataset",
      name: facts.record.name,
      temporalCoverage: "2023-10-17/2024-02-07",
      license: "https://creativecommons.org/licenses/by/4.0/",
      distribution: {contentUrl: "https://news.example/record/data/events.csv"},
    });
    // South-west and north-east, latitude first.
    expect(dataset.spatialCoverage.geo.box).toBe("32.3 36.5 37.4 46");
  });
  it("names of an embed the page that it is a part of", () => {
    const embed = parsed(headOf({...facts, page: {view: "embed", lang: "en"}}));
    expect(embed.find({rel: "canonical"})?.["href"]).toBe("https://news.example/record/");
    expect(embed.find({hreflang: "fr"})?.["href"]).toBe("https://news.example/record/embed.fr.html");
    expect(embed.find({rel: "manifest"})).toBeUndefined();
  });
  it("leaves out what needs an address while there is none", () => {
    const loose = parsed(headOf({...facts, site: null}));
    const absent: Record<string, string>[] = [
      {rel: "canonical"},
      {property: "og:image"},
      {type: "application/json+oembed"},
      {hreflang: "en"},
    ];
    for (const wanted of absent) expect(loose.find(wanted)).toBeUndefined();
    expect(loose.find({property: "og:title"})).toBeDefined();
    expect(headOf({...facts, site: null})).not.toContain("http://");
  });
});

describe("the oEmbed answer", () => {
  const answer = JSON.parse(oembed("https://news.example/record/", "ar", `هجوم "بعد" هجوم`));
  it("is what the specification asks of a rich one", () => {
    expect(answer).toMatchObject({version: "1.0", type: "rich", width: EMBED.width, height: EMBED.height});
    expect(answer).toMatchObject({thumbnail_width: PICTURE.width, thumbnail_height: PICTURE.height});
    expect(answer.thumbnail_url).toBe("https://news.example/record/picture.ar.png");
  });
  it("is a frame that needs no script", () => {
    expect(answer.html).toMatch(/^<iframe [^<>]*><\/iframe>$/);
    expect(answer.html).toContain('src="https://news.example/record/embed.ar.html"');
    expect(answer.html).toContain("&quot;");
    expect(answer.html).not.toContain("allow-same-origin");
  });
});

it("gives every page a file of its own", () => {
  const files = (["en", "fr", "ar"] as const).flatMap((lang) =>
    (["explore", "embed"] as const).map((view) => fileOf({view, lang})),
  );
  expect(files.sort()).toEqual([
    "embed.ar.html",
    "embed.fr.html",
    "embed.html",
    "index.ar.html",
    "index.fr.html",
    "index.html",
  ]);
});
