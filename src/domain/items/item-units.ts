import { countCharacters } from '#domain/text/count-characters.ts';
import { type DialogueTurn, type ItemContent, turnIdAt } from './item.ts';
import { listSteps } from './list-steps.ts';

/** The parts of an item that criteria ask about, without their texts. */
export interface ItemUnits {
  /** The assistant's turns in the prompt: "t2", "t4", … */
  readonly turnIds: readonly string[];
  /** Every step of every response: "r1.s1", "r1.s2", …, "r2.s1", … */
  readonly stepIds: readonly string[];
  /** Length in Unicode code points of each response ("r1") and each turn ("t1"). */
  readonly characters: Readonly<Record<string, number>>;
  /** The attachments of the prompt and of the responses. */
  readonly mediaIds: readonly string[];
  /** The recorded dialogue without its texts; left out where there is none. */
  readonly dialogue?: readonly DialogueLink[] | undefined;
}

/** How a turn of a recorded dialogue hangs in its tree. */
export type DialogueLink = Pick<DialogueTurn, 'id' | 'parentId' | 'role'>;

/** What an item has to ask about. */
export function unitsOf(content: Pick<ItemContent, 'prompt' | 'responses' | 'dialogue'>): ItemUnits {
  const { prompt, responses, dialogue } = content;
  const turns = prompt.map(({ role, content }, index) => ({ role, content, id: turnIdAt(index) }));
  const texts = [...turns.map(({ id, content }) => [id, content] as const)];
  for (const { id, text } of responses) texts.push([id, text]);
  return {
    turnIds: turns.filter(({ role }) => role === 'assistant').map(({ id }) => id),
    stepIds: responses.flatMap((response) => listSteps(response).map(({ id }) => id)),
    characters: Object.fromEntries(texts.map(([id, text]) => [id, countCharacters(text)])),
    mediaIds: [...prompt, ...responses].flatMap(({ attachments = [] }) =>
      attachments.map(({ mediaId }) => mediaId),
    ),
    ...(dialogue && { dialogue: dialogue.map(({ id, parentId, role }) => ({ id, parentId, role })) }),
  };
}

/** The units of an item of which nothing but its responses is asked. */
export const noUnits: ItemUnits = { turnIds: [], stepIds: [], characters: {}, mediaIds: [] };

/** The response that a step belongs to: "r1.s3" → "r1". */
export function responseOfStep(stepId: string): string {
  return stepId.slice(0, stepId.indexOf('.'));
}
