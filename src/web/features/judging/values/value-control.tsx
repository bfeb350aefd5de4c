import { readControlValue } from '#web/features/judging/desk/control-values.ts';
import { standingOf } from '#web/features/judging/view/dock-props.ts';
import { say } from '#web/messages/say.ts';
import { ChoicesField } from './choices-field.tsx';
import { NumberEntry } from './number-entry.tsx';
import { PointsField } from './points-field.tsx';
import { SliderLine } from './slider-line.tsx';
import { TextEntry } from './text-entry.tsx';
import styles from './value-control.module.css';
import { giveValue, type ValueProps } from './value-props.ts';

function Field({ isNotApplicable, ...props }: ValueProps & { readonly isNotApplicable: boolean }) {
  const { scale } = props.criterion;
  const given = readControlValue(props.desk.answers, props.control);
  const value = isNotApplicable ? undefined : given;
  switch (scale.kind) {
    case 'rating':
    case 'choice':
    case 'step_label':
      return <PointsField {...props} scale={scale} value={value} />;
    case 'choices':
      return <ChoicesField {...props} scale={scale} value={value} />;
    case 'number':
      return <NumberEntry {...props} scale={scale} value={value} key={props.taskKey} />;
    case 'slider':
      return <SliderLine {...props} scale={scale} value={value} />;
    case 'text':
      return <TextEntry {...props} scale={scale} value={value} />;
    default:
      return null;
  }
}

/** Takes one value of whatever kind the criterion asks for; "not applicable" stands beside it where it is allowed. */
export function ValueControl(props: ValueProps) {
  const { criterion, control, desk, name } = props;
  const isNotApplicable = readControlValue(desk.answers, control) === null;
  return (
    <div
      className={styles.value}
      data-kind={criterion.scale.kind}
      data-not-applicable={isNotApplicable || undefined}
    >
      <Field {...props} isNotApplicable={isNotApplicable} />
      {criterion.allowNotApplicable === true && (
        <button
          type="button"
          className={styles.notApplicable}
          aria-pressed={isNotApplicable}
          aria-label={say('{criterion}: not applicable', { criterion: name })}
          title={say('Not applicable')}
          data-active={standingOf(desk, control).isActive || undefined}
          onPointerDown={(event) => event.preventDefault()}
          onClick={() => giveValue(props, isNotApplicable ? undefined : null)}
        >
          {say('N/A')}
          <span className={styles.key} aria-hidden="true">
            N
          </span>
        </button>
      )}
    </div>
  );
}
