import {hundredth} from "../../still/rounded.ts";
import type {Drawing, Fade, Fill, Fonts, GroupItem, Hatch, Ink, Item, TextItem} from "./drawing.ts";

export interface SvgOptions {
  /** A stylesheet with `@font-face` rules whose sources are `data:` addresses. */
  fontSheet?: string;
  /** What the picture is called, for who cannot see it. */
  title?: string;
  /** Its language, as an IETF tag. */
  lang?: string;
}

/** What XML 1.0 does not allow, and marks that turn the direction of what follows them. */
const BARRED = /[^\t\n\r\x20-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]|[\u202a-\u202e\u2066-\u2069]/gu;
const escaped = (text: string): string =>
  text.replace(BARRED, "").replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;").replace(/"/g, "&quot;");

type Attributes = Readonly<Record<string, string | number | undefined>>;
const written = (attributes: Attributes): string =>
  Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => ` ${name}="${typeof value === "number" ? hundredth(value) : escaped(value!)}"`)
    .join("");

/**
 * A drawing as an SVG document: well-formed XML 1.0 that asks for nothing from elsewhere and needs no style attributes. Fonts are named;
 * with `fontSheet` they come along.
 */
export function svgOf(drawing: Drawing, {fontSheet = "", title = "", lang}: SvgOptions = {}): string {
  const writer = new Writer(drawing.fonts);
  const body = writer.items(drawing.items);
  const {width, height} = drawing;
  const head = written({
    xmlns: "http://www.w3.org/2000/svg",
    width,
    height,
    viewBox: `0 0 ${hundredth(width)} ${hundredth(height)}`,
    role: "img",
    direction: "ltr",
    "text-rendering": "geometricPrecision",
    "xml:lang": lang,
  });
  const parts = [
    title === "" ? "" : `<title>${escaped(title)}</title>`,
    fontSheet === "" ? "" : `<style>${escaped(fontSheet)}</style>`,
    writer.defs === "" ? "" : `<defs>${writer.defs}</defs>`,
  ];
  return `<svg${head}>${parts.join("")}${body}</svg>\n`;
}

class Writer {
  #fonts: Fonts;
  #ids = new Map<string, string>();
  defs = "";

  constructor(fonts: Fonts) {
    this.#fonts = fonts;
  }

  items(items: readonly Item[]): string {
    return items.map((item) => this.#item(item)).join("");
  }

  #item(item: Item): string {
    switch (item.kind) {
      case "path":
        return `<path${written({d: item.d, ...this.#ink(item)})}/>`;
      case "rect": {
        const {x, y, width, height, round} = item;
        return `<rect${written({x, y, width, height, rx: round, ...this.#ink(item)})}/>`;
      }
      case "circle":
        return `<circle${written({cx: item.x, cy: item.y, r: item.r, ...this.#ink(item)})}/>`;
      case "text":
        return this.#text(item);
      case "group":
        return this.#group(item);
    }
  }

  #group({items, x = 0, y = 0, scale = 1, clip, opacity}: GroupItem): string {
    const moves = [
      x === 0 && y === 0 ? "" : `translate(${hundredth(x)} ${hundredth(y)})`,
      scale === 1 ? "" : `scale(${Math.round(scale * 1e5) / 1e5})`,
    ].join("");
    const attributes = {
      transform: moves || undefined,
      "clip-path": clip && this.#defined(`<clipPath><rect${written({...clip})}/></clipPath>`),
      opacity,
    };
    return `<g${written(attributes)}>${this.items(items)}</g>`;
  }

  #ink({fill, stroke, thick, dash, dashFrom, cap, join, opacity}: Ink): Attributes {
    return {
      fill: fill === undefined ? "none" : this.#fill(fill),
      stroke,
      "stroke-width": stroke === undefined ? undefined : thick,
      "stroke-dasharray": dash?.map(hundredth).join(" "),
      "stroke-dashoffset": dashFrom,
      "stroke-linecap": cap,
      "stroke-linejoin": join,
      opacity,
    };
  }

  #fill(fill: Fill): string {
    if (typeof fill === "string") return fill;
    return this.#defined(fill.kind === "hatch" ? hatchOf(fill) : fadeOf(fill));
  }

  /** A reference to a definition, which is written once. */
  #defined(markup: string): string {
    let id = this.#ids.get(markup);
    if (id === undefined) {
      id = `d${this.#ids.size}`;
      this.#ids.set(markup, id);
      this.defs += markup.replace(/^<\w+/, `$& id="${id}"`);
    }
    return `url(#${id})`;
  }

  #text(item: TextItem): string {
    const {x, y, runs, family, size, weight, fill, anchor, dir, tracking, halo, opacity} = item;
    const rtl = dir === "rtl";
    const attributes: Attributes = {
      x,
      y,
      "font-family": this.#fonts[family],
      "font-size": size,
      "font-weight": weight,
      fill,
      // An SVG's start is where its text begins.
      "text-anchor": anchor === "middle" ? "middle" : (anchor === "left") === rtl ? "end" : undefined,
      direction: rtl ? "rtl" : undefined,
      "letter-spacing": tracking === undefined ? undefined : tracking * size,
      ...(halo && {
        stroke: halo.colour,
        "stroke-width": halo.thick,
        "stroke-linejoin": "round",
        "paint-order": "stroke",
      }),
      opacity,
      "xml:space": "preserve",
    };
    const parts = runs.map((run) => {
      const own = written({
        "font-family": run.family === undefined ? undefined : this.#fonts[run.family],
        "font-size": run.size,
        "font-weight": run.weight,
        fill: run.fill,
        ...(runs.length > 1 && {direction: dir, "unicode-bidi": "isolate"}),
      });
      return own === "" ? escaped(run.text) : `<tspan${own}>${escaped(run.text)}</tspan>`;
    });
    return `<text${written(attributes)}>${parts.join("")}</text>`;
  }
}

function hatchOf({colour, ground, pitch, line}: Hatch): string {
  const stripe = (x: number, width: number, fill: string) => `<rect${written({x, width, height: pitch, fill})}/>`;
  const attributes = {
    width: pitch,
    height: pitch,
    patternUnits: "userSpaceOnUse",
    patternTransform: "rotate(45)",
  };
  return `<pattern${written(attributes)}>${stripe(0, pitch, ground)}${stripe(0, line, colour)}</pattern>`;
}

function fadeOf({from, to, stops}: Fade): string {
  const [[x1, y1], [x2, y2]] = [from, to];
  const marks = stops.map(
    ({at, colour, opacity}) =>
      `<stop${written({offset: at, "stop-color": colour, "stop-opacity": opacity === 1 ? undefined : opacity})}/>`,
  );
  const attributes = {gradientUnits: "userSpaceOnUse", x1, y1, x2, y2};
  return `<linearGradient${written(attributes)}>${marks.join("")}</linearGradient>`;
}
