import { z } from 'zod';
import { evidenceKinds, evidenceTests } from '#domain/honest-work/evidence.ts';
import { biasKinds } from '#domain/people-quality/biases.ts';
import { driftStreams } from '#domain/people-quality/drift.ts';
import { figureGaps } from '#domain/people-quality/figure.ts';
import { annotatorViews } from '#domain/people-quality/own-view.ts';
import { changeMark } from './quality.ts';
import { route } from './route.ts';
import { id, instant, projectParams } from './wire.ts';

/** A figure on a person with its 95 % interval, or the reason why there is none. */
export const personFigure = z
  .object({
    value: z.number().nullable(),
    low: z.number().nullable(),
    high: z.number().nullable(),
    n: z.number().int(),
    reason: z.enum(figureGaps).nullable(),
    /** Where there is too little: how much it takes. */ needed: z.number().int().nullable(),
  })
  .meta({ id: 'PersonFigure' });

const bias = {
  kind: z.enum(biasKinds),
  /** The model's name; empty for everything else. */ name: z.string(),
  /** How often what it is about was chosen where two responses differ in it. */ share: personFigure,
  /** What it adds to the log-odds of being chosen, everything else held equal. */ logOdds: personFigure,
};
export const personBias = z.object(bias).meta({ id: 'PersonBias' });
const notableBias = z.object({
  ...bias,
  /** What it is held against: 0 or the median of the others. */ usual: z.number(),
});

export const driftAlarm = z
  .object({
    stream: z.enum(driftStreams),
    scope: z.enum(['days', 'session']),
    direction: z.enum(['up', 'down']),
    since: instant,
    at: instant,
    /** A share, a level of the scale, or milliseconds. */ before: z.number(),
    after: z.number(),
    n: z.number().int(),
  })
  .meta({ id: 'DriftAlarm' });

const milliseconds = z.number().nullable();
const speed = z.object({
  medianMs: milliseconds,
  lowerQuarterMs: milliseconds,
  upperQuarterMs: milliseconds,
  n: z.number().int(),
  /** How many times as long twice the text takes. */ perDoubling: personFigure,
});

export const attention = z
  .discriminatedUnion('kind', [
    z.object({ kind: z.literal('agreement'), figure: personFigure, othersMedian: z.number() }),
    z.object({ kind: z.literal('drift'), alarm: driftAlarm }),
    z.object({ kind: z.literal('bias'), bias: notableBias }),
    /** Keeps fewer verdicts than the others when tasks come again. */
    z.object({ kind: z.literal('unsteady'), figure: personFigure, othersMedian: z.number() }),
    /** Verdicts flip to one and the same place when tasks come again. */
    z.object({ kind: z.literal('place'), figure: personFigure }),
    z.object({
      kind: z.literal('speed'),
      medianMs: z.number(),
      othersMedianMs: z.number(),
      n: z.number().int(),
    }),
  ])
  .meta({ id: 'Attention' });

/** Something rare among the others and too large for chance, for a person to look at; never a verdict. */
export const personEvidence = z
  .object({
    kind: z.enum(evidenceKinds),
    /** Of what two people share, the other one. */
    other: z.object({ personId: id, name: z.string() }).nullable(),
    /** What was seen, of how much. */ count: z.number().int(),
    of: z.number().int(),
    /** A median in milliseconds, a place, a number of tasks or a share, by kind. */ value: z
      .number()
      .nullable(),
    /** What the test holds it against: a share, or milliseconds. */ expected: z.number(),
    /** The others: one figure for each person, or each pair. */
    base: z.object({
      lowTenth: z.number(),
      median: z.number(),
      highTenth: z.number(),
      n: z.number().int(),
    }),
    test: z.enum(evidenceTests),
    pValue: z.number(),
    /** After Benjamini and Hochberg over all tests of the report. */ adjusted: z.number(),
    tests: z.number().int(),
    /** Some of the items behind it. */ itemIds: z.array(id),
  })
  .meta({ id: 'PersonEvidence' });

const person = { personId: id, name: z.string() };

export const personSummary = z
  .object({
    ...person,
    judgments: z.number().int(),
    lastAt: instant.nullable(),
    agreement: personFigure,
    reliability: personFigure,
    /** How often a verdict was kept when the task came again. */ kept: personFigure,
    medianMs: milliseconds,
    /** Log-odds of choosing the response that was shown first. */ firstShown: personFigure,
    /** Why somebody should be looked at. */ attention: z.array(attention),
    evidence: z.array(personEvidence),
  })
  .meta({ id: 'PersonSummary' });

const own = {
  judgments: z.number().int(),
  /** Judgments on a scale that the newest rubric no longer has. */ incomparable: z.number().int(),
  speed,
  consistency: z.object({
    /** The same about two texts met before. */ again: personFigure,
    /** Of every three texts compared, how often the preferences are in order. */ inOrder: personFigure,
    /** Of items that came a second time, with the responses in reverse order. */
    retest: z.object({
      kept: personFigure,
      /** A tie one time and a preference the other time. */ tied: personFigure,
      /** The other response, and with it the same place. */ flipped: personFigure,
      /** Of those, the response that was shown first both times. */ toFirst: personFigure,
    }),
  }),
  biases: z.array(personBias),
  days: z.array(
    z.object({
      day: z.string(),
      judgments: z.number().int(),
      medianMs: milliseconds,
      lowerQuarterMs: milliseconds,
      upperQuarterMs: milliseconds,
      agreement: personFigure,
    }),
  ),
  sessions: z.array(
    z.object({
      startedAt: instant,
      endedAt: instant,
      judgments: z.number().int(),
      medianMs: z.number(),
    }),
  ),
  /** All sessions by how many judgments came before. */
  stretches: z.array(
    z.object({
      from: z.number().int(),
      to: z.number().int().nullable(),
      n: z.number().int(),
      medianMs: milliseconds,
      agreement: personFigure,
    }),
  ),
  alarms: z.array(driftAlarm),
  breakAdvice: z
    .object({
      kind: z.enum(['agreement_falls', 'hurries']),
      /** Judgments of a session. */ after: z.number().int(),
      before: z.number(),
      since: z.number(),
    })
    .nullable(),
};

export const personReport = z
  .object({
    ...person,
    ...own,
    firstAt: instant.nullable(),
    lastAt: instant.nullable(),
    agreement: personFigure,
    reliability: personFigure,
    /** How often a known answer was met in tests; null until there is any. */ gold: personFigure.nullable(),
    notable: z.array(notableBias),
    attention: z.array(attention),
    evidence: z.array(personEvidence),
  })
  .meta({ id: 'PersonReport' });

export const ownReport = z
  .object({
    ...own,
    /** Of what can no longer be amended; null where it is not shown. */ agreement: personFigure.nullable(),
    /** Of tests, in whole tens of what can no longer be amended; null where it is not shown, or until there are ten. */
    gold: personFigure.nullable(),
  })
  .meta({ id: 'OwnReport' });

/** What all people are held against. */
export const peopleAsOne = z
  .object({
    criterion: z.object({ key: z.string(), label: z.string(), hasSides: z.boolean() }).nullable(),
    biases: z.array(personBias),
    medianAgreement: z.number().nullable(),
    medianMs: milliseconds,
    people: z.number().int(),
  })
  .meta({ id: 'PeopleAsOne' });

const kept = { computedAt: instant, all: peopleAsOne, marks: z.array(changeMark) };
const feature = 'quality';

export const listPeopleQuality = route({
  id: 'listPeopleQuality',
  feature,
  method: 'GET',
  path: '/projects/:projectId/quality/people',
  access: 'see_people',
  summary: 'How each annotator works: agreement, reliability, speed, and what needs a look; weakest first',
  description: 'Computed together with the quality report; ask for a new one with `computeQuality`.',
  params: projectParams,
  response: z.object({
    kept: z.object({ ...kept, people: z.array(personSummary) }).nullable(),
    newerJudgments: z.number().int(),
    isComputing: z.boolean(),
    isDue: z.boolean(),
  }),
});
export const readPersonQuality = route({
  id: 'readPersonQuality',
  feature,
  method: 'GET',
  path: '/projects/:projectId/quality/people/:personId',
  access: 'see_people',
  summary: 'One annotator: agreement, speed, what sways them, sessions and changes',
  params: z.strictObject({ projectId: id, personId: id }),
  response: z.object({ ...kept, report: personReport }),
});

const ownQuality = z
  .object({
    sees: z.enum(annotatorViews),
    computedAt: instant.nullable(),
    isComputing: z.boolean(),
    /** Whether it is worth asking for a new one. */ isDue: z.boolean(),
    /** Null where nothing is shown, or nothing is known yet. */ report: ownReport.nullable(),
    marks: z.array(changeMark),
  })
  .meta({ id: 'OwnQuality' });

export const readOwnQuality = route({
  id: 'readOwnQuality',
  feature,
  method: 'GET',
  path: '/projects/:projectId/me/quality',
  access: 'judge',
  summary: 'What the lead lets one see of one’s own work',
  params: projectParams,
  response: ownQuality,
});
export const computeOwnQuality = route({
  id: 'computeOwnQuality',
  feature,
  method: 'POST',
  path: '/projects/:projectId/me/quality/computation',
  access: 'judge',
  summary: 'Compute the reports anew in the background, where they are older than some hours',
  params: projectParams,
  response: ownQuality,
  status: 202,
});

export const peopleQualityRoutes = [
  listPeopleQuality,
  readPersonQuality,
  readOwnQuality,
  computeOwnQuality,
] as const;
