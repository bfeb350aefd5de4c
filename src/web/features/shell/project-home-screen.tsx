import { useParams } from '@tanstack/react-router';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { Redirect } from '#web/ui/redirect.tsx';

/** Leads a person to the first page of the project that their role has. */
export function ProjectHomeScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const project = useProject(projectId);
  const can = useCan();
  const page = can('see_results', project.roles) ? 'overview' : 'guidelines';
  return <Redirect to={`/projects/${projectId}/${page}`} />;
}
