import { type PointerEvent, useState } from 'react';
import styles from './day-steps.module.css';
import { countTicks } from './linear-scale.ts';
import { stepPath } from './step-path.ts';

export interface DayCount {
  readonly day: string;
  readonly count: number;
}

interface DayStepsProps {
  readonly label: string;
  /** One a day without gaps, oldest first. */
  readonly days: readonly DayCount[];
  /** "Tuesday 4 March: 32 judgments". */
  readonly describe: (day: DayCount) => string;
  readonly formatDay: (day: string) => string;
  readonly formatCount: (count: number) => string;
}

interface DrawingProps {
  readonly counts: readonly number[];
  readonly ticks: readonly number[];
  readonly pointed: number;
}

function Drawing({ counts, ticks, pointed }: DrawingProps) {
  const top = ticks.at(-1) ?? 1;
  const y = (count: number) => 100 - (count / top) * 100;
  return (
    <svg className={styles.drawing} aria-hidden="true">
      {ticks.map((tick) => (
        <line key={tick} className={styles.grid} x1="0" x2="100%" y1={`${y(tick)}%`} y2={`${y(tick)}%`} />
      ))}
      <svg viewBox="0 0 100 100" preserveAspectRatio="none" className={styles.drawing} aria-hidden="true">
        <path className={styles.steps} d={stepPath(counts.map(y))} />
      </svg>
      <circle
        className={styles.dot}
        cx={`${((pointed + 0.5) / counts.length) * 100}%`}
        cy={`${y(counts[pointed] ?? 0)}%`}
        r="4"
      />
    </svg>
  );
}

function dayUnder(event: PointerEvent<HTMLInputElement>, count: number): number | undefined {
  const box = event.currentTarget.getBoundingClientRect();
  if (box.width === 0) return undefined;
  const at = Math.floor(((event.clientX - box.left) / box.width) * count);
  return Math.min(count - 1, Math.max(0, at));
}

/** What happened on each day as steps; pointing at a day or moving by arrow keys names it. */
export function DaySteps({ label, days, describe, formatDay, formatCount }: DayStepsProps) {
  const [chosen, setChosen] = useState<number | undefined>();
  const last = days.length - 1;
  const pointed = Math.min(chosen ?? last, last);
  const shown = days[pointed];
  if (shown === undefined) return null;
  const counts = days.map(({ count }) => count);
  const ticks = countTicks(Math.max(...counts), 2);
  const top = ticks.at(-1) ?? 1;
  return (
    <figure className={styles.figure}>
      <p className={styles.readout}>{describe(shown)}</p>
      <div className={styles.plot}>
        <Drawing counts={counts} ticks={ticks} pointed={pointed} />
        <div className={styles.ticks} aria-hidden="true">
          {ticks.map((tick) => (
            <span key={tick} style={{ top: `${100 - (tick / top) * 100}%` }}>
              {formatCount(tick)}
            </span>
          ))}
        </div>
        <input
          className={styles.pointer}
          type="range"
          aria-label={label}
          aria-valuetext={describe(shown)}
          min={0}
          max={last}
          value={pointed}
          onChange={(event) => setChosen(event.target.valueAsNumber)}
          onPointerMove={(event) => setChosen(dayUnder(event, days.length))}
          onPointerLeave={() => setChosen(undefined)}
          onBlur={() => setChosen(undefined)}
        />
      </div>
      <div className={styles.ends} aria-hidden="true">
        <span>{formatDay(days[0]?.day ?? '')}</span>
        {days.length > 1 && <span>{formatDay(days[last]?.day ?? '')}</span>}
      </div>
    </figure>
  );
}
