import type {Imported} from "../import/imported.ts";
import type {Loaded} from "../load.ts";

/** What the rows can be saved as. */
export const FORMATS = ["csv", "geojson", "story"] as const;
export type SaveFormat = (typeof FORMATS)[number];

/** What a saved file does not hold. */
export type Loss =
  /** Which columns colour and filter, what they are called, the first view and the texts of the story. */
  | "choices"
  /** That clock times are those of a zone. */
  | "zone"
  /** Who must be named. */
  | "credit"
  /** The tables of sources, named places and stated totals. */
  | "tables"
  /** Which rows are background and stand in no count. */
  | "background"
  /** Lines that are drawn on the map and are no events. */
  | "lines"
  /** Columns without a role, which were too large to be kept. */
  | "columns"
  /** Rows that could not be used. */
  | "rejected";

type Source = Loaded & Partial<Pick<Imported, "lines" | "understanding">>;

/** Who must be named with the rows; undefined where nobody asks for it. */
export const creditOf = ({story, understanding}: Source): Loaded["story"]["credit"] =>
  story.credit ?? understanding?.licence?.credit;

export function lossesOf(loaded: Source, format: SaveFormat): Loss[] {
  const {story, dataset, lines = [], understanding, report} = loaded;
  const losses: Loss[] = [];
  if (format !== "story") {
    losses.push("choices");
    if (story.timezone !== "UTC") losses.push("zone");
    if (format === "csv" && creditOf(loaded) !== undefined) losses.push("credit");
    if (story.sources !== undefined || story.sites !== undefined || story.totals !== undefined) losses.push("tables");
    if (dataset.columns.background.includes(1)) losses.push("background");
  }
  if (lines.length > 0) losses.push("lines");
  if (understanding !== undefined && lacksColumns(loaded, understanding)) losses.push("columns");
  if (report.rejected > 0) losses.push("rejected");
  return losses;
}

function lacksColumns({dataset, mapping}: Loaded, {columns}: Imported["understanding"]): boolean {
  const {others, categories} = dataset.columns;
  const named = new Set(
    Object.values(mapping).flatMap((name) => (typeof name === "string" ? [name] : Object.values(name))),
  );
  return columns.some(
    ({name}) => !named.has(name) && !Object.hasOwn(others, name.trim()) && !Object.hasOwn(categories, name.trim()),
  );
}
