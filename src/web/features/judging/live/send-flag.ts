import type { FlagKind } from '#domain/queue/assignment.ts';
import { say } from '#web/messages/say.ts';
import { classifyFailure } from './classify-failure.ts';
import type { JudgingApi } from './judging-api.ts';

/** Sends a flag; answers with why it could not be sent, or null where it was. */
export async function sendFlag(
  api: Pick<JudgingApi, 'flag'>,
  assignmentId: string,
  flag: { readonly kind: FlagKind; readonly note: string },
): Promise<string | null> {
  try {
    await api.flag(assignmentId, flag);
    return null;
  } catch (error) {
    const failure = classifyFailure(error);
    return failure.kind === 'passing'
      ? say('The flag could not be sent now. Try again in a moment.')
      : failure.message;
  }
}
