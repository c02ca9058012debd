import type {Messages} from "../en.ts";

export const map: Messages["map"] = {};
