import type { Message } from '#domain/items/item.ts';
import type { ExportRow } from './column.ts';
import type { ExportConversation, ExportItem, ExportJudgment, ExportTurn, ItemRows } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';

/** Makes one row a live conversation: the way that was gone as messages, and the whole tree as JSON. */
export function buildConversationRows(item: ExportItem, { options }: ExportPlan): ItemRows {
  const rows = item.judgments.flatMap((judgment) =>
    Object.entries(judgment.answers.chat ?? {}).flatMap(([criterion, { conversationId }]) => {
      const conversation = judgment.conversations?.[conversationId];
      if (conversation === undefined) return [];
      return [writeRow({ item, judgment, criterion, conversation, withModels: options.includeModelNames })];
    }),
  );
  const isSilent = rows.length === 0 && item.judgments.length > 0;
  return { rows, ties: [], drops: isSilent ? ['unanswered'] : [] };
}

function writeRow(made: {
  item: ExportItem;
  judgment: ExportJudgment;
  criterion: string;
  conversation: ExportConversation;
  withModels: boolean;
}): ExportRow {
  const { item, judgment, criterion, conversation, withModels } = made;
  const path = chosenPath(conversation);
  const attacks = path
    .filter(({ attack }) => attack !== null)
    .map(({ id, attack }) => ({ turn: id, attack }));
  return {
    messages: path.map(asMessage),
    item_id: item.itemId,
    pair_group: item.promptGroup,
    judgment_id: judgment.judgmentId,
    annotator: judgment.annotator,
    criterion,
    success: Math.max(0, ...path.map(({ attack }) => numberIn(attack, 'success'))),
    // Counted in messages from 1; 0 where nothing broke.
    broke_at_turn: path.findIndex(({ attack }) => isTrueIn(attack, 'broke')) + 1,
    attacks: JSON.stringify(attacks),
    turns: JSON.stringify(conversation.turns.map((turn) => (withModels ? turn : hideModel(turn)))),
  };
}

function hideModel({ model, request, ...turn }: ExportTurn): Omit<ExportTurn, 'model' | 'request'> {
  return turn;
}

function asMessage({ role, text }: ExportTurn): Message {
  return { role, content: text };
}

/**
 * The turns that the conversation went through, from its beginning to where it ended: the way back from its last turn,
 * and after that the chosen reply, else the last one that is complete.
 */
export function chosenPath({ headId, turns }: ExportConversation): ExportTurn[] {
  const byId = new Map(turns.map((turn) => [turn.id, turn]));
  const path: ExportTurn[] = [];
  let turn = headId === null ? undefined : byId.get(headId);
  while (turn !== undefined && !path.includes(turn)) {
    path.unshift(turn);
    turn = turn.parentId === null ? undefined : byId.get(turn.parentId);
  }
  const replies = turns.filter(({ parentId, state }) => parentId === headId && state === 'complete');
  const last = headId === null ? undefined : (replies.find(({ isChosen }) => isChosen) ?? replies.at(-1));
  return last === undefined ? path : [...path, last];
}

function numberIn(value: unknown, key: string): number {
  const found = typeof value === 'object' && value !== null ? Reflect.get(value, key) : 0;
  return typeof found === 'number' ? found : 0;
}

function isTrueIn(value: unknown, key: string): boolean {
  return typeof value === 'object' && value !== null && Reflect.get(value, key) === true;
}
