/** What is on a canvas, as a PNG; null where the browser will not write one out. */
export const canvasPng = (canvas: HTMLCanvasElement): Promise<Blob | null> =>
  new Promise((resolve) => canvas.toBlob(resolve, "image/png"));
