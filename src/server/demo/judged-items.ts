import type { Rubric } from '#domain/rubrics/rubric.ts';
import type { SimulatedAnnotator } from '#seeds/demo/annotator.ts';
import { type DemoPrompt, type DemoResponse, overallQuality } from '#seeds/demo/demo-prompt.ts';
import { type SimulatedJudgment, simulateJudgment } from '#seeds/demo/simulate-judgment.ts';
import type { DemoTask } from '#seeds/demo/tasks/demo-task.ts';
import type { Services } from '#server/services/services.ts';
import { listItemContents } from '#server/store/item-content-store.ts';
import type { Random } from '#stats/random/seeded-random.ts';

export interface Judging {
  readonly annotator: SimulatedAnnotator;
  readonly rubric: Rubric;
  readonly random: Random;
  /** How many people have judged the item before: nobody says word for word what another one has said. */
  readonly judgedBefore: number;
}

/** An item of the demo, and how simulated people see it. */
export interface JudgedItem extends Pick<DemoTask, 'flag' | 'skip'> {
  readonly domain: string;
  readonly judge: (judging: Judging) => SimulatedJudgment;
}

/** An item of the large projects, with what is true of it. */
export interface KnownItem extends JudgedItem {
  /** Of its row in the file. */
  readonly key: string;
  /** The id of the best response. */
  readonly best: string;
  /** How much better it is than the next one. */
  readonly gap: number;
}

/** The imported items with what is true of their responses, which only the seed knows. */
export async function readJudgedItems(
  services: Services,
  given: { projectId: string; prompts: readonly DemoPrompt[] },
): Promise<ReadonlyMap<string, KnownItem>> {
  const byKey = new Map(given.prompts.map((prompt) => [prompt.key, prompt]));
  const items = new Map<string, KnownItem>();
  for (const stored of await listItemContents(services.database.kysely, given.projectId)) {
    const prompt = byKey.get(stored.sourceKey?.split(':')[0] ?? '');
    const responses = stored.responses.flatMap(({ id, text }) => {
      const truth = prompt?.responses.find((response) => response.text === text);
      return truth ? [{ ...truth, id }] : [];
    });
    if (!prompt || responses.length !== stored.responses.length)
      throw new Error(`The demo could not be set up: nothing is known about ${stored.sourceKey}.`);
    const { domain } = prompt;
    const promptText = stored.prompt.map((message) => message.content).join('\n');
    const judge = (judging: Judging) => simulateJudgment({ ...judging, domain, promptText, responses });
    items.set(stored.itemId, { domain, judge, key: stored.sourceKey ?? '', ...compare(responses) });
  }
  return items;
}

function compare(responses: readonly (DemoResponse & { readonly id: string })[]): {
  best: string;
  gap: number;
} {
  const [first, second] = responses.toSorted((one, other) => overallQuality(other) - overallQuality(one));
  if (!first || !second) return { best: first?.id ?? '', gap: 0 };
  return { best: first.id, gap: overallQuality(first) - overallQuality(second) };
}
