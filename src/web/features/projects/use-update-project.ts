import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type Project, updateProject } from '#contract/projects.ts';
import { api } from '#web/session/api.ts';
import { projectQuery, projectsQuery } from '#web/session/use-project.ts';

export type ProjectPatch = Partial<
  Pick<
    Project,
    | 'name'
    | 'description'
    | 'instructions'
    | 'overlap'
    | 'leaseMs'
    | 'amendWindowMs'
    | 'targetPerDay'
    | 'flagPolicy'
    | 'annotatorSees'
    | 'state'
  >
>;

/** Changes a project as it was seen; where somebody else was faster, the newer one is read and the change refused. */
export function useUpdateProject(project: Project) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (patch: ProjectPatch) =>
      api.call(updateProject, {
        params: { projectId: project.id },
        body: { revision: project.revision, ...patch },
      }),
    onSuccess: (changed) => {
      queries.setQueryData(projectQuery(project.id).queryKey, changed);
      void queries.invalidateQueries(projectsQuery);
    },
    onError: () => void queries.invalidateQueries(projectQuery(project.id)),
  });
}
