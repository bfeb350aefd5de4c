/** Why a model's reply did not come, or not whole. */
export const replyFailureCodes = [
  'unreachable',
  'address_refused',
  'key_refused',
  'key_unreadable',
  'model_unknown',
  'rejected',
  'rate_limited',
  'server_failed',
  'not_understood',
  'cut_off',
  'timed_out',
  'too_long',
  'interrupted',
  'switched_off',
] as const;
export type ReplyFailureCode = (typeof replyFailureCodes)[number];

export interface ReplyFailure {
  readonly code: ReplyFailureCode;
  /** When trying again makes sense, as the endpoint said. */
  readonly retryAt: string | null;
  /** What the endpoint said, for leads only: it may name the model. */
  readonly detail: string | null;
}

export function replyFailure(
  code: ReplyFailureCode,
  more: { retryAt?: string | null; detail?: string | null } = {},
): ReplyFailure {
  return { code, retryAt: more.retryAt ?? null, detail: more.detail ?? null };
}

/** What an annotator reads; it says nothing from which the model could be told. */
export const replyFailureWords: Readonly<Record<ReplyFailureCode, string>> = {
  unreachable: 'The model could not be reached. Try again; if it stays away, tell your lead.',
  address_refused: 'The model’s address may not be called from this server. Tell your lead.',
  key_refused: 'The model did not accept the project’s key. Tell your lead.',
  key_unreadable: 'The project’s key for this model must be entered again. Tell your lead.',
  model_unknown: 'The endpoint does not know this model. Tell your lead.',
  rejected: 'The model did not accept this conversation. Edit your turn, or tell your lead.',
  rate_limited: 'The model is asked too often at the moment. Wait a little and try again.',
  server_failed: 'The model failed on its side. Try again.',
  not_understood: 'The model’s answer could not be read. What came is kept; try again.',
  cut_off: 'The answer broke off. What came is kept; try again.',
  timed_out: 'The model took too long. What came is kept; try again.',
  too_long: 'The answer was cut because it did not end.',
  interrupted: 'The server was restarted while the model answered. What came is kept; try again.',
  switched_off: 'This model was switched off by the lead. Go on with the others.',
};

/** Failures that are over by themselves, so that trying again may help. */
export function isPassing(code: ReplyFailureCode): boolean {
  return !['address_refused', 'key_refused', 'key_unreadable', 'model_unknown', 'switched_off'].includes(
    code,
  );
}
