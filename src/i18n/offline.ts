import type {Language} from "../data/languages.ts";
import {offline as ar} from "./ar/offline.ts";
import {offline as en} from "./en/offline.ts";
import {offline as fr} from "./fr/offline.ts";

/** The words of what is kept for use without network, which come when there is something to say of it. */
export const OFFLINE: Record<Language, typeof en> = {en, fr, ar};
