import {gzipSync, strToU8, zipSync} from "fflate";
import {parquetWriteBuffer} from "hyparquet-writer";
import {number, oneSheet, row, text} from "../formats/workbookFixture.ts";

/** A cell as it is meant: texts, numbers, dates that a spreadsheet holds as numbers; "" where there is none. */
export type Cell = string | number | Day;
export interface Day {
  /** As it is written in ISO 8601, of a day or a minute. */
  iso: string;
}
export interface TableOf {
  header: readonly string[];
  rows: readonly (readonly Cell[])[];
}
/** Names of the coordinate columns, which a GeoJSON has in its geometry. */
const LAT = "latitude";
const LON = "longitude";

const written = (cell: Cell): string => (typeof cell === "object" ? cell.iso : String(cell));
const isDay = (cell: Cell): cell is Day => typeof cell === "object";

function delimited({header, rows}: TableOf, delimiter: string, lineEnd = "\n"): string {
  const quoted = (cell: Cell) =>
    typeof cell === "string" && cell !== "" ? `"${cell.replaceAll('"', '""')}"` : written(cell);
  return [header.join(delimiter), ...rows.map((cells) => cells.map(quoted).join(delimiter)), ""].join(lineEnd);
}

function utf16(content: string, littleEndian: boolean): Uint8Array {
  const view = new DataView(new ArrayBuffer(2 * (content.length + 1)));
  view.setUint16(0, 0xfeff, littleEndian);
  for (let i = 0; i < content.length; i++) view.setUint16(2 * (i + 1), content.charCodeAt(i), littleEndian);
  return new Uint8Array(view.buffer);
}

const inJson = (cell: Cell): unknown => (cell === "" ? null : isDay(cell) ? cell.iso : cell);
const records = ({header, rows}: TableOf, without: readonly string[] = []) =>
  rows.map((cells) =>
    Object.fromEntries(
      header.map((name, i) => [name, inJson(cells[i]!)] as const).filter(([name]) => !without.includes(name)),
    ),
  );

function geojson(table: TableOf): string {
  const [lat, lon] = [table.header.indexOf(LAT), table.header.indexOf(LON)];
  const features = records(table, [LAT, LON]).map((properties, i) => {
    const coordinates = [table.rows[i]![lon], table.rows[i]![lat]];
    const geometry = coordinates.includes("") ? null : {type: "Point", coordinates};
    return {type: "Feature", geometry, properties};
  });
  return JSON.stringify({type: "FeatureCollection", features});
}

const DAY_0 = Date.UTC(1899, 11, 30);
/** Days since 1900, as a spreadsheet counts them. */
const serial = ({iso}: Day): number =>
  (Date.parse(`${iso}${iso.includes("T") ? ":00" : ""}Z`.replace(/^(.{10})Z$/, "$1")) - DAY_0) / 86_400_000;

function sheet({header, rows}: TableOf): Uint8Array {
  const ref = (column: number, line: number) => `${String.fromCharCode(65 + column)}${line}`;
  const cellOf = (cell: Cell, at: string) =>
    cell === ""
      ? ""
      : isDay(cell)
        ? number(at, serial(cell), cell.iso.includes("T") ? 2 : 1)
        : typeof cell === "number"
          ? number(at, cell)
          : text(at, cell);
  const lines = [header as readonly Cell[], ...rows].map((cells, r) =>
    row(r + 1, ...cells.map((cell, column) => cellOf(cell, ref(column, r + 1)))),
  );
  return oneSheet(lines.join(""), {formats: {164: "yyyy-mm-dd", 165: "yyyy-mm-dd hh:mm"}, styles: [0, 164, 165]});
}

/** A column of numbers is one of doubles, any other one of texts. */
function parquet({header, rows}: TableOf): Uint8Array {
  const columnData = header.map((name, i) => {
    const cells = rows.map((cells) => cells[i]!);
    const numeric = cells.every((cell) => cell === "" || typeof cell === "number");
    const data = cells.map((cell) => (cell === "" ? null : numeric ? cell : written(cell)));
    return {name, data, type: numeric ? ("DOUBLE" as const) : ("STRING" as const), nullable: true};
  });
  return new Uint8Array(parquetWriteBuffer({columnData}));
}

/** The same table in every format that can hold all of it. */
export const WRITERS: Record<string, (table: TableOf) => string | Uint8Array> = {
  "table.csv": (table) => delimited(table, ","),
  "crlf.csv": (table) => delimited(table, ",", "\r\n"),
  "bom.csv": (table) => `\ufeff${delimited(table, ",")}`,
  "table.tsv": (table) => delimited(table, "\t"),
  "semicolon.csv": (table) => delimited(table, ";"),
  "pipe.csv": (table) => delimited(table, "|"),
  "sep.csv": (table) => `sep=;\r\n${delimited(table, ";", "\r\n")}`,
  "utf16le.csv": (table) => utf16(delimited(table, ","), true),
  "utf16be.csv": (table) => utf16(delimited(table, "\t"), false),
  "table.json": (table) => JSON.stringify(records(table)),
  "wrapped.json": (table) => JSON.stringify({made: "2024", data: {rows: records(table)}}, null, 2),
  "table.ndjson": (table) =>
    records(table)
      .map((each) => JSON.stringify(each))
      .join("\n"),
  "table.geojson": geojson,
  "table.xlsx": sheet,
  "table.parquet": parquet,
  "table.csv.gz": (table) => gzipSync(strToU8(delimited(table, ","))),
  "table.zip": (table) => zipSync({"folder/table.csv": strToU8(delimited(table, ","))}),
};
