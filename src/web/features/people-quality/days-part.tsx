import { Link } from '@tanstack/react-router';
import type { ReactElement } from 'react';
import { say } from '#web/messages/say.ts';
import { nameChange } from '#web/ui/charts/name-change.ts';
import { TimeDots, type TimeMark, type TimePoint } from '#web/ui/charts/time-dots.tsx';
import { formatDay, formatShortDay } from '#web/ui/format-date.ts';
import { formatDuration, formatShare } from '#web/ui/format-number.ts';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { shareDot } from './figure-words.ts';

import { listDays, type PlacedMark, placeAlarms, placeChanges, type ShownDay } from './list-days.ts';
import styles from './people-quality.module.css';
import type { Alarm, ChangeMark, Day } from './people-queries.ts';
import { timeAxis } from './time-axis.ts';

/** Room for about so many names below the axis. */
const mostNames = 5;

interface DaysProps {
  readonly days: readonly Day[];
  readonly alarms: readonly Alarm[];
  readonly marks: readonly ChangeMark[];
  /** Where the judgments of a day are; null where one may not see them. */
  readonly judgmentsOf: { readonly projectId: string; readonly personId: string } | null;
}

/** Marks that come close together share one, so that their names do not cover each other. */
function toMarks(
  days: readonly ShownDay[],
  alarms: readonly Alarm[],
  marks: readonly ChangeMark[],
): TimeMark[] {
  const named = [
    ...placeChanges(days, marks).map(({ at, mark }) => ({ at, mark: nameChange(mark) })),
    ...placeAlarms(days, alarms).map(({ at }) => ({ at, mark: say('change') })),
  ].sort((a, b) => a.at - b.at);
  const groups: PlacedMark<string>[][] = [];
  for (const one of named) {
    const last = groups.at(-1);
    if (last?.[0] && one.at - last[0].at < days.length / 7) last.push(one);
    else groups.push([one]);
  }
  return groups.map((group, index) => ({
    key: String(index),
    at: group[0]?.at ?? 0,
    label: [...new Set(group.map(({ mark }) => mark))].join(', '),
  }));
}

const tickOf = (days: readonly ShownDay[], index: number) =>
  index % Math.ceil(days.length / mostNames) === 0 ? formatShortDay(days[index]?.day ?? '') : undefined;

function wrapIn(judgmentsOf: DaysProps['judgmentsOf']) {
  return ({ point, plot }: { point: TimePoint; plot: ReactElement }) => (
    <Tooltip label={point.detail}>
      {judgmentsOf === null ? (
        // Focusable, so that keys reach what pointing shows.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: the dot's words are shown on focus.
        <span role="img" tabIndex={0} aria-label={point.detail}>
          {plot}
        </span>
      ) : (
        <Link
          to="/projects/$projectId/judgments"
          params={{ projectId: judgmentsOf.projectId }}
          search={{ annotatorId: judgmentsOf.personId, from: point.key, until: point.key }}
          aria-label={say('{detail}. See the judgments of that day', { detail: point.detail })}
        >
          {plot}
        </Link>
      )}
    </Tooltip>
  );
}

const nothing = { value: null, low: null, high: null, text: '' };

/** Agreement with others day by day, with marks where versions came and where a change began. */
export function AgreementDays({
  days,
  alarms,
  marks,
  judgmentsOf,
  line,
}: DaysProps & { readonly line: number | null }) {
  const shown = listDays(days);
  const points = shown.map(({ day, figures }, index): TimePoint => {
    const rest = { key: day, tick: tickOf(shown, index) };
    const name = formatDay(day);
    if (figures === undefined)
      return { ...nothing, ...rest, detail: say('{day}: nothing judged', { day: name }) };
    const dot = shareDot(figures.agreement, say('agreement'));
    return { ...dot, ...rest, detail: say('{day}: {detail}', { day: name, detail: dot.detail }) };
  });
  if (points.every(({ value }) => value === null))
    return (
      <p className={styles.note}>
        {say('A day shows once five items of it were judged by somebody else, too.')}
      </p>
    );
  const own = alarms.filter(({ stream }) => stream === 'agreement');
  return (
    <TimeDots
      label={say('Agreement day by day')}
      points={points}
      marks={toMarks(shown, own, marks)}
      domain={{ from: 0, to: 1 }}
      ticks={[0, 0.5, 1]}
      formatTick={formatShare}
      {...(line !== null && { line })}
      wrap={wrapIn(judgmentsOf)}
    />
  );
}

/** Minutes for a typical task day by day; the upright line holds the middle half of the tasks. */
export function SpeedDays({
  days,
  alarms,
  marks,
  judgmentsOf,
  line,
}: DaysProps & { readonly line: number | null }) {
  const shown = listDays(days);
  if (shown.length === 0) return null;
  const most = Math.max(...shown.map(({ figures }) => figures?.upperQuarterMs ?? 0), line ?? 0);
  const points = shown.map(({ day, figures }, index): TimePoint => {
    const rest = { key: day, tick: tickOf(shown, index) };
    const name = formatDay(day);
    if (!figures || figures.medianMs === null)
      return { ...nothing, ...rest, detail: say('{day}: nothing judged', { day: name }) };
    const { medianMs, lowerQuarterMs, upperQuarterMs, judgments } = figures;
    return {
      ...rest,
      ...{ value: medianMs, low: lowerQuarterMs, high: upperQuarterMs, text: formatDuration(medianMs) },
      detail: say(
        '{day}: a typical task {median}, half of them {low} to {high}, {count, plural, one {# judgment} other {# judgments}}',
        {
          ...{ day: name, median: formatDuration(medianMs), count: judgments },
          low: formatDuration(lowerQuarterMs ?? medianMs),
          high: formatDuration(upperQuarterMs ?? medianMs),
        },
      ),
    };
  });
  const own = alarms.filter(({ stream }) => stream === 'speed');
  return (
    <TimeDots
      label={say('Time for a task day by day')}
      points={points}
      marks={toMarks(shown, own, marks)}
      {...timeAxis(most)}
      {...(line !== null && { line })}
      wrap={wrapIn(judgmentsOf)}
    />
  );
}
