import type { z } from 'zod';
import type { itemRow, readAgreement } from '#contract/results.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { ItemDetail, JudgmentRow } from './item-detail.ts';
import type { CriterionAgreement, Progress } from './overview/needs.ts';
import type { Question } from './questions/group-questions.ts';

export const adaId = '0190d1c8-0000-7000-8000-0000000000a1';
const createdAt = '2026-01-01T00:00:00Z';

/** The nth item of the list. */
export const itemIdAt = (index: number) => `0190d1c8-0000-7000-8000-00000000010${index}`;

export const aProgress: Progress = {
  itemsTotal: 3,
  itemsDone: 1,
  itemsStarted: 1,
  itemsHeld: 0,
  judgmentsTotal: 3,
  judgmentsWanted: 6,
  judgmentsLastHour: 1,
  leasesLive: 1,
  skips: 0,
  flagsOpen: 2,
  medianActiveMs: 41_000,
  perDay: [{ day: '2026-01-01', judgments: 3 }],
  people: [
    {
      personId: adaId,
      name: 'Ada Okafor',
      judgments: 3,
      skips: 0,
      medianActiveMs: 41_000,
      lastAt: createdAt,
    },
  ],
};

function criterion(key: string, alpha: CriterionAgreement['alpha']): CriterionAgreement {
  const percentAgreement = { value: 0.75, low: 0.6, high: 0.85, n: 40, reason: null };
  return {
    key,
    label: key,
    target: 'pair',
    metric: 'ordinal',
    unit: 'item',
    percentAgreement,
    alpha,
    units: 40,
    values: 80,
  };
}

export const anAgreement: z.infer<(typeof readAgreement)['response']> = {
  judgments: 3,
  items: 2,
  computedAt: createdAt,
  criteria: [
    criterion('Overall', { value: 0.71, low: 0.62, high: 0.79, n: 40, reason: null }),
    criterion('Honesty', {
      value: null,
      low: null,
      high: null,
      n: 0,
      reason: 'Everybody gave the same answer.',
    }),
  ],
};

export function aJudgment(name: string, answers: Answers, more: Partial<JudgmentRow> = {}): JudgmentRow {
  return {
    judgmentId: `0190d1c8-0000-7000-8000-0000000002${String(name.length).padStart(2, '0')}`,
    itemId: itemIdAt(1),
    annotator: { personId: adaId, name },
    submittedAt: createdAt,
    activeMs: 41_000,
    revision: 1,
    rubricVersion: 1,
    guidelineVersion: 1,
    answers,
    shownOrder: ['r2', 'r1'],
    promptPreview: 'Why is the sky blue?',
    flagged: false,
    ...more,
  };
}

type ItemFlag = ItemDetail['flags'][number];

export function aFlag(more: Partial<ItemFlag> = {}): ItemFlag {
  return {
    flagId: '0190d1c8-0000-7000-8000-000000000f01',
    kind: 'other',
    note: '',
    criterionKey: null,
    section: '',
    violationType: null,
    quote: '',
    unitId: null,
    by: { personId: adaId, name: 'Ada Okafor' },
    createdAt,
    answersSoFar: null,
    rubricVersion: 1,
    settled: null,
    ...more,
  };
}

/** The nth question of a list. */
export function aQuestion(index: number, more: Partial<Question> = {}): Question {
  const { answersSoFar: _answers, rubricVersion: _version, ...flag } = aFlag();
  return {
    ...flag,
    flagId: `0190d1c8-0000-7000-8000-00000000030${index}`,
    itemId: itemIdAt(index),
    judgmentId: null,
    promptPreview: `Prompt ${index}`,
    hold: 'none',
    ...more,
  };
}

export function anItemRow(
  index: number,
  more: Partial<z.infer<typeof itemRow>> = {},
): z.infer<typeof itemRow> {
  return {
    itemId: itemIdAt(index),
    promptPreview: `Prompt ${index}`,
    responseCount: 2,
    judgments: 1,
    wanted: 2,
    flags: 0,
    skips: 0,
    hold: 'none',
    hasGold: false,
    hasSourceVerdict: false,
    domain: null,
    createdAt,
    ...more,
  };
}

export function anItem(index: number, more: Partial<ItemDetail> = {}): ItemDetail {
  return {
    itemId: itemIdAt(index),
    prompt: [{ role: 'user', content: `Question ${index}` }],
    responses: [
      { id: 'r1', text: 'First answer', model: 'cedar-70b' },
      { id: 'r2', text: 'Second answer', model: null },
    ],
    metadata: {},
    wanted: 2,
    hold: 'none',
    judgments: [],
    excluded: [],
    sourceVerdict: null,
    gold: null,
    flags: [],
    skips: [],
    ...more,
  };
}
