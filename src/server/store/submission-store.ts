import type { Pool } from 'pg';
import type { GoldPurpose } from '#domain/gold/gold.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { AssignmentState, ProjectState } from '#domain/queue/assignment.ts';
import { columnsOf, type UnsettledFlag } from './unsettled-flag-store.ts';

/** Everything that decides what becomes of a submission. */
export interface SubmissionRow {
  readonly itemId: string;
  readonly annotatorId: string;
  readonly state: AssignmentState;
  readonly leasedAt: Date;
  readonly leaseUntil: Date;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly responseCount: number;
  readonly itemRemaining: number;
  readonly projectState: ProjectState;
  readonly amendWindowMs: number;
  readonly newerAssignmentId: string | null;
  readonly earlierId: string | null;
  readonly earlierHash: Buffer | null;
}

const factsText = `
select a.item_id as "itemId", a.annotator_id as "annotatorId", a.state, a.leased_at as "leasedAt", a.lease_until as "leaseUntil",
  a.rubric_version as "rubricVersion", a.guideline_version as "guidelineVersion", i.response_count as "responseCount",
  -- Gold takes no place, so there always is one.
  case when a.gold_purpose is null then i.remaining else 1 end as "itemRemaining",
  p.state as "projectState", p.amend_window_ms as "amendWindowMs", j.id as "earlierId", j.body_hash as "earlierHash",
  case when a.state in ('expired', 'released') then (
    select o.id from assignments o where o.item_id = a.item_id and o.annotator_id = a.annotator_id and o.state in ('leased', 'submitted', 'skipped') limit 1
  ) end as "newerAssignmentId"
from assignments a
join items i on i.id = a.item_id
join projects p on p.id = a.project_id
left join judgments j on j.annotator_id = $3 and j.client_id = $4
where a.id = $1 and a.project_id = $2`;

/** Reads the facts without a lock: `writeSubmission` refuses to write when they have changed since. */
export async function readSubmissionFacts(
  pool: Pool,
  query: { assignmentId: string; projectId: string; annotatorId: string; clientId: string },
): Promise<SubmissionRow | undefined> {
  const result = await pool.query<SubmissionRow>({
    name: 'submission_facts',
    text: factsText,
    values: [query.assignmentId, query.projectId, query.annotatorId, query.clientId],
  });
  return result.rows[0];
}

/**
 * Writes a first judgment, the assignment's end and the item's count in one statement, if the assignment is still the
 * person's and in the state that was decided upon, in a project that is not closed. A second try at the same time waits
 * for the row lock and then finds it changed.
 */
const writeText = `
with locked as (
  select a.id, a.item_id, p.amend_window_ms, a.gold_purpose, (p.adaptive_overlap is not null and a.gold_purpose is null) as is_adaptive
  from assignments a join items i on i.id = a.item_id join projects p on p.id = a.project_id
  where a.id = $1 and a.project_id = $5 and a.annotator_id = $6 and a.state = $2 and p.state <> 'closed'
    and (not $3::boolean or i.remaining > 0 or a.gold_purpose is not null)
  for update of a, i
), stored as (
  insert into judgments (id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, revision, rubric_version, guideline_version, answers, active_ms, late, submitted_at)
  select $4, $5, locked.item_id, locked.id, $6, $7, $8, 1, $9, $10, $11::jsonb, $12, $3, $13 from locked
), counted as (
  update items set done = items.done + 1, remaining = items.remaining - case when $3 then 1 else 0 end from locked
  where items.id = locked.item_id and locked.gold_purpose is null
), to_check as (
  insert into overlap_checks (item_id, project_id) select locked.item_id, $5 from locked where is_adaptive on conflict do nothing
), forgotten as (
  delete from drafts using locked where drafts.assignment_id = locked.id
)
update assignments set state = 'submitted', judgment_id = $4, finished_at = $13 from locked where assignments.id = locked.id
returning locked.amend_window_ms as "amendWindowMs", locked.is_adaptive as "isAdaptive", locked.gold_purpose as "goldPurpose"`;

/** The same where the rubric did not settle something: a statement of its own, so that the usual one stays as quick. */
const writeWithFlagsText = writeText.replace(
  /\n\)\nupdate assignments/,
  `
), flagged as (
  insert into flags (id, project_id, item_id, assignment_id, person_id, kind, criterion_key, section, note, judgment_id, created_at)
  select flag.id, $5, locked.item_id, locked.id, $6, 'rubric_unclear', flag.criterion_key, flag.section, flag.note, $4, $13
  from locked, unnest($14::uuid[], $15::text[], $16::text[], $17::text[]) as flag (id, criterion_key, section, note)
)
update assignments`,
);

export interface FirstJudgment {
  readonly assignmentId: string;
  /** The state that the decision was made on. */
  readonly expectedState: AssignmentState;
  /** True where the place was given back and has to be taken again. */
  readonly late: boolean;
  readonly judgmentId: string;
  readonly projectId: string;
  readonly annotatorId: string;
  readonly clientId: string;
  readonly bodyHash: Buffer;
  readonly rubricVersion: number;
  readonly guidelineVersion: number;
  readonly answers: Answers;
  readonly activeMs: number;
  readonly submittedAt: Date;
  /** What the rubric does not settle, each flagged for those who decide. */
  readonly flags: readonly UnsettledFlag[];
}

/** What a stored submission says of its project. */
export interface StoredSubmission {
  readonly amendWindowMs: number;
  /** How many judgments the item needs is to be decided anew. */
  readonly isAdaptive: boolean;
  /** Null for ordinary work. */
  readonly goldPurpose: GoldPurpose | null;
}

/** Undefined where the facts have changed and nothing was written. */
export async function writeSubmission(
  pool: Pool,
  judgment: FirstJudgment,
): Promise<StoredSubmission | undefined> {
  const { flags } = judgment;
  const isFlagged = flags.length > 0;
  const result = await pool.query<StoredSubmission>({
    name: isFlagged ? 'submission_write_flagged' : 'submission_write',
    text: isFlagged ? writeWithFlagsText : writeText,
    values: [
      judgment.assignmentId,
      judgment.expectedState,
      judgment.late,
      judgment.judgmentId,
      judgment.projectId,
      judgment.annotatorId,
      judgment.clientId,
      judgment.bodyHash,
      judgment.rubricVersion,
      judgment.guidelineVersion,
      JSON.stringify(judgment.answers),
      judgment.activeMs,
      judgment.submittedAt,
      ...(isFlagged ? columnsOf(flags) : []),
    ],
  });
  return result.rows[0];
}
