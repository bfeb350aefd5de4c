import { useQuery } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import type { ModelEndpoint } from '#contract/models.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { ModelDialog } from './model-dialog.tsx';
import { modelsQuery } from './models-queries.ts';
import { ModelsTable } from './models-table.tsx';
import { TestDialog } from './test-dialog.tsx';

type Opened = { readonly kind: 'add' } | { readonly kind: 'edit' | 'test'; readonly endpointId: string };

/** The models that people of this project talk with. */
export function ModelsScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const models = useQuery(modelsQuery(projectId));
  const [opened, setOpened] = useState<Opened | null>(null);
  const close = () => setOpened(null);
  const find = (endpoints: readonly ModelEndpoint[]) =>
    endpoints.find(
      (each) => opened !== null && 'endpointId' in opened && each.endpointId === opened.endpointId,
    );
  const add = (
    <Button variant="primary" icon={<Plus />} onClick={() => setOpened({ kind: 'add' })}>
      {say('Add a model')}
    </Button>
  );
  return (
    <Page>
      <PageHeader
        title={say('Models')}
        summary={say('Any OpenAI-compatible endpoint. Annotators never see which model is which.')}
        actions={add}
      />
      <Loaded from={models} title={say('Models could not be loaded')}>
        {({ endpoints }) => {
          const endpoint = find(endpoints);
          return (
            <>
              <ModelsTable
                projectId={projectId}
                endpoints={endpoints}
                empty={
                  <EmptyState title={say('No models yet')} action={add}>
                    {say('A live chat needs as many models as its rubric asks for.')}
                  </EmptyState>
                }
                onEdit={({ endpointId }) => setOpened({ kind: 'edit', endpointId })}
                onTest={({ endpointId }) => setOpened({ kind: 'test', endpointId })}
              />
              {opened?.kind === 'add' && (
                <ModelDialog projectId={projectId} endpoint={null} onClose={close} />
              )}
              {opened?.kind === 'edit' && endpoint && (
                <ModelDialog projectId={projectId} endpoint={endpoint} onClose={close} />
              )}
              {opened?.kind === 'test' && endpoint && (
                <TestDialog projectId={projectId} endpoint={endpoint} onClose={close} />
              )}
            </>
          );
        }}
      </Loaded>
    </Page>
  );
}
