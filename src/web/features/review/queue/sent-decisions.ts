/** What of the hand is decided and on its way, and what can be taken back. */
export interface SentDecisions {
  /** Reviews that are no longer shown. */
  readonly away: readonly string[];
  /** The newest decision that the server has kept. */
  readonly last: { readonly reviewId: string; readonly decisionId: string } | null;
  /** The review that came back and stands before the others. */
  readonly first: string | null;
}

export const noSent: SentDecisions = { away: [], last: null, first: null };

type SentAct =
  | { readonly kind: 'sent' | 'gone' | 'back'; readonly reviewId: string }
  | { readonly kind: 'kept'; readonly reviewId: string; readonly decisionId: string };

export function reduceSent(sent: SentDecisions, act: SentAct): SentDecisions {
  const { reviewId } = act;
  const others = sent.away.filter((id) => id !== reviewId);
  switch (act.kind) {
    case 'sent':
    case 'gone':
      return { ...sent, away: [...others, reviewId], first: sent.first === reviewId ? null : sent.first };
    case 'kept':
      return { ...sent, last: { reviewId, decisionId: act.decisionId } };
    case 'back':
      return {
        away: others,
        first: reviewId,
        last: sent.last?.reviewId === reviewId ? null : sent.last,
      };
  }
}
