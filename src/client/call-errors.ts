import type { RefusalCode } from '#contract/refusals.ts';
import type { Place } from '#domain/outcomes/refusal.ts';

interface RefusedFacts {
  readonly code: RefusalCode;
  readonly status: number;
  readonly detail: string;
  readonly places: readonly Place[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;
}

/** The server understood and said no; `code` is stable, `message` is for people. */
export class RefusedError extends Error implements RefusedFacts {
  override readonly name = 'RefusedError';
  readonly code: RefusalCode;
  readonly status: number;
  readonly detail: string;
  readonly places: readonly Place[];
  readonly details: Readonly<Record<string, unknown>>;
  readonly requestId: string;

  constructor(facts: RefusedFacts) {
    super(facts.detail);
    this.code = facts.code;
    this.status = facts.status;
    this.detail = facts.detail;
    this.places = facts.places;
    this.details = facts.details;
    this.requestId = facts.requestId;
  }
}

/** No answer came: the network is cut or the server is away. Trying again later may help. */
export class UnreachableError extends Error {
  override readonly name = 'UnreachableError';

  constructor(cause?: unknown) {
    super('The server cannot be reached. Check the connection and try again.', { cause });
  }
}

/** An answer came that no rule foresees, such as a fault inside the server. */
export class FaultError extends Error {
  override readonly name = 'FaultError';
  readonly status: number;
  readonly requestId: string | null;

  constructor(facts: { message: string; status: number; requestId: string | null }) {
    super(facts.message);
    this.status = facts.status;
    this.requestId = facts.requestId;
  }
}

/** Narrows a thrown value to a refusal with one of these codes. */
export function isRefused(error: unknown, ...codes: readonly RefusalCode[]): error is RefusedError {
  return error instanceof RefusedError && (codes.length === 0 || codes.includes(error.code));
}
