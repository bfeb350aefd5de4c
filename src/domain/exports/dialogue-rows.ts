import type { ItemResponse, Message } from '#domain/items/item.ts';
import { checkPair, checkPrompt } from './check-row.ts';
import type { ExportRow } from './column.ts';
import { chosenPath } from './conversation-rows.ts';
import type { DropReason } from './drop-reason.ts';
import { preferredByOne } from './edit-rows.ts';
import type { ExportConversation, ExportItem, ExportTurn } from './export-item.ts';
import type { ExportPlan } from './export-plan.ts';
import { writePairRow } from './write-pair-row.ts';

interface PairRows {
  readonly rows: readonly ExportRow[];
  readonly drops: readonly DropReason[];
}

/** Makes a pair of each choice in a live conversation: the reply that it went on from, against each other one. */
export function buildDialogueRows(item: ExportItem, plan: ExportPlan): PairRows {
  const rows: ExportRow[] = [];
  const drops: DropReason[] = [];
  for (const judgment of item.judgments) {
    for (const conversation of Object.values(judgment.conversations ?? {})) {
      for (const choice of listChoices(conversation, item.prompt)) {
        const reason =
          checkPrompt(choice.prompt, { allowTools: plan.format !== 'openai-dpo' }) ??
          checkPair(choice.chosen.text, choice.rejected.text);
        if (reason === null) rows.push(writeChoice(plan, { item, choice }));
        else drops.push(reason);
      }
    }
  }
  return { rows, drops };
}

interface Choice {
  readonly prompt: readonly Message[];
  readonly chosen: ExportTurn;
  readonly rejected: ExportTurn;
}

function listChoices(conversation: ExportConversation, prompt: readonly Message[]): Choice[] {
  const path = chosenPath(conversation);
  return path.flatMap((chosen, index) => {
    if (chosen.role !== 'assistant' || !chosen.isChosen) return [];
    const before = path.slice(0, index).map(({ role, text }): Message => ({ role, content: text }));
    const others = conversation.turns.filter(
      (turn) => turn.parentId === chosen.parentId && turn.id !== chosen.id && turn.state === 'complete',
    );
    return others.map((rejected) => ({ prompt: [...prompt, ...before], chosen, rejected }));
  });
}

function writeChoice(plan: ExportPlan, { item, choice }: { item: ExportItem; choice: Choice }): ExportRow {
  const first = asResponse(choice.chosen);
  const second = asResponse(choice.rejected);
  return writePairRow(plan, {
    item: { ...item, prompt: choice.prompt },
    first,
    second,
    chosen: first,
    rejected: second,
    verdict: preferredByOne,
  });
}

function asResponse({ id, text, model }: ExportTurn): ItemResponse {
  return { id, text, model };
}
