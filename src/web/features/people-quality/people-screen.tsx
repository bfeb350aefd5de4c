import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { Say } from '#web/messages/say-element.tsx';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { FiguresBehind } from '#web/ui/figures-behind.tsx';
import { formatCount, formatDuration, formatShare } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { Skeleton } from '#web/ui/skeleton.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { BiasesPart } from './biases-part.tsx';
import { countPairs, formatOdds, shareDot, sharePanel, shareText, toDot } from './figure-words.ts';
import { FindingsPart } from './findings-part.tsx';
import styles from './people-quality.module.css';
import { type PeopleAsOne, type PersonSummary, peopleQuery } from './people-queries.ts';

function noteOf({ judgments, medianMs }: PersonSummary): string {
  return medianMs === null
    ? say('{count, plural, one {# judgment} other {# judgments}}', { count: judgments })
    : say('{count, plural, one {# judgment} other {# judgments}}, {time} each', {
        count: judgments,
        time: formatDuration(medianMs),
      });
}

interface ListProps {
  readonly projectId: string;
  readonly people: readonly PersonSummary[];
  readonly all: PeopleAsOne;
}

function PeopleDots({ projectId, people, all }: ListProps) {
  const median = all.medianAgreement;
  const line =
    median === null
      ? undefined
      : { value: median, label: say('median {share}', { share: formatShare(median) }) };
  const odds = Math.log(4);
  return (
    <Section
      title={say('Everybody')}
      summary={
        all.criterion
          ? say(
              'On {criterion}, weakest first: those whose agreement is surely lowest. Nobody’s own vote counts for them.',
              { criterion: all.criterion.label },
            )
          : say('The rubric asks nothing that can be compared.')
      }
    >
      <DotIntervalPlot
        label={say('Agreement and first place of each person')}
        rowsLabel={say('Annotator')}
        panels={[
          sharePanel(say('Agreement with the others'), line),
          {
            key: 'first',
            label: say('Odds of the first shown'),
            domain: { from: -odds, to: odds },
            ticks: [-odds, 0, odds],
            formatTick: formatOdds,
            line: { value: 0, label: say('no difference') },
          },
        ]}
        rows={people.map((person) => ({
          key: person.personId,
          label: (
            <Link
              to="/projects/$projectId/quality/people/$personId"
              params={{ projectId, personId: person.personId }}
            >
              {person.name}
            </Link>
          ),
          note: noteOf(person),
          cells: {
            share: shareDot(person.agreement, say('Agreement')),
            first: toDot(person.firstShown, {
              ...{ name: say('Odds of the first shown'), format: formatOdds, size: countPairs },
            }),
          },
        }))}
        wrap={({ rowKey, detail, plot }) => (
          <Tooltip label={detail}>
            <Link
              to="/projects/$projectId/quality/people/$personId"
              params={{ projectId, personId: rowKey }}
              aria-label={say('{detail}. See their page', { detail })}
            >
              {plot}
            </Link>
          </Tooltip>
        )}
      />
      <PeopleTable people={people} />
    </Section>
  );
}

function PeopleTable({ people }: { readonly people: readonly PersonSummary[] }) {
  return (
    <FiguresBehind label={say('The figures as a table')}>
      <DataTable
        label={say('Figures per person')}
        rows={people}
        rowKey={({ personId }) => personId}
        columns={[
          { key: 'name', label: say('Annotator'), cell: ({ name }) => name },
          {
            key: 'judgments',
            label: say('Judgments'),
            numeric: true,
            cell: ({ judgments }) => formatCount(judgments),
          },
          {
            key: 'agreement',
            label: say('Agreement with the others'),
            numeric: true,
            cell: ({ agreement }) => shareText(agreement),
          },
          {
            key: 'reliability',
            label: say('Reliability'),
            numeric: true,
            cell: ({ reliability }) => shareText(reliability),
          },
          {
            key: 'kept',
            label: say('Keeps the verdict'),
            numeric: true,
            cell: ({ kept }) => shareText(kept),
          },
          {
            key: 'time',
            label: say('Typical task'),
            numeric: true,
            cell: ({ medianMs }) => (medianMs === null ? '–' : formatDuration(medianMs)),
          },
        ]}
      />
    </FiguresBehind>
  );
}

/** How each annotator works, weakest first, and who needs a look. */
export function PeopleQualityScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/quality/people' });
  const { roles } = useProject(projectId);
  const can = useCan();
  if (!can('see_people', roles))
    return (
      <Page>
        <EmptyState title={say('Only leads see how each person works')}>
          {say('The quality page shows how far everybody agrees.')}
        </EmptyState>
      </Page>
    );
  return <PeopleQuality projectId={projectId} />;
}

function PeopleQuality({ projectId }: { readonly projectId: string }) {
  const people = useQuery(peopleQuery(projectId));
  const kept = people.data?.kept;
  return (
    <Page width="full">
      <PageHeader
        title={say('How people work')}
        summary={
          kept && (
            <Say
              text="{people, plural, one {# person has} other {# people have}} judged. Computed {when}."
              values={{ people: kept.people.length, when: <RelativeTime at={kept.computedAt} /> }}
            />
          )
        }
        actions={
          <Link to="/projects/$projectId/quality" params={{ projectId }}>
            {say('Back to quality')}
          </Link>
        }
      />
      <Loaded from={people} lines={8} title={say('The report could not be loaded')}>
        {(state) => (
          <>
            {state.isComputing && (
              <div className={styles.news}>
                <Notice>{say('The report is being computed. What is new appears by itself.')}</Notice>
              </div>
            )}
            {state.kept === null ? (
              <Skeleton lines={8} />
            ) : state.kept.people.length === 0 ? (
              <EmptyState title={say('Nobody has judged yet')}>
                {say('Each annotator appears here with their first judgment.')}
              </EmptyState>
            ) : (
              <>
                <FindingsPart projectId={projectId} people={state.kept.people} />
                <div className={styles.columns}>
                  <div>
                    <PeopleDots projectId={projectId} people={state.kept.people} all={state.kept.all} />
                  </div>
                  <div>
                    <BiasesPart
                      biases={state.kept.all.biases}
                      summary={say(
                        'All people together. Intervals allow for several people judging the same item.',
                      )}
                    />
                  </div>
                </div>
              </>
            )}
          </>
        )}
      </Loaded>
    </Page>
  );
}
