import { Link } from '@tanstack/react-router';
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
      label: 'Name',
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
      label: 'Judgments',
      numeric: true,
      cell: ({ judgments }) => formatCount(judgments),
    },
    {
      key: 'median',
      label: 'Median time',
      numeric: true,
      cell: ({ medianActiveMs }) => (medianActiveMs === null ? '–' : formatDuration(medianActiveMs)),
    },
    { key: 'skips', label: 'Skips', numeric: true, wideOnly: true, cell: ({ skips }) => formatCount(skips) },
    {
      key: 'seen',
      label: 'Last judgment',
      numeric: true,
      wideOnly: true,
      cell: ({ lastAt }) => (lastAt === null ? 'never' : <RelativeTime at={lastAt} />),
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
    <Section title="People">
      <DataTable
        label="People"
        columns={columnsFor(projectId)}
        rows={people}
        rowKey={({ personId }) => personId}
        empty={<p>Nobody has judged yet.</p>}
      />
    </Section>
  );
}
