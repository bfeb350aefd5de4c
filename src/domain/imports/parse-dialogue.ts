import { dialogueLimits } from '#domain/dialogue/dialogue-limits.ts';
import type { DialogueTurn } from '#domain/items/item.ts';
import { arrangeDialogue, type RawTurn } from './arrange-dialogue.ts';
import { fieldOf, isJsonRecord, type JsonRecord, type JsonValue, labelOf, listOf } from './json-record.ts';
import { roleOf } from './parse-messages.ts';
import { isRejection, type Rejection, reject } from './rejection.ts';

/**
 * Reads a recorded dialogue: turns that hold their answers in "replies", or a flat list in which each turn names the
 * one that it answers by "parent". Roles follow from the place in the tree; one that is given must agree.
 */
export function parseDialogue(
  value: JsonValue | undefined,
  field = 'dialogue',
): DialogueTurn[] | undefined | Rejection {
  if (value === undefined || value === null) return undefined;
  const list = listOf(value);
  if (list === null || list.length === 0) {
    const message =
      '"dialogue" is a list of turns, each with "text" and "replies", or with "id", "parent" and "text".';
    return reject(field, 'wrong_type', message);
  }
  const isFlat = list.some((each) => isJsonRecord(each) && ('id' in each || 'parent' in each));
  const turns = isFlat ? readFlat(list, field) : readNested(list, field);
  return isRejection(turns) ? turns : arrangeDialogue(turns);
}

interface Place {
  readonly field: string;
  readonly parent: number | null;
}

function readNested(list: readonly JsonValue[], root: string): RawTurn[] | Rejection {
  const turns: RawTurn[] = [];
  const waiting: (Place & { readonly value: JsonValue })[] = list
    .map((value, index) => ({ value, field: `${root}[${index}]`, parent: null }))
    .toReversed();
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const turn = readTurn(next.value, next);
    if (isRejection(turn)) return turn;
    const parent = turns.push(turn) - 1;
    if (turns.length > dialogueLimits.turns) return sayTooMany(root);
    const { field } = next;
    const replies = listOf(fieldOf(next.value as JsonRecord, 'replies') ?? []);
    if (replies === null)
      return reject(`${field}.replies`, 'wrong_type', '"replies" must be a list of turns.');
    const below = replies.map((value, index) => ({ value, field: `${field}.replies[${index}]`, parent }));
    waiting.push(...below.toReversed());
  }
  return turns;
}

function readFlat(list: readonly JsonValue[], root: string): RawTurn[] | Rejection {
  if (list.length > dialogueLimits.turns) return sayTooMany(root);
  const places = new Map<string, number>();
  for (const [index, value] of list.entries()) {
    const id = isJsonRecord(value) ? labelOf(fieldOf(value, 'id')) : undefined;
    const field = `${root}[${index}].id`;
    if (id === undefined)
      return reject(field, 'missing_field', 'Each turn of a flat dialogue needs an "id" of its own.');
    if (places.has(id))
      return reject(field, 'broken_tree', `The id "${id}" is used twice. Give each turn its own.`);
    places.set(id, index);
  }
  const turns: RawTurn[] = [];
  for (const [index, value] of list.entries()) {
    const field = `${root}[${index}]`;
    const parent = readParent(value, { field, places });
    if (isRejection(parent)) return parent;
    const turn = readTurn(value, { field, parent });
    if (isRejection(turn)) return turn;
    turns.push(turn);
  }
  return turns;
}

function readParent(
  value: JsonValue,
  { field, places }: { field: string; places: ReadonlyMap<string, number> },
): number | null | Rejection {
  const given = isJsonRecord(value) ? (fieldOf(value, 'parent') ?? null) : null;
  if (given === null) return null;
  const found = places.get(labelOf(given) ?? '');
  if (found !== undefined) return found;
  const message = `No turn has the id ${JSON.stringify(given)}. Name the turn that this one answers, or leave "parent" out where it answers the prompt.`;
  return reject(`${field}.parent`, 'broken_tree', message);
}

function readTurn(value: JsonValue, { field, parent }: Place): RawTurn | Rejection {
  if (!isJsonRecord(value)) return reject(field, 'wrong_type', 'A turn is an object with "text".');
  const text = fieldOf(value, 'text');
  if (typeof text !== 'string') return reject(`${field}.text`, 'missing_field', 'A turn needs a text.');
  if (text.trim() === '')
    return reject(`${field}.text`, 'empty_response', 'This turn is empty. Fill or remove it.');
  const given = fieldOf(value, 'role') ?? undefined;
  const role = roleOf(given);
  if (given !== undefined && role !== 'user' && role !== 'assistant')
    return reject(`${field}.role`, 'wrong_type', 'The role of a turn is "user" or "assistant".');
  return {
    field,
    parent,
    text,
    role,
    model: labelOf(fieldOf(value, 'model') ?? fieldOf(value, 'model_name')),
  };
}

function sayTooMany(field: string): Rejection {
  const message = `A dialogue has at most ${dialogueLimits.turns} turns. Keep the branches that you want judged.`;
  return reject(field, 'broken_tree', message);
}
