import { percentAt } from './linear-scale.ts';
import styles from './span-strip.module.css';

export interface Span {
  readonly key: string;
  /** The column that it stands in, from 0. */
  readonly column: number;
  /** Hours of the day, from 0 to 24. */
  readonly from: number;
  readonly to: number;
  /** Everything in words. */
  readonly detail: string;
}

interface SpanStripProps {
  readonly label: string;
  /** Names of the columns, oldest first; those of undefined are left blank. */
  readonly columns: readonly (string | undefined)[];
  readonly spans: readonly Span[];
  /** The hours that are drawn. */
  readonly hours: { readonly from: number; readonly to: number };
  readonly formatHour: (hour: number) => string;
}

/** The hours from the earliest to the latest span, cut to whole hours. */
export function hoursOf(spans: readonly Pick<Span, 'from' | 'to'>[]): { from: number; to: number } {
  const from = Math.floor(Math.min(24, ...spans.map((span) => span.from)));
  const to = Math.ceil(Math.max(0, ...spans.map((span) => span.to)));
  return to > from ? { from, to } : { from: 0, to: 24 };
}

/** Stretches of time, a column each day: when somebody was at work, and for how long at once. */
export function SpanStrip({ label, columns, spans, hours, formatHour }: SpanStripProps) {
  const y = (hour: number) => percentAt(hour, hours);
  const middle = Math.round((hours.from + hours.to) / 2);
  const ticks = [...new Set([hours.from, middle, hours.to])];
  return (
    <figure className={styles.figure} aria-label={label}>
      <div className={styles.plot}>
        {ticks.map((tick) => (
          <span key={tick} className={styles.tick} style={{ top: `${y(tick)}%` }} aria-hidden="true">
            {formatHour(tick)}
          </span>
        ))}
        <ul className={styles.spans}>
          {spans.map(({ key, column, from, to, detail }) => (
            <li
              key={key}
              title={detail}
              style={{
                insetInlineStart: `${((column + 0.5) / columns.length) * 100}%`,
                top: `${y(from)}%`,
                height: `max(5px, ${y(to) - y(from)}%)`,
              }}
            >
              <span className="visually-hidden">{detail}</span>
            </li>
          ))}
        </ul>
      </div>
      <div className={styles.names} aria-hidden="true">
        {columns.map((name, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: columns are places in time and never move.
          <span key={place}>{name}</span>
        ))}
      </div>
    </figure>
  );
}
