import type { Brief, DialogueTurn, ItemResponse, Message } from '#domain/items/item.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { ExportRow } from './column.ts';
import type { DropReason } from './drop-reason.ts';
import type { FinalAnswer } from './final-answer.ts';

/** One turn of a live conversation; together they make a tree. */
export interface ExportTurn {
  readonly id: string;
  readonly parentId: string | null;
  readonly role: 'user' | 'assistant';
  readonly text: string;
  /** Which model answered, under the name that the lead gave it; empty for a person's turn. */
  readonly model: string;
  readonly state: string;
  /** Whether the conversation went on from here. */
  readonly isChosen: boolean;
  readonly rating: number | null;
  /** Technique, harm, target, success and whether this turn broke the model, as JSON; null where nothing is filed. */
  readonly attack: unknown;
  /** What was asked of the model, with parameters and without keys; null for a person's turn. */
  readonly request: unknown;
}

export interface ExportConversation {
  /** The person's turn at which the conversation ended; null where nothing was said. */
  readonly headId: string | null;
  readonly turns: readonly ExportTurn[];
}

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
  /** As a reviewer corrected them, where one did. */
  readonly answers: Answers;
  /** What a reviewer said of the judgment; null where nobody has looked at it as it is now. */
  readonly review: 'accepted' | 'fixed' | 'returned' | null;
  /** Whether it was a test whose answer is known, and no ordinary work. */
  readonly isGold: boolean;
  /** What was said in the live conversations that the answers name, by conversation id; see `ExportConversation`. */
  readonly conversations?: Readonly<Record<string, ExportConversation>> | undefined;
}

/** An item with its judgments in a fixed order, so that the same data gives the same bytes. */
export interface ExportItem {
  readonly itemId: string;
  /** Names the group of rows about one prompt; it decides the split. */
  readonly promptGroup: string;
  readonly prompt: readonly Message[];
  readonly responses: readonly ItemResponse[];
  readonly brief?: Brief | undefined;
  readonly dialogue?: readonly DialogueTurn[] | undefined;
  /** Where somebody settled the item. */
  readonly final?: FinalAnswer | undefined;
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
