import type {Language} from "../data/languages.ts";
import {takeaway as ar} from "./ar/takeaway.ts";
import {takeaway as en} from "./en/takeaway.ts";
import {takeaway as fr} from "./fr/takeaway.ts";

/** The words for presenting and taking away, which come with the tools of the bar and not before. */
export const TAKEAWAY: Record<Language, typeof en> = {en, fr, ar};
