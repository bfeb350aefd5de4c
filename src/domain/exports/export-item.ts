import type { ItemResponse, Message } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { ExportRow } from './column.ts';
import type { DropReason } from './drop-reason.ts';

/** A judgment that nothing supersedes, as an export needs it. */
export interface ExportJudgment {
  readonly judgmentId: string;
  /** A pseudonym. */
  readonly annotator: string;
  /** ISO 8601 in UTC. */
  readonly submittedAt: string;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly activeMs: number;
  /** Indices of the item's responses in the order on screen. */
  readonly responseOrder: readonly number[];
  readonly answers: Answers;
}

/** An item with its judgments in a fixed order, so that the same data gives the same bytes. */
export interface ExportItem {
  readonly itemId: string;
  /** Names the group of rows about one prompt; it decides the split. */
  readonly promptGroup: string;
  readonly prompt: readonly Message[];
  readonly responses: readonly ItemResponse[];
  readonly judgments: readonly ExportJudgment[];
}

/** What one item gives to an export. */
export interface ItemRows {
  readonly rows: readonly ExportRow[];
  /** Rows of the separate ties configuration. */
  readonly ties: readonly ExportRow[];
  /** One for each pair, response or item that made no row. */
  readonly drops: readonly DropReason[];
}
