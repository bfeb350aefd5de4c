import type { ReactElement, ReactNode } from 'react';
import type { DotInterval } from './dot-interval-plot.tsx';
import { type Domain, percentAt } from './linear-scale.ts';
import styles from './time-dots.module.css';

export interface TimePoint extends DotInterval {
  readonly key: string;
  /** What stands below the axis; left out where there is no room. */
  readonly tick?: string | undefined;
}

export interface TimeMark {
  readonly key: string;
  /** In points from the left edge: 1.5 is the middle of the second one. */
  readonly at: number;
  readonly label: string;
}

interface TimeDotsProps {
  readonly label: string;
  /** One a stretch of time, oldest first and without gaps. */
  readonly points: readonly TimePoint[];
  readonly marks: readonly TimeMark[];
  readonly domain: Domain;
  readonly ticks: readonly number[];
  readonly formatTick: (tick: number) => string;
  /** A level across the whole, such as a threshold. */
  readonly line?: number;
  /** Puts each drawn dot inside something, most often a link to the data behind it. */
  readonly wrap: (place: { point: TimePoint; plot: ReactElement }) => ReactNode;
}

function Dot({ point, domain }: { readonly point: TimePoint; readonly domain: Domain }) {
  const y = (value: number) => `${100 - percentAt(value, domain)}%`;
  const { value, low, high } = point;
  return (
    <svg className={styles.column} aria-hidden="true">
      {low !== null && high !== null && (
        <line className={styles.interval} x1="50%" x2="50%" y1={y(low)} y2={y(high)} />
      )}
      {value !== null && <circle className={styles.dot} cx="50%" cy={y(value)} r="4.5" />}
    </svg>
  );
}

function Backdrop({
  domain,
  ticks,
  line,
  marks,
  count,
}: Omit<TimeDotsProps, 'points' | 'wrap' | 'label' | 'formatTick'> & { readonly count: number }) {
  const y = (value: number) => `${100 - percentAt(value, domain)}%`;
  return (
    <svg className={styles.backdrop} aria-hidden="true">
      {ticks.map((tick) => (
        <line key={tick} className={styles.grid} x1="0" x2="100%" y1={y(tick)} y2={y(tick)} />
      ))}
      {line !== undefined && <line className={styles.line} x1="0" x2="100%" y1={y(line)} y2={y(line)} />}
      {marks.map(({ key, at }) => (
        <line
          key={key}
          className={styles.mark}
          x1={`${(at / count) * 100}%`}
          x2={`${(at / count) * 100}%`}
          y1="0"
          y2="100%"
        />
      ))}
    </svg>
  );
}

/** Turned to the left at the right end, so that it stays on the page. */
const isLate = (at: number, count: number) => at / count > 0.8;

/** How far a mark's name may reach, in points: names that stand towards each other share what lies between them. */
function roomOf(marks: readonly TimeMark[], index: number, count: number): number {
  const at = marks[index]?.at ?? 0;
  const turned = isLate(at, count);
  const neighbour = marks[turned ? index - 1 : index + 1];
  if (neighbour === undefined) return turned ? at : count - at;
  const gap = Math.abs(neighbour.at - at);
  return isLate(neighbour.at, count) === turned ? gap : gap / 2;
}

/** Estimates with their intervals in the order of time, with marks where something changed. */
export function TimeDots({ label, points, marks, domain, ticks, formatTick, line, wrap }: TimeDotsProps) {
  const count = points.length;
  return (
    <figure className={styles.figure} aria-label={label}>
      <ul className={styles.marks}>
        {marks.map(({ key, at, label: words }, index) => (
          <li
            key={key}
            title={words}
            style={{
              insetInlineStart: `${(at / count) * 100}%`,
              maxInlineSize: `${(roomOf(marks, index, count) / count) * 100}%`,
            }}
            data-late={isLate(at, count) || undefined}
          >
            {words}
          </li>
        ))}
      </ul>
      <div className={styles.plot}>
        <Backdrop
          domain={domain}
          ticks={ticks}
          marks={marks}
          count={count}
          {...(line !== undefined && { line })}
        />
        <div className={styles.ticks} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ top: `${100 - percentAt(tick, domain)}%` }}>
              {formatTick(tick)}
            </span>
          ))}
        </div>
        <ol className={styles.points}>
          {points.map((point) => (
            <li key={point.key}>{wrap({ point, plot: <Dot point={point} domain={domain} /> })}</li>
          ))}
        </ol>
      </div>
      <div className={styles.names} aria-hidden="true">
        {points.map(({ key, tick }) => (
          <span key={key}>{tick}</span>
        ))}
      </div>
    </figure>
  );
}
