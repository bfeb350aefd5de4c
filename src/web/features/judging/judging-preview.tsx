import { useMemo, useReducer, useState } from 'react';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { type Desk, type DeskTask, layDesk, reduceDesk, seekMissing } from './desk/desk.ts';
import { deskTaskOf } from './desk/desk-task.ts';
import type { JudgeAct } from './desk/judge-act.ts';
import { defaultBindings, type KeyBindings } from './keys/key-bindings.ts';
import type { ViewTask } from './parts/scene.ts';
import { JudgingView } from './view/judging-view.tsx';

export interface JudgingPreviewProps {
  readonly rubric: Rubric;
  readonly prompt: ViewTask['prompt'];
  readonly responses: ViewTask['responses'];
  readonly brief?: ViewTask['brief'];
  readonly code?: ViewTask['code'];
  readonly dialogue?: ViewTask['dialogue'];
  readonly bindings?: KeyBindings;
  readonly layout?: 'side_by_side' | 'stacked';
}

interface PreviewState {
  readonly desk: Desk;
  readonly message: string;
  /** How many times it was submitted: each time the task begins anew. */
  readonly round: number;
}
type PreviewAct = { readonly task: DeskTask; readonly act: JudgeAct };

function reducePreview(state: PreviewState, { task, act }: PreviewAct): PreviewState {
  if (act.kind !== 'command' || act.id !== 'submit')
    return { ...state, desk: reduceDesk(state.desk, act, task), message: '' };
  const sought = seekMissing(state.desk, task);
  if (sought !== undefined) return { ...state, desk: sought, message: '' };
  const message = say('Submitted, as an annotator would. Nothing was stored.');
  return { desk: layDesk(task), message, round: state.round + 1 };
}

function Preview({ bindings, layout, ...given }: JudgingPreviewProps) {
  const { rubric, prompt, responses, brief, code, dialogue } = given;
  // The same object as long as nothing of it changes, so that texts are not rendered anew at each key.
  const content = useMemo(
    () => ({ rubric, prompt, responses, brief, code, dialogue }),
    [rubric, prompt, responses, brief, code, dialogue],
  );
  const task = deskTaskOf(content);
  const start: PreviewState = { desk: layDesk(task), message: '', round: 0 };
  const [{ desk, message, round }, dispatch] = useReducer(reducePreview, start);
  const shown = useMemo((): ViewTask => ({ ...content, assignmentId: `preview${round}` }), [content, round]);
  return (
    <JudgingView
      task={shown}
      desk={desk}
      onAct={(act) => dispatch({ task, act })}
      bindings={bindings ?? defaultBindings}
      layout={layout ?? 'side_by_side'}
      mode="preview"
      message={message}
    />
  );
}

/** The judging screen with a made-up task: keys work inside it, nothing is sent. Starts anew with each rubric. */
export function JudgingPreview(props: JudgingPreviewProps) {
  const [seen, setSeen] = useState({ rubric: props.rubric, round: 0 });
  if (seen.rubric !== props.rubric) setSeen({ rubric: props.rubric, round: seen.round + 1 });
  return <Preview key={seen.round} {...props} />;
}
