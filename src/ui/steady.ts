/**
 * Keeps a box as high as its content has ever been at the width it has: what is counted anew with every step of the playhead then never
 * moves what is below it. `content` is the box's only child.
 */
export function steady(box: HTMLElement): () => void {
  const content = box.firstElementChild!;
  const {fonts} = document as {fonts?: FontFaceSet};
  let width = 0;
  let most = 0;
  const measure = () => {
    if (box.clientWidth !== width) most = 0;
    width = box.clientWidth;
    most = Math.max(most, Math.ceil(content.getBoundingClientRect().height));
    box.style.minBlockSize = `${most}px`;
  };
  // What was measured in another font says nothing.
  const again = () => {
    most = 0;
    measure();
  };
  const observer = new ResizeObserver(measure);
  observer.observe(box);
  observer.observe(content);
  fonts?.addEventListener("loadingdone", again);
  return () => {
    observer.disconnect();
    fonts?.removeEventListener("loadingdone", again);
  };
}
