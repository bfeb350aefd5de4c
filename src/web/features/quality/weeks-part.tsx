import { Link } from '@tanstack/react-router';
import { tentativeAlpha } from '#domain/quality/usual-agreement.ts';
import { say } from '#web/messages/say.ts';
import { nameChange } from '#web/ui/charts/name-change.ts';
import { TimeDots, type TimeMark, type TimePoint } from '#web/ui/charts/time-dots.tsx';
import { formatShortDay } from '#web/ui/format-date.ts';
import { formatDecimal } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { alphaPanel } from './criteria-part.tsx';
import { FiguresTable } from './figures-table.tsx';
import { listWeeks, type PlacedChange, placeMarks, type Week } from './list-weeks.ts';
import styles from './quality.module.css';
import type { CriterionQuality, Report } from './quality-query.ts';
import { alphaDot, nameSlice } from './quality-words.ts';

/** Room for about so many names below the axis. */
const mostNames = 8;

function toPoint(
  { monday, slice }: Week,
  index: number,
  weeks: readonly Week[],
  unit: CriterionQuality['unit'],
): TimePoint {
  const every = Math.ceil(weeks.length / mostNames);
  const tick = index % every === 0 ? formatShortDay(monday) : undefined;
  const name = nameSlice({ dimension: 'week', name: monday });
  if (slice === undefined) {
    const detail = say('{week}: nothing could be compared', { week: name });
    return { key: monday, tick, value: null, low: null, high: null, text: '', detail };
  }
  const dot = alphaDot(slice.alpha, unit);
  return { ...dot, key: monday, tick, detail: `${name}: ${dot.detail}` };
}

/** Versions that came close together share one mark, so that their names do not cover each other. */
function toMarks(marks: readonly PlacedChange[], weeks: number): readonly TimeMark[] {
  const near = weeks / 12;
  const groups: PlacedChange[][] = [];
  for (const mark of marks.toSorted((a, b) => a.at - b.at)) {
    const last = groups.at(-1);
    if (last?.[0] && mark.at - last[0].at < near) last.push(mark);
    else groups.push([mark]);
  }
  return groups.map((group) => ({
    key: group.map(({ change }) => `${change.kind}${change.at}`).join(),
    at: group[0]?.at ?? 0,
    label: group.map(({ change }) => nameChange(change)).join(', '),
  }));
}

interface WeeksPartProps {
  readonly projectId: string;
  readonly criterion: CriterionQuality;
  readonly marks: Report['marks'];
}

/** Agreement week by week, with marks where the guidelines or the rubric changed or models came. */
export function WeeksPart({ projectId, criterion, marks }: WeeksPartProps) {
  const weeks = listWeeks(criterion.slices);
  const slices = weeks.flatMap(({ slice }) => slice ?? []);
  const known = slices.filter(({ alpha }) => alpha.value !== null).length;
  const { domain, ticks, formatTick } = alphaPanel(slices.map(({ alpha }) => alpha));
  const sundays = new Map(weeks.map(({ monday, sunday }) => [monday, sunday]));
  return (
    <Section
      title={say('Week by week')}
      summary={
        known === 0
          ? say('A week shows once 10 units on {criterion} can be compared in it.', {
              criterion: criterion.label,
            })
          : say(
              'Alpha on {criterion} in the week in which the last judgment of an item came; upright lines mark new versions of guidelines and rubric and new models, the dashed one is {alpha}.',
              { criterion: criterion.label, alpha: formatDecimal(tentativeAlpha) },
            )
      }
    >
      {weeks.length > 0 && (
        <TimeDots
          label={say('Alpha week by week')}
          points={weeks.map((week, index) => toPoint(week, index, weeks, criterion.unit))}
          marks={toMarks(placeMarks(weeks, marks), weeks.length)}
          domain={domain}
          ticks={ticks}
          formatTick={formatTick}
          line={tentativeAlpha}
          wrap={({ point, plot }) => (
            <Tooltip label={point.detail}>
              <Link
                to="/projects/$projectId/judgments"
                params={{ projectId }}
                search={{ from: point.key, until: sundays.get(point.key) ?? point.key }}
                aria-label={say('{detail}. See the judgments of that week', { detail: point.detail })}
              >
                {plot}
              </Link>
            </Tooltip>
          )}
        />
      )}
      {slices.length > 0 && (
        <FiguresTable
          label={say('Figures per week')}
          namesLabel={say('Week')}
          rows={slices.map((slice) => ({ ...slice, key: slice.name, name: nameSlice(slice) }))}
        />
      )}
      {criterion.slicesLeftOut > 0 && (
        <p className={styles.note}>
          {say('Weeks more than a year back, and slices with the fewest units beyond 24, are left out.')}
        </p>
      )}
    </Section>
  );
}
