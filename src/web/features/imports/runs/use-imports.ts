import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ImportRun, importRun } from '#contract/imports.ts';
import { importsQuery, isUnderWay } from '#web/features/imports/imports-queries.ts';
import { useProjectEvents } from '#web/session/use-project-events.ts';

/** Puts what is newly known of an import into the list; newest stays first. */
export function withRun(runs: readonly ImportRun[], changed: ImportRun): ImportRun[] {
  return runs.some(({ id }) => id === changed.id)
    ? runs.map((run) => (run.id === changed.id ? changed : run))
    : [changed, ...runs];
}

/** Shows a changed import at once; what else hangs on it is read anew once it is over. */
export function acceptRun(client: QueryClient, projectId: string, run: ImportRun): void {
  client.setQueryData(importsQuery(projectId).queryKey, (list) =>
    list ? { imports: withRun(list.imports, run) } : list,
  );
  if (isUnderWay(run)) return;
  void client.invalidateQueries({ queryKey: ['project', projectId] });
  void client.invalidateQueries({ queryKey: ['results', projectId] });
}

/** The imports of a project, followed while they run. */
export function useImports(projectId: string) {
  const client = useQueryClient();
  useProjectEvents(projectId, (name, data) => {
    if (name !== 'import') return;
    const run = importRun.safeParse(data);
    if (run.success) acceptRun(client, projectId, run.data);
    else void client.invalidateQueries({ queryKey: importsQuery(projectId).queryKey });
  });
  return useQuery(importsQuery(projectId));
}
