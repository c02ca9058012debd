import type {Language} from "../data/languages.ts";
import {handout as ar} from "./ar/handout.ts";
import {handout as en} from "./en/handout.ts";
import {handout as fr} from "./fr/handout.ts";

/** The words of the handout, which come with that tab and not before. */
export const HANDOUT: Record<Language, typeof en> = {en, fr, ar};
