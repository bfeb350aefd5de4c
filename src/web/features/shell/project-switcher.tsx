import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams } from '@tanstack/react-router';
import { ChevronsUpDown, Plus } from 'lucide-react';
import { say } from '#web/messages/say.ts';
import { nameState } from '#web/session/state-names.ts';
import { projectsQuery } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { Menu } from '#web/ui/menu.tsx';
import styles from './top-bar.module.css';

/** Names the project of the page and leads to the others. */
export function ProjectSwitcher() {
  const { projectId } = useParams({ strict: false });
  const { data } = useQuery(projectsQuery);
  const navigate = useNavigate();
  const can = useCan();
  const projects = data?.projects ?? [];
  const current = projects.find(({ id }) => id === projectId);
  if (projects.length === 0) return null;
  const goTo = projects.map((project) => ({
    label: project.name,
    current: project.id === projectId,
    hint: project.state === 'open' ? undefined : nameState(project.state),
    onSelect: () => void navigate({ to: '/projects/$projectId', params: { projectId: project.id } }),
  }));
  const make = can('create_project')
    ? [{ label: say('New project'), icon: <Plus />, onSelect: () => void navigate({ to: '/projects/new' }) }]
    : [];
  return (
    <Menu
      align="start"
      groups={[goTo, make]}
      trigger={
        <button type="button" className={styles.switcher}>
          <span dir="auto">{current?.name ?? say('Projects')}</span>
          <span className="visually-hidden">: {say('choose another')}</span>
          <ChevronsUpDown aria-hidden="true" />
        </button>
      }
    />
  );
}
