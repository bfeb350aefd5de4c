import type { Project } from '#contract/projects.ts';

export interface SetUpStep {
  readonly key: 'import' | 'invite' | 'open';
  readonly done: boolean;
}

/** What is left before people can judge; undefined once the project has been opened and holds items. */
export function listSetUpSteps(
  project: Pick<Project, 'itemsTotal' | 'state'>,
  annotators: number,
): readonly SetUpStep[] | undefined {
  if (project.itemsTotal > 0 && project.state !== 'draft') return undefined;
  return [
    { key: 'import', done: project.itemsTotal > 0 },
    { key: 'invite', done: annotators > 0 },
    { key: 'open', done: project.state === 'open' },
  ];
}
