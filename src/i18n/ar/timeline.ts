import type {Messages} from "../en.ts";

export const timeline: Messages["timeline"] = {};
