const STEP = 0x6000;

/** Bytes as base64. */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  // A multiple of three, so that the pieces join.
  for (let at = 0; at < bytes.length; at += STEP) text += btoa(String.fromCharCode(...bytes.subarray(at, at + STEP)));
  return text;
}
