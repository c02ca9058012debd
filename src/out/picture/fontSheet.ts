import {toBase64} from "../base64.ts";
import type {Drawing} from "../drawing/drawing.ts";
import {facesFor, facesIn, type Face} from "./faces.ts";
import {PictureError} from "./pictureError.ts";

/**
 * A stylesheet with the fonts that a drawing is written in, as they are on the page, each file in it as a `data:` address. Throws a
 * PictureError `fonts` where one cannot be fetched.
 */
export async function fontSheetOf(drawing: Drawing, signal?: AbortSignal): Promise<string> {
  const sheets = [...document.styleSheets, ...document.adoptedStyleSheets];
  const faces = facesFor(drawing, facesIn(sheets, document.baseURI));
  const rules = await Promise.all(faces.map(async (face) => ruleOf(face, await dataAddress(face.url, signal))));
  return rules.join("\n");
}

const ruleOf = ({family, style, weight, unicodeRange}: Face, source: string): string =>
  `@font-face{font-family:"${family}";font-style:${style};font-weight:${weight.join(" ")};` +
  `src:url(${source}) format("woff2")${unicodeRange === "" ? "" : `;unicode-range:${unicodeRange}`}}`;

async function dataAddress(url: string, signal?: AbortSignal): Promise<string> {
  if (url.startsWith("data:")) return url;
  const response = await fetch(url, signal === undefined ? {} : {signal}).catch((error: unknown) => {
    if (signal?.aborted) throw error;
    throw new PictureError("fonts", error);
  });
  if (!response.ok) throw new PictureError("fonts", response.status);
  return `data:font/woff2;base64,${toBase64(new Uint8Array(await response.arrayBuffer()))}`;
}
