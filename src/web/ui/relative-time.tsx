import { useSyncExternalStore } from 'react';
import { byLocale } from '#web/messages/by-locale.ts';
import { say } from '#web/messages/say.ts';
import { formatInstant } from './format-date.ts';

const steps = [
  ['second', 60],
  ['minute', 60],
  ['hour', 24],
  ['day', 7],
  ['week', 4.35],
  ['month', 12],
  ['year', Number.POSITIVE_INFINITY],
] as const;

const relative = byLocale(
  (locale) => new Intl.RelativeTimeFormat(locale, { numeric: 'auto', style: 'long' }),
);

/** "3 minutes ago" or "in 2 days". */
export function formatRelative(instant: string, nowMs: number): string {
  let amount = (Date.parse(instant) - nowMs) / 1000;
  if (Math.abs(amount) < 45) return amount <= 0 ? say('just now') : say('in a moment');
  for (const [unit, size] of steps) {
    if (Math.abs(amount) < size - 0.5) return relative().format(Math.round(amount), unit);
    amount /= size;
  }
  return formatInstant(instant);
}

/** Ticks for all times on the page at once; read as whole half-minutes, so that renders agree. */
const tickMs = 30_000;
function subscribe(listener: () => void): () => void {
  const timer = setInterval(listener, tickMs);
  return () => clearInterval(timer);
}

/** How long ago something was; the exact time on hover. */
export function RelativeTime({ at }: { readonly at: string }) {
  const nowMs = useSyncExternalStore(subscribe, () => Math.ceil(Date.now() / tickMs) * tickMs);
  return (
    <time dateTime={at} title={formatInstant(at)}>
      {formatRelative(at, nowMs)}
    </time>
  );
}
