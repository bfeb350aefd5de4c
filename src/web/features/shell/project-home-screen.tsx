import { Navigate, useParams } from '@tanstack/react-router';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';

/** Leads a person to the first page of the project that their role has. */
export function ProjectHomeScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const project = useProject(projectId);
  const can = useCan();
  const to = can('see_results', project.roles)
    ? '/projects/$projectId/overview'
    : '/projects/$projectId/guidelines';
  return <Navigate to={to} params={{ projectId }} replace />;
}
