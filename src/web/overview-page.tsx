import { useParams } from '@tanstack/react-router';
import { SetupChecklist } from '#web/features/projects/setup-checklist.tsx';
import { isBeingSetUp } from '#web/features/projects/setup-steps.ts';
import { OverviewScreen } from '#web/features/results/overview-screen.tsx';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';

/** The front door of a project: the way to the first judgment while a lead sets it up, then the overview. */
export function OverviewPage() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const project = useProject(projectId);
  const can = useCan();
  const isForLead = can('manage_project', project.roles) && isBeingSetUp(project);
  return isForLead ? <SetupChecklist project={project} /> : <OverviewScreen />;
}
