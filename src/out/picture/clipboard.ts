import {PictureError} from "./pictureError.ts";

export const canCopyPictures = (): boolean =>
  typeof ClipboardItem === "function" && typeof navigator.clipboard?.write === "function";

/**
 * Puts a PNG on the clipboard, as soon as it is made: a browser has to be asked while the reader's press is still fresh. Throws a PictureError
 * `clipboard` where that is refused, and what the making of the picture throws.
 */
export async function copyPicture(png: Promise<Blob>): Promise<void> {
  try {
    await navigator.clipboard.write([new ClipboardItem({"image/png": png})]);
  } catch (error) {
    await png;
    throw new PictureError("clipboard", error);
  }
}
