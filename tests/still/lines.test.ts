import {expect, it} from "vitest";
import {linesOf} from "../../src/still/lines.ts";

it("loses no word, and is wider than it may be only for a word that is", () => {
  const text = "Attaque par attaque : des premiers drones à la Tour 22";
  const lines = linesOf(text, 400, 50, false);
  expect(lines.join(" ")).toBe(text);
  for (const line of lines) expect(line.length * 50 * 0.5).toBeLessThanOrEqual(400);
  expect(lines.every((line) => !line.startsWith(":"))).toBe(true);
});

it("leaves no short last line where the lines above it could share", () => {
  const lines = linesOf("Attack by attack, from the first drones to Tower 22", 404, 50, false);
  expect(Math.min(...lines.map((line) => line.length))).toBeGreaterThan(6);
});

it("sets a word that is too long on a line of its own", () => {
  expect(linesOf("a incomprehensibilities b", 100, 50, false)).toContain("incomprehensibilities");
});
