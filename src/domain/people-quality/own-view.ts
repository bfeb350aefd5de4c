import type { BiasKind } from './biases.ts';
import type { DriftStream } from './drift.ts';
import type { Figure } from './figure.ts';
import type { Consistency } from './self-consistency.ts';
import type { Speed } from './speed.ts';
import type { BreakAdvice } from './within-session.ts';

/** What an annotator sees of their own report: the lead's choice. */
export const annotatorViews = ['nothing', 'speed', 'all'] as const;
export type AnnotatorView = (typeof annotatorViews)[number];

export type OwnPart = 'speed' | 'consistency' | 'agreement' | 'biases' | 'changes';

const partsOf: Readonly<Record<AnnotatorView, readonly OwnPart[]>> = {
  nothing: [],
  speed: ['speed', 'consistency'],
  all: ['speed', 'consistency', 'agreement', 'biases', 'changes'],
};

/** Whether an annotator may see a part of their own report. */
export function canSeeOwn(view: AnnotatorView, part: OwnPart): boolean {
  return partsOf[view].includes(part);
}

/** A report as it is computed or as it is kept: instants may be numbers or texts. */
interface Limitable {
  readonly judgments: number;
  readonly incomparable: number;
  readonly speed: Speed;
  readonly consistency: Consistency;
  readonly settledAgreement: Figure;
  /** Missing in reports that were kept before people were measured by gold. */
  readonly ownGold?: Figure | null;
  readonly days: readonly { readonly agreement: Figure }[];
  readonly sessions: readonly unknown[];
  readonly stretches: readonly { readonly agreement: Figure }[];
  readonly biases: readonly { readonly kind: BiasKind }[];
  readonly alarms: readonly { readonly stream: DriftStream }[];
  readonly breakAdvice: BreakAdvice | null;
}

type Rows<Report, Key extends keyof Report> = Report[Key] extends readonly (infer Row)[] ? Row[] : never;

/** What is left of a report for the person whom it is about. */
export interface OwnView<Report extends Limitable> {
  readonly judgments: number;
  readonly incomparable: number;
  readonly speed: Speed;
  readonly consistency: Consistency;
  readonly days: Rows<Report, 'days'>;
  readonly sessions: Rows<Report, 'sessions'>;
  readonly stretches: Rows<Report, 'stretches'>;
  readonly biases: Rows<Report, 'biases'>;
  readonly alarms: Rows<Report, 'alarms'>;
  readonly breakAdvice: BreakAdvice | null;
  readonly agreement: Figure | null;
  readonly gold: Figure | null;
}

/**
 * One's own report without anything that tells what others said about one task: agreement only of what can no longer be
 * amended and never day by day; and without the models, whose names nobody may know who judges. A change over gold stays the lead's: its days would tell which tasks were gold. Null where the lead shows nothing.
 */
export function limitToOwn<Report extends Limitable>(
  report: Report,
  view: AnnotatorView,
): OwnView<Report> | null {
  if (!canSeeOwn(view, 'speed')) return null;
  const seesAgreement = canSeeOwn(view, 'agreement');
  const seesChanges = canSeeOwn(view, 'changes');
  const { judgments, incomparable, speed, consistency, settledAgreement, ownGold, breakAdvice } = report;
  const isTold = seesAgreement || breakAdvice?.kind !== 'agreement_falls';
  return {
    ...{ judgments, incomparable, speed, consistency },
    sessions: [...report.sessions] as Rows<Report, 'sessions'>,
    days: report.days.map((day) => ({ ...day, agreement: hidden })) as Rows<Report, 'days'>,
    stretches: report.stretches.map((stretch) =>
      seesAgreement ? stretch : { ...stretch, agreement: hidden },
    ) as Rows<Report, 'stretches'>,
    biases: report.biases.filter(({ kind }) => canSeeOwn(view, 'biases') && kind !== 'model') as Rows<
      Report,
      'biases'
    >,
    alarms: report.alarms.filter(({ stream }) =>
      seesChanges ? stream !== 'gold' : stream === 'speed',
    ) as Rows<Report, 'alarms'>,
    breakAdvice: isTold ? breakAdvice : null,
    agreement: seesAgreement ? settledAgreement : null,
    gold: seesAgreement ? (ownGold ?? null) : null,
  };
}

const hidden: Figure = { value: null, low: null, high: null, n: 0, reason: 'not_shown', needed: null };
