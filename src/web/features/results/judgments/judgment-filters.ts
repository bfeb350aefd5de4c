import type { CallInput } from '#client/call-input.ts';
import type { listJudgments } from '#contract/results.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';

/** The filters as they stand in the address. Days are the reader's own calendar days. */
export interface JudgmentSearch {
  readonly annotatorId?: string;
  readonly itemId?: string;
  readonly verdict?: string;
  readonly minStrength?: string;
  readonly flagged?: string;
  readonly from?: string;
  readonly until?: string;
  readonly excluded?: string;
}

type JudgmentQuery = NonNullable<CallInput<typeof listJudgments>['query']>;

const verdicts = ['prefers', 'tie', 'both_bad'] as const;
const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Midnight at the start of a day, or of the day after it, in the reader's time zone. */
function startOfDay(day: string | undefined, daysLater = 0): string | undefined {
  if (day === undefined || !/^\d{4}-\d{2}-\d{2}$/.test(day)) return undefined;
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(year, month - 1, date + daysLater);
  return Number.isNaN(at.getTime()) ? undefined : at.toISOString();
}

/** Turns the address into a question to the server. Whatever makes no sense there is left out. */
export function toJudgmentQuery(search: JudgmentSearch): JudgmentQuery {
  const strength = Number(search.minStrength);
  const query = {
    annotatorId: uuid.test(search.annotatorId ?? '') ? search.annotatorId : undefined,
    itemId: uuid.test(search.itemId ?? '') ? search.itemId : undefined,
    verdict: verdicts.find((verdict) => verdict === search.verdict),
    minStrength: Number.isInteger(strength) && strength >= 1 && strength <= 10 ? strength : undefined,
    flagged: search.flagged === 'true' ? ('true' as const) : undefined,
    excluded: search.excluded === 'true' ? ('true' as const) : undefined,
    from: startOfDay(search.from),
    until: startOfDay(search.until, 1),
  };
  return Object.fromEntries(Object.entries(query).filter(([, value]) => value !== undefined));
}

/** One filter changed; empty ones leave the address. */
export function withFilter<Name extends keyof JudgmentSearch>(
  search: JudgmentSearch,
  name: Name,
  value: string,
): JudgmentSearch {
  const next = { ...search, [name]: value };
  return Object.fromEntries(Object.entries(next).filter(([, text]) => text !== undefined && text !== ''));
}

/** From how strong a preference on the list can be narrowed: what the overall scale knows beyond its weakest. */
export function listStrengths(rubric: Rubric): readonly { value: string; label: string }[] {
  const overall = rubric.criteria.find(({ key }) => key === rubric.overallKey)?.scale;
  const most = overall?.kind === 'preference' ? overall.steps : 1;
  return Array.from({ length: most - 1 }, (_, index) => index + 2).map((strength) => ({
    value: String(strength),
    label: strength === most ? String(strength) : say('{strength} and more', { strength }),
  }));
}
