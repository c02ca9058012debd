import {BLOCKS, type OwnFaces} from "../data/save/singlePage.ts";
import {fromBase64, textOf} from "./blocks.ts";

/** The faces that the file brings for the letters of its story. */
export const ownFaces = (): OwnFaces => JSON.parse(textOf(BLOCKS.faces)) as OwnFaces;

/** Makes them known to the page. */
export function addOwnFaces(): void {
  const {faces, files} = ownFaces();
  for (const {family, weight, range, file} of faces)
    document.fonts.add(
      new FontFace(family, fromBase64(files[file]!), {weight, unicodeRange: range, display: "swap", style: "normal"}),
    );
}
