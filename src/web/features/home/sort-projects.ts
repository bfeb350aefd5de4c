import type { Project } from '#contract/projects.ts';
import type { Action } from '#domain/access/can.ts';
import type { ProjectRole } from '#domain/access/roles.ts';

type May = (action: Action, roles?: readonly ProjectRole[]) => boolean;

const stateOrder: Readonly<Record<Project['state'], number>> = { open: 0, paused: 1, draft: 2, closed: 3 };

/** What this person judges and what they look after; open ones first, newest first within a state. */
export function sortProjects(projects: readonly Project[], may: May) {
  const sorted = projects.toSorted(
    (a, b) => stateOrder[a.state] - stateOrder[b.state] || b.createdAt.localeCompare(a.createdAt),
  );
  const toJudge = sorted.filter((project) => may('judge', project.roles) && project.state !== 'draft');
  const toLookAfter = sorted.filter((project) => may('see_results', project.roles));
  return { toJudge, toLookAfter };
}
