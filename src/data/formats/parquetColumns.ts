import type {SchemaTree} from "hyparquet";
import {crsOf} from "./crs.ts";
import {plainText, textOf} from "./parquetCells.ts";
import {wkbPoint} from "./wkbPoint.ts";

/** One column of text that is made of a column of the file, or of a part of it. */
export interface TextColumn {
  name: string;
  /** Name of the file's column. */
  source: string;
  text(value: unknown): string;
  /** Name of a coordinate reference system that has to be mentioned. */
  notice?: string;
}

/**
 * What the columns of a schema become: groups are taken apart under dotted names, lists of single values are joined by "; ", other nests become
 * JSON, and a geometry becomes `.lat` and `.lon`, which only a point fills. Elements are changed as `textOf` says.
 */
export function textColumns(schema: SchemaTree): TextColumn[] {
  return schema.children.flatMap((child) => columnsOf(child, child.element.name, child.element.name, (value) => value));
}

function columnsOf(node: SchemaTree, source: string, name: string, from: (value: unknown) => unknown): TextColumn[] {
  const {element, children} = node;
  settle(node);
  const column = (text: (value: unknown) => string) => [{source, name, text: (value: unknown) => text(from(value))}];
  if (children.length === 0) {
    if (element.logical_type?.type === "GEOMETRY" || element.logical_type?.type === "GEOGRAPHY")
      return geometry(element.logical_type.crs ?? "", source, name, from);
    return column(element.repetition_type === "REPEATED" ? list(textOf(element)) : textOf(element));
  }
  if (element.converted_type === "LIST") {
    const item = itemOf(node);
    if (item !== null && item.children.length === 0) return column(list(textOf(item.element)));
  }
  const isGroup = !element.converted_type && !element.logical_type && element.repetition_type !== "REPEATED";
  if (!isGroup) return column(plainText);
  return children.flatMap((child) =>
    columnsOf(child, source, `${name}.${child.element.name}`, (value) => member(from(value), child.element.name)),
  );
}

/** Newer files may say of a list or a map only what the library does not look at. */
function settle({element}: SchemaTree): void {
  const type = element.logical_type?.type;
  if (type === "LIST" || type === "MAP") element.converted_type ??= type;
}

function itemOf({children}: SchemaTree): SchemaTree | null {
  if (children.length !== 1) return null;
  return children[0].children.length === 1 ? children[0].children[0] : children[0];
}

const list = (text: (value: unknown) => string) => (value: unknown) =>
  Array.isArray(value) ? value.map(text).join("; ") : text(value);

const member = (value: unknown, name: string): unknown =>
  typeof value === "object" && value !== null && Object.hasOwn(value, name)
    ? (value as Record<string, unknown>)[name]
    : undefined;

function geometry(crs: string, source: string, name: string, from: (value: unknown) => unknown): TextColumn[] {
  const {notice, toDegrees} = crsOf(crs, []);
  const part = (i: 0 | 1) => (value: unknown) => {
    const bytes = from(value);
    const point = bytes instanceof Uint8Array ? wkbPoint(bytes) : null;
    const degrees = point && toDegrees ? toDegrees(point) : null;
    return degrees ? String(degrees[i]) : "";
  };
  return [
    {source, name: `${name}.lat`, text: part(1), ...(notice === "" ? {} : {notice})},
    {source, name: `${name}.lon`, text: part(0)},
  ];
}
