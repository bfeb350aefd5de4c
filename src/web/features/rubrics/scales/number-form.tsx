import type { NumberScale, SliderScale, TextScale } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import { NumberField } from '#web/ui/number-field.tsx';
import { TextField } from '#web/ui/text-field.tsx';
import { DecimalField } from './decimal-field.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

type Ends = NumberScale | SliderScale;

function EndFields<Kind extends Ends>({ scale, problems, onChange }: ScaleFormProps<Kind>) {
  return (['min', 'max'] as const).map((end) => (
    <div key={end} className={styles.short}>
      <DecimalField
        label={end === 'min' ? say('Lowest') : say('Highest')}
        value={scale[end]}
        error={problems.at(`scale.${end}`)}
        onChange={(value) => onChange({ ...scale, [end]: value }, end)}
      />
    </div>
  ));
}

/** The range of a number that is typed, its digits and its unit. */
export function NumberForm({ scale, problems, onChange }: ScaleFormProps<NumberScale>) {
  return (
    <div className={styles.controls}>
      <EndFields scale={scale} problems={problems} onChange={onChange} />
      <div className={styles.short}>
        <NumberField
          label={say('Digits after the point')}
          min={0}
          max={6}
          value={scale.decimals}
          error={problems.at('scale.decimals')}
          onChange={(decimals) => onChange({ ...scale, decimals }, 'decimals')}
        />
      </div>
      <div className={styles.short}>
        <TextField
          label={say('Unit')}
          optional
          maxLength={20}
          placeholder="%"
          value={scale.unit}
          onChange={(event) => onChange({ ...scale, unit: event.target.value }, 'unit')}
        />
      </div>
    </div>
  );
}

/** The range of a slider, its steps and the names of its ends. */
export function SliderForm({ scale, problems, onChange }: ScaleFormProps<SliderScale>) {
  return (
    <div className={styles.form}>
      <div className={styles.controls}>
        <EndFields scale={scale} problems={problems} onChange={onChange} />
        <div className={styles.short}>
          <DecimalField
            label={say('Step')}
            value={scale.step}
            error={problems.at('scale.step')}
            onChange={(step) => onChange({ ...scale, step }, 'step')}
          />
        </div>
      </div>
      <TextField
        label={say('Name of the low end')}
        maxLength={120}
        value={scale.lowLabel}
        error={problems.at('scale.lowLabel')}
        onChange={(event) => onChange({ ...scale, lowLabel: event.target.value }, 'lowLabel')}
      />
      <TextField
        label={say('Name of the high end')}
        maxLength={120}
        value={scale.highLabel}
        error={problems.at('scale.highLabel')}
        onChange={(event) => onChange({ ...scale, highLabel: event.target.value }, 'highLabel')}
      />
    </div>
  );
}

/** How short and how long a text may be. */
export function TextForm({ scale, problems, onChange }: ScaleFormProps<TextScale>) {
  return (
    <div className={styles.controls}>
      <div className={styles.short}>
        <NumberField
          label={say('At least, in characters')}
          min={0}
          value={scale.minCharacters}
          error={problems.at('scale.minCharacters')}
          onChange={(minCharacters) => onChange({ ...scale, minCharacters }, 'minCharacters')}
        />
      </div>
      <div className={styles.short}>
        <NumberField
          label={say('At most, in characters')}
          min={1}
          value={scale.maxCharacters}
          error={problems.at('scale.maxCharacters')}
          onChange={(maxCharacters) => onChange({ ...scale, maxCharacters }, 'maxCharacters')}
        />
      </div>
    </div>
  );
}
