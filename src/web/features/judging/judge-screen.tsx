import { useNavigate, useParams } from '@tanstack/react-router';
import type { Project } from '#contract/projects.ts';
import { useDevice } from '#web/session/device/use-device.ts';
import { useProject } from '#web/session/use-project.ts';
import { useSession } from '#web/session/use-session.ts';
import { JudgeDesk } from './judge-desk.tsx';

function OpenDesk({ project }: { readonly project: Project }) {
  const { person, preferences } = useSession();
  const device = useDevice(person.id);
  const navigate = useNavigate();
  return (
    <JudgeDesk
      key={`${project.id} ${person.id}`}
      project={project}
      personId={person.id}
      device={device}
      preferences={preferences}
      onLeave={() => void navigate({ to: '/' })}
    />
  );
}

/** Where people judge: one task after the other, by keyboard. */
export function JudgeScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/judge' });
  return <OpenDesk project={useProject(projectId)} />;
}
