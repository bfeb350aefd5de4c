import { useEffect, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { chooseReply, takeBackChoice } from '#domain/dialogue/choose-reply.ts';
import type { BlindTurn } from '#domain/dialogue/shown-dialogue.ts';
import { walkDialogue } from '#domain/dialogue/walk.ts';
import type { Message } from '#domain/items/item.ts';
import { type ContinuationAnswer, ownValue } from '#domain/judging/answers.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { controlId, isSameControl } from '#web/features/judging/desk/control-id.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { type Scene, useScene, type ViewTask } from '#web/features/judging/parts/scene.ts';
import type { Conversation } from '#web/features/judging/view/conversation.tsx';
import type { RadioRow } from '#web/features/judging/view/radio-row.tsx';
import styles from './continuation-task.module.css';
import { moveFor, type WayMove } from './move-for.ts';
import { PlaceBar } from './place-bar.tsx';
import { ReplyColumns } from './reply-columns.tsx';
import { WayOutline } from './way-outline.tsx';
import { viewWay, type WayView } from './way-view.ts';

export interface ContinuationTaskProps {
  readonly task: ViewTask;
  readonly criterion: Criterion;
  readonly layout: 'side_by_side' | 'stacked';
  readonly as: 'rendered' | 'source';
  /** What the screen has at hand: imported here, it would move into further files of the first load. */
  readonly Conversation: typeof Conversation;
  readonly RadioRow: typeof RadioRow;
}

/** A recorded dialogue, gone through from place to place: at each the replies are read and one of them goes on. */
export function ContinuationTask({ task, criterion, layout, as, ...handed }: ContinuationTaskProps) {
  const { dialogue: turns = [] } = task;
  const mayStop = criterion.scale.kind === 'continuation' && criterion.scale.mayStop;
  const root = useRef<HTMLDivElement>(null);
  const scene = useScene();
  const walking = useWalking(scene, { criterion, turns, mayStop });
  const { view } = walking;
  useFocusOnPlace(root, scene, view);
  const { before, fork } = view;
  const said = useMemo(() => [...task.prompt, ...before.map(asMessage)], [task.prompt, before]);
  const replies = useMemo(
    () => turns.filter(({ id }) => fork?.replyIds.includes(id) === true),
    [turns, fork],
  );
  // Another place is read from its beginning.
  const placeKey = fork === undefined ? 'end' : (fork.at ?? 'start');
  return (
    <div ref={root} className={styles.pane} data-way="">
      <WayOutline {...walking} isActive={walking.isSpokenTo} />
      <handed.Conversation
        key={`said ${placeKey}`}
        prompt={said}
        as={as}
        asksTurns={false}
        isWhole={fork === undefined}
      />
      {fork !== undefined && (
        <ReplyColumns
          key={`replies ${placeKey}`}
          replies={replies}
          chosen={view.choice?.chosen ?? undefined}
          onChoose={walking.choose}
          {...{ layout, as }}
        />
      )}
      <PlaceBar {...walking} {...{ criterion, mayStop }} scene={scene} RadioRow={handed.RadioRow} />
    </div>
  );
}

function asMessage({ role, text }: { readonly role: 'user' | 'assistant'; readonly text: string }): Message {
  return { role, content: text };
}

/** The way as it stands, and what can be done on it. */
export interface Walking {
  readonly view: WayView;
  readonly answer: ContinuationAnswer | undefined;
  /** Keys speak to the dialogue. */
  readonly isSpokenTo: boolean;
  readonly choose: (chosen: string | null) => void;
  readonly goTo: (index: number) => void;
}

interface AskedWay {
  readonly criterion: Criterion;
  readonly turns: readonly BlindTurn[];
  readonly mayStop: boolean;
}

function useWalking(scene: Scene | null, asked: AskedWay): Walking {
  const { criterion, turns, mayStop } = asked;
  // Null until somebody goes back: then the place that waits is on screen, or the end of the way.
  const [seen, setSeen] = useState<number | null>(null);
  const control = { kind: 'continuation', criterionKey: criterion.key } as const;
  const answer = ownValue(scene?.desk.answers.continuation, criterion.key);
  const view = useMemo(() => viewWay(turns, answer, seen), [turns, answer, seen]);
  const isSpokenTo = scene !== null && isSameControl(scene.desk.active, control);
  const give = (value: ContinuationAnswer | undefined, leadsOn = false) => {
    const change = { record: 'continuation', key: criterion.key, value } as const;
    scene?.onAct({ kind: 'answer', control, change, leadsOn });
  };
  const make = (move: WayMove) => {
    if (move.kind === 'go') {
      setSeen(move.index);
      return;
    }
    if (view.fork === undefined) return;
    const { at } = view.fork;
    if (move.kind === 'take_back') {
      give(takeBackChoice(answer, turns, at));
      return;
    }
    const next = chooseReply(answer, turns, { at, chosen: move.chosen });
    const isLast = move.goesOn && walkDialogue(turns, next.path).forks.length <= view.index + 1;
    setSeen(move.goesOn ? view.index + 1 : view.index);
    give(next, isLast);
  };
  const take = (act: JudgeAct): boolean => {
    const move = isSpokenTo ? moveFor(act, view, mayStop) : undefined;
    if (move !== undefined) make(move);
    return move !== undefined;
  };
  useImperativeHandle(scene?.taker, () => take);
  return {
    view,
    answer,
    isSpokenTo,
    choose: (chosen) => make({ kind: 'choose', chosen, goesOn: false }),
    goTo: (index) => {
      if (!isSpokenTo) scene?.onAct({ kind: 'activate', control });
      make({ kind: 'go', index });
    },
  };
}

/** Keeps the focus on the question of the place that was gone to, which looks like the one before. */
function useFocusOnPlace(
  root: React.RefObject<HTMLElement | null>,
  scene: Scene | null,
  { index, forks }: WayView,
): void {
  const active = scene?.desk.active;
  const stopId = active?.kind === 'continuation' ? controlId(active) : null;
  const place = forks[index]?.at;
  // Synchronises the browser's focus with the place on screen.
  // biome-ignore lint/correctness/useExhaustiveDependencies: another place moves the focus, nothing else does
  useEffect(() => {
    const focused = document.activeElement;
    const isHere = focused === document.body || root.current?.contains(focused) === true;
    const stop = stopId === null ? null : document.getElementById(stopId);
    // The designer's focus is not the preview's to take.
    if (stop === null || !isHere || (scene?.mode === 'preview' && focused === document.body)) return;
    (stop.querySelector<HTMLElement>('[role=radio][aria-checked=true]') ?? stop).focus({
      preventScroll: true,
    });
  }, [place, index]);
}
