import { type RefObject, useLayoutEffect, useMemo, useReducer, useRef } from 'react';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';
import { partsAsked } from '#web/features/judging/parts/parts-asked.ts';
import { readStored, writeStored } from '#web/ui/stored-value.ts';
import type { DifferenceStanding } from './difference-painter.ts';
import {
  currentIn,
  isReadingCommand,
  pairIn,
  type ReadingAct,
  type ReadingState,
  reduceReading,
  type Scrolling,
  scrollings,
  startReading,
} from './reading-state.ts';
import { findSameBeginning, type SameBeginning } from './same-beginning.ts';
import { keepPlaces, scrollTexts, showResponse } from './scroll-texts.ts';
import type { Found } from './text-finder.ts';
import { useFind } from './use-find.ts';
import { useDifference, useFolding, useLinkedScrolling } from './use-page-reading.ts';

interface TaskToRead {
  readonly rubric: Rubric;
  readonly assignmentId: string;
  readonly responses: readonly { readonly text: string }[];
}

/** How the texts on screen are being read, and what may be done about it. */
export interface Reading {
  readonly state: ReadingState;
  readonly pair: readonly [number, number] | null;
  readonly current: number | null;
  readonly beginning: SameBeginning;
  readonly found: Found;
  readonly standing: DifferenceStanding;
  readonly dispatch: (act: ReadingAct) => void;
  readonly step: (by: 1 | -1) => void;
  /** Does an act of reading; false where it is none, so that it is the judgment's. */
  readonly take: (act: JudgeAct) => boolean;
}

const storageKey = 'plumbline/reading/scrolling';

function readScrolling(): Scrolling {
  const stored = readStored(storageKey);
  return scrollings.find((each) => each === stored) ?? 'together';
}

/** Remembers the way of scrolling; what it returns notes the place, which is kept when the way changes. */
function useKeptScrolling(root: RefObject<HTMLElement | null>, scrolling: Scrolling): () => void {
  const restore = useRef<(() => void) | null>(null);
  // Synchronises with the scroll offsets of the page and with what the browser remembers.
  useLayoutEffect(() => {
    restore.current?.();
    restore.current = null;
    writeStored(storageKey, scrolling === 'together' ? undefined : scrolling);
  }, [scrolling]);
  return () => {
    restore.current = keepPlaces(root.current);
  };
}

function focusFindBox(root: HTMLElement | null): void {
  const field = root?.querySelector<HTMLInputElement>('[data-find] input');
  field?.focus();
  field?.select();
}

/** Brings both into sight where they fit, else the first of them. */
function showPair(root: HTMLElement | null, pair: ReadingState['pair']): void {
  if (pair === null) return;
  showResponse(root, pair[1]);
  showResponse(root, pair[0]);
}

/** Finding, comparing, folding and scrolling the texts of a task. Nothing of it reaches the judgment. */
export function useReading(root: RefObject<HTMLElement | null>, task: TaskToRead): Reading {
  const [state, dispatch] = useReducer(reduceReading, null, () => startReading(readScrolling()));
  const pair = pairIn(state, task);
  const { found, step, noteFocus } = useFind(root, state.query);
  const standing = useDifference(root, pair);
  const asksSteps = partsAsked(task.rubric).steps;
  const beginning = useMemo(
    // Shown step by step each paragraph takes an answer: none may be folded away.
    () => findSameBeginning(asksSteps ? [] : task.responses.map(({ text }) => text)),
    [task.responses, asksSteps],
  );
  useFolding(root, state.isFolded ? beginning.end : 0, task.assignmentId);
  useLinkedScrolling(root, state.scrolling, task.assignmentId);
  const noteScrolling = useKeptScrolling(root, state.scrolling);
  const obey = (id: JudgeCommandId) => {
    if (id === 'find_next') step(1);
    else if (id === 'find_previous') step(-1);
    else if (id === 'find' && state.query !== null) focusFindBox(root.current);
    else if (id === 'find') noteFocus();
    else if (id === 'scrolling') noteScrolling();
    const act: ReadingAct = { kind: 'command', id, task };
    dispatch(act);
    const next = reduceReading(state, act);
    const current = currentIn(next, task);
    if (id.endsWith('_response') && current !== null) showResponse(root.current, current);
    if (next.pair !== state.pair) showPair(root.current, next.pair);
  };
  const take = (act: JudgeAct): boolean => {
    if (act.kind === 'leave' && state.query !== null) {
      dispatch({ kind: 'close_find' });
      return true;
    }
    if (act.kind !== 'command') return false;
    if (act.id === 'scroll_down' || act.id === 'scroll_up') {
      scrollTexts(root.current, act.id === 'scroll_down' ? 1 : -1);
      return true;
    }
    if (!isReadingCommand(act.id)) return false;
    obey(act.id);
    return true;
  };
  return {
    state,
    pair,
    current: currentIn(state, task),
    beginning,
    found,
    standing,
    dispatch,
    step,
    take,
  };
}
