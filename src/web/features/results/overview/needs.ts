import type { z } from 'zod';
import type { Project } from '#contract/projects.ts';
import type { criterionAgreement, progress as progressSchema } from '#contract/results.ts';
import { countOf, formatCount, formatDecimal, formatDuration, formatShare } from '#web/ui/format-number.ts';
import type { Forecast } from './forecast.ts';

export type Progress = z.infer<typeof progressSchema>;
export type CriterionAgreement = z.infer<typeof criterionAgreement>;

export type NeedAct =
  | { readonly to: 'flagged_items' | 'judged_items' | 'export' | 'import' | 'settings' | 'people' }
  | { readonly to: 'judgments_of'; readonly personId: string };

/** Something that asks for the lead's attention, with its evidence in one line. */
export interface Need {
  readonly key: string;
  readonly title: string;
  readonly evidence: string;
  readonly act: NeedAct;
  readonly actLabel: string;
}

/** Below this, Krippendorff advises against even tentative conclusions. */
export const alphaThreshold = 0.667;
const enoughUnits = 10;
const enoughJudgments = 10;
const quickShare = 1 / 3;
const skipShare = 0.3;

interface NeedsInput {
  readonly project: Pick<Project, 'state' | 'overlap' | 'itemsTotal'>;
  readonly progress: Progress;
  readonly criteria: readonly CriterionAgreement[];
  readonly forecast: Forecast;
}

function flagNeed({ progress }: NeedsInput): Need[] {
  const { flagsOpen } = progress;
  if (flagsOpen === 0) return [];
  return [
    {
      key: 'flags',
      title:
        flagsOpen === 1 ? '1 flag waits for an answer' : `${formatCount(flagsOpen)} flags wait for an answer`,
      evidence: 'Annotators asked for help or reported something.',
      act: { to: 'flagged_items' },
      actLabel: 'See flagged items',
    },
  ];
}

function pausedNeed({ project, forecast }: NeedsInput): Need[] {
  if (project.state === 'open' || forecast.kind === 'done') return [];
  return [
    {
      key: 'state',
      title: project.state === 'paused' ? 'The project is paused' : `The project is ${project.state}`,
      evidence: 'Nobody can judge until it is open.',
      act: { to: 'settings' },
      actLabel: 'Open settings',
    },
  ];
}

function agreementNeed({ criteria }: NeedsInput): Need[] {
  // The whole interval must lie below: a few items say little.
  const low = criteria
    .filter(({ alpha, units }) => units >= enoughUnits && alpha.high !== null && alpha.high < alphaThreshold)
    .sort((a, b) => (a.alpha.value ?? 0) - (b.alpha.value ?? 0));
  const [worst] = low;
  if (worst === undefined) return [];
  const { value, low: from, high: to } = worst.alpha;
  const figures = `Alpha ${formatDecimal(value ?? 0)} (${formatDecimal(from ?? 0)} to ${formatDecimal(to ?? 0)})`;
  const others = low.length - 1;
  const more = others === 0 ? '' : `, and low on ${countOf(others, 'more criterion', 'more criteria')}`;
  return [
    {
      key: 'agreement',
      title: `Annotators agree too little on ${worst.label}`,
      evidence: `${figures} over ${countOf(worst.units, worst.target === 'response' ? 'response' : 'item')}${more}.`,
      act: { to: 'judged_items' },
      actLabel: 'See judged items',
    },
  ];
}

function peopleNeeds({ progress }: NeedsInput): Need[] {
  const { people, medianActiveMs } = progress;
  return people.flatMap((person): Need[] => {
    const seen = person.judgments + person.skips;
    if (seen < enoughJudgments) return [];
    const act: NeedAct = { to: 'judgments_of', personId: person.personId };
    const actLabel = 'See their judgments';
    const median = person.medianActiveMs;
    if (
      people.length > 1 &&
      median !== null &&
      medianActiveMs !== null &&
      median < medianActiveMs * quickShare
    ) {
      const evidence = `${formatDuration(median)} median against ${formatDuration(medianActiveMs)} of all, ${countOf(person.judgments, 'judgment')}.`;
      return [
        {
          key: `quick-${person.personId}`,
          title: `${person.name} judges much faster than others`,
          evidence,
          act,
          actLabel,
        },
      ];
    }
    if (person.skips / seen > skipShare) {
      const evidence = `${countOf(person.skips, 'skip')} among ${formatCount(seen)} tasks (${formatShare(person.skips / seen)}).`;
      return [
        { key: `skips-${person.personId}`, title: `${person.name} skips often`, evidence, act, actLabel },
      ];
    }
    return [];
  });
}

function queueNeed({ project, forecast, progress }: NeedsInput): Need[] {
  if (forecast.kind === 'done') {
    const evidence = `All ${countOf(project.itemsTotal, 'item')} have ${countOf(project.overlap, 'judgment')} each.`;
    return [
      {
        key: 'done',
        title: 'Everything is judged',
        evidence,
        act: { to: 'export' },
        actLabel: 'Export the data',
      },
    ];
  }
  if (forecast.kind === 'in_days' && forecast.days <= 2) {
    const left = progress.judgmentsWanted - progress.judgmentsTotal;
    const evidence = `${countOf(left, 'judgment')} left at the pace of the last week.`;
    return [
      {
        key: 'dry',
        title: 'The queue is empty within two days',
        evidence,
        act: { to: 'import' },
        actLabel: 'Import more',
      },
    ];
  }
  if (forecast.kind === 'no_pace' && project.state === 'open') {
    const evidence = 'Items wait and the project is open, but there was no judgment in the last week.';
    return [
      { key: 'idle', title: 'Nobody is judging', evidence, act: { to: 'people' }, actLabel: 'Invite people' },
    ];
  }
  return [];
}

/** What asks for the lead, most urgent first. */
export function listNeeds(input: NeedsInput): readonly Need[] {
  return [
    ...flagNeed(input),
    ...pausedNeed(input),
    ...agreementNeed(input),
    ...peopleNeeds(input),
    ...queueNeed(input),
  ];
}
