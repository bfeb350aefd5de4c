import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { formatShortDay } from '#web/ui/format-date.ts';
import { formatDuration, formatShare } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { BiasesPart } from './biases-part.tsx';
import { ChangesPart } from './changes-part.tsx';
import { AgreementDays, SpeedDays } from './days-part.tsx';
import { EvidencePart } from './evidence-part.tsx';
import { countTests } from './figure-words.ts';
import { attentionSentence } from './finding-words.ts';
import styles from './people-quality.module.css';
import { type ChangeMark, type PeopleAsOne, type PersonReport, personQuery } from './people-queries.ts';
import { consistencyFigures, FiguresPart, type ShownFigure, SpeedFacts } from './person-figures.tsx';
import { ReviewedPart } from './reviewed-part.tsx';
import { adviceSentence, SessionsPart, StretchesPart } from './session-parts.tsx';

function figuresOf(report: PersonReport): ShownFigure[] {
  const gold = report.gold && {
    key: 'gold',
    label: say('Right on gold'),
    note: say('known answers in tests, not in training'),
    figure: report.gold,
    size: countTests,
  };
  return [
    {
      key: 'agreement',
      label: say('Agreement with the others'),
      note: say('their own vote never counts'),
      figure: report.agreement,
    },
    ...(gold ? [gold] : []),
    {
      key: 'reliability',
      label: say('Reliability'),
      note: say('how often probably right, by all votes together (Dawid–Skene)'),
      figure: report.reliability,
    },
    ...consistencyFigures(report),
  ];
}

/** Why this person is looked at, and advice; nothing where nothing stands out. */
function Attention({ report }: { readonly report: PersonReport }) {
  const { attention, breakAdvice, incomparable } = report;
  if (attention.length === 0 && breakAdvice === null && incomparable === 0) return null;
  return (
    <Section title={say('Needs a look')}>
      <ul className={styles.findings}>
        {attention.map((one) => {
          const sentence = attentionSentence(one);
          return <li key={sentence}>{sentence}</li>;
        })}
        {breakAdvice && <li>{adviceSentence(breakAdvice)}</li>}
        {incomparable > 0 && (
          <li>
            {say(
              '{count, plural, one {# judgment was} other {# judgments were}} given on a scale that the newest rubric no longer has, and cannot be compared. Those on the new scale count.',
              { count: incomparable },
            )}
          </li>
        )}
      </ul>
    </Section>
  );
}

function agreementSummary({ agreement }: PersonReport, { medianAgreement }: PeopleAsOne): string {
  return agreement.value === null || medianAgreement === null
    ? say(
        'The share of others who say the same, day by day; upright lines mark new versions, new models and changes.',
      )
    : say(
        'Says the same as others on {share} of shared items; the dashed line is the median of all, {median}. Upright lines mark new versions, new models and changes.',
        { share: formatShare(agreement.value), median: formatShare(medianAgreement) },
      );
}

function timeSummary({ medianMs }: PeopleAsOne): string | undefined {
  if (medianMs === null) return undefined;
  return say(
    'Dots are the day’s median, the line through one holds half of its tasks; the dashed line is the median of all people, {time}.',
    { time: formatDuration(medianMs) },
  );
}

interface Found {
  readonly projectId: string;
  readonly report: PersonReport;
  readonly all: PeopleAsOne;
  readonly marks: readonly ChangeMark[];
}

function PersonParts({ projectId, report, all, marks }: Found) {
  const { days, alarms, personId } = report;
  const shared = { days, alarms, marks, judgmentsOf: { projectId, personId } };
  return (
    <>
      <Attention report={report} />
      <EvidencePart projectId={projectId} evidence={report.evidence} />
      <div className={styles.columns}>
        <div>
          <Section title={say('Agreement day by day')} summary={agreementSummary(report, all)}>
            <AgreementDays {...shared} line={all.medianAgreement} />
          </Section>
          <FiguresPart
            figures={figuresOf(report)}
            summary={
              all.criterion
                ? say('On {criterion}, with 95% intervals.', { criterion: all.criterion.label })
                : say('With 95% intervals.')
            }
          />
          <ReviewedPart {...{ projectId, personId }} />
          <StretchesPart stretches={report.stretches} />
          <SessionsPart sessions={report.sessions} />
        </div>
        <div>
          <Section title={say('Time for a task day by day')} summary={timeSummary(all)}>
            <SpeedDays {...shared} line={all.medianMs} />
            <SpeedFacts speed={report.speed} />
          </Section>
          <BiasesPart
            biases={report.biases}
            all={all}
            summary={say('From the order in which the two were shown, and from how they look.')}
          />
        </div>
      </div>
      <div className={styles.block}>
        <ChangesPart alarms={alarms} marks={marks} people={all.people} />
      </div>
    </>
  );
}

/** One annotator, in figures that each lead to what is behind them. */
export function PersonQualityScreen() {
  const { projectId, personId } = useParams({ from: '/shell/projects/$projectId/quality/people/$personId' });
  const person = useQuery(personQuery({ projectId, personId }));
  const report = person.data?.report;
  return (
    <Page width="full">
      <PageHeader
        title={report?.name ?? say('Annotator')}
        summary={
          report &&
          report.firstAt !== null &&
          report.lastAt !== null && (
            <Say
              text="{count, plural, one {# judgment} other {# judgments}} from {first} to {last}. Computed {when}."
              values={{
                count: report.judgments,
                first: formatShortDay(report.firstAt.slice(0, 10)),
                last: formatShortDay(report.lastAt.slice(0, 10)),
                when: <RelativeTime at={person.data?.computedAt ?? ''} />,
              }}
            />
          )
        }
        actions={
          <Link to="/projects/$projectId/quality/people" params={{ projectId }}>
            {say('Everybody')}
          </Link>
        }
      />
      <Loaded from={person} lines={8} title={say('There is no report on this person')}>
        {(data) => <PersonParts projectId={projectId} {...data} />}
      </Loaded>
    </Page>
  );
}
