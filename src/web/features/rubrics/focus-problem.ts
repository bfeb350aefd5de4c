const controls = 'input, select, textarea, button, summary';

/** Puts the focus on the first field of the form at which something is wrong. */
export function focusProblem(form: Element | null): void {
  const wrong = form?.querySelector('[aria-invalid="true"], [role="alert"]');
  const field = wrong?.matches(controls) ? wrong : findControl(wrong);
  if (field instanceof HTMLElement) {
    field.focus();
    field.scrollIntoView({ block: 'nearest' });
  }
}

/** The control that a message without one of its own stands below. */
function findControl(message: Element | null | undefined): Element | null {
  for (let around = message?.parentElement ?? null; around !== null; around = around.parentElement) {
    const control = around.querySelector(controls);
    if (control !== null) return control;
  }
  return null;
}
