// @vitest-environment node
import {describe, expect, it} from "vitest";
import {firstAddress, isAddress, isTable} from "../../src/open/pasted.ts";

describe("a text that is pasted", () => {
  it.each(["https://example.org/a.csv", "  http://example.org/a.csv\n", "HTTPS://EXAMPLE.ORG"])(
    "is an address: %j",
    (text) => expect(isAddress(text)).toBe(true),
  );

  it.each([
    "see https://example.org",
    "ftp://example.org",
    "javascript:alert(1)",
    "https://",
    `https://${"a".repeat(3000)}`,
  ])("is no address: %j", (text) => expect(isAddress(text)).toBe(false));

  it.each([
    "date\tplace\n2024-01-28\tRukban",
    "date;place\r\n2024-01-28;Rukban",
    "\ufeffdate,place\n\n2024-01-28,Rukban",
    '[{"date": "2024-01-28"}]',
    '{"type": "FeatureCollection"}',
    '<?xml version="1.0"?><kml/>',
    "BEGIN:VCALENDAR\nEND:VCALENDAR",
  ])("is a table: %j", (text) => expect(isTable(text)).toBe(true));

  it.each(["", "One line, with a comma", "Two lines\nwithout a delimiter", "First, with one\nsecond without", "1,2"])(
    "is no table: %j",
    (text) => expect(isTable(text)).toBe(false),
  );

  it("is looked at only where it begins, however long it is", () => {
    const began = performance.now();
    expect(isTable("a".repeat(50_000_000))).toBe(false);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});

describe("a list of addresses", () => {
  it("gives the first that is not a remark", () => {
    expect(firstAddress("# https://example.org/no\r\nhttps://example.org/yes\r\nhttps://example.org/later")).toBe(
      "https://example.org/yes",
    );
  });

  it("gives none where there is none", () => {
    expect(firstAddress("")).toBeNull();
    expect(firstAddress("# only a remark\nfile:///etc/passwd")).toBeNull();
  });
});
