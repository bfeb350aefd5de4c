import { Link } from '@tanstack/react-router';
import { DaySteps } from '#web/ui/charts/day-steps.tsx';
import { formatDay, formatShortDay } from '#web/ui/format-date.ts';
import { countOf, formatCompact, formatCount, formatDuration } from '#web/ui/format-number.ts';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { Section } from '#web/ui/section.tsx';
import { type Forecast, fillDays } from './forecast.ts';
import type { Progress } from './needs.ts';
import styles from './overview.module.css';
import { progressSentence } from './progress-words.ts';

interface ProgressPartProps {
  readonly projectId: string;
  readonly progress: Progress;
  readonly forecast: Forecast;
  readonly now: Date;
}

function Facts({ projectId, progress }: { readonly projectId: string; readonly progress: Progress }) {
  const params = { projectId };
  const items = (state: string, count: number, words: string) => (
    <li>
      <Link to="/projects/$projectId/items" params={params} search={{ state }}>
        {formatCount(count)} {words}
      </Link>
    </li>
  );
  const { itemsTotal, itemsDone, itemsStarted } = progress;
  return (
    <ul className={styles.facts} aria-label="In figures">
      {items('done', itemsDone, 'items done')}
      {items('started', itemsStarted, 'begun')}
      {items('untouched', Math.max(0, itemsTotal - itemsDone - itemsStarted), 'untouched')}
      <li>{countOf(progress.judgmentsLastHour, 'judgment')} in the last hour</li>
      <li>{countOf(progress.leasesLive, 'task')} in hand now</li>
      <li>{countOf(progress.skips, 'skip')}</li>
      {progress.medianActiveMs !== null && <li>{formatDuration(progress.medianActiveMs)} median</li>}
    </ul>
  );
}

/** How far the work is, when it ends at this pace, and what came in day by day. */
export function ProgressPart({ projectId, progress, forecast, now }: ProgressPartProps) {
  const { judgmentsTotal: done, judgmentsWanted: wanted } = progress;
  const days = fillDays(progress.perDay, now).map(({ day, judgments }) => ({ day, count: judgments }));
  return (
    <Section title="Progress" summary={progressSentence({ done, wanted, forecast, now })}>
      <div className={styles.progress}>
        <ProgressLine label="Judgments that are there" value={done} max={wanted} />
        <Facts projectId={projectId} progress={progress} />
        {days.length > 0 && (
          <DaySteps
            label="Judgments a day"
            days={days}
            describe={({ day, count }) => `${formatDay(day)}: ${countOf(count, 'judgment')}`}
            formatDay={formatShortDay}
            formatCount={formatCompact}
          />
        )}
      </div>
    </Section>
  );
}
