/** Hands a file to the reader. */
export function download(blob: Blob, name: string): void {
  const url = URL.createObjectURL(blob);
  const link = document.createElement("a");
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

/** A file's name without its last extension, and without what a file name must not hold. */
export function stemOf(name: string): string {
  const safe = name
    .slice(-200)
    .replace(/[\u0000-\u001f\u007f<>:"/\\|?*\u200e\u200f\u202a-\u202e\u2066-\u2069]+/g, "-")
    .replace(/\.[^.]{1,10}$/, "")
    .replace(/^[.\s-]+|[.\s-]+$/g, "");
  return safe === "" ? "dateline" : safe.slice(-80);
}
