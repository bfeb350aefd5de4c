import { useParams } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { DecidePart } from './choices/decide-part.tsx';
import { RunEntry } from './runs/run-entry.tsx';
import styles from './runs/runs.module.css';
import { useImports } from './runs/use-imports.ts';
import { FileDrop } from './uploading/file-drop.tsx';
import { LeaveGuard } from './uploading/leave-guard.tsx';
import { UploadProgress } from './uploading/upload-progress.tsx';
import { useImportFlow } from './uploading/use-import-flow.ts';

function PastImports({ projectId }: { readonly projectId: string }) {
  const imports = useImports(projectId);
  return (
    <Section title={say('Imports')}>
      <Loaded from={imports} title={say('Imports could not be loaded')}>
        {({ imports: runs }) =>
          runs.length === 0 ? (
            <EmptyState title={say('Nothing imported yet')}>
              {say('Imports go on when you leave this page, and are listed here.')}
            </EmptyState>
          ) : (
            <ol className={styles.runs}>
              {runs.map((run) => (
                <RunEntry key={run.id} projectId={projectId} run={run} />
              ))}
            </ol>
          )
        }
      </Loaded>
    </Section>
  );
}

/** Brings a file into the project: send it, look at what it holds, start, and see what came of it. */
export function ImportScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/import' });
  const { flow, tell, choose, stop } = useImportFlow(projectId);
  return (
    <Page>
      <PageHeader
        title={say('Import')}
        summary={say('Bad rows never stop the rest, and importing a file twice adds nothing.')}
      />
      {flow.step === 'choose' && (
        <div className={styles.file}>
          <Stack gap={3}>
            {flow.problem !== undefined && <Notice tone="bad">{flow.problem}</Notice>}
            <FileDrop onFile={choose} />
          </Stack>
        </div>
      )}
      {flow.step === 'uploading' && (
        <div className={styles.file}>
          <UploadProgress flow={flow} onStop={stop} />
          <LeaveGuard onLeave={stop} />
        </div>
      )}
      {flow.step === 'decide' && (
        <DecidePart key={flow.uploadId} projectId={projectId} flow={flow} tell={tell} />
      )}
      <PastImports projectId={projectId} />
    </Page>
  );
}
