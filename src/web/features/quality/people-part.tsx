import { Link } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { DotIntervalPlot } from '#web/ui/charts/dot-interval-plot.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { FiguresBehind } from '#web/ui/figures-behind.tsx';
import { formatCount, formatShare } from '#web/ui/format-number.ts';
import { Section } from '#web/ui/section.tsx';
import { Tooltip } from '#web/ui/tooltip.tsx';
import { sharePanel } from './criteria-part.tsx';
import type { Report } from './quality-query.ts';
import { estimateText, shareDot } from './quality-words.ts';

const mostShown = 8;

interface PeoplePartProps {
  readonly projectId: string;
  readonly people: Report['people'];
  readonly criterion: string;
}

/** Each person against the others, lowest first; each leads to their judgments. */
export function PeoplePart({ projectId, people, criterion }: PeoplePartProps) {
  const shown = people.slice(0, mostShown);
  const { roles } = useProject(projectId);
  const can = useCan();
  return (
    <Section
      title={say('Each person and the others')}
      summary={say(
        'How often each one says the same as the others about {criterion}, lowest first; nobody’s own vote counts for them.',
        { criterion },
      )}
      actions={
        can('see_people', roles) && (
          <Link to="/projects/$projectId/quality/people" params={{ projectId }}>
            {say('How each one works')}
          </Link>
        )
      }
    >
      <DotIntervalPlot
        label={say('Agreement of each person with the others')}
        rowsLabel={say('Annotator')}
        panels={[{ ...sharePanel(), label: say('Agreement with the others') }]}
        rows={shown.map(({ personId, name, share }) => ({
          key: personId,
          label: name,
          note: say('{items, plural, one {# shared item} other {# shared items}}', { items: share.n }),
          cells: { share: shareDot(share, 'item') },
        }))}
        wrap={({ rowKey, detail, plot }) => (
          <Tooltip label={detail}>
            <Link
              to="/projects/$projectId/judgments"
              params={{ projectId }}
              search={{ annotatorId: rowKey }}
              aria-label={say('{detail}. See their judgments', { detail })}
            >
              {plot}
            </Link>
          </Tooltip>
        )}
      />
      <FiguresBehind
        label={say('{people, plural, one {# person} other {All # people}} as a table', {
          people: people.length,
        })}
      >
        <DataTable
          label={say('Figures per person')}
          rows={people}
          rowKey={({ personId }) => personId}
          columns={[
            { key: 'name', label: say('Annotator'), cell: ({ name }) => name },
            {
              key: 'n',
              label: say('Shared items'),
              numeric: true,
              cell: ({ share }) => formatCount(share.n),
            },
            {
              key: 'share',
              label: say('Agreement with the others'),
              numeric: true,
              cell: ({ share }) => estimateText(share, formatShare),
            },
          ]}
        />
      </FiguresBehind>
    </Section>
  );
}
