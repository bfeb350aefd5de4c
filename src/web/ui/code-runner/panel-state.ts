import type { RunProgress } from './run-code.ts';
import type { RunResult } from './run-request.ts';

export type RunState =
  | { readonly phase: 'idle' }
  | { readonly phase: 'busy'; readonly progress: RunProgress }
  | { readonly phase: 'done'; readonly result: RunResult }
  /** The runtime could not be loaded. */
  | { readonly phase: 'unavailable' };

export type ShownCode = 'original' | 'edited';

export interface PanelState {
  readonly shown: ShownCode;
  /** The person's own version; null until they begin one. */
  readonly edit: string | null;
  readonly stdin: string;
  readonly run: RunState;
}

export type PanelAct =
  | { readonly kind: 'show'; readonly shown: ShownCode; readonly original: string }
  | { readonly kind: 'write'; readonly code: string }
  | { readonly kind: 'reset' }
  | { readonly kind: 'feed'; readonly stdin: string }
  | { readonly kind: 'begin' }
  | { readonly kind: 'progress'; readonly progress: RunProgress }
  | { readonly kind: 'finish'; readonly result: RunResult }
  | { readonly kind: 'give-up' };

/** What a person does on the panel, and how the run goes on. The last result stays until the next run begins. */
export function panelAfter(state: PanelState, act: PanelAct): PanelState {
  switch (act.kind) {
    case 'show':
      return {
        ...state,
        shown: act.shown,
        edit: act.shown === 'edited' ? (state.edit ?? act.original) : state.edit,
      };
    case 'write':
      return { ...state, edit: act.code };
    case 'reset':
      return { ...state, shown: 'original', edit: null };
    case 'feed':
      return { ...state, stdin: act.stdin };
    case 'begin':
      return { ...state, run: { phase: 'busy', progress: { phase: 'starting' } } };
    case 'progress':
      return state.run.phase === 'busy'
        ? { ...state, run: { phase: 'busy', progress: act.progress } }
        : state;
    case 'finish':
      return { ...state, run: { phase: 'done', result: act.result } };
    case 'give-up':
      return { ...state, run: { phase: 'unavailable' } };
  }
}
