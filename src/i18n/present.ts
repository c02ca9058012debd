import type {Language} from "../data/languages.ts";
import {present as ar} from "./ar/present.ts";
import {present as en} from "./en/present.ts";
import {present as fr} from "./fr/present.ts";

/** The words of the stage, which come with it. */
export const PRESENT: Record<Language, typeof en> = {en, fr, ar};
