import { turnIdAt } from '#domain/items/item.ts';
import { listSteps } from '#domain/items/list-steps.ts';
import type { Answers } from '#domain/judging/answers.ts';
import type { Criterion, Rubric } from '#domain/rubrics/rubric.ts';
import type { Scale, ScaleKind } from '#domain/rubrics/scale.ts';
import { say } from '#web/messages/say.ts';
import { type AnswerWords, describeCriterion, describeUnsettled } from './answer-words.ts';
import { describeContinuation, namePlace, placesChosenAt, startPlace } from './continuation-words.ts';
import type { ShownItem } from './shown-item.ts';
import { nameUnit } from './unit-names.ts';

export interface MatrixRow {
  readonly key: string;
  readonly label: string;
  /** Which response, turn or step is asked about, where each is. */
  readonly about: string | undefined;
  readonly criterion: Criterion;
  /** The ends of the scale on which places are drawn, where it has few points. */
  readonly ends: { readonly from: number; readonly to: number } | undefined;
  /** One a judgment, in the order given; undefined where nothing was answered, or where it takes more than words. */
  readonly cells: readonly (AnswerWords | undefined)[];
  readonly agreement: RowAgreement;
}

export interface RowAgreement {
  readonly kind: 'one' | 'same' | 'close' | 'apart';
  readonly text: string;
}

/** Answers that are no words: lists of marks, texts, chats, runs. */
const madeKinds: readonly ScaleKind[] = ['marks', 'claims', 'regions', 'writing', 'chat', 'run'];

/** Whether an answer takes more than a few words. */
export function isMade({ scale }: Pick<Criterion, 'scale'>): boolean {
  return madeKinds.includes(scale.kind);
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
  // The same rank, once alone and once tied.
  if (distance === 0) return { kind: 'close', text: say('differ') };
  return { kind: distance > 1 ? 'apart' : 'close', text: say('differ by {distance}', { distance }) };
}

function endsOf(scale: Scale, responses: number): MatrixRow['ends'] {
  if (scale.kind === 'preference') return { from: -scale.steps, to: scale.steps };
  if (scale.kind === 'rating') return { from: scale.min, to: scale.max };
  return scale.kind === 'ranking' && scale.mode === 'full' ? { from: 1, to: responses } : undefined;
}

/** The units that a criterion is asked about one by one; undefined where it is asked once. */
function unitIdsOf({ target, scale }: Criterion, item: ShownItem): readonly string[] | undefined {
  const { prompt, responses } = item;
  if (isMade({ scale })) return undefined;
  if (target === 'response' || target === 'ranking') return responses.map(({ id }) => id);
  if (target === 'turn')
    return prompt.flatMap(({ role }, index) => (role === 'assistant' ? [turnIdAt(index)] : []));
  return target === 'step' ? responses.flatMap((each) => listSteps(each).map(({ id }) => id)) : undefined;
}

/** Units that somebody answered about, though the item is not known or has changed its steps since. */
function answeredIds({ key, target }: Criterion, all: readonly Answers[]): string[] {
  if (target !== 'turn' && target !== 'step') return [];
  return all.flatMap((answers) => Object.keys(answers[target]?.[key] ?? {}));
}

function nameAbout({ scale }: Criterion, unitId: string): string {
  return scale.kind === 'continuation' ? namePlace(unitId) : nameUnit(unitId);
}

function cellOf(
  answers: Answers,
  at: { criterion: Criterion; responseIds: readonly string[]; unitId: string | undefined; item: ShownItem },
): AnswerWords | undefined {
  const { criterion, unitId, item } = at;
  const { key, scale } = criterion;
  if (isMade(criterion)) return describeUnsettled(answers, key);
  if (scale.kind !== 'continuation') return describeCriterion({ answers, ...at });
  const place = unitId ?? startPlace;
  return describeUnsettled(answers, key) ?? describeContinuation(answers, { key, place, item });
}

/** Lays several people's answers to one item side by side: a row a question, in the rubric's order. */
export function buildMatrix(
  rubric: Rubric,
  judgments: readonly { readonly answers: Answers }[],
  item: ShownItem,
): readonly MatrixRow[] {
  const responseIds = item.responses.map(({ id }) => id);
  const all = judgments.map(({ answers }) => answers);
  const rowOf = (criterion: Criterion, unitId?: string): MatrixRow => {
    const { key, label, scale } = criterion;
    const cells = all.map((answers) => cellOf(answers, { criterion, responseIds, unitId, item }));
    return {
      key: unitId === undefined ? key : `${key}/${unitId}`,
      label,
      about: unitId === undefined ? undefined : nameAbout(criterion, unitId),
      criterion,
      ends: endsOf(scale, responseIds.length),
      cells,
      agreement: isMade(criterion) ? { kind: 'one', text: '' } : compareAnswers(cells, scale),
    };
  };
  return rubric.criteria.flatMap((criterion) => {
    if (criterion.scale.kind === 'continuation') {
      const places = placesChosenAt(criterion.key, all);
      return places.length === 0 ? [rowOf(criterion)] : places.map((place) => rowOf(criterion, place));
    }
    const unitIds = unitIdsOf(criterion, item);
    if (unitIds === undefined) return [rowOf(criterion)];
    const answered = answeredIds(criterion, all);
    // Of a long solution only those steps are rows that somebody labelled.
    const wanted = criterion.target === 'step' ? unitIds.filter((id) => answered.includes(id)) : unitIds;
    return [...new Set([...wanted, ...answered])].map((id) => rowOf(criterion, id));
  });
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
