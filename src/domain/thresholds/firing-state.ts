import { type Refusal, refuse } from '#domain/outcomes/refusal.ts';
import type { ThresholdAct } from './rule.ts';

/** What was done about a firing, one row each; nothing is ever taken out. */
export const firingStepKinds = ['seen', 'disputed', 'upheld', 'reversed', 'lifted', 'passed'] as const;
export type FiringStepKind = (typeof firingStepKinds)[number];

/** Where a firing stands. */
export const firingStates = ['in_force', 'disputed', 'upheld', 'reversed', 'lifted', 'passed'] as const;
export type FiringState = (typeof firingStates)[number];

export interface FiringFacts {
  readonly act: ThresholdAct['kind'];
  readonly steps: readonly FiringStepKind[];
}

/** The step that stands: later ones weigh more, except that having been seen changes nothing. */
export function firingState({ steps }: FiringFacts): FiringState {
  for (const ending of ['reversed', 'lifted', 'passed', 'upheld', 'disputed'] as const)
    if (steps.includes(ending)) return ending;
  return 'in_force';
}

/** Whether it still changes what happens to the person. */
export function isInForce({ steps }: Pick<FiringFacts, 'steps'>): boolean {
  return !steps.some((step) => step === 'reversed' || step === 'lifted' || step === 'passed');
}

export type FiringStepCode = 'firing_over' | 'firing_step_unfit';

/** Whether a step can be taken now; null where it can. Taking the same step twice is answered by the caller. */
export function refuseStep(
  facts: FiringFacts,
  step: Exclude<FiringStepKind, 'passed'>,
): Refusal<FiringStepCode> | null {
  if (facts.steps.includes('reversed'))
    return step === 'seen'
      ? null
      : refuse('firing_over', 'This was reversed already: it has no effect any more.');
  switch (step) {
    case 'seen':
      return null;
    case 'disputed':
      return facts.steps.includes('upheld')
        ? refuse(
            'firing_over',
            'A lead has looked at this again and decided: talk to them about what is new.',
          )
        : null;
    case 'upheld':
      return facts.steps.includes('disputed')
        ? null
        : refuse('firing_step_unfit', 'Nobody disputes this: there is nothing to uphold.');
    case 'reversed':
      return null;
    case 'lifted':
      if (facts.act !== 'pause' && facts.act !== 'calibrate')
        return refuse(
          'firing_step_unfit',
          'Only a pause or a calibration can be ended: reverse this instead.',
        );
      return isInForce(facts)
        ? null
        : refuse('firing_over', 'This is over already: the person gets tasks again.');
  }
}
