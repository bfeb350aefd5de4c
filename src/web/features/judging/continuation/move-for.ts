import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { WayView } from './way-view.ts';

/** What a key does on the way through a dialogue. */
export type WayMove =
  /** Null chooses none of the replies. */
  | { readonly kind: 'choose'; readonly chosen: string | null; readonly goesOn: boolean }
  | { readonly kind: 'go'; readonly index: number }
  | { readonly kind: 'take_back' };

/** What an act means at the place on screen; undefined where it is the desk's. */
export function moveFor(act: JudgeAct, view: WayView, mayStop: boolean): WayMove | undefined {
  if (act.kind === 'digit') return choose(view, mayStop, act.digit);
  if (act.kind !== 'command') return undefined;
  switch (act.id) {
    case 'both_bad':
      return choose(view, mayStop, 0);
    case 'prefer_left':
      return nudge(view, -1);
    case 'prefer_right':
      return nudge(view, 1);
    case 'submit':
    case 'next_criterion':
      return view.choice === undefined ? undefined : { kind: 'go', index: view.index + 1 };
    case 'previous_criterion':
      return view.index > 0 ? { kind: 'go', index: view.index - 1 } : undefined;
    case 'clear_answer':
      if (view.index > 0) return { kind: 'go', index: view.index - 1 };
      return view.choice === undefined ? undefined : { kind: 'take_back' };
    default:
      return undefined;
  }
}

/** A first choice goes on at once, so that a dialogue is a run of digits; changing one stays where it is. */
function choose({ fork, choice }: WayView, mayStop: boolean, digit: number): WayMove | undefined {
  if (fork === undefined) return undefined;
  const goesOn = choice === undefined;
  if (digit === 0) return mayStop ? { kind: 'choose', chosen: null, goesOn } : undefined;
  const chosen = fork.replyIds[digit - 1];
  return chosen === undefined ? undefined : { kind: 'choose', chosen, goesOn };
}

/** Arrows try the replies one after the other and never go on. */
function nudge({ fork, choice }: WayView, by: 1 | -1): WayMove | undefined {
  if (fork === undefined) return undefined;
  const { replyIds } = fork;
  const from = choice?.chosen == null ? (by === 1 ? -1 : replyIds.length) : replyIds.indexOf(choice.chosen);
  const chosen = replyIds[Math.max(0, Math.min(replyIds.length - 1, from + by))];
  return chosen === undefined ? undefined : { kind: 'choose', chosen, goesOn: false };
}
