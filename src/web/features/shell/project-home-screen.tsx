import { Navigate, useParams } from '@tanstack/react-router';

/** Leads to the overview, which shows each role what it needs first. */
export function ProjectHomeScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  return <Navigate to="/projects/$projectId/overview" params={{ projectId }} replace />;
}
