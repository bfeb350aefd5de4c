import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useParams } from '@tanstack/react-router';
import { useReducer } from 'react';
import { startExport } from '#contract/exports.ts';
import { formatDescriptions } from '#domain/exports/export-format.ts';
import { say, sayKnown } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { useProject } from '#web/session/use-project.ts';
import { Button } from '#web/ui/button.tsx';
import { CopyField } from '#web/ui/copy-field.tsx';
import { errorText } from '#web/ui/error-state.tsx';
import { Loaded } from '#web/ui/loaded.tsx';
import { Notice } from '#web/ui/notice.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { rubricVersionQuery } from './exports-queries.ts';
import { exportCommand } from './recipe/export-command.ts';
import { PreviewPart } from './recipe/preview-part.tsx';
import { firstRecipe, nextRecipe, type Recipe } from './recipe/recipe.ts';
import { RecipeSentence } from './recipe/recipe-sentence.tsx';
import { RunEntry } from './runs/run-entry.tsx';
import styles from './runs/runs.module.css';
import { acceptRun, useExports } from './runs/use-exports.ts';

function useStartExport(projectId: string, recipe: Recipe) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: () => api.call(startExport, { params: { projectId }, body: recipe }),
    onSuccess: (run) => acceptRun(client, projectId, run),
  });
}

type Runs = ReturnType<typeof useExports>;

/** What was started last, near the button; its files are what people come back for. */
function LatestExport({ projectId, exports }: { readonly projectId: string; readonly exports: Runs }) {
  return (
    <Section title={say('Latest export')}>
      <Loaded from={exports} title={say('Exports could not be loaded')}>
        {({ exports: [latest] }) =>
          latest === undefined ? (
            <p>
              {say('None yet. An export goes on when you leave this page; its files are then found here.')}
            </p>
          ) : (
            <ol className={styles.runs}>
              <RunEntry key={latest.id} projectId={projectId} run={latest} isFirst />
            </ol>
          )
        }
      </Loaded>
    </Section>
  );
}

function EarlierExports({ projectId, exports }: { readonly projectId: string; readonly exports: Runs }) {
  const earlier = exports.data?.exports.slice(1) ?? [];
  if (earlier.length === 0) return null;
  return (
    <Section title={say('Earlier exports')}>
      <ol className={styles.runs}>
        {earlier.map((run) => (
          <RunEntry key={run.id} projectId={projectId} run={run} isFirst={false} />
        ))}
      </ol>
    </Section>
  );
}

/** Makes training data of judgments: a sentence says how, rows show what comes of it, and the files follow. */
export function ExportScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/export' });
  const project = useProject(projectId);
  const [recipe, tell] = useReducer(nextRecipe, firstRecipe);
  const rubric = useQuery(rubricVersionQuery(projectId, project.rubricVersion)).data?.rubric;
  const exports = useExports(projectId);
  const start = useStartExport(projectId, recipe);
  return (
    <Page>
      <PageHeader title={say('Export')} summary={sayKnown(formatDescriptions[recipe.format].summary)} />
      <div className={styles.recipe}>
        <Stack gap={4}>
          <RecipeSentence recipe={recipe} rubric={rubric} tell={tell} />
          <div>
            <Button variant="primary" busy={start.isPending} onClick={() => start.mutate()}>
              {say('Export')}
            </Button>
          </div>
          {start.error && <Notice tone="bad">{errorText(start.error)}</Notice>}
          <CopyField
            label={say('The same on the command line')}
            value={exportCommand(recipe, project.name)}
          />
        </Stack>
      </div>
      <LatestExport projectId={projectId} exports={exports} />
      <PreviewPart projectId={projectId} recipe={recipe} />
      <EarlierExports projectId={projectId} exports={exports} />
    </Page>
  );
}
