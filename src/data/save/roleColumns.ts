import type {DatePrecision} from "../calendar.ts";
import {valueAt} from "../category.ts";
import {CERTAINTIES, PLACE_PRECISIONS, type Dataset} from "../dataset.ts";
import {LANGUAGES} from "../languages.ts";
import type {Loaded} from "../load.ts";
import type {Role} from "../story.ts";
import {textAt} from "../text.ts";
import {endText, startText, textPrecision} from "./dateText.ts";
import {BOUNDS, ROLE_NAMES} from "./header.ts";
import {countText, numberText} from "./numberText.ts";

export type Saved = Pick<Loaded, "dataset" | "mapping" | "story">;

/** A column of a role as it is written. */
export interface RoleColumn {
  role: Role;
  /** The language of its texts, or which bound of a count it holds; "" for neither. */
  of: string;
  /** Whether its cells are as the file had them; else they are in the one form that is always read. */
  verbatim: boolean;
  /** Whether its cells are numbers, or blank. */
  numeric: boolean;
  text(row: number): string;
}

/**
 * The columns of all roles, in the order of `ROLE_NAMES`. A `table` stands by itself: how sure a report is and how closely its place is known
 * are in our words, bounds in columns of their own. In a `story` the values of the file stay, since the story says what they mean.
 */
export function roleColumns(saved: Saved, form: "table" | "story"): RoleColumn[] {
  return ROLE_NAMES.flatMap(([role]) => ofRole(saved, role, form));
}

function ofRole({dataset, mapping}: Saved, role: Role, form: "table" | "story"): RoleColumn[] {
  const {columns} = dataset;
  const {texts, categories, numbers, places} = columns;
  const column = (text: RoleColumn["text"], more: Partial<RoleColumn> = {}): RoleColumn[] => [
    {role, of: "", verbatim: false, numeric: false, text, ...more},
  ];
  const precision = (row: number): DatePrecision => dataset.datePrecision(row);
  const mapped = mapping[role] !== undefined;
  const table = form === "table";

  switch (role) {
    case "start":
      return column((row) => startText(columns.start[row]!, precision(row)));
    case "end": {
      const text = (row: number) => endText(columns.start[row]!, columns.end[row]!, precision(row));
      return table || mapped || some(dataset.length, (row) => text(row) !== "") ? column(text) : [];
    }
    case "datePrecision": {
      const unsaid = (row: number) => textPrecision(columns.start[row]!, precision(row)) !== precision(row);
      return table || mapped || some(dataset.length, unsaid) ? column(precision) : [];
    }
    case "lat":
    case "lon": {
      if (!mapped && (!table || dataset.placeCount === 0)) return [];
      const degrees = (row: number) => (columns.place[row] === -1 ? NaN : places[role][columns.place[row]!]!);
      return column((row) => numberText(degrees(row)), {numeric: true});
    }
    case "placePrecision": {
      // Sites say how closely they are known, and do not come with a table.
      const code = (row: number): number => {
        const own = columns.placePrecision[row]!;
        const place = columns.place[row]!;
        return own !== 255 || !table || place === -1 || places.precision[place] === 0 ? own : places.precision[place]!;
      };
      if (!mapped && !some(dataset.length, (row) => code(row) !== 255)) return [];
      return column((row) => PLACE_PRECISIONS[code(row)] ?? "");
    }
    case "killed":
    case "wounded":
    case "multiplicity": {
      const best = numbers[role];
      if (best === undefined) return [];
      const [low, high] = BOUNDS.map((bound) => numbers[`${role}.${bound}`]);
      if (low === undefined || high === undefined) return column((row) => numberText(best[row]!), {numeric: true});
      if (!table) return column((row) => countText(best[row]!, low[row]!, high[row]!));
      return [best, low, high].flatMap((values, i) =>
        column((row) => numberText(values[row]!), {numeric: true, of: ["", ...BOUNDS][i]!}),
      );
    }
    case "certainty":
      if (table && mapped && !saysCertainty(dataset)) return column((row) => CERTAINTIES[columns.certainty[row]!]!);
  }
  if (!mapped) return [];
  if (Object.hasOwn(texts, role)) return column((row) => textAt(texts[role]!, row), {verbatim: true});
  if (Object.hasOwn(categories, role)) return column((row) => valueAt(categories[role]!, row), {verbatim: true});
  return LANGUAGES.filter((language) => Object.hasOwn(texts, `${role}.${language}`)).flatMap((of) =>
    column((row) => textAt(texts[`${role}.${of}`]!, row), {verbatim: true, of}),
  );
}

const some = (length: number, holds: (row: number) => boolean): boolean => {
  for (let row = 0; row < length; row++) if (holds(row)) return true;
  return false;
};

/** Whether the values of the certainty column are the very words for how they are drawn; a blank is drawn as official. */
function saysCertainty({length, columns}: Dataset): boolean {
  const column = columns.categories["certainty"];
  if (column === undefined) return false;
  return !some(length, (row) => (valueAt(column, row) || CERTAINTIES[0]) !== CERTAINTIES[columns.certainty[row]!]);
}
