import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import { projectsQuery } from '#web/session/use-project.ts';
import { useCan } from '#web/session/use-session.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Page, PageHeader } from '#web/ui/page-header.tsx';
import { Section } from '#web/ui/section.tsx';
import { JudgingRow } from './judging-row.tsx';
import { ProjectRow } from './project-row.tsx';
import styles from './rows.module.css';
import { sortProjects } from './sort-projects.ts';

/** Where a day begins: what there is to judge, and the projects that one looks after. */
export function HomeScreen() {
  const { data } = useSuspenseQuery(projectsQuery);
  const can = useCan();
  const { toJudge, toLookAfter } = sortProjects(data.projects, can);
  const mayCreate = can('create_project');
  const create = (primary: boolean) => (
    <Link to="/projects/new" className={buttonClass({ variant: primary ? 'primary' : 'plain' })}>
      <Plus aria-hidden="true" />
      New project
    </Link>
  );
  if (data.projects.length === 0) {
    return (
      <Page>
        <EmptyState
          title={mayCreate ? 'No projects yet' : 'You are on no project yet'}
          action={mayCreate && create(true)}
        >
          {mayCreate
            ? 'A project holds a rubric, guidelines and the items to judge. Templates give you a start.'
            : 'A lead puts you on a project, or sends you an invitation link. It then appears here.'}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title={toJudge.length > 0 ? 'Your work' : 'Projects'}
        actions={mayCreate ? create(false) : undefined}
      />
      {toJudge.length > 0 && (
        <Section title="To judge">
          <ul className={styles.rows}>
            {toJudge.map((project, index) => (
              <JudgingRow key={project.id} project={project} first={index === 0} />
            ))}
          </ul>
        </Section>
      )}
      {toLookAfter.length > 0 && (
        <Section title={toJudge.length > 0 ? 'Projects' : 'All projects'}>
          <ul className={styles.rows}>
            {toLookAfter.map((project) => (
              <ProjectRow key={project.id} project={project} />
            ))}
          </ul>
        </Section>
      )}
    </Page>
  );
}
