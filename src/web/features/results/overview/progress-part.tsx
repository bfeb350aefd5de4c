import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { DaySteps } from '#web/ui/charts/day-steps.tsx';
import { formatDay, formatShortDay } from '#web/ui/format-date.ts';
import { formatCompact, formatDuration } from '#web/ui/format-number.ts';
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
  const items = (state: string, words: string) => (
    <li>
      <Link to="/projects/$projectId/items" params={params} search={{ state }}>
        {words}
      </Link>
    </li>
  );
  const { itemsTotal, itemsDone, itemsStarted } = progress;
  return (
    <ul className={styles.facts} aria-label={say('In figures')}>
      {items('done', say('{count, plural, one {# item} other {# items}} done', { count: itemsDone }))}
      {items('started', say('{count, number} begun', { count: itemsStarted }))}
      {items(
        'untouched',
        say('{count, number} untouched', { count: Math.max(0, itemsTotal - itemsDone - itemsStarted) }),
      )}
      <li>
        {say('{count, plural, one {# judgment} other {# judgments}} in the last hour', {
          count: progress.judgmentsLastHour,
        })}
      </li>
      <li>
        {say('{count, plural, one {# task} other {# tasks}} in hand now', { count: progress.leasesLive })}
      </li>
      <li>{say('{skips, plural, one {# skip} other {# skips}}', { skips: progress.skips })}</li>
      {progress.medianActiveMs !== null && (
        <li>{say('{time} median', { time: formatDuration(progress.medianActiveMs) })}</li>
      )}
    </ul>
  );
}

/** How far the work is, when it ends at this pace, and what came in day by day. */
export function ProgressPart({ projectId, progress, forecast, now }: ProgressPartProps) {
  const { judgmentsTotal: done, judgmentsWanted: wanted } = progress;
  const days = fillDays(progress.perDay, now).map(({ day, judgments }) => ({ day, count: judgments }));
  return (
    <Section title={say('Progress')} summary={progressSentence({ done, wanted, forecast, now })}>
      <div className={styles.progress}>
        <ProgressLine label={say('Judgments that are there')} value={done} max={wanted} />
        <Facts projectId={projectId} progress={progress} />
        {days.length > 0 && (
          <DaySteps
            label={say('Judgments a day')}
            days={days}
            describe={({ day, count }) =>
              say('{day}: {count, plural, one {# judgment} other {# judgments}}', {
                day: formatDay(day),
                count,
              })
            }
            formatDay={formatShortDay}
            formatCount={formatCompact}
          />
        )}
      </div>
    </Section>
  );
}
