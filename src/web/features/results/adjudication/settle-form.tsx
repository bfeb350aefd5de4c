import { reviewLimits } from '#domain/review/review-plan.ts';
import type { Criterion } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { Button } from '#web/ui/button.tsx';
import { Kbd } from '#web/ui/kbd.tsx';
import { RelativeTime } from '#web/ui/relative-time.tsx';
import { Section } from '#web/ui/section.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Checkbox } from '#web/ui/switch.tsx';
import { TextArea } from '#web/ui/text-field.tsx';
import styles from './adjudication.module.css';
import type { Adjudication } from './adjudication-queries.ts';
import { causes, outcomes } from './cause-words.ts';
import { isComplete, type Settlement, type SettlementAct } from './settlement.ts';

interface SettleFormProps {
  readonly settlement: Settlement;
  readonly dispatch: (act: SettlementAct) => void;
  readonly mayManage: boolean;
  readonly current: Adjudication | null;
  readonly headings: readonly string[];
  readonly criteria: readonly Criterion[];
  readonly isSending: boolean;
  readonly onSend: () => void;
}

function Causes({ settlement, dispatch }: Pick<SettleFormProps, 'settlement' | 'dispatch'>) {
  return (
    <fieldset className={styles.causes}>
      <legend>{say('Why did they differ?')}</legend>
      {causes.map(({ cause, key, label, hint }) => (
        <label key={cause} className={styles.cause}>
          <input
            type="radio"
            name="cause"
            checked={settlement.cause === cause}
            onChange={() => dispatch({ kind: 'cause', cause })}
          />
          <span>
            {say(label)} <span className={styles.soft}>{say(hint)}</span>
          </span>
          <Kbd keys={key} />
        </label>
      ))}
    </fieldset>
  );
}

function Outcomes({
  settlement,
  dispatch,
  mayManage,
}: Pick<SettleFormProps, 'settlement' | 'dispatch' | 'mayManage'>) {
  const offered = outcomes.filter(
    ({ outcome }) =>
      (outcome !== 'gold' || mayManage) && (outcome !== 'drop' || settlement.cause === 'bad_item'),
  );
  return (
    <fieldset className={styles.causes}>
      <legend>{say('What follows?')}</legend>
      {offered.map(({ outcome, label, hint }) => (
        <Checkbox
          key={outcome}
          label={say(label)}
          hint={say(hint)}
          checked={settlement.outcomes.includes(outcome)}
          onChange={() => dispatch({ kind: 'outcome', outcome })}
        />
      ))}
    </fieldset>
  );
}

/** The cause, the words and what follows, sent in one step. */
export function SettleForm(props: SettleFormProps) {
  const { settlement, dispatch, current, headings, criteria, isSending, onSend } = props;
  return (
    <Section
      title={say('Settle')}
      summary={
        current && (
          <>
            {say('Settled by {name}', { name: current.by.name })}, <RelativeTime at={current.createdAt} />
          </>
        )
      }
    >
      <div className={styles.form}>
        <Causes {...props} />
        <div className={styles.words}>
          <TextArea
            label={say('In words')}
            hint={say('What holds from now on, or what the guidelines lack.')}
            rows={4}
            maxLength={reviewLimits.wordsCharacters}
            value={settlement.words}
            onChange={(event) => dispatch({ kind: 'say', words: event.target.value })}
          />
          <SelectField
            label={say('Section of the guidelines')}
            value={settlement.section}
            options={[
              { value: '', label: say('None') },
              ...[...new Set(headings)].map((heading) => ({ value: heading, label: heading })),
            ]}
            onChange={(section) => dispatch({ kind: 'say', section })}
          />
          {settlement.outcomes.includes('precedent') && (
            <SelectField
              label={say('Criterion that the precedent is about')}
              value={settlement.criterion}
              options={[
                { value: '', label: say('None') },
                ...criteria.map(({ key, label }) => ({ value: key, label })),
              ]}
              onChange={(criterion) => dispatch({ kind: 'say', criterion })}
            />
          )}
        </div>
        <Outcomes {...props} />
      </div>
      <div className={styles.send}>
        <Button
          variant="primary"
          keyHint="Mod+Enter"
          busy={isSending}
          disabled={!isComplete(settlement)}
          onClick={onSend}
        >
          {current === null ? say('Settle and go on') : say('Settle anew')}
        </Button>
      </div>
    </Section>
  );
}
