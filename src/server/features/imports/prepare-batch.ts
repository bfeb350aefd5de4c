import { hash } from 'node:crypto';
import { setImmediate as letOthersRun } from 'node:timers/promises';
import { canonicalContent } from '#domain/imports/content-fingerprint.ts';
import { expandPairs, type PairExpansion } from '#domain/imports/expand-pairs.ts';
import { explainMisfit, type ResponseRange } from '#domain/imports/fit-responses.ts';
import type { ImportFormat } from '#domain/imports/format.ts';
import { inNeutralOrder } from '#domain/imports/neutral-order.ts';
import type { Normalised, Normaliser } from '#domain/imports/normaliser.ts';
import { canonicalPromptGroup } from '#domain/imports/prompt-group.ts';
import type { Rejection } from '#domain/imports/rejection.ts';
import type { SourceItem } from '#domain/imports/source-item.ts';
import type { ItemContent } from '#domain/items/item.ts';
import type { RecordEntry } from '#server/reading/record-batch.ts';
import { type NewItem, type PackedItems, packItems } from '#server/store/item-writing-store.ts';

export interface PlacedRejection {
  readonly line: number;
  readonly rejection: Rejection;
}

/** What a stretch of a file comes to, ready to be written. */
export interface PreparedBatch {
  /** Models whose responses are among the items. */
  readonly models: readonly string[];
  readonly items: PackedItems;
  readonly rejections: readonly PlacedRejection[];
}

export interface Preparation {
  readonly format: ImportFormat;
  readonly normaliser: Normaliser;
  readonly pairs: PairExpansion | null;
  /** What the project's rubric can be asked about. */
  readonly range: ResponseRange;
  readonly newId: () => string;
}

/** Requests of annotators, and the answers of the database, wait behind this many rows at most. */
const rowsBetweenPauses = 10;

/** Turns records into rows for the database. */
export async function prepareBatch(
  entries: readonly RecordEntry[],
  preparation: Preparation,
): Promise<PreparedBatch> {
  const batch = startBatch(preparation);
  for (const [index, entry] of entries.entries()) {
    const outcomes = 'record' in entry ? preparation.normaliser.push(entry) : [entry];
    for (const outcome of outcomes) addOutcome(batch, outcome, preparation);
    if (index % rowsBetweenPauses === rowsBetweenPauses - 1) await letOthersRun();
  }
  return finishBatch(batch);
}

/** Turns what waited for more rows into rows for the database, at the end of the file. */
export function prepareRest(preparation: Preparation): PreparedBatch {
  const batch = startBatch(preparation);
  for (const outcome of preparation.normaliser.finish()) addOutcome(batch, outcome, preparation);
  return finishBatch(batch);
}

interface GrowingBatch {
  readonly models: Set<string>;
  readonly items: NewItem[];
  readonly rejections: PlacedRejection[];
  /** In hexadecimal. */
  readonly firstId: string;
}

function startBatch({ newId }: Preparation): GrowingBatch {
  return { items: [], models: new Set(), rejections: [], firstId: newId().replaceAll('-', '') };
}

function finishBatch({ items, models, rejections }: GrowingBatch): PreparedBatch {
  return { items: packItems(items), models: [...models], rejections };
}

const counterDigits = 8;

/**
 * Counts up in the last four random bytes of the batch's first id, so that ids rise in the order of the file; drawing
 * fresh random bytes for each row would take a fifth of the time.
 */
function nextId({ firstId, items }: GrowingBatch): string {
  return firstId.slice(0, -counterDigits) + items.length.toString(16).padStart(counterDigits, '0');
}

function addOutcome(batch: GrowingBatch, outcome: Normalised, { format, pairs, range }: Preparation): void {
  const { line } = outcome;
  if ('rejection' in outcome) {
    batch.rejections.push({ line, rejection: outcome.rejection });
    return;
  }
  // Columns that a person mapped may be called "winner" and "loser". The other formats are neutral as they come.
  const item = format === 'generic' ? inNeutralOrder(outcome.item) : outcome.item;
  const { items, rejections } = pairs ? expandPairs(item, pairs) : { items: [item], rejections: [] };
  for (const one of items) {
    const misfit = explainMisfit(one, range);
    if (misfit === null) addItem(batch, one);
    else batch.rejections.push({ line, rejection: misfit });
  }
  for (const rejection of rejections) batch.rejections.push({ line, rejection });
}

function addItem(batch: GrowingBatch, item: SourceItem): void {
  batch.items.push(toNewItem(item, nextId(batch)));
  const { responses, dialogue } = item.content;
  for (const { model } of responses) if (model) batch.models.add(model);
  for (const { model } of dialogue ?? []) if (model) batch.models.add(model);
}

function extrasOf({ brief, code, dialogue }: ItemContent): string {
  // Most items have none of them.
  if (brief === undefined && code === undefined && dialogue === undefined) return '{}';
  return JSON.stringify({ brief, code, dialogue });
}

const promptGroupDigits = 16;

function toNewItem({ content, metadata, sourceKey, verdict }: SourceItem, id: string): NewItem {
  return {
    id,
    fingerprint: hash('sha256', canonicalContent(content), 'hex'),
    promptGroup: hash('sha256', canonicalPromptGroup(content.prompt), 'hex').slice(0, promptGroupDigits),
    responseCount: content.responses.length,
    prompt: JSON.stringify(content.prompt),
    responses: JSON.stringify(content.responses),
    metadata: JSON.stringify(sourceKey === undefined ? metadata : { source_key: sourceKey, ...metadata }),
    extras: extrasOf(content),
    sourceVerdict: verdict ? JSON.stringify(verdict) : null,
  };
}
