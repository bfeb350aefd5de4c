import { queryOptions, useSuspenseQuery } from '@tanstack/react-query';
import { listProjects, type Project, readProject } from '#contract/projects.ts';
import { api } from './api.ts';
import { askOrRemember } from './device/remembered-answer.ts';

export const projectsQuery = queryOptions({
  queryKey: ['projects'],
  queryFn: ({ signal }) =>
    askOrRemember({
      name: 'projects',
      schema: listProjects.response,
      ask: () => api.call(listProjects, { signal }),
    }),
});

export function projectQuery(projectId: string) {
  return queryOptions({
    queryKey: ['project', projectId],
    queryFn: ({ signal }) =>
      askOrRemember({
        name: `project/${projectId}`,
        schema: readProject.response,
        ask: () => api.call(readProject, { params: { projectId }, signal }),
      }),
  });
}

/** The project of the page; waits until it is there. */
export function useProject(projectId: string): Project {
  return useSuspenseQuery(projectQuery(projectId)).data;
}
