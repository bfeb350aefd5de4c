import { type RegionsScale, type ShapeKind, shapeKinds } from '#domain/rubrics/scale.ts';
import { FieldProblem } from '#web/features/rubrics/field-problem.tsx';
import { type Message, message, say } from '#web/messages/say.ts';
import { Checkbox } from '#web/ui/switch.tsx';
import { OptionList } from './option-list.tsx';
import { RequirementField } from './requirement-field.tsx';
import type { ScaleFormProps } from './scale-form-props.ts';
import styles from './scales.module.css';

const shapeNames: Readonly<Record<ShapeKind, Message>> = {
  box: message('Box in an image or on a page'),
  polygon: message('Outline in an image or on a page'),
  time: message('Stretch of time in sound or film'),
};

/** Which shapes can be drawn, and what they are called. */
export function RegionsForm({ scale, problems, onChange }: ScaleFormProps<RegionsScale>) {
  const toggle = (shape: ShapeKind, isOn: boolean) =>
    onChange({
      ...scale,
      shapes: shapeKinds.filter((each) => (each === shape ? isOn : scale.shapes.includes(each))),
    });
  return (
    <div className={styles.form}>
      <fieldset className={styles.switches}>
        <legend className={styles.legend}>{say('Shapes')}</legend>
        {shapeKinds.map((shape) => (
          <Checkbox
            key={shape}
            label={say(shapeNames[shape])}
            checked={scale.shapes.includes(shape)}
            onChange={(event) => toggle(shape, event.target.checked)}
          />
        ))}
        <FieldProblem text={problems.at('scale.shapes')} />
      </fieldset>
      <div>
        <p className={styles.legend}>{say('Labels of a region')}</p>
        <OptionList
          label={say('Labels of a region')}
          options={scale.labels}
          problems={problems}
          at="scale.labels"
          onChange={(labels, typing) => onChange({ ...scale, labels }, typing)}
        />
      </div>
      <RequirementField
        label={say('Note to each region')}
        value={scale.note}
        onChange={(note) => onChange({ ...scale, note })}
      />
    </div>
  );
}
