import { sql } from 'kysely';
import type { Answers } from '#domain/judging/answers.ts';
import type { Transaction } from '#server/database/database.ts';

/** A flag that a judgment raises by saying that the rubric does not settle a criterion. */
export interface UnsettledFlag {
  readonly id: string;
  readonly criterionKey: string;
  /** The heading of the guidelines' section that falls short; may be empty. */
  readonly section: string;
  readonly note: string;
}

/** One flag for each criterion that the rubric does not settle. */
export function flagsOf({ unsettled }: Answers, newId: () => string): UnsettledFlag[] {
  return Object.entries(unsettled ?? {}).map(([criterionKey, { section, note }]) => ({
    id: newId(),
    criterionKey,
    section,
    note,
  }));
}

/** The flags as arrays for `unnest`: ids, criteria, sections, notes. */
export function columnsOf(flags: readonly UnsettledFlag[]): [string[], string[], string[], string[]] {
  return [
    flags.map((flag) => flag.id),
    flags.map((flag) => flag.criterionKey),
    flags.map((flag) => flag.section),
    flags.map((flag) => flag.note),
  ];
}

/**
 * Brings the flags of an amended judgment in line with what it says now. A flag about the same criterion goes over to
 * the new judgment, with who settled it; what is no longer said goes, unless somebody has settled it already. The
 * caller holds the assignment, so that two amendments come one after the other.
 */
export async function replaceUnsettledFlags(
  transaction: Transaction,
  change: {
    readonly flags: readonly UnsettledFlag[];
    readonly supersedes: string;
    readonly judgmentId: string;
    readonly projectId: string;
    readonly itemId: string;
    readonly assignmentId: string;
    readonly personId: string;
    readonly now: Date;
  },
): Promise<void> {
  const { supersedes, judgmentId, now } = change;
  const [ids, keys, sections, notes] = columnsOf(change.flags);
  await sql`
    delete from flags where judgment_id = ${supersedes} and resolved_at is null and criterion_key <> all(${keys}::text[])
  `.execute(transaction);
  if (ids.length === 0) return;
  await sql`
    with said as (
      select * from unnest(${ids}::uuid[], ${keys}::text[], ${sections}::text[], ${notes}::text[]) as said (id, criterion_key, section, note)
    ), moved as (
      update flags set judgment_id = ${judgmentId}, section = said.section, note = said.note
      from said where flags.judgment_id = ${supersedes} and flags.criterion_key = said.criterion_key
      returning flags.criterion_key
    )
    insert into flags (id, project_id, item_id, assignment_id, person_id, kind, criterion_key, section, note, judgment_id, created_at)
    select said.id, ${change.projectId}::uuid, ${change.itemId}::uuid, ${change.assignmentId}::uuid, ${change.personId}::uuid, 'rubric_unclear',
      said.criterion_key, said.section, said.note, ${judgmentId}::uuid, ${now}::timestamptz
    from said where said.criterion_key not in (select criterion_key from moved)
  `.execute(transaction);
}
