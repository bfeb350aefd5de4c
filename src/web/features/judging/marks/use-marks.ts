import { type RefObject, useEffect, useEffectEvent, useState } from 'react';
import { ownValue, type SpanMark } from '#domain/judging/answers.ts';
import { type Criterion, criteriaOf } from '#domain/rubrics/rubric.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { Scene } from '#web/features/judging/parts/scene.ts';
import { addMark, type MarkedUnit, marksAt, removeMark, type SpanScale } from './mark-list.ts';
import { listSentences, type Passage } from './pick-passage.ts';
import { listUnits, readClick, readSelection } from './units-in-sight.ts';

/** A passage that is being chosen by key. */
export interface Picking {
  readonly unitId: string;
  readonly passage: Passage;
}

interface MarkState {
  readonly taskKey: string;
  readonly selectedId: string | null;
  readonly picking: Picking | null;
  /** Which of several criteria the marks belong to. */
  readonly criterionKey: string | null;
}

/** The marks of the task on screen, and what can be done to them. */
export interface Marking {
  readonly criterion: Criterion;
  readonly scale: SpanScale;
  readonly criteria: readonly Criterion[];
  readonly units: readonly MarkedUnit[];
  readonly marks: readonly SpanMark[];
  /** True once somebody has said something, also that there is nothing to mark. */
  readonly isAnswered: boolean;
  readonly selected: SpanMark | undefined;
  readonly picking: Picking | null;
  setMarks(marks: readonly SpanMark[] | undefined): void;
  select(id: string | null): void;
  pick(picking: Picking | null): void;
  /** Marks a passage, or a whole text, and opens it. */
  mark(unit: MarkedUnit, passage: Passage | null): void;
  remove(id: string): void;
  choose(criterionKey: string): void;
}

const noCriteria: readonly Criterion[] = [];

/** What can be marked in a task; undefined where its rubric asks for no marks. */
export function useMarks(root: RefObject<HTMLElement | null>, scene: Scene, current: number | null) {
  const marking = useMarking(scene);
  const take = (act: JudgeAct): boolean => {
    if (marking === undefined || act.kind !== 'command' || act.id !== 'mark') return false;
    const selection = readSelection(marking.units);
    if (selection !== undefined) marking.mark(selection.unit, selection.passage);
    else marking.pick(firstPicking(marking, current));
    return true;
  };
  useClicks(root, marking);
  return { marking, take };
}

function useMarking({ task, desk, onAct }: Scene): Marking | undefined {
  const taskKey = task.assignmentId;
  const [kept, setState] = useState<MarkState>(() => freshState(taskKey));
  const state = kept.taskKey === taskKey ? kept : freshState(taskKey);
  const criteria = spanCriteria(
    task.rubric.criteria.length === 0 ? noCriteria : criteriaOf(task.rubric, 'span'),
  );
  const criterion =
    criteria.find(({ key }) => key === state.criterionKey) ??
    criteria.find(({ key }) => desk.active?.kind === 'span' && desk.active.criterionKey === key) ??
    criteria[0];
  if (criterion === undefined || !isSpanScale(criterion.scale)) return undefined;
  const { key } = criterion;
  const marks = ownValue(desk.answers.span, key);
  const setMarks = (value: readonly SpanMark[] | undefined) =>
    onAct({
      kind: 'answer',
      control: { kind: 'span', criterionKey: key },
      change: { record: 'span', key, value },
    });
  const change = (part: Partial<MarkState>) => setState({ ...state, ...part, taskKey });
  return {
    criterion,
    scale: criterion.scale,
    criteria,
    units: listUnits(task),
    marks: marks ?? [],
    isAnswered: marks !== undefined,
    selected: marks?.find(({ id }) => id === state.selectedId),
    picking: state.picking,
    setMarks,
    select: (selectedId) => change({ selectedId, picking: null }),
    pick: (picking) => change({ picking, selectedId: null }),
    mark: (unit, passage) => {
      const added = addMark(marks ?? [], { unit, passage });
      document.getSelection()?.removeAllRanges();
      setMarks(added.marks);
      change({ selectedId: added.id, picking: null });
    },
    remove: (id) => {
      setMarks(removeMark(marks ?? [], id));
      change({ selectedId: null });
    },
    choose: (criterionKey) => change({ criterionKey, selectedId: null, picking: null }),
  };
}

function freshState(taskKey: string): MarkState {
  return { taskKey, selectedId: null, picking: null, criterionKey: null };
}

function isSpanScale(scale: Criterion['scale']): scale is SpanScale {
  return scale.kind === 'marks' || scale.kind === 'claims';
}

function spanCriteria(criteria: readonly Criterion[]): readonly Criterion[] {
  return criteria.filter(({ scale }) => isSpanScale(scale));
}

function firstPicking({ units, selected }: Marking, current: number | null): Picking | null {
  const unit = units.find(({ unitId }) => unitId === selected?.unitId) ?? units[current ?? 0] ?? units[0];
  const first = unit && listSentences(unit.text)[0];
  return unit && first ? { unitId: unit.unitId, passage: first } : null;
}

/** A click on marked words opens their mark; again, the mark that lies around it. */
function useClicks(root: RefObject<HTMLElement | null>, marking: Marking | undefined): void {
  const open = useEffectEvent((event: MouseEvent) => {
    const isPlain = marking !== undefined && document.getSelection()?.isCollapsed !== false;
    const click = isPlain ? readClick(event, marking.units) : undefined;
    if (marking === undefined || click === undefined) return;
    const held = marksAt(marking.marks, click);
    const at = held.findIndex(({ id }) => id === marking.selected?.id);
    const next = held[(at + 1) % Math.max(1, held.length)];
    if (next !== undefined) marking.select(next.id);
  });
  // Synchronises with clicks into the texts of the page.
  useEffect(() => {
    const { current } = root;
    const listener = (event: MouseEvent) => open(event);
    current?.addEventListener('click', listener);
    return () => current?.removeEventListener('click', listener);
  }, [root]);
}
