// @vitest-environment node
import {describe, expect, it} from "vitest";
import {list, readJson, readTable, type Row} from "./tables.ts";

interface Field {
  name: string;
  type: string;
  constraints?: {
    required?: boolean;
    unique?: boolean;
    enum?: string[];
    pattern?: string;
    minimum?: number;
    maximum?: number;
    maxLength?: number;
  };
}
interface Resource {
  name: string;
  path: string;
  schema: {
    fields: Field[];
    primaryKey: string[];
    foreignKeys?: {fields: string[]; reference: {resource: string; fields: string[]}}[];
  };
}

const resources: Resource[] = readJson("datapackage.json").resources;
const tables = new Map(resources.map((r) => [r.name, readTable(r.path)]));

const OF_TYPE: Record<string, (cell: string) => boolean> = {
  string: () => true,
  list: (cell) => list(cell).every((item) => item !== "" && item === item.trim()),
  integer: (cell) => /^-?\d+$/.test(cell),
  number: (cell) => /^-?\d+(\.\d+)?$/.test(cell),
  date: (cell) => /^\d{4}-\d{2}-\d{2}$/.test(cell),
};

function problem(cell: string, {type, constraints = {}}: Field): string | undefined {
  if (cell === "") return constraints.required ? "required" : undefined;
  if (!OF_TYPE[type](cell)) return type;
  if (constraints.enum && !constraints.enum.includes(cell)) return "enum";
  if (constraints.pattern && !new RegExp(`^(?:${constraints.pattern})$`).test(cell)) return "pattern";
  if (constraints.minimum !== undefined && +cell < constraints.minimum) return "minimum";
  if (constraints.maximum !== undefined && +cell > constraints.maximum) return "maximum";
  if (constraints.maxLength !== undefined && cell.length > constraints.maxLength) return "maxLength";
  return undefined;
}

const keyOf = (row: Row, columns: string[]) => JSON.stringify(columns.map((c) => row[c]));

describe("datapackage.json", () => {
  it("describes the four tables", () => {
    expect(resources.map((r) => r.path)).toEqual(["events.csv", "sources.csv", "sites.csv", "totals.csv"]);
  });

  it.each(resources)("names the columns of $path as its header does", ({name, schema}) => {
    expect(schema.fields.map((f) => f.name)).toEqual(tables.get(name)!.columns);
  });

  it.each(resources)("allows every cell of $path", ({name, schema}) => {
    const problems = tables
      .get(name)!
      .rows.flatMap((row, i) =>
        schema.fields
          .map((f) => [i + 2, f.name, row[f.name], problem(row[f.name], f)])
          .filter((p) => p[3] !== undefined),
      );
    expect(problems).toEqual([]);
  });

  it.each(resources)("keys $path by what tells its rows apart", ({name, schema}) => {
    const {rows} = tables.get(name)!;
    const unique = [schema.primaryKey, ...schema.fields.filter((f) => f.constraints?.unique).map((f) => [f.name])];
    for (const columns of unique) expect(new Set(rows.map((row) => keyOf(row, columns))).size).toBe(rows.length);
  });

  it.each(resources.filter((r) => r.schema.foreignKeys))("resolves the foreign keys of $path", ({name, schema}) => {
    for (const {fields, reference} of schema.foreignKeys!) {
      const known = new Set(tables.get(reference.resource)!.rows.map((row) => keyOf(row, reference.fields)));
      const rows = tables.get(name)!.rows.filter((row) => fields.some((f) => row[f] !== ""));
      expect(rows.length).toBeGreaterThan(0);
      expect(rows.filter((row) => !known.has(keyOf(row, fields))).map((row) => row.id)).toEqual([]);
    }
  });
});
