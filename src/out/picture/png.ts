import {canvasPng} from "../canvasPng.ts";
import {paint} from "../drawing/canvas.ts";
import type {Drawing} from "../drawing/drawing.ts";
import {withDensity} from "./density.ts";
import {PictureError} from "./pictureError.ts";

/**
 * A drawing as a PNG, `scale` dots to a px, with its density where one is given, in dots a metre. The same drawing gives the same bytes. Throws
 * a PictureError `too-large` where the browser has no canvas of that size, `encoding` where it will not write one out.
 */
export async function pngOf(drawing: Drawing, scale: number, perMetre: number | null = null): Promise<Blob> {
  const canvas = document.createElement("canvas");
  try {
    canvas.width = Math.round(drawing.width * scale);
    canvas.height = Math.round(drawing.height * scale);
    // Painted by the processor: a graphics card rounds as it likes.
    const context = canvas.getContext("2d", {willReadFrequently: true});
    if (context === null) throw new PictureError("too-large");
    paint(drawing, context, scale);
    if (!isPainted(canvas, context)) throw new PictureError("too-large");
    const blob = await canvasPng(canvas);
    if (blob === null) throw new PictureError("encoding");
    if (perMetre === null) return blob;
    return new Blob([withDensity(new Uint8Array(await blob.arrayBuffer()), perMetre)], {type: "image/png"});
  } finally {
    // Some browsers keep what a canvas holds long after it is gone.
    canvas.width = canvas.height = 0;
  }
}

/** A canvas that is larger than the browser can have takes everything and stays empty, though a picture covers all of it. */
function isPainted(canvas: HTMLCanvasElement, context: CanvasRenderingContext2D): boolean {
  try {
    return context.getImageData(canvas.width - 1, canvas.height - 1, 1, 1).data[3]! > 0;
  } catch {
    return false;
  }
}
