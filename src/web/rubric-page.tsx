import { type ReactNode, useState } from 'react';
import { unitsOf } from '#domain/items/item-units.ts';
import { type Desk, layDesk, reduceDesk, seekMissing } from '#web/features/judging/desk/desk.ts';
import type { JudgeAct } from '#web/features/judging/desk/judge-act.ts';
import { resolveBindings } from '#web/features/judging/keys/key-bindings.ts';
import { JudgingView } from '#web/features/judging/view/judging-view.tsx';
import type { JudgingPreviewProps } from '#web/features/rubrics/preview-item.ts';
import { RubricScreen } from '#web/features/rubrics/rubric-screen.tsx';
import { say } from '#web/messages/say.ts';
import { useSession } from '#web/session/use-session.ts';

const words = ['label', 'help', 'anchors', 'lowLabel', 'highLabel'];

/** What makes answers to one rubric meaningless under another: words may change, the questions may not. */
function shapeOf({ rubric, item }: JudgingPreviewProps): string {
  const questions = {
    ...rubric,
    responses: item.responses.map(({ id }) => id),
    turns: item.prompt.length,
    tree: item.dialogue?.length,
  };
  return JSON.stringify(questions, (key, value: unknown) => (words.includes(key) ? undefined : value));
}

function JudgingPreview(props: JudgingPreviewProps) {
  return <TryOut key={shapeOf(props)} {...props} />;
}

interface TryOutState {
  readonly desk: Desk;
  readonly message: ReactNode;
}

/** The judging screen with a desk of its own, so that answers can be tried and go nowhere. */
function TryOut({ rubric, item }: JudgingPreviewProps) {
  const { preferences } = useSession();
  const task = { rubric, responseIds: item.responses.map(({ id }) => id), units: unitsOf(item) };
  const [{ desk, message }, setState] = useState<TryOutState>(() => ({ desk: layDesk(task), message: null }));
  const act = (one: JudgeAct) => {
    if (one.kind !== 'command' || one.id !== 'submit') {
      setState({ desk: reduceDesk(desk, one, task), message: null });
      return;
    }
    const unfinished = seekMissing(desk, task);
    setState(
      unfinished === undefined
        ? { desk: layDesk(task), message: say('Complete: a live task would be submitted now.') }
        : { desk: unfinished, message: say('An answer is still missing.') },
    );
  };
  return (
    <JudgingView
      task={{ assignmentId: 'preview', rubric, ...item }}
      desk={desk}
      onAct={act}
      bindings={resolveBindings(preferences.keys)}
      layout={preferences.layout}
      mode="preview"
      message={message}
    />
  );
}

/** The rubric designer with the judging screen as its preview: only here may two features meet. */
export function RubricPage() {
  return <RubricScreen JudgingPreview={JudgingPreview} />;
}
