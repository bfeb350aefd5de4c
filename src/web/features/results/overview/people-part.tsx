import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { type Column, DataTable } from '#web/ui/data-table.tsx';
import { formatCount, formatDuration } from '#web/ui/format-number.ts';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import type { Progress } from './needs.ts';

type Person = Progress['people'][number];

function columnsFor(projectId: string): readonly Column<Person>[] {
  return [
    {
      key: 'name',
      label: say('Name'),
      cell: (person) => (
        <Link
          to="/projects/$projectId/judgments"
          params={{ projectId }}
          search={{ annotatorId: person.personId }}
        >
          {person.name}
        </Link>
      ),
    },
    {
      key: 'judgments',
      label: say('Judgments'),
      numeric: true,
      cell: ({ judgments }) => formatCount(judgments),
    },
    {
      key: 'median',
      label: say('Median time'),
      numeric: true,
      cell: ({ medianActiveMs }) => (medianActiveMs === null ? '–' : formatDuration(medianActiveMs)),
    },
    {
      key: 'skips',
      label: say('Skips'),
      numeric: true,
      wideOnly: true,
      cell: ({ skips }) => formatCount(skips),
    },
    {
      key: 'seen',
      label: say('Last judgment'),
      numeric: true,
      wideOnly: true,
      cell: ({ lastAt }) => (lastAt === null ? say('never') : <RelativeTime at={lastAt} />),
    },
  ];
}

/** Who judged how much, how fast and when; each name leads to the judgments. */
export function PeoplePart({
  projectId,
  people,
}: {
  readonly projectId: string;
  readonly people: readonly Person[];
}) {
  return (
    <Section title={say('People')}>
      <DataTable
        label={say('People')}
        columns={columnsFor(projectId)}
        rows={people}
        rowKey={({ personId }) => personId}
        empty={<p>{say('Nobody has judged yet.')}</p>}
      />
    </Section>
  );
}
