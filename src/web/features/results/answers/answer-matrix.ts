import type { Answers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import { type AnswerWords, describeCriterion, responseName } from './answer-words.ts';

export interface MatrixRow {
  readonly key: string;
  readonly label: string;
  /** Which response is asked about, where each is. */
  readonly about: string | undefined;
  readonly scale: Scale;
  /** One a judgment, in the order given; undefined where nothing was answered. */
  readonly cells: readonly (AnswerWords | undefined)[];
  readonly agreement: RowAgreement;
}

export interface RowAgreement {
  readonly kind: 'one' | 'same' | 'close' | 'apart';
  readonly text: string;
}

/** Says in words how far answers to one question lie apart. */
export function compareAnswers(cells: readonly (AnswerWords | undefined)[], scale: Scale): RowAgreement {
  const given = cells.filter((cell) => cell !== undefined);
  if (given.length < 2)
    return { kind: 'one', text: given.length === 1 ? say('one answer') : say('no answer') };
  if (new Set(given.map(({ text }) => text)).size === 1) return { kind: 'same', text: say('all agree') };
  const positions = given.map(({ position }) => position).filter((position) => position !== null);
  if (positions.length < given.length) return { kind: 'apart', text: say('differ') };
  const lowest = Math.min(...positions);
  const highest = Math.max(...positions);
  if (scale.kind === 'preference' && lowest < 0 && highest > 0) {
    return { kind: 'apart', text: say('opposite sides') };
  }
  const distance = highest - lowest;
  return { kind: distance > 1 ? 'apart' : 'close', text: say('differ by {distance}', { distance }) };
}

/** Lays several people's answers to one item side by side: a row a question, in the rubric's order. */
export function buildMatrix(
  rubric: Rubric,
  judgments: readonly { readonly answers: Answers }[],
  responseIds: readonly string[],
): readonly MatrixRow[] {
  const rowOf = (criterion: Criterion, responseId?: string): MatrixRow => {
    const cells = judgments.map(({ answers }) =>
      describeCriterion({ answers, criterion, responseIds, responseId }),
    );
    return {
      key: responseId === undefined ? criterion.key : `${criterion.key}/${responseId}`,
      label: criterion.label,
      about: responseId === undefined ? undefined : responseName(responseId, responseIds),
      scale: criterion.scale,
      cells,
      agreement: compareAnswers(cells, criterion.scale),
    };
  };
  return rubric.criteria.flatMap((criterion) =>
    criterion.target === 'response' ? responseIds.map((id) => rowOf(criterion, id)) : [rowOf(criterion)],
  );
}

/** Joins the rubrics under which an item was judged; where a criterion changed, the newest words count. */
export function joinRubrics(newestFirst: readonly Rubric[]): Rubric | undefined {
  const [newest, ...older] = newestFirst;
  if (newest === undefined) return undefined;
  const criteria = new Map(newest.criteria.map((criterion) => [criterion.key, criterion]));
  for (const criterion of older.flatMap((rubric) => rubric.criteria)) {
    if (!criteria.has(criterion.key)) criteria.set(criterion.key, criterion);
  }
  return { ...newest, criteria: [...criteria.values()] };
}
