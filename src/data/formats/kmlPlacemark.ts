import {numberCell} from "./decimal.ts";
import {placeOf, tracksOf, type Track} from "./kmlGeometry.ts";
import {plainText} from "./text.ts";
import {textOf, type XmlElement} from "./xml.ts";

/** When something was, texts as they stand; "" where it is open. */
export interface Span {
  begin: string;
  end: string;
}

export const OWN_COLUMNS = [
  "name",
  "description",
  "begin",
  "end",
  "latitude",
  "longitude",
  "address",
  "folder",
  "id",
] as const;

/** What stands in a TimeStamp or TimeSpan; null when that is nothing. */
export function spanFrom(time: XmlElement): Span | null {
  const span =
    time.name === "TimeStamp"
      ? {begin: textOf(time, "when"), end: ""}
      : {begin: textOf(time, "begin"), end: textOf(time, "end")};
  return span.begin === "" && span.end === "" ? null : span;
}

/** Fields that the author of a file added to a placemark, with the author's own names. */
export function extendedData(placemark: XmlElement): [name: string, value: string][] {
  const data = placemark.children.filter(({name}) => name === "ExtendedData").flatMap(({children}) => children);
  return data.flatMap((field): [string, string][] => {
    if (field.name === "Data")
      return [[nameOf(field) || textOf(field, "displayName") || UNNAMED, textOf(field, "value")]];
    if (field.name === "SchemaData")
      return field.children
        .filter(({name}) => name === "SimpleData")
        .map((simple) => [nameOf(simple) || UNNAMED, simple.text.trim()]);
    return field.children.length === 0 ? [[field.name, field.text.trim()]] : [];
  });
}

const nameOf = (field: XmlElement) => field.attributes.get("name")?.trim() ?? "";
const UNNAMED = "data";

/** One placemark, without what it has from its folders. */
export interface Placemark {
  /** In the order of `OWN_COLUMNS`. */
  cells: string[];
  /** The geometry that its coordinates stand for; "" when they are its own. */
  instead: string;
}

/** `inherited` is the time of the folders around it, which holds where the placemark has none. */
export function readPlacemark(placemark: XmlElement, inherited: Span | null, folder: string): Placemark {
  const place = placeOf(placemark);
  const {begin, end} = trackSpan(tracksOf(placemark)) ?? ownSpan(placemark) ?? inherited ?? {begin: "", end: ""};
  const description = placemark.children.find(({name}) => name === "description");
  return {
    cells: [
      textOf(placemark, "name"),
      description === undefined ? "" : plainText(wholeText(description)),
      begin,
      end,
      numberCell(place?.lat ?? NaN),
      numberCell(place?.lon ?? NaN),
      textOf(placemark, "address"),
      folder,
      placemark.attributes.get("id") ?? "",
    ],
    instead: place?.instead ?? "",
  };
}

function ownSpan(placemark: XmlElement): Span | null {
  for (const child of placemark.children) {
    const span = child.name === "TimeStamp" || child.name === "TimeSpan" ? spanFrom(child) : null;
    if (span !== null) return span;
  }
  return null;
}

function trackSpan(tracks: readonly Track[]): Span | null {
  const timed = tracks.filter(({begin}) => begin !== "");
  if (timed.length === 0) return null;
  const {begin} = timed[0]!;
  const {end} = timed.at(-1)!;
  return {begin, end: end === begin ? "" : end};
}

/** Some write markup into a description without hiding it. */
const wholeText = (element: XmlElement): string =>
  element.children.length === 0 ? element.text : [element.text, ...element.children.map(wholeText)].join(" ");
