/** Gives the focus to the first file of the task on screen, or to the next after the one that has it. */
export function goToNextFile(root: HTMLElement | null): void {
  const viewers = [...(root?.querySelectorAll<HTMLElement>('[data-shown] [data-media]') ?? [])];
  // Files of the prompt are looked at; it is those of the responses that are marked first.
  const inOrder = viewers.toSorted((one, other) => Number(isOfPrompt(one)) - Number(isOfPrompt(other)));
  const at = inOrder.findIndex((viewer) => viewer.contains(document.activeElement));
  const next = inOrder[(at + 1) % Math.max(1, inOrder.length)];
  next?.querySelector<HTMLElement>('[tabindex="0"]')?.focus();
}

function isOfPrompt(viewer: HTMLElement): boolean {
  return viewer.closest('article') === null;
}
