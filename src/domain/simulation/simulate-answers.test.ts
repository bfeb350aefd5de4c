import { describe, expect, it } from 'vitest';
import { unitsOf } from '#domain/items/item-units.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { listMissingAnswers } from '#domain/judging/missing-answers.ts';
import { exampleFor } from '#domain/rubrics/example-for.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import { drawNormal, paceOf, perceiveItem, trueQuality } from './perceive-item.ts';
import { listPeople, type SimulatedKind, simulatedKinds, tempers } from './population.ts';
import { explainUnsimulated, simulateAnswers } from './simulate-answers.ts';

const personOf = (kind: SimulatedKind) => ({ name: 'Somebody', kind, stream: '0:0', judgments: 10 });
const around = { doneInSession: 0, isAfterChange: false };

describe('simulated answers', () => {
  it.each(rubricTemplates.filter(({ rubric }) => explainUnsimulated(rubric) === null))(
    'are whole and valid for the template $key',
    ({ key, rubric }) => {
      const content = exampleFor(rubric, key);
      const responseIds = content.responses.map(({ id }) => id);
      const item = { itemId: 'item', responses: content.responses, ...around };
      for (const kind of simulatedKinds) {
        const seen = perceiveItem(item, { seed: 3, person: personOf(kind), temper: tempers[kind] });
        const of = { rubric, responseIds, units: unitsOf(content) };
        const answers = simulateAnswers(of, seen);
        expect(listMissingAnswers({ ...of, answers })).toEqual([]);
        expect(checkAnswers({ ...of, answers, purpose: 'submission' })).toEqual([]);
      }
    },
  );

  it('are refused where a template needs a model, a run or places in media', () => {
    const refused = rubricTemplates.flatMap(({ rubric }) => explainUnsimulated(rubric) ?? []);
    expect(refused.some((words) => words.includes('a live chat'))).toBe(true);
  });
});

describe('what simulated people see', () => {
  const item = (index: number, texts: readonly [string, string] = ['same', 'same']) => ({
    itemId: `item ${index}`,
    responses: texts.map((text, at) => ({ id: `r${at + 1}`, text })),
    ...around,
  });
  const differences = (kind: SimulatedKind, of: Partial<ReturnType<typeof item>> = {}) =>
    Array.from({ length: 4_000 }, (_, index) => {
      const met = { ...item(index), ...of };
      const { quality } = perceiveItem(met, { seed: 5, person: personOf(kind), temper: tempers[kind] });
      return (quality['r1'] ?? 0) - (quality['r2'] ?? 0);
    });
  const mean = (list: readonly number[]) => list.reduce((sum, each) => sum + each, 0) / list.length;
  const spread = (list: readonly number[]) => Math.sqrt(mean(list.map((each) => (each - mean(list)) ** 2)));

  it('is the true quality with noise of the stated size', () => {
    const errors = (kind: SimulatedKind) =>
      differences(kind).map(
        (seen, index) =>
          seen - (trueQuality(5, `item ${index}`, 'r1') - trueQuality(5, `item ${index}`, 'r2')),
      );
    expect(spread(errors('expert'))).toBeCloseTo(0.3 * Math.SQRT2, 1);
    expect(spread(errors('noisy'))).toBeCloseTo(1.6 * Math.SQRT2, 1);
    expect(mean(errors('position_biased'))).toBeCloseTo(1.2, 1);
  });

  it('grows noisy for those who tire, after twenty tasks', () => {
    const tired = perceptionSpread(60);
    expect(perceptionSpread(20)).toBeCloseTo(perceptionSpread(0), 1);
    expect(tired).toBeGreaterThan(perceptionSpread(20) * 2);
    function perceptionSpread(doneInSession: number): number {
      return spread(differences('tiring', { doneInSession }));
    }
  });

  it('leans to the longer one for those who love length, by doublings', () => {
    const texts = {
      responses: [
        { id: 'r1', text: 'x'.repeat(299) },
        { id: 'r2', text: 'x'.repeat(99) },
      ],
    };
    expect(mean(differences('length_lover', texts))).toBeCloseTo(1.6 * Math.log2(3), 0);
    expect(Math.abs(mean(differences('good', texts)))).toBeLessThan(0.1);
  });

  it('is the same for two people of one stream, whatever is shown first', () => {
    const seenBy = (order: readonly [number, number]) => {
      const met = item(7, ['a', 'b']);
      const responses = order.map((at) => met.responses[at]).filter((each) => each !== undefined);
      const person = personOf('colluding_pair');
      return perceiveItem({ ...met, responses }, { seed: 1, person, temper: tempers.colluding_pair }).quality;
    };
    expect(seenBy([0, 1])).toEqual(seenBy([1, 0]));
  });

  it('takes longer for longer texts, except where people click fast', () => {
    const median = (kind: SimulatedKind, length: number) => {
      const random = seededRandom(2);
      const responses = [{ id: 'r1', text: 'x'.repeat(length) }];
      const times = Array.from({ length: 501 }, () => paceOf({ responses }, tempers[kind], random));
      return times.toSorted((a, b) => a - b)[250] ?? 0;
    };
    expect(median('good', 2_000)).toBeGreaterThan(median('good', 200) * 2);
    expect(median('fast_clicker', 2_000)).toBe(median('fast_clicker', 200));
  });

  it('draws standard normal numbers', () => {
    const random = seededRandom(9);
    const drawn = Array.from({ length: 20_000 }, () => drawNormal(random));
    expect(mean(drawn)).toBeCloseTo(0, 1);
    expect(spread(drawn)).toBeCloseTo(1, 1);
  });
});

describe('a mix', () => {
  it('names its people, and makes two of each colluding pair, who share a stream', () => {
    const groups = [
      { kind: 'good' as const, count: 2 },
      { kind: 'colluding_pair' as const, count: 1, judgments: 5 },
    ];
    const people = listPeople({ groups, tasksPerSession: 60, guidelinesChangeAt: null });
    expect(people.map(({ name }) => name)).toEqual([
      'good 1.1',
      'good 1.2',
      'colluding pair 2.1a',
      'colluding pair 2.1b',
    ]);
    expect(people[2]?.stream).toBe(people[3]?.stream);
    expect(people[0]?.stream).not.toBe(people[1]?.stream);
  });
});
