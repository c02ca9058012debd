import type {Language} from "../data/languages.ts";
import {ways as ar} from "./ar/ways.ts";
import {ways as en} from "./en/ways.ts";
import {ways as fr} from "./fr/ways.ts";

/** The words of the ways in and of what is around a file, which come after the first view. */
export const WAYS: Record<Language, typeof en> = {en, fr, ar};
