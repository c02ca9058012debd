import type {Language} from "../data/languages.ts";
import {rowChoice as ar} from "./ar/rowChoice.ts";
import {rowChoice as en} from "./en/rowChoice.ts";
import {rowChoice as fr} from "./fr/rowChoice.ts";

/** The words of what rows are to be in a file. */
export const ROW_CHOICE: Record<Language, typeof en> = {en, fr, ar};
