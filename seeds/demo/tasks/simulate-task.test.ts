import { describe, expect, it } from 'vitest';
import type { JsonRecord } from '#domain/imports/json-record.ts';
import { normaliseTask } from '#domain/imports/normalise-tasks.ts';
import type { ItemContent } from '#domain/items/item.ts';
import { unitsOf } from '#domain/items/item-units.ts';
import { checkAnswers } from '#domain/judging/check-answers.ts';
import { findCriterion, type Rubric } from '#domain/rubrics/rubric.ts';
import { rubricTemplates } from '#domain/rubrics/templates.ts';
import { validateRubric } from '#domain/rubrics/validate-rubric.ts';
import { type SimulatedAnnotator, simulatedAnnotators } from '#seeds/demo/annotator.ts';
import { readTasks } from '#seeds/demo/read-content.ts';
import { seededRandom } from '#stats/random/seeded-random.ts';
import type { DemoTask } from './demo-task.ts';
import { simulateTask } from './simulate-task.ts';
import { type DemoTaskProject, demoTaskProjects } from './task-projects.ts';

function rubricOf({ start }: DemoTaskProject): Rubric {
  if ('rubric' in start) return start.rubric;
  const template = rubricTemplates.find(({ key }) => key === start.templateKey);
  if (!template) throw new Error(`There is no template ${start.templateKey}.`);
  return template.rubric;
}

/** The item that an import makes of a row, with its responses in the order of the file. */
function importTask(task: DemoTask, names: readonly string[]): ItemContent {
  const { ideal: _, flag: __, skip: ___, ...row } = task;
  const outcome = normaliseTask(JSON.parse(JSON.stringify(row)) as JsonRecord, (name) =>
    names.includes(name)
      ? { mediaId: String(names.indexOf(name)).padStart(64, '0'), kind: 'image', name }
      : undefined,
  );
  const content = outcome.items[0]?.content;
  if (!content) throw new Error(`${task.key} is not imported.`);
  return content;
}

const careful: SimulatedAnnotator = {
  ...{ key: 'careful', name: 'Careful', email: 'careful@example.org', skill: 1, lengthBias: 0 },
  ...{ leniency: 0, slowness: 1, diligence: 1, wordiness: 1 },
};

describe.each(demoTaskProjects)('the demo project $name', (project) => {
  const tasks = readTasks(project.tasks);
  const rubric = rubricOf(project);
  const names = (project.makeFiles?.() ?? []).map(({ name }) => name);

  it('has a rubric without contradictions and ideal answers to its own criteria', () => {
    expect(validateRubric(rubric)).toEqual([]);
    for (const { key, ideal } of tasks) {
      const { reasons: _, unsettled, ...records } = ideal;
      const asked = [unsettled?.criterion ?? [], ...Object.values(records).map(Object.keys)].flat();
      const unknown = asked.filter((criterionKey) => !findCriterion(rubric, criterionKey));
      expect([key, unknown]).toEqual([key, []]);
    }
  });

  it.skipIf(project.talksWithScripts)('is answered validly by everybody, whatever chance says', () => {
    const random = seededRandom(3);
    for (const task of tasks) {
      const content = importTask(task, names);
      const responseIds = content.responses.map(({ id }) => id);
      for (const [judgedBefore, annotator] of [
        careful,
        ...simulatedAnnotators,
        ...simulatedAnnotators,
      ].entries()) {
        const inFileOrder = content.responses;
        const { answers, activeMs } = simulateTask({
          ...{ annotator, rubric, content, inFileOrder, ideal: task.ideal, judgedBefore, random },
        });
        const units = unitsOf(content);
        const places = checkAnswers({ rubric, responseIds, units, answers, purpose: 'submission' });
        expect([task.key, places]).toEqual([task.key, []]);
        expect(activeMs).toBeGreaterThan(3_000);
      }
    }
  });
});
