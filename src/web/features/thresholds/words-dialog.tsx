import { type FormEvent, useId, useState } from 'react';
import { thresholdLimits } from '#domain/thresholds/rule.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import styles from './thresholds.module.css';

interface WordsDialogProps {
  readonly title: string;
  /** What comes of it. */
  readonly what: string;
  readonly label: string;
  readonly act: string;
  readonly isBusy: boolean;
  readonly onSend: (words: string) => void;
  readonly onClose: () => void;
}

/** Asks for the reason, which the other side reads. */
export function WordsDialog({ title, what, label, act, isBusy, onSend, onClose }: WordsDialogProps) {
  const [words, setWords] = useState('');
  const [isEmpty, setIsEmpty] = useState(false);
  const formId = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') setIsEmpty(true);
    else onSend(words.trim());
  };
  return (
    <Dialog
      open
      title={title}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{say('Cancel')}</Button>
          <Button variant="primary" type="submit" form={formId} disabled={isBusy}>
            {act}
          </Button>
        </>
      }
    >
      <form id={formId} onSubmit={submit} className={styles.form}>
        <p className={styles.soft}>{what}</p>
        <TextArea
          label={label}
          value={words}
          maxLength={thresholdLimits.wordsCharacters}
          error={isEmpty && words.trim() === '' ? say('Say why: the other side reads it.') : undefined}
          onChange={(event) => setWords(event.target.value)}
          data-autofocus
        />
      </form>
    </Dialog>
  );
}
