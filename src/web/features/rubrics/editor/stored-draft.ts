import { z } from 'zod';
import { rubric } from '#contract/rubrics.ts';
import { type DraftRubric, draftOf, rubricOf } from './draft-rubric.ts';

const storedDraft = z.object({ basedOn: z.number().int(), rubric, keysOwned: z.array(z.boolean()) });
export type StoredDraft = z.infer<typeof storedDraft>;

/** Unpublished edits as they are kept in the browser. */
export function packDraft(draft: DraftRubric, basedOn: number): StoredDraft {
  const keysOwned = draft.criteria.map((criterion) => criterion.keyIsOwn);
  return { basedOn, rubric: structuredClone(rubricOf(draft)) as StoredDraft['rubric'], keysOwned };
}

/** Edits from the browser's store; undefined where there are none, or they come from a form of data that is gone. */
export function unpackDraft(stored: unknown): { draft: DraftRubric; basedOn: number } | undefined {
  const read = storedDraft.safeParse(stored);
  if (!read.success) return undefined;
  const { basedOn, rubric: kept, keysOwned } = read.data;
  return { draft: draftOf(kept as Parameters<typeof draftOf>[0], keysOwned), basedOn };
}
