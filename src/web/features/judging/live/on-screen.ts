import type { Rubric } from '#domain/rubrics/rubric.ts';
import { say } from '#web/messages/say.ts';
import { classifyFailure } from './classify-failure.ts';
import type { Work } from './draft-keeper.ts';
import type { HeldTask } from './hand-keeper.ts';
import type { JudgingApi } from './judging-api.ts';
import type { ShownTask } from './judging-snapshot.ts';

/** The task on screen: to be judged, or judged before and to be replaced. */
export type OnScreen =
  | { readonly mode: 'judge'; readonly task: HeldTask }
  | {
      readonly mode: 'amend';
      readonly task: HeldTask;
      /** The judgment to replace; null while its receipt is still to come. */
      readonly supersedes: string | null;
      /** The client id of the submission whose receipt names it. */
      readonly after: string | null;
    };

/** What was done last, so that it can be undone. */
export interface DoneTask {
  readonly screen: OnScreen;
  readonly work: Work;
  readonly deed: 'judgment' | 'skip';
  readonly clientId: string;
}

const cache = new WeakMap<HeldTask, Map<ShownTask['mode'], ShownTask>>();

/** The task as the screen takes it; the same object each time, so that texts are rendered once. */
export function showTask(task: HeldTask, mode: ShownTask['mode']): ShownTask {
  const byMode = cache.get(task) ?? new Map<ShownTask['mode'], ShownTask>();
  cache.set(task, byMode);
  const { assignmentId, rubric, guidelineVersion, prompt, responses, brief, code, dialogue } = task;
  const made = byMode.get(mode) ?? {
    assignmentId,
    rubric,
    guidelineVersion,
    prompt,
    responses,
    brief,
    code,
    dialogue,
    mode,
  };
  byMode.set(mode, made);
  return made;
}

export type OlderJudgment =
  | { readonly kind: 'found'; readonly screen: OnScreen; readonly work: Work }
  | { readonly kind: 'none'; readonly message: string };

function sayFailure(error: unknown): OlderJudgment {
  const failure = classifyFailure(error);
  const passing = say('Earlier judgments cannot be fetched now. Try again in a moment.');
  return { kind: 'none', message: failure.kind === 'passing' ? passing : failure.message };
}

/** The person's last judgment on the server, to be amended. */
export async function findOlderJudgment(
  api: Pick<JudgingApi, 'listOwn'>,
  readRubric: (version: number) => Promise<Rubric>,
): Promise<OlderJudgment> {
  try {
    const [judgment] = await api.listOwn(1);
    if (judgment === undefined) return { kind: 'none', message: say('There is nothing to undo here yet.') };
    const { answers, activeMs, judgmentId, amendUntil, ...rest } = judgment;
    const rubric = await readRubric(judgment.rubricVersion);
    const task: HeldTask = { ...rest, leaseUntil: amendUntil, draft: null, rubric };
    const screen: OnScreen = { mode: 'amend', task, supersedes: judgmentId, after: null };
    return { kind: 'found', screen, work: { answers: answers as Work['answers'], activeMs } };
  } catch (error) {
    return sayFailure(error);
  }
}
