import { Link } from '@tanstack/react-router';
import type { Project } from '#contract/projects.ts';
import { countOf, formatCount, formatShare } from '#web/ui/format-number.ts';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './rows.module.css';
import { stateWords } from './sort-projects.ts';

/** One project with how far it is; the whole row leads there. */
export function ProjectRow({ project }: { readonly project: Project }) {
  const { itemsTotal, itemsDone } = project;
  return (
    <li className={styles.row} data-link="">
      <div className={styles.words}>
        <p className={styles.title}>
          <Link to="/projects/$projectId" params={{ projectId: project.id }} className={styles.name}>
            {project.name}
          </Link>
        </p>
        <p className={styles.figures}>
          <span>{countOf(project.judgmentsTotal, 'judgment')}</span>
          <span>{project.overlap === 1 ? 'one person an item' : `${project.overlap} people an item`}</span>
          <span>rubric v{project.rubricVersion}</span>
        </p>
      </div>
      <div className={styles.progress}>
        {itemsTotal === 0 ? (
          <span className={styles.share}>No items yet</span>
        ) : (
          <>
            <ProgressLine
              label={`Items of ${project.name} that are done`}
              value={itemsDone}
              max={itemsTotal}
            />
            <span className={styles.share}>
              {formatShare(itemsDone / itemsTotal)} · {formatCount(itemsDone)} of {formatCount(itemsTotal)}{' '}
              items
            </span>
          </>
        )}
      </div>
      <div className={styles.act}>
        <Tag tone={project.state === 'open' ? 'good' : project.state === 'paused' ? 'warn' : 'neutral'}>
          {stateWords[project.state]}
        </Tag>
      </div>
    </li>
  );
}
