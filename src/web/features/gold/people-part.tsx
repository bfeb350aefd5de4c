import { useQuery } from '@tanstack/react-query';
import { say } from '#web/messages/say.ts';
import { DataTable } from '#web/ui/data-table.tsx';
import { formatCount } from '#web/ui/format-number.ts';
import { Loaded } from '#web/ui/loaded.tsx';
import { Section } from '#web/ui/section.tsx';
import { goldPeopleQuery } from './gold-queries.ts';
import { sayAccuracy } from './gold-words.ts';

/** Each person's accuracy on gold, with its interval. */
export function PeoplePart({ projectId }: { readonly projectId: string }) {
  const people = useQuery(goldPeopleQuery(projectId));
  return (
    <Section
      title={say('People on gold')}
      summary={say('Accuracy with its interval (95 %). Suspect and wrong gold counts for nobody.')}
    >
      <Loaded from={people} title={say('Results could not be loaded')}>
        {(data) => (
          <DataTable
            label={say('People on gold')}
            rows={data.people}
            rowKey={({ personId }) => personId}
            empty={<p>{say('Nobody has been given gold yet.')}</p>}
            columns={[
              { key: 'name', label: say('Annotator'), grows: true, cell: ({ name }) => name },
              { key: 'test', label: say('Test'), numeric: true, cell: ({ test }) => sayAccuracy(test) },
              {
                key: 'training',
                label: say('Training'),
                numeric: true,
                wideOnly: true,
                cell: ({ training }) => sayAccuracy(training),
              },
              {
                key: 'skipped',
                label: say('Skipped'),
                numeric: true,
                wideOnly: true,
                cell: ({ skipped }) => formatCount(skipped),
              },
            ]}
          />
        )}
      </Loaded>
    </Section>
  );
}
