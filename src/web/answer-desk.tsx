import { useState } from 'react';
import { type Desk, layDesk, reduceDesk, seekMissing } from '#web/features/judging/desk/desk.ts';
import { deskTaskOf } from '#web/features/judging/desk/desk-task.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import type { JudgeCommandId } from '#web/features/judging/keys/judge-commands.ts';
import { type KeyBindings, resolveBindings } from '#web/features/judging/keys/key-bindings.ts';
import { changeReading } from '#web/features/judging/panels/change-reading.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';
import type { AnswerDeskProps } from '#web/features/review/answer-desk-props.ts';
import { useChangePreferences, useSession } from '#web/session/use-session.ts';

/** Keys that belong to the queue of tasks, not to somebody's answers. */
const ofTheQueue: readonly JudgeCommandId[] = [
  'flag',
  'skip',
  'pause',
  'guidelines',
  'criterion_help',
  'show_keys',
];
/** Keys that give answers. */
const ofAnswers: readonly JudgeCommandId[] = [
  'prefer_left',
  'prefer_right',
  'both_bad',
  'tie',
  'not_applicable',
  'mark',
  'run_code',
  'clear_answer',
  'justify',
  'rubric_unclear',
];
const touching: readonly JudgeAct['kind'][] = ['prefer', 'rate', 'rate_task', 'justify', 'confide'];

function without(bindings: KeyBindings, commands: readonly JudgeCommandId[]): KeyBindings {
  return { ...bindings, ...Object.fromEntries(commands.map((id) => [id, ''])) };
}

const isNarrow = () => globalThis.matchMedia?.('(width < 680px)').matches ?? false;

/** Whether a person has touched an answer, rather than a part of the page its own value. */
function touches(act: JudgeAct): boolean {
  return touching.includes(act.kind) || (act.kind === 'answer' && act.isAside !== true);
}

/** The judging screen with somebody's answers on it, to look at or to change: only here may two features meet. */
export function AnswerDesk(props: AnswerDeskProps) {
  return <LaidDesk key={props.task.key} {...props} />;
}

function LaidDesk(props: AnswerDeskProps) {
  const { task, answers, isLooking } = props;
  const { preferences } = useSession();
  const change = useChangePreferences();
  const deskTask = deskTaskOf(task);
  const [desk, setDesk] = useState<Desk>(() => layDesk(deskTask, answers));
  const [as, setAs] = useState<'rendered' | 'source'>('rendered');
  const own = resolveBindings(preferences.keys);
  const bindings = without(own, isLooking ? [...ofTheQueue, ...ofAnswers] : ofTheQueue);
  const send = () => {
    const unfinished = isLooking ? undefined : seekMissing(desk, deskTask);
    if (unfinished === undefined) props.onSend(desk.answers);
    else setDesk(unfinished);
  };
  const command = (id: JudgeCommandId) => {
    const reading = changeReading(preferences, id);
    if (id === 'submit') send();
    else if (id === 'undo') props.onUndo?.();
    else if (id === 'source') setAs(as === 'source' ? 'rendered' : 'source');
    else if (reading !== undefined) change.mutate(reading);
    else setDesk(reduceDesk(desk, { kind: 'command', id }, deskTask));
  };
  const act = (one: JudgeAct) => {
    if (one.kind === 'command') command(one.id);
    else if (one.kind === 'leave') props.onLeave?.();
    else if (isLooking && one.kind === 'digit') props.onDigit?.(one.digit);
    else {
      if (isLooking && touches(one)) props.onTouch?.();
      setDesk(reduceDesk(desk, one, deskTask));
    }
  };
  return (
    <JudgingView
      task={{ assignmentId: task.key, ...task }}
      // Keys speak to no answer while looking; a narrow screen shows one answer at a time and needs to know which.
      desk={isLooking && !isNarrow() ? { ...desk, active: null } : desk}
      onAct={act}
      bindings={bindings}
      layout={preferences.layout}
      as={as}
      mode="amend"
      projectId={props.projectId}
      acts={props.acts(send)}
      message={props.message}
    />
  );
}
