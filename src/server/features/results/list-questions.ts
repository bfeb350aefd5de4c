import type { listOwnQuestions as ownRoute, listQuestions as questionsRoute } from '#contract/questions.ts';
import type { HttpRefusal } from '#contract/refusals.ts';
import type { QueryOf, ResponseOf } from '#contract/route.ts';
import { type FlagOutcome, holdOf } from '#domain/queue/flag.ts';
import { lineOf } from '#domain/text/line-of.ts';
import type { Executor } from '#server/database/database.ts';
import { encodeCursor } from '#server/http/paging.ts';
import { readIdCursor } from '#server/http/read-id-cursor.ts';
import {
  countOpenQuestions,
  listOwnAnswered,
  listQuestions as listRows,
  type QuestionRow,
} from '#server/store/question-store.ts';
import { flagWordsOf, presentSettlement } from './present-results.ts';

type Page = ResponseOf<typeof questionsRoute>;

function presentQuestion(row: QuestionRow): Page['rows'][number] {
  return {
    flagId: row.flagId,
    itemId: row.itemId,
    ...flagWordsOf(row),
    judgmentId: row.judgmentId,
    by: { personId: row.personId, name: row.name },
    createdAt: row.createdAt.toISOString(),
    promptPreview: lineOf(row.promptStart ?? ''),
    hold: holdOf(row),
    settled: presentSettlement(row),
  };
}

/** One page of what annotators asked or reported, and how many of each kind are open. */
export async function listQuestions(
  executor: Executor,
  request: { projectId: string; query: QueryOf<typeof questionsRoute> },
): Promise<Page | HttpRefusal> {
  const { projectId } = request;
  const { cursor, limit, state, kind } = request.query;
  const cursorId = readIdCursor(cursor);
  if (cursorId !== null && typeof cursorId !== 'string') return cursorId;
  const rows = await listRows(executor, { projectId, state, kind, cursorId, limit: limit + 1 });
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  return {
    rows: page.map(presentQuestion),
    nextCursor: rows.length > limit && last ? encodeCursor([last.flagId]) : null,
    counts: await countOpenQuestions(executor, projectId),
  };
}

const mostAnswers = 20;

/** What became of the flags that a person raised. */
export async function listOwnQuestions(
  executor: Executor,
  who: { projectId: string; personId: string },
): Promise<ResponseOf<typeof ownRoute>> {
  const rows = await listOwnAnswered(executor, { ...who, limit: mostAnswers });
  return {
    questions: rows.map((row) => ({
      flagId: row.flagId,
      kind: row.kind,
      note: row.note,
      section: row.section,
      promptPreview: lineOf(row.promptStart ?? ''),
      answer: row.settledNote,
      outcome: row.settledOutcome as FlagOutcome | null,
      settledAt: row.settledAt.toISOString(),
    })),
  };
}
