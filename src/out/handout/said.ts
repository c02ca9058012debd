import {cut} from "../../i18n/cut.ts";
import {isolate} from "../../i18n/isolate.ts";

/** What is not seen but turns the direction, hides or joins: none of it is to come out of data. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\p{Cs}/gu;
const BREAKS = /[\s\u0000-\u001f\u007f-\u009f\u2028\u2029]+/g;
/** What messages make a link or a call of, wherever it stands. */
const LIVE = /:(?=\/\/)|www(?=\.)|@(?=\S)|mailto(?=:)/gi;
const RTL = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}]/u;
const STRONG = /\p{L}/u;

/** A text of the data on one line, with nothing in it that breaks, turns or links; `most` UTF-16 units at most. */
export const tame = (text: string, most = 600): string =>
  cut(
    text
      .slice(0, 20 * most)
      .replace(BREAKS, " ")
      .replace(UNSEEN, "")
      .trim(),
    most,
  ).replace(LIVE, "$&\u200b");

/** The same within a line of `dir`: kept apart where it begins or reads the other way. */
export function said(text: string, dir: "ltr" | "rtl", most?: number): string {
  const plain = tame(text, most);
  const isOther = dir === "rtl" ? /\p{L}/u.test(plain.replace(new RegExp(RTL, "gu"), "")) : RTL.test(plain);
  return isOther ? isolate(plain) : plain;
}

/** A line that an application which goes by its first letter lays out in the direction of its language. */
export function lined(line: string, dir: "ltr" | "rtl"): string {
  if (dir === "ltr") return line;
  const outside = line.replace(/\u2068[^\u2069]*\u2069/g, "");
  const first = STRONG.exec(outside)?.[0];
  return first !== undefined && RTL.test(first) ? line : `\u200f${line}`;
}
