import type {Language} from "../data/languages.ts";
import {read as ar} from "./ar/read.ts";
import {read as en} from "./en/read.ts";
import {read as fr} from "./fr/read.ts";

/** The words of "how to read this", which come with that panel and not before. */
export const READ: Record<Language, typeof en> = {en, fr, ar};
