import { type RefusalCode, refusalStatus } from '#contract/refusals.ts';
import type { Problem } from '#contract/wire.ts';
import { FaultError, RefusedError, UnreachableError } from './call-errors.ts';

/** What a proxy says when the server behind it is away. */
const awayStatuses: readonly number[] = [502, 503, 504];

function isRefusalCode(code: unknown): code is RefusalCode {
  return typeof code === 'string' && Object.hasOwn(refusalStatus, code);
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function toRefusal(status: number, problem: Partial<Problem>): RefusedError | undefined {
  if (!isRefusalCode(problem.code)) return undefined;
  const places = (problem.places ?? []).map(({ path, line, message }) => ({
    message,
    ...(path === undefined ? {} : { path }),
    ...(line === undefined ? {} : { line }),
  }));
  return new RefusedError({
    code: problem.code,
    status,
    detail: problem.detail ?? problem.title ?? 'The server refused this.',
    places,
    details: problem.details ?? {},
    requestId: problem.requestId ?? '',
  });
}

/** Turns an answer that is not a success into the error that is thrown. */
export async function readFailure(response: Response): Promise<Error> {
  const body = parseJson(await response.text());
  const problem: Partial<Problem> = typeof body === 'object' && body !== null ? body : {};
  const refusal = toRefusal(response.status, problem);
  if (refusal !== undefined) return refusal;
  if (awayStatuses.includes(response.status)) return new UnreachableError();
  const requestId = problem.requestId ?? response.headers.get('x-request-id');
  const trace = requestId === null ? '' : ` (request ${requestId})`;
  const reason = problem.detail ?? `Something went wrong on the server, status ${response.status}.`;
  return new FaultError({
    message: `${reason}${trace}`,
    status: response.status,
    requestId,
  });
}

/** The JSON of a success; nothing at all reads as an empty object. */
export async function readSuccess(response: Response): Promise<unknown> {
  const text = await response.text();
  if (text === '') return {};
  const body = parseJson(text);
  if (body !== undefined) return body;
  throw new FaultError({
    message: 'The server answered with something that is not JSON. Check that the address is right.',
    status: response.status,
    requestId: response.headers.get('x-request-id'),
  });
}
