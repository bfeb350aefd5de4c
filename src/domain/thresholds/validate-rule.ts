import type { Place } from '#domain/outcomes/refusal.ts';
import { changeStreams, isHabit, isWindowed, type ThresholdRule, thresholdLimits } from './rule.ts';

/** What cannot be in a rule, each with its field; nothing where the rule makes sense. */
export function validateRule(rule: ThresholdRule): Place[] {
  return [...checkNumbers(rule), ...checkWindow(rule), ...checkAct(rule)];
}

const at = (path: string, message: string): Place => ({ path: `rule.${path}`, message });

function checkNumbers({ limit, least, tiers }: ThresholdRule): Place[] {
  const places: Place[] = [];
  if (!(limit > 0 && limit < 1))
    places.push(
      at('limit', 'The limit is a share between 0 and 1, such as 0.6: both ends can never be crossed.'),
    );
  if (!Number.isInteger(least) || least < thresholdLimits.least)
    places.push(
      at(
        'least',
        `At least ${thresholdLimits.least} judgments are needed to say anything about a person: ask for more.`,
      ),
    );
  if (tiers.length === 0 || new Set(tiers).size < tiers.length)
    places.push(at('tiers', 'Name each tier that the rule watches once, and at least one.'));
  return places;
}

function checkWindow({ measure, window, least }: ThresholdRule): Place[] {
  if (!isWindowed(measure) && window.kind !== 'all')
    return [at('window', 'This is computed over everything a person did: choose all judgments.')];
  if (window.kind === 'days' && !isWhole(window.days, thresholdLimits.windowDays))
    return [at('window.days', `Choose from 1 to ${thresholdLimits.windowDays} days.`)];
  if (window.kind !== 'last') return [];
  if (!isWhole(window.judgments, thresholdLimits.windowJudgments))
    return [at('window.judgments', `Choose from 1 to ${thresholdLimits.windowJudgments} judgments.`)];
  return window.judgments < least
    ? [
        at(
          'least',
          `The last ${window.judgments} judgments never hold ${least}: ask for fewer, or look at more of the last ones.`,
        ),
      ]
    : [];
}

function checkAct({ measure, side, act }: ThresholdRule): Place[] {
  const places: Place[] = [];
  // Of everything but quick work, more is better; of a habit neither.
  const badSide = isHabit(measure) ? side : measure === 'quick' ? 'above' : 'below';
  if (act.kind === 'raise_tier' && isHabit(measure))
    places.push(
      at('act.kind', 'A tier is raised for good work, and this is a habit: choose another measure.'),
    );
  else if (act.kind === 'raise_tier' ? side === badSide : side !== badSide)
    places.push(
      at(
        'side',
        act.kind === 'raise_tier'
          ? `A tier is raised for good work: choose ${side === 'below' ? 'above' : 'below'}.`
          : `This would act on those who work well: choose ${badSide}.`,
      ),
    );
  if (act.kind === 'calibrate' && !isWhole(act.tasks, thresholdLimits.calibrationTasks))
    places.push(at('act.tasks', `Choose from 1 to ${thresholdLimits.calibrationTasks} gold tasks.`));
  if (act.kind === 'calibrate' && !isWhole(act.passes, act.tasks))
    places.push(at('act.passes', `Of ${act.tasks} gold tasks, from 1 to ${act.tasks} can be asked for.`));
  if (act.kind === 'exclude' && act.since === 'change' && !(measure in changeStreams))
    places.push(
      at(
        'act.since',
        'Changes over days are watched for agreement and for speed only: exclude since the window’s start.',
      ),
    );
  return places;
}

const isWhole = (value: number, most: number) => Number.isInteger(value) && value >= 1 && value <= most;
