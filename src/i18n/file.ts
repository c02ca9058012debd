import type {Language} from "../data/languages.ts";
import {file as ar} from "./ar/file.ts";
import {file as en} from "./en/file.ts";
import {file as fr} from "./fr/file.ts";

/** The words for a file that holds the app and the data, and those that such a file says itself. */
export const FILE: Record<Language, typeof en> = {en, fr, ar};
