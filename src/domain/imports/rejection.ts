/** Why a row of a file could not be imported. */
export const rejectionCodes = [
  'malformed_json',
  'malformed_csv',
  'unclosed_quote',
  'column_count',
  'not_an_object',
  'invalid_utf8',
  'line_too_long',
  'lone_surrogate',
  'nul_character',
  'cell_too_large',
  'nested_too_deep',
  'missing_field',
  'wrong_type',
  'empty_prompt',
  'empty_response',
  'identical_responses',
  'prompts_differ',
  'not_a_transcript',
  'no_prompt_boundary',
  'unsupported_message',
  'too_few_responses',
  'too_many_responses',
  'unknown_verdict',
  'no_ratings',
  'missing_media',
  'broken_tree',
  'no_choice',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** A row that was left out: the field at fault ("" for the whole row), a stable code, and what to do. */
export interface Rejection {
  readonly field: string;
  readonly code: RejectionCode;
  readonly message: string;
}

export function reject(field: string, code: RejectionCode, message: string): Rejection {
  return { field, code, message };
}

export function isRejection(value: unknown): value is Rejection {
  return (
    typeof value === 'object' && value !== null && 'code' in value && 'field' in value && 'message' in value
  );
}
