/** What a key, a button or a clicker asks for on the stage and in the speaker's window. */
export type Act =
  | "next"
  | "previous"
  | "first"
  | "last"
  | "play"
  | "black"
  | "white"
  | "fullScreen"
  | "start"
  | "back"
  | "enter"
  | "escape"
  | "event"
  | "presenter"
  | "laser"
  | "spotlight"
  | "keys";

/** Keys of a keyboard and of clickers, which mostly send PageDown and PageUp, F5 to begin and `.` or `b` for a black screen. */
const ACTS: Record<string, Act> = {
  ArrowRight: "next",
  ArrowDown: "next",
  PageDown: "next",
  ArrowLeft: "previous",
  ArrowUp: "previous",
  PageUp: "previous",
  Home: "first",
  End: "last",
  " ": "play",
  b: "black",
  ".": "black",
  w: "white",
  ",": "white",
  f: "fullScreen",
  F5: "start",
  Backspace: "back",
  Enter: "enter",
  Escape: "escape",
  e: "event",
  s: "presenter",
  l: "laser",
  o: "spotlight",
  "?": "keys",
};

/** Keys that mean the same whatever has the focus: a clicker knows nothing of it. */
const ALWAYS = ["PageDown", "PageUp", "F5", "Escape"];

/**
 * What a key means, or the digit it types; null for none of ours. `focus` says whether the reader has gone, by keyboard, to something that has
 * keys of its own: an instrument takes all that move things, a button only those that press it.
 */
export function actOf(
  {key, ctrlKey, metaKey, altKey, shiftKey}: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "altKey" | "shiftKey">,
  focus: "none" | "button" | "instrument",
): Act | {digit: number} | null {
  if (ctrlKey || metaKey || altKey) return null;
  if (shiftKey && /^(Arrow|Page|Home|End)/.test(key)) return null;
  const name = key.length === 1 ? key.toLowerCase() : key;
  const isAlways = ALWAYS.includes(name);
  if (focus === "instrument" && !isAlways && !/^[a-z?.,]$/.test(name)) return null;
  if (focus === "button" && (name === " " || name === "Enter")) return null;
  if (/^\d$/.test(name)) return {digit: Number(name)};
  return Object.hasOwn(ACTS, name) ? ACTS[name]! : null;
}
