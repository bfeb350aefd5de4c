import type { KeyOverrides } from '#web/features/judging/keys/key-bindings.ts';
import type { JudgingSession } from '#web/features/judging/live/judging-session.ts';
import { say } from '#web/messages/say.ts';
import { ChoiceDialog } from './choice-dialog.tsx';
import { FlagDialog } from './flag-dialog.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import type { PanelState } from './panel-state.ts';
import { skipOptions } from './reasons.ts';

interface JudgeDialogsProps {
  readonly dialog: PanelState['dialog'];
  readonly session: Pick<JudgingSession, 'skip' | 'flag'>;
  readonly keys: KeyOverrides;
  readonly onKeys: (keys: KeyOverrides) => void;
  readonly onClose: () => void;
}

/** The windows over the judging screen. */
export function JudgeDialogs({ dialog, session, keys, onKeys, onClose }: JudgeDialogsProps) {
  if (dialog === null) return null;
  if (dialog === 'keys') return <KeysDialog overrides={keys} onChange={onKeys} onClose={onClose} />;
  if (dialog === 'skip') {
    return (
      <ChoiceDialog
        title={say('Skip this task')}
        intro={say('Somebody else will judge it. It counts neither for nor against you.')}
        options={skipOptions.map(({ value, label }) => ({ value, label: say(label) }))}
        first="unclear"
        submitLabel={say('Skip')}
        onClose={onClose}
        onSubmit={(reason, note) => {
          // Once the dialog has given the focus back, so that the next task takes it from there.
          setTimeout(() => session.skip(reason, note));
          return null;
        }}
      />
    );
  }
  return <FlagDialog onClose={onClose} onSubmit={(flag) => session.flag(flag)} />;
}
