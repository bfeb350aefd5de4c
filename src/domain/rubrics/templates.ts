import type { RubricTemplate } from './rubric-template.ts';
import { fiveAttributes } from './template-five-attributes.ts';
import { pairwiseFourStrengths } from './template-pairwise-four-strengths.ts';
import { pairwiseSevenPoint } from './template-pairwise-seven-point.ts';

/** The rubrics that a lead may start from, the most common first. */
export const rubricTemplates: readonly RubricTemplate[] = [
  pairwiseSevenPoint,
  pairwiseFourStrengths,
  fiveAttributes,
];
