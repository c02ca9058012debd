import {firstRows} from "./firstRows.ts";
import {findHeader} from "./header.ts";
import type {Opened, Sink, Table} from "./table.ts";

/** Rows in which a header is looked for. */
const HEAD = 40;

/**
 * Puts what several files hold side by side. Tables of the same columns are read as one, in the order of the files, or of their names where
 * that order means something else: a record that was handed over a file a month. The others are named by their files.
 */
export async function combine(files: readonly {name: string; opened: Opened}[], byName = false): Promise<Opened> {
  const groups = new Map<string, {name: string; table: Table; first: number}[]>();
  for (const {name, opened} of files) {
    for (const table of opened.tables) {
      const {names, first} = await headOf(table);
      const key = names.join("\u0000").toLowerCase();
      const named = table.name === "" ? name : `${name}: ${table.name}`;
      groups.set(key, [...(groups.get(key) ?? []), {name: named, table, first}]);
    }
  }
  if (byName) for (const group of groups.values()) group.sort((a, b) => (a.name < b.name ? -1 : 1));
  const tables = [...groups.values()]
    .sort((a, b) => b.length - a.length)
    .map((group) => (group.length === 1 ? {...group[0]!.table, name: group[0]!.name} : asOne(group)));
  const lines = files.flatMap(({opened}) => opened.lines ?? []);
  return {...files[0]!.opened, tables, ...(lines.length > 0 ? {lines} : {})};
}

/** Names of the columns and the row that the records begin at. */
async function headOf(table: Table): Promise<{names: readonly string[]; first: number}> {
  if (table.columns !== null) return {names: table.columns, first: 0};
  const {rows} = await firstRows(table, HEAD);
  return findHeader(rows);
}

function asOne(group: readonly {name: string; table: Table; first: number}[]): Table {
  const {columns} = group[0]!.table;
  const rows = group.every(({table}) => table.rows !== undefined)
    ? {rows: group.reduce((sum, {table}) => sum + table.rows!, 0)}
    : {};
  return {
    name: group.map(({name}) => name).join(" + "),
    ...rows,
    columns,
    async read(sink: Sink) {
      let before = 0;
      for (const [index, {table, first}] of group.entries()) {
        let at = 0;
        let last = 0;
        await table.read({
          ...sink,
          row(cells, line) {
            if (index > 0 && at++ < first) return;
            sink.row(cells, line);
          },
          reject: (code, line, value) => sink.reject(code, line, value),
          warn: (code, line, value) => sink.warn(code, line, value),
          progress(bytes) {
            last = bytes;
            sink.progress(before + bytes);
          },
        });
        before += last;
      }
    },
  };
}
