import { Link, Outlet, useLocation, useParams } from '@tanstack/react-router';
import { say } from '#web/messages/say.ts';
import { useProject } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page } from '#web/ui/page-header.tsx';
import { TabLinks, tabClass } from '#web/ui/tabs.tsx';
import { projectPages } from './project-pages.ts';
import styles from './project-screen.module.css';

/** The tabs of a project above the page that is open. */
export function ProjectScreen() {
  const { projectId } = useParams({ from: '/shell/projects/$projectId' });
  const project = useProject(projectId);
  const can = useCan();
  const path = useLocation({ select: (location) => location.pathname });
  const pages = projectPages.filter((page) => can(page.needs, project.roles));
  const isOpen = (page: { to: string }) => path.startsWith(page.to.replace('$projectId', projectId));
  const forbidden = projectPages.some(isOpen) && !pages.some(isOpen);
  return (
    <>
      <div className={styles.tabs}>
        <TabLinks label={say('Pages of {name}', { name: project.name })}>
          {pages.map((page) => (
            <Link key={page.to} to={page.to} params={{ projectId }} className={tabClass}>
              {say(page.label)}
            </Link>
          ))}
        </TabLinks>
        {can('judge', project.roles) && project.state === 'open' && (
          <Link
            to="/projects/$projectId/judge"
            params={{ projectId }}
            className={buttonClass({ variant: 'primary', size: 'small' })}
          >
            {say('Judge')}
          </Link>
        )}
      </div>
      {forbidden ? (
        <Page>
          <EmptyState title={say('Your role in this project does not include this page')}>
            {say('A lead of {name} can change that under People.', { name: project.name })}
          </EmptyState>
        </Page>
      ) : (
        <Outlet />
      )}
    </>
  );
}
