import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { type AttackFilter, chatsQuery, coverageQuery } from '#web/features/models/models-queries.ts';
import { say } from '#web/messages/say.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { DataTable } from '#web/ui/data-table.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { chatColumns } from './chat-columns.tsx';
import { type Coverage, CoverageGrid } from './coverage-grid.tsx';
import { describeCoverage } from './describe-coverage.ts';

const from = '/shell/projects/$projectId/chats';

/** What was tried on the models, how often it worked, and the conversations behind it. */
export function ChatsScreen() {
  const { projectId } = useParams({ from });
  const { technique, harm, target } = useSearch({ from });
  const filter: AttackFilter = {
    ...(technique !== undefined && { technique }),
    ...(harm !== undefined && { harm }),
    ...(target !== undefined && { target }),
  };
  const coverage = useQuery(coverageQuery(projectId, target));
  return (
    <Page width="full">
      <PageHeader title={say('Chats')} />
      <Stack gap={8}>
        <Loaded from={coverage} title={say('The coverage could not be loaded')}>
          {(data) => data.techniques.length > 0 && <CoverageSection coverage={data} filter={filter} />}
        </Loaded>
        <ChatList projectId={projectId} filter={filter} />
      </Stack>
    </Page>
  );
}

function CoverageSection({
  coverage,
  filter,
}: {
  readonly coverage: Coverage;
  readonly filter: AttackFilter;
}) {
  const navigate = useNavigate({ from: '/projects/$projectId/chats' });
  const targets = [
    { value: '', label: say('Every target') },
    ...coverage.targets.map(({ key, label }) => ({ value: key, label })),
  ];
  return (
    <Section
      title={say('Attack coverage')}
      summary={describeCoverage(coverage)}
      actions={
        <SelectField
          label={say('Target behaviour')}
          labelHidden
          value={filter.target ?? ''}
          options={targets}
          onChange={(target) => void navigate({ search: target === '' ? {} : { target } })}
        />
      }
    >
      <CoverageGrid coverage={coverage} filter={filter} />
    </Section>
  );
}

function ChatList({ projectId, filter }: { readonly projectId: string; readonly filter: AttackFilter }) {
  const chats = useInfiniteQuery(chatsQuery(projectId, filter));
  const isFiltered = Object.keys(filter).length > 0;
  return (
    <Section
      title={isFiltered ? say('Conversations with this attack') : say('Conversations')}
      actions={
        isFiltered && (
          <Link
            to="/projects/$projectId/chats"
            params={{ projectId }}
            search={{}}
            className={buttonClass({ size: 'small' })}
          >
            {say('Show all')}
          </Link>
        )
      }
    >
      <Loaded from={chats} lines={6} title={say('Conversations could not be loaded')}>
        {({ pages }) => (
          <DataTable
            label={say('Conversations')}
            columns={chatColumns(projectId)}
            rows={pages.flatMap(({ rows }) => rows)}
            rowKey={({ conversationId }) => conversationId}
            empty={
              <EmptyState title={say('No conversations')}>
                {isFiltered
                  ? say('Nobody has tried this yet.')
                  : say('They appear once somebody talks with a model.')}
              </EmptyState>
            }
            onMore={chats.hasNextPage ? () => void chats.fetchNextPage() : undefined}
            loadingMore={chats.isFetchingNextPage}
          />
        )}
      </Loaded>
    </Section>
  );
}
