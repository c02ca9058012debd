// @vitest-environment node
import {describe, expect, it} from "vitest";
import {dataUrl, safeLink} from "../../src/data/links.ts";

describe("a link to a source", () => {
  it.each([
    ["https://example.org/a?b=c#d", "https://example.org/a?b=c#d"],
    ["http://example.org", "http://example.org/"],
    ["HTTPS://EXAMPLE.ORG/", "https://example.org/"],
    ["https://example.org/a b", "https://example.org/a%20b"],
    ["https://مثال.إختبار/", "https://xn--mgbh0fb.xn--kgbechtv/"],
    ["https://example.org/%27onmouseover=alert(1)//", "https://example.org/%27onmouseover=alert(1)//"],
  ])("%s is followed as %s", (text, href) => {
    expect(safeLink(text)).toBe(href);
  });

  it.each([
    "javascript:alert(1)",
    "JaVaScRiPt:alert(1)",
    " javascript:alert(1)",
    "java\tscript:alert(1)",
    "java\nscript:alert(1)",
    "\u0001javascript:alert(1)",
    "javascript://example.org/%0aalert(1)",
    "data:text/html,<script>alert(1)</script>",
    "vbscript:msgbox(1)",
    "blob:https://example.org/1",
    "file:///etc/passwd",
    "view-source:https://example.org",
    "intent://example.org#Intent;end",
    "ftp://example.org",
    "mailto:a@example.org",
    "tel:123",
    "about:blank",
    "//evil.example",
    "\\\\evil.example",
    "https:\\\\evil.example",
    "https:evil.example",
    "/relative",
    "relative",
    "#hash",
    "",
    "https://",
    "https://user:pass@example.org",
    "https://user@example.org",
    "https://:pass@example.org",
    "https://example.org@evil.example",
    "https://exa mple.org",
    "https://[::1",
    "https://example.org:99999",
    `https://example.org/${"a".repeat(2048)}`,
  ])("%j is not followed", (text) => {
    expect(safeLink(text)).toBeNull();
  });
});

describe("the address of a dataset", () => {
  const PAGE = "https://dateline.example/embed/?x=1";

  it.each([
    ["data/story.json", "https://dateline.example/embed/data/story.json"],
    ["/a.csv", "https://dateline.example/a.csv"],
    ["https://data.example.org/a.csv", "https://data.example.org/a.csv"],
    ["https://data.example.org:8443/a.csv", "https://data.example.org:8443/a.csv"],
    ["//data.example.org/a.csv", "https://data.example.org/a.csv"],
    ["https://10.example.org/a.csv", "https://10.example.org/a.csv"],
    ["https://8.8.8.8/a.csv", "https://8.8.8.8/a.csv"],
    ["https://172.32.0.1/a.csv", "https://172.32.0.1/a.csv"],
    ["https://[2001:db8::1]/a.csv", "https://[2001:db8::1]/a.csv"],
    ["https://mylocal.org/a.csv", "https://mylocal.org/a.csv"],
    ["", "https://dateline.example/embed/?x=1"],
  ])("may be %s", (text, href) => {
    expect(dataUrl(text, PAGE)?.href).toBe(href);
  });

  it.each([
    "javascript:alert(1)",
    "data:text/csv,start%0A2023",
    "blob:https://dateline.example/1",
    "blob:https://evil.example/1",
    "file:///etc/passwd",
    "ftp://data.example.org/a.csv",
    "http://data.example.org/a.csv",
    "http://dateline.example/a.csv",
    "https://user:p@data.example.org/a.csv",
    "https://user@data.example.org/a.csv",
    "https://:p@data.example.org/a.csv",
    "https://user@dateline.example/a.csv",
    "https://:p@dateline.example/a.csv",
    "https://dateline.example@localhost/",
    "https://localhost",
    "https://LOCALHOST.",
    "https://a.localhost/",
    "https://localhost.localdomain/",
    "https://printer.local/",
    "https://printer.local./",
    "https://metadata.google.internal/",
    "https://intranet/",
    "https://router:8443/",
    "https://nas.lan/",
    "https://nas.home.arpa/",
    "https://wiki.corp/",
    "https://127.0.0.1/",
    "https://127.0.0.1./",
    "https://127.1/",
    "https://0x7f.1/",
    "https://0177.0.0.1/",
    "https://2130706433/",
    "https://0/",
    "https://0.0.0.0/",
    "https://10.0.0.1/",
    "https://172.16.0.1/",
    "https://172.31.255.255/",
    "https://192.168.1.1/",
    "https://100.64.0.1/",
    "https://169.254.169.254/",
    "https://[::]/",
    "https://[::1]/",
    "https://[0:0:0:0:0:0:0:1]/",
    "https://[::ffff:127.0.0.1]/",
    "https://[::127.0.0.1]/",
    "https://[64:ff9b::7f00:1]/",
    "https://[fc00::1]/",
    "https://[fd12:3456::1]/",
    "https://[fe80::1]/",
    "https://１２７.0.0.1/",
    "https://",
    "https://exa mple.org",
  ])("may not be %j", (text) => {
    expect(dataUrl(text, PAGE)).toBeNull();
  });

  it("may be on the page's own host, wherever that is", () => {
    expect(dataUrl("data/story.json", "http://localhost:4173/")?.href).toBe("http://localhost:4173/data/story.json");
    expect(dataUrl("http://localhost:4174/a.csv", "http://localhost:4173/")).toBeNull();
    expect(dataUrl("a.csv", "file:///home/x/index.html")).toBeNull();
    expect(dataUrl("https://data.example.org/a.csv", "file:///home/x/index.html")?.host).toBe("data.example.org");
  });
});
