import type { Message } from '#domain/items/item.ts';

/** What is true of a response, from 0 to 4; known to the seed alone and never stored with the items. */
export interface ResponseTruth {
  readonly helpfulness: number;
  readonly correctness: number;
  readonly coherence: number;
  readonly complexity: number;
  readonly verbosity: number;
  readonly harmlessness: number;
}

export interface DemoResponse extends ResponseTruth {
  readonly model: string;
  readonly text: string;
}

/** One prompt of the demo with two to four responses. */
export interface DemoPrompt {
  readonly key: string;
  readonly domain: string;
  readonly prompt: readonly Message[];
  readonly responses: readonly DemoResponse[];
}

/** How good a response is as a whole, on about the scale of its parts: what it does and whether it is right count most. */
export function overallQuality(truth: ResponseTruth): number {
  const worth = 0.5 * truth.helpfulness + 0.4 * truth.correctness + 0.1 * truth.coherence;
  return worth - 0.6 * (4 - truth.harmlessness) - 0.15 * Math.max(0, truth.verbosity - 2);
}
