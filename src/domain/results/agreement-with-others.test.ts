import { expect, test } from 'vitest';
import { emptyAnswers, type PreferenceAnswer } from '#domain/judging/answers.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { agreementWithOthers, type VersionedJudgment } from './agreement-with-others.ts';

const rubric = rubricTemplates.find(({ key }) => key === 'pairwise_7_point')?.rubric;
if (rubric === undefined) throw new Error('The template is gone');
const overall = rubric.overallKey ?? '';
const first: PreferenceAnswer = { verdict: 'prefers', responseId: 'r1', strength: 2 };
const second: PreferenceAnswer = { verdict: 'prefers', responseId: 'r2', strength: 2 };

function judged(
  item: number,
  annotatorId: string,
  answer: PreferenceAnswer,
  rubricVersion = 1,
): VersionedJudgment {
  const answers = { ...emptyAnswers, pair: { [overall]: answer } };
  return { itemId: `i${item}`, annotatorId, responseIds: ['r1', 'r2'], answers, rubricVersion };
}

/** So many items that Ada and Ben judged; they agree on the first ones. */
function shared(items: number, agreeing: number, benVersion = 1): VersionedJudgment[] {
  return Array.from({ length: items }, (_, item) => [
    judged(item, 'ada', first),
    judged(item, 'ben', item < agreeing ? first : second, benVersion),
  ]).flat();
}

const rubrics = new Map([
  [1, rubric],
  [2, rubric],
]);
const ofAda = (judgments: readonly VersionedJudgment[]) =>
  agreementWithOthers({ annotatorId: 'ada', rubrics, judgments });

test('is the share of others who said the same, with its interval', () => {
  const found = ofAda(shared(20, 15));
  expect(found).toMatchObject({ share: 0.75, sharedItems: 20 });
  expect(found?.lower).toBeCloseTo(0.531, 3);
  expect(found?.upper).toBeCloseTo(0.888, 3);
});

test('counts every item once, however many others judged it', () => {
  const crowd = Array.from({ length: 8 }, (_, person) => judged(0, `p${person}`, second));
  expect(ofAda([...shared(10, 10), ...crowd])?.share).toBeCloseTo((9 + 1 / 9) / 10);
});

test.each<[string, readonly VersionedJudgment[]]>([
  ['nine shared items', shared(9, 9)],
  ['items that nobody else judged', shared(20, 20).filter(({ annotatorId }) => annotatorId === 'ada')],
  ['items that only others judged', shared(20, 20).filter(({ annotatorId }) => annotatorId === 'ben')],
  ['items judged under another version of the rubric', shared(20, 20, 2)],
])('says nothing from %s', (_, judgments) => {
  expect(ofAda(judgments)).toBeNull();
});
