import { accountRoutes } from './accounts.ts';
import { adjudicationRoutes } from './adjudication.ts';
import { conversationRecordRoutes } from './conversation-records.ts';
import { conversationRoutes } from './conversations.ts';
import { exportRoutes } from './exports.ts';
import { goldRoutes } from './gold.ts';
import { importRoutes } from './imports.ts';
import { judgingRoutes } from './judging.ts';
import { mediaRoutes } from './media.ts';
import { modelRoutes } from './models.ts';
import { overlapRoutes } from './overlap.ts';
import { ownReviewRoutes } from './own-reviews.ts';
import { ownThresholdRoutes } from './own-thresholds.ts';
import { peopleQualityRoutes } from './people-quality.ts';
import { projectRoutes } from './projects.ts';
import { qualityRoutes } from './quality.ts';
import { questionRoutes } from './questions.ts';
import { repeatRoutes } from './repeats.ts';
import { resultRoutes } from './results.ts';
import { reviewRoutes } from './review.ts';
import { reviewFigureRoutes } from './review-figures.ts';
import type { Route } from './route.ts';
import { rubricRoutes } from './rubrics.ts';
import { thresholdRoutes } from './thresholds.ts';

/** Every route of the API, in the order of the documentation. */
export const allRoutes: readonly Route[] = [
  ...accountRoutes,
  ...projectRoutes,
  ...overlapRoutes,
  ...repeatRoutes,
  ...rubricRoutes,
  ...importRoutes,
  ...mediaRoutes,
  ...judgingRoutes,
  ...resultRoutes,
  ...qualityRoutes,
  ...peopleQualityRoutes,
  ...goldRoutes,
  ...thresholdRoutes,
  ...ownThresholdRoutes,
  ...questionRoutes,
  ...reviewRoutes,
  ...reviewFigureRoutes,
  ...ownReviewRoutes,
  ...adjudicationRoutes,
  ...modelRoutes,
  ...conversationRoutes,
  ...conversationRecordRoutes,
  ...exportRoutes,
];
