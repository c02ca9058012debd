import type {Language} from "../data/languages.ts";
import {bare as ar} from "./ar/bare.ts";
import {bare as en} from "./en/bare.ts";
import {bare as fr} from "./fr/bare.ts";

/** The words for data that nobody prepared, which come with the list and the map and not before. */
export const BARE: Record<Language, typeof en> = {en, fr, ar};
