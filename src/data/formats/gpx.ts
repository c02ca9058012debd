import {decimal, numberCell} from "./decimal.ts";
import {ImportError, type Opened, type Table} from "./table.ts";
import {childOf, readXml, textOf, type XmlElement} from "./xml.ts";
import {xmlTable} from "./xmlTable.ts";

const FORMAT = "gpx";
const COLUMNS = [
  "name",
  "description",
  "time",
  "latitude",
  "longitude",
  "elevation",
  "symbol",
  "type",
  "link",
] as const;

/** The kinds of point a GPX file holds, the likeliest to be events first. `path` names the column for what it is a point of. */
const KINDS = [
  {element: "wpt", table: "waypoints", path: null},
  {element: "trkpt", table: "track points", path: "track"},
  {element: "rtept", table: "route points", path: "route"},
] as const;

/** Elements that hold points, which are drawn as a line each; a track has its name, its segments have the points. */
const NAMED = new Set(["trk", "rte"]);
const LINES = new Set(["trkseg", "rte"]);
const WHOLE = new Set(["wpt", "trkpt", "rtept", "name"]);

/**
 * GPX 1.0 or 1.1: a table each for waypoints, track points and route points, where there are any, and a line for each segment of a track and
 * each route. `size` is that of the file, in bytes. Throws an ImportError: `no-records`, or one of `readXml`.
 */
export function openGpx(text: string, size: number): Opened {
  const {counts, names, lines, title} = surveyGpx(text);
  const tables: Table[] = [];
  for (const {element: kind, table, path} of KINDS) {
    const rows = counts.get(kind) ?? 0;
    if (rows === 0) continue;
    const read = xmlTable(table, path === null ? COLUMNS : [...COLUMNS, path], rows, size, (row, progress) => {
      let paths = -1;
      readXml(text, FORMAT, {
        whole: WHOLE,
        open(name) {
          if (NAMED.has(name)) paths++;
        },
        element(element) {
          if (element.name !== kind) return;
          const cells = pointCells(element);
          if (path !== null) cells.push(names.get(paths) ?? "");
          row({cells, line: element.line});
        },
        progress,
      });
    });
    tables.push(path === null ? read : {...read, drawn: true});
  }
  if (tables.length === 0) throw new ImportError("no-records", {format: FORMAT});
  return {format: FORMAT, tables, ...(title === "" ? {} : {title}), ...(lines.length === 0 ? {} : {lines})};
}

interface Survey {
  counts: Map<string, number>;
  /** Names of tracks and routes, by their place among both. */
  names: Map<number, string>;
  lines: {name: string; points: Float64Array}[];
  title: string;
}

function surveyGpx(text: string): Survey {
  const counts = new Map<string, number>();
  const names = new Map<number, string>();
  const drawn: {path: number; points: Float64Array}[] = [];
  let title = "";
  let paths = -1;
  let points: number[] = [];
  readXml(text, FORMAT, {
    whole: WHOLE,
    open(name) {
      if (NAMED.has(name)) paths++;
      if (LINES.has(name)) points = [];
    },
    close(name) {
      if (LINES.has(name) && points.length >= 4) drawn.push({path: paths, points: Float64Array.from(points)});
    },
    element(element, parents) {
      if (element.name === "name") {
        const parent = parents.at(-1) ?? "";
        const name = element.text.trim();
        if (NAMED.has(parent)) names.set(paths, name);
        else if (parent === "gpx" || parent === "metadata") title ||= name;
        return;
      }
      counts.set(element.name, (counts.get(element.name) ?? 0) + 1);
      const {lat, lon} = placeOf(element);
      if (element.name !== "wpt" && !Number.isNaN(lat) && !Number.isNaN(lon)) points.push(lon, lat);
    },
  });
  return {counts, names, title, lines: drawn.map(({path, points}) => ({name: names.get(path) ?? "", points}))};
}

const placeOf = ({attributes}: XmlElement) => ({
  lat: decimal(attributes.get("lat") ?? ""),
  lon: decimal(attributes.get("lon") ?? ""),
});

function pointCells(point: XmlElement): string[] {
  const {lat, lon} = placeOf(point);
  const description = textOf(point, "desc");
  const comment = textOf(point, "cmt");
  return [
    textOf(point, "name"),
    comment === "" || comment === description ? description : `${description}\n${comment}`.trim(),
    textOf(point, "time"),
    numberCell(lat),
    numberCell(lon),
    numberCell(decimal(textOf(point, "ele"))),
    textOf(point, "sym"),
    textOf(point, "type"),
    childOf(point, "link")?.attributes.get("href")?.trim() ?? textOf(point, "url"),
  ];
}
