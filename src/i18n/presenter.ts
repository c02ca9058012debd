import type {Language} from "../data/languages.ts";
import {presenter as ar} from "./ar/presenter.ts";
import {presenter as en} from "./en/presenter.ts";
import {presenter as fr} from "./fr/presenter.ts";

/** The words of the speaker's window, which come with it. */
export const PRESENTER: Record<Language, typeof en> = {en, fr, ar};
