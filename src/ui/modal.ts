/** Shows a dialog over the page for as long as it is there, and gives the focus back to what had it. `[data-first]` in it has the focus first. */
export function modal(dialog: HTMLDialogElement): () => void {
  const before = (dialog.getRootNode() as Document | ShadowRoot).activeElement;
  dialog.showModal();
  dialog.querySelector<HTMLElement>("[data-first]")?.focus();
  return () => {
    dialog.close();
    if (before instanceof HTMLElement) before.focus();
  };
}
