import {describe, expect, it} from "vitest";
import {Characters} from "../../../src/out/file/faces.ts";

const FACES = [
  {family: "Inter", weight: "400 700", range: "U+0400-045F, U+2116", file: "cyrillic.woff2"},
  {family: "Inter", weight: "400 700", range: "U+0384-038A, U+038C", file: "greek.woff2"},
];
const filesFor = (...texts: string[]) => {
  const characters = new Characters();
  for (const text of texts) characters.add(text);
  return characters.facesAmong(FACES).map(({file}) => file);
};

describe("Characters", () => {
  it("finds the faces that the letters of a text need, and no others", () => {
    expect(filesFor("plain, and it costs 5 €")).toEqual([]);
    expect(filesFor("plain", "Алматы")).toEqual(["cyrillic.woff2"]);
    expect(filesFor("№ 5")).toEqual(["cyrillic.woff2"]);
    expect(filesFor("\u038c", "\u0400")).toEqual(["cyrillic.woff2", "greek.woff2"]);
  });
});
