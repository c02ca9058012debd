const LINK = [..."http"].map((letter) => letter.charCodeAt(0));

/** Whether a link is written in `[from, to)`, in small letters and with ASCII behind its scheme. */
export function isPlainLink(bytes: Uint8Array, from: number, to: number): boolean {
  let at = from;
  for (const letter of LINK) if (bytes[at++] !== letter) return false;
  if (bytes[at] === 115) at++;
  return (
    bytes[at] === 58 &&
    bytes[at + 1] === 47 &&
    bytes[at + 2] === 47 &&
    at + 3 < to &&
    bytes[at + 3] > 32 &&
    bytes[at + 3] < 128
  );
}
