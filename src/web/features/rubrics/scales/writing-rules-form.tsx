import {
  type TextFormat,
  type ToneRule,
  textFormats,
  toneRules,
  type WritingRules,
  type WritingScale,
} from '#domain/rubrics/scale.ts';
import { Disclosure } from '#web/features/rubrics/disclosure.tsx';
import { type Message, message, say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import { SelectField } from '#web/ui/select-field.tsx';
import { Checkbox } from '#web/ui/switch.tsx';
import { PhrasesField } from './phrases-field.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

const formatNames: Readonly<Record<TextFormat, Message>> = {
  any: message('Any format'),
  plain: message('Plain text'),
  markdown: message('Markdown'),
  json: message('JSON'),
};
const toneNames: Readonly<Record<ToneRule, Message>> = {
  no_first_person: message('No first person'),
  no_exclamation: message('No exclamation marks'),
  no_hedging: message('No hedging'),
  no_apology: message('No apologies'),
};

/** What a written text must keep to; checked while it is written. */
export function WritingRulesForm({ scale, problems, onChange }: ScaleFormProps<WritingScale>) {
  const { rules } = scale;
  const set = (change: Partial<WritingRules>, typing?: string) =>
    onChange({ ...scale, rules: { ...rules, ...change } }, typing);
  return (
    <Disclosure
      title={say('Rules')}
      state={
        rules.maxWords === 0
          ? say('from {minWords, number} words', { minWords: rules.minWords })
          : say('{minWords, number} to {maxWords, number} words', {
              minWords: rules.minWords,
              maxWords: rules.maxWords,
            })
      }
      isForced={problems.below('scale.rules') !== undefined}
    >
      <div className={styles.controls}>
        <div className={styles.short}>
          <NumberField
            label={say('At least, in words')}
            min={0}
            value={rules.minWords}
            error={problems.at('scale.rules.minWords')}
            onChange={(minWords) => set({ minWords }, 'minWords')}
          />
        </div>
        <div className={styles.short}>
          <NumberField
            label={say('At most, in words')}
            min={0}
            value={rules.maxWords}
            hint={say('0 for no limit')}
            error={problems.at('scale.rules.maxWords')}
            onChange={(maxWords) => set({ maxWords }, 'maxWords')}
          />
        </div>
        <SelectField
          label={say('Format')}
          options={textFormats.map((value) => ({ value, label: say(formatNames[value]) }))}
          value={rules.format}
          onChange={(format) => set({ format })}
        />
      </div>
      <ToneFields tone={rules.tone} onChange={(tone) => set({ tone })} />
      <PhrasesField
        label={say('Must hold')}
        hint={say('One word or phrase a line.')}
        phrases={rules.mustInclude}
        error={problems.below('scale.rules.mustInclude')}
        onChange={(mustInclude) => set({ mustInclude }, 'mustInclude')}
      />
      <PhrasesField
        label={say('Must not hold')}
        hint={say('One word or phrase a line, such as “As an AI”.')}
        phrases={rules.mustNotInclude}
        error={problems.below('scale.rules.mustNotInclude')}
        onChange={(mustNotInclude) => set({ mustNotInclude }, 'mustNotInclude')}
      />
    </Disclosure>
  );
}

interface ToneFieldsProps {
  readonly tone: readonly ToneRule[];
  readonly onChange: (tone: readonly ToneRule[]) => void;
}

function ToneFields({ tone, onChange }: ToneFieldsProps) {
  return (
    <fieldset>
      <legend className={styles.legend}>{say('Tone')}</legend>
      <div className={styles.checks}>
        {toneRules.map((rule) => (
          <Checkbox
            key={rule}
            label={say(toneNames[rule])}
            checked={tone.includes(rule)}
            onChange={(event) =>
              onChange(
                toneRules.filter((each) => (each === rule ? event.target.checked : tone.includes(each))),
              )
            }
          />
        ))}
      </div>
    </fieldset>
  );
}
