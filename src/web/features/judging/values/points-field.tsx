import type { ScaleValue } from '#domain/judging/answers.ts';
import type { ChoiceScale, RatingScale, StepLabelScale } from '#domain/rubrics/scale.ts';
import { optionsOf } from '#domain/rubrics/scale-points.ts';
import { ratingForDigit } from '#web/features/judging/desk/answer-for-digit.ts';
import { controlId } from '#web/features/judging/desk/control-id.ts';
import { listControlValues } from '#web/features/judging/desk/control-values.ts';
import { anchorOf, standingOf } from '#web/features/judging/view/dock-props.ts';
import { type RadioOption, RadioRow } from '#web/features/judging/view/radio-row.tsx';
import { type FieldProps, giveValue } from './value-props.ts';

type PointScale = RatingScale | ChoiceScale | StepLabelScale;

const digits = [1, 2, 3, 4, 5, 6, 7, 8, 9, 0];

function optionOf(
  { criterion, scale }: FieldProps<PointScale>,
  value: ScaleValue,
  index: number,
): RadioOption {
  if (scale.kind !== 'rating') {
    const { label, help } = optionsOf(scale)[index] ?? { label: String(value) };
    const name = help === undefined || help === '' ? label : `${label}: ${help}`;
    return { key: String(value), text: label, label, name, digit: digits[index] };
  }
  const label = typeof value === 'number' ? anchorOf(criterion, value) : undefined;
  const digit = digits.find((each) => ratingForDigit(scale, each) === value);
  const name = label === undefined ? String(value) : `${value}: ${label}`;
  return { key: String(value), text: String(value), ...(label && { label }), name, digit };
}

/** One of several points: a rating in circles, a choice in words. */
export function PointsField(props: FieldProps<PointScale>) {
  const { control, criterion, rubric, desk, name, scale, value: chosen, onAct } = props;
  const values = listControlValues(control, rubric);
  return (
    <RadioRow
      id={controlId(control)}
      name={name}
      look={scale.kind === 'rating' ? 'circles' : 'words'}
      options={values.map((value, index) => optionOf(props, value, index))}
      chosen={chosen === undefined ? undefined : String(chosen)}
      {...standingOf(desk, control)}
      isRequired={criterion.required}
      hasCaption={scale.kind === 'rating' && scale.anchors.length > 0}
      onPick={(key) =>
        giveValue(
          props,
          values.find((each) => String(each) === key),
        )
      }
      onActivate={() => onAct({ kind: 'activate', control })}
    />
  );
}
