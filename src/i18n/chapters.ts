import type {Language} from "../data/languages.ts";
import {chapters as ar} from "./ar/chapters.ts";
import {chapters as en} from "./en/chapters.ts";
import {chapters as fr} from "./fr/chapters.ts";

/** The words of making chapters, which come with that panel and not before. */
export const CHAPTERS: Record<Language, typeof en> = {en, fr, ar};
