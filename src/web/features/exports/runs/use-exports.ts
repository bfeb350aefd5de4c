import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import { type ExportRun, exportRun } from '#contract/exports.ts';
import { exportsQuery } from '#web/features/exports/exports-queries.ts';
import { useProjectEvents } from '#web/session/use-project-events.ts';

/** Puts what is newly known of an export into the list; newest stays first. */
export function withRun(runs: readonly ExportRun[], changed: ExportRun): ExportRun[] {
  return runs.some(({ id }) => id === changed.id)
    ? runs.map((run) => (run.id === changed.id ? changed : run))
    : [changed, ...runs];
}

/** Shows a changed export at once. */
export function acceptRun(client: QueryClient, projectId: string, run: ExportRun): void {
  client.setQueryData(exportsQuery(projectId).queryKey, (list) =>
    list ? { exports: withRun(list.exports, run) } : list,
  );
}

/** The exports of a project, followed while they run. */
export function useExports(projectId: string) {
  const client = useQueryClient();
  useProjectEvents(projectId, (name, data) => {
    if (name !== 'export') return;
    const run = exportRun.safeParse(data);
    if (run.success) acceptRun(client, projectId, run.data);
    else void client.invalidateQueries({ queryKey: exportsQuery(projectId).queryKey });
  });
  return useQuery(exportsQuery(projectId));
}
