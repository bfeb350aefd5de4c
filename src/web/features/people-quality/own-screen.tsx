import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { BiasesPart } from './biases-part.tsx';
import { SpeedDays } from './days-part.tsx';
import { countTests } from './figure-words.ts';
import { alarmSentence } from './finding-words.ts';
import styles from './people-quality.module.css';
import { type ChangeMark, type OwnReport, ownQuery } from './people-queries.ts';
import { consistencyFigures, FiguresPart, type ShownFigure, SpeedFacts } from './person-figures.tsx';
import { adviceSentence, SessionsPart, StretchesPart } from './session-parts.tsx';

const mostChanges = 5;

function OwnChanges({ alarms }: Pick<OwnReport, 'alarms'>) {
  if (alarms.length === 0) return null;
  return (
    <Section
      title={say('What changed')}
      summary={say('Against your own past. New kinds of items or new guidelines are the most common reason.')}
    >
      <ul className={styles.findings}>
        {alarms
          .toReversed()
          .slice(0, mostChanges)
          .map((alarm) => (
            <li key={`${alarm.stream}${alarm.at}`}>{alarmSentence(alarm)}</li>
          ))}
      </ul>
    </Section>
  );
}

/** What holds a person against others and against known answers, where the lead lets it be seen. */
function ownShares({ agreement, gold }: OwnReport): ShownFigure[] {
  return [
    ...(agreement === null
      ? []
      : [
          {
            key: 'agreement',
            label: say('Same as others'),
            note: say('of what you can no longer change'),
            figure: agreement,
          },
        ]),
    ...(gold === null
      ? []
      : [
          {
            key: 'gold',
            label: say('Right on gold'),
            note: say('known answers, told in whole tens'),
            figure: gold,
            size: countTests,
          },
        ]),
  ];
}

function OwnParts({ report, marks }: { readonly report: OwnReport; readonly marks: readonly ChangeMark[] }) {
  const { alarms, days, biases, breakAdvice } = report;
  return (
    <>
      {breakAdvice && (
        <div className={styles.news}>
          <Notice>{adviceSentence(breakAdvice)}</Notice>
        </div>
      )}
      <div className={styles.columns}>
        <div>
          <Section
            title={say('Time for a task day by day')}
            summary={say('Dots are the day’s median, the line through one holds half of its tasks.')}
          >
            <SpeedDays days={days} alarms={alarms} marks={marks} judgmentsOf={null} line={null} />
            <SpeedFacts speed={report.speed} />
          </Section>
          <StretchesPart stretches={report.stretches} />
          <SessionsPart sessions={report.sessions} />
          <OwnChanges alarms={alarms} />
        </div>
        <div>
          <FiguresPart
            figures={[...ownShares(report), ...consistencyFigures(report)]}
            summary={say('With 95% intervals. People differ for good reasons: no figure here is a target.')}
          />
          {biases.length > 0 && (
            <BiasesPart
              biases={biases}
              summary={say('Most people lean a little without noticing. Knowing it is usually enough.')}
            />
          )}
        </div>
      </div>
    </>
  );
}

/** What the lead lets an annotator see of their own work; `before` stands above the figures. */
export function OwnQualityScreen({ before }: { readonly before?: ReactNode }) {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/my-work' });
  const own = useQuery(ownQuery(projectId));
  return (
    <Page width="full">
      <PageHeader
        title={say('How you work')}
        summary={
          own.data?.report &&
          own.data.computedAt !== null && (
            <Say
              text="From {count, plural, one {# judgment} other {# judgments}} of yours; only you and the leads see this. Computed {when}."
              values={{
                count: own.data.report.judgments,
                when: <RelativeTime at={own.data.computedAt} />,
              }}
            />
          )
        }
      />
      {before}
      <Loaded from={own} lines={8} title={say('Your figures could not be loaded')}>
        {({ sees, report, marks, isComputing }) =>
          report !== null ? (
            <OwnParts report={report} marks={marks} />
          ) : sees === 'nothing' ? (
            <EmptyState title={say('No figures are shown in this project')}>
              {say('The lead has chosen so. Ask them if you would like to see how you work.')}
            </EmptyState>
          ) : (
            <EmptyState title={say('Nothing to show yet')}>
              {isComputing
                ? say('Your figures are being computed. They appear here by themselves.')
                : say('Your figures appear here some hours after your first judgments.')}
            </EmptyState>
          )
        }
      </Loaded>
    </Page>
  );
}
