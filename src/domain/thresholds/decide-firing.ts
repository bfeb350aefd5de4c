import { type Figure, type FigureGap, known, shareOf } from '#domain/people-quality/figure.ts';
import { changeStreams, isWindowed, type ThresholdRule, type ThresholdWindow } from './rule.ts';
import type { EarlierFiring, WatchedPerson, WatchedPoint } from './watched-person.ts';

/** What a rule saw: a share with its 95 % interval, what it rests on, and when that was judged. */
export interface ThresholdEvidence {
  readonly value: number;
  readonly low: number | null;
  readonly high: number | null;
  readonly n: number;
  readonly fromMs: number;
  readonly toMs: number;
  /** The number that was held against the limit. */
  readonly compared: number;
  /** Of rules that exclude data: since when. */
  readonly sinceMs: number | null;
  /** Whether that is where a lasting change began. */
  readonly isSinceChange: boolean;
}

export type ThresholdVerdict =
  | { readonly kind: 'fires'; readonly evidence: ThresholdEvidence }
  | { readonly kind: 'rests'; readonly reason: 'within'; readonly evidence: ThresholdEvidence }
  /** `n` of `needed` judgments, counted since the rule last fired on the person. */
  | { readonly kind: 'rests'; readonly reason: 'too_few'; readonly n: number; readonly needed: number }
  | { readonly kind: 'rests'; readonly reason: 'not_computable'; readonly gap: FigureGap }
  | { readonly kind: 'rests'; readonly reason: 'other_tier' | 'last_tier' | 'reads_gold' };

interface Case {
  readonly rule: ThresholdRule;
  readonly person: WatchedPerson;
  readonly earlier: EarlierFiring | null;
  readonly nowMs: number;
}

/** Whether a rule acts on a person today, and on what evidence. */
export function decideFiring(given: Case): ThresholdVerdict {
  const { rule, person } = given;
  if (!rule.tiers.includes(person.tier)) return { kind: 'rests', reason: 'other_tier' };
  const lastTier = { lower_tier: 'trainee', raise_tier: 'expert' } as const;
  const { kind } = rule.act;
  if ((kind === 'lower_tier' || kind === 'raise_tier') && lastTier[kind] === person.tier)
    return { kind: 'rests', reason: 'last_tier' };
  if (kind === 'calibrate' && person.mayReadGold) return { kind: 'rests', reason: 'reads_gold' };
  const seen = isWindowed(rule.measure)
    ? seeWindow(given, person.points[rule.measure])
    : seeFigure(given, person.figures[rule.measure]);
  if ('kind' in seen) return seen;
  const compared = comparedOf(seen.figure, rule.bound);
  if (compared === null) return { kind: 'rests', reason: 'not_computable', gap: 'too_few' };
  const evidence = describe(given, { ...seen, compared });
  const isCrossed = rule.side === 'below' ? compared < rule.limit : compared > rule.limit;
  return isCrossed ? { kind: 'fires', evidence } : { kind: 'rests', reason: 'within', evidence };
}

interface Seen {
  readonly figure: Figure & { readonly value: number };
  readonly fromMs: number;
  readonly toMs: number;
}

type Resting = Extract<ThresholdVerdict, { kind: 'rests' }>;

/** What a rule has fired on already is left out: it takes as many new judgments to fire again. */
function seeWindow({ rule, earlier, nowMs }: Case, points: readonly WatchedPoint[]): Seen | Resting {
  const fresh = earlier === null ? points : points.filter(({ atMs }) => atMs > earlier.atMs);
  const inside = cut(fresh, rule.window, nowMs);
  const [first, last] = [inside[0], inside.at(-1)];
  if (inside.length < rule.least || first === undefined || last === undefined)
    return { kind: 'rests', reason: 'too_few', n: inside.length, needed: rule.least };
  const sum = inside.reduce((total, { share }) => total + share, 0);
  const figure = shareOf(sum, inside.length);
  return { figure: { ...figure, value: sum / inside.length }, fromMs: first.atMs, toMs: last.atMs };
}

function cut(
  points: readonly WatchedPoint[],
  window: ThresholdWindow,
  nowMs: number,
): readonly WatchedPoint[] {
  switch (window.kind) {
    case 'last':
      return points.slice(-window.judgments);
    case 'days':
      return points.filter(({ atMs }) => atMs > nowMs - window.days * dayMs);
    case 'all':
      return points;
  }
}

const dayMs = 86_400_000;

function seeFigure({ rule, person, earlier }: Case, figure: Figure): Seen | Resting {
  if (figure.value === null || person.firstAtMs === null || person.lastAtMs === null)
    return figure.reason === 'too_few'
      ? { kind: 'rests', reason: 'too_few', n: figure.n, needed: Math.max(rule.least, figure.needed ?? 0) }
      : { kind: 'rests', reason: 'not_computable', gap: figure.reason ?? 'nothing_measured' };
  const fresh = Math.max(0, figure.n - (earlier?.n ?? 0));
  if (fresh < rule.least) return { kind: 'rests', reason: 'too_few', n: fresh, needed: rule.least };
  const { value, low, high, n } = figure;
  return {
    figure: { ...known(value, low, high, n), value },
    fromMs: person.firstAtMs,
    toMs: person.lastAtMs,
  };
}

function comparedOf({ value, low, high }: Seen['figure'], bound: ThresholdRule['bound']): number | null {
  return bound === 'value' ? value : bound === 'lower' ? low : high;
}

function describe(
  { rule, person, earlier }: Case,
  { figure, fromMs, toMs, compared }: Seen & { readonly compared: number },
): ThresholdEvidence {
  const { value, low, high, n } = figure;
  const found = rule.act.kind === 'exclude' && rule.act.since === 'change' ? lastChange(rule, person) : null;
  // What the rule has fired on before is not taken out again: it may have been reversed.
  const change = found === null ? null : Math.max(found, earlier?.atMs ?? found);
  const sinceMs = rule.act.kind === 'exclude' ? (change ?? fromMs) : null;
  return { value, low, high, n, fromMs, toMs, compared, sinceMs, isSinceChange: change !== null };
}

function lastChange({ measure }: ThresholdRule, { changes }: WatchedPerson): number | null {
  const stream = measure === 'agreement' || measure === 'quick' ? changeStreams[measure] : null;
  return changes.findLast((change) => change.stream === stream)?.sinceMs ?? null;
}
