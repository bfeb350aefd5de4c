import type { Condition } from './condition.ts';
import { describeScale } from './describe-scale.ts';
import type { Criterion } from './rubric.ts';
import type { ChoiceOption, Scale } from './scale.ts';
import { anchorsOf, optionsOf } from './scale-points.ts';
import { targetWords } from './target.ts';

/** Says in words how one criterion differs from its earlier version; each sentence stands alone. */
export function diffCriterion(before: Criterion, after: Criterion): string[] {
  const name = `“${after.label}”`;
  const texts: string[] = [];
  if (before.label !== after.label) texts.push(`“${before.label}” is now called ${name}.`);
  if (before.target !== after.target) {
    texts.push(`${name} is asked of ${targetWords[after.target]} instead of ${targetWords[before.target]}.`);
  }
  if (before.required !== after.required) {
    texts.push(`${name} is now ${after.required ? 'required' : 'optional'}.`);
  }
  if (before.help !== after.help) texts.push(`The help of ${name} is worded anew.`);
  if ((before.allowNotApplicable ?? false) !== (after.allowNotApplicable ?? false)) {
    texts.push(
      `“Not applicable” is ${after.allowNotApplicable === true ? 'now' : 'no longer'} an answer to ${name}.`,
    );
  }
  if (!isSame(before.condition, after.condition)) {
    texts.push(
      after.condition === undefined
        ? `${name} is now asked always.`
        : `${name} is asked on another condition.`,
    );
  }
  const [from, to] = [describeScale(before.scale), describeScale(after.scale)];
  const names = diffNames(before.scale, after.scale).map((text) => `${name}: ${text}`);
  if (from !== to) texts.push(`The scale of ${name} goes from ${from} to ${to}.`);
  else if (names.length === 0 && isReordered(before.scale, after.scale))
    texts.push(`The options of ${name} stand in another order.`);
  return [...texts, ...names];
}

/** Whether two conditions say the same; the order of their fields, which storing may change, says nothing. */
function isSame(one: Condition | undefined, other: Condition | undefined): boolean {
  const fields = (condition: Condition | undefined) =>
    condition && [condition.criterionKey, Object.entries(condition.test).toSorted()];
  return JSON.stringify(fields(one)) === JSON.stringify(fields(other));
}

/** Whether the same names stand in another order; that of anchors says nothing. */
function isReordered(before: Scale, after: Scale): boolean {
  const [from, to] = [optionLists(before), optionLists(after)];
  return [...from.keys()].join() !== [...to.keys()].join();
}

interface NamedPoint {
  readonly label: string;
  readonly help: string;
}

function diffNames(before: Scale, after: Scale): string[] {
  const [from, to] = [namedPoints(before), namedPoints(after)];
  const texts: string[] = [];
  for (const [point, { label, help }] of to) {
    const old = from.get(point);
    if (old === undefined) texts.push(`${point} is named “${label}”.`);
    else if (old.label !== label) texts.push(`${point} is called “${label}” instead of “${old.label}”.`);
    if (old !== undefined && old.help !== help) texts.push(`the description of ${point} is worded anew.`);
  }
  for (const [point, { label }] of from) {
    if (!to.has(point)) texts.push(`${point} is no longer named “${label}”.`);
  }
  return texts;
}

function namedPoints(scale: Scale): Map<string, NamedPoint> {
  const noun = scale.kind === 'rating' ? 'point' : 'strength';
  return new Map([
    ...optionLists(scale),
    ...anchorsOf(scale).map((anchor) => [`${noun} ${anchor.value}`, named(anchor)] as const),
  ]);
}

/** Every option of a scale, whatever list it stands in. */
function optionLists(scale: Scale): Map<string, NamedPoint> {
  const lists: [string, readonly ChoiceOption[]][] = [['option', optionsOf(scale)]];
  if (scale.kind === 'marks') lists.push(['severity', scale.severities]);
  if (scale.kind === 'chat' && scale.attack !== null) {
    const { techniques, harms, targets } = scale.attack;
    lists.push(['technique', techniques], ['harm', harms], ['target', targets]);
  }
  return new Map(
    lists.flatMap(([noun, options]) =>
      options.map((option) => [`${noun} ${option.key}`, named(option)] as const),
    ),
  );
}

function named({ label, help }: { readonly label: string; readonly help?: string | undefined }): NamedPoint {
  return { label, help: help ?? '' };
}
