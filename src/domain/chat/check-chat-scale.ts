import type { Place } from '#domain/outcomes/refusal.ts';
import { checkKey, checkLabel, checkOptionalHelp, findRepeats } from '#domain/rubrics/check-words.ts';
import {
  type AttackOption,
  type AttackTaxonomy,
  attackAxes,
  type ChatScale,
  chatLimits,
} from './chat-scale.ts';

/** Lists what contradicts itself in a chat scale; `path` is where the scale stands in the rubric. */
export function checkChatScale(scale: ChatScale, path: string): Place[] {
  return [
    ...checkRange(scale.models, { path: `${path}.models`, most: chatLimits.models, what: 'models' }),
    ...checkTurns(scale, path),
    ...(scale.perTurn === 'choose' && scale.models === 1
      ? [
          {
            path: `${path}.perTurn`,
            message: 'One model leaves nothing to choose: ask for two, or rate each turn.',
          },
        ]
      : []),
    ...(scale.attack === null ? [] : checkTaxonomy(scale.attack, `${path}.attack`)),
  ];
}

function checkTurns({ minTurns, maxTurns }: ChatScale, path: string): Place[] {
  const ends = [
    ...checkRange(minTurns, { path: `${path}.minTurns`, most: chatLimits.turns, what: 'turns' }),
    ...checkRange(maxTurns, { path: `${path}.maxTurns`, most: chatLimits.turns, what: 'turns' }),
  ];
  if (ends.length > 0 || minTurns <= maxTurns) return ends;
  const message = `At least ${minTurns} turns cannot fit into at most ${maxTurns}: lower one or raise the other.`;
  return [{ path: `${path}.minTurns`, message }];
}

function checkRange(value: number, limit: { path: string; most: number; what: string }): Place[] {
  if (Number.isInteger(value) && value >= 1 && value <= limit.most) return [];
  return [
    { path: limit.path, message: `A chat has 1 to ${limit.most} ${limit.what}; this one has ${value}.` },
  ];
}

function checkTaxonomy(taxonomy: AttackTaxonomy, path: string): Place[] {
  return attackAxes.flatMap((axis) => checkAxis(taxonomy[axis], { name: axis, path: `${path}.${axis}` }));
}

function checkAxis(
  options: readonly AttackOption[],
  { name, path }: { name: string; path: string },
): Place[] {
  const places: Place[] = [];
  if (options.length < 1 || options.length > chatLimits.optionsOnAxis) {
    const message = `An attack taxonomy has 1 to ${chatLimits.optionsOnAxis} ${name}; this one has ${options.length}.`;
    places.push({ path, message });
  }
  options.forEach((option, index) => {
    const at = `${path}.${index}`;
    places.push(...checkKey(option.key, `${at}.key`), ...checkLabel(option.label, `${at}.label`));
    places.push(...checkOptionalHelp(option.help, `${at}.help`));
  });
  for (const index of findRepeats(options.map((option) => option.key))) {
    const message = `The key "${options[index]?.key}" is used twice; each needs its own.`;
    places.push({ path: `${path}.${index}.key`, message });
  }
  return places;
}
