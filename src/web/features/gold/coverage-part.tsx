import { say } from '#web/messages/say.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { formatCount } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import type { GoldOverview } from './gold-queries.ts';
import { sayAccuracy } from './gold-words.ts';

/** What served gold tests, by concept: where there is little, work goes untested. */
export function CoveragePart({ concepts }: { readonly concepts: GoldOverview['concepts'] }) {
  return (
    <Section
      title={say('Coverage')}
      summary={say('Served gold by concept and difficulty, and how often it is passed (95 %).')}
    >
      <DataTable
        label={say('Coverage')}
        rows={concepts}
        rowKey={({ concept }) => concept}
        empty={<p>{say('Nothing is served yet.')}</p>}
        columns={[
          {
            key: 'concept',
            label: say('Concept'),
            grows: true,
            cell: ({ concept }) => (concept === '' ? say('without a concept') : concept),
          },
          { key: 'easy', label: say('Easy'), numeric: true, cell: ({ easy }) => formatCount(easy) },
          { key: 'medium', label: say('Medium'), numeric: true, cell: ({ medium }) => formatCount(medium) },
          { key: 'hard', label: say('Hard'), numeric: true, cell: ({ hard }) => formatCount(hard) },
          {
            key: 'passed',
            label: say('Passed'),
            numeric: true,
            wideOnly: true,
            cell: ({ accuracy }) => sayAccuracy(accuracy),
          },
        ]}
      />
    </Section>
  );
}
