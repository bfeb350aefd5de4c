import type { flagAssignment } from '#contract/questions.ts';
import type { BodyOf } from '#contract/route.ts';
import { say } from '#web/messages/say.ts';
import { classifyFailure } from './classify-failure.ts';
import type { JudgingApi } from './judging-api.ts';

export type FlagBody = BodyOf<typeof flagAssignment>;
/** What a person says in a flag; what they have answered so far is added when it is sent. */
export type FlagWords = Omit<FlagBody, 'answersSoFar'>;

/** Sends a flag; answers with why it could not be sent, or whether the item left the queue. */
export async function sendFlag(
  api: Pick<JudgingApi, 'flag'>,
  assignmentId: string,
  flag: FlagBody,
): Promise<{ readonly problem: string } | { readonly problem: null; readonly held: boolean }> {
  try {
    const { held } = await api.flag(assignmentId, flag);
    return { problem: null, held };
  } catch (error) {
    const failure = classifyFailure(error);
    const problem =
      failure.kind === 'passing'
        ? say('The flag could not be sent now. Try again in a moment.')
        : failure.message;
    return { problem };
  }
}

/** What to say when a flag has arrived. */
export function flaggedText(held: boolean): string {
  return held
    ? say('Flagged, and out of the queue until somebody decides. You may judge it or skip it.')
    : say('Flagged. You may judge it or skip it.');
}
