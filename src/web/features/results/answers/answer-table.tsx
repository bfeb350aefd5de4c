import type { ReactNode } from 'react';
import type { Answers } from '#domain/judging/answers.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { ScaleMark } from '#web/ui/charts/scale-mark.tsx';
import { buildMatrix, isMade, type MatrixRow } from './answer-matrix.ts';
import styles from './answer-table.module.css';
import { type AnswerWords, describeConfidence, describeConflict } from './answer-words.ts';
import { renderMade } from './made-cell.tsx';
import type { ShownItem } from './shown-item.ts';

export interface AnswerColumn {
  readonly key: string;
  readonly head: ReactNode;
  readonly answers: Answers;
  readonly foot?: ReactNode;
}

interface AnswerTableProps {
  readonly label: string;
  readonly rubric: Rubric;
  readonly columns: readonly AnswerColumn[];
  readonly item: ShownItem;
}

interface CellProps {
  readonly words: AnswerWords | undefined;
  readonly row: MatrixRow;
  readonly answers: Answers;
  readonly item: ShownItem;
}

function Cell({ words, row, answers, item }: CellProps) {
  const { criterion, ends } = row;
  const made =
    words === undefined && isMade(criterion) ? renderMade({ answers, criterion, item }) : undefined;
  if (made !== undefined) return made;
  if (words === undefined) return <span className={styles.none}>–</span>;
  return (
    <span className={styles.answer}>
      {ends && <ScaleMark {...ends} value={words.position} />}
      <span dir="auto">{words.text}</span>
      {words.more !== undefined && words.more !== '' && <span className={styles.more}>{words.more}</span>}
    </span>
  );
}

function Differs({ row }: { readonly row: MatrixRow }) {
  const { kind, text } = row.agreement;
  if (kind === 'one') return null;
  return (
    <span className={styles.differs} data-kind={kind}>
      <span aria-hidden="true">{kind === 'apart' ? '≠' : kind === 'close' ? '≈' : '='}</span> {text}
    </span>
  );
}

function WordRow({
  label,
  columns,
  textOf,
}: {
  readonly label: string;
  readonly columns: readonly AnswerColumn[];
  readonly textOf: (answers: Answers) => string | undefined;
}) {
  if (columns.every(({ answers }) => !textOf(answers))) return null;
  return (
    <tr>
      <th scope="row">{label}</th>
      {columns.map(({ key, answers }) => (
        <td key={key} className={styles.words}>
          {textOf(answers) ?? ''}
        </td>
      ))}
    </tr>
  );
}

/** Several people's answers to one item: a column a person, a row a question, and in words where they differ. */
export function AnswerTable({ label, rubric, columns, item }: AnswerTableProps) {
  const rows = buildMatrix(rubric, columns, item);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.frame} aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">{say('Question')}</th>
            {columns.map(({ key, head }) => (
              <th key={key} scope="col">
                {head}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.key} data-kind={row.agreement.kind}>
              <th scope="row">
                {row.label}
                {row.about !== undefined && <span className={styles.about}>{row.about}</span>}
                <Differs row={row} />
              </th>
              {columns.map(({ key, answers }, index) => (
                <td key={key}>
                  <Cell words={row.cells[index]} {...{ row, answers, item }} />
                </td>
              ))}
            </tr>
          ))}
          <WordRow
            label={say('Confidence')}
            columns={columns}
            textOf={(a) => describeConfidence(a.confidence)}
          />
          <WordRow
            label={say('Criteria in conflict')}
            columns={columns}
            textOf={(a) => describeConflict(a, rubric)}
          />
          <WordRow label={say('Why')} columns={columns} textOf={(a) => a.justification} />
          {columns.some(({ foot }) => foot !== undefined) && (
            <tr>
              <td />
              {columns.map(({ key, foot }) => (
                <td key={key}>{foot}</td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </section>
  );
}
