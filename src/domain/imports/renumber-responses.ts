import { responseIdAt } from '#domain/items/item.ts';
import type { SourceItem, SourcePreference, SourceVerdict } from './source-item.ts';

type NewIds = ReadonlyMap<string, string>;

function movePreference(preference: SourcePreference, newIds: NewIds): SourcePreference | null {
  if (preference.verdict !== 'prefers') return preference;
  const responseId = newIds.get(preference.responseId);
  return responseId === undefined ? null : { ...preference, responseId };
}

function moveByResponse<Value>(
  record: Readonly<Record<string, Value>>,
  newIds: NewIds,
): Record<string, Value> {
  const moved: [string, Value][] = [];
  for (const [oldId, newId] of newIds) {
    const value = record[oldId];
    if (value !== undefined) moved.push([newId, value]);
  }
  return Object.fromEntries(moved);
}

function moveVerdict(verdict: SourceVerdict, newIds: NewIds): SourceVerdict {
  const { preference, ratings, ratingVotes, votes, ...rest } = verdict;
  const moved = preference && movePreference(preference, newIds);
  const movedVotes = votes?.flatMap((vote) => {
    const movedVote = movePreference(vote.preference, newIds);
    return movedVote ? [{ ...vote, preference: movedVote }] : [];
  });
  return {
    ...rest,
    ...(moved ? { preference: moved } : {}),
    ...(ratings ? { ratings: moveByResponse(ratings, newIds) } : {}),
    ...(ratingVotes ? { ratingVotes: moveByResponse(ratingVotes, newIds) } : {}),
    ...(movedVotes ? { votes: movedVotes } : {}),
  };
}

/** Keeps the responses at `order`, in that order, with new ids; the verdict follows its responses. */
export function renumberResponses(item: SourceItem, order: readonly number[]): SourceItem {
  const newIds = new Map<string, string>();
  const responses = order.flatMap((oldIndex) => {
    const response = item.content.responses[oldIndex];
    if (!response) return [];
    const id = responseIdAt(newIds.size);
    newIds.set(response.id, id);
    return [{ ...response, id }];
  });
  return {
    ...item,
    content: { ...item.content, responses },
    ...(item.verdict ? { verdict: moveVerdict(item.verdict, newIds) } : {}),
  };
}
