import { useReducer, useState } from 'react';
import type { Message } from '#domain/items/item.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { type Desk, type DeskTask, layDesk, reduceDesk, seekMissing } from './desk/desk.ts';
import type { JudgeAct } from './desk/judge-act.ts';
import { defaultBindings, type KeyBindings } from './keys/key-bindings.ts';
import { JudgingView } from './view/judging-view.tsx';

export interface JudgingPreviewProps {
  readonly rubric: Rubric;
  readonly prompt: readonly Message[];
  readonly responses: readonly { readonly id: string; readonly text: string }[];
  readonly bindings?: KeyBindings;
  readonly layout?: 'side_by_side' | 'stacked';
}

interface PreviewState {
  readonly desk: Desk;
  readonly message: string;
}
type PreviewAct = { readonly task: DeskTask; readonly act: JudgeAct };

function reducePreview(state: PreviewState, { task, act }: PreviewAct): PreviewState {
  if (act.kind !== 'command' || act.id !== 'submit')
    return { desk: reduceDesk(state.desk, act, task), message: '' };
  const sought = seekMissing(state.desk, task);
  if (sought !== undefined) return { desk: sought, message: '' };
  return { desk: layDesk(task), message: say('Submitted, as an annotator would. Nothing was stored.') };
}

function Preview({ rubric, prompt, responses, bindings, layout }: JudgingPreviewProps) {
  const task: DeskTask = { rubric, responseIds: responses.map((response) => response.id) };
  const [{ desk, message }, dispatch] = useReducer(reducePreview, { desk: layDesk(task), message: '' });
  return (
    <JudgingView
      task={{ assignmentId: 'preview', rubric, prompt, responses }}
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
