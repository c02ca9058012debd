/** A number with the digits that count, and thousands apart. */
export function number(value) {
  if (value === null || Number.isNaN(value)) return "not known";
  const isSmall = Math.abs(value) < 1;
  const digits = Math.abs(value) >= 100 ? 0 : Math.abs(value) >= 10 ? 1 : 2;
  return value.toLocaleString("en", isSmall ? {maximumSignificantDigits: 2} : {maximumFractionDigits: digits});
}

/** `median (least to most)` of one number of a summary. */
export const spread = ({median, least, most}) =>
  least === most ? number(median) : `${number(median)} (${number(least)} to ${number(most)})`;

/** The median of `name` in the cell of that engine and size; undefined where it was not measured. */
export const at = (cells, engine, rows, name) =>
  cells.find((cell) => cell.engine === engine && cell.rows === rows)?.summary?.[name]?.median;

/** A table of what was measured: a line a cell, a column for each of `columns` (`{name: heading}`). */
export function cellTable(cells, columns) {
  const lines = cells.map((cell) => [
    cell.engine,
    cell.rows.toLocaleString("en"),
    ...(cell.summary === null
      ? [
          `failed: ${cell.failures[0]}`,
          ...Object.keys(columns)
            .slice(1)
            .map(() => ""),
        ]
      : Object.keys(columns).map((name) => valueIn(cell.summary[name]))),
  ]);
  return markdownTable(["", "rows", ...Object.values(columns)], lines);
}

const valueIn = (value) => (value === undefined ? "" : typeof value === "object" ? spread(value) : String(value));

export function markdownTable(head, lines) {
  const row = (cells) => `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [row(head), row(head.map(() => "---")), ...lines.map(row)].join("\n");
}

/** A goal that a value stays at or below. `of` names what is compared; a value that is not a number fails, with `why`. */
export const atMost = (text, limit, value, unit = "", why = "not measured") =>
  goal(text, `at most ${number(limit)}${unit}`, value, unit, value <= limit, why);

/** A goal that a value reaches. */
export const atLeast = (text, limit, value, unit = "", why = "not measured") =>
  goal(text, `at least ${number(limit)}${unit}`, value, unit, value >= limit, why);

function goal(text, threshold, value, unit, passed, why) {
  const isKnown = typeof value === "number" && !Number.isNaN(value);
  return {
    text,
    threshold,
    value: isKnown ? value : null,
    measured: isKnown ? `${number(value)}${unit}` : why,
    passed: isKnown && passed,
  };
}

export const goalTable = (goals) =>
  markdownTable(
    ["goal", "threshold", "measured", ""],
    goals.map(({text, threshold, measured, passed}) => [
      text,
      threshold,
      measured,
      passed === null ? "not judged: fewer rows" : passed ? "pass" : "**fail**",
    ]),
  );
