import { useEffect, useRef } from 'react';
import type { ScaleValue } from '#domain/judging/answers.ts';
import { letterAt } from '#domain/judging/display-order.ts';
import { isAsked } from '#domain/judging/is-asked.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { isSameControl } from '#web/features/judging/desk/control-id.ts';
import { readControlValue } from '#web/features/judging/desk/control-values.ts';
import type { DockProps } from '#web/features/judging/view/dock-props.ts';
import { say } from '#web/messages/say.ts';
import { shortValue, spokenValue } from './short-value.ts';
import { ValueControl } from './value-control.tsx';
import styles from './value-matrix.module.css';

interface Cell {
  readonly kind: 'response';
  readonly criterionKey: string;
  readonly responseId: string;
}

interface MatrixProps extends DockProps {
  readonly criteria: readonly Criterion[];
}

/** The cell whose control is open: the active one, else the first that is still empty. */
function findOpen({ criteria, responseIds, desk, rubric }: MatrixProps): Cell | undefined {
  const { active, answers } = desk;
  const cells = criteria.flatMap((criterion) =>
    responseIds.flatMap((responseId): Cell[] =>
      isAsked(criterion, { rubric, answers, unitId: responseId })
        ? [{ kind: 'response', criterionKey: criterion.key, responseId }]
        : [],
    ),
  );
  return (
    cells.find((cell) => isSameControl(cell, active)) ??
    cells.find((cell) => readControlValue(answers, cell) === undefined) ??
    cells[0]
  );
}

interface CellProps extends DockProps {
  readonly criterion: Criterion;
  readonly cell: Cell;
  readonly letter: string;
  readonly isOpen: boolean;
}

function CellButton({ criterion, cell, letter, isOpen, desk, rubric, onAct }: CellProps) {
  const value: ScaleValue | undefined = readControlValue(desk.answers, cell);
  if (!isAsked(criterion, { rubric, answers: desk.answers, unitId: cell.responseId }))
    return <span className={styles.none} />;
  const name = say('{criterion}, response {letter}', { criterion: criterion.label, letter });
  return (
    <button
      type="button"
      className={styles.cell}
      tabIndex={-1}
      aria-label={`${name}: ${spokenValue(criterion, value)}`}
      aria-current={isOpen || undefined}
      data-answered={value !== undefined || undefined}
      data-missing={isSameControl(desk.missing, cell) || undefined}
      onPointerDown={(event) => event.preventDefault()}
      onClick={() => onAct({ kind: 'activate', control: cell })}
    >
      {shortValue(criterion, value)}
    </button>
  );
}

/** Keeps the line of the open cell in sight. */
function useInSight(isActive: boolean, cell: string | undefined) {
  const line = useRef<HTMLDivElement>(null);
  // Synchronises the scroll position of the dock with the cell that keys speak to.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another cell of the same line may be out of sight too
  useEffect(() => {
    if (isActive) line.current?.scrollIntoView?.({ block: 'nearest' });
  }, [isActive, cell]);
  return line;
}

function Line({ criterion, open, ...dock }: DockProps & { criterion: Criterion; open: Cell | undefined }) {
  const isActive = dock.desk.active?.kind === 'response' && dock.desk.active.criterionKey === criterion.key;
  const line = useInSight(isActive, open?.responseId);
  return (
    <div ref={line} className={styles.line} data-active={isActive || undefined}>
      <span className={styles.label}>{criterion.label}</span>
      {dock.responseIds.map((responseId, index) => {
        const cell = { kind: 'response', criterionKey: criterion.key, responseId } as const;
        return (
          <CellButton
            key={letterAt(index)}
            {...dock}
            criterion={criterion}
            cell={cell}
            letter={letterAt(index)}
            isOpen={isSameControl(open ?? null, cell)}
          />
        );
      })}
    </div>
  );
}

/**
 * Criteria asked of many responses: a table of short values, and one control for the cell that is open. It stands above
 * the table, always in the same place.
 */
export function ValueMatrix({ criteria, ...dock }: MatrixProps) {
  const open = findOpen({ criteria, ...dock });
  const criterion = criteria.find(({ key }) => key === open?.criterionKey);
  const isActive = open !== undefined && isSameControl(open, dock.desk.active);
  const letter = open === undefined ? '' : letterAt(dock.responseIds.indexOf(open.responseId));
  return (
    <div
      className={styles.matrix}
      data-active={isActive || undefined}
      style={{ '--responses': dock.responseIds.length } as React.CSSProperties}
    >
      {open !== undefined && criterion !== undefined && (
        <div className={styles.open} data-active={isActive || undefined}>
          <span className={styles.of}>
            {say('{criterion} · {letter}', { criterion: criterion.label, letter })}
          </span>
          <ValueControl
            {...dock}
            criterion={criterion}
            control={open}
            name={say('{criterion}, response {letter}', { criterion: criterion.label, letter })}
          />
        </div>
      )}
      <div className={styles.table}>
        <div className={styles.line} aria-hidden="true">
          <span />
          {dock.responseIds.map((_, index) => (
            <span key={letterAt(index)} className={styles.letter}>
              {letterAt(index)}
            </span>
          ))}
        </div>
        {criteria.map((each) => (
          <Line key={each.key} {...dock} criterion={each} open={open} />
        ))}
      </div>
    </div>
  );
}
