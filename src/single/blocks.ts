/** The text of a block of the file; empty where it has none. */
export const textOf = (id: string): string => document.getElementById(id)?.textContent ?? "";

export function fromBase64(text: string): Uint8Array<ArrayBuffer> {
  const letters = atob(text);
  const bytes = new Uint8Array(letters.length);
  for (let i = 0; i < letters.length; i++) bytes[i] = letters.charCodeAt(i);
  return bytes;
}
