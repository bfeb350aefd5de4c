import { liveChat, redTeamAttempt } from './chat-cases.ts';
import { claimsCheck, codeReview, dialogueRating, processSupervision } from './check-cases.ts';
import { fourStrengths, helpfulHarmless, pairwiseSevenPoint, rankingWithTies } from './compare-cases.ts';
import { dialogueContinuation } from './dialogue-cases.ts';
import { audioComparison, imageComparison, videoComparison } from './media-cases.ts';
import { fiveAttributes, safetyWithSeverity, summaryAxes } from './rate-cases.ts';
import type { TemplateCase } from './template-case.ts';
import { editTheBest, promptWriting, referenceWriting } from './writing-cases.ts';

/** A case for every template; the tests hold that none is missing. */
export const templateCases: readonly TemplateCase[] = [
  pairwiseSevenPoint,
  fourStrengths,
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
