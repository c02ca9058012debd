const LEAST = 100;
const MOST = 10_000;

/** A height that a frame asks for as whole px from 100 to 10,000; null for what is no such length. */
export const clamped = (height: unknown): number | null =>
  typeof height === "number" && height > 0 ? Math.ceil(Math.min(MOST, Math.max(LEAST, height))) : null;

/** Whether a `height` attribute leaves it to the frame. */
export const isAuto = (attribute: string | null): boolean => !/\d|fit/.test(attribute ?? "");

/**
 * The height that is kept free for a frame, as CSS. Where it is to follow the frame, about what a frame of this width (in px) turns out to
 * be, so that nothing jumps.
 */
export const reserved = (attribute: string | null, width: number): string =>
  attribute === "fit" ? "100%" : `${clamped(parseInt(attribute ?? "")) ?? (width < 340 ? 740 : 920)}px`;
