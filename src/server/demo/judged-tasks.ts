import type { ItemResponse } from '#domain/items/item.ts';
import type { DemoTask, DemoTaskResponse } from '#seeds/demo/tasks/demo-task.ts';
import { simulateTask } from '#seeds/demo/tasks/simulate-task.ts';
import type { Services } from '#server/services/services.ts';
import { listItemContents } from '#server/store/item-content-store.ts';
import type { JudgedItem } from './judged-items.ts';

/** The imported items of a smaller project with what a careful person would say of them, which only the seed knows. */
export async function readJudgedTasks(
  services: Services,
  given: { projectId: string; tasks: readonly DemoTask[] },
): Promise<ReadonlyMap<string, JudgedItem>> {
  const items = new Map<string, JudgedItem>();
  for (const { itemId, sourceKey, prompt, responses } of await listItemContents(
    services.database.kysely,
    given.projectId,
  )) {
    const task = given.tasks.find(({ key }) => key === sourceKey);
    if (!task) throw new Error(`The demo could not be set up: nothing is known about ${sourceKey}.`);
    const { domain, ideal, code, flag, skip } = task;
    const inFileOrder = (task.responses ?? []).map((response) => findImported(response, responses));
    items.set(itemId, {
      domain,
      ...(flag && { flag }),
      ...(skip && { skip }),
      judge: (judging) =>
        simulateTask({
          ...judging,
          content: { prompt, responses, code },
          inFileOrder,
          ideal,
        }),
    });
  }
  return items;
}

/** Imports put responses in an order of their own. */
function findImported(response: DemoTaskResponse, imported: readonly ItemResponse[]): ItemResponse {
  const text = response.text ?? response.steps?.join('\n\n') ?? '';
  const file = response.attachments?.[0]?.name;
  const found = imported.find((each) => each.text === text && each.attachments?.[0]?.name === file);
  if (!found) throw new Error(`The demo could not be set up: a response is not there: ${text.slice(0, 80)}`);
  return found;
}
