import type pg from 'pg';
import type { ExportConversation, ExportTurn } from '#domain/exports/export-item.ts';
import type { JudgedItem } from './judgment-reading-store.ts';

interface TurnRow {
  readonly conversationId: string;
  readonly headId: string | null;
  readonly id: string;
  readonly parentId: string | null;
  readonly kind: 'user' | 'model';
  readonly text: string;
  readonly state: string;
  readonly chosen: boolean;
  readonly rating: number | null;
  readonly plan: object | null;
  readonly outcome: object | null;
  readonly request: unknown;
  readonly model: string | null;
}

const turnsText = `
select c.id as "conversationId", c.head_id as "headId", t.id, t.parent_id as "parentId", t.kind, t.text, t.state, t.chosen, t.rating,
  t.plan, t.outcome, t.request, e.name as model
from conversations c join conversation_turns t on t.conversation_id = c.id left join model_endpoints e on e.id = t.endpoint_id
where c.id = any($1) order by c.id, t.id`;

/** Puts the live conversations that a page's judgments name beside them, out of the same snapshot. */
export async function addConversations(
  client: pg.ClientBase,
  items: readonly JudgedItem[],
): Promise<JudgedItem[]> {
  const ids = items.flatMap(({ judgments }) => judgments.flatMap(({ answers }) => idsIn(answers.chat)));
  const result = await client.query<TurnRow>({ name: 'chat-turns', text: turnsText, values: [ids] });
  const byId = Map.groupBy(result.rows, (row) => row.conversationId);
  return items.map((item) => ({
    ...item,
    judgments: item.judgments.map((judgment) => ({
      ...judgment,
      conversations: Object.fromEntries(
        idsIn(judgment.answers.chat).map((id) => [id, asConversation(byId.get(id) ?? [])]),
      ),
    })),
  }));
}

function idsIn(chat: Readonly<Record<string, { readonly conversationId: string }>> | undefined): string[] {
  return Object.values(chat ?? {}).map(({ conversationId }) => conversationId);
}

function asConversation(rows: readonly TurnRow[]): ExportConversation {
  const plans = new Map(rows.map(({ id, plan }) => [id, plan]));
  return { headId: rows[0]?.headId ?? null, turns: rows.map((row) => asTurn(row, plans)) };
}

/** What was tried stands at the person's turn, what came of it at the reply: both belong to the attack. */
function asTurn(row: TurnRow, plans: ReadonlyMap<string, object | null>): ExportTurn {
  const tried = row.parentId === null ? null : (plans.get(row.parentId) ?? null);
  const isFiled = row.kind === 'model' && (tried !== null || row.outcome !== null);
  return {
    id: row.id,
    parentId: row.parentId,
    role: row.kind === 'user' ? 'user' : 'assistant',
    text: row.text,
    model: row.model ?? '',
    state: row.state,
    isChosen: row.chosen,
    rating: row.rating,
    attack: isFiled ? { ...tried, ...row.outcome } : null,
    request: row.request,
  };
}
