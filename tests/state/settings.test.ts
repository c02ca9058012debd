import {describe, expect, it} from "vitest";
import {Settings} from "../../src/state/settings.svelte.ts";

describe("the settings", () => {
  it("follow the reader's system until the reader chooses", () => {
    const settings = new Settings();
    expect([settings.lang, settings.dark, settings.dir]).toEqual(["en", false, "ltr"]);
    settings.systemLanguage = "ar";
    settings.systemDark = true;
    expect([settings.lang, settings.dark, settings.dir]).toEqual(["ar", true, "rtl"]);
    settings.language = "fr";
    settings.theme = "light";
    expect([settings.lang, settings.dark, settings.dir]).toEqual(["fr", false, "ltr"]);
    settings.systemDark = false;
    settings.theme = "dark";
    expect(settings.dark).toBe(true);
    settings.theme = "auto";
    settings.mode = "present";
    expect(settings.dark).toBe(true);
    settings.theme = "light";
    expect(settings.dark).toBe(false);
    settings.mode = "scroll";
    settings.language = null;
    settings.theme = "auto";
    expect([settings.lang, settings.dark]).toEqual(["ar", false]);
  });
});
