import type {Language} from "../data/languages.ts";
import {scroll as ar} from "./ar/scroll.ts";
import {scroll as en} from "./en/scroll.ts";
import {scroll as fr} from "./fr/scroll.ts";

/** The words of the story that is scrolled through, which come with it. */
export const SCROLL: Record<Language, typeof en> = {en, fr, ar};
