import { type KeyboardEvent, useReducer, useState } from 'react';
import type { FlagKind } from '#domain/queue/assignment.ts';
import { flagLimits } from '#domain/queue/flag.ts';
import { type ViolationType, violationTypes } from '#domain/queue/violation-types.ts';
import type { FlagWords } from '#web/features/judging/live/flag-keeper.ts';
import { say, sayAs } from '#web/messages/say.ts';
import { nameViolation } from '#web/session/flag-names.ts';
import { Button } from '#web/ui/button.tsx';
import { Dialog } from '#web/ui/dialog.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import styles from './choice-dialog.module.css';
import { ChoiceFooter } from './choice-dialog.tsx';
import { ChoiceList, choiceForDigit } from './choice-list.tsx';
import { type Concern, readConcern } from './read-concern.ts';
import { flagOptions } from './reasons.ts';

interface FlagState {
  readonly kind: FlagKind | null;
  readonly violationType: ViolationType | null;
  readonly concern: Concern | null;
  readonly note: string;
  readonly problem: string | null;
}

/** What is still to be chosen before the flag can be sent, in words; null where nothing is. */
function missingOf({ kind, violationType }: FlagState): string | null {
  if (kind === null) return say('Choose what it is about, by its digit.');
  if (kind === 'policy_violation' && violationType === null)
    return say('Choose which rule it breaks, by its digit.');
  return null;
}

function wordsOf({ kind, violationType, concern, note }: FlagState): FlagWords {
  return {
    kind: kind ?? 'other',
    note: note.trim(),
    violationType: kind === 'policy_violation' ? violationType : null,
    quote: concern?.quote ?? '',
    unitId: concern?.unitId ?? null,
  };
}

interface FlagDialogProps {
  readonly onClose: () => void;
  readonly onSubmit: (flag: FlagWords) => void;
}

const kinds = () => flagOptions.map(({ value, label }) => ({ value, label: say(label) }));
const violations = () => violationTypes.map((value) => ({ value, label: nameViolation(value) }));

/** What a key chooses: a kind, or once a violation is chosen, which one; Backspace goes back to the kinds. */
function chosenByKey({ kind }: FlagState, key: string): Partial<FlagState> | undefined {
  if (kind !== 'policy_violation') {
    const chosen = choiceForDigit(kinds(), key);
    return chosen && { kind: chosen };
  }
  if (key === 'Backspace') return { kind: null, violationType: null };
  const violationType = choiceForDigit(violations(), key);
  return violationType && { violationType };
}

/** The passage that was selected when the dialog opened. */
function ConcernLine({ concern, onDrop }: { readonly concern: Concern; readonly onDrop: () => void }) {
  return (
    <div className={styles.concern}>
      <blockquote dir="auto" aria-label={say('The passage concerned')}>
        {concern.quote}
      </blockquote>
      <Button size="small" variant="quiet" onClick={onDrop}>
        {say('Leave out')}
      </Button>
    </div>
  );
}

/** What is flagged: a kind, of a policy violation also which rule, both by digit; Backspace goes back, Enter sends. */
export function FlagDialog({ onClose, onSubmit }: FlagDialogProps) {
  const [selected] = useState(readConcern);
  const start: FlagState = { kind: null, violationType: null, concern: selected, note: '', problem: null };
  const [state, change] = useReducer(
    (old: FlagState, part: Partial<FlagState>): FlagState => ({ ...old, problem: null, ...part }),
    start,
  );
  const submit = () => {
    const problem = missingOf(state);
    if (problem !== null) return change({ problem });
    onSubmit(wordsOf(state));
    onClose();
  };
  const press = (event: KeyboardEvent) => {
    const isWriting = event.target instanceof HTMLTextAreaElement;
    const chosen = isWriting ? undefined : chosenByKey(state, event.key);
    const sends = event.key === 'Enter' && (!isWriting || event.ctrlKey || event.metaKey);
    // Enter on a button is that button's.
    if (sends && !(event.target instanceof HTMLButtonElement)) submit();
    else if (chosen !== undefined) change(chosen);
    else return;
    event.preventDefault();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={say('Flag for help')}
      footer={<ChoiceFooter label={sayAs('verb', 'Flag')} onClose={onClose} onSubmit={submit} />}
    >
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits and Enter act on the fields inside */}
      <div className={styles.body} onKeyDown={press}>
        <p className={styles.intro}>
          {say(
            'Somebody who decides will look at it, with what you have answered so far. The task stays with you: judge it or skip it.',
          )}
        </p>
        {state.concern !== null && (
          <ConcernLine concern={state.concern} onDrop={() => change({ concern: null })} />
        )}
        <FlagChoices state={state} onChange={change} />
        <TextArea
          label={say('Note')}
          optional
          rows={2}
          maxLength={flagLimits.noteCharacters}
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

function FlagChoices(props: {
  readonly state: FlagState;
  readonly onChange: (part: Partial<FlagState>) => void;
}) {
  const { state, onChange } = props;
  const asksViolation = state.kind === 'policy_violation';
  return (
    <>
      <ChoiceList
        name="kind"
        legend={say('Flag for help')}
        choices={kinds()}
        first="policy_violation"
        value={state.kind}
        hasKeys={!asksViolation}
        onChoose={(kind) => onChange({ kind })}
      />
      {asksViolation && (
        <div className={styles.violations}>
          <ChoiceList
            name="violation"
            legend={say('Which rule does it break?')}
            titled
            choices={violations()}
            value={state.violationType}
            onChoose={(violationType) => onChange({ violationType })}
          />
        </div>
      )}
    </>
  );
}
