import {ImportError} from "../formats/table.ts";
import {LoadError} from "../loadError.ts";
import type {Failure} from "./imported.ts";

/** Why a file could not be opened, as plain data, of whatever was thrown. */
export function failureOf(error: unknown): Failure {
  if (error instanceof ImportError) return {code: error.code, params: error.params};
  if (error instanceof LoadError)
    return {code: error.code as Failure["code"], params: {...error.params, detail: error.detail}};
  return {code: "unreadable", params: {detail: error instanceof Error ? error.message : String(error)}};
}
