import type {Language} from "../data/languages.ts";
import {save as ar} from "./ar/save.ts";
import {save as en} from "./en/save.ts";
import {save as fr} from "./fr/save.ts";

/** The words of saving, which come with that dialog and not before. */
export const SAVE: Record<Language, typeof en> = {en, fr, ar};
