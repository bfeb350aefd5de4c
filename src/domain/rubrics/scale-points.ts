import type { ChoiceOption, Scale, ScaleAnchor } from './scale.ts';

/** The named points of a scale of numbers or strengths; none for others. */
export function anchorsOf(scale: Scale): readonly ScaleAnchor[] {
  return scale.kind === 'preference' || scale.kind === 'rating' ? scale.anchors : [];
}

/** The options to choose from, of whatever kind: answers, error types, verdicts or labels. */
export function optionsOf(scale: Scale): readonly ChoiceOption[] {
  switch (scale.kind) {
    case 'choice':
    case 'choices':
      return scale.options;
    case 'marks':
      return scale.types;
    case 'claims':
      return scale.verdicts;
    case 'regions':
      return scale.labels;
    case 'step_label':
      return scale.neutral ? [good, neutral, bad] : [good, bad];
    default:
      return [];
  }
}

const good: ChoiceOption = { key: 'good', label: 'Good', help: 'Right, and a step towards the answer.' };
const neutral: ChoiceOption = {
  key: 'neutral',
  label: 'Neutral',
  help: 'Not wrong, but it leads nowhere: a repetition, a detour, or nothing to check.',
};
const bad: ChoiceOption = { key: 'bad', label: 'Bad', help: 'Wrong, or it does not follow.' };
