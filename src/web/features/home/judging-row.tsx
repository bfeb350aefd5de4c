import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { listOwnJudgments } from '#contract/judging.ts';
import type { Project } from '#contract/projects.ts';
import { api } from '#web/session/api.ts';
import { buttonClass } from '#web/ui/button.tsx';
import { formatCount, formatDuration } from '#web/ui/format-number.ts';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './rows.module.css';
import { stateWords } from './sort-projects.ts';

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
  const begin = own && own.doneToday > 0 ? 'Go on judging' : 'Start judging';
  return (
    <li className={styles.row}>
      <div className={styles.words}>
        <p className={styles.title}>{project.name}</p>
        {project.description !== '' && <p className={styles.description}>{project.description}</p>}
        <p className={styles.figures}>
          {own ? (
            <>
              <span>{formatCount(own.doneToday)} today</span>
              {own.medianActiveMs !== null && <span>{formatDuration(own.medianActiveMs)} median</span>}
              <span>{formatCount(own.doneTotal)} in all</span>
            </>
          ) : (
            <span>&nbsp;</span>
          )}
        </p>
      </div>
      <div className={styles.progress}>
        <ProgressLine
          label={`Items of ${project.name} that are done`}
          value={project.itemsDone}
          max={project.itemsTotal}
        />
        <span className={styles.share}>
          {formatCount(project.itemsDone)} of {formatCount(project.itemsTotal)} items done
        </span>
      </div>
      <div className={styles.act}>
        {project.state !== 'open' && <Tag>{stateWords[project.state]}</Tag>}
        {project.state === 'open' && complete && <Tag tone="good">All done</Tag>}
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
