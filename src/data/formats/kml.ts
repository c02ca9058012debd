import {LIMITS} from "../limits.ts";
import {freeName} from "./freeName.ts";
import {tracksOf} from "./kmlGeometry.ts";
import {extendedData, OWN_COLUMNS, readPlacemark, spanFrom, type Span} from "./kmlPlacemark.ts";
import {ImportError, type Opened} from "./table.ts";
import {readXml, type XmlElement} from "./xml.ts";
import {xmlTable} from "./xmlTable.ts";

/** A Document or Folder. Its name and its time may stand behind what it holds. */
interface Container {
  name: string;
  parent: Container | null;
  span: Span | null;
}

interface Survey {
  /** In the order in which they begin. */
  containers: Container[];
  columns: string[];
  /** Where in a row each added field stands. */
  added: Map<string, number>;
  rows: number;
  lines: {name: string; points: Float64Array}[];
}

const FORMAT = "kml";
const CONTAINERS = new Set(["Document", "Folder"]);
const WHOLE = new Set(["Placemark", "TimeStamp", "TimeSpan", "name"]);
const BETWEEN = "; ";

/**
 * The placemarks of a KML of any version, wherever they lie in folders. Links, styles and scripts of the file are passed over and nothing
 * is fetched. `size` is that of the file, in bytes. Throws an ImportError: `no-records`, or one of `readXml`.
 */
export function openKml(text: string, size: number): Opened {
  const survey = surveyKml(text);
  if (survey.rows === 0) throw new ImportError("no-records", {format: FORMAT});
  const table = xmlTable("", survey.columns, survey.rows, size, (row, progress) => {
    let next = 0;
    walk(text, {
      begin: () => survey.containers[next++]!,
      placemark(element, container) {
        const {cells, instead} = readPlacemark(element, spanOf(container), folderOf(container));
        for (let i = cells.length; i < survey.columns.length; i++) cells.push("");
        for (const [name, value] of extendedData(element)) {
          const column = survey.added.get(name)!;
          if (value !== "") cells[column] = cells[column] === "" ? value : cells[column] + BETWEEN + value;
        }
        const warning = instead === "" ? {} : {warning: {code: "geometry-reduced" as const, value: instead}};
        row({cells, line: element.line, ...warning});
      },
      progress,
    });
  });
  const title = survey.containers[0]?.name ?? "";
  return {
    format: FORMAT,
    tables: [table],
    ...(title === "" ? {} : {title}),
    ...(survey.lines.length === 0 ? {} : {lines: survey.lines}),
  };
}

function surveyKml(text: string): Survey {
  const survey: Survey = {containers: [], columns: [...OWN_COLUMNS], added: new Map(), rows: 0, lines: []};
  const taken = new Set<string>(OWN_COLUMNS);
  walk(text, {
    begin(parent) {
      const container = {name: "", parent, span: null};
      survey.containers.push(container);
      return container;
    },
    name: (name, container) => {
      container.name ||= name;
    },
    span: (span, container) => {
      container.span ??= span;
    },
    placemark(element) {
      survey.rows++;
      for (const [name] of extendedData(element)) {
        if (survey.added.has(name)) continue;
        survey.added.set(name, survey.columns.length);
        survey.columns.push(freeName(name, taken));
        if (survey.columns.length > LIMITS.columns)
          throw new ImportError("too-many-columns", {limit: LIMITS.columns, columns: survey.columns.length});
      }
      const name = element.children.find((child) => child.name === "name")?.text.trim() ?? "";
      for (const {points} of tracksOf(element)) if (points.length >= 4) survey.lines.push({name, points});
    },
  });
  return survey;
}

interface Visitor {
  /** A container begins; what comes until its end is told with what this returns. */
  begin(parent: Container | null): Container;
  name?(name: string, container: Container): void;
  span?(span: Span, container: Container): void;
  placemark(element: XmlElement, container: Container | null): void;
  progress?(share: number): void;
}

function walk(text: string, visitor: Visitor): void {
  const open: Container[] = [];
  readXml(text, FORMAT, {
    whole: WHOLE,
    open(name) {
      if (CONTAINERS.has(name)) open.push(visitor.begin(open.at(-1) ?? null));
    },
    close(name) {
      if (CONTAINERS.has(name)) open.pop();
    },
    element(element, parents) {
      const container = open.at(-1) ?? null;
      if (element.name === "Placemark") visitor.placemark(element, container);
      else if (container !== null && CONTAINERS.has(parents.at(-1)!)) {
        if (element.name === "name") return visitor.name?.(element.text.trim(), container);
        const span = spanFrom(element);
        if (span !== null) visitor.span?.(span, container);
      }
    },
    progress: visitor.progress,
  });
}

/** The time of the nearest container that has one: it holds for all that lies in it. */
function spanOf(container: Container | null): Span | null {
  return container === null ? null : (container.span ?? spanOf(container.parent));
}

/** Path of the folders; the outermost container is the file itself. */
function folderOf(container: Container | null): string {
  const names: string[] = [];
  for (let at = container; at !== null && at.parent !== null; at = at.parent)
    if (at.name !== "") names.unshift(at.name);
  return names.join(" / ");
}
