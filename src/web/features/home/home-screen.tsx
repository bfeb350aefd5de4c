import { useSuspenseQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Plus } from 'lucide-react';
import type { ReactNode } from 'react';
import { say } from '#web/messages/say.ts';
import type { DeviceStore } from '#web/session/device/device-store.ts';
import { countUnsent } from '#web/session/device/unsent.ts';
import { useDevice, useDeviceState } from '#web/session/device/use-device.ts';
import { DeviceNotice } from '#web/session/device-notice.tsx';
import { useIsOffline } from '#web/session/reachability.ts';
import { projectsQuery } from '#web/session/use-project.ts';
import { useCan, useSession } from '#web/session/use-session.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { EmptyState } from '#web/ui/empty-state.tsx';
import { Notice } from '#web/ui/notice.tsx';
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
  const device = useDevice(useSession().person.id);
  const { toJudge, toLookAfter } = sortProjects(data.projects, can);
  // Where something was begun, or else what stands first.
  const first = toJudge.find(({ id }) => countUnsent(device, id).drafts > 0) ?? toJudge[0];
  const mayCreate = can('create_project');
  const create = (primary: boolean) => (
    <Link to="/projects/new" className={buttonClass({ variant: primary ? 'primary' : 'plain' })}>
      <Plus aria-hidden="true" />
      {say('New project')}
    </Link>
  );
  if (data.projects.length === 0) {
    return (
      <Page>
        <EmptyState
          title={mayCreate ? say('No projects yet') : say('You are on no project yet')}
          action={mayCreate && create(true)}
        >
          {mayCreate
            ? say('A project holds a rubric, guidelines and the items to judge. Templates give you a start.')
            : say('A lead puts you on a project, or sends you an invitation link. It then appears here.')}
        </EmptyState>
      </Page>
    );
  }
  return (
    <Page>
      <PageHeader
        title={toJudge.length > 0 ? say('Your work') : say('Projects')}
        actions={mayCreate ? create(false) : undefined}
      />
      <HomeNotices device={device} />
      <Lists
        titled={toJudge.length > 0 && toLookAfter.length > 0}
        toJudge={toJudge.map((project) => (
          <JudgingRow key={project.id} project={project} device={device} first={project === first} />
        ))}
        toLookAfter={toLookAfter.map((project) => <ProjectRow key={project.id} project={project} />)}
      />
    </Page>
  );
}

/** What stands in the way of today's work, if anything does. */
function HomeNotices({ device }: { readonly device: DeviceStore }) {
  const state = useDeviceState(device);
  const isOffline = useIsOffline();
  return (
    <div className={styles.notices}>
      {isOffline && (
        <Notice tone="warn" title={say('You are offline')}>
          {say(
            'You can go on with the tasks in hand. What you judge is kept on this device and sent when the network is back.',
          )}
        </Notice>
      )}
      <DeviceNotice device={state} />
    </div>
  );
}

interface ListsProps {
  /** Headings are needed only where there are two lists. */
  readonly titled: boolean;
  readonly toJudge: readonly ReactNode[];
  readonly toLookAfter: readonly ReactNode[];
}

function Lists({ titled, toJudge, toLookAfter }: ListsProps) {
  if (!titled) return <ul className={styles.rows}>{[...toJudge, ...toLookAfter]}</ul>;
  return (
    <>
      <Section title={say('To judge')}>
        <ul className={styles.rows}>{toJudge}</ul>
      </Section>
      <Section title={say('Projects')}>
        <ul className={styles.rows}>{toLookAfter}</ul>
      </Section>
    </>
  );
}
