import {readFileSync} from "node:fs";
import {describe, expect, it} from "vitest";
import {labelName, readLabels, type LabelTable} from "../../src/map/labels.ts";

const table = JSON.parse(readFileSync("public/basemap/labels.json", "utf8")) as LabelTable;

describe("labels", () => {
  const {cities, countries} = readLabels(table);
  const city = (name: string) => cities.find(({names}) => names.en === name)!;

  it("names the region's places in three languages", () => {
    expect(["en", "fr", "ar"].map((language) => labelName(city("Mosul"), language))).toEqual([
      "Mosul",
      "Mossoul",
      "الموصل",
    ]);
  });

  it("falls back to the English name", () => {
    expect(labelName(city("Mosul"), "de")).toBe("Mosul");
    const table: LabelTable = {
      countries: [["PE"], ["Peru"], ["Pérou"], [0], [2], [[-75, -10, -72, -13]]],
      cities: [["Lima"], [0], [0], [-77], [-12], [3], [1]],
    };
    const {countries, cities} = readLabels(table);
    expect(labelName(cities[0], "ar")).toBe("Lima");
    expect(cities).toEqual([
      {names: {en: "Lima", fr: "Lima", ar: "Lima"}, lng: -77, lat: -12, minZoom: 3, capital: true},
    ]);
    expect(countries).toEqual([
      {
        iso: "PE",
        names: {en: "Peru", fr: "Pérou", ar: "Peru"},
        minZoom: 2,
        anchors: [
          [-75, -10],
          [-72, -13],
        ],
      },
    ]);
  });

  it("gives every country an anchor on the map and orders cities by importance", () => {
    for (const {iso, anchors} of countries) {
      expect(anchors.length, iso).toBeGreaterThan(0);
      for (const [lng, lat] of anchors) expect(Math.abs(lng) <= 180 && Math.abs(lat) <= 85, iso).toBe(true);
    }
    expect(cities.every(({minZoom}, i) => i === 0 || minZoom >= cities[i - 1].minZoom)).toBe(true);
  });

  it("carries no Arabic vowel marks and no transliteration marks", () => {
    const names = [...countries, ...cities].flatMap(({names}) => Object.values(names)).join(" ");
    expect(names).not.toMatch(/[\u064b-\u0652\u0640]/);
    expect(cities.filter(({names}) => /[ḩḨḑḐ]/.test(names.en)).map(({names}) => names.en)).toEqual([]);
  });
});
