import { exampleItems } from './examples/example-items.ts';
import type { RubricTemplate, TemplateStart } from './rubric-template.ts';
import { audioComparison } from './templates/audio-comparison.ts';
import { claimsCheck } from './templates/claims-check.ts';
import { codeReview } from './templates/code-review.ts';
import { dialogueContinuation } from './templates/dialogue-continuation.ts';
import { dialogueRating } from './templates/dialogue-rating.ts';
import { editTheBest } from './templates/edit-the-best.ts';
import { fiveAttributes } from './templates/five-attributes.ts';
import { helpfulHarmless } from './templates/helpful-harmless.ts';
import { imageComparison } from './templates/image-comparison.ts';
import { liveChat } from './templates/live-chat.ts';
import { pairwiseFourStrengths } from './templates/pairwise-four-strengths.ts';
import { pairwiseSevenPoint } from './templates/pairwise-seven-point.ts';
import { processSupervision } from './templates/process-supervision.ts';
import { promptWriting } from './templates/prompt-writing.ts';
import { rankingWithTies } from './templates/ranking-with-ties.ts';
import { redTeamAttempt } from './templates/red-team-attempt.ts';
import { referenceWriting } from './templates/reference-writing.ts';
import { safetyWithSeverity } from './templates/safety-with-severity.ts';
import { summaryAxes } from './templates/summary-axes.ts';
import { videoComparison } from './templates/video-comparison.ts';

const starts: readonly TemplateStart[] = [
  pairwiseSevenPoint,
  pairwiseFourStrengths,
  helpfulHarmless,
  rankingWithTies,
  dialogueContinuation,
  fiveAttributes,
  safetyWithSeverity,
  summaryAxes,
  dialogueRating,
  codeReview,
  processSupervision,
  claimsCheck,
  referenceWriting,
  editTheBest,
  promptWriting,
  liveChat,
  redTeamAttempt,
  imageComparison,
  audioComparison,
  videoComparison,
];

/** The rubrics that a lead may start from: by purpose, and within one the most common first. */
export const rubricTemplates: readonly RubricTemplate[] = starts.map((start) => ({
  ...start,
  example: exampleItems[start.key],
}));
