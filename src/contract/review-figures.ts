import { z } from 'zod';
import { reviewGaps } from '#domain/review/review-figures.ts';
import { judge } from './results.ts';
import { route } from './route.ts';
import { id, projectParams } from './wire.ts';

/** A figure on reviews with its 95 % interval, or the reason why there is none. */
export const reviewFigure = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.number().int(),
    reason: z.enum(reviewGaps).nullable(),
    /** Where there is too little: how much it takes. */ needed: z.number().int().nullable(),
  })
  .meta({ id: 'ReviewFigure' });

/** How the grades of one aspect turned out. */
const gradeFigures = z.object({
  /** Empty for the judgment as a whole. */ aspectKey: z.string(),
  /** 1 is the first grade. */ meanPlace: z.number(),
  /** How often the first grade was given. */ first: reviewFigure,
});

export const reviewerFigures = z
  .object({
    ...judge.shape,
    decisions: z.number().int(),
    accepted: reviewFigure,
    fixed: reviewFigure,
    returned: reviewFigure,
    /** Of decisions that somebody looked at again: those that did not stand. */ overturned: reviewFigure,
    /** Of judgments that two reviewers saw blind of each other: the same said, right or not. */
    same: reviewFigure,
    /** Cohen's kappa of the same. */ kappa: reviewFigure,
    medianMs: z.number(),
    grades: z.array(gradeFigures),
  })
  .meta({ id: 'ReviewerFigures' });

export const authorFigures = z
  .object({
    ...judge.shape,
    /** Of judgments reviewed: those accepted as they were first given. */ accepted: reviewFigure,
    /** The same of those that were drawn by chance alone. */ acceptedOfDrawn: reviewFigure,
    grades: z.array(gradeFigures),
  })
  .meta({ id: 'AuthorReviewFigures' });

const feature = 'review';

export const readReviewFigures = route({
  id: 'readReviewFigures',
  feature,
  method: 'GET',
  path: '/projects/:projectId/review/figures',
  access: 'review',
  summary: 'How reviewers decide and how far their decisions stand; for leads also how annotators fare',
  description: 'A reviewer who is no lead sees their own row only, and nothing on annotators.',
  params: projectParams,
  response: z.object({
    reviewers: z.array(reviewerFigures),
    /** Lowest acceptance first; null for reviewers who are no leads. */
    authors: z.array(authorFigures).nullable(),
    criteria: z.array(
      z.object({
        criterionKey: z.string(),
        label: z.string(),
        /** Of reviewed judgments that answered it: those corrected in it. */ fixed: reviewFigure,
      }),
    ),
  }),
});
export const readPersonReviewFigures = route({
  id: 'readPersonReviewFigures',
  feature,
  method: 'GET',
  path: '/projects/:projectId/review/figures/:personId',
  access: 'see_people',
  summary: 'How reviewers found one annotator’s judgments; null where none was reviewed',
  params: z.strictObject({ projectId: id, personId: id }),
  response: z.object({ figures: authorFigures.nullable() }),
});

export const reviewFigureRoutes = [readReviewFigures, readPersonReviewFigures] as const;
