import type { ReactNode } from 'react';
import { ownValue } from '#domain/judging/answers.ts';
import { isAsked } from '#domain/judging/is-asked.ts';
import { type CriterionControl, listControls } from '#domain/judging/missing-answers.ts';
import { type Criterion, criteriaOf } from '#domain/rubrics/rubric.ts';
import { isValueScale } from '#domain/rubrics/scale.ts';
import { readPart } from '#web/features/judging/fetched/fetched-parts.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import { RegionRow } from '#web/features/judging/media/region-row.tsx';
import { UnsettledNote } from '#web/features/judging/unsettled/unsettled-note.tsx';
import { ValueMatrix } from '#web/features/judging/values/value-matrix.tsx';
import { ConflictRow } from './conflict-row.tsx';
import styles from './dock.module.css';
import type { DockProps } from './dock-props.ts';
import { PreferenceRow } from './preference-row.tsx';
import { ResponseRow, TaskRow } from './rating-row.tsx';
import { WordsRow } from './words-row.tsx';

export interface FieldsProps extends DockProps {
  readonly bindings: KeyBindings;
  /** On a phone: all questions, or the active one alone. */
  readonly sheet: 'open' | 'closed';
}

/** More responses than this are asked about in a table with one open control. */
const mostSideBySide = 4;
/** More rows than this are set closer. */
const mostRoomyRows = 6;
/** Room kept for questions that may still come up, so that they push nothing away. */
const mostKeptRows = 3;

function isRowAsked(criterion: Criterion, { rubric, responseIds, desk: { answers } }: DockProps): boolean {
  if (criterion.target !== 'response') return isAsked(criterion, { rubric, answers, unitId: null });
  return responseIds.some((unitId) => isAsked(criterion, { rubric, answers, unitId }));
}

/** A criterion whose controls stand in the dock; all others are asked in or beside the texts. */
function standsHere({ target, scale }: Criterion): boolean {
  if (target === 'pair' || target === 'ranking') return true;
  return (target === 'response' || target === 'task') && isValueScale(scale);
}

/** The note that stands instead of a criterion's row, where the rubric does not settle it. */
function noteOn(criterion: Criterion, { bindings, sheet: _, ...dock }: FieldsProps): ReactNode {
  const { rubric, responseIds, desk, onAct } = dock;
  const unsettled = ownValue(desk.answers.unsettled, criterion.key);
  if (unsettled === undefined) return null;
  const isOwn = (control: unknown): control is CriterionControl =>
    (control as CriterionControl | null)?.criterionKey === criterion.key;
  const active = isOwn(desk.active) ? desk.active : undefined;
  const control = active ?? listControls({ rubric, responseIds }).find(isOwn);
  if (control === undefined) return null;
  return (
    <UnsettledNote
      key={criterion.key}
      {...{ criterion, unsettled, control, onAct }}
      isApart={!standsHere(criterion)}
      isActive={active !== undefined}
      keys={{ change: bindings.rubric_unclear, takeBack: bindings.clear_answer }}
    />
  );
}

function Comparisons(props: FieldsProps) {
  const { bindings, sheet: _, ...dock } = props;
  const RankingRow = readPart('ranking');
  const asked = [...criteriaOf(dock.rubric, 'pair'), ...criteriaOf(dock.rubric, 'ranking')];
  return asked.map((criterion) => {
    if (!isRowAsked(criterion, dock)) return null;
    const note = noteOn(criterion, props);
    if (note !== null) return note;
    const size = criterion.key === dock.rubric.overallKey || asked.length === 1 ? 'large' : 'compact';
    const row = { ...dock, criterion, size } as const;
    if (criterion.target === 'pair')
      return <PreferenceRow key={criterion.key} {...row} bothBadKey={bindings.both_bad} />;
    return (
      RankingRow !== undefined && (
        <RankingRow
          key={criterion.key}
          {...row}
          allBadKey={bindings.both_bad}
          notApplicableKey={bindings.not_applicable}
        />
      )
    );
  });
}

function Responses(props: FieldsProps) {
  const { bindings: _bindings, sheet: _, ...dock } = props;
  const asked = criteriaOf(dock.rubric, 'response').filter(
    (criterion) => standsHere(criterion) && isRowAsked(criterion, dock),
  );
  if (asked.length === 0) return null;
  const isTable = dock.responseIds.length > mostSideBySide;
  const settled = asked.filter((criterion) => noteOn(criterion, props) === null);
  return (
    <div className={styles.ratings} data-two-columns={(!isTable && isShort(asked, dock)) || undefined}>
      {isTable && settled.length > 0 && <ValueMatrix {...dock} criteria={settled} />}
      {asked.map(
        (criterion) =>
          noteOn(criterion, props) ??
          (isTable ? null : <ResponseRow key={criterion.key} {...dock} criterion={criterion} />),
      )}
    </div>
  );
}

/** Many short ratings of two responses fit twice into a line. */
function isShort(criteria: readonly Criterion[], { responseIds }: DockProps): boolean {
  return (
    responseIds.length <= 2 &&
    criteria.length > mostRoomyRows &&
    criteria.every(({ scale }) => scale.kind === 'rating' && scale.max - scale.min < 6)
  );
}

/** Every question of the dock, in the order in which keys go through them. */
export function DockFields(props: FieldsProps) {
  const { bindings, sheet, ...dock } = props;
  const { criteria, conflict } = dock.rubric;
  const here = criteria.filter(standsHere);
  const kept = Math.min(mostKeptRows, here.filter((criterion) => !isRowAsked(criterion, dock)).length);
  return (
    <div
      className={styles.fields}
      data-sheet={sheet}
      data-density={here.length > mostRoomyRows ? 'compact' : undefined}
    >
      {criteria.map((criterion) => (standsHere(criterion) ? null : noteOn(criterion, props)))}
      <Comparisons {...props} />
      <Responses {...props} />
      {criteriaOf(dock.rubric, 'task').map((criterion) =>
        standsHere(criterion) && isRowAsked(criterion, dock)
          ? (noteOn(criterion, props) ?? <TaskRow key={criterion.key} {...dock} criterion={criterion} />)
          : null,
      )}
      {criteriaOf(dock.rubric, 'region').map((criterion) =>
        noteOn(criterion, props) === null ? (
          <RegionRow key={criterion.key} {...dock} criterion={criterion} markKey={bindings.mark} />
        ) : null,
      )}
      {kept > 0 && <div className={styles.kept} style={{ '--rows': kept } as React.CSSProperties} />}
      {(conflict ?? 'off') !== 'off' && <ConflictRow {...dock} />}
      <WordsRow {...dock} justifyKey={bindings.justify} />
    </div>
  );
}
