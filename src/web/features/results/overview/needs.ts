import type { z } from 'zod';
import type { Project } from '#contract/projects.ts';
import type { criterionAgreement, progress as progressSchema } from '#contract/results.ts';
import { tentativeAlpha } from '#domain/quality/usual-agreement.ts';
import { say } from '#web/messages/say.ts';
import { nameState } from '#web/session/state-names.ts';
import { formatDecimal, formatDuration, formatShare } from '#web/ui/format-number.ts';
import { countUnits } from './agreement-words.ts';
import type { Forecast } from './forecast.ts';

export type Progress = z.infer<typeof progressSchema>;
export type CriterionAgreement = z.infer<typeof criterionAgreement>;

export type NeedAct =
  | { readonly to: 'questions' | 'reviewing' | 'judged_items' | 'export' | 'import' | 'settings' | 'people' }
  | { readonly to: 'judgments_of'; readonly personId: string };

/** Something that asks for the lead's attention, with its evidence in one line. */
export interface Need {
  readonly key: string;
  readonly title: string;
  readonly evidence: string;
  readonly act: NeedAct;
  readonly actLabel: string;
}

const enoughUnits = 10;
const enoughJudgments = 10;
const quickShare = 1 / 3;
const skipShare = 0.3;

interface NeedsInput {
  readonly project: Pick<Project, 'state' | 'overlap' | 'itemsTotal'>;
  readonly progress: Progress;
  readonly criteria: readonly CriterionAgreement[];
  /** 0 also for those who do not review. */
  readonly reviewsWaiting: number;
  readonly forecast: Forecast;
}

function flagNeed({ progress }: NeedsInput): Need[] {
  const { flagsOpen, itemsHeld } = progress;
  if (flagsOpen === 0) return [];
  return [
    {
      key: 'flags',
      title: say('{questions, plural, one {# question waits} other {# questions wait}} for an answer', {
        questions: flagsOpen,
      }),
      evidence: say(
        'Annotators flagged something, or the rubric does not settle it{held, plural, =0 {} one {; # item is held} other {; # items are held}}.',
        { held: itemsHeld },
      ),
      act: { to: 'questions' },
      actLabel: say('See the questions'),
    },
  ];
}

function reviewNeed({ reviewsWaiting: waiting }: NeedsInput): Need[] {
  if (waiting === 0) return [];
  return [
    {
      key: 'reviews',
      title: say('{waiting, plural, one {# judgment waits} other {# judgments wait}} for a review', {
        waiting,
      }),
      evidence: say('The review plan picked it, its author redid it, or somebody disputes what was said.'),
      act: { to: 'reviewing' },
      actLabel: say('Start reviewing'),
    },
  ];
}

function pausedNeed({ project, forecast }: NeedsInput): Need[] {
  if (project.state === 'open' || forecast.kind === 'done') return [];
  return [
    {
      key: 'state',
      title:
        project.state === 'paused'
          ? say('The project is paused')
          : say('State of the project: {state}', { state: nameState(project.state) }),
      evidence: say('Nobody can judge until it is open.'),
      act: { to: 'settings' },
      actLabel: say('Open settings'),
    },
  ];
}

function agreementNeed({ criteria }: NeedsInput): Need[] {
  // The whole interval must lie below: a few items say little.
  const low = criteria
    .filter(({ alpha, units }) => units >= enoughUnits && alpha.high !== null && alpha.high < tentativeAlpha)
    .sort((a, b) => (a.alpha.value ?? 0) - (b.alpha.value ?? 0));
  const [worst] = low;
  if (worst === undefined) return [];
  const { value, low: from, high: to } = worst.alpha;
  const evidence = say(
    'Alpha {alpha} ({low} to {high}) over {units}{others, plural, =0 {} one {, and low on # more criterion} other {, and low on # more criteria}}.',
    {
      alpha: formatDecimal(value ?? 0),
      low: formatDecimal(from ?? 0),
      high: formatDecimal(to ?? 0),
      units: countUnits(worst.units, worst.unit),
      others: low.length - 1,
    },
  );
  return [
    {
      key: 'agreement',
      title: say('Annotators agree too little on {label}', { label: worst.label }),
      evidence,
      act: { to: 'judged_items' },
      actLabel: say('See judged items'),
    },
  ];
}

function peopleNeeds({ progress }: NeedsInput): Need[] {
  const { people, medianActiveMs } = progress;
  return people.flatMap((person): Need[] => {
    const seen = person.judgments + person.skips;
    if (seen < enoughJudgments) return [];
    const act: NeedAct = { to: 'judgments_of', personId: person.personId };
    const actLabel = say('See their judgments');
    const median = person.medianActiveMs;
    if (
      people.length > 1 &&
      median !== null &&
      medianActiveMs !== null &&
      median < medianActiveMs * quickShare
    ) {
      const evidence = say(
        '{time} median against {all} of all, {judgments, plural, one {# judgment} other {# judgments}}.',
        { time: formatDuration(median), all: formatDuration(medianActiveMs), judgments: person.judgments },
      );
      return [
        {
          key: `quick-${person.personId}`,
          title: say('{name} judges much faster than others', { name: person.name }),
          evidence,
          act,
          actLabel,
        },
      ];
    }
    if (person.skips / seen > skipShare) {
      const evidence = say(
        '{skips, plural, one {# skip} other {# skips}} among {seen, number} tasks ({share}).',
        { skips: person.skips, seen, share: formatShare(person.skips / seen) },
      );
      return [
        {
          key: `skips-${person.personId}`,
          title: say('{name} skips often', { name: person.name }),
          evidence,
          act,
          actLabel,
        },
      ];
    }
    return [];
  });
}

function queueNeed({ project, forecast, progress }: NeedsInput): Need[] {
  if (forecast.kind === 'done') {
    const evidence = say(
      'All {items, plural, one {# item} other {# items}} have {overlap, plural, one {# judgment} other {# judgments}} each.',
      { items: project.itemsTotal, overlap: project.overlap },
    );
    return [
      {
        key: 'done',
        title: say('Everything is judged'),
        evidence,
        act: { to: 'export' },
        actLabel: say('Export the data'),
      },
    ];
  }
  if (forecast.kind === 'in_days' && forecast.days <= 2) {
    const left = progress.judgmentsWanted - progress.judgmentsTotal;
    const evidence = say(
      '{left, plural, one {# judgment} other {# judgments}} left at the pace of the last week.',
      { left },
    );
    return [
      {
        key: 'dry',
        title: say('The queue is empty within two days'),
        evidence,
        act: { to: 'import' },
        actLabel: say('Import more'),
      },
    ];
  }
  if (forecast.kind === 'no_pace' && project.state === 'open') {
    const evidence = say('Items wait and the project is open, but there was no judgment in the last week.');
    return [
      {
        key: 'idle',
        title: say('Nobody is judging'),
        evidence,
        act: { to: 'people' },
        actLabel: say('Invite people'),
      },
    ];
  }
  return [];
}

/** What asks for the lead, most urgent first. */
export function listNeeds(input: NeedsInput): readonly Need[] {
  return [
    ...flagNeed(input),
    ...reviewNeed(input),
    ...pausedNeed(input),
    ...agreementNeed(input),
    ...peopleNeeds(input),
    ...queueNeed(input),
  ];
}
