/** Puts a text on the clipboard. False where the browser or the page's policy refuses it. */
export async function copied(text: string): Promise<boolean> {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    return false;
  }
}
