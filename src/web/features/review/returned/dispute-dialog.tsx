import { useState } from 'react';
import { reviewLimits } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextArea } from '#web/ui/text-field.tsx';

interface DisputeDialogProps {
  readonly isSending: boolean;
  readonly onClose: () => void;
  readonly onDispute: (words: string) => void;
}

/** Why the reviewer is wrong, in the author's words. */
export function DisputeDialog({ isSending, onClose, onDispute }: DisputeDialogProps) {
  const [words, setWords] = useState('');
  const isSaid = words.trim() !== '';
  const send = () => {
    if (isSaid) onDispute(words.trim());
  };
  return (
    <Dialog
      open
      title={say('Dispute this')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button variant="primary" keyHint="Mod+Enter" busy={isSending} disabled={!isSaid} onClick={send}>
            {say('Dispute')}
          </Button>
        </>
      }
    >
      <TextArea
        label={say('Why does your judgment stand?')}
        hint={say(
          'Somebody other than the reviewer reads this and looks at your judgment. What they say stands.',
        )}
        rows={4}
        maxLength={reviewLimits.wordsCharacters}
        data-autofocus=""
        value={words}
        onChange={(event) => setWords(event.target.value)}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !(event.metaKey || event.ctrlKey)) return;
          event.preventDefault();
          send();
        }}
      />
    </Dialog>
  );
}
