import { Link } from '@tanstack/react-router';
import type { Project } from '#contract/projects.ts';
import { say } from '#web/messages/say.ts';
import { nameState } from '#web/session/state-names.ts';
import { formatShare } from '#web/ui/format-number.ts';
import { ProgressLine } from '#web/ui/progress-line.tsx';
import { Tag } from '#web/ui/tag.tsx';
import styles from './rows.module.css';

/** One project with how far it is; the whole row leads there. */
export function ProjectRow({ project }: { readonly project: Project }) {
  const { itemsTotal, itemsDone } = project;
  return (
    <li className={styles.row} data-link="">
      <div className={styles.words}>
        <p className={styles.title} dir="auto">
          <Link to="/projects/$projectId" params={{ projectId: project.id }} className={styles.name}>
            {project.name}
          </Link>
        </p>
        <p className={styles.figures}>
          <span>
            {say('{judgments, plural, one {# judgment} other {# judgments}}', {
              judgments: project.judgmentsTotal,
            })}
          </span>
          <span>
            {say('{overlap, plural, one {one person} other {# people}} an item', {
              overlap: project.overlap,
            })}
          </span>
          <span>{say('rubric v{version}', { version: project.rubricVersion })}</span>
        </p>
      </div>
      <div className={styles.progress}>
        {itemsTotal === 0 ? (
          <span className={styles.share}>{say('No items yet')}</span>
        ) : (
          <>
            <ProgressLine
              label={say('Items of {name} that are done', { name: project.name })}
              value={itemsDone}
              max={itemsTotal}
            />
            <span className={styles.share}>
              {formatShare(itemsDone / itemsTotal)} ·{' '}
              {say('{done, number} of {total, plural, one {# item} other {# items}} done', {
                done: itemsDone,
                total: itemsTotal,
              })}
            </span>
          </>
        )}
      </div>
      <div className={styles.act}>
        <Tag tone={project.state === 'open' ? 'good' : project.state === 'paused' ? 'warn' : 'neutral'}>
          {nameState(project.state)}
        </Tag>
      </div>
    </li>
  );
}
