import { walkDialogue } from '#domain/dialogue/walk.ts';
import { type Rejection, reject } from './rejection.ts';
import type { SourceItem } from './source-item.ts';

/** How many responses the project's rubric can be asked about. */
export interface ResponseRange {
  readonly fewest: number;
  readonly most: number;
  /** Whether each item needs a recorded dialogue with a choice in it. */
  readonly needsDialogue?: boolean | undefined;
}

/** Says why a rubric cannot be asked about an item; null where it can. */
export function explainMisfit(item: SourceItem, range: ResponseRange): Rejection | null {
  const { fewest, most, needsDialogue = false } = range;
  const count = item.content.responses.length;
  if (count < fewest) {
    const message = `This row has ${count === 1 ? '1 response' : `${count} responses`}; the project's rubric needs at least ${fewest}.`;
    return reject('responses', 'too_few_responses', message);
  }
  if (count > most) {
    const message = `This row has ${count} responses; the project's rubric takes at most ${most}.`;
    return reject('responses', 'too_many_responses', message);
  }
  return needsDialogue ? explainDialogue(item) : null;
}

function explainDialogue({ content: { dialogue } }: SourceItem): Rejection | null {
  if (dialogue === undefined) {
    const message =
      'This row has no recorded dialogue, and the project’s rubric asks how one goes on. Give its turns in "dialogue".';
    return reject('dialogue', 'no_choice', message);
  }
  if (walkDialogue(dialogue, []).open !== null) return null;
  const message =
    'No turn of this dialogue has several replies to choose from. Add another reply, or leave the row out.';
  return reject('dialogue', 'no_choice', message);
}
