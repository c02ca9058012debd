import type {LocalText} from "./story.ts";

/** `text` in `language`, else in English, else in whatever it has. */
export function pick(text: LocalText | undefined, language: string): string {
  if (text === undefined) return "";
  if (typeof text === "string") return text;
  const all = text as Record<string, string | undefined>;
  return all[language] ?? all["en"] ?? Object.values(all).find((t) => t !== undefined) ?? "";
}
