import type {ViewState} from "../data/viewState.ts";
import type {Pointer} from "../state/briefing.svelte.ts";
import {isField, VIEW_FIELDS} from "../state/viewFields.ts";
import type {Message, Role, Shared, Stamp} from "./channel.ts";

const LONGEST_NAME = 4000;
const MOST_VALUES = 10_000;
const MOST_PX = 100_000;

type Fields = Record<string, unknown>;
const isObject = (value: unknown): value is Fields =>
  value !== null && typeof value === "object" && !Array.isArray(value);
const isText = (value: unknown): value is string => typeof value === "string" && value.length <= LONGEST_NAME;
const isRole = (value: unknown): value is Role => value === "stage" || value === "presenter";
const isWithin = (value: unknown, low: number, high: number): value is number =>
  typeof value === "number" && value >= low && value <= high;

/** The message in what another window sent, null where that is none. Never throws, and takes nothing along that it does not know. */
export function readMessage(data: unknown): Message | null {
  if (!isObject(data) || data["source"] !== "dateline-presenter" || data["v"] !== 1) return null;
  const {story, role, id, type} = data;
  if (!isText(story) || !isRole(role) || !isText(id)) return null;
  const envelope = {source: "dateline-presenter", v: 1, story, role, id} as const;
  if (type === "hello" || type === "bye" || type === "want") return {...envelope, type};
  if (type === "record") return {...envelope, type, record: data["record"]};
  if (type !== "state") return null;
  const [stamp, state] = [readStamp(data["stamp"]), readState(data["state"])];
  return stamp === null || state === null ? null : {...envelope, type, stamp, state};
}

function readStamp(data: unknown): Stamp | null {
  if (!isObject(data)) return null;
  const {n, role, id} = data;
  return Number.isSafeInteger(n) && (n as number) >= 0 && (n as number) < 2 ** 50 && isRole(role) && isText(id)
    ? {n: n as number, role, id}
    : null;
}

function readState(data: unknown): Shared | null {
  if (!isObject(data)) return null;
  const {blank, playing} = data;
  const [view, pointer, frame] = [readView(data["view"]), readPointer(data["pointer"]), readFrame(data["frame"])];
  if (view === null || pointer === undefined || frame === undefined || typeof playing !== "boolean") return null;
  return blank === "none" || blank === "black" || blank === "white" ? {view, blank, pointer, playing, frame} : null;
}

function readPointer(data: unknown): Pointer | null | undefined {
  if (data === null) return null;
  if (!isObject(data)) return undefined;
  const {kind, lng, lat} = data;
  const isKind = kind === "laser" || kind === "spotlight";
  return isKind && isWithin(lng, -180, 180) && isWithin(lat, -90, 90) ? {kind, lng, lat} : undefined;
}

function readFrame(data: unknown): readonly [number, number] | null | undefined {
  if (data === null) return null;
  if (!Array.isArray(data) || data.length !== 2) return undefined;
  return data.every((length) => isWithin(length, 1, MOST_PX)) ? [data[0] as number, data[1] as number] : undefined;
}

/** A view by the rules of the address; null where any of it is not one. */
function readView(data: unknown): ViewState | null {
  if (!isObject(data)) return null;
  const view: Fields = {};
  for (const [name, value] of Object.entries(data)) {
    if (name === "show") view[name] = readShow(value);
    else if (isField(name)) view[name] = readField(name, value);
    else continue;
    if (view[name] === undefined) return null;
  }
  return view as ViewState;
}

function readField(name: keyof typeof VIEW_FIELDS, value: unknown): unknown {
  const parts = Array.isArray(value) ? value : [value];
  return parts.every((part) => isText(part) || typeof part === "number")
    ? VIEW_FIELDS[name](parts.join("/"))
    : undefined;
}

function readShow(data: unknown): Record<string, string[]> | undefined {
  if (!isObject(data)) return undefined;
  const entries = Object.entries(data);
  const isList = (values: unknown) => Array.isArray(values) && values.length <= MOST_VALUES && values.every(isText);
  return entries.every(([, values]) => isList(values)) ? (Object.fromEntries(entries) as never) : undefined;
}
