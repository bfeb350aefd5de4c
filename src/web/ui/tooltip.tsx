import { cloneElement, type ReactElement } from 'react';

interface TooltipProps {
  readonly label: string;
  readonly keyHint?: string | undefined;
  /** One element that passes its attributes on to the page. */
  readonly children: ReactElement<Record<string, unknown>>;
}

/** Says more about a control on hover and focus; never the only place where something stands. */
export function Tooltip({ label, keyHint, children }: TooltipProps) {
  const named = children.props['aria-label'] === label;
  return cloneElement(children, {
    ...(named ? {} : { 'aria-description': label }),
    'data-tooltip': label,
    'data-tooltip-keys': keyHint,
  });
}
