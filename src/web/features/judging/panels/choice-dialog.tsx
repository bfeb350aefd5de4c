import { type KeyboardEvent, useState } from 'react';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import styles from './choice-dialog.module.css';
import { type Choice, ChoiceList, choiceForDigit } from './choice-list.tsx';

interface ChoiceDialogProps<Value extends string> {
  readonly title: string;
  readonly intro: string;
  readonly options: readonly Choice<Value>[];
  readonly first: Value;
  readonly submitLabel: string;
  readonly onClose: () => void;
  /** Answers with what went wrong, or null when it is done. */
  readonly onSubmit: (value: Value, note: string) => Promise<string | null> | null;
}

interface ChoiceState<Value> {
  readonly value: Value;
  readonly note: string;
  readonly problem: string | null;
}

/** Cancel, and the act of the dialog. */
export function ChoiceFooter(props: {
  readonly label: string;
  readonly onClose: () => void;
  readonly onSubmit: () => void;
}) {
  return (
    <>
      <Button keyHint="Escape" onClick={props.onClose}>
        {say('Cancel')}
      </Button>
      <Button variant="primary" keyHint="Enter" onClick={props.onSubmit}>
        {props.label}
      </Button>
    </>
  );
}

/** One of a few reasons, by digit, with a note if wanted. Enter sends. */
export function ChoiceDialog<const Value extends string>(props: ChoiceDialogProps<Value>) {
  const { title, options, first, onClose } = props;
  const [state, setState] = useState<ChoiceState<Value>>({ value: first, note: '', problem: null });
  const change = (part: Partial<ChoiceState<Value>>) => setState({ ...state, ...part });
  const submit = async () => {
    const problem = await props.onSubmit(state.value, state.note.trim());
    if (problem === null) onClose();
    else change({ problem });
  };
  const press = (event: KeyboardEvent) => {
    const isWriting = event.target instanceof HTMLTextAreaElement;
    const value = isWriting ? undefined : choiceForDigit(options, event.key);
    if (value !== undefined) change({ value });
    else if (event.key === 'Enter' && (!isWriting || event.ctrlKey || event.metaKey)) void submit();
    else return;
    event.preventDefault();
  };
  const footer = <ChoiceFooter label={props.submitLabel} onClose={onClose} onSubmit={() => void submit()} />;
  return (
    <Dialog open onClose={onClose} title={title} footer={footer}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits and Enter act on the fields inside */}
      <div className={styles.body} onKeyDown={press}>
        <p className={styles.intro}>{props.intro}</p>
        <ChoiceList
          name="reason"
          legend={title}
          choices={options}
          first={first}
          value={state.value}
          onChoose={(value) => change({ value })}
        />
        <TextArea
          label={say('Note')}
          optional
          rows={2}
          maxLength={2_000}
          value={state.note}
          onChange={(event) => change({ note: event.target.value })}
        />
        {state.problem !== null && (
          <p className={styles.problem} role="alert">
            {state.problem}
          </p>
        )}
      </div>
    </Dialog>
  );
}
