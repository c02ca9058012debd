import fc from "fast-check";
import {expect, test} from "vitest";
import {normaliseName, signature} from "../../../src/data/understand/names.ts";

test.each([
  ["EVENT_DATE", "event_date"],
  ["Event Date", "event_date"],
  ["eventDate", "event_date"],
  ["event-date", "event_date"],
  ["event.date", "event_date"],
  ["event/date", "event_date"],
  ["  Date (début)  ", "date_debut"],
  ["Shooter Age(s)", "shooter_age_s"],
  ["ActionGeo_Lat", "action_geo_lat"],
  ["CaseID", "case_id"],
  ["Länge", "lange"],
  ["Straße", "strasse"],
  ["ENLEM", "enlem"],
  ["İL", "il"],
  ["Szerokość", "szerokosc"],
  ["التاريخ", "التاريخ"],
  ["Дата и время", "дата_и_время"],
  ["קו רוחב", "קו_רוחב"],
  ["ｄａｔｅ", "date"],
  ["\ufeff\u200bda\u200bte\u00ad", "date"],
  ["start_date.year", "start_date_year"],
  ["#geo+lat", "geo_lat"],
  ["", ""],
  ["__", ""],
])("the name %j is compared as %j", (name, key) => {
  expect(normaliseName(name)).toBe(key);
});

test("the same name with accents composed or taken apart is one name", () => {
  expect(normaliseName("début".normalize("NFD"))).toBe(normaliseName("début".normalize("NFC")));
});

test("a name in ASCII is read as it is beside a sign of another alphabet that nobody sees", () => {
  const letter = fc.constantFrom(..."abzABZ019_-. '`()#/\u0007\t");
  fc.assert(
    fc.property(fc.oneof(fc.string({maxLength: 30}), fc.string({unit: letter, maxLength: 198})), (name) => {
      expect(normaliseName(name)).toBe(normaliseName(`${name}\u200b`));
    }),
    {numRuns: 500},
  );
});

test("a name of two hundred thousand letters takes no time", () => {
  const from = performance.now();
  normaliseName("a".repeat(200_000));
  normaliseName(" _-".repeat(70_000));
  expect(performance.now() - from).toBeLessThan(50);
});

test("a signature is the same however the header is cased, and another for another order", () => {
  expect(signature(["Event Date", "LAT", "lon"])).toBe(signature(["event_date", "lat", "Lon"]));
  expect(signature(["lat", "lon"])).not.toBe(signature(["lon", "lat"]));
});
