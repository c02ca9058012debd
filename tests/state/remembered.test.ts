import {describe, expect, it} from "vitest";
import {
  forgetLast,
  lastFile,
  lastView,
  recipeFor,
  rememberFile,
  rememberRecipe,
  rememberView,
} from "../../src/state/remembered.ts";
import {lastSeen} from "../../src/state/resume.ts";

describe("where storage is refused", () => {
  it("nothing is remembered and nothing fails", async () => {
    expect(globalThis.indexedDB).toBeUndefined();
    await rememberFile({
      name: "a.csv",
      files: [{name: "a.csv", blob: new Blob(["date\n"])}],
      choices: {timezone: "UTC"},
    });
    await rememberView({mode: "slide"});
    await rememberRecipe("signature", {mapping: {start: "date"}});
    expect([await lastFile(), await lastView(), await recipeFor("signature"), await lastSeen()]).toEqual([
      null,
      null,
      null,
      null,
    ]);
    await forgetLast();
  });
});
