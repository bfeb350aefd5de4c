import type { z } from 'zod';
import type { itemDetail, itemRow, judgmentRow } from '#contract/results.ts';
import {
  type DialogueTurn,
  type ItemExtras,
  type ItemResponse,
  type Message,
  responseIdAt,
} from '#domain/items/item.ts';
import { type FlagOutcome, holdOf } from '#domain/queue/flag.ts';
import { lineOf } from '#domain/text/line-of.ts';
import type { ItemFlag } from '#server/store/flag-store.ts';
import type { ResultItem } from '#server/store/item-list-store.ts';
import type { ItemSkip, ResultItemContent, ResultJudgment } from '#server/store/result-store.ts';

type JudgmentRow = z.infer<typeof judgmentRow>;
type ItemRow = z.infer<typeof itemRow>;
type ItemDetail = z.infer<typeof itemDetail>;

export function presentJudgment(row: ResultJudgment): JudgmentRow {
  return {
    judgmentId: row.judgmentId,
    itemId: row.itemId,
    annotator: { personId: row.annotatorId, name: row.annotatorName },
    submittedAt: row.submittedAt.toISOString(),
    activeMs: row.activeMs,
    revision: row.revision,
    rubricVersion: row.rubricVersion,
    guidelineVersion: row.guidelineVersion,
    answers: row.answers as JudgmentRow['answers'],
    shownOrder: row.shownOrder.map((position) => responseIdAt(position - 1)),
    promptPreview: lineOf(row.promptStart ?? ''),
    flagged: row.flagged,
  };
}

export function presentItem(row: ResultItem): ItemRow {
  return {
    itemId: row.itemId,
    promptPreview: lineOf(row.promptStart ?? ''),
    responseCount: row.responseCount,
    judgments: row.judgments,
    wanted: row.wanted,
    flags: row.flags,
    skips: row.skips,
    hold: holdOf(row),
    hasGold: row.hasGold,
    hasSourceVerdict: row.hasSourceVerdict,
    domain: row.domain,
    createdAt: row.createdAt.toISOString(),
  };
}

function presentExtras({ dialogue, ...extras }: ItemExtras) {
  return { ...extras, ...(dialogue && { dialogue: dialogue.map(withModel) }) };
}

function withModel({ model, ...turn }: DialogueTurn) {
  return { ...turn, model: model ?? null };
}

export function presentItemDetail(parts: {
  content: ResultItemContent;
  judgments: readonly ResultJudgment[];
  excluded: readonly ResultJudgment[];
  flags: readonly ItemFlag[];
  skips: readonly ItemSkip[];
}): ItemDetail {
  const { content, judgments, excluded, flags, skips } = parts;
  return {
    itemId: content.itemId,
    prompt: content.prompt as Message[],
    responses: (content.responses as ItemResponse[]).map(({ model, ...response }) => ({
      ...response,
      model: model ?? null,
    })),
    ...presentExtras(content.extras as ItemExtras),
    metadata: content.metadata as ItemDetail['metadata'],
    wanted: content.wanted,
    hold: holdOf(content),
    judgments: judgments.map(presentJudgment),
    excluded: excluded.map((one) => {
      const { judgmentId, annotator, submittedAt } = presentJudgment(one);
      return { judgmentId, annotator, submittedAt };
    }),
    sourceVerdict: content.sourceVerdict as ItemDetail['sourceVerdict'],
    gold: presentGold(content),
    flags: flags.map((flag) => ({
      flagId: flag.flagId,
      ...flagWordsOf(flag),
      by: { personId: flag.personId, name: flag.name },
      createdAt: flag.createdAt.toISOString(),
      answersSoFar: flag.answersSoFar as ItemDetail['flags'][number]['answersSoFar'],
      rubricVersion: flag.rubricVersion,
      settled: presentSettlement(flag),
    })),
    skips: skips.map(({ reason, note, personId, name, at }) => ({
      reason: reason ?? 'other',
      note: note ?? '',
      by: { personId, name },
      at: (at ?? new Date(0)).toISOString(),
    })),
  };
}

type Said = Pick<
  ItemFlag,
  'kind' | 'note' | 'criterionKey' | 'section' | 'violationType' | 'quote' | 'unitId'
>;

/** What a flag says, without what belongs to the row. */
export function flagWordsOf({ kind, note, criterionKey, section, violationType, quote, unitId }: Said): Said {
  return { kind, note, criterionKey, section, violationType, quote, unitId };
}

type Ended = Pick<ItemFlag, 'settledAt' | 'settledBy' | 'settledByName' | 'settledNote' | 'settledOutcome'>;

/** How a flag ended; null while it is open. */
export function presentSettlement(flag: Ended): ItemDetail['flags'][number]['settled'] {
  const { settledAt, settledBy, settledByName, settledNote, settledOutcome } = flag;
  if (settledAt === null || settledBy === null) return null;
  return {
    by: { personId: settledBy, name: settledByName ?? '' },
    note: settledNote,
    outcome: settledOutcome as FlagOutcome | null,
    at: settledAt.toISOString(),
  };
}

function presentGold({ goldAnswers, goldSource, goldCreatedAt }: ResultItemContent): ItemDetail['gold'] {
  if (goldAnswers === null || goldSource === null || goldCreatedAt === null) return null;
  return {
    answers: goldAnswers as NonNullable<ItemDetail['gold']>['answers'],
    source: goldSource,
    createdAt: goldCreatedAt.toISOString(),
  };
}
