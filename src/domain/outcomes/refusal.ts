/** A spot in what was sent: a JSON path ("answers.pair.overall"), a file line, or both. */
export interface Place {
  readonly path?: string;
  readonly line?: number;
  readonly message: string;
}

/** An expected "no": a value, not an exception. `message` says what to do next. */
export interface Refusal<Code extends string = string> {
  readonly refused: Code;
  readonly message: string;
  readonly places?: readonly Place[];
  /** Facts that a client needs to go on, such as the current draft. Must hold nothing secret. */
  readonly details?: Readonly<Record<string, unknown>>;
}

export function refuse<Code extends string>(
  refused: Code,
  message: string,
  more: { places?: readonly Place[]; details?: Readonly<Record<string, unknown>> } = {},
): Refusal<Code> {
  return { refused, message, ...more };
}

/** Tells a refusal from a result; narrows a union to the refusals in it. */
export function isRefusal<Outcome>(value: Outcome): value is Extract<Outcome, Refusal>;
export function isRefusal(value: unknown): value is Refusal;
export function isRefusal(value: unknown): boolean {
  return typeof value === 'object' && value !== null && typeof (value as Refusal).refused === 'string';
}
