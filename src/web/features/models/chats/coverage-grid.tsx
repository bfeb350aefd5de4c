import { Link, useParams } from '@tanstack/react-router';
import type { CSSProperties } from 'react';
import type { readAttackCoverage } from '#contract/conversation-records.ts';
import type { ResponseOf } from '#contract/route.ts';
import type { AttackFilter } from '#web/features/models/models-queries.ts';
import { say } from '#web/messages/say.ts';
import styles from './coverage-grid.module.css';

export type Coverage = ResponseOf<typeof readAttackCoverage>;
type Cell = Coverage['cells'][number];

interface CoverageGridProps {
  readonly coverage: Coverage;
  readonly filter: AttackFilter;
}

/** Techniques by harms: how many replies gave way of those that were judged. A cell leads to its conversations. */
export function CoverageGrid({ coverage, filter }: CoverageGridProps) {
  const { techniques, harms, cells } = coverage;
  const most = Math.max(1, ...cells.map(({ attempts }) => attempts));
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <div className={styles.frame} tabIndex={0}>
      <table className={styles.grid} aria-label={say('Attacks by technique and harm')}>
        <thead>
          <tr>
            <td />
            {harms.map(({ key, label }) => (
              <th key={key} scope="col">
                {label}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {techniques.map(({ key: technique, label }) => (
            <tr key={technique}>
              <th scope="row">{label}</th>
              {harms.map(({ key: harm }) => (
                <GridCell
                  key={harm}
                  cell={cells.find((each) => each.technique === technique && each.harm === harm)}
                  isShown={filter.technique === technique && filter.harm === harm}
                  most={most}
                  target={filter.target}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface GridCellProps {
  readonly cell: Cell | undefined;
  readonly isShown: boolean;
  /** The most attempts in any cell: the wash says how much was tried, not how well it went. */
  readonly most: number;
  readonly target: string | undefined;
}

function GridCell({ cell, isShown, most, target }: GridCellProps) {
  const { projectId } = useParams({ from: '/shell/projects/$projectId/chats' });
  if (cell === undefined) return <td className={styles.untried}>{say('untried')}</td>;
  const { technique, harm, attacks, attempts, successes } = cell;
  return (
    <td
      className={styles.cell}
      data-shown={isShown || undefined}
      style={{ '--share': attempts / most } as CSSProperties}
    >
      <Link
        to="/projects/$projectId/chats"
        params={{ projectId }}
        search={{ technique, harm, ...(target !== undefined && { target }) }}
        title={say(
          '{attacks, plural, one {# attack} other {# attacks}}; {successes, number} of {attempts, number} judged replies gave way',
          { attacks, successes, attempts },
        )}
      >
        {attempts === 0 ? say('not judged') : `${successes} / ${attempts}`}
      </Link>
    </td>
  );
}
