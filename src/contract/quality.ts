import { z } from 'zod';
import { estimateGaps } from '#domain/quality/measures.ts';
import { sliceDimensions } from '#domain/quality/quality-report.ts';
import { agreementUnits } from '#domain/results/agreement-values.ts';
import { route } from './route.ts';
import { id, instant, projectParams } from './wire.ts';

/** A figure with its 95 % interval, or the reason why there is none. */
export const qualityEstimate = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.number().int(),
    reason: z.enum(estimateGaps).nullable(),
  })
  .meta({ id: 'QualityEstimate' });

const measures = {
  units: z.number().int(),
  /** Krippendorff's alpha with a bootstrap interval over units. */ alpha: qualityEstimate,
  /** Share of pairs of judgments with the very same answer, with Wilson's interval over units. */
  same: qualityEstimate,
  /** The same of which of two is better, strength left aside; null for criteria without sides. */
  sameSide: qualityEstimate.nullable(),
};

export const qualitySlice = z
  .object({
    dimension: z.enum(sliceDimensions),
    /** A domain, two models, a version of the guidelines, or the Monday of a week (YYYY-MM-DD). */
    name: z.string(),
    ...measures,
  })
  .meta({ id: 'QualitySlice' });

export const criterionQuality = z
  .object({
    key: z.string(),
    label: z.string(),
    target: z.string(),
    metric: z.enum(['nominal', 'ordinal', 'interval']),
    unit: z.enum(agreementUnits),
    hasSides: z.boolean(),
    ...measures,
    slices: z.array(qualitySlice),
    slicesLeftOut: z.number().int(),
  })
  .meta({ id: 'CriterionQuality' });

export const changeMark = z
  .object({
    kind: z.enum(['guideline', 'rubric', 'model']),
    version: z.number().int(),
    /** The models that came together; empty where it is about guidelines or a rubric. */
    names: z.array(z.string()),
    at: instant,
  })
  .meta({ id: 'ChangeMark' });

const person = { personId: id, name: z.string() };

export const qualityReport = z
  .object({
    /** Current judgments of items that were not dropped. */ judgments: z.number().int(),
    items: z.number().int(),
    /** Judged by two people or more. */ sharedItems: z.number().int(),
    /** Those that the figures rest on: of very many, a fixed sample. */ comparedItems: z.number().int(),
    annotators: z.number().int(),
    criteria: z.array(criterionQuality),
    /** The criterion on which people are compared; null where nothing is measured. */
    mainKey: z.string().nullable(),
    /** Agreement by how often the better one of two models wins; null without a criterion on pairs. */
    closeness: z
      .object({
        criterionKey: z.string(),
        strata: z.array(
          z.object({ from: z.number(), to: z.number(), modelPairs: z.number().int(), ...measures }),
        ),
        unplacedUnits: z.number().int(),
      })
      .nullable(),
    /** Each person against the others, their own vote never counted; lowest first. */
    people: z.array(z.object({ ...person, share: qualityEstimate })),
    matrix: z.object({
      /** Ordered by likeness. */ people: z.array(z.object(person)),
      /** `a` and `b` are places in `people`. */
      cells: z.array(
        z.object({
          a: z.number().int(),
          b: z.number().int(),
          n: z.number().int(),
          same: z.number(),
          /** Cohen's kappa, on an ordered scale with quadratic weights. */
          kappa: z.number().nullable(),
        }),
      ),
      leftOut: z.number().int(),
    }),
    weakest: z.object({
      criterion: z.object({ key: z.string(), label: z.string(), alpha: qualityEstimate }).nullable(),
      person: z.object({ ...person, share: qualityEstimate, othersMedian: z.number() }).nullable(),
      slice: z
        .object({
          criterionKey: z.string(),
          criterionLabel: z.string(),
          dimension: z.enum(sliceDimensions),
          name: z.string(),
          alpha: qualityEstimate,
          wholeAlpha: z.number(),
        })
        .nullable(),
      /** The section of the guidelines that most open questions name; empty where they name none. */
      section: z.object({ name: z.string(), open: z.number().int(), openInAll: z.number().int() }).nullable(),
    }),
    /** When versions of the guidelines and the rubric came, and when models did. */
    marks: z.array(changeMark),
  })
  .meta({ id: 'QualityReport' });

export const qualityState = z
  .object({
    /** Null until one was computed. */
    kept: z.object({ report: qualityReport, computedAt: instant, tookMs: z.number().int() }).nullable(),
    /** Judgments that the report does not know yet; counted up to 10,000. */
    newerJudgments: z.number().int(),
    isComputing: z.boolean(),
    /** Whether it is worth computing anew. */ isDue: z.boolean(),
  })
  .meta({ id: 'QualityState' });

const feature = 'quality';

export const readQuality = route({
  id: 'readQuality',
  feature,
  method: 'GET',
  path: '/projects/:projectId/quality',
  access: 'see_results',
  summary: 'The kept report on agreement: per criterion, slice, closeness of models and person',
  params: projectParams,
  response: qualityState,
});
export const computeQuality = route({
  id: 'computeQuality',
  feature,
  method: 'POST',
  path: '/projects/:projectId/quality/computation',
  access: 'see_results',
  summary: 'Compute the report anew in the background',
  description: 'While one computation of a project is under way, asking again changes nothing.',
  params: projectParams,
  response: qualityState,
  status: 202,
});

export const qualityRoutes = [readQuality, computeQuality] as const;
