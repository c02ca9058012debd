import {SERIES} from "../dataset.ts";
import {freeName} from "../formats/freeName.ts";
import type {Condition, Mapping, Role, Story} from "../story.ts";
import {roleColumns, type RoleColumn, type Saved} from "./roleColumns.ts";
import {nameOf, otherColumns, sourceOf, type SavedColumn} from "./tableColumns.ts";

/** The table of a story file, and what the story says of its columns. */
export interface StoryTable {
  columns: SavedColumn[];
  mapping: Mapping;
  series: Story["series"];
  background: Story["background"];
}

/** Names that no reader takes for the beginning of another format. */
const PLAIN = /^[\p{L}\p{N}_ ]/u;

/**
 * The columns of a story's own table. They keep the names they had in the file, so that what the story says by those names still holds: a
 * column that several roles share stands once where its cells are as they were, and each role whose cells are written anew has its own.
 */
export function storyColumns(saved: Saved): StoryTable {
  const {mapping} = saved;
  const roles = roleColumns(saved, "story");
  const others = otherColumns(saved);
  const verbatim = new Set([
    ...roles.filter((each) => each.verbatim).map(({role, of}) => sourceOf(mapping, role, of)),
    ...others.map(({name}) => name),
  ]);
  verbatim.delete("");
  const rewritten = roles.filter((each) => !each.verbatim).map(({role, of}) => sourceOf(mapping, role, of));
  const taken = new Set(verbatim);
  for (const {role, of, verbatim: asItWas} of roles) if (!asItWas) taken.add(nameOf(role, of));

  const columns = new Map<string, SavedColumn>();
  const named: Mapping = {};
  const put = ({role, of, numeric, text}: RoleColumn, name: string) => {
    if (!columns.has(name)) columns.set(name, {name, numeric, text});
    named[role] = of === "" ? name : {...(named[role] as object), [of]: name};
  };
  const ownName = ({role, of}: RoleColumn, source: string): string => {
    const shared = verbatim.has(source) || rewritten.filter((name) => name === source).length > 1;
    if (source !== "" && !shared && PLAIN.test(source)) return source;
    const own = nameOf(role, of);
    return verbatim.has(own) || rewritten.includes(own) ? freeName(own, taken) : own;
  };
  const inOrder = [...roles].sort((a, b) => Number(b.role === "start") - Number(a.role === "start"));
  for (const column of inOrder) {
    const source = sourceOf(mapping, column.role, column.of);
    put(column, column.verbatim && source !== "" ? source : ownName(column, source));
  }
  for (const column of others) if (!columns.has(column.name)) columns.set(column.name, column);

  const holds = (condition: Condition | undefined): boolean =>
    Object.keys(condition ?? {}).every((name) => verbatim.has(name));
  return {mapping: named, ...drawn(saved, columns, holds)};
}

/** Where rows are told apart by columns that are not kept as they were, a column of our own tells them apart. */
function drawn(
  {dataset, story}: Saved,
  columns: Map<string, SavedColumn>,
  holds: (condition: Condition | undefined) => boolean,
): Omit<StoryTable, "mapping"> {
  const taken = new Set(columns.keys());
  const add = (wanted: string, text: (row: number) => string): string => {
    const name = freeName(wanted, taken);
    columns.set(name, {name, numeric: false, text});
    return name;
  };
  let {series, background} = story;
  if (!holds(series?.primary?.where) || !holds(series?.counter?.where)) {
    const name = add("series", (row) => SERIES[dataset.columns.series[row]!]!);
    const where = (of: string) => ({where: {[name]: [of]}});
    series = {
      primary: {...series!.primary, ...where("primary")},
      ...(series!.counter?.where === undefined ? {} : {counter: {...series!.counter, ...where("counter")}}),
    };
  }
  if (!holds(background)) background = {[add("background", (row) => String(dataset.columns.background[row]!))]: ["1"]};
  return {columns: [...columns.values()], series, background};
}

/** Every role, those that no column fills named "": a reader then looks for none. */
export const closed = (mapping: Mapping, roles: readonly Role[]): Mapping =>
  Object.fromEntries([...roles.map((role) => [role, ""]), ...Object.entries(mapping)]) as Mapping;
