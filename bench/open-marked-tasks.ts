import type { HeldAssignment } from '#contract/judging.ts';
import { saveDraft, takeHand } from '#contract/judging.ts';
import type { SpanMark } from '#domain/judging/answers.ts';
import { freshScale } from '#domain/rubrics/fresh-scale.ts';
import type { Rubric } from '#domain/rubrics/rubric.ts';
import { longMarkdown } from './long-texts.ts';
import { type Openings, openAndWait, readOpenings, watchOpenings } from './watch-openings.ts';
import { type Annotator, addBenchProject, type BenchPlace, openAnnotator } from './web-project.ts';

const marksOfResponse = 5;
const characters = 4_000;
/** A person reads before answering; meanwhile the page lays out what comes next. */
const readingMs = 500;

const rubric: Rubric = {
  criteria: [
    { key: 'errors', label: 'Errors', help: '', target: 'span', scale: freshScale('marks'), required: true },
  ],
  overallKey: null,
  justification: { ask: 'off', minCharacters: 0 },
  confidence: 'off',
};

function markedRow(index: number): object {
  const responses = [1, 2].map((at) => ({
    text: longMarkdown({ characters, seed: 1_000 + index * 2 + at }),
  }));
  return {
    prompt: [
      {
        role: 'user',
        content: `Question ${index}: how is the moment of a deck found, and by which program?`,
      },
    ],
    responses,
  };
}

/** Marks at even distances, so that they lie on words, formulas, tables and code alike. */
function marksOn({ responses }: HeldAssignment): SpanMark[] {
  return responses.flatMap(({ id, text }, response) =>
    Array.from({ length: marksOfResponse }, (_, at) => {
      const start = Math.floor(((at + 0.5) * text.length) / marksOfResponse);
      return {
        ...{ id: `m${response * marksOfResponse + at + 1}`, unitId: id, start, end: start + 60 },
        ...{ label: 'logic', severity: 'major', note: 'It does not follow.' },
      };
    }),
  );
}

/** Leaves ten marks in the draft of every task in hand that has none yet. */
async function markHand({ client }: Annotator, projectId: string): Promise<void> {
  const { assignments } = await client.call(takeHand, { params: { projectId }, body: {} });
  for (const held of assignments.filter(({ draft }) => draft === null))
    await client.call(saveDraft, {
      params: { projectId, assignmentId: held.assignmentId },
      body: {
        baseRevision: 0,
        answers: { pair: {}, response: {}, task: {}, span: { errors: marksOn(held) } },
        activeMs: 1_000,
      },
    });
}

/** Comes into the project by its link, sends two tasks and goes back, again and again. */
export async function openMarkedTasks(place: BenchPlace, rounds: number): Promise<Openings> {
  const projectId = await addBenchProject(place, {
    name: 'Ten marks in each task',
    rubric,
    rows: Array.from({ length: rounds * 2 + 3 }, (_, index) => markedRow(index)),
  });
  const annotator = await openAnnotator(place);
  const { page, context } = annotator;
  await watchOpenings(page, 2 * marksOfResponse);
  await page.goto('/');
  for (let round = 0; round < rounds; round += 1) {
    await markHand(annotator, projectId);
    const way = page.locator(`a[href="/projects/${projectId}/judge"]`).first();
    await way.waitFor();
    await openAndWait(page, () => way.click());
    for (let sent = 0; sent < 2; sent += 1) {
      await page.waitForTimeout(readingMs);
      const stored = page.waitForResponse((response) => response.url().endsWith('/submission'));
      await openAndWait(page, () => page.keyboard.press('Enter'));
      await stored;
    }
    await page.waitForTimeout(readingMs);
    await page.goBack();
  }
  const openings = await readOpenings(page);
  await context.close();
  return openings;
}
