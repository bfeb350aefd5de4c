import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';

/** What lies beside or over the task. */
export interface PanelState {
  readonly dialog: 'skip' | 'flag' | 'keys' | null;
  readonly isGuidelinesOpen: boolean;
  /** The criterion whose help stands above the guidelines. */
  readonly helpKey: string | null;
  readonly as: 'rendered' | 'source';
}

export const closedPanels: PanelState = {
  dialog: null,
  isGuidelinesOpen: false,
  helpKey: null,
  as: 'rendered',
};

export type PanelAct =
  | { readonly kind: 'command'; readonly id: JudgeCommandId; readonly activeKey: string | null }
  | { readonly kind: 'close_dialog' }
  | { readonly kind: 'close_guidelines' };

function toggleHelp(state: PanelState, activeKey: string | null): PanelState {
  if (state.isGuidelinesOpen && state.helpKey === activeKey)
    return { ...state, isGuidelinesOpen: false, helpKey: null };
  return { ...state, isGuidelinesOpen: true, helpKey: activeKey };
}

/** The panels after an act; commands about the answers leave them as they are. */
export function reducePanels(state: PanelState, act: PanelAct): PanelState {
  if (act.kind === 'close_dialog') return { ...state, dialog: null };
  if (act.kind === 'close_guidelines') return { ...state, isGuidelinesOpen: false, helpKey: null };
  switch (act.id) {
    case 'skip':
    case 'flag':
      return { ...state, dialog: act.id };
    case 'show_keys':
      return { ...state, dialog: 'keys' };
    case 'guidelines':
      return { ...state, isGuidelinesOpen: !state.isGuidelinesOpen, helpKey: null };
    case 'criterion_help':
      return toggleHelp(state, act.activeKey);
    case 'source':
      return { ...state, as: state.as === 'rendered' ? 'source' : 'rendered' };
    default:
      return state;
  }
}
