/** What the preview's frame says that the dialog listens to. */
export type Told = {type: "ready"} | {type: "height"; height: number};

const BOUNDS = [100, 4000] as const;

/** Reads a message of a frame. Null for whatever is not one of those; never throws. */
export function readTold(message: unknown): Told | null {
  if (typeof message !== "object" || message === null) return null;
  const {source, v, type, data} = message as Record<string, unknown>;
  if (source !== "dateline" || v !== 1) return null;
  if (type === "ready") return {type};
  if (type !== "height" || typeof data !== "object" || data === null) return null;
  const {height} = data as Record<string, unknown>;
  if (typeof height !== "number" || !Number.isFinite(height)) return null;
  return {type, height: Math.ceil(Math.min(BOUNDS[1], Math.max(BOUNDS[0], height)))};
}
