import { type DemoPrompt, type DemoResponse, overallQuality } from './demo-prompt.ts';

function byQuality(prompt: DemoPrompt): DemoResponse[] {
  return prompt.responses.toSorted((one, other) => overallQuality(other) - overallQuality(one));
}

/** One easy pair (best and worst) and, where there are more responses, one hard pair (neighbours in quality). */
export function choosePairs(prompt: DemoPrompt): (readonly [DemoResponse, DemoResponse])[] {
  const ranked = byQuality(prompt);
  const best = ranked[0];
  const worst = ranked.at(-1);
  if (!best || !worst || ranked.length < 2) return [];
  const neighbours = ranked
    .slice(1)
    .map((lower, index) => [ranked[index] ?? best, lower] as const)
    .toSorted((one, other) => gap(one) - gap(other));
  const closest = neighbours[0];
  return ranked.length === 2 || !closest ? [[best, worst]] : [[best, worst], closest];
}

function gap([one, other]: readonly [DemoResponse, DemoResponse]): number {
  return Math.abs(overallQuality(one) - overallQuality(other));
}

/** Two or three responses to rate one by one: the best, the worst and one between them. */
export function chooseThree(prompt: DemoPrompt): DemoResponse[] {
  const ranked = byQuality(prompt);
  if (ranked.length <= 3) return ranked;
  const [best, second] = ranked;
  const worst = ranked.at(-1);
  return [best, second, worst].filter((response) => response !== undefined);
}
