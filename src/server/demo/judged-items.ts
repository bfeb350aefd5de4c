import type { DemoPrompt } from '#seeds/demo/demo-prompt.ts';
import type { JudgedResponse } from '#seeds/demo/simulate-judgment.ts';
import type { Services } from '#server/services/services.ts';
import { listItemContents } from '#server/store/item-content-store.ts';

export interface JudgedItem {
  readonly domain: string;
  readonly promptText: string;
  readonly responses: readonly JudgedResponse[];
}

/** The imported items with what is true of their responses, which only the seed knows. */
export async function readJudgedItems(
  services: Services,
  given: { projectId: string; prompts: readonly DemoPrompt[] },
): Promise<ReadonlyMap<string, JudgedItem>> {
  const byKey = new Map(given.prompts.map((prompt) => [prompt.key, prompt]));
  const items = new Map<string, JudgedItem>();
  for (const stored of await listItemContents(services.database.kysely, given.projectId)) {
    const prompt = byKey.get(stored.sourceKey?.split(':')[0] ?? '');
    const responses = stored.responses.flatMap(({ id, text }) => {
      const truth = prompt?.responses.find((response) => response.text === text);
      return truth ? [{ ...truth, id }] : [];
    });
    if (!prompt || responses.length !== stored.responses.length)
      throw new Error(`The demo could not be set up: nothing is known about ${stored.sourceKey}.`);
    const promptText = stored.prompt.map((message) => message.content).join('\n');
    items.set(stored.itemId, { domain: prompt.domain, promptText, responses });
  }
  return items;
}
