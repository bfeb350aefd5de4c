import type { Refusal } from '#domain/outcomes/refusal.ts';

/**
 * Every expected "no" and its HTTP status. A route can only refuse with a code that stands here,
 * so a refusal without a status does not compile. Codes are part of the API: never renamed.
 */
export const refusalStatus = {
  invalid_request: 422,
  body_too_large: 413,
  unsupported_media: 415,
  not_signed_in: 401,
  not_allowed: 403,
  wrong_origin: 403,
  not_found: 404,
  too_many_requests: 429,
  wrong_credentials: 401,
  setup_already_done: 409,
  email_taken: 409,
  invitation_used: 409,
  invitation_over: 410,
  invitation_for_another: 403,
  last_owner: 409,
  stale_revision: 409,
  name_taken: 409,
  rubric_invalid: 422,
  rubric_unchanged: 409,
  guidelines_unchanged: 409,
  project_not_open: 409,
  project_not_ready: 409,
  project_has_work: 409,
  upload_incomplete: 409,
  upload_offset_wrong: 409,
  upload_gone: 410,
  file_unreadable: 422,
  mapping_invalid: 422,
  import_running: 409,
  import_over: 409,
  answers_invalid: 422,
  assignment_not_yours: 404,
  project_closed: 409,
  lease_lost: 409,
  already_submitted: 409,
  client_id_reused: 409,
  assignment_over: 409,
  amend_window_over: 409,
  judgment_superseded: 409,
  stale_draft: 409,
  export_options_invalid: 422,
  export_not_ready: 409,
  export_over: 409,
  disk_full: 507,
  database_away: 503,
} as const satisfies Record<string, number>;

export type RefusalCode = keyof typeof refusalStatus;

/** A refusal that has an HTTP status. */
export type HttpRefusal = Refusal<RefusalCode>;
