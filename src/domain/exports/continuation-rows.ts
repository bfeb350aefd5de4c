import { listForks } from '#domain/dialogue/list-forks.ts';
import type { Fork } from '#domain/dialogue/walk.ts';
import type { DialogueTurn, ItemResponse, Message } from '#domain/items/item.ts';
import type { ExportItem } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { type Answered, finalOf, settleVerdict } from './final-answer.ts';
import { closePairTally, emptyPairTally, type PairVerdict } from './pair-verdict.ts';

/** Two replies to one turn of a recorded dialogue, and what the choices between them come to. */
export interface ContinuationPair {
  /** With the dialogue up to there as its prompt. */
  readonly item: ExportItem;
  readonly first: ItemResponse;
  readonly second: ItemResponse;
  readonly verdict: PairVerdict;
}

/**
 * Makes a pair of every two replies between which somebody chose: a choice speaks for its reply and against each other
 * one at the place, "none is good enough" against all of them. Choices on branches that were left say nothing. Where the
 * item was settled, the final way decides at the places that it passes.
 */
export function listContinuationPairs(item: ExportItem, plan: ExportPlan): ContinuationPair[] {
  const { dialogue = [], judgments } = item;
  const final = finalOf(item, plan);
  const isAsked = judgments.some(({ answers }) => answers.continuation !== undefined);
  if (!isAsked || dialogue.length === 0) return [];
  const byId = new Map(dialogue.map((turn) => [turn.id, turn]));
  return listForks(dialogue).flatMap((fork) => {
    const votes = votesAt(judgments, fork.at);
    const finalVotes = votesAt(final, fork.at);
    if (votes.length + finalVotes.length === 0) return [];
    const there = { ...item, prompt: [...item.prompt, ...messagesTo(fork.at, byId)] };
    return pairsOf(fork, byId).flatMap(([first, second]) => {
      const verdict = settleVerdict(
        weigh(votes, first.id, second.id),
        weigh(finalVotes, first.id, second.id),
      );
      return verdict.annotators === 0 && verdict.isFinal !== true
        ? []
        : [{ item: there, first, second, verdict }];
    });
  });
}

function votesAt(said: readonly Pick<Answered, 'answers'>[], at: string | null): (string | null)[] {
  return said.flatMap(({ answers }) =>
    Object.values(answers.continuation ?? {}).flatMap(({ path }) =>
      path.flatMap((choice) => (choice.at === at ? [choice.chosen] : [])),
    ),
  );
}

function messagesTo(at: string | null, byId: ReadonlyMap<string, DialogueTurn>): Message[] {
  const messages: Message[] = [];
  for (let turn = byId.get(at ?? ''); turn !== undefined; turn = byId.get(turn.parentId ?? ''))
    messages.unshift({ role: turn.role, content: turn.text });
  return messages;
}

function pairsOf(
  { replyIds }: Fork,
  byId: ReadonlyMap<string, DialogueTurn>,
): (readonly [ItemResponse, ItemResponse])[] {
  const replies = replyIds.flatMap((id) => byId.get(id) ?? []).map(asResponse);
  return replies.flatMap((first, index) =>
    replies.slice(index + 1).map((second) => [first, second] as const),
  );
}

function asResponse({ id, text, model }: DialogueTurn): ItemResponse {
  return { id, text, ...(model !== undefined && { model }) };
}

function weigh(votes: readonly (string | null)[], firstId: string, secondId: string): PairVerdict {
  const tally = emptyPairTally();
  for (const vote of votes) {
    if (vote === null) tally.votesBothBad += 1;
    if (vote === firstId) tally.votesFirst += 1;
    if (vote === secondId) tally.votesSecond += 1;
  }
  tally.strengthSum = tally.votesSecond - tally.votesFirst;
  tally.marginSum = tally.strengthSum;
  return closePairTally(tally);
}
