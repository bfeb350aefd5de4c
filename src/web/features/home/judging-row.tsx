import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listOwnJudgments } from '#contract/judging.ts';
import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { api } from '#web/session/api.ts';
import { nameState } from '#web/session/state-names.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { formatDuration } from '#web/ui/format-number.ts';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './rows.module.css';

function useOwnProgress(projectId: string) {
  const { data } = useQuery({
    queryKey: ['own-progress', projectId],
    queryFn: ({ signal }) =>
      api.call(listOwnJudgments, { params: { projectId }, query: { limit: 1 }, signal }),
  });
  return data?.progress;
}

/** One project to judge, with today's figures and the way in. */
export function JudgingRow({ project, first }: { readonly project: Project; readonly first: boolean }) {
  const own = useOwnProgress(project.id);
  const complete = project.itemsTotal > 0 && project.itemsDone >= project.itemsTotal;
  const params = { projectId: project.id };
  const begin = own && own.doneToday > 0 ? say('Go on judging') : say('Start judging');
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.title}>{project.name}</p>
        {project.description !== '' && <p className={styles.description}>{project.description}</p>}
        <p className={styles.figures}>
          {own ? (
            <>
              <span>{say('{count, number} today', { count: own.doneToday })}</span>
              {own.medianActiveMs !== null && (
                <span>{say('{time} median', { time: formatDuration(own.medianActiveMs) })}</span>
              )}
              <span>{say('{count, number} in all', { count: own.doneTotal })}</span>
            </>
          ) : (
            <span>&nbsp;</span>
          )}
        </p>
      </div>
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
      <div className={styles.act}>
        {project.state !== 'open' && <Tag>{nameState(project.state)}</Tag>}
        {project.state === 'open' && complete && <Tag tone="good">{say('All done')}</Tag>}
        {project.state === 'open' && !complete && (
          <Link
            to="/projects/$projectId/judge"
            params={params}
            className={buttonClass({ variant: first ? 'primary' : 'plain', size: 'large' })}
          >
            {begin}
          </Link>
        )}
      </div>
    </li>
  );
}
