import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { readOwnDay } from '#contract/judging.ts';
import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import type { DeviceStore } from '#web/session/device/device-store.ts';
import { type Unsent, useUnsent } from '#web/session/device/unsent.ts';
import { startOfToday } from '#web/session/start-of-today.ts';
import { nameState } from '#web/session/state-names.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { Tag } from '#web/ui/tag.tsx';
import { type OwnDay, OwnFigures } from './own-figures.tsx';
import { ReturnedLine } from './returned-line.tsx';
import styles from './rows.module.css';
import { StandingLine } from './standing-line.tsx';

function useOwnDay(projectId: string): OwnDay | undefined {
  const dayStartedAt = startOfToday();
  const { data } = useQuery({
    queryKey: ['own-day', projectId, dayStartedAt],
    queryFn: ({ signal }) => api.call(readOwnDay, { params: { projectId }, query: { dayStartedAt }, signal }),
  });
  return data;
}

function beginLabel(unsent: Unsent, day: OwnDay | undefined): string {
  if (unsent.drafts > 0) return say('Go on where you stopped');
  return day !== undefined && day.doneToday > 0 ? say('Go on judging') : say('Start judging');
}

function ItemsDone({ project }: { readonly project: Project }) {
  return (
    <div className={styles.progress}>
      <ProgressLine
        label={say('Items of {name} that are done', { name: project.name })}
        value={project.itemsDone}
        max={project.itemsTotal}
      />
      <span className={styles.share}>
        {say('{done, number} of {total, plural, one {# item} other {# items}} done', {
          done: project.itemsDone,
          total: project.itemsTotal,
        })}
      </span>
    </div>
  );
}

interface JudgingRowProps {
  readonly project: Project;
  readonly device: DeviceStore;
  readonly first: boolean;
}

/** One project to judge, with today's figures, what waits on this device, and the way in. */
export function JudgingRow({ project, device, first }: JudgingRowProps) {
  const day = useOwnDay(project.id);
  const unsent = useUnsent(device, project.id);
  const complete = project.itemsTotal > 0 && project.itemsDone >= project.itemsTotal;
  // What was begun can be finished, and what waits can be seen, also once there is nothing new to judge.
  const mayEnter =
    project.state === 'open' &&
    (!complete || unsent.drafts + unsent.waiting + unsent.flags + unsent.refused > 0);
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          {project.name}
        </p>
        {project.description !== '' && (
          <p className={styles.description} dir="auto">
            {project.description}
          </p>
        )}
        <OwnFigures day={day} unsent={unsent} />
        {project.annotatorSees !== 'nothing' && day !== undefined && day.doneTotal > 0 && (
          <Link to="/projects/$projectId/my-work" params={{ projectId: project.id }} className={styles.own}>
            {say('How you work')}
          </Link>
        )}
        <ReturnedLine projectId={project.id} />
        <StandingLine projectId={project.id} />
      </div>
      <ItemsDone project={project} />
      <div className={styles.act}>
        {project.state !== 'open' && <Tag>{nameState(project.state)}</Tag>}
        {project.state === 'open' && !mayEnter && <Tag tone="good">{say('All done')}</Tag>}
        {mayEnter && (
          <Link
            to="/projects/$projectId/judge"
            params={{ projectId: project.id }}
            className={buttonClass({ variant: first ? 'primary' : 'plain', size: 'large' })}
          >
            {beginLabel(unsent, day)}
          </Link>
        )}
      </div>
    </li>
  );
}
