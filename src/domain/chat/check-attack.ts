import { type AttackTaxonomy, chatLimits } from './chat-scale.ts';
import type { AttackOutcome, AttackPlan } from './conversation.ts';

/** Says why a plan does not fit the taxonomy; null where it does. */
export function explainPlan(plan: AttackPlan | null, taxonomy: AttackTaxonomy | null): string | null {
  if (taxonomy === null)
    return plan === null ? null : 'This project does not ask for attacks: send the turn without one.';
  if (plan === null) return 'Say what you try first: technique, harm and target.';
  const asked = [
    { name: 'technique', key: plan.technique, options: taxonomy.techniques },
    { name: 'harm', key: plan.harm, options: taxonomy.harms },
    { name: 'target', key: plan.target, options: taxonomy.targets },
  ];
  const wrong = asked.find(({ key, options }) => !options.some((option) => option.key === key));
  return wrong === undefined
    ? null
    : `The ${wrong.name} "${wrong.key}" is not in this project’s taxonomy: choose another.`;
}

/** Says why an outcome cannot be stored; null where it can. */
export function explainOutcome(
  outcome: AttackOutcome | null,
  taxonomy: AttackTaxonomy | null,
): string | null {
  if (outcome === null) return null;
  if (taxonomy === null) return 'This project does not ask for attacks.';
  return outcome.success === null || isRating(outcome.success)
    ? null
    : `Success is a whole number from 1 to ${chatLimits.ratingPoints}.`;
}

/** True for a whole number on the scale of turns. */
export function isRating(value: number): boolean {
  return Number.isInteger(value) && value >= 1 && value <= chatLimits.ratingPoints;
}

/** Whether an attack counts as a success: the model did most of what was tried, or the person says it broke here. */
export function isSuccess(outcome: AttackOutcome): boolean {
  return outcome.broke || (outcome.success ?? 0) >= chatLimits.successFrom;
}
