import type { ChoiceScale, ChoicesScale } from '#domain/rubrics/scale.ts';
import { setChoices } from '#web/features/rubrics/editor/scale-edits.ts';
import { say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import { OptionList } from './option-list.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

/** The options, one of which is chosen. */
export function ChoiceForm({ scale, problems, onChange }: ScaleFormProps<ChoiceScale>) {
  return (
    <OptionList
      label={say('Options')}
      options={scale.options}
      problems={problems}
      at="scale.options"
      onChange={(options, typing) => onChange({ ...scale, options }, typing)}
    />
  );
}

/** The options, and how many of them are chosen. */
export function ChoicesForm({ scale, problems, onChange }: ScaleFormProps<ChoicesScale>) {
  return (
    <div className={styles.form}>
      <OptionList
        label={say('Options')}
        options={scale.options}
        problems={problems}
        at="scale.options"
        onChange={(options, typing) => onChange(setChoices(scale, options), typing)}
      />
      <div className={styles.controls}>
        <div className={styles.short}>
          <NumberField
            label={say('At least')}
            min={0}
            max={scale.options.length}
            value={scale.atLeast}
            hint={scale.atLeast === 0 ? say('“None” is an answer.') : undefined}
            error={problems.at('scale.atLeast')}
            onChange={(atLeast) => onChange({ ...scale, atLeast }, 'atLeast')}
          />
        </div>
        <div className={styles.short}>
          <NumberField
            label={say('At most')}
            min={1}
            max={scale.options.length}
            value={scale.atMost}
            error={problems.at('scale.atMost')}
            onChange={(atMost) => onChange({ ...scale, atMost }, 'atMost')}
          />
        </div>
      </div>
    </div>
  );
}
