import type {Size} from "../ui/layout.ts";
import type {Glyph} from "./glyphs.ts";
import {labelName, type BasemapLabels} from "./labels.ts";
import type {Face, Measure} from "./measure.ts";
import type {Projection} from "./mercator.ts";
import {STANDS, type Wish} from "./placement.ts";
import {SPARK_HEIGHT, SPARK_LEAST, sparkPitch} from "./sparks.ts";

/** What a label says, before it has a place. */
export interface Caption {
  id: string;
  kind: "chosen" | "place" | "single" | "city" | "capital" | "country";
  name: string;
  /** Follows the name; empty for none. */
  count: string;
  face: Face;
  nameWidth: number;
  countWidth: number;
  /** Index of the place, -1 for a name of the basemap. */
  place: number;
  wish: Wish;
}

export const LINE_HEIGHT = 15;
export const COUNT_GAP = 7;
/** Air around the ring of the chosen place. */
const RING = 6;
const SPARK_GAP = 2;
/** Fewest reports at a place that is named. */
const LEAST: Record<Size, number> = {wide: 1, medium: 1, phone: 6, mini: 10};
const CITIES: Record<Size, number> = {wide: 14, medium: 10, phone: 3, mini: 0};
/** From this zoom on, places that only the counter series knows are named too. */
const COUNTER_ZOOM = 7;
const FACES: Record<Exclude<Caption["kind"], "country">, Face> = {
  chosen: {size: 13.8, weight: 650},
  place: {size: 12.5, weight: 620},
  single: {size: 11.5, weight: 500},
  city: {size: 11.5, weight: 400},
  capital: {size: 11.5, weight: 400},
};
const SMALL = 0.95;

export interface CaptionInput {
  glyphs: readonly Glyph[];
  /** Places to be named before all others. */
  chosen: readonly number[];
  name(place: number): string;
  number(n: number): string;
  /** How many bars a spark has; 0 for no sparks. */
  bars: number;
  labels: BasemapLabels | null;
  /** ISO codes of the countries that are lit; none means all. */
  focus: readonly string[];
  language: string;
  zoom: number;
  projection: Projection;
  /** Size of the stage in px. */
  width: number;
  height: number;
  size: Size;
  measure: Measure;
}

/** The labels that want to be on the map, the most wanted first. */
export function captionsOf(input: CaptionInput): Caption[] {
  return [...placeCaptions(input), ...cityCaptions(input), ...countryCaptions(input)];
}

function placeCaptions({glyphs, chosen, name, number, bars, zoom, size, measure}: CaptionInput): Caption[] {
  const rank = ({place, primary}: Glyph): number => (chosen.includes(place) ? -1 : primary.total >= 2 ? 0 : 1);
  const wanted = glyphs
    .filter(({place, primary, counter}) => {
      if (chosen.includes(place)) return true;
      return primary.total >= LEAST[size] || (primary.total === 0 && counter.total > 0 && zoom >= COUNTER_ZOOM);
    })
    .sort((a, b) => rank(a) - rank(b) || b.primary.total - a.primary.total || a.place - b.place);
  return wanted.flatMap((glyph) => {
    const {place, primary, x, y, r} = glyph;
    const text = name(place);
    if (text === "") return [];
    const kind = chosen.includes(place) ? "chosen" : primary.total >= 2 ? "place" : "single";
    const face = faceOf(kind, size);
    const count = primary.total >= 2 || (kind === "chosen" && primary.total > 0) ? number(primary.total) : "";
    const nameWidth = measure(text, face);
    const countWidth = count === "" ? 0 : measure(count, {...face, weight: 400});
    const width = nameWidth + (count === "" ? 0 : COUNT_GAP + countWidth);
    const sizes = [{width, height: LINE_HEIGHT}];
    if (bars > 0 && primary.total >= SPARK_LEAST) {
      sizes.unshift({
        width: Math.max(width, bars * sparkPitch(bars).pitch),
        height: LINE_HEIGHT + SPARK_GAP + SPARK_HEIGHT,
      });
    }
    const id = `place ${place}`;
    return {
      id,
      kind,
      name: text,
      count,
      face,
      nameWidth,
      countWidth,
      place,
      wish: {
        id,
        anchors: [[x, y]],
        r: kind === "chosen" ? r + RING : r,
        sizes,
        stands: STANDS,
        must: kind === "chosen",
      },
    };
  });
}

function cityCaptions(input: CaptionInput): Caption[] {
  const {glyphs, labels, language, zoom, projection, width, height, size, measure, name} = input;
  const named = new Set(glyphs.map(({place}) => name(place)));
  const captions: Caption[] = [];
  for (const city of labels?.cities ?? []) {
    if (city.minZoom > zoom || captions.length >= CITIES[size] * 3) continue;
    const text = labelName(city, language);
    const [x, y] = projection.project(city.lng, city.lat);
    if (x < 0 || y < 0 || x > width || y > height) continue;
    if (named.has(text) || glyphs.some((glyph) => Math.hypot(glyph.x - x, glyph.y - y) < glyph.r + 4)) continue;
    const kind = city.capital ? "capital" : "city";
    const face = faceOf(kind, size);
    const nameWidth = measure(text, face);
    const id = `city ${city.lng} ${city.lat}`;
    const r = city.capital ? 2.6 : 1.6;
    const sizes = [{width: nameWidth, height: LINE_HEIGHT}];
    captions.push({
      id,
      kind,
      name: text,
      count: "",
      face,
      nameWidth,
      countWidth: 0,
      place: -1,
      wish: {id, anchors: [[x, y]], r, sizes, stands: ["r", "l", "t", "b"], ownMark: true},
    });
  }
  return captions;
}

function countryCaptions({labels, focus, language, zoom, projection, size, measure}: CaptionInput): Caption[] {
  const tracks = language !== "ar";
  const lit = (iso: string) => focus.length === 0 || focus.includes(iso);
  return (labels?.countries ?? [])
    .filter(({minZoom}) => minZoom <= zoom)
    .sort((a, b) => Number(lit(b.iso)) - Number(lit(a.iso)))
    .map((country) => {
      const name = labelName(country, language);
      const text = tracks ? name.toLocaleUpperCase(language) : name;
      const face = {
        size: (lit(country.iso) ? 13 : 11.5) * (size === "phone" || size === "mini" ? SMALL : 1),
        weight: 600,
        ...(tracks && {tracking: 0.14}),
      };
      const nameWidth = measure(text, face);
      const id = `country ${country.iso}`;
      const anchors = country.anchors.map(([lng, lat]) => projection.project(lng, lat));
      return {
        id,
        kind: "country" as const,
        name: text,
        count: "",
        face,
        nameWidth,
        countWidth: 0,
        place: -1,
        wish: {id, anchors, r: 0, sizes: [{width: nameWidth + 6, height: 16}], stands: ["on"] as const},
      };
    });
}

const faceOf = (kind: Exclude<Caption["kind"], "country">, size: Size): Face => {
  const face = FACES[kind];
  const small = size === "phone" || size === "mini";
  return small ? {...face, size: Math.max(11, face.size * SMALL)} : face;
};

/** At most as many names of cities as the size has room for, in the order given. */
export function limitCities<T extends {kind: Caption["kind"]}>(captions: readonly T[], size: Size): T[] {
  let left = CITIES[size];
  return captions.filter(({kind}) => (kind !== "city" && kind !== "capital") || left-- > 0);
}
