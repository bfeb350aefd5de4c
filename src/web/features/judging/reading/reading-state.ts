import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';

/** How responses side by side scroll: as one page, each by itself, or each by itself with the others following. */
export const scrollings = ['together', 'by_paragraph', 'apart'] as const;
export type Scrolling = (typeof scrollings)[number];

/** How the texts of a task are being read: nothing of it is part of the judgment. */
export interface ReadingState {
  /** What is looked for; null while the find box is closed. */
  readonly query: string | null;
  /** The two responses whose difference is marked, by their places on screen. */
  readonly pair: readonly [number, number] | null;
  readonly isFolded: boolean;
  readonly scrolling: Scrolling;
  /** The response that was gone to by key, in the task it belongs to. */
  readonly current: { readonly assignmentId: string; readonly at: number } | null;
}

export interface ReadTask {
  readonly assignmentId: string;
  readonly responses: readonly unknown[];
}

export type ReadingAct =
  | { readonly kind: 'command'; readonly id: JudgeCommandId; readonly task: ReadTask }
  | { readonly kind: 'look_for'; readonly query: string }
  | { readonly kind: 'close_find' }
  | { readonly kind: 'choose_pair'; readonly pair: readonly [number, number] }
  | { readonly kind: 'toggle_fold' };

export function startReading(scrolling: Scrolling): ReadingState {
  return { query: null, pair: null, isFolded: false, scrolling, current: null };
}

/** The pair as far as a task has these responses. */
export function pairIn(
  { pair }: Pick<ReadingState, 'pair'>,
  { responses }: ReadTask,
): readonly [number, number] | null {
  if (pair === null || responses.length < 2) return null;
  return pair[1] < responses.length ? pair : [0, 1];
}

/** The response that keys have gone to in this task. */
export function currentIn({ current }: Pick<ReadingState, 'current'>, task: ReadTask): number | null {
  return current !== null && current.assignmentId === task.assignmentId ? current.at : null;
}

/** A B, A C, B C, A D …, and round again. */
function nextPair([one, other]: readonly [number, number], count: number): readonly [number, number] {
  if (one + 1 < other) return [one + 1, other];
  return other + 1 < count ? [0, other + 1] : [0, 1];
}

function goTo(state: ReadingState, task: ReadTask, at: number): ReadingState {
  const kept = Math.max(0, Math.min(task.responses.length - 1, at));
  return { ...state, current: { assignmentId: task.assignmentId, at: kept } };
}

function obey(state: ReadingState, id: JudgeCommandId, task: ReadTask): ReadingState {
  const pair = pairIn(state, task);
  const current = currentIn(state, task);
  switch (id) {
    case 'find':
      return { ...state, query: state.query ?? '' };
    case 'difference':
      return task.responses.length < 2 ? state : { ...state, pair: pair === null ? [0, 1] : null };
    case 'difference_pair':
      if (task.responses.length < 2) return state;
      return { ...state, pair: pair === null ? [0, 1] : nextPair(pair, task.responses.length) };
    case 'fold':
      return { ...state, isFolded: !state.isFolded };
    case 'scrolling':
      return {
        ...state,
        scrolling: scrollings[(scrollings.indexOf(state.scrolling) + 1) % scrollings.length] ?? 'together',
      };
    case 'next_response':
      return goTo(state, task, current === null ? 0 : current + 1);
    case 'previous_response':
      return goTo(state, task, current === null ? 0 : current - 1);
    default:
      return state;
  }
}

/** The reading after an act. */
export function reduceReading(state: ReadingState, act: ReadingAct): ReadingState {
  switch (act.kind) {
    case 'command':
      return obey(state, act.id, act.task);
    case 'look_for':
      return state.query === null ? state : { ...state, query: act.query };
    case 'close_find':
      return { ...state, query: null };
    case 'choose_pair':
      return { ...state, pair: act.pair };
    case 'toggle_fold':
      return { ...state, isFolded: !state.isFolded };
  }
}

const own: readonly JudgeCommandId[] = [
  'find',
  'find_next',
  'find_previous',
  'difference',
  'difference_pair',
  'fold',
  'scrolling',
  'previous_response',
  'next_response',
];

/** Whether a command is about reading alone, so that the judgment never hears of it. */
export function isReadingCommand(id: JudgeCommandId): boolean {
  return own.includes(id);
}
