import fc from "fast-check";
import {afterEach, beforeEach, describe, expect, it} from "vitest";
import {applyBrand, brandFromStyle, readBrand} from "../../src/ui/brand.ts";

let root: HTMLElement;
let sheet: HTMLStyleElement;

beforeEach(() => {
  sheet = document.createElement("style");
  sheet.textContent = `.dateline { --paper: #f8f5ee; --land: #fffefb; --sheet: #fdfbf6; --neighbour: #f3efe6; --water: #dde6e8;
    --ink: #1c1a17; --attack: #b8331b; --strike: #22608f; --sans: "Inter"; }`;
  root = document.createElement("div");
  root.className = "dateline";
  document.head.append(sheet);
  document.body.append(root);
});
afterEach(() => {
  sheet.remove();
  root.remove();
});

describe("a brand in a query", () => {
  it("is read from hex digits of either length, with or without a number sign", () => {
    expect(readBrand("?primary=0a7&counter=%23112233&paper=FFF")).toEqual({
      primary: "#00aa77",
      counter: "#112233",
      paper: "#ffffff",
    });
  });

  it("is none where nothing of it is said or can be read", () => {
    for (const query of [
      "",
      "?",
      "theme=dark",
      "primary=",
      "primary=red",
      "primary=12345",
      "paper=url(x)",
      "font=",
      "font=url(//a.example/x)",
    ])
      expect(readBrand(query), query).toBeNull();
  });

  it("takes names of fonts and nothing that could be more than a name", () => {
    expect(readBrand("font=Guardian Text Sans,Georgia,sans-serif")?.font).toBe(
      `"Guardian Text Sans", "Georgia", sans-serif`,
    );
    expect(readBrand(`font="Noto Sans", 'Source Serif 4'`)?.font).toBe(`"Noto Sans", "Source Serif 4"`);
    expect(readBrand("font=Georgia,x;}body{color:red},url(https://a.example),\\65 vil,expression(1)")?.font).toBe(
      `"Georgia"`,
    );
  });

  it("never throws, and holds nothing but colours and quoted names", () => {
    fc.assert(
      fc.property(fc.string({unit: "binary"}), fc.string(), fc.webQueryParameters(), (colour, font, query) => {
        for (const text of [`primary=${colour}&font=${encodeURIComponent(font)}`, query]) {
          const brand = readBrand(text) ?? {};
          for (const name of ["primary", "counter", "paper"] as const)
            expect(brand[name] ?? "#000000").toMatch(/^#[\da-f]{6}$/);
          expect(brand.font ?? "x").toMatch(/^[^;{}()\\<>@:/]*$/);
        }
      }),
    );
  });
});

describe("a brand in the CSS of a page", () => {
  it("is read from custom properties, in any notation of a colour", () => {
    root.style.setProperty("--dateline-primary", " rgb(0, 102, 58) ");
    root.style.setProperty("--dateline-paper", "hsl(0, 0%, 100%)");
    root.style.setProperty("--dateline-counter", "rebeccapurple");
    root.style.setProperty("--dateline-serif", "Publico, Georgia");
    expect(brandFromStyle(root.style)).toEqual({
      primary: "#00663a",
      paper: "#ffffff",
      counter: "#663399",
      serif: `"Publico", "Georgia"`,
    });
  });

  it("leaves out what is see-through or no colour", () => {
    root.style.setProperty("--dateline-primary", "rgba(0, 102, 58, 0.5)");
    root.style.setProperty("--dateline-paper", "transparent");
    root.style.setProperty("--dateline-counter", "var(--nothing)");
    expect(brandFromStyle(root.style)).toBeNull();
  });
});

describe("a brand that is applied", () => {
  const of = (name: string) => root.style.getPropertyValue(name);

  it("sets the properties of the theme on the root alone, and gives the same colours back", () => {
    const palette = applyBrand(root, {primary: "#00663a", paper: "#ffffff"}, false);
    expect(of("--attack")).toBe("#00663a");
    expect(of("--paper")).toBe("#ffffff");
    expect(of("color-scheme")).toBe("light");
    for (const [name, value] of Object.entries(palette)) expect(of(`--${name}`)).toBe(value);
    expect(document.documentElement.getAttribute("style")).toBeNull();
    expect(document.body.getAttribute("style")).toBeNull();
  });

  it("starts each time from the theme and not from what it set before", () => {
    applyBrand(root, {primary: "#00663a", counter: "#440099", paper: "#102018", font: `"Georgia"`}, false);
    applyBrand(root, {primary: "#00663a"}, false);
    expect(of("--paper")).toBe("");
    expect(of("--sans")).toBe("");
    expect(of("--attack")).toBe("#00663a");
    expect(of("--strike")).toBe("#22608f");
  });

  it("goes without a trace", () => {
    root.style.setProperty("--own", "1");
    applyBrand(root, {primary: "#00663a", paper: "#fff4e0", font: `"Georgia"`}, false);
    expect(applyBrand(root, null, false)).toEqual({});
    expect(root.getAttribute("style")).toBe("--own: 1;");
  });

  it("puts its fonts before the theme's, and uses one for headlines too where there is no other", () => {
    applyBrand(root, {font: `"Georgia"`}, false);
    expect(of("--sans")).toMatch(/^"Georgia", "Inter", "Noto Sans Arabic"/);
    expect(of("--serif")).toMatch(/^"Georgia", "Source Serif 4"/);
    applyBrand(root, {font: `"Verdana"`, serif: `"Publico"`}, false);
    expect(of("--serif")).toMatch(/^"Publico", /);
  });
});
