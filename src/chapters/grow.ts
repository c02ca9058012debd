/** Keeps a text area as high as its text where the style sheet cannot. */
export function grow(area: HTMLTextAreaElement) {
  if ("fieldSizing" in area.style) return;
  const fit = () => {
    area.style.blockSize = "auto";
    area.style.blockSize = `${area.scrollHeight + area.offsetHeight - area.clientHeight}px`;
  };
  fit();
  area.addEventListener("input", fit);
  return () => area.removeEventListener("input", fit);
}
