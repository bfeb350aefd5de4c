import type { Criterion, CriterionTarget, Scale } from './rubric.ts';

const targetWords: Record<CriterionTarget, string> = {
  pair: 'the pair',
  response: 'each response',
  task: 'the task',
};

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
  const [from, to] = [describeScale(before.scale), describeScale(after.scale)];
  if (from !== to) texts.push(`The scale of ${name} goes from ${from} to ${to}.`);
  return [...texts, ...diffNames(before.scale, after.scale).map((text) => `${name}: ${text}`)];
}

/** A scale in a few words, such as "3 strengths a side with a tie". */
export function describeScale(scale: Scale): string {
  if (scale.kind === 'rating') return `a rating from ${scale.min} to ${scale.max}`;
  if (scale.kind === 'choice') return `a choice of ${scale.options.length}`;
  const strengths = scale.steps === 1 ? '1 strength a side' : `${scale.steps} strengths a side`;
  const extras = [scale.tie ? 'a tie' : null, scale.bothBad ? '“both bad”' : null].filter(
    (extra) => extra !== null,
  );
  return extras.length === 0 ? `${strengths} without a tie` : `${strengths} with ${extras.join(' and ')}`;
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
  if (scale.kind === 'choice') {
    return new Map(
      scale.options.map(({ key, label, help }) => [`option ${key}`, { label, help: help ?? '' }]),
    );
  }
  const noun = scale.kind === 'rating' ? 'point' : 'strength';
  return new Map(
    scale.anchors.map(({ value, label, help }) => [`${noun} ${value}`, { label, help: help ?? '' }]),
  );
}
