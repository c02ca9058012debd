import {storySchema, type Story} from "./story.ts";

/** Reads and checks a story file; a bare table is `{data: address}`. Throws an Error that names the part at fault. */
export function readStory(json: string): Story {
  const parsed = storySchema.safeParse(JSON.parse(json));
  if (parsed.success) return parsed.data;
  const {path, message} = parsed.error.issues[0]!;
  throw new Error(`${path.join(".")}: ${message}`);
}
