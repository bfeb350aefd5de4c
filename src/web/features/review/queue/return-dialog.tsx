import { useState } from 'react';
import { type ReviewPlan, reviewLimits } from '#domain/review/review-plan.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { Stack } from '#web/ui/stack.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import { GradeChoice } from './grade-choice.tsx';
import type { Look, LookAct } from './look.ts';

interface ReturnDialogProps {
  readonly look: Look;
  readonly dispatch: (act: LookAct) => void;
  readonly plan: ReviewPlan;
  readonly onClose: () => void;
  readonly onReturn: (words: string) => void;
}

/** What the author is told, so that they know what to look at. */
export function ReturnDialog({ look, dispatch, plan, onClose, onReturn }: ReturnDialogProps) {
  const [words, setWords] = useState(look.words);
  const isSaid = words.trim() !== '';
  const send = () => {
    if (isSaid) onReturn(words.trim());
  };
  return (
    <Dialog
      open
      title={say('Return to the author')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button variant="primary" keyHint="Mod+Enter" disabled={!isSaid} onClick={send}>
            {say('Return')}
          </Button>
        </>
      }
    >
      <Stack gap={3}>
        <TextArea
          label={say('What should they look at?')}
          hint={say('The author reads this, then redoes the task or disputes it. Your name is not shown.')}
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
        <GradeChoice {...{ plan, look, dispatch }} hasKeys={false} />
      </Stack>
    </Dialog>
  );
}
