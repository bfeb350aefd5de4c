import { say } from '#web/messages/say.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { hoursOf, type Span, SpanStrip } from '#web/ui/charts/span-strip.tsx';
import { formatInstant, formatShortDay } from '#web/ui/format-date.ts';
import { formatDuration, formatShare } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { shareDot, sharePanel } from './figure-words.ts';
import styles from './people-quality.module.css';
import type { PersonReport } from './people-queries.ts';
import { timeAxis } from './time-axis.ts';

type Stretches = PersonReport['stretches'];
type Sessions = PersonReport['sessions'];

function nameStretch({ from, to }: Stretches[number]): string {
  return to === null
    ? say('From task {from, number} on', { from: from + 1 })
    : say('Tasks {from, number} to {to, number}', { from: from + 1, to });
}

/** How work goes from the first task of a session to the hundredth; agreement is left out where it is not shown. */
export function StretchesPart({ stretches }: { readonly stretches: Stretches }) {
  if (stretches.length === 0) return null;
  const most = Math.max(1, ...stretches.map(({ medianMs }) => medianMs ?? 0));
  const showsAgreement = stretches.some(({ agreement }) => agreement.reason !== 'not_shown');
  const agreementPanel = { ...sharePanel(say('Agreement with others')), key: 'agreement' };
  return (
    <Section
      title={say('Within a session')}
      summary={say(
        'All sessions together, by how many tasks came before. A pause of half an hour ends a session.',
      )}
    >
      <DotIntervalPlot
        label={say('Within a session')}
        rowsLabel={say('Place in the session')}
        panels={[
          ...(showsAgreement ? [agreementPanel] : []),
          {
            key: 'time',
            label: say('Time for a typical task'),
            ...timeAxis(most, 2),
          },
        ]}
        rows={stretches.map((stretch) => ({
          key: String(stretch.from),
          label: nameStretch(stretch),
          note: say('{count, plural, one {# judgment} other {# judgments}}', { count: stretch.n }),
          cells: {
            agreement: shareDot(stretch.agreement, say('Agreement')),
            time: {
              ...{ value: stretch.medianMs, low: null, high: null },
              text: formatDuration(stretch.medianMs ?? 0),
              detail: say('{name}: {time}', {
                name: nameStretch(stretch),
                time: formatDuration(stretch.medianMs ?? 0),
              }),
            },
          },
        }))}
      />
    </Section>
  );
}

/** Quiet advice, from this person's own figures. */
export function adviceSentence({
  kind,
  after,
  before,
  since,
}: NonNullable<PersonReport['breakAdvice']>): string {
  return kind === 'agreement_falls'
    ? say(
        'From task {after, number} of a session on, agreement with others is {since}; at the beginning it is {before}. A break before then helps.',
        { after: after + 1, before: formatShare(before), since: formatShare(since) },
      )
    : say(
        'From task {after, number} of a session on, a task takes {since} where it took {before}. A break before then may help.',
        { after: after + 1, before: formatDuration(before), since: formatDuration(since) },
      );
}

const dayOf = (instant: Date) =>
  Math.floor((instant.getTime() - instant.getTimezoneOffset() * 60_000) / 86_400_000);
const hourOf = (instant: Date) => instant.getHours() + instant.getMinutes() / 60;
const mostDays = 28;

function toSpans(sessions: Sessions): { spans: Span[]; first: number; count: number } {
  const last = Math.max(...sessions.map(({ endedAt }) => dayOf(new Date(endedAt))));
  const earliest = Math.min(...sessions.map(({ startedAt }) => dayOf(new Date(startedAt))));
  const first = Math.max(earliest, last - mostDays + 1);
  const spans = sessions.flatMap(({ startedAt, endedAt, judgments, medianMs }): Span[] => {
    const [from, to] = [new Date(startedAt), new Date(endedAt)];
    const column = dayOf(from) - first;
    if (column < 0) return [];
    const detail = say('{at}: {count, plural, one {# judgment} other {# judgments}}, typically {time}', {
      ...{ at: formatInstant(startedAt), count: judgments, time: formatDuration(medianMs) },
    });
    // What goes on after midnight is drawn to the end of its day.
    return [
      { key: startedAt, column, from: hourOf(from), to: dayOf(to) > dayOf(from) ? 24 : hourOf(to), detail },
    ];
  });
  return { spans, first, count: last - first + 1 };
}

/** When somebody was at work in the last four weeks of theirs. */
export function SessionsPart({ sessions }: { readonly sessions: Sessions }) {
  if (sessions.length === 0) return null;
  const { spans, first, count } = toSpans(sessions);
  const every = Math.ceil(count / 5);
  const nameOf = (index: number) => new Date((first + index) * 86_400_000).toISOString().slice(0, 10);
  return (
    <Section
      title={say('Sessions')}
      summary={say(
        '{count, plural, one {One session} other {The latest # sessions}}, by day and time of day.',
        {
          count: spans.length,
        },
      )}
    >
      <div className={styles.strip}>
        <SpanStrip
          label={say('Sessions by day and time of day')}
          columns={Array.from({ length: count }, (_, index) =>
            index % every === 0 ? formatShortDay(nameOf(index)) : undefined,
          )}
          spans={spans}
          hours={hoursOf(spans)}
          formatHour={(hour) => `${hour}:00`}
        />
      </div>
    </Section>
  );
}
