import { quantile } from '#stats/intervals/quantile.ts';
import { type Bias, biasesOf, commonModels, findNotable, type NotableBias } from './biases.ts';
import type { DriftAlarm } from './drift.ts';
import { type Figure, leastOfPerson } from './figure.ts';
import type { MainCriterion, PeopleVotes } from './people-votes.ts';
import { type PersonReport, reportOnPerson } from './person-report.ts';
import { reliabilityOfAll } from './reliability.ts';
import { splitByPerson } from './split-by-person.ts';

/** Why somebody should be looked at, with the evidence; one line each. */
export type Attention =
  | { readonly kind: 'agreement'; readonly figure: Figure; readonly othersMedian: number }
  | { readonly kind: 'drift'; readonly alarm: DriftAlarm }
  | { readonly kind: 'bias'; readonly bias: NotableBias }
  /** Second looks: keeps fewer verdicts than the others. */
  | { readonly kind: 'unsteady'; readonly figure: Figure; readonly othersMedian: number }
  /** Second looks: verdicts flip to one and the same place. */
  | { readonly kind: 'place'; readonly figure: Figure }
  | {
      readonly kind: 'speed';
      readonly medianMs: number;
      readonly othersMedianMs: number;
      readonly n: number;
    };

/** A person's row in the list of people. */
export interface PersonSummary {
  readonly annotatorId: string;
  readonly judgments: number;
  readonly lastAtMs: number | null;
  readonly agreement: Figure;
  readonly reliability: Figure;
  /** How often a verdict was kept when the task came again. */
  readonly kept: Figure;
  readonly medianMs: number | null;
  /** Log-odds of choosing the response that was shown first. */
  readonly firstShown: Figure;
  readonly attention: readonly Attention[];
}

/** What all people are held against. */
export interface PeopleAsOne {
  readonly criterion: MainCriterion | null;
  readonly biases: readonly Bias[];
  readonly medianAgreement: number | null;
  readonly medianMs: number | null;
  readonly people: number;
}

export interface PeopleFigures {
  readonly all: PeopleAsOne;
  /** Weakest first. */
  readonly summaries: readonly PersonSummary[];
  readonly reports: readonly (PersonReport & { readonly annotatorId: string })[];
}

/** Alarms older than this before somebody's last judgment are history. */
const freshMs = 14 * 86_400_000;
/** Somebody who needs less than this share of the others' median time stands out. */
const hastyShare = 0.4;
const leastTimes = 30;

/** Everything about people that is computed from votes; the same votes give the same figures. */
export function computePeople(votes: PeopleVotes): PeopleFigures {
  const records = splitByPerson(votes);
  const people = records.length;
  const models = commonModels(votes.choices);
  const { choices, hasChoices, models: modelNames } = votes;
  const own = records.flatMap((record) => record.choices);
  const biases = biasesOf({ choices, own, hasChoices, models, modelNames });
  const reliabilities = reliabilityOfAll(votes);
  const plain = records.flatMap((record) => {
    const reliability = reliabilities[record.annotator];
    if (reliability === undefined) return [];
    const report = reportOnPerson(record, { votes, models, reliability, people });
    return [
      {
        ...report,
        annotatorId: votes.annotatorIds[record.annotator] ?? '',
      },
    ];
  });
  const reports = plain.map((report) => {
    const others = plain.filter((other) => other !== report);
    const notable = findNotable(
      report.biases,
      others.map((other) => other.biases),
    );
    return { ...report, notable };
  });
  const known = (pick: (report: PersonReport) => number | null) => reports.flatMap((one) => pick(one) ?? []);
  return {
    all: {
      criterion: votes.criterion,
      biases,
      medianAgreement: quantile(
        known(({ agreement }) => agreement.value),
        0.5,
      ),
      medianMs: quantile(
        known(({ speed }) => speed.medianMs),
        0.5,
      ),
      people,
    },
    summaries: reports.map((report) => summarise(report, reports)).sort(byWeakness),
    reports,
  };
}

function summarise(
  report: PersonReport & { readonly annotatorId: string },
  reports: readonly PersonReport[],
): PersonSummary {
  return {
    annotatorId: report.annotatorId,
    judgments: report.judgments,
    lastAtMs: report.lastAtMs,
    agreement: report.agreement,
    reliability: report.reliability,
    kept: report.consistency.retest.kept,
    medianMs: report.speed.medianMs,
    firstShown: report.biases.find(({ kind }) => kind === 'first_shown')?.logOdds ?? report.agreement,
    attention: attentionTo(
      report,
      reports.filter((other) => other !== report),
    ),
  };
}

function attentionTo(report: PersonReport, others: readonly PersonReport[]): Attention[] {
  const { agreement, speed, notable, alarms, lastAtMs } = report;
  const found: Attention[] = [];
  const othersMedian = quantile(
    others.flatMap((other) => (other.agreement.n < leastOfPerson ? [] : (other.agreement.value ?? []))),
    0.5,
  );
  if (othersMedian !== null && agreement.n >= leastOfPerson && (agreement.high ?? 1) < othersMedian)
    found.push({ kind: 'agreement', figure: agreement, othersMedian });
  const fresh = alarms.filter(({ scope, atMs }) => scope === 'days' && (lastAtMs ?? 0) - atMs <= freshMs);
  for (const alarm of fresh) found.push({ kind: 'drift', alarm });
  for (const bias of notable) found.push({ kind: 'bias', bias });
  found.push(...unsteadiness(report, others));
  const othersMedianMs = quantile(
    others.flatMap((other) => (other.speed.n < leastTimes ? [] : (other.speed.medianMs ?? []))),
    0.5,
  );
  const { medianMs, n } = speed;
  if (
    othersMedianMs !== null &&
    medianMs !== null &&
    n >= leastTimes &&
    medianMs < hastyShare * othersMedianMs
  )
    found.push({ kind: 'speed', medianMs, othersMedianMs, n });
  return found;
}

/** What second looks say: compared with the others, and with a coin that cares for no place. */
function unsteadiness({ consistency }: PersonReport, others: readonly PersonReport[]): Attention[] {
  const { kept, toFirst } = consistency.retest;
  const othersMedian = quantile(
    others.flatMap(({ consistency: { retest } }) =>
      retest.kept.n < leastOfPerson ? [] : (retest.kept.value ?? []),
    ),
    0.5,
  );
  const found: Attention[] = [];
  if (othersMedian !== null && kept.n >= leastOfPerson && (kept.high ?? 1) < othersMedian)
    found.push({ kind: 'unsteady', figure: kept, othersMedian });
  if (toFirst.value !== null && ((toFirst.low ?? 0) > 0.5 || (toFirst.high ?? 1) < 0.5))
    found.push({ kind: 'place', figure: toFirst });
  return found;
}

/** Those with an agreement come first, the surely lowest of them first of all: by the upper end of the interval. */
function byWeakness(a: PersonSummary, b: PersonSummary): number {
  const place = ({ agreement }: PersonSummary) => (agreement.value === null ? 2 : (agreement.high ?? 1));
  return place(a) - place(b) || (a.annotatorId < b.annotatorId ? -1 : 1);
}
