import type {Column} from "./columns.ts";
import {scoreName} from "./nameScore.ts";
import {evenness, isAboutTheRow, isMedia} from "./textRoles.ts";

/** A facet by default has at most this many values, one of a role more. */
const VALUES = 40;
const ROLE_VALUES = 200;
const FACETS = 6;

const filled = ({values, cells}: Column): number => values.length / Math.max(1, cells.length);

/** Whether a column of a role, or one that a preset names, divides its rows into a number of kinds that a list can show. */
export const divides = (column: Column): boolean =>
  column.cells.length === 0 || (column.counts.size > 1 && column.counts.size <= ROLE_VALUES);

/**
 * The columns to filter by: first those of roles that divide the rows, then others of 2 to 40 values that most rows fill, never ids, links,
 * numbers or running text; at most six.
 */
export function defaultFacets(roles: readonly Column[], others: readonly Column[]): string[] {
  const facets = roles.filter(
    (column) => column.kind !== "number" && column.length <= 80 && divides(column) && !mostlyDifferent(column),
  );
  const rest = others
    .filter((column) => column.kind === "category" && column.length <= 60 && !isMedia(column.key))
    .filter((column) => column.counts.size > 1 && column.counts.size <= VALUES && filled(column) > 0.5)
    .filter((column) =>
      ["id", "link", "month", "day", "lateDate", "start", "sources"].every(
        (meaning) => scoreName(meaning as "id", column.key).score < 60,
      ),
    )
    .filter(({key}) => !isAboutTheRow(key))
    .map((column) => ({column, worth: evenness(column) * filled(column) - Math.max(0, column.counts.size - 12) / 20}))
    .filter(({worth}) => worth > 0.05)
    .sort((a, b) => b.worth - a.worth)
    .map(({column}) => column);
  return [...new Set([...facets, ...rest])].slice(0, FACETS).map(({name}) => name);
}

/** As good as a value a row: nothing to choose among. */
const mostlyDifferent = ({counts, values}: Column): boolean => values.length > 12 && counts.size > values.length * 0.6;
