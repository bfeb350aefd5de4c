import { type KeyboardEvent, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Row, Stack } from '#web/ui/stack.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import type { ConversationKeeper } from './conversation-keeper.ts';

interface TextEditProps {
  readonly label: string;
  readonly text: string;
  /** Where what is written is kept until it is sent or left. */
  readonly turnId: string;
  readonly chat: Pick<ConversationKeeper, 'readEdit' | 'keepEdit'>;
  readonly saveLabel: string;
  /** False where it was not taken: what is written then stays. */
  readonly onSave: (text: string) => Promise<boolean>;
  readonly onClose: () => void;
}

/** A text written anew in its place. */
export function TextEdit({ label, text, turnId, chat, saveLabel, onSave, onClose }: TextEditProps) {
  const [written, setWritten] = useState(() => chat.readEdit(turnId) ?? text);
  const [isBusy, setBusy] = useState(false);
  const canSave = written.trim() !== '' && written !== text;
  const close = () => {
    chat.keepEdit(turnId, null);
    onClose();
  };
  const write = (value: string) => {
    chat.keepEdit(turnId, value);
    setWritten(value);
  };
  const save = async () => {
    if (!canSave || isBusy) return;
    setBusy(true);
    const isTaken = await onSave(written);
    setBusy(false);
    if (isTaken) close();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'Escape') close();
    else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void save();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <Stack gap={2}>
      <TextArea
        label={label}
        labelHidden
        value={written}
        autoFocus
        onChange={(event) => write(event.target.value)}
        onKeyDown={onKeyDown}
      />
      <Row>
        <Button
          size="small"
          variant="primary"
          keyHint="Mod+Enter"
          busy={isBusy}
          disabled={!canSave}
          onClick={() => void save()}
        >
          {saveLabel}
        </Button>
        <Button size="small" variant="quiet" keyHint="Escape" onClick={close}>
          {say('Leave it')}
        </Button>
      </Row>
    </Stack>
  );
}
