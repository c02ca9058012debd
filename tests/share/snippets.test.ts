import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {SHOWN} from "../../src/host/names.ts";
import {viewOf, written} from "../../src/host/parameters.ts";
import {readAttributes} from "../../src/inline/attributes.ts";
import {
  bareAddress,
  escapeHtml,
  FORMS,
  frameAddress,
  pageAddress,
  policyFor,
  snippet,
  unnameable,
  type Embed,
} from "../../src/share/snippets.ts";
import {decodeUrl} from "../../src/state/url.ts";

const HOME = "https://maps.example/dateline/";
const plain: Embed = {
  home: HOME,
  built: true,
  title: "Attack by attack",
  view: {},
  data: "",
  theme: "auto",
  lang: "auto",
  play: false,
  hide: [],
  height: "auto",
  last: 612,
  primary: "",
  counter: "",
  paper: "",
  mirror: false,
  sealed: true,
  integrity: "",
};
const full: Embed = {
  ...plain,
  view: {time: "2023-10-17..", event: "e-12", show: {status: ["us_official", "a,b", "50%"]}, map: [6, 33.5, 44]},
  data: "https://data.example/story.json?a=1&b=2",
  theme: "dark",
  lang: "ar",
  play: true,
  hide: ["map", "facets"],
  height: 560,
  primary: "0a7a3c",
  counter: "552288",
  paper: "ffffff",
  mirror: true,
};
const HOSTILE = [
  `"><script>globalThis.__xss=1</script>`,
  `' onload='globalThis.__xss=1`,
  "</title></a></date-line><img src=x onerror=globalThis.__xss=1>",
  "`<!--<svg/onload=globalThis.__xss=1>-->`",
  "&quot;&#34;&lt;b&gt; & &amp;",
  "line\nbreak\r\u2028\u2029\ttab",
  "javascript:alert(1)",
  "שלום ‏\u202e\u2067",
];

const parse = (html: string) => new DOMParser().parseFromString(html, "text/html");
const one = (html: string, name: string): Element => {
  const found = parse(html).querySelectorAll(name);
  expect(found.length, html).toBe(1);
  return found[0]!;
};
const attributesOf = (element: Element) =>
  Object.fromEntries([...element.attributes].map(({name, value}) => [name, value]));

describe("the frame", () => {
  it("is an address, a title, what makes it fit and what it may do, and nothing else, when all is as it comes", () => {
    const html = snippet("frame", plain);
    expect(html.split("\n").length).toBe(1);
    expect(attributesOf(one(html, "iframe"))).toEqual({
      src: `${HOME}embed.html`,
      title: "Attack by attack",
      loading: "lazy",
      style: "width:0;min-width:100%!important;border:0",
      height: "612",
      scrolling: "no",
      sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
      allow: "fullscreen; web-share; clipboard-write",
      referrerpolicy: "strict-origin-when-cross-origin",
    });
  });

  it("has every choice in its address, where the app reads it back", () => {
    const url = new URL(frameAddress(full));
    expect(url.pathname).toBe("/dateline/embed.ar.html");
    const {view, bad} = decodeUrl(url.search, url.hash);
    expect(bad).toEqual([]);
    expect(view).toEqual({...full.view, data: full.data, theme: "dark", play: 1});
    expect(["hide", "height", "primary", "counter", "paper"].map((name) => url.searchParams.get(name))).toEqual([
      "map,facets",
      "fit",
      "0a7a3c",
      "552288",
      "ffffff",
    ]);
  });

  it("is as high as was chosen, or as it was last seen", () => {
    const height = (embed: Partial<Embed>) =>
      one(snippet("frame", {...plain, ...embed}), "iframe").getAttribute("height");
    expect([height({}), height({height: 480}), height({height: "fit"})]).toEqual(["612", "480", "100%"]);
    expect(frameAddress({...plain, height: 480})).toBe(`${HOME}embed.html?height=fit`);
  });

  it("leaves the sandbox out for a server that does not let pages of no origin in", () => {
    expect(one(snippet("frame", {...plain, sealed: false}), "iframe").hasAttribute("sandbox")).toBe(false);
  });

  it("has the page of a language, or a parameter where there is no such page", () => {
    expect(frameAddress({...plain, lang: "fr"})).toBe(`${HOME}embed.fr.html`);
    expect(frameAddress({...plain, lang: "en"})).toBe(`${HOME}embed.html?lang=en`);
    expect(frameAddress({...plain, lang: "fr", built: false})).toBe(`${HOME}?view=embed&lang=fr`);
  });
});

describe.each(["script", "inline"] as const)("the element by %s", (form) => {
  it("is the script, the element and a link to the page, in five lines at most", () => {
    const html = snippet(form, plain);
    expect(html.split("\n").length).toBeLessThanOrEqual(5);
    expect(attributesOf(one(html, "script"))).toEqual(
      form === "script" ? {async: "", src: `${HOME}embed.js`} : {type: "module", src: `${HOME}inline.js`},
    );
    const element = one(html, "date-line");
    expect(attributesOf(element)).toEqual({style: "display:block;min-height:612px"});
    const link = one(html, "date-line > a");
    expect([link.getAttribute("href"), link.textContent]).toEqual([HOME, "Attack by attack"]);
  });

  it("has every choice as an attribute of the parameter's name", () => {
    expect(attributesOf(one(snippet(form, full), "date-line"))).toEqual({
      time: "2023-10-17..",
      event: "e-12",
      map: "6/33.5/44",
      data: full.data,
      theme: "dark",
      lang: "ar",
      play: "1",
      "show.status": "us_official,a%2Cb,50%",
      hide: "map,facets",
      height: "560",
      primary: "0a7a3c",
      counter: "552288",
      paper: "ffffff",
      mirror: "",
      style: "display:block;min-height:560px",
    });
  });

  it.each<Record<string, string[]>>([{}, {status: []}, {status: [""]}, {status: ["50%", "a,b"], actor: ["A & B"]}])(
    "says the filter %j so that the element reads the same",
    (show) => {
      const element = one(snippet(form, {...plain, view: {show}}), "date-line");
      const read =
        form === "inline" ? readAttributes(element, HOME).view : decodeUrl("", written(viewOf(element, SHOWN))).view;
      expect(read.show).toEqual(show);
    },
  );

  it("pins a version of the script when that is asked for", () => {
    const script = one(snippet(form, {...plain, integrity: "sha384-abc+/="}), "script");
    expect([script.getAttribute("integrity"), script.getAttribute("crossorigin")]).toEqual([
      "sha384-abc+/=",
      "anonymous",
    ]);
  });

  it("keeps no room where it is to be as high as what it stands in", () => {
    const {height, style} = attributesOf(one(snippet(form, {...plain, height: "fit"}), "date-line"));
    expect([height, style]).toEqual(["fit", "display:block;height:100%"]);
  });
});

describe("a filter by a column whose name is no attribute", () => {
  const embed: Embed = {...plain, view: {show: {"Event type": ["a"], status: ["b"], 'x"y>': ["c&d"]}}};

  it("goes into the address of the frame that the script makes", () => {
    const element = one(snippet("script", embed), "date-line");
    expect(element.getAttribute("show.status")).toBe("b");
    const src = new URL(element.getAttribute("src")!);
    expect(decodeUrl(src.search, "").view).toEqual({show: {"Event type": ["a"], 'x"y>': ["c&d"]}});
  });

  it("is named, since the inline element does without", () => {
    expect(unnameable(embed)).toEqual(["Event type", 'x"y>']);
    expect(Object.keys(attributesOf(one(snippet("inline", embed), "date-line")))).toEqual(["show.status", "style"]);
  });
});

describe("hostile texts", () => {
  it.each(HOSTILE)("stay texts: %j", (text) => {
    const embed: Embed = {
      ...full,
      title: text,
      data: `https://data.example/?q=${text}`,
      view: {q: text, event: text, show: {status: [text], [text]: [text]}},
    };
    for (const form of FORMS) {
      const body = parse(snippet(form, embed));
      const names = [...body.querySelectorAll("body *, head *")].map(({localName}) => localName).sort();
      expect(names).toEqual(form === "address" ? [] : form === "frame" ? ["iframe"] : ["a", "date-line", "script"]);
      for (const element of body.querySelectorAll("*"))
        for (const {name, value} of element.attributes) {
          expect(name).not.toMatch(/^on/);
          if (["href", "src"].includes(name)) expect(value.startsWith(HOME), value).toBe(true);
        }
      expect(snippet(form, embed).split("\n").length).toBeLessThanOrEqual(5);
    }
    const title = one(snippet("frame", embed), "iframe").getAttribute("title");
    expect(title).toBe(text.replace(/[\r\n\t]+/g, " "));
    expect(one(snippet("script", embed), "date-line").getAttribute("q")).toBe(title);
  });

  it("of any kind come out of the parser as they went in", () => {
    fc.assert(
      fc.property(fc.string({unit: "grapheme"}), fc.string({unit: "binary"}), (title, q) => {
        const clean = (text: string) =>
          text
            .replace(/[\r\n\t]+/g, " ")
            .replaceAll("\0", "\ufffd")
            .replace(/\p{Surrogate}/gu, "\ufffd");
        fc.pre(!/[\0\f]/.test(title + q));
        const element = one(snippet("script", {...plain, title, view: {q}}), "date-line");
        expect(element.textContent!.trim()).toBe(clean(title).trim());
        expect(clean(element.getAttribute("q") ?? "")).toBe(clean(q));
      }),
      {numRuns: 60},
    );
  });

  it("are escaped as texts and as values alike", () => {
    expect(escapeHtml(`<a href="x" title='y'>&\``)).toBe("&#60;a href=&#34;x&#34; title=&#39;y&#39;&#62;&#38;&#96;");
  });
});

describe("addresses", () => {
  it("of the page hold the view and what it is of, and nothing of the frame", () => {
    const url = new URL(pageAddress(full));
    expect(url.href.split("#")[0]).toBe(HOME);
    expect(decodeUrl("", url.hash).view).toEqual({...full.view, data: full.data, lang: "ar"});
  });

  it("alone are the page in the language chosen", () => {
    expect(snippet("address", plain)).toBe(HOME);
    expect(bareAddress({...full, lang: "fr"})).toBe(`${HOME}index.fr.html`);
    expect(bareAddress({...full, lang: "fr", built: false})).toBe(HOME);
  });
});

describe("the policy of the page around it", () => {
  it("names the one host, and scripts only where there are some", () => {
    expect(policyFor("frame", HOME)).toBe("frame-src https://maps.example");
    expect(policyFor("address", HOME)).toBe("frame-src https://maps.example");
    expect(policyFor("script", HOME)).toBe("script-src https://maps.example; frame-src https://maps.example");
    expect(policyFor("inline", HOME)).toBe(
      // What tests/browser/inline.test.mjs shows to be enough.
      "script-src APP; connect-src APP; font-src APP; img-src APP data: blob:; worker-src blob: APP".replaceAll(
        "APP",
        "https://maps.example",
      ),
    );
  });
});
