import type pg from 'pg';
import type { GoldTests } from '#domain/people-quality/people-votes.ts';

interface Row {
  readonly personId: string;
  readonly atMs: number;
  readonly passed: boolean;
  readonly isSettled: boolean;
}

/** Everybody's tests on gold that count, oldest first: not of suspect or wrong gold, and not of an earlier revision. */
export async function readGoldTests(
  client: pg.ClientBase,
  query: { projectId: string; now: Date },
): Promise<Map<string, GoldTests>> {
  const result = await client.query<Row>({
    name: 'gold-tests',
    // By when a task was first done, as everything else about people: amending it later does not move it.
    text: `select r.person_id as "personId", floor(extract(epoch from a.finished_at) * 1000)::float8 as "atMs", r.passed,
        a.finished_at + p.amend_window_ms * interval '1 millisecond' <= $2 as "isSettled"
      from gold_results r join gold_judgments j on j.judgment_id = r.judgment_id and j.gold_purpose = 'test'
        join golds g on g.item_id = r.item_id join assignments a on a.id = j.assignment_id join projects p on p.id = r.project_id
      where r.project_id = $1 and r.gold_revision = g.revision and r.passed is not null and g.state <> 'suspect' and not g.is_wrong
      order by a.finished_at, a.id`,
    values: [query.projectId, query.now],
  });
  return new Map(
    [...Map.groupBy(result.rows, ({ personId }) => personId)].map(([personId, rows]) => [
      personId,
      {
        atMs: Float64Array.from(rows, ({ atMs }) => atMs),
        passed: Uint8Array.from(rows, ({ passed }) => Number(passed)),
        isSettled: Uint8Array.from(rows, ({ isSettled }) => Number(isSettled)),
      },
    ]),
  );
}
