import { createContext, type RefObject, useContext, useSyncExternalStore } from 'react';
import type { BlindTurn } from '#domain/dialogue/shown-dialogue.ts';
import type { Brief, CodeSetup, ItemResponse, Message } from '#domain/items/item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { Desk } from '#web/features/judging/desk/desk.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { KeyBindings } from '#web/features/judging/keys/key-bindings.ts';
import type { Observable } from '#web/session/observable.ts';

/** A task as the screen takes it. */
export interface ViewTask {
  readonly assignmentId: string;
  readonly rubric: Rubric;
  readonly prompt: readonly Message[];
  /** In the order on screen. */
  readonly responses: readonly Omit<ItemResponse, 'model'>[];
  readonly brief?: Brief | undefined;
  readonly code?: CodeSetup | undefined;
  /** Replies to one turn stand in the order on screen. */
  readonly dialogue?: readonly BlindTurn[] | undefined;
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
  /** Filled by a part of the texts that takes acts before the desk does; it answers false for those it leaves. */
  readonly taker: RefObject<((act: JudgeAct) => boolean) | null>;
}

/**
 * Around the texts of the task on screen; null around those that are laid out ahead. What it holds stays the same while
 * its contents change, so that a key press neither renders the texts anew nor has React walk through all of them in
 * search of who reads it.
 */
export const SceneContext = createContext<Observable<Scene> | null>(null);

const noScene: Observable<null> = { get: () => null, subscribe: () => () => {} };

/** The scene as it is now, for what takes answers beside the texts; null around texts that are laid out ahead. */
export function useScene(): Scene | null {
  const scene: Observable<Scene | null> = useContext(SceneContext) ?? noScene;
  return useSyncExternalStore(scene.subscribe, scene.get);
}
