/** What can go wrong between a view and a file: what could not be had, what the browser would not do. */
export type Fault = "sources" | "fonts" | "drawing" | "too-large" | "encoding" | "clipboard";

/** A picture that could not be made or handed over; worded in `i18n/`. */
export class PictureError extends Error {
  constructor(
    readonly fault: Fault,
    cause?: unknown,
  ) {
    super(fault, {cause});
  }
}

/** Passes on what is known already, and says of the rest what was being done. */
export async function orFault<T>(fault: Fault, work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof PictureError || (error instanceof DOMException && error.name === "AbortError")
      ? error
      : new PictureError(fault, error);
  }
}
