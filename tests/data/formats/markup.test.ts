// @vitest-environment node
import {describe, expect, it} from "vitest";
import {openMarkup} from "../../../src/data/formats/markup.ts";
import {isoFromRfc822} from "../../../src/data/formats/rfc822.ts";
import {failure, records} from "./markupCollect.ts";

const open = (text: string) => openMarkup(text, text.length);

describe("a text that begins with <", () => {
  it.each([
    ["kml", '<?xml version="1.0"?><kml><Placemark/></kml>'],
    ["kml", "<!-- c -->\n<k:kml xmlns:k='u'><k:Placemark/></k:kml>"],
    ["kml", "<Document><Placemark/></Document>"],
    ["gpx", "<gpx><wpt lat='1' lon='2'/></gpx>"],
    ["feed", "<rss><channel><item/></channel></rss>"],
    ["feed", "<feed><entry/></feed>"],
    ["html", "<!DOCTYPE html><html><table><tr><td>a<td>b<tr><td>c<td>d</table></html>"],
    ["html", "<table border=1><tr><td>a<td>b<tr><td>c<td>d</table>"],
    [
      "html",
      "<?xml version='1.0'?><!DOCTYPE html><html xmlns='x'><table><tr><td>a</td><td>b</td></tr><tr><td>c</td><td>d</td></tr></table></html>",
    ],
  ])("is opened as %s: %s", (format, text) => expect(open(text).format).toBe(format));

  it.each([
    ["unsupported", {format: "XML (osm)"}, '<?xml version="1.0"?><osm><node/></osm>'],
    ["unsupported", {format: "XML (data)"}, "<data><row/></data>"],
    ["broken", {line: 1}, '<?xml version="1.0"?>'],
    ["broken", {format: "kml", line: 2}, "<kml>\n<Placemark></kml>"],
    ["web-page", {title: "Sign in"}, "<!doctype html><title>Sign in</title><p>x"],
    ["web-page", {}, "<html>"],
  ])("is refused as %s with %o: %s", (code, params, text) => {
    const error = failure(() => open(text));
    expect(error.code).toBe(code);
    expect(error.params).toMatchObject(params);
  });
});

describe("a feed", () => {
  it("of RSS gives its items with places and dates", async () => {
    const text = `<rss version="2.0" xmlns:georss="g" xmlns:geo="w" xmlns:dc="d"><channel><title>Alerts</title><link>x</link>
      <item><title>Quake &amp; fire</title><description>&lt;p&gt;Two&lt;/p&gt;</description><link>https://example.org/1</link>
      <pubDate>Sun, 28 Jan 2024 05:30:00 +0300</pubDate><guid>g1</guid><category>a</category><category>b</category><georss:point>33.3 44.4</georss:point></item>
      <item><title>Second</title><dc:date>2024-01-29</dc:date><dc:creator>me</dc:creator><geo:Point><geo:lat>1</geo:lat><geo:long>2</geo:long></geo:Point></item>
      <item><title>Third</title><geo:lat>x</geo:lat><geo:long>2</geo:long></item></channel></rss>`;
    const opened = open(text);
    expect(opened).toMatchObject({format: "feed", title: "Alerts"});
    const rows = await records(opened.tables[0]!);
    expect(rows.map((row) => [...row.values()])).toEqual([
      [
        "Quake & fire",
        "Two",
        "2024-01-28T05:30:00+03:00",
        "",
        "33.3",
        "44.4",
        "a; b",
        "",
        "https://example.org/1",
        "g1",
      ],
      ["Second", "", "2024-01-29", "", "1", "2", "", "me", "", ""],
      ["Third", "", "", "", "", "", "", "", "", ""],
    ]);
  });

  it("of Atom gives its entries", async () => {
    const text = `<feed xmlns="http://www.w3.org/2005/Atom"><title>USGS</title><entry><id>urn:1</id><title>M 5</title><updated>2024-01-28T05:30:00Z</updated>
      <link rel="self" href="https://example.org/self"/><link href="https://example.org/1"/><summary type="html">&lt;b&gt;x&lt;/b&gt;</summary>
      <author><name>N</name></author><category term="T"/><georss:where><gml:Point><gml:pos>-1.5 20</gml:pos></gml:Point></georss:where></entry></feed>`;
    const [row] = await records(open(text).tables[0]!);
    expect([...row!.values()]).toEqual([
      "M 5",
      "x",
      "",
      "2024-01-28T05:30:00Z",
      "-1.5",
      "20",
      "T",
      "N",
      "https://example.org/1",
      "urn:1",
    ]);
  });

  it("without entries is refused", () => {
    expect(failure(() => open("<rss><channel><title>x</title></channel></rss>")).code).toBe("no-records");
  });
});

describe("dates of feeds", () => {
  it.each([
    ["Wed, 02 Oct 2002 13:00:00 GMT", "2002-10-02T13:00:00Z"],
    ["2 October 2002 13:00 EST", "2002-10-02T13:00:00-05:00"],
    ["Wed, 02 Oct 02 13:00:00 +0000", "2002-10-02T13:00:00+00:00"],
    ["02 Oct 98", "1998-10-02"],
    ["Wed, 02 Oct 2002 13:00:00", "2002-10-02T13:00:00"],
    ["30 Feb 2024", "2024-02-30"],
    ["2024-01-28T05:30:00Z", "2024-01-28T05:30:00Z"],
    ["yesterday", "yesterday"],
    ["02 Foo 2002", "02 Foo 2002"],
    [" ".repeat(100_000), " ".repeat(100_000)],
  ])("%s becomes %s", (text, iso) => expect(isoFromRfc822(text)).toBe(iso));
});
