import { createContext, useContext } from 'react';
import type { Brief, CodeSetup, ItemResponse, Message } from '#domain/items/item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Desk } from '#web/features/judging/desk/desk.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';

/** A task as the screen takes it. */
export interface ViewTask {
  readonly assignmentId: string;
  readonly rubric: Rubric;
  readonly prompt: readonly Message[];
  /** In the order on screen. */
  readonly responses: readonly Omit<ItemResponse, 'model'>[];
  readonly brief?: Brief | undefined;
  readonly code?: CodeSetup | undefined;
}

/** What those parts of the texts need that take answers themselves: steps, turns, marks, panes. */
export interface Scene {
  readonly task: ViewTask;
  readonly desk: Desk;
  readonly onAct: (act: JudgeAct) => void;
  readonly bindings: KeyBindings;
  /** Undefined in a preview, which belongs to no project and asks no server. */
  readonly projectId: string | undefined;
  readonly mode: 'live' | 'amend' | 'preview';
}

/**
 * Around the texts of the task on screen; null around those that are laid out ahead. Only what takes answers looks at
 * it, so that a key press does not render the texts anew.
 */
export const SceneContext = createContext<Scene | null>(null);

export function useScene(): Scene | null {
  return useContext(SceneContext);
}
