import type { Pool } from 'pg';
import type { GoldSettings } from '#domain/gold/decide-serving.ts';
import type { GoldPurpose } from '#domain/gold/gold.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { AssignmentState, ProjectState } from '#domain/queue/assignment.ts';
import { packArray, packInt4s, packTexts, packUuids } from './binary-array.ts';
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
  -- Gold and repeats take no place, so there always is one.
  case when a.takes_place then i.remaining else 1 end as "itemRemaining",
  p.state as "projectState", p.amend_window_ms as "amendWindowMs", j.id as "earlierId", j.body_hash as "earlierHash",
  case when a.state in ('expired', 'released') then (
    select o.id from assignments o where o.item_id = a.item_id and o.annotator_id = a.annotator_id and o.state in ('leased', 'submitted', 'skipped', 'excluded')
      and (o.repeats_id is null) = (a.repeats_id is null) limit 1
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
 * Writes first judgments, their assignments' ends and their items' counts in one statement, each if the assignment is
 * still the person's and in the state that was decided upon, in a project that is not closed. Starting a statement costs
 * the server more than the rows of a judgment, so that judgments which arrive together share it.
 * The identity columns are compared by `is not distinct from`, which no index serves: an assignment is looked up by its id
 * whatever the planner believes of how many a person has.
 */
function writeText({ waits }: { waits: boolean }): string {
  return `
with given as (
  select * from unnest($1::uuid[], $2::text[], $3::boolean[], $4::uuid[], $5::uuid[], $6::uuid[], $7::uuid[], $8::bytea[], $9::int[], $10::int[], $11::text[], $12::int[], $13::timestamptz[])
    as given (assignment_id, state, late, judgment_id, project_id, annotator_id, client_id, body_hash, rubric_version, guideline_version, answers, active_ms, submitted_at)
), locked as (
  select given.*, a.item_id, p.amend_window_ms, a.gold_purpose, a.takes_place, (p.adaptive_overlap is not null and a.takes_place) as is_adaptive, p.gold
  from given join assignments a on a.id = given.assignment_id join items i on i.id = a.item_id join projects p on p.id = given.project_id
  where a.project_id is not distinct from given.project_id and a.annotator_id is not distinct from given.annotator_id
    and a.state is not distinct from given.state and p.state <> 'closed'
    and (not given.late or i.remaining > 0 or not a.takes_place)
  for update of a, i ${waits ? '' : 'skip locked'}
), stored as (
  insert into judgments (id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, revision, rubric_version, guideline_version, answers, active_ms, late, submitted_at)
  select judgment_id, project_id, item_id, assignment_id, annotator_id, client_id, body_hash, 1, rubric_version, guideline_version, answers::jsonb, active_ms, late, submitted_at from locked
), counted as (
  update items set done = items.done + sums.judgments, remaining = items.remaining - sums.late
  from (select item_id, count(*)::int as judgments, (count(*) filter (where late))::int as late from locked where takes_place group by item_id) sums
  where items.id = sums.item_id
), to_check as (
  insert into overlap_checks (item_id, project_id) select distinct item_id, project_id from locked where is_adaptive on conflict do nothing
), forgotten as (
  delete from drafts using locked where drafts.assignment_id = locked.assignment_id
), flagged as (
  insert into flags (id, project_id, item_id, assignment_id, person_id, kind, criterion_key, section, note, judgment_id, created_at)
  select flag.id, locked.project_id, locked.item_id, locked.assignment_id, locked.annotator_id, 'rubric_unclear', flag.criterion_key, flag.section, flag.note, locked.judgment_id, locked.submitted_at
  from locked join unnest($14::uuid[], $15::uuid[], $16::text[], $17::text[], $18::text[]) as flag (judgment_id, id, criterion_key, section, note) on flag.judgment_id = locked.judgment_id
)
update assignments set state = 'submitted', judgment_id = locked.judgment_id, finished_at = locked.submitted_at from locked where assignments.id = locked.assignment_id
returning locked.judgment_id as "judgmentId", locked.amend_window_ms as "amendWindowMs", locked.is_adaptive as "isAdaptive", locked.gold_purpose as "goldPurpose", locked.gold as "goldSettings"`;
}

const waitingText = writeText({ waits: true });
/** Passes rows that somebody else holds: nobody waits for another's lock because they came together. */
const passingText = writeText({ waits: false });

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
  readonly goldSettings: GoldSettings;
}

/** Undefined where the facts have changed and nothing was written. A second try at the same time waits for the row lock. */
export async function writeSubmission(
  pool: Pool,
  judgment: FirstJudgment,
): Promise<StoredSubmission | undefined> {
  const [stored] = await write(pool, { name: 'submission_write', text: waitingText, judgments: [judgment] });
  return stored;
}

/**
 * Writes several judgments at once. Undefined in a judgment's place where the facts have changed or somebody else holds
 * a row of it: nothing of it was written, and {@link writeSubmission} tells which. An error leaves none written.
 * At most one of them may be late, as each takes a place of its item.
 */
export function writeSubmissions(
  pool: Pool,
  judgments: readonly FirstJudgment[],
): Promise<(StoredSubmission | undefined)[]> {
  return write(pool, { name: 'submissions_write', text: passingText, judgments });
}

async function write(
  pool: Pool,
  statement: { name: string; text: string; judgments: readonly FirstJudgment[] },
): Promise<(StoredSubmission | undefined)[]> {
  const { name, text, judgments } = statement;
  const { rows } = await pool.query<StoredSubmission & { judgmentId: string }>({
    name,
    text,
    values: [...columnsOfJudgments(judgments), ...columnsOfFlags(judgments)],
  });
  const byId = new Map(rows.map((row) => [row.judgmentId, row]));
  return judgments.map(({ judgmentId }) => byId.get(judgmentId));
}

function columnsOfJudgments(judgments: readonly FirstJudgment[]): unknown[] {
  return [
    packUuids(judgments.map((each) => each.assignmentId)),
    packTexts(judgments.map((each) => each.expectedState)),
    judgments.map((each) => each.late),
    packUuids(judgments.map((each) => each.judgmentId)),
    packUuids(judgments.map((each) => each.projectId)),
    packUuids(judgments.map((each) => each.annotatorId)),
    packUuids(judgments.map((each) => each.clientId)),
    packArray(
      'bytea',
      judgments.map((each) => each.bodyHash),
    ),
    packInt4s(judgments.map((each) => each.rubricVersion)),
    packInt4s(judgments.map((each) => each.guidelineVersion)),
    packTexts(judgments.map((each) => JSON.stringify(each.answers))),
    packInt4s(judgments.map((each) => each.activeMs)),
    judgments.map((each) => each.submittedAt),
  ];
}

function columnsOfFlags(judgments: readonly FirstJudgment[]): unknown[] {
  const flags = judgments.flatMap(({ judgmentId, flags }) => flags.map((flag) => ({ judgmentId, ...flag })));
  return [flags.map((flag) => flag.judgmentId), ...columnsOf(flags)];
}
