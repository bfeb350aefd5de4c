import { RefusedError } from '#client/call-errors.ts';
import { say } from '#web/messages/say.ts';

export interface RefusalsByField<Field extends string> {
  readonly at: Partial<Readonly<Record<Field, string>>>;
  /** What belongs to no field; to be shown as a notice. */
  readonly notice: string | undefined;
}

/** Sorts what a thrown value says to the fields of a form, and the rest into one notice. */
export function refusalsByField<const Field extends string>(
  error: unknown,
  fields: readonly Field[],
): RefusalsByField<Field> {
  if (error === null || error === undefined) return { at: {}, notice: undefined };
  if (!(error instanceof RefusedError)) {
    return { at: {}, notice: error instanceof Error ? error.message : say('Something went wrong.') };
  }
  const at: Partial<Record<Field, string>> = {};
  let unplaced = error.places.length === 0;
  for (const { path = '', message } of error.places) {
    const field = fields.find((name) => path === name || path.endsWith(`.${name}`));
    if (field === undefined) unplaced = true;
    else at[field] ??= message;
  }
  return { at, notice: unplaced ? error.detail : undefined };
}
